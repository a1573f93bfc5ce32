"""The exact law as β → 1 with tλ = τ fixed, λ = −ln β.

Key results: r² of the exact law is T − λ(1−T)(T+15/8) + ..., with T = tanh(τ/2): Hilton's form is
what it tends to, Liu's is not. It is said as a limit along β = e^{−τ/t}, t → ∞, with the step
shifted to where the bounds hold.

A way: V_t and V_∞ lie between functions whose series are known.

References: Hilton 2019, section 4.
"""

from sympy import Expr, Integer, Lambda, Limit, Rational, Symbol, exp, oo, pi, tanh

from derivations.adaptive_rate import (
    argument_positive,
    weight_positive,
)
from derivations.comparison import scaled
from derivations.cumulants import REST
from derivations.exact_bounds import V_t, along, n
from derivations.exact_curve import (
    after,
    curve_above,
    curve_below,
    curve_last_above,
    curve_last_below,
    curve_positive,
    finally_,
    last_positive,
    last_rest_curve,
    last_written_out,
    now,
    ratio_positive,
    rest,
    written_out,
)
from derivations.exponential import below_one, tanh_positive
from derivations.infinite import (
    exact,
    inverse_at_infinity,
    inverse_integral_exists,
    root_at_infinity,
    root_integral_exists,
    variance_limit,
)
from derivations.integrals import u
from derivations.late_transform import converges, factor
from derivations.limits import quotient
from derivations.notation import (
    beta,
    i,
    s,
    t,
    tau,
)
from derivations.powers import BEYOND, LEMMA
from radam_sym.kernel.axioms import limit_between
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Family, Forall
from radam_sym.kernel.terms import substitute
from radam_sym.proof import (
    Citation,
    Draft,
    algebra,
    at,
    chain,
    cite,
    definition,
    derivation,
    for_all,
    le,
    lt,
    series,
)

# --- differences ----------------------------------------------------------------------------------

f, g, y, z, B, C, d, e = (Symbol(name, real=True) for name in "fgyzBCde")
factors = (le(0, f), lt(0, g))
from_below = (le(C - d, z), le(y, B + e), *factors)
from_above = (le(B - e, y), le(z, C + d), *factors)


@derivation("exact.difference.least", LEMMA)
def difference_least() -> Draft:
    """What is known of two numbers says how small a difference is."""
    return chain(g * (C - f * B - d - f * e), given=from_below).at_most(
        g * (z - f * y),
        because=[(1, [le(C - d, z), lt(0, g)]), (1, [le(y, B + e), le(0, f), lt(0, g)])],
    )


@derivation("exact.difference.most", LEMMA)
def difference_most() -> Draft:
    """And how large."""
    return chain(g * (z - f * y), given=from_above).at_most(
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
v_known, w_known = bounds_of(V, now_s, rest_s), bounds_of(W, finally_s, last_rest_s)
at_n = tuple(at(known, n) for known in (*v_known, *w_known))
scaled_v = step * (now_s + K * (1 + tau) ** 3 / step**3)
scaled_gap = step**2 * (finally_s - T * now_s + K * tau**3 / step**3 + L * (1 + tau) ** 3 / step**3)
around = (
    lt(0, tau / step),
    lt(0, 3 * tau / step),
    *(cite(below_one, z=z) for z in (tau / step, tau, 3 * tau / step)),
)
positive_t = cite(tanh_positive, z=tau)


@derivation("exact.scaling.bound", LEMMA)
def scaled_bound() -> Draft:
    """Where the bounds of t·V_t go."""
    return (
        chain(Limit(scaled_v, n, oo), given=after)
        .since(cite(below_one, z=tau), positive_t)
        .by(series, to=variance_rate)
    )


@derivation("exact.scaling.gap_bound", LEMMA)
def scaled_gap_bound() -> Draft:
    """Where those of t²(V_∞ − T·V_t) go."""
    return (
        chain(Limit(scaled_gap, n, oo), given=after)
        .since(cite(below_one, z=tau), positive_t)
        .by(series, to=gap_rate)
    )


def squeezed(below: Expr, middle: Expr, above: Expr, to: Expr) -> Citation:
    """What lies between two sequences of one limit."""
    sequences = {"a": along(below), "b": along(middle), "c": along(above)}
    return cite(limit_between, A=to, **sequences)


@derivation("exact.scaling.variance", LEMMA)
def scaled_variance() -> Draft:
    """t·V_t → τ/(4T): V_t is about 1/(2n_t)."""
    least, most = (scaled_v.xreplace({K: sign * Integer(REST)}) for sign in (-1, 1))
    return (
        chain(Limit(step * V[n], n, oo), given=[*after, *v_known])
        .since(
            *around, positive_t, *at_n[:2], cite(scaled_bound, K=-REST), cite(scaled_bound, K=REST)
        )
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
        chain(Limit(middle, n, oo), given=[*after, *v_known, *w_known])
        .since(*around, positive_t, *at_n)
        .since(*(cite(scaled_gap_bound, K=k * REST, L=k * REST * T) for k in (-1, 1)))
        .since(
            *(cite(side, f=T, g=step**2, **parts) for side in (difference_least, difference_most))
        )
        .by(squeezed(least, middle, most, gap_rate))
    )


@derivation("exact.scaling.ratio", LEMMA)
def scaled_ratio() -> Draft:
    """So t(V_∞/V_t − T) → −τ(1−T)(T+15/8)."""
    apart, below, above = step**2 * (W[n] - T * V[n]), step * V[n], above_zero(V)
    sides = {"a": along(apart), "b": along(below), "A": gap_rate, "B": variance_rate}
    return (
        chain(
            Limit(step * (W[n] / V[n] - T), n, oo),
            given=[*after, *v_known, *w_known, above_zero(V)],
        )
        .since(*around, positive_t, at(above, n), lt(0, below), lt(0, variance_rate))
        .since(cite(scaled_variance), cite(scaled_difference))
        .by(algebra, to=Limit(apart / below, n, oo))
        .by(cite(quotient, **sides))
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
        chain(
            Limit(step * (exact(decay, step) ** 2 - T), n, oo),
            given=[*after, le(100 * (1 + tau), s)],
        )
        .since(*along_curve(tau), positive_t)
        .since(cite(scaled_ratio, **sequences_of(tau)))
        .by(definition(exact))
        .by(cite(scaled_ratio, **sequences_of(tau)))
    )
