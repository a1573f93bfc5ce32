"""Where Liu et al.'s factor comes from: a model of v_t, and a first order.

They put χ²_ρ/ρ, with ρ = ρ_t, in the place of v_t. It is not v_t's distribution, whose weights are
not equal; so what is derived from it carries the mark of a model, and no theorem about v_t rests on
it. From it, and from Var[1/√v] ≈ Var[1/v]/(4E[1/v]), their r_t follows.

References: Liu et al. 2019, section 3.
"""

from typing import Any

from sympy import sqrt

from derivations.adaptive_rate import adaptive, gradients, v_t
from derivations.chi import chi_moment, integrated
from derivations.chi import inverse as model_inverse
from derivations.chi import variance as chi_variance_is
from derivations.chi_expansion import by_first_order, first_order
from derivations.chi_expansion import inverse_positive as model_inverse_positive
from derivations.ewma import normaliser_positive
from derivations.gamma_ratio import positive as gamma_positive
from derivations.integrals import p
from derivations.liu import below_limit, liu, positive
from derivations.notation import beta, decaying, ess_limit, half, liu_length, liu_rectification, t
from derivations.powers import LEMMA, between_zero_and_base
from derivations.rectification import radicand, signs
from radam_sym.kernel.formulas import Relation, Statement
from radam_sym.kernel.heads import E
from radam_sym.kernel.theorem import model
from radam_sym.proof import Citation, Draft, algebra, chain, cite, definition, derivation, lt

rho = liu_length(beta, t)

exists: tuple[Relation, ...] = (lt(0, rho), lt(0, rho / 2 + p))
chi_squared = model(
    "liu.chi_squared",
    Statement(
        (*gradients, *exists),
        Relation("=", E(v_t**p), chi_moment(rho, p)),
    ),
    liu("section 3"),
    "v_t has the moments of a plain mean of ρ_t squares.",
)
inverse, inverse_square = E(1 / v_t), E(v_t**-2)
powers = between_zero_and_base()


def moments(*orders: Any) -> tuple[Citation, ...]:
    """The model's moments, which exist."""
    known = (cite(integrated, rho=rho, p=order) for order in orders)
    return (*known, cite(gamma_positive, p=rho / 2), *(cite(chi_squared, p=o) for o in orders))


@derivation("liu.model.variance", liu("section 3"))
def variance() -> Draft:
    """In the model, Var[1/√v_t] is F(ρ_t)."""
    return (
        chain(adaptive, given=[*gradients, lt(2, rho)])
        .since(*powers, lt(0, rho), cite(normaliser_positive), *moments(-1, -half))
        .by(cite(chi_squared, p=-1))
        .by(cite(chi_squared, p=-half))
        .by(cite(chi_variance_is, rho=rho))
    )


@derivation("liu.model.positive", LEMMA)
def inverse_positive() -> Draft:
    """There 0 < E[1/v_t]."""
    return (
        chain(0, given=[*gradients, lt(2, rho)])
        .since(*powers, lt(0, rho), cite(normaliser_positive), *moments(-1))
        .below(rho / (rho - 2))
        .by(cite(model_inverse, rho=rho), to=chi_moment(rho, -1))
        .by(cite(chi_squared, p=-1))
    )


by_variances = (inverse_square - inverse**2) / (4 * inverse)


@derivation("liu.model.first_order", liu("section 3"))
def by_model() -> Draft:
    """There Var[1/v_t]/(4E[1/v_t]) is Liu et al.'s ρ_t/(2(ρ_t−2)(ρ_t−4))."""
    return (
        chain(by_variances, given=[*gradients, lt(4, rho)])
        .since(*powers, lt(0, rho), lt(2, rho), cite(normaliser_positive), *moments(-1, -2))
        .since(cite(inverse_positive), cite(model_inverse_positive, rho=rho))
        .by(cite(chi_squared, p=-2))
        .by(cite(chi_squared, p=-1))
        .by(cite(by_first_order, rho=rho))
    )


last = ess_limit(beta)
[length] = first_order.parameters
defined = (*powers, cite(positive), cite(below_limit), *signs)
unfolded_ratio = first_order.body.xreplace({length: last}) / first_order.body.xreplace(
    {length: rho}
)


@derivation("liu.rectification.first_order", liu("section 4.2"))
def from_first_order() -> Draft:
    """Liu's factor is the root of F^Liu(ρ_∞)/F^Liu(ρ_t)."""
    return (
        chain(liu_rectification(beta, t), given=[*decaying, lt(4, rho)])
        .since(*defined, lt(0, radicand))
        .by(definition(liu_rectification))
        .by(algebra, to=sqrt(unfolded_ratio))
        .by(definition(first_order), to=sqrt(first_order(last) / first_order(rho)))
    )


@derivation("liu.model.rectification", liu("section 4.2"))
def rectification() -> Draft:
    """In the model its square is F^Liu(ρ_∞), over Var[1/v_t]/(4E[1/v_t])."""
    over = lt(0, first_order.body.xreplace({length: rho}))
    return (
        chain(liu_rectification(beta, t) ** 2, given=[*gradients, lt(4, rho)])
        .since(*defined, lt(0, radicand), over, cite(normaliser_positive), *moments(-1, -2))
        .since(cite(inverse_positive), cite(by_model))
        .by(cite(from_first_order))
        .by(cite(by_model), to=first_order(last) / by_variances)
    )
