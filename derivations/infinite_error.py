"""V_t and V_∞ beside F − 3D, for an EWMA's weights.

Key results: where no weight exceeds 1/32, V_t = Var[1/√v_t] is F(n_t) − 3D_t but for
500/(n_t·n_∞²), and V_∞, what it tends to, is F(n_∞) − 3D_∞ but for 501/n_∞³: a bound that holds
from some step on holds in the limit.

References: Hilton 2019, section 4.
"""

from sympy import Expr, Lambda, Limit, Rational, Sum, oo, pi

from derivations.adaptive_rate import (
    aged,
    aged_sums,
    by_age,
    share,
    summed,
    weights_squares,
)
from derivations.chi import chi_variance, rho
from derivations.chi_expansion import REMAINDER, expansion_above, expansion_below, three_terms
from derivations.cumulants import at_least_start
from derivations.delta import bound_positive, inverse_variance, mean_weight, skewness_at_most
from derivations.delta_second import START, above, below
from derivations.ess import below_limit, least
from derivations.ess import most as at_most_step
from derivations.exact_bounds import (
    V_last,
    V_later,
    along,
    at_infinity,
    existing_later,
    later_facts,
    later_share_small,
    m,
    n,
)
from derivations.infinite import (
    inverse_at_infinity,
    root_at_infinity,
    variance_limit,
)
from derivations.integrals import u
from derivations.inverse_moments import moment_at_most
from derivations.late_transform import converges, factor, over_least
from derivations.limits import ordered
from derivations.matched import (
    corrected,
    last,
    last_positive,
    positive_size,
    positive_variances,
    size,
    skewness,
    third_cumulant,
    weights_cubes,
)
from derivations.notation import beta, decaying, ess, ess_limit, half, i, t
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import power_vanishing
from radam_sym.kernel.terms import unfolded
from radam_sym.proof import (
    Draft,
    chain,
    cite,
    definition,
    derivation,
    eq,
    le,
    limit,
    lt,
)

few = le(share, Rational(1, START))
at_size, at_last = skewness(beta, size), skewness(beta, last)
by_weights = {"w": by_age, "n": size, "delta": share}
sized = (
    *summed,
    cite(positive_size),
    cite(below_limit),
    lt(0, last),
)


# --- what the bounds are made of ------------------------------------------------------------------


@derivation("matched.error.cubes", LEMMA)
def cubes() -> Draft:
    """Σw³ = 1/n_t² + D_t."""
    third, second = Sum(aged**3, (i, 1, t)), Sum(aged**2, (i, 1, t))
    return (
        chain(third, given=decaying)
        .since(*sized, cite(third_cumulant), cite(weights_squares), cite(weights_cubes))
        .equal_to(
            1 / size**2 + at_size,
            because=[
                (1, [eq(third - second**2, at_size)]),
                (second + 1 / size, [eq(second, 1 / size)]),
            ],
        )
    )


@derivation("matched.error.room", LEMMA)
def room() -> Draft:
    """n_t times the greatest weight is at most 2."""
    return (
        chain(share, given=decaying)
        .since(*sized, lt(0, 1 / size))
        .at_most(2 / unfolded(size))
        .by(definition(ess), to=2 / size)
    )


@derivation("matched.error.skewness_least", LEMMA)
def skewness_at_least() -> Draft:
    """0 ≤ D."""
    return (
        chain(0, given=[*decaying, le(1, rho)])
        .since(cite(last_positive), lt(0, rho), lt(0, 3 * last**2 + 1))
        .at_most(skewness.body)
        .by(definition(skewness), to=skewness(beta, rho))
    )


@derivation("matched.error.skewness_most", LEMMA)
def skewness_at_most_third() -> Draft:
    """D ≤ 1/(3n_∞²)."""
    return (
        chain(skewness(beta, rho), given=[*decaying, le(1, rho)])
        .since(cite(last_positive), lt(0, rho), lt(0, 1 / last), lt(0, 3 * last**2 + 1))
        .by(definition(skewness))
        .at_most(1 / (3 * last**2))
    )


# --- V_t ------------------------------------------------------------------------------------------

variance = inverse_variance(by_age, t)
with_skewness = {**by_weights, "D": at_size}
exists = (
    *sized,
    *aged_sums,
    cite(at_least_start, **by_weights),
    lt(2, size),
    lt(0, pi),
    *(cite(moment_at_most, w=by_age, n=size, p=power) for power in (1, half)),
)
enough = (
    *exists,
    cite(cubes),
    cite(least),
    cite(mean_weight, **by_weights),
    cite(bound_positive, **by_weights),
    cite(skewness_at_least, rho=size),
    cite(skewness_at_most_third, rho=size),
    cite(skewness_at_most, **with_skewness),
    cite(room),
)
allowed = 500 / (size * last**2)


@derivation("matched.error.now_above", LEMMA)
def variance_at_most() -> Draft:
    """V_t ≤ F(n_t) − 3D_t + 500/(n_t·n_∞²)."""
    return (
        chain(variance, given=[*decaying, few])
        .since(*enough, cite(above, **with_skewness))
        .at_most(chi_variance(size) - 3 * at_size + 750 * share * at_size)
        .at_most(
            corrected(size) + allowed,
            because=[
                (750, [le(at_size, 1 / (3 * last**2)), lt(0, share)]),
                (250 / last**2, [le(share, 2 / size)]),
            ],
        )
    )


@derivation("matched.error.now_below", LEMMA)
def variance_at_least() -> Draft:
    """V_t ≥ F(n_t) − 3D_t − 500/(n_t·n_∞²)."""
    return (
        chain(corrected(size) - allowed, given=[*decaying, few])
        .since(*enough, cite(below, **with_skewness))
        .at_most(
            chi_variance(size) - 3 * at_size - 750 * share * at_size,
            because=[
                (750, [le(at_size, 1 / (3 * last**2)), lt(0, share)]),
                (250 / last**2, [le(share, 2 / size)]),
            ],
        )
        .at_most(variance)
    )


# --- V_∞ ------------------------------------------------------------------------------------------


def about(at: Expr, rest: Expr) -> Expr:
    """F less 3D, were F its first three terms and a remainder, in powers of a sample size."""
    return (three_terms + rest - 3 * skewness.body).xreplace({rho: at})


slack = 500 / (rho * last**2)
most, less = slack + REMAINDER / rho**4, -slack


@derivation("matched.error.above_by_powers", LEMMA)
def variance_at_most_powers() -> Draft:
    """V_t is at most a polynomial in 1/n_t."""
    return (
        chain(variance, given=[*decaying, few])
        .since(*exists, cite(variance_at_most), le(3, size))
        .since(*positive_variances(size), cite(expansion_above, rho=size))
        .at_most(corrected(size) + allowed)
        .at_most(three_terms.xreplace({rho: size}) + REMAINDER / size**4 - 3 * at_size + allowed)
        .by(definition(skewness), to=about(size, most))
    )


@derivation("matched.error.below_by_powers", LEMMA)
def variance_at_least_powers() -> Draft:
    """And at least another."""
    return (
        chain(about(size, less), given=[*decaying, few])
        .since(*exists, cite(variance_at_least))
        .since(*positive_variances(size), cite(expansion_below, rho=size))
        .by(definition(skewness), to=three_terms.xreplace({rho: size}) - 3 * at_size - allowed)
        .at_most(corrected(size) - allowed)
        .at_most(variance)
    )


@derivation("matched.error.third_step", LEMMA)
def third_step() -> Draft:
    """So small a weight takes three steps at least."""
    return (
        chain(3, given=[*decaying, few])
        .since(*sized, *aged_sums, cite(at_least_start, **by_weights), cite(at_most_step))
        .at_most(size)
        .at_most(t)
    )


@derivation("matched.error.size_later", LEMMA)
def size_later() -> Draft:
    """n_t tends to n_∞ from any step on."""
    return (
        chain(Limit(ess(beta, m + t), m, oo), given=decaying)
        .since(*later_facts(m))
        .by(definition(ess))
        .by(limit(cite(power_vanishing, q=beta)))
        .by(definition(ess_limit), to=last)
    )


def in_the_limit(rest: Expr) -> Draft:
    """The limit of one of the two polynomials, from a step on."""
    return (
        chain(Limit(about(ess(beta, m + t), rest), m, oo), given=decaying)
        .since(cite(last_positive), cite(size_later), cite(positive_size, t=m + t))
        .since(*later_facts(m))
        .by(limit(cite(size_later)), to=about(last, rest))
    )


@derivation("matched.error.above_limit", LEMMA)
def upper_limit() -> Draft:
    """The limit of the upper bound."""
    return in_the_limit(most)


@derivation("matched.error.below_limit", LEMMA)
def lower_limit() -> Draft:
    """And of the lower one."""
    return in_the_limit(less)


in_order = (
    cite(third_step),
    *later_facts(n),
    cite(positive_size, t=n + t),
    *existing_later,
    *at_infinity,
    cite(later_share_small),
)


def later_bound(rest: Expr) -> Lambda:
    """One of the two polynomials, step by step."""
    return along(about(ess(beta, n + t), rest))


@derivation("matched.error.last_above_powers", LEMMA)
def limit_at_most_powers() -> Draft:
    """V_∞ is at most what the polynomials for V_t tend to."""
    sequences = {"a": along(V_later), "b": later_bound(most), "A": V_last, "B": about(last, most)}
    return (
        chain(V_last, given=[*decaying, few])
        .since(*sized, *in_order, cite(upper_limit), cite(variance_at_most_powers, t=n + t))
        .since(cite(ordered, **sequences))
        .at_most(about(last, most))
    )


@derivation("matched.error.last_below_powers", LEMMA)
def limit_at_least_powers() -> Draft:
    """And at least what the others do."""
    sequences = {"a": later_bound(less), "b": along(V_later), "A": about(last, less), "B": V_last}
    return (
        chain(about(last, less), given=[*decaying, few])
        .since(*sized, *in_order, cite(lower_limit), cite(variance_at_least_powers, t=n + t))
        .since(cite(ordered, **sequences))
        .at_most(V_last)
    )


@derivation("matched.error.last_least", LEMMA)
def last_at_least() -> Draft:
    """63 ≤ n_∞."""
    over = lt(0, 1 / (1 - beta))
    return (
        chain(63, given=[*decaying, few])
        .since(*summed, cite(over_least), over)
        .at_most(
            unfolded(last),
            because=[
                (64, [le(share, Rational(1, START)), over]),
                (64, [le(1, 1 / (1 - beta**t))]),
            ],
        )
        .by(definition(ess_limit), to=last)
    )


at_the_end = (
    cite(inverse_at_infinity, k=2),
    cite(root_at_infinity, k=2),
    cite(factor, s=u),
    cite(converges, s=u),
    lt(0, pi),
    cite(last_positive),
    cite(last_at_least),
    lt(2, last),
    le(3, last),
    lt(0, last**-4),
)
powers, expanded = three_terms.xreplace({rho: last}), chi_variance(last)
after = 501 / last**3
short = (1, [le(REMAINDER, last), lt(0, last**-4)])  # 44/n⁴ ≤ 1/n³


@derivation("matched.error.infinite_above", LEMMA)
def limit_at_most() -> Draft:
    """V_∞ ≤ F(n_∞) − 3D_∞ + 501/n_∞³."""
    return (
        chain(variance_limit(beta), given=[*decaying, few])
        .since(*summed, *at_the_end, *positive_variances(last))
        .since(cite(limit_at_most_powers), cite(expansion_below, rho=last))
        .at_most(about(last, most))
        .at_most(
            expanded - 3 * skewness.body.xreplace({rho: last}) + after,
            because=[(1, [lt(powers, expanded)]), short],
        )
        .by(definition(skewness), to=corrected(last) + after)
    )


@derivation("matched.error.infinite_below", LEMMA)
def limit_at_least() -> Draft:
    """V_∞ ≥ F(n_∞) − 3D_∞ − 501/n_∞³."""
    return (
        chain(corrected(last) - after, given=[*decaying, few])
        .since(*summed, *at_the_end, *positive_variances(last))
        .since(cite(limit_at_least_powers), cite(expansion_above, rho=last))
        .by(definition(skewness), to=expanded - 3 * skewness.body.xreplace({rho: last}) - after)
        .at_most(
            about(last, less),
            because=[(1, [lt(expanded, powers + REMAINDER / last**4)]), short],
        )
        .at_most(variance_limit(beta))
    )
