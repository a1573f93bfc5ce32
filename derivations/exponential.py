"""The exponential between its Taylor polynomial and a little more: what a program may cut off.

Key results: for 0 < z ≤ 2 the 26 terms up to z²⁵/25! fall short of e^z by no more than 2⁻⁵⁹z², so
that e^z − 1 − z is known to 58 bits.

References: Rudin, Principles of Mathematical Analysis, theorem 5.15 (Taylor's theorem).
"""

from math import factorial
from typing import Any

from sympy import Basic, Expr, Integer, Rational, Sum, Symbol, exp, gamma, tanh

from derivations.notation import half, j
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import exponential_above_series, exponential_below_series
from radam_sym.proof import (
    CasesDraft,
    Draft,
    cases,
    chain,
    cite,
    derivation,
    eq,
    hyperbolic,
    le,
    lt,
    single,
    split,
)

y, z = Symbol("y", real=True), Symbol("z", real=True)
positive_z = (lt(0, z),)
up_to_two = (*positive_z, le(z, 2))
e = exp(z)

TERMS = 26
CUT_OFF = Rational(1, 2**58)


def series(terms: int) -> Basic:
    """The first terms of the exponential series."""
    return Sum(z**j / gamma(j + 1), (j, 0, terms - 1))


def powers(first: int, terms: int = TERMS) -> Expr:
    """The same from z^first/first! on, written out."""
    return sum((z**k / factorial(k) for k in range(first, terms)), Integer(0))


def term_by_term(terms: int, given: Any = positive_z) -> Draft:
    """The series is its terms, written out."""
    line, term = chain(series(terms), given=given), z**j / gamma(j + 1)
    for last in range(terms - 1, 0, -1):
        line = line.by(split(last - 1), at=Sum(term, (j, 0, last)))
        line = line.by(single(), at=Sum(term, (j, last, last)))
    return line.by(single(), at=Sum(term, (j, 0, 0)))


@derivation("exponential.four_terms", LEMMA)
def four_terms() -> Draft:
    """The first four terms of the exponential series."""
    return term_by_term(4)


@derivation("exponential.all_terms", LEMMA)
def all_terms() -> Draft:
    """The first 26 terms of the exponential series."""
    return term_by_term(TERMS)


@derivation("exponential.after_four_terms", LEMMA)
def after_four_terms() -> Draft:
    """e^z is at most 1 + z + z²/2 + z³/6 + z⁴/24·e^z."""
    return (
        chain(e, given=positive_z)
        .since(cite(exponential_below_series, x=z, n=4))
        .at_most(series(4) + z**4 / 24 * e)
        .by(cite(four_terms))
    )


@derivation("exponential.at_most_19", LEMMA)
def at_most_19() -> Draft:
    """Hence e^z ≤ 19 up to z = 2."""
    of_polynomial, of_rest = z**2 + 5 * z + 16, z**3 + 2 * z**2 + 4 * z + 8
    return (
        chain(e, given=up_to_two)
        .since(cite(after_four_terms), lt(0, e), lt(0, of_polynomial), lt(0, of_rest))
        .at_most(
            19,
            because=[
                (3, [le(e, powers(0, 4) + z**4 / 24 * e)]),
                (half, [le(z, 2), lt(0, of_polynomial)]),
                (Rational(1, 8), [lt(0, e), le(z, 2), lt(0, of_rest)]),
            ],
        )
    )


@derivation("exponential.above_polynomial", LEMMA)
def above_polynomial() -> Draft:
    """e^z is at least its Taylor polynomial of 26 terms."""
    return (
        chain(powers(0), given=positive_z)
        .since(cite(exponential_above_series, x=z, n=TERMS))
        .by(cite(all_terms))
        .at_most(e)
    )


@derivation("exponential.after_all_terms", LEMMA)
def after_all_terms() -> Draft:
    """It is at most that and the next term times e^z."""
    return (
        chain(e, given=positive_z)
        .since(cite(exponential_below_series, x=z, n=TERMS))
        .at_most(series(TERMS) + z**TERMS / factorial(TERMS) * e)
        .by(cite(all_terms))
    )


@derivation("exponential.cut_off", LEMMA)
def cut_off() -> Draft:
    """Up to z = 2 it is at most that and 2⁻⁵⁹z²."""
    next_term = z**TERMS / factorial(TERMS)
    scale = Rational(19, factorial(TERMS))
    factors = [z**2 + 2 * z + 4, z**3 + 8, z**6 + 64, z**12 + 4096]  # (2^24 − z^24)/(2 − z)
    positive = [lt(0, factor) for factor in factors]
    return (
        chain(e, given=up_to_two)
        .since(cite(after_all_terms), cite(at_most_19), *positive)
        .at_most(
            powers(0) + CUT_OFF * z**2 / 2,
            because=[
                (1, [le(e, powers(0) + next_term * e)]),
                (next_term, [le(e, 19)]),
                (scale * z**2, [le(z, 2), *positive]),
                ((CUT_OFF / 2 - scale * 2**24) * z**2, []),
            ],
        )
    )


@derivation("exponential.above_one", LEMMA)
def above_one() -> Draft:
    """1 < e^z."""
    return chain(1, given=positive_z).since(cite(above_polynomial)).below(powers(0)).at_most(e)


@derivation("exponential.above_tangent", LEMMA)
def above_tangent() -> Draft:
    """1 + z < e^z."""
    return chain(1 + z, given=positive_z).since(cite(above_polynomial)).below(powers(0)).at_most(e)


@derivation("exponential.increasing", LEMMA)
def increasing() -> Draft:
    """The exponential increases."""
    return (
        chain(0, given=lt(z, y))
        .since(cite(above_one, z=y - z), lt(0, e))
        .below(e * (exp(y - z) - 1))
        .by(hyperbolic, to=exp(y) - e)
    )


@derivation("exponential.below_one", LEMMA)
def below_one() -> Draft:
    """e^(−z) < 1."""
    return (
        chain(exp(-z), given=positive_z)
        .since(cite(above_one), lt(0, exp(-z)))
        .by(hyperbolic, to=1 - (e - 1) * exp(-z))
        .below(1)
    )


@derivation("exponential.tanh_positive", LEMMA)
def tanh_positive() -> Draft:
    """0 < tanh(z/2)."""
    return (
        chain(0, given=positive_z)
        .since(cite(below_one), lt(0, exp(-z)))
        .below((1 - exp(-z)) / (1 + exp(-z)))
        .by(hyperbolic, to=tanh(z / 2))
    )


# --- for every real number ------------------------------------------------------------------------

up_from_zero = le(0, z)


@derivation("exponential.first_terms", LEMMA)
def first_terms() -> Draft:
    """The first three terms of the exponential series."""
    return term_by_term(3, ())


@derivation("exponential.above_parabola", LEMMA)
def above_parabola() -> Draft:
    """1 + z + z²/2 ≤ e^z, for z ≥ 0."""
    return (
        chain(powers(0, 3), given=up_from_zero)
        .since(cite(exponential_above_series, x=z, n=3))
        .by(cite(first_terms), to=series(3))
        .at_most(e)
    )


turned = 1 - z + z**2 / 2


@derivation("exponential.turned_parabola", LEMMA)
def turned_parabola() -> Draft:
    """0 < 1 − z + z²/2."""
    return chain(0).below(turned, because=[((z - 1) ** 2 / 2, []), (half, [])])


@derivation("exponential.product", LEMMA)
def product() -> Draft:
    """1 ≤ (1 − z + z²/2)e^z, for z ≥ 0."""
    return (
        chain(1, given=up_from_zero)
        .since(cite(above_parabola), cite(turned_parabola))
        .at_most(turned * powers(0, 3), because=[(z**4 / 4, [])])
        .at_most(turned * e)
    )


@derivation("exponential.below_parabola", LEMMA)
def below_parabola() -> Draft:
    """e^(−z) ≤ 1 − z + z²/2, for z ≥ 0."""
    return (
        chain(exp(-z), given=up_from_zero)
        .since(cite(product), lt(0, exp(-z)))
        .by(hyperbolic, to=turned - (turned * e - 1) * exp(-z))
        .at_most(turned)
    )


@derivation("exponential.product_of_line", LEMMA)
def product_of_line() -> Draft:
    """(1 − z)e^z ≤ 1, for z ≥ 0."""
    return (
        chain((1 - z) * e, given=up_from_zero)
        .since(cite(exponential_below_series, x=z, n=1), cite(first_term))
        .at_most(1, because=[(1, [le(e, series(1) + z * e)]), (1, [eq(series(1), 1)])])
    )


@derivation("exponential.first_term", LEMMA)
def first_term() -> Draft:
    """The first term of the exponential series."""
    return term_by_term(1, ())


@derivation("exponential.above_line", LEMMA)
def above_line() -> Draft:
    """1 − z ≤ e^(−z), for z ≥ 0."""
    return (
        chain(1 - z, given=up_from_zero)
        .since(cite(product_of_line), lt(0, exp(-z)))
        .at_most(1 - z + (1 - (1 - z) * e) * exp(-z))
        .by(hyperbolic, to=exp(-z))
    )


@derivation("exponential.line", LEMMA)
def line() -> CasesDraft:
    """1 + z ≤ e^z, for every z."""
    return cases(
        le(1 + z, e),
        z,
        0,
        below=lambda draft: draft.since(cite(above_line, z=-z)).at_most(e),
        above=lambda draft: (
            draft.since(cite(above_parabola))
            .at_most(powers(0, 3), because=[(z**2 / 2, [])])
            .at_most(e)
        ),
    )


@derivation("exponential.monotone", LEMMA)
def monotone() -> Draft:
    """The exponential keeps the order."""
    further = exp(y - z)
    return (
        chain(e, given=le(z, y))
        .since(cite(line, z=y - z), lt(0, e))
        .at_most(e * (1 + (y - z)))
        .at_most(e * further, because=[(1, [le(1 + (y - z), further), lt(0, e)])])
        .by(hyperbolic, to=exp(y))
    )
