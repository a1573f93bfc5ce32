"""Expressions and functions as Python text, laid out as ``ruff format`` would lay it out.

What is generated is formatted here, so that it needs no formatter; a test holds it against one.
"""

from __future__ import annotations

import keyword
from collections.abc import Callable, Iterable, Mapping

from radam_sym.codegen.expressions import (
    Call,
    Comparison,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Sum,
)
from radam_sym.errors import InputError

WIDTH = 100
INDENT = " " * 4
# How tightly an expression holds together, as Python reads it.
SUM, PRODUCT, NEGATIVE, POWER, ATOM = range(5)
Caller = Callable[[Call, list[str]], str]  # the text of a call, given that of its arguments


class Printer:
    """Prints nodes; ``call`` says how a function of the library or a definition is called."""

    def __init__(self, call: Caller) -> None:
        self.call = call

    def text(self, node: Node, at_least: int = SUM) -> str:
        """A node on one line, in brackets unless it holds together at least so tightly."""
        shown, tightness = self._shown(node)
        return shown if tightness >= at_least else f"({shown})"

    def _shown(self, node: Node) -> tuple[str, int]:
        if isinstance(node, Name):
            return node.symbol.name, ATOM
        if isinstance(node, Number):
            return str(node.value), ATOM
        if isinstance(node, Call):
            return self.call(node, [self.text(argument) for argument in node.arguments]), ATOM
        if isinstance(node, Negative):
            if isinstance(node.of, Product):
                return f"-{self.text(node.of)}", PRODUCT
            return f"-{self.text(node.of, POWER)}", NEGATIVE
        if isinstance(node, Power):
            return self._power(node), POWER
        first, *others = self.operands(node)
        text = first[1] + "".join(f" {operator} {operand}" for operator, operand in others)
        return text, SUM if isinstance(node, Sum) else PRODUCT

    def _power(self, node: Power) -> str:
        base, exponent, minus = self.text(node.base, ATOM), node.exponent, ""
        if isinstance(exponent, Negative):
            exponent, minus = exponent.of, "-"
        raised = minus + self.text(exponent, ATOM)
        close = all(isinstance(part, (Name, Number)) for part in (node.base, exponent))
        return f"{base}**{raised}" if close else f"{base} ** {raised}"

    def operands(self, node: Sum | Product) -> list[tuple[str, str]]:
        """The operands of a sum or a product, each after its operator; the first has none."""
        if isinstance(node, Sum):
            pairs = [("-" if less else "+", self.text(t, PRODUCT)) for t, less in node.terms]
            (operator, first), *others = pairs
            return [("", f"-{first}" if operator == "-" else first), *others]
        above = [self.text(part, NEGATIVE) for part in node.above] or ["1"]
        pairs = [("*", part) for part in above]
        if len(node.below) == 1:
            pairs.append(("/", self.text(node.below[0], NEGATIVE)))
        elif node.below:
            pairs.append(("/", f"({' * '.join(self.text(b, NEGATIVE) for b in node.below)})"))
        return [("", pairs[0][1]), *pairs[1:]]

    def comparison(self, condition: Comparison) -> str:
        """A condition on one line."""
        left, right = self.text(condition.left), self.text(condition.right)
        return f"{left} {condition.op} {right}"

    def statement(self, opening: str, node: Node) -> list[str]:
        """``opening`` and a node, as in ``return x + y``, on as many lines as it needs."""
        line = f"{INDENT}{opening} {self.text(node)}"
        if len(line) <= WIDTH:
            return [line]
        lines = self._at_last_bracket(opening, node) or [
            f"{INDENT}{opening} (",
            *self._broken(node),
            f"{INDENT})",
        ]
        return fitting(lines)

    def _at_last_bracket(self, opening: str, node: Node) -> list[str]:
        """Broken inside the last bracket, where there is one operator or a call alone."""
        if isinstance(node, Call):
            return self._argument(opening, node)
        if not isinstance(node, (Sum, Product)):
            return []
        line = f"{INDENT}{opening} {self.text(node)}"
        pairs = self.operands(node)
        if len(pairs) != 2 or not pairs[-1][1].endswith(")"):
            return []
        start = line.rindex(_last_group(line))
        return [line[: start + 1], f"{INDENT * 2}{line[start + 1 : -1]}", f"{INDENT})"]

    def _argument(self, opening: str, node: Call) -> list[str]:
        if len(node.arguments) != 1:
            return []
        name = self.call(node, [""]).removesuffix("()")
        return [f"{INDENT}{opening} {name}(", *self._broken(node.arguments[0]), f"{INDENT})"]

    def _broken(self, node: Node) -> list[str]:
        """A node inside brackets of its own: on one line, or a line for each operand."""
        deeper = INDENT * 2
        whole = f"{deeper}{self.text(node)}"
        if len(whole) <= WIDTH or not isinstance(node, (Sum, Product)):
            return [whole]
        return [f"{deeper}{f'{op} {part}'.strip()}" for op, part in self.operands(node)]


def _last_group(line: str) -> str:
    """The bracket that ends a line, with all in it."""
    depth = 0
    for place in range(len(line) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(line[place], 0)
        if depth == 0:
            return line[place:]
    raise AssertionError("brackets are in pairs")


def fitting(lines: list[str]) -> list[str]:
    """The lines themselves; InputError where one is too long."""
    for line in lines:
        if len(line) > WIDTH:
            raise InputError(f"{line.strip()} is too long a line; name a part of it")
    return lines


def signature(name: str, parameters: Iterable[str], returns: str) -> list[str]:
    """The head of a function."""
    listed = list(parameters)
    line = f"def {name}({', '.join(listed)}) -> {returns}:"
    if len(line) <= WIDTH:
        return [line]
    inner = f"{INDENT}{', '.join(listed)}"
    if len(inner) <= WIDTH:
        return [f"def {name}(", inner, f") -> {returns}:"]
    return [f"def {name}(", *(f"{INDENT}{part}," for part in listed), f") -> {returns}:"]


def docstring(lines: Iterable[str]) -> list[str]:
    """A function's docstring."""
    first, *others = lines
    if not others:
        return fitting([f'{INDENT}"""{first}"""'])
    body = [f"{INDENT}{line}".rstrip() for line in others]
    return fitting([f'{INDENT}"""{first}', *body, f'{INDENT}"""'])


def check_names(names: Mapping[str, str], reserved: Iterable[str]) -> None:
    """Refuse what can't be a name in a module where some are taken; ``names`` says what each is."""
    for name, what in names.items():
        if not name.isidentifier() or not name.isascii() or keyword.iskeyword(name):
            raise InputError(f"{what} {name!r} is no name in Python; choose another")
        if name in reserved or name.startswith("_"):
            raise InputError(f"{what} {name!r} has a name that is taken; choose another")
