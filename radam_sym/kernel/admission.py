"""What the kernel admits: a whitelist of heads, names with one domain each.

SymPy is trusted with building trees over these heads (flattening sums and products, merging
powers of one base, rational arithmetic, Γ of whole and half numbers, exp of a logarithm, and what
the domain of a symbol settles) and with nothing else. Floats, Piecewise, nan, infinities and
whatever is not on the list are refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

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
    oo,
    pi,
)

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.heads import (
    ELEMENTARY,
    NAME,
    Applied,
    Definition,
    E,
    Family,
    Integral,
    Member,
    Var,
    domain,
)
from radam_sym.kernel.terms import binder, every_variable, rebuilt, variables

INDICES = {
    "function": "real",
    "positive function": "positive",
    "positive sequence": "positive integer",
}


def admit(term: Basic) -> None:
    """Refuse a term with a head that is not on the whitelist, or that SymPy would not rebuild."""
    _admit(term)
    one_domain_each([term])
    if rebuilt(term) != term:
        raise ProofError("terms", f"SymPy builds {rebuilt(term)} from the parts of this", term)


@lru_cache(maxsize=100_000)
def _admit(term: Basic) -> None:
    if isinstance(term, Symbol):
        domain(term)
        if not NAME.fullmatch(term.name):
            raise ProofError("terms", f"{term} is not a plain name")
        return
    if isinstance(term, Rational) or term == pi:
        return
    if isinstance(term, Applied):
        _admit_applied(term)
        return
    if isinstance(term, Member):
        family, index = term.args
        if not isinstance(family, Family):
            raise ProofError("terms", f"{family} is not a family", term)
        _admit(index)
        return
    bound = binder(term)
    if bound is not None:
        _admit_binder(term, *bound)
        return
    if type(term) not in (Add, Mul, Pow, E, Var, *ELEMENTARY):
        raise ProofError("terms", f"{type(term).__name__} is not an admitted head", term)
    for argument in term.args:
        _admit(argument)


def _admit_binder(term: Basic, variable: Basic, body: Basic, outside: tuple[Basic, ...]) -> None:
    if type(term) not in (Integral, Sum, Limit):
        raise ProofError("terms", f"{type(term).__name__} stands for no number", term)
    _admit(variable)
    _admit(body)
    if variable in variables(term):
        raise ProofError("terms", f"{variable} means two things where it is bound", term)
    kind, ends = domain(variable), outside
    if isinstance(term, Sum):
        if kind != "integer":
            raise ProofError(
                "terms", f"the index {variable} of a sum is declared integer=True only"
            )
    elif isinstance(term, Integral):
        if kind != "positive":
            raise ProofError("terms", f"{variable} runs from 0 to oo: it is declared positive=True")
        if is_random(body):
            raise ProofError("terms", "what is integrated is not random", term)
    else:
        point, direction = outside
        ends = () if point == oo else (point,)
        if str(direction) not in ("+", "-"):
            raise ProofError("terms", "a limit at a finite point is from one side", term)
        if ends and kind != "real":
            raise ProofError("terms", f"{variable} tends to a point: it is declared real=True only")
    for end in ends:
        _admit(end)


def _admit_applied(term: Applied) -> None:
    definition, *arguments = term.args
    if type(definition) is not Definition:
        raise ProofError("terms", f"{definition} is not a definition", term)
    admit(definition.body)
    if not variables(definition.body) <= set(definition.parameters):
        raise ProofError("terms", f"{definition} speaks of more than its parameters", term)
    for parameter, argument in zip(definition.parameters, arguments, strict=True):
        if isinstance(parameter, Family):
            admit_family(parameter, argument)
        else:
            _admit(argument)


def admit_family(parameter: Family, argument: Basic) -> None:
    """Refuse what can't stand for a family: a random coefficient where a real one is meant."""
    if isinstance(argument, Lambda):
        variable, body, _ = binder(argument)  # type: ignore[misc]
        _admit(variable)
        _admit(body)
        if domain(variable) != INDICES.get(parameter.kind, "integer"):
            raise ProofError("terms", f"{parameter.name} has another kind of index", argument)
        if parameter.kind != "random" and is_random(body):
            raise ProofError("terms", f"{parameter.name} is not random, {argument} is", argument)
        return
    if not isinstance(argument, Family):
        raise ProofError("terms", f"{argument} is neither a family nor a Lambda", argument)
    if argument.kind != parameter.kind and (parameter.kind, argument.kind) != (
        "random",
        "sequence",
    ):
        raise ProofError("terms", f"{parameter.name} is a {parameter.kind}, {argument} is not")


@lru_cache(maxsize=100_000)
def is_random(term: Basic) -> bool:
    """Whether a member of a random family stands in the term outside any E or Var."""
    if isinstance(term, (E, Var)):
        return False
    if isinstance(term, Family):
        return bool(term.kind == "random")
    if isinstance(term, Definition):
        return False
    return any(is_random(argument) for argument in term.args)


@lru_cache(maxsize=100_000)
def is_integral(term: Basic) -> bool:
    """Whether a term is an integer by its form: integers and integer symbols, added, multiplied."""
    if isinstance(term, (Integer, Symbol)):
        return bool(term.is_integer)
    if isinstance(term, (Add, Mul)):
        return all(map(is_integral, term.args))
    if isinstance(term, Pow):
        base, exponent = term.args
        return is_integral(base) and isinstance(exponent, Integer) and bool(exponent >= 0)
    return False


def one_domain_each(terms: Iterable[Basic]) -> None:
    """Refuse two variables of one name, free or bound, in what belongs together."""
    seen: dict[str, Basic] = {}
    for variable in frozenset().union(*map(every_variable, terms)):
        if seen.setdefault(variable.name, variable) != variable:
            raise ProofError("terms", f"two variables of one name: {variable.name}")
