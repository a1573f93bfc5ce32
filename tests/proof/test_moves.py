"""What each move works out; whether it may be done, the kernel says."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given as draws
from hypothesis import settings
from hypothesis import strategies as st
from sympy import Integer, Lambda, Limit, Rational, Sum, Symbol, exp, log, oo, sqrt, tanh

from radam_sym.kernel.axioms import expectation_linear, log_increasing, power_vanishing
from radam_sym.kernel.conditions import binding
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.heads import Definition, E, Family, Var
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof import (
    algebra,
    at,
    chain,
    cite,
    constant,
    definition,
    derivation,
    dominated,
    empty,
    eq,
    factor_in,
    factor_out,
    finite_moment,
    for_all,
    given,
    hyperbolic,
    le,
    limit,
    linear,
    lt,
    radical,
    reverse,
    series,
    shift,
    single,
    split,
    substituted,
    unit_interval,
)
from radam_sym.proof.moves import Move, narrowed, occurs, state
from radam_sym.proof.refute import value
from radam_sym.proof.search import SearchingContext
from tests.kernel.proofs import AT_ONE, BETWEEN, BOUNDED, MOVING, integral

x, y, q, c = (Symbol(name, real=True) for name in "xyqc")
b = Symbol("b", real=True)
n, t = Symbol("n", integer=True, positive=True), Symbol("t", integer=True, positive=True)
i, j = Symbol("i", integer=True), Symbol("j", integer=True)
X = Family("X", "random")
a = Family("a")
r = Symbol("r", positive=True)
g, h = Family("g", "positive function"), Family("h", "positive function")
ess = Definition("n_t", (b, t), (1 - b**t) / (1 + b**t))


def last(draft: Any) -> Any:
    """The last line of a chain that the kernel accepts."""
    return draft.qed().statement.conclusion.right


def said(draft: Any) -> str:
    with pytest.raises(ProofError) as caught:
        draft.qed()
    return str(caught.value)


# --- what is told ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        (sqrt(x + 1), sqrt(1 + x + 0 * y), None, None),
        (sqrt(x * (x + 1)), sqrt(x**2 + x), x * (x + 1), x**2 + x),
        (E(x * X[1] + X[1]), E((x + 1) * X[1]), x * X[1] + X[1], (x + 1) * X[1]),
        (Sum(x * i + i, (i, 1, n)), Sum((x + 1) * i, (i, 1, n)), x * i + i, (x + 1) * i),
        (Sum(i, (i, 1, n)), Sum(i, (i, 1, n + 1)), None, None),
        (x + sqrt(y), x + sqrt(y + 1), None, None),
        (x**2, y**2, None, None),
        (x**t, x ** (t + 1), None, None),
        (tanh(log(x)), tanh(log(y)), x, y),
        (a[n], a[n + 1], n, n + 1),
        (ess(b, t), ess(b, t + 1), None, None),
    ],
    ids=str,
)
def test_a_change_is_narrowed_down_below_what_arithmetic_can_not_look_into(
    before: Any, after: Any, old: Any, new: Any
) -> None:
    assert narrowed(before, after) == ((before, after) if old is None else (old, new))


@pytest.mark.parametrize(
    ("move", "before", "after", "hypotheses"),
    [
        (algebra, x / (x + 1), 1 - 1 / (x + 1), [lt(0, x)]),
        (algebra, sqrt(x * (x + 1)), sqrt(x**2 + x), [lt(0, x)]),
        (algebra, b ** (2 * t) - 1, (b**t - 1) * (b**t + 1), []),
        (hyperbolic, tanh(x), (exp(2 * x) - 1) / (exp(2 * x) + 1), []),
        (radical, sqrt(x) * sqrt(y), sqrt(x * y), [le(0, x), le(0, y)]),
        (radical, x + 1, sqrt(x**2 + 2 * x + 1), [lt(0, x)]),
    ],
    ids=lambda value: value.rule if isinstance(value, Move) else str(value),
)
def test_a_rule_that_is_told_the_line_gives_it(
    move: Any, before: Any, after: Any, hypotheses: list[Any]
) -> None:
    if move is radical and not hypotheses:
        pytest.skip("nothing to say")
    draft = chain(before, given=hypotheses)
    if move is radical:
        draft = draft.since(*[le(0, x * y)] if before == sqrt(x) * sqrt(y) else [])
    assert last(draft.by(move, to=after)) == after


# --- definitions ----------------------------------------------------------------------------------


def test_a_definition_is_unfolded_everywhere_and_folded_where_told() -> None:
    inside = unit_interval(b)
    facts = [lt(0, b**t)]
    unfolded = (1 - b**t) / (1 + b**t)
    draft = chain(1 + 2 * ess(b, t), given=[*inside, *facts]).by(definition(ess))
    assert last(draft) == 1 + 2 * unfolded
    assert (
        last(draft.by(definition(ess), to=1 + 2 * ess(b, t)).by(definition(ess)))
        == 1 + 2 * unfolded
    )
    assert "n_t does not occur" in said(chain(x).by(definition(ess)))
    assert "not n_t unfolded or folded" in said(draft.by(definition(ess), to=1 + ess(b, t)))


def test_an_inner_application_is_unfolded_with_the_outer() -> None:
    double = Definition("double", (x,), 2 * x)
    assert last(chain(double(double(y) + 1)).by(definition(double))) == 2 * (2 * y + 1)


# --- earlier results ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def square() -> Theorem:
    return chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1).qed("test.square")


def test_an_equation_is_cited_in_either_direction_and_by_name(square: Theorem) -> None:
    assert last(chain((x + 1) ** 2 + y).by(cite(square))) == x**2 + 2 * x + 1 + y
    inside = chain(sqrt((y + 1) ** 2 + 1)).since(lt(0, (y + 1) ** 2 + 1))
    assert last(inside.by(cite(square, x=y))) == sqrt(y**2 + 2 * y + 2)
    assert last(chain(y * (x**2 + 2 * x + 1)).by(cite(square))) == y * (x + 1) ** 2
    assert (
        last(chain(5 * (2 * 9 + 1) * x + (c + 1) ** 2).by(cite(square, x=c)))
        == 95 * x + c**2 + 2 * c + 1
    )


def test_what_can_not_be_cited_is_told(square: Theorem) -> None:
    assert "test.square has no z; it has x" in said(chain(x).by(cite(square, z=1)))
    assert "neither side of test.square occurs" in said(chain(x).by(cite(square)))
    draft = chain(log(x), given=[lt(0, x), lt(x, y)])
    assert "log.increasing is no equation; use it in since" in said(draft.by(cite(log_increasing)))
    assert last(draft.since(cite(log_increasing)).below(log(y))) == log(y)
    with pytest.raises(AttributeError):
        chain(x).by(cite("test.square")).qed()


def test_a_derivation_is_cited_as_its_theorem(square: Theorem) -> None:
    @derivation("test.lazy", square.source)
    def lazy() -> Any:
        return chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1)

    theorem = chain((x + 1) ** 2).by(cite(lazy)).qed()
    assert theorem.rests_on == (lazy.theorem,)


def test_variables_under_a_binder_are_those_around_it(square: Theorem) -> None:
    lemma = chain(i * (i + 1)).by(algebra, to=i**2 + i).qed("test.lemma")
    draft = chain(Sum(i * (i + 1), (i, 1, n))).by(cite(lemma))
    assert last(draft) == Sum(i**2 + i, (i, 1, n))
    assert last(chain(Sum(j * (j + 1), (j, 1, n))).by(cite(lemma, i=j))) == Sum(j**2 + j, (j, 1, n))


def test_a_family_is_named_too() -> None:
    draft = chain(E(Sum(c * X[i], (i, 1, t))), given=finite_moment(X, 1))
    draft = draft.by(cite(expectation_linear, a=Lambda(i, c), m=1, n=t))
    assert last(draft) == Sum(c * E(X[i]), (i, 1, t))


def test_a_hypothesis_is_used_in_either_direction_and_at_a_value() -> None:
    assert last(chain(x + 1, given=eq(x, y)).by(given(eq(x, y)))) == y + 1
    assert last(chain(y + 1, given=eq(x, y)).by(given(eq(x, y)))) == x + 1
    every = for_all(n, eq(a[n], n**2))
    assert last(chain(a[3], given=every).by(given(every, at=3))) == 9
    assert "at which n?" in said(chain(a[n], given=every).by(given(every)))
    assert "it does not follow that 1 <= 0" in said(chain(a[0], given=every).by(given(every, at=0)))
    assert "neither side of the hypothesis occurs" in said(
        chain(x, given=every).by(given(every, at=3))
    )
    assert "no equation" in said(chain(x, given=lt(x, y)).by(given(lt(x, y))))


@pytest.mark.parametrize(
    ("term", "part", "there"),
    [
        (Sum(i * x, (i, 1, n)), Sum(j * x, (j, 1, n)), True),
        (Sum(i * x, (i, 1, n)), x, True),
        (Sum(i * x, (i, 1, n)), Sum(i * x, (i, 0, n)), False),
        (x + y, y, True),
        (x + y + c, x + y, False),
        (E(X[1] ** 2), X[1], True),
    ],
    ids=str,
)
def test_whether_a_part_occurs(term: Any, part: Any, there: bool) -> None:
    assert occurs(term, part) is there


# --- sums -----------------------------------------------------------------------------------------

SUMMANDS = [i, i**2 + 1, x * i, X[i], x**2 * X[i] * i, 2 ** (i + 9)]


@st.composite
def totals(draw: Any) -> Sum:
    low, more = draw(st.integers(-3, 3)), draw(st.integers(0, 3))
    return Sum(draw(st.sampled_from(SUMMANDS)), (i, low, n + low + more))


def same_value(draft: Any, data: st.DataObject) -> Any:
    """The last line, which has the value of the first one wherever that is tried."""
    after = last(draft)
    for _ in range(3):
        point: Any = {x: data.draw(st.fractions(-3, 3, max_denominator=5))}
        point[n] = Fraction(data.draw(st.integers(1, 6)))
        assert value(draft.start, dict(point)) == value(after, dict(point))
    return after


@settings(max_examples=40, deadline=None)
@draws(total=totals(), data=st.data())
def test_a_sum_is_split_shifted_and_reversed_into_one_of_the_same_value(
    total: Any, data: st.DataObject
) -> None:
    _, low, high = total.limits[0]
    places = [low - 1, low, n + low - 1, high - 1, high]
    by = data.draw(st.sampled_from([Integer(1), Integer(-2), n, n - 3]))
    parts = same_value(chain(total).by(split(data.draw(st.sampled_from(places)))), data)
    assert len(parts.atoms(Sum)) in (1, 2)
    moved = same_value(chain(total).by(shift(by)), data)
    assert moved.limits[0][1:] == (low + by, high + by)
    turned = same_value(chain(total).by(reverse(by)), data)
    assert turned.limits[0][1:] == (by - high, by - low)


@settings(max_examples=20, deadline=None)
@draws(total=totals(), data=st.data())
def test_a_factor_moves_in_and_out(total: Any, data: st.DataObject) -> None:
    inside = same_value(chain((x + 2) * total).by(factor_in()), data)
    assert isinstance(inside, Sum)
    outside = same_value(chain(inside, given=lt(-2, x)).by(factor_out(x + 2)), data)
    assert outside == (x + 2) * total


def test_sums_of_nothing_of_one_term_and_of_equal_terms() -> None:
    assert last(chain(x + Sum(X[i], (i, 3, 2))).by(empty())) == x
    assert last(chain(x * Sum(X[i], (i, n, n))).by(single())) == x * X[n]
    assert last(chain(Sum(x, (i, 3, n + 5))).by(constant())) == x * (n + 3)


def test_a_move_on_a_sum_says_which_where_there_are_none_or_several() -> None:
    one, two = Sum(i, (i, 1, n)), Sum(i**2, (i, 1, n))
    assert "0 sums here; say which" in said(chain(x).by(single()))
    assert "2 sums here; say which" in said(chain(one + two).by(split(n)))
    draft = chain(one + two).by(shift(1), at=two)
    assert last(draft) == one + Sum((i - 1) ** 2, (i, 2, n + 1))
    nested = Sum(i * Sum(j, (j, 1, n)), (i, 1, n))
    assert last(chain(nested).by(shift(1))).limits[0][1:] == (2, n + 1)
    assert "0 products with a sum" in said(chain(one).by(factor_in()))


def test_what_a_sum_does_not_allow_is_refused() -> None:
    total = Sum(X[i], (i, 1, n))
    assert "does not follow" in said(chain(total).by(split(n + 1)))
    assert "does not follow" in said(chain(total).by(single()))
    assert "does not follow" in said(chain(total).by(empty()))
    assert "not free of i" in said(chain(total).by(constant()))
    assert said(chain(total).by(factor_out(x)))
    assert said(chain(total).by(shift(Rational(1, 2))))
    assert "not an exact expression" in said_on_making(lambda: split(0.5))


def said_on_making(make: Any) -> str:
    with pytest.raises(ProofError) as caught:
        make()
    return str(caught.value)


# --- limits ---------------------------------------------------------------------------------------


def test_a_limit_is_worked_out_from_base_limits() -> None:
    inside = unit_interval(q)
    draft = chain(Limit((1 - q**n) / (2 + q**n), n, oo), given=[*inside])
    facts = [lt(0, q)]
    lemma = chain(0, given=lt(0, q))
    assert lemma.start == 0
    positive = _power_positive()
    draft = draft.since(*facts, cite(positive, b=q, t=n))
    assert last(draft.by(limit(cite(power_vanishing)))) == Rational(1, 2)
    assert "no base limit is given" in said(draft.by(limit()))
    assert "the two sides differ" in said(draft.by(limit(cite(power_vanishing)), to=1))
    assert "is not a limit" in said(chain(x).by(limit()))


def test_a_limit_by_continuity_from_a_hypothesis() -> None:
    known = eq(Limit(X[n], n, oo), x)
    whole = Limit(X[n] ** 2, n, oo)
    assert last(chain(whole, given=known).by(limit(known))) == x**2
    assert "does not follow" in said(chain(whole).by(limit(known)))


def _power_positive() -> Theorem:
    from radam_sym.proof import induction

    return induction(
        lt(0, b**t),
        t,
        given=lt(0, b),
        base=lambda line: line.below(b),
        step=lambda line: line.below(b ** (t + 1)),
    ).qed("test.positive")


def test_a_limit_at_a_point_is_the_value_there() -> None:
    assert last(chain(Limit(x**2 + n, x, 2, "-")).by(limit())) == n + 4
    assert last(chain(Limit(Sum(x**i, (i, 0, n)), x, 1, "-")).by(limit())) == Sum(1, (i, 0, n))
    assert said(chain(Limit(1 / (1 - x), x, 1, "-")).by(limit()))


def test_a_variance_is_not_looked_into_by_algebra() -> None:
    assert said(chain(Var(X[1] + X[2])).by(algebra, to=Var(X[1]) + Var(X[2])))


# --- series and integrals -------------------------------------------------------------------------


def test_a_series_works_the_limit_out() -> None:
    whole = Limit((exp(y * x) - 1) / x, x, 0, "+")
    assert last(chain(whole).by(series)) == y
    assert last(chain(y * whole, given=eq(whole, c)).by(series, at=whole)) == y**2
    assert last(chain(whole).by(series, to=y)) == y
    assert "the two sides differ" in said(chain(whole).by(series, to=y + 1))
    assert "is not a limit" in said(chain(x).by(series))


def test_an_integral_is_taken_apart_and_its_variable_changed() -> None:
    whole, part = integral(y * g(r)), integral(g(r))
    known = eq(part, c)
    assert last(chain(whole, given=known).by(linear(y * part))) == y * part
    assert last(chain(y * part, given=known).by(linear(whole))) == whole
    both = chain(1 + whole, given=[known, eq(whole, x), lt(0, y)])
    assert last(both.by(linear(y * part), at=whole)) == 1 + y * part
    moved = integral(2 * r * g(r**2))
    exists = eq(moved, c)
    assert last(chain(part, given=exists).by(substituted(1, 2))) == moved
    assert last(chain(part, given=exists).by(substituted(1, 2), to=moved)) == moved
    assert "the line before is not an integral" in said(chain(x).by(substituted(2)))


def test_an_integral_tends_to_that_of_the_limit_under_a_bound() -> None:
    near = chain(MOVING, given=[*BETWEEN]).since(
        at(BETWEEN[0], r), at(BETWEEN[1], r), cite(BOUNDED)
    )
    assert last(near.by(dominated(h(r)))) == AT_ONE
    assert last(near.by(dominated(h(r)), to=AT_ONE)) == AT_ONE
    assert last(near.by(dominated(h(r)), at=MOVING)) == AT_ONE
    assert "the two sides differ" in said(near.by(dominated(h(r)), to=integral(2 * g(r))))
    assert "moves with x" in said(near.by(dominated(x * h(r))))
    assert "it does not follow" in said(near.by(dominated(g(r) / 2)))
    for line in (x, integral(g(r)), Limit(x, x, 1, "-")):
        assert "not the limit of an integral" in said(chain(line).by(dominated(h(r))))


def test_the_limit_under_an_integral_is_from_base_limits() -> None:
    whole = Limit(integral(a[n] * g(r)), n, oo)
    known = eq(Limit(a[n], n, oo), x)
    move = dominated(h(r), known)
    told = move.rewrite(SearchingContext([known]), whole, None, None)
    assert (told.old, told.new) == (whole, integral(x * g(r)))
    assert told.arguments == {"bound": h(r), "base": (known,)}
    with pytest.raises(ProofError, match="no rule for the limit of"):
        dominated(h(r)).rewrite(SearchingContext([]), whole, None, None)


# --- what is said of every value ------------------------------------------------------------------


def test_what_is_said_of_every_value_is_a_fact_for_one() -> None:
    weights = for_all(i, le(0, a[i]))
    start = chain(0, given=weights)
    assert last(start.since(at(weights, 3)).at_most(2 * a[3])) == 2 * a[3]
    assert "it does not follow" in said(chain(0).since(at(weights, 3)).at_most(2 * a[3]))
    with pytest.raises(ProofError, match="is not said for all values of a variable"):
        at(le(0, a[1]), 1)
    for value_ in (0.5, True, "n"):
        with pytest.raises(ProofError, match="is not an exact expression"):
            at(weights, value_)


def test_what_is_not_about_what_is_bound_is_no_fact_there() -> None:
    weights = for_all(i, le(0, a[i]))
    total = Sum(a[j], (j, 1, t))
    path = (binding(total),)
    context = SearchingContext([weights])
    assert state(context, at(weights, j), frozenset([j]), path) == le(0, a[j])
    for value_ in (Integer(3), i):
        with pytest.raises(ProofError, match="this is not about what is bound here"):
            state(context, at(weights, value_), frozenset([j]), path)
