"""What the bounds of two variances add up to, in the quotient's root.

Key results: if V is F − 3D and v is f − 3E, but for little, √(f/F) is √(v/V) times
1 + 3(σE − ρD), but for 2000y², where F is about 1/(2ρ), f about 1/(2σ), and y ≤ 1/63.

References: Hilton 2019, section 4.
"""

from sympy import Rational, Symbol, sqrt

from derivations.chi import rho
from derivations.notation import half
from derivations.powers import LEMMA
from radam_sym.kernel.terms import substitute
from radam_sym.proof import Draft, chain, cite, derivation, le, lt

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
        chain((1 + h - g - least) * (1 - h + near), given=signed[1:])
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
        chain(f * V, given=[lt(0, F), lt(0, f), *signed, above_now, below_then])
        .since(cite(arithmetic_most), lt(0, up))
        .at_most(f * F * (1 - g + near), because=[(1, [above_now, lt(0, f)])])
        .at_most(
            up * (1 - h - near) * F * f,
            because=[(1, [le(1 - g + near, up * (1 - h - near)), *scale])],
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
        chain(down * F * v, given=[lt(0, F), lt(0, f), *signed, below_now, above_then])
        .since(cite(arithmetic_least), cite(down_positive))
        .at_most(down * (1 - h + near) * F * f, because=[(1, [above_then, lt(0, down), lt(0, F)])])
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


@derivation("matched.error.lower_positive", LEMMA)
def lower_positive() -> Draft:
    """0 < 1 + (h−g)/2 − 2000y²."""
    third = Rational(1, 63)
    return chain(0, given=[*few_shares, le(g, h)]).below(
        lower,
        because=[
            (half, [le(g, h)]),
            (2000, [le(y, third), le(0, third + y)]),
            (1 - 2000 * third**2, []),
        ],
    )


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


# --- the variances, relative to the law's ---------------------------------------------------------

e = Symbol("e", real=True)
excess = le(F, 1 / (2 * rho) + 3 / rho**2)
beside = (lt(0, rho), le(0, D), le(1 / (2 * rho), F), le(e, 501 * y**2 / rho))
from_above = (excess, le(3 * D, y**2))
allowance = (1, [le(e, 501 * y**2 / rho)])
enough = (1014 * y**2, [le(1 / (2 * rho), F)])


@derivation("matched.error.relative_most", LEMMA)
def relative_at_most() -> Draft:
    """V ≤ (1 − 6ρD + 1014y²)F, where V ≤ F − 3D + 501y²/ρ."""
    close = le(V, F - 3 * D + e)
    return (
        chain(V, given=[*beside, *from_above, close])
        .since(lt(0, 1 / rho))
        .at_most(
            (1 - 6 * rho * D + near) * F,
            because=[
                (1, [close]),
                allowance,
                enough,
                (6, [excess, lt(0, rho), le(0, D)]),
                (6, [le(3 * D, y**2), lt(0, 1 / rho)]),
            ],
        )
    )


@derivation("matched.error.relative_least", LEMMA)
def relative_at_least() -> Draft:
    """(1 − 6ρD − 1014y²)F ≤ V, where F − 3D − 501y²/ρ ≤ V."""
    close = le(F - 3 * D - e, V)
    return (
        chain((1 - 6 * rho * D - near) * F, given=[*beside, close])
        .since(lt(0, 1 / rho))
        .at_most(
            V,
            because=[
                (1, [close]),
                allowance,
                enough,
                (6, [le(1 / (2 * rho), F), lt(0, rho), le(0, D)]),
                (6 * y**2, [lt(0, 1 / rho)]),
            ],
        )
    )


@derivation("matched.error.share_of_it", LEMMA)
def share_of_it() -> Draft:
    """0 < 1 − g − 1014y²."""
    third = Rational(1, 63)
    return chain(0, given=[*few_shares, le(g, 2 * y)]).below(
        1 - g - near,
        because=[
            (1, [le(g, 2 * y)]),
            (2, [le(y, third)]),
            (1014, [le(y, third), le(0, third + y)]),
            (1 - 2 * third - 1014 * third**2, []),
        ],
    )


@derivation("matched.error.variance_positive", LEMMA)
def variance_positive() -> Draft:
    """So 0 < V."""
    return (
        chain(0, given=[*few_shares, lt(0, F), le(g, 2 * y), below_now])
        .since(cite(share_of_it))
        .below((1 - g - near) * F)
        .at_most(V)
    )


# --- the roots of their quotients -----------------------------------------------------------------

E, sigma, d = (Symbol(name, real=True) for name in ("E", "sigma", "d"))
in_the_end = {"V": v, "F": f, "D": E, "rho": sigma, "e": d}
last_law = {V: v, F: f, D: E, rho: sigma, e: d}
both = (
    *few_shares,
    *beside,
    *(substitute(formula, last_law) for formula in beside),
    le(rho * D, sigma * E),
    le(3 * sigma * E, y),
)
last_above = tuple(substitute(formula, last_law) for formula in from_above)
shifts = {"g": 6 * rho * D, "h": 6 * sigma * E}
shifted = {g: 6 * rho * D, h: 6 * sigma * E}
order = (le(0, 6 * rho * D), le(6 * rho * D, 6 * sigma * E), le(6 * sigma * E, 2 * y))
signs = (lt(0, V), lt(0, v), lt(0, F), lt(0, f))


@derivation("matched.error.positive", LEMMA)
def beside_positive() -> Draft:
    """What is not much less than F − 3D is positive."""
    return (
        chain(0, given=[*few_shares, *beside, lt(0, F), le(3 * rho * D, y), le(F - 3 * D - e, V)])
        .since(cite(relative_at_least), le(6 * rho * D, 2 * y))
        .since(cite(variance_positive, g=6 * rho * D))
        .below(V)
    )


@derivation("matched.error.both_most", LEMMA)
def both_at_most() -> Draft:
    """√(f/F) is at most 1 + 3(σE − ρD) + 2000y² times √(v/V)."""
    scale = upper.xreplace(shifted)
    return (
        chain(
            sqrt(quotient),
            given=[*both, *from_above, *signs, le(V, F - 3 * D + e), le(f - 3 * E - d, v)],
        )
        .since(*order, *quotients, lt(0, scale), cite(relative_at_most))
        .since(cite(relative_at_least, **in_the_end), cite(factor_at_most, **shifts))
        .since(cite(root_at_most, a=then, b=quotient, k=scale))
        .at_most(scale * sqrt(then))
    )


@derivation("matched.error.both_least", LEMMA)
def both_at_least() -> Draft:
    """And at least 1 + 3(σE − ρD) − 2000y² times that."""
    scale = lower.xreplace(shifted)
    return (
        chain(
            scale * sqrt(then),
            given=[*both, *last_above, *signs, le(F - 3 * D - e, V), le(v, f - 3 * E + d)],
        )
        .since(*order, *quotients, cite(lower_positive, **shifts), cite(relative_at_least))
        .since(cite(relative_at_most, **in_the_end), cite(factor_at_least, **shifts))
        .since(cite(root_at_least, a=then, b=quotient, k=scale))
        .at_most(sqrt(quotient))
    )


@derivation("matched.error.quotient_positive", LEMMA)
def quotient_positive() -> Draft:
    """0 < a/b, for positive a and b."""
    return chain(0, given=[lt(0, a), lt(0, b)]).below(a / b)
