"""Held against FLINT's own power series."""

import random

import pytest
from flint import arb, arb_series, fmpq
from sympy import coth, exp, gamma, log, tanh

from radam_sym.kernel.jets import ELEMENTARY, Jet, constant

POINTS = [fmpq(1, 3), fmpq(1), fmpq(3, 2), fmpq(7, 3)]
every_seed = pytest.mark.parametrize("seed", range(10))


def jet(chance: random.Random) -> Jet:
    """Some coefficients, of which the first is at least 1."""
    value, *rest = (fmpq(chance.randint(-8, 8), chance.randint(1, 5)) for _ in range(3))
    return Jet(arb(abs(value) + 1), *map(arb, rest))


def series(f: Jet) -> arb_series:
    return arb_series([f.value, f.slope, f.bend], prec=3)


def same(f: Jet, expected: arb_series) -> None:
    """The balls overlap, and are small."""
    for k, ball in enumerate((f.value, f.slope, f.bend)):
        assert ball.overlaps(expected[k])
        assert ball.rad() < arb("1e-9")


@every_seed
def test_sums_and_products(seed: int) -> None:
    chance = random.Random(seed)
    f, g = jet(chance), jet(chance)
    same(f + g, series(f) + series(g))
    same(f * g, series(f) * series(g))
    same(f + constant(arb(2)), series(f) + 2)


@every_seed
@pytest.mark.parametrize("exponent", [fmpq(2), fmpq(5), fmpq(-3), fmpq(1, 2), fmpq(-2, 3)], ids=str)
def test_powers(seed: int, exponent: fmpq) -> None:
    f = jet(random.Random(seed))
    same(f.power(exponent), (series(f).log() * arb(exponent)).exp())


@every_seed
def test_elementary_functions(seed: int) -> None:
    f = jet(random.Random(seed))
    same(ELEMENTARY[exp](f), series(f).exp())
    same(ELEMENTARY[log](f), series(f).log())
    same(ELEMENTARY[tanh](f), 1 - 2 / ((2 * series(f)).exp() + 1))
    same(ELEMENTARY[coth](f), 1 + 2 / ((2 * series(f)).exp() - 1))


def test_powers_of_what_is_negative_are_whole() -> None:
    f = Jet(arb(-2), arb(3), arb(1))
    same(f.power(fmpq(3)), series(f) * series(f) * series(f))
    same(f.power(fmpq(-1)), 1 / series(f))
    for exponent in (fmpq(1, 2), fmpq(1, 3), fmpq(-5, 2)):
        assert not f.power(exponent).is_finite()
    assert not ELEMENTARY[log](f).is_finite()


def test_where_a_function_has_no_derivative_a_ball_is_not_finite() -> None:
    """√ at 0 has a value and no slope; 1/x, log and coth have no value."""
    at_zero = Jet(arb(0), arb(1), arb(0))
    around = Jet(arb(0).union(arb(1)), arb(1), arb(0))
    assert at_zero.power(fmpq(1, 2)).value == 0
    for f in (at_zero, around):
        assert not f.power(fmpq(1, 2)).is_finite()
        assert not f.power(fmpq(3, 2)).is_finite()
        assert not f.power(fmpq(-1)).is_finite()
        assert not ELEMENTARY[log](f).is_finite()
        assert not ELEMENTARY[coth](f).is_finite()
        assert f.power(fmpq(2)).is_finite()
        assert ELEMENTARY[tanh](f).is_finite()


def test_finite_is_said_of_all_three() -> None:
    nan = arb.nan()
    for f in (Jet(nan, arb(1), arb(1)), Jet(arb(1), nan, arb(1)), Jet(arb(1), arb(1), nan)):
        assert not f.is_finite()
    assert Jet(arb(1), arb(1), arb(1)).is_finite()


def test_gamma_is_of_a_constant() -> None:
    assert ELEMENTARY[gamma](constant(arb(5))).value.overlaps(arb(24))
    for moving in (Jet(arb(5), arb(1), arb(0)), Jet(arb(5), arb(0), arb(1))):
        assert not moving.is_constant()
        assert not ELEMENTARY[gamma](moving).value.is_finite()
    assert constant(arb(5)).is_constant()


@pytest.mark.parametrize("head", ELEMENTARY, ids=str)
def test_an_enclosure_holds_every_value(head: type) -> None:
    if head is not gamma:
        over = Jet(arb(POINTS[0]).union(arb(POINTS[-1])), arb(1), arb(0))
        enclosed = ELEMENTARY[head](over)
        for point in POINTS:
            at = ELEMENTARY[head](Jet(arb(point), arb(1), arb(0)))
            assert enclosed.value.overlaps(at.value)
            assert enclosed.slope.overlaps(at.slope)
            assert enclosed.bend.overlaps(at.bend)
