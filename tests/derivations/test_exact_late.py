"""The theorems beside the exact law's own balls, whose algorithm knows nothing of them."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from flint import arb, ctx, fmpq
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import exact_late
from radam_sym.exact.certified import factor_at, integrals, variance_at
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check

OURS = by_id(in_module(exact_late))
AT_THE_END = ["exact.late", "exact.late.variance"]  # a quotient of what is next to nothing
ARITHMETIC = ["late.arithmetic_above", "late.arithmetic_below"]
BITS = 700
DECAYS = [Fraction(text) for text in ("0.3", "0.5", "0.9", "0.99", "0.999", "0.9999")]


@st.composite
def values(draw: Any) -> dict[str, Any]:
    step, more = Fraction(draw(st.integers(7, 9))), Fraction(draw(st.integers(6, 9)))
    return {"beta": Fraction(3, 10), "t": step, "k": more}  # its limits are worked out once


@pytest.mark.parametrize(
    "identifier", [name for name in OURS if name not in AT_THE_END + ARITHMETIC]
)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(), far=200)


@st.composite
def expanded(draw: Any) -> dict[str, Any]:
    """Numbers a and b that are known to second order in x."""
    names = ("a0", "a1", "a2", "b0", "b1", "b2", "c")
    numbers = {name: draw(between(0.01, 9)) for name in names}
    x = draw(between(0.001, 0.999))
    for name in "ab":
        zero, one, two = (numbers[f"{name}{k}"] for k in range(3))
        numbers[name] = zero + x * one + x**2 * two * draw(between(-3, 1))
    return {**numbers, "x": x}


@pytest.mark.parametrize("identifier", ARITHMETIC)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_the_arithmetic_holds_of_any_numbers(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, expanded())


# --- beside the balls -----------------------------------------------------------------------------


class Limits(NamedTuple):
    """V_∞, V', K and C as balls."""

    variance: arb
    slope: arb
    room: arb
    constant: arb


def ball(value: Fraction) -> arb:
    return arb(fmpq(value.numerator, value.denominator))


def limits(beta: Fraction) -> Limits:
    orders = [Fraction(k, 2) for k in (1, 2, 3, 4)]
    b, a, b1, a1 = integrals(beta, math.inf, orders)
    half, one, three_halves, two = (
        value / ball(order).gamma() for value, order in zip((b, a, b1, a1), orders, strict=True)
    )
    variance = one - half**2
    covariance = two - half * three_halves
    rate = 2 * ball(beta**7 * (1 - beta))
    a2, b2 = arb(16) / 15 / rate**3, arb(2) / 5 / rate ** ball(Fraction(5, 2))
    room = 3 * a2 + a1 + (b1**2 + 2 * b * b1 + 6 * (b + b1) * b2 + b2**2) / arb.pi()
    return Limits(variance, covariance - variance, room, covariance / variance - 1)


@pytest.mark.parametrize("beta", DECAYS, ids=str)
@pytest.mark.parametrize("multiple", [0, 1, 5, 25])
def test_the_variance_is_as_near_as_is_proved(beta: Fraction, multiple: int) -> None:
    with ctx.workprec(BITS):
        known, step = limits(beta), 7 + round(multiple / (1 - beta))
        left = ball(beta) ** step
        rest = variance_at(beta, step) - known.variance - left * known.slope
        assert abs(rest) <= left**2 * known.room


@pytest.mark.parametrize("beta", DECAYS, ids=str)
def test_the_deficit_is_as_near_to_c_as_that_says(beta: Fraction) -> None:
    """|(1 − r²)/β^t − C| ≤ β^t(KV_∞ + V'² + β^tK|V'|)/(V_tV_∞), narrow where t is great."""
    with ctx.workprec(BITS):
        known = limits(beta)
        for step in (7 + round(k / (1 - beta)) for k in (1, 10, 100)):
            left = ball(beta) ** step
            deficit = (1 - factor_at(beta, step) ** 2) / left
            most = known.room * known.variance + known.slope**2
            most += left * known.room * abs(known.slope)
            most *= left / (variance_at(beta, step) * known.variance)
            assert abs(deficit - known.constant) <= most
        assert most < arb(10) ** -9


@pytest.mark.parametrize("beta", DECAYS[2:], ids=str)
def test_the_deficit_does_not_grow_with_t_and_that_of_liu_does(beta: Fraction) -> None:
    """Over β^t: from one step to twice as many it stays, and Liu's doubles."""
    with ctx.workprec(BITS):
        base, last = ball(beta), 2 / ball(1 - beta) - 1

        def deficits(step: int) -> tuple[arb, arb]:
            left = base**step
            length = last - 2 * step * left / (1 - left)
            square = (length - 4) * (length - 2) * last / ((last - 4) * (last - 2) * length)
            return (1 - factor_at(beta, step) ** 2) / left, (1 - square) / left

        early = round(40 / (1 - beta))
        (exact, liu), (exact_later, liu_later) = deficits(early), deficits(2 * early)
        assert abs(exact_later / exact - 1) < arb(10) ** -12
        assert abs(liu_later / liu - 2) < arb(10) ** -12


@pytest.mark.parametrize("beta", DECAYS[3:], ids=str)
def test_c_is_near_to_two(beta: Fraction) -> None:
    """C = 2 + 23λ/4 + ..., and the next term is about 171λ²/32."""
    with ctx.workprec(BITS):
        rate = -ball(beta).log()
        rest = (limits(beta).constant - 2 - 23 * rate / 4) / rate**2
        assert abs(rest - ball(Fraction(171, 32))) < 4 * rate
