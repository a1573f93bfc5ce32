from typing import Any

import pytest
from sympy import Basic, EulerGamma, Integer, Lambda, Rational, Symbol, true

from radam_sym.kernel.formulas import (
    Formula,
    Predicate,
    Relation,
    Statement,
    admit_formula,
    definitions,
)
from radam_sym.kernel.heads import Definition, E, Family, Forall
from tests.kernel.proofs import X, eq, f, i, le, lt, moment, ne, positive, refused, s, t, x, y


def test_a_relation_stays_what_was_written() -> None:
    for written in (eq(x, x), lt(positive, 0), le(1, 2), ne(0, 0)):
        assert isinstance(written, Relation)
        admit_formula(written)
    assert (le(x, 2).op, le(x, 2).left, le(x, 2).right) == ("<=", x, Integer(2))
    assert str(le(x, 2)) == "x <= 2"


@pytest.mark.parametrize("op", [">", "==", "", "is"])
def test_there_are_four_operators(op: str) -> None:
    with refused("is not one of = != < <="):
        Relation(op, x, y)


@pytest.mark.parametrize("side", [0.5, True, true, "x", None, X, lt(x, y)], ids=repr)
def test_the_sides_of_a_relation_are_exact(side: object) -> None:
    for sides in ((side, x), (x, side)):
        with refused("is not an exact expression"):
            Relation("=", *sides)


@pytest.mark.parametrize(
    ("name", "orders"),
    [("gaussian", ()), ("moment", ()), ("moment", (1, 2)), ("independent", (1,)), ("normal", (2,))],
)
def test_there_are_five_predicates(name: str, orders: tuple[int, ...]) -> None:
    with refused("is not one of independent, identical, moment, nonnegative, normal"):
        Predicate(name, X, *orders)


@pytest.mark.parametrize("order", [0, -1, Rational(1, 2), x])
def test_a_moment_is_of_a_whole_order(order: Any) -> None:
    """A moment of order 1 says nothing of one of order 3/2, nor of E(1/|X_1|)."""
    with refused(f"{order} is not the order of a moment: 1, 2, ..."):
        Predicate("moment", X, order)


def test_predicates_show_themselves() -> None:
    assert str(moment(X, 2)) == "moment(X, 2)"
    assert moment(X, 2).orders == (2,)
    for name in ("independent", "identical", "nonnegative", "normal"):
        assert str(Predicate(name, X)) == f"{name}(X)"


@pytest.mark.parametrize(
    "formula",
    [
        eq(x, y),
        eq(X[1], x),
        lt(E(X[1]), 2),
        Forall(t, eq(s[t], 0)),
        moment(Lambda(i, X[i] ** 2), 2),
        Predicate("identical", s),
    ],
    ids=str,
)
def test_admitted(formula: Formula) -> None:
    admit_formula(formula)


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        (x, "x is not a relation"),
        (true, "True is not a relation"),
        (x < y, "x < y is not a relation"),
        (eq(x, EulerGamma), "not an admitted head"),
        (eq(EulerGamma, x), "not an admitted head"),
        (lt(X[1], x), "random expressions can only be equated"),
        (ne(x, X[1]), "random expressions can only be equated"),
        (Forall(x, Forall(y, eq(x, y))), "only a relation can be said for all values"),
        (Forall(x, moment(X, 2)), "only a relation can be said for all values"),
        (Forall(Symbol("v"), eq(x, y)), "is not a symbol whose domain is"),
        (Forall(Symbol("a b", real=True), eq(x, y)), "not a plain name"),
        (Forall(x + 1, eq(x, y)), "is not a symbol whose domain is"),
        (Forall(x, eq(x, EulerGamma)), "not an admitted head"),
        (moment(f, 2), "any is a random, f is not"),
        (moment(Lambda(i, EulerGamma * X[i]), 2), "not an admitted head"),
        (moment(x, 2), "neither a family nor a Lambda"),
    ],
    ids=range(16),
)
def test_what_is_no_formula(formula: Basic, reason: str) -> None:
    with refused(reason):
        admit_formula(formula)
    with refused(reason):
        Statement((formula,), eq(x, y)).admit()


def test_a_statement_speaks_of_its_free_variables() -> None:
    statement = Statement((lt(0, x), Forall(t, eq(s[t], x))), eq(x, y + E(X[i])))
    statement.admit()
    assert statement.variables == (X, i, s, x, y)
    assert statement.formulas == (*statement.hypotheses, statement.conclusion)


def test_hypotheses_that_could_be_taken_back_are_refused() -> None:
    with refused("the hypotheses are a tuple"):
        Statement([lt(0, x)], eq(x, y)).admit()  # type: ignore[arg-type]


def test_a_statement_whose_sides_are_identical_is_refused() -> None:
    for op in ("=", "<=", "<", "!="):
        with refused("the two sides are identical"):
            Statement((), Relation(op, x + y, y + x)).admit()


def test_a_relation_that_collapses_to_true_is_refused() -> None:
    collapsed = positive > 0
    assert collapsed == true
    with refused("SymPy may have collapsed it"):
        Statement((), collapsed).admit()
    with refused("SymPy may have collapsed it"):
        Statement((collapsed,), eq(x, y)).admit()


def test_two_symbols_of_one_name_in_a_statement_are_refused() -> None:
    with refused("two variables of one name: x"):
        Statement((lt(0, Symbol("x", positive=True)),), eq(x, y)).admit()
    with refused("two variables of one name: X"):
        Statement((moment(Family("X", "sequence"), 1),), eq(E(X[1]), y)).admit()


def test_a_conclusion_is_no_relation_for_all_values() -> None:
    with refused("a conclusion speaks of its free variables"):
        Statement((), Forall(x, eq(x, y))).admit()
    Statement((), Predicate("independent", X)).admit()


def test_definitions_come_after_those_that_they_use() -> None:
    inner = Definition("inner", (x,), x**2)
    outer = Definition("outer", (x,), inner(x) + 1)
    assert definitions([outer(y), inner(x)]) == [inner, outer]
    assert definitions([x + y]) == []
