"""What an expression needs in order to be defined.

A :class:`Condition` is one of several formulas, to be known at a place: a place in an expression
is the path of binders around it. Nothing here knows or looks up a fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

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
    tanh,
)

from radam_sym.kernel.admission import is_integral, is_random
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Formula, Predicate, Relation
from radam_sym.kernel.heads import Applied, E, Forall, Integral, Member, Var, domain
from radam_sym.kernel.terms import (
    binder,
    body_of,
    fresh_symbol,
    substitute,
    unfolded,
    variables,
)


class Binding(NamedTuple):
    """A binder on the way to a place: its variable, its head and what stands outside it."""

    head: str
    variable: Basic
    outside: tuple[Basic, ...]


Path = tuple[Binding, ...]


class Exists(Basic):  # type: ignore[misc]
    """The condition that a limit, an integral or an expectation exists; no statement of its own."""


class Condition(NamedTuple):
    """One of ``alternatives`` has to be known at ``path``."""

    path: Path
    alternatives: tuple[Formula | Exists, ...]


def binding(term: Basic) -> Binding:
    """What a sum, limit, Lambda or Forall binds, for the path of what stands inside it."""
    bound = binder(term)
    assert bound is not None
    variable, _, outside = bound
    return Binding(type(term).__name__, variable, outside)


@lru_cache(maxsize=50_000)
def positive(term: Basic) -> Relation:
    """0 < term."""
    return Relation("<", Integer(0), term)


@lru_cache(maxsize=50_000)
def nonnegative(term: Basic) -> Relation:
    """0 ≤ term."""
    return Relation("<=", Integer(0), term)


# --- what a domain and a binder say -----------------------------------------------------------


@lru_cache(maxsize=1_000)
def domain_facts(symbol: Basic) -> tuple[Relation, ...]:
    """What the domain of a variable says of its sign; an integer is positive from 1 on."""
    if not isinstance(symbol, Symbol):
        return ()
    return {
        "positive": (positive(symbol),),
        "nonnegative": (nonnegative(symbol),),
        "positive integer": (Relation("<=", Integer(1), symbol),),
        "nonnegative integer": (nonnegative(symbol),),
    }.get(domain(symbol), ())


def binding_facts(bound: Binding) -> tuple[Relation, ...]:
    """What holds under a binder: i is in the range of its sum; a variable that tends to a finite
    point has less than one to go, for a limit depends on nothing further off.
    """
    _, variable, outside = bound
    facts = domain_facts(variable)
    if bound.head == "Sum":
        low, high = outside
        return (*facts, Relation("<=", low, variable), Relation("<=", variable, high))
    if bound.head == "Limit":
        point, direction = outside
        if point == oo:
            return (*facts, positive(variable))
        low, high = (point - 1, point) if str(direction) == "-" else (point, point + 1)
        return (*facts, Relation("<", low, variable), Relation("<", variable, high))
    return facts


# --- what a term needs ------------------------------------------------------------------------


@lru_cache(maxsize=100_000)
def definedness(term: Basic, path: Path = ()) -> tuple[Condition, ...]:
    """The conditions under which a term has a value; a family one for every index; a formula
    one on each side. Each is there once.
    """
    return tuple(dict.fromkeys(_conditions(term, path)))


def _conditions(term: Basic, path: Path) -> Iterator[Condition]:
    if isinstance(term, Pow):
        base, exponent = term.args
        yield from _power_conditions(base, exponent, path)
    elif isinstance(term, (log, gamma)):
        yield Condition(path, (positive(term.args[0]),))
    elif isinstance(term, coth):
        yield from nonzero(term.args[0], path)
    elif isinstance(term, (E, Var)):
        yield from _moment_conditions(term, path)
        return
    elif isinstance(term, Applied):
        yield from _applied_conditions(term, path)
        return
    elif isinstance(term, Member):
        if term.args[0].kind == "positive function":
            yield Condition(path, (positive(term.args[1]),))
        elif term.args[0].kind != "function" and not is_integral(term.args[1]):
            raise ProofError("defined", f"the index {term.args[1]} must be an integer", term)
        elif term.args[0].kind == "positive sequence":
            yield Condition(path, (Relation("<=", Integer(1), term.args[1]),))
    elif isinstance(term, (Sum, Integral, Limit, Lambda, Forall)):
        yield from _binder_conditions(term, path)
        return
    for argument in term.args:
        yield from definedness(argument, path)


def _moment_conditions(term: Basic, path: Path) -> Iterator[Condition]:
    """That the moment exists, and what its argument needs apart from that: what is random need
    only have a value almost surely, as it does where it has a moment. What is said of a family
    is not random: in E(X·E(Y)), that Y has a mean.
    """
    [argument] = term.args
    yield from moment(argument, 1 if isinstance(term, E) else 2, path)
    for condition in definedness(argument, path):
        if not any(map(is_random_relation, condition.alternatives)):
            yield condition


def is_random_relation(formula: Formula | Exists) -> bool:
    """Whether a formula compares random expressions, or says that one has a limit."""
    return is_random(formula) and not isinstance(formula, Predicate)


def _power_conditions(base: Basic, exponent: Basic, path: Path) -> Iterator[Condition]:
    if isinstance(exponent, Rational):
        if exponent < 0:
            yield from nonzero(base, path)
        if not isinstance(exponent, Integer):
            yield Condition(path, (nonnegative(base),))
    elif is_integral(exponent):
        if not (isinstance(base, Rational) and base != 0):
            yield Condition(path, (Relation("!=", base, Integer(0)), nonnegative(exponent)))
    else:
        yield Condition(path, (positive(base),))


def _binder_conditions(term: Basic, path: Path) -> Iterator[Condition]:
    bound = binding(term)
    if isinstance(term, Sum):
        low, high = bound.outside
        if not (is_integral(low) and is_integral(high)):
            raise ProofError("defined", "the ends of a sum must be integers", term)
        yield Condition(path, (Relation("<=", low - 1, high),))
    if isinstance(term, (Integral, Limit)):
        yield Condition(path, (Exists(term),))
    for part in bound.outside:
        yield from definedness(part, path)
    yield from definedness(body_of(term), (*path, bound))


def apart_from_existence(term: Basic, path: Path = ()) -> Iterator[Condition]:
    """The conditions of ``definedness`` but one: that the term exists, if it is a limit or an
    integral.
    """
    own = Condition(path, (Exists(term),))
    return (condition for condition in definedness(term, path) if condition != own)


def _applied_conditions(term: Applied, path: Path) -> Iterator[Condition]:
    definition, *arguments = term.args
    for parameter, argument in zip(definition.parameters, arguments, strict=True):
        if isinstance(parameter, Symbol):
            yield from membership(parameter, argument, path)
        yield from definedness(argument, path)
    values = dict(zip(definition.parameters, arguments, strict=True))
    yield from at_values(definedness(definition.body), values, path)


def at_values(
    conditions: Iterable[Condition], values: Mapping[Basic, Basic], path: Path = ()
) -> Iterator[Condition]:
    """Conditions for some values of the variables, at a path.

    These are what a term with values put in needs in order to be defined. SymPy may cancel, there,
    what the term divides by: with 0 for s, (x + s)/x becomes 1.
    """
    for inner, alternatives in conditions:
        here, put = path, dict(values)
        own = frozenset().union(*map(variables, alternatives))
        for head, variable, outside in inner:
            ends = tuple(substitute(part, put) for part in outside)
            put = {v: value for v, value in put.items() if v != variable}
            taken = frozenset().union(*map(variables, put.values()))
            index = variable
            if variable.name in {v.name for v in taken}:
                index = put[variable] = fresh_symbol(variable, taken | own)
            here = (*here, Binding(head, index, ends))
        yield Condition(here, tuple(substitute(formula, put) for formula in alternatives))


def membership(symbol: Symbol, value: Basic, path: Path) -> Iterator[Condition]:
    """The conditions under which a term is in the domain of a symbol."""
    if is_random(value):
        raise ProofError("domain", f"{symbol} is not random, {value} is")
    name = domain(symbol)
    if "integer" in name and not is_integral(value):
        raise ProofError("domain", f"{symbol} is an integer, {value} need not be")
    for fact in domain_facts(symbol):
        yield Condition(path, (Relation(fact.op, fact.left, value),))


def nonzero(term: Basic, path: Path) -> Iterator[Condition]:
    """The conditions under which a term is not zero, factor by factor."""
    if isinstance(term, Mul):
        for factor in term.args:
            yield from nonzero(factor, path)
    elif isinstance(term, (Pow, tanh)):
        yield from nonzero(term.args[0], path)
    elif isinstance(term, Applied):
        yield from nonzero(unfolded(term), path)
    elif not isinstance(term, (exp, gamma)) and not (isinstance(term, Rational) and term != 0):
        yield Condition(path, (Relation("!=", term, Integer(0)),))


def moment(term: Basic, order: int, path: Path) -> Iterator[Condition]:
    """The conditions under which a random expression has a finite moment: those of the members
    whose powers it is linear in; for anything else, that the moment is known to exist, and the
    mean, for a power may have values where the expression has none: (√X)² is X.
    """
    if not is_random(term):
        return
    if isinstance(term, Add):
        for argument in term.args:
            yield from moment(argument, order, path)
    elif isinstance(term, Mul) and sum(map(is_random, term.args)) == 1:
        yield from moment(next(filter(is_random, term.args)), order, path)
    elif isinstance(term, Sum):
        yield from moment(term.function, order, (*path, binding(term)))
    elif isinstance(term, Applied):
        yield from moment(unfolded(term), order, path)
    elif isinstance(term, Member) and not is_random(term.args[1]):
        yield Condition(path, (Predicate("moment", term.args[0], order),))
    elif isinstance(term, Pow) and isinstance(term.exp, Integer) and term.exp > 0:
        yield from moment(term.base, order * int(term.exp), path)
    else:
        for power in sorted({1, order}):
            yield Condition(path, (Exists(E(term**power)),))


def nonnegativity(term: Basic, path: Path) -> Iterator[Condition]:
    """The conditions under which a random expression is not negative, by its form."""
    if not is_random(term):
        yield Condition(path, (nonnegative(term),))
    elif isinstance(term, (Add, Mul)):
        for argument in term.args:
            yield from nonnegativity(argument, path)
    elif isinstance(term, Sum):
        yield from nonnegativity(term.function, (*path, binding(term)))
    elif isinstance(term, Member):
        yield Condition(path, (Predicate("nonnegative", term.args[0]),))
    elif isinstance(term, exp):
        return
    elif not (isinstance(term, Pow) and isinstance(term.exp, Integer) and term.exp % 2 == 0):
        raise ProofError("defined", "no rule says that this is not negative", term)


def of_members(formula: Predicate, path: Path) -> Iterator[Condition] | None:
    """The conditions under which a family that is given by its members is what a predicate says,
    where their form can tell.
    """
    if not isinstance(formula.family, Lambda):
        return None
    body, inner = body_of(formula.family), (*path, binding(formula.family))
    if formula.name == "moment":
        return moment(body, formula.orders[0], inner)
    return nonnegativity(body, inner) if formula.name == "nonnegative" else None
