"""What is true, decided by numbers: an evaluator that shares no code with the kernel.

Everything is real and partial. A term has a value at a point or it has none: a division by zero,
a root of a negative number, 0 to a negative power, a logarithm of what is not positive, a sum
over a range shorter than empty, a limit that does not exist. 0**0 is 1. A definition is its body,
worked out in the environment of its arguments; nothing is ever substituted, so nothing that SymPy
cancels on the way can hide a division by zero.

Numbers are exact rationals as long as they can be, then balls of 400 bits. A random variable is
a polynomial in independent fair coins ε = ±1 with ε² = 1: E is the constant term, Var the sum of
the squares of the others, exactly and for any number of terms; what is no polynomial is worked
out outcome by outcome. Families without a hypothesis that they are independent (of one
distribution) share one coin (differ from member to member).

A limit is read off at points further away than anything else in sight: n = 2^200 and beyond, or
2^-200 from a finite point; where a sum has to be unrolled, n = 90 and 91. These points
have to agree to 2^-80, and the limit is the ball of that radius. The expressions here are made of
small rationals, powers, exponentials and finite sums: what is within 2^-60 of its limit there has
that limit, and two different limits, or two different values, of expressions of this size differ
by far more than 2^-60. A sequence that oscillates is caught by the parities of the points, one
that diverges by its size; whatever else does not settle is undecided.

An integral over (0, ∞) is known in closed form, or not at all (``half_line``).

A verdict is TRUE, FALSE or UNDECIDED. FALSE is a violation at a definite point. TRUE says only
that no point of a sample violates the claim.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache
from itertools import islice, product
from math import factorial
from typing import Any, Protocol
from zlib import crc32

from flint import arb, ctx, fmpq, fmpz
from sympy import (
    Add,
    Basic,
    Integer,
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

from radam_sym.kernel.formulas import Predicate, Relation
from radam_sym.kernel.heads import Applied, Definition, E, Family, Forall, Integral, Member, Var
from tests.soundness.half_line import Expansion

BITS = 400
CLOSE = fmpq(1, 2**60)  # equal, for numbers that are not rational
SETTLED = fmpq(1, 2**80)  # equal, for values on the way to a limit
APART = fmpq(1, 2**40)  # different, for such values
FAR = 2**200
NOT_SO_FAR = 90  # where a sum has to be unrolled
LONGEST_SUM = NOT_SO_FAR + 10
MOST_COINS = 6
LARGEST_EXACT_POWER = 2_000  # in bits
SMALL_POWER = 1_000
DEEPEST = 12
PATIENCE = 40  # points tried for one at which the facts hold

Number = fmpq | arb
Coins = frozenset[Any]
Environment = Mapping[Basic, Any]
NOTHING: Environment = {}


class UndefinedError(Exception):
    """The term has no value at this point."""


class UnknownError(Exception):
    """The evaluator can't tell."""


class Verdict(Enum):
    TRUE = "true"
    FALSE = "false"
    UNDECIDED = "undecided"


class Place(Protocol):
    """A binder on the way to a place: what ``radam_sym.kernel.conditions.Binding`` is."""

    @property
    def head(self) -> str: ...
    @property
    def variable(self) -> Basic: ...
    @property
    def outside(self) -> tuple[Basic, ...]: ...


Fact = tuple[Basic, tuple[Place, ...]]


@contextmanager
def precision() -> Iterator[None]:
    """The precision of all balls, for as long as something is looked at."""
    before = ctx.prec
    ctx.prec = BITS
    try:
        yield
    finally:
        ctx.prec = before


# --- numbers --------------------------------------------------------------------------------


def sign_of(number: Number) -> int:
    """The sign of a number; raises UnknownError for a ball that holds both signs."""
    if isinstance(number, fmpq):
        return (number > 0) - (number < 0)
    if number > 0:
        return 1
    if number < 0:
        return -1
    raise UnknownError


def as_integer(number: Any) -> int | None:
    """The integer that a number is, or None."""
    if isinstance(number, fmpq) and number.q == 1:
        return int(number.p)
    return None


def ball(number: Number) -> arb:
    return arb(number) if isinstance(number, fmpq) else number


def finite(number: arb) -> arb:
    if not number.is_finite():
        raise UnknownError
    return number


def inverse(number: Number) -> Number:
    if isinstance(number, fmpq):
        if number == 0:
            raise UndefinedError
        return 1 / number
    sign_of(number)
    return finite(1 / number)


def integer_power(base: Number, exponent: int) -> Number:
    """b^n with 0^0 = 1."""
    if exponent < 0:
        return inverse(integer_power(base, -exponent))
    if exponent == 0 or base == 1:
        return fmpq(1)
    if base == 0:
        return fmpq(0)
    if isinstance(base, fmpq) and exponent * int(base.height_bits()) <= LARGEST_EXACT_POWER:
        return base**exponent
    if exponent <= SMALL_POWER:
        return finite(ball(base) ** exponent)
    size = finite(
        ball(base.__abs__() if isinstance(base, arb) else fmpq(abs(base))) ** arb(fmpz(exponent))
    )
    return -size if sign_of(base) < 0 and exponent % 2 else size


def power(base: Number, exponent: Number) -> Number:
    """b^e; a power that is not an integer needs a base that is not negative."""
    whole = as_integer(exponent)
    if whole is not None:
        return integer_power(base, whole)
    sign = sign_of(base)
    if sign < 0 or (sign == 0 and sign_of(exponent) <= 0):
        raise UndefinedError
    if sign == 0:
        return fmpq(0)
    return finite((ball(exponent) * ball(base).log()).exp())


def logarithm(number: Number) -> Number:
    if sign_of(number) <= 0:
        raise UndefinedError
    return fmpq(0) if number == 1 else finite(ball(number).log())


def exponential(number: Number) -> Number:
    return fmpq(1) if number == 0 else finite(ball(number).exp())


def hyperbolic_tangent(number: Number) -> Number:
    return fmpq(0) if number == 0 else finite(ball(number).tanh())


def gamma_function(number: Number) -> Number:
    """Γ, as the kernel has it: for positive numbers."""
    if sign_of(number) <= 0:
        raise UndefinedError
    whole = as_integer(number)
    if whole is not None and whole <= SMALL_POWER:
        return fmpq(fmpz(factorial(whole - 1)))
    return finite(ball(number).gamma())


ELEMENTARY: dict[type, Callable[[Number], Number]] = {
    exp: exponential,
    log: logarithm,
    tanh: hyperbolic_tangent,
    coth: lambda number: inverse(hyperbolic_tangent(number)),
    gamma: gamma_function,
}


# --- random numbers ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Spread:
    """A random variable: a coefficient for each set of coins whose product it multiplies."""

    terms: Mapping[Coins, Number]

    @property
    def coins(self) -> Coins:
        return frozenset().union(*self.terms)

    @property
    def mean(self) -> Number:
        return self.terms.get(frozenset(), fmpq(0))

    @property
    def variance(self) -> Number:
        return sum((c * c for coins, c in self.terms.items() if coins), fmpq(0))


Value = Number | Spread
Outcome = Value | type[Exception]


def spread(value: Value) -> Spread:
    return value if isinstance(value, Spread) else Spread({frozenset(): value})


def tidy(terms: Mapping[Coins, Number]) -> Value:
    """A plain number where no coin is left."""
    kept = {coins: c for coins, c in terms.items() if not (isinstance(c, fmpq) and c == 0)}
    if all(not coins for coins in kept):
        return kept.get(frozenset(), fmpq(0))
    return Spread(kept)


def add(left: Value, right: Value) -> Value:
    if not isinstance(left, Spread) and not isinstance(right, Spread):
        return left + right
    terms = dict(spread(left).terms)
    for coins, c in spread(right).terms.items():
        terms[coins] = terms[coins] + c if coins in terms else c
    return tidy(terms)


def total_of(values: Iterable[Value]) -> Value:
    """The sum of some values."""
    terms: dict[Coins, Number] = {}
    for value in values:
        for coins, c in spread(value).terms.items():
            terms[coins] = terms[coins] + c if coins in terms else c
    return tidy(terms)


def multiply(left: Value, right: Value) -> Value:
    if not isinstance(left, Spread):
        return scaled(right, left) if isinstance(right, Spread) else left * right
    if not isinstance(right, Spread):
        return scaled(left, right)
    if len(left.terms) * len(right.terms) > 5_000:
        raise UnknownError
    terms: dict[Coins, Number] = {}
    for a, c in left.terms.items():
        for b, d in right.terms.items():
            coins = a ^ b
            terms[coins] = terms[coins] + c * d if coins in terms else c * d
    return tidy(terms)


def scaled(variable: Spread, number: Number) -> Value:
    return tidy({coins: c * number for coins, c in variable.terms.items()})


def pointwise(function: Callable[..., Number], *values: Value) -> Value:
    """A function of random variables, outcome by outcome."""
    if not any(isinstance(value, Spread) for value in values):
        return function(*values)
    coins = sorted(frozenset().union(*(spread(v).coins for v in values)), key=repr)
    if len(coins) > MOST_COINS:
        raise UnknownError
    total: Value = fmpq(0)
    for sides in product((1, -1), repeat=len(coins)):
        outcome = dict(zip(coins, sides, strict=True))
        result = function(*(at_outcome(value, outcome) for value in values))
        total = add(total, multiply(result, indicator(outcome)))
    return total


def at_outcome(value: Value, outcome: Mapping[Any, int]) -> Number:
    if not isinstance(value, Spread):
        return value
    total: Number = fmpq(0)
    for coins, c in value.terms.items():
        negative = sum(outcome[coin] < 0 for coin in coins) % 2
        total = total - c if negative else total + c
    return total


def indicator(outcome: Mapping[Any, int]) -> Value:
    """1 at an outcome and 0 at all others: Π (1 + side·coin)/2."""
    result: Value = fmpq(1)
    for coin, side in outcome.items():
        half = fmpq(1, 2)
        result = multiply(result, Spread({frozenset(): half, frozenset([coin]): half * side}))
    return result


def remembered(known: dict[Any, Outcome], key: Any, work_out: Callable[[], Value]) -> Value:
    """A value that is worked out once; raises again what was raised."""
    if key not in known:
        try:
            known[key] = work_out()
        except (UndefinedError, UnknownError) as error:
            known[key] = type(error)
    found = known[key]
    if isinstance(found, type):
        raise found
    return found


# --- a point: values for all variables -----------------------------------------------------------


@dataclass(frozen=True)
class Closure:
    """A Lambda with the environment in which it was written."""

    function: Lambda
    environment: Environment


@dataclass
class Equations:
    """What the hypotheses say of a variable, so that a point can be made to satisfy them."""

    symbols: dict[Symbol, Basic] = field(default_factory=dict)
    squares: dict[Symbol, Basic] = field(default_factory=dict)
    members: dict[tuple[Family, int], Basic] = field(default_factory=dict)
    recurrences: dict[Family, tuple[Symbol, int, Basic]] = field(default_factory=dict)
    least: dict[Family, tuple[Symbol, int, int]] = field(default_factory=dict)


def drawn(seed: int, *what: Any) -> random.Random:
    """A generator of random numbers of its own for everything that is drawn."""
    return random.Random(crc32(repr((seed, *what)).encode()))


def small_rational(generator: random.Random) -> fmpq:
    return fmpq(generator.randint(-4, 5), generator.choice([1, 1, 2, 3]))


@dataclass
class World:
    """A point: values for the free symbols, tables for sequences, laws for random families."""

    seed: int
    pools: Mapping[Symbol, Sequence[fmpq]] = field(default_factory=dict)
    equations: Equations = field(default_factory=Equations)
    independent: frozenset[Family] = frozenset()
    identical: frozenset[Family] = frozenset()
    nonnegative: frozenset[Family] = frozenset()
    values: dict[Symbol, Value] = field(default_factory=dict)
    known: dict[Any, Outcome] = field(default_factory=dict)
    integrals: dict[Any, Outcome] = field(default_factory=dict)
    verdicts: dict[Fact, Verdict] = field(default_factory=dict)
    members: dict[tuple[Family, int], Value] = field(default_factory=dict)
    arguments: set[fmpq] = field(default_factory=set)
    mapped: dict[Any, Value] = field(default_factory=dict)
    busy: set[Symbol] = field(default_factory=set)
    depth: int = 0

    # Variables.

    def symbol(self, symbol: Symbol) -> Value:
        if symbol not in self.values:
            circular = symbol in self.busy
            self.busy.add(symbol)
            found = self._drawn(symbol) if circular else self._fresh(symbol)
            if not in_domain(symbol, found):
                raise UndefinedError
            self.values.setdefault(symbol, found)
        return self.values[symbol]

    def _drawn(self, symbol: Symbol) -> Value:
        """A value at random; in one point of four 0 or 1, in another -1 or 2 beside."""
        pool = self.pools.get(symbol) or pool_of(symbol)
        special = SPECIAL.get(self.seed % 4, pool)
        return drawn(self.seed, symbol.name).choice([v for v in pool if v in special] or pool)

    def _fresh(self, symbol: Symbol) -> Value:
        if symbol in self.equations.symbols:
            return self.value(self.equations.symbols[symbol])
        if symbol in self.equations.squares:
            square = self.value(self.equations.squares[symbol])
            root = pointwise(lambda number: power(number, fmpq(1, 2)), square)
            negative = drawn(self.seed, symbol.name).random() < 0.3 and not symbol.is_nonnegative
            return multiply(fmpq(-1), root) if negative else root
        return self._drawn(symbol)

    def member(self, family: Family, index: Value) -> Value:
        """A member of a family that stands for itself."""
        if family.kind == "function":
            return pointwise(lambda x: self._function(family, x), index)
        if family.kind == "positive function":
            return pointwise(lambda x: self._integrable(family, x), index)
        position = as_integer(index)
        if position is None or (family.kind == "positive sequence" and position < 1):
            raise UndefinedError
        if (family, position) not in self.members:
            self.members[family, position] = self._member(family, position)
        return self.members[family, position]

    def _member(self, family: Family, position: int) -> Value:
        if (family, position) in self.equations.members:
            return self._deeper(self.equations.members[family, position], NOTHING)
        if family in self.equations.recurrences:
            variable, offset, right = self.equations.recurrences[family]
            at = position - offset
            if in_domain(variable, fmpq(at)):
                return self._deeper(right, {variable: fmpq(at)})
        if family.kind == "random":
            return self._random(family, position)
        value = small_rational(drawn(self.seed, family.name, position))
        if family in self.equations.least:
            variable, offset, least = self.equations.least[family]
            if in_domain(variable, fmpq(position - offset)):
                return abs(value) or fmpq(least)
        return value

    def _deeper(self, term: Basic, environment: Environment) -> Value:
        if self.depth > DEEPEST:
            raise UnknownError
        self.depth += 1
        try:
            return self.value(term, environment)
        finally:
            self.depth -= 1

    def _function(self, family: Family, x: Number) -> Number:
        generator = drawn(self.seed, family.name)
        a, b, c = (small_rational(generator) for _ in range(3))
        return a + b * x + c * x * x

    def _integrable(self, family: Family, x: Number) -> Number:
        if sign_of(x) <= 0:
            raise UndefinedError
        if isinstance(x, fmpq):
            self.arguments.add(x)
        still, moving = self._falling(family)
        return (still + moving * x) * exponential(-x)

    def _falling(self, family: Family) -> tuple[Number, Number]:
        """What a function of positive numbers is at a point: g(x) = (b + c·x)·e^(−x)."""
        generator = drawn(self.seed, family.name)
        return small_rational(generator), small_rational(generator)

    def _random(self, family: Family, position: int) -> Value:
        where = () if family in self.identical else (position,)
        generator = drawn(self.seed, family.name, *where)
        mean, first_width, second_width = (small_rational(generator) for _ in range(3))
        if family in self.nonnegative:
            mean = abs(mean) + abs(first_width or fmpq(1)) + abs(second_width)
        whose = (family.name, position) if family in self.independent else (family.name,)
        first, second = frozenset([(*whose, "a")]), frozenset([(*whose, "b")])
        return tidy({frozenset(): mean, first: first_width or fmpq(1), second: second_width})

    # Terms.

    def value(self, term: Basic, environment: Environment = NOTHING) -> Value:
        """The value of a term; raises UndefinedError or UnknownError."""
        if isinstance(term, Rational):
            return fmpq(int(term.p), int(term.q))
        if isinstance(term, Symbol):
            return environment[term] if term in environment else self.symbol(term)
        how = EVALUATE.get(type(term))
        if how is None:
            raise UnknownError
        if environment and not free(term).isdisjoint(environment):
            return how(self, term, environment)
        return remembered(self.known, term, lambda: how(self, term, NOTHING))

    def _all(self, terms: Iterable[Basic], environment: Environment) -> list[Value]:
        """The values of some terms: undefined if one of them is, even where another is unknown."""
        found, unknown = [], False
        for term in terms:
            try:
                found.append(self.value(term, environment))
            except UnknownError:
                unknown = True
        if unknown:
            raise UnknownError
        return found

    def add(self, term: Basic, environment: Environment) -> Value:
        return total_of(self._all(term.args, environment))

    def mul(self, term: Basic, environment: Environment) -> Value:
        total: Value = fmpq(1)
        for part in self._all(term.args, environment):
            total = multiply(total, part)
        return total

    def pow(self, term: Basic, environment: Environment) -> Value:
        base, exponent = self._all(term.args, environment)
        whole = as_integer(exponent)
        if isinstance(base, Spread) and whole is not None and 0 <= whole <= 4:
            result: Value = fmpq(1)
            for _ in range(whole):
                result = multiply(result, base)
            return result
        return pointwise(power, base, exponent)

    def elementary(self, term: Basic, environment: Environment) -> Value:
        return pointwise(ELEMENTARY[type(term)], self.value(term.args[0], environment))

    def sum(self, term: Sum, environment: Environment) -> Value:
        if len(term.limits) != 1 or len(term.limits[0]) != 3:
            raise UnknownError
        index, *ends = term.limits[0]
        low, high = map(as_integer, self._all(ends, environment))
        if low is None or high is None or high < low - 1:
            raise UndefinedError
        if high - low > LONGEST_SUM:
            raise UnknownError
        return total_of(
            self.value(term.function, {**environment, index: fmpq(i)}) for i in range(low, high + 1)
        )

    def member_of(self, term: Member, environment: Environment) -> Value:
        family, index = term.args
        at = self.value(index, environment)
        meant = environment.get(family, family)
        if isinstance(meant, Closure):
            variable = meant.function.variables[0]
            if variable.is_integer and as_integer(at) is None:
                raise UndefinedError
            return self._member_of_lambda(meant, variable, at)
        return self.member(meant, at)

    def _member_of_lambda(self, family: Closure, variable: Symbol, at: Value) -> Value:
        expression = family.function.expr
        environment = {**family.environment, variable: at}
        if isinstance(at, Spread) or not free(expression).isdisjoint(family.environment):
            return self.value(expression, environment)
        key = (expression, variable, str(at))
        if key not in self.mapped:
            self.mapped[key] = self.value(expression, environment)
        return self.mapped[key]

    def applied(self, term: Applied, environment: Environment) -> Value:
        definition, *arguments = term.args
        own: dict[Basic, Any] = {}
        for parameter, argument in zip(definition.parameters, arguments, strict=True):
            if isinstance(parameter, Family):
                own[parameter] = self.family(argument, environment)
                continue
            own[parameter] = self.value(argument, environment)
            if isinstance(own[parameter], Spread):
                raise UnknownError
            if not in_domain(parameter, own[parameter]):
                raise UndefinedError
        return self.value(definition.body, own)

    def family(self, argument: Basic, environment: Environment) -> Family | Closure:
        if isinstance(argument, Lambda):
            return Closure(argument, environment)
        found: Family | Closure = environment.get(argument, argument)
        return found

    def moment(self, term: Basic, environment: Environment) -> Value:
        value = spread(self.value(term.args[0], environment))
        return value.mean if isinstance(term, E) else value.variance

    # Integrals.

    def integral(self, term: Integral, environment: Environment) -> Value:
        """Remembered by the values of its variables: what functions are depends on the seed
        alone, other families are this point's own.
        """
        needed = free(term)
        families = {v for v in needed if isinstance(v, Family)}
        if families & set(environment):
            return self._integral(term, environment)
        symbols = sorted((v for v in needed if isinstance(v, Symbol)), key=str)
        values = tuple(repr(self.value(symbol, environment)) for symbol in symbols)
        everywhere = all(family.kind == "positive function" for family in families)
        known = INTEGRALS if everywhere else self.integrals
        key = term, self.seed if families else None, values
        return remembered(known, key, lambda: self._integral(term, environment))

    def _integral(self, term: Integral, environment: Environment) -> Value:
        """In closed form, from the integrand's terms c·x^s·e^(−a·x^q)."""
        variable, low, high = term.limits[0]
        if len(term.limits) != 1 or (low, high) != (0, oo):
            raise UnknownError
        around = {other: value for other, value in environment.items() if other != variable}

        def value(node: Basic) -> Number:
            found = self.value(node, around)
            if isinstance(found, Spread):
                raise UnknownError
            return found

        def moves(node: Basic) -> bool:
            return variable in free(node)

        expansion = Expansion(variable, moves, value, self._falling, sys.modules[__name__])
        found: Value = expansion.integral(term.function)
        return found

    # Limits.

    def limit(self, term: Limit, environment: Environment) -> Value:
        key = self._signature(term, environment)
        if key is None:
            return self._limit(term, environment)
        return remembered(LIMITS, key, lambda: self._limit(term, environment))

    def _signature(self, term: Limit, environment: Environment) -> Any:
        """All that a limit depends on, where that is easily said."""
        needed = free(term)
        if self.equations.members or self.equations.recurrences or needed & set(environment):
            return None
        symbols = sorted((v for v in needed if isinstance(v, Symbol)), key=str)
        values = tuple((symbol, repr(self.symbol(symbol))) for symbol in symbols)
        laws = (self.independent, self.identical, self.nonnegative)
        least = frozenset((v, at) for v, at in self.equations.least.items() if v in needed)
        return term, self.seed, values, least, *(law_ & needed for law_ in laws)

    def _limit(self, term: Limit, environment: Environment) -> Value:
        body, variable, point, direction = term.args
        moving = (set(total.limits[0][1:]) for total in body.atoms(Sum))
        if body.has(log) and any(variable in free(end) for ends in moving for end in ends):
            raise UnknownError  # a long sum of logarithms takes too long
        tries = (
            (environment, (FAR, FAR + 1, 2 * FAR + 1)),
            (self._in_balls(term, environment), (NOT_SO_FAR, NOT_SO_FAR + 1)),
        )
        for around, distances in tries:
            try:
                places = self._places_near(point, str(direction), distances, around)
                seen = [self.value(body, {**around, variable: x}) for x in places]
            except UnknownError:
                continue
            return settled(seen)
        raise UnknownError

    def _in_balls(self, term: Limit, environment: Environment) -> Environment:
        """The environment with balls for fractions: long sums of exact ones take long."""
        values = {v: self.value(v, environment) for v in free(term) if isinstance(v, Symbol)}
        fractions = {
            symbol: ball(value)
            for symbol, value in values.items()
            if isinstance(value, fmpq) and value.q != 1
        }
        return {**environment, **fractions}

    def _places_near(
        self, point: Basic, direction: str, distances: Sequence[int], environment: Environment
    ) -> list[Value]:
        if point == oo:
            return [fmpq(n) for n in distances]
        centre = self.value(point, environment)
        sign = -1 if direction == "-" else 1
        return [add(centre, fmpq(sign, n)) for n in distances]

    # Formulas.

    def holds(self, formula: Basic, environment: Environment = NOTHING) -> Verdict:
        """Whether a formula holds; one with a side that has no value does not."""
        try:
            if isinstance(formula, Relation):
                left = self.value(formula.left, environment)
                return compare(formula.op, left, self.value(formula.right, environment))
            if isinstance(formula, Forall):
                return self._for_all(formula, environment)
            if isinstance(formula, Predicate):
                return self._said_of(formula, environment)
        except UndefinedError:
            return Verdict.FALSE
        except UnknownError:
            return Verdict.UNDECIDED
        raise TypeError(formula)

    def _for_all(self, formula: Forall, environment: Environment) -> Verdict:
        inner = [{**environment, formula.variable: v} for v in sample_of(formula.variable)]
        return together(self.holds(formula.relation, one) for one in inner)

    def holds_where_looked_at(self, formula: Forall) -> bool:
        """Whether what is said of all values holds where members of families were drawn since."""
        variable = formula.variable
        drawn_at = self.arguments | {fmpq(position) for _, position in self.members}
        looked_at = [v for v in drawn_at if in_domain(variable, v)]
        verdicts = (self.holds(formula.relation, {variable: v}) for v in looked_at)
        return together(verdicts) is Verdict.TRUE

    def _said_of(self, formula: Predicate, environment: Environment) -> Verdict:
        probe = Symbol("probe", integer=True)
        meant = {formula.family: self.family(formula.family, environment)}
        if isinstance(formula.family, Lambda):
            function = formula.family
            members = [
                spread(self.value(function.expr, {**environment, function.variables[0]: fmpq(i)}))
                for i in range(-1, 4)
            ]
        else:
            member = Member(formula.family, probe)
            members = [
                spread(self.value(member, {**environment, **meant, probe: fmpq(i)}))
                for i in range(-1, 4)
            ]
        if formula.name == "independent":
            return _decided(sum(len(m.coins) for m in members) == len(_coins_of(members)))
        if formula.name == "identical":
            return _decided(all(law(m) == law(members[0]) for m in members))
        if formula.name == "nonnegative":
            return _decided(all(sign_of(value) >= 0 for m in members for value in outcomes(m)))
        if formula.name == "normal":  # what is made of coins is not
            return Verdict.UNDECIDED
        return Verdict.TRUE

    def holds_along(
        self, formula: Basic, path: Sequence[Place], environment: Environment = NOTHING
    ) -> Verdict:
        """Whether a formula holds for all values of the variables bound on a path."""
        if not path:
            return self.holds(formula, environment)
        try:
            choices = self._bound_values(path[0], environment)
        except UndefinedError:
            return Verdict.TRUE
        except UnknownError:
            return Verdict.UNDECIDED
        inner = [{**environment, path[0].variable: v} for v in choices]
        return together(self.holds_along(formula, path[1:], one) for one in inner)

    def verdict_on(self, fact: Fact) -> Verdict:
        """Whether a fact holds, remembered."""
        if fact not in self.verdicts:
            self.verdicts[fact] = self.holds_along(*fact)
        return self.verdicts[fact]

    def _bound_values(self, place: Place, environment: Environment) -> list[Value]:
        if place.head == "Sum":
            low, high = map(as_integer, self._all(place.outside, environment))
            if low is None or high is None:
                raise UndefinedError
            return [fmpq(i) for i in range(low, high + 1)]
        if place.head == "Limit":
            point, direction = place.outside
            distances = (1, 2, 7) if point == oo else (3, 2**10, FAR)
            return self._places_near(point, str(direction), distances, environment)
        return list(sample_of(place.variable))


LIMITS: dict[Any, Outcome] = {}
INTEGRALS: dict[Any, Outcome] = {}


@lru_cache(maxsize=50_000)
def free(term: Basic) -> frozenset[Basic]:
    """The symbols and families that the value of a term depends on."""
    if isinstance(term, (Symbol, Family)):
        return frozenset([term])
    if isinstance(term, Definition):
        return frozenset()
    if isinstance(term, Limit):
        body, variable, point, _ = term.args
        return (free(body) - {variable}) | free(point)
    if isinstance(term, Sum):
        index, *ends = term.limits[0]
        return (free(term.function) - {index}).union(*map(free, ends))
    if isinstance(term, Integral):
        return free(term.function) - {term.limits[0][0]}
    if isinstance(term, Lambda):
        return free(term.expr) - set(term.variables)
    return frozenset().union(*map(free, term.args))


EVALUATE: dict[type, Callable[[World, Any, Environment], Value]] = {
    Add: World.add,
    Mul: World.mul,
    Pow: World.pow,
    Sum: World.sum,
    Limit: World.limit,
    Integral: World.integral,
    type(pi): lambda world, term, environment: arb.pi(),
    Member: World.member_of,
    Applied: World.applied,
    E: World.moment,
    Var: World.moment,
    **dict.fromkeys(ELEMENTARY, World.elementary),
}


def settled(seen: Sequence[Value]) -> Value:
    """The limit that some values far out agree on."""
    last = seen[-1]
    gaps = [add(value, multiply(fmpq(-1), last)) for value in seen[:-1]]
    sizes = [abs(ball(gap)) for gap in gaps if not isinstance(gap, Spread)]
    if len(sizes) < len(gaps):
        raise UnknownError
    if all(size < arb(SETTLED) for size in sizes):
        around = arb(0, 1) * arb(SETTLED)
        return tidy({coins: ball(c) + around for coins, c in spread(last).terms.items()})
    oscillates = any(size > arb(APART) for size in sizes)
    if isinstance(last, Spread):
        raise UnknownError
    if oscillates and (abs(ball(last)) > 2**60 or _alternates(seen)):
        raise UndefinedError
    raise UnknownError


def _alternates(seen: Sequence[Value]) -> bool:
    """One value at even places, another at odd ones."""
    if len(seen) < 3:
        return False
    even, *odd = (ball(value) for value in seen if not isinstance(value, Spread))
    return bool(abs(odd[0] - odd[1]) < arb(SETTLED)) and bool(abs(even - odd[0]) > arb(APART))


def compare(op: str, left: Value, right: Value) -> Verdict:
    """left op right, in three values."""
    gap = add(right, multiply(fmpq(-1), left))
    if isinstance(gap, Spread):
        return _compare_random(op, gap)
    if isinstance(gap, fmpq):
        return _decided({"=": gap == 0, "!=": gap != 0, "<": gap > 0, "<=": gap >= 0}[op])
    if gap.contains(0) or abs(gap) < arb(CLOSE):
        close = bool(abs(gap) < arb(CLOSE))
        return Verdict.TRUE if close and op in ("=", "<=") else Verdict.UNDECIDED
    return _decided({"=": False, "!=": True, "<": bool(gap > 0), "<=": bool(gap > 0)}[op])


def _compare_random(op: str, gap: Spread) -> Verdict:
    parts = together(compare("=", c, fmpq(0)) for c in gap.terms.values())
    if op == "=":
        return parts
    return Verdict.UNDECIDED


def _decided(truth: bool) -> Verdict:
    return Verdict.TRUE if truth else Verdict.FALSE


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on a conjunction."""
    result = Verdict.TRUE
    for verdict in verdicts:
        if verdict is Verdict.FALSE:
            return verdict
        if verdict is Verdict.UNDECIDED:
            result = verdict
    return result


def _coins_of(members: Iterable[Spread]) -> Coins:
    return frozenset().union(*(member.coins for member in members))


def law(variable: Spread) -> list[Any]:
    """The values of a random variable over its outcomes, in order."""
    return sorted(str(value) for value in outcomes(variable))


def outcomes(variable: Spread) -> list[Number]:
    """The values of a random variable, outcome by outcome."""
    coins = sorted(variable.coins, key=repr)
    sides = product((1, -1), repeat=len(coins))
    return [at_outcome(variable, dict(zip(coins, side, strict=True))) for side in sides]


# --- samples ------------------------------------------------------------------------------------

REALS = [
    fmpq(p, q)
    for p, q in [
        (1, 2), (0, 1), (1, 3), (1, 1), (9, 10), (-1, 1), (2, 1), (2, 3), (-1, 2), (1, 10),
        (5, 4), (3, 1), (-2, 1), (3, 7), (99, 100), (-1, 3), (5, 1),
    ]
]  # fmt: skip
SPECIAL = {2: [fmpq(0), fmpq(1)], 3: [fmpq(i) for i in (0, 1, -1, 2)]}
INTEGERS = [fmpq(i) for i in (1, 2, 0, 3, 4, -1, 5, -2)]


def in_domain(symbol: Symbol, value: Value) -> bool:
    """Whether a value is one that a symbol may take."""
    if isinstance(value, Spread):
        return False
    if symbol.is_integer and as_integer(value) is None:
        return False
    if symbol.is_positive:
        return sign_of(value) > 0
    return sign_of(value) >= 0 if symbol.is_nonnegative else True


def pool_of(symbol: Symbol) -> list[fmpq]:
    numbers = INTEGERS if symbol.is_integer else REALS
    return [number for number in numbers if in_domain(symbol, number)]


def sample_of(symbol: Symbol) -> list[fmpq]:
    """Values at which a statement about all values is looked at."""
    return pool_of(symbol)[:7]


def equations_in(facts: Iterable[Fact]) -> Equations:
    """What some facts say that variables are."""
    found = Equations()
    for formula, path in facts:
        if path:
            continue
        if isinstance(formula, Forall):
            _read_members(found, formula)
        elif isinstance(formula, Relation) and formula.op == "=":
            _read_equation(found, formula.left, formula.right)
            _read_equation(found, formula.right, formula.left)
    return found


def _read_members(found: Equations, formula: Forall) -> None:
    relation, variable = formula.relation, formula.variable
    if relation.op == "=" and isinstance(relation.left, Member):
        family, index = relation.left.args
        offset = index - variable
        if isinstance(offset, Integer) and family not in found.recurrences:
            found.recurrences[family] = (variable, int(offset), relation.right)
    elif relation.op in ("<", "<=") and relation.left == 0 and isinstance(relation.right, Member):
        family, index = relation.right.args
        offset = index - variable
        if isinstance(offset, Integer) and variable.is_integer:
            found.least.setdefault(family, (variable, int(offset), int(relation.op == "<")))


def _read_equation(found: Equations, left: Basic, right: Basic) -> None:
    if isinstance(left, Symbol):
        if left not in right.free_symbols and not _uses(found, right, left):
            found.symbols.setdefault(left, right)
    elif _is_square(left) and left.base not in {*right.free_symbols, *found.symbols}:
        found.squares.setdefault(left.base, right)
    elif _is_settled_member(left) and not right.has(left.args[0]):
        found.members.setdefault((left.args[0], int(left.args[1])), right)


def _is_settled_member(term: Basic) -> bool:
    if not isinstance(term, Member) or not isinstance(term.args[1], Integer):
        return False
    return "function" not in term.args[0].kind


def _is_square(term: Basic) -> bool:
    return isinstance(term, Pow) and isinstance(term.base, Symbol) and bool(term.exp == 2)


def _uses(found: Equations, term: Basic, symbol: Symbol) -> bool:
    """Whether a term depends on a symbol by way of what is already an equation."""
    if symbol in term.free_symbols:
        return True
    inner = [found.symbols[s] for s in term.free_symbols if s in found.symbols]
    return any(_uses(found, part, symbol) for part in inner)


def pools_for(facts: Iterable[Fact]) -> dict[Symbol, list[fmpq]]:
    """Values for the symbols that simple bounds among the facts allow, the bounds included."""
    pools: dict[Symbol, list[fmpq]] = {}
    for formula, path in facts:
        if path or not isinstance(formula, Relation) or formula.op not in ("<", "<="):
            continue
        for symbol, number, above in _simple_bound(formula):
            pool = pools.get(symbol) or pool_of(symbol)
            kept = [v for v in pool if _within(v, number, above, formula.op)]
            pools[symbol] = kept or pool
    return pools


def _simple_bound(formula: Relation) -> Iterator[tuple[Symbol, fmpq, bool]]:
    left, right = formula.left, formula.right
    if isinstance(left, Rational) and isinstance(right, Symbol):
        yield right, fmpq(int(left.p), int(left.q)), True
    if isinstance(right, Rational) and isinstance(left, Symbol):
        yield left, fmpq(int(right.p), int(right.q)), False


def _within(value: fmpq, number: fmpq, above: bool, op: str) -> bool:
    gap = value - number if above else number - value
    return bool(gap > 0 or (gap == 0 and op == "<="))


def families_said(facts: Iterable[Fact], what: str) -> frozenset[Family]:
    return frozenset(
        formula.family
        for formula, _ in facts
        if isinstance(formula, Predicate)
        and formula.name == what
        and isinstance(formula.family, Family)
    )


def _cost(fact: Fact) -> int:
    """Facts that are quickly looked at come first."""
    formula, path = fact
    return len(path) + isinstance(formula, Forall) + 2 * bool(formula.has(Limit))


@cache
def the_one(formula: Basic, path: tuple[Place, ...]) -> Fact:
    """The same object for facts that are equal, so that what is remembered is quickly found."""
    return formula, path


class Sample:
    """Points at which some facts hold, made when they are asked for."""

    def __init__(self, facts: Sequence[Fact], seed: int = 0) -> None:
        facts = [the_one(formula, tuple(path)) for formula, path in facts]
        self.facts = sorted(facts, key=_cost)
        self.seed = seed
        self.worlds: list[World] = []
        self._tried = 0
        self._shape = (
            pools_for(self.facts),
            equations_in(self.facts),
            families_said(self.facts, "independent"),
            families_said(self.facts, "identical"),
            families_said(self.facts, "nonnegative"),
        )
        self._shared = WORLDS.setdefault(f"{seed} {self._shape}", [])

    def points(self, count: int) -> Iterator[World]:
        """Up to ``count`` points; fewer where none more are found."""
        for k in range(count):
            while k >= len(self.worlds) and self._tried < PATIENCE * (1 + len(self.worlds)):
                self._try_one()
            if k >= len(self.worlds):
                return
            yield self.worlds[k]

    def _try_one(self) -> None:
        if self._tried == len(self._shared):
            self._shared.append(World(1_000 * self.seed + self._tried, *self._shape))
        world = self._shared[self._tried]
        self._tried += 1
        with precision():
            verdict = together(world.verdict_on(fact) for fact in self.facts)
        if verdict is Verdict.TRUE:
            self.worlds.append(world)

    def still_at(self, world: World) -> bool:
        """Whether a point satisfies the facts at whatever a claim has looked at, too."""
        said = [f for f, path in self.facts if isinstance(f, Forall) and not path]
        return all(map(world.holds_where_looked_at, said))


WORLDS: dict[str, list[World]] = {}
"""Points by what they were made from: facts that say the same of the variables share them."""


@dataclass(frozen=True)
class Judgement:
    """A verdict, at how many points it was looked at, and the point that violates the claim."""

    verdict: Verdict
    points: int
    witness: dict[Symbol, Value] | None = None


def judge(
    sample: Sample,
    claim: Basic,
    path: Sequence[Place] = (),
    *,
    strict: bool = False,
    start: int = 0,
    stop: int = 12,
) -> Judgement:
    """Whether a claim holds wherever some facts do, as far as a sample shows.

    ``strict``: the left side of a relation has to have a value too; else nothing is claimed where
    it has none, for a rule turns a line that has a value into another.
    """
    decided = 0
    for world in islice(sample.points(stop), start, None):
        with precision():
            verdict = _at_point(world, claim, path, strict)
            violated = verdict is Verdict.FALSE and sample.still_at(world)
        if violated:
            return Judgement(verdict, decided + 1, dict(world.values))
        decided += verdict is Verdict.TRUE
    return Judgement(Verdict.TRUE if decided else Verdict.UNDECIDED, decided)


def _at_point(world: World, claim: Basic, path: Sequence[Place], strict: bool) -> Verdict:
    if not strict and isinstance(claim, Relation):
        try:
            world.value(claim.left)
        except (UndefinedError, UnknownError):
            return Verdict.UNDECIDED
    return world.holds_along(claim, path)
