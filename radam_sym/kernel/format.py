"""Proofs as data: theorems to JSON, and a strict reader that checks every proof it reads.

A file holds definitions and theorems, each after what it uses, in one canonical text with a
digest of its content; a file with any byte changed is refused. Terms are nested lists, rebuilt
head by head from the whitelist; nothing is evaluated. What the reader returns are theorems that
the kernel has accepted again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sympy import (
    Add,
    Basic,
    Integer,
    Lambda,
    Limit,
    Mul,
    Pow,
    Rational,
    Sum,
    Symbol,
    coth,
    exp,
    log,
    oo,
    tanh,
)

from radam_sym.kernel.axioms import AXIOMS
from radam_sym.kernel.context import Binding, Path
from radam_sym.kernel.errors import FormatError, ProofError
from radam_sym.kernel.formulas import Predicate, Relation, Statement, definitions
from radam_sym.kernel.heads import (
    DOMAINS,
    KINDS,
    NAME,
    Applied,
    Definition,
    E,
    Family,
    Forall,
    Member,
    Var,
    domain,
)
from radam_sym.kernel.rules import Step
from radam_sym.kernel.terms import binder, every_variable
from radam_sym.kernel.theorem import (
    Chain,
    Cited,
    Combined,
    Induction,
    Proof,
    Source,
    Theorem,
    axiom,
    genuine,
    prove,
)

FORMAT = "radam-sym proofs"
VERSION = 1
PLAIN = {"+": Add, "*": Mul, "^": Pow, "E": E, "Var": Var}
PLAIN |= {"exp": exp, "log": log, "tanh": tanh, "coth": coth}
BINDERS: dict[str, Any] = {"sum": Sum, "limit": Limit, "lambda": Lambda, "forall": Forall}
MARKERS: dict[str, Any] = {"oo": oo, "+": Symbol("+"), "-": Symbol("-")}
HEAD_OF = {head: name for name, head in (PLAIN | BINDERS).items()}
MARKER_OF = {marker: name for name, marker in MARKERS.items()}


# --- terms to data --------------------------------------------------------------------------------


def encode(term: Any) -> Any:
    """A term, a formula or a family as nested lists."""
    if isinstance(term, Integer):
        return int(term)
    if isinstance(term, Rational):
        return ["q", int(term.p), int(term.q)]
    if isinstance(term, (Symbol, Family)):
        return term.name
    if isinstance(term, Relation):
        return [term.op, encode(term.left), encode(term.right)]
    if isinstance(term, Predicate):
        return [term.name, encode(term.family), *term.orders]
    if isinstance(term, Member):
        return ["at", *map(encode, term.args)]
    if isinstance(term, Applied):
        return ["def", term.args[0].name, *map(encode, term.args[1:])]
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        ends = [_encode_end(part) for part in outside]
        return [HEAD_OF[type(term)], encode(variable), encode(body), *ends]
    return [HEAD_OF[type(term)], *map(encode, term.args)]


def _encode_end(part: Basic) -> Any:
    return {"end": MARKER_OF[part]} if part in MARKER_OF else encode(part)


class Decoder:
    """Terms from data, over the variables and definitions that a file declares."""

    def __init__(self, declared: Mapping[str, Basic], defined: Mapping[str, Definition]) -> None:
        self.declared = declared
        self.defined = defined

    def term(self, data: Any) -> Any:
        if isinstance(data, bool) or not isinstance(data, (int, str, list)):
            raise FormatError(f"a term can't be {data!r:.60}")
        if isinstance(data, int):
            return Integer(data)
        if isinstance(data, str):
            return _look_up(self.declared, data, "variable")
        head, *parts = self._headed(data)
        if head == "q":
            return Rational(*map(_integer, parts))
        if head in PLAIN:
            return PLAIN[head](*map(self.term, parts))
        if head == "at":
            return Member(*map(self.term, parts))
        if head == "def":
            definition = _look_up(self.defined, parts[0], "definition")
            return definition(*map(self.term, parts[1:]))
        if head in BINDERS:
            variable, body, *ends = parts
            outside = tuple(map(self._end, ends))
            return _bind(head, self.term(variable), self.term(body), outside)
        raise FormatError(f"{head!r:.60} is not the head of a term")

    def _headed(self, data: list[Any]) -> list[Any]:
        if not data or not isinstance(data[0], str):
            raise FormatError(f"{data!r:.60} has no head")
        return data

    def _end(self, data: Any) -> Any:
        if isinstance(data, dict):
            [name] = _fields(data, "end")
            return _look_up(MARKERS, name, "end")
        return self.term(data)

    def formula(self, data: Any) -> Any:
        if not isinstance(data, list):
            raise FormatError(f"{data!r:.60} is not a formula")
        head, *parts = self._headed(data)
        if head == "forall":
            variable, relation = parts
            return Forall(self.term(variable), self.formula(relation))
        if head in ("=", "!=", "<", "<="):
            left, right = parts
            return Relation(head, self.term(left), self.term(right))
        family, *orders = parts
        return Predicate(head, self.term(family), *map(_integer, orders))

    def variable(self, name: Any) -> Basic:
        return _look_up(self.declared, name, "variable")


def _bind(head: str, variable: Basic, body: Basic, outside: tuple[Basic, ...]) -> Basic:
    if head == "sum":
        return Sum(body, (variable, *outside))
    if head == "limit":
        return Limit(body, variable, *outside)
    return BINDERS[head](variable, body, *outside)


def _look_up(table: Mapping[str, Any], name: Any, what: str) -> Any:
    if not isinstance(name, str) or name not in table:
        raise FormatError(f"{name!r:.60} is not a known {what}")
    return table[name]


def _integer(data: Any) -> int:
    if isinstance(data, bool) or not isinstance(data, int):
        raise FormatError(f"{data!r:.60} is not an integer")
    return data


def _fields(data: Any, *names: str) -> list[Any]:
    if not isinstance(data, dict) or sorted(data) != sorted(names):
        raise FormatError(f"expected an object with {', '.join(names)}")
    return [data[name] for name in names]


# --- variables and definitions --------------------------------------------------------------------


def _declarations(terms: Iterable[Basic]) -> dict[str, str]:
    found: frozenset[Any] = frozenset().union(*map(every_variable, terms))
    kinds = {v.name: v.kind if isinstance(v, Family) else domain(v) for v in found}
    return dict(sorted(kinds.items()))


def _declared(data: Any) -> dict[str, Basic]:
    if not isinstance(data, dict):
        raise FormatError("variables must be an object")
    table: dict[str, Basic] = {}
    for name, kind in data.items():
        if not NAME.fullmatch(name):
            raise FormatError(f"{name!r:.60} is not a name")
        if kind in KINDS:
            table[name] = Family(name, kind)
        else:
            table[name] = Symbol(name, **_look_up(DOMAINS, kind, "domain"))
    return table


def _encode_definition(definition: Definition) -> dict[str, Any]:
    return {
        "name": definition.name,
        "variables": _declarations([definition.body, *definition.parameters]),
        "parameters": [encode(parameter) for parameter in definition.parameters],
        "body": encode(definition.body),
        "notation": definition.notation,
    }


def _decode_definition(data: Any, defined: dict[str, Definition]) -> None:
    name, declared, parameters, body, notation = _fields(
        data, "name", "variables", "parameters", "body", "notation"
    )
    if not isinstance(name, str) or name in defined or not isinstance(notation, str):
        raise FormatError(f"definition {name!r:.60}: a new name and a notation are needed")
    decoder = Decoder(_declared(declared), defined)
    defined[name] = Definition(
        name, [decoder.term(p) for p in parameters], decoder.term(body), notation
    )


# --- proofs ---------------------------------------------------------------------------------------


def _encode_instance(instance: Mapping[Basic, Basic]) -> dict[str, Any]:
    return {v.name: encode(value) for v, value in sorted(instance.items(), key=lambda p: p[0].name)}


def _encode_combination(combination: Any) -> list[Any]:
    return [[encode(m), [encode(factor) for factor in factors]] for m, factors in combination]


ARGUMENTS: dict[str, dict[str, tuple[Callable[..., Any], Callable[..., Any]]]] = {}
"""rule -> argument -> (to data, from data with the reader); filled in below."""


def _optional(data: Any, decode: Callable[[Any], Any]) -> Any:
    return None if data is None else decode(data)


ARGUMENTS |= {
    "algebra": {},
    "hyperbolic": {},
    "radical": {},
    "definition": {
        "definition": (
            lambda d: d.name,
            lambda reader, data: _look_up(reader.decoder.defined, data, "definition"),
        )
    },
    "given": {
        "formula": (encode, lambda reader, data: reader.decoder.formula(data)),
        "value": (
            lambda v: None if v is None else encode(v),
            lambda reader, data: _optional(data, reader.decoder.term),
        ),
    },
    "sums": {
        "operation": (str, lambda reader, data: data),
        "at": (
            lambda v: None if v is None else encode(v),
            lambda reader, data: _optional(data, reader.decoder.term),
        ),
    },
    "limit": {
        "base": (
            lambda facts: [encode(fact) for fact in facts],
            lambda reader, data: tuple(reader.decoder.formula(fact) for fact in _list(data)),
        )
    },
    "sign": {
        "combination": (_encode_combination, lambda reader, data: reader.combination(data)),
    },
}


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise FormatError(f"{data!r:.60} is not a list")
    return data


def _encode_step(step: Step) -> dict[str, Any]:
    if step.rule == "cite":
        arguments = {
            "theorem": step.arguments["theorem"].id,
            "instance": _encode_instance(step.arguments["instance"]),
        }
    else:
        coders = ARGUMENTS[step.rule]
        arguments = {name: coders[name][0](value) for name, value in step.arguments.items()}
    return {
        "rule": step.rule,
        "relation": step.relation,
        "old": encode(step.old),
        "new": encode(step.new),
        "after": encode(step.after),
        "arguments": arguments,
    }


def _encode_path(path: Path) -> list[Any]:
    return [[b.head, encode(b.variable), [_encode_end(p) for p in b.outside]] for b in path]


def _encode_fact(fact: Cited | Combined) -> dict[str, Any]:
    path = _encode_path(fact.path)
    if isinstance(fact, Cited):
        instance = _encode_instance(fact.instance)
        return {"theorem": fact.theorem.id, "instance": instance, "path": path}
    combination = _encode_combination(fact.combination)
    return {"relation": encode(fact.relation), "combination": combination, "path": path}


def _encode_chain(chain: Chain) -> dict[str, Any]:
    return {
        "facts": [_encode_fact(fact) for fact in chain.facts],
        "start": encode(chain.start),
        "steps": [_encode_step(step) for step in chain.steps],
    }


def _encode_proof(proof: Proof | None) -> Any:
    if proof is None:
        return None
    if isinstance(proof, Chain):
        return {"chain": _encode_chain(proof)}
    return {
        "induction": {
            "variable": encode(proof.variable),
            "first": encode(proof.first),
            "base": _encode_chain(proof.base),
            "step": _encode_chain(proof.step),
        }
    }


class _Reader:
    """One theorem's proof from data; it may cite the theorems read before it."""

    def __init__(self, decoder: Decoder, earlier: Mapping[str, Theorem]) -> None:
        self.decoder = decoder
        self.earlier = earlier

    def proof(self, data: Any) -> Proof:
        if isinstance(data, dict) and "induction" in data:
            [induction] = _fields(data, "induction")
            variable, first, base, step = _fields(induction, "variable", "first", "base", "step")
            return Induction(
                self.decoder.term(variable),
                self.decoder.term(first),
                self.chain(base),
                self.chain(step),
            )
        [chain] = _fields(data, "chain")
        return self.chain(chain)

    def chain(self, data: Any) -> Chain:
        facts, start, steps = _fields(data, "facts", "start", "steps")
        return Chain(
            self.decoder.term(start),
            tuple(self.step(step) for step in _list(steps)),
            tuple(self.fact(fact) for fact in _list(facts)),
        )

    def step(self, data: Any) -> Step:
        rule, relation, old, new, after, arguments = _fields(
            data, "rule", "relation", "old", "new", "after", "arguments"
        )
        old, new, after = map(self.decoder.term, (old, new, after))
        if rule == "cite":
            identifier, instance = _fields(arguments, "theorem", "instance")
            theorem = self.theorem(identifier)
            read = {"theorem": theorem, "instance": self.instance(theorem, instance)}
        else:
            coders = _look_up(ARGUMENTS, rule, "rule")
            values = _fields(arguments, *coders)
            read = {n: coders[n][1](self, v) for n, v in zip(coders, values, strict=True)}
        return Step(rule, old, new, after, relation, read)

    def fact(self, data: Any) -> Cited | Combined:
        if isinstance(data, dict) and "theorem" in data:
            identifier, instance, path = _fields(data, "theorem", "instance", "path")
            theorem = self.theorem(identifier)
            return Cited(theorem, self.instance(theorem, instance), self.path(path))
        relation, combination, path = _fields(data, "relation", "combination", "path")
        relation = self.decoder.formula(relation)
        return Combined(relation, self.combination(combination), self.path(path))

    def theorem(self, identifier: Any) -> Theorem:
        if identifier not in self.earlier:
            raise FormatError(f"{identifier!r:.60} is cited before it is proved, or never proved")
        return self.earlier[identifier]

    def instance(self, theorem: Theorem, data: Any) -> dict[Basic, Basic]:
        if not isinstance(data, dict):
            raise FormatError("an instance must be an object")
        named = {variable.name: variable for variable in theorem.statement.variables}
        return {
            _look_up(named, name, f"variable of {theorem.id}"): self.decoder.term(value)
            for name, value in data.items()
        }

    def combination(self, data: Any) -> Any:
        return tuple(
            (self.decoder.term(multiplier), tuple(map(self.decoder.formula, _list(factors))))
            for multiplier, factors in _list(data)
        )

    def path(self, data: Any) -> Path:
        return tuple(
            Binding(head, self.decoder.variable(name), tuple(map(self.decoder._end, ends)))
            for head, name, ends in _list(data)
        )


# --- files ----------------------------------------------------------------------------------------


def _encode_theorem(theorem: Theorem) -> dict[str, Any]:
    entry = {
        "id": theorem.id,
        "source": [theorem.source.work, theorem.source.place],
        "note": theorem.note,
        "hypotheses": [encode(hypothesis) for hypothesis in theorem.statement.hypotheses],
        "conclusion": encode(theorem.statement.conclusion),
        "proof": _encode_proof(theorem.proof),
    }
    return {**entry, "variables": _declarations(_terms(theorem))}


def _terms(theorem: Theorem) -> list[Basic]:
    """Every term that stands in a theorem and its proof."""
    found: list[Basic] = list(theorem.statement.formulas)
    pending: list[Any] = [theorem.proof]
    while pending:
        item = pending.pop()
        if isinstance(item, Basic):
            found.append(item)
        elif isinstance(item, Mapping):
            pending += item.values()
        elif isinstance(item, (tuple, list)):
            pending += item
        elif isinstance(item, (Chain, Induction, Step, Cited, Combined)):
            pending += vars(item).values()
    return [term for term in found if not isinstance(term, Definition) and term not in MARKER_OF]


def in_order(theorems: Iterable[Theorem]) -> list[Theorem]:
    """The theorems and all they rest on, each after what it uses."""
    ordered: dict[str, Theorem] = {}

    def visit(theorem: Theorem) -> None:
        if ordered.get(theorem.id, theorem) is not theorem:
            raise ProofError("theorem", f"two theorems have the id {theorem.id}")
        if theorem.id not in ordered:
            for used in genuine(theorem).rests_on:
                visit(used)
            ordered[theorem.id] = theorem

    for theorem in theorems:
        visit(theorem)
    return list(ordered.values())


def dumps(theorems: Iterable[Theorem]) -> str:
    """Theorems, with all they rest on, as the text of a proof file."""
    ordered = in_order(theorems)
    defined = definitions(term for theorem in ordered for term in _terms(theorem))
    used = definitions(
        s.arguments["definition"] for t in ordered for s in _steps(t) if s.rule == "definition"
    )
    return _canonical_text(
        {
            "definitions": [_encode_definition(d) for d in dict.fromkeys([*defined, *used])],
            "theorems": [_encode_theorem(theorem) for theorem in ordered],
        }
    )


def _steps(theorem: Theorem) -> list[Step]:
    proof = theorem.proof
    chains = [proof.base, proof.step] if isinstance(proof, Induction) else [proof]
    return [step for chain in chains if chain is not None for step in chain.steps]


def _canonical_text(content: dict[str, Any]) -> str:
    body = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(body.encode()).hexdigest()
    return f'{{"format":"{FORMAT}","version":{VERSION},"sha256":"{digest}"}}\n{body}\n'


def loads(text: str, on_theorem: Callable[[Theorem], None] | None = None) -> list[Theorem]:
    """Check every proof of a file; the theorems in the file's order.

    Raises FormatError for a text that is not such a file, and ProofError for a proof that does
    not hold.
    """
    content = _content(text)
    definitions_data, theorems_data = _fields(content, "definitions", "theorems")
    defined: dict[str, Definition] = {}
    earlier: dict[str, Theorem] = {}
    try:
        for data in _list(definitions_data):
            _decode_definition(data, defined)
        for data in _list(theorems_data):
            theorem = _read_theorem(data, defined, earlier)
            earlier[theorem.id] = theorem
            if on_theorem is not None:
                on_theorem(theorem)
    except (TypeError, ValueError, AttributeError, RecursionError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(f"a term or a proof is malformed ({type(error).__name__})") from None
    return list(earlier.values())


def _content(text: str) -> Any:
    lines = text.split("\n")
    try:
        header = json.loads(lines[0])
    except (json.JSONDecodeError, RecursionError):
        raise FormatError("this is not a proof file: its first line is not a header") from None
    name, version, digest = _fields(header, "format", "version", "sha256")
    if name != FORMAT:
        raise FormatError(f"this is not a proof file: its format is {name!r:.60}")
    if version != VERSION:
        raise FormatError(f"proof format version {version!r:.20}; this version reads {VERSION}")
    if len(lines) != 3 or lines[2] != "":
        raise FormatError("the proof file is cut short, or has something after its end")
    if hashlib.sha256(lines[1].encode()).hexdigest() != digest:
        raise FormatError("the proof file was changed: its digest does not match its content")
    try:
        content = json.loads(lines[1])
    except (json.JSONDecodeError, RecursionError):
        raise FormatError("the content of the proof file is not JSON") from None
    if _canonical_text(content) != text:
        raise FormatError("the proof file is not in canonical form")
    return content


def _read_theorem(
    data: Any, defined: Mapping[str, Definition], earlier: Mapping[str, Theorem]
) -> Theorem:
    identifier, source, note, hypotheses, conclusion, proof, declared = _fields(
        data, "id", "source", "note", "hypotheses", "conclusion", "proof", "variables"
    )
    if not isinstance(identifier, str) or identifier in earlier:
        raise FormatError(f"{identifier!r:.60} is not a new id")
    work, place = _list(source)
    if not all(isinstance(text, str) for text in (work, place, note)):
        raise FormatError(f"{identifier}: source and note must be text")
    decoder = Decoder(_declared(declared), defined)
    statement = Statement(
        tuple(map(decoder.formula, _list(hypotheses))), decoder.formula(conclusion)
    )
    if proof is None:
        theorem = _read_axiom(identifier, statement, Source(work, place), note)
    else:
        read = _Reader(decoder, earlier).proof(proof)
        theorem = prove(identifier, statement, read, Source(work, place), note)
    if _encode_theorem(theorem) != data:
        raise FormatError(f"{identifier}: SymPy builds other terms from this data")
    return theorem


def _read_axiom(identifier: str, statement: Statement, source: Source, note: str) -> Theorem:
    """An axiom of the kernel's as the kernel states it; another one under its own mark."""
    known = AXIOMS.get(identifier)
    if known is not None:
        if known.statement != statement:
            raise FormatError(f"{identifier} is not what the axiom of that name says")
        return known
    return axiom(identifier, statement, source, note)
