"""What the derivations' terms mean, in plain Python, written from the papers and not from the code.

An average is a loop over its terms, n_t is (Σβ^i)²/Σβ^{2i}, r_t is √((1−β^t)/(1+β^t)); E and Var
run through all outcomes of variables that take two values; a limit is a point far out, an integral
a sum over points. Numbers are exact fractions, or 60 decimal digits where a root, a logarithm or
an integral is not rational.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, getcontext, localcontext
from fractions import Fraction
from functools import cache
from itertools import product
from math import ceil, factorial, floor, isqrt, prod
from operator import eq, le, lt
from typing import Any

import mpmath
from hypothesis import assume
from hypothesis import strategies as st
from sympy import (
    Add,
    Integral,
    Lambda,
    Limit,
    Mul,
    Pow,
    Rational,
    Sum,
    Symbol,
    coth,
    exp,
    gamma,
    log,
    oo,
    pi,
    tanh,
)

import derivations
from radam_sym.kernel.formulas import Predicate, Relation
from radam_sym.kernel.heads import Applied, E, Family, Forall, Member, Var
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof.derivation import proved

Number = Fraction | Decimal
DIGITS = 60
MOST_OUTCOMES = 5  # variables; the variance of a sum of more is that of its terms, added up
FAR = 60  # steps, where a limit is looked at: 2^-60 is left of a power of 1/2
FARTHER = 900  # where nothing is random, so that it can be: 900·0.95^900 is 10^-17
NEARLY_ONE = 1 - Fraction(1, 10**15)
PER_UNIT = 48  # points of a quadrature
REACH = 6  # units on either side of 0, where u = e^(2 sinh x): u^(1/4) is 10^-43 there


@dataclass(frozen=True)
class Law:
    """A variable that is ``low`` with a chance whose square root of p(1 − p) is rational."""

    low: Fraction
    high: Fraction
    chance: Fraction

    def moment(self, order: int) -> Fraction:
        return self.chance * self.low**order + (1 - self.chance) * self.high**order

    def deviation(self, order: int = 1) -> Fraction:
        """The standard deviation of a power of the variable."""
        spread = self.chance * (1 - self.chance)
        root = Fraction(isqrt(spread.numerator), isqrt(spread.denominator))
        assert root**2 == spread
        return root * abs(self.low**order - self.high**order)


@dataclass
class World:
    """Values for the variables of a statement; random variables get theirs in E and Var."""

    symbols: dict[str, Any]  # fractions, and decimals where an equation is solved
    sequences: dict[str, Callable[[int], Fraction]]
    law: Law
    far: int = FAR
    outcome: dict[tuple[str, int], Fraction] | None = None
    met: list[tuple[str, int]] = field(default_factory=list)
    functions: dict[str, Callable[[Number], Number]] = field(default_factory=dict)

    def member(self, name: str, index: int) -> Fraction:
        if self.outcome is None:
            return self.sequences[name](index)
        if (name, index) not in self.met:
            self.met.append((name, index))
        return self.outcome.get((name, index), self.law.low)

    def with_outcome(self, term: Any, high: Sequence[tuple[str, int]]) -> Number:
        """The term where these members are high and all others low."""
        self.outcome = dict.fromkeys(high, self.law.high)
        try:
            return self.value(term)
        finally:
            self.outcome = None

    def value(self, term: Any) -> Number:
        if isinstance(term, Rational):
            return Fraction(int(term.p), int(term.q))
        if isinstance(term, Symbol):
            found: Number = self.symbols[term.name]
            return found
        if isinstance(term, Member):
            family, at = term.args[0], self.value(term.args[1])
            if family.kind == "positive function":
                found = self.functions[family.name](at)
                return found
            return self.member(family.name, int(at))
        if isinstance(term, Applied):
            return MEANINGS[term.args[0].name](*map(self.argument, term.args[1:]))
        if isinstance(term, (E, Var)):
            return self.moment(term)
        if isinstance(term, Limit):
            _, variable, point, _ = term.args
            return self.at(
                variable.name, Fraction(self.far) if point == oo else NEARLY_ONE, term.args[0]
            )
        if isinstance(term, Integral):
            name = term.args[1].args[0].name
            return half_line(lambda u: self.at(name, u, term.args[0]))
        if isinstance(term, Sum):
            index, low, high = term.limits[0]
            first, last = int(self.value(low)), int(self.value(high))
            assert last >= first - 1
            values = [
                self.at(index.name, Fraction(i), term.function) for i in range(first, last + 1)
            ]
            return added(values)
        if isinstance(term, Add):
            return added([self.value(part) for part in term.args])
        if isinstance(term, Mul):
            return multiplied([self.value(part) for part in term.args])
        if isinstance(term, Pow):
            return power(self.value(term.args[0]), self.value(term.args[1]))
        if term == pi:
            return special(lambda: mpmath.pi)
        return ELEMENTARY[type(term)](self.value(term.args[0]))

    def at(self, name: str, value: Number, term: Any) -> Number:
        before = self.symbols
        self.symbols = {**before, name: value}
        try:
            return self.value(term)
        finally:
            self.symbols = before

    def argument(self, term: Any) -> Any:
        """A number, or the function from an index to a member."""
        if isinstance(term, Family):
            return lambda index: self.member(term.name, index)
        if isinstance(term, Lambda):
            name = term.variables[0].name
            return lambda index: self.at(name, Fraction(index), term.expr)
        return self.value(term)

    def moment(self, term: Any) -> Number:
        inner = term.args[0]
        self.met = []
        base = self.with_outcome(inner, ())
        members = list(self.met)
        chance = self.law.chance
        if len(members) > MOST_OUTCOMES:
            assert isinstance(term, Var)
            changes = [added([self.with_outcome(inner, (m,)), -base]) for m in members]
            return added([multiplied([chance * (1 - chance), square(c)]) for c in changes])
        means: list[Number] = []
        squares: list[Number] = []
        for pattern in product((False, True), repeat=len(members)):
            weight = prod((1 - chance if high else chance for high in pattern), start=Fraction(1))
            chosen = [m for m, high in zip(members, pattern, strict=True) if high]
            value = self.with_outcome(inner, chosen)
            means.append(multiplied([weight, value]))
            squares.append(multiplied([weight, square(value)]))
        mean = added(means)
        return mean if isinstance(term, E) else added([*squares, -square(mean)])


# --- arithmetic, in the precision of the caller's decimal context ---------------------------------


def decimal(number: Number) -> Decimal:
    if isinstance(number, Decimal):
        return number
    return Decimal(number.numerator) / Decimal(number.denominator)


def added(values: Sequence[Number]) -> Number:
    if all(isinstance(value, Fraction) for value in values):
        return sum(values, Fraction(0))
    return sum(map(decimal, values), Decimal(0))


def multiplied(values: Sequence[Number]) -> Number:
    if all(isinstance(value, Fraction) for value in values):
        return prod(values, start=Fraction(1))
    return prod(map(decimal, values), start=Decimal(1))


def square(value: Number) -> Number:
    return multiplied([value, value])


def root(value: Number) -> Number:
    if isinstance(value, Fraction):
        exact = Fraction(isqrt(value.numerator), isqrt(value.denominator))
        if exact**2 == value:
            return exact
    return decimal(value).sqrt()


def power(base: Number, exponent: Number) -> Number:
    assert isinstance(exponent, Fraction)
    if exponent.denominator > 2:
        return exponential(decimal(exponent) * logarithm(base))
    if exponent.denominator == 2:
        base, exponent = root(base), 2 * exponent
    if isinstance(base, Fraction):
        return base ** int(exponent)
    return multiplied([base if exponent >= 0 else 1 / base] * abs(int(exponent)))


def logarithm(value: Number) -> Decimal:
    return decimal(value).ln()


def tangent(value: Number) -> Decimal:
    """tanh."""
    grown = (2 * decimal(value)).exp()
    return (grown - 1) / (grown + 1)


def exponential(value: Number) -> Decimal:
    return decimal(value).exp()


def special(function: Callable[..., Any], *arguments: Number) -> Decimal:
    """What mpmath makes of some numbers."""
    with mpmath.workdps(DIGITS):
        value = function(*(mpmath.mpf(str(decimal(argument))) for argument in arguments))
        return Decimal(mpmath.nstr(value, DIGITS))


def gamma_function(value: Number) -> Number:
    if isinstance(value, Fraction) and value.denominator == 1:
        return Fraction(factorial(int(value) - 1))
    return special(mpmath.gamma, value)


def half_line(function: Callable[[Decimal], Number]) -> Decimal:
    """∫_0^∞ by the trapezoidal rule in x, where u = e^(2 sinh x)."""
    values = (decimal(function(u)) * rise for u, rise in points(getcontext().prec))
    return sum(values, Decimal(0)) / PER_UNIT


@cache
def points(precision: int) -> list[tuple[Decimal, Decimal]]:
    """u = e^(2 sinh x) and du/dx, to so many digits."""
    found = []
    with localcontext(prec=precision):
        for k in range(-REACH * PER_UNIT, REACH * PER_UNIT + 1):
            grown = (Decimal(k) / PER_UNIT).exp()
            u = (grown - 1 / grown).exp()
            found.append((u, u * (grown + 1 / grown)))
    return found


ELEMENTARY: dict[Any, Callable[[Number], Number]] = {
    log: logarithm,
    tanh: tangent,
    coth: lambda value: 1 / tangent(value),
    exp: exponential,
    gamma: gamma_function,
}


# --- the papers' names ----------------------------------------------------------------------------


def weights(beta: Fraction, t: Fraction) -> list[Fraction]:
    """1, β, ..., β^(t−1): the weight of the newest term first."""
    return [beta**age for age in range(int(t))]


def sample_size(beta: Fraction, t: Fraction) -> Fraction:
    """One over the sum of the squares of the weights, which add up to one."""
    total: Fraction = sum(weights(beta, t), Fraction(0))
    return total**2 / sum((w**2 for w in weights(beta, t)), Fraction(0))


def average(member: Callable[[int], Fraction], beta: Fraction, t: Fraction) -> Number:
    """ewma: the newest term has the weight 1."""
    terms = [multiplied([w, member(int(t) - age)]) for age, w in enumerate(weights(beta, t))]
    return multiplied([added(terms), 1 / sum(weights(beta, t), Fraction(0))])


def rectified(beta: Fraction, t: Fraction) -> Number:
    x = beta ** int(t)
    return root((1 - x) / (1 + x))


def mean_age(beta: Fraction, t: Fraction) -> Number:
    """Of the terms of the average, the newest being one step old."""
    ages = [w * (age + 1) for age, w in enumerate(weights(beta, t))]
    return multiplied([added(ages), 1 / added(weights(beta, t))])


def length(beta: Fraction, t: Fraction) -> Number:
    """ρ_t: a plain mean of so many terms is as old."""
    return 2 * mean_age(beta, t) - 1


def rectified_by_liu(beta: Fraction, t: Fraction) -> Number:
    """√((ρ_t−4)/(ρ_∞−4) · (ρ_t−2)/(ρ_∞−2) · ρ_∞/ρ_t)."""
    now, last = length(beta, t), (1 + beta) / (1 - beta)
    inside = [now - 4, now - 2, last, 1 / ((last - 4) * (last - 2)), 1 / now]
    return root(multiplied(inside))


def rectified_in_the_limit(tau: Number) -> Number:
    """(1 − x)/(1 + x) under the root, at x = e^(−τ)."""
    left = exponential(-tau)
    return root((1 - left) / (1 + left))


def rectified_by_liu_in_the_limit(tau: Number) -> Number:
    """ρ_t/ρ_∞ under the root, which is 1 − τx/(1 − x)."""
    left = exponential(-tau)
    return root(1 - decimal(tau) * left / (1 - left))


def gap(z: Number) -> Number:
    """1 − L(z/2), with coth written out: 2(e^z − 1 − z)/(z(e^z − 1))."""
    grown, z = exponential(z), decimal(z)
    return 2 * (grown - 1 - z) / (z * (grown - 1))


# --- χ² and its relations -------------------------------------------------------------------------


def chi_moment(rho: Fraction, order: Fraction) -> Decimal:
    """Of χ²_ρ/ρ, by its density."""
    mass = special(lambda r: 2 ** (r / 2) * mpmath.gamma(r / 2), rho)
    return half_line(
        lambda x: multiplied(
            [power(x / decimal(rho), order), power(x, rho / 2 - 1), (-x / 2).exp(), 1 / mass]
        )
    )


def gamma_ratio(c: Fraction) -> Decimal:
    """Γ(c−½)²/(Γ(c)Γ(c−1)), by Gauss's theorem on the hypergeometric series at 1."""
    half = mpmath.mpf("0.5")
    return special(lambda at: 1 / mpmath.hyp2f1(half, half, at, 1), c)


def convergent(c: Fraction, depth: int) -> Fraction:
    """(c−1) times Ramanujan's continued fraction 4/(x + 1²/(2x + 3²/(2x + ...))), x = 4c−3."""
    x = 4 * c - 3
    below = 2 * x if depth else x
    for odd in range(2 * depth - 1, 0, -2):
        below = (x if odd == 1 else 2 * x) + odd**2 / below
    return 4 * (c - 1) / below


def chi_variance(rho: Fraction) -> Decimal:
    """Of 1/√v, for v ~ χ²_ρ/ρ."""
    return decimal(rho / (rho - 2)) * (1 - gamma_ratio(rho / 2))


def first_order(rho: Fraction) -> Fraction:
    """Var[1/v]/(4E[1/v])."""
    first, second = rho / (rho - 2), rho**2 / ((rho - 2) * (rho - 4))
    return (second - first**2) / (4 * first)


def slope(z: Number) -> Decimal:
    """Minus the derivative of log(1+z)/z."""
    z = decimal(z)
    return (1 + z).ln() / z**2 - 1 / (z * (1 + z))


def aliased(p: Number, h: Number, z: Number) -> Decimal:
    """2(sec d)^p/(e^(2πd/h) − 1), at the angle d whose tangent is z."""

    def at(p: Any, h: Any, z: Any) -> Any:
        d = mpmath.atan(z)
        return 2 * mpmath.sec(d) ** p / mpmath.expm1(2 * mpmath.pi * d / h)

    return special(at, p, h, z)


def beta_function(a: Fraction, b: Fraction) -> Decimal:
    return half_line(lambda u: multiplied([power(u, a - 1), power(1 + u, -a - b)]))


def plain_moment(n: Fraction, p: Fraction) -> Decimal:
    """∫ u^(p−1)(1 + 2u/n)^(−n/2) du."""
    return half_line(lambda u: multiplied([power(u, p - 1), power(1 + 2 * u / decimal(n), -n / 2)]))


def transform(weight: Callable[[int], Number], t: Fraction, s: Number) -> Decimal:
    """Π (1 + 2sw_i)^(−1/2)."""
    twice = 2 * decimal(s)
    factors = (1 + twice * decimal(weight(i)) for i in range(1, int(t) + 1))
    return 1 / prod(factors, start=Decimal(1)).sqrt()


def inverse_variance(weight: Callable[[int], Number], t: Fraction) -> Decimal:
    """E[1/v] − E[1/√v]², by the transform."""
    known = [decimal(weight(i)) for i in range(int(t) + 1)]
    at = cache(lambda u: transform(known.__getitem__, t, u))  # both look at the same points
    first, root = half_line(at), half_line(lambda u: at(u) / u.sqrt())
    return first - root**2 / special(lambda: mpmath.pi)


def transform_limit(beta: Fraction, s: Number) -> Decimal:
    """Π (1 + 2s(1−β)β^k)^(−1/2) over all k, as far as a factor counts."""
    product, size, rate = Decimal(1), 2 * decimal(s) * decimal(1 - beta), decimal(beta)
    least = Decimal(10) ** -DIGITS
    while size > least:
        product, size = product * (1 + size), size * rate
    return 1 / product.sqrt()


@cache
def variance_limit(beta: Fraction) -> Decimal:
    """E[1/v_∞] − E[1/√v_∞]², by the transform."""
    first = half_line(lambda u: transform_limit(beta, u))
    root = half_line(lambda u: transform_limit(beta, u) / u.sqrt())
    return first - root**2 / special(lambda: mpmath.pi)


@cache
def limit_moment(beta: Fraction, p: Fraction) -> Decimal:
    """E[v_∞^(−p)], by the transform."""
    whole = half_line(lambda u: multiplied([power(u, p - 1), transform_limit(beta, u)]))
    return whole / special(mpmath.gamma, p)


@cache
def late_slope(beta: Fraction) -> Decimal:
    """By what V_t exceeds V_∞, over β^t: E[v^(−2)] − E[v^(−1/2)]E[v^(−3/2)] − V_∞."""
    half = Fraction(1, 2)
    product = limit_moment(beta, half) * limit_moment(beta, 3 * half)
    return limit_moment(beta, Fraction(2)) - product - variance_limit(beta)


def late_constant(beta: Fraction) -> Decimal:
    """That over V_∞."""
    return late_slope(beta) / variance_limit(beta)


def tail_moment(rate: Decimal, p: Fraction) -> Decimal:
    """∫ u^(p−1)(1 + rate·u)^(−7/2) du."""
    seven = Fraction(-7, 2)
    return half_line(lambda u: multiplied([power(u, p - 1), power(1 + rate * u, seven)]))


@cache
def late_room(beta: Fraction) -> Decimal:
    """What bounds the next term, by five moments and two integrals of (1+2β⁷(1−β)s)^(−7/2)."""
    orders, rate = (Fraction(1), Fraction(1, 2)), 2 * decimal(beta**7 * (1 - beta))
    [_, b], [a1, b1] = (
        [special(mpmath.gamma, p + k) * limit_moment(beta, p + k) for p in orders] for k in (0, 1)
    )
    a2, b2 = (tail_moment(rate, p + 2) for p in orders)
    squares = b1**2 + 2 * b * b1 + 6 * (b + b1) * b2 + b2**2
    return 3 * a2 + a1 + squares / special(lambda: mpmath.pi)


# --- the optimizers, as their papers write them ---------------------------------------------------


def corrected(moment: Number, beta: Fraction, t: Fraction) -> Number:
    return multiplied([moment, 1 / (1 - beta ** int(t))])


def step(place: str) -> Callable[..., Number]:
    """θ − αr·m̂/(√v̂ + ε), with ε where it is told; r is 1 where it isn't told."""

    def stepped(theta: Number, m: Number, v: Number, t: Fraction, *told: Fraction) -> Number:
        *r, alpha, beta1, beta2, epsilon = told
        if place == "uncorrected":
            short = root(1 - beta2 ** int(t))
            below = multiplied([added([root(v), epsilon]), 1 / decimal(short)])
        elif place == "inside":
            below = root(added([corrected(v, beta2, t), epsilon]))
        else:
            below = added([root(corrected(v, beta2, t)), epsilon])
        mean = corrected(m, beta1, t)
        return added([theta, multiplied([-alpha, *r, mean, 1 / decimal(below)])])

    return stepped


MEANINGS: dict[str, Callable[..., Number]] = {
    "ess": sample_size,
    "ess_limit": lambda beta: (1 + beta) / (1 - beta),
    "ewma": average,
    "decay": lambda beta: -logarithm(beta),
    "r_simple": rectified,
    "rho": length,
    "r_liu": rectified_by_liu,
    "r_simple_limit": rectified_in_the_limit,
    "r_liu_limit": rectified_by_liu_in_the_limit,
    "chi_moment": chi_moment,
    "gamma_ratio": gamma_ratio,
    "gamma_ratio_least": lambda c: convergent(c, 1),
    "gamma_ratio_most": lambda c: convergent(c, 2),
    "chi_variance": chi_variance,
    "liu_first_order": first_order,
    "log_slope": slope,
    "arctan": lambda z: special(mpmath.atan, z),
    "aliasing": aliased,
    "beta_function": beta_function,
    "plain_moment": plain_moment,
    "transform": transform,
    "transform_limit": transform_limit,
    "variance_limit": variance_limit,
    "limit_moment": limit_moment,
    "late_slope": late_slope,
    "late_constant": late_constant,
    "late_room": late_room,
    "inverse_variance": inverse_variance,
    "bias_correction": lambda beta, t: 1 - beta ** int(t),
    "langevin_gap": gap,
    "log1p": lambda x: logarithm(added([Fraction(1), x])),
    "expm1": lambda x: exponential(x) - 1,
    "moving_average": lambda m, x, beta: added([multiplied([beta, m]), multiplied([1 - beta, x])]),
    "bias_corrected": corrected,
    "momentum": lambda theta, m, t, alpha, beta1: theta - alpha * corrected(m, beta1, t),
}
for place in ("outside", "inside", "uncorrected"):
    MEANINGS[f"adam_{place}"] = MEANINGS[f"radam_{place}"] = step(place)


# --- statements -----------------------------------------------------------------------------------

OPERATORS = {"=": eq, "<": lt, "<=": le}
PROPER = st.fractions(Fraction(1, 20), Fraction(19, 20), max_denominator=20)
FAST = st.fractions(Fraction(1, 20), Fraction(1, 2), max_denominator=20)  # it decays in FAR steps
REAL = st.fractions(-3, 3, max_denominator=12)
CHANCES = st.sampled_from([Fraction(1, 2), Fraction(1, 5), Fraction(4, 5), Fraction(1, 10)])
MOMENTS = st.fractions(Fraction(1, 1000), Fraction(1, 250)) | st.fractions(Fraction(1, 100), 16)
# Hypotheses that are equations for a symbol, and its value, which is not rational.
SOLVED: dict[str, Callable[[World], tuple[str, Decimal]]] = {
    "horizon.at_five": lambda world: ("beta", exponential(-5 / world.symbols["t"])),
    "horizon.crossing.exponential": lambda _: ("tau", logarithm(Fraction(19801, 199))),
}


@st.composite
def worlds(draw: Any, theorem: Theorem) -> World:
    """A world in which the hypotheses of a theorem are true."""
    law = Law(draw(REAL), draw(REAL), draw(CHANCES))
    names = {variable.name for variable in theorem.statement.variables}
    random = any(isinstance(h, Predicate) for h in theorem.statement.hypotheses)
    decays = FAST if random and theorem.statement.conclusion.has(Limit) else PROPER
    symbols = {name: draw(decays) for name in ("beta", "beta1", "beta2", "a", "b")}
    symbols |= {name: abs(draw(REAL)) for name in ("x", "y", "z", "v", "epsilon")}
    symbols |= {name: draw(REAL) for name in ("theta", "alpha", "r", "m")}
    symbols["c"] = symbols["v"]
    symbols["tau"] = draw(MOMENTS)
    symbols["upsilon"] = symbols["tau"] + draw(MOMENTS)
    symbols["t"] = Fraction(draw(st.integers(1, 4 if random else 8)))
    symbols["s"] = Fraction(draw(st.integers(1, 8)))
    symbols["mu"], symbols["sigma"] = law.moment(1), law.deviation(2 if "g" in names else 1)
    terms = draw(st.lists(REAL, min_size=10, max_size=10))

    def averaging(decay: str, power: int = 1, sign: int = 1) -> Callable[[int], Fraction]:
        """The moving average of the terms, of minus them or of their squares, from 0 on."""

        def at(step: int) -> Fraction:
            beta = symbols[decay]
            if not step:
                return Fraction(0)
            value: Fraction = beta * at(step - 1) + (1 - beta) * sign * terms[step] ** power
            return value

        return at

    several = "beta1" in names
    assumed = str(theorem.statement.hypotheses)
    squared = "g[t]**2" in assumed and not several
    negated = "- (1 - beta1)*g[t]" in assumed
    sequences = {
        "X": lambda index: terms[index],
        "g": lambda index: terms[index],
        "m": averaging("beta1" if several else "beta", 2 if squared else 1, -1 if negated else 1),
        "v": averaging("beta2", 2),
        "r": lambda index: 1 - symbols["beta"] ** index,
        "V": lambda index: symbols["c"] / (1 - symbols["beta"] ** index) ** 2,
    }
    return World(symbols, sequences, law, FAR if random else FARTHER)


def between(low: float, high: float) -> st.SearchStrategy[Fraction]:
    """Thousandths."""
    return st.integers(ceil(1000 * low), floor(1000 * high)).map(lambda k: Fraction(k, 1000))


def world_of(values: Mapping[str, Any], far: int) -> World:
    """The world of some numbers and sequences, in which nothing is random."""
    symbols = {name: value for name, value in values.items() if not callable(value)}
    sequences = {name: value for name, value in values.items() if callable(value)}
    nothing = Fraction(0)
    return World(symbols, sequences, Law(nothing, nothing, nothing), far)


BY_QUADRATURE = 25  # digits
INTEGRALS = {"chi_moment", "beta_function", "plain_moment", "inverse_variance"}
INTEGRALS |= {"variance_limit", "late_slope", "late_constant", "late_room"}


def digits(relation: Relation) -> int:
    """To how many the sides are known."""
    names = {term.args[0].name for term in relation.atoms(Applied)}
    if relation.has(Limit):
        return 12
    return BY_QUADRATURE if relation.has(Integral) or names & INTEGRALS else 45


def holds(relation: Relation, world: World, known: int | None = None) -> bool:
    """Exactly, where both sides are rational; to the digits that are known, where not."""
    with localcontext(prec=DIGITS):
        left, right = world.value(relation.left), world.value(relation.right)
        if isinstance(left, Fraction) and isinstance(right, Fraction) and not relation.has(Limit):
            return bool(OPERATORS[relation.op](left, right))
        left, right = decimal(left), decimal(right)
        same = abs(left - right) <= Decimal(10) ** -(known or digits(relation))
        if relation.op == "=" or (relation.op == "<=" and same):
            return same  # the sides may meet, and decimals don't tell
        return bool(OPERATORS[relation.op](left, right))


def check(
    identifier: str,
    data: st.DataObject,
    values: st.SearchStrategy[dict[str, Any]] | None = None,
    far: int = FARTHER,
) -> None:
    """Try a theorem's statement in a world of its hypotheses.

    ``values`` draws numbers and sequences in the place of the customary ones; a limit of theirs is
    looked at ``far`` out.
    """
    theorem = proved(derivations.theorems[identifier])
    world = data.draw(worlds(theorem)) if values is None else world_of(data.draw(values), far)
    if identifier in SOLVED:
        with localcontext(prec=DIGITS):
            symbol, solved = SOLVED[identifier](world)
        world.symbols[symbol] = solved
    for hypothesis in theorem.statement.hypotheses:
        if isinstance(hypothesis, Relation):
            assume(holds(hypothesis, world))
        elif isinstance(hypothesis, Forall):
            name = hypothesis.variable.name
            for value in range(1, 9):
                here = {**world.symbols, name: Fraction(value)}
                assert holds(hypothesis.relation, World(here, world.sequences, world.law))
    conclusion = theorem.statement.conclusion
    assert isinstance(conclusion, Relation)
    assert holds(conclusion, world), world
