"""v = Σ w_i g_i² beside the plain mean of n squares, for n = 1/Σw_i².

Key results: M(s) is at most the transform of the plain mean, (1+2s/n)^{−n/2}, and not much less:
with D = Σw_i³ − (Σw_i²)², by a factor of 1 − 4Ds³/3 or more, and of 1 − 4Ds³/3 + 6δDs⁴ + 8D²s⁶/9 or
less where no weight exceeds δ. It is Jensen's inequality for the convex log(1+2xs)/x, with weights
w_i at the points w_i, and how far it is from an equality.
"""

from sympy import Expr, Lambda, Sum, Symbol, exp, log

from derivations.exact_law import s, transform, w, weights
from derivations.exponential import above_line, below_parabola, monotone
from derivations.integrals import n
from derivations.logarithm import (
    log_above_parabola,
    log_above_tangent,
    log_below_parabola,
    slope,
    slope_exists,
    third,
)
from derivations.notation import half, i, t
from derivations.powers import LEMMA
from radam_sym.kernel.heads import Family
from radam_sym.proof import (
    CasesDraft,
    Draft,
    InductionDraft,
    algebra,
    at,
    cases,
    chain,
    cite,
    definition,
    derivation,
    eq,
    for_all,
    given,
    hyperbolic,
    induction,
    le,
    linear_sum,
    lt,
    single,
    split,
)

a, b = Family("a", "sequence"), Family("b", "sequence")
D, delta = Symbol("D", real=True), Symbol("delta", real=True)


def total(term: Expr) -> Sum:
    """Σ over the t terms."""
    return Sum(term, (i, 1, t))


alpha, beta, gamma = (Symbol(name, real=True) for name in ("alpha", "beta", "gamma"))


@derivation("order.scaled", LEMMA)
def scaled() -> Draft:
    """A positive factor keeps the order."""
    return chain(gamma * alpha, given=[le(alpha, beta), lt(0, gamma)]).at_most(gamma * beta)


@derivation("order.divided", LEMMA)
def divided() -> Draft:
    """So does division by one."""
    quotient = alpha / gamma
    return (
        chain(quotient, given=[le(alpha, gamma * beta), lt(0, gamma)])
        .since(lt(0, 1 / gamma))
        .at_most(beta, because=[(1, [le(alpha, gamma * beta), lt(0, 1 / gamma)])])
    )


# --- sums keep the order of their terms -----------------------------------------------------------

rank = Symbol("r", integer=True, positive=True)
below = for_all(rank, le(a[rank], b[rank]))


@derivation("sum.order", LEMMA)
def sum_order() -> InductionDraft:
    """Where no term is greater, the sum is not."""
    claim = le(total(a[i]), total(b[i]))

    return induction(
        claim,
        t,
        given=below,
        base=lambda line: (
            line.since(at(below, 1))
            .by(single())
            .at_most(b[1])
            .by(single(), at=b[1], to=Sum(b[i], (i, 1, 1)))
        ),
        step=lambda line: (
            line.since(at(below, t + 1))
            .by(split(t))
            .by(single(), at=Sum(a[i], (i, t + 1, t + 1)))
            .at_most(total(b[i]) + b[t + 1])
            .by(single(), at=b[t + 1], to=Sum(b[i], (i, t + 1, t + 1)))
            .by(
                split(t), at=total(b[i]) + Sum(b[i], (i, t + 1, t + 1)), to=Sum(b[i], (i, 1, t + 1))
            )
        ),
    )


less = for_all(rank, lt(a[rank], b[rank]))


@derivation("sum.strict_order", LEMMA)
def strict_order() -> InductionDraft:
    """Where every term is less, the sum is less."""
    last = Sum(b[i], (i, t + 1, t + 1))
    return induction(
        lt(total(a[i]), total(b[i])),
        t,
        given=less,
        base=lambda line: (
            line.since(at(less, 1))
            .by(single())
            .below(b[1])
            .by(single(), at=b[1], to=Sum(b[i], (i, 1, 1)))
        ),
        step=lambda line: (
            line.since(at(less, t + 1))
            .by(split(t))
            .by(single(), at=Sum(a[i], (i, t + 1, t + 1)))
            .below(total(b[i]) + b[t + 1])
            .by(single(), at=b[t + 1], to=last)
            .by(split(t), at=total(b[i]) + last, to=Sum(b[i], (i, 1, t + 1)))
        ),
    )


# --- the logarithms, added up ---------------------------------------------------------------------

one, mean, spread = total(w[i]), total(w[i] ** 2), total(w[i] ** 3)
normalised = (weights, eq(one, 1), eq(mean, 1 / n), lt(0, n), lt(0, s))
y, z = 2 * s * w[i], 2 * s / n
at_rank = 2 * s * w[rank]
line = log(1 + z) / z - (y - z) * slope(z)
logarithms = total(log(1 + y))
plain = n * log(1 + z)
about = (
    lt(0, z),
    lt(0, 1 + z),
    cite(slope_exists, z=z),
    at(weights, i),
    at(weights, rank),
    lt(0, at_rank),
)
known = (eq(one, 1), eq(mean, 1 / n))


@derivation("comparison.tangents", LEMMA)
def tangents() -> Draft:
    """The tangents, each times 2sw_i, add up to n·log(1+2s/n): their slopes cancel."""
    constant, coefficient = 2 * s * (log(1 + z) / z + z * slope(z)), -4 * s**2 * slope(z)
    return (
        chain(total(y * line), given=normalised)
        .since(*about)
        .by(linear_sum(constant * one + coefficient * mean))
        .by(given(known[0]))
        .by(given(known[1]))
        .by(algebra, to=plain)
    )


@derivation("comparison.logarithms_least", LEMMA)
def logarithms_at_least() -> Draft:
    """So the logarithms of 1 + 2sw_i add up to at least as much."""
    return (
        chain(plain, given=normalised)
        .since(*about, cite(tangents), lt(0, y), cite(log_above_tangent, y=at_rank, z=z))
        .since(cite(sum_order, a=Lambda(i, y * line), b=Lambda(i, log(1 + y))))
        .by(cite(tangents))
        .at_most(logarithms)
    )


# --- how far it is from an equality ---------------------------------------------------------------

skewness = eq(spread, 1 / n**2 + D)
skewed = (*normalised, skewness)
limited = for_all(rank, le(w[rank], delta))
within = (*skewed, limited, le(1 / n, delta))
SQUARES = 8 * s**3  # of (2sw_i − z)², times 2sw_i, added up, over D


def parabolas(bend: Expr) -> Draft:
    """The tangents and a multiple of (2sw_i − z)², each times 2sw_i, add up to 8s³D times that
    multiple more.
    """
    constant = 2 * s * (log(1 + z) / z + z * slope(z) + z**2 * bend)
    linear, square = -4 * s**2 * (slope(z) + 2 * z * bend), SQUARES * bend
    return (
        chain(total(y * (line + (y - z) ** 2 * bend)), given=skewed)
        .since(*about)
        .by(linear_sum(constant * one + linear * mean + square * spread))
        .by(given(skewness))
        .by(given(known[0]))
        .by(given(known[1]))
        .by(algebra, to=plain + SQUARES * D * bend)
    )


@derivation("comparison.upper_parabolas", LEMMA)
def upper_parabolas() -> Draft:
    """The upper bounds of the logarithms, added up."""
    return parabolas(third)


lower_bend = third - 3 * s * delta / 2


@derivation("comparison.lower_parabolas", LEMMA)
def lower_parabolas() -> Draft:
    """The lower ones."""
    return parabolas(lower_bend)


@derivation("comparison.logarithms_most", LEMMA)
def logarithms_at_most() -> Draft:
    """Σ log(1+2sw_i) ≤ n·log(1+2s/n) + 8s³D/3."""
    bound = y * (line + (y - z) ** 2 * third)
    return (
        chain(logarithms, given=skewed)
        .since(*about, cite(upper_parabolas), lt(0, y), cite(log_below_parabola, y=at_rank, z=z))
        .since(cite(sum_order, a=Lambda(i, log(1 + y)), b=Lambda(i, bound)))
        .at_most(total(bound))
        .by(cite(upper_parabolas))
    )


@derivation("comparison.logarithms_nearly", LEMMA)
def logarithms_nearly() -> Draft:
    """Σ log(1+2sw_i) ≥ n·log(1+2s/n) + 8s³D(1/3 − 3sδ/2)."""
    bound = y * (line + (y - z) ** 2 * lower_bend)
    return (
        chain(plain + SQUARES * D * lower_bend, given=within)
        .since(*about, cite(lower_parabolas), lt(0, y), at(limited, rank))
        .since(
            cite(scaled, alpha=1 / n, beta=delta, gamma=2 * s),
            cite(scaled, alpha=w[rank], beta=delta, gamma=2 * s),
        )
        .since(cite(log_above_parabola, y=at_rank, z=z, q=2 * s * delta))
        .since(cite(sum_order, a=Lambda(i, bound), b=Lambda(i, log(1 + y))))
        .by(cite(lower_parabolas))
        .at_most(logarithms)
    )


# --- the transforms -------------------------------------------------------------------------------

M, plain_transform = transform(w, t, s), (1 + z) ** (-n / 2)
exponential_plain = exp(-plain / 2)
cubic, quartic = 4 * s**3 * D / 3, 6 * s**4 * delta * D


@derivation("comparison.most", LEMMA)
def at_most_plain() -> Draft:
    """M(s) ≤ (1+2s/n)^{−n/2}."""
    return (
        chain(M, given=normalised)
        .since(*about, lt(0, y), cite(logarithms_at_least))
        .since(le(-logarithms / 2, -plain / 2), cite(monotone, z=-logarithms / 2, y=-plain / 2))
        .by(definition(transform))
        .at_most(exponential_plain)
        .by(hyperbolic, to=plain_transform)
    )


@derivation("comparison.least", LEMMA)
def at_least_plain() -> Draft:
    """(1+2s/n)^{−n/2}·(1 − 4s³D/3) ≤ M(s)."""
    return (
        chain(plain_transform * (1 - cubic), given=[*skewed, le(0, D)])
        .since(*about, lt(0, y), cite(logarithms_at_most), lt(0, exponential_plain))
        .since(le(-plain / 2 - cubic, -logarithms / 2), le(0, cubic))
        .since(cite(monotone, z=-plain / 2 - cubic, y=-logarithms / 2), cite(above_line, z=cubic))
        .by(hyperbolic, to=exponential_plain * (1 - cubic))
        .at_most(
            exponential_plain * exp(-cubic),
            because=[(1, [le(1 - cubic, exp(-cubic)), lt(0, exponential_plain)])],
        )
        .by(hyperbolic, to=exp(-plain / 2 - cubic))
        .at_most(exp(-logarithms / 2))
        .by(definition(transform), to=M)
    )


share, drop, least = (Symbol(name, real=True) for name in ("m", "x", "y"))


@derivation("comparison.capped", LEMMA)
def capped() -> CasesDraft:
    """What is at most 1 and at most e^(−x) is at most 1 − x + y²/2, for any y ≥ x, 0."""
    bound = 1 - drop + least**2 / 2
    return cases(
        le(share, bound),
        drop,
        0,
        given=[le(share, 1), le(share, exp(-drop)), le(drop, least), le(0, least)],
        below=lambda line: line.at_most(1).at_most(
            bound, because=[(1, [le(drop, 0)]), (least**2 / 2, [])]
        ),
        above=lambda line: (
            line.since(cite(below_parabola, z=drop))
            .at_most(exp(-drop))
            .at_most(1 - drop + drop**2 / 2)
            .at_most(
                bound,
                because=[
                    (half, [le(drop, least), le(0, drop)]),
                    (half, [le(drop, least), le(0, least)]),
                ],
            )
        ),
    )


shortfall = cubic - quartic
bounded = (*within, le(0, D), lt(0, delta))
nearly = 1 - shortfall + cubic**2 / 2


@derivation("comparison.exponential", LEMMA)
def at_most_exponential() -> Draft:
    """M(s) ≤ (1+2s/n)^{−n/2}·e^{−4s³D/3 + 6s⁴δD}."""
    return (
        chain(M, given=within)
        .since(*about, lt(0, y), cite(logarithms_nearly))
        .since(le(-logarithms / 2, -plain / 2 - shortfall))
        .since(cite(monotone, z=-logarithms / 2, y=-plain / 2 - shortfall))
        .by(definition(transform))
        .at_most(exp(-plain / 2 - shortfall))
        .by(hyperbolic, to=plain_transform * exp(-shortfall))
    )


@derivation("comparison.nearly", LEMMA)
def at_most_nearly() -> Draft:
    """So M(s) ≤ (1+2s/n)^{−n/2}·(1 − 4s³D/3 + 6s⁴δD + 8s⁶D²/9)."""
    part, over = M / plain_transform, {"alpha": M, "gamma": plain_transform}
    return (
        chain(M, given=bounded)
        .since(*about, lt(0, y), lt(0, plain_transform))
        .since(cite(at_most_plain), cite(at_most_exponential), le(0, cubic), le(0, quartic))
        .since(le(shortfall, cubic), cite(divided, beta=1, **over))
        .since(cite(divided, beta=exp(-shortfall), **over))
        .since(cite(capped, m=part, x=shortfall, y=cubic))
        .at_most(
            plain_transform * nearly, because=[(1, [le(part, nearly), lt(0, plain_transform)])]
        )
    )
