"""What the adaptive learning rate varies by: Var[1/√v_t], its integrals, and v_t's own variance.

Key results: for Gaussian gradients E[1/v] − E[1/√v]² is the difference V of two integrals, and
Var[v] = 2Σw_i²; an EWMA's weights are β^{t−i}(1−β)/(1−β^t), the greatest of which is
(1−β)/(1−β^t), and Σw_i² is 1/n_t. So of the family of all decays and steps those of small
(1−β)/(1−β^t), with a large β and a late step, are where the paper's approximation holds.

References: Hilton 2019, sections 1, 3 and 4.
"""

from sympy import Lambda, Rational, Sum, exp, log, pi

from derivations.comparison import rank
from derivations.delta import (
    at_least_sixteen,
    first,
    inverse_variance,
    leading_above,
    leading_below,
    own,
    root,
    variance,
)
from derivations.ess import least as least_size
from derivations.ess import most as most_size
from derivations.ewma import normaliser, normaliser_positive
from derivations.ewma import squares as squares_of_powers
from derivations.exact_law import averaged, gaussian, negative_moment, s, transform, v, w
from derivations.exact_law import squares as g_squared
from derivations.existence import inverse_exists, root_exists
from derivations.gamma_ratio import positive as gamma_positive
from derivations.integrals import n, p, u
from derivations.inverse_moments import moment_at_most, normalised
from derivations.notation import X, beta, decaying, ess, ewma, half, hilton, i, t
from derivations.powers import LEMMA, between_zero_and_base
from derivations.powers import at_most_base as power_at_most_base
from radam_sym.kernel.formulas import Formula
from radam_sym.kernel.heads import E
from radam_sym.kernel.terms import substitute, unfolded
from radam_sym.proof import (
    Draft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    factor_in,
    hyperbolic,
    le,
    linear_sum,
    lt,
    reverse,
    shift,
)

# --- of 1/√v --------------------------------------------------------------------------------------

inverse, inverse_root = E(1 / v), E(v ** (-half))


@derivation("exact.variance", hilton("section 3, display 1"))
def by_integrals() -> Draft:
    """Var[1/√v], that is E[1/v] − E[1/√v]², is a difference of integrals."""
    moments = (cite(moment_at_most, p=power) for power in (1, half))
    return (
        chain(inverse - inverse_root**2, given=[*gaussian, *normalised, lt(2, n)])
        .since(lt(0, n), *own, *moments)
        .since(cite(negative_moment, p=1, A=first), cite(negative_moment, p=half, A=root))
        .by(cite(negative_moment, p=1, A=first))
        .by(cite(negative_moment, p=half, A=root))
        .by(definition(inverse_variance), to=variance)
    )


# --- an EWMA's weights ----------------------------------------------------------------------------

share = (1 - beta) / (1 - beta**t)
timed, aged = beta ** (t - i) * share, beta ** (i - 1) * share
by_time, by_age = Lambda(i, timed), Lambda(i, aged)
powers = between_zero_and_base()
summed = (*powers, lt(0, share), lt(0, 1 - beta**t))


@derivation("weights.ewma", LEMMA)
def weighted() -> Draft:
    """An EWMA is a weighted mean."""
    return (
        chain(ewma(X, beta, t), given=decaying)
        .since(*summed, cite(normaliser_positive))
        .by(definition(ewma))
        .by(cite(normaliser))
        .by(factor_in())
    )


@derivation("weights.sum", LEMMA)
def weights_sum() -> Draft:
    """The weights add up to 1, counted from the newest."""
    return (
        chain(Sum(aged, (i, 1, t)), given=decaying)
        .since(*summed)
        .by(shift(-1))
        .by(linear_sum(share * Sum(beta**i, (i, 0, t - 1))))
        .by(cite(normaliser))
    )


@derivation("weights.squares", LEMMA)
def weights_squares() -> Draft:
    """Their squares add up to 1/n_t."""
    return (
        chain(Sum(aged**2, (i, 1, t)), given=decaying)
        .since(*summed)
        .by(shift(-1))
        .by(linear_sum(share**2 * Sum(beta ** (2 * i), (i, 0, t - 1))))
        .by(cite(squares_of_powers))
        .by(algebra, to=1 / unfolded(ess(beta, t)))
        .by(definition(ess), to=1 / ess(beta, t))
    )


@derivation("weights.power", LEMMA)
def power_positive() -> Draft:
    """0 < β^i, for every integer i."""
    return chain(0, given=lt(0, beta)).below(exp(i * log(beta))).by(hyperbolic, to=beta**i)


@derivation("weights.positive", LEMMA)
def weight_positive() -> Draft:
    """So a weight is positive, at whatever place."""
    return (
        chain(0, given=decaying)
        .since(*summed, cite(power_positive))
        .below(beta**i * share, because=[(1, [lt(0, beta**i), lt(0, share)])])
    )


@derivation("weights.argument", LEMMA)
def argument_positive() -> Draft:
    """And the logarithms of the transform exist."""
    weight = beta**i * share
    return (
        chain(0, given=[*decaying, lt(0, s)])
        .since(*summed, cite(weight_positive))
        .below(1 + 2 * s * weight, because=[(1, []), (2, [lt(0, weight), lt(0, s)])])
    )


@derivation("weights.sum_by_time", LEMMA)
def weights_sum_by_time() -> Draft:
    """Counted from the oldest they add up to 1, too."""
    return (
        chain(Sum(timed, (i, 1, t)), given=decaying)
        .since(*summed)
        .by(reverse(t + 1))
        .by(cite(weights_sum))
    )


@derivation("weights.squares_by_time", LEMMA)
def weights_squares_by_time() -> Draft:
    """And their squares to 1/n_t."""
    return (
        chain(Sum(timed**2, (i, 1, t)), given=decaying)
        .since(*summed)
        .by(reverse(t + 1))
        .by(cite(weights_squares))
    )


timed_positive, aged_positive = (cite(weight_positive, i=place) for place in (t - i, i - 1))


@derivation("weights.order", LEMMA)
def either_order() -> Draft:
    """The transform is the same, counted from the newest or from the oldest."""
    return (
        chain(transform(by_time, t, s), given=[*decaying, lt(0, s)])
        .since(*summed, timed_positive, aged_positive)
        .since(cite(argument_positive, i=t - i), cite(argument_positive, i=i - 1))
        .by(definition(transform))
        .by(reverse(t + 1))
        .by(definition(transform), to=transform(by_age, t, s))
    )


@derivation("weights.bounded", LEMMA)
def weight_bounded() -> Draft:
    """None is greater than the newest's."""
    older = beta ** (rank - 1) * share
    return (
        chain(older, given=decaying)
        .since(*summed, cite(power_at_most_base, t=rank), cite(power_positive, i=rank - 1))
        .since(lt(0, 1 / beta))
        .at_most(share, because=[(1, [le(beta**rank, beta), lt(0, 1 / beta), lt(0, share)])])
    )


# --- of an EWMA -----------------------------------------------------------------------------------

v_t, size = ewma(g_squared, beta, t), ess(beta, t)
adaptive = E(1 / v_t) - E(v_t ** (-half)) ** 2
gradients: tuple[Formula, ...] = (*decaying, *gaussian)


oldest = beta ** (t - 1) * share
in_sum = (
    *summed,
    timed_positive,
    cite(normaliser_positive),
    cite(argument_positive, i=t - i, s=u),
    *(cite(weight_positive, i=t - r) for r in (1, 2, 3)),
    *(le(oldest, beta ** (t - r) * share) for r in (2, 3)),
)
existing = (
    cite(inverse_exists, w=by_time, omega=oldest),
    cite(root_exists, w=by_time, omega=oldest),
)
third = beta**2 * share  # the third newest weight
by_age_exists = (
    *(cite(weight_positive, i=r) for r in (0, 1, 2)),
    *(le(third, beta**r * share) for r in (0, 1)),
    cite(inverse_exists, w=by_age, omega=third),
    cite(root_exists, w=by_age, omega=third),
)
first_by_time, root_by_time = (substitute(part, {w: by_time}) for part in (first, root))


@derivation("weights.variance", LEMMA)
def either_variance() -> Draft:
    """So is the variance."""
    order = cite(either_order, s=u)
    return (
        chain(inverse_variance(by_time, t), given=[*decaying, le(3, t)])
        .since(*in_sum, *existing, le(2, t), aged_positive, order, lt(0, pi))
        .since(cite(argument_positive, i=i - 1, s=u), *by_age_exists)
        .by(definition(inverse_variance))
        .by(order)
        .by(definition(inverse_variance), to=inverse_variance(by_age, t))
    )


@derivation("exact.moments.ewma", hilton("section 3"))
def moment_of_ewma() -> Draft:
    """The negative moments of an EWMA of squared gradients, those of low orders."""
    average = substitute(averaged, {w: by_time})
    return (
        chain(E(v_t ** (-p)), given=[*gradients, lt(0, p), lt(2 * p, size)])
        .since(*summed, timed_positive, cite(normaliser_positive), cite(least_size), lt(0, size))
        .since(cite(gamma_positive, p=p), cite(argument_positive, i=t - i, s=u))
        .since(cite(weights_sum_by_time), cite(weights_squares_by_time))
        .since(cite(moment_at_most, w=by_time, n=size))
        .by(cite(weighted, X=g_squared))
        .by(cite(negative_moment, w=by_time, A=average))
    )


@derivation("exact.moments.ewma.inverse", hilton("section 3"))
def inverse_of_ewma() -> Draft:
    """E[1/v_t] for an EWMA of squared gradients, from t = 3 on."""
    return (
        chain(E(1 / v_t), given=[*gradients, le(3, t)])
        .since(*in_sum, existing[0])
        .by(cite(weighted, X=g_squared))
        .by(cite(negative_moment, w=by_time, p=1, A=first_by_time))
    )


@derivation("exact.moments.ewma.root", hilton("section 3"))
def root_of_ewma() -> Draft:
    """E[1/√v_t], from t = 2 on."""
    return (
        chain(E(v_t ** (-half)), given=[*gradients, le(2, t)])
        .since(*in_sum[:-1], existing[1], lt(0, pi))
        .by(cite(weighted, X=g_squared))
        .by(cite(negative_moment, w=by_time, p=half, A=root_by_time))
    )


@derivation("exact.variance.ewma", hilton("section 3, display 1"))
def of_ewma() -> Draft:
    """So Var[1/√v_t], for an EWMA of squared gradients, is that of its weights, from t = 3 on."""
    return (
        chain(adaptive, given=[*gradients, le(3, t)])
        .since(*in_sum, *existing, le(2, t), lt(0, pi))
        .since(cite(inverse_of_ewma), cite(root_of_ewma))
        .by(cite(inverse_of_ewma))
        .by(cite(root_of_ewma))
        .by(definition(inverse_variance), to=inverse_variance(by_time, t))
        .by(cite(either_variance))
    )


newest = share  # the greatest weight
aged_sums = (
    cite(weights_sum),
    cite(weights_squares),
    aged_positive,
    cite(weight_positive, i=rank - 1),
    cite(weight_bounded),
    cite(argument_positive, i=i - 1, s=u),
)
few = le(newest, Rational(1, 16))
by_weights = {"w": by_age, "n": size, "delta": newest}


@derivation("delta.leading.size", LEMMA)
def size_at_least_sixteen() -> Draft:
    """A greatest weight of 1/16 makes the sample one of 16 at least."""
    return (
        chain(16, given=[*decaying, few, lt(0, size)])
        .since(*summed, *aged_sums, cite(at_least_sixteen, **by_weights))
        .at_most(size)
    )


enough = (
    cite(least_size),
    lt(0, size),
    cite(size_at_least_sixteen),
    cite(most_size),
    le(3, t),
    le(2, t),
    lt(2, size),
)


@derivation("delta.leading.ewma_above", hilton("section 4"))
def ewma_above() -> Draft:
    """So Var[1/√v_t] is at most 1/(2n_t) times 1 + 80(1−β)/(1−β^t)."""
    return (
        chain(adaptive, given=[*gradients, few])
        .since(*summed, *aged_sums, *enough, *in_sum, *by_age_exists, lt(0, pi))
        .since(cite(inverse_of_ewma), cite(root_of_ewma), cite(leading_above, **by_weights))
        .by(cite(of_ewma))
        .at_most((1 + 80 * newest) / (2 * size))
    )


@derivation("delta.leading.ewma_below", hilton("section 4"))
def ewma_below() -> Draft:
    """And at least that times 1 − 80(1−β)/(1−β^t)."""
    return (
        chain((1 - 80 * newest) / (2 * size), given=[*gradients, few])
        .since(*summed, *aged_sums, *enough, *in_sum, *by_age_exists, lt(0, pi))
        .since(cite(inverse_of_ewma), cite(root_of_ewma), cite(leading_below, **by_weights))
        .at_most(inverse_variance(by_age, t))
        .by(cite(of_ewma), to=adaptive)
    )
