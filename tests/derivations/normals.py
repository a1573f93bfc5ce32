"""Means of functions of standard normal variables, by quadrature in polar coordinates.

None of it goes through a Laplace transform.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import product
from typing import Any

import mpmath
from sympy import Basic, Symbol

import derivations
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import E, Var
from radam_sym.proof.derivation import proved
from tests.derivations.meaning import (
    BY_QUADRATURE,
    DIGITS,
    FARTHER,
    Number,
    World,
    decimal,
    half_line,
    holds,
    multiplied,
    power,
    special,
    world_of,
)

Mean = Callable[[Basic, World], Decimal]


def is_random(identifier: str) -> bool:
    """Whether a theorem speaks of an expectation or a variance."""
    statement = proved(derivations.theorems[identifier]).statement
    return any(formula.has(E, Var) for formula in statement.formulas)


def holds_with(identifier: str, values: dict[str, Any], mean: Mean) -> bool:
    """Whether a theorem's conclusion is true where the expectations are these."""
    claim = proved(derivations.theorems[identifier]).statement.conclusion
    assert isinstance(claim, Relation)
    world, names = world_of(values, FARTHER), {}
    with localcontext(prec=DIGITS):
        for k, term in enumerate(claim.atoms(E, Var)):
            inner = term.args[0]
            names[term] = Symbol(f"mean{k}", real=True)
            found = mean(inner, world)
            if isinstance(term, Var):
                found = mean(inner**2, world) - found**2
            world.symbols[f"mean{k}"] = found
    sides = (side.xreplace(names) for side in (claim.left, claim.right))
    return holds(Relation(claim.op, *sides), world, BY_QUADRATURE)


def where(world: World, known: dict[int, Decimal]) -> World:
    """The world in which these g_i have these values, and all others are 0."""
    sequences: dict[str, Any] = {**world.sequences, "g": lambda i: known.get(i, Decimal(0))}
    return World(world.symbols, sequences, world.law)


def radial(first: int, count: int) -> Mean:
    """Of a function of the sum of the squares of so many variables g_i, from a first one on."""

    def mean(inner: Basic, world: World) -> Decimal:
        mass = special(lambda k: 2 ** (k / 2) * mpmath.gamma(k / 2), Fraction(count))

        def at(square: Decimal) -> Decimal:
            value = where(world, {first: square.sqrt()}).value(inner)
            density = [power(square, Fraction(count, 2) - 1), (-square / 2).exp(), 1 / mass]
            return decimal(multiplied([value, *density]))

        return half_line(at)

    return mean


def polynomial(inner: Basic, world: World) -> Decimal:
    """Of a polynomial in the squares g_1², ..., g_t², no power of which is above the second: the
    three points 0, ±√3 of Gauss and Hermite are enough.
    """
    t = int(world.symbols["t"])
    total, far = Decimal(0), Decimal(3).sqrt()
    for pattern in product((False, True), repeat=t):
        known = {i: far for i, high in enumerate(pattern, start=1) if high}
        total += decimal(where(world, known).value(inner)) * 2 ** (t - len(known)) / Decimal(3) ** t
    return total


def power_of(inner: Basic, world: World) -> Fraction:
    """p, of v^p."""
    power = world.value(inner.as_base_exp()[1])
    assert isinstance(power, Fraction)
    return power


def of_three(weights: Sequence[Number]) -> dict[Fraction, Decimal]:
    """E[v^p], for three weights and p = −1, −1/2: a mean over the sphere, of which the one over
    each circle is an inverse root of a product, or 1/agm.
    """
    with mpmath.workdps(DIGITS):
        a, b, c = (mpmath.mpf(str(decimal(w))) for w in weights)

        def over_sphere(circle: Callable[[Any, Any], Any]) -> Any:
            return mpmath.quad(
                lambda z: circle(a + (c - a) * z**2, b + (c - b) * z**2), [0, 1], maxdegree=12
            )

        inverse = over_sphere(lambda p, q: 1 / mpmath.sqrt(p * q))
        root = over_sphere(lambda p, q: 1 / mpmath.agm(mpmath.sqrt(p), mpmath.sqrt(q)))
        root *= mpmath.sqrt(2 / mpmath.pi)
        found = {Fraction(-1): inverse, Fraction(-1, 2): root}
        return {power: Decimal(mpmath.nstr(mean, DIGITS)) for power, mean in found.items()}


def of_pairs(weights: Sequence[Number], p: Number) -> Decimal:
    """E[v^(−p)], where each weight stands twice: v is a sum of exponential variables, the density
    of which is Σ b_j·e^(−λ_j·x), with λ_j = 1/(2w_j).
    """
    with mpmath.workdps(DIGITS):
        rates = [1 / (2 * mpmath.mpf(str(decimal(w)))) for w in weights]
        heights = [
            mpmath.fprod([own, *(other / (other - own) for other in rates if other != own)])
            for own in rates
        ]
        order = mpmath.mpf(str(decimal(p)))
        if order == 1:
            parts = [-b * mpmath.log(rate) for b, rate in zip(heights, rates, strict=True)]
        else:
            scale = mpmath.gamma(1 - order)
            parts = [
                b * scale * rate ** (order - 1) for b, rate in zip(heights, rates, strict=True)
            ]
        return Decimal(mpmath.nstr(mpmath.fsum(parts), DIGITS))
