"""Var[1/√v_t] of an EWMA and its limit, within two terms of the delta method.

Key results: let B(β, x) be κ₂/4 − 3κ₃/8 + 39κ₂²/32 in closed form, with x = β^t. Where no weight
exceeds δ ≤ 1/32, Var[1/√v_t] is B(β, β^t) but for 760δ³, and its limit is B(β, 0) but for
760(1−β)³.

References: Hilton 2019, sections 3 and 4.
"""

from sympy import Expr, Integer, Lambda, Limit, Rational, Symbol, oo, pi

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
from derivations.matched import weights_cubes
from derivations.notation import (
    beta,
    decaying,
    ess,
    i,
    t,
)
from derivations.powers import LEMMA, between_zero_and_base
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
        chain(beta ** (rank - 1) * share, given=[*decaying, le(share, delta)])
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
