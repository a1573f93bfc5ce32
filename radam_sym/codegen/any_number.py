"""Forms as functions of any kind of number: fractions, floats, arrays, mpmath, balls.

Such a number has +, −, ×, ÷ and whole powers; the square root and the gamma function of its kind
are the caller's to give.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

GIVEN = {  # by the caller: the name of the type, and what it is
    SQUARE_ROOT: ("Root", "the square root of that kind"),
    "gamma": ("Gamma", "the gamma function of that kind"),
}
RESERVED = ("Any", "Callable", "Number", *GIVEN, *(name for name, _ in GIVEN.values()))
PLACES = 6  # of an example in floats, where the paper's own form loses some digits


def module(title: list[str], forms: Iterable[Form]) -> list[str]:
    """The module's lines, after its header; a form comes after those that it calls."""
    taken: dict[Definition, list[str]] = {}
    functions: list[str] = []
    for form in forms:
        node = expression(form.definition.body)
        _check(form, node)
        called = {call.function for call in calls(node)}
        passed = called.union(*(names for of, names in taken.items() if of in called))
        taken[form.definition] = [name for name in GIVEN if name in passed]
        functions += ["", "", *_function(form, node, taken)]
    used = [name for name in GIVEN if any(name in names for names in taken.values())]
    return [*title, "", *_preamble(used), *functions]


def _preamble(used: list[str]) -> list[str]:
    imports = ["from typing import Any", ""]
    number = ["Number = Any  # what has +, -, *, / and whole powers; the same kind comes out"]
    if not used:
        return [*imports, *number]
    types = [
        f"{name} = Callable[[Number], Number]  # {what}"
        for name, what in map(GIVEN.__getitem__, used)
    ]
    return ["from collections.abc import Callable", *imports, *number, *types]


def _function(form: Form, node: Node, taken: Mapping[Definition, list[str]]) -> list[str]:
    definition = form.definition
    parameters = [f"{p.name}: {'int' if p.is_integer else 'Number'}" for p in definition.parameters]
    if taken[definition]:
        parameters += ["*", *(f"{name}: {GIVEN[name][0]}" for name in taken[definition])]

    def called(call: Call, arguments: list[str]) -> str:
        if isinstance(call.function, str):
            return f"{call.function}({', '.join(arguments)})"
        return f"{call.function.name}({', '.join([*arguments, *_passed(taken[call.function])])})"

    return [
        *signature(definition.name, parameters, "Number"),
        *docstring([*of_form(form), "", *_example(form, taken[definition])]),
        *Printer(called).statement("return", node),
    ]


def _passed(taken: list[str]) -> list[str]:
    return [f"{name}={name}" for name in taken]


def _example(form: Form, taken: list[str]) -> list[str]:
    """In fractions where nothing is given by the caller, and in floats where something is."""
    definition = form.definition
    arguments = (customary if taken else exact)(definition.parameters)
    value = value_at(definition, arguments, ())
    shown = [
        f"Fraction({a.numerator}, {a.denominator})" if isinstance(a, Fraction) else str(a)
        for a in arguments.values()
    ]
    call = f"{definition.name}({', '.join([*shown, *_passed(taken)])})"
    if taken:
        rounded = repr(round(nearest(value), PLACES))
        library = "math" if taken == [SQUARE_ROOT] else "mpmath"  # a float's Γ overflows at 172
        imported = f">>> from {library} import {', '.join(sorted(taken))}"
        number = call if library == "math" else f"float({call})"
        return [imported, f">>> round({number}, {PLACES})", rounded]
    return [">>> from fractions import Fraction", f">>> {call}", repr(value)]


def _check(form: Form, node: Node) -> None:
    """Refuse names that are taken, and operations that not every kind of number has."""
    definition = form.definition
    found = {definition.name: "the form"}
    found |= {p.name: f"{definition.name}'s parameter" for p in definition.parameters}
    check_names(found, [*RESERVED, *(called.name for called in called_by(form))])
    for part in walk(node):
        if isinstance(part, Call):
            if isinstance(part.function, str) and part.function not in GIVEN:
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
