"""Proofs as data: theorems to JSON, and a strict reader that checks every proof it reads.

A file holds definitions and theorems, each after what it uses, in one canonical text with a
digest of its content; a file with any byte changed is refused. What the reader returns are
theorems that the kernel has accepted again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sympy import Basic

from radam_sym.kernel.axioms import AXIOMS
from radam_sym.kernel.conditions import Binding, Path
from radam_sym.kernel.encoding import (
    MARK_OF,
    Decoder,
    declarations,
    decode_definition,
    encode,
    encode_definition,
    fields,
    listed,
    look_up,
    refuse,
    string,
)
from radam_sym.kernel.errors import FormatError, ProofError
from radam_sym.kernel.formulas import Statement, definitions
from radam_sym.kernel.heads import Definition, Forall
from radam_sym.kernel.rules import Step
from radam_sym.kernel.theorem import (
    Cases,
    Chain,
    Cited,
    Combined,
    Fact,
    Induction,
    Proof,
    Source,
    Specialised,
    Theorem,
    axiom,
    genuine,
    is_model,
    model,
    prove,
)

FORMAT = "radam-sym proofs"
PARTS = (Cases, Chain, Cited, Combined, Induction, Specialised, Step)
VERSION = 1
ARGUMENTS = {  # of each rule
    "algebra": (),
    "cite": ("theorem", "instance"),
    "definition": ("definition",),
    "dominated": ("bound", "base"),
    "enclose": ("variable", "low", "high"),
    "given": ("formula", "value"),
    "hyperbolic": (),
    "integrals": ("operation", "scale", "power"),
    "limit": ("base",),
    "radical": (),
    "series": (),
    "sign": ("combination",),
    "sums": ("operation", "at"),
}


# --- to data --------------------------------------------------------------------------------------


def _data(value: Any) -> Any:
    """A part of a proof as JSON has it: theorems and definitions by name, parts by name."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Theorem):
        return value.id
    if isinstance(value, Definition):
        return value.name
    if isinstance(value, Binding):
        return [value.head, encode(value.variable), _data(value.outside)]
    if isinstance(value, tuple):
        return [_data(part) for part in value]
    if isinstance(value, Mapping):
        return {_name(key): _data(part) for key, part in value.items()}
    if isinstance(value, PARTS):
        return {name: _data(part) for name, part in vars(value).items()}
    return encode(value)


def _name(key: Any) -> str:
    return key if isinstance(key, str) else str(key.name)


def _terms(value: Any) -> Iterator[Basic]:
    """The terms and the definitions that stand in a part of a proof."""
    if isinstance(value, Basic):
        if value not in MARK_OF:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _terms(part)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _terms(part)
    elif isinstance(value, PARTS):
        yield from _terms(vars(value))


def _encode_theorem(theorem: Theorem) -> dict[str, Any]:
    statement, proof = theorem.statement, theorem.proof
    return {
        "id": theorem.id,
        "source": [theorem.source.work, theorem.source.place],
        "note": theorem.note,
        "variables": declarations(_terms((*statement.formulas, proof))),
        "hypotheses": [encode(hypothesis) for hypothesis in statement.hypotheses],
        "conclusion": encode(statement.conclusion),
        "proof": _encode_proof(theorem),
    }


def _encode_proof(theorem: Theorem) -> Any:
    if theorem.proof is None:
        return "model" if is_model(theorem) else None
    return {type(theorem.proof).__name__.lower(): _data(theorem.proof)}


class Files:
    """Proof files of which each may use what those before it define and prove."""

    def __init__(self) -> None:
        self.theorems: dict[str, Theorem] = {}
        self.definitions: dict[str, Definition] = {}

    def dumps(self, theorems: Iterable[Theorem]) -> str:
        """The text of the next file: theorems, with all they rest on that is in none before it."""
        known, defined = len(self.theorems), len(self.definitions)
        for theorem in theorems:
            self._add(theorem)
        new = list(self.theorems.values())[known:]
        for theorem in new:
            self._define(theorem)
        return _canonical_text(
            {
                "definitions": [*map(encode_definition, list(self.definitions.values())[defined:])],
                "theorems": [*map(_encode_theorem, new)],
            }
        )

    def _add(self, theorem: Theorem) -> None:
        """The theorem and all it rests on, each after what it uses."""
        if theorem.id not in self.theorems:
            for used in genuine(theorem).rests_on:
                self._add(used)
        if self.theorems.setdefault(theorem.id, theorem) is not theorem:
            raise ProofError("theorem", f"two theorems have the id {theorem.id}")

    def _define(self, theorem: Theorem) -> None:
        """The definitions that a theorem uses, each after those that its body uses."""
        for definition in definitions(_terms((*theorem.statement.formulas, theorem.proof))):
            if self.definitions.setdefault(definition.name, definition) != definition:
                raise ProofError("definition", f"two definitions of one name: {definition.name}")


def in_order(theorems: Iterable[Theorem]) -> list[Theorem]:
    """The theorems and all they rest on, each after what it uses."""
    files = Files()
    for theorem in theorems:
        files._add(theorem)
    return list(files.theorems.values())


def dumps(theorems: Iterable[Theorem]) -> str:
    """Theorems, with all they rest on, as the text of a proof file."""
    return Files().dumps(theorems)


def _canonical_text(content: dict[str, Any]) -> str:
    body = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(body.encode()).hexdigest()
    return f'{{"format":"{FORMAT}","version":{VERSION},"sha256":"{digest}"}}\n{body}\n'


# --- from data ------------------------------------------------------------------------------------


class _Reader:
    """One theorem's proof from data; it may cite the theorems read before it."""

    def __init__(self, decoder: Decoder, earlier: Mapping[str, Theorem]) -> None:
        self.decoder = decoder
        self.earlier = earlier
        self.arguments: dict[str, Callable[[Any], Any]] = {
            "at": self.optional_term,
            "base": self.formulas,
            "bound": decoder.term,
            "combination": self.combination,
            "definition": decoder.definition,
            "formula": decoder.formula,
            "high": self.optional_term,
            "low": self.optional_term,
            "operation": string,
            "power": self.optional_term,
            "scale": self.optional_term,
            "value": self.optional_term,
            "variable": self.optional_term,
        }

    def proof(self, data: Any) -> Proof:
        if "cases" in data:
            [cases] = fields(data, "cases")
            variable, at, below, above = fields(cases, "variable", "at", "below", "above")
            return Cases(
                self.decoder.variable(variable),
                self.decoder.term(at),
                self.chain(below),
                self.chain(above),
            )
        if "induction" in data:
            [induction] = fields(data, "induction")
            variable, first, base, step = fields(induction, "variable", "first", "base", "step")
            return Induction(
                self.decoder.variable(variable),
                self.decoder.term(first),
                self.chain(base),
                self.chain(step),
            )
        [chain] = fields(data, "chain")
        return self.chain(chain)

    def chain(self, data: Any) -> Chain:
        start, steps, facts = fields(data, "start", "steps", "facts")
        return Chain(
            self.decoder.term(start),
            tuple(map(self.step, listed(steps))),
            tuple(map(self.fact, listed(facts))),
        )

    def step(self, data: Any) -> Step:
        rule, old, new, after, relation, arguments = fields(
            data, "rule", "old", "new", "after", "relation", "arguments"
        )
        names = look_up(ARGUMENTS, rule, "rule")
        values = fields(arguments, *names)
        read = (
            self.citation(*values)
            if rule == "cite"
            else {name: self.arguments[name](v) for name, v in zip(names, values, strict=True)}
        )
        old, new, after = map(self.decoder.term, (old, new, after))
        return Step(rule, old, new, after, string(relation), read)

    def fact(self, data: Any) -> Fact:
        if "value" in data:
            formula, value, path = fields(data, "formula", "value", "path")
            said = self.decoder.formula(formula)
            if not isinstance(said, Forall):
                refuse(formula, "said for all values")
            return Specialised(said, self.decoder.term(value), self.path(path))
        if "theorem" in data:
            theorem, instance, path = fields(data, "theorem", "instance", "path")
            return Cited(**self.citation(theorem, instance), path=self.path(path))
        relation, combination, path = fields(data, "relation", "combination", "path")
        return Combined(
            self.decoder.formula(relation), self.combination(combination), self.path(path)
        )

    def citation(self, identifier: Any, instance: Any) -> dict[str, Any]:
        if not isinstance(identifier, str) or identifier not in self.earlier:
            refuse(identifier, "a theorem that was proved before it is cited")
        if not isinstance(instance, dict):
            refuse(instance, "an object with values")
        theorem = self.earlier[identifier]
        own = {variable.name: variable for variable in theorem.statement.variables}
        values = {
            look_up(own, name, f"variable of {identifier}"): self.decoder.term(value)
            for name, value in instance.items()
        }
        return {"theorem": theorem, "instance": values}

    def optional_term(self, data: Any) -> Basic | None:
        return None if data is None else self.decoder.term(data)

    def formulas(self, data: Any) -> tuple[Any, ...]:
        return tuple(map(self.decoder.formula, listed(data)))

    def combination(self, data: Any) -> Any:
        pairs = [listed(pair) for pair in listed(data)]
        return tuple((self.decoder.term(m), self.formulas(factors)) for m, factors in pairs)

    def path(self, data: Any) -> Path:
        bindings = [listed(part) for part in listed(data)]
        return tuple(
            Binding(string(head), self.decoder.variable(name), tuple(map(self.decoder.end, ends)))
            for head, name, ends in bindings
        )


def loads(text: str) -> list[Theorem]:
    """Check every proof of a file; the theorems in the file's order.

    Raises FormatError for a text that is not such a file, and ProofError for a proof that does
    not hold.
    """
    return list(checked([text]))


def checked(texts: Iterable[str]) -> Iterator[Theorem]:
    """Each theorem of some files as it is accepted; a file may use what those before it define
    and prove. Raises what ``loads`` does.
    """
    defined: dict[str, Definition] = {}
    earlier: dict[str, Theorem] = {}
    for text in texts:
        definitions_data, theorems_data = fields(_content(text), "definitions", "theorems")
        for data in listed(definitions_data):
            with _strictly("a definition is malformed"):
                decode_definition(data, defined)
        for data in listed(theorems_data):
            with _strictly("a term or a proof is malformed"):
                theorem = _read_theorem(data, defined, earlier)
            earlier[theorem.id] = theorem
            yield theorem


@contextmanager
def _strictly(complaint: str) -> Iterator[None]:
    """Whatever goes wrong in building a term, the file is refused."""
    try:
        yield
    except (FormatError, ProofError):
        raise
    except Exception as error:
        raise FormatError(f"{complaint} ({type(error).__name__})") from None


def _content(text: str) -> Any:
    lines = text.split("\n")
    with _strictly("this is not a proof file: its first line is not a header"):
        header = json.loads(lines[0])
    name, version, digest = fields(header, "format", "version", "sha256")
    if name != FORMAT:
        raise FormatError(f"this is not a proof file: its format is {name!r:.60}")
    if version != VERSION:
        raise FormatError(f"proof format version {version!r:.20}; this version reads {VERSION}")
    if len(lines) != 3:
        raise FormatError("the proof file is cut short, or has something after its end")
    with _strictly("the content of the proof file is not JSON in UTF-8"):
        if hashlib.sha256(lines[1].encode()).hexdigest() != digest:
            raise FormatError("the proof file was changed: its digest does not match its content")
        content = json.loads(lines[1])
        if _canonical_text(content) != text:
            raise FormatError("the proof file is not in canonical form")
    return content


def _read_theorem(
    data: Any, defined: Mapping[str, Definition], earlier: Mapping[str, Theorem]
) -> Theorem:
    identifier, source, note, hypotheses, conclusion, proof, variables = fields(
        data, "id", "source", "note", "hypotheses", "conclusion", "proof", "variables"
    )
    if string(identifier) in earlier:
        refuse(identifier, "a new id")
    work, place = map(string, listed(source))
    decoder = Decoder(variables, defined)
    statement = Statement(
        tuple(map(decoder.formula, listed(hypotheses))), decoder.formula(conclusion)
    )
    if proof is None:
        theorem = _read_axiom(identifier, statement, Source(work, place), string(note))
    elif identifier in AXIOMS:
        raise FormatError(f"{identifier} is the name of an axiom")
    elif proof == "model":
        theorem = model(identifier, statement, Source(work, place), string(note))
    else:
        read = _Reader(decoder, earlier).proof(proof)
        theorem = prove(identifier, statement, read, Source(work, place), string(note))
    if _encode_theorem(theorem) != data:
        raise FormatError(f"{identifier}: SymPy builds other terms from this data")
    return theorem


def _read_axiom(identifier: str, statement: Statement, source: Source, note: str) -> Theorem:
    """An axiom of the kernel's as the kernel states it; another one under its own mark."""
    known = AXIOMS.get(identifier)
    if known is None:
        return axiom(identifier, statement, source, note)
    if known.statement != statement:
        raise FormatError(f"{identifier} is not what the axiom of that name says")
    return known
