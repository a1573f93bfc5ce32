"""Var[1/√v] is positive: for an EWMA's weights, from the third step on, and in the limit.

Key results: E[e^{−xv}]·E[e^{−yv}] < E[e^{−(x+y)v}] for positive x and y. The integral of
(xy)^{−1/2} times the left side is (√π·E[1/√v])², that of the right side π·E[1/v], by Dirichlet's
integral; so E[1/√v]² < E[1/v].

References: Hilton 2019, section 3; Whittaker & Watson, section 12.5.
"""

from sympy import Expr, Lambda, Symbol, exp, log, pi, sqrt

from derivations.adaptive_rate import (
    argument_positive,
    by_age,
    by_age_exists,
    summed,
    third,
    weight_positive,
)
from derivations.comparison import rank, strict_order, total
from derivations.delta import inverse_variance
from derivations.exact_law import transform, w, weights
from derivations.existence import (
    heavy,
    inverse_exists,
    least,
    root_exists,
    root_tail,
    transform_two,
)
from derivations.exponential import increasing as exponential_increasing
from derivations.exponential import line as exponential_line
from derivations.integrals import integral, u
from derivations.inverse_moments import pointwise_positive
from derivations.notation import decaying, half, i, t
from derivations.powers import BEYOND, LEMMA
from radam_sym.kernel.axioms import integral_dirichlet, integral_dominated, integral_positive
from radam_sym.kernel.heads import Family
from radam_sym.kernel.terms import unfolded
from radam_sym.proof import (
    Draft,
    algebra,
    at,
    chain,
    cite,
    definition,
    derivation,
    eq,
    for_all,
    given,
    hyperbolic,
    le,
    linear,
    linear_sum,
    lt,
)

x, y, c, A, B = (Symbol(name, real=True) for name in "xycAB")
v = Symbol("v", positive=True)
a, b = Family("a", "sequence"), Family("b", "sequence")
f, g, h = (Family(name, "positive function") for name in "fgh")


# --- the product of two transforms ----------------------------------------------------------------


@derivation("log.subadditive", LEMMA)
def log_subadditive() -> Draft:
    """log(1+x+y) < log(1+x) + log(1+y), for positive x and y."""
    apart = log(1 + x) + log(1 + y)
    ratio = (1 + x + y) / ((1 + x) * (1 + y))
    over = lt(0, 1 / (1 + x)), lt(0, 1 / (1 + y))
    return (
        chain(log(1 + x + y), given=[lt(0, x), lt(0, y)])
        .since(lt(0, 1 + x), lt(0, 1 + y), lt(0, 1 + x + y), *over)
        .since(cite(exponential_line, z=log(1 + x + y) - apart))
        .at_most(apart + ratio - 1, because=[(1, [le(1 + log(1 + x + y) - apart, ratio)])])
        .below(apart, because=[(1, [lt(0, x), lt(0, y), *over])])
    )


pair = (weights, lt(0, x), lt(0, y))


def logs(argument: Expr) -> Expr:
    """log(1 + 2·argument·w_i)."""
    return log(1 + argument * w[i] * 2)


@derivation("transform.logs", LEMMA)
def logs_subadditive() -> Draft:
    """Σlog(1+2(x+y)w) < Σlog(1+2xw) + Σlog(1+2yw)."""
    expanded, apart = log(1 + 2 * x * w[i] + 2 * y * w[i]), logs(x) + logs(y)
    exist = (lt(0, 1 + 2 * x * w[i]), lt(0, 1 + 2 * y * w[i]), lt(0, 1 + (x + y) * w[i] * 2))
    here = cite(log_subadditive, x=2 * x * w[rank], y=2 * y * w[rank])
    return (
        chain(total(logs(x + y)), given=pair)
        .since(at(weights, i), at(weights, rank), *exist, here)
        .since(cite(strict_order, a=Lambda(i, expanded), b=Lambda(i, apart)))
        .by(algebra, to=total(expanded))
        .below(total(apart))
        .by(linear_sum(total(logs(x)) + total(logs(y))))
    )


@derivation("transform.product", LEMMA)
def product_below() -> Draft:
    """M(x)M(y) < M(x+y)."""
    parts, whole = total(logs(x)) + total(logs(y)), total(logs(x + y))
    exist = (lt(0, 1 + 2 * x * w[i]), lt(0, 1 + 2 * y * w[i]), lt(0, 1 + (x + y) * w[i] * 2))
    return (
        chain(transform(w, t, x) * transform(w, t, y), given=pair)
        .since(at(weights, i), *exist, cite(logs_subadditive), lt(-parts / 2, -whole / 2))
        .since(cite(exponential_increasing, z=-parts / 2, y=-whole / 2))
        .by(definition(transform))
        .by(hyperbolic, to=exp(-parts / 2))
        .below(exp(-whole / 2))
        .by(definition(transform), to=transform(w, t, x + y))
    )


# --- integrals keep the order strictly ------------------------------------------------------------

below = for_all(u, lt(g(u), h(u)))
values = (eq(integral(g(u)), A), eq(integral(h(u)), B))


@derivation("integral.difference", LEMMA)
def difference() -> Draft:
    """The integral of a difference."""
    return (
        chain(integral(h(u) - g(u)), given=values)
        .by(linear(integral(h(u)) - integral(g(u))))
        .by(given(values[0]))
        .by(given(values[1]))
    )


@derivation("integral.strict_order", LEMMA)
def integral_below() -> Draft:
    """What is less everywhere has the smaller integral."""
    positive = {"g": Lambda(u, h(u) - g(u)), "A": B - A}
    return (
        chain(A, given=[below, *values])
        .since(cite(difference), at(below, u), cite(integral_positive, **positive))
        .below(B)
    )


# --- the square of an integral --------------------------------------------------------------------

J, H, K = (Symbol(name, real=True) for name in "JHK")
root = u ** (-half)
of_root = eq(integral(root * g(u)), J)
smaller = for_all(u, lt(c * g(u), f(u)))


@derivation("integral.multiple", LEMMA)
def multiple() -> Draft:
    """c·∫ s^{−1/2}g(s) ds, as one integral."""
    return (
        chain(integral(root * c * g(u)), given=of_root)
        .by(linear(c * integral(root * g(u))))
        .by(given(of_root))
    )


@derivation("integral.root_times", LEMMA)
def root_times() -> Draft:
    """s^{−1/2} keeps the order."""
    return (
        chain(root * c * g(u), given=[smaller])
        .since(at(smaller, u), lt(0, root))
        .below(root * f(u), because=[(1, [lt(c * g(u), f(u)), lt(0, root)])])
    )


@derivation("integral.multiple_below", LEMMA)
def multiple_below() -> Draft:
    """c·∫ s^{−1/2}g(s) ds < ∫ s^{−1/2}f(s) ds, if cg < f."""
    parts = {"g": Lambda(u, root * c * g(u)), "h": Lambda(u, root * f(u)), "A": c * J, "B": H}
    return (
        chain(c * J, given=[smaller, of_root, eq(integral(root * f(u)), H)])
        .since(cite(multiple), cite(root_times), cite(integral_below, **parts))
        .below(H)
    )


shifted = for_all(v, eq(integral(root * g(u + v)), h(v)))
product = for_all(u, lt(J * g(u), h(u)))


@derivation("integral.square", LEMMA)
def square_below() -> Draft:
    """J² < π∫ g(s) ds, where J is ∫ s^{−1/2}g(s) ds and J·g(v) < ∫ s^{−1/2}g(s+v) ds."""
    whole = eq(integral(g(u)), K)
    return (
        chain(J**2, given=[product, of_root, shifted, whole])
        .since(at(shifted, v), at(product, u), cite(integral_dirichlet, x=half, y=half, A=K))
        .since(cite(multiple_below, c=J, f=Lambda(u, h(u)), H=pi * K))
        .below(pi * K)
    )


# --- the variance ---------------------------------------------------------------------------------

M, M_at, M_shifted = (transform(w, t, argument) for argument in (u, v, u + v))
first, squared = integral(M), integral(root * M)
shifted_integral = integral(root * M_shifted)
second_step = (weights, lt(0, least), *heavy[:2], le(2, t))
third_step = (weights, lt(0, least), *heavy, le(3, t))
tail = 1 + 2 * u * least
about = (
    at(weights, i),
    at(weights, rank),
    lt(0, tail),
    lt(0, u + v),
    lt(0, root),
    lt(0, pi),
    cite(pointwise_positive, p=half),
    cite(root_exists),
)


@derivation("positive.shifted_pointwise", LEMMA)
def shifted_pointwise() -> Draft:
    """s^{−1/2}M(s+v) falls like s^{−3/2}."""
    later = 1 + 2 * (u + v) * least
    return (
        chain(root * M_shifted, given=second_step)
        .since(*about, lt(0, later), cite(transform_two, s=u + v), le(1 / later, 1 / tail))
        .at_most(root / later, because=[(1, [le(M_shifted, 1 / later), lt(0, root)])])
        .at_most(root / tail, because=[(1, [le(1 / later, 1 / tail), lt(0, root)])])
    )


@derivation("positive.shifted_positive", LEMMA)
def shifted_positive() -> Draft:
    """It is positive."""
    return (
        chain(0, given=weights)
        .since(at(weights, i), lt(0, u + v), lt(0, root))
        .below(root * unfolded(M_shifted))
        .by(definition(transform), to=root * M_shifted)
    )


@derivation("positive.shifted_exists", LEMMA)
def shifted_exists() -> Draft:
    """And so its integral exists."""
    most = pi * sqrt(1 / (2 * least))
    functions = {"g": Lambda(u, root * M_shifted), "h": Lambda(u, root / tail), "B": most}
    return (
        chain(shifted_integral, given=second_step)
        .since(*about, cite(root_tail), cite(shifted_pointwise), cite(shifted_positive))
        .since(cite(integral_dominated, **functions))
        .at_most(most)
    )


@derivation("positive.at", LEMMA)
def positive_at() -> Draft:
    """0 < M(v)."""
    return (
        chain(0, given=weights)
        .since(at(weights, i), lt(0, unfolded(M_at)))
        .below(unfolded(M_at))
        .by(definition(transform), to=M_at)
    )


@derivation("positive.product", LEMMA)
def product_integral() -> Draft:
    """M(v)·∫ s^{−1/2}M(s) ds < ∫ s^{−1/2}M(s+v) ds."""
    parts = {"g": Lambda(u, M), "f": Lambda(u, M_shifted), "J": squared, "H": shifted_integral}
    return (
        chain(M_at * squared, given=second_step)
        .since(*about, cite(product_below, x=u, y=v), cite(shifted_exists), cite(positive_at))
        .since(cite(multiple_below, c=M_at, **parts))
        .below(shifted_integral)
    )


@derivation("positive.by_integrals", LEMMA)
def by_integrals() -> Draft:
    """0 < E[1/v] − E[1/√v]², by integrals, from the third step on."""
    parts = {"g": Lambda(u, M), "h": Lambda(v, shifted_integral), "J": squared, "K": first}
    return (
        chain(0, given=third_step)
        .since(
            le(2, t), *about, cite(inverse_exists), cite(shifted_exists), cite(shifted_exists, v=u)
        )
        .since(cite(product_integral, v=u))
        .since(cite(integral_positive, g=Lambda(u, root * M), A=squared))
        .since(cite(square_below, **parts), lt(0, 1 / pi))
        .below(
            unfolded(inverse_variance(w, t)),
            because=[(1, [lt(squared**2, pi * first), lt(0, 1 / pi)])],
        )
    )


existing = (
    cite(weight_positive, i=i - 1),
    cite(weight_positive, i=rank - 1),
    cite(argument_positive, i=i - 1, s=u),
    *summed,
    lt(0, pi),
    le(2, t),
    *by_age_exists,
    lt(0, third),
)


@derivation("positive.ewma", LEMMA)
def ewma_by_integrals() -> Draft:
    """So it is for an EWMA's weights."""
    return (
        chain(0, given=[*decaying, le(3, t)])
        .since(*existing, cite(by_integrals, w=by_age, omega=third))
        .below(unfolded(inverse_variance(by_age, t)))
    )


@derivation("exact.variance.positive", BEYOND)
def ewma_positive() -> Draft:
    """0 < Var[1/√v_t], from t = 3 on."""
    return (
        chain(0, given=[*decaying, le(3, t)])
        .since(*existing, cite(ewma_by_integrals))
        .below(unfolded(inverse_variance(by_age, t)))
        .by(definition(inverse_variance), to=inverse_variance(by_age, t))
    )
