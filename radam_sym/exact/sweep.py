"""Var[1/√v_t] and the exact factor in float64, for one step or for each of ten million.

With M the Laplace transform of v_t (``exact.laplace``), which has mean 1,

    V_t = A − 2B − B²,    A = E[1/v]−1 = ∫(M−e^{−s}) ds,
                          B = E[1/√v]−1 = π^{−1/2}∫s^{−1/2}(M−e^{−s}) ds.

A and B are as small as V_t, where E[1/v] − E[1/√v]² would cancel. Nothing in them does: with N =
−log M = ½Σ log(1+2w_k s) and D = s − N = Σ (w_k s − ½log(1+2w_k s)) ≥ 0 the integrand is
e^{−N}(1−e^{−D}), and D is a sum of terms that are positive. What is neglected is far below the
rounding of V_t, which is at least 1/(4n_t) where no weight is above 1/160 (``delta.leading.below``)
and was not seen below 1/(2n_t) anywhere:

- The trapezoidal rule in y = log s, of step h = 1/8, is off by 10⁻³¹ of integrals of M and of
  e^{−s} (`radam_sym.exact.certified.aliasing`), and n_t is at most 2⁵⁴.
- On the left D ≤ s²Σw_k² = s²/n_t, so what is below log s = −16 is less than e^{−40}/n_t.
- On the right see `farthest`.

The weights are (1−β)βᵏ/(1−βᵗ), so for nodes u = s·(1−β)/(1−βᵗ) that t has no part in, w_k s = uβᵏ:
all steps share the factors of the largest weights, and those of the others come from power sums,
in closed form. No step builds on the one before, and no error adds up.
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from radam_sym.errors import InputError
from radam_sym.numbers import read_beta, read_step, read_steps

Values = NDArray[np.float64]
Number = np.float64 | float

LONGEST = 10**7  # steps of a sweep
LEAST = Fraction(1, 10**50)  # of β: below, the nodes would have to go beyond `FARTHEST`
NEAREST = Fraction(1, 2**53)  # of 1 − β: nearer to 1 there is no float64
STEP = 1 / 8  # of log s
LEFT = -16  # the first log s
NEGLIGIBLE = -44  # log of what is too small to count, times n_t
FARTHEST = 700.0  # what log s stays below, as s does not overflow
ROWS = 512  # steps that are computed at once: their arrays stay in a processor's cache
KEPT = 256  # blocks of as many steps that are kept
SOME = 64.0  # of the largest weights, which tell how fast M falls
SHARP = 1 / 4  # the largest 2w_k s that is left to power sums
BITS = 56  # terms of a series are taken down to 2^−BITS of the first
TERMS = 16  # of the series in `deficit`
SETTLED = 40  # from tλ = 40 + 8λ on, v_t has its limiting law: see `variances_at`
MARGIN = 8  # that 8


# --- what is asked for ----------------------------------------------------------------------------


def sweep(last: object, beta2: object) -> Values:
    """r_t = √(V_∞/V_t), the exact factor, for t = 1, 2, 3, ..., last.

    Each is within 10⁻¹³ of its value, relatively (within 10⁻¹⁴ at all of 10,000 random points with
    β₂ > 1/100 that were held against balls), and 0 at t = 1 and 2, where V_t is infinite. A step
    costs some microseconds until βᵗ no longer counts, and nothing from there on; the memory is 25
    bytes for each step, and a few megabytes.

    Parameters
    ----------
    last
        the last step: a whole number from 1 to 10⁷.
    beta2
        the decay rate β₂ from 10⁻⁵⁰ to 1 − 2⁻⁵³, exactly, as `radam_sym.numbers.read_beta` reads
        it: "0.999" is 999/1000, and the float 0.999 is the binary number next to it.

    Raises
    ------
    InputError
        where an argument is none of these.
    TypeError
        where it is not a number, or the step not a whole one.

    >>> sweep(5, "0.999").round(6)
    array([0.      , 0.      , 0.015154, 0.024151, 0.031521])
    """
    end = read_step(last, "last")
    if end > LONGEST:
        raise InputError(f"last is {end}; it accepts a whole number from 1 to 10**7")
    return factors_at(np.arange(1.0, end + 1), Decay.read(beta2))


def factors(steps: object, beta2: object) -> Values:
    """The same for some steps, infinity among them, as `radam_sym.numbers.read_steps` reads them.

    They may be as late as 2⁵³, and what isn't asked for isn't computed.

    >>> factors("10,1000,10000000,inf", "0.999").round(4)
    array([0.0576, 0.679 , 1.    , 1.    ])
    """
    return factors_at(np.array(read_steps(steps), np.float64), Decay.read(beta2))


def variances(steps: object, beta2: object) -> Values:
    """V_t = Var[1/√v_t] for some steps, within 10⁻¹³, and infinity at t = 1 and 2.

    >>> variances("2,10,inf", "0.999")
    array([       inf, 0.07554647, 0.00025034])
    """
    return variances_at(np.array(read_steps(steps), np.float64), Decay.read(beta2))


def factors_alike(t: NDArray[np.int64], beta2: float) -> Values:
    """The factors for steps in any order: a step's is the same, bit for bit, whatever the others.

    Each is taken from a block of steps that depends on t alone; the blocks that were used last are
    kept, so that one step after another costs little. Nothing is validated.
    """
    counted = np.minimum(t, _settled(Decay(Fraction(beta2)))) + 1
    sizes = np.minimum(1 << (np.frexp(counted)[1] - 1).astype(np.int64), ROWS)
    firsts, members = np.unique(counted // sizes * sizes, return_inverse=True)
    order, places = np.argsort(members, axis=None), counted % sizes
    values = np.empty(t.shape)
    counts = np.bincount(members.ravel(), minlength=len(firsts))
    for first, chosen in zip(firsts, np.split(order, np.cumsum(counts)[:-1]), strict=True):
        values.flat[chosen] = _kept(int(first), beta2)[places.flat[chosen]]
    return values


def _settled(decay: Decay) -> int:
    """A step from which on the factor is 1, as v_t has its limiting law (`variances_at`)."""
    return math.ceil(SETTLED / decay.rate) + MARGIN + 1


@lru_cache(KEPT)
def _kept(following: int, beta2: float) -> Values:
    """r_t from the step before `following` on, for as many steps as `following` or `ROWS`."""
    t = np.arange(following, following + min(following, ROWS)) - 1
    return factors_at(t.astype(np.float64), Decay(Fraction(beta2)))


# --- the average ----------------------------------------------------------------------------------


class Decay:
    """β, with 1 − β and λ = −log β each rounded once or twice, however near to 1 it is."""

    def __init__(self, beta: Fraction) -> None:
        self.beta, self.gap = float(beta), float(1 - beta)
        self.rate = -math.log(self.beta) if self.beta < 1 / 2 else -math.log1p(-self.gap)

    @classmethod
    def read(cls, beta2: object) -> Decay:
        """β as somebody gave it; InputError where it is beyond what float64 can tell."""
        beta = read_beta(beta2)
        if not LEAST <= beta <= 1 - NEAREST:
            side = "below 1e-50" if beta < LEAST else "above 1 - 2**-53"
            raise InputError(f"beta2 is {side}; it accepts a number from 1e-50 to 1 - 2**-53")
        return cls(beta)

    def power(self, k: Values | Number) -> Values:
        """βᵏ: by its logarithm where that is small, and so exact."""
        return np.asarray(self.beta**k if self.beta < 1 / 2 else np.exp(-self.rate * k))

    def total(self, t: Values | Number, j: Values | Number = 1) -> Values:
        """Σ_{k<t} β^{jk} = (1−β^{jt})/(1−β^j)."""
        return np.asarray(np.expm1(-self.rate * (j * t)) / np.expm1(-self.rate * j))


@np.errstate(all="ignore")
def factors_at(t: Values, decay: Decay) -> Values:
    """r_t for steps in increasing order. Nothing is validated."""
    ratios = variances_at(t, decay)
    np.divide(variances_at(np.array([np.inf]), decay), ratios, out=ratios)
    return np.sqrt(ratios, out=ratios)


@np.errstate(all="ignore")
def variances_at(t: Values, decay: Decay) -> Values:
    """V_t for steps in increasing order. Nothing is validated.

    Late ones have the limiting law. M_∞ ≤ M_t, since the weights of t majorize those of ∞ and
    −½Σ log(1+2w_k s) is Schur-convex. D = Σ φ(w_k s), 0 ≤ φ'(z) = 2z/(1+2z) ≤ 2z, and the weights
    up to t differ by the factor 1−x, x = βᵗ. So log(M_t/M_∞) = D_t − D_∞ ≤ 2xs²/n_t, and

        |V_t−V_∞| ≤ 4x·E[v_t^{−3}]/n_t ≤ 16x·E[v_t^{−3}]·V_∞.

    From tλ = 40 + 8λ on that is below 10⁻¹⁶·V_∞, as β⁸·E[v_t^{−3}] ≤ 1 (certified on a grid of β in
    the tests).
    """
    late = decay.rate * (t - MARGIN) > SETTLED
    values = np.full(t.shape, np.inf)
    if late.any():
        values[late] = _block(np.array([np.inf]), decay)
    start, end = int(np.searchsorted(t, 3)), len(t) - int(np.count_nonzero(late))
    while start < end:
        stop = min(start + ROWS, int(np.searchsorted(t, 2 * t[start], "right")), end)
        values[start:stop] = _block(t[start:stop], decay)
        start = stop
    return values


# --- the integrals --------------------------------------------------------------------------------


def _block(t: Values, decay: Decay) -> Values:
    """V_t for steps from 3 on, the last at most about twice the first."""
    totals = decay.total(t)  # s/u
    first = math.floor((LEFT - math.log(totals[-1])) / STEP)
    last = math.ceil((farthest(t[0], decay) - math.log(totals[0])) / STEP)
    nodes = np.exp(STEP * np.arange(first, last + 1))
    exponent, deficits = exponents(t, nodes, decay)
    integrand = np.exp(-exponent) * -np.expm1(-deficits)
    sums = integrand @ np.stack([nodes, np.sqrt(nodes)], axis=1)
    first_excess = STEP * totals * sums[:, 0]
    root_excess = STEP * np.sqrt(totals / np.pi) * sums[:, 1]
    return np.asarray(first_excess - root_excess * (2 + root_excess))


def farthest(t: float, decay: Decay) -> float:
    """A log s beyond which the integrals, from step t on, are negligible.

    log(1+2ws) ≥ (w/c)·log(1+2cs) for w ≤ c, by concavity, so M(s) ≤ (1+2cs)^{−1/(2c)} for the
    largest weight c; and M(s) is at most the product over any of its factors. The first log s = Y
    is taken where one of these says sM(s) ≤ ce^{−44}. As the logarithm of sM(s) is concave in log s
    and M(1) ≥ e^{−1}, it falls there at a rate of 43/Y at least, so that beyond it there is at most
    Y/43·ce^{−44}, Y < 700. It decreases with t, as M does (`variances_at`).
    """
    total = float(decay.total(t))
    log_s = np.arange(FARTHEST)
    s = np.exp(log_s)
    even = total / 2 * np.log1p(2 * s / total)
    largest = decay.power(np.arange(min(t, SOME))) / total
    some = np.log1p(2 * np.multiply.outer(s, largest)).sum(axis=1) / 2
    small = log_s - np.maximum(even, some) < NEGLIGIBLE - math.log(total)
    return float(log_s[np.argmax(small)])


def exponents(t: Values, u: Values, decay: Decay) -> tuple[Values, Values]:
    """N = −log M and D = s − N, for each of the steps at each of the nodes u."""
    count = _direct(t[-1], u[-1], decay)
    exponent, deficits = _of_largest(np.minimum(t, count), u, decay, count)
    share = u * decay.power(count)
    small_exponent, small_deficits = _of_others(np.maximum(t - count, 0), share, decay)
    return exponent + small_exponent, deficits + small_deficits


def _direct(t: float, u: float, decay: Decay) -> int:
    """How many weights have 2w_k s = 2uβᵏ > 1/4."""
    needed = math.ceil(max(0.0, math.log(2 * u / SHARP)) / decay.rate)
    return int(min(needed, t))


def _of_largest(t: Values, u: Values, decay: Decay, count: int) -> tuple[Values, Values]:
    """The terms of the first t weights, of `count` at most, added up one after another."""
    shares = np.multiply.outer(decay.power(np.arange(float(count))), u)
    start = np.zeros((1, len(u)))
    parts = np.log1p(2 * shares) / 2, deficit(shares)
    rows = t.astype(np.intp)
    exponent, deficits = (np.concatenate([start, part]).cumsum(axis=0)[rows] for part in parts)
    return exponent, deficits


def _of_others(t: Values, u: Values, decay: Decay) -> tuple[Values, Values]:
    """The terms of t weights the first of which has w_k s = u ≤ 1/8, by power sums.

    Σ_k (uβᵏ − ½log(1+2uβᵏ)) = Σ_{j≥2} (−1)^j (2u)^j/(2j)·Σ_k β^{jk}, an alternating series whose
    terms decrease, so that it is off by less than the first one that is left out.
    """
    x = 2 * u
    if not t[-1] or not x[-1]:
        nothing = np.zeros((len(t), len(u)))
        return nothing, nothing
    terms = 2 + math.ceil(BITS * math.log(2) / -math.log(x[-1]))
    j = np.arange(2.0, terms + 1)
    powers = x ** j[:, None] * ((-1) ** j / (2 * j))[:, None]
    deficits = decay.total(t[:, None], j) @ powers
    return np.multiply.outer(decay.total(t), u) - deficits, deficits


def deficit(z: Values) -> Values:
    """z − ½log(1+2z) without cancellation, for z ≥ 0.

    With x = 2z and r = x/(2+x), log(1+x) = 2 artanh r and x − 2r = xr. Up to x = 1, where r ≤ 1/3,
    16 terms of the series are enough; above, x exceeds its logarithm enough.
    """
    x = 2 * z
    r = x / (2 + x)
    series = np.zeros_like(x)
    for odd in range(2 * TERMS + 1, 1, -2):
        series = series * r**2 + 1 / odd
    return np.asarray(np.where(x > 1, z - np.log1p(x) / 2, (x * r - 2 * r**3 * series) / 2))
