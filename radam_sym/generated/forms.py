# Written by `python -m radam_sym.codegen`, with SymPy 1.14.0; never edited by hand.
# SHA-256 of the definitions and of the theorems' statements that it was made from:
# 50d98fe2d3f6311e1af1fed167eeb8b66f0593e5fb07cf46197a7080fd556638
"""The closed forms as the paper writes them, in any kind of number."""

from collections.abc import Callable
from typing import Any

Number = Any  # what has +, -, *, / and whole powers; the same kind comes out
Root = Callable[[Number], Number]  # the square root of that kind
Gamma = Callable[[Number], Number]  # the gamma function of that kind


def ess(beta: Number, t: int) -> Number:
    """ess(β, t) = (1 - β^t)*(1 + β)/((1 - β)*(1 + β^t)).

    Theorems: ewma.variance (Hilton 2019, Learning rate warmup for Adam, section 2, display 1;
      axiom:identical.variance, axiom:variance.sum).
    Domain: 0 < β < 1; t = 1, 2, 3, …

    >>> from fractions import Fraction
    >>> ess(Fraction(1, 2), 3)
    Fraction(7, 3)
    """
    return (1 + beta) * (1 - beta**t) / ((1 + beta**t) * (1 - beta))


def ess_limit(beta: Number) -> Number:
    """ess_limit(β) = (1 + β)/(1 - β).

    Theorems: ess.limit_t (Hilton 2019, Learning rate warmup for Adam, section 2;
      axiom:power.vanishing).
    Domain: 0 < β < 1.

    >>> from fractions import Fraction
    >>> ess_limit(Fraction(1, 2))
    Fraction(3, 1)
    """
    return (1 + beta) / (1 - beta)


def rho(beta: Number, t: int) -> Number:
    """rho(β, t) = 2/(1 - β) - 1 - 2*β^t*t/(1 - β^t).

    Theorems: liu.centre_of_mass (Liu et al. 2019, On the variance of the adaptive learning rate and
      beyond, section 4.1).
    Domain: 0 < β < 1; t = 1, 2, 3, …

    >>> from fractions import Fraction
    >>> rho(Fraction(1, 2), 3)
    Fraction(15, 7)
    """
    return 2 / (1 - beta) - 1 - 2 * t * beta**t / (1 - beta**t)


def r_simple(beta: Number, t: int, *, sqrt: Root) -> Number:
    """r_simple(β, t) = sqrt(2/(1 + β^t) - 1).

    Theorems: simple.rectification (Hilton 2019, Learning rate warmup for Adam, section 4, display
      2; axiom:identical.map, axiom:identical.variance, axiom:independent.map,
      axiom:power.vanishing, axiom:variance.sum).
    Domain: 0 < β < 1; t = 1, 2, 3, …

    >>> from math import sqrt
    >>> round(r_simple(0.999, 10, sqrt=sqrt), 6)
    0.070728
    """
    return sqrt(2 / (1 + beta**t) - 1)


def r_liu(beta: Number, t: int, *, sqrt: Root) -> Number:
    """r_liu(β, t) =
      sqrt((rho(β, t) - 4)*(rho(β, t) - 2)*ess_limit(β)
      /((ess_limit(β) - 4)*(ess_limit(β) - 2)*rho(β, t))).

    Theorems: computing.liu (lemma; axiom:log.increasing); liu.rectification.last (Liu et al. 2019,
      On the variance of the adaptive learning rate and beyond, section 4.2;
      axiom:power.times_vanishing, axiom:power.vanishing).
    Domain: 0 < β < 1; 4 < rho(β, t); t = 1, 2, 3, …

    >>> from math import sqrt
    >>> round(r_liu(0.999, 10, sqrt=sqrt), 6)
    0.048998
    """
    return sqrt(
        (rho(beta, t) - 4)
        * (rho(beta, t) - 2)
        * ess_limit(beta)
        / ((ess_limit(beta) - 4) * (ess_limit(beta) - 2) * rho(beta, t))
    )


def chi_variance(rho: Number, *, gamma: Gamma) -> Number:
    """chi_variance(ρ) = ρ/(ρ - 2) - ρ*gamma(ρ/2 - 1/2)^2/(2*gamma(ρ/2)^2).

    Theorems: chi.variance (Liu et al. 2019, On the variance of the adaptive learning rate and
      beyond, section 3; axiom:gamma.functional, axiom:gamma.integral, axiom:integral.positive).
    Domain: 2 < ρ.

    >>> from mpmath import gamma
    >>> round(float(chi_variance(10, gamma=gamma)), 6)
    0.075546
    """
    return rho / (rho - 2) - rho * gamma((rho - 1) / 2) ** 2 / (2 * gamma(rho / 2) ** 2)


def skewness(beta: Number, rho: Number) -> Number:
    """skewness(β, ρ) = (1 - 1/ρ^2)/(1 + 3*ess_limit(β)^2).

    Theorems: skewed.third_cumulant (beyond the paper).
    Domain: 0 < β < 1; ρ real.

    >>> from fractions import Fraction
    >>> skewness(Fraction(1, 2), Fraction(1, 3))
    Fraction(-2, 7)
    """
    return (1 - 1 / rho**2) / (1 + 3 * ess_limit(beta) ** 2)


def r_matched(beta: Number, t: int, *, sqrt: Root, gamma: Gamma) -> Number:
    """r_matched(β, t) = sqrt(chi_variance(ess_limit(β))/chi_variance(ess(β, t))).

    Theorems: computing.matched (lemma; axiom:gamma.functional, axiom:gamma.integral,
      axiom:gamma.ratio_above, axiom:integral.positive, axiom:limit.order).
    Domain: 0 < β < 1; 2 < ess(β, t); t = 1, 2, 3, …

    >>> from mpmath import gamma, sqrt
    >>> round(float(r_matched(0.999, 10, sqrt=sqrt, gamma=gamma)), 6)
    0.057594
    """
    return sqrt(
        chi_variance(ess_limit(beta), gamma=gamma) / chi_variance(ess(beta, t), gamma=gamma)
    )


def r_skewed(beta: Number, t: int, *, sqrt: Root, gamma: Gamma) -> Number:
    """r_skewed(β, t) =
      sqrt((chi_variance(ess_limit(β)) - 3*skewness(β, ess_limit(β)))
      /(chi_variance(ess(β, t)) - 3*skewness(β, ess(β, t)))).

    Theorems: computing.skewed (lemma; axiom:gamma.functional, axiom:gamma.integral,
      axiom:gamma.ratio_above, axiom:integral.positive, axiom:limit.order).
    Domain: 0 < β < 1; 2 < ess(β, t); t = 1, 2, 3, …

    >>> from mpmath import gamma, sqrt
    >>> round(float(r_skewed(0.999, 10, sqrt=sqrt, gamma=gamma)), 6)
    0.057565
    """
    return sqrt(
        (chi_variance(ess_limit(beta), gamma=gamma) - 3 * skewness(beta, ess_limit(beta)))
        / (chi_variance(ess(beta, t), gamma=gamma) - 3 * skewness(beta, ess(beta, t)))
    )


def r_rational(beta: Number, t: int, *, sqrt: Root) -> Number:
    """r_rational(β, t) =
      sqrt((ess(β, t) - 2)*(4*ess(β, t) - 7)*ess_limit(β)
      /((ess_limit(β) - 2)*(4*ess_limit(β) - 7)*ess(β, t))).

    Theorems: computing.rational (lemma).
    Domain: 0 < β < 1; 2 < ess(β, t); t = 1, 2, 3, …

    >>> from math import sqrt
    >>> round(r_rational(0.999, 10, sqrt=sqrt), 6)
    0.057514
    """
    return sqrt(
        (4 * ess(beta, t) - 7)
        * (ess(beta, t) - 2)
        * ess_limit(beta)
        / ((4 * ess_limit(beta) - 7) * (ess_limit(beta) - 2) * ess(beta, t))
    )
