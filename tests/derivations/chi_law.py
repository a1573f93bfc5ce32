"""What the factors by the χ² law mean, and what they are computed from; beside ``meaning``."""

from decimal import Decimal
from fractions import Fraction
from functools import cache

from radam_sym.exact import certified
from tests.derivations.meaning import MEANINGS as MEANINGS  # for those who need these meanings
from tests.derivations.meaning import (
    Number,
    chi_variance,
    convergent,
    decimal,
    gamma_ratio,
    root,
    sample_size,
)
from tests.derivations.meaning import check as check


def last_size(beta: Fraction) -> Fraction:
    """n_∞."""
    return (1 + beta) / (1 - beta)


def skewness(beta: Fraction, size: Fraction) -> Fraction:
    """D at a sample size: Σw³ − (Σw²)² for the first weights of a decay that give it.

    With q = β^t for a real t, Σw³ is (1−β)³(1−q³)/((1−q)³(1−β³)).
    """
    last = last_size(beta)
    q = (last - size) / (last + size)
    cubes = (1 - beta) ** 3 * (1 + q + q**2) / ((1 - q) ** 2 * (1 - beta**3))
    return cubes - 1 / size**2


def variance(beta: Fraction, size: Fraction, corrected: bool) -> Decimal:
    """F(n), or F(n) − 3D."""
    return chi_variance(size) - (decimal(3 * skewness(beta, size)) if corrected else 0)


def factor(beta: Fraction, size: Fraction, corrected: bool) -> Number:
    """The root of the variance in the end over that at a sample size."""
    return root(variance(beta, last_size(beta), corrected) / variance(beta, size, corrected))


def approximation(n: Fraction) -> Fraction:
    """F(n), were K(n/2) = 1 − 2/(4n − 7)."""
    return n / (n - 2) * (1 - (4 * n - 9) / (4 * n - 7))


def rational_factor(beta: Fraction, size: Fraction) -> Number:
    """The root of that in the end over that at a sample size."""
    return root(approximation(last_size(beta)) / approximation(size))


@cache
def variance_in_the_end(beta: Fraction) -> Decimal:
    """V_∞, with proven digits; by quadrature it would take minutes for a large β."""
    return Decimal(certified.variance("inf", str(beta), 40).str(40, radius=False))


@cache
def exact_factor(beta: Fraction, t: Fraction) -> Decimal:
    """√(V_∞/V_t)."""
    return Decimal(certified.factor(int(t), str(beta), 40).str(40, radius=False))


MEANINGS |= {
    "r_exact": exact_factor,
    "variance_limit": variance_in_the_end,
    "gamma_ratio_lower": lambda c: convergent(c, 11),
    "gamma_ratio_upper": lambda c: convergent(c, 10),
    "gamma_gap": lambda a: 1 - gamma_ratio(1 + a),
    "chi_variance_over_two": lambda s: chi_variance(2 + s),
    "ess_limit_over_two": lambda beta: last_size(beta) - 2,
    "ess_over_two": lambda beta, t: sample_size(beta, t) - 2,
    "skewness": skewness,
    "r_matched_at": lambda beta, s: factor(beta, 2 + s, False),
    "r_skewed_at": lambda beta, s: factor(beta, 2 + s, True),
    "r_rational_at": lambda beta, s: rational_factor(beta, 2 + s),
    "r_rational": lambda beta, t: rational_factor(beta, sample_size(beta, t)),
    "r_matched": lambda beta, t: factor(beta, sample_size(beta, t), False),
    "r_skewed": lambda beta, t: factor(beta, sample_size(beta, t), True),
}
