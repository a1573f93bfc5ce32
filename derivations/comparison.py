"""v = Σ w_i g_i² beside the plain mean of n squares, for n = 1/Σw_i².

Key results: M(s) is at most the transform of the plain mean, (1+2s/n)^{−n/2}, and not much less:
with D = Σw_i³ − (Σw_i²)², by a factor of 1 − 4Ds³/3 or more, and of 1 − 4Ds³/3 + 6δDs⁴ + 8D²s⁶/9 or
less where no weight exceeds δ. It is Jensen's inequality for the convex log(1+2xs)/x, with weights
w_i at the points w_i, and how far it is from an equality.
"""

from sympy import Expr, Lambda, Rational, Sum, Symbol, exp, log

from derivations.exact_law import s, transform, w, weights
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
from radam_sym.kernel.heads import Definition, Family
from radam_sym.proof import (
    Draft,
    InductionDraft,
    algebra,
    at,
    chain,
    cite,
    definition,
    derivation,
    eq,
    factor_out,
    for_all,
    given,
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


# --- sums keep the order of their terms -----------------------------------------------------------

below = for_all(i, le(a[i], b[i]))


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
            .by(split(t), at=total(b[i]) + Sum(b[i], (i, t + 1, t + 1)), to=Sum(b[i], (i, 1, t + 1)))
        ),
    )


# --- the logarithms, added up ---------------------------------------------------------------------

one, mean, spread = total(w[i]), total(w[i] ** 2), total(w[i] ** 3)
normalised = (weights, eq(one, 1), eq(mean, 1 / n), lt(0, n), lt(0, s))
y, z = 2 * s * w[i], 2 * s / n
line = log(1 + z) / z - (y - z) * slope(z)
logarithms = total(log(1 + y))
plain = n * log(1 + z)
about = (lt(0, z), lt(0, 1 + z), cite(slope_exists, z=z), at(weights, i))
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


@derivation("comparison.most", LEMMA)
def transform_at_most() -> Draft:
    """So the logarithms of 1 + 2sw_i add up to at least as much."""
    return (
        chain(plain, given=normalised)
        .since(*about, cite(tangents), lt(0, y), cite(log_above_tangent, y=y, z=z))
        .since(cite(sum_order, a=Lambda(i, y * line), b=Lambda(i, log(1 + y))))
        .by(cite(tangents))
        .at_most(logarithms)
    )
