"""Straight-line programs: how a formula is computed without losing digits, and why that is right.

A symbolic form can't say in which order a machine computes: SymPy turns 3·(1−β) into 3−3β. A
program can: each line is one small expression in names, and the lines put together are an
expression again, the composition. A theorem says that it is the formula; or two theorems say
that it is at most a little smaller, where a part of it was cut off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sympy import Basic, Integer, Rational, Symbol, exp, log

from radam_sym.kernel.conditions import Condition, at_values, definedness
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Formula, Relation
from radam_sym.kernel.heads import Applied, Definition, domain
from radam_sym.kernel.terms import alike, substitute, variables
from radam_sym.kernel.theorem import Theorem, genuine
from radam_sym.proof.chain import state_facts
from radam_sym.proof.derivation import Derivation
from radam_sym.proof.moves import Citation
from radam_sym.proof.search import SearchingContext

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

    @cached_property
    def compositions(self) -> Mapping[Symbol, Basic]:
        """What each line's name stands for."""
        return {name: self.composed(name) for name, _ in self.lines}

    @property
    def terms(self) -> list[Basic]:
        """All that is computed: the lines, the value, the sides of the conditions."""
        sides = [side for condition in self.where for side in (condition.left, condition.right)]
        return [*(expression for _, expression in self.lines), self.value, *sides]

    @property
    def theorems(self) -> tuple[Theorem, ...]:
        """What ``proved`` proves."""
        return tuple(derivation.theorem for derivation in self.proved)


@dataclass(frozen=True)
class Program:
    """How a definition is computed: by the first piece whose conditions hold; it is undefined
    where none does.

    ``domain`` is what the parameters satisfy; ``since`` are the facts, as a chain takes them,
    from which it follows there that every line has a value; ``note`` says why pieces are apart.
    """

    definition: Definition
    pieces: tuple[Piece, ...]
    domain: tuple[Formula, ...] = ()
    since: tuple[Citation | Formula, ...] = ()
    note: str = ""

    @property
    def formula(self) -> Basic:
        """The definition at its own parameters."""
        return self.definition(*self.definition.parameters)

    @property
    def is_total(self) -> bool:
        """Whether it computes a value on all of its domain."""
        return not self.pieces[-1].where

    def check(self, called: Iterable[Program] = ()) -> None:
        """Refuse a program whose theorems do not say that it computes its formula, that has a
        line without a value, or that calls one of the other programs outside its domain.
        """
        self._check_shape()
        programs = {program.definition: program for program in called}
        for piece in self.pieces:
            conditions = [*self.domain, *map(piece.composed, piece.where)]
            context = SearchingContext(conditions)
            around = frozenset().union(*map(variables, [self.formula, *conditions]))
            state_facts(context, self.since, around, lenient=True)
            self._check_claims(piece, context)
            for term in piece.terms:
                context.require(_needs(term, piece), "program")
                context.require(_needs_of_calls(term, piece, programs), "program")

    def _check_shape(self) -> None:
        if not self.pieces:
            raise ProofError("program", f"{self.definition.name} has no pieces")
        own = frozenset(self.definition.parameters)
        for condition in self.domain:
            if not variables(condition) or not variables(condition) <= own:
                raise ProofError("program", f"{condition} does not speak of the parameters alone")
        for piece in self.pieces:
            if piece.error < 0:
                raise ProofError("program", f"an error is not negative, as {piece.error} is")
            for name, _ in piece.lines:
                if domain(name) != "real":
                    raise ProofError("program", f"the line {name} is declared real=True only")

    def _check_claims(self, piece: Piece, context: SearchingContext) -> None:
        said = [genuine(theorem).statement for theorem in piece.theorems]
        for relation in _claims(piece, self.formula):
            if not any(_says(statement.conclusion, relation) for statement in said):
                raise ProofError("program", f"no theorem says that {relation}")
        for hypothesis in (h for statement in said for h in statement.hypotheses):
            context.require([Condition((), (hypothesis,))], "program")


def _needs(term: Basic, piece: Piece) -> Iterator[Condition]:
    """What a line needs in order to have a value, which the composition may not show: SymPy
    cancels when lines are put together.
    """
    return at_values(definedness(term), piece.compositions)


def _needs_of_calls(
    term: Basic, piece: Piece, programs: Mapping[Definition, Program]
) -> Iterator[Condition]:
    for call in _calls(term):
        definition, *arguments = call.args
        if definition in (log1p, expm1):
            continue
        program = programs.get(definition)
        if program is None or not program.is_total:
            raise ProofError("program", f"{definition.name} has no program with a value everywhere")
        values = dict(zip(definition.parameters, map(piece.composed, arguments), strict=True))
        for condition in program.domain:
            yield Condition((), (substitute(condition, values),))


def _calls(term: Basic) -> Iterator[Basic]:
    """The calls in a term; not those in what is called, which has its own program."""
    if isinstance(term, Applied):
        yield term
    for part in term.args[isinstance(term, Applied) :]:
        yield from _calls(part)


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

    ``proved`` are the derivations that say what the definition is, ``domain`` is where it is
    defined.
    """

    definition: Definition
    proved: tuple[Derivation, ...]
    domain: tuple[Formula, ...] = ()

    @property
    def theorems(self) -> tuple[Theorem, ...]:
        """What ``proved`` proves."""
        return tuple(derivation.theorem for derivation in self.proved)
