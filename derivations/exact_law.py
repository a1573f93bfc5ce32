"""The law of v_t for Gaussian gradients, by its Laplace transform.

Key results: for v = Σ w_i g_i², with g_i independent and standard normal, E[e^{−sv}] =
Π(1+2sw_i)^{−1/2}, and E[v^{−p}] = 1/Γ(p)·∫ s^{p−1}E[e^{−sv}] ds wherever that integral exists. So
the variance of 1/√v is an integral less the square of another.

References: Hilton 2019, sections 1 and 3.
"""

from sympy import Lambda, Sum, Symbol, exp, log, pi, sqrt

from derivations.gamma_ratio import positive as gamma_positive
from derivations.integrals import integral, p, u
from derivations.notation import g, half, hilton, i, t
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import (
    chi_squared_law,
    gamma_integral,
    independent_map,
    transform_negative_moment,
    transform_of_sum,
)
from radam_sym.kernel.heads import Definition, E, Family
from radam_sym.proof import (
    Draft,
    at,
    chain,
    cite,
    definition,
    derivation,
    eq,
    factor_in,
    factor_out,
    for_all,
    hyperbolic,
    independent,
    linear,
    lt,
    normal,
    radical,
    single,
    substituted,
)

s = Symbol("s", real=True)
m, k = Symbol("m", integer=True), Symbol("k", integer=True)
x = Symbol("x", real=True)
A, c = Symbol("A", real=True), Symbol("c", real=True)
w = Family("w", "sequence")

gaussian = (normal(g), independent(g))
weights = for_all(i, lt(0, w[i]))
v = Sum(w[i] * g[i] ** 2, (i, 1, t))
transform = Definition(
    "transform",
    (w, t, s),
    exp(-Sum(log(1 + 2 * s * w[i]), (i, 1, t)) / 2),
    notation=r"M_{t}\left({s};\, {w}\right)",
)
one_square = 1 / sqrt(1 + 2 * s)


# --- the transform --------------------------------------------------------------------------------

factor = 1 / sqrt(2 * pi)
euler = integral(u ** (-half) * exp(-u))
density = factor * u ** (-half) * exp(-u / 2)


@derivation("exact.laplace.scaled", LEMMA)
def scaled() -> Draft:
    """Euler's integral for Γ(1/2), times what a substitution brings."""
    return (
        chain(integral(factor * sqrt(1 / c) * euler.function), given=lt(0, c))
        .since(cite(gamma_integral, x=half), lt(0, pi))
        .by(linear(factor * sqrt(1 / c) * euler))
        .by(cite(gamma_integral, x=half))
    )


@derivation("exact.laplace.exponential", LEMMA)
def exponential() -> Draft:
    """The integral of an exponential over √u."""
    return (
        chain(integral(factor * u ** (-half) * exp(-c * u)), given=lt(0, c))
        .since(cite(scaled), lt(0, pi))
        .by(substituted(1 / c), to=integral(factor * sqrt(1 / c) * euler.function))
        .by(cite(scaled))
    )


@derivation("exact.laplace.one_integral", LEMMA)
def one_integral() -> Draft:
    """The transform of χ²₁'s density."""
    return (
        chain(integral(exp(-s * u) * density), given=lt(0, s))
        .since(cite(exponential, c=half + s), lt(0, 1 + 2 * s), lt(0, pi))
        .by(hyperbolic, to=integral(factor * u ** (-half) * exp(-(u * (half + s)))))
        .by(cite(exponential, c=half + s))
        .by(radical, to=one_square)
    )


@derivation("exact.laplace.one", LEMMA)
def of_one() -> Draft:
    """E[e^{−sg²}] = (1+2s)^{−1/2}."""
    squares = Sum(g[i] ** 2, (i, m, m))
    law = {"k": 1, "X": g, "m": m, "g": Lambda(u, exp(-s * u)), "A": one_square}
    return (
        chain(E(exp(-s * squares)), given=[*gaussian, lt(0, s)])
        .since(cite(one_integral), lt(0, 1 + 2 * s), lt(0, pi))
        .by(cite(chi_squared_law, **law))
    )


@derivation("exact.laplace.one_square", LEMMA)
def of_one_square() -> Draft:
    """The same for any of them."""
    total = Sum(g[i] ** 2, (i, m, m))
    return (
        chain(E(exp(-s * g[m] ** 2)), given=[*gaussian, lt(0, s)])
        .since(cite(of_one))
        .by(single(), at=g[m] ** 2, to=total)
        .by(cite(of_one))
    )


squares = g.map(lambda one: one**2)
square = Lambda(x, x**2)
logarithms = Lambda(i, -log(1 + 2 * s * w[i]) / 2)


@derivation("exact.laplace", hilton("section 1"))
def laplace() -> Draft:
    """E[e^{−sv}] = Π(1+2sw_i)^{−1/2}."""
    sum_of = {"X": squares, "a": Lambda(i, -s * w[i]), "b": logarithms, "m": 1, "n": t}
    return (
        chain(E(exp(-s * v)), given=[*gaussian, weights, lt(0, s)])
        .since(at(weights, i), cite(of_one_square, m=i, s=s * w[i]))
        .since(cite(independent_map, X=g, f=square))
        .by(factor_in(), at=-s * v)
        .by(cite(transform_of_sum, **sum_of))
        .by(factor_out(-half))
        .by(definition(transform), to=transform(w, t, s))
    )


# --- negative moments -----------------------------------------------------------------------------

averaged = integral(u ** (p - 1) * transform(w, t, u))
whole = Lambda(k, v)


@derivation("exact.moments", hilton("section 3"))
def negative_moment() -> Draft:
    """E[v^{−p}] = 1/Γ(p)·∫ s^{p−1}M(s) ds, wherever the integral exists."""
    moment = {"X": whole, "i": m, "s": p, "g": Lambda(u, transform(w, t, u)), "A": A}
    return (
        chain(E(v ** (-p)), given=[*gaussian, weights, lt(0, p), eq(averaged, A)])
        .since(at(weights, i), cite(laplace, s=u), cite(gamma_positive, p=p))
        .by(cite(transform_negative_moment, **moment))
    )
