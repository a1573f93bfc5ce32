"""How the model's variance falls with ρ, and what Liu et al.'s first order says of it.

Key results: F(ρ) = 1/(2ρ) + 15/(8ρ²) + 83/(16ρ³) + O(1/ρ⁴), with bounds for the remainder: it is
positive for every ρ > 2 and less than 44/ρ⁴ from ρ = 3 on. The first-order formula
Var[1/v]/(4E[1/v]) = ρ/(2(ρ−2)(ρ−4)) is 1/(2ρ) + 3/ρ² + ...: the first terms agree, the second
don't.

References: Liu et al. 2019, section 3.
"""

from sympy import Expr, Limit, Rational, gamma, oo

from derivations.chi import (
    below,
    chi_moment,
    chi_variance,
    integrated,
    inverse,
    mean,
    moments,
    rho,
    shape,
    variance_by_ratio,
    variance_of_inverse,
)
from derivations.gamma_bounds import at_least, at_most, least, most
from derivations.gamma_ratio import K, positive
from derivations.liu import liu
from derivations.notation import half
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import gamma_functional
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Draft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    eq,
    le,
    lt,
    series,
)

two_terms = 1 / (2 * rho) + Rational(15, 8) / rho**2
three_terms = two_terms + Rational(83, 16) / rho**3
REMAINDER = 44  # times ρ^−4
about = (lt(0, rho), lt(1, shape), lt(0, 2 * rho - 3), lt(0, rho - 2))


def varied(ratio: Expr) -> Expr:
    """F, were K(ρ/2) this."""
    return rho / (rho - 2) * (1 - ratio)


@derivation("chi.variance_expansion.from_below", LEMMA)
def from_below() -> Draft:
    """F is at least what the upper bound of K gives."""
    return (
        chain(varied(most(shape)), given=below(2))
        .since(*about, cite(at_most, c=shape))
        .at_most(varied(K(shape)))
        .by(cite(variance_by_ratio), to=chi_variance(rho))
    )


@derivation("chi.variance_expansion.below", liu("section 3"))
def expansion_below() -> Draft:
    """F(ρ) exceeds the first three terms of its expansion, for every ρ > 2."""
    return (
        chain(three_terms, given=below(2))
        .since(*about, cite(from_below))
        .below(varied(most.body.xreplace({most.parameters[0]: shape})))
        .by(definition(most), to=varied(most(shape)))
        .at_most(chi_variance(rho))
    )


@derivation("chi.variance_expansion.above", liu("section 3"))
def expansion_above() -> Draft:
    """From ρ = 3 on by less than 44/ρ⁴."""
    return (
        chain(chi_variance(rho), given=le(3, rho))
        .since(lt(2, rho), *about, cite(at_least, c=shape))
        .by(cite(variance_by_ratio))
        .at_most(varied(least(shape)))
        .by(definition(least))
        .below(three_terms + REMAINDER / rho**4)
    )


# --- Liu et al.'s first order ---------------------------------------------------------------------

first_order = Definition(
    "liu_first_order",
    (rho,),
    rho / (2 * (rho - 2) * (rho - 4)),
    notation=r"F^{\mathrm{Liu}}\left({rho}\right)",
)
model_variance = chi_moment(rho, -2) - chi_moment(rho, -1) ** 2


@derivation("liu.first_order.positive", LEMMA)
def inverse_positive() -> Draft:
    """0 < E[1/v]."""
    return (
        chain(0, given=below(2))
        .since(*about, cite(integrated, p=-1), cite(positive, p=shape))
        .below(rho / (rho - 2))
        .by(cite(inverse), to=chi_moment(rho, -1))
        .by(definition(chi_moment))
    )


existing = cite(integrated, p=-1), cite(integrated, p=-2), cite(positive, p=shape)


@derivation("liu.first_order", liu("section 3"))
def by_first_order() -> Draft:
    """Var[1/v]/(4E[1/v]), which Liu et al. put for Var[1/√v], is ρ/(2(ρ−2)(ρ−4))."""
    return (
        chain(model_variance / (4 * chi_moment(rho, -1)), given=below(4))
        .since(lt(0, rho), lt(2, rho), cite(inverse_positive), *existing)
        .by(cite(variance_of_inverse))
        .by(cite(inverse))
        .by(algebra, to=first_order.body)
        .by(definition(first_order), to=first_order(rho))
    )


@derivation("liu.first_order.expansion", liu("section 3"))
def first_order_expansion() -> Draft:
    """Its expansion is 1/(2ρ) + 3/ρ² + ...: the second term is not F's 15/(8ρ²)."""
    return chain(Limit(rho**2 * (first_order(rho) - 1 / (2 * rho)), rho, oo)).by(series, to=3)


@derivation("liu.first_order.exceeds", liu("section 3"))
def first_order_exceeds() -> Draft:
    """It is the larger one, wherever it exists."""
    return (
        chain(chi_variance(rho), given=below(4))
        .since(lt(2, rho), *about, cite(at_least, c=shape))
        .by(cite(variance_by_ratio))
        .at_most(varied(least(shape)))
        .by(definition(least))
        .below(first_order.body)
        .by(definition(first_order), to=first_order(rho))
    )


# --- the root of v itself -------------------------------------------------------------------------

root_variance = chi_moment(rho, 1) - chi_moment(rho, half) ** 2
later = shape + 1
of_root = (lt(1, later), cite(positive, p=later - half), cite(positive, p=later))


@derivation("chi.root_variance", liu("section 4"))
def variance_of_root() -> Draft:
    """Var[√v] = 1 − K(ρ/2 + 1)."""
    return (
        chain(root_variance, given=lt(0, rho))
        .since(cite(integrated, p=1), cite(integrated, p=half), lt(0, shape), *of_root)
        .since(cite(positive, p=shape), cite(gamma_functional, x=shape))
        .by(cite(mean))
        .by(cite(moments, p=half))
        .equal_to(
            1 - shape * gamma(later - half) ** 2 / gamma(later) ** 2,
            because=[
                (
                    gamma(later - half) ** 2
                    / (shape * gamma(later) ** 2 * gamma(shape) ** 2)
                    * (gamma(later) + shape * gamma(shape)),
                    [eq(shape * gamma(shape), gamma(later))],
                )
            ],
        )
        .by(definition(K), to=1 - K(later))
    )


@derivation("chi.root_variance.below", liu("section 4"))
def root_variance_below() -> Draft:
    """It exceeds 1/(2ρ) − 1/(8ρ²) − 1/ρ³, from ρ = 1 on."""
    terms = 1 / (2 * rho) - 1 / (8 * rho**2)
    return (
        chain(terms - 1 / rho**3, given=le(1, rho))
        .since(lt(0, rho), lt(1, later), lt(0, 4 * later - 3), cite(at_most, c=later))
        .below(1 - most.body.xreplace({most.parameters[0]: later}))
        .by(definition(most), to=1 - most(later))
        .at_most(1 - K(later))
    )


@derivation("chi.root_variance.above", liu("section 4"))
def root_variance_above() -> Draft:
    """It is less than 1/(2ρ) − 1/(8ρ²): it begins as Var[1/√v] does, and goes on otherwise."""
    terms = 1 / (2 * rho) - 1 / (8 * rho**2)
    return (
        chain(1 - K(later), given=le(1, rho))
        .since(lt(0, rho), lt(1, later), lt(0, 4 * later - 3), cite(at_least, c=later))
        .at_most(1 - least(later))
        .by(definition(least))
        .below(terms)
    )
