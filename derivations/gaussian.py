"""Gaussian gradients: the variance of a square, and what two gradients do to 1/√v.

Key results: Var[g²] = 2, so that Var[v_t] = 2/n_t. For two of them, E[1/(g₀²+g₁²)] is greater than
1/(4ε) for every ε < 1, and so than any number: the variance of 1/√(g₀²+g₁²) is infinite, while that
of √(g₀²+g₁²) is 2 − π/2.

References: Hilton 2019, section 4 (Liu's reply).
"""

from sympy import Integer, Lambda, Sum, Symbol, exp, gamma, log, pi, sqrt

from derivations.chi import integrated
from derivations.ewma import average_is_defined
from derivations.exact_law import gaussian, m
from derivations.exponential import above_parabola, line, monotone
from derivations.gamma_ratio import positive
from derivations.integrals import integral, u
from derivations.notation import decaying, g, half, hilton, i, t
from derivations.powers import LEMMA
from derivations.variance import of_squares, squares, v
from radam_sym.kernel.axioms import (
    chi_squared_converse,
    chi_squared_law,
    expectation_linear,
    gamma_functional,
    gamma_integral,
    gamma_ratio_below,
    integral_order,
    log_increasing,
    normal_identical,
    normal_moments,
    variance_moments,
)
from radam_sym.kernel.heads import E, Var
from radam_sym.proof import (
    Draft,
    chain,
    cite,
    constant,
    derivation,
    eq,
    factor_in,
    given,
    hyperbolic,
    le,
    linear,
    lt,
    single,
    split,
    substituted,
)

# --- one square -----------------------------------------------------------------------------------


alone = Sum(g[i] ** 2, (i, m, m))
one_of = {"X": g, "m": m, "k": 1}


density = exp(-u / 2) / (sqrt(2 * pi) * sqrt(u))
finite = cite(normal_moments, X=g)


@derivation("normal.square.integral", LEMMA)
def doubled_integral() -> Draft:
    """Twice the mean of χ²₁."""
    return (
        chain(integral(2 * u * density))
        .since(cite(integrated, rho=1, p=1), lt(0, pi))
        .by(linear(2 * integral(u * density)))
        .by(cite(integrated, rho=1, p=1))
    )


@derivation("normal.square.doubled", LEMMA)
def doubled() -> Draft:
    """E[2g²] = 2, by the density of χ²₁."""
    return (
        chain(E(2 * alone), given=gaussian)
        .since(finite, cite(doubled_integral), lt(0, pi))
        .by(cite(chi_squared_law, g=Lambda(u, 2 * u), A=2, **one_of))
    )


@derivation("normal.square.twice", LEMMA)
def square_twice() -> Draft:
    """2 = 2E[g²]."""
    weighted = {"X": squares, "a": Lambda(i, Integer(2)), "m": m, "n": m}
    return (
        chain(2, given=gaussian)
        .since(finite)
        .by(cite(doubled))
        .by(factor_in(), at=2 * alone)
        .by(cite(expectation_linear, **weighted))
        .by(single())
    )


@derivation("normal.square", LEMMA)
def square_mean() -> Draft:
    """E[g²] = 1."""
    mean = E(g[m] ** 2)
    return (
        chain(mean, given=gaussian)
        .since(finite, cite(square_twice))
        .equal_to(1, because=[(-half, [eq(2, 2 * mean)])])
    )


@derivation("normal.fourth.sum", LEMMA)
def fourth_of_sum() -> Draft:
    """E[(g²)²] = 3."""
    return (
        chain(E(alone**2), given=gaussian)
        .since(finite, cite(integrated, rho=1, p=2), lt(0, pi))
        .by(cite(chi_squared_law, g=Lambda(u, u**2), A=3, **one_of))
    )


@derivation("normal.fourth", LEMMA)
def fourth_moment() -> Draft:
    """3 = E[g⁴]."""
    return chain(3, given=gaussian).since(finite).by(cite(fourth_of_sum)).by(single(), at=alone)


@derivation("normal.square_variance", hilton("section 1"))
def square_variance() -> Draft:
    """Var[g²] = 2."""
    mean, fourth = E(g[m] ** 2), E(g[m] ** 4)
    return (
        chain(Var(g[m] ** 2), given=gaussian)
        .since(finite, cite(square_mean), cite(fourth_moment))
        .by(cite(variance_moments, X=squares, i=m))
        .equal_to(2, because=[(1, [eq(fourth, 3)]), (-1 - mean, [eq(mean, 1)])])
    )


@derivation("delta.variance", hilton("section 4"))
def average_variance() -> Draft:
    """Var[v_t] = 2/n_t: what the delta method divides by."""
    return (
        chain(Var(v(t)), given=[*decaying, *gaussian])
        .since(
            finite, cite(normal_identical, X=g), cite(square_variance, m=1), *average_is_defined()
        )
        .by(cite(of_squares, sigma=sqrt(2)))
    )


# --- two gradients --------------------------------------------------------------------------------

pair = Sum(g[i] ** 2, (i, 0, 1))
two_of = {"X": g, "m": 0, "k": 2}
A, eps, b = (Symbol(name, real=True) for name in ("A", "epsilon", "b"))
small = (lt(0, eps), lt(eps, 1))
exponential = exp(-u / 2) / 2  # the density of χ²₂


@derivation("power.at_least_one", LEMMA)
def power_at_least_one() -> Draft:
    """1 ≤ b^ε, for b > 1."""
    return (
        chain(1, given=[lt(1, b), lt(0, eps)])
        .since(cite(log_increasing, x=1, y=b), cite(line, z=eps * log(b)), lt(0, eps * log(b)))
        .at_most(1 + eps * log(b))
        .at_most(exp(eps * log(b)))
        .by(hyperbolic, to=b**eps)
    )


@derivation("remark.divergence.exponential", LEMMA)
def below_exponential() -> Draft:
    """u < e^{u/2}."""
    return (
        chain(u)
        .since(cite(above_parabola, z=u / 2))
        .below(1 + u / 2 + u**2 / 8, because=[((u / 2 - 1) ** 2 / 2, []), (half, [])])
        .at_most(exp(u / 2))
    )


@derivation("remark.divergence.power", LEMMA)
def power_below_exponential() -> Draft:
    """u^ε·e^{−εu/2} ≤ 1."""
    exponent = eps * log(u) - eps * u / 2
    return (
        chain(u**eps * exp(-eps * u / 2), given=lt(0, eps))
        .since(cite(below_exponential), cite(log_increasing, x=u, y=exp(u / 2)))
        .since(le(exponent, 0), cite(monotone, z=exponent, y=0))
        .by(hyperbolic, to=exp(exponent))
        .at_most(1)
    )


shifted = u ** (eps - 1) * exp(-(u * (1 + eps) / 2)) / 2
inverse_integral = integral(exponential / u)


@derivation("remark.divergence.pointwise", LEMMA)
def pointwise() -> Draft:
    """So 1/u is at least u^{ε−1}e^{−εu/2}."""
    power = u**eps * exp(-eps * u / 2)
    rest = lt(0, exponential), lt(0, 1 / u)
    return (
        chain(shifted, given=lt(0, eps))
        .since(cite(power_below_exponential), *rest)
        .by(hyperbolic, to=power * exponential / u)
        .at_most(exponential / u, because=[(1, [le(power, 1), *rest])])
    )


euler = integral(u ** (eps - 1) * exp(-u))
scale = 2 / (1 + eps)
value = scale**eps * gamma(eps) / 2


@derivation("remark.divergence.scaled", LEMMA)
def scaled() -> Draft:
    """Euler's integral, times what a substitution brings."""
    return (
        chain(integral(scale**eps / 2 * euler.function), given=lt(0, eps))
        .since(cite(gamma_integral, x=eps), lt(0, 1 + eps), lt(0, scale))
        .by(linear(scale**eps / 2 * euler))
        .by(cite(gamma_integral, x=eps))
    )


@derivation("remark.divergence.integral", LEMMA)
def shifted_integral() -> Draft:
    """The integral of what is smaller."""
    return (
        chain(integral(shifted), given=lt(0, eps))
        .since(cite(scaled), lt(0, 1 + eps), lt(0, scale))
        .by(substituted(scale), to=integral(scale**eps / 2 * euler.function))
        .by(cite(scaled))
    )


@derivation("remark.divergence.gamma", LEMMA)
def gamma_large() -> Draft:
    """1/(2ε) ≤ Γ(ε): near 0 the gamma function grows without bound."""
    later, power = gamma(1 + eps), 2 ** (eps - 1)
    whole = eq(later, eps * gamma(eps))
    return (
        chain(1 / (2 * eps), given=small)
        .since(cite(power_at_least_one, b=2), cite(gamma_ratio_below, x=1, s=eps))
        .since(lt(0, 1 + eps), cite(positive, p=1 + eps), cite(positive, p=eps), lt(0, 1 / eps))
        .since(cite(gamma_functional, x=eps), lt(0, power))
        .at_most(power / eps, because=[(half, [le(1, 2**eps), lt(0, 1 / eps)])])
        .at_most(
            gamma(eps),
            because=[
                (1, [lt(1 / later, 2 ** (1 - eps)), lt(0, later), lt(0, power), lt(0, 1 / eps)]),
                (1 / eps, [whole]),
            ],
        )
    )


@derivation("remark.divergence.sum", LEMMA)
def divergence_of_sum() -> Draft:
    """Were E[1/(g₀²+g₁²)] a number, it would be at least 1/(4ε), for every ε."""
    order = {"g": Lambda(u, shifted), "h": Lambda(u, exponential / u), "A": value, "B": A}
    factor = le(1, scale**eps)
    return (
        chain(1 / (4 * eps), given=[*gaussian, eq(E(1 / pair), A), *small])
        .since(cite(chi_squared_converse, g=Lambda(u, 1 / u), A=A, **two_of))
        .since(lt(0, 1 + eps), lt(1, scale), cite(power_at_least_one, b=scale))
        .since(cite(shifted_integral), cite(pointwise), cite(gamma_large), cite(positive, p=eps))
        .since(cite(integral_order, **order))
        .at_most(gamma(eps) / 2)
        .at_most(value, because=[(half, [factor, lt(0, gamma(eps))])])
        .at_most(A)
    )


two = g[0] ** 2 + g[1] ** 2


@derivation("remark.divergence.pair", LEMMA)
def pair_of_two() -> Draft:
    """The two squares, written as a sum."""
    known = eq(E(1 / two), A)
    first, last = (Sum(g[i] ** 2, (i, k, k)) for k in (0, 1))
    return (
        chain(E(1 / pair), given=known)
        .by(split(0))
        .by(single(), at=first)
        .by(single(), at=last)
        .by(given(known))
    )


@derivation("remark.divergence.infinite", hilton("section 4, Liu's reply"))
def divergence() -> Draft:
    """So it is none: E[1/(g₀²+g₁²)], and with it the variance of 1/√(g₀²+g₁²), is infinite."""
    return (
        chain(1 / (4 * eps), given=[*gaussian, eq(E(1 / two), A), *small])
        .since(cite(pair_of_two), cite(divergence_of_sum))
        .at_most(A)
    )


@derivation("remark.divergence.root_integral", LEMMA)
def root_integral() -> Draft:
    """The integral of √u against χ²₂'s density."""
    return (
        chain(integral(sqrt(u) * exponential))
        .since(cite(integrated, rho=2, p=half), lt(0, pi))
        .by(linear(sqrt(2) * integral(sqrt(u) * exponential / sqrt(2))))
        .by(cite(integrated, rho=2, p=half))
    )


@derivation("remark.divergence.root", LEMMA)
def root_mean() -> Draft:
    """E[√(g₀²+g₁²)] = √(π/2)."""
    law = {"g": Lambda(u, sqrt(u)), "A": sqrt(pi / 2), **two_of}
    return (
        chain(E(sqrt(pair)), given=gaussian)
        .since(cite(root_integral), lt(0, pi))
        .by(cite(chi_squared_law, **law))
    )


@derivation("remark.divergence.mean", LEMMA)
def pair_mean() -> Draft:
    """E[g₀²+g₁²] = 2."""
    one = {"X": squares, "a": Lambda(i, Integer(1)), "m": 0, "n": 1}
    return (
        chain(E(pair), given=gaussian)
        .since(finite, cite(square_mean, m=i))
        .by(cite(expectation_linear, **one))
        .by(cite(square_mean, m=i))
        .by(constant())
    )


@derivation("remark.divergence.finite", hilton("section 4, Liu's reply"))
def root_variance() -> Draft:
    """Var[√(g₀²+g₁²)], that is E[g₀²+g₁²] − E[√(g₀²+g₁²)]², is 2 − π/2."""
    return (
        chain(E(pair) - E(sqrt(pair)) ** 2, given=gaussian)
        .since(finite, cite(pair_mean), cite(root_mean), lt(0, pi))
        .by(cite(pair_mean))
        .by(cite(root_mean))
    )
