"""As β → 1 at a fixed step the weights become equal, and V_t tends to F(t).

Key results: v_t is a weighted mean of t squares. Its transform is at least that of the plain mean
of all t, because the logarithm is concave, and at most that of the plain mean of n_t. So V_t is
F(t) but for 4(t−n_t)/(t−2), where n_t is at least 5/2, and that vanishes as β → 1.

References: Hilton 2019, section 4.
"""

from sympy import Expr, Integer, Lambda, Limit, Rational, Symbol, exp, log, pi

from derivations.adaptive_rate import aged_sums, by_age, by_age_exists, size, summed
from derivations.chi import chi_variance, variance_decreasing
from derivations.comparison import one, rank, sum_order, total
from derivations.delta import (
    F,
    beyond,
    first,
    inverse_variance,
    own,
    plain_first,
    plain_root,
    root,
    variance,
)
from derivations.ess import limit_beta
from derivations.ess import step as next_size
from derivations.ewma import average_is_defined
from derivations.exact_law import averaged, s, transform, w, weights
from derivations.exponential import line as exponential_line
from derivations.exponential import monotone
from derivations.gamma_ratio import positive as gamma_positive
from derivations.integrals import n, p, u
from derivations.inverse_moments import (
    moment_at_most,
    moment_exists,
    normalised,
    of_plain,
    plain_moment,
    pointwise_positive,
)
from derivations.matched import second as second_size
from derivations.notation import beta, decaying, half, i, t
from derivations.powers import BEYOND, LEMMA, between_zero_and_base
from radam_sym.kernel.axioms import integral_order
from radam_sym.proof import (
    Draft,
    InductionDraft,
    algebra,
    at,
    chain,
    cite,
    constant,
    definition,
    derivation,
    eq,
    given,
    hyperbolic,
    induction,
    le,
    limit,
    linear_sum,
    lt,
)

# --- the transform --------------------------------------------------------------------------------

mean_to_one = (weights, eq(one, 1), lt(0, s))
y, z = 2 * s * w[i], 2 * s / t
at_rank = 2 * s * w[rank]
about = (lt(0, z), lt(0, 1 + z), at(weights, i), at(weights, rank), lt(0, y), lt(0, at_rank))
logarithms, plain = total(log(1 + y)), t * log(1 + z)


a, b = Symbol("a", real=True), Symbol("b", real=True)


def tangent(x: Expr) -> Expr:
    """The tangent of log(1+x) at z."""
    return log(1 + z) + (x - z) / (1 + z)


@derivation("log.below_tangent", LEMMA)
def below_tangent() -> Draft:
    """The logarithm is below its tangent."""
    apart = log(1 + b) - log(1 + a)
    return (
        chain(log(1 + b), given=[lt(0, 1 + a), lt(0, 1 + b)])
        .since(cite(exponential_line, z=apart))
        .at_most(log(1 + a) + (b - a) / (1 + a), because=[(1, [le(1 + apart, (1 + b) / (1 + a))])])
    )


@derivation("equal.logarithms", LEMMA)
def logarithms_at_most() -> Draft:
    """So Σ log(1+2sw_i) ≤ t·log(1+2s/t)."""
    slope = 1 / (1 + z)
    return (
        chain(logarithms, given=mean_to_one)
        .since(*about, lt(0, 1 + y), lt(0, 1 + at_rank), cite(below_tangent, a=z, b=at_rank))
        .since(cite(sum_order, a=Lambda(i, log(1 + y)), b=Lambda(i, tangent(y))))
        .at_most(total(tangent(y)))
        .by(linear_sum((log(1 + z) - z * slope) * total(Integer(1)) + 2 * s * slope * one))
        .by(given(eq(one, 1)))
        .by(constant())
        .by(algebra, to=plain)
    )


@derivation("equal.transform", LEMMA)
def at_least_plain() -> Draft:
    """And (1+2s/t)^{−t/2} ≤ M(s)."""
    return (
        chain((1 + z) ** (-t / 2), given=mean_to_one)
        .since(*about, cite(logarithms_at_most), le(-plain / 2, -logarithms / 2))
        .since(cite(monotone, z=-plain / 2, y=-logarithms / 2))
        .by(hyperbolic, to=exp(-plain / 2))
        .at_most(exp(-logarithms / 2))
        .by(definition(transform), to=transform(w, t, s))
    )


# --- the moments ----------------------------------------------------------------------------------

plain_u = (1 + 2 * u / t) ** (-t / 2)
M = transform(w, t, u)


@derivation("equal.pointwise", LEMMA)
def pointwise_least() -> Draft:
    """What E[v^{−p}] is an integral of is at least what that of the plain mean is."""
    return (
        chain(u ** (p - 1) * plain_u, given=[weights, eq(one, 1)])
        .since(at(weights, i), lt(0, u ** (p - 1)), lt(0, 1 + 2 * u / t))
        .since(cite(at_least_plain, s=u))
        .at_most(u ** (p - 1) * M, because=[(1, [le(plain_u, M), lt(0, u ** (p - 1))])])
    )


@derivation("equal.moment", LEMMA)
def moment_at_least() -> Draft:
    """So E[v^{−p}] is at least that of the plain mean of t."""
    least = plain_moment(t, p)
    order = {"g": Lambda(u, u ** (p - 1) * plain_u), "h": Lambda(u, averaged.function)}
    return (
        chain(least, given=[*normalised, *moment_exists, lt(2 * p, t)])
        .since(at(weights, i), cite(of_plain, n=t), cite(pointwise_least))
        .since(cite(pointwise_positive), cite(moment_at_most))
        .since(cite(integral_order, A=least, B=averaged, **order))
        .at_most(averaged)
    )


@derivation("moments.plain_positive", LEMMA)
def plain_positive() -> Draft:
    """0 < P_p."""
    return (
        chain(0, given=moment_exists)
        .since(lt(0, n), lt(0, n / 2 - p))
        .since(*(cite(gamma_positive, p=at) for at in (p, n / 2, n / 2 - p)))
        .below(plain_moment.body)
        .by(definition(plain_moment), to=plain_moment(n, p))
    )


# --- the variance ---------------------------------------------------------------------------------

of_size, of_step = n / (n - 2), t / (t - 2)
F_t = chi_variance(t)
root_n, root_t = plain_moment(n, half), plain_moment(t, half)
existing = (*normalised, le(3, t), lt(2, n))
moments = (
    *beyond,
    *own,
    lt(2, t),
    cite(plain_first),
    cite(plain_root),
    cite(plain_first, n=t),
    cite(plain_root, n=t),
    cite(plain_positive, n=t, p=half),
    cite(plain_positive, p=half),
    cite(moment_at_least, p=1),
    cite(moment_at_least, p=half),
)


@derivation("exact.equal_weights.any_above", LEMMA)
def any_above() -> Draft:
    """V ≤ F(t) + n/(n−2) − t/(t−2), for any weights."""
    return (
        chain(variance, given=existing)
        .since(*moments, le(0, root_t))
        .by(definition(inverse_variance))
        .at_most(plain_moment(n, 1) - root**2 / pi)
        .at_most(
            plain_moment(n, 1) - root_t**2 / pi,
            because=[
                (1, [le(root_t, root), lt(0, root), lt(0, 1 / pi)]),
                (1, [le(root_t, root), le(0, root_t), lt(0, 1 / pi)]),
            ],
        )
        .equal_to(
            of_size - of_step + F_t,
            because=[
                (1, [eq(plain_moment(n, 1), of_size)]),
                (-1, [eq(root_t**2 / pi, of_step - F_t)]),
            ],
        )
    )


@derivation("exact.equal_weights.any_below", LEMMA)
def any_below() -> Draft:
    """V ≥ F(n) − (n/(n−2) − t/(t−2))."""
    return (
        chain(F + of_step - of_size, given=existing)
        .since(*moments, le(0, root_n))
        .equal_to(
            plain_moment(t, 1) - root_n**2 / pi,
            because=[
                (1, [eq(of_step, plain_moment(t, 1))]),
                (-1, [eq(of_size - F, root_n**2 / pi)]),
            ],
        )
        .at_most(first - root_n**2 / pi)
        .at_most(
            first - root**2 / pi,
            because=[
                (1, [le(root, root_n), lt(0, root), lt(0, 1 / pi)]),
                (1, [le(root, root_n), le(0, root_n), lt(0, 1 / pi)]),
            ],
        )
        .by(definition(inverse_variance), to=variance)
    )


# --- of an EWMA -----------------------------------------------------------------------------------

F_size, of_ewma = chi_variance(size), size / (size - 2)
enough = Rational(5, 2)
within = 4 * (t - size) / (t - 2)
defined = (*decaying, le(3, t), le(enough, size))
by_weights = {"w": by_age, "n": size}
variance_t = inverse_variance(by_age, t)


@derivation("equal.size", LEMMA)
def size_below_step() -> InductionDraft:
    """From the second step on, n_t < t."""
    return induction(
        lt(size, t),
        t,
        first=2,
        given=(*decaying, le(2, t)),
        base=lambda line: line.since(cite(second_size)).below(2),
        step=lambda line: (
            line.since(*between_zero_and_base(), cite(next_size)).at_most(size + 1).below(t + 1)
        ),
    )


over = (lt(0, 1 / (t - 2)), lt(0, 1 / (size - 2)))
little = (4, [lt(size, t), le(enough, size), *over])
there = (
    *summed,
    *aged_sums,
    le(2, t),
    lt(2, t),
    lt(2, size),
    lt(0, size),
    *by_age_exists,
    *over,
    cite(size_below_step),
)


@derivation("exact.equal_weights.above", BEYOND)
def above() -> Draft:
    """V_t ≤ F(t) + 4(t−n_t)/(t−2), where n_t ≥ 5/2."""
    return (
        chain(variance_t, given=defined)
        .since(*there, cite(any_above, **by_weights))
        .at_most(F_t + of_ewma - of_step)
        .at_most(F_t + within, because=[little])
    )


@derivation("exact.equal_weights.below", BEYOND)
def below() -> Draft:
    """And it is more than F(t) less that."""
    return (
        chain(F_t - within, given=defined)
        .since(*there, cite(any_below, **by_weights))
        .since(cite(variance_decreasing, rho=size, sigma=t))
        .at_most(F_t + of_step - of_ewma, because=[little])
        .below(F_size + of_step - of_ewma)
        .at_most(variance_t)
    )


@derivation("exact.equal_weights", BEYOND)
def vanishes() -> Draft:
    """As β → 1, that vanishes: V_t tends to F(t)."""
    return (
        chain(Limit(within, beta, 1, "-"), given=le(3, t))
        .since(lt(2, t), *average_is_defined(), cite(limit_beta))
        .by(limit(cite(limit_beta)))
    )
