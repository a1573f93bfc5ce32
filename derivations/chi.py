"""The χ² model's moments: what Liu et al. put in the place of v_t, and how much it varies.

Key results: for v ~ χ²_ρ/ρ, E[v^p] = (2/ρ)^p Γ(ρ/2 + p)/Γ(ρ/2), so that E[1/v] = ρ/(ρ−2) and
Var[1/v] = 2ρ²/((ρ−2)²(ρ−4)), and Var[1/√v] = F(ρ) = ρ/(ρ−2) − (ρ/2)(Γ((ρ−1)/2)/Γ(ρ/2))², which
decreases on all of (2, ∞).

References: Liu et al. 2019, sections 3 and 4; NIST Digital Library of Mathematical Functions,
section 5.
"""

from sympy import Symbol, exp, gamma, oo, pi, sqrt

from derivations.gamma_ratio import K, a, b, increasing, positive
from derivations.gamma_ratio import below_one as ratio_below_one
from derivations.liu import liu
from derivations.notation import half
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import gamma_duplication, gamma_functional, gamma_integral
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition, Integral
from radam_sym.proof import (
    Draft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    eq,
    linear,
    lt,
    substituted,
)

rho, p = Symbol("rho", real=True), Symbol("p", real=True)
x = Symbol("x", positive=True)
shape = rho / 2

chi_moment = Definition(
    "chi_moment",
    (rho, p),
    Integral(
        x**p * rho ** (-p) * x ** (shape - 1) * exp(-x / 2) / (2**shape * gamma(shape)), (x, 0, oo)
    ),
    notation=r"\operatorname{E}_{\chi^2_{{rho}}/{rho}}\left[v^{{p}}\right]",
)
exists = (lt(0, rho), lt(0, shape + p))
euler = Integral(x ** (shape + p - 1) * exp(-x), (x, 0, oo))
scale = 2**p * rho ** (-p) / gamma(shape)


@derivation("chi.moments.scaled", LEMMA)
def scaled() -> Draft:
    """The moment's integral, with half the variable."""
    return (
        chain(Integral(scale * euler.function, (x, 0, oo)), given=exists)
        .since(cite(gamma_integral, x=shape + p), cite(positive, p=shape), lt(0, shape))
        .by(linear(scale * euler))
        .by(cite(gamma_integral, x=shape + p))
    )


@derivation("chi.moments.integral", LEMMA)
def integrated() -> Draft:
    """So it exists, and is known."""
    return (
        chain(chi_moment.body, given=exists)
        .since(cite(scaled), cite(positive, p=shape), lt(0, shape))
        .by(substituted(2), to=Integral(scale * euler.function, (x, 0, oo)))
        .by(cite(scaled))
    )


@derivation("chi.moments", liu("section 3"))
def moments() -> Draft:
    """All moments of χ²_ρ/ρ, fractional and negative ones too, as long as ρ/2 + p > 0."""
    return (
        chain(chi_moment(rho, p), given=exists)
        .since(cite(integrated), cite(positive, p=shape), lt(0, shape))
        .by(definition(chi_moment))
        .by(cite(integrated))
    )


def below(number: int) -> tuple[Relation, ...]:
    """number < ρ, for 0 < number."""
    return (lt(number, rho),)


@derivation("chi.moments.mass", LEMMA)
def mass() -> Draft:
    """The density has the integral 1."""
    return (
        chain(chi_moment(rho, 0), given=lt(0, rho))
        .since(cite(integrated, p=0), cite(positive, p=shape), lt(0, shape))
        .by(cite(moments, p=0))
    )


@derivation("chi.moments.mean", liu("section 3"))
def mean() -> Draft:
    """E[v] = 1: on average v is right."""
    return (
        chain(chi_moment(rho, 1), given=lt(0, rho))
        .since(cite(integrated, p=1), cite(positive, p=shape), lt(0, shape))
        .by(cite(moments, p=1))
        .by(cite(gamma_functional, x=shape))
    )


@derivation("chi.moments.inverse", liu("section 3"))
def inverse() -> Draft:
    """E[1/v] = ρ/(ρ−2), for ρ > 2."""
    return (
        chain(chi_moment(rho, -1), given=below(2))
        .since(lt(0, rho), cite(integrated, p=-1), cite(positive, p=shape - 1), lt(0, shape - 1))
        .since(cite(gamma_functional, x=shape - 1))
        .by(cite(moments, p=-1))
        .by(cite(gamma_functional, x=shape - 1), at=gamma(shape), to=(shape - 1) * gamma(shape - 1))
        .by(algebra, to=rho / (rho - 2))
    )


@derivation("chi.moments.inverse_root", liu("section 3"))
def inverse_root() -> Draft:
    """E[1/√v] = √(ρ/2)·Γ((ρ−1)/2)/Γ(ρ/2), for ρ > 1."""
    value = sqrt(rho / 2) * gamma((rho - 1) / 2) / gamma(shape)
    return (
        chain(chi_moment(rho, -half), given=below(1))
        .since(lt(0, rho), cite(integrated, p=-half), cite(positive, p=shape), lt(0, shape))
        .by(cite(moments, p=-half), to=value)
    )


@derivation("chi.moments.inverse_square", liu("section 3"))
def inverse_square() -> Draft:
    """E[1/v²] = ρ²/((ρ−2)(ρ−4)), for ρ > 4."""
    lower = shape - 2
    return (
        chain(chi_moment(rho, -2), given=below(4))
        .since(lt(0, rho), cite(integrated, p=-2), cite(positive, p=lower), lt(0, lower))
        .since(lt(0, shape - 1))
        .by(cite(moments, p=-2))
        .by(cite(gamma_functional, x=shape - 1), at=gamma(shape), to=(shape - 1) * gamma(shape - 1))
        .by(cite(gamma_functional, x=lower), at=gamma(shape - 1), to=lower * gamma(lower))
        .by(algebra, to=rho**2 / ((rho - 2) * (rho - 4)))
    )


@derivation("chi.moments.variance", liu("section 3"))
def variance_of_inverse() -> Draft:
    """Var[1/v] = 2ρ²/((ρ−2)²(ρ−4)), for ρ > 4."""
    return (
        chain(chi_moment(rho, -2) - chi_moment(rho, -1) ** 2, given=below(4))
        .since(lt(0, rho), lt(2, rho), cite(integrated, p=-2), cite(integrated, p=-1))
        .since(cite(positive, p=shape), lt(0, shape))
        .by(cite(inverse_square))
        .by(cite(inverse))
        .by(algebra, to=2 * rho**2 / ((rho - 2) ** 2 * (rho - 4)))
    )


# --- the variance of 1/√v -------------------------------------------------------------------------

chi_variance = Definition(
    "chi_variance",
    (rho,),
    rho / (rho - 2) - rho / 2 * (gamma((rho - 1) / 2) / gamma(rho / 2)) ** 2,
    notation=r"F\left({rho}\right)",
)
beta_function = Definition(
    "beta_function",
    (a, b),
    gamma(a) * gamma(b) / gamma(a + b),
    notation=r"\mathrm{B}\left({a}, {b}\right)",
)


@derivation("chi.variance", liu("section 3"))
def variance() -> Draft:
    """Var[1/√v] = F(ρ), for every ρ > 2."""
    return (
        chain(chi_moment(rho, -1) - chi_moment(rho, -half) ** 2, given=below(2))
        .since(lt(0, rho), lt(1, rho), cite(integrated, p=-half), cite(integrated, p=-1))
        .since(cite(positive, p=shape), lt(0, shape))
        .by(cite(inverse))
        .by(cite(inverse_root))
        .by(definition(chi_variance), to=chi_variance(rho))
    )


@derivation("chi.variance_ratio", LEMMA)
def variance_by_ratio() -> Draft:
    """F(ρ) = ρ/(ρ−2)·(1 − K(ρ/2))."""
    return (
        chain(chi_variance(rho), given=below(2))
        .since(lt(0, rho), cite(positive, p=shape), cite(positive, p=shape - half), lt(1, shape))
        .by(definition(chi_variance))
        .by(
            algebra,
            to=rho / (rho - 2) * (1 - (shape - 1) * gamma(shape - half) ** 2 / gamma(shape) ** 2),
        )
        .by(definition(K), to=rho / (rho - 2) * (1 - K(shape)))
    )


sigma = Symbol("sigma", real=True)


@derivation("chi.variance_decreasing", liu("section 3"))
def variance_decreasing() -> Draft:
    """The more degrees of freedom, the less variance: on all of (2, ∞)."""
    ours = K(shape)
    return (
        chain(chi_variance(sigma), given=[lt(2, rho), lt(rho, sigma)])
        .since(lt(2, sigma), lt(0, rho), lt(0, sigma), lt(1, shape), lt(1, sigma / 2))
        .since(cite(ratio_below_one, c=shape), cite(ratio_below_one, c=sigma / 2))
        .since(cite(increasing, a=shape, b=sigma / 2))
        .by(cite(variance_by_ratio, rho=sigma))
        .below(sigma / (sigma - 2) * (1 - ours))
        .below(rho / (rho - 2) * (1 - ours))
        .by(cite(variance_by_ratio), to=chi_variance(rho))
    )


@derivation("chi.doubled", LEMMA)
def doubled() -> Draft:
    """Γ(ρ−1), by the duplication formula."""
    c, scale = (rho - 1) / 2, 2 ** (2 - rho) * sqrt(pi)
    duplication = eq(gamma(c) * gamma(shape), scale * gamma(rho - 1))
    return (
        chain(gamma(rho - 1), given=below(1))
        .since(lt(0, c), lt(0, rho - 1), lt(0, rho), cite(gamma_duplication, x=c))
        .equal_to(gamma(c) * gamma(shape) / scale, because=[(-1 / scale, [duplication])])
    )


@derivation("chi.variance_beta", liu("section 3"))
def variance_by_beta() -> Draft:
    """Liu et al. write it with a beta function; it is the same."""
    c = (rho - 1) / 2
    return (
        chain(
            rho / (rho - 2) - rho * 2 ** (2 * rho - 5) / pi * beta_function(c, c) ** 2,
            given=below(2),
        )
        .since(lt(0, rho), lt(0, c), lt(0, rho - 1), cite(positive, p=c), cite(positive, p=shape))
        .since(lt(1, rho))
        .by(definition(beta_function))
        .by(cite(doubled))
        .by(algebra, to=chi_variance.body)
        .by(definition(chi_variance), to=chi_variance(rho))
    )
