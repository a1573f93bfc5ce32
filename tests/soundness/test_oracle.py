"""The oracle itself: what it takes for true, false and undecided, on facts that are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from flint import arb, fmpq
from sympy import (
    Basic,
    Integer,
    Lambda,
    Limit,
    Rational,
    Sum,
    Symbol,
    coth,
    exp,
    gamma,
    log,
    oo,
    pi,
    sqrt,
    tanh,
)

from radam_sym.kernel.conditions import Binding
from radam_sym.kernel.formulas import Predicate, Relation
from radam_sym.kernel.heads import Definition, E, Family, Forall, Integral, Var
from tests.soundness.oracle import (
    Sample,
    Spread,
    UndefinedError,
    UnknownError,
    Verdict,
    World,
    judge,
    precision,
)

b, q, x, y, mu, sigma = (Symbol(name, real=True) for name in ("b", "q", "x", "y", "mu", "sigma"))
p = Symbol("p", positive=True)
i, k, n = (Symbol(name, integer=True) for name in "ikn")
t = Symbol("t", integer=True, positive=True)
X, m = Family("X", "random"), Family("m", "random")
a, f = Family("a", "sequence"), Family("f", "function")
ratio = Definition("ratio", (x, y), (x + y) / x)
mean_of = Definition("mean_of", (X, t), Sum(X[i], (i, 1, t)) / t)

TRUE, FALSE, UNDECIDED = Verdict.TRUE, Verdict.FALSE, Verdict.UNDECIDED
decay = (Relation("<", Integer(0), q), Relation("<", q, Integer(1)))
independent, identical = Predicate("independent", X), Predicate("identical", X)
pair = Sum(X[i], (i, 1, 2))


def rel(left: Any, op: str, right: Any) -> Relation:
    return Relation(op, *(Integer(s) if isinstance(s, int) else s for s in (left, right)))


r, g = Symbol("r", positive=True), Family("g", "positive function")


def over(body: Any) -> Any:
    return Integral(body, (r, 0, oo))


FACTS: list[tuple[Sequence[Basic], Any, Verdict]] = [
    # integrals over the half line, and where there is none
    ((), rel(over(p * exp(-p * r)), "=", 1), TRUE),
    ((), rel(over(r ** (p - 1) * exp(-r)), "=", gamma(p)), TRUE),
    ((), rel(over(r**2 * exp(-p * r) * p**3), "=", 2), TRUE),
    ((), rel(over(exp(-p * r**2)), "=", sqrt(pi / p) / 2), TRUE),
    ((), rel(over((1 + r) ** 2 * exp(-r) * p), "=", 5 * p), TRUE),
    ((), rel(over(p * exp(-p * r)), "=", p), FALSE),
    ((), rel(over(2 * g(2 * r)), "=", over(g(r))), TRUE),
    ((), rel(over(g(2 * r)), "=", over(g(r))), FALSE),
    ((), rel(over(r * g(r) * y), "=", r * over(g(r) * y)), FALSE),
    ((), rel(0, "=", over(p / r * exp(-r))), FALSE),
    ((), rel(-1, "=", over(p * exp(p * r))), FALSE),
    ((), rel(over(p / (1 + r) ** 2), "=", p), UNDECIDED),
    # arithmetic, and where it stops
    ((), rel((x + 1) ** 2, "=", x**2 + 2 * x + 1), TRUE),
    ((), rel((x + 1) ** 2, "=", x**2 + 1), FALSE),
    ((), rel(0, "<=", x**2), TRUE),
    ((), rel(0, "<", x**2), FALSE),
    ((), rel(0, "<=", x), FALSE),
    ((), rel(1, "<=", t), TRUE),
    ((), rel(1, "<", t), FALSE),
    ((), rel(x + 1, "=", (x**2 + x) / x), FALSE),
    ((), rel((x**2 + x) / x, "=", x + 1), TRUE),
    ((rel(x, "!=", 0),), rel(x + 1, "=", (x**2 + x) / x), TRUE),
    ((rel(x, "=", 0),), rel(0, "=", 1 / x), FALSE),
    # powers and roots
    ((), rel(b**t * b, "=", b ** (t + 1)), TRUE),
    ((rel(0, "<", b ** (t - 1)),), rel(0, "<", b ** (t + 1)), FALSE),
    ((rel(x, "=", 0), rel(n, "=", 0)), rel(x**n, "=", 1), TRUE),
    ((), rel(sqrt(x**2 + 1) ** 2, "=", x**2 + 1), TRUE),
    ((rel(0, "<=", x),), rel(sqrt(x) * sqrt(p), "=", sqrt(x * p)), TRUE),
    ((), rel(1, "<=", 1 + sqrt(x)), FALSE),
    ((rel(0, "<", x), rel(x, "<", y)), rel(sqrt(x), "<", sqrt(y)), TRUE),
    # exponentials
    ((), rel(tanh(x), "=", (exp(2 * x) - 1) / (exp(2 * x) + 1)), TRUE),
    ((), rel(tanh(x), "=", (exp(x) - 1) / (exp(x) + 1)), FALSE),
    ((), rel(coth(x) * tanh(x), "=", 1), TRUE),
    ((rel(0, "<", b),), rel(b**t, "=", exp(t * log(b))), TRUE),
    ((), rel(0, "<", exp(x)), TRUE),
    ((), rel(gamma(x + 2), "=", (x + 1) * gamma(x + 1)), FALSE),
    ((rel(0, "<", x),), rel(gamma(x + 1), "=", x * gamma(x)), TRUE),
    ((rel(0, "<", x),), rel(gamma(x + 1), "=", gamma(x)), FALSE),
    # sums
    ((rel(0, "<=", n),), rel(Sum(i, (i, 1, n)), "=", n * (n + 1) / 2), TRUE),
    ((), rel(Sum(x, (i, 1, n)), "=", n * x), TRUE),
    ((), rel(n * x, "=", Sum(x, (i, 1, n))), FALSE),
    ((), rel(Sum(i, (i, 2, 1)), "=", 0), TRUE),
    ((), rel(Sum(i, (i, 1, t)), "=", Sum(i, (i, 1, t + 1))), FALSE),
    # limits
    (decay, rel(Limit(q**n, n, oo), "=", 0), TRUE),
    (decay, rel(Limit(n * q**n, n, oo), "=", 0), TRUE),
    (decay, rel(Limit((1 + q**n) / (2 - q**n), n, oo), "=", 1), FALSE),
    ((), rel(Limit((1 - b**t) / (1 - b), b, 1, "-"), "=", t), TRUE),
    ((), rel(Limit((1 - b**t) / (1 - b), b, 1, "-"), "=", 1), FALSE),
    ((), rel(0, "=", 0 * x + Limit((-Integer(1)) ** n, n, oo)), FALSE),
    ((), rel(0, "=", Limit(1 / x, x, 0, "+")), FALSE),
    ((), rel(1, "=", Limit(1 / x, x, oo)), FALSE),
    ((), rel(Limit(Sum(x * k, (k, 1, t)), x, k, "+"), "=", Sum(k**2, (k, 1, t))), FALSE),
    # what is random
    ((independent,), rel(Var(pair), "=", Var(X[1]) + Var(X[2])), TRUE),
    ((), rel(Var(pair), "=", Var(X[1]) + Var(X[2])), FALSE),
    ((), rel(E(pair), "=", E(X[1]) + E(X[2])), TRUE),
    ((identical,), rel(E(X[i]), "=", E(X[k])), TRUE),
    ((), rel(E(X[i]), "=", E(X[k])), FALSE),
    ((), rel(Var(X[1]), "=", E(X[1] ** 2) - E(X[1]) ** 2), TRUE),
    ((), rel(X[1] * (X[1] + 1), "=", X[1] ** 2 + X[1]), TRUE),
    ((), rel(X[1], "=", X[2]), FALSE),
    ((independent, identical), rel(Var(mean_of(X, t)), "=", Var(X[1]) / t), TRUE),
    ((identical,), rel(Var(mean_of(X, t)), "=", Var(X[1]) / t), FALSE),
    ((identical, rel(Var(X[1]), "=", sigma**2)), rel(Var(X[2]), "=", sigma**2), TRUE),
    ((independent,), Predicate("independent", Lambda(i, f(X[i]))), TRUE),
    ((independent,), Predicate("independent", Lambda(i, X[i] + X[i + 1])), FALSE),
    ((identical,), Predicate("identical", Lambda(i, f(X[i]))), TRUE),
    ((identical,), Predicate("identical", Lambda(i, i * X[i])), FALSE),
    # names, sequences and functions
    ((), rel(ratio(x, y), "=", 1 + y / x), TRUE),
    ((rel(x, "=", 0),), rel(1, "=", ratio(x, 0)), FALSE),
    ((), rel(f(x + x), "=", f(2 * x)), TRUE),
    ((), rel(f(-x), "=", f(x)), FALSE),
    ((Forall(x, rel(f(x), "=", 0)),), rel(f(y) + 1, "=", 1), UNDECIDED),
    ((rel(a[0], "=", 0), Forall(t, rel(a[t], "=", a[t - 1] + t))), rel(a[3], "=", 6), TRUE),
    ((rel(a[0], "=", 0), Forall(t, rel(a[t], "=", a[t - 1] + t))), rel(a[3], "=", 5), FALSE),
    ((Forall(i, rel(0, "<", a[i])),), rel(0, "<", a[9]), TRUE),
    ((Forall(i, rel(0, "<", a[i])),), rel(a[9], "<", 0), FALSE),
    ((Forall(t, rel(0, "<", a[t])),), rel(0, "<", Sum(a[i], (i, 1, 20))), TRUE),
    ((Forall(t, rel(0, "<", a[t])),), rel(0, "<", a[-1]), FALSE),
    ((Forall(i, rel(a[i], "<=", 2)),), rel(a[9], "<=", 2), TRUE),
    ((Forall(i, rel(a[i], "<=", 2)),), rel(a[9], "<", 2), FALSE),
]


@pytest.fixture(autouse=True)
def _enough_bits() -> Iterator[None]:
    with precision():
        yield


@pytest.mark.parametrize(("facts", "claim", "verdict"), FACTS, ids=lambda part: str(part)[:60])
def test_known_facts(facts: Sequence[Basic], claim: Any, verdict: Verdict) -> None:
    sample = Sample([(fact, ()) for fact in facts])
    assert judge(sample, claim, stop=30).verdict is verdict


def test_nothing_is_claimed_where_a_line_has_no_value_unless_the_claim_is_strict() -> None:
    sample, claim = Sample([]), rel((x**2 + x) / x, "=", x + 1)
    assert judge(sample, claim, stop=30).verdict is TRUE
    assert judge(sample, claim, strict=True, stop=30).verdict is FALSE


def test_a_claim_under_a_binder_speaks_of_what_is_bound() -> None:
    sample, claim = Sample([]), rel(1, "<=", i)
    assert judge(sample, claim, [Binding("Sum", i, (Integer(1), t))]).verdict is TRUE
    assert judge(sample, claim, [Binding("Sum", i, (Integer(0), t))]).verdict is FALSE
    assert judge(sample, claim).verdict is FALSE


def test_a_fact_under_a_binder_is_looked_at_for_every_value() -> None:
    path = (Binding("Sum", i, (Integer(1), Integer(3))),)
    points = list(Sample([(rel(x, "<", i), path)]).points(6))
    assert points
    values = [world.value(x) for world in points]
    assert all(not isinstance(value, Spread) and value < 1 for value in values)


@pytest.mark.parametrize(
    "term",
    [
        1 / (y + 8),
        y ** Rational(1, 3),
        sqrt(y),
        sqrt(y) - sqrt(y) + log(y),
        coth(y + 8),
        Sum(i, (i, 3, 1)),
        a[x + p / 7],
        Limit((-Integer(1)) ** n, n, oo),
        Limit(p / x, x, 0, "+"),
        Limit(Integer(5), x, 1 / (y + 8), "+"),
        (y + 8) ** (-t),
        ratio(0, y),
    ],
    ids=str,
)
def test_what_has_no_value(term: Any) -> None:
    world = World(0, {x: [fmpq(1, 3)], p: [fmpq(1, 2)], y: [fmpq(-8)]})
    with pytest.raises(UndefinedError):
        world.value(term)


@pytest.mark.parametrize(
    "term", [Sum(i, (i, 1, 10**6)), Limit(1 / log(x), x, oo), exp(exp(exp(Integer(99))))], ids=str
)
def test_what_can_t_be_told(term: Any) -> None:
    with pytest.raises(UnknownError):
        World(0).value(term)


def test_rational_values_are_exact() -> None:
    world = World(0, {x: [fmpq(1, 3)]})
    assert world.value((x + 1) ** 2 / 2) == fmpq(8, 9)
    assert isinstance(world.value(x**200), fmpq)


def test_other_values_are_balls_of_400_bits() -> None:
    value = World(0).value(sqrt(Integer(2)))
    assert isinstance(value, arb)
    assert value.rad() < arb(2) ** -395
    assert (value**2).contains(2)


def test_bounds_that_are_no_longer_strict_are_reached() -> None:
    weak = Sample([(rel(0, "<=", q), ()), (rel(q, "<=", 1), ())])
    values = {str(world.value(q)) for world in weak.points(40)}
    assert {"0", "1"} <= values


def test_a_point_is_the_same_for_the_same_seed() -> None:
    def values() -> list[str]:
        points = Sample([(fact, ()) for fact in decay], seed=3).points(5)
        return [str(world.value(q)) for world in points]

    assert values() == values()


def test_a_recurrence_is_satisfied_by_what_is_unrolled() -> None:
    recurrence = Forall(t, rel(m[t], "=", b * m[t - 1] + (1 - b) * X[t]))
    sample = Sample([(rel(m[0], "=", 0), ()), (recurrence, ())])
    unrolled = (1 - b) * Sum(b ** (t - i) * X[i], (i, 1, t))
    assert judge(sample, rel(m[t], "=", unrolled)).verdict is TRUE
    assert judge(sample, rel(m[t], "=", b * unrolled)).verdict is FALSE


def test_an_equation_is_satisfied_by_what_the_variables_are() -> None:
    sample = Sample([(identical, ()), (rel(E(X[1]), "=", mu), ()), (rel(Var(X[1]), "=", y**2), ())])
    assert len(list(sample.points(12))) == 12
    assert judge(sample, rel(E(X[3]), "=", mu)).verdict is TRUE


def test_what_is_remembered_of_one_sequence_is_not_taken_for_another() -> None:
    total = Integral(exp(-a[1] * p), (p, 0, oo))
    for number in (2, 5):
        sample = Sample([(rel(a[1], "=", number), ())])
        assert judge(sample, rel(total, "=", Rational(1, number))).verdict is TRUE
        assert judge(sample, rel(total, "=", Rational(1, 3))).verdict is FALSE


def test_nor_what_is_remembered_of_a_sequence_for_one_that_is_positive() -> None:
    last = Limit(a[1] + 1 / t, t, oo)
    for facts in ([], [(Forall(i, rel(0, "<", a[i])), ())]):
        assert judge(Sample(facts), rel(last, "=", a[1])).verdict is TRUE
