"""What is to be generated: the programs and forms of our derivations, each held to its theorems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import TypeVar

from sympy import Symbol

from radam_sym.codegen.expressions import Node, calls, expression, names
from radam_sym.errors import InputError
from radam_sym.kernel.formulas import definitions
from radam_sym.kernel.heads import Definition, domain
from radam_sym.kernel.theorem import Theorem, genuine
from radam_sym.proof.discovery import GROUP, imported, modules
from radam_sym.proof.program import Form, Program

Source = TypeVar("Source", Program, Form)
OWN = "radam-sym"  # the entry point that names our own derivations


@dataclass(frozen=True)
class Sources:
    """Programs and forms, each after those that it calls."""

    programs: tuple[Program, ...]
    forms: tuple[Form, ...]


def found() -> Sources:
    """The programs and forms in the modules that our own entry point names; all are checked.

    They are public names there, or stand in a tuple or list that is one.
    """
    values = [
        value
        for entry in entry_points(group=GROUP, name=OWN)
        for module in modules(imported(entry.module))
        for name, public in vars(module).items()
        if not name.startswith("_")
        for value in (public if isinstance(public, (tuple, list)) else (public,))
    ]
    distinct = {id(value): value for value in values}.values()
    return checked(
        [value for value in distinct if isinstance(value, Program)],
        [value for value in distinct if isinstance(value, Form)],
    )


def checked(programs: Iterable[Program], forms: Iterable[Form]) -> Sources:
    """Sources whose theorems say what is computed, in an order in which each calls earlier ones.

    Raises ProofError for a program that its theorems do not say to be right and for a theorem
    that the kernel did not make, InputError for what no language can compute.
    """
    programs, forms = list(programs), list(forms)
    for program in programs:
        _check_lines(program)
        program.check(programs)
    for form in forms:
        _check_form(form)
    return Sources(tuple(_in_order(programs)), tuple(_in_order(forms)))


def _check_form(form: Form) -> None:
    name = form.definition.name
    _parameters(form.definition)
    for theorem in form.theorems:
        if form.definition not in definitions(genuine(theorem).statement.formulas):
            raise InputError(f"the form {name}: theorem {theorem.id} does not speak of {name}")
    if not form.theorems:
        raise InputError(f"the form {name}: no theorem speaks of {name}; name one in proved")


def _check_lines(program: Program) -> None:
    """Each line has a name of its own and speaks of parameters and earlier lines only."""
    name = program.definition.name
    lines: dict[str, Node] = {}
    for piece in program.pieces:
        known = set(_parameters(program.definition))
        for symbol, term in piece.lines:
            node = expression(term)
            _check_known(name, f"line {symbol}", node, known)
            if symbol in known or symbol.name in {other.name for other in known}:
                raise InputError(f"the program {name}: {symbol} is the name of two things")
            if lines.setdefault(symbol.name, node) != node:
                raise InputError(f"the program {name}: two pieces have different lines {symbol}")
            known.add(symbol)
        _check_known(name, "its value", expression(piece.value), known)
        for condition in piece.where:
            for side in (condition.left, condition.right):
                _check_known(name, f"the condition {condition}", expression(side), known)
    if not program.pieces:
        raise InputError(f"the program {name} has no pieces")


def _check_known(program: str, what: str, node: Node, known: set[Symbol]) -> None:
    for symbol in names(node):
        if symbol not in known:
            raise InputError(
                f"the program {program}: {what} speaks of {symbol}, which is neither a parameter "
                "nor an earlier line"
            )


def _parameters(definition: Definition) -> tuple[Symbol, ...]:
    for parameter in definition.parameters:
        domain(parameter)  # a family is refused
    return tuple(definition.parameters)


def theorems_of(source: Program | Form) -> list[Theorem]:
    """What says that a program or a form is right."""
    proving = source.pieces if isinstance(source, Program) else (source,)
    return [theorem for part in proving for theorem in part.theorems]


def nodes_of(source: Program | Form) -> list[Node]:
    """All expressions that a program or a form computes."""
    if isinstance(source, Form):
        return [expression(source.definition.body)]
    terms = [
        term
        for piece in source.pieces
        for term in (
            *(line for _, line in piece.lines),
            piece.value,
            *(side for condition in piece.where for side in (condition.left, condition.right)),
        )
    ]
    return [expression(term) for term in terms]


def called_by(source: Program | Form) -> list[Definition]:
    """The definitions that a program or a form calls."""
    found = [call.function for node in nodes_of(source) for call in calls(node)]
    return list(dict.fromkeys(d for d in found if isinstance(d, Definition)))


def _in_order(sources: Iterable[Source]) -> list[Source]:
    """Each after those that it calls, and otherwise in the order in which they come."""
    named: dict[str, Source] = {}
    for source in sources:
        name = source.definition.name
        if named.setdefault(name, source) is not source:
            raise InputError(f"two of {name}: each definition has one program and one form")
    ordered: dict[str, Source] = {}
    for source in named.values():
        _place(source, named, ordered, ())
    return list(ordered.values())


def _place(
    source: Source, named: Mapping[str, Source], ordered: dict[str, Source], above: tuple[str, ...]
) -> None:
    name = source.definition.name
    if name in above:
        raise InputError(f"a circle of calls: {' → '.join([*above, name])}")
    for called in called_by(source):
        if called.name not in named or named[called.name].definition != called:
            what = type(source).__name__.lower()
            raise InputError(f"the {what} {name} calls {called.name}, of which there is no {what}")
        _place(named[called.name], named, ordered, (*above, name))
    ordered.setdefault(name, source)
