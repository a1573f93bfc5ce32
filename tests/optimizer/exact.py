"""The exact run of an optimizer, at 50 digits, and how far rounding may lead away from it.

The run is that of `radam_sym.generated.update` on the exact values of the float inputs; the bounds
are (1), (2) and (3) of `radam_sym.optimizer.in_place`, carried along step by step.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

import numpy as np
from mpmath import MPContext

from radam_sym.exact import certified
from radam_sym.generated import forms, update
from tests.optimizer.gradients import stored

mp = MPContext()
mp.dps = 50
root, gamma = (np.frompyfunc(function, 1, 1) for function in (mp.sqrt, mp.gamma))
Exact = Any  # an array of numbers of 50 digits: one for each parameter, or one for all


def exact(*values: float) -> Exact:
    """Floats as they are, in 50 digits."""
    return np.array([mp.mpf(float(x)) for x in values], dtype=object)


ZERO, ONE = exact(0), exact(1)
u = exact(2) ** -53
STORING = {np.dtype(np.float64): ZERO, np.dtype(np.float32): exact(2) ** -24}
UNDERFLOW = {np.dtype(np.float64): exact(2) ** -1072, np.dtype(np.float32): exact(2) ** -149}
ADAM = {
    "outside": update.adam_outside,
    "inside": update.adam_inside,
    "outside-uncorrected": update.adam_uncorrected,
}
RADAM = {
    "outside": update.radam_outside,
    "inside": update.radam_inside,
    "outside-uncorrected": update.radam_uncorrected,
}


BY_SIZE: dict[str, Callable[..., Exact]] = {
    "rational": forms.r_rational,
    "matched": partial(forms.r_matched, gamma=gamma),
    "skewed": partial(forms.r_skewed, gamma=gamma),
}


class Near(NamedTuple):
    """Exact values, and a bound on how far from it the computed one may be."""

    value: Exact
    bound: Exact


class Moment(NamedTuple):
    """The parameters and their averages after a step."""

    theta: Near
    m: Near
    v: Near


@dataclass(frozen=True)
class Method:
    """What is run; a plain class of the tests' own, so that it shares nothing with `Settings`."""

    lr: float = 0.01
    betas: tuple[float, float] = (0.9, 0.999)
    eps: float = 1e-8
    rectification: str | None = None
    below: str | None = None
    eps_mode: str = "outside"


def run(method: Method, start: Sequence[float], dtype: Any) -> Iterator[Moment]:
    """After each step of the stored gradients: the parameters and averages, with their bounds."""
    dtype = np.dtype(dtype)
    theta = Near(exact(*start), ZERO)
    for t, (m, v) in enumerate(averages(dtype, method.betas), start=1):
        theta = moved(theta, m, v, t, Factor.at(t, method), method, dtype)
        yield Moment(theta, m, v)


# --- (1) the averages -----------------------------------------------------------------------------


@cache
def averages(dtype: np.dtype[Any], betas: tuple[float, float]) -> list[tuple[Near, Near]]:
    """m and v after each step of the gradients."""
    gradients = [exact(*row) for row in stored().astype(dtype)]
    of_gradients = averaged(gradients, betas[0], 2, dtype)
    of_squares = averaged([g * g for g in gradients], betas[1], 3, dtype)
    return list(zip(of_gradients, of_squares, strict=True))


def averaged(
    values: list[Exact], rate: float, roundings: int, dtype: np.dtype[Any]
) -> Iterator[Near]:
    roundings += 0 < rate < 0.5
    k = (1 + u) ** roundings * (1 + STORING[dtype]) - 1
    beta = exact(rate)
    average = of_sizes = error = ZERO
    for value in values:
        average = update.moving_average(average, value, beta)
        of_sizes = update.moving_average(of_sizes, abs(value), beta)
        error = (1 + k) * beta * error + k * of_sizes + UNDERFLOW[dtype]
        yield Near(average, error)


# --- (2) the step, and (3) the parameter ----------------------------------------------------------


class Factor(NamedTuple):
    """r_t and a bound on its relative error, or what is done instead."""

    r: Exact
    error: Exact
    instead: str | None = None

    @classmethod
    def at(cls, t: int, method: Method) -> Factor:
        beta2 = exact(method.betas[1])
        if method.rectification is None:
            return cls(ONE, ZERO)
        if method.rectification == "simple":
            return cls(forms.r_simple(beta2, t, sqrt=root), 8 * u)
        if method.rectification in BY_SIZE:
            if forms.ess(beta2, t) <= 2:
                return cls(ONE, ZERO, "nothing")
            return cls(BY_SIZE[method.rectification](beta2, t, sqrt=root), 16 * u)
        if method.rectification == "exact":
            if t <= 2:
                return cls(ONE, ZERO, "nothing")
            last, now = (variance(step, method.betas[1]) for step in (math.inf, t))
            return cls(root(last / now), exact(1e-13))
        rho, limit = forms.rho(beta2, t), forms.ess_limit(beta2)
        reached = rho >= 5 if method.below in ("gate5", "skip") else rho > 4
        if not reached:
            stays = method.below in ("zero", "skip")
            return cls(ONE, ZERO, "nothing" if stays else "momentum")
        units = 6 + 2 * rho / (rho - 4) + 2 * limit / (limit - 4)
        return cls(forms.r_liu(beta2, t, sqrt=root), 2 * u * units)


@cache
def variance(t: float, beta2: float) -> Exact:
    """V_t to 25 digits, where the factor has to have 13."""
    written = certified.variance(t, beta2, 25).str(25, radius=False)
    return np.array([mp.mpf(written)], dtype=object)


def moved(
    theta: Near, m: Near, v: Near, t: int, factor: Factor, method: Method, dtype: np.dtype[Any]
) -> Near:
    if factor.instead == "nothing":
        return theta
    alpha, eps, beta1, beta2 = map(exact, (method.lr, method.eps, *method.betas))
    scale = alpha * factor.r / (1 - beta1**t)
    q = 8 * u + factor.error + 4 * u
    if factor.instead == "momentum":
        value = update.momentum(theta.value, m.value, t, alpha, beta1)
        low = high = ONE
        still = np.zeros(m.value.shape, np.bool_)
    else:
        still = (v.value == 0) & (eps == 0)  # 0/0, where nothing moves
        size = np.where(still, ONE, v.value)
        given = (theta.value, m.value, size, t)
        chosen = (alpha, beta1, beta2, eps)
        if method.rectification is None:
            value = ADAM[method.eps_mode](*given, *chosen, sqrt=root)
        else:
            value = RADAM[method.eps_mode](*given, factor.r, *chosen, sqrt=root)
        correction = 1 - beta2**t
        below, above = np.maximum(v.value - v.bound, ZERO), v.value + v.bound
        low = denominator(below, correction * (1 + 8 * u), eps, method.eps_mode) * (1 - 3 * u)
        high = denominator(above, correction * (1 - 8 * u), eps, method.eps_mode) * (1 + 3 * u)
        if method.eps_mode == "outside-uncorrected":
            scale = scale * root(correction)
            q = q + 4 * u + 2 * u
    claimed: Exact = np.where(low == 0, ONE, low)
    spread = abs(m.value) * (1 / claimed - 1 / high)
    step = scale * (spread + (1 + 2 * q) * (m.bound + q * abs(m.value)) / claimed)
    step = np.where(low == 0, mp.inf, step)
    rounding = (1 + u) * (1 + STORING[dtype]) - 1
    before = theta.bound + step
    bound = before + rounding * (abs(value) + before) + UNDERFLOW[dtype]
    return Near(np.where(still, theta.value, value), np.where(still, theta.bound, bound))


def denominator(v: Exact, correction: Exact, eps: Exact, eps_mode: str) -> Exact:
    if eps_mode == "outside":
        return root(v / correction) + eps
    if eps_mode == "inside":
        return root(v / correction + eps)
    return root(v) + eps
