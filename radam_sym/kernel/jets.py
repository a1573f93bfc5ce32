"""Second-order Taylor coefficients in ball arithmetic: f, f′ and f″/2, each enclosed.

Over a ball x of reals the three balls hold the coefficients at every point of x, rounding errors
included (FLINT's arb). Where a function has no derivative, or no value, a ball is not finite.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flint import arb, fmpq
from sympy import Basic, coth, exp, gamma, log, tanh


@dataclass(frozen=True)
class Jet:
    """f, f′ and f″/2 at the points of a ball."""

    value: arb
    slope: arb
    bend: arb

    def __add__(self, other: Jet) -> Jet:
        return Jet(self.value + other.value, self.slope + other.slope, self.bend + other.bend)

    def __mul__(self, other: Jet) -> Jet:
        bend = self.value * other.bend + self.slope * other.slope + self.bend * other.value
        slope = self.value * other.slope + self.slope * other.value
        return Jet(self.value * other.value, slope, bend)

    def through(self, value: arb, slope: arb, bend: arb) -> Jet:
        """g(f), from the coefficients of g at the values of f."""
        return Jet(value, slope * self.slope, slope * self.bend + bend * self.slope**2)

    def power(self, exponent: fmpq) -> Jet:
        """f^q: by multiplication where q is whole, and for f > 0 where it is not."""
        q = arb(exponent)
        value, first, second = (_power(self.value, exponent - less) for less in range(3))
        return self.through(value, q * first, q * (q - 1) / 2 * second)

    def is_constant(self) -> bool:
        """Whether it doesn't move with the point."""
        return bool(self.slope == 0 and self.bend == 0)

    def is_finite(self) -> bool:
        """Whether f has a value and two derivatives at every point of the ball."""
        return all(ball.is_finite() for ball in (self.value, self.slope, self.bend))


def constant(value: arb) -> Jet:
    """What does not move."""
    return Jet(value, arb(0), arb(0))


def _power(base: arb, exponent: fmpq) -> arb:
    if exponent.q == 1:
        return base ** int(exponent.p)
    if exponent == fmpq(1, 2):
        return base.sqrt()
    return (base.log() * arb(exponent)).exp()


def _of_exp(f: Jet) -> Jet:
    grown = f.value.exp()
    return f.through(grown, grown, grown / 2)


def _of_log(f: Jet) -> Jet:
    return f.through(f.value.log(), 1 / f.value, -1 / (2 * f.value**2))


def _of_tanh(f: Jet, tangent: Callable[[arb], arb] = arb.tanh) -> Jet:
    """Of tanh, and of coth: both are solutions of y′ = 1 − y²."""
    y = tangent(f.value)
    slope = 1 - y**2
    return f.through(y, slope, -y * slope)


def _of_coth(f: Jet) -> Jet:
    return _of_tanh(f, arb.coth)


def _of_gamma(f: Jet) -> Jet:
    if not f.is_constant():
        return constant(arb.nan())
    return constant(f.value.gamma())


ELEMENTARY: dict[type[Basic], Callable[[Jet], Jet]] = {
    exp: _of_exp,
    log: _of_log,
    tanh: _of_tanh,
    coth: _of_coth,
    gamma: _of_gamma,
}
