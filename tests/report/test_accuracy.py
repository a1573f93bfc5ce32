"""Errors and crossovers, held against balls and against what is known of them."""

from __future__ import annotations

import math
import random
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from flint import arb, ctx, fmpq
from hypothesis import example, given, settings
from hypothesis import strategies as st

from radam_sym.errors import InputError
from radam_sym.exact import certified
from radam_sym.report import accuracy
from radam_sym.report.accuracy import (
    APPROXIMATE,
    PROMISE,
    crossover,
    lead_sign,
    relative_errors,
    relative_to,
    settled,
)
from radam_sym.report.columns import liu_exists

OBSERVED = {
    "0.89": (8, 7),
    "0.9": (9, 6),
    "0.92": (11, 5),
    "0.95": (15, 5),
    "0.98": (24, 5),
    "0.99": (34, 5),
    "0.995": (46, 5),
    "0.999": (99, 5),
    "0.9999": (304, 5),
}
"""The step of the crossover and the first at which Liu's factor is nearer (exact.crossover)."""


# --- an oracle on balls, by the two distances themselves ------------------------------------------
def exact_factors(beta: Fraction, t: int, digits: int = 40) -> dict[str, arb]:
    """Each from its definition in the literature, for ρ_t > 4."""
    with ctx.workprec(400):
        base = arb(fmpq(beta.numerator, beta.denominator))
        power = base**t
        limit = 2 / (1 - base) - 1
        length = limit - 2 * t * power / (1 - power)
        square = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)
        return {
            "simple": ((1 - power) / (1 + power)).sqrt(),
            "liu": square.sqrt(),
            "exact": certified.factor(t, beta, digits),
        }


def hilton_is_nearer(beta: Fraction, t: int) -> bool:
    factors = exact_factors(beta, t)
    with ctx.workprec(400):
        his = abs(factors["simple"] - factors["exact"])
        lius = abs(factors["liu"] - factors["exact"])
        assert his < lius or lius < his  # the balls decide
        return bool(his < lius)


def rate(beta: str) -> Fraction:
    """The float64 next to it."""
    return Fraction(float(beta))


# --- relative errors ------------------------------------------------------------------------------
@given(st.floats(0.65, 0.9999), st.integers(8, 3000))
@settings(max_examples=40, deadline=None)
def test_relative_errors_are_those_of_the_balls(beta: float, t: int) -> None:
    factors = exact_factors(Fraction(beta), t)
    for name in ("simple", "liu"):
        with ctx.workprec(400):
            exact = float(factors[name] / factors["exact"] - 1)
        assert relative_errors(name, t, beta)[0] == pytest.approx(exact, abs=2 * PROMISE)


@pytest.mark.parametrize(
    ("beta", "matched", "skewed"),
    [("0.9", 4.5e-2, 1.2e-3), ("0.99", 5.0e-3, 4.1e-6), ("0.999", 5.0e-4, 3.1e-8)],
)
def test_the_better_forms_are_as_near_as_was_observed(
    beta: str, matched: float, skewed: float
) -> None:
    for name, worst in (("matched", matched), ("skewed", skewed)):
        found = np.abs(relative_errors(name, "3:3000", beta)).max()
        assert found == pytest.approx(worst, rel=0.05)


@pytest.mark.parametrize("beta", [0.99, 0.999, 0.9999])
def test_early_errors_are_as_expanded(beta: float) -> None:
    """r_simple/r_exact = 1 + 15/(8t) + O(t⁻²), r_liu/r_exact = 1 − 9/(8t) − tλ/12 + O(t⁻²)."""
    rate = -math.log(beta)
    for t in range(20, int(2 / math.sqrt(rate))):
        simple, liu = (relative_errors(name, t, beta)[0] for name in ("simple", "liu"))
        assert abs(simple - 15 / (8 * t)) < 6 / t**2
        assert abs(liu + 9 / (8 * t) + t * rate / 12) < 6 / t**2


def test_there_is_no_error_where_one_of_the_two_is_undefined() -> None:
    for name in APPROXIMATE:
        errors = relative_errors(name, "1:6", "0.9")
        assert np.isnan(errors[:2]).all()
        assert np.isnan(errors[2:]).tolist() == [name == "liu"] * 2 + [False] * 2
    assert np.isnan(relative_errors("liu", "3:100", "0.6")).all()
    assert relative_errors("matched", 3, "0.3") == [-1]


def test_where_the_exact_value_is_zero_nothing_is_relative_to_it() -> None:
    errors = relative_to(np.array([[0.0, 2.0]]), np.array([[[0.0, 1.0]], [[3.0, 2.0]]]))
    np.testing.assert_array_equal(errors, [[[np.nan, -0.5]], [[np.nan, 0.0]]])


@pytest.mark.parametrize(
    ("arguments", "pattern"),
    [
        (("exact", 3, 0.9), "warmup has 'exact'; it accepts simple, liu, rational, matched, "),
        (("lui", 3, 0.9), "did you mean liu"),
        (("liu", "3,inf", 0.9), "steps has inf, where every factor is 1"),
        (("liu", 0, 0.9), "steps has 0, which is below 1"),
        (("liu", 3, 0), "beta2 is below 1e-50"),
        (("liu", 3, 1.0), "beta2 is 1.0, which is not below 1"),
        (("liu", 3, "1-1e-20"), r"beta2 is above 1 - 2\*\*-53"),
    ],
)
def test_relative_errors_refuse_in_one_line(arguments: Any, pattern: str) -> None:
    with pytest.raises(InputError, match=pattern) as refusal:
        relative_errors(*arguments)
    assert "\n" not in str(refusal.value)


# --- the crossover --------------------------------------------------------------------------------
@pytest.mark.parametrize("beta", OBSERVED)
def test_the_crossover_is_where_it_was_observed(beta: str) -> None:
    step, lius = crossover(beta)
    assert (step, lius[0]) == OBSERVED[beta]
    assert lius == tuple(range(lius[0], lius[-1] + 1))


@pytest.mark.parametrize("beta", OBSERVED)
def test_balls_agree_around_the_crossover_and_at_random(beta: str) -> None:
    step, lius = crossover(beta)
    assert step is not None
    some = random.Random(0).sample(range(5, 40 * step), 10)
    for t in {5, lius[0] - 1, lius[0], step - 1, step, step + 1, *some} - {4}:
        assert hilton_is_nearer(rate(beta), t) == (t not in lius)


@pytest.mark.parametrize("beta", ["0.99", "0.995", "0.999", "0.9999", "0.99995"])
def test_the_crossover_is_within_a_step_of_its_expansion(beta: str) -> None:
    step, _ = crossover(beta)
    assert step is not None
    assert abs(step - 3 / math.sqrt(-math.log(float(beta))) - 371 / 96) < 1


@given(st.floats(0.6, 0.98))
@example(0.6000000000000001)
@example(0.77330)
@example(0.88)
@example(0.885)
@settings(max_examples=25, deadline=None)
def test_at_every_step_the_balls_say_the_same(beta: float) -> None:
    exact = Fraction(beta)
    found = crossover(beta)
    if found.step is None:
        assert not any(liu_exists(exact, t) for t in range(1, 200))
        return
    first = next(t for t in range(1, 200) if liu_exists(exact, t))
    both = range(first, found.step + 20)
    assert found.liu == tuple(t for t in both if not hilton_is_nearer(exact, t))
    assert found.step == (found.liu[-1] + 1 if found.liu else first)


@pytest.mark.parametrize("beta", ["0.61", "0.7", "0.8", "0.85", "0.88"])
def test_up_to_these_rates_lius_factor_is_never_the_nearer_one(beta: str) -> None:
    step, lius = crossover(beta)
    assert lius == ()
    assert step is not None
    assert liu_exists(rate(beta), step)
    assert not liu_exists(rate(beta), step - 1)


@pytest.mark.parametrize("beta", [0, 0.3, Fraction(3, 5), "0.6"])
def test_where_lius_factor_never_exists_there_is_no_crossover(beta: Any) -> None:
    assert crossover(beta) == (None, ())


@pytest.mark.parametrize("beta", ["0.7", "0.9", "0.99", "0.999"])
def test_balls_decide_the_same_where_float64_is_trusted_with_nothing(
    beta: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = crossover(beta)
    asked: list[int] = []

    def counted(exact: Fraction, step: int) -> int:
        asked.append(step)
        return lead_sign(exact, step)

    monkeypatch.setattr(accuracy, "lead_sign", counted)
    monkeypatch.setattr(accuracy, "settled", lambda beta, first: 120)
    trusting = crossover(beta)
    few, asked[:] = len(asked), []
    monkeypatch.setattr(accuracy, "PROMISE", 10.0)
    assert crossover(beta) == trusting == found
    assert len(asked) > few
    assert asked == list(range(asked[0], 120))


@pytest.mark.parametrize("beta", ["0.7", "0.9", "0.98", "0.995"])
def test_steps_that_are_looked_at_together_do_not_matter(
    beta: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = crossover(beta)
    monkeypatch.setattr(accuracy, "ROWS", 7)
    assert crossover(beta) == found


@pytest.mark.parametrize("beta", ["0.6000001", "0.62", "0.7", "0.8", "0.9", "0.99", "0.999"])
def test_from_where_it_counts_as_settled_hiltons_is_nearer(beta: str) -> None:
    exact = rate(beta)
    first = next(t for t in range(1, 200) if liu_exists(exact, t))
    start = settled(exact, first)
    for t in (start, start + 1, start + start // 3, 2 * start):
        assert hilton_is_nearer(exact, t)


@pytest.mark.parametrize("beta", ["0.65", "0.8", "0.9", "0.99", "0.999"])
def test_the_bounds_behind_that_hold(beta: str) -> None:
    """2(1−r_exact) ≤ cx, and 1−r_liu ≥ tx·(1−8/(ρ_∞ρ_T))/g(ρ_∞), for some t from T on."""
    exact = rate(beta)
    first = next(t for t in range(1, 200) if liu_exists(exact, t))
    start = max(7, first)
    with ctx.workprec(300):
        base = arb(fmpq(exact.numerator, exact.denominator))
        limit = 2 / (1 - base) - 1
        length = limit - 2 * start * base**start / (1 - base**start)
        size = (1 - base**start) / (1 + base**start) * limit
        (cubed,) = certified.integrals(exact, start, [Fraction(3)])
        slope = 2 * cubed / (size * certified.variance("inf", exact, 40))
        bend = (1 - 8 / (limit * length)) * limit / ((limit - 4) * (limit - 2))
        for t in (start, start + 1, 2 * start, 5 * start):
            factors = exact_factors(exact, t, 60)
            assert 2 * (1 - factors["exact"]) < slope * base**t
            assert 1 - factors["liu"] > t * base**t * bend
            assert 1 - factors["simple"] > base**t / (1 + base**t)


@pytest.mark.parametrize(
    ("beta", "pattern"),
    [
        ("1-1e-6", "beta2 is 0.999999, where the search .* accepts a number from 0 to 0.99999"),
        ("1-1e-30", "beta2 is 1.0, where the search for the crossover"),
        (-0.1, "beta2 is -0.1, which is below 0"),
        (math.nan, "beta2 is nan"),
        ("x", "beta2 is 'x', which is not a number"),
    ],
)
def test_a_crossover_that_can_not_be_found_is_told_in_one_line(beta: Any, pattern: str) -> None:
    with pytest.raises(InputError, match=pattern) as refusal:
        crossover(beta)
    assert "\n" not in str(refusal.value)


def test_a_wrong_type_is_told() -> None:
    with pytest.raises(TypeError, match="beta2 is a NoneType"):
        crossover(None)
