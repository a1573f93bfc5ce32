"""The examples in generated docstrings: telling arguments, and the value proven there.

The value is worked out from the definition itself, in fractions or balls; that the generated code
gives it is what the docstring, run as a test, says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import count, cycle

from flint import arb, ctx
from sympy import Basic, Symbol

from radam_sym.errors import InputError
from radam_sym.kernel.formulas import Formula, Relation
from radam_sym.kernel.heads import Definition
from radam_sym.proof.refute import Number, Point, holds, value

BITS = 400
CUSTOMARY = {"beta": 0.999, "beta1": 0.9, "beta2": 0.999, "a": 10, "rho": 10}
OTHERS = (0.5, 0.4, 0.3, 0.2, 0.1)
A_COUNT, A_SMALL_COUNT = 10, 3
Arguments = Mapping[Symbol, float | Fraction]


def customary(parameters: Iterable[Symbol]) -> Arguments:
    """Floats for some parameters: β as people choose it, and others that can be told apart."""
    others = cycle(OTHERS)
    return {
        p: A_COUNT if p.is_integer else CUSTOMARY.get(p.name) or next(others) for p in parameters
    }


def exact(parameters: Iterable[Symbol]) -> Arguments:
    """Fractions at which one can read a rational function's value: 1/2, 1/3, 1/4, ..."""
    fractions = (Fraction(1, n) for n in count(2))
    return {p: A_SMALL_COUNT if p.is_integer else next(fractions) for p in parameters}


def value_at(definition: Definition, arguments: Arguments, domain: Iterable[Formula]) -> Number:
    """The definition's value where the arguments are exactly what floats are, to 400 bits.

    Raises InputError where the arguments are outside the domain.
    """
    with ctx.workprec(BITS):
        for relation in domain:
            if isinstance(relation, Relation) and not holds(relation, _point(arguments)):
                raise InputError(f"no example for {definition.name}: {relation} fails there")
        return value(definition.body, _point(arguments))


def _point(arguments: Arguments) -> Point:
    point: dict[Basic, Fraction] = {p: Fraction(number) for p, number in arguments.items()}
    return point


def nearest(number: Number) -> float:
    """The float that is nearest to a value."""
    return float(number.mid()) if isinstance(number, arb) else float(number)
