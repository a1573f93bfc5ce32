from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import mpmath
import pytest
from flint import acb, arb, ctx, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Expr, Integer, Integral, Lambda, Symbol, exp, symbols

import derivations
from derivations import certificate
from derivations.notation import half
from radam_sym.exact import certified
from radam_sym.kernel.axioms import (
    expectation_order,
    expectation_series,
    strip_at_least,
    strip_at_most,
)
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import E, Family
from radam_sym.kernel.terms import body_of, substitute
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof.derivation import proved
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import (
    BY_QUADRATURE,
    DIGITS,
    Law,
    Number,
    World,
    added,
    aliased,
    between,
    check,
    decimal,
    exponential,
    gamma_function,
    half_line,
    holds,
    multiplied,
    power,
    special,
    transform,
    world_of,
)
from tests.derivations.weights import described, even
from tests.soundness.oracle import Verdict, ball, compare, precision
from tests.soundness.oracle import World as Point

OURS = by_id(in_module(certificate))
PART = {name: name.split(".")[1] for name in OURS}
OF_NUMBERS = [name for name in OURS if PART[name] in ("angle", "denominator", "one")]
OF_WEIGHTS = [name for name in OURS if PART[name] == "weights"]
EVALUATED = [name for name in OURS if PART[name] in ("inverse", "root", "infinite")]
MIXED = [name for name in OURS if name not in (*OF_NUMBERS, *OF_WEIGHTS, *EVALUATED)]
NODES = 60  # on either side of u = 1
STEPS, ORDERS = between(1, 2), st.sampled_from([Fraction(1, 2), Fraction(1), Fraction(5, 4)])


def claim(identifier: str) -> Relation:
    found = proved(derivations.theorems[identifier]).statement.conclusion
    assert isinstance(found, Relation)
    return found


@st.composite
def numbers(draw: Any) -> dict[str, Any]:
    """A power, a step, an angle that is nearly the best, and places; and which nodes are taken."""
    p, h, first = draw(ORDERS), draw(STEPS), Fraction(draw(st.integers(-12, 4)))
    return {
        **{"p": p, "h": h, "z": draw(between(0.9, 1.1)) * Fraction(44, 7) / (p * h)},
        **{name: draw(between(0.05, 5)) for name in ("x", "y", "c")},
        **{"k": first, "m": first + draw(st.integers(-1, 12))},
        **{"N": Fraction(draw(st.integers(1, 9))), "r": Fraction(1)},
    }


@pytest.mark.parametrize("identifier", OF_NUMBERS)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, numbers(), NODES)


# --- a mixture of two -----------------------------------------------------------------------------


def mixed(values: dict[str, Any], off: Number = Fraction(0)) -> World:
    """A world in which X_r has one of two values, and I is what it is, over 1 + off."""
    p, law = values["p"], Law(values["x"], values["y"], Fraction(1, 5))
    parts = [(law.chance, law.low), (1 - law.chance, law.high)]

    def of_law(term: Callable[[Fraction], Number]) -> Number:
        return added([multiplied([chance, term(x)]) for chance, x in parts])

    world = world_of(values, NODES)
    world.law = law
    world.functions["M"] = lambda u: of_law(lambda x: exponential(multiplied([-x, u])))
    moment = multiplied([gamma_function(p), of_law(lambda x: power(x, -p))])
    world.symbols["A"] = decimal(moment) / (1 + decimal(off))
    return world


@pytest.mark.parametrize("identifier", MIXED)
@settings(max_examples=8, deadline=None)
@given(values=numbers())
def test_it_holds_for_a_mixture_of_two(identifier: str, values: dict[str, Any]) -> None:
    with localcontext(prec=DIGITS):
        assert holds(claim(identifier), mixed(values))


@settings(max_examples=8, deadline=None)
@given(values=numbers())
def test_an_integral_that_is_off_by_twice_the_bound_is_noticed(values: dict[str, Any]) -> None:
    with localcontext(prec=DIGITS):
        off = 2 * aliased(values["p"], values["h"], values["z"])
        assert not holds(claim("certificate.most"), mixed(values, off))
        assert not holds(claim("certificate.least"), mixed(values, -off))


# --- the law of v_t -------------------------------------------------------------------------------


@pytest.mark.parametrize("identifier", OF_WEIGHTS)
@settings(max_examples=4, deadline=None)
@given(sizes=even(1, 4), values=numbers())
def test_it_holds_for_any_weights(
    identifier: str, sizes: list[Fraction], values: dict[str, Any]
) -> None:
    told = {**values, **described(sizes)}
    with localcontext(prec=DIGITS):
        told["A"] = half_line(
            lambda u: multiplied([transform(told["w"], told["t"], u), power(u, values["p"] - 1)])
        )
        assert holds(claim(identifier), world_of(told, NODES))


@pytest.mark.parametrize("identifier", EVALUATED)
@settings(max_examples=2, deadline=None)
@given(beta=between(0.1, 0.6), h=STEPS, t=st.integers(3, 7))
def test_it_holds_as_it_is_evaluated(identifier: str, beta: Fraction, h: Fraction, t: int) -> None:
    world = world_of({"beta": beta, "h": h, "t": Fraction(t)}, NODES)
    with localcontext(prec=DIGITS):
        assert holds(claim(identifier), world)


@pytest.mark.parametrize("order", [Fraction(1, 2), Fraction(1), Fraction(3)])
@pytest.mark.parametrize("h", [Fraction(1, 10), Fraction(1, 2), Fraction(2)])
def test_the_bound_is_the_one_that_is_evaluated(order: Fraction, h: Fraction) -> None:
    with localcontext(prec=DIGITS), ctx.workprec(200):
        ours = certified.aliasing(order, arb(fmpq(h.numerator, h.denominator)))
        theirs = aliased(order, h, special(lambda: 2 * mpmath.pi) / decimal(order * h))
        assert abs(Decimal(ours.str(50, radius=False)) / theirs - 1) < Decimal("1e-45")


# --- the axioms on means, in numbers --------------------------------------------------------------

U = Symbol("u", positive=True)
CURVES = [
    (Integer(2), 2 / U + U),
    (-Integer(1), 1 - 1 / U),
    (Integer(0), exp(-U)),
    (half, half / U),
]
AT_ONE = Family("X", "random")[1]


def instance(axiom: Theorem, values: dict[str, Any]) -> tuple[Relation, ...]:
    """The equations and the conclusion of an axiom, for some values of its variables."""
    named = {variable.name: variable for variable in axiom.statement.variables}
    put = {named[name]: value for name, value in values.items()}
    found = (substitute(formula, put) for formula in axiom.statement.formulas)
    return tuple(relation for relation in found if isinstance(relation, Relation))


@pytest.mark.parametrize(("factor", "curve"), CURVES, ids=str)
@settings(max_examples=8, deadline=None)
@given(values=numbers())
def test_means_are_ordered_as_what_is_averaged(
    factor: Expr, curve: Expr, values: dict[str, Any]
) -> None:
    put = {"s": Integer(1), "B": factor, "A": E(1 / AT_ONE), "g": Lambda(U, curve), "i": Integer(1)}
    put["c"] = E(substitute(curve, {U: AT_ONE}))
    with localcontext(prec=DIGITS):
        for relation in instance(expectation_order, put):
            assert relation.left == relation.right or holds(relation, mixed(values))


@settings(max_examples=8, deadline=None)
@given(low=between(0.1, 0.5), high=between(0.5, 0.8), c=between(-1, 1))
def test_the_mean_of_a_series_is_the_series_of_means(
    low: Fraction, high: Fraction, c: Fraction
) -> None:
    members = Lambda(Symbol("i", integer=True), AT_ONE ** Symbol("i", integer=True) ** 2)
    world = world_of({"A": c}, NODES // 6)
    world.law = Law(low, high, Fraction(1, 5))
    with localcontext(prec=DIGITS):
        [known, found] = instance(expectation_series, {"X": members})
        assert not holds(known, world)
        world.symbols["A"] = decimal(world.value(known.left))
        assert holds(found, world)


# --- the strip theorem, in numbers ----------------------------------------------------------------

REACH = fmpq(49)  # nodes on either side, e^(−sh·49) of the sum being left
TERMS = Symbol("n", integer=True, positive=True)


def at_point(s: fmpq, x: Any, h: fmpq, z: Any) -> Point:
    """A point at which the hypotheses hold, for all nodes that count."""
    values = dict(zip(symbols("s x h z", real=True), (s, x, h, z), strict=True))
    ends = dict(zip(symbols("m n", integer=True), (-REACH, REACH), strict=True))
    return Point(0, values={**values, **ends, Symbol("d", real=True): ball(z).atan()})


def best(s: fmpq, h: fmpq) -> arb:
    """The tangent for which the bound is about the least."""
    return 2 * arb.pi() / ball(s * h)


@pytest.mark.parametrize("z", [fmpq(1, 3), fmpq(2), fmpq(9), None])
@pytest.mark.parametrize("h", [fmpq(1), fmpq(3, 2), fmpq(3)])
@pytest.mark.parametrize("x", [fmpq(1, 10), fmpq(1), fmpq(13, 7)])
@pytest.mark.parametrize("s", [fmpq(1, 2), fmpq(1), fmpq(3)])
def test_the_sum_of_an_exponential_is_as_near_to_its_integral_as_the_axioms_say(
    s: fmpq, x: fmpq, h: fmpq, z: fmpq | None
) -> None:
    with precision():
        world = at_point(s, x, h, best(s, h) if z is None else z)
        most, least = (axiom.statement.conclusion for axiom in (strip_at_most, strip_at_least))
        assert world.holds(most) is Verdict.TRUE
        part = world.value(body_of(least.right), {TERMS: REACH})  # and all of it is more
        assert compare("<=", world.value(least.left), part) is Verdict.TRUE


@pytest.mark.parametrize("h", [fmpq(1), fmpq(3, 2), fmpq(2)])
@pytest.mark.parametrize("s", [fmpq(1, 2), fmpq(1), fmpq(3)])
def test_a_fifth_of_the_bound_would_not_do(s: fmpq, h: fmpq) -> None:
    """Poisson's sum is 1 + 2·|Γ(s+2πi/h)|/Γ(s) times the integral, at the worst place of x."""
    with precision():
        z = best(s, h)
        delta = 2 * (1 + z**2) ** (ball(s) / 2) / (2 * arb.pi() * z.atan() / ball(h)).expm1()
        turned = acb(ball(s), 2 * arb.pi() / ball(h)).gamma()
        for sign in (1, -1):  # where the first two terms are real, and add to the integral or not
            x = (ball(h) * (turned.log().imag / (2 * arb.pi()) + ball(fmpq(1 - sign, 4)))).exp()
            world = at_point(s, x, h, z)
            total = world.value(strip_at_most.statement.conclusion.left)
            assert isinstance(total, arb)
            error = sign * (total * x ** ball(s) / ball(s).gamma() - 1)
            assert error > delta / 5
            assert abs(error - 2 * abs(turned) / ball(s).gamma()) < delta**2


@pytest.mark.parametrize("axiom", [strip_at_most, strip_at_least])
@pytest.mark.parametrize("z", [Fraction(1, 3), Fraction(2), Fraction(9)])
def test_the_integral_in_the_axioms_is_an_arctangent(axiom: Theorem, z: Fraction) -> None:
    [integral] = (h.left for h in axiom.statement.hypotheses if h.has(Integral))
    with localcontext(prec=DIGITS):
        found = decimal(world_of({"z": z}, NODES).value(integral))
        assert abs(found - special(mpmath.atan, z)) < Decimal(10) ** -BY_QUADRATURE
