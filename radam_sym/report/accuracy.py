"""How far warmups are from the exact factor, and when Hilton's is nearer to it than Liu's."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import count
from typing import NamedTuple

import numpy as np
from flint import arb, ctx, fmpq

from radam_sym.errors import InputError
from radam_sym.exact import certified
from radam_sym.exact.sweep import Decay
from radam_sym.generated import closed_forms, forms
from radam_sym.numbers import read_beta, read_name, read_steps
from radam_sym.report.certified import SPARE_BITS, sign
from radam_sym.report.columns import LIU_NEVER, liu_exists
from radam_sym.report.warmups import WARMUPS, Floats

APPROXIMATE = tuple(name for name in WARMUPS if name != "exact")
PROMISE = 1e-13  # of the relative error of a factor in float64: that of the sweep
CLEAR = 5  # from this ρ_t on, Liu's factor in float64 is within 10⁻¹⁴
LARGEST = 0.99999  # β₂ for which some 1.5 million steps are looked at
ROWS = 2**16  # steps that are looked at together
SETTLED_BITS = 128  # for `settled`, which compares numbers that are not nearly equal
SETTLED = 14  # the Tλ of which nothing less is tried, as nothing less would do for β → 1
CUBE = Fraction(3)  # E[v^−3] bounds how fast V_t settles


def relative_errors(warmup: str, steps: object, beta2: object) -> Floats:
    """r_t/r_t^exact − 1 at some steps, for one of the warmups, within about 10⁻¹³.

    What is smaller than that is rounding, and where ρ_t is next to 4, Liu's is less certain. It is
    NaN where there is no such number: at t = 1 and 2, where the exact factor is 0, and where Liu's
    is undefined.

    Parameters
    ----------
    warmup
        "simple", "liu", "rational", "matched", "skewed", "exponential" or "linear", as in
        :data:`radam_sym.report.warmups.WARMUPS`.
    steps
        as :func:`radam_sym.numbers.read_steps` reads them, but for infinity, where all are 1.
    beta2
        from 10⁻⁵⁰ to 1 − 2⁻⁵³, as :func:`radam_sym.numbers.read_beta` reads it. The nearest float64
        is taken for both factors.

    Raises
    ------
    InputError
        for a value outside of these.
    TypeError
        for an object of another kind.

    >>> relative_errors("simple", "5,10,100", "0.999").round(3)
    array([0.587, 0.229, 0.019])
    >>> relative_errors("liu", "3,10,100", "0.999").round(3)
    array([   nan, -0.149, -0.019])
    """
    name, read = read_name(warmup, APPROXIMATE, "warmup"), read_steps(steps)
    if read[-1] == math.inf:
        raise InputError("steps has inf, where every factor is 1; it accepts whole numbers")
    beta, t = Decay.read(beta2).beta, np.array(read, np.float64)
    return relative_to(WARMUPS["exact"](beta, t), WARMUPS[name](beta, t))


def relative_to(exact: Floats, values: Floats) -> Floats:
    """The relative errors of some values; NaN where the exact one is 0.

    >>> relative_to(np.array([0.0, 0.5]), np.array([0.1, 0.6])).round(3)
    array([nan, 0.2])
    """
    ratios = np.full(values.shape, np.nan)
    np.divide(values, exact, out=ratios, where=exact > 0)
    return ratios - 1


# --- Liu or Hilton --------------------------------------------------------------------------------


class Crossover(NamedTuple):
    """Which of the two is nearer to the exact factor, at each step at which Liu's is defined."""

    step: int | None
    """The first from which on Hilton's is, at all steps; None where Liu's is never defined."""

    liu: tuple[int, ...]
    """The steps at which Liu's is: those alone, and all are before `step`."""


def crossover(beta2: object) -> Crossover:
    """From which step on Hilton's factor is nearer to the exact one than Liu's, for good.

    Liu's is less than Hilton's wherever it is defined (``expand.order``), so that Hilton's is the
    nearer one if and only if r_simple + r_liu < 2·r_exact. That is decided at every step from
    the first at which Liu's is defined up to `settled`, from where on it is proven for all. Float64
    decides where the three factors, each within 10⁻¹³, can't change the sign; elsewhere balls do,
    at a precision that is raised until the sign is certain.

    As β₂ → 1 the step is 3/√λ + 371/96 + O(√λ), λ = −log β₂ (``exact.crossover``).

    Parameters
    ----------
    beta2
        the decay rate β₂ from 0 to 0.99999, as :func:`radam_sym.numbers.read_beta` reads it. The
        nearest float64 is taken.

    Raises
    ------
    InputError
        where it is none of these: nearer to 1, too many steps would have to be looked at.
    TypeError
        where it is not a number.

    >>> crossover("0.9")
    Crossover(step=9, liu=(6, 7, 8))
    >>> crossover("0.99").step, round(3 / math.sqrt(-math.log(0.99)) + 371 / 96, 1)
    (34, 33.8)
    >>> crossover("0.8"), crossover("0.6")
    (Crossover(step=5, liu=()), Crossover(step=None, liu=()))
    """
    given = read_beta(beta2)
    beta = Fraction(float(given))
    if beta > LARGEST:
        raise InputError(
            f"beta2 is {float(beta)!r}, where the search for the crossover would take more than a "
            f"million steps; it accepts a number from 0 to {LARGEST}"
        )
    if beta <= LIU_NEVER:
        return Crossover(None, ())
    first = next(t for t in count(1) if liu_exists(beta, t))
    end = settled(beta, first)
    liu = [
        t for start in range(first, end, ROWS) for t in _lius(beta, start, min(start + ROWS, end))
    ]
    return Crossover(liu[-1] + 1 if liu else first, tuple(liu))


def _lius(beta: Fraction, start: int, end: int) -> list[int]:
    """The steps from start to before end at which Liu's factor is the nearer one."""
    t = np.arange(start, end, dtype=np.float64)
    simple, liu, exact = (WARMUPS[name](float(beta), t) for name in ("simple", "liu", "exact"))
    lead = 2 * exact - simple - liu
    decided = np.abs(lead) > PROMISE * (2 * exact + simple + liu)
    decided &= closed_forms.rho(float(beta), t) >= CLEAR
    negative = lead < 0
    for place in np.flatnonzero(~decided):
        negative[place] = lead_sign(beta, start + int(place)) < 0
    return [start + int(place) for place in np.flatnonzero(negative)]


def lead_sign(beta: Fraction, step: int) -> int:
    """1 where Hilton's factor is nearer to the exact one than Liu's, which must exist, else −1.

    >>> lead_sign(Fraction(9, 10), 8), lead_sign(Fraction(9, 10), 9)
    (-1, 1)
    """

    def lead() -> arb:
        base = _ball(beta)
        simple: arb = forms.r_simple(base, step, sqrt=arb.sqrt)
        liu: arb = forms.r_liu(base, step, sqrt=arb.sqrt)
        return 2 * certified.factor_at(beta, step) - simple - liu

    return sign(lead, SPARE_BITS + 2 * certified.nearness(beta))


def settled(beta: Fraction, first: int) -> int:
    """A step from which on Hilton's factor is nearer, at all steps; first is Liu's first step.

    With x = βᵗ, V_t ≤ (1+cx)·V_∞ for all t ≥ T, where c = 4E[v_T^{−3}]/(n_T·V_∞): that is the
    bound of :func:`radam_sym.exact.sweep.variances_at`, and n_t increases, E[v_t^{−3}] decreases
    with t. So 2·(1 − r_exact) ≤ cx. On the other side 1 − r ≥ (1 − r²)/2, which for Hilton's factor
    is x/(1+x). For Liu's, with g(ρ) = (ρ−4)(ρ−2)/ρ = ρ − 6 + 8/ρ and ρ_∞ − ρ_t = 2tx/(1−x),

        (1 − r²)/2 = (ρ_∞ − ρ_t)·(1 − 8/(ρ_∞ρ_t))/(2g(ρ_∞)) ≥ tx·(1 − 8/(ρ_∞ρ_T))/g(ρ_∞).

    So 2·(1 − r_exact) < (1 − r_simple) + (1 − r_liu) for all t ≥ T, if

        c < 1/(1 + β^T) + T·(1 − 8/(ρ_∞ρ_T))/g(ρ_∞).

    As β → 1, c → 8 and the right side is about 1 + Tλ/2: it holds from Tλ = 14 on. Steps from there
    are tried, each a quarter after the one before, until it is proven.
    """
    step = max(first, 2 * int(CUBE) + 1, math.ceil(SETTLED / Decay(beta).rate))
    with ctx.workprec(SETTLED_BITS):
        base, last = _ball(beta), certified.variance_at(beta, math.inf)
        limit = forms.ess_limit(base)
        while True:
            (cubed,) = certified.integrals(beta, step, [CUBE])  # 2·E[v^−3]
            slope = 2 * cubed / (forms.ess(base, step) * last)
            bend = (1 - 8 / (limit * forms.rho(base, step))) * limit / ((limit - 4) * (limit - 2))
            if slope < 1 / (1 + base**step) + step * bend:
                return step
            step += step // 4


def _ball(beta: Fraction) -> arb:
    return arb(fmpq(beta.numerator, beta.denominator))
