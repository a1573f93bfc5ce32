"""The exact law late in the warmup: r² = 1 − Cβ^t + O(β^{2t}), with no factor t.
"""

from sympy import Expr, Lambda, Limit, Rational, Symbol, exp, gamma, log, oo, pi, sqrt

from derivations.adaptive_rate import argument_positive, by_age, share, summed, weight_positive
from derivations.comparison import rank
from derivations.exact_law import transform
from derivations.gamma_ratio import positive as gamma_positive
from derivations.integrals import integral, p, u
from derivations.inverse_moments import pointwise_positive
from derivations.late_mixture import (
    COUNT,
    left,
    n,
    transform_apart,
    transform_at_least,
    transform_at_most,
    transform_bound,
    unscaled,
)
from derivations.late_transform import converges, factor, newest, transform_limit, weight
from derivations.notation import beta, decaying, half, i, t
from derivations.powers import BEYOND, LEMMA, between_zero_and_base
from radam_sym.kernel.axioms import beta_integral, integral_dominated, integral_order
from radam_sym.kernel.heads import Definition
from radam_sym.kernel.terms import unfolded
from radam_sym.proof import (
    Draft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    eq,
    le,
    limit,
    linear,
    lt,
    substituted,
)

# --- the bound's moments --------------------------------------------------------------------------

omega = Symbol("omega", real=True)
half_count = Rational(COUNT, 2)
orders = (lt(0, p), lt(p, half_count))


def tail(rate: Expr) -> Expr:
    """(1 + 2·rate·u)^{−7/2}."""
    return (1 + 2 * rate * u) ** -half_count


def tail_value(rate: Expr, power: Expr) -> Expr:
    """B(p, 7/2 − p)/(2·rate)^p."""
    return (
        (1 / (2 * rate)) ** power * gamma(power) * gamma(half_count - power) / gamma(half_count)
    )


scaled_body = (1 / (2 * omega)) ** p * u ** (p - 1) * (1 + u) ** -half_count
existing = (lt(0, half_count - p), cite(gamma_positive, p=p), cite(gamma_positive, p=half_count - p))


@derivation("late.tail.scaled", LEMMA)
def tail_scaled() -> Draft:
    """The beta integral, with a factor."""
    inner = integral(u ** (p - 1) * (1 + u) ** -half_count)
    return (
        chain(integral(scaled_body), given=[*orders, lt(0, omega)])
        .since(*existing, cite(beta_integral, x=p, y=half_count - p), lt(0, pi))
        .by(linear((1 / (2 * omega)) ** p * inner))
        .by(cite(beta_integral, x=p, y=half_count - p), to=tail_value(omega, p))
    )


@derivation("late.tail", LEMMA)
def tail_moment() -> Draft:
    """∫ s^{p−1}(1+2ωs)^{−7/2} ds = B(p, 7/2−p)/(2ω)^p."""
    return (
        chain(integral(u ** (p - 1) * tail(omega)), given=[*orders, lt(0, omega)])
        .since(*existing, cite(tail_scaled), lt(0, 1 + 2 * omega * u), lt(0, pi))
        .by(substituted(1 / (2 * omega)), to=integral(scaled_body))
        .by(cite(tail_scaled))
    )


# --- the integrals exist --------------------------------------------------------------------------

G, M = transform(unscaled, t, u), transform_limit(beta, u)
lightest = (1 - beta) * beta**COUNT
seventh = (*decaying, le(COUNT, t))
power = u ** (p - 1)
about = (
    *between_zero_and_base(),
    lt(0, left * u),
    lt(0, 1 - beta),
    lt(0, lightest),
    lt(0, 1 + 2 * lightest * u),
    lt(0, power),
    cite(weight, i=rank),
    cite(weight),
    cite(factor, s=u),
    cite(factor, s=left * u),
    cite(converges, s=u),
    cite(converges, s=left * u),
    cite(transform_bound, s=u),
    cite(pointwise_positive, w=unscaled),
    cite(pointwise_positive, w=unscaled, p=1),
)
most = tail_value(lightest, p)


@derivation("late.early_pointwise", LEMMA)
def early_pointwise() -> Draft:
    """s^{p−1}G_t(s) is at most s^{p−1} times the bound."""
    return (
        chain(power * G, given=seventh)
        .since(*about)
        .at_most(power * tail(lightest), because=[(1, [le(G, tail(lightest)), lt(0, power)])])
    )


@derivation("late.early_exists", LEMMA)
def early_exists() -> Draft:
    """∫ s^{p−1}G_t(s) ds exists, for 0 < p < 7/2."""
    bounded = {"g": Lambda(u, power * G), "h": Lambda(u, power * tail(lightest)), "B": most}
    return (
        chain(integral(power * G), given=[*seventh, *orders])
        .since(*existing, *about, cite(early_pointwise), cite(tail_moment, omega=lightest))
        .since(cite(integral_dominated, **bounded))
        .at_most(most)
    )
