"""How far the matched and the skewed factor are from the exact one.

Key results: with r_exact = √(V_∞/V_t), the factor that makes the variance of 1/√v_t what it is in
the end, r_skewed/r_exact is 1 but for 2000/n_∞², and r_matched/r_exact is
1 + 3((n_∞ − 1/n_∞) − (n_t − 1/n_t))/(3n_∞² + 1) but for as much: where no weight exceeds 1/32,
whatever t is. So the skewed factor is off at second order in 1 − β, the matched one at first.

References: Hilton 2019, section 4.
"""

from sympy import Expr, Rational, Symbol, sqrt

from derivations.adaptive_rate import by_age, share, summed
from derivations.chi import chi_variance, rho
from derivations.delta import inverse_variance, plain_at_most
from derivations.infinite import variance_limit
from derivations.infinite_error import (
    at_last,
    at_size,
    at_the_end,
    exists,
    few,
    last_at_least,
    limit_at_least,
    limit_at_most,
    skewness_at_least,
    skewness_at_most_third,
    variance_at_least,
    variance_at_most,
)
from derivations.matched import corrected, last, matched, size, skewed, skewness
from derivations.notation import beta, decaying, half, t
from derivations.powers import BEYOND, LEMMA
from radam_sym.kernel.heads import Definition
from radam_sym.proof import Draft, chain, cite, definition, derivation, le, lt

exact = Definition(
    "r_exact",
    (beta, t),
    sqrt(variance_limit(beta) / inverse_variance(by_age, t)),
    notation=r"r^{\mathrm{exact}}_{t}",
)

# --- what the bounds add up to --------------------------------------------------------------------

V, v, F, f, D, g, h, y = (Symbol(name, real=True) for name in "VvFfDghy")
a, b, k = (Symbol(name, real=True) for name in "abk")
few_shares = (lt(0, y), le(y, Rational(1, 63)))  # y is 1/n_∞
near, most, least = 1014 * y**2, 2900 * y**2, 2200 * y**2
signed = (*few_shares, le(0, g), le(g, h), le(h, 2 * y))


@derivation("matched.error.arithmetic_most", LEMMA)
def arithmetic_most() -> Draft:
    """1 − g + 1014y² is at most 1 + h − g + 2900y² times 1 − h − 1014y²."""
    return (
        chain(1 - g + near, given=signed)
        .since(le(0, h))
        .at_most(
            (1 + h - g + most) * (1 - h - near),
            because=[
                (1, [le(0, g), le(0, h)]),
                (1014 * y**2, [le(0, g)]),
                (1, [le(h, 2 * y), le(0, h)]),
                (2, [le(h, 2 * y), lt(0, y)]),
                (3914 * y**2, [le(h, 2 * y)]),
                (7828 * y**2, [le(y, Rational(1, 63))]),
                (2940600 * y**2, [le(y, Rational(1, 63)), le(0, Rational(1, 63) + y)]),
                ((868 - Rational(7828, 63) - Rational(2940600, 3969)) * y**2, []),
            ],
        )
    )


@derivation("matched.error.arithmetic_least", LEMMA)
def arithmetic_least() -> Draft:
    """1 + h − g − 2200y² times 1 − h + 1014y² is at most 1 − g − 1014y²."""
    return (
        chain((1 + h - g - least) * (1 - h + near), given=signed)
        .since(le(0, h))
        .at_most(
            1 - g - near,
            because=[
                (1, [le(g, h), le(0, h)]),
                (1014 * y**2, [le(0, g)]),
                (3214 * y**2, [le(h, 2 * y)]),
                (6428 * y**2, [le(y, Rational(1, 63))]),
                ((172 - Rational(6428, 63)) * y**2, []),
                (2200 * 1014 * y**4, []),
            ],
        )
    )


positive = (lt(0, V), lt(0, v), lt(0, F), lt(0, f))
above_now, below_now = le(V, (1 - g + near) * F), le((1 - g - near) * F, V)
above_then, below_then = le(v, (1 - h + near) * f), le((1 - h - near) * f, v)
up, down = 1 + h - g + most, 1 + h - g - least


@derivation("matched.error.quotient_most", LEMMA)
def quotient_at_most() -> Draft:
    """fV ≤ (1 + h − g + 2900y²)Fv."""
    scale = [lt(0, F), lt(0, f)]
    return (
        chain(f * V, given=[*positive, *signed, above_now, below_then])
        .since(cite(arithmetic_most), lt(0, up))
        .at_most(f * F * (1 - g + near), because=[(1, [above_now, lt(0, f)])])
        .at_most(
            up * (1 - h - near) * F * f, because=[(1, [le(1 - g + near, up * (1 - h - near)), *scale])]
        )
        .at_most(up * F * v, because=[(1, [below_then, lt(0, up), lt(0, F)])])
    )


@derivation("matched.error.down", LEMMA)
def down_positive() -> Draft:
    """0 < 1 + h − g − 2200y²."""
    return chain(0, given=[*few_shares, le(g, h)]).below(
        down,
        because=[
            (1, [le(g, h)]),
            (2200, [le(y, Rational(1, 63)), le(0, Rational(1, 63) + y)]),
            (1 - Rational(2200, 3969), []),
        ],
    )


@derivation("matched.error.quotient_least", LEMMA)
def quotient_at_least() -> Draft:
    """(1 + h − g − 2200y²)Fv ≤ fV."""
    scale = [lt(0, F), lt(0, f)]
    return (
        chain(down * F * v, given=[*positive, *signed, below_now, above_then])
        .since(cite(arithmetic_least), cite(down_positive))
        .at_most(
            down * (1 - h + near) * F * f, because=[(1, [above_then, lt(0, down), lt(0, F)])]
        )
        .at_most(
            f * F * (1 - g - near), because=[(1, [le(down * (1 - h + near), 1 - g - near), *scale])]
        )
        .at_most(f * V, because=[(1, [below_now, lt(0, f)])])
    )


# --- the factors ----------------------------------------------------------------------------------

rest = 2000 * y**2
upper, lower = 1 + (h - g) / 2 + rest, 1 + (h - g) / 2 - rest
then, quotient = v / V, f / F
quotients = (lt(0, then), lt(0, quotient), lt(0, 1 / (F * V)))


@derivation("matched.error.root_most", LEMMA)
def root_at_most() -> Draft:
    """√b ≤ k√a, if b ≤ k²a."""
    total = k * sqrt(a) + sqrt(b)
    return (
        chain(sqrt(b), given=[lt(0, a), lt(0, b), lt(0, k), le(b, k**2 * a)])
        .since(lt(0, total), lt(0, 1 / total))
        .at_most(k * sqrt(a), because=[(1, [le(b, k**2 * a), lt(0, 1 / total)])])
    )


@derivation("matched.error.root_least", LEMMA)
def root_at_least() -> Draft:
    """k√a ≤ √b, if k²a ≤ b."""
    total = k * sqrt(a) + sqrt(b)
    return (
        chain(k * sqrt(a), given=[lt(0, a), lt(0, b), lt(0, k), le(k**2 * a, b)])
        .since(lt(0, total), lt(0, 1 / total))
        .at_most(sqrt(b), because=[(1, [le(k**2 * a, b), lt(0, 1 / total)])])
    )


@derivation("matched.error.factor_most", LEMMA)
def factor_at_most() -> Draft:
    """√(f/F) ≤ (1 + (h−g)/2 + 2000y²)√(v/V)."""
    return (
        chain(quotient, given=[*positive, *signed, above_now, below_then])
        .since(*quotients, cite(quotient_at_most))
        .at_most(up * then, because=[(1, [le(f * V, up * F * v), lt(0, 1 / (F * V))])])
        .at_most(
            upper**2 * then,
            because=[
                ((h - g) ** 2 / 4, [lt(0, then)]),
                (rest**2, [lt(0, then)]),
                (rest, [le(g, h), lt(0, then)]),
                (2 * rest - most, [lt(0, then)]),
            ],
        )
    )


@derivation("matched.error.factor_least", LEMMA)
def factor_at_least() -> Draft:
    """(1 + (h−g)/2 − 2000y²)√(v/V) ≤ √(f/F)."""
    within = [le(y, Rational(1, 63)), le(0, Rational(1, 63) + y), lt(0, then)]
    return (
        chain(lower**2 * then, given=[*positive, *signed, below_now, above_then])
        .since(*quotients, cite(quotient_at_least), lt(0, 2 * y + h - g))
        .at_most(
            down * then,
            because=[
                (Rational(1, 4), [le(h, 2 * y), lt(0, 2 * y + h - g), lt(0, then)]),
                (Rational(1, 4), [le(0, g), lt(0, 2 * y + h - g), lt(0, then)]),
                (rest, [le(g, h), lt(0, then)]),
                (4000000 * y**2, within),
                ((1799 - Rational(4000000, 3969)) * y**2, [lt(0, then)]),
            ],
        )
        .at_most(quotient, because=[(1, [le(down * F * v, f * V), lt(0, 1 / (F * V))])])
    )
