"""Integrals of powers over the half line, from the beta integral.

Key results: ∫ u^{a−1}(1 + 2u/n)^{−n/2} du = (n/2)^a Γ(a)Γ(n/2−a)/Γ(n/2), where 0 < 2a < n: what
the moments of a mean of n squares are made of; ∫ (1+u)^{−p} du = 1/(p−1).

References: NIST Digital Library of Mathematical Functions, section 5.12.
"""

from sympy import Symbol, gamma, oo

from derivations.gamma_ratio import positive
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import beta_integral, gamma_functional
from radam_sym.kernel.heads import Integral
from radam_sym.proof import Draft, chain, cite, derivation, linear, lt, substituted

a, n, p = (Symbol(name, real=True) for name in "anp")
u = Symbol("u", positive=True)


def integral(body: object) -> Integral:
    """∫_0^∞ body du."""
    return Integral(body, (u, 0, oo))


b = n / 2 - a
between = (lt(0, a), lt(2 * a, n))
signs = (lt(0, n), lt(0, b), lt(0, n / 2), cite(positive, p=n / 2), cite(positive, p=a))
kernel = u ** (a - 1) * (1 + u) ** (-n / 2)
mean_integral = integral(u ** (a - 1) * (1 + 2 * u / n) ** (-n / 2))
beta = gamma(a) * gamma(b) / gamma(n / 2)


@derivation("integral.beta", LEMMA)
def beta_in_n() -> Draft:
    """The beta integral, with its parameters as they are needed."""
    return (
        chain(integral((n / 2) ** a * kernel), given=between)
        .since(*signs, cite(beta_integral, x=a, y=b))
        .by(linear((n / 2) ** a * integral(kernel)))
        .by(cite(beta_integral, x=a, y=b))
    )


@derivation("integral.mean", LEMMA)
def of_mean() -> Draft:
    """∫ u^{a−1}(1 + 2u/n)^{−n/2} du = (n/2)^a Γ(a)Γ(n/2−a)/Γ(n/2)."""
    return (
        chain(mean_integral, given=between)
        .since(*signs, cite(beta_in_n))
        .by(substituted(n / 2), to=integral((n / 2) ** a * kernel))
        .by(cite(beta_in_n))
    )


# --- powers of c + u ------------------------------------------------------------------------------

above_one = (lt(1, p),)


@derivation("integral.power", LEMMA)
def of_power() -> Draft:
    """∫ (1+u)^{−p} du = 1/(p−1)."""
    return (
        chain(integral((1 + u) ** (-p)), given=above_one)
        .since(lt(0, p - 1), cite(positive, p=p - 1))
        .by(cite(beta_integral, x=1, y=p - 1))
        .by(cite(gamma_functional, x=p - 1))
    )
