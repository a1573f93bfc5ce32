"""Early: how far Hilton's factor and Liu's are from the exact one, as β → 1 with t²λ = c fixed.

Key results: r_simple/r_exact is 1 + 15/(8t) + ..., and r_liu/r_exact is 1 − 9/(8t) − tλ/12 + ...:
Hilton's is the closer one from c = 9 on, that is from t = 3/√λ, and Liu's before it.

References: Hilton 2019, section 4; Liu et al. 2019, section 4.
"""

from typing import Any

from sympy import Expr, Integer, Limit, Rational, Symbol, exp, oo, sqrt

from derivations.comparison import scaled
from derivations.cumulants import REST
from derivations.exact_bounds import along, n
from derivations.exact_curve import (
    after,
    finally_,
    last_rest_curve,
    left,
    limit_long_enough,
    long_enough,
    now,
    radicand_positive,
    rest,
)
from derivations.exact_scaling import (
    K,
    V,
    W,
    above_zero,
    along_curve,
    at_step,
    bounds_of,
    difference_least,
    difference_most,
    f,
    sequences_of,
    squeezed,
    step,
    y,
    z,
)
from derivations.exponential import below_one
from derivations.infinite import exact
from derivations.limits import of_root, quotient
from derivations.liu import positive
from derivations.notation import (
    beta,
    liu_rectification,
    s,
    simple,
    t,
    tau,
)
from derivations.powers import BEYOND, LEMMA
from derivations.rectification import radicand
from radam_sym.kernel.heads import Family
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
    le,
    limit,
    lt,
    radical,
    series,
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
early_v, early_w = bounds_of(V, now_e, rest_e), bounds_of(W, finally_e, last_rest_e)
early_at_n = tuple(at(known, n) for known in (*early_v, *early_w))
around_early = (
    lt(0, slow),
    lt(0, slow / step),
    cite(below_one, z=slow),
    cite(below_one, z=slow / step),
    lt(0, 3 * slow / step),
    cite(below_one, z=3 * slow / step),
)
scaled_w = step**2 * (finally_e + K * slow**3 / step**3)


@derivation("exact.early.bound", LEMMA)
def early_bound() -> Draft:
    """Where the bounds of t²V_∞ go."""
    return chain(Limit(scaled_w, n, oo), given=early).by(series, to=c / 4)


@derivation("exact.early.last", LEMMA)
def early_last() -> Draft:
    """t²V_∞ → c/4."""
    least, most = (scaled_w.xreplace({K: sign * Integer(REST)}) for sign in (-1, 1))
    return (
        chain(Limit(step**2 * W[n], n, oo), given=[*early, *early_w])
        .since(*around_early, *early_at_n[2:])
        .since(*(cite(early_bound, K=sign * REST) for sign in (-1, 1)))
        .since(cite(scaled, alpha=finally_e - last_rest_e, beta=W[n], gamma=step**2))
        .since(cite(scaled, alpha=W[n], beta=finally_e + last_rest_e, gamma=step**2))
        .by(squeezed(least, step**2 * W[n], most, c / 4))
    )


def factor_bound(factor: Expr) -> Expr:
    """The bounds of t³(V_∞ − r²V_t)."""
    first = finally_e - factor * now_e
    return step**3 * (first + K * slow**3 / step**3 + factor * K * (1 + slow) ** 3 / step**3)


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


def squeezed_difference(
    factor: Expr, positive: tuple[Citation, ...], bound: Derivation, to: Expr, given: Any = early
) -> Draft:
    """Between its bounds."""
    middle = step**3 * (W[n] - factor * V[n])
    least, most = (factor_bound(factor).xreplace({K: sign * Integer(REST)}) for sign in (-1, 1))
    parts = {"y": V[n], "z": W[n], "B": now_e, "C": finally_e, "e": rest_e, "d": last_rest_e}
    return (
        chain(Limit(middle, n, oo), given=[*given, *early_v, *early_w])
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
        chain(
            Limit(step * (quotient_n - 1), n, oo), given=[*early, by_factor, by_last, above_zero(W)]
        )
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


by_simple, by_liu, by_law = (factor(decay_e, step) for factor in (simple, liu_rectification, exact))


@derivation("exact.crossover", BEYOND)
def crossover() -> Draft:
    """By how much more Liu's is off: c/12 − 3/4, which is negative up to t = 3/√λ."""
    liu_off, simple_off = by_liu / by_law - 1, by_simple / by_law - 1
    return (
        chain(Limit(step * (2 - by_liu / by_law - by_simple / by_law), n, oo), given=early_given)
        .since(cite(early_late), *on_early, *liu_positive[1:], simple_positive)
        .since(cite(early_error_simple), cite(early_error_liu))
        .by(algebra, to=Limit(-(step * liu_off) - (step * simple_off), n, oo))
        .by(limit(cite(early_error_simple), cite(early_error_liu)))
    )
