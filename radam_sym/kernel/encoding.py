"""Terms, formulas and definitions as nested lists, and back.

A number is an integer or ``["q", p, q]``, a variable is its name, and everything else is a list
that begins with the name of its head. The way back goes head by head through a table; nothing is
evaluated but what SymPy makes of numbers, and their size is bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import gcd
from typing import Any, NoReturn

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
    gamma,
    log,
    oo,
    pi,
    tanh,
)

from radam_sym.kernel.admission import one_domain_each
from radam_sym.kernel.errors import FormatError
from radam_sym.kernel.formulas import OPERATORS, PREDICATES, Predicate, Relation
from radam_sym.kernel.heads import (
    DOMAINS,
    KINDS,
    NAME,
    Applied,
    Definition,
    E,
    Family,
    Forall,
    Integral,
    Member,
    Var,
    domain,
)
from radam_sym.kernel.terms import bind, binder, every_variable

MAX_BITS = 10_000_000  # in all the powers of a theorem, for SymPy works powers of numbers out
FUNCTIONS: dict[str, Any] = {
    "E": E,
    "Var": Var,
    "exp": exp,
    "log": log,
    "tanh": tanh,
    "coth": coth,
    "gamma": gamma,
}
HEADS: dict[str, Any] = {"+": Add, "*": Mul, "^": Pow, "at": Member, **FUNCTIONS}
BINDERS: dict[str, Any] = {
    "sum": Sum,
    "integral": Integral,
    "limit": Limit,
    "lambda": Lambda,
    "forall": Forall,
}
MARKS: dict[str, Any] = {"oo": oo, "+": Symbol("+"), "-": Symbol("-")}
HEAD_OF = {head: name for name, head in (HEADS | BINDERS).items()}
MARK_OF = {mark: name for name, mark in MARKS.items()}
AT_LEAST = {"+": 2, "*": 2, "def": 1}  # parts
EXACTLY = dict.fromkeys(FUNCTIONS, 1) | dict.fromkeys(OPERATORS, 2)
EXACTLY |= {name: 1 + orders for name, orders in PREDICATES.items()}
EXACTLY |= {"q": 2, "^": 2, "at": 2, "sum": 4, "limit": 4, "lambda": 2, "forall": 2}
EXACTLY |= {"integral": 2, "pi": 0}


# --- to data --------------------------------------------------------------------------------------


def encode(term: Any) -> Any:
    """A term, a formula, a family, or one of the marks ∞, + and − of a limit."""
    if isinstance(term, Integer):
        return int(term)
    if isinstance(term, Rational):
        return ["q", int(term.p), int(term.q)]
    if term == pi:
        return ["pi"]
    if term in MARK_OF:
        return {"end": MARK_OF[term]}
    if isinstance(term, (Symbol, Family)):
        return term.name
    if isinstance(term, Relation):
        return [term.op, encode(term.left), encode(term.right)]
    if isinstance(term, Predicate):
        return [term.name, encode(term.family), *term.orders]
    if isinstance(term, Applied):
        return ["def", term.args[0].name, *map(encode, term.args[1:])]
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        return [HEAD_OF[type(term)], *map(encode, (variable, body, *outside))]
    return [HEAD_OF[type(term)], *map(encode, term.args)]


def declarations(terms: Iterable[Basic]) -> dict[str, str]:
    """The domain or kind of every variable in some terms, by name."""
    terms = list(terms)
    one_domain_each(terms)
    found: frozenset[Any] = frozenset().union(*map(every_variable, terms))
    kinds = {v.name: v.kind if isinstance(v, Family) else domain(v) for v in found}
    return dict(sorted(kinds.items()))


def encode_definition(definition: Definition) -> dict[str, Any]:
    """A definition, with the variables that it declares."""
    return {
        "name": definition.name,
        "variables": declarations([definition.body, *definition.parameters]),
        "parameters": [encode(parameter) for parameter in definition.parameters],
        "body": encode(definition.body),
        "notation": definition.notation,
    }


# --- from data ------------------------------------------------------------------------------------


def refuse(data: Any, what: str) -> NoReturn:
    """Say that some data is not what it should be."""
    raise FormatError(f"{data!r:.60} is not {what}")


def look_up(table: Mapping[str, Any], name: Any, what: str) -> Any:
    """What a name stands for."""
    if not isinstance(name, str) or name not in table:
        refuse(name, f"a known {what}")
    return table[name]


def listed(data: Any) -> list[Any]:
    """The data, which must be a list."""
    if not isinstance(data, list):
        refuse(data, "a list")
    return data


def fields(data: Any, *names: str) -> list[Any]:
    """The values of an object that must have these names and no others."""
    if not isinstance(data, dict) or sorted(data) != sorted(names):
        refuse(data, f"an object with {', '.join(names)}")
    return [data[name] for name in names]


def integer(data: Any) -> int:
    """The data, which must be an integer."""
    if type(data) is not int:
        refuse(data, "an integer")
    return data


def string(data: Any) -> str:
    """The data, which must be text."""
    if not isinstance(data, str):
        refuse(data, "text")
    return data


def headed(data: Any) -> tuple[str, list[Any]]:
    """The head and the parts of a list, as many as belong to that head."""
    head, *parts = listed(data) or refuse(data, "a term: it has no head")
    if not isinstance(head, str) or (head not in EXACTLY and head not in AT_LEAST):
        refuse(head, "a known head")
    if len(parts) != EXACTLY.get(head, len(parts)) or len(parts) < AT_LEAST.get(head, 0):
        raise FormatError(f"{head!r} can't have {len(parts)} parts")
    return head, parts


def declared(data: Any) -> dict[str, Basic]:
    """Variables by name, from their domains and kinds."""
    if not isinstance(data, dict):
        refuse(data, "an object with domains")
    table: dict[str, Basic] = {}
    for name, kind in data.items():
        if not NAME.fullmatch(name):
            refuse(name, "a plain name")
        if kind in KINDS:
            table[name] = Family(name, kind)
        else:
            table[name] = Symbol(name, **look_up(DOMAINS, kind, "domain"))
    return table


class Decoder:
    """Terms and formulas from data, over variables that were declared and earlier definitions."""

    def __init__(self, variables: Any, defined: Mapping[str, Definition]) -> None:
        self.declared = declared(variables)
        self.defined = defined
        self._bits = 0

    def variable(self, data: Any) -> Any:
        """A symbol or a family."""
        return look_up(self.declared, data, "variable")

    def definition(self, data: Any) -> Any:
        """A definition, by its name."""
        return look_up(self.defined, data, "definition")

    def term(self, data: Any) -> Any:
        """A term or a family, or a Lambda where a family may stand."""
        if type(data) is int:
            return Integer(data)
        if isinstance(data, str):
            return self.variable(data)
        head, parts = headed(data)
        if head in BINDERS and head != "forall":
            return self._bound(head, parts, self.term)
        if head == "pi":
            return pi
        if head == "q":
            return _fraction(*map(integer, parts))
        if head == "def":
            return self.definition(parts[0])(*map(self.term, parts[1:]))
        arguments = [*map(self.term, parts)]
        if head in ("^", "gamma") or (head == "exp" and arguments[0].has(log)):
            self._weigh(*arguments)  # exp of n·log b is b^n
        if head in HEADS:
            return HEADS[head](*arguments)
        return refuse(head, "the head of a term")

    def formula(self, data: Any) -> Any:
        """A relation, a predicate, or a relation for all values."""
        head, parts = headed(data)
        if head == "forall":
            return self._bound(head, parts, self.formula)
        if head in OPERATORS:
            return Relation(head, *map(self.term, parts))
        if head in PREDICATES:
            return Predicate(head, self.term(parts[0]), *map(integer, parts[1:]))
        return refuse(head, "the head of a formula")

    def end(self, data: Any) -> Any:
        """What stands outside a binding: a term, or a mark."""
        if isinstance(data, dict):
            [name] = fields(data, "end")
            return look_up(MARKS, name, "end")
        return self.term(data)

    def _bound(self, head: str, parts: list[Any], inside: Callable[[Any], Any]) -> Basic:
        variable, body, *outside = parts
        ends = tuple(map(self.end, outside))
        return bind(BINDERS[head], self.variable(variable), inside(body), ends)

    def _weigh(self, *arguments: Basic) -> None:
        """Refuse powers and factorials of numbers that SymPy would take too long to work out."""
        numbers = [(int(n.p), int(n.q)) for a in arguments for n in a.atoms(Rational)]
        exponents = [(int(n.p), int(n.q)) for n in arguments[-1].atoms(Rational)]
        bits = max((abs(number).bit_length() for pair in numbers for number in pair), default=1)
        self._bits += bits * max((abs(number) for pair in exponents for number in pair), default=1)
        if self._bits > MAX_BITS:
            raise FormatError(f"powers of numbers with more than {MAX_BITS} bits in all")


def _fraction(p: int, q: int) -> Rational:
    if q < 2 or gcd(p, q) != 1:
        raise FormatError(f"{p}/{q} is not a fraction in lowest terms")
    return Rational(p, q)


def decode_definition(data: Any, defined: dict[str, Definition]) -> None:
    """Add a definition, over earlier ones, under a new name."""
    name, variables, parameters, body, notation = fields(
        data, "name", "variables", "parameters", "body", "notation"
    )
    if string(name) in defined:
        refuse(name, "a new name for a definition")
    decoder = Decoder(variables, defined)
    taken = list(map(decoder.variable, listed(parameters)))
    definition = Definition(name, taken, decoder.term(body), string(notation))
    if encode_definition(definition) != data:
        raise FormatError(f"{name}: SymPy builds another definition from this data")
    defined[name] = definition
