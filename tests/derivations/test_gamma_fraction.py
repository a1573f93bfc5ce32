from fractions import Fraction
from math import prod
from typing import Any

import pytest
from flint import arb, ctx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import gamma_fraction
from derivations.gamma_fraction import CUT_OFF, DEPTH, FROM
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.chi_law import check
from tests.derivations.meaning import between, convergent

FAR = 10**15  # where 1/m² is less than the tolerance
positive = between(0.1, 5)


@st.composite
def values(draw: Any, identifier: str) -> dict[str, Any]:
    low = FROM if identifier.endswith("close") else 1.001
    drawn = {"c": draw(between(low, low + 20)), "k": Fraction(draw(st.integers(-9, 9)))}
    drawn |= {name: draw(positive) for name in ("p", "A")}
    drawn |= {name: Fraction(draw(st.integers(1, 9))) for name in ("m", "n")}
    return drawn | {"B": drawn["A"]}


@pytest.mark.parametrize("identifier", by_id(in_module(gamma_fraction)))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(identifier), FAR)


def exact_ratio(c: Fraction) -> arb:
    """(c−1)(Γ(c−½)/Γ(c))², in balls."""
    at = arb(c.numerator) / c.denominator
    ratio: arb = (at - 1) * ((at - arb(1) / 2).gamma() / at.gamma()) ** 2
    return ratio


def over(value: Fraction) -> arb:
    return arb(value.numerator) / value.denominator


@pytest.mark.parametrize("c", [Fraction(FROM), Fraction(19, 2), Fraction(40), Fraction(1001, 3)])
def test_the_two_convergents_enclose_the_ratio_as_closely_as_is_told(c: Fraction) -> None:
    with ctx.workprec(800):
        lower, upper = convergent(c, DEPTH + 1), convergent(c, DEPTH)
        assert over(lower) < exact_ratio(c) < over(upper)
        assert (1 - lower) / (1 - upper) - 1 <= Fraction(int(CUT_OFF.p), int(CUT_OFF.q))


def test_one_level_fewer_or_one_step_nearer_would_not_do() -> None:
    def off(c: int, depth: int) -> Fraction:
        lower, upper = sorted(convergent(Fraction(c), level) for level in (depth, depth + 1))
        return Fraction((1 - lower) / (1 - upper) - 1)

    allowed = Fraction(int(CUT_OFF.p), int(CUT_OFF.q))
    assert off(FROM, DEPTH) < allowed < min(off(FROM - 1, DEPTH), off(FROM, DEPTH - 1))


def test_successive_convergents_differ_by_what_their_denominators_make_of_the_odd_numbers() -> None:
    """By Perron's formula: the numerators of the difference are the odd numbers' squares."""
    for depth in (1, 2, 5):
        x = Fraction(21)
        below = [convergent_below(x, depth), convergent_below(x, depth + 1)]
        odd = prod((2 * k + 1) ** 2 for k in range(depth + 1))
        assert abs(below[0][0] / below[0][1] - below[1][0] / below[1][1]) == odd / (
            below[0][1] * below[1][1]
        )


def convergent_below(x: Fraction, depth: int) -> tuple[Fraction, Fraction]:
    """Numerator and denominator of 1²/(2x + 3²/(2x + ...)) over x, by the recurrence."""
    over, under = (Fraction(0), Fraction(1)), (Fraction(1), x)
    for k in range(depth):
        square = (2 * k + 1) ** 2
        over = over[1], 2 * x * over[1] + square * over[0]
        under = under[1], 2 * x * under[1] + square * under[0]
    return over[1], under[1]
