"""The χ² model's moments: what Liu et al. put in the place of v_t, and how much it varies.

Key results: for v ~ χ²_ρ/ρ, E[v^p] = (2/ρ)^p Γ(ρ/2 + p)/Γ(ρ/2), so that E[1/v] = ρ/(ρ−2) and
Var[1/v] = 2ρ²/((ρ−2)²(ρ−4)), and Var[1/√v] = ρ/(ρ−2) − (ρ/2)(Γ((ρ−1)/2)/Γ(ρ/2))².

References: Liu et al. 2019, sections 3 and 4; NIST Digital Library of Mathematical Functions, 5.
"""

from sympy import Integral, Symbol, exp, gamma, oo

from derivations.powers import LEMMA
from radam_sym.kernel.axioms import gamma_integral
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Draft,
    chain,
    cite,
    derivation,
    linear,
    lt,
)

rho, p = Symbol("rho", real=True), Symbol("p", real=True)
x = Symbol("x", positive=True)
shape = rho / 2
density = x ** (shape - 1) * exp(-x / 2) / (2**shape * gamma(shape))

chi_moment = Definition(
    "chi_moment",
    (rho, p),
    Integral(x**p * rho ** (-p) * density, (x, 0, oo)),
    notation=r"\operatorname{E}_{\chi^2_{{rho}}/{rho}}\left[v^{{p}}\right]",
)
positive_shape = (lt(0, rho), lt(0, shape + p))
integral = Integral(x ** (shape + p - 1) * exp(-x), (x, 0, oo))
scale = 2**p * rho ** (-p) / gamma(shape)
value = (2 / rho) ** p * gamma(shape + p) / gamma(shape)


@derivation("chi.moments.scaled", LEMMA)
def scaled() -> Draft:
    """The moment's integral, with its variable doubled."""
    return (
        chain(Integral(scale * integral.function, (x, 0, oo)), given=positive_shape)
        .since(cite(gamma_integral, x=shape + p), lt(0, gamma(shape)))
        .by(linear(scale * integral))
        .by(cite(gamma_integral, x=shape + p))
    )
