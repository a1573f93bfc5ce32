"""What a learning rate may be multiplied by as it warms up."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from radam_sym.exact.sweep import Decay, factors_at
from radam_sym.factors import KINDS

Floats = NDArray[np.float64]


def _exact(beta2: float, t: Floats) -> Floats:
    return factors_at(t, Decay.read(beta2))


def _exponential(beta2: float, t: Floats) -> Floats:
    return np.asarray(-np.expm1(-(1 - beta2) * t))


def _linear(beta2: float, t: Floats) -> Floats:
    return np.asarray(np.minimum(1, (1 - beta2) * t / 2))


WARMUPS: dict[str, Callable[[float, Floats], Floats]] = {
    **KINDS,
    "exact": _exact,
    "exponential": _exponential,
    "linear": _linear,
}
"""As functions of β₂ and of steps, which increase. Nothing is validated, but the exact one refuses
β₂ < 10⁻⁵⁰ by an InputError.

The first five are the closed forms of `radam_sym.factors.rectification`; "exact" is √(V_∞/V_t),
V_t = Var[1/√v_t] for independent Gaussian gradients. The last two are rules of thumb, for any law
(Ma and Yarats 2019, On the adequacy of untuned warmup for adaptive optimization): 1 − exp(−(1−β₂)t)
and min(1, (1−β₂)t/2).
"""
