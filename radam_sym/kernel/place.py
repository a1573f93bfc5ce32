"""A place in a line, what the rules require there, and the arithmetic that they share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sympy import Basic, Integer

from radam_sym.kernel.admission import admit, admit_family
from radam_sym.kernel.conditions import (
    Binding,
    Condition,
    Path,
    definedness,
    membership,
    nonnegative,
)
from radam_sym.kernel.context import Context
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Formula, Relation, admit_formula
from radam_sym.kernel.heads import Family
from radam_sym.kernel.polynomials import Field


@dataclass(frozen=True)
class Place:
    """A context seen from a path of binders."""

    context: Context
    path: Path = ()

    def require(self, rule: str, *formulas: Formula) -> None:
        """Refuse formulas that are not known; what is known has sides that are defined."""
        for formula in formulas:
            admit_formula(formula)
            if not self.context.states(formula, self.path):
                self.require_defined(rule, formula)
                self.require_all(rule, [Condition(self.path, (formula,))])

    def require_all(self, rule: str, conditions: Iterable[Condition]) -> None:
        """Refuse conditions that are not known."""
        self.context.require(conditions, rule)

    def require_defined(self, rule: str, term: Basic) -> None:
        """Refuse a term or formula that need not have a value."""
        self.require_all(rule, definedness(term, self.path))

    def require_value(self, rule: str, variable: Basic, value: Basic) -> None:
        """Refuse what a variable may not stand for: its values are defined and in its domain."""
        if isinstance(variable, Family):
            admit_family(variable, value)
        else:
            admit(value)
            self.require_all(rule, membership(variable, value, self.path))
        self.require_defined(rule, value)

    def under(self, bound: Binding) -> Place:
        """The place inside a further binder."""
        return Place(self.context, (*self.path, bound))


def agree(place: Place, rule: str, left: Basic, right: Basic, exponential: bool = False) -> None:
    """Refuse two sides that are not the same rational function in their atoms; the q-th power of
    an atom b^(1/q) is b.
    """
    arithmetic = Field(left, right, exponential=exponential)
    if arithmetic.without_roots(arithmetic.difference(left, right)) != 0:
        raise ProofError(rule, "the two sides differ", left, right)
    require_splits(place, rule, arithmetic)


def require_splits(place: Place, rule: str, arithmetic: Field) -> None:
    """b^(c·m + d) = (b^m)^c·b^d assumes that b is not zero, or that no exponent is negative."""
    for base, exponent in arithmetic.splits:
        alternatives: tuple[Formula, ...] = (Relation("!=", base, Integer(0)),)
        if exponent is not None:
            alternatives += (nonnegative(exponent),)
        place.require_all(rule, [Condition(place.path, alternatives)])
