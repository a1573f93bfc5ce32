"""The integrals that make the moments of 1/v_t, beside those of 1/v_∞.

Key results: with G_t(s) = M_t((1−x)s) and x = β^t, ∫ s^{p−1}G_t(s) ds is ∫ s^{p−1}M_∞(s) ds +
x∫ s^pM_∞(s) ds but for a constant times x², from t = 7 on, for 0 < p < 3/2; it is (1−x)^{−p} times
∫ s^{p−1}M_t(s) ds, so that Var[1/√v_t] is (1−x)(∫ G_t − (∫ s^{−1/2}G_t)²/π).

References: Hilton 2019, section 3.
"""

from sympy import Expr, Integer, Lambda, Rational, Symbol, gamma, pi

from derivations.adaptive_rate import argument_positive, by_age, summed, weight_positive
from derivations.comparison import rank
from derivations.delta import inverse_variance
from derivations.exact_law import transform
from derivations.gamma_ratio import positive as gamma_positive
from derivations.integrals import integral, p, u
from derivations.late_mixture import (
    COUNT,
    close_above,
    close_below,
    early_positive,
    left,
    limit_bound,
    transform_bound,
    unscaled,
)
from derivations.late_transform import converges, factor, transform_limit, weight
from derivations.notation import beta, decaying, half, i, t
from derivations.powers import LEMMA, between_zero_and_base
from radam_sym.kernel.axioms import (
    beta_integral,
    integral_dominated,
    integral_order,
    integral_positive,
)
from radam_sym.kernel.formulas import Formula
from radam_sym.kernel.terms import substitute, unfolded
from radam_sym.proof import (
    Derivation,
    Draft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    le,
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
    return (1 / (2 * rate)) ** power * gamma(power) * gamma(half_count - power) / gamma(half_count)


scaled_body = (1 / (2 * omega)) ** p * u ** (p - 1) * (1 + u) ** -half_count
existing = (
    lt(0, half_count - p),
    cite(gamma_positive, p=p),
    cite(gamma_positive, p=half_count - p),
)


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
bounded = tail(lightest)
positive_terms = (
    *between_zero_and_base(),
    lt(0, lightest),
    lt(0, 1 + 2 * lightest * u),
    cite(weight, i=rank),
    cite(factor, s=u),
    cite(converges, s=u),
)


@derivation("late.early_pointwise", LEMMA)
def early_pointwise() -> Draft:
    """s^{p−1}G_t(s) is at most s^{p−1} times the bound."""
    return (
        chain(power * G, given=seventh)
        .since(*positive_terms, cite(transform_bound, s=u))
        .at_most(power * bounded, because=[(1, [le(G, bounded), lt(0, power)])])
    )


@derivation("late.limit_pointwise", LEMMA)
def limit_pointwise() -> Draft:
    """s^{p−1}M_∞(s) is, too."""
    return (
        chain(power * M, given=decaying)
        .since(*positive_terms, cite(limit_bound, s=u))
        .at_most(power * bounded, because=[(1, [le(M, bounded), lt(0, power)])])
    )


@derivation("late.early_positive", LEMMA)
def early_positive_pointwise() -> Draft:
    """The one is positive."""
    return (
        chain(0, given=decaying)
        .since(*positive_terms, cite(early_positive, s=u))
        .below(power * G, because=[(1, [lt(0, G), lt(0, power)])])
    )


@derivation("late.limit_positive", LEMMA)
def limit_positive_pointwise() -> Draft:
    """And the other."""
    return (
        chain(0, given=decaying)
        .since(*positive_terms)
        .below(power * unfolded(M))
        .by(definition(transform_limit), to=power * M)
    )


Given = tuple[Formula, ...]


def exists(function: Expr, above: Derivation, positive: Derivation, given: Given) -> Draft:
    """An integral of what is positive and under the bound."""
    under = {"g": Lambda(u, function), "h": Lambda(u, power * bounded)}
    value = tail_value(lightest, p)
    return (
        chain(integral(function), given=[*given, *orders])
        .since(*existing, *positive_terms, cite(above), cite(positive), lt(0, pi))
        .since(cite(tail_moment, omega=lightest), cite(integral_dominated, **under, B=value))
        .at_most(value)
    )


@derivation("late.early_exists", LEMMA)
def early_exists() -> Draft:
    """∫ s^{p−1}G_t(s) ds exists, for 0 < p < 7/2."""
    return exists(power * G, early_pointwise, early_positive_pointwise, seventh)


@derivation("late.limit_exists", LEMMA)
def limit_exists() -> Draft:
    """So does ∫ s^{p−1}M_∞(s) ds."""
    return exists(power * M, limit_pointwise, limit_positive_pointwise, decaying)


def is_positive(function: Expr, positive: Derivation, exists: Derivation, given: Given) -> Draft:
    """Such an integral is positive."""
    whole = integral(function)
    return (
        chain(0, given=[*given, *orders])
        .since(*positive_terms, cite(positive), cite(exists))
        .since(cite(integral_positive, g=Lambda(u, function), A=whole))
        .below(whole)
    )


@derivation("late.early_moment_positive", LEMMA)
def early_moment_positive() -> Draft:
    """The one is positive."""
    return is_positive(power * G, early_positive_pointwise, early_exists, seventh)


@derivation("late.limit_moment_positive", LEMMA)
def limit_moment_positive() -> Draft:
    """And the other."""
    return is_positive(power * M, limit_positive_pointwise, limit_exists, decaying)


# --- the integrals compared -----------------------------------------------------------------------

next_power, last_power = u**p, u ** (p + 1)
now, at_end, slope = integral(power * G), integral(power * M), integral(next_power * M)
rest = tail_value(lightest, p + 2)
nearby = (
    *positive_terms,
    cite(factor, s=left * u),
    cite(converges, s=left * u),
    lt(0, left * u),
)


def pointwise(sign: int) -> Expr:
    """s^{p−1} times what G_t is close to."""
    return power * M + left * next_power * M + sign * left**2 * last_power * bounded


@derivation("late.above_pointwise", LEMMA)
def above_pointwise() -> Draft:
    """s^{p−1}G_t(s), from above."""
    most = M + left * u * M + left**2 * u**2 * bounded
    return (
        chain(power * G, given=seventh)
        .since(*positive_terms, cite(close_above, s=u))
        .at_most(pointwise(1), because=[(1, [le(G, most), lt(0, power)])])
    )


@derivation("late.below_pointwise", LEMMA)
def below_pointwise() -> Draft:
    """From below."""
    least = M + left * u * M - 3 * left**2 * u**2 * bounded
    return (
        chain(pointwise(-3), given=seventh)
        .since(*positive_terms, cite(close_below, s=u))
        .at_most(power * G, because=[(1, [le(least, G), lt(0, power)])])
    )


inner = (lt(0, p), lt(p, Rational(3, 2)))
integrable = (
    *positive_terms,
    lt(0, pi),
    *(lt(0, half_count - p - more) for more in (0, 1, 2)),
    *(cite(gamma_positive, p=p + more) for more in (0, 1, 2)),
    *(cite(gamma_positive, p=half_count - p - more) for more in (0, 1, 2)),
    cite(limit_exists),
    cite(limit_exists, p=p + 1),
    cite(tail_moment, p=p + 2, omega=lightest),
)


def approximate(sign: int) -> Expr:
    """∫ s^{p−1}M_∞ + β^t∫ s^pM_∞ ± β^{2t}·(the bound's integral)."""
    return at_end + left * slope + sign * left**2 * rest


def approximate_integral(sign: int) -> Draft:
    """The integral of what s^{p−1}G_t(s) is close to."""
    beyond = integral(last_power * bounded)
    return (
        chain(integral(pointwise(sign)), given=[*decaying, *inner])
        .since(*integrable)
        .by(linear(at_end + left * slope + sign * left**2 * beyond))
        .by(cite(tail_moment, p=p + 2, omega=lightest))
    )


@derivation("late.above_integral", LEMMA)
def above_integral() -> Draft:
    """The upper bound's integral."""
    return approximate_integral(1)


@derivation("late.below_integral", LEMMA)
def below_integral() -> Draft:
    """The lower bound's."""
    return approximate_integral(-3)


@derivation("late.above", LEMMA)
def moment_above() -> Draft:
    """∫ s^{p−1}G_t ≤ ∫ s^{p−1}M_∞ + β^t∫ s^pM_∞ + β^{2t}B(p+2, 3/2−p)/(2β⁷(1−β))^{p+2}."""
    order = {"g": Lambda(u, power * G), "h": Lambda(u, pointwise(1)), "A": now}
    return (
        chain(now, given=[*seventh, *inner])
        .since(*integrable, cite(early_exists), cite(above_integral), cite(above_pointwise))
        .since(cite(integral_order, B=approximate(1), **order))
        .at_most(approximate(1))
    )


@derivation("late.below", LEMMA)
def moment_below() -> Draft:
    """And at least that, with −3 for the last factor of 1."""
    order = {"g": Lambda(u, pointwise(-3)), "h": Lambda(u, power * G), "B": now}
    return (
        chain(approximate(-3), given=[*seventh, *inner])
        .since(*integrable, cite(early_exists), cite(below_integral), cite(below_pointwise))
        .since(cite(integral_order, A=approximate(-3), **order))
        .at_most(now)
    )


# --- of v_t ---------------------------------------------------------------------------------------

M_t, shrunk = transform(by_age, t, u), transform(by_age, t, (1 - left) * u)
aged_facts = (
    *summed,
    lt(0, (1 - left) * u),
    cite(weight_positive, i=i - 1),
    cite(argument_positive, i=i - 1, s=u),
    cite(argument_positive, i=i - 1, s=(1 - left) * u),
)


@derivation("late.shrunk", LEMMA)
def transform_shrunk() -> Draft:
    """M_t((1−β^t)s) = G_t(s)."""
    return (
        chain(shrunk, given=decaying)
        .since(*positive_terms, *aged_facts)
        .by(definition(transform))
        .by(definition(transform), to=G)
    )


@derivation("late.shrunk_integral", LEMMA)
def shrunk_integral() -> Draft:
    """Its integral, times what a substitution brings."""
    return (
        chain(integral((1 - left) ** p * power * shrunk), given=[*seventh, *orders])
        .since(*positive_terms, *aged_facts, cite(transform_shrunk), cite(early_exists))
        .by(cite(transform_shrunk))
        .by(linear((1 - left) ** p * now))
    )


@derivation("late.moment", LEMMA)
def moment_now() -> Draft:
    """∫ s^{p−1}M_t(s) ds = (1−β^t)^p·∫ s^{p−1}G_t(s) ds."""
    moved = integral((1 - left) ** p * power * shrunk)
    return (
        chain(integral(power * M_t), given=[*seventh, *orders])
        .since(*positive_terms, *aged_facts, cite(early_exists), cite(shrunk_integral))
        .by(substituted(1 - left), to=moved)
        .by(cite(shrunk_integral))
    )


@derivation("late.variance", LEMMA)
def variance_now() -> Draft:
    """V_t = (1−β^t)(∫G_t − (∫s^{−1/2}G_t)²/π)."""
    ours = (cite(moment_now, p=order) for order in (1, half))
    first, root = (substitute(now, {p: order}) for order in (Integer(1), half))
    return (
        chain(inverse_variance(by_age, t), given=seventh)
        .since(*positive_terms, *aged_facts, lt(0, pi), *ours)
        .since(*(cite(early_exists, p=order) for order in (1, half)))
        .by(definition(inverse_variance))
        .by(cite(moment_now, p=1))
        .by(cite(moment_now, p=half))
        .by(algebra, to=(1 - left) * (first - root**2 / pi))
    )
