"""Writing a proof as a chain that reads like the paper's own display.

A chain collects what its author says. When it is proved, each line is worked out, what it needs
of its surroundings is looked for, and the whole is given to the kernel as data. A mistake here
can't make a false theorem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

from sympy import Basic, Integer, Symbol, preorder_traversal

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Formula, Relation, Statement
from radam_sym.kernel.rules import Combination, Step, check_step
from radam_sym.kernel.terms import alike, binder, rebuilt, substitute, variables
from radam_sym.kernel.terms import replace as replace_in
from radam_sym.kernel.theorem import (
    Cases,
    Chain,
    Induction,
    Proof,
    Source,
    Theorem,
    check_start,
    prove,
)
from radam_sym.proof.moves import Citation, Instance, Move, as_term, state
from radam_sym.proof.refute import with_counterexample
from radam_sym.proof.relations import flatten, relation
from radam_sym.proof.search import SearchingContext, settle

YOURS = Source("unpublished")


class Enclosed(NamedTuple):
    """An inequality is to be proved by ball arithmetic, on an interval or of a constant."""

    variable: Basic | None
    low: Basic | None
    high: Basic | None


def enclosed(variable: Symbol | None = None, low: Any = None, high: Any = None) -> Enclosed:
    """Say that ball arithmetic proves an inequality, for low ≤ variable ≤ high or of a constant.

    The ends are rational; that the variable lies between them has to be known. What rests on
    such a step carries the mark ``ball``.

    >>> from sympy import Rational, Symbol, exp
    >>> from radam_sym.proof.relations import le
    >>> x = Symbol("x", real=True)
    >>> chain(exp(x), given=[le(0, x), le(x, 1)]).below(3, enclosed(x, 0, 1)).qed()
    <Theorem yours: exp(x) < 3>
    """
    ends = (None if end is None else as_term(end) for end in (variable, low, high))
    return Enclosed(*ends)


@dataclass(frozen=True)
class Line:
    """What the author says of one line: the move, what it gives, where it applies."""

    move: Move | None  # None for an inequality
    to: Basic | None
    at: Basic | None = None
    relation: str = "="
    because: Combination | Enclosed | None = None


@dataclass(frozen=True)
class Draft:
    """A chain in the making; every method gives a new one."""

    start: Basic
    given: tuple[Formula, ...] = ()
    facts: tuple[Citation | Instance | Formula, ...] = ()
    lines: tuple[Line, ...] = ()

    def by(self, move: Move, *, to: Any = None, at: Any = None) -> Draft:
        """The next line, equal to the last one by a rule.

        ``to`` is the line, or, with ``at``, what a part of it becomes; a rule that works the line
        out itself needs neither.
        """
        wanted = None if to is None else as_term(to)
        part = None if at is None else rebuilt(as_term(at))
        return replace(self, lines=(*self.lines, Line(move, wanted, part)))

    def below(self, to: Any, because: Any = None) -> Draft:
        """The next line, strictly greater than the last one.

        ``because`` gives the combination of known relations that proves it, where the search for
        one needs help: pairs of a multiplier and a list of relations, to be added up.
        """
        return self._inequality("<", to, because)

    def at_most(self, to: Any, because: Any = None) -> Draft:
        """The next line, at least as great as the last one; ``because`` as in ``below``."""
        return self._inequality("<=", to, because)

    def equal_to(self, to: Any, because: Any = None) -> Draft:
        """The next line, equal to the last one by known equations; ``because`` as in ``below``."""
        return self._inequality("=", to, because)

    def _inequality(self, op: str, to: Any, because: Any) -> Draft:
        combination = because
        if because is not None and not isinstance(because, Enclosed):
            combination = tuple((as_term(m), tuple(map(relation, fs))) for m, fs in because)
        line = Line(None, as_term(to), None, op, combination)
        return replace(self, lines=(*self.lines, line))

    def since(self, *facts: Any) -> Draft:
        """Facts to be used: earlier theorems, or relations that follow from what is known."""
        read = tuple(f if isinstance(f, (Citation, Instance)) else relation(f) for f in facts)
        return replace(self, facts=(*self.facts, *read))

    def worked_out(self) -> tuple[Statement, Proof]:
        """The statement, and its proof as data that the kernel has yet to check."""
        context = SearchingContext(self.given)
        lines = [rebuilt(self.start)]
        steps: list[Step] = []
        try:
            self._state_facts(context)
            check_start(context, lines[0], self._begins_with_series())
            for line in self.lines:
                steps.append(_step(context, lines[-1], line))
                lines.append(steps[-1].after)
        except ProofError as error:
            raise with_counterexample(error, context) from None
        kinds = {step.relation for step in steps}
        overall = "<" if "<" in kinds else "<=" if "<=" in kinds else "="
        statement = Statement(self.given, Relation(overall, lines[0], lines[-1]))
        return statement, Chain(lines[0], tuple(steps), tuple(context.found))

    def _state_facts(self, context: SearchingContext) -> None:
        around = variables(self.start).union(*map(variables, self.given))
        state_facts(context, self.facts, around, self._binds())

    def _begins_with_series(self) -> bool:
        first = self.lines[0] if self.lines else None
        return bool(first and first.move and first.move.rule == "series" and first.at is None)

    def _binds(self) -> bool:
        """Whether a fact may be meant for a variable that is bound in the first line."""
        return any(binder(node) for node in preorder_traversal(self.start))

    def qed(self, id: str = "yours", *, source: Source = YOURS, note: str = "") -> Theorem:
        """Prove that the first line stands in its relation to the last one.

        Raises ProofError with the rule, both sides and, where one is found, a rational
        counterexample.
        """
        statement, proof = self.worked_out()
        return prove(id, statement, proof, source, note)


def state_facts(
    context: SearchingContext,
    facts: Iterable[Citation | Instance | Formula],
    around: frozenset[Basic],
    lenient: bool = False,
) -> None:
    """Establish what an author says that a proof uses; leniently, where a citation may be meant
    for a variable that is bound further inside.
    """
    for fact in facts:
        if isinstance(fact, (Citation, Instance)):
            context.lemmas.append(partial(state, context, fact, around))
            with suppress(ProofError) if lenient else nullcontext():
                state(context, fact, around)
        elif not isinstance(fact, Relation) or not settle(context, fact):
            raise ProofError("since", f"it does not follow that {fact}")


def chain(start: Any, given: Any = ()) -> Draft:
    """Begin a chain at an expression, under hypotheses.

    >>> from sympy import Symbol
    >>> from radam_sym.proof.moves import algebra
    >>> x = Symbol("x", real=True)
    >>> chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1).qed()
    <Theorem yours: (x + 1)**2 = x**2 + 2*x + 1>
    """
    return Draft(as_term(start), tuple(relation(part) for part in flatten(given)))


@dataclass(frozen=True)
class InductionDraft:
    """An induction in the making: a claim, the variable, and the two chains."""

    claim: Relation
    variable: Symbol
    first: Integer
    given: tuple[Formula, ...]
    base: Draft
    step: Draft

    def worked_out(self) -> tuple[Statement, Proof]:
        """The statement, and its proof as data that the kernel has yet to check."""
        _, base = self.base.worked_out()
        _, step = self.step.worked_out()
        assert isinstance(base, Chain)
        assert isinstance(step, Chain)
        proof = Induction(self.variable, self.first, base, step)
        return Statement(self.given, self.claim), proof

    def qed(self, id: str = "yours", *, source: Source = YOURS, note: str = "") -> Theorem:
        """Prove the claim for every value of the variable from the first on."""
        statement, proof = self.worked_out()
        return prove(id, statement, proof, source, note)


def induction(
    claim: Any,
    on: Symbol,
    *,
    base: Callable[[Draft], Draft],
    step: Callable[[Draft], Draft],
    first: int = 1,
    given: Any = (),
) -> InductionDraft:
    """Prove a relation for every ``on`` ≥ ``first``.

    ``base`` and ``step`` continue a chain that begins at the left side of the claim, for the
    first value and for ``on + 1``; in ``step`` the claim itself is among the hypotheses.
    """
    read = relation(claim)
    assert isinstance(read, Relation)
    hypotheses = tuple(relation(part) for part in flatten(given))
    others = tuple(h for h in hypotheses if on not in variables(h))
    start = Integer(first)
    at_first = substitute(read.left, {on: start})
    after_one = substitute(read.left, {on: on + 1})
    return InductionDraft(
        read,
        on,
        start,
        hypotheses,
        base(Draft(at_first, others)),
        step(Draft(after_one, (*others, Relation("<=", start, on), read))),
    )


@dataclass(frozen=True)
class CasesDraft:
    """A distinction of two cases in the making: a claim, where they meet, and the two chains."""

    claim: Relation
    variable: Symbol
    at: Basic
    given: tuple[Formula, ...]
    below: Draft
    above: Draft

    def worked_out(self) -> tuple[Statement, Proof]:
        """The statement, and its proof as data that the kernel has yet to check."""
        (_, below), (_, above) = self.below.worked_out(), self.above.worked_out()
        assert isinstance(below, Chain)
        assert isinstance(above, Chain)
        return Statement(self.given, self.claim), Cases(self.variable, self.at, below, above)

    def qed(self, id: str = "yours", *, source: Source = YOURS, note: str = "") -> Theorem:
        """Prove the claim wherever the variable is."""
        statement, proof = self.worked_out()
        return prove(id, statement, proof, source, note)


def cases(
    claim: Any,
    on: Symbol,
    at: Any,
    *,
    below: Callable[[Draft], Draft],
    above: Callable[[Draft], Draft],
    given: Any = (),
) -> CasesDraft:
    """Prove a relation where ``on`` ≤ ``at`` and where ``at`` ≤ ``on``, and so everywhere.

    ``below`` and ``above`` continue a chain that begins at the left side of the claim, with one
    of these among its hypotheses; ``at`` is rational.

    >>> from sympy import Symbol
    >>> from radam_sym.proof.relations import le
    >>> x = Symbol("x", real=True)
    >>> square = (1 - x) ** 2 * (x + 2) ** 2
    >>> cases(
    ...     le(0, square),
    ...     x,
    ...     0,
    ...     below=lambda c: c.at_most(square),
    ...     above=lambda c: c.at_most(square),
    ... ).qed()
    <Theorem yours: 0 <= (1 - x)**2*(x + 2)**2>
    """
    read, meet = relation(claim), as_term(at)
    assert isinstance(read, Relation)
    hypotheses = tuple(relation(part) for part in flatten(given))
    starts = (
        Draft(read.left, (*hypotheses, side))
        for side in (Relation("<=", on, meet), Relation("<=", meet, on))
    )
    return CasesDraft(read, on, meet, hypotheses, below(next(starts)), above(next(starts)))


def _step(context: SearchingContext, before: Basic, line: Line) -> Step:
    if line.move is None:
        return _inequality(context, before, line)
    old, new, arguments = line.move.rewrite(context, before, line.to, line.at)
    old, new = rebuilt(old), rebuilt(new)
    after = replace_in(before, old, lambda path: new)
    step = Step(line.move.rule, old, new, after, "=", arguments)
    check_step(context, before, step)
    if alike(before, after):
        raise ProofError(line.move.rule, "the line does not change; leave the step out", before)
    if line.to is not None and line.at is None and not alike(rebuilt(line.to), after):
        raise ProofError(line.move.rule, "the line comes out otherwise", after, line.to)
    return step


def _inequality(context: SearchingContext, before: Basic, line: Line) -> Step:
    after = rebuilt(line.to)
    if isinstance(line.because, Enclosed):
        step = Step("enclose", before, after, after, line.relation, line.because._asdict())
        check_step(context, before, step)
        return step
    goal = Relation(line.relation, before, after)
    if line.because is None and not settle(context, goal):
        error = ProofError("sign", f"no proof was found of {goal}", before, after)
        raise with_counterexample(error, context, goal)
    combination = line.because or ((Integer(1), (goal,)),)
    step = Step("sign", before, after, after, line.relation, {"combination": combination})
    check_step(context, before, step)
    return step
