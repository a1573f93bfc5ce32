"""The law of v_∞: what Var[1/√v_t] tends to.

Key results: the integrals of the transforms of v_t tend to those of their limit, since from the
third step on each is at most (1+cs)^{−3/2}, which is integrable; so Var[1/√v_t] converges.

References: Hilton 2019, section 3.
"""

from sympy import Limit, Rational, oo, pi, sqrt

from derivations.adaptive_rate import argument_positive, by_age, share, summed, weight_positive
from derivations.comparison import rank
from derivations.delta import inverse_variance
from derivations.exact_law import transform
from derivations.existence import (
    inverse_exists,
    inverse_tail,
    pointwise_three,
    pointwise_two,
    root_exists,
    root_tail,
)
from derivations.integrals import integral, u
from derivations.inverse_moments import pointwise_positive
from derivations.late_transform import (
    converges,
    factor,
    k,
    later_weights,
    over_least,
    transform_converges,
    transform_limit,
)
from derivations.notation import beta, decaying, half, hilton, i, t
from derivations.powers import LEMMA, between_zero_and_base
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Draft,
    chain,
    cite,
    definition,
    derivation,
    dominated,
    le,
    limit,
    lt,
)

from_third = (*decaying, le(2, k))
third = beta**2 * (1 - beta)
bound = (1 + 2 * third * u) ** -Rational(3, 2)
M_u = transform(later_weights, t + k, u)
share_later = share.xreplace({t: t + k})
first_three = tuple(le(third, beta**r * share_later) for r in (0, 1, 2))


def at_most_weight(place: int) -> Draft:
    """β²(1−β) ≤ β^place·share."""
    over, rest = 1 / (1 - beta**t), (lt(0, beta**2), lt(0, 1 - beta))
    power = beta**place
    return (
        chain(third, given=decaying)
        .since(*summed, cite(over_least), *rest, le(beta**2, power))
        .at_most(beta**2 * share, because=[(1, [le(1, over), *rest])])
        .at_most(power * share, because=[(1, [le(beta**2, power), lt(0, share)])])
    )


@derivation("infinite.first", LEMMA)
def first_weight() -> Draft:
    """β²(1−β) is no more than the newest weight of any v_t."""
    return at_most_weight(0)


@derivation("infinite.second", LEMMA)
def second_weight() -> Draft:
    """Nor than the second."""
    return at_most_weight(1)


@derivation("infinite.third", LEMMA)
def third_weight() -> Draft:
    """Nor than the third."""
    over, rest = 1 / (1 - beta**t), (lt(0, beta**2), lt(0, 1 - beta))
    return (
        chain(third, given=decaying)
        .since(*summed, cite(over_least), *rest)
        .at_most(beta**2 * share, because=[(1, [le(1, over), *rest])])
    )


afterwards = (
    *between_zero_and_base(beta, t + k),
    lt(0, third),
    le(3, t + k),
    le(2, t + k),
    cite(weight_positive, i=rank - 1, t=t + k),
    cite(weight_positive, i=i - 1, t=t + k),
    cite(argument_positive, i=i - 1, t=t + k, s=u),
    *(cite(known, t=t + k) for known in (first_weight, second_weight, third_weight)),
)
here = {"w": later_weights, "t": t + k}


@derivation("infinite.bound", LEMMA)
def dominated_by() -> Draft:
    """M_{t+k}(s) ≤ (1 + 2β²(1−β)s)^{−3/2}, whatever t is."""
    return (
        chain(M_u, given=from_third)
        .since(*afterwards, cite(pointwise_three, omega=third, **here))
        .at_most(bound)
    )


@derivation("infinite.root_bound", LEMMA)
def root_dominated_by() -> Draft:
    """Over √s it is at most s^{−1/2}/(1 + 2β²(1−β)s)."""
    return (
        chain(u ** (-half) * M_u, given=from_third)
        .since(*afterwards, cite(pointwise_two, omega=third, **here))
        .at_most(u ** (-half) / (1 + 2 * third * u))
    )


@derivation("infinite.root_pointwise", LEMMA)
def root_positive() -> Draft:
    """There it is positive, too."""
    return (
        chain(0, given=from_third)
        .since(*afterwards, cite(pointwise_positive, p=half, **here))
        .below(u ** (-half) * M_u)
    )


@derivation("infinite.pointwise", LEMMA)
def positive_transform() -> Draft:
    """And is positive."""
    return (
        chain(0, given=from_third)
        .since(*afterwards, cite(pointwise_positive, p=1, **here))
        .below(M_u)
    )


@derivation("infinite.inverse_exists", LEMMA)
def inverse_integral_exists() -> Draft:
    """Its integral exists."""
    return (
        chain(integral(M_u), given=from_third)
        .since(*afterwards, cite(inverse_exists, omega=third, **here))
        .at_most(1 / third)
    )


@derivation("infinite.root_exists", LEMMA)
def root_integral_exists() -> Draft:
    """That over √s does, too."""
    return (
        chain(integral(u ** (-half) * M_u), given=from_third)
        .since(*afterwards, lt(0, pi), cite(root_exists, omega=third, **here))
        .at_most(pi * sqrt(1 / (2 * third)))
    )


limiting = (
    le(3, t + k),
    le(2, t + k),
    lt(0, third),
    *between_zero_and_base(beta, t + k),
    cite(argument_positive, i=i - 1, t=t + k, s=u),
    cite(weight_positive, i=i - 1, t=t + k),
    cite(factor, s=u),
    cite(converges, s=u),
    cite(transform_converges, s=u),
    cite(dominated_by),
    cite(positive_transform),
)


@derivation("exact.infinite.inverse", hilton("section 3, display 1"))
def inverse_at_infinity() -> Draft:
    """∫ M_t(s) ds, which is E[1/v_t], tends to ∫ M_∞(s) ds."""
    return (
        chain(Limit(integral(M_u), t, oo), given=from_third)
        .since(*limiting, cite(inverse_tail, omega=third), cite(inverse_integral_exists))
        .by(dominated(bound, cite(transform_converges, s=u)))
    )


@derivation("exact.infinite.root", hilton("section 3, display 1"))
def root_at_infinity() -> Draft:
    """So does ∫ s^{−1/2}M_t(s) ds, which is √π·E[1/√v_t]."""
    power = u ** (-half)
    tail = power / (1 + 2 * third * u)
    return (
        chain(Limit(integral(power * M_u), t, oo), given=from_third)
        .since(*limiting, lt(0, pi), cite(root_tail, omega=third), cite(root_integral_exists))
        .since(cite(root_dominated_by), cite(root_positive))
        .by(dominated(tail, cite(transform_converges, s=u)))
    )


variance_limit = Definition(
    "variance_limit",
    (beta,),
    integral(transform_limit(beta, u))
    - integral(u ** (-half) * transform_limit(beta, u)) ** 2 / pi,
    notation=r"V_{\infty}",
)


@derivation("exact.infinite", hilton("section 3, display 1"))
def variance_at_infinity() -> Draft:
    """And Var[1/√v_t] tends to the variance that M_∞ gives."""
    return (
        chain(Limit(inverse_variance(later_weights, t + k), t, oo), given=from_third)
        .since(*limiting, lt(0, pi), cite(inverse_at_infinity), cite(root_at_infinity))
        .since(cite(inverse_integral_exists), cite(root_integral_exists))
        .by(definition(inverse_variance))
        .by(limit(cite(inverse_at_infinity), cite(root_at_infinity)))
        .by(definition(variance_limit), to=variance_limit(beta))
    )


exact = Definition(
    "r_exact",
    (beta, t),
    sqrt(variance_limit(beta) / inverse_variance(by_age, t)),
    notation=r"r^{\mathrm{exact}}_{t}",
)
