"""Weights that add up to one, and what the theorems about them speak of."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

import derivations
from radam_sym.proof.derivation import proved
from tests.derivations.meaning import between


def described(sizes: Sequence[Fraction]) -> dict[str, Any]:
    """Weights in proportion to some sizes, with n, D and δ of theirs."""
    total = sum(sizes, Fraction(0))
    weights = [size / total for size in sizes]
    squares, cubes = (sum((w**k for w in weights), Fraction(0)) for k in (2, 3))
    return {
        "w": lambda index: weights[(index - 1) % len(weights)],
        "t": Fraction(len(weights)),
        "n": 1 / squares,
        "D": cubes - squares**2,
        "delta": max(weights),
    }


def even(least: int, terms: int) -> st.SearchStrategy[list[Fraction]]:
    """So many sizes from ``least`` to 9."""
    return st.lists(st.integers(least, 9).map(Fraction), min_size=terms, max_size=terms)


@st.composite
def falling(draw: Any) -> list[Fraction]:
    """An EWMA's, none of which has more than 1/32 of them all."""
    beta = draw(between(0.98, 0.995))
    return [beta**age for age in range(draw(st.integers(70, 90)))]


few = st.integers(1, 6).flatmap(lambda terms: even(1, terms))
some = st.integers(24, 30).flatmap(lambda terms: even(4, terms))  # n > 20
many = st.integers(50, 70).flatmap(lambda terms: even(6, terms)) | falling()  # n > 32, δ < 1/32


def is_about_weights(identifier: str) -> bool:
    """Whether a theorem speaks of weights w_i."""
    variables = proved(derivations.theorems[identifier]).statement.variables
    return "w" in {variable.name for variable in variables}
