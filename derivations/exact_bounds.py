"""Var[1/√v_t] of an EWMA and its limit, within two terms of the delta method, along any curve.

Key results: let B(β, x) be κ₂/4 − 3κ₃/8 + 39κ₂²/32 in closed form, with x = β^t. Where no weight
exceeds δ ≤ 1/32, Var[1/√v_t] is B(β, β^t) but for 760δ³, and its limit is B(β, 0) but for
760(1−β)³. Along β = e^{−τ/t} one may put (1+τ)/t for δ and τ/t for 1 − β, and from t = 100(1+τ) on
all that one divides by is positive, Liu's ρ_t − 4 too.

References: Hilton 2019, sections 3 and 4.
"""

from sympy import Expr, Integer, Lambda, Limit, Rational, Symbol, exp, oo, pi

from derivations.adaptive_rate import (
    aged_sums,
    argument_positive,
    by_age,
    by_age_exists,
    share,
    summed,
    weight_bounded,
    weight_positive,
    weights_squares,
)
from derivations.comparison import rank
from derivations.cumulants import REST, cumulants, cumulants_above, cumulants_below
from derivations.delta import inverse_variance
from derivations.delta_second import START
from derivations.ess import least as least_size
from derivations.exact_law import w
from derivations.exponential import above_parabola, below_one
from derivations.exponential import line as exponential_line
from derivations.infinite import (
    inverse_at_infinity,
    inverse_integral_exists,
    root_at_infinity,
    root_integral_exists,
    variance_at_infinity,
    variance_limit,
)
from derivations.integrals import u
from derivations.late_transform import converges, factor
from derivations.limits import ordered
from derivations.liu import below_limit, positive
from derivations.matched import weights_cubes
from derivations.notation import (
    beta,
    decaying,
    ess,
    ess_limit,
    half,
    i,
    liu_length,
    t,
    tau,
)
from derivations.powers import LEMMA, between_zero_and_base
from derivations.rectification import defined, radicand
from radam_sym.kernel.axioms import power_vanishing
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition
from radam_sym.kernel.terms import substitute
from radam_sym.proof import (
    Citation,
    Draft,
    chain,
    cite,
    definition,
    derivation,
    eq,
    hyperbolic,
    le,
    limit,
    lt,
)

delta = Symbol("delta", real=True)
size = ess(beta, t)
n, m = (Symbol(name, integer=True, positive=True) for name in "nm")


x = Symbol("x", real=True)
squares = (1 + x) / (1 - x) * (1 - beta) / (1 + beta)
cubes = (1 - beta) ** 3 * (1 - x**3) / ((1 - x) ** 3 * (1 - beta**3))
two_terms = Definition(
    "two_terms",
    (beta, x),
    squares / 2 - 3 * cubes + Rational(39, 8) * squares**2,
    notation=r"B\left({beta}, {x}\right)",
)


# --- one step -------------------------------------------------------------------------------------

V_t, V_last = inverse_variance(by_age, t), variance_limit(beta)
here = two_terms(beta, beta**t)
by_weights = {"w": by_age, "n": size, "delta": delta}
in_sums = substitute(cumulants, {w: by_age})
few = (*decaying, le(3, t), le(share, delta), le(delta, Rational(1, START)))
existing = (le(2, t), *by_age_exists, lt(0, pi))
known = (
    *summed,
    *aged_sums,
    cite(least_size),
    lt(0, size),
    lt(beta**3, 1),
)


@derivation("exact.step.cumulants", LEMMA)
def by_powers() -> Draft:
    """The two terms of an EWMA's weights, without sums."""
    return (
        chain(in_sums, given=decaying)
        .since(*known)
        .by(cite(weights_squares))
        .by(cite(weights_cubes))
        .by(definition(ess))
        .by(definition(two_terms), to=here)
    )


@derivation("exact.step.weight", LEMMA)
def weight_at_most() -> Draft:
    """What bounds the newest weight bounds them all."""
    return (
        chain(beta ** (rank - 1) * share, given=few[:-1])
        .since(*summed, cite(weight_bounded))
        .at_most(share)
        .at_most(delta)
    )


@derivation("exact.step.above", LEMMA)
def step_above() -> Draft:
    """Var[1/√v_t] is at most two terms and 760δ³, for weights of at most δ ≤ 1/32."""
    return (
        chain(V_t, given=few)
        .since(
            *known,
            *existing,
            cite(weight_at_most),
            cite(cumulants_above, **by_weights),
            cite(by_powers),
        )
        .at_most(in_sums + REST * delta**3)
        .equal_to(here + REST * delta**3, because=[(1, [eq(in_sums, here)])])
    )


@derivation("exact.step.below", LEMMA)
def step_below() -> Draft:
    """And at least that less 760δ³."""
    return (
        chain(here - REST * delta**3, given=few)
        .since(
            *known,
            *existing,
            cite(weight_at_most),
            cite(cumulants_below, **by_weights),
            cite(by_powers),
        )
        .equal_to(in_sums - REST * delta**3, because=[(1, [eq(here, in_sums)])])
        .at_most(V_t)
    )


# --- and the limit --------------------------------------------------------------------------------

later = {t: n + t}
later_share, later_left = share.xreplace(later), beta ** (n + t)
V_later = substitute(V_t, later)
from_here = (*decaying, le(3, t), le(share, Rational(1, START)))


@derivation("exact.last.share", LEMMA)
def later_share_less() -> Draft:
    """The newest weight decreases."""
    return (
        chain(later_share, given=decaying)
        .since(*summed, *between_zero_and_base(beta, n + t), *between_zero_and_base(beta, n))
        .since(le(later_left, beta**t), lt(0, 1 - later_left), lt(0, later_share))
        .at_most(
            share,
            because=[(1, [le(later_left, beta**t), lt(0, later_share), lt(0, 1 / (1 - beta**t))])],
        )
    )


@derivation("exact.last.share_small", LEMMA)
def later_share_small() -> Draft:
    """And stays small."""
    return (
        chain(later_share, given=from_here)
        .since(*summed, *between_zero_and_base(beta, n + t), cite(later_share_less))
        .at_most(share)
        .at_most(Rational(1, START))
    )


def later_facts(index: Symbol) -> tuple[Relation | Citation, ...]:
    """What is known so many steps later."""
    known = lt(0, 1 - beta ** (index + t)), lt(beta**3, 1)
    return *summed, *between_zero_and_base(beta, index + t), *known


last_two_terms = two_terms(beta, Integer(0))
last_rest = REST * (1 - beta) ** 3


def limit_of_bound(sign: int) -> Draft:
    """Where the bounds go."""
    bound = two_terms(beta, later_left) + sign * REST * later_share**3
    return (
        chain(Limit(bound.xreplace({n: m}), m, oo), given=decaying)
        .since(*later_facts(m))
        .by(definition(two_terms))
        .by(limit(cite(power_vanishing, q=beta)))
        .by(definition(two_terms), to=last_two_terms + sign * last_rest)
    )


@derivation("exact.last.bound_above", LEMMA)
def last_bound_above() -> Draft:
    """The upper bounds' limit."""
    return limit_of_bound(1)


@derivation("exact.last.bound_below", LEMMA)
def last_bound_below() -> Draft:
    """That of the lower ones."""
    return limit_of_bound(-1)


def along(expression: Expr) -> Lambda:
    """The expression, step by step."""
    return Lambda(n, expression)


existing_later = (
    le(3, n + t),
    cite(weight_positive, i=i - 1, t=n + t),
    cite(argument_positive, i=i - 1, t=n + t, s=u),
    cite(inverse_integral_exists, t=n, k=t),
    cite(root_integral_exists, t=n, k=t),
)
at_infinity = (
    lt(0, pi),
    cite(factor, s=u),
    cite(converges, s=u),
    cite(inverse_at_infinity, k=t),
    cite(root_at_infinity, k=t),
    cite(variance_at_infinity, k=t),
)


@derivation("exact.last.above", LEMMA)
def last_above() -> Draft:
    """Var[1/√v_∞] is at most its own two terms and 760(1−β)³."""
    above = two_terms(beta, later_left) + REST * later_share**3
    sequences = {
        "a": along(V_later),
        "b": along(above),
        "A": V_last,
        "B": last_two_terms + last_rest,
    }
    return (
        chain(V_last, given=from_here)
        .since(*later_facts(n), cite(later_share_less), cite(later_share_small))
        .since(*existing_later, cite(last_bound_above), *at_infinity)
        .since(cite(step_above, t=n + t, delta=later_share))
        .since(cite(ordered, **sequences))
        .at_most(last_two_terms + last_rest)
    )


@derivation("exact.last.below", LEMMA)
def last_below() -> Draft:
    """And at least that less 760(1−β)³."""
    below = two_terms(beta, later_left) - REST * later_share**3
    sequences = {
        "a": along(below),
        "b": along(V_later),
        "A": last_two_terms - last_rest,
        "B": V_last,
    }
    return (
        chain(last_two_terms - last_rest, given=from_here)
        .since(*later_facts(n), cite(later_share_less), cite(later_share_small))
        .since(*existing_later, cite(last_bound_below), *at_infinity)
        .since(cite(step_below, t=n + t, delta=later_share))
        .since(cite(ordered, **sequences))
        .at_most(V_last)
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
        chain(1 - curve, given=after)
        .since(cite(exponential_line, z=-tau / t))
        .at_most(tau / t, because=[(1, [le(1 - tau / t, curve)])])
    )


@derivation("exact.curve.over", LEMMA)
def over() -> Draft:
    """τ ≤ (1+τ)(1−e^{−τ})."""
    return (
        chain(tau, given=after)
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
        chain((1 + x + x**2) / whole, given=shares)
        .since(lt(0, whole), lt(0, 1 / whole), lt(0, 1 + beta + x))
        .at_most(1, because=[(1, [le(x, beta), lt(0, 1 + beta + x), lt(0, 1 / whole)])])
    )


@derivation("exact.step.first", LEMMA)
def first_at_least() -> Draft:
    """1/2 ≤ (1+x)/(1+β)."""
    over = lt(0, 1 / (1 + beta))
    return (
        chain(half, given=shares)
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
        chain(1 - curve, given=late)
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


@derivation("exact.curve.last_positive.written_out", LEMMA)
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
