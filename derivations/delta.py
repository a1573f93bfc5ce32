"""How nearly the variance of 1/√v is a multiple of that of v: the delta method, with its error.

Key results: for v = Σ w_i g_i², g_i independent and standard normal, w_i > 0, Σw_i = 1, let n =
1/Σw_i² and D = Σw_i³ − (Σw_i²)². Then V = Var[1/√v] is F(n), that of the plain mean of n squares,
but for less than a multiple of D: uniformly in the weights. Var[v] is 2/n, and where no weight
exceeds δ ≤ 1/16, V/(Var[v]/4) is 1 but for at most 80δ. The family is all such weights: δ → 0 is
all that is asked.

A way: the moments of 1/v and 1/√v are integrals of the Laplace transform, and that is bounded at
each s.

References: Hilton 2019, section 4.
"""

from sympy import Expr, Integer, Lambda, Mul, Poly, Rational, Sum, expand, gamma, pi

from derivations.chi import chi_variance, rho
from derivations.chi_expansion import REMAINDER, expansion_above, expansion_below, three_terms
from derivations.comparison import D, delta, limited, mean, one, rank, skewness, spread, sum_order
from derivations.exact_law import transform, w, weights
from derivations.gamma_ratio import positive
from derivations.integrals import integral, n, u
from derivations.inverse_moments import (
    P,
    bounds,
    moment_at_least,
    moment_at_most,
    next_moment,
    normalised,
    plain_moment,
    pointwise_positive,
)
from derivations.notation import half, hilton, i, t
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import gamma_functional, integral_positive
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Draft,
    algebra,
    at,
    chain,
    cite,
    constant,
    definition,
    derivation,
    eq,
    factor_out,
    given,
    le,
    linear_sum,
    lt,
)

M = transform(w, t, u)
first, root = integral(M), integral(u ** (-half) * M)
inverse_variance = Definition(
    "inverse_variance",
    (w, t),
    first - root**2 / pi,
    notation=r"V_{t}\left({w}\right)",
)
F = chi_variance(n)
plain = n / (n - 2)
beyond = (lt(0, n), lt(0, n / 2), cite(positive, p=n / 2))
existing_plain = (*beyond, lt(0, n / 2 - half), cite(positive, p=n / 2 - half))

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
            first - root**2 / pi,
            because=[
                (1, [le(root, P(half)), lt(0, root), lt(0, 1 / pi)]),
                (1, [le(root, P(half)), le(0, P(half)), lt(0, 1 / pi)]),
            ],
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


# --- what the weights' bound says -----------------------------------------------------------------

sized = (*normalised, lt(0, n))


@derivation("delta.mean_weight", LEMMA)
def mean_weight() -> Draft:
    """1/n ≤ δ: the mean weight is no greater than the greatest."""
    return (
        chain(1 / n, given=[*sized, limited])
        .since(at(weights, rank), at(limited, rank), le(w[rank] ** 2, delta * w[rank]))
        .since(cite(sum_order, a=Lambda(i, w[i] ** 2), b=Lambda(i, delta * w[i])))
        .by(given(eq(mean, 1 / n)), to=mean)
        .at_most(Sum(delta * w[i], (i, 1, t)))
        .by(factor_out(delta))
        .by(given(eq(one, 1)))
    )


@derivation("delta.bound_positive", LEMMA)
def bound_positive() -> Draft:
    """So δ is positive."""
    return chain(0, given=[*sized, limited]).since(cite(mean_weight)).below(1 / n).at_most(delta)


@derivation("delta.skewness_most", LEMMA)
def skewness_at_most() -> Draft:
    """D ≤ δ/n."""
    cubes, squares = w[i] ** 3, delta * w[i] ** 2
    return (
        chain(D, given=[weights, eq(mean, 1 / n), lt(0, n), skewness, limited])
        .since(at(weights, rank), at(limited, rank), le(w[rank] ** 3, delta * w[rank] ** 2))
        .since(lt(0, n**-2))
        .since(cite(sum_order, a=Lambda(i, cubes), b=Lambda(i, squares)))
        .at_most(D + 1 / n**2)
        .by(given(skewness), to=spread)
        .at_most(Sum(squares, (i, 1, t)))
        .by(factor_out(delta))
        .by(given(eq(mean, 1 / n)))
    )


@derivation("delta.skewness_least", LEMMA)
def skewness_at_least() -> Draft:
    """0 ≤ D: by Cauchy and Schwarz, that is, a sum of squares."""
    nothing, apart = Sum(Integer(0), (i, 1, t)), w[i] * (w[i] - 1 / n) ** 2
    return (
        chain(0, given=[*sized, skewness])
        .since(at(weights, rank), le(0, w[rank] * (w[rank] - 1 / n) ** 2))
        .since(cite(sum_order, a=Lambda(i, Integer(0)), b=Lambda(i, apart)))
        .by(constant(), at=0, to=nothing)
        .at_most(Sum(apart, (i, 1, t)))
        .by(linear_sum(spread - 2 / n * mean + 1 / n**2 * one))
        .by(given(eq(one, 1)))
        .by(given(eq(mean, 1 / n)))
        .by(given(skewness))
    )


# --- the leading term -----------------------------------------------------------------------------


def from_start(term: Expr, start: int, *over: Relation) -> list[tuple[Expr, list[Relation]]]:
    """Why a polynomial in n is not negative from a start on, times what is positive: its Taylor
    coefficients there are.
    """
    steps = Poly(term, n).compose(Poly(n + start, n)).all_coeffs()[::-1]
    return [(c, [le(start, n)] * k + list(over)) for k, c in enumerate(steps)]


def quotient_bound(factors: tuple[int, ...], most: Expr, start: int) -> Draft:
    """n^k/Π(n − f) ≤ most, from a start on."""
    below = Mul(*[n - f for f in factors])
    over = [lt(0, 1 / (n - f)) for f in factors]
    return (
        chain(n ** len(factors) / below, given=le(start, n))
        .since(*(lt(0, n - f) for f in factors), *over)
        .at_most(most, because=from_start(expand(most * below - n ** len(factors)), start, *over))
    )


@derivation("delta.leading.quotient", LEMMA)
def upper_quotient() -> Draft:
    """n⁴/((n−2)(n−3)(n−5)(n−7)) ≤ 4, from n = 16 on."""
    return quotient_bound((2, 3, 5, 7), Integer(4), 16)


@derivation("delta.leading.other_quotient", LEMMA)
def lower_quotient() -> Draft:
    """n⁴/((n−2)(n−4)(n−6)(n−8)) ≤ 49/10, from n = 16 on."""
    return quotient_bound((2, 4, 6, 8), Rational(49, 10), 16)


from_sixteen = le(16, n)


@derivation("delta.leading.sixteen", LEMMA)
def at_least_sixteen() -> Draft:
    """Weights of at most 1/16 are those of a sample of at least 16."""
    return (
        chain(16, given=[*sized, limited, le(delta, Rational(1, 16))])
        .since(cite(mean_weight))
        .at_most(
            n,
            because=[
                (16, [le(1 / n, delta), lt(0, n)]),
                (16, [le(delta, Rational(1, 16)), lt(0, n)]),
            ],
        )
    )


@derivation("delta.leading.plain_most", LEMMA)
def plain_at_most() -> Draft:
    """F(n) ≤ 1/(2n) + 3/n², from n = 16 on."""
    over = lt(0, n**-4)
    rest = 3 * n**2 - Rational(15, 8) * n**2 - Rational(83, 16) * n - 44
    return (
        chain(F, given=from_sixteen)
        .since(lt(0, n), le(3, n), lt(2, n), cite(expansion_above, rho=n), over)
        .since(*existing_plain)
        .at_most(three_terms.xreplace({rho: n}) + REMAINDER / n**4)
        .at_most(1 / (2 * n) + 3 / n**2, because=from_start(rest, 16, over))
    )


@derivation("delta.leading.plain_positive", LEMMA)
def plain_positive() -> Draft:
    """0 < F(n)."""
    return (
        chain(0, given=from_sixteen)
        .since(lt(0, n), lt(2, n), cite(expansion_below, rho=n), *existing_plain)
        .below(three_terms.xreplace({rho: n}))
        .below(F)
    )


little_skew = (le(0, D), le(D, delta / n))
skew_within = (*little_skew, le(1 / n, delta))


@derivation("delta.leading.most", LEMMA)
def leading_most() -> Draft:
    """V ≤ 1/(2n) + 23δ/n."""
    cube, two_terms = n**3 / ((n - 3) * (n - 5) * (n - 7)), 1 / (2 * n) + 3 / n**2
    fourth = n**4 / ((n - 2) * (n - 3) * (n - 5) * (n - 7))
    return (
        chain(variance, given=[*normalised, skewness, from_sixteen, *skew_within])
        .since(lt(8, n), lt(2, n), *beyond, *own, cite(within_above), cite(upper_quotient))
        .since(cite(plain_at_most), cite(plain_positive), lt(0, cube))
        .at_most(F + 5 * D * cube * (plain - F))
        .at_most(F + 5 * D * fourth, because=[(5, [le(0, D), lt(0, cube), lt(0, F)])])
        .at_most(F + 20 * D, because=[(5, [le(fourth, 4), le(0, D)])])
        .at_most(
            two_terms + 20 * delta / n, because=[(20, [le(D, delta / n)]), (1, [le(F, two_terms)])]
        )
        .at_most(1 / (2 * n) + 23 * delta / n, because=[(3, [le(1 / n, delta), lt(0, 1 / n)])])
    )


@derivation("delta.leading.least", LEMMA)
def leading_least() -> Draft:
    """V ≥ 1/(2n) − 40δ/n."""
    fourth = n**4 / ((n - 2) * (n - 4) * (n - 6) * (n - 8))
    return (
        chain(
            1 / (2 * n) - 40 * delta / n, given=[*normalised, skewness, from_sixteen, *little_skew]
        )
        .since(lt(8, n), lt(2, n), *beyond, *own, cite(within_below), cite(lower_quotient))
        .since(cite(expansion_below, rho=n), lt(0, n**-2), lt(0, n**-3))
        .at_most(1 / (2 * n) - 40 * D)
        .at_most(
            F - 40 * D,
            because=[
                (1, [lt(three_terms.xreplace({rho: n}), F)]),
                (Rational(15, 8), [lt(0, n**-2)]),
                (Rational(83, 16), [lt(0, n**-3)]),
            ],
        )
        .at_most(
            F - 8 * D * fourth,
            because=[(8, [le(fourth, Rational(49, 10)), le(0, D)]), (Rational(4, 5), [le(0, D)])],
        )
        .at_most(variance)
    )


leading = (*sized, limited, le(delta, Rational(1, 16)))
excess = spread - 1 / n**2
about_weights = (
    cite(mean_weight),
    cite(skewness_at_most, D=excess),
    cite(skewness_at_least, D=excess),
    cite(at_least_sixteen),
)


@derivation("delta.leading.above", hilton("section 4"))
def leading_above() -> Draft:
    """V is at most Var[v]/4 = 1/(2n) times 1 + 80δ: the weights matter through δ alone."""
    return (
        chain(variance, given=leading)
        .since(*about_weights, cite(bound_positive), lt(0, delta / n))
        .since(lt(2, n), *own, cite(leading_most, D=excess))
        .at_most(1 / (2 * n) + 23 * delta / n)
        .at_most((1 + 80 * delta) / (2 * n), because=[(17, [lt(0, delta / n)])])
    )


@derivation("delta.leading.below", hilton("section 4"))
def leading_below() -> Draft:
    """And at least that times 1 − 80δ."""
    return (
        chain((1 - 80 * delta) / (2 * n), given=leading)
        .since(*about_weights, lt(2, n), *own)
        .since(cite(leading_least, D=excess))
        .at_most(variance)
    )
