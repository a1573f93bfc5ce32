# Written by `python -m radam_sym.codegen`, with SymPy 1.14.0; never edited by hand.
# SHA-256 of the definitions and of the theorems' statements that it was made from:
# d7e43e43fd9f419e7ac130e1c3d70da0466ecb2dd5d3bb3a4da4d411ac6adcf1
"""The closed forms in NumPy, computed without losing digits.

All is computed in float64, whatever real numbers come in, and arrays broadcast; for float32, round
the result once. Nothing is validated and nothing warns: IEEE arithmetic goes on with the infinity
that −log 0 is, so that at β = 0 each form has its limit, and what has no value is NaN.

Errors were measured against balls of 400 bits, in units in the last place (ULP); in float32 they
are of the rounded result.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import numpy as np

Real = Any  # a number or an array of them; what comes out is a float64 or an array of float64
Function = TypeVar("Function", bound=Callable[..., Real])


def _in_float64(function: Function) -> Function:
    """Have a function take and return float64: scalars for scalars, arrays for arrays."""

    @wraps(function)
    def computed(*given: Real, **named: Real) -> Real:
        with np.errstate(all="ignore"):
            by_name = {name: _float64(value) for name, value in named.items()}
            return function(*map(_float64, given), **by_name)[()]

    return cast(Function, computed)


def _float64(value: Real) -> Real:
    return np.asarray(value, dtype=np.float64)[()]


@_in_float64
def decay(beta: Real) -> Real:
    """decay(β) = -log(β).

    1 - beta is exact from 1/2 on, and log(beta) loses no digits below.
    Theorems: computing.decay_late (lemma); computing.decay (lemma).
    Domain: 0 < β < 1.
    Errors: not measured.

    >>> print(f"{decay(0.999):.12g}")
    0.00100050033358
    """
    u = 1 - beta
    return np.where(beta >= 1 / 2, -np.log1p(-u), -np.log(beta))


@_in_float64
def langevin_gap(z: Real) -> Real:
    """langevin_gap(z) = 2/z + 1 - coth(z/2).

    Below z = 1 the two terms of 2/z - 2/(e^z - 1) cancel; the series' terms are positive.
    Theorems: computing.gap_above_series (lemma; axiom:exponential.above_series);
      computing.gap_below_series (lemma; axiom:exponential.above_series,
      axiom:exponential.below_series); computing.gap (lemma; axiom:exponential.above_series).
    What is cut off is less than 2^-58 of the value.
    Domain: 0 < z.
    Errors: not measured.

    >>> print(f"{langevin_gap(0.5):.12g}")
    0.917011834926
    """
    p19 = 1 / 121645100408832000
    p18 = 1 / 6402373705728000 + p19 * z
    p17 = 1 / 355687428096000 + p18 * z
    p16 = 1 / 20922789888000 + p17 * z
    p15 = 1 / 1307674368000 + p16 * z
    p14 = 1 / 87178291200 + p15 * z
    p13 = 1 / 6227020800 + p14 * z
    p12 = 1 / 479001600 + p13 * z
    p11 = 1 / 39916800 + p12 * z
    p10 = 1 / 3628800 + p11 * z
    p9 = 1 / 362880 + p10 * z
    p8 = 1 / 40320 + p9 * z
    p7 = 1 / 5040 + p8 * z
    p6 = 1 / 720 + p7 * z
    p5 = 1 / 120 + p6 * z
    p4 = 1 / 24 + p5 * z
    p3 = 1 / 6 + p4 * z
    p2 = 1 / 2 + p3 * z
    growth = np.expm1(z)
    return np.where(z <= 1, 2 * p2 * z / growth, 2 / z - 2 / growth)


@_in_float64
def ess(beta: Real, t: Real) -> Real:
    """ess(β, t) = (1 - β^t)*(1 + β)/((1 - β)*(1 + β^t)).

    Theorems: ess.hyperbolic (Hilton 2019, Learning rate warmup for Adam, section 2;
      axiom:log.increasing).
    Domain: 0 < β < 1; t = 1, 2, 3, …
    Errors: not measured.

    >>> print(f"{ess(0.999, 10):.12g}")
    9.99991741825
    """
    rate = decay(beta)
    return np.tanh(rate * t / 2) / np.tanh(rate / 2)


@_in_float64
def ess_limit(beta: Real) -> Real:
    """ess_limit(β) = (1 + β)/(1 - β).

    Theorems: computing.ess_limit (lemma).
    Domain: 0 < β < 1.
    Errors: not measured.

    >>> print(f"{ess_limit(0.999):.12g}")
    1999
    """
    return (1 + beta) / (1 - beta)


@_in_float64
def rho(beta: Real, t: Real) -> Real:
    """rho(β, t) = 2/(1 - β) - 1 - 2*β^t*t/(1 - β^t).

    Theorems: computing.rho (lemma; axiom:log.increasing).
    Domain: 0 < β < 1; t = 1, 2, 3, …
    Errors: not measured.

    >>> print(f"{rho(0.999, 10):.12g}")
    9.98349177231
    """
    rate = decay(beta)
    aged = langevin_gap(rate * t)
    fresh = 1 - langevin_gap(rate)
    return fresh + aged * t


@_in_float64
def r_simple(beta: Real, t: Real) -> Real:
    """r_simple(β, t) = sqrt(2/(1 + β^t) - 1).

    Theorems: simple.tanh_form (Hilton 2019, Learning rate warmup for Adam, section 4).
    Domain: 0 < β < 1; t = 1, 2, 3, …
    Errors: not measured.

    >>> print(f"{r_simple(0.999, 10):.12g}")
    0.0707280703759
    """
    rate = decay(beta)
    return np.sqrt(np.tanh(rate * t / 2))


@_in_float64
def bias_correction(beta: Real, t: Real) -> Real:
    """bias_correction(β, t) = 1 - β^t.

    Theorems: computing.bias_correction (lemma).
    Domain: 0 < β < 1; t = 1, 2, 3, …
    Errors: not measured.

    >>> print(f"{bias_correction(0.999, 10):.12g}")
    0.00995511979025
    """
    rate = decay(beta)
    return -np.expm1(-rate * t)


@_in_float64
def r_liu(beta: Real, t: Real) -> Real:
    """r_liu(β, t) =
      sqrt((rho(β, t) - 4)*(rho(β, t) - 2)*ess_limit(β)
      /((ess_limit(β) - 4)*(ess_limit(β) - 2)*rho(β, t))).

    Up to t = 4 it is never defined (liu.first_step.closed_to_four), whatever rounding says.
    Theorems: computing.liu (lemma).
    Domain: 0 < β < 1; t = 1, 2, 3, …
    NaN unless 4 < t and 4 < rho(β, t).
    Errors: not measured.

    >>> print(f"{r_liu(0.999, 10):.12g}")
    0.0489980134471
    """
    length = rho(beta, t)
    limit = ess_limit(beta)
    over_four = (length - 4) / (limit - 4)
    over_two = (length - 2) / (limit - 2)
    squared = limit * over_four * over_two / length
    return np.where((t > 4) & (length > 4), np.sqrt(squared), np.nan)
