"""V_∞ is positive, too.

Key results: E[1/v_∞] exceeds E[1/√v_∞]², as it does at every step from the third on: M_∞(x)M_∞(y)
is less than M_∞(x+y), in the newest weight's factor, and no greater in all others.

References: Hilton 2019, section 3; Whittaker & Watson, section 12.5.
"""

from sympy import Expr, Lambda, Limit, Rational, Symbol, exp, oo, pi, sqrt

from derivations.comparison import rank
from derivations.exact_law import s, transform
from derivations.existence import root_tail
from derivations.exponential import monotone
from derivations.gaussian import power_at_least_one
from derivations.infinite import variance_limit
from derivations.integrals import integral, u
from derivations.late_mixture import (
    COUNT,
    early_positive,
    limit_bound,
    n,
    transform_apart,
    unscaled,
)
from derivations.late_moments import lightest, limit_exists, limit_moment_positive
from derivations.late_transform import (
    S,
    converges,
    factor,
    last_sum,
    transform_limit,
    transform_positive,
    weight,
)
from derivations.limits import ordered
from derivations.notation import beta, decaying, half
from derivations.positive_variance import (
    logs_subadditive,
    multiple_below,
    product_below,
    root,
    square_below,
    v,
    x,
    y,
)
from derivations.powers import BEYOND, LEMMA
from radam_sym.kernel.axioms import integral_dominated
from radam_sym.kernel.heads import Integral
from radam_sym.kernel.terms import substitute, unfolded
from radam_sym.proof import (
    Draft,
    algebra,
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

pair = (*decaying, lt(0, x), lt(0, y))


def M(argument: Expr) -> Expr:
    """M_∞."""
    return transform_limit(beta, argument)


def first(argument: Expr) -> Expr:
    """Its first factor."""
    return transform(unscaled, 1, argument)


def last(argument: Expr) -> Expr:
    """S_∞."""
    return substitute(last_sum, {s: argument})


arguments = (x, y, x + y)
exists = (
    *(cite(factor, s=argument) for argument in arguments),
    *(cite(converges, s=argument) for argument in arguments),
    cite(weight, i=rank),
    cite(weight),
    lt(0, x + y),
)


@derivation("late.sum_of_two", LEMMA)
def sum_of_two() -> Draft:
    """S_t(x) + S_t(y) tends to S_∞(x) + S_∞(y)."""
    each = (substitute(S(n), {s: argument}) for argument in (x, y))
    return (
        chain(Limit(sum(each), n, oo), given=pair)
        .since(*exists)
        .by(limit(eq(last(x), last(x)), eq(last(y), last(y))))
    )


@derivation("late.subadditive", LEMMA)
def limit_subadditive() -> Draft:
    """S_∞(x+y) ≤ S_∞(x) + S_∞(y)."""
    whole, parts = substitute(S(n), {s: x + y}), sum(substitute(S(n), {s: z}) for z in (x, y))
    sequences = {
        "a": Lambda(n, whole),
        "b": Lambda(n, parts),
        "A": last(x + y),
        "B": last(x) + last(y),
    }
    return (
        chain(last(x + y), given=pair)
        .since(*exists, cite(sum_of_two), cite(logs_subadditive, w=unscaled, t=n))
        .since(cite(ordered, **sequences))
        .at_most(last(x) + last(y))
    )


@derivation("late.product", LEMMA)
def limit_product() -> Draft:
    """M_∞(x)M_∞(y) ≤ M_∞(x+y)."""
    parts, whole = -(last(x) + last(y)) / 2, -last(x + y) / 2
    return (
        chain(M(x) * M(y), given=pair)
        .since(*exists, cite(limit_subadditive), le(parts, whole))
        .since(cite(monotone, z=parts, y=whole))
        .by(definition(transform_limit))
        .by(hyperbolic, to=exp(parts))
        .at_most(exp(whole))
        .by(definition(transform_limit), to=M(x + y))
    )


scaled = (x * beta, y * beta, beta * (x + y), beta * x + beta * y)
exists_scaled = (
    *(lt(0, argument) for argument in scaled),
    *(cite(factor, s=argument) for argument in scaled),
    *(cite(converges, s=argument) for argument in scaled),
)


@derivation("late.multiplied_out", LEMMA)
def multiplied_out() -> Draft:
    """M_∞(βx+βy) = M_∞(β(x+y)): what is so written is the same."""
    apart, together = scaled[3], scaled[2]
    return (
        chain(M(apart), given=pair)
        .since(*exists, *exists_scaled)
        .by(definition(transform_limit))
        .by(algebra, at=last(apart), to=last(together))
        .by(definition(transform_limit), to=M(together))
    )


@derivation("late.product_below", LEMMA)
def limit_product_below() -> Draft:
    """And less than that."""
    here, there, _, apart = scaled
    factors = [cite(transform_apart, t=1, s=argument) for argument in arguments]
    less, positive = M(here) * M(there), (lt(0, M(here)), lt(0, M(there)))
    return (
        chain(M(x) * M(y), given=pair)
        .since(*exists, *exists_scaled, *factors, cite(multiplied_out))
        .since(*(cite(transform_positive, s=argument) for argument in (here, there)))
        .since(cite(early_positive, t=1, s=x + y))
        .since(cite(limit_product, x=here, y=there), cite(product_below, w=unscaled, t=1))
        .by(factors[0])
        .by(factors[1])
        .below(
            first(x + y) * less,
            because=[(1, [lt(first(x) * first(y), first(x + y)), *positive])],
        )
        .at_most(
            first(x + y) * M(apart),
            because=[(1, [le(less, M(apart)), lt(0, first(x + y))])],
        )
        .by(cite(multiplied_out))
        .by(factors[2])
    )


# --- the variance ---------------------------------------------------------------------------------

squared, whole = integral(root * M(u)), integral(M(u))
z = Symbol("z", positive=True)
shifted = integral(root * M(u + v))
tail, later = 1 + 2 * lightest * u, 1 + 2 * lightest * (u + v)
about = (
    *(cite(factor, s=argument) for argument in (u, v, u + v)),
    *(cite(converges, s=argument) for argument in (u, v, u + v)),
    lt(0, lightest),
    lt(0, tail),
    lt(0, root),
    lt(0, pi),
    cite(limit_exists, p=half),
)


@derivation("late.shifted_pointwise", LEMMA)
def shifted_pointwise() -> Draft:
    """s^{−1/2}M_∞(s+v) falls like s^{−3/2}."""
    power = Rational(COUNT, 2)
    return (
        chain(root * M(u + v), given=decaying)
        .since(*about, lt(1, later), lt(0, later), cite(limit_bound, s=u + v))
        .since(cite(power_at_least_one, b=later, epsilon=power - 1), lt(0, 1 / later))
        .since(le(1 / later, 1 / tail))
        .at_most(root * later**-power, because=[(1, [le(M(u + v), later**-power), lt(0, root)])])
        .at_most(
            root / later,
            because=[(1, [le(1, later ** (power - 1)), lt(0, later**-power), lt(0, root)])],
        )
        .at_most(root / tail, because=[(1, [le(1 / later, 1 / tail), lt(0, root)])])
    )


@derivation("late.shifted_positive", LEMMA)
def shifted_positive() -> Draft:
    """It is positive."""
    return (
        chain(0, given=decaying)
        .since(*about, cite(transform_positive, s=u + v))
        .below(root * M(u + v), because=[(1, [lt(0, M(u + v)), lt(0, root)])])
    )


@derivation("late.shifted_exists", LEMMA)
def shifted_exists() -> Draft:
    """And so its integral exists."""
    most = pi * sqrt(1 / (2 * lightest))
    functions = {"g": Lambda(u, root * M(u + v)), "h": Lambda(u, root / tail), "B": most}
    return (
        chain(shifted, given=decaying)
        .since(*about, cite(root_tail, omega=lightest))
        .since(cite(shifted_pointwise), cite(shifted_positive))
        .since(cite(integral_dominated, **functions))
        .at_most(most)
    )


@derivation("late.product_integral", LEMMA)
def product_integral() -> Draft:
    """M_∞(v)·∫ s^{−1/2}M_∞(s) ds < ∫ s^{−1/2}M_∞(s+v) ds."""
    parts = {"g": Lambda(u, M(u)), "f": Lambda(u, M(u + v)), "J": squared, "H": shifted}
    return (
        chain(M(v) * squared, given=decaying)
        .since(*about, cite(limit_product_below, x=u, y=v), cite(shifted_exists))
        .since(cite(transform_positive, s=v), cite(multiple_below, c=M(v), **parts))
        .below(shifted)
    )


@derivation("infinite.positive", LEMMA)
def limit_by_integrals() -> Draft:
    """0 < E[1/v_∞] − E[1/√v_∞]², by integrals."""
    apart = Lambda(v, Integral(z ** (-half) * M(z + v), (z, 0, oo)))
    parts = {"g": Lambda(u, M(u)), "h": apart, "J": squared, "K": whole}
    return (
        chain(0, given=decaying)
        .since(*about, cite(limit_exists, p=1), cite(limit_moment_positive, p=half))
        .since(*(cite(known, s=at + z) for known in (factor, converges) for at in (u, v)))
        .since(cite(shifted_exists), cite(shifted_exists, v=u), cite(product_integral, v=u))
        .since(cite(square_below, **parts), lt(0, 1 / pi))
        .below(
            unfolded(variance_limit(beta)),
            because=[(1, [lt(squared**2, pi * whole), lt(0, 1 / pi)])],
        )
    )


@derivation("exact.infinite.positive", BEYOND)
def limit_positive() -> Draft:
    """0 < V_∞."""
    return (
        chain(0, given=decaying)
        .since(*about, cite(limit_exists, p=1), cite(limit_by_integrals))
        .below(unfolded(variance_limit(beta)))
        .by(definition(variance_limit), to=variance_limit(beta))
    )
