"""Looking inside terms: binders, substitution, replacement, equality up to bound names.

These are the kernel's own because SymPy's capture: xreplace puts i for t in Sum(t·X_i, i=1..n)
under the sum's own i.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from sympy import Basic, Expr, Integer, Lambda, Limit, Sum, Symbol, oo

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.heads import (
    DOMAINS,
    Applied,
    Definition,
    Family,
    Forall,
    Integral,
    Member,
    domain,
)

HALF_LINE = (Integer(0), oo)


def binder(term: Basic) -> tuple[Basic, Basic, tuple[Basic, ...]] | None:
    """(bound variable, body, what stands outside the binding), or None for other heads."""
    if isinstance(term, Sum):
        if len(term.limits) != 1:
            raise ProofError("terms", "a sum has one index", term)
        index, low, high = term.limits[0]
        return index, term.function, (low, high)
    if isinstance(term, Integral):
        if len(term.limits) != 1 or tuple(term.limits[0][1:]) != HALF_LINE:
            raise ProofError("terms", "an integral is over one variable, from 0 to oo", term)
        return term.limits[0][0], term.function, ()
    if isinstance(term, Limit):
        body, variable, point, direction = term.args
        return variable, body, (point, direction)
    if isinstance(term, Lambda):
        if len(term.variables) != 1:
            raise ProofError("terms", "a sequence is given by a function of one index", term)
        return term.variables[0], term.expr, ()
    if isinstance(term, Forall):
        return term.variable, term.relation, ()
    return None


def body_of(term: Basic) -> Basic:
    """What stands inside a binder."""
    bound = binder(term)
    assert bound is not None
    return bound[1]


def bind(head: Any, variable: Basic, body: Basic, outside: tuple[Basic, ...]) -> Basic:
    """A sum, integral, limit, Lambda or Forall from its parts, as :func:`binder` gives them."""
    if head is Sum:
        return Sum(body, (variable, *outside))
    if head is Integral:
        return Integral(body, (variable, *HALF_LINE))
    if head is Limit:
        if variable in variables(outside[0]):
            raise ProofError("terms", f"{variable} means two things where it is bound", body)
        return Limit(body, variable, *outside)
    return head(variable, body, *outside)


def rebind(term: Basic, variable: Basic, body: Basic, outside: tuple[Basic, ...]) -> Basic:
    """A binder like ``term`` with other parts."""
    return bind(term.func, variable, body, outside)


def is_leaf(term: Basic) -> bool:
    """Whether no term stands inside: a number, a variable, a definition, whose body is its own."""
    return not term.args or isinstance(term, (Family, Definition))


@lru_cache(maxsize=100_000)
def variables(term: Basic) -> frozenset[Basic]:
    """The free symbols and families of a term."""
    if isinstance(term, (Symbol, Family)):
        return frozenset([term])
    if isinstance(term, Definition):
        return frozenset()
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        if isinstance(term, Limit):
            outside = outside[:1]
        return (variables(body) - {variable}).union(*map(variables, outside))
    return frozenset().union(*map(variables, term.args))


def substitute(term: Basic, mapping: Mapping[Basic, Basic]) -> Any:
    """Put terms for free variables, all at once, renaming bound variables where they would
    capture. A family may be mapped to another or to a Lambda, whose members are then worked out.
    """
    free = variables(term)
    needed = tuple((v, s) for v, s in mapping.items() if v in free)
    return _substituted(term, needed) if needed else term


@lru_cache(maxsize=100_000)
def _substituted(term: Basic, pairs: tuple[tuple[Basic, Basic], ...]) -> Any:
    mapping = dict(pairs)
    if term in mapping:
        return mapping[term]
    if isinstance(term, Member):
        family, index = mapping.get(term.args[0], term.args[0]), substitute(term.args[1], mapping)
        if isinstance(family, Lambda):
            return substitute(family.expr, {family.variables[0]: index})
        return Member(family, index)
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        outside = tuple(substitute(part, mapping) for part in outside)
        inner = {v: s for v, s in mapping.items() if v != variable}
        taken = frozenset().union(*map(variables, [*inner.values(), *outside]))
        if variable.name in {v.name for v in taken}:
            fresh = fresh_symbol(variable, taken | variables(body))
            body, variable = substitute(body, {variable: fresh}), fresh
        return rebind(term, variable, substitute(body, inner), outside)
    return term.func(*[substitute(argument, mapping) for argument in term.args])


def fresh_symbol(symbol: Symbol, taken: frozenset[Basic]) -> Symbol:
    """A symbol of the same domain whose name no variable in ``taken`` has."""
    names = {v.name for v in taken} | {symbol.name}
    number = 1
    while f"{symbol.name}_{number}" in names:
        number += 1
    return Symbol(f"{symbol.name}_{number}", **DOMAINS[domain(symbol)])


@lru_cache(maxsize=100_000)
def canonical(term: Basic, depth: int = 0) -> Any:
    """The term with its bound variables named by their depth: equal iff alike up to renaming."""
    if is_leaf(term):
        return term
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        standard = Symbol(f"#{depth}", **DOMAINS[_bound_domain(term, variable)])
        outside = tuple(canonical(part, depth) for part in outside)
        body = substitute(body, {variable: standard})
        return rebind(term, standard, canonical(body, depth + 1), outside)
    return term.func(*[canonical(argument, depth) for argument in term.args])


def _bound_domain(term: Basic, variable: Basic) -> str:
    """Near infinity all that a domain says is whether the variable runs through integers."""
    if isinstance(term, Limit):
        return "integer" if variable.is_integer else "real"
    return domain(variable)


def alike(left: Basic, right: Basic) -> bool:
    """The same term up to the names of bound variables."""
    one, other = canonical(left), canonical(right)
    if hash(one) != hash(other):  # which is known, where a comparison goes through both
        return False
    return bool(one == other)


def replace(term: Basic, old: Basic, visit: Callable[[tuple[Basic, ...]], Basic]) -> Any:
    """Replace every occurrence of ``old`` by ``visit(path)``, path being the binders around it."""
    target = canonical(old)

    def walk(node: Basic, path: tuple[Basic, ...]) -> Any:
        if canonical(node) == target:
            return visit(path)
        if is_leaf(node):
            return node
        bound = binder(node)
        if bound is not None:
            variable, body, outside = bound
            outside = tuple(walk(part, path) for part in outside)
            return rebind(node, variable, walk(body, (*path, node)), outside)
        return node.func(*[walk(argument, path) for argument in node.args])

    return walk(term, ())


def unfolded(term: Applied) -> Expr:
    """The body of a definition, for the arguments that it is applied to."""
    definition, *arguments = term.args
    return substitute(definition.body, dict(zip(definition.parameters, arguments, strict=True)))


def unfold(term: Basic, definition: Definition) -> Any:
    """The term with every application of a definition replaced by its body."""
    if is_leaf(term):
        return term
    if isinstance(term, Applied):
        inner = Applied(term.args[0], *[unfold(a, definition) for a in term.args[1:]])
        return unfolded(inner) if inner.args[0] == definition else inner
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        outside = tuple(unfold(part, definition) for part in outside)
        return rebind(term, variable, unfold(body, definition), outside)
    return term.func(*[unfold(argument, definition) for argument in term.args])


@lru_cache(maxsize=100_000)
def rebuilt(term: Basic) -> Any:
    """The term built again from its parts: what a reader of its data would get."""
    if is_leaf(term):
        return term
    bound = binder(term)
    if bound is not None:
        variable, body, outside = bound
        return rebind(term, variable, rebuilt(body), tuple(map(rebuilt, outside)))
    return term.func(*map(rebuilt, term.args))


@lru_cache(maxsize=100_000)
def every_variable(term: Basic) -> frozenset[Basic]:
    """The free and the bound symbols and families of a term."""
    if isinstance(term, (Symbol, Family)):
        return frozenset([term])
    if isinstance(term, Definition):
        return frozenset()
    if isinstance(term, Integral):
        return every_variable(term.function) | every_variable(term.limits[0][0])
    parts = term.args[:3] if isinstance(term, Limit) else term.args  # the fourth is a direction
    return frozenset().union(*map(every_variable, parts))
