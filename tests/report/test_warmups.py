"""The warmups that aren't closed forms of ours, each held against something else."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radam_sym.errors import InputError
from radam_sym.exact import certified
from radam_sym.factors import rectification
from radam_sym.report.warmups import WARMUPS

STEPS = np.array([1.0, 2, 3, 5, 10, 100, 1000, 10**6])


@pytest.mark.parametrize("kind", ["simple", "liu", "rational", "matched", "skewed"])
@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9, 0.999])
def test_the_closed_forms_are_those_of_the_package(kind: str, beta: float) -> None:
    np.testing.assert_array_equal(WARMUPS[kind](beta, STEPS), rectification(STEPS, beta, kind))


@pytest.mark.parametrize("beta", [0.5, 0.9, 0.999])
def test_the_exact_one_is_in_the_balls(beta: float) -> None:
    values = WARMUPS["exact"](beta, STEPS)
    assert list(values[:2]) == [0, 0]
    for t, value in zip(STEPS[2:], values[2:], strict=True):
        assert value == pytest.approx(float(certified.factor(int(t), beta, 20)), rel=1e-13)


def test_the_exact_one_refuses_a_rate_of_zero() -> None:
    with pytest.raises(InputError, match=r"beta2 is below 1e-50"):
        WARMUPS["exact"](0.0, STEPS)


@given(st.floats(0.01, 0.9999), st.integers(1, 10**5))
def test_the_exponential_rule_is_a_moving_average_of_ones_in_continuous_time(
    beta: float, t: int
) -> None:
    """w' = (1−β)(1−w), w(0) = 0: the ends are known, and from t to 2t it composes."""
    once, twice = WARMUPS["exponential"](beta, np.array([t, 2.0 * t]))
    assert 0 < once <= 1
    assert 1 - twice == pytest.approx((1 - once) ** 2, abs=1e-12)
    first = WARMUPS["exponential"](beta, np.array([1.0]))[0]
    assert -math.log1p(-first) == pytest.approx(1 - beta, rel=1e-9)


def test_the_linear_rule_rises_by_half_of_one_minus_beta_until_it_is_one() -> None:
    values = WARMUPS["linear"](0.75, np.arange(1.0, 12))
    assert list(values[:8]) == [n / 8 for n in range(1, 9)]
    assert (values[8:] == 1).all()
    assert WARMUPS["linear"](0.0, np.array([1.0, 2.0])).tolist() == [0.5, 1.0]
