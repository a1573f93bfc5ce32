"""How far apart the two factors stay, as β → 1 with tλ = τ fixed: for every τ > 0.

Key results: Liu's limit is below the simple one, by less than 0.0442, and more than 0.9466 of it;
at τ = 1.842298 it is below it by more than 0.0441575.

A way: near 0 both factors are small, since their squares are at most τ/2; for large τ both are
near 1. On what is left, a compact interval, their difference is enclosed.

References: Hilton 2019, section 4 (figure 2).
"""

from sympy import Expr, Rational, exp, sqrt, tanh

from derivations.exponential import (
    above_one,
    above_polynomial,
    above_tangent,
    after_four_terms,
    powers,
    tanh_positive,
    z,
)
from derivations.notation import half, hilton, liu_limit, simple_limit, tau
from derivations.powers import LEMMA, root_increasing
from radam_sym.kernel.formulas import Relation
from radam_sym.proof import (
    CasesDraft,
    Derivation,
    Draft,
    cases,
    chain,
    cite,
    definition,
    derivation,
    enclosed,
    hyperbolic,
    le,
    lt,
)

after = (lt(0, tau),)
e = exp(tau)
A, B = simple_limit(tau), liu_limit(tau)
square, liu_square = tanh(tau / 2), 1 - tau / (e - 1)
positive_square = cite(tanh_positive, z=tau)
growing = cite(above_one, z=tau), cite(above_tangent, z=tau), lt(0, e - 1), lt(0, e + 1)

BOUND, SHARE = Rational(442, 10**4), Rational(9466, 10**4)
SMALL, SOME, LARGE = Rational(39, 10**4), Rational(6, 10), 8
WIDEST, NEARLY = Rational(1842298, 10**6), Rational(441575, 10**7)


def taylor(terms: int) -> Expr:
    """The first terms of the exponential series at τ."""
    return powers(0, terms).xreplace({z: tau})


# --- the squares ----------------------------------------------------------------------------------


@derivation("gap.taylor", LEMMA)
def above_taylor() -> Draft:
    """1 + τ + τ²/2 + ... + τ⁵/120 < e^τ."""
    return (
        chain(taylor(6), given=after)
        .since(cite(above_polynomial, z=tau))
        .below(taylor(26))
        .at_most(e)
    )


@derivation("gap.chord", LEMMA)
def chord() -> CasesDraft:
    """2(e^τ − 1) < τ(e^τ + 1): the trapezoidal rule is too large for an exponential."""
    rest, turning = 1 - tau**4 / 24, 4 + 2 * tau - tau**2
    shorter = le(e, taylor(4) + tau**4 / 24 * e)
    return cases(
        lt(2 * (e - 1), tau * (e + 1)),
        tau,
        2,
        given=after,
        below=lambda line: (
            line.since(lt(0, tau**3 + 2 * tau**2 + 4 * tau + 8), lt(0, rest), lt(0, 1 / rest))
            .since(lt(0, turning), cite(after_four_terms, z=tau))
            .below(
                tau * (e + 1),
                because=[
                    (1, [lt(0, 1 / rest), le(tau, 2), shorter]),
                    (Rational(1, 24), [lt(0, 1 / rest), *[lt(0, tau)] * 3, lt(0, turning)]),
                ],
            )
        ),
        above=lambda line: line.since(lt(0, e)).below(tau * (e + 1)),
    )


@derivation("gap.simple_early", LEMMA)
def simple_early() -> Draft:
    """The square of the simple limit is less than τ/2."""
    return (
        chain(square, given=after)
        .since(*growing, cite(chord))
        .by(hyperbolic, to=1 - 2 / (e + 1))
        .below(
            tau / 2,
            because=[(half, [lt(2 * (e - 1), tau * (e + 1)), lt(0, 1 / (e + 1))])],
        )
    )


flat, steep = 1 - tau / 2 + tau**2 / 12, 1 - tau / 2 + tau**2 / 2


@derivation("gap.flat_parabola", LEMMA)
def flat_parabola() -> Draft:
    """0 < 1 − τ/2 + τ²/12."""
    return chain(0).below(flat, because=[((tau - 3) ** 2 / 12, []), (Rational(1, 4), [])])


@derivation("gap.steep_parabola", LEMMA)
def steep_parabola() -> Draft:
    """0 < 1 − τ/2 + τ²/2."""
    return chain(0).below(steep, because=[((tau - half) ** 2 / 2, []), (Rational(7, 8), [])])


@derivation("gap.liu_early", LEMMA)
def liu_early() -> Draft:
    """That of Liu's is more than τ/2 − τ²/12."""
    over = lt(0, 1 / (e - 1))
    return (
        chain(tau / 2 - tau**2 / 12, given=after)
        .since(*growing, cite(above_taylor), cite(flat_parabola), cite(steep_parabola), over)
        .below(
            liu_square,
            because=[
                (1, [lt(taylor(6), e), lt(0, flat), over]),
                (Rational(1, 720), [*[lt(0, tau)] * 5, lt(0, steep), over]),
            ],
        )
    )


@derivation("gap.liu_late", LEMMA)
def liu_late() -> Draft:
    """From τ = 8 on it is more than 29/30."""
    factor = tau**2 + 12 * tau + 108
    return (
        chain(Rational(29, 30), given=[le(LARGE, tau)])
        .since(lt(0, tau), *growing, cite(above_taylor), lt(0, factor), lt(0, 1 / (e - 1)))
        .below(
            liu_square,
            because=[
                (Rational(1, 30), [lt(taylor(6), e), lt(0, 1 / (e - 1))]),
                (Rational(1, 720), [le(LARGE, tau), lt(0, tau), lt(0, factor), lt(0, 1 / (e - 1))]),
                (Rational(7, 30), [lt(0, tau), lt(0, 1 / (e - 1))]),
                (Rational(1, 3600), [*[lt(0, tau)] * 5, lt(0, 1 / (e - 1))]),
            ],
        )
    )


@derivation("gap.simple_below_one", LEMMA)
def simple_below_one() -> Draft:
    """The square of the simple limit is less than 1."""
    return chain(square, given=after).since(*growing).by(hyperbolic, to=1 - 2 / (e + 1)).below(1)


@derivation("gap.squares", LEMMA)
def squares_in_order() -> Draft:
    """Liu's square is the smaller one."""
    over = lt(0, 1 / (e - 1)), lt(0, 1 / (e + 1))
    return (
        chain(liu_square, given=after)
        .since(*growing, cite(chord), *over)
        .below(1 - 2 / (e + 1), because=[(1, [lt(2 * (e - 1), tau * (e + 1)), *over])])
        .by(hyperbolic, to=square)
    )


# --- the factors ----------------------------------------------------------------------------------

defined = (*growing, positive_square, lt(0, liu_square))


@derivation("expand.gap.order", hilton("section 4"))
def in_order() -> Draft:
    """Liu's limit is the smaller one."""
    return (
        chain(B, given=after)
        .since(*defined, cite(squares_in_order), cite(root_increasing, x=liu_square, y=square))
        .by(definition(liu_limit))
        .below(sqrt(square))
        .by(definition(simple_limit), to=A)
    )


@derivation("gap.early", LEMMA)
def early() -> Draft:
    """Up to τ = 0.0039 the simple limit itself is less than 0.0442."""
    return (
        chain(A - B, given=[*after, le(tau, SMALL)])
        .since(*defined, cite(simple_early), lt(square, BOUND**2))
        .since(cite(root_increasing, x=square, y=BOUND**2), le(0, sqrt(liu_square)))
        .by(definition(liu_limit))
        .by(definition(simple_limit))
        .below(BOUND)
    )


@derivation("gap.between", LEMMA)
def between() -> Draft:
    """From there to τ = 8 the difference is enclosed."""
    return (
        chain(A - B, given=[le(SMALL, tau), le(tau, LARGE)])
        .since(lt(0, tau), *defined)
        .below(BOUND, enclosed(tau, SMALL, LARGE))
    )


short = (1 - BOUND) ** 2


@derivation("gap.liu_square_late", LEMMA)
def liu_square_late() -> Draft:
    """From τ = 8 on Liu's square is more than that of 1 − 0.0442."""
    return (
        chain(short, given=[le(LARGE, tau)])
        .since(lt(0, tau), *growing, cite(liu_late))
        .below(Rational(29, 30))
        .below(liu_square)
    )


@derivation("gap.late", LEMMA)
def late() -> Draft:
    """There both limits are near 1."""
    return (
        chain(A - B, given=[le(LARGE, tau)])
        .since(lt(0, tau), *defined, cite(simple_below_one), cite(root_increasing, x=square, y=1))
        .since(cite(liu_square_late), cite(root_increasing, x=short, y=liu_square))
        .by(definition(liu_limit))
        .by(definition(simple_limit))
        .below(BOUND)
    )


@derivation("gap.from_small", LEMMA)
def from_small() -> CasesDraft:
    """So from τ = 0.0039 on it is less than 0.0442."""
    return cases(
        lt(A - B, BOUND),
        tau,
        LARGE,
        given=[le(SMALL, tau)],
        below=lambda line: line.since(lt(0, tau), *defined, cite(between)).below(BOUND),
        above=lambda line: line.since(lt(0, tau), *defined, cite(late)).below(BOUND),
    )


@derivation("expand.gap", hilton("section 4"))
def gap() -> CasesDraft:
    """Less than 0.0442 apart, for every τ > 0."""
    return cases(
        lt(A - B, BOUND),
        tau,
        SMALL,
        given=after,
        below=lambda line: line.since(*defined, cite(early)).below(BOUND),
        above=lambda line: line.since(*defined, cite(from_small)).below(BOUND),
    )


@derivation("expand.gap.sharp", hilton("section 4"))
def sharp() -> Draft:
    """The bound can't be made much smaller: there they are more than 0.0441575 apart."""
    there = {tau: WIDEST}
    return (
        chain(NEARLY)
        .since(cite(above_one, z=WIDEST), cite(above_tangent, z=WIDEST))
        .since(cite(tanh_positive, z=WIDEST), lt(0, exp(WIDEST) - 1))
        .since(lt(0, liu_square.xreplace(there)))
        .below(simple_limit(WIDEST) - liu_limit(WIDEST), enclosed())
    )


# --- in proportion --------------------------------------------------------------------------------


share_of_square = SHARE**2 * square


@derivation("gap.squares_early", LEMMA)
def squares_early() -> Draft:
    """Up to τ = 0.6 Liu's square is more than the other's, times 0.9466²."""
    left = lt(0, 1 - SHARE**2 - tau / 6)
    return (
        chain(share_of_square, given=[*after, le(tau, SOME)])
        .since(*growing, positive_square, cite(simple_early), cite(liu_early), left)
        .below(SHARE**2 * tau / 2)
        .below(tau / 2 - tau**2 / 12, because=[(half, [lt(0, tau), left])])
        .below(liu_square)
    )


@derivation("gap.squares_late", LEMMA)
def squares_late() -> Draft:
    """So it is from τ = 8 on."""
    return (
        chain(share_of_square, given=[le(LARGE, tau)])
        .since(lt(0, tau), *growing, positive_square, cite(simple_below_one), cite(liu_late))
        .below(SHARE**2)
        .below(Rational(29, 30))
        .below(liu_square)
    )


def by_squares(condition: tuple[Relation, ...], in_order: Derivation) -> Draft:
    """What is so of the squares is so of the limits."""
    return (
        chain(SHARE * A, given=condition)
        .since(
            lt(0, tau),
            *defined,
            cite(in_order),
            cite(root_increasing, x=share_of_square, y=liu_square),
        )
        .by(definition(simple_limit))
        .below(sqrt(liu_square))
        .by(definition(liu_limit), to=B)
    )


@derivation("gap.share_early", LEMMA)
def share_early() -> Draft:
    """Hence up to τ = 0.6 Liu's limit is more than 0.9466 of the other."""
    return by_squares((*after, le(tau, SOME)), squares_early)


@derivation("gap.share_between", LEMMA)
def share_between() -> Draft:
    """From there to τ = 8 it is enclosed."""
    return (
        chain(SHARE * A, given=[le(SOME, tau), le(tau, LARGE)])
        .since(lt(0, tau), *defined)
        .below(B, enclosed(tau, SOME, LARGE))
    )


@derivation("gap.share_late", LEMMA)
def share_late() -> Draft:
    """After it the squares tell."""
    return by_squares((le(LARGE, tau),), squares_late)


@derivation("gap.share_from_some", LEMMA)
def share_from_some() -> CasesDraft:
    """So from τ = 0.6 on it is more than 0.9466 of the other."""
    return cases(
        lt(SHARE * A, B),
        tau,
        LARGE,
        given=[le(SOME, tau)],
        below=lambda line: line.since(lt(0, tau), *defined, cite(share_between)).below(B),
        above=lambda line: line.since(lt(0, tau), *defined, cite(share_late)).below(B),
    )


@derivation("expand.gap.ratio", hilton("section 4"))
def ratio() -> CasesDraft:
    """More than 0.9466 of the other, for every τ > 0."""
    return cases(
        lt(SHARE * A, B),
        tau,
        SOME,
        given=after,
        below=lambda line: line.since(*defined, cite(share_early)).below(B),
        above=lambda line: line.since(*defined, cite(share_from_some)).below(B),
    )
