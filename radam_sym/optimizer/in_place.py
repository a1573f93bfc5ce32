"""The arithmetic of one step, in place, a block at a time.

Whatever dtype the arrays have, the arithmetic is float64: a float32 array is read exactly, and
what is written to it is rounded once. So float32 rounds neither β nor ε nor the learning rate.

How far a step may be from the exact one
----------------------------------------
The exact step is that of `radam_sym.generated.update`, on the exact values of the float inputs.
A letter with ~ is what is computed. u = 2⁻⁵³ bounds the relative error of one operation;
U = 2⁻²⁴ that of storing a float32, and U = 0 for float64; η = 2⁻¹⁴⁹ for float32 and 2⁻¹⁰⁷² for
float64 bounds what underflow adds to a new average or parameter.

**Averages.** Let a = βa₋ + (1−β)x with |x| averaged to A = βA₋ + (1−β)|x|, so |a| ≤ A. On the
way from x to ã, 1−β is rounded (not if β = 0 or β ≥ 1/2, Sterbenz), then (1−β)x, then the sum;
for v also x = g². Say p operations, and a₋ meets no more; then the sum is stored. So p = 2 for m
and 3 for v, one more if 0 < β < 1/2, and with k = (1+u)^p (1+U) − 1::

    |ã − a| ≤ E,    E = (1+k) β E₋ + k A + η,    E₀ = 0.                                  (1)

For v, x ≥ 0 and A = v: the error is relative, E ≤ about k·t·v always and about k·v/(1−β) while v
doesn't shrink. For m it is relative to the average of |g| only, because m may cancel.

**The scalars** 1−β₁ᵗ, 1−β₂ᵗ and r come from `radam_sym.generated.closed_forms`, within 4 units in
the last place, or for Liu's r within 6 + 2ρ_t/(ρ_t−4) + 2ρ_∞/(ρ_∞−4), for the matched and the
skewed r within 8; a unit is at most 2u relative. The exact r comes from `radam_sym.exact.sweep`,
within 10⁻¹³ relative. Call these relative bounds c₁, c₂ and κ.

**The denominator.** d is √(v/(1−β₂ᵗ)) + ε, or with ε under the root, or √v + ε. Each increases
with v and decreases with the correction, and adds nothing negative to ε, so that it lies between
d⁻ and d⁺: its own formula at v − E and (1−β₂ᵗ)(1+c₂), and at v + E and (1−β₂ᵗ)(1−c₂), times
1 ∓ 3u for its three operations.

**The step** s = αr·(m/(1−β₁ᵗ))/d has two quotients, the product with αr and the product αr itself,
4u together; where √(1−β₂ᵗ) is in that product, c₂/2 and 2u more. With q their sum and c₁ + κ::

    |s̃ − s| ≤ S,    S = αr/(1−β₁ᵗ) · ( |m|·(1/d⁻ − 1/d⁺) + (1+2q)(E_m + q|m|)/d⁻ ).      (2)

(For a momentum step d⁻ = d⁺ = 1.) If d⁻ = 0, which takes ε = 0 and a v near underflow, nothing is
claimed.

**The parameter.** The difference and its storing are rounded::

    |θ̃ − θ| ≤ T,    T = T₋ + S + ((1+u)(1+U) − 1)(|θ| + T₋ + S) + η,    T₀ = 0.          (3)

The tests carry (1)–(3) along, next to the exact run, and hold every step to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

BLOCK = 2**14
"""How many numbers are worked on at a time: few enough that they stay in the cache meanwhile."""


class Coefficients(NamedTuple):
    """The scalars of a step: θ −= scale · (m / correction1) / d."""

    scale: float
    """αr, with √(1−β₂ᵗ) where ε isn't corrected; 0 if nothing moves."""
    correction1: float
    """1 − β₁ᵗ."""
    correction2: float | None
    """What v is divided by: 1 − β₂ᵗ, or 1 where ε isn't corrected; None if d = 1 (momentum)."""


class Scratch:
    """Room for one block, made once, so that a step allocates nothing of the arrays' size."""

    def __init__(self) -> None:
        self._numbers = np.empty((2, BLOCK))
        self._marks = np.empty(BLOCK, np.bool_)

    def shaped(self, like: Array) -> tuple[Array, Array, Array]:
        """Two float64 blocks and one of truth values, in the shape of an array."""
        first, second = self._numbers[:, : like.size]
        marks = self._marks[: like.size]
        return first.reshape(like.shape), second.reshape(like.shape), marks.reshape(like.shape)


def accumulate(
    m: Array, v: Array, gradient: Array, betas: tuple[float, float], scratch: Scratch
) -> None:
    """m ← β₁m + (1−β₁)g and v ← β₂v + (1−β₂)g² (Kingma & Ba 2014, algorithm 1)."""
    for m_block, v_block, g_block in _blocks(m, v, gradient):
        x, y, _ = scratch.shaped(g_block)
        np.copyto(x, g_block)
        _average(m_block, x, betas[0], y)
        np.copyto(x, g_block)
        x *= x
        _average(v_block, x, betas[1], y)


def move(
    theta: Array,
    m: Array,
    v: Array,
    coefficients: Coefficients,
    eps: float,
    eps_inside: bool,
    scratch: Scratch,
) -> None:
    """θ ← θ − scale·(m/correction1)/d; where d is 0, θ stays."""
    for theta_block, m_block, v_block in _blocks(theta, m, v):
        x, y, marks = scratch.shaped(m_block)
        np.copyto(x, m_block)
        x /= coefficients.correction1
        if coefficients.correction2 is not None:
            np.copyto(y, v_block)
            _denominator(y, coefficients.correction2, eps, eps_inside)
            if eps == 0:
                np.equal(y, 0, out=marks)
                np.copyto(y, np.inf, where=marks)
            x /= y
        x *= coefficients.scale
        np.copyto(y, theta_block)
        y -= x
        np.copyto(theta_block, y, casting="same_kind")


def _average(average: Array, x: Array, beta: float, y: Array) -> None:
    """average ← β·average + (1−β)·x; x and y are used up."""
    np.copyto(y, average)
    y *= beta
    x *= 1 - beta
    y += x
    np.copyto(average, y, casting="same_kind")


def _denominator(v: Array, correction: float, eps: float, eps_inside: bool) -> None:
    v /= correction
    if eps_inside:
        v += eps
        np.sqrt(v, out=v)
    else:
        np.sqrt(v, out=v)
        v += eps


def _blocks(*arrays: Array, room: int = BLOCK) -> Iterator[tuple[Array, ...]]:
    """Cut arrays of one shape, in any memory layout, into views of at most `room` numbers."""
    shape = arrays[0].shape
    if arrays[0].size <= room:
        yield arrays
        return
    axis = next(axis for axis, length in enumerate(shape) if length > 1)
    middle = shape[axis] // 2
    for half in (slice(middle), slice(middle, None)):
        place = (slice(None),) * axis + (half,)
        yield from _blocks(*(array[place] for array in arrays), room=room)
