"""Straight-line programs: how a formula is computed without losing digits, and why that is right.

A symbolic form can't say in which order a machine computes: SymPy turns 3·(1−β) into 3−3β. A
program can: each line is one small expression in names, and the lines put together are an
expression again, the composition. A theorem says that it is the formula; or two theorems say
that it is at most a little smaller, where a part of it was cut off.
"""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Basic, Integer, Rational, Symbol, exp, log

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Formula, Relation
from radam_sym.kernel.heads import Definition
from radam_sym.kernel.terms import alike, substitute
from radam_sym.kernel.theorem import Theorem, genuine
from radam_sym.proof.derivation import Derivation

_x = Symbol("x", real=True)

# What every language computes without cancellation: the heads that a program may use beside
# +, −, ×, ÷, powers, roots, log, exp, tanh and other programs.
log1p = Definition("log1p", (_x,), log(1 + _x), notation=r"\operatorname{log1p}\left({x}\right)")
expm1 = Definition("expm1", (_x,), exp(_x) - 1, notation=r"\operatorname{expm1}\left({x}\right)")


EXACT = Integer(0)


@dataclass(frozen=True)
class Piece:
    """One way to compute: lines (a name and what it is), the value, and where this way is taken.

    ``where`` speaks of the program's parameters and of names of the lines. ``proved`` is one
    derivation of formula = composition; or, where ``error`` is not 0, two, of composition ≤
    formula and formula ≤ (1 + error)·composition.
    """

    value: Basic
    proved: tuple[Derivation, ...]
    lines: tuple[tuple[Symbol, Basic], ...] = ()
    where: tuple[Relation, ...] = ()
    error: Rational = EXACT

    @property
    def composition(self) -> Basic:
        """The lines put together."""
        return self.composed(self.value)

    def composed(self, term: Basic) -> Basic:
        """A term in the lines' names as one in the program's parameters."""
        for name, expression in reversed(self.lines):
            term = substitute(term, {name: expression})
        return term

    @property
    def theorems(self) -> tuple[Theorem, ...]:
        """What ``proved`` proves."""
        return tuple(derivation.theorem for derivation in self.proved)


@dataclass(frozen=True)
class Program:
    """How a definition is computed: by the first piece whose conditions hold; it is undefined
    where none does. ``domain`` is what the parameters satisfy, ``note`` why the pieces are apart.
    """

    definition: Definition
    pieces: tuple[Piece, ...]
    domain: tuple[Formula, ...] = ()
    note: str = ""

    @property
    def formula(self) -> Basic:
        """The definition at its own parameters."""
        return self.definition(*self.definition.parameters)

    def check(self) -> None:
        """Refuse a program whose theorems do not say that it computes its formula."""
        for piece in self.pieces:
            said = [genuine(theorem).statement for theorem in piece.theorems]
            for relation in _claims(piece, self.formula):
                if not any(_says(statement.conclusion, relation) for statement in said):
                    raise ProofError("program", f"no theorem says that {relation}")
            allowed = [*self.domain, *map(piece.composed, piece.where)]
            for hypothesis in (h for statement in said for h in statement.hypotheses):
                if not any(alike(hypothesis, condition) for condition in allowed):
                    raise ProofError("program", f"{hypothesis} is asked for and may fail")


def _claims(piece: Piece, formula: Basic) -> list[Relation]:
    composition = piece.composition
    if piece.error == EXACT:
        return [Relation("=", formula, composition)]
    return [
        Relation("<=", composition, formula),
        Relation("<=", formula, (1 + piece.error) * composition),
    ]


def _says(conclusion: Formula, wanted: Relation) -> bool:
    if wanted.op == "=" and isinstance(conclusion, Relation):
        turned = Relation("=", wanted.right, wanted.left)
        return alike(conclusion, wanted) or alike(conclusion, turned)
    return alike(conclusion, wanted)


@dataclass(frozen=True)
class Form:
    """A definition that is computed as it is written, in any kind of number: the paper's own form.

    ``proved`` are the derivations that say what the definition is.
    """

    definition: Definition
    proved: tuple[Derivation, ...]

    @property
    def theorems(self) -> tuple[Theorem, ...]:
        """What ``proved`` proves."""
        return tuple(derivation.theorem for derivation in self.proved)
