import pytest
from sympy import Eq, Integer, Lambda, Ne, Rational, Symbol, true

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Predicate, Relation
from radam_sym.kernel.heads import Family, Forall
from radam_sym.proof import relations

x, y = Symbol("x", real=True), Symbol("y", real=True)
n = Symbol("n", integer=True, positive=True)
X = Family("X", "random")


@pytest.mark.parametrize(
    ("written", "op", "left", "right"),
    [
        (x < y, "<", x, y),
        (x <= y, "<=", x, y),
        (x > y, "<", y, x),
        (x >= y, "<=", y, x),
        (Eq(x, y), "=", x, y),
        (Ne(x, y), "!=", x, y),
        (x > 2, "<", Integer(2), x),
    ],
    ids=str,
)
def test_a_relation_is_read_the_way_it_is_written(
    written: object, op: str, left: object, right: object
) -> None:
    read = relations.relation(written)
    assert isinstance(read, Relation)
    assert (read.op, read.left, read.right) == (op, left, right)


@pytest.mark.parametrize("written", [n > 0, true, True, x, 3, "x < y", None], ids=str)
def test_what_sympy_collapsed_or_never_was_a_relation_is_refused(written: object) -> None:
    with pytest.raises(ProofError, match="is not a relation"):
        relations.relation(written)


def test_what_is_the_kernels_passes_through() -> None:
    for formula in (relations.lt(x, y), relations.independent(X), relations.for_all(n, x < n)):
        assert relations.relation(formula) is formula


@pytest.mark.parametrize(
    ("make", "op"), [(relations.eq, "="), (relations.lt, "<"), (relations.le, "<=")]
)
def test_sympy_evaluates_nothing_of_what_the_functions_make(make: object, op: str) -> None:
    assert make(n, 0) == Relation(op, n, Integer(0))  # type: ignore[operator]
    assert make(0, x) == Relation(op, Integer(0), x)  # type: ignore[operator]
    assert make(x, x) == Relation(op, x, x)  # type: ignore[operator]


def test_the_unit_interval_is_open_and_for_each_symbol() -> None:
    half = Rational(1, 2)
    found = relations.unit_interval(x, y)
    assert found == (*relations.unit_interval(x), *relations.unit_interval(y))
    for value in (-half, Integer(0), half, Integer(1), 1 + half):
        inside = all(bool(f.left.subs(x, value) < f.right.subs(x, value)) for f in found[:2])
        assert inside == (0 < value < 1)


def test_what_is_said_of_a_family() -> None:
    assert relations.iid(X) == (Predicate("independent", X), Predicate("identical", X))
    assert relations.finite_moment(X, 4) == Predicate("moment", X, 4)
    for name in ("independent", "identical", "nonnegative", "normal"):
        assert getattr(relations, name)(X) == Predicate(name, X)
    squares = X.map(lambda member: member**2)
    assert isinstance(squares, Lambda)
    assert relations.identical(squares) == Predicate("identical", squares)


def test_for_all_takes_a_relation_as_it_is_written() -> None:
    assert relations.for_all(n, x < n) == Forall(n, Relation("<", x, n))


def test_hypotheses_may_be_nested_as_deep_as_one_likes() -> None:
    one, two, three = x < y, x < 1, y < 1
    assert list(relations.flatten([one, ([two], (three,))])) == [one, two, three]
    assert list(relations.flatten(one)) == [one]
    assert list(relations.flatten(())) == []
