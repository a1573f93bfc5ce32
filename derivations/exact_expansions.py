"""The exact law's own factor as β → 1, beside Hilton's and Liu's.

References: Hilton 2019, sections 3 and 4.
"""

from typing import Any

from sympy import Expr, Integer, Lambda, Limit, Rational, Symbol, exp, oo, pi, sqrt, tanh

from derivations.adaptive_rate import (
    argument_positive,
    aged_sums,
    by_age,
    by_age_exists,
    share,
    summed,
    weight_bounded,
    weight_positive,
    weights_squares,
)
from derivations.comparison import rank, scaled
from derivations.cumulants import REST, START, cumulants, cumulants_above, cumulants_below
from derivations.delta import inverse_variance
from derivations.ess import least as least_size
from derivations.exact_law import w
from derivations.exponential import above_parabola, above_tangent, below_one, tanh_positive
from derivations.exponential import line as exponential_line
from derivations.infinite import inverse_integral_exists, root_integral_exists, inverse_at_infinity, root_at_infinity, variance_at_infinity, variance_limit
from derivations.integrals import u
from derivations.late_transform import converges, factor
from derivations.limits import of_root, ordered, quotient
from derivations.matched import weights_cubes
from derivations.notation import beta, decaying, ess, ess_limit, half, i, liu_length, liu_rectification, s, simple, t, tau
from derivations.powers import BEYOND, LEMMA, between_zero_and_base
from derivations.liu import below_limit, positive
from derivations.rectification import defined, radicand
from radam_sym.kernel.axioms import limit_between, power_vanishing
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition, Family, Forall
from radam_sym.kernel.terms import substitute
from radam_sym.proof import (
    Citation,
    Derivation,
    Draft,
    algebra,
    at,
    chain,
    cite,
    definition,
    derivation,
    eq,
    for_all,
    hyperbolic,
    le,
    limit,
    lt,
    radical,
    series,
)

delta = Symbol("delta", real=True)
size = ess(beta, t)
n = Symbol("n", integer=True, positive=True)


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
        .since(*known, *existing, cite(weight_at_most), cite(cumulants_above, **by_weights), cite(by_powers))
        .at_most(in_sums + REST * delta**3)
        .equal_to(here + REST * delta**3, because=[(1, [eq(in_sums, here)])])
    )


@derivation("exact.step.below", LEMMA)
def step_below() -> Draft:
    """And at least that less 760δ³."""
    return (
        chain(here - REST * delta**3, given=few)
        .since(*known, *existing, cite(weight_at_most), cite(cumulants_below, **by_weights), cite(by_powers))
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


later_facts = (
    *summed,
    *between_zero_and_base(beta, n + t),
    lt(0, 1 - later_left),
    lt(beta**3, 1),
)


last_two_terms = two_terms(beta, Integer(0))
last_rest = REST * (1 - beta) ** 3


def limit_of_bound(sign: int) -> Draft:
    """Where the bounds go."""
    bound = two_terms(beta, later_left) + sign * REST * later_share**3
    return (
        chain(Limit(bound, n, oo), given=decaying)
        .since(*later_facts)
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
        .since(*later_facts, cite(later_share_less), cite(later_share_small))
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
        .since(*later_facts, cite(later_share_less), cite(later_share_small))
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
        .at_most(
            (1 + x) / (1 + beta), because=[(1, [le(0, x), over]), (half, [lt(beta, 1), over])]
        )
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
        .at_most(newest * first / 2 - 3 * newest**2 * ratio - REST * newest**3,
            because=[
                (half, [le(half, first), up]),
                (3 * newest**2, [le(ratio, 1)]),
                (3, [le(newest, tenth), up]),
                (REST * newest**2, [le(newest, tenth)]),
                (REST * tenth, [le(newest, tenth), up]),
            ])
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
    return chain(share, given=[*decaying, le(share, hundredth)]).since(*summed).at_most(
        hundredth
    ).at_most(Rational(1, START))


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
        .below(
            V_last_curve / V_curve, because=[(1, [lt(0, V_last_curve), lt(0, 1 / V_curve)])]
        )
    )


# --- differences ----------------------------------------------------------------------------------

f, g, y, z, B, C, d, e = (Symbol(name, real=True) for name in "fgyzBCde")
within = (le(B - e, y), le(y, B + e), le(C - d, z), le(z, C + d), le(0, f), lt(0, g))


@derivation("exact.difference.least", LEMMA)
def difference_least() -> Draft:
    """What is known of two numbers says how small a difference is."""
    return chain(g * (C - f * B - d - f * e), given=within).at_most(
        g * (z - f * y),
        because=[(1, [le(C - d, z), lt(0, g)]), (1, [le(y, B + e), le(0, f), lt(0, g)])],
    )


@derivation("exact.difference.most", LEMMA)
def difference_most() -> Draft:
    """And how large."""
    return chain(g * (z - f * y), given=within).at_most(
        g * (C - f * B + d + f * e),
        because=[(1, [le(z, C + d), lt(0, g)]), (1, [le(B - e, y), le(0, f), lt(0, g)])],
    )


# --- β → 1 with tλ = τ ----------------------------------------------------------------------------

step = s + n
V, W = Family("V", "positive sequence"), Family("W", "positive sequence")
K, L = Symbol("K", real=True), Symbol("L", real=True)
T = tanh(tau / 2)
variance_rate = tau / (4 * T)
gap_rate = -(tau**2) * (1 - T) * (T + Rational(15, 8)) / (4 * T)


def at_step(expression: Expr, tau_there: Expr = tau) -> Expr:
    """What stands for τ and t, at the step s + t."""
    return substitute(expression, {tau: tau_there, t: step})


def bounds_of(family: Family, terms: Expr, most: Expr) -> tuple[Forall, Forall]:
    """terms − most ≤ X_t ≤ terms + most, at every step."""
    return for_all(n, le(terms - most, family[n])), for_all(n, le(family[n], terms + most))


def above_zero(family: Family) -> Forall:
    """0 < X_t."""
    return for_all(n, lt(0, family[n]))


now_s, rest_s, finally_s, last_rest_s = map(at_step, (now, rest, finally_, last_rest_curve))
of_V, of_W = bounds_of(V, now_s, rest_s), bounds_of(W, finally_s, last_rest_s)
at_n = tuple(at(known, n) for known in (*of_V, *of_W))
scaled_V = step * (now_s + K * (1 + tau) ** 3 / step**3)
scaled_gap = step**2 * (
    finally_s - T * now_s + K * tau**3 / step**3 + L * (1 + tau) ** 3 / step**3
)
around = (lt(0, tau / step), cite(below_one, z=tau / step), cite(below_one, z=tau))
around = (*around, lt(0, 3 * tau / step), cite(below_one, z=3 * tau / step))
positive_T = cite(tanh_positive, z=tau)


@derivation("exact.scaling.bound", LEMMA)
def scaled_bound() -> Draft:
    """Where the bounds of t·V_t go."""
    return (
        chain(Limit(scaled_V, n, oo), given=after)
        .since(cite(below_one, z=tau), positive_T)
        .by(series, to=variance_rate)
    )


@derivation("exact.scaling.gap_bound", LEMMA)
def scaled_gap_bound() -> Draft:
    """Where those of t²(V_∞ − T·V_t) go."""
    return (
        chain(Limit(scaled_gap, n, oo), given=after)
        .since(cite(below_one, z=tau), positive_T)
        .by(series, to=gap_rate)
    )


def squeezed(below: Expr, middle: Expr, above: Expr, to: Expr) -> Citation:
    """What lies between two sequences of one limit."""
    sequences = {"a": along(below), "b": along(middle), "c": along(above)}
    return cite(limit_between, A=to, **sequences)


@derivation("exact.scaling.variance", LEMMA)
def scaled_variance() -> Draft:
    """t·V_t → τ/(4T): V_t is about 1/(2n_t)."""
    least, most = (scaled_V.xreplace({K: sign * Integer(REST)}) for sign in (-1, 1))
    return (
        chain(Limit(step * V[n], n, oo), given=[*after, *of_V])
        .since(*around, positive_T, *at_n[:2], cite(scaled_bound, K=-REST), cite(scaled_bound, K=REST))
        .since(cite(scaled, alpha=now_s - rest_s, beta=V[n], gamma=step))
        .since(cite(scaled, alpha=V[n], beta=now_s + rest_s, gamma=step))
        .by(squeezed(least, step * V[n], most, variance_rate))
    )


@derivation("exact.scaling.gap", LEMMA)
def scaled_difference() -> Draft:
    """t²(V_∞ − T·V_t) → −τ²(1−T)(T+15/8)/(4T)."""
    middle = step**2 * (W[n] - T * V[n])
    least, most = (
        scaled_gap.xreplace({K: sign * Integer(REST), L: sign * REST * T}) for sign in (-1, 1)
    )
    parts = {"y": V[n], "z": W[n], "B": now_s, "C": finally_s, "e": rest_s, "d": last_rest_s}
    return (
        chain(Limit(middle, n, oo), given=[*after, *of_V, *of_W])
        .since(*around, positive_T, *at_n)
        .since(*(cite(scaled_gap_bound, K=k * REST, L=k * REST * T) for k in (-1, 1)))
        .since(*(cite(side, f=T, g=step**2, **parts) for side in (difference_least, difference_most)))
        .by(squeezed(least, middle, most, gap_rate))
    )


@derivation("exact.scaling.ratio", LEMMA)
def scaled_ratio() -> Draft:
    """So t(V_∞/V_t − T) → −τ(1−T)(T+15/8)."""
    above, below = step**2 * (W[n] - T * V[n]), step * V[n]
    sides = {"a": along(above), "b": along(below), "A": gap_rate, "B": variance_rate}
    return (
        chain(Limit(step * (W[n] / V[n] - T), n, oo), given=[*after, *of_V, *of_W, above_zero(V)])
        .since(*around, positive_T, at(above_zero(V), n), lt(0, below), lt(0, variance_rate))
        .since(cite(scaled_variance), cite(scaled_difference))
        .by(algebra, to=Limit(above / below, n, oo))
        .by(cite(quotient, **sides))
    )


exact = Definition(
    "r_exact", (beta, t), sqrt(V_last / V_t), notation=r"r^{\mathrm{exact}}_{t}"
)


def along_curve(rate: Expr) -> tuple[Citation | Relation, ...]:
    """What is known at the step s + t, for β = e^{−rate/(s+t)}."""
    decay = exp(-rate / step)
    here, there = {"tau": rate, "t": step}, {"beta": decay}
    return (
        lt(0, rate),
        lt(0, rate / step),
        le(100 * (1 + rate), step),
        lt(0, pi),
        lt(0, decay),
        cite(below_one, z=rate),
        cite(below_one, z=rate / step),
        lt(0, 3 * rate / step),
        cite(below_one, z=3 * rate / step),
        cite(weight_positive, i=i - 1, t=step, **there),
        cite(argument_positive, i=i - 1, t=step, s=u, **there),
        cite(inverse_integral_exists, t=n, k=s, **there),
        cite(root_integral_exists, t=n, k=s, **there),
        cite(factor, s=u, **there),
        cite(converges, s=u, **there),
        cite(inverse_at_infinity, k=2, **there),
        cite(root_at_infinity, k=2, **there),
        cite(curve_above, **here),
        cite(curve_below, **here),
        cite(curve_last_above, **here),
        cite(curve_last_below, **here),
        cite(curve_positive, **here),
        cite(last_positive, **here),
        cite(written_out, **here),
        cite(last_written_out, **here),
        cite(ratio_positive, **here),
    )


def sequences_of(rate: Expr) -> dict[str, Lambda]:
    """V_t and V_∞ along the curve."""
    decay = exp(-rate / step)
    return {
        "V": along(substitute(V_t, {beta: decay, t: step})),
        "W": along(variance_limit(decay)),
    }


@derivation("exact.scaling", BEYOND)
def scaling() -> Draft:
    """β → 1 with tλ = τ: r² of the exact law is T − λ(1−T)(T+15/8) + ..., with T = tanh(τ/2)."""
    decay = exp(-tau / step)
    return (
        chain(Limit(step * (exact(decay, step) ** 2 - T), n, oo), given=[*after, le(100 * (1 + tau), s)])
        .since(*along_curve(tau), positive_T)
        .since(cite(scaled_ratio, **sequences_of(tau)))
        .by(definition(exact))
        .by(cite(scaled_ratio, **sequences_of(tau)))
    )


# --- early: β → 1 with t²λ = c --------------------------------------------------------------------

c, A = Symbol("c", real=True), Symbol("A", real=True)
P = Family("P", "positive sequence")
early = (lt(0, c),)
early_given = (*early, le(100 * (1 + c), s))
slow = c / step
decay_e = exp(-slow / step)
now_e, rest_e, finally_e, last_rest_e = (
    at_step(known, slow) for known in (now, rest, finally_, last_rest_curve)
)
of_V_early, of_W_early = bounds_of(V, now_e, rest_e), bounds_of(W, finally_e, last_rest_e)
early_at_n = tuple(at(known, n) for known in (*of_V_early, *of_W_early))
around_early = (
    lt(0, slow),
    lt(0, slow / step),
    cite(below_one, z=slow),
    cite(below_one, z=slow / step),
    lt(0, 3 * slow / step),
    cite(below_one, z=3 * slow / step),
)
scaled_W = step**2 * (finally_e + K * slow**3 / step**3)


@derivation("exact.early.bound", LEMMA)
def early_bound() -> Draft:
    """Where the bounds of t²V_∞ go."""
    return chain(Limit(scaled_W, n, oo), given=early).by(series, to=c / 4)


@derivation("exact.early.last", LEMMA)
def early_last() -> Draft:
    """t²V_∞ → c/4."""
    least, most = (scaled_W.xreplace({K: sign * Integer(REST)}) for sign in (-1, 1))
    return (
        chain(Limit(step**2 * W[n], n, oo), given=[*early, *of_W_early])
        .since(*around_early, *early_at_n[2:])
        .since(*(cite(early_bound, K=sign * REST) for sign in (-1, 1)))
        .since(cite(scaled, alpha=finally_e - last_rest_e, beta=W[n], gamma=step**2))
        .since(cite(scaled, alpha=W[n], beta=finally_e + last_rest_e, gamma=step**2))
        .by(squeezed(least, step**2 * W[n], most, c / 4))
    )


def factor_bound(factor: Expr) -> Expr:
    """The bounds of t³(V_∞ − r²V_t)."""
    first = finally_e - factor * now_e
    return step**3 * (
        first + K * slow**3 / step**3 + factor * K * (1 + slow) ** 3 / step**3
    )


simple_square = 2 / (1 + exp(-slow)) - 1
liu_square = substitute(radicand, {beta: decay_e, t: step})
DROP, LIU_DROP = Rational(15, 16) * c, -(Rational(9, 4) + c / 6) * c / 4


@derivation("exact.early.simple_bound", LEMMA)
def simple_bound() -> Draft:
    """Where they go for the simple factor."""
    return chain(Limit(factor_bound(simple_square), n, oo), given=early).by(series, to=-DROP)


@derivation("exact.early.liu_bound", LEMMA)
def liu_bound() -> Draft:
    """Where they go for Liu's."""
    return chain(Limit(factor_bound(liu_square), n, oo), given=early).by(series, to=-LIU_DROP)


def squeezed_difference(factor: Expr, positive: tuple[Citation, ...], bound: Derivation, to: Expr, given: Any = early) -> Draft:
    """Between its bounds."""
    middle = step**3 * (W[n] - factor * V[n])
    least, most = (factor_bound(factor).xreplace({K: sign * Integer(REST)}) for sign in (-1, 1))
    parts = {"y": V[n], "z": W[n], "B": now_e, "C": finally_e, "e": rest_e, "d": last_rest_e}
    return (
        chain(Limit(middle, n, oo), given=[*given, *of_V_early, *of_W_early])
        .since(*around_early, *positive, *early_at_n)
        .since(*(cite(bound, K=sign * REST) for sign in (-1, 1)))
        .since(
            *(
                cite(side, f=factor, g=step**3, **parts)
                for side in (difference_least, difference_most)
            )
        )
        .by(squeezed(least, middle, most, to))
    )


@derivation("exact.early.simple_square", LEMMA)
def simple_square_positive() -> Draft:
    """0 < 2/(1+e^{−τ}) − 1."""
    return (
        chain(0, given=after)
        .since(cite(below_one, z=tau), lt(0, left), lt(0, 1 / (1 + left)))
        .below(2 / (1 + left) - 1, because=[(1, [lt(left, 1), lt(0, 1 / (1 + left))])])
    )


simple_positive = cite(simple_square_positive, tau=slow)


@derivation("exact.early.simple_difference", LEMMA)
def simple_difference() -> Draft:
    """t³(V_∞ − r²V_t) for the simple factor."""
    return squeezed_difference(simple_square, (simple_positive,), simple_bound, -DROP)


by_factor = eq(Limit(step**3 * (W[n] - P[n] * V[n]), n, oo), -A)
by_last = eq(Limit(step**2 * W[n], n, oo), c / 4)
quotient_n = P[n] * V[n] / W[n]


@derivation("exact.early.ratio", LEMMA)
def early_ratio() -> Draft:
    """What it says of t(r²V_t/V_∞ − 1)."""
    above, below = step**3 * (W[n] - P[n] * V[n]), step**2 * W[n]
    sides = {"a": along(above), "b": along(below), "A": -A, "B": c / 4}
    return (
        chain(Limit(step * (quotient_n - 1), n, oo), given=[*early, by_factor, by_last, above_zero(W)])
        .since(at(above_zero(W), n), lt(0, below), cite(quotient, **sides))
        .by(algebra, to=Limit(-above / below, n, oo))
        .by(limit(cite(quotient, **sides)))
    )


@derivation("exact.early.root", LEMMA)
def early_root() -> Draft:
    """And of t(r√(V_t/V_∞) − 1)."""
    everywhere = [above_zero(family) for family in (P, V, W)]
    named = {"x": along(quotient_n), "A": 4 * A / c}
    return (
        chain(
            Limit(step * (sqrt(quotient_n) - 1), n, oo),
            given=[*early, by_factor, by_last, *everywhere],
        )
        .since(*(at(known, n) for known in everywhere), lt(0, quotient_n), cite(early_ratio))
        .by(cite(of_root, **named))
    )


@derivation("root.quotients", LEMMA)
def root_of_quotients() -> Draft:
    """√f/√(z/y) = √(fy/z)."""
    single, ratio, both = sqrt(f), sqrt(z / y), f * y / z
    return (
        chain(single / ratio, given=[lt(0, f), lt(0, y), lt(0, z)])
        .since(lt(0, z / y), lt(0, both), lt(0, single), lt(0, ratio), lt(0, 1 / ratio))
        .since(lt(0, single / ratio))
        .by(radical, to=sqrt(both))
    )


@derivation("exact.early.late", LEMMA)
def early_late() -> Draft:
    """The step at which the bounds begin is at most 100(1+c)."""
    return (
        chain(100 * (1 + slow), given=early_given)
        .since(lt(0, 1 / step), le(1, step), le(slow, c))
        .at_most(100 * (1 + c))
        .at_most(step)
    )


on_early = along_curve(slow)
early_sequences = sequences_of(slow)
V_early, W_early = (early_sequences[name].expr for name in "VW")


@derivation("exact.early_error.simple", BEYOND)
def early_error_simple() -> Draft:
    """β → 1 with t²λ = c: r_simple/r_exact is 1 + 15/(8t) + ..."""
    sequences = {"P": along(simple_square), **early_sequences}
    return (
        chain(
            Limit(step * (simple(decay_e, step) / exact(decay_e, step) - 1), n, oo),
            given=early_given,
        )
        .since(cite(early_late), *on_early, simple_positive)
        .since(cite(early_last, W=early_sequences["W"]), cite(simple_difference, **early_sequences))
        .since(cite(early_root, A=DROP, **sequences))
        .by(definition(simple))
        .by(definition(exact))
        .by(cite(root_of_quotients, f=simple_square, y=V_early, z=W_early))
        .by(cite(early_root, A=DROP, **sequences))
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


on_step = {"tau": slow, "t": step}
liu_positive = (
    cite(early_late),
    cite(long_enough, **on_step),
    cite(limit_long_enough, **on_step),
    cite(positive, beta=decay_e, t=step),
    cite(radicand_positive, **on_step),
)


@derivation("exact.early.liu_difference", LEMMA)
def liu_difference() -> Draft:
    """t³(V_∞ − r²V_t) for Liu's."""
    return squeezed_difference(liu_square, liu_positive, liu_bound, -LIU_DROP, early_given)


@derivation("exact.early_error.liu", BEYOND)
def early_error_liu() -> Draft:
    """r_liu/r_exact is 1 − 9/(8t) − tλ/12 + ..., with tλ = c/t."""
    sequences = {"P": along(liu_square), **early_sequences}
    return (
        chain(
            Limit(step * (liu_rectification(decay_e, step) / exact(decay_e, step) - 1), n, oo),
            given=early_given,
        )
        .since(cite(early_late), *on_early, *liu_positive[1:])
        .since(cite(early_last, W=early_sequences["W"]), cite(liu_difference, **early_sequences))
        .since(cite(early_root, A=LIU_DROP, **sequences))
        .by(definition(liu_rectification))
        .by(definition(exact))
        .by(cite(root_of_quotients, f=liu_square, y=V_early, z=W_early))
        .by(cite(early_root, A=LIU_DROP, **sequences))
    )


by_simple, by_liu, by_law = (
    factor(decay_e, step) for factor in (simple, liu_rectification, exact)
)


@derivation("exact.crossover", BEYOND)
def crossover() -> Draft:
    """By how much more Liu's is off: c/12 − 3/4, which is negative up to t = 3/√λ."""
    liu_off, simple_off = by_liu / by_law - 1, by_simple / by_law - 1
    return (
        chain(
            Limit(step * (2 - by_liu / by_law - by_simple / by_law), n, oo), given=early_given
        )
        .since(cite(early_late), *on_early, *liu_positive[1:], simple_positive)
        .since(cite(early_error_simple), cite(early_error_liu))
        .by(algebra, to=Limit(-(step * liu_off) - (step * simple_off), n, oo))
        .by(limit(cite(early_error_simple), cite(early_error_liu)))
    )
