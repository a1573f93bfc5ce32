"""Var[1/√v_t] and its limit along a curve on which β → 1.

Key results: along β = e^{−τ/t}, and from t = 100(1+τ) on, they are what they are for any β
(``exact.last``), with (1+τ)/t for the greatest weight and τ/t for 1 − β; and all that one divides
by is positive, Liu's ρ_t − 4 too.

References: Hilton 2019, sections 3 and 4.
"""

from sympy import Integer, Rational, exp, pi

from derivations.adaptive_rate import (
    argument_positive,
    share,
    summed,
    weight_positive,
)
from derivations.cumulants import REST
from derivations.delta import inverse_variance
from derivations.delta_second import START
from derivations.exact_bounds import (
    V_t,
    existing,
    here,
    known,
    last_above,
    last_below,
    step_above,
    step_below,
    two_terms,
    x,
)
from derivations.exponential import above_parabola, below_one
from derivations.exponential import line as exponential_line
from derivations.infinite import (
    inverse_at_infinity,
    inverse_integral_exists,
    root_at_infinity,
    root_integral_exists,
    variance_limit,
)
from derivations.integrals import u
from derivations.late_transform import converges, factor
from derivations.liu import below_limit, positive
from derivations.notation import (
    beta,
    decaying,
    ess_limit,
    half,
    i,
    liu_length,
    t,
    tau,
)
from derivations.powers import LEMMA
from derivations.rectification import defined, radicand
from radam_sym.kernel.terms import substitute
from radam_sym.proof import (
    Draft,
    chain,
    cite,
    definition,
    derivation,
    hyperbolic,
    le,
    lt,
)

# --- along a curve --------------------------------------------------------------------------------

curve = exp(-tau / t)
on_curve = {beta: curve}
after = (lt(0, tau),)
left = exp(-tau)
heaviest = (1 + tau) / t
late = (*after, le(100 * (1 + tau), t))
between_facts = (lt(0, tau / t), cite(below_one, z=tau / t), cite(below_one, z=tau), lt(0, curve))


@derivation("exact.curve.gap", LEMMA)
def gap() -> Draft:
    """1 − β ≤ τ/t, for β = e^{−τ/t}."""
    return (
        chain(1 - curve)
        .since(cite(exponential_line, z=-tau / t))
        .at_most(tau / t, because=[(1, [le(1 - tau / t, curve)])])
    )


@derivation("exact.curve.over", LEMMA)
def over() -> Draft:
    """τ ≤ (1+τ)(1−e^{−τ})."""
    return (
        chain(tau)
        .since(cite(exponential_line, z=tau), lt(0, left))
        .at_most(
            tau + left * (exp(tau) - 1 - tau),
            because=[(1, [le(1 + tau, exp(tau)), lt(0, left)])],
        )
        .by(hyperbolic, to=(1 + tau) * (1 - left))
    )


@derivation("exact.curve.share", LEMMA)
def curve_share() -> Draft:
    """The newest weight is at most (1+τ)/t."""
    over_left = lt(0, 1 / (1 - left))
    return (
        chain((1 - curve) / (1 - left), given=after)
        .since(*between_facts, cite(gap), cite(over), over_left, lt(0, 1 / t))
        .at_most(tau / t / (1 - left), because=[(1, [le(1 - curve, tau / t), over_left])])
        .at_most(
            heaviest,
            because=[(1, [le(tau, (1 + tau) * (1 - left)), over_left, lt(0, 1 / t)])],
        )
    )


@derivation("exact.curve.share_hundredth", LEMMA)
def share_hundredth() -> Draft:
    """That is no more than 1/100, from a step on."""
    return (
        chain((1 - curve) / (1 - left), given=late)
        .since(*between_facts, cite(curve_share))
        .at_most(heaviest)
        .at_most(Rational(1, 100))
    )


@derivation("exact.curve.share_small", LEMMA)
def share_small() -> Draft:
    """And so no more than 1/32."""
    return (
        chain((1 - curve) / (1 - left), given=late)
        .since(*between_facts, cite(curve_share))
        .at_most(heaviest)
        .at_most(Rational(1, START))
    )


V_curve, V_last_curve = substitute(V_t, on_curve), variance_limit(curve)
now, finally_ = two_terms(curve, left), two_terms(curve, Integer(0))
rest, last_rest_curve = REST * heaviest**3, REST * (tau / t) ** 3
on = {"beta": curve}
small = (
    *between_facts,
    lt(0, 3 * tau / t),
    cite(below_one, z=3 * tau / t),
    lt(0, pi),
    le(3, t),
    cite(curve_share),
    le(heaviest, Rational(1, START)),
)
existing_curve = (
    cite(weight_positive, i=i - 1, **on),
    cite(argument_positive, i=i - 1, s=u, **on),
    cite(inverse_integral_exists, t=t - 2, k=2, **on),
    cite(root_integral_exists, t=t - 2, k=2, **on),
)


@derivation("exact.curve.above", LEMMA)
def curve_above() -> Draft:
    """Along β = e^{−τ/t} Var[1/√v_t] is at most two terms and 760((1+τ)/t)³."""
    return (
        chain(V_curve, given=late)
        .since(*small, *existing_curve, cite(step_above, delta=heaviest, **on))
        .at_most(now + rest)
    )


@derivation("exact.curve.below", LEMMA)
def curve_below() -> Draft:
    """And at least that less 760((1+τ)/t)³."""
    return (
        chain(now - rest, given=late)
        .since(*small, *existing_curve, cite(step_below, delta=heaviest, **on))
        .at_most(V_curve)
    )


existing_last = (
    cite(factor, s=u, **on),
    cite(converges, s=u, **on),
    cite(inverse_at_infinity, k=2, **on),
    cite(root_at_infinity, k=2, **on),
)
cubed = (*between_facts, lt(0, 1 - curve), cite(gap))
shorter = le(1 - curve, tau / t)
cube_less = [
    (REST, [shorter, *first, *second])
    for first, second in (
        ([lt(0, tau / t)], [lt(0, tau / t)]),
        ([lt(0, tau / t)], [lt(0, 1 - curve)]),
        ([lt(0, 1 - curve)], [lt(0, 1 - curve)]),
    )
]


@derivation("exact.curve.last_above", LEMMA)
def curve_last_above() -> Draft:
    """Var[1/√v_∞] is at most its two terms and 760(τ/t)³."""
    return (
        chain(V_last_curve, given=late)
        .since(*small, *cubed, *existing_last, cite(share_small), cite(last_above, **on))
        .at_most(finally_ + REST * (1 - curve) ** 3)
        .at_most(finally_ + last_rest_curve, because=cube_less)
    )


@derivation("exact.curve.last_below", LEMMA)
def curve_last_below() -> Draft:
    """And at least those less 760(τ/t)³."""
    return (
        chain(finally_ - last_rest_curve, given=late)
        .since(*small, *cubed, *existing_last, cite(share_small), cite(last_below, **on))
        .at_most(finally_ - REST * (1 - curve) ** 3, because=cube_less)
        .at_most(V_last_curve)
    )


# --- positive -------------------------------------------------------------------------------------

newest = (1 - beta) / (1 - x)


shares = [lt(0, beta), le(0, x), le(x, beta), lt(beta, 1)]


@derivation("exact.step.ratio", LEMMA)
def ratio_at_most() -> Draft:
    """(1+x+x²)/(1+β+β²) ≤ 1."""
    whole = 1 + beta + beta**2
    return (
        chain((1 + x + x**2) / whole, given=shares[:3])
        .since(lt(0, whole), lt(0, 1 / whole), lt(0, 1 + beta + x))
        .at_most(1, because=[(1, [le(x, beta), lt(0, 1 + beta + x), lt(0, 1 / whole)])])
    )


@derivation("exact.step.first", LEMMA)
def first_at_least() -> Draft:
    """1/2 ≤ (1+x)/(1+β)."""
    over = lt(0, 1 / (1 + beta))
    return (
        chain(half, given=[lt(0, beta), le(0, x), lt(beta, 1)])
        .since(lt(0, 1 + beta), over)
        .at_most((1 + x) / (1 + beta), because=[(1, [le(0, x), over]), (half, [lt(beta, 1), over])])
    )


@derivation("exact.step.bound_positive", LEMMA)
def bound_positive() -> Draft:
    """The lower bound is positive where no weight exceeds 1/100."""
    tenth = Rational(1, 100)
    first, ratio = (1 + x) / (1 + beta), (1 + x + x**2) / (1 + beta + beta**2)
    up = lt(0, newest)
    return (
        chain(0, given=[*shares, le(newest, tenth)])
        .since(lt(0, 1 - x), lt(0, 1 - beta), up, lt(0, 1 + beta), lt(0, 1 + beta + beta**2))
        .since(lt(0, 1 / (1 + beta)), lt(0, 1 / (1 + beta + beta**2)))
        .since(cite(ratio_at_most), cite(first_at_least), lt(beta**3, 1))
        .below(newest * (half * half - Rational(3, 100) - Rational(REST, 10000)))
        .at_most(
            newest * first / 2 - 3 * newest**2 * ratio - REST * newest**3,
            because=[
                (half, [le(half, first), up]),
                (3 * newest**2, [le(ratio, 1)]),
                (3, [le(newest, tenth), up]),
                (REST * newest**2, [le(newest, tenth)]),
                (REST * tenth, [le(newest, tenth), up]),
            ],
        )
        .at_most(
            two_terms.body - REST * newest**3,
            because=[(Rational(39, 8) * newest**2 * first**2, [])],
        )
        .by(definition(two_terms), to=two_terms(beta, x) - REST * newest**3)
    )


hundredth = Rational(1, 100)


@derivation("exact.step.small", LEMMA)
def share_small_at_step() -> Draft:
    """1/100 is less than 1/32."""
    return (
        chain(share, given=[*decaying, le(share, hundredth)])
        .since(*summed)
        .at_most(hundredth)
        .at_most(Rational(1, START))
    )


@derivation("exact.step.positive", LEMMA)
def step_positive() -> Draft:
    """0 < Var[1/√v_t], where no weight exceeds 1/100."""
    return (
        chain(0, given=[*decaying, le(3, t), le(share, hundredth)])
        .since(*known, *existing, cite(share_small_at_step), cite(step_below, delta=share))
        .since(cite(bound_positive, x=beta**t))
        .below(here - REST * share**3)
        .at_most(V_t)
    )


@derivation("exact.curve.positive", LEMMA)
def curve_positive() -> Draft:
    """Along a curve, too."""
    return (
        chain(0, given=late)
        .since(*small, *existing_curve, cite(share_hundredth), cite(step_positive, **on))
        .below(V_curve)
    )


@derivation("exact.curve.positive.written_out", LEMMA)
def written_out() -> Draft:
    """The same, written out: one may divide by it."""
    return (
        chain(0, given=late)
        .since(*small, *existing_curve, cite(curve_positive))
        .below(V_curve)
        .by(definition(inverse_variance))
    )


@derivation("exact.curve.gap_small", LEMMA)
def gap_small() -> Draft:
    """1 − β ≤ 1/100, from a step on."""
    return (
        chain(1 - curve, given=late[1:])
        .since(cite(gap))
        .at_most(tau / t)
        .at_most(heaviest)
        .at_most(hundredth)
    )


@derivation("exact.curve.last_positive", LEMMA)
def last_positive() -> Draft:
    """And in the limit."""
    return (
        chain(0, given=late)
        .since(*small, *cubed, *existing_last, cite(share_small), cite(last_below, **on))
        .since(cite(gap_small), cite(bound_positive, x=0, **on))
        .below(finally_ - REST * (1 - curve) ** 3)
        .at_most(V_last_curve)
    )


@derivation("exact.curve.last_written_out", LEMMA)
def last_written_out() -> Draft:
    """The same, written out."""
    return (
        chain(0, given=late)
        .since(*small, *existing_last, cite(last_positive))
        .below(V_last_curve)
        .by(definition(variance_limit))
    )


@derivation("exact.curve.ratio", LEMMA)
def ratio_positive() -> Draft:
    """So is their ratio."""
    return (
        chain(0, given=late)
        .since(*small, *existing_curve, *existing_last, cite(curve_positive), cite(last_positive))
        .since(cite(written_out), lt(0, 1 / V_curve))
        .below(V_last_curve / V_curve, because=[(1, [lt(0, V_last_curve), lt(0, 1 / V_curve)])])
    )


# --- and Liu's ------------------------------------------------------------------------------------

length, longest = liu_length(curve, t), ess_limit(curve)
grown = 2 + 3 * tau + 2 * tau**2


@derivation("exact.curve.length_rest", LEMMA)
def length_rest() -> Draft:
    """(2 + 3τ + 2τ²)e^{−τ} ≤ 2 + τ."""
    rest = exp(tau) - 1 - tau - tau**2 / 2
    return (
        chain(grown * left, given=after)
        .since(cite(above_parabola, z=tau), lt(0, left))
        .at_most(
            (grown + (2 + tau) * rest + tau**3 / 2) * left,
            because=[
                (1, [le(1 + tau + tau**2 / 2, exp(tau)), lt(0, 2 + tau), lt(0, left)]),
                (half, [*[lt(0, tau)] * 3, lt(0, left)]),
            ],
        )
        .by(hyperbolic, to=2 + tau)
    )


@derivation("exact.curve.length", LEMMA)
def long_enough() -> Draft:
    """ρ_t is at least t/(1+τ) − 1 along a curve, and so more than 4 from a step on."""
    over_left, over_gap = lt(0, 1 / (1 - left)), lt(0, 1 / (1 - curve))
    apart = -1 - 2 * t * left / (1 - left)
    return (
        chain(4, given=late)
        .since(*between_facts, cite(length_rest), cite(gap), over_left, over_gap)
        .since(lt(0, 1 / (1 + tau)), lt(0, 1 / tau), lt(0, t / tau))
        .below(
            t / (1 + tau) - 1,
            because=[(1, [le(100 * (1 + tau), t), lt(0, 1 / (1 + tau))]), (95, [])],
        )
        .at_most(
            2 * t / tau + apart,
            because=[
                (
                    1,
                    [
                        le(grown * left, 2 + tau),
                        lt(0, 1 / tau),
                        over_left,
                        lt(0, 1 / (1 + tau)),
                        lt(0, t),
                    ],
                )
            ],
        )
        .at_most(2 / (1 - curve) + apart, because=[(2, [shorter, lt(0, t / tau), over_gap])])
        .by(definition(liu_length), to=length)
    )


@derivation("exact.curve.length_limit", LEMMA)
def limit_long_enough() -> Draft:
    """So is ρ_∞."""
    return (
        chain(4, given=late)
        .since(*between_facts, cite(long_enough), cite(below_limit, **on))
        .below(length)
        .below(longest)
    )


@derivation("exact.curve.radicand", LEMMA)
def radicand_positive() -> Draft:
    """And Liu's factor is defined."""
    on_square = substitute(radicand, on_curve)
    return (
        chain(0, given=late)
        .since(*between_facts, cite(long_enough), cite(limit_long_enough), cite(positive, **on))
        .since(lt(2, longest), lt(0, longest), cite(defined, **on))
        .below(on_square)
    )
