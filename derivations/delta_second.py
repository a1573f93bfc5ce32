"""The next term of the delta method: V is F(n) − 3D, but for 750δD.

Key results: with n = 1/Σw_i² and D = Σw_i³ − (Σw_i²)², for weights of at most δ ≤ 1/32. A plain
mean of n squares has D = 0: there the variance of √v begins with 1/(2n) as well, but goes on
otherwise (``chi.root_variance``).

References: Hilton 2019, section 4.
"""

from sympy import Expr, Integer, Mul, Rational, Symbol, expand, pi

from derivations.comparison import D, delta, limited, skewness
from derivations.delta import (
    F,
    beyond,
    first,
    from_start,
    further,
    inverse_variance,
    little_skew,
    moments,
    own,
    plain,
    plain_at_most,
    plain_positive,
    root,
    skew_within,
    times,
    variance,
)
from derivations.integrals import n
from derivations.inverse_moments import (
    P,
    moment_at_least,
    moment_nearly,
    normalised,
)
from derivations.notation import half
from derivations.powers import LEMMA
from radam_sym.proof import Draft, chain, cite, definition, derivation, eq, le, lt

START = 32  # of n: the weights are at most 1/32
from_start_on = le(START, n)


def product(factors: tuple[int, ...]) -> Expr:
    """Π (n − f)."""
    return Mul(*[n - f for f in factors])


def at_most(factors: tuple[int, ...], most: Expr) -> Draft:
    """n^k/Π(n − f) ≤ most + .../n."""
    over = [lt(0, 1 / n), *(lt(0, 1 / (n - f)) for f in factors)]
    rest = expand((most * product(factors) - n ** len(factors)) * n)
    return (
        chain(n ** len(factors) / product(factors), given=from_start_on)
        .since(lt(0, n), *(lt(0, n - f) for f in factors), *over)
        .at_most(most, because=from_start(rest, START, *over))
    )


def at_least_one(factors: tuple[int, ...]) -> Draft:
    """1 ≤ n^k/Π(n − f)."""
    over = [lt(0, 1 / (n - f)) for f in factors]
    rest = expand(n ** len(factors) - product(factors))
    return (
        chain(1, given=from_start_on)
        .since(lt(0, n), *(lt(0, n - f) for f in factors), *over)
        .at_most(n ** len(factors) / product(factors), because=from_start(rest, START, *over))
    )


FOUR, FIVE, SEVEN = (2, 4, 6, 8), (2, 4, 6, 8, 10), (2, 4, 6, 8, 10, 12, 14)
MIXED = (2, 3, 5, 7)


@derivation("delta.second.quotients.four_least", LEMMA)
def four_least() -> Draft:
    """1 ≤ n⁴/((n−2)(n−4)(n−6)(n−8))."""
    return at_least_one(FOUR)


@derivation("delta.second.quotients.four", LEMMA)
def four_most() -> Draft:
    """It is at most 1 + 33/n."""
    return at_most(FOUR, 1 + 33 / n)


@derivation("delta.second.quotients.five", LEMMA)
def five_most() -> Draft:
    """n⁵/((n−2)···(n−10)) ≤ 3."""
    return at_most(FIVE, Integer(3))


@derivation("delta.second.quotients.seven", LEMMA)
def seven_most() -> Draft:
    """n⁷/((n−2)···(n−14)) ≤ 83/10."""
    return at_most(SEVEN, Rational(83, 10))


@derivation("delta.second.quotients.mixed", LEMMA)
def mixed_most() -> Draft:
    """n⁴/((n−2)(n−3)(n−5)(n−7)) ≤ 1 + 26/n."""
    return at_most(MIXED, 1 + 26 / n)


@derivation("delta.second.fifth", LEMMA)
def plain_fifth() -> Draft:
    """P_5 is a multiple of P_1."""
    return further(Integer(1), 4)


@derivation("delta.second.seventh", LEMMA)
def plain_seventh() -> Draft:
    """So is P_7."""
    return further(Integer(1), 6)


@derivation("delta.second.small", LEMMA)
def small() -> Draft:
    """D ≤ δ/32."""
    over = lt(0, 1 / n)
    return (
        chain(D, given=[from_start_on, le(D, delta / n), lt(0, delta)])
        .since(lt(0, n), over)
        .at_most(delta / n)
        .at_most(delta / START, because=[(Rational(1, START), [le(START, n), over, lt(0, delta)])])
    )


# --- from above -----------------------------------------------------------------------------------

known = (*normalised, skewness, from_start_on, *skew_within, limited, lt(0, delta))
about = (lt(8, n), lt(14, n), lt(2, n), *beyond, *own, *moments, cite(small))
q4, q5, q7 = (n ** len(f) / product(f) for f in (FOUR, FIVE, SEVEN))
q3, mixed = n**3 / product((3, 5, 7)), n**4 / product(MIXED)
upper = P(1) - 4 * D / 3 * P(4) + 6 * delta * D * P(5) + 8 * D**2 / 9 * P(7)
lower_root = P(half) - 4 * D / 3 * P(Rational(7, 2))


@derivation("delta.second.above.moments", LEMMA)
def above_by_moments() -> Draft:
    """The bounds of the two moments, put together."""
    r3, r4, r6 = (times(Integer(1), k) for k in (3, 4, 6))
    scale = 1 - 4 * D / 3 * r3 + 6 * delta * D * r4 + 8 * D**2 / 9 * r6
    return (
        chain(variance, given=known)
        .since(*about, cite(plain_fifth), cite(plain_seventh), le(0, P(half)))
        .since(
            cite(moment_at_least, p=half), cite(moment_nearly, p=1), cite(plain_positive), lt(0, q3)
        )
        .by(definition(inverse_variance))
        .at_most(upper - root**2 / pi)
        .at_most(
            upper - P(half) ** 2 / pi + 8 * D / (3 * pi) * P(half) * P(Rational(7, 2)),
            because=[
                ((root - P(half)) ** 2, [lt(0, 1 / pi)]),
                (2, [le(lower_root, root), le(0, P(half)), lt(0, 1 / pi)]),
            ],
        )
        .equal_to(
            F - 8 * D * q4 + 144 * delta * D * q5 + 640 * D**2 * q7 + 5 * D * q3 * (plain - F),
            because=[
                (scale, [eq(P(1), plain)]),
                (-4 * D / 3, [eq(P(4), r3 * P(1))]),
                (6 * delta * D, [eq(P(5), r4 * P(1))]),
                (8 * D**2 / 9, [eq(P(7), r6 * P(1))]),
                (8 * D / (3 * pi) * P(half), [eq(P(Rational(7, 2)), 15 * q3 / 8 * P(half))]),
                (5 * D * q3 - 1, [eq(P(half) ** 2 / pi, plain - F)]),
            ],
        )
        .at_most(
            F - 8 * D * q4 + 144 * delta * D * q5 + 640 * D**2 * q7 + 5 * D * mixed,
            because=[(5, [le(0, D), lt(0, q3), lt(0, F)])],
        )
    )


@derivation("delta.second.above", LEMMA)
def above() -> Draft:
    """V ≤ F(n) − 3D + 750δD."""
    return (
        chain(variance, given=known)
        .since(*about, cite(above_by_moments), cite(four_least), cite(five_most), cite(seven_most))
        .since(cite(mixed_most))
        .at_most(F - 8 * D * q4 + 144 * delta * D * q5 + 640 * D**2 * q7 + 5 * D * mixed)
        .at_most(
            F - 3 * D + 432 * delta * D + 5312 * D**2 + 130 * D / n,
            because=[
                (8, [le(1, q4), le(0, D)]),
                (144, [le(q5, 3), le(0, D), lt(0, delta)]),
                (640 * D**2, [le(q7, Rational(83, 10))]),
                (5, [le(mixed, 1 + 26 / n), le(0, D)]),
            ],
        )
        .at_most(
            F - 3 * D + 750 * delta * D,
            because=[
                (5312, [le(D, delta / START), le(0, D)]),
                (130, [le(1 / n, delta), le(0, D)]),
                (22, [le(0, D), lt(0, delta)]),
            ],
        )
    )


# --- from below -----------------------------------------------------------------------------------

NINE, THIRTEEN = (3, 5, 7, 9), (3, 5, 7, 9, 11, 13)
q9, q13 = (n ** len(f) / product(f) for f in (NINE, THIRTEEN))
upper_root = lower_root + 6 * delta * D * P(Rational(9, 2)) + 8 * D**2 / 9 * P(Rational(13, 2))
down = 5 * D * q3 / 2  # upper_root is P_½·(1 − down + up)
up = Rational(315, 8) * delta * D * q9 + Rational(1155, 8) * D**2 * q13
spread_root = 1 - 2 * down + 2 * up + down**2 + up**2


@derivation("delta.second.quotients.three", LEMMA)
def three_least() -> Draft:
    """1 ≤ n³/((n−3)(n−5)(n−7))."""
    return at_least_one((3, 5, 7))


@derivation("delta.second.quotients.three_most", LEMMA)
def three_most() -> Draft:
    """It is at most 42/25."""
    return at_most((3, 5, 7), Rational(42, 25))


@derivation("delta.second.quotients.nine", LEMMA)
def nine_most() -> Draft:
    """n⁴/((n−3)···(n−9)) ≤ 7/3."""
    return at_most(NINE, Rational(7, 3))


@derivation("delta.second.quotients.thirteen", LEMMA)
def thirteen_most() -> Draft:
    """n⁶/((n−3)···(n−13)) ≤ 6."""
    return at_most(THIRTEEN, Integer(6))


@derivation("delta.second.nine_halves", LEMMA)
def plain_nine_halves() -> Draft:
    """P_{9/2} is a multiple of P_½."""
    return further(half, 4)


@derivation("delta.second.thirteen_halves", LEMMA)
def plain_thirteen_halves() -> Draft:
    """So is P_{13/2}."""
    return further(half, 6)


positive_quotients = tuple(lt(0, 1 / (n - f)) for f in range(2, 14)) + tuple(
    lt(0, q) for q in (q3, q9, q13)
)


@derivation("delta.second.up", LEMMA)
def up_positive() -> Draft:
    """The second-order part is not negative."""
    return (
        chain(0, given=[from_start_on, le(0, D), lt(0, delta)])
        .since(lt(0, n), *positive_quotients)
        .at_most(
            up,
            because=[
                (Rational(315, 8), [lt(0, delta), le(0, D), lt(0, q9)]),
                (Rational(1155, 8) * D**2, [lt(0, q13)]),
            ],
        )
    )


@derivation("delta.second.down", LEMMA)
def down_positive() -> Draft:
    """Nor is the first-order part."""
    return (
        chain(0, given=[from_start_on, le(0, D)])
        .since(lt(0, n), *positive_quotients)
        .at_most(down, because=[(Rational(5, 2), [le(0, D), lt(0, q3)])])
    )


@derivation("delta.second.below.moments", LEMMA)
def below_by_moments() -> Draft:
    """The bounds of the two moments, put together."""
    X, short = P(half), P(1) - 4 * D / 3 * P(4)
    whole = X * (1 - down + up)
    r3 = times(Integer(1), 3)
    k3, k4, k6 = (times(half, k) for k in (3, 4, 6))
    sides = (upper_root + whole) / pi
    return (
        chain(F - 8 * D * q4 + (plain - F) * (1 - spread_root), given=known)
        .since(*about, *positive_quotients, cite(plain_nine_halves), cite(plain_thirteen_halves))
        .since(cite(moment_at_least, p=1), cite(moment_nearly, p=half), le(0, X))
        .since(cite(down_positive), cite(up_positive), le(0, upper_root))
        .equal_to(
            short - X**2 / pi * spread_root,
            because=[
                (1 - 4 * D / 3 * r3, [eq(plain, P(1))]),
                (-4 * D / 3, [eq(r3 * P(1), P(4))]),
                (-spread_root, [eq(plain - F, X**2 / pi)]),
            ],
        )
        .at_most(
            short - whole**2 / pi, because=[(2 * X**2, [le(0, down), le(0, up), lt(0, 1 / pi)])]
        )
        .equal_to(
            short - upper_root**2 / pi,
            because=[
                (4 * D / 3 * sides, [eq(k3 * X, P(Rational(7, 2)))]),
                (-6 * delta * D * sides, [eq(k4 * X, P(Rational(9, 2)))]),
                (-8 * D**2 / 9 * sides, [eq(k6 * X, P(Rational(13, 2)))]),
            ],
        )
        .at_most(first - upper_root**2 / pi)
        .at_most(
            first - root**2 / pi,
            because=[
                (1, [le(root, upper_root), lt(0, root), lt(0, 1 / pi)]),
                (1, [le(root, upper_root), le(0, upper_root), lt(0, 1 / pi)]),
            ],
        )
        .by(definition(inverse_variance), to=variance)
    )


@derivation("delta.second.up_most", LEMMA)
def up_at_most() -> Draft:
    """It is at most 119δD."""
    return (
        chain(up, given=[from_start_on, *little_skew, lt(0, delta)])
        .since(lt(0, n), *positive_quotients, cite(nine_most), cite(thirteen_most), cite(small))
        .at_most(
            Rational(735, 8) * delta * D + Rational(3465, 4) * D**2,
            because=[
                (Rational(315, 8), [le(q9, Rational(7, 3)), lt(0, delta), le(0, D)]),
                (Rational(1155, 8) * D**2, [le(q13, 6)]),
            ],
        )
        .at_most(
            119 * delta * D,
            because=[
                (Rational(3465, 4), [le(D, delta / START), le(0, D)]),
                (Rational(119) - Rational(735, 8) - Rational(3465, 128), [lt(0, delta), le(0, D)]),
            ],
        )
    )


@derivation("delta.second.down_least", LEMMA)
def down_at_least() -> Draft:
    """The first-order part is at least 5D/2."""
    return (
        chain(5 * D / 2, given=[from_start_on, le(0, D)])
        .since(lt(0, n), *positive_quotients, cite(three_least))
        .at_most(down, because=[(Rational(5, 2), [le(1, q3), le(0, D)])])
    )


@derivation("delta.second.down_most", LEMMA)
def down_at_most() -> Draft:
    """It is at most 21D/5."""
    return (
        chain(down, given=[from_start_on, le(0, D)])
        .since(lt(0, n), *positive_quotients, cite(three_most))
        .at_most(21 * D / 5, because=[(Rational(5, 2), [le(q3, Rational(42, 25)), le(0, D)])])
    )


@derivation("delta.second.four_within", LEMMA)
def four_within() -> Draft:
    """n⁴/((n−2)(n−4)(n−6)(n−8)) ≤ 1 + 33δ."""
    return (
        chain(q4, given=[from_start_on, le(1 / n, delta)])
        .since(lt(0, n), *positive_quotients, cite(four_most))
        .at_most(1 + 33 / n)
        .at_most(1 + 33 * delta, because=[(33, [le(1 / n, delta)])])
    )


ends = Rational(16, 15)


@derivation("delta.second.root_least", LEMMA)
def root_at_least() -> Draft:
    """1 ≤ n/(n−2) − F(n)."""
    over = lt(0, 1 / (n - 2)), lt(0, n**-2)
    return (
        chain(1, given=from_start_on)
        .since(lt(0, n), le(16, n), lt(2, n), *beyond, *over, cite(plain_at_most))
        .at_most(
            plain - 1 / (2 * n) - 3 / n**2,
            because=from_start(2 * n**2 - (n - 2) * (n / 2 + 3), START, *over),
        )
        .at_most(plain - F)
    )


@derivation("delta.second.root_most", LEMMA)
def root_at_most() -> Draft:
    """n/(n−2) − F(n) < 16/15."""
    over = lt(0, 1 / (n - 2))
    return (
        chain(plain - F, given=from_start_on)
        .since(lt(0, n), le(16, n), lt(2, n), *beyond, over, cite(plain_positive))
        .below(plain)
        .at_most(ends, because=from_start(ends * (n - 2) - n, START, over))
    )


f, A, x, y, Q = (Symbol(name, real=True) for name in "fAxyQ")
first_order, second_order = 21 * D / 5, 119 * delta * D


@derivation("delta.second.arithmetic", LEMMA)
def arithmetic() -> Draft:
    """What the bounds of the parts add up to."""
    limit, squared = Rational(1, START), ends * 119**2
    steeper = le(delta, limit), lt(0, limit + delta), lt(0, delta), le(0, D)
    parts = f - 8 * D * (1 + 33 * delta) + 5 * D
    return (
        chain(
            f - 3 * D - 750 * delta * D,
            given=[
                le(0, D),
                le(D, delta / START),
                lt(0, delta),
                le(delta, limit),
                *(le(1, A), le(A, ends), le(Q, 1 + 33 * delta)),
                *(le(5 * D / 2, x), le(x, first_order), le(0, y), le(y, second_order)),
            ],
        )
        .since(le(0, x), lt(0, limit + delta))
        .at_most(
            parts - ends * (2 * second_order + first_order**2 + second_order**2),
            because=[
                (ends * Rational(441, 25), [le(D, delta / START), le(0, D)]),
                (squared * delta**2, [le(D, delta / START), le(0, D)]),
                (squared / START, steeper),
                (
                    750 - 264 - ends * (238 + Rational(441, 25 * START)) - squared / START**3,
                    [lt(0, delta), le(0, D)],
                ),
            ],
        )
        .at_most(
            f - 8 * D * Q + A * (2 * x - 2 * y - x**2 - y**2),
            because=[
                (8, [le(Q, 1 + 33 * delta), le(0, D)]),
                (2, [le(1, A), le(0, x)]),
                (2, [le(5 * D / 2, x)]),
                (2, [le(A, ends), le(0, y)]),
                (2 * ends, [le(y, second_order)]),
                (x**2, [le(A, ends)]),
                (ends, [le(x, first_order), le(0, x)]),
                (ends * Rational(21, 5), [le(x, first_order), le(0, D)]),
                (y**2, [le(A, ends)]),
                (ends, [le(y, second_order), le(0, y)]),
                (ends * 119, [le(y, second_order), lt(0, delta), le(0, D)]),
            ],
        )
    )


@derivation("delta.second.below", LEMMA)
def below() -> Draft:
    """V ≥ F(n) − 3D − 750δD, where δ ≤ 1/32."""
    parts = {"f": F, "A": plain - F, "x": down, "y": up, "Q": q4}
    return (
        chain(F - 3 * D - 750 * delta * D, given=[*known, le(delta, Rational(1, START))])
        .since(*about, *positive_quotients, cite(four_within), cite(root_at_least))
        .since(cite(root_at_most), cite(down_at_least), cite(down_at_most), cite(up_positive))
        .since(cite(up_at_most), cite(below_by_moments), cite(arithmetic, **parts))
        .at_most(F - 8 * D * q4 + (plain - F) * (2 * down - 2 * up - down**2 - up**2))
        .at_most(variance)
    )
