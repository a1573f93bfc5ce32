"""The negative moments of v = Σ w_i g_i², beside those of the plain mean of n = 1/Σw_i² squares.

Key results: with J_p = ∫ s^{p−1}M(s) ds, which is Γ(p)E[v^{−p}], and P_p the same of the plain
mean, P_p − 4DP_{p+3}/3 ≤ J_p ≤ P_p, and J_p ≤ P_p − 4DP_{p+3}/3 + 6δDP_{p+4} + 8D²P_{p+6}/9, where
the integrals exist; P_{p+1} = pn/(n−2p−2)·P_p.

References: Hilton 2019, section 3.
"""

from sympy import Expr, Lambda, gamma

from derivations.comparison import (
    D,
    at_least_plain,
    at_most_nearly,
    at_most_plain,
    delta,
    limited,
    mean,
    one,
    skewness,
)
from derivations.exact_law import averaged, transform, w, weights
from derivations.gamma_ratio import positive
from derivations.integrals import integral, n, of_mean, p, u
from derivations.notation import i, t
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import gamma_functional, integral_dominated, integral_order
from radam_sym.kernel.heads import Definition
from radam_sym.kernel.terms import unfolded
from radam_sym.proof import (
    Draft,
    at,
    chain,
    cite,
    definition,
    derivation,
    eq,
    le,
    linear,
    lt,
)

plain_moment = Definition(
    "plain_moment",
    (n, p),
    (n / 2) ** p * gamma(p) * gamma(n / 2 - p) / gamma(n / 2),
    notation=r"P_{p}",
)
M = transform(w, t, u)
plain = (1 + 2 * u / n) ** (-n / 2)
normalised = (weights, eq(one, 1), eq(mean, 1 / n))
about = (at(weights, i), lt(0, n), lt(0, 1 + 2 * u / n), lt(0, u ** (p - 1)))
moment_exists = (lt(0, p), lt(2 * p, n))


def plain_integral(power: Expr) -> Expr:
    """∫ s^{power−1}(1+2s/n)^{−n/2} ds."""
    return integral(u ** (power - 1) * plain)


@derivation("moments.plain", LEMMA)
def of_plain() -> Draft:
    """P_p is an integral of the plain mean's transform."""
    return (
        chain(plain_integral(p), given=moment_exists)
        .since(lt(0, n), cite(positive, p=n / 2), cite(positive, p=n / 2 - p), cite(of_mean, a=p))
        .by(cite(of_mean, a=p))
        .by(definition(plain_moment), to=plain_moment(n, p))
    )


@derivation("moments.next", LEMMA)
def next_moment() -> Draft:
    """P_{p+1} = pn/(n−2p−2)·P_p."""
    after, before, ratio = n / 2 - p - 1, n / 2 - p, n * p / (n - 2 * p - 2)
    return (
        chain(plain_moment(n, p + 1), given=[lt(0, p), lt(2 * p + 2, n)])
        .since(lt(0, n), lt(0, after), lt(0, before))
        .since(*(cite(positive, p=at) for at in (p, after, before, n / 2)))
        .since(cite(gamma_functional, x=after))
        .by(definition(plain_moment))
        .by(cite(gamma_functional, x=p))
        .equal_to(
            ratio * unfolded(plain_moment(n, p)),
            because=[
                (
                    ratio * (n / 2) ** p * gamma(p) / gamma(n / 2),
                    [eq(after * gamma(after), gamma(before))],
                )
            ],
        )
        .by(definition(plain_moment), to=ratio * plain_moment(n, p))
    )


# --- at each s ------------------------------------------------------------------------------------


@derivation("moments.positive.pointwise", LEMMA)
def pointwise_positive() -> Draft:
    """What J_p is the integral of is positive."""
    return (
        chain(0, given=[weights])
        .since(at(weights, i), lt(0, u ** (p - 1)), lt(0, unfolded(M)))
        .below(u ** (p - 1) * unfolded(M))
        .by(definition(transform), to=u ** (p - 1) * M)
    )


@derivation("moments.most.pointwise", LEMMA)
def pointwise_most() -> Draft:
    """It is at most what P_p is the integral of."""
    return (
        chain(u ** (p - 1) * M, given=[*normalised, lt(0, n)])
        .since(*about, cite(at_most_plain, s=u))
        .at_most(u ** (p - 1) * plain, because=[(1, [le(M, plain), lt(0, u ** (p - 1))])])
    )


cubic = 4 * u**3 * D / 3
bends = 1 - cubic + 6 * u**4 * delta * D + cubic**2 / 2
bounds = (skewness, le(0, D))
limits = (limited, le(1 / n, delta), lt(0, delta))


@derivation("moments.least.pointwise", LEMMA)
def pointwise_least() -> Draft:
    """And not much less."""
    least = plain * (1 - cubic)
    return (
        chain(u ** (p - 1) * least, given=[*normalised, lt(0, n), *bounds])
        .since(*about, cite(at_least_plain, s=u))
        .at_most(u ** (p - 1) * M, because=[(1, [le(least, M), lt(0, u ** (p - 1))])])
    )


@derivation("moments.nearly.pointwise", LEMMA)
def pointwise_nearly() -> Draft:
    """It is known even to the next order."""
    most = plain * bends
    return (
        chain(u ** (p - 1) * M, given=[*normalised, lt(0, n), *bounds, *limits])
        .since(*about, cite(at_most_nearly, s=u))
        .at_most(u ** (p - 1) * most, because=[(1, [le(M, most), lt(0, u ** (p - 1))])])
    )


# --- the integrals --------------------------------------------------------------------------------


def P(power: Expr) -> Expr:
    """P_power, by name."""
    return plain_moment(n, power)


def existing(*more: int) -> tuple[object, ...]:
    """P_p exists, and those further on."""
    powers = [p + k for k in (0, *more)]
    gammas = [cite(positive, p=n / 2 - power) for power in powers]
    return (
        lt(0, n),
        cite(positive, p=n / 2),
        *(lt(0, n / 2 - power) for power in powers),
        *gammas,
        *(cite(of_plain, p=power) for power in powers),
    )


@derivation("moments.most", LEMMA)
def moment_at_most() -> Draft:
    """J_p exists, and is at most P_p."""
    dominated = {"g": Lambda(u, averaged.function), "h": Lambda(u, u ** (p - 1) * plain)}
    return (
        chain(averaged, given=[*normalised, *moment_exists])
        .since(*existing(), at(weights, i), cite(pointwise_most), cite(pointwise_positive))
        .since(cite(integral_dominated, B=P(p), **dominated))
        .at_most(P(p))
    )


@derivation("moments.least.integral", LEMMA)
def least_integral() -> Draft:
    """The lower bound's integral."""
    return (
        chain(integral(u ** (p - 1) * plain * (1 - cubic)), given=[lt(0, p), lt(2 * p + 6, n)])
        .since(*existing(3))
        .by(linear(plain_integral(p) - 4 * D / 3 * plain_integral(p + 3)))
        .by(cite(of_plain))
        .by(cite(of_plain, p=p + 3))
    )


@derivation("moments.least", LEMMA)
def moment_at_least() -> Draft:
    """J_p ≥ P_p − 4DP_{p+3}/3."""
    least = P(p) - 4 * D / 3 * P(p + 3)
    order = {"g": Lambda(u, u ** (p - 1) * plain * (1 - cubic)), "h": Lambda(u, averaged.function)}
    return (
        chain(least, given=[*normalised, lt(0, p), lt(2 * p + 6, n), *bounds])
        .since(*existing(3), at(weights, i), cite(pointwise_least), cite(pointwise_positive))
        .since(cite(moment_at_most), cite(least_integral))
        .since(cite(integral_order, A=least, B=averaged, **order))
        .at_most(averaged)
    )


@derivation("moments.nearly.integral", LEMMA)
def nearly_integral() -> Draft:
    """The upper bound's integral."""
    parts = 6 * delta * D * plain_integral(p + 4) + 8 * D**2 / 9 * plain_integral(p + 6)
    return (
        chain(integral(u ** (p - 1) * plain * bends), given=[lt(0, p), lt(2 * p + 12, n)])
        .since(*existing(3, 4, 6))
        .by(linear(plain_integral(p) - 4 * D / 3 * plain_integral(p + 3) + parts))
        .by(cite(of_plain))
        .by(cite(of_plain, p=p + 3))
        .by(cite(of_plain, p=p + 4))
        .by(cite(of_plain, p=p + 6))
    )


@derivation("moments.nearly", LEMMA)
def moment_nearly() -> Draft:
    """J_p ≤ P_p − 4DP_{p+3}/3 + 6δDP_{p+4} + 8D²P_{p+6}/9."""
    most = P(p) - 4 * D / 3 * P(p + 3) + 6 * delta * D * P(p + 4) + 8 * D**2 / 9 * P(p + 6)
    order = {"g": Lambda(u, averaged.function), "h": Lambda(u, u ** (p - 1) * plain * bends)}
    return (
        chain(averaged, given=[*normalised, lt(0, p), lt(2 * p + 12, n), *bounds, *limits])
        .since(*existing(3, 4, 6), at(weights, i), cite(pointwise_nearly), cite(pointwise_positive))
        .since(cite(moment_at_most), cite(nearly_integral))
        .since(cite(integral_order, A=averaged, B=most, **order))
        .at_most(most)
    )
