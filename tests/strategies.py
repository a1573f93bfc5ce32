"""Strategies for hypothesis that more than one test module draws from."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from sympy import Add, Basic, Integer, Mul, Pow, Rational, Symbol, nan, oo, zoo

x, y, z = (Symbol(name, real=True) for name in "xyz")
t = Symbol("t", integer=True, positive=True)
small_integers = st.integers(-4, 4).map(Integer)
fractions = st.builds(Rational, st.integers(-6, 6), st.integers(1, 5))
NO_NUMBERS = (zoo, nan, oo, -oo)


def _powers(base: Basic, exponent: int) -> Any:
    """The power, or the base where SymPy divides by zero."""
    power = Pow(base, exponent)
    return base if power.has(*NO_NUMBERS) else power


def _grow(parts: Any) -> Any:
    return st.one_of(
        st.builds(Add, parts, parts),
        st.builds(Mul, parts, parts),
        st.builds(_powers, parts, st.integers(-2, 3)),
    )


def rational_functions(*atoms: Basic) -> Any:
    """Sums, products and small powers of some atoms and rational numbers."""
    leaves = st.one_of(st.sampled_from(atoms or (x, y, z)), fractions)
    return st.recursive(leaves, _grow, max_leaves=7).filter(lambda e: not e.has(*NO_NUMBERS))


def polynomials(*atoms: Basic) -> Any:
    """Sums and products of some atoms and integers."""
    leaves = st.one_of(st.sampled_from(atoms or (x, y, z)), small_integers)
    return st.recursive(
        leaves,
        lambda parts: st.one_of(st.builds(Add, parts, parts), st.builds(Mul, parts, parts)),
        max_leaves=8,
    )
