"""Programs as functions of NumPy arrays, in float64."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from radam_sym.codegen.docstrings import of_program
from radam_sym.codegen.examples import customary, nearest, value_at
from radam_sym.codegen.expressions import SQUARE_ROOT, Call, comparison, expression
from radam_sym.codegen.measured import Measured
from radam_sym.codegen.python_text import (
    INDENT,
    Printer,
    check_names,
    docstring,
    fitting,
    signature,
)
from radam_sym.codegen.sources import called_by
from radam_sym.errors import InputError
from radam_sym.proof.program import Piece, Program

LIBRARY = ("exp", "expm1", "log", "log1p", SQUARE_ROOT, "tanh")
RESERVED = ("np", "wraps", "Any", "Callable", "Real", "TypeVar", "cast")
DIGITS = 12  # of an example
OPENING = '''\
"""The closed forms in NumPy, computed without losing digits.

All is computed in float64, whatever real numbers come in, and arrays broadcast; for float32, round
the result once. Nothing is validated and nothing warns, and outside its domain a function promises
nothing. At β = 0 IEEE arithmetic goes on with the infinity that −log 0 is, and each form has its
limit.

Errors were measured against balls of 400 bits, in units in the last place (ULP); in float32 they
are of the rounded result.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import numpy as np

Real = Any  # a number or an array of them; what comes out is a float64 or an array of float64
Function = TypeVar("Function", bound=Callable[..., Real])


def _in_float64(function: Function) -> Function:
    """Have a function take and return float64: scalars for scalars, arrays for arrays."""

    @wraps(function)
    def computed(*given: Real, **named: Real) -> Real:
        with np.errstate(all="ignore"):
            by_name = {name: _float64(value) for name, value in named.items()}
            return function(*map(_float64, given), **by_name)[()]

    return cast(Function, computed)


def _float64(value: Real) -> Real:
    return np.asarray(value, dtype=np.float64)[()]'''


def module(programs: Iterable[Program], measured: Mapping[str, Measured]) -> list[str]:
    """The module's lines, after its header."""
    lines = OPENING.split("\n")
    for program in programs:
        head, body = _head(program), code(program)
        said = of_program(program, measured.get(program.definition.name))
        lines += ["", "", "@_in_float64", *head, *docstring([*said, "", *_example(program)]), *body]
    return lines


def code(program: Program) -> list[str]:
    """What a program's function does, line by line."""
    _check_names(program)
    printer = Printer(_call)
    lines: dict[str, list[str]] = {}
    for piece in program.pieces:
        for symbol, term in piece.lines:
            lines[symbol.name] = printer.statement(f"{symbol.name} =", expression(term))
    return [*(line for several in lines.values() for line in several), *_value(program, printer)]


def _value(program: Program, printer: Printer) -> list[str]:
    first = program.pieces[0]
    if not first.where:
        return printer.statement("return", expression(first.value))
    chosen = "np.nan"
    for piece in reversed(program.pieces):
        value = printer.text(expression(piece.value))
        if not piece.where:
            chosen = value
        else:
            chosen = f"np.where({_condition(piece, printer)}, {value}, {chosen})"
    return fitting([f"{INDENT}return {chosen}"])


def _condition(piece: Piece, printer: Printer) -> str:
    conditions = [printer.comparison(comparison(condition)) for condition in piece.where]
    return conditions[0] if len(conditions) == 1 else " & ".join(f"({c})" for c in conditions)


def _call(call: Call, arguments: list[str]) -> str:
    if isinstance(call.function, str):
        if call.function not in LIBRARY:
            raise InputError(f"NumPy has no {call.function}; it has {', '.join(LIBRARY)}")
        return f"np.{call.function}({', '.join(arguments)})"
    return f"{call.function.name}({', '.join(arguments)})"


def _head(program: Program) -> list[str]:
    definition = program.definition
    return signature(definition.name, [f"{p.name}: Real" for p in definition.parameters], "Real")


def _example(program: Program) -> list[str]:
    definition = program.definition
    arguments = customary(definition.parameters)
    value = value_at(definition, arguments, program.domain)
    shown = ", ".join(map(str, arguments.values()))
    return [
        f'>>> print(f"{{{definition.name}({shown}):.{DIGITS}g}}")',
        f"{nearest(value):.{DIGITS}g}",
    ]


def _check_names(program: Program) -> None:
    definition = program.definition
    names = {definition.name: "the program"}
    names |= {p.name: f"{definition.name}'s parameter" for p in definition.parameters}
    for piece in program.pieces:
        names |= {symbol.name: f"{definition.name}'s line" for symbol, _ in piece.lines}
    check_names(names, [*RESERVED, *(called.name for called in called_by(program))])
