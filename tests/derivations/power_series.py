"""Limits at 0 by python-flint's power series over ℚ: another route to what the kernel proves.

A Laurent series is u^low times a power series; every other variable has a rational value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from flint import fmpq, fmpq_series
from sympy import Add, Basic, Mul, Pow, Rational, Symbol, exp, log, tanh

from radam_sym.kernel.heads import Applied
from radam_sym.kernel.terms import unfolded

TERMS = 10


@dataclass(frozen=True)
class Laurent:
    low: int
    series: fmpq_series  # its first coefficient is not zero, unless it is zero

    def shifted(self, to: int) -> fmpq_series:
        """The power series that u^to is a factor of."""
        zeros = [fmpq(0)] * (self.low - to)
        return fmpq_series([*zeros, *self.series.coeffs()], prec=self.series.prec + len(zeros))

    def __add__(self, other: Laurent) -> Laurent:
        low = min(self.low, other.low)
        return leading(self.shifted(low) + other.shifted(low), low)

    def __mul__(self, other: Laurent) -> Laurent:
        return leading(self.series * other.series, self.low + other.low)

    def inverse(self) -> Laurent:
        return leading(fmpq_series([1], prec=TERMS) / self.series, -self.low)

    def power(self, exponent: int) -> Laurent:
        factor = self if exponent >= 0 else self.inverse()
        return reduce(Laurent.__mul__, [factor] * abs(exponent), number(fmpq(1)))

    def limit(self) -> fmpq:
        """The value at 0; what has a pole there has none."""
        known = self.low + self.series.prec
        assert known > 0
        assert self.low >= 0 or not self.series.coeffs()
        return self.shifted(0)[0] if self.low >= 0 else fmpq(0)


def leading(series: fmpq_series, low: int) -> Laurent:
    coefficients = series.coeffs()
    zeros = next((k for k, c in enumerate(coefficients) if c != 0), 0)
    return Laurent(low + zeros, fmpq_series(coefficients[zeros:], prec=series.prec - zeros))


def number(value: fmpq) -> Laurent:
    return Laurent(0, fmpq_series([value], prec=TERMS))


def exponential(inner: Laurent) -> Laurent:
    return leading(inner.shifted(0).exp(), 0)


def laurent(term: Basic, variable: Symbol, values: Mapping[Basic, fmpq]) -> Laurent:
    """The series of a term at 0."""

    def of(part: Basic) -> Laurent:
        return laurent(part, variable, values)

    if term == variable:
        return Laurent(1, fmpq_series([1], prec=TERMS))
    if term in values:
        return number(values[term])
    if isinstance(term, Rational):
        return number(fmpq(int(term.p), int(term.q)))
    if isinstance(term, Applied):
        return of(unfolded(term))
    if isinstance(term, Add):
        return reduce(Laurent.__add__, map(of, term.args))
    if isinstance(term, Mul):
        return reduce(Laurent.__mul__, map(of, term.args))
    if isinstance(term, Pow) and isinstance(term.base, Applied):
        return of(Pow(unfolded(term.base), term.exp))  # a root that is squared is none
    if isinstance(term, Pow) and term.exp.is_Integer:
        return of(term.base).power(int(term.exp))
    if isinstance(term, exp):
        return exponential(of(term.args[0]))
    if isinstance(term, log):
        return leading(of(term.args[0]).shifted(0).log(), 0)
    assert isinstance(term, tanh)
    grown = exponential(of(2 * term.args[0]))
    return (grown + number(fmpq(-1))) * (grown + number(fmpq(1))).inverse()


def rational(value: Any) -> fmpq:
    """A SymPy number, exactly."""
    return fmpq(int(value.p), int(value.q))
