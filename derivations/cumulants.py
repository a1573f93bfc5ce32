"""The first two terms of the delta method, in cumulants.

Key results: V is κ₂/4 − 3κ₃/8 + 39κ₂²/32 but for 760δ³, where κ_k = 2^{k−1}(k−1)!Σw_i^k are the
cumulants of v = Σ w_i g_i², and no weight exceeds δ ≤ 1/32.

References: Hilton 2019, section 4.
"""

from sympy import Rational

from derivations.chi import rho
from derivations.chi_expansion import (
    REMAINDER,
    expansion_above,
    expansion_below,
    three_terms,
    two_terms,
)
from derivations.comparison import D, delta, limited, mean, skewness, spread
from derivations.delta import (
    F,
    bound_positive,
    existing_plain,
    from_start,
    mean_weight,
    own,
    skewness_at_least,
    skewness_at_most,
    variance,
)
from derivations.delta_second import START, above, below, from_start_on
from derivations.integrals import n
from derivations.inverse_moments import normalised
from derivations.notation import hilton
from derivations.powers import LEMMA
from radam_sym.proof import Draft, chain, cite, derivation, eq, given, le, lt

kappa2, kappa3 = 2 * mean, 8 * spread
cumulants = kappa2 / 4 - 3 * kappa3 / 8 + 39 * kappa2**2 / 32
in_n = 1 / (2 * n) + Rational(15, 8) / n**2 - 3 * D
weighted = (*normalised, lt(0, n), limited, le(delta, Rational(1, START)))
excess = spread - 1 / n**2


@derivation("delta.second.cumulants", LEMMA)
def in_cumulants() -> Draft:
    """κ₂/4 − 3κ₃/8 + 39κ₂²/32 is 1/(2n) + 15/(8n²) − 3D."""
    return (
        chain(cumulants, given=[eq(mean, 1 / n), skewness])
        .by(given(eq(mean, 1 / n)))
        .by(given(skewness))
    )


@derivation("delta.second.start", LEMMA)
def at_least_start() -> Draft:
    """Weights of at most 1/32 are those of a sample of at least 32."""
    return (
        chain(START, given=weighted)
        .since(cite(mean_weight))
        .at_most(
            n,
            because=[
                (START, [le(1 / n, delta), lt(0, n)]),
                (START, [le(delta, Rational(1, START)), lt(0, n)]),
            ],
        )
    )


@derivation("delta.second.plain_most", LEMMA)
def plain_within() -> Draft:
    """F(n) ≤ 1/(2n) + 15/(8n²) + 7/n³, from n = 32 on."""
    over = lt(0, n**-4)
    rest = Rational(7) * n - Rational(83, 16) * n - REMAINDER
    return (
        chain(F, given=from_start_on)
        .since(lt(0, n), le(3, n), lt(2, n), cite(expansion_above, rho=n), over)
        .since(*existing_plain)
        .at_most(three_terms.xreplace({rho: n}) + REMAINDER / n**4)
        .at_most(two_terms.xreplace({rho: n}) + 7 / n**3, because=from_start(rest, START, over))
    )


@derivation("delta.second.cube", LEMMA)
def cube() -> Draft:
    """1/n³ ≤ δ³."""
    over = lt(0, 1 / n), le(1 / n, delta)
    return (
        chain(n**-3, given=[lt(0, n), le(1 / n, delta), lt(0, delta)])
        .since(over[0])
        .at_most(delta / n**2, because=[(1, [over[1], over[0], over[0]])])
        .at_most(delta**2 / n, because=[(1, [over[1], over[0], lt(0, delta)])])
        .at_most(
            delta**3,
            because=[
                (delta**2, over[1:]),
            ],
        )
    )


D_of_weights = {"D": excess}
about_weights = (
    cite(mean_weight),
    cite(bound_positive),
    cite(at_least_start),
    cite(skewness_at_most, **D_of_weights),
    cite(skewness_at_least, **D_of_weights),
    cite(cube),
    cite(in_cumulants, **D_of_weights),
)
REST = 760  # times δ³


@derivation("delta.second.excess", LEMMA)
def small_excess() -> Draft:
    """D ≤ δ²."""
    return (
        chain(D, given=[le(D, delta / n), le(1 / n, delta), lt(0, delta), lt(0, n)])
        .at_most(delta / n)
        .at_most(delta**2, because=[(1, [le(1 / n, delta), lt(0, delta)])])
    )


@derivation("delta.second.cumulants_above", hilton("section 4"))
def cumulants_above() -> Draft:
    """V ≤ κ₂/4 − 3κ₃/8 + 39κ₂²/32 + 760δ³."""
    return (
        chain(variance, given=weighted)
        .since(*about_weights, lt(2, n), *own, cite(above, **D_of_weights), cite(plain_within))
        .since(cite(small_excess, **D_of_weights))
        .at_most(F - 3 * excess + 750 * delta * excess)
        .at_most(
            cumulants + REST * delta**3,
            because=[
                (1, [le(F, two_terms.xreplace({rho: n}) + 7 / n**3)]),
                (7, [le(n**-3, delta**3)]),
                (750, [le(excess, delta**2), lt(0, delta)]),
                (3 * delta**2, [lt(0, delta)]),
                (1, [eq(in_n.xreplace({D: excess}), cumulants)]),
            ],
        )
    )


@derivation("delta.second.cumulants_below", hilton("section 4"))
def cumulants_below() -> Draft:
    """V ≥ κ₂/4 − 3κ₃/8 + 39κ₂²/32 − 760δ³."""
    over = lt(0, n**-3)
    return (
        chain(cumulants - REST * delta**3, given=weighted)
        .since(*about_weights, lt(2, n), *own, *existing_plain, cite(expansion_below, rho=n), over)
        .since(cite(small_excess, **D_of_weights), cite(below, **D_of_weights))
        .at_most(
            F - 3 * excess - 750 * delta * excess,
            because=[
                (1, [lt(three_terms.xreplace({rho: n}), F)]),
                (Rational(83, 16), [over]),
                (750, [le(excess, delta**2), lt(0, delta)]),
                (10 * delta**2, [lt(0, delta)]),
                (1, [eq(cumulants, in_n.xreplace({D: excess}))]),
            ],
        )
        .at_most(variance)
    )
