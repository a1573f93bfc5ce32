"""The search for side conditions: whatever it finds, it has to be found right."""

from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Add, Integer, Mul, Rational, Symbol, exp, log, sqrt

from radam_sym.kernel.context import Context
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Family
from radam_sym.kernel.theorem import Combined, establish
from radam_sym.proof.relations import eq, le, lt
from radam_sym.proof.search import SearchingContext, settle, solve_nonnegative

x, y, z = (Symbol(name, real=True) for name in "xyz")
b = Symbol("b", real=True)
t = Symbol("t", integer=True, positive=True)
SMALL = st.integers(-4, 4)
Table = list[list[int]]


def rational(value: int | Fraction) -> fmpq:
    exact = Fraction(value)
    return fmpq(exact.numerator, exact.denominator)


def solve(table: Table, right: list[Any], prefer: list[bool] | None = None) -> Any:
    rows = [list(map(rational, row)) for row in table]
    return solve_nonnegative(rows, list(map(rational, right)), prefer or [])


@st.composite
def tables(draw: Any, rows: int = 4, columns: int = 5) -> Table:
    height, width = draw(st.integers(1, rows)), draw(st.integers(1, columns))
    line = st.lists(SMALL, min_size=width, max_size=width)
    table: Table = draw(st.lists(line, min_size=height, max_size=height))
    return table


def product(table: Table, vector: Any) -> list[Any]:
    return [sum((a * v for a, v in zip(row, vector, strict=True)), 0) for row in table]


def feasible_by_trial(table: Table, right: list[int]) -> bool:
    """Whether there is x ≥ 0 with Ax = b: if so, there is one on independent columns."""
    height, width = len(table), len(table[0])
    if not any(right):
        return True
    for count in range(1, min(height, width) + 1):
        for chosen in combinations(range(width), count):
            part = fmpq_mat([[rational(row[j]) for j in chosen] for row in table])
            whole = fmpq_mat(
                [
                    [*[rational(row[j]) for j in chosen], rational(v)]
                    for row, v in zip(table, right, strict=True)
                ]
            )
            if part.rank() < count or whole.rank() > count:
                continue
            square = part.transpose() * part
            column = fmpq_mat([[rational(v)] for v in right])
            solution = square.solve(part.transpose() * column)
            if all(solution[k, 0] >= 0 for k in range(count)):
                return True
    return False


@settings(max_examples=150, deadline=None)
@given(table=tables(), data=st.data())
def test_a_system_with_a_solution_is_solved(table: Table, data: st.DataObject) -> None:
    size = len(table[0])
    made = data.draw(st.lists(st.integers(0, 5), min_size=size, max_size=size))
    right = product(table, made)
    found = solve(table, right)
    assert found is not None
    assert all(value >= 0 for value in found)
    assert product(table, found) == right


@settings(max_examples=150, deadline=None)
@given(table=tables(), data=st.data())
def test_a_system_that_farkas_excludes_is_given_up(table: Table, data: st.DataObject) -> None:
    """With uᵀA ≥ 0 and uᵀb < 0 there is no x ≥ 0: columns are flipped until uᵀA ≥ 0."""
    height = len(table)
    u = data.draw(st.lists(SMALL, min_size=height, max_size=height).filter(any))
    signs = [
        -1 if sum(k * row[j] for k, row in zip(u, table, strict=True)) < 0 else 1
        for j in range(len(table[0]))
    ]
    flipped = [[s * a for s, a in zip(signs, row, strict=True)] for row in table]
    right = data.draw(st.lists(SMALL, min_size=height, max_size=height))
    if sum(k * v for k, v in zip(u, right, strict=True)) >= 0:
        right = [-k for k in u]
    assert solve(flipped, right) is None


@settings(max_examples=150, deadline=None)
@given(table=tables(3, 4), data=st.data())
def test_it_agrees_with_trying_all_bases(table: Table, data: st.DataObject) -> None:
    right = data.draw(st.lists(SMALL, min_size=len(table), max_size=len(table)))
    assert (solve(table, right) is not None) == feasible_by_trial(table, right)


@settings(max_examples=150, deadline=None)
@given(table=tables(3, 4), data=st.data())
def test_a_preferred_column_is_used_exactly_if_one_can_be(
    table: Table, data: st.DataObject
) -> None:
    width = len(table[0])
    made = data.draw(st.lists(st.integers(0, 3), min_size=width, max_size=width))
    prefer = data.draw(st.lists(st.booleans(), min_size=width, max_size=width))
    right = product(table, made)
    found = solve(table, right, prefer)
    assert product(table, found) == right
    assert all(value >= 0 for value in found)
    used = any(value > 0 for value, wanted in zip(found, prefer, strict=True) if wanted)
    # A solution with x_j > 0 exists if one with x_j = 1 does for some multiple of the right side,
    # or if 0 has one: both are about the cone that A and −b span.
    cone = [[*row, -v] for row, v in zip(table, right, strict=True)]
    possible = any(
        feasible_by_trial(cone, [-row[j] for row in table]) for j in range(width) if prefer[j]
    )
    assert used == possible


def test_degenerate_systems_come_to_an_end() -> None:
    # Beale's example, on which the simplex method cycles without Bland's rule.
    table = [
        [Fraction(1, 4), -60, Fraction(-1, 25), 9, 1, 0, 0],
        [Fraction(1, 2), -90, Fraction(-1, 50), 3, 0, 1, 0],
        [0, 0, 1, 0, 0, 0, 1],
    ]
    found = solve(table, [0, 0, 1], [False, False, True, False, False, False, False])  # type: ignore[arg-type]
    assert found[2] > 0
    assert solve([], []) == []
    assert solve([[0]], [1]) is None


# --- settle ---------------------------------------------------------------------------------------


def replayed(context: SearchingContext, hypotheses: list[Any], goal: Relation) -> bool:
    """Whether a context that does not search accepts what was found, and then knows the goal."""
    fresh = Context(hypotheses)
    for fact in context.found:
        establish(fresh, fact)
    return fresh.knows(goal)


UNIT = [lt(0, b), lt(b, 1)]
POWERS = [*UNIT, lt(0, b**t), le(b**t, b)]


@pytest.mark.parametrize(
    ("hypotheses", "goal"),
    [
        ([lt(0, x)], lt(-1, x)),
        ([lt(0, x), lt(0, y)], lt(0, x * y)),
        ([lt(0, x), lt(0, y)], lt(0, 1 / (x + y))),
        ([lt(x, 0)], lt(0, x**2)),
        ([lt(0, x), lt(x, y)], lt(x**2, y**2)),
        ([lt(0, x), lt(x, y)], lt(1 / y, 1 / x)),
        ([le(0, x)], le(0, x**3 + x)),
        ([lt(0, x)], lt(1, sum(x**k for k in range(20)))),
        ([lt(0, x), lt(0, y)], lt(0, x**9 * y**7 / 3 + y**12)),
        ([lt(1, x)], lt(0, x**2 - x)),
        ([lt(x, -1)], Relation("!=", x, Integer(0))),
        (UNIT, lt(b**2, b)),
        (UNIT, lt(0, (1 - b) / (1 + b))),
        (UNIT, Relation("!=", 1 - b**2, Integer(0))),
        (POWERS, lt(0, 1 - b**t)),
        (POWERS, lt(b ** (t + 1), b**t)),
        (POWERS, lt(0, (1 - b**t) / (1 + b**t))),
        (POWERS, le(1, (1 - b**t) / (1 + b**t) * (1 + b) / (1 - b))),
        ([eq(x, y + 1), lt(0, y)], lt(1, x)),
        ([lt(0, x)], lt(0, sqrt(x) + 1)),
        ([], lt(0, exp(x) + 1)),
        ([lt(0, log(x))], lt(0, 2 * log(x))),
        ([le(1, x), lt(1, x), le(0, y)], lt(0, x - 1 + y)),
        ([], le(0, x**2)),
        ([], lt(0, (x - 1) ** 2 + y**4 + 3)),
        ([], le(2 * x * y, x**2 + y**2)),
        ([], lt(0, 1 / (1 + x**2))),
        ([], lt(0, t)),
        ([], le(1, t)),
        ([le(2, t)], lt(1, t)),
    ],
    ids=str,
)
def test_what_follows_is_found_and_the_kernel_agrees(hypotheses: list[Any], goal: Relation) -> None:
    context = SearchingContext(hypotheses)
    assert settle(context, goal)
    assert replayed(context, hypotheses, goal)


@pytest.mark.parametrize(
    ("hypotheses", "goal"),
    [
        ([], lt(0, x)),
        ([le(0, x)], lt(0, x)),
        ([lt(0, x)], lt(1, x)),
        ([lt(x, y)], lt(x**2, y**2)),
        ([lt(0, x), lt(0, y)], lt(0, x - y)),
        ([lt(0, x)], lt(0, x**9 + y**9)),
        ([lt(0, x)], lt(0, x**9 - x**3)),
        (UNIT, lt(b, b**2)),
        ([le(0, x)], Relation("!=", x, Integer(0))),
        ([lt(0, x)], eq(x, x + y)),
        ([], lt(0, x**2)),
        ([], le(0, -(x**2))),
        ([], lt(0, x**2 + x)),
        ([], lt(0, Family("X", "random")[1])),
    ],
    ids=str,
)
def test_what_does_not_follow_is_not_found(hypotheses: list[Any], goal: Relation) -> None:
    context = SearchingContext(hypotheses)
    assert not settle(context, goal)
    assert not replayed(context, hypotheses, goal)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_combinations_of_products_are_found(data: st.DataObject) -> None:
    """Any Σ q·p_i·p_j + r with q ≥ 0 and r > 0 is positive where all p are."""
    known = [lt(0, x), lt(x, 1), lt(y, x)]
    parts = [fact.right - fact.left for fact in known]
    pairs = [(p, q) for k, p in enumerate(parts) for q in parts[k:]]
    chosen = data.draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=3))
    scales = [Rational(data.draw(st.integers(1, 5)), data.draw(st.integers(1, 5))) for _ in chosen]
    body = Add(*[Mul(q, *pair) for q, pair in zip(scales, chosen, strict=True)]).expand()
    goal = lt(0, body + Rational(1, 3))
    context = SearchingContext(known)
    assert settle(context, goal)
    assert replayed(context, list(known), goal)


def test_nothing_is_kept_twice_or_for_nothing() -> None:
    context = SearchingContext([lt(0, x)])
    assert settle(context, lt(0, x))
    assert context.found == []
    assert settle(context, lt(-1, x))
    assert settle(context, lt(-1, x))
    [fact] = context.found
    assert isinstance(fact, Combined)
