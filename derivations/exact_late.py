"""The exact law late in the warmup: V_t = V_∞(1 + Cβ^t) + O(β^{2t}), with no factor t.

Key results: Var[1/√v_t] is V_∞(1 + Cβ^t) but for a constant times β^{2t}, from t = 7 on, with
C = Cov(v_∞^{−1/2}, v_∞^{−3/2})/V_∞ − 1; so (1 − r²)/β^t → C for the exact law's r_t. Hilton's form
closes on 1 at that rate, too, and Liu's does not: its deficit is of the order tβ^t
(``expand.late.liu``).

References: Hilton 2019, sections 3 and 4.
"""

from sympy import Expr, Integer, Lambda, Limit, Symbol, gamma, oo, pi

from derivations.adaptive_rate import argument_positive, by_age, power_positive, weight_positive
from derivations.delta import inverse_variance
from derivations.infinite import (
    exact,
    inverse_integral_exists,
    root_integral_exists,
    variance_at_infinity,
    variance_limit,
)
from derivations.integrals import p, u
from derivations.late_mixture import COUNT, left, n
from derivations.late_moments import (
    aged_facts,
    at_end,
    early_moment_positive,
    lightest,
    limit_exists,
    limit_moment_positive,
    moment_above,
    moment_below,
    moment_now,
    now,
    positive_terms,
    rest,
    seventh,
    slope,
    variance_now,
)
from derivations.late_transform import k
from derivations.limits import quotient
from derivations.notation import beta, decaying, half, i, t
from derivations.positive_limit import limit_by_integrals, limit_positive
from derivations.positive_variance import ewma_by_integrals, ewma_positive
from derivations.powers import BEYOND, LEMMA, between_zero_and_base
from radam_sym.kernel.axioms import limit_between, power_vanishing
from radam_sym.kernel.heads import Definition
from radam_sym.kernel.terms import substitute
from radam_sym.proof import (
    Draft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    le,
    limit,
    lt,
)

# --- a variance by its moments --------------------------------------------------------------------

a, b, c, x = (Symbol(name, real=True) for name in "abcx")
a0, a1, a2, b0, b1, b2 = (Symbol(f"{name}{k}", real=True) for name in "ab" for k in range(3))
middle = b0 + x * b1
V, V0 = (1 - x) * (a - c * b**2), a0 - c * b0**2
change = a1 - 2 * c * b0 * b1 - V0
room = 3 * a2 + a1 + c * (b1**2 + 2 * b0 * b1 + 6 * (b0 + b1) * b2 + b2**2)
signs = tuple(lt(0, each) for each in (x, 1 - x, c, a2, b0, b1, b2))
from_above = (le(a, a0 + x * a1 + x**2 * a2), le(middle - 3 * x**2 * b2, b))
from_below = (le(a0 + x * a1 - 3 * x**2 * a2, a), le(b, middle + x**2 * b2))


@derivation("late.arithmetic_above", LEMMA)
def arithmetic_above() -> Draft:
    """What a and b are to second order, (1−x)(a − cb²) is, too: from above."""
    return (
        chain(V, given=[*signs, lt(0, a1), *from_above])
        .since(lt(0, middle))
        .at_most(
            (1 - x) * (a0 + x * a1 + x**2 * a2 - c * (middle**2 - 6 * x**2 * middle * b2)),
            because=[
                (1, [from_above[0], lt(0, 1 - x)]),
                ((b - middle) ** 2, [lt(0, c), lt(0, 1 - x)]),
                (2, [from_above[1], lt(0, middle), lt(0, c), lt(0, 1 - x)]),
            ],
        )
        .at_most(
            V0 + x * change + x**2 * room,
            because=[
                (2 * x**2, [lt(0, a2)]),
                (x**2, [lt(0, x), lt(0, a2)]),
                (2 * x**2, [lt(0, a1)]),
                (x**2 * b1**2, [lt(0, c)]),
                (x**2 * b1**2, [lt(0, c), lt(0, 1 - x)]),
                (x**2 * b2**2, [lt(0, c)]),
                (6 * x**2, [lt(0, c), lt(0, b2), lt(0, x), lt(0, b0)]),
                (6 * x**2, [lt(0, c), lt(0, b2), lt(0, 1 - x), lt(0, b1)]),
                (6 * x**4, [lt(0, c), lt(0, b2), lt(0, b1)]),
            ],
        )
    )


@derivation("late.arithmetic_below", LEMMA)
def arithmetic_below() -> Draft:
    """And from below."""
    most = middle + x**2 * b2
    return (
        chain(V0 + x * change - x**2 * room, given=[*signs, lt(0, b), *from_below])
        .since(lt(0, middle), lt(0, most))
        .at_most(
            (1 - x) * (a0 + x * a1 - 3 * x**2 * a2 - c * most**2),
            because=[
                (3 * x**2, [lt(0, x), lt(0, a2)]),
                (x**2 * b1**2, [lt(0, c), lt(0, x)]),
                (4 * x**2, [lt(0, c), lt(0, b0), lt(0, b1)]),
                (x**2 * b2**2, [lt(0, c), lt(0, 1 - x)]),
                (x**2 * b2**2, [lt(0, c), lt(0, 1 - x), lt(0, x)]),
                (x**4 * b2**2, [lt(0, c), lt(0, x)]),
                (4 * x**2, [lt(0, c), lt(0, b2), lt(0, b0)]),
                (2 * x**2, [lt(0, c), lt(0, b2), lt(0, b0), lt(0, x)]),
                (4 * x**2, [lt(0, c), lt(0, b2), lt(0, b1)]),
                (2 * x**2, [lt(0, c), lt(0, b2), lt(0, b1), lt(0, 1 - x)]),
                (2 * x**4, [lt(0, c), lt(0, b2), lt(0, b1)]),
            ],
        )
        .at_most(
            V,
            because=[
                (1, [from_below[0], lt(0, 1 - x)]),
                (1, [from_below[1], lt(0, most), lt(0, c), lt(0, 1 - x)]),
                (1, [from_below[1], lt(0, b), lt(0, c), lt(0, 1 - x)]),
            ],
        )
    )


# --- Var[1/√v_t] ----------------------------------------------------------------------------------

V_t, V_last = inverse_variance(by_age, t), variance_limit(beta)
limit_moment = Definition(
    "limit_moment",
    (beta, p),
    at_end / gamma(p),
    notation=r"\operatorname{E}\left[v_\infty^{-{p}}\right]",
)
late_slope = Definition(
    "late_slope",
    (beta,),
    limit_moment(beta, 2) - limit_moment(beta, half) * limit_moment(beta, 3 * half) - V_last,
    notation=r"V'_\infty",
)


orders = (Integer(1), half)  # of the moments that make up a variance
terms = (now, at_end, slope, rest)
parts = {c: 1 / pi, x: left}
for names, order in zip(((a, a0, a1, a2), (b, b0, b1, b2)), orders, strict=True):
    parts |= {name: substitute(term, {p: order}) for name, term in zip(names, terms, strict=True)}
named = {symbol.name: part for symbol, part in parts.items()}
late_room = Definition("late_room", (beta,), substitute(room, parts), notation=r"K")
facts = (
    *positive_terms,
    lt(0, pi),
    lt(0, 1 / pi),
    lt(0, 1 / (2 * lightest)),
    *(cite(limit_exists, p=order + more) for order in orders for more in (0, 1)),
    *(cite(limit_moment_positive, p=order + more) for order in orders for more in (0, 1)),
)
in_time = (*facts, *aged_facts, *(cite(moment_now, p=order) for order in orders))
by_moments = (*in_time, lt(0, 1 - left), cite(variance_now), cite(early_moment_positive, p=half))


def to_second_order(sign: int) -> Expr:
    """V_∞ + β^t·V' ± β^{2t}·K."""
    return V_last + left * late_slope(beta) + sign * left**2 * late_room(beta)


def by_integrals(sign: int) -> tuple[Expr, Expr, Expr]:
    """The same, by integrals; with V_∞ unfolded, and K, too."""
    folded, unfolded = V_last + x * (change + V0 - V_last), V0 + x * change
    k = sign * x**2 * late_room(beta), sign * x**2 * room
    lines = folded + k[0], unfolded + k[0], unfolded + k[1]
    return tuple(substitute(line, parts) for line in lines)


@derivation("late.slope", LEMMA)
def slope_by_integrals() -> Draft:
    """V', by integrals of M_∞."""
    return (
        chain(late_slope(beta), given=decaying)
        .since(*facts)
        .by(definition(late_slope))
        .by(definition(limit_moment))
    )


@derivation("exact.late.above", BEYOND)
def variance_above() -> Draft:
    """V_t ≤ V_∞ + β^t·V' + β^{2t}·K, from t = 7 on."""
    folded, with_room, plain = by_integrals(1)
    return (
        chain(V_t, given=seventh)
        .since(*by_moments, cite(moment_above, p=1), cite(moment_below, p=half))
        .since(cite(arithmetic_above, **named), cite(slope_by_integrals))
        .by(cite(variance_now))
        .at_most(plain)
        .by(definition(late_room), to=with_room)
        .by(definition(variance_limit), to=folded)
        .by(cite(slope_by_integrals), to=to_second_order(1))
    )


@derivation("exact.late.below", BEYOND)
def variance_below() -> Draft:
    """And at least V_∞ + β^t·V' − β^{2t}·K."""
    folded, with_room, plain = by_integrals(-1)
    return (
        chain(to_second_order(-1), given=seventh)
        .since(*by_moments, cite(moment_below, p=1), cite(moment_above, p=half))
        .since(cite(arithmetic_below, **named), cite(slope_by_integrals))
        .by(cite(slope_by_integrals), to=folded)
        .by(definition(variance_limit), to=with_room)
        .by(definition(late_room), to=plain)
        .at_most(substitute(V, parts))
        .by(cite(variance_now), to=V_t)
    )


# --- how fast it settles --------------------------------------------------------------------------

gap = (V_t - V_last) / left
step = {t: n + k}
by_slope = {sign: late_slope(beta) + sign * left * late_room(beta) for sign in (1, -1)}


@derivation("late.gap_above", LEMMA)
def gap_above() -> Draft:
    """(V_t − V_∞)/β^t ≤ V' + β^tK."""
    return (
        chain(gap, given=seventh)
        .since(*in_time, cite(variance_above), cite(power_positive, i=-t))
        .at_most(by_slope[1], because=[(1, [le(V_t, to_second_order(1)), lt(0, 1 / left)])])
    )


@derivation("late.gap_below", LEMMA)
def gap_below() -> Draft:
    """And at least V' − β^tK."""
    return (
        chain(by_slope[-1], given=seventh)
        .since(*in_time, cite(variance_below), cite(power_positive, i=-t))
        .at_most(gap, because=[(1, [le(to_second_order(-1), V_t), lt(0, 1 / left)])])
    )


late = (*decaying, le(COUNT - 1, k))
later_left = (
    *between_zero_and_base(beta, n + k),
    lt(0, 1 - beta ** (n + k)),
    le(COUNT, n + k),
    le(2, k),
)
existing_later = (
    cite(weight_positive, i=i - 1, t=n + k),
    cite(argument_positive, i=i - 1, t=n + k, s=u),
    cite(inverse_integral_exists, t=n),
    cite(root_integral_exists, t=n),
)


def slope_limit(sign: int) -> Draft:
    """What such a bound tends to."""
    return (
        chain(Limit(substitute(by_slope[sign], {t: t + k}), t, oo), given=decaying)
        .since(*facts)
        .by(limit(cite(power_vanishing, q=beta)))
    )


@derivation("late.slope_above", LEMMA)
def slope_above() -> Draft:
    """The upper bound tends to V'."""
    return slope_limit(1)


@derivation("late.slope_below", LEMMA)
def slope_below() -> Draft:
    """So does the lower one."""
    return slope_limit(-1)


@derivation("exact.late.variance", BEYOND)
def variance_settles() -> Draft:
    """(V_t − V_∞)/β^t → V'."""
    sequences = {
        "a": Lambda(n, substitute(by_slope[-1], step)),
        "b": Lambda(n, substitute(gap, step)),
        "c": Lambda(n, substitute(by_slope[1], step)),
        "A": late_slope(beta),
    }
    return (
        chain(Limit(substitute(gap, step), n, oo), given=late)
        .since(*facts, *later_left, cite(slope_below), cite(slope_above))
        .since(cite(gap_below, t=n + k), cite(gap_above, t=n + k))
        .since(*existing_later)
        .by(cite(limit_between, **sequences))
    )


# --- the exact law's factor -----------------------------------------------------------------------

V_later = substitute(V_t, step)
positive = (
    cite(ewma_by_integrals, t=n + k),
    cite(ewma_positive, t=n + k),
    cite(limit_by_integrals),
    cite(limit_positive),
)
late_constant = Definition(
    "late_constant",
    (beta,),
    (limit_moment(beta, 2) - limit_moment(beta, half) * limit_moment(beta, 3 * half)) / V_last - 1,
    notation="C",
)


@derivation("exact.late", BEYOND)
def factor_settles() -> Draft:
    """(1 − r²)/β^t → C: the exact law closes on 1 as fast as β^t falls, with no factor t."""
    r = exact(beta, n + k)
    quotients = {
        "a": Lambda(n, substitute(gap, step)),
        "b": Lambda(n, V_later),
        "A": late_slope(beta),
        "B": V_last,
    }
    return (
        chain(Limit((1 - r**2) / beta ** (n + k), n, oo), given=late)
        .since(*facts, *later_left, *existing_later, *positive)
        .since(cite(variance_settles), cite(variance_at_infinity))
        .by(definition(exact))
        .by(algebra, to=Limit(substitute(gap, step) / V_later, n, oo))
        .by(cite(quotient, **quotients))
        .by(definition(late_slope))
        .by(algebra, to=late_constant.body)
        .by(definition(late_constant), to=late_constant(beta))
    )
