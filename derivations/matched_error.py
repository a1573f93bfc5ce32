"""How far the matched and the skewed factor are from the exact one.

Key results: with r_exact = √(V_∞/V_t), the factor that makes the variance of 1/√v_t what it is in
the end, r_skewed/r_exact is 1 but for 2000/n_∞², and r_matched/r_exact is
1 + 3((n_∞ − 1/n_∞) − (n_t − 1/n_t))/(3n_∞² + 1) but for as much: where no weight exceeds 1/32,
whatever t is. So the skewed factor is off at second order in 1 − β, the matched one at first.

References: Hilton 2019, section 4.
"""

from sympy import Expr, Integer, Rational

from derivations.adaptive_rate import by_age, summed
from derivations.chi import chi_variance, rho
from derivations.chi_expansion import expansion_below, three_terms
from derivations.delta import inverse_variance, plain_at_most
from derivations.ess import below_limit
from derivations.infinite import exact, variance_limit
from derivations.infinite_error import (
    at_last,
    at_size,
    at_the_end,
    exists,
    few,
    last_at_least,
    limit_at_least,
    limit_at_most,
    skewness_at_least,
    skewness_at_most_third,
    variance_at_least,
    variance_at_most,
)
from derivations.matched import (
    corrected,
    corrected_positive,
    last,
    last_positive,
    matched,
    positive_size,
    positive_variances,
    size,
    skewed,
    skewness,
)
from derivations.matched_arithmetic import (
    beside_positive,
    both_at_least,
    both_at_most,
    quotient_positive,
)
from derivations.notation import beta, decaying, t
from derivations.powers import BEYOND, LEMMA
from radam_sym.kernel.formulas import Relation
from radam_sym.proof import Citation, Draft, algebra, chain, cite, definition, derivation, le, lt

# --- the law's variances --------------------------------------------------------------------------


@derivation("matched.error.corrected_least", LEMMA)
def corrected_at_least() -> Draft:
    """1/(2ρ) ≤ F(ρ) − 3D."""
    over = lt(0, 1 / rho)
    return (
        chain(1 / (2 * rho), given=[*decaying, lt(2, rho), le(rho, last)])
        .since(lt(0, rho), lt(0, last), le(1, rho), over, lt(0, 1 / last), le(1 / last, 1 / rho))
        .since(cite(expansion_below), cite(skewness_at_most_third), *positive_variances(rho))
        .at_most(
            corrected(rho),
            because=[
                (1, [lt(three_terms, chi_variance(rho))]),
                (3, [le(skewness(beta, rho), 1 / (3 * last**2))]),
                (1, [le(1 / last, 1 / rho), lt(0, 1 / last)]),
                (1, [le(1 / last, 1 / rho), over]),
                (Rational(7, 8) / rho**2, []),
                (Rational(83, 16) / rho**2, [over]),
            ],
        )
    )


@derivation("matched.error.plain_least", LEMMA)
def plain_at_least() -> Draft:
    """1/(2ρ) ≤ F(ρ)."""
    return (
        chain(1 / (2 * rho), given=lt(2, rho))
        .since(lt(0, rho), lt(0, 1 / rho), cite(expansion_below), *positive_variances(rho))
        .at_most(
            chi_variance(rho),
            because=[
                (1, [lt(three_terms, chi_variance(rho))]),
                (Rational(15, 8) / rho**2, []),
                (Rational(83, 16) / rho**2, [lt(0, 1 / rho)]),
            ],
        )
    )


@derivation("matched.error.corrected_most", LEMMA)
def corrected_at_most() -> Draft:
    """F(ρ) − 3D ≤ 1/(2ρ) + 3/ρ², from ρ = 16 on."""
    return (
        chain(corrected(rho), given=[*decaying, le(16, rho)])
        .since(le(1, rho), lt(2, rho), cite(plain_at_most, n=rho), cite(skewness_at_least))
        .since(*positive_variances(rho))
        .at_most(chi_variance(rho))
        .at_most(1 / (2 * rho) + 3 / rho**2)
    )


# --- the factors' errors --------------------------------------------------------------------------


@derivation("matched.error.shift", LEMMA)
def shift_increases() -> Draft:
    """n_t·D_t ≤ n_∞·D_∞."""
    scale, over = 1 / (3 * last**2 + 1), (lt(0, 1 / size), lt(0, 1 / last))
    return (
        chain(size * at_size, given=decaying)
        .since(*summed, cite(positive_size), cite(last_positive), cite(below_limit), *over)
        .since(lt(0, scale))
        .by(definition(skewness))
        .at_most(
            last * skewness.body.xreplace({rho: last}),
            because=[
                (1, [lt(size, last), lt(0, scale)]),
                (1, [lt(size, last), *over, lt(0, scale)]),
            ],
        )
        .by(definition(skewness), to=last * at_last)
    )


@derivation("matched.error.shift_most", LEMMA)
def shift_at_most() -> Draft:
    """3ρD ≤ 1/n_∞."""
    over, third = lt(0, 1 / last), 1 / (3 * last**2)
    return (
        chain(3 * rho * skewness(beta, rho), given=[*decaying, le(1, rho), le(rho, last)])
        .since(lt(0, rho), lt(0, last), over, cite(skewness_at_most_third))
        .at_most(rho / last**2, because=[(3, [le(skewness(beta, rho), third), lt(0, rho)])])
        .at_most(1 / last, because=[(last**-2, [le(rho, last)])])
    )


inverse_last = 1 / last
before, after = 500 / (size * last**2), 501 / last**3
V_t, V_infinite = inverse_variance(by_age, t), variance_limit(beta)


def about(at: Expr) -> tuple[Citation | Relation, ...]:
    """What is known of F and D at a sample size, n_t or n_∞."""
    return (
        *(le(number, at) for number in (1, 16)),
        lt(2, at),
        le(at, last),
        *positive_variances(at),
        cite(plain_at_most, n=at),
        cite(plain_at_least, rho=at),
        cite(corrected_positive, rho=at),
        cite(corrected_at_least, rho=at),
        cite(corrected_at_most, rho=at),
        cite(skewness_at_least, rho=at),
        cite(skewness_at_most_third, rho=at),
        cite(shift_at_most, rho=at),
    )


def of_law(now: Expr, end: Expr, D: Expr, E: Expr) -> dict[str, Expr]:
    """What the lemmas speak of, for a law's variance at n_t and at n_∞."""
    variances = {"V": V_t, "F": now, "D": D, "rho": size, "e": before, "y": inverse_last}
    return variances | {"v": V_infinite, "f": end, "E": E, "sigma": last, "d": after}


of_matched = of_law(chi_variance(size), chi_variance(last), at_size, at_last)
of_skewed = of_law(corrected(size), corrected(last), Integer(0), Integer(0))
at_the_end_only = of_law(chi_variance(last), chi_variance(last), at_last, at_last)
at_the_end_only |= {"V": V_infinite, "rho": last, "e": after}


def own(of: dict[str, Expr]) -> dict[str, Expr]:
    """What they say of one variance."""
    return {name: of[name] for name in ("V", "F", "D", "rho", "e", "y")}


inverse = (lt(0, inverse_last), le(inverse_last, Rational(1, 63)))
in_the_limit = (
    *at_the_end,
    *inverse,
    *about(last),
    cite(limit_at_most),
    cite(limit_at_least),
    cite(beside_positive, **own(at_the_end_only)),
)
in_between = (
    *exists,
    *about(size),
    cite(variance_at_most),
    cite(variance_at_least),
    cite(beside_positive, **own(of_matched)),
)


@derivation("matched.error.now_positive", LEMMA)
def now_positive() -> Draft:
    """0 < V_t, written out: one may divide by it."""
    return (
        chain(0, given=[*decaying, few])
        .since(*summed, cite(last_positive), cite(last_at_least), *inverse, *in_between)
        .below(V_t)
        .by(definition(inverse_variance))
    )


off = 2000 / last**2
shift = 3 * (last * at_last - size * at_size)
unfolded_shift = 3 * (
    last * skewness.body.xreplace({rho: last}) - size * skewness.body.xreplace({rho: size})
)
leading = 3 * ((last - 1 / last) - (size - 1 / size)) / (3 * last**2 + 1)
positive_quotient = (cite(now_positive), cite(quotient_positive, a=V_infinite, b=V_t))
variances = (*summed, *in_the_limit, *in_between, *positive_quotient)


@derivation("matched.error.above", BEYOND)
def matched_at_most() -> Draft:
    """r_matched is at most 1 + 3((n_∞−1/n_∞) − (n_t−1/n_t))/(3n_∞²+1) + 2000/n_∞² times r_exact."""
    return (
        chain(matched(beta, t), given=[*decaying, few])
        .since(*variances, cite(shift_increases), cite(both_at_most, **of_matched))
        .by(definition(matched))
        .at_most((1 + shift + off) * exact.body)
        .by(definition(exact), to=(1 + shift + off) * exact(beta, t))
        .by(definition(skewness), to=(1 + unfolded_shift + off) * exact(beta, t))
        .by(algebra, to=(1 + leading + off) * exact(beta, t))
    )


@derivation("matched.error.below", BEYOND)
def matched_at_least() -> Draft:
    """And at least as much with −2000/n_∞²."""
    return (
        chain((1 + leading - off) * exact(beta, t), given=[*decaying, few])
        .since(*variances, cite(shift_increases), cite(both_at_least, **of_matched))
        .by(algebra, to=(1 + unfolded_shift - off) * exact(beta, t))
        .by(definition(skewness), to=(1 + shift - off) * exact(beta, t))
        .by(definition(exact))
        .at_most(matched.body)
        .by(definition(matched), to=matched(beta, t))
    )


@derivation("skewed.error.above", BEYOND)
def skewed_at_most() -> Draft:
    """r_skewed is at most 1 + 2000/n_∞² times r_exact."""
    return (
        chain(skewed(beta, t), given=[*decaying, few])
        .since(*variances, cite(both_at_most, **of_skewed))
        .by(definition(skewed))
        .at_most((1 + off) * exact.body)
        .by(definition(exact), to=(1 + off) * exact(beta, t))
    )


@derivation("skewed.error.below", BEYOND)
def skewed_at_least() -> Draft:
    """And at least 1 − 2000/n_∞² times that."""
    return (
        chain((1 - off) * exact(beta, t), given=[*decaying, few])
        .since(*variances, cite(both_at_least, **of_skewed))
        .by(definition(exact))
        .at_most(skewed.body)
        .by(definition(skewed), to=skewed(beta, t))
    )
