"""The exponential between its Taylor polynomial and a little more: what a program may cut off.

Key results: for 0 < z ≤ 1 the twenty terms up to z¹⁹/19! fall short of e^z by no more than
2⁻⁵⁹z², so that e^z − 1 − z is known to 58 bits.

References: Rudin, Principles of Mathematical Analysis, theorem 5.15 (Taylor's theorem).
"""

from math import factorial

from sympy import Basic, Expr, Integer, Rational, Sum, Symbol, exp, gamma

from derivations.notation import j
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import exponential_above_series, exponential_below_series
from radam_sym.proof import Draft, chain, cite, derivation, le, lt, single, split

z = Symbol("z", real=True)
positive_z = (lt(0, z),)
up_to_one = (*positive_z, le(z, 1))
e = exp(z)

TERMS = 20
CUT_OFF = Rational(1, 2**58)


def series(terms: int) -> Basic:
    """The first terms of the exponential series."""
    return Sum(z**j / gamma(j + 1), (j, 0, terms - 1))


def powers(first: int, terms: int = TERMS) -> Expr:
    """The same from z^first/first! on, written out."""
    return sum((z**k / factorial(k) for k in range(first, terms)), Integer(0))


def term_by_term(terms: int) -> Draft:
    """The series is its terms, written out."""
    line, term = chain(series(terms), given=positive_z), z**j / gamma(j + 1)
    for last in range(terms - 1, 0, -1):
        line = line.by(split(last - 1), at=Sum(term, (j, 0, last)))
        line = line.by(single(), at=Sum(term, (j, last, last)))
    return line.by(single(), at=Sum(term, (j, 0, 0)))


@derivation("exponential.two_terms", LEMMA)
def two_terms() -> Draft:
    """The first two terms of the exponential series."""
    return term_by_term(2)


@derivation("exponential.twenty_terms", LEMMA)
def twenty_terms() -> Draft:
    """The first twenty terms of the exponential series."""
    return term_by_term(TERMS)


@derivation("exponential.after_two_terms", LEMMA)
def after_two_terms() -> Draft:
    """e^z is at most 1 + z + z²/2·e^z."""
    return (
        chain(e, given=positive_z)
        .since(cite(exponential_below_series, x=z, n=2))
        .at_most(series(2) + z**2 / 2 * e)
        .by(cite(two_terms))
    )


@derivation("exponential.at_most_four", LEMMA)
def at_most_four() -> Draft:
    """Hence e^z ≤ 4 up to z = 1."""
    bound = powers(0, 2) + z**2 / 2 * e
    squared = [lt(0, e), le(z, 1), lt(0, 1 + z)]
    return (
        chain(e, given=up_to_one)
        .since(cite(after_two_terms), lt(0, e), lt(0, 1 + z))
        .at_most(4, because=[(2, [le(e, bound)]), (1, squared), (2, [le(z, 1)])])
    )


@derivation("exponential.above_polynomial", LEMMA)
def above_polynomial() -> Draft:
    """e^z is at least its Taylor polynomial of twenty terms."""
    return (
        chain(powers(0), given=positive_z)
        .since(cite(exponential_above_series, x=z, n=TERMS))
        .by(cite(twenty_terms))
        .at_most(e)
    )


@derivation("exponential.after_twenty_terms", LEMMA)
def after_twenty_terms() -> Draft:
    """It is at most that and the next term times e^z."""
    return (
        chain(e, given=positive_z)
        .since(cite(exponential_below_series, x=z, n=TERMS))
        .at_most(series(TERMS) + z**TERMS / factorial(TERMS) * e)
        .by(cite(twenty_terms))
    )


@derivation("exponential.cut_off", LEMMA)
def cut_off() -> Draft:
    """Up to z = 1 it is at most that and 2⁻⁵⁹z²."""
    next_term = z**TERMS / factorial(TERMS)
    at_one = Rational(4, factorial(TERMS))
    geometric = sum(z**k for k in range(TERMS - 2))  # 1 − z^18 = (1 − z)(1 + z + ... + z^17)
    return (
        chain(e, given=up_to_one)
        .since(cite(after_twenty_terms), cite(at_most_four), lt(0, geometric))
        .at_most(
            powers(0) + CUT_OFF * z**2 / 2,
            because=[
                (1, [le(e, powers(0) + next_term * e)]),
                (next_term, [le(e, 4)]),
                (at_one * z**2, [le(z, 1), lt(0, geometric)]),
                ((CUT_OFF / 2 - at_one) * z**2, []),
            ],
        )
    )


@derivation("exponential.above_one", LEMMA)
def above_one() -> Draft:
    """1 < e^z."""
    return chain(1, given=positive_z).since(cite(above_polynomial)).below(powers(0)).at_most(e)
