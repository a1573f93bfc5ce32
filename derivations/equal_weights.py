"""Var[1/√v_t] as β → 1: v_t becomes the plain mean of t squares.

Key results: M(s) is at least the transform of the plain mean of t squares, as it is at most that
of n of them; so V is F(t) but for n/(n−2) − t/(t−2), for any weights with n > 2. An EWMA's n_t is
t but for t(t²−1)/(3n_∞²), so that V_t = F(t) + O((1−β)²), with an explicit bound.

References: Hilton 2019, section 3.
"""

from sympy import Integer, Lambda, Symbol, exp, log, pi

from derivations.adaptive_rate import aged_sums, by_age, summed
from derivations.chi import chi_variance, variance_decreasing
from derivations.comparison import logarithms, one, sum_order, total
from derivations.delta import (
    F,
    first,
    inverse_variance,
    own,
    plain,
    plain_first,
    plain_root,
    root,
    variance,
)
from derivations.ess import below_t
from derivations.ess import first as ess_first
from derivations.ess import most as size_most
from derivations.exact_law import averaged, s, transform, w, weights
from derivations.exponential import line as exponential_line
from derivations.exponential import monotone
from derivations.gamma_ratio import positive as gamma_positive
from derivations.integrals import n, p, u
from derivations.inverse_moments import (
    P,
    moment_at_most,
    moment_exists,
    normalised,
    of_plain,
    plain_moment,
    pointwise_positive,
)
from derivations.matched import last_positive, positive_size
from derivations.notation import beta, decaying, ess, ess_limit, half, i, t
from derivations.powers import BEYOND, LEMMA, between_zero_and_base
from radam_sym.kernel.axioms import integral_order
from radam_sym.kernel.terms import unfolded
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
    linear_sum,
    lt,
)

x, z = Symbol("x", real=True), Symbol("z", real=True)
rank = Symbol("r", integer=True, positive=True)


@derivation("log.below_tangent", LEMMA)
def log_below_tangent() -> Draft:
    """log(1+x) ≤ log(1+z) + (x−z)/(1+z)."""
    ratio = (1 + x) / (1 + z)
    return (
        chain(log(1 + x), given=[lt(0, x), lt(0, z)])
        .since(lt(0, 1 + x), lt(0, 1 + z), cite(exponential_line, z=log(1 + x) - log(1 + z)))
        .at_most(
            log(1 + z) + (x - z) / (1 + z),
            because=[(1, [le(1 + (log(1 + x) - log(1 + z)), ratio)])],
        )
    )


# --- the transform --------------------------------------------------------------------------------

even = (weights, eq(one, 1), lt(0, s))
mean_point = 2 * s / t
weighted = 2 * s * w[i]
tangent = log(1 + mean_point) + (weighted - mean_point) / (1 + mean_point)
here = (
    at(weights, i),
    at(weights, rank),
    lt(0, mean_point),
    lt(0, 1 + mean_point),
    lt(0, weighted),
    lt(0, 2 * s * w[rank]),
)
most = t * log(1 + mean_point)


@derivation("equal.tangents", LEMMA)
def tangents() -> Draft:
    """The tangents at 2s/t add up to t·log(1+2s/t)."""
    level = log(1 + mean_point) - mean_point / (1 + mean_point)
    return (
        chain(total(tangent), given=even)
        .since(*here)
        .by(linear_sum(level * total(Integer(1)) + 2 * s / (1 + mean_point) * one))
        .by(given(eq(one, 1)))
        .by(constant(), at=total(Integer(1)), to=t)
        .by(algebra, to=most)
    )


@derivation("equal.logarithms", LEMMA)
def logarithms_at_most() -> Draft:
    """So the logarithms of 1 + 2sw_i add up to no more: Jensen's inequality."""
    return (
        chain(logarithms, given=even)
        .since(*here, cite(log_below_tangent, x=2 * s * w[rank], z=mean_point), cite(tangents))
        .since(cite(sum_order, a=Lambda(i, log(1 + weighted)), b=Lambda(i, tangent)))
        .at_most(total(tangent))
        .by(cite(tangents))
    )


M, plain_transform = transform(w, t, s), (1 + mean_point) ** (-t * half)


@derivation("equal.transform", LEMMA)
def transform_at_least() -> Draft:
    """(1+2s/t)^{−t/2} ≤ M(s): equal weights make it least."""
    return (
        chain(plain_transform, given=even)
        .since(*here, cite(logarithms_at_most), le(-most / 2, -logarithms / 2))
        .since(cite(monotone, z=-most / 2, y=-logarithms / 2))
        .by(hyperbolic, to=exp(-most / 2))
        .at_most(exp(-logarithms / 2))
        .by(definition(transform), to=M)
    )


# --- the moments ----------------------------------------------------------------------------------

M_u = transform(w, t, u)
plain_u = (1 + 2 * u / t) ** (-t * half)


@derivation("equal.pointwise", LEMMA)
def pointwise_at_least() -> Draft:
    """The same, times u^{p−1}."""
    power = lt(0, u ** (p - 1))
    return (
        chain(u ** (p - 1) * plain_u, given=[weights, eq(one, 1)])
        .since(at(weights, i), lt(0, 1 + 2 * u / t), power, cite(transform_at_least, s=u))
        .at_most(u ** (p - 1) * M_u, because=[(1, [le(plain_u, M_u), power])])
    )


@derivation("equal.moment", LEMMA)
def moment_at_least() -> Draft:
    """The integral of u^{p−1}M(u) is at least that of the plain mean of t squares."""
    least = plain_moment(t, p)
    order = {"g": Lambda(u, u ** (p - 1) * plain_u), "h": Lambda(u, averaged.function)}
    return (
        chain(least, given=[*normalised, *moment_exists, lt(2 * p, t)])
        .since(
            at(weights, i), lt(0, n), lt(0, t / 2 - p), lt(0, 1 + 2 * u / t), lt(0, 1 + 2 * u / n)
        )
        .since(*(cite(gamma_positive, p=q) for q in (p, t / 2 - p, t * half, n / 2 - p, n / 2)))
        .since(cite(pointwise_at_least), cite(pointwise_positive), cite(moment_at_most))
        .since(cite(of_plain, n=t), cite(integral_order, A=least, B=averaged, **order))
        .at_most(averaged)
    )


# --- the variance ---------------------------------------------------------------------------------

apart = n / (n - 2) - t / (t - 2)
F_t, plain_t = chi_variance(n).xreplace({n: t}), t / (t - 2)
at_t = {"n": t}
enough = (
    *own,
    lt(0, n),
    *(cite(moment_at_least, p=power) for power in (1, half)),
    cite(plain_first, n=t),
    cite(plain_root, n=t),
    cite(plain_first),
    cite(plain_root),
    lt(0, t / 2 - half),
    cite(gamma_positive, p=t * half),
    cite(gamma_positive, p=t / 2 - half),
    cite(gamma_positive, p=n / 2),
    cite(gamma_positive, p=n / 2 - half),
)


@derivation("equal.plain_positive", LEMMA)
def plain_positive() -> Draft:
    """0 < P_p."""
    gammas = (cite(gamma_positive, p=q) for q in (p, n / 2 - p, n / 2))
    return (
        chain(0, given=moment_exists)
        .since(lt(0, n), lt(0, n / 2), lt(0, n / 2 - p), *gammas, lt(0, (n / 2) ** p))
        .below(unfolded(P(p)))
        .by(definition(plain_moment), to=P(p))
    )


@derivation("equal.above", LEMMA)
def variance_at_most() -> Draft:
    """V ≤ F(t) + n/(n−2) − t/(t−2)."""
    least = plain_moment(t, half)
    return (
        chain(variance, given=[*normalised, lt(2, n), le(3, t)])
        .since(lt(2, t), lt(0, n / 2 - half), *enough, cite(plain_positive, n=t, p=half))
        .by(definition(inverse_variance))
        .at_most(P(1) - root**2 / pi)
        .at_most(
            P(1) - least**2 / pi,
            because=[
                (1, [le(least, root), lt(0, root), lt(0, 1 / pi)]),
                (1, [le(least, root), lt(0, least), lt(0, 1 / pi)]),
            ],
        )
        .equal_to(
            F_t + apart, because=[(1, [eq(P(1), plain)]), (-1, [eq(least**2 / pi, plain_t - F_t)])]
        )
    )


@derivation("equal.below", LEMMA)
def variance_at_least() -> Draft:
    """V ≥ F(t) − n/(n−2) + t/(t−2), where n is less than t."""
    least = plain_moment(t, 1)
    return (
        chain(F_t - apart, given=[*normalised, lt(2, n), lt(n, t)])
        .since(lt(2, t), lt(0, n / 2 - half), *enough, le(0, P(half)))
        .since(cite(variance_decreasing, rho=n, sigma=t))
        .at_most(F - apart)
        .equal_to(
            least - P(half) ** 2 / pi,
            because=[(1, [eq(plain_t, least)]), (-1, [eq(plain - F, P(half) ** 2 / pi)])],
        )
        .at_most(first - P(half) ** 2 / pi)
        .at_most(
            first - root**2 / pi,
            because=[
                (1, [le(root, P(half)), lt(0, root), lt(0, 1 / pi)]),
                (1, [le(root, P(half)), le(0, P(half)), lt(0, 1 / pi)]),
            ],
        )
        .by(definition(inverse_variance), to=variance)
    )


# --- an EWMA's ------------------------------------------------------------------------------------

size, last, later = ess(beta, t), ess_limit(beta), ess(beta, t + 1)
gap = t * (t**2 - 1) / (3 * last**2)


@derivation("equal.size_step", LEMMA)
def size_step() -> Draft:
    """One more term counts as one more, but for n_t(n_t+1)/n_∞²."""
    return (
        chain(size + 1 - size * (size + 1) / last**2, given=decaying)
        .since(*between_zero_and_base(), *between_zero_and_base(beta, t + 1), cite(last_positive))
        .by(definition(ess))
        .by(definition(ess_limit))
        .at_most(unfolded(later))
        .by(definition(ess), to=later)
    )


@derivation("equal.size_nearly", LEMMA)
def size_nearly() -> InductionDraft:
    """So t terms count as t, but for t(t²−1)/(3n_∞²)."""
    claim = le(t - gap, size)
    return induction(
        claim,
        t,
        given=decaying,
        base=lambda line: line.since(cite(last_positive), lt(0, 1 + beta)).by(
            cite(ess_first), to=ess(beta, 1)
        ),
        step=lambda line: (
            line.since(*between_zero_and_base(), cite(last_positive), lt(0, 1 / last))
            .since(*between_zero_and_base(beta, t + 1), cite(size_step), cite(size_most))
            .since(cite(positive_size), le(0, size + 1))
            .at_most(
                size + 1 - size * (size + 1) / last**2,
                because=[
                    (1, [claim]),
                    (last**-2, [le(size, t), le(0, size + 1)]),
                    (last**-2, [le(size, t), lt(0, t)]),
                ],
            )
            .at_most(later)
        ),
    )


x, G = Symbol("x", real=True), Symbol("G", real=True)


@derivation("equal.apart", LEMMA)
def apart_at_most() -> Draft:
    """n/(n−2) − t/(t−2) ≤ 4G/(t−2)², where n is t but for G ≤ 1/2."""
    over = lt(0, 1 / (n - 2)), lt(0, (t - 2) ** -2)
    return (
        chain(apart, given=[le(3, t), le(t - G, n), le(G, half), le(0, G)])
        .since(lt(0, t - 2), le(t - half, n), lt(0, n - 2), *over)
        .at_most(
            4 * G / (t - 2) ** 2,
            because=[
                (2, [le(t - G, n), lt(0, t - 2), *over]),
                (4, [le(0, G), le(t - half, n), *over]),
                (2, [le(0, G), le(3, t), *over]),
            ],
        )
    )


nearly = (*decaying, le(gap, half))


@derivation("equal.size_close", LEMMA)
def size_close() -> Draft:
    """t − 1/2 ≤ n_t, where that is at most 1/2."""
    return (
        chain(t - half, given=nearly)
        .since(*between_zero_and_base(), cite(last_positive), cite(size_nearly))
        .at_most(t - gap, because=[(1, [le(gap, half)])])
        .at_most(size)
    )


from_third = (*nearly, le(3, t))
rest = 4 * gap / (t - 2) ** 2
by_weights = {"w": by_age, "n": size}
of_size = (
    *summed,
    *aged_sums,
    cite(positive_size),
    cite(last_positive),
    cite(size_nearly),
    cite(size_close),
    lt(2, size),
    lt(2, t),
    le(2, t),
    le(0, gap),
    lt(0, pi),
    *(cite(moment_at_most, p=power, **by_weights) for power in (1, half)),
    cite(apart_at_most, n=size, G=gap),
    cite(gamma_positive, p=t * half),
    cite(gamma_positive, p=t / 2 - half),
)


@derivation("exact.equal_weights.above", BEYOND)
def ewma_at_most() -> Draft:
    """V_t is at most F(t) + 4t(t²−1)/(3(t−2)²n_∞²), where 2t(t²−1) ≤ 3n_∞²."""
    return (
        chain(inverse_variance(by_age, t), given=from_third)
        .since(*of_size, cite(variance_at_most, **by_weights))
        .at_most(F_t + apart.xreplace({n: size}))
        .at_most(F_t + rest, because=[(1, [le(apart.xreplace({n: size}), rest)])])
    )


@derivation("exact.equal_weights.below", BEYOND)
def ewma_at_least() -> Draft:
    """And at least that less the same: it tends to F(t) as β → 1."""
    return (
        chain(F_t - rest, given=from_third)
        .since(*of_size, cite(below_t), cite(variance_at_least, **by_weights))
        .at_most(
            F_t - apart.xreplace({n: size}), because=[(1, [le(apart.xreplace({n: size}), rest)])]
        )
        .at_most(inverse_variance(by_age, t))
    )
