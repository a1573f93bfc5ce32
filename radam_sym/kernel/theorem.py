"""Theorems, and the one function that makes them.

A :class:`Theorem` is what :func:`prove` returns: a statement with the proof that was checked, its
source, its marks and the theorems it rests on. Python can't stop code in its own process from
forging an object; what is stopped here is accident, and trust lies in the proof as data, checked
again by ``radam-sym check`` in a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn
from weakref import WeakSet

from sympy import Basic, Integer, Limit, Rational, Symbol

from radam_sym.kernel.admission import admit, one_domain_each
from radam_sym.kernel.conditions import (
    Condition,
    Path,
    apart_from_existence,
    at_values,
    definedness,
)
from radam_sym.kernel.context import Context
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Formula, Relation, Statement
from radam_sym.kernel.heads import E, Forall, Integral, domain
from radam_sym.kernel.place import Place
from radam_sym.kernel.rules import (
    Combination,
    Step,
    check_step,
    instantiate,
    sign,
    specialised,
)
from radam_sym.kernel.terms import alike, substitute, variables


@dataclass(frozen=True)
class Source:
    """Where a statement comes from: a work, and the place in it."""

    work: str
    place: str = ""

    def __str__(self) -> str:
        return f"{self.work}, {self.place}" if self.place else self.work


@dataclass(frozen=True)
class Cited:
    """A fact that is an instance of an earlier theorem, at a path of binders."""

    theorem: Theorem
    instance: Mapping[Basic, Basic] = field(default_factory=dict)
    path: Path = ()


@dataclass(frozen=True)
class Combined:
    """A relation that follows from known ones by the rule ``sign``, at a path of binders."""

    relation: Relation
    combination: Combination
    path: Path = ()


@dataclass(frozen=True)
class Specialised:
    """What is said of every value of a variable, said of one, at a path of binders."""

    formula: Forall
    value: Basic
    path: Path = ()


@dataclass(frozen=True)
class Chain:
    """facts, then start = ... = end, or with ≤ and < among the relations."""

    start: Basic
    steps: tuple[Step, ...]
    facts: tuple[Fact, ...] = ()

    @property
    def chains(self) -> tuple[Chain, ...]:
        """Itself, as the one chain of a proof."""
        return (self,)


@dataclass(frozen=True)
class Induction:
    """P(first), and P(n + 1) from P(n), for the variable n."""

    variable: Symbol
    first: Basic
    base: Chain
    step: Chain

    @property
    def chains(self) -> tuple[Chain, ...]:
        """The base and the step."""
        return self.base, self.step


@dataclass(frozen=True)
class Cases:
    """Where variable ≤ at, and where at ≤ variable; a real number is on one side or the other."""

    variable: Symbol
    at: Basic
    below: Chain
    above: Chain

    @property
    def chains(self) -> tuple[Chain, ...]:
        """One for each case."""
        return self.below, self.above


Proof = Cases | Chain | Induction
Fact = Cited | Combined | Specialised


class Theorem:
    """A statement that the kernel has accepted. ``prove``, ``axiom`` and ``model`` make them."""

    __slots__ = ("__weakref__", "id", "marks", "note", "proof", "rests_on", "source", "statement")

    id: str
    statement: Statement
    proof: Proof | None
    source: Source
    note: str
    marks: frozenset[str]
    rests_on: tuple[Theorem, ...]

    def __new__(cls, *_: Any, **__: Any) -> NoReturn:
        """Refuse to make one without a proof."""
        raise TypeError("a Theorem is made by proving it")

    def __init_subclass__(cls, **_: Any) -> NoReturn:
        raise TypeError("Theorem has no subclasses")

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"a Theorem does not change ({name})")

    __delattr__ = __setattr__  # type: ignore[assignment]

    def __reduce_ex__(self, _: Any) -> NoReturn:
        raise TypeError("a Theorem is not copied or pickled; export its proof")

    def __repr__(self) -> str:
        genuine(self)
        return f"<Theorem {self.id}: {self.statement.conclusion}>"


_made: WeakSet[Theorem] = WeakSet()


def _make(**values: Any) -> Theorem:
    theorem: Theorem = object.__new__(Theorem)  # type: ignore[arg-type]
    for name, value in values.items():
        object.__setattr__(theorem, name, value)
    _made.add(theorem)
    return theorem


def genuine(theorem: Any) -> Theorem:
    """The theorem itself; refuses what looks like one and was not made by the kernel."""
    if type(theorem) is not Theorem or theorem not in _made:
        raise ProofError("theorem", "this is not a theorem that the kernel made")
    found: Theorem = theorem
    return found


def axiom(id: str, statement: Statement, source: Source, note: str = "") -> Theorem:
    """A published theorem taken as it is; all that rests on it carries the mark ``axiom:id``."""
    return _premise("axiom", id, statement, source, note)


def model(id: str, statement: Statement, source: Source, note: str = "") -> Theorem:
    """What a source puts in the place of the truth; what rests on it carries ``model:id``."""
    return _premise("model", id, statement, source, note)


def _premise(kind: str, id: str, statement: Statement, source: Source, note: str) -> Theorem:
    statement.admit()
    marks = frozenset([f"{kind}:{id}"])
    return _make(
        id=id, statement=statement, proof=None, source=source, note=note, marks=marks, rests_on=()
    )


def is_model(theorem: Theorem) -> bool:
    """Whether a theorem is a model, which is taken and not proved."""
    return theorem.proof is None and f"model:{theorem.id}" in theorem.marks


def prove(id: str, statement: Statement, proof: Proof, source: Source, note: str = "") -> Theorem:
    """Check a proof; raise :class:`ProofError` unless it proves the statement."""
    statement.admit()
    if isinstance(proof, Induction):
        _check_induction(statement, proof)
    elif isinstance(proof, Cases):
        _check_cases(statement, proof)
    else:
        _check_chain(statement, proof)
    rests_on = tuple(dict.fromkeys(theorem for chain in proof.chains for theorem in _cited(chain)))
    steps = [step for chain in proof.chains for step in chain.steps]
    own = {OWN_MARKS[step.rule] for step in steps if step.rule in OWN_MARKS}
    marks = frozenset(own).union(*(theorem.marks for theorem in rests_on))
    return _make(
        id=id,
        statement=statement,
        proof=proof,
        source=source,
        note=note,
        marks=marks,
        rests_on=rests_on,
    )


OWN_MARKS = {"enclose": "ball"}  # of rules


def _cited(chain: Chain) -> list[Theorem]:
    facts = [fact.theorem for fact in chain.facts if isinstance(fact, Cited)]
    return facts + [s.arguments["theorem"] for s in chain.steps if s.rule == "cite"]


# --- a chain --------------------------------------------------------------------------------------


def establish(context: Context, fact: Fact) -> None:
    """Add a fact to a context, once it follows from what is there."""
    place = Place(context, fact.path)
    if isinstance(fact, Cited):
        context.add(instantiate(place, genuine(fact.theorem).statement, fact.instance), fact.path)
    elif isinstance(fact, Specialised):
        context.add(specialised(place, fact.formula, fact.value), fact.path)
    else:
        sign(place, fact.relation, fact.combination)
        context.add(fact.relation, fact.path)


def _check_chain(
    statement: Statement,
    chain: Chain,
    extra: tuple[Formula, ...] = (),
    needed: Iterable[Condition] = (),
) -> None:
    lines = [chain.start, *(step.after for step in chain.steps)]
    one_domain_each([*statement.formulas, *extra, *lines])
    for theorem in _cited(chain):
        genuine(theorem)
    context = Context((*statement.hypotheses, *extra))
    for fact in chain.facts:
        establish(context, fact)
    check_start(context, chain.start, _is_series_of(chain.start, chain.steps[:1]))
    context.require(needed, "chain")
    for before, step in zip(lines, chain.steps, strict=False):
        check_step(context, before, step)
    shown = any(alike(step.new, step.after) for step in chain.steps)
    if isinstance(chain.start, (E, Integral, Limit)) and not shown:
        context.require(definedness(lines[-1]), "chain")
    relation = _overall(step.relation for step in chain.steps)
    reached = [Relation(op, chain.start, lines[-1]) for op in SETTLES[relation]]
    if not any(alike(proved, statement.conclusion) for proved in reached):
        raise ProofError("chain", f"the chain proves {reached[0]}", None, statement.conclusion)


def check_start(context: Context, start: Basic, series_follows: bool = False) -> None:
    """Refuse a first line that has no value; a limit may be shown to exist further on, by any step
    that takes the whole line, and a series of it shows at once that its body has values near the
    point.
    """
    admit(start)
    if not series_follows:
        context.require(apart_from_existence(start), "chain")


def _is_series_of(start: Basic, steps: tuple[Step, ...]) -> bool:
    return any(step.rule == "series" and alike(step.old, start) for step in steps)


SETTLES = {"=": ("=", "<="), "<=": ("<=",), "<": ("<", "<=")}


def _overall(relations: Any) -> str:
    seen = set(relations)
    if not seen <= {"=", "<=", "<"}:
        raise ProofError("chain", f"a chain is made of =, <= and <, not {seen}")
    return "<" if "<" in seen else "<=" if "<=" in seen else "="


# --- cases ----------------------------------------------------------------------------------------


def _check_cases(statement: Statement, proof: Cases) -> None:
    variable, at = proof.variable, proof.at
    if variable not in statement.variables or not isinstance(variable, Symbol):
        raise ProofError("cases", f"{variable} is not a variable of the statement")
    if not isinstance(at, Rational):
        raise ProofError("cases", f"{at} is not a rational number")
    _check_chain(statement, proof.below, (Relation("<=", variable, at),))
    _check_chain(statement, proof.above, (Relation("<=", at, variable),))


# --- induction ------------------------------------------------------------------------------------


def _check_induction(statement: Statement, proof: Induction) -> None:
    variable, first = proof.variable, proof.first
    _check_start(statement, variable, first)
    others = tuple(h for h in statement.hypotheses if variable not in variables(h))
    from_first = Relation("<=", first, variable)
    claim = statement.conclusion
    for chain, value, extra in (
        (proof.base, first, ()),
        (proof.step, variable + 1, (from_first, claim)),
    ):
        values = {variable: value}
        needed = at_values(definedness(claim), values)
        _check_chain(Statement(others, substitute(claim, values)), chain, extra, needed)


def _check_start(statement: Statement, variable: Symbol, first: Basic) -> None:
    """The induction has to begin where the statement does."""
    if variable not in statement.variables or not isinstance(variable, Symbol):
        raise ProofError("induction", f"{variable} is not a variable of the statement")
    if "integer" not in domain(variable):
        raise ProofError("induction", f"{variable} is not an integer")
    if not isinstance(first, Integer):
        raise ProofError("induction", f"{first} is not an integer to begin at")
    floor = {"positive integer": 1, "nonnegative integer": 0}.get(domain(variable))
    if floor is not None and first < floor:
        raise ProofError("induction", f"{first} is not in the domain of {variable}")
    about = [h for h in statement.hypotheses if variable in variables(h)]
    from_first = Relation("<=", first, variable)
    if any(not alike(hypothesis, from_first) for hypothesis in about):
        raise ProofError("induction", f"a hypothesis other than {from_first} speaks of {variable}")
    if not about and floor != first:
        raise ProofError("induction", f"the statement is not about {variable} from {first} on only")
