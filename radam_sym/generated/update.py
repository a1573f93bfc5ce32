# Written by `python -m radam_sym.codegen`, with SymPy 1.14.0; never edited by hand.
# SHA-256 of the definitions and of the theorems' statements that it was made from:
# fd3aec1d18b1cc93bd765f14a955e87e73e6511b106829556b87a90548f4fb1a
"""The update, and what it is made of, in any kind of number: the reference."""

from collections.abc import Callable
from typing import Any

Number = Any  # what has +, -, *, / and whole powers; the same kind comes out
Root = Callable[[Number], Number]  # the square root of that kind


def moving_average(m: Number, x: Number, beta: Number) -> Number:
    """moving_average(m, x, β) = x*(1 - β) + β*m.

    Theorems: adam.moving_average (Kingma & Ba 2014, Adam: a method for stochastic optimization,
      algorithm 1).
    Domain: 0 < β < 1; m, x real.

    >>> from fractions import Fraction
    >>> moving_average(Fraction(1, 2), Fraction(1, 3), Fraction(1, 4))
    Fraction(3, 8)
    """
    return beta * m + x * (1 - beta)


def bias_corrected(m: Number, beta: Number, t: int) -> Number:
    """bias_corrected(m, β, t) = m/(1 - β^t).

    Theorems: adam.averages (Kingma & Ba 2014, Adam: a method for stochastic optimization, section
      3).
    Domain: 0 < β < 1; t = 1, 2, 3, …; m real.

    >>> from fractions import Fraction
    >>> bias_corrected(Fraction(1, 2), Fraction(1, 3), 3)
    Fraction(27, 52)
    """
    return m / (1 - beta**t)


def adam_outside(
    theta: Number,
    m: Number,
    v: Number,
    t: int,
    alpha: Number,
    beta1: Number,
    beta2: Number,
    epsilon: Number,
    *,
    sqrt: Root,
) -> Number:
    """adam_outside(θ, m, v, t, α, β₁, β₂, ε) =
      θ - α*bias_corrected(m, β₁, t)/(sqrt(bias_corrected(v, β₂, t)) + ε).

    Theorems: adam.update.outside (Kingma & Ba 2014, Adam: a method for stochastic optimization,
      algorithm 1).
    Domain: 0 < β₁ < 1; 0 < β₂ < 1; 0 ≤ v; 0 < ε; t = 1, 2, 3, …; θ, m, α real.

    >>> from math import sqrt
    >>> round(adam_outside(0.5, 0.4, 0.3, 10, 0.2, 0.9, 0.999, 0.1, sqrt=sqrt), 6)
    0.478026
    """
    return theta - alpha * bias_corrected(m, beta1, t) / (
        epsilon + sqrt(bias_corrected(v, beta2, t))
    )


def adam_inside(
    theta: Number,
    m: Number,
    v: Number,
    t: int,
    alpha: Number,
    beta1: Number,
    beta2: Number,
    epsilon: Number,
    *,
    sqrt: Root,
) -> Number:
    """adam_inside(θ, m, v, t, α, β₁, β₂, ε) =
      θ - α*bias_corrected(m, β₁, t)/sqrt(bias_corrected(v, β₂, t) + ε).

    Theorems: adam.update.inside (Hilton 2019, Learning rate warmup for Adam, section 1).
    Domain: 0 < β₁ < 1; 0 < β₂ < 1; 0 ≤ v; 0 < ε; t = 1, 2, 3, …; θ, m, α real.

    >>> from math import sqrt
    >>> round(adam_inside(0.5, 0.4, 0.3, 10, 0.2, 0.9, 0.999, 0.1, sqrt=sqrt), 6)
    0.477662
    """
    return theta - alpha * bias_corrected(m, beta1, t) / sqrt(epsilon + bias_corrected(v, beta2, t))


def adam_uncorrected(
    theta: Number,
    m: Number,
    v: Number,
    t: int,
    alpha: Number,
    beta1: Number,
    beta2: Number,
    epsilon: Number,
    *,
    sqrt: Root,
) -> Number:
    """adam_uncorrected(θ, m, v, t, α, β₁, β₂, ε) =
      θ - α*sqrt(1 - β₂^t)*bias_corrected(m, β₁, t)/(sqrt(v) + ε).

    Theorems: adam.update.uncorrected (Kingma & Ba 2014, Adam: a method for stochastic optimization,
      section 2).
    Domain: 0 < β₁ < 1; 0 < β₂ < 1; 0 ≤ v; 0 < ε; t = 1, 2, 3, …; θ, m, α real.

    >>> from math import sqrt
    >>> round(adam_uncorrected(0.5, 0.4, 0.3, 10, 0.2, 0.9, 0.999, 0.1, sqrt=sqrt), 6)
    0.48108
    """
    return theta - alpha * sqrt(1 - beta2**t) * bias_corrected(m, beta1, t) / (epsilon + sqrt(v))


def radam_outside(
    theta: Number,
    m: Number,
    v: Number,
    t: int,
    r: Number,
    alpha: Number,
    beta1: Number,
    beta2: Number,
    epsilon: Number,
    *,
    sqrt: Root,
) -> Number:
    """radam_outside(θ, m, v, t, r, α, β₁, β₂, ε) =
      θ - α*r*bias_corrected(m, β₁, t)/(sqrt(bias_corrected(v, β₂, t)) + ε).

    Theorems: radam.update.outside (Liu et al. 2019, On the variance of the adaptive learning rate
      and beyond, algorithm 2).
    Domain: 0 < β₁ < 1; 0 < β₂ < 1; 0 ≤ v; 0 < ε; t = 1, 2, 3, …; θ, m, r, α real.

    >>> from math import sqrt
    >>> round(radam_outside(0.5, 0.4, 0.3, 10, 0.2, 0.1, 0.9, 0.999, 0.5, sqrt=sqrt), 6)
    0.497949
    """
    return theta - alpha * r * bias_corrected(m, beta1, t) / (
        epsilon + sqrt(bias_corrected(v, beta2, t))
    )


def radam_inside(
    theta: Number,
    m: Number,
    v: Number,
    t: int,
    r: Number,
    alpha: Number,
    beta1: Number,
    beta2: Number,
    epsilon: Number,
    *,
    sqrt: Root,
) -> Number:
    """radam_inside(θ, m, v, t, r, α, β₁, β₂, ε) =
      θ - α*r*bias_corrected(m, β₁, t)/sqrt(bias_corrected(v, β₂, t) + ε).

    Theorems: radam.update.inside (Hilton 2019, Learning rate warmup for Adam, section 3).
    Domain: 0 < β₁ < 1; 0 < β₂ < 1; 0 ≤ v; 0 < ε; t = 1, 2, 3, …; θ, m, r, α real.

    >>> from math import sqrt
    >>> round(radam_inside(0.5, 0.4, 0.3, 10, 0.2, 0.1, 0.9, 0.999, 0.5, sqrt=sqrt), 6)
    0.497781
    """
    return theta - alpha * r * bias_corrected(m, beta1, t) / sqrt(
        epsilon + bias_corrected(v, beta2, t)
    )


def radam_uncorrected(
    theta: Number,
    m: Number,
    v: Number,
    t: int,
    r: Number,
    alpha: Number,
    beta1: Number,
    beta2: Number,
    epsilon: Number,
    *,
    sqrt: Root,
) -> Number:
    """radam_uncorrected(θ, m, v, t, r, α, β₁, β₂, ε) =
      θ - α*r*sqrt(1 - β₂^t)*bias_corrected(m, β₁, t)/(sqrt(v) + ε).

    Theorems: radam.update.uncorrected (Liu et al. 2019, On the variance of the adaptive learning
      rate and beyond, algorithm 2).
    Domain: 0 < β₁ < 1; 0 < β₂ < 1; 0 ≤ v; 0 < ε; t = 1, 2, 3, …; θ, m, r, α real.

    >>> from math import sqrt
    >>> round(radam_uncorrected(0.5, 0.4, 0.3, 10, 0.2, 0.1, 0.9, 0.999, 0.5, sqrt=sqrt), 6)
    0.49883
    """
    return theta - alpha * r * sqrt(1 - beta2**t) * bias_corrected(m, beta1, t) / (
        epsilon + sqrt(v)
    )


def momentum(theta: Number, m: Number, t: int, alpha: Number, beta1: Number) -> Number:
    """momentum(θ, m, t, α, β₁) = θ - α*bias_corrected(m, β₁, t).

    Theorems: adam.update.momentum (Liu et al. 2019, On the variance of the adaptive learning rate
      and beyond, algorithm 2).
    Domain: 0 < β₁ < 1; t = 1, 2, 3, …; θ, m, α real.

    >>> from fractions import Fraction
    >>> momentum(Fraction(1, 2), Fraction(1, 3), 3, Fraction(1, 4), Fraction(1, 5))
    Fraction(619, 1488)
    """
    return theta - alpha * bias_corrected(m, beta1, t)
