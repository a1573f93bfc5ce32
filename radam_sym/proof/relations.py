"""Hypotheses as people write them: SymPy relations, and what is said of sequences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sympy import Basic, Integer, Symbol
from sympy.core.relational import (
    Equality,
    GreaterThan,
    LessThan,
    StrictGreaterThan,
    StrictLessThan,
    Unequality,
)

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Formula, Predicate, Relation
from radam_sym.kernel.heads import Forall

READ = {
    Equality: ("=", False),
    Unequality: ("!=", False),
    StrictLessThan: ("<", False),
    LessThan: ("<=", False),
    StrictGreaterThan: ("<", True),
    GreaterThan: ("<=", True),
}


def relation(written: Any) -> Formula:
    """A SymPy relation as the kernel's; formulas of the kernel's pass through.

    >>> from sympy import Symbol
    >>> x = Symbol("x", real=True)
    >>> relation(x > 2)
    2 < x
    """
    if isinstance(written, (Relation, Predicate, Forall)):
        return written
    found = READ.get(type(written))
    if found is None:
        raise ProofError(
            "hypothesis",
            f"{written} is not a relation; SymPy collapses one that its assumptions settle",
        )
    op, swap = found
    left, right = written.args
    return Relation(op, right, left) if swap else Relation(op, left, right)


def eq(left: Any, right: Any) -> Relation:
    """left = right, which SymPy does not get to evaluate."""
    return Relation("=", _term(left), _term(right))


def lt(left: Any, right: Any) -> Relation:
    """left < right, which SymPy does not get to evaluate."""
    return Relation("<", _term(left), _term(right))


def le(left: Any, right: Any) -> Relation:
    """left ≤ right, which SymPy does not get to evaluate."""
    return Relation("<=", _term(left), _term(right))


def _term(value: Any) -> Basic:
    return Integer(value) if isinstance(value, int) else value


def for_all(variable: Symbol, written: Any) -> Forall:
    """A relation for every value of a variable in its domain."""
    return Forall(variable, relation(written))


def unit_interval(*symbols: Symbol) -> tuple[Relation, ...]:
    """0 < x < 1 for each symbol."""
    return tuple(formula for symbol in symbols for formula in (lt(0, symbol), lt(symbol, 1)))


def independent(family: Basic) -> Predicate:
    """The members of a random family are independent."""
    return Predicate("independent", family)


def identical(family: Basic) -> Predicate:
    """The members of a random family have one distribution."""
    return Predicate("identical", family)


def finite_moment(family: Basic, order: int) -> Predicate:
    """The members of a random family have a finite absolute moment of this order."""
    return Predicate("moment", family, order)


def nonnegative(family: Basic) -> Predicate:
    """No member of a random family is negative."""
    return Predicate("nonnegative", family)


def normal(family: Basic) -> Predicate:
    """The members of a random family have the standard normal distribution."""
    return Predicate("normal", family)


def iid(family: Basic) -> tuple[Predicate, Predicate]:
    """Independent and identically distributed."""
    return independent(family), identical(family)


def flatten(given: Any) -> Iterable[Any]:
    """Hypotheses one by one, from a relation or any nesting of lists and tuples of them."""
    if isinstance(given, (list, tuple)):
        for part in given:
            yield from flatten(part)
    else:
        yield given
