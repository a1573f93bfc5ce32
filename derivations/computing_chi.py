"""How the χ² law's variance F is computed without losing digits.

Key results: F(n) = n/(n−2)·y, and y = 1 − K(n/2) is a convergent of Ramanujan's continued fraction
from n = 18 on, 2⁻⁵⁸ off at most; below, it comes from there by y(a) = w + (1−w)·y(a+1),
w = 1/(2a+1)², a = n/2 − 1. All terms are positive.

References: Berndt, Ramanujan's Notebooks, Part II, chapter 12, entry 25.
"""

from sympy import Basic, Symbol

from derivations.chi import chi_variance, rho, variance_by_ratio
from derivations.gamma_fraction import (
    CUT_OFF,
    DEPTH,
    FROM,
    at_least,
    at_most,
    close,
    lower,
    lower_denominator,
    upper,
    upper_denominator,
)
from derivations.gamma_ratio import K, step
from derivations.gamma_ratio import growth as growth_of_ratio
from derivations.powers import LEMMA
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Citation,
    Draft,
    Piece,
    Program,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    eq,
    le,
    lt,
)

a = Symbol("a", real=True)
gamma_gap = Definition(
    "gamma_gap", (a,), 1 - K(1 + a), notation=r"\left(1 - K\left(1 + {a}\right)\right)"
)

# --- 1 − K(1 + a) ---------------------------------------------------------------------------------

SHIFTS = FROM - 1
far_enough = (le(SHIFTS, a),)
odd, rest = Symbol("x", real=True), Symbol("q", real=True)


def fraction() -> tuple[tuple[Symbol, Basic], ...]:
    """x = 4a + 1, then the denominators of the tenth convergent from within."""
    twice, *below = (Symbol(f"f{level}", real=True) for level in range(DEPTH, 0, -1))
    lines = [(odd, 4 * a + 1), (twice, 2 * odd)]
    for name, number in zip(below, range(2 * DEPTH - 1, 1, -2), strict=True):
        lines.append((name, twice + number**2 / lines[-1][0]))
    return *lines, (rest, 1 / lines[-1][0])


convergent = Piece((1 + rest) / (odd + rest), (), lines=fraction())
left_of = upper.body.xreplace({upper.parameters[0]: 1 + a})
p, q, r = (Symbol(name, real=True) for name in "pqr")


@derivation("computing.denominator", LEMMA)
def sum_positive() -> Draft:
    """A positive denominator makes a positive one, one level further out."""
    return (
        chain(0, given=[lt(0, p), lt(0, q), lt(0, r)])
        .since(lt(0, 1 / r))
        .below(p + q / r, because=[(1, [lt(0, p)]), (1, [lt(0, q), lt(0, 1 / r)])])
    )


def positive() -> list[Citation | Relation]:
    """All that the lines divide by is positive, and so is what the convergent is divided by."""
    x, *below = (convergent.composed(name) for name, _ in convergent.lines[:-1])
    levels = zip(range(2 * DEPTH - 1, 1, -2), below, strict=False)
    return [
        lt(0, a),
        lt(1, 1 + a),
        lt(0, x),
        lt(0, below[0]),
        *(cite(sum_positive, p=2 * x, q=number**2, r=within) for number, within in levels),
        cite(sum_positive, p=x, q=1, r=below[-1]),
        cite(upper_denominator, c=1 + a),
        cite(lower_denominator, c=1 + a),
    ]


here = positive()


@derivation("computing.gamma_gap_least", LEMMA)
def gap_at_least() -> Draft:
    """From a = 8 on, 1 − K(1 + a) is at least what the tenth convergent gives."""
    return (
        chain(convergent.composition, given=far_enough)
        .since(*here, cite(at_most, c=1 + a))
        .by(algebra, to=1 - left_of)
        .by(definition(upper), to=1 - upper(1 + a))
        .at_most(1 - K(1 + a))
        .by(definition(gamma_gap), to=gamma_gap(a))
    )


@derivation("computing.gamma_gap_most", LEMMA)
def gap_at_most() -> Draft:
    """And at most 1 + 2⁻⁵⁸ times that."""
    return (
        chain(gamma_gap(a), given=far_enough)
        .since(*here, cite(at_least, c=1 + a), cite(close, c=1 + a))
        .by(definition(gamma_gap))
        .at_most(1 - lower(1 + a))
        .at_most((1 + CUT_OFF) * (1 - upper(1 + a)))
        .by(definition(upper))
        .by(algebra, to=(1 + CUT_OFF) * convergent.composition)
    )


@derivation("computing.gamma_gap_step", LEMMA)
def gap_step() -> Draft:
    """Nearer to 0 it comes from there: with w = 1/(2a+1)², it is w + (1−w) of that at a + 1."""
    weight = 1 / (2 * a + 1) ** 2
    ours, theirs = K(1 + a), K(2 + a)
    grows = eq(theirs, ours * growth_of_ratio(1 + a))
    return (
        chain(gamma_gap(a), given=lt(0, a))
        .since(lt(1, 1 + a), lt(1, 2 + a), cite(step, c=1 + a), lt(0, 2 * a + 1))
        .by(definition(gamma_gap))
        .equal_to(weight + (1 - weight) * (1 - theirs), because=[(1 - weight, [grows])])
        .by(definition(gamma_gap), to=weight + (1 - weight) * gamma_gap(a + 1))
    )


gap_program = Program(
    gamma_gap,
    (
        Piece(
            convergent.value,
            (gap_at_least, gap_at_most),
            lines=convergent.lines,
            error=CUT_OFF,
        ),
    ),
    domain=far_enough,
    since=tuple(here),
)

# --- F --------------------------------------------------------------------------------------------

s = Symbol("s", real=True)
over_two = Definition(
    "chi_variance_over_two", (s,), chi_variance(2 + s), notation=r"F\left(2 + {s}\right)"
)
shape, gap = Symbol("a", real=True), Symbol("y", real=True)
weights = [Symbol(f"w{shift}", real=True) for shift in range(SHIFTS)]
gaps = [Symbol(f"y{shift}", real=True) for shift in range(SHIFTS + 1)]


def shifted() -> tuple[tuple[Symbol, Basic], ...]:
    """y at a + 8, and from it, one by one, down to y at a."""
    lines: list[tuple[Symbol, Basic]] = [(shape, s / 2), (gaps[SHIFTS], gamma_gap(shape + SHIFTS))]
    for shift in range(SHIFTS - 1, -1, -1):
        weight = weights[shift]
        lines.append((weight, 1 / (2 * shape + 2 * shift + 1) ** 2))
        lines.append((gaps[shift], weight + (1 - weight) * gaps[shift + 1]))
    return tuple(lines)


@derivation("computing.chi_variance", LEMMA)
def by_gap() -> Draft:
    """F(2 + s) is (1 + 2/s)·y, with y = 1 − K(1 + s/2)."""
    n = 2 + s
    return (
        chain(over_two(s), given=lt(0, s))
        .since(lt(2, n), lt(1, n / 2), cite(variance_by_ratio, rho=n))
        .by(definition(over_two))
        .by(cite(variance_by_ratio, rho=n))
        .by(algebra, to=(1 + 2 / s) * (1 - K(1 + s / 2)))
        .by(definition(gamma_gap), to=(1 + 2 / s) * gamma_gap(s / 2))
    )


@derivation("computing.chi_variance_shifted", LEMMA)
def by_shifted_gap() -> Draft:
    """And y by that at eight more."""
    places = [s / 2 + shift for shift in range(SHIFTS)]
    line = chain(over_two(s), given=lt(0, s))
    line = line.since(lt(0, s / 2), *(lt(1, 1 + place) for place in places))
    line = line.since(*(lt(0, 2 * place + 1) for place in places)).by(cite(by_gap))
    for place in places:
        line = line.by(cite(gap_step, a=place))
    return line


variance_program = Program(
    over_two,
    (
        Piece(
            (1 + 1 / shape) * gap,
            (by_gap,),
            lines=((shape, s / 2), (gap, gamma_gap(shape))),
            where=(le(SHIFTS, shape),),
        ),
        Piece((1 + 1 / shape) * gaps[0], (by_shifted_gap,), lines=shifted()),
    ),
    domain=(lt(0, s),),
    note="From a = 8 on a continued fraction gives y = 1 - K(1 + a); below, y at a + 8 does.",
)


@derivation("computing.chi_variance_itself", LEMMA)
def by_excess() -> Draft:
    """F(n), by n − 2, which is exact in floating point for n ≤ 4."""
    return (
        chain(chi_variance(rho), given=lt(2, rho))
        .since(lt(0, rho - 2))
        .by(definition(over_two), to=over_two(rho - 2))
    )


chi_variance_program = Program(
    chi_variance, (Piece(over_two(rho - 2), (by_excess,)),), domain=(lt(2, rho),)
)
