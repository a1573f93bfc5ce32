"""Expressions as a programming language has them, made of SymPy's; every back end prints these.

SymPy has no subtraction, division, negation or square root: x − y is an Add with a Mul by −1 in
it, 1/x a power. Here they are what a person would write, in an order that depends on nothing but
the expression.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sympy import Add, Basic, Integer, Mul, Pow, Rational, Symbol, exp, gamma, log, tanh

from radam_sym.errors import InputError
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Applied, Definition
from radam_sym.proof.program import expm1, log1p

ELEMENTARY = {exp: "exp", gamma: "gamma", log: "log", tanh: "tanh"}
LIBRARY = {expm1: "expm1", log1p: "log1p"}
SQUARE_ROOT = "sqrt"


@dataclass(frozen=True)
class Name:
    """A parameter or a line."""

    symbol: Symbol


@dataclass(frozen=True)
class Number:
    """An integer that is not negative."""

    value: int


@dataclass(frozen=True)
class Negative:
    """−x."""

    of: Node


@dataclass(frozen=True)
class Sum:
    """x + y − z: each term with whether it is subtracted; the first is not, if any is not."""

    terms: tuple[tuple[Node, bool], ...]


@dataclass(frozen=True)
class Product:
    """a·b/(c·d)."""

    above: tuple[Node, ...]
    below: tuple[Node, ...]


@dataclass(frozen=True)
class Power:
    """x to the power y."""

    base: Node
    exponent: Node


@dataclass(frozen=True)
class Call:
    """A function of the language's library by name, or a definition that has its own program."""

    function: str | Definition
    arguments: tuple[Node, ...]


Node = Name | Number | Negative | Sum | Product | Power | Call


@dataclass(frozen=True)
class Comparison:
    """left op right, with the number, if there is one, on the right."""

    op: str
    left: Node
    right: Node


def expression(term: Basic) -> Node:
    """A SymPy expression as languages have it; InputError for a head that they don't have."""
    negative, factor = _sign(term)
    if negative:
        return Negative(expression(factor))
    if isinstance(term, Symbol):
        return Name(term)
    if isinstance(term, Integer):
        return Number(int(term))
    if isinstance(term, Add):
        below = {part.as_coeff_Mul(rational=True)[0].q for part in term.args}
        if len(below) == 1 and below != {1}:  # x/2 − 1/2 is (x − 1)/2
            return Product((expression(term * min(below)),), (Number(int(min(below))),))
        terms = [_sign(argument) for argument in term.args]
        terms.sort(key=lambda pair: pair[0])  # stable: x − y, never −y + x
        return Sum(tuple((expression(part), subtracted) for subtracted, part in terms))
    if isinstance(term, (Mul, Pow, Rational)):
        return _product(term)
    if isinstance(term, Applied):
        definition, *arguments = term.args
        return Call(LIBRARY.get(definition, definition), tuple(map(expression, arguments)))
    if type(term) in ELEMENTARY:
        return Call(ELEMENTARY[type(term)], tuple(map(expression, term.args)))
    raise InputError(f"{term} can't be computed: no language has {type(term).__name__}")


def comparison(relation: Relation) -> Comparison:
    """A condition as languages have it."""
    left, right = expression(relation.left), expression(relation.right)
    op = {"=": "==", "!=": "!=", "<": "<", "<=": "<="}[relation.op]
    if any(names(left)) or not any(names(right)):
        return Comparison(op, left, right)
    return Comparison(op.replace("<", ">"), right, left)


def _sign(term: Basic) -> tuple[bool, Basic]:
    """Whether the term is written with a minus, and the term without it."""
    coefficient, rest = term.as_coeff_Mul(rational=True)
    if coefficient >= 0:
        return False, term
    if isinstance(rest, Add) and coefficient != -1:  # −2·(x + y), which SymPy keeps on request
        return True, Mul(-coefficient, rest, evaluate=False)
    return True, -coefficient * rest


def _product(term: Basic) -> Node:
    above: list[Node] = []
    below: list[Node] = []
    for factor in Mul.make_args(term):
        base, exponent = factor.as_base_exp()
        if isinstance(factor, Rational):
            above += [Number(int(factor.p))] if factor.p != 1 else []
            below += [Number(int(factor.q))] if factor.q != 1 else []
        elif isinstance(exponent, Rational) and isinstance(factor, Pow):
            side = above if exponent > 0 else below
            side.append(_power(base, abs(exponent)))
        else:
            above.append(_factor(factor))
    if len(above) == 1 and not below:
        return above[0]
    return Product(tuple(above), tuple(below))


def _factor(factor: Basic) -> Node:
    if isinstance(factor, Pow):
        return Power(expression(factor.base), expression(factor.exp))
    return expression(factor)


def _power(base: Basic, exponent: Rational) -> Node:
    if exponent.q not in (1, 2):
        raise InputError(f"{base}**({exponent}) can't be computed: the only roots are square ones")
    inner = expression(base)
    root = inner if exponent.q == 1 else Call(SQUARE_ROOT, (inner,))
    return root if exponent.p == 1 else Power(root, Number(int(exponent.p)))


def walk(node: Any) -> Iterator[Any]:
    """A node and all that stand in it."""
    yield node
    for part in parts(node):
        yield from walk(part)


def parts(node: Any) -> tuple[Any, ...]:
    """The nodes right inside a node."""
    if isinstance(node, Negative):
        return (node.of,)
    if isinstance(node, Sum):
        return tuple(term for term, _ in node.terms)
    if isinstance(node, Product):
        return (*node.above, *node.below)
    if isinstance(node, Power):
        return (node.base, node.exponent)
    if isinstance(node, Call):
        return node.arguments
    if isinstance(node, Comparison):
        return (node.left, node.right)
    return ()


def names(node: Any) -> Iterator[Symbol]:
    """The symbols in a node."""
    return (part.symbol for part in walk(node) if isinstance(part, Name))


def calls(node: Any) -> Iterator[Call]:
    """The calls in a node."""
    return (part for part in walk(node) if isinstance(part, Call))
