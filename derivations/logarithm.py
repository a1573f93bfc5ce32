"""log(1+y)/y as a mean of 1/(1+u+y): how far it is from its tangent at z.

Key results: with φ(y) = log(1+y)/y, h = y − z and S(z) = −φ′(z), the tangent at z is below φ, by
at most h²/3; and by at least h²/3 − 3qh²/4, where y and z are at most q. The bounds are those of
the integrand at each u.

References: Gradshteyn & Ryzhik, Table of Integrals, section 3.197.
"""

from sympy import Expr, Lambda, Rational, Symbol, log

from derivations.integrals import integral, of_power, u
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import integral_dominated, integral_order, log_integral
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Draft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    le,
    linear,
    lt,
)

y, z, q = (Symbol(name, real=True) for name in "yzq")
h, e = y - z, 1 + u
at_y, at_z = 1 / (e * (e + y)), 1 / (e * (e + z))
steep = 1 / (e * (e + z) ** 2)
positive = (lt(0, y), lt(0, z))
bounded = (*positive, le(y, q), le(z, q))
slope = Definition("log_slope", (z,), integral(steep), notation=r"S\left({z}\right)")
tangent = at_z - h * steep
third = Rational(1, 3)


@derivation("log.slope", LEMMA)
def slope_exists() -> Draft:
    """S(z), the mean of what is less than 1/(1+u)², exists."""
    square = e**-2
    return (
        chain(slope.body, given=lt(0, z))
        .since(
            cite(of_power, p=2),
            lt(0, e + z),
            cite(integral_dominated, g=Lambda(u, steep), h=Lambda(u, square), B=1),
        )
        .at_most(1)
    )


@derivation("log.tangent.integral", LEMMA)
def tangent_integral() -> Draft:
    """The mean of the tangents of the integrand is the tangent."""
    return (
        chain(integral(tangent), given=lt(0, z))
        .since(cite(slope_exists), cite(log_integral, x=z), lt(0, e + z))
        .by(linear(integral(at_z) - h * integral(steep)))
        .by(cite(log_integral, x=z))
        .by(definition(slope), to=log(1 + z) / z - h * slope(z))
    )


# --- at each u ------------------------------------------------------------------------------------

pointwise = (lt(0, e + y), lt(0, e + z), lt(0, e))
most, least = tangent + h**2 * e**-4, tangent + h**2 * (e**-4 - 3 * q * e**-5)


@derivation("log.pointwise.tangent", LEMMA)
def above_tangent() -> Draft:
    """1/(1+u+y), over 1+u, is above its tangent at z."""
    return chain(tangent, given=positive).since(*pointwise).at_most(at_y)


@derivation("log.pointwise.most", LEMMA)
def below_parabola() -> Draft:
    """By no more than h²/(1+u)⁴."""
    return (
        chain(at_y, given=positive)
        .since(*pointwise)
        .by(algebra, to=tangent + h**2 / (e * (e + z) ** 2 * (e + y)))
        .at_most(most)
    )


@derivation("log.pointwise.cubes", LEMMA)
def cubes() -> Draft:
    """(1+u−3q)(1+u+q)³ ≤ (1+u)⁴."""
    return (
        chain((e - 3 * q) * (e + q) ** 3, given=le(0, q))
        .since(lt(0, e))
        .at_most(
            e**4,
            because=[
                (6, [le(0, q), le(0, q), lt(0, e), lt(0, e)]),
                (8 * q**2, [le(0, q), lt(0, e)]),
                (3 * q**4, []),
            ],
        )
    )


between = 1 / ((e + z) ** 2 * (e + y))
cubed = (e + q) ** -3


@derivation("log.pointwise.products", LEMMA)
def products() -> Draft:
    """(1+u+z)²(1+u+y) ≤ (1+u+q)³."""
    wider = le(e + y, e + q), le(e + z, e + q)
    return (
        chain((e + z) ** 2 * (e + y), given=bounded)
        .since(*pointwise, lt(0, q), lt(0, e + q))
        .at_most((e + z) ** 2 * (e + q), because=[((e + z) ** 2, wider[:1])])
        .at_most(
            (e + q) ** 3,
            because=[(1, [wider[1], lt(0, e + q), lt(0, e + z)]), ((e + q) ** 2, wider[1:])],
        )
    )


@derivation("log.pointwise.quotients", LEMMA)
def quotients() -> Draft:
    """1/(1+u)³ − 3q/(1+u)⁴ ≤ 1/((1+u+z)²(1+u+y))."""
    over = lt(0, cubed), lt(0, e**-4)
    product = le((e + z) ** 2 * (e + y), (e + q) ** 3)
    return (
        chain((e - 3 * q) * e**-4, given=bounded)
        .since(lt(0, q), lt(0, e + q), *pointwise, cite(cubes), *over)
        .since(lt(0, between), cite(products))
        .at_most(cubed, because=[(1, [le((e - 3 * q) * (e + q) ** 3, e**4), *over])])
        .at_most(between, because=[(1, [product, lt(0, cubed), lt(0, between)])])
    )


@derivation("log.pointwise.least", LEMMA)
def above_parabola() -> Draft:
    """And by no less than h²(1/(1+u)⁴ − 3q/(1+u)⁵)."""
    smaller = le((e - 3 * q) * e**-4, between)
    return (
        chain(least, given=bounded)
        .since(*pointwise, cite(quotients), lt(0, 1 / e))
        .at_most(tangent + h**2 / e * between, because=[(h**2, [smaller, lt(0, 1 / e)])])
        .by(algebra, to=at_y)
    )


# --- and of the means -----------------------------------------------------------------------------

ratio = log(1 + y) / y
line = log(1 + z) / z - h * slope(z)
existing = (
    cite(log_integral, x=y),
    cite(slope_exists),
    cite(tangent_integral),
    cite(of_power, p=4),
    cite(of_power, p=5),
    lt(0, e + z),
)
unit, fourth, fifth = Lambda(u, at_y), integral(e**-4), integral(e**-5)


def parabola(bend: Expr) -> Expr:
    """The tangent and a multiple of h²."""
    return line + h**2 * bend


@derivation("log.most.integral", LEMMA)
def most_integral() -> Draft:
    """The mean of the upper bound."""
    return (
        chain(integral(most), given=positive)
        .since(*existing)
        .by(linear(integral(tangent) + h**2 * fourth))
        .by(cite(of_power, p=4))
        .by(cite(tangent_integral))
    )


@derivation("log.least.integral", LEMMA)
def least_integral() -> Draft:
    """The mean of the lower one."""
    return (
        chain(integral(least), given=positive)
        .since(*existing)
        .by(linear(integral(tangent) + h**2 * fourth - 3 * q * h**2 * fifth))
        .by(cite(of_power, p=4))
        .by(cite(of_power, p=5))
        .by(cite(tangent_integral))
        .by(algebra, to=parabola(third - 3 * q / 4))
    )


@derivation("log.tangent", LEMMA)
def tangent_below() -> Draft:
    """log(1+y)/y is above its tangent at z."""
    return (
        chain(line, given=positive)
        .since(*existing, cite(above_tangent))
        .since(cite(integral_order, g=Lambda(u, tangent), h=unit, A=line, B=ratio))
        .at_most(ratio)
    )


@derivation("log.most", LEMMA)
def at_most_parabola() -> Draft:
    """By no more than h²/3."""
    return (
        chain(ratio, given=positive)
        .since(*existing, cite(most_integral), cite(below_parabola))
        .since(cite(integral_order, g=unit, h=Lambda(u, most), A=ratio, B=parabola(third)))
        .at_most(parabola(third))
    )


@derivation("log.least", LEMMA)
def at_least_parabola() -> Draft:
    """And by no less than h²(1/3 − 3q/4), where y and z are at most q."""
    bound = parabola(third - 3 * q / 4)
    return (
        chain(bound, given=bounded)
        .since(*existing, cite(least_integral), cite(above_parabola))
        .since(cite(integral_order, g=Lambda(u, least), h=unit, A=bound, B=ratio))
        .at_most(ratio)
    )


# --- the logarithm itself -------------------------------------------------------------------------


@derivation("log.above_tangent", LEMMA)
def log_above_tangent() -> Draft:
    """log(1+y) ≥ y·(the tangent)."""
    return (
        chain(y * line, given=positive)
        .since(cite(slope_exists), cite(tangent_below), lt(0, 1 + y))
        .at_most(log(1 + y), because=[(1, [le(line, ratio), lt(0, y)])])
    )


@derivation("log.below_parabola", LEMMA)
def log_below_parabola() -> Draft:
    """log(1+y) ≤ y·(the upper bound)."""
    return (
        chain(log(1 + y), given=positive)
        .since(cite(slope_exists), cite(at_most_parabola), lt(0, 1 + y))
        .at_most(y * parabola(third), because=[(1, [le(ratio, parabola(third)), lt(0, y)])])
    )


@derivation("log.above_parabola", LEMMA)
def log_above_parabola() -> Draft:
    """log(1+y) ≥ y·(the lower bound)."""
    bound = parabola(third - 3 * q / 4)
    return (
        chain(y * bound, given=bounded)
        .since(cite(slope_exists), cite(at_least_parabola), lt(0, 1 + y))
        .at_most(log(1 + y), because=[(1, [le(bound, ratio), lt(0, y)])])
    )
