"""Formulas: relations between terms, what is said of a family, and a relation for all values.

They are trees like terms, so that substitution and equality up to bound names work on them, but
nothing evaluates: a relation that SymPy would collapse to True stays what was written, and is
refused as a statement when its sides are identical.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sympy import Basic, Integer
from sympy.core.symbol import Str

from radam_sym.kernel.admission import admit, admit_family, is_random, one_domain_each
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.heads import Definition, Family, Forall, domain, exact
from radam_sym.kernel.terms import alike, variables

OPERATORS = ("=", "!=", "<", "<=")
PREDICATES = {"independent": 0, "identical": 0, "moment": 1, "nonnegative": 0, "normal": 0}


class Relation(Basic):  # type: ignore[misc]
    """left op right, with op one of =, !=, <, <=."""

    def __new__(cls, op: Any, left: Any, right: Any) -> Relation:
        """Refuse an operator that is not one of the four, and a side that is not exact."""
        if str(op) not in OPERATORS:
            raise ProofError("formulas", f"{op} is not one of {' '.join(OPERATORS)}")
        made: Relation = super().__new__(cls, Str(str(op)), exact(left), exact(right))
        return made

    op = property(lambda self: self.args[0].name)
    left = property(lambda self: self.args[1])
    right = property(lambda self: self.args[2])

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.left)} {self.op} {printer._print(self.right)}"


class Predicate(Basic):  # type: ignore[misc]
    """What is said of a random family: its members are independent, identically distributed,
    nonnegative, of the standard normal distribution, or have a finite absolute moment of a stated
    order.
    """

    def __new__(cls, name: Any, family: Basic, *orders: Any) -> Predicate:
        """Refuse another predicate, or one with orders that it does not have."""
        if PREDICATES.get(str(name)) != len(orders):
            raise ProofError("formulas", f"{name} is not one of {', '.join(PREDICATES)}")
        if any(not isinstance(order, (int, Integer)) or order < 1 for order in orders):
            raise ProofError("formulas", f"{orders[0]} is not the order of a moment: 1, 2, ...")
        made: Predicate = super().__new__(cls, Str(str(name)), family, *map(exact, orders))
        return made

    name = property(lambda self: self.args[0].name)
    family = property(lambda self: self.args[1])
    orders = property(lambda self: tuple(int(order) for order in self.args[2:]))

    def _sympystr(self, printer: Any) -> str:
        shown = ", ".join([printer._print(self.family), *map(str, self.orders)])
        return f"{self.name}({shown})"


Formula = Relation | Predicate | Forall


@dataclass(frozen=True)
class Statement:
    """hypotheses ⊢ conclusion, for all values of the free variables in their domains."""

    hypotheses: tuple[Formula, ...]
    conclusion: Formula

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """The hypotheses, then the conclusion."""
        return (*self.hypotheses, self.conclusion)

    @property
    def variables(self) -> tuple[Basic, ...]:
        """The free variables, by name; the statement holds for all their values."""
        found: frozenset[Basic] = frozenset().union(*map(variables, self.formulas))
        return tuple(sorted(found, key=lambda variable: str(variable.name)))

    def admit(self) -> None:
        """Refuse what is no statement: a head that is not admitted, a name with two domains,
        sides that are identical.
        """
        if not isinstance(self.hypotheses, tuple):
            raise ProofError("statement", "the hypotheses are a tuple, which does not change")
        for formula in self.formulas:
            admit_formula(formula)
        one_domain_each(self.formulas)
        conclusion = self.conclusion
        if isinstance(conclusion, Forall):
            raise ProofError("statement", "a conclusion speaks of its free variables", conclusion)
        if isinstance(conclusion, Relation) and alike(conclusion.left, conclusion.right):
            raise ProofError("statement", "the two sides are identical", conclusion)


def admit_formula(formula: Any) -> None:
    """Refuse what is not a formula over admitted terms."""
    if isinstance(formula, Forall):
        admit_formula(formula.relation)
        admit(formula.variable)
        domain(formula.variable)
        if not isinstance(formula.relation, Relation):
            raise ProofError("formulas", "only a relation can be said for all values", formula)
    elif isinstance(formula, Predicate):
        admit_family(ANY_RANDOM, formula.family)
    elif isinstance(formula, Relation):
        for side in (formula.left, formula.right):
            admit(side)
        if formula.op != "=" and (is_random(formula.left) or is_random(formula.right)):
            raise ProofError("formulas", "random expressions can only be equated", formula)
    else:
        raise ProofError("formulas", f"{formula} is not a relation (SymPy may have collapsed it)")


ANY_RANDOM = Family("any", "random")


def definitions(terms: Iterable[Basic]) -> list[Definition]:
    """The definitions used in some terms, each after those that its body uses."""
    found: dict[Definition, None] = {}

    def visit(node: Basic) -> None:
        for argument in node.args:
            visit(argument)
        if isinstance(node, Definition):
            found.setdefault(node)

    for term in terms:
        visit(term)
    return list(found)
