"""How nearly the variance of 1/√v is a multiple of that of v: the delta method, with its error.

Key results: for v = Σ w_i g_i², g_i independent and standard normal, w_i > 0, Σw_i = 1, let n =
1/Σw_i² and D = Σw_i³ − (Σw_i²)². Then V = Var[1/√v] is F(n), that of the plain mean of n squares,
but for less than a multiple of D: uniformly in the weights. Var[v] is 2/n, and where no weight
exceeds δ ≤ 1/16, V/(Var[v]/4) is 1 but for at most 80δ. To the next order V is F(n) − 3D, but for
720δD, where δ ≤ 1/32. The family is all such weights: δ → 0 is all that is asked.

A way: the moments of 1/v and 1/√v are integrals of the Laplace transform, and that is bounded at
each s.

References: Hilton 2019, section 4.
"""

from sympy import Expr, Integer, Lambda, Mul, Rational, gamma, pi

from derivations.chi import chi_variance
from derivations.chi_expansion import expansion_above, expansion_below
from derivations.comparison import D, delta, limited, mean, one, skewness
from derivations.exact_law import averaged, transform, w, weights
from derivations.gamma_ratio import positive
from derivations.integrals import integral, n, p, u
from derivations.inverse_moments import (
    P,
    bounds,
    limits,
    moment_at_least,
    moment_at_most,
    moment_nearly,
    next_moment,
    normalised,
    plain_moment,
    pointwise_positive,
)
from derivations.notation import half, hilton, i, t
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import gamma_functional, integral_positive
from radam_sym.kernel.heads import Definition
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
    le,
    lt,
)

M = transform(w, t, u)
first, root = integral(M), integral(u ** (-half) * M)
inverse_variance = Definition(
    "inverse_variance",
    (w, t),
    first - root**2 / pi,
    notation=r"V_{t}",
)
F = chi_variance(n)
plain = n / (n - 2)
beyond = (lt(0, n), lt(0, n / 2), cite(positive, p=n / 2))

# --- the plain mean's -----------------------------------------------------------------------------


@derivation("delta.plain.first", LEMMA)
def plain_first() -> Draft:
    """P_1 = n/(n−2)."""
    after = n / 2 - 1
    return (
        chain(P(1), given=lt(2, n))
        .since(*beyond, lt(0, after), cite(positive, p=after), cite(gamma_functional, x=after))
        .by(definition(plain_moment))
        .by(cite(gamma_functional, x=after), at=gamma(n / 2), to=after * gamma(after))
        .by(algebra, to=plain)
    )


@derivation("delta.plain.root", LEMMA)
def plain_root() -> Draft:
    """P_½²/π = n/(n−2) − F(n)."""
    return (
        chain(P(half) ** 2 / pi, given=lt(2, n))
        .since(*beyond, lt(0, n / 2 - half), cite(positive, p=n / 2 - half), lt(0, pi))
        .by(definition(plain_moment))
        .by(definition(chi_variance), to=plain - F)
    )


def further(power: Rational, steps: int) -> Draft:
    """P_{power+steps} from P_power."""
    start = power + steps
    line = chain(P(start), given=lt(2 * start, n)).since(lt(0, n))
    gammas = [power + k for k in range(steps + 1)]
    line = line.since(*beyond, *(lt(0, n / 2 - q) for q in gammas))
    line = line.since(*(cite(positive, p=n / 2 - q) for q in gammas))
    for q in reversed(gammas[:-1]):
        line = line.by(cite(next_moment, p=q))
    return line


@derivation("delta.plain.fourth", LEMMA)
def plain_fourth() -> Draft:
    """P_4 is a multiple of P_1."""
    return further(Rational(1), 3)


@derivation("delta.plain.seven_halves", LEMMA)
def plain_seven_halves() -> Draft:
    """P_{7/2} is one of P_½."""
    return further(half, 3)


# --- within a multiple of D -----------------------------------------------------------------------

own = (
    at(weights, i),
    cite(pointwise_positive, p=1),
    cite(pointwise_positive, p=half),
    cite(moment_at_most, p=1),
    cite(moment_at_most, p=half),
    cite(integral_positive, g=Lambda(u, root.function), A=root),
    lt(0, pi),
    lt(0, 1 / pi),
)
moments = (cite(plain_first), cite(plain_root), cite(plain_fourth), cite(plain_seven_halves))
variance = inverse_variance(w, t)
is_first, is_root = eq(plain, P(1)), eq(plain - F, P(half) ** 2 / pi)


def times(power: Rational, steps: int) -> Expr:
    """P_{power+steps}/P_power."""
    return Mul(*[n * q / (n - 2 * q - 2) for q in (power + k for k in range(steps))])


@derivation("delta.least", LEMMA)
def within_below() -> Draft:
    """V ≥ F(n) − 8Dn⁴/((n−2)(n−4)(n−6)(n−8))."""
    fourth = times(Integer(1), 3)
    return (
        chain(F - 4 * D / 3 * fourth * plain, given=[*normalised, lt(8, n), *bounds])
        .since(lt(2, n), *beyond, *own, *moments, cite(moment_at_least, p=1))
        .equal_to(
            P(1) - 4 * D / 3 * P(4) - P(half) ** 2 / pi,
            because=[
                (1 - 4 * D / 3 * fourth, [is_first]),
                (-4 * D / 3, [eq(fourth * P(1), P(4))]),
                (-1, [is_root]),
            ],
        )
        .at_most(first - P(half) ** 2 / pi)
        .at_most(
            first - root**2 / pi, because=[(1, [le(root, P(half)), lt(0, root), lt(0, 1 / pi)]),(1, [le(root, P(half)), le(0, P(half)), lt(0, 1 / pi)])]
        )
        .by(definition(inverse_variance), to=variance)
    )


@derivation("delta.most", LEMMA)
def within_above() -> Draft:
    """V ≤ F(n) + 5D·n³/((n−3)(n−5)(n−7))·(n/(n−2) − F(n))."""
    ratio = times(half, 3)
    least = P(half) - 4 * D / 3 * P(Rational(7, 2))
    return (
        chain(variance, given=[*normalised, lt(8, n), *bounds])
        .since(lt(2, n), *beyond, *own, *moments, cite(moment_at_least, p=half))
        .since(le(0, P(half)))
        .by(definition(inverse_variance))
        .at_most(P(1) - root**2 / pi)
        .at_most(
            P(1) - P(half) ** 2 / pi + 8 * D / (3 * pi) * P(half) * P(Rational(7, 2)),
            because=[
                ((root - P(half)) ** 2, [lt(0, 1 / pi)]),
                (2, [le(least, root), le(0, P(half)), lt(0, 1 / pi)]),
            ],
        )
        .equal_to(
            F + 8 * D / 3 * ratio * (plain - F),
            because=[
                (1, [eq(P(1), plain)]),
                (8 * D / (3 * pi) * P(half), [eq(P(Rational(7, 2)), ratio * P(half))]),
                (8 * D / 3 * ratio - 1, [eq(P(half) ** 2 / pi, plain - F)]),
            ],
        )
    )
