"""Truncated Laurent series in one small u > 0, over the rational functions in some atoms.

This module only computes. Whether a coefficient that is divided by may vanish, and whether one
whose root or logarithm is taken is positive, is for :mod:`radam_sym.kernel.series` to require.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flint import fmpq


@dataclass(frozen=True)
class Quotient:
    """A rational function: numerator over denominator, without a common factor."""

    numerator: Any
    denominator: Any

    def __add__(self, other: Quotient) -> Quotient:
        if self.denominator == other.denominator:
            return reduced(self.numerator + other.numerator, self.denominator)
        return reduced(
            self.numerator * other.denominator + other.numerator * self.denominator,
            self.denominator * other.denominator,
        )

    def __mul__(self, other: Quotient) -> Quotient:
        return reduced(self.numerator * other.numerator, self.denominator * other.denominator)

    def __neg__(self) -> Quotient:
        return Quotient(-self.numerator, self.denominator)

    def inverse(self) -> Quotient:
        """1 over it, which must not be zero."""
        return Quotient(self.denominator, self.numerator)

    def times(self, number: Any) -> Quotient:
        """A rational multiple."""
        return reduced(self.numerator * number, self.denominator)


def reduced(numerator: Any, denominator: Any) -> Quotient:
    """A quotient without the common factor of two polynomials, over a monic one."""
    common = numerator.gcd(denominator) * denominator.leading_coefficient()
    return Quotient(numerator / common, denominator / common)


@dataclass(frozen=True)
class Laurent:
    """Σ terms[k]·u^(low + k), up to a remainder of order u^end."""

    low: int
    terms: tuple[Quotient, ...]

    @property
    def end(self) -> int:
        """The order of the remainder."""
        return self.low + len(self.terms)

    def __getitem__(self, power: int) -> Quotient:
        """The coefficient of u^power, which must be known."""
        if power < self.low:
            return self.terms[0].times(0)
        return self.terms[power - self.low]

    def __add__(self, other: Laurent) -> Laurent:
        end = min(self.end, other.end)
        low = min(self.low, other.low, end)
        if not self.terms or not other.terms:
            known = self if self.terms else other
            return Laurent(min(known.low, end), known.terms[: max(end - known.low, 0)])
        return Laurent(low, tuple(self[k] + other[k] for k in range(low, end)))

    def __mul__(self, other: Laurent) -> Laurent:
        length = min(len(self.terms), len(other.terms))
        terms = tuple(_convolved(self.terms, other.terms, k) for k in range(length))
        return Laurent(self.low + other.low, terms)

    def __neg__(self) -> Laurent:
        return Laurent(self.low, tuple(-term for term in self.terms))

    def inverse(self) -> Laurent:
        """1 over it; the first of its terms must not be zero."""
        first = self.terms[0].inverse()
        found = [first]
        for k in range(1, len(self.terms)):
            found.append(-first * _total(self.terms[j] * found[k - j] for j in range(1, k + 1)))
        return Laurent(-self.low, tuple(found))


def _total(terms: Iterable[Quotient]) -> Quotient:
    first, *rest = terms
    for term in rest:
        first = first + term
    return first


def _convolved(left: Sequence[Quotient], right: Sequence[Quotient], k: int) -> Quotient:
    return _total(left[j] * right[k - j] for j in range(k + 1))


# --- exp, log and powers of what has no constant term ---------------------------------------------


def exponential(u: Sequence[Quotient], one: Quotient) -> tuple[Quotient, ...]:
    """exp(Σ u_k·u^k), for u_0 = 0: k·e_k = Σ j·u_j·e_(k−j)."""
    found = [one]
    for k in range(1, len(u)):
        total = _total(u[j].times(j) * found[k - j] for j in range(1, k + 1))
        found.append(total.times(fmpq(1, k)))
    return tuple(found)


def logarithm(u: Sequence[Quotient], one: Quotient) -> tuple[Quotient, ...]:
    """log(1 + Σ u_k·u^k), for u_0 = 0: k·l_k = k·u_k − Σ_(j<k) j·l_j·u_(k−j)."""
    found = [one.times(0)]
    for k in range(1, len(u)):
        total = u[k].times(k)
        for j in range(1, k):
            total = total + -(found[j].times(j) * u[k - j])
        found.append(total.times(fmpq(1, k)))
    return tuple(found)


def power(u: Sequence[Quotient], exponent: Quotient, one: Quotient) -> tuple[Quotient, ...]:
    """(1 + Σ u_k·u^k)^e, for u_0 = 0: k·p_k = Σ ((e + 1)·j − k)·u_j·p_(k−j)."""
    found = [one]
    for k in range(1, len(u)):
        total = one.times(0)
        for j in range(1, k + 1):
            weight = (exponent + one).times(j) + one.times(-k)
            total = total + weight * u[j] * found[k - j]
        found.append(total.times(fmpq(1, k)))
    return tuple(found)
