"""Forms as functions of any kind of number: fractions, floats, arrays, mpmath, balls.

Such a number has +, −, ×, ÷ and whole powers; the square root of its kind is the caller's to give.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from radam_sym.codegen.docstrings import of_form
from radam_sym.codegen.examples import customary, exact, nearest, value_at
from radam_sym.codegen.expressions import (
    SQUARE_ROOT,
    Call,
    Node,
    Power,
    Product,
    calls,
    expression,
    names,
    walk,
)
from radam_sym.codegen.python_text import Printer, check_names, docstring, signature
from radam_sym.codegen.sources import called_by
from radam_sym.errors import InputError
from radam_sym.kernel.heads import Definition
from radam_sym.proof.program import Form

RESERVED = ("Any", "Callable", "Number", "Root", SQUARE_ROOT)
PLACES = 6  # of an example in floats, where the paper's own form loses some digits


def module(title: list[str], forms: Iterable[Form]) -> list[str]:
    """The module's lines, after its header; a form comes after those that it calls."""
    rooted: set[Definition] = set()
    functions: list[str] = []
    for form in forms:
        node = expression(form.definition.body)
        _check(form, node)
        called = {call.function for call in calls(node)}
        if SQUARE_ROOT in called or called & rooted:
            rooted.add(form.definition)
        functions += ["", "", *_function(form, node, rooted)]
    return [*title, "", *_preamble(bool(rooted)), *functions]


def _preamble(rooted: bool) -> list[str]:
    imports = ["from typing import Any", ""]
    number = ["Number = Any  # what has +, -, *, / and whole powers; the same kind comes out"]
    if not rooted:
        return [*imports, *number]
    root = ["Root = Callable[[Number], Number]  # the square root of that kind"]
    return ["from collections.abc import Callable", *imports, *number, *root]


def _function(form: Form, node: Node, rooted: set[Definition]) -> list[str]:
    definition = form.definition
    parameters = [f"{p.name}: {'int' if p.is_integer else 'Number'}" for p in definition.parameters]
    if definition in rooted:
        parameters += ["*", f"{SQUARE_ROOT}: Root"]

    def called(call: Call, arguments: list[str]) -> str:
        if call.function == SQUARE_ROOT:
            return f"{SQUARE_ROOT}({', '.join(arguments)})"
        assert isinstance(call.function, Definition)
        passed = [f"{SQUARE_ROOT}={SQUARE_ROOT}"] if call.function in rooted else []
        return f"{call.function.name}({', '.join([*arguments, *passed])})"

    return [
        *signature(definition.name, parameters, "Number"),
        *docstring([*of_form(form), "", *_example(form, definition in rooted)]),
        *Printer(called).statement("return", node),
    ]


def _example(form: Form, rooted: bool) -> list[str]:
    """In fractions where there is no root, and in floats where there is one."""
    definition = form.definition
    arguments = (customary if rooted else exact)(definition.parameters)
    value = value_at(definition, arguments, ())
    shown = [
        f"Fraction({a.numerator}, {a.denominator})" if isinstance(a, Fraction) else str(a)
        for a in arguments.values()
    ]
    if rooted:
        call = f"{definition.name}({', '.join([*shown, f'{SQUARE_ROOT}={SQUARE_ROOT}'])})"
        rounded = repr(round(nearest(value), PLACES))
        return [f">>> from math import {SQUARE_ROOT}", f">>> round({call}, {PLACES})", rounded]
    call = f"{definition.name}({', '.join(shown)})"
    return [">>> from fractions import Fraction", f">>> {call}", repr(value)]


def _check(form: Form, node: Node) -> None:
    """Refuse names that are taken, and operations that not every kind of number has."""
    definition = form.definition
    found = {definition.name: "the form"}
    found |= {p.name: f"{definition.name}'s parameter" for p in definition.parameters}
    check_names(found, [*RESERVED, *(called.name for called in called_by(form))])
    for part in walk(node):
        if isinstance(part, Call) and part.function != SQUARE_ROOT:
            if isinstance(part.function, str):
                raise _refusal(definition, part.function)
        elif isinstance(part, Power) and not _is_whole(part.exponent):
            raise _refusal(definition, "a power that is not whole")
        elif isinstance(part, Power) and not _has_kind(part.base):
            raise _refusal(definition, "a power of a whole number, which may be a fraction")
        elif isinstance(part, Product) and part.below and not _has_kind(part):
            raise _refusal(definition, "a fraction by itself, which Python would round")


def _refusal(definition: Definition, what: str) -> InputError:
    return InputError(f"the form {definition.name} has {what}; not every kind of number does")


def _is_whole(exponent: Node) -> bool:
    parts = list(walk(exponent))
    divided = any(isinstance(part, Product) and part.below for part in parts)
    return not divided and all(symbol.is_integer for symbol in names(exponent))


def _has_kind(node: Node) -> bool:
    """Whether a node holds more than Python's integers, which it would divide as floats."""
    return any(not symbol.is_integer for symbol in names(node))
