"""Small changes to terms, formulas and whatever holds them.

Nothing here cares whether a changed term is still sensible: bound variables get caught, domains
are left, sums run over ranges shorter than empty. That is the point.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any

from sympy import (
    Add,
    Basic,
    Expr,
    Integer,
    Lambda,
    Limit,
    Mul,
    Pow,
    Rational,
    Sum,
    Symbol,
    Tuple,
    coth,
    exp,
    gamma,
    log,
    oo,
    pi,
    sqrt,
    tanh,
)
from sympy.core.symbol import Str
from sympy.utilities.exceptions import SymPyDeprecationWarning

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Predicate, Relation
from radam_sym.kernel.heads import Applied, Definition, E, Family, Forall, Integral, Member, Var
from radam_sym.kernel.theorem import Theorem

Where = tuple[int, ...]
ELEMENTARY = (exp, log, tanh, coth, gamma)
TERMS = (Add, Mul, Pow, Sum, Integral, Limit, Member, Applied, E, Var)
HEADS = (*TERMS, *ELEMENTARY, Rational, Symbol, type(pi))
MISHAPS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    NotImplementedError,
    ProofError,
    RecursionError,
    SymPyDeprecationWarning,  # a family among the terms of a sum
    TypeError,
    ValueError,
)


def attempted(make: Callable[[], Any]) -> Any:
    """What a function makes, or None where SymPy or the kernel's constructors refuse."""
    try:
        return make()
    except MISHAPS:
        return None


# --- places in a term -------------------------------------------------------------------------


def inside(term: Basic) -> Iterable[int]:
    """The arguments of a term that are themselves terms, free to be changed."""
    if isinstance(term, (Str, Symbol, Family, Definition, Rational)):
        return ()
    if isinstance(term, Predicate):
        return (1,)
    if isinstance(term, Integral):
        return (0,)
    if isinstance(term, Limit):
        return (0,) if term.args[2] == oo else (0, 2)
    if isinstance(term, (Lambda, Forall, Member, Applied)):
        return range(1, len(term.args))
    if isinstance(term, Relation):
        return (1, 2)
    if isinstance(term, Tuple):
        return range(1, len(term.args))
    return range(len(term.args))


def places(term: Basic, where: Where = ()) -> Iterator[tuple[Where, Basic]]:
    """Every part of a term with the way to it; bound variables are left out."""
    if not isinstance(term, Tuple):
        yield where, term
    for k in inside(term):
        yield from places(term.args[k], (*where, k))


def put(term: Basic, where: Where, part: Basic) -> Basic:
    """The term with another part at a place."""
    if not where:
        return part
    first, *rest = where
    arguments = list(term.args)
    arguments[first] = put(arguments[first], tuple(rest), part)
    return term.func(*arguments)


def _put_option(term: Any, where: Any, option: Callable[[], Any]) -> Any:
    return put(term, where, option())


def is_plain(term: Any) -> bool:
    """Whether a term has only heads that the oracle can tell the value of."""
    return isinstance(term, Basic) and all(
        isinstance(part, (*HEADS, Family, Lambda, Relation, Forall, Predicate))
        for _, part in places(term)
    )


# --- one change ---------------------------------------------------------------------------------


def changes(node: Basic, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    """What may be put for one part of a term; made only when called."""
    for head, how in CHANGES.items():
        if isinstance(node, head):
            return [*how(node, symbols, chance), *_of_any(node)]
    return []


def _of_any(node: Basic) -> list[Any]:
    if not isinstance(node, Expr):
        return []
    return [lambda: -node, lambda: node + 1, lambda: 2 * node, lambda: node**2, lambda: 1 / node]


def _of_number(node: Rational, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    return [lambda: node + 1, lambda: node - 1, lambda: 2 * node, lambda: -node, lambda: node / 2]


def _of_symbol(node: Symbol, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    other = chance.choice([s for s in symbols if s != node] or [node])
    number = Integer(chance.choice([0, 1, 2, -1]))
    return [lambda: other, lambda: number, lambda: node + 1, lambda: node - 1]


def _of_sum_of_terms(node: Add, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    k = chance.randrange(len(node.args))
    rest = node.args[:k] + node.args[k + 1 :]
    return [
        lambda: Mul(*node.args),
        lambda: Add(*rest),
        lambda: Add(*rest, -node.args[k]),
        lambda: Add(*rest, 2 * node.args[k]),
    ]


def _of_product(node: Mul, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    k = chance.randrange(len(node.args))
    rest = node.args[:k] + node.args[k + 1 :]
    return [
        lambda: Add(*node.args),
        lambda: Mul(*rest),
        lambda: Mul(*rest, 1 / node.args[k]),
        lambda: Mul(*rest, node.args[k] ** 2),
    ]


def _of_power(node: Pow, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    base, exponent = node.args
    return [
        lambda: base ** (exponent + 1),
        lambda: base ** (exponent - 1),
        lambda: base ** (2 * exponent),
        lambda: base ** (-exponent),
        lambda: base ** (exponent / 2),
        lambda: base,
        lambda: exponent**base,
    ]


def _of_sum(node: Sum, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    (index, low, high), body = node.limits[0], node.function
    return [
        lambda: Sum(body, (index, low, high + 1)),
        lambda: Sum(body, (index, low, high - 1)),
        lambda: Sum(body, (index, low + 1, high)),
        lambda: Sum(body, (index, low - 1, high)),
        lambda: Sum(body * index, (index, low, high)),
        lambda: Sum(body, (index, high, low)),
    ]


def _of_integral(node: Integral, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    variable, body = node.limits[0][0], node.function
    bodies = [
        body * variable,
        body / variable,
        body * 2,
        body + 1,
        body.subs(variable, 2 * variable),
    ]
    return [lambda other=other: Integral(other, *node.limits) for other in bodies]


def _of_limit(node: Limit, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    body, variable, point, direction = node.args
    other = "+" if str(direction) == "-" else "-"
    return [
        lambda: Limit(body, variable, 1 if point == oo else point, other),
        lambda: Limit(body, variable, 0, "+"),
        lambda: Limit(body, variable, 1, "-"),
        lambda: Limit(body, variable, oo),
    ]


def _of_elementary(node: Basic, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    [argument] = node.args
    heads = [*ELEMENTARY, sqrt]
    return [lambda head=head: head(argument) for head in heads if head is not node.func]


def _of_member(node: Member, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    family, index = node.args
    return [lambda: Member(family, index + 1), lambda: Member(family, index - 1)]


def _of_applied(node: Applied, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    definition, *arguments = node.args
    return [lambda: Applied(definition, *reversed(arguments))]


def _of_moment(node: Basic, symbols: Sequence[Symbol], chance: random.Random) -> list[Any]:
    [argument] = node.args
    other = Var if isinstance(node, E) else E
    return [lambda: other(argument), lambda: node.func(argument**2), lambda: argument]


CHANGES: dict[Any, Callable[[Any, Sequence[Symbol], random.Random], list[Any]]] = {
    Rational: _of_number,
    Symbol: _of_symbol,
    Add: _of_sum_of_terms,
    Mul: _of_product,
    Pow: _of_power,
    Sum: _of_sum,
    Integral: _of_integral,
    Limit: _of_limit,
    ELEMENTARY: _of_elementary,
    Member: _of_member,
    Applied: _of_applied,
    (E, Var): _of_moment,
}


def changed(term: Any, symbols: Sequence[Symbol], chance: random.Random) -> Any:
    """The term with one part changed, or None where no change came out as a term."""
    found = list(places(term))
    for _ in range(6):
        where, node = chance.choice(found)
        options = changes(node, symbols, chance)
        if not options:
            continue
        option = chance.choice(options)
        result = attempted(partial(_put_option, term, where, option))
        if result is not None and result != term and is_plain(result):
            return result
    return None


def relation_changed(relation: Any, symbols: Sequence[Symbol], chance: random.Random) -> Any:
    """A relation with another operator, turned around, or with a side changed."""
    if not isinstance(relation, Relation):
        return attempted(lambda: changed(relation, symbols, chance))
    operators = [op for op in ("<", "<=", "=", "!=") if op != relation.op]
    options: list[Callable[[], Any]] = [
        lambda: Relation(chance.choice(operators), relation.left, relation.right),
        lambda: Relation(relation.op, relation.right, relation.left),
        lambda: changed(relation, symbols, chance),
    ]
    return attempted(chance.choice(options))


# --- one change everywhere ------------------------------------------------------------------------


def everywhere(data: Any, mapping: Mapping[Basic, Basic]) -> Any:
    """Data with some parts of its terms replaced, as SymPy does it: bound variables get caught."""
    if isinstance(data, Theorem):
        return data
    if isinstance(data, Basic):
        return data.xreplace(dict(mapping))
    if isinstance(data, tuple) and hasattr(data, "_fields"):
        return type(data)(*(everywhere(part, mapping) for part in data))
    if isinstance(data, (tuple, list)):
        return type(data)(everywhere(part, mapping) for part in data)
    if isinstance(data, Mapping):
        return {key: everywhere(value, mapping) for key, value in data.items()}
    if is_dataclass(data) and not isinstance(data, type):
        new = {f.name: everywhere(getattr(data, f.name), mapping) for f in fields(data)}
        return replace(data, **new)
    return data


def renamings(
    symbols: Sequence[Symbol], pool: Sequence[Symbol], chance: random.Random
) -> dict[Basic, Basic]:
    """What to put for a symbol, everywhere at once."""
    symbol = chance.choice(symbols)
    other = chance.choice([s for s in pool if s != symbol] or [symbol])
    options: list[dict[Basic, Basic]] = [
        {symbol: other},
        {symbol: other, other: symbol},
        {symbol: symbol + 1},
        {symbol: symbol - 1},
        {symbol: 2 * symbol},
        {symbol: -symbol},
        {symbol: symbol**2},
        {symbol: symbol + other},
        {symbol: symbol * other},
        {symbol: 1 / symbol},
        {symbol: Integer(chance.choice([0, 1, 2, -1]))},
        {symbol: other**symbol},
    ]
    return chance.choice(options)
