"""What the docstring of a generated function says, in lines of text for any language."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from sympy import Basic, Integer, Rational

from radam_sym.codegen.measured import Measured
from radam_sym.codegen.sources import theorems_of
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition, domain
from radam_sym.kernel.terms import variables
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof.program import Form, Program
from radam_sym.proof.words import DOMAIN_WORDS, plain

WIDTH = 96  # of a line, before it is indented
QUOTES = '"""'


def of_program(program: Program, measured: Measured | None) -> list[str]:
    """Formula, theorems with their marks, what is cut off, domain, and the measured error."""
    definition = program.definition
    parts = [
        [_sentence(program.note)] if program.note else [],
        _theorems(program),
        [_cut_off(piece.error) for piece in program.pieces if piece.error != 0],
        [_domain(definition, program.domain)],
        _undefined(program),
        [f"Measured errors stay below {measured}." if measured else "Errors: not measured."],
    ]
    return [*_formula(definition), "", *_wrapped(parts)]


def of_form(form: Form) -> list[str]:
    """Formula, theorems with their marks, and the domain."""
    definition = form.definition
    parts = [
        _theorems(form),
        [_domain(definition, form.domain)],
    ]
    return [*_formula(definition), "", *_wrapped(parts)]


def _formula(definition: Definition) -> list[str]:
    """On one line, or on a line for the definition's name and as many as its body needs."""
    name, body = plain(definition(*definition.parameters)), f"{plain(definition.body)}."
    if len(f"{name} = {body}") <= WIDTH - len(QUOTES):
        return [f"{name} = {body}"]
    lines = textwrap.wrap(f"{name} =", WIDTH - len(QUOTES), subsequent_indent="  ")
    while len(f"  {body}") > WIDTH:
        place = _break(body, WIDTH - 2)
        lines, body = [*lines, f"  {body[:place].rstrip()}"], body[place:]
    return [*lines, f"  {body}"]


def _break(text: str, width: int) -> int:
    """Where to break: before the last of those operators that stand in as few brackets as any."""
    depth, operators = 0, {width: len(text)}
    for place, character in enumerate(text[:width]):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character in "+-*/" and place:
            operators[place] = depth
    return min(operators, key=lambda place: (operators[place], -place))


def _wrapped(parts: Iterable[Iterable[str]]) -> list[str]:
    return [
        line
        for part in parts
        for item in part
        for line in textwrap.wrap(item, WIDTH, subsequent_indent="  ")
    ]


def _sentence(note: str) -> str:
    return note if note.endswith((".", "…")) else f"{note}."


def _theorems(source: Program | Form) -> list[str]:
    by_id = {theorem.id: theorem for theorem in theorems_of(source)}
    listed = "; ".join(f"{t.id} ({t.source}{_marks(t)})" for t in by_id.values())
    return [f"Theorems: {listed}."]


def _marks(theorem: Theorem) -> str:
    return f"; {', '.join(sorted(theorem.marks))}" if theorem.marks else ""


def _cut_off(error: Rational) -> str:
    bits = int(error.q).bit_length() - 1
    power = error == Rational(1, Integer(2) ** bits)
    return f"What is cut off is less than {f'2^-{bits}' if power else error} of the value."


def _domain(definition: Definition, conditions: Iterable[Relation]) -> str:
    """The conditions, then what is said of the other parameters."""
    told = _linked(dict.fromkeys(conditions))
    spoken_of = {symbol for condition in conditions for symbol in variables(condition)}
    for parameter in definition.parameters:
        if domain(parameter) != "real":
            told.append(f"{plain(parameter)} {DOMAIN_WORDS[domain(parameter)]}")
    free = [plain(p) for p in definition.parameters if domain(p) == "real" and p not in spoken_of]
    told += [f"{', '.join(free)} real"] if free else []
    return _sentence(f"Domain: {'; '.join(told)}")


def _linked(conditions: Iterable[Relation]) -> list[str]:
    """0 < β < 1 for 0 < β and β < 1."""
    told: list[str] = []
    middle: Basic | None = None
    for condition in conditions:
        if middle is not None and condition.left == middle:
            told[-1] += plain(condition).removeprefix(plain(middle))
        else:
            told.append(plain(condition))
        middle = condition.right
    return told


def _undefined(program: Program) -> list[str]:
    """Where it has a value: where some piece's conditions hold."""
    if not all(piece.where for piece in program.pieces):
        return []
    ways = [
        " and ".join(plain(piece.composed(condition)) for condition in piece.where)
        for piece in program.pieces
    ]
    return [f"NaN unless {' or '.join(ways)}."]
