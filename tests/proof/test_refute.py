"""Counterexamples: a point that is told is one, and nothing true gets one."""

import re
from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from flint import arb, ctx, fmpq
from hypothesis import given
from hypothesis import strategies as st
from sympy import Add, Integer, Mul, Pow, Rational, Sum, Symbol, coth, exp, gamma, log, sqrt, tanh

from radam_sym.kernel.context import Context
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import DOMAINS, Definition, E, Family, Var
from radam_sym.proof import refute
from radam_sym.proof.refute import (
    UnknownValueError,
    counterexample,
    holds,
    points,
    value,
    with_counterexample,
)
from radam_sym.proof.relations import eq, for_all, identical, independent, le, lt

x, y = Symbol("x", real=True), Symbol("y", real=True)
n, i = Symbol("n", integer=True, positive=True), Symbol("i", integer=True)
X, m = Family("X", "random"), Family("m")
POINTS = st.fractions(-5, 5, max_denominator=9)


@st.composite
def programs(draw: Any, depth: int = 3) -> tuple[Any, Any]:
    """A term in x, and the same as a function of Python's fractions."""
    if depth == 0 or draw(st.booleans()):
        number = draw(POINTS)
        if draw(st.booleans()):
            return x, lambda at: at
        return Rational(number.numerator, number.denominator), lambda at: number
    left, of_left = draw(programs(depth - 1))
    right, of_right = draw(programs(depth - 1))
    kind = draw(st.sampled_from("+*^"))
    if kind == "+":
        return Add(left, right), lambda at: of_left(at) + of_right(at)
    if kind == "*":
        return Mul(left, right), lambda at: of_left(at) * of_right(at)
    power = draw(st.integers(0, 3))
    return Pow(left, power), lambda at: of_left(at) ** power


@given(program=programs(), at=POINTS)
def test_a_rational_value_is_exact(program: Any, at: Fraction) -> None:
    term, function = program
    assert value(term, {x: at}) == function(at)


def tangent(at: Decimal) -> Decimal:
    return ((2 * at).exp() - 1) / ((2 * at).exp() + 1)


BY_DECIMAL: list[tuple[Any, Callable[[Decimal], Decimal]]] = [
    (exp(x), Decimal.exp),
    (log(x), Decimal.ln),
    (sqrt(x), Decimal.sqrt),
    (x ** Rational(-3, 2), lambda at: 1 / (at * at.sqrt())),
    (tanh(x), tangent),
    (coth(x), lambda at: 1 / tangent(at)),
    (gamma(x + 1) / gamma(x), lambda at: at),
    (2 * exp(-x) + x, lambda at: 2 * (-at).exp() + at),
    (sqrt(x) * log(x) / 3, lambda at: at.sqrt() * at.ln() / 3),
]


@pytest.mark.parametrize(("term", "function"), BY_DECIMAL, ids=[str(t) for t, _ in BY_DECIMAL])
@given(at=st.fractions(Fraction(1, 9), 5, max_denominator=9).filter(lambda at: at != 1))
def test_what_is_not_rational_is_a_ball_around_it(term: Any, function: Any, at: Fraction) -> None:
    found = value(term, {x: at})
    with localcontext(prec=40):
        exact = function(Decimal(at.numerator) / Decimal(at.denominator))
    if isinstance(found, Fraction):  # a root that happens to be rational
        found = arb(fmpq(found.numerator, found.denominator))
    assert abs(found - arb(str(exact))) < 1e-12
    assert found.rad() < 1e-12


@pytest.mark.parametrize("count", range(7))
def test_a_sum_is_added_up_under_its_own_index(count: int) -> None:
    point: Any = {n: Fraction(count), i: Fraction(99)}
    assert value(Sum(i**2, (i, 1, n)), point) == sum(k**2 for k in range(1, count + 1))
    assert point[i] == 99
    assert value(Sum(Sum(i, (i, 1, n)) * i, (i, 1, n)), point) == (count * (count + 1) // 2) ** 2


@pytest.mark.parametrize(
    "term",
    [
        1 / x,
        x ** Integer(-2),
        log(x),
        sqrt(x - 1),
        coth(x),
        E(X[1]),
        Var(X[1]),
        Sum(i, (i, 1, n - 9)),
        Sum(i, (i, 1, 1000 * n)),
        Pow(2 + x, 100_001),
        Pow(Pow(2 + x, 400), 400),
        m[x / 2 + sqrt(2)],
    ],
    ids=str,
)
def test_what_has_no_value_here_is_unknown(term: Any) -> None:
    with pytest.raises(UnknownValueError):
        value(term, {x: Fraction(0), n: Fraction(1)})


def test_a_definition_is_looked_into() -> None:
    half = Definition("half", (x,), x / 2)
    assert value(half(x + 1), {x: Fraction(3)}) == 2


def test_members_are_fixed_numbers_that_the_point_then_holds() -> None:
    point: Any = {n: Fraction(2)}
    first, second = value(X[n], point), value(X[1], point)
    assert first != second
    assert value(X[n], point) == first
    assert {X[2]: first, X[1]: second}.items() <= point.items()


@pytest.mark.parametrize(
    ("relation", "at", "truth"),
    [
        (lt(x, 1), 0, True),
        (lt(x, 1), 1, False),
        (le(x, 1), 1, True),
        (le(x, 1), 2, False),
        (eq(x, 1), 1, True),
        (eq(x, 1), 2, False),
        (Relation("!=", x, Integer(1)), 1, False),
        (Relation("!=", x, Integer(1)), 2, True),
        (lt(0, sqrt(2) - x), 1, True),
        (lt(0, x - sqrt(2)), 1, False),
        (le(0, x - sqrt(2)), 1, False),
        (le(0, sqrt(2) - x), 1, True),
        (eq(exp(2) * exp(x), exp(x + 2)), 1, True),
        (Relation("!=", sqrt(2), x), 1, True),
        (eq(sqrt(2), x), 1, False),
    ],
    ids=str,
)
def test_a_relation_holds_or_not(relation: Relation, at: int, truth: bool) -> None:
    assert holds(relation, {x: Fraction(at)}) is truth


@pytest.mark.parametrize("name", DOMAINS)
def test_points_are_in_the_domain_of_their_symbol(name: str) -> None:
    symbol = Symbol("s", **DOMAINS[name])
    found = [point[symbol] for point in points([symbol])]
    assert len(set(found)) == len(found) > 3
    for number in found:
        assert "positive" not in name or number > 0
        assert "nonnegative" not in name or number >= 0
        assert "integer" not in name or number.denominator == 1


def test_there_are_points_for_no_symbol_and_not_too_many_for_five() -> None:
    assert list(points([])) == [{}]
    five = [Symbol(name, real=True) for name in "abcde"]
    assert len(list(points(five))) == refute.TRIALS


@pytest.mark.parametrize(
    ("claim", "facts", "told"),
    [
        (eq((n + 1) ** 2, n**2 + 1), [], "at n = 2 the sides are 9 and 5"),
        (eq(x**2, x), [], "at x = 1/2 the sides are 1/4 and 1/2"),
        (lt(0, x**2), [], "at x = 0 the sides are 0 and 0"),
        (lt(x, x**2), [lt(1, y), lt(0, x), lt(x, 1)], "at x = 1/2 the sides are 1/2 and 1/4"),
        (le(x, 1), [lt(1, x)], "at x = 2 the sides are 2 and 1"),
        (eq(sqrt(n), n), [], "at n = 2 the sides are 1.41421356237 and 2"),
        (eq(Sum(i, (i, 1, n)), n), [], "at n = 2 the sides are 3 and 2"),
        (eq(Integer(1), Integer(2)), [], "at any point the sides are 1 and 2"),
    ],
    ids=str,
)
def test_a_false_claim_gets_a_point(claim: Relation, facts: list[Any], told: str) -> None:
    assert counterexample(claim, facts) == told


@pytest.mark.parametrize(
    ("claim", "facts"),
    [
        (eq((x + 1) ** 2, x**2 + 2 * x + 1), []),
        (lt(0, x), [lt(0, x)]),
        (le(x, x**2), [le(1, x)]),
        (eq(sqrt(x**2 + 2 * x + 1), x + 1), [lt(-1, x)]),
        (eq(exp(x) * exp(y), exp(x + y)), []),
        (eq(tanh(x), (exp(x) - exp(-x)) / (exp(x) + exp(-x))), []),
        (eq(E(X[1]), Integer(0)), []),
        (eq(X[1], X[2]), [identical(X)]),
        (eq(m[1], m[0] + 1), [for_all(n, eq(m[n], m[n - 1] + 1))]),
        (eq(m[2], Integer(5)), [eq(m[2], 5)]),
    ],
    ids=str,
)
def test_a_true_or_untried_claim_gets_none(claim: Relation, facts: list[Any]) -> None:
    assert counterexample(claim, facts) is None


def test_the_members_of_a_point_are_told_and_are_a_counterexample() -> None:
    told = counterexample(eq(Sum(X[i], (i, 1, n)), n * X[1]), [])
    assert told is not None
    pairs = re.findall(r"X\[(\d)\] = (\d+)/(\d+)", told)
    members = {int(k): Fraction(int(p), int(q)) for k, p, q in pairs}
    sides = [Fraction(side) for side in re.split(" are | and ", told)[1:]]
    assert sorted(members) == [1, 2]
    assert sides == [members[1] + members[2], 2 * members[1]]


def test_a_fact_about_another_family_does_not_end_the_search() -> None:
    facts = [independent(X), eq(Var(X[1]), x**2)]
    assert counterexample(eq(x, y), facts) is not None
    assert counterexample(eq(x + X[1], y + X[1]), facts) is None


def test_the_precision_is_left_as_it_was() -> None:
    before = ctx.prec
    counterexample(eq(sqrt(n), n), [])
    assert ctx.prec == before


def test_an_error_keeps_what_it_has_and_gets_what_it_lacks() -> None:
    context = Context([lt(1, x)])
    bare = ProofError("algebra", "no", x, x**2)
    found = with_counterexample(bare, context)
    assert (found.rule, found.reason) == ("algebra", "no")
    assert found.counterexample == "at x = 2 the sides are 2 and 4"
    assert str(found).count("\n") == 3
    for error in (
        found,
        ProofError("algebra", "no"),
        ProofError("algebra", "no", x),
        ProofError("chain", "no", "x", "y"),
    ):
        assert with_counterexample(error, context) is error
