"""The update against the formulas of the papers, written here once more."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp, mpf

from radam_sym.generated import update

DIGITS = 50
numbers = st.fractions(-10, 10, max_denominator=1000)
decays = st.fractions(0, 1, max_denominator=10**6).filter(lambda beta: 0 < beta < 1)
positive = st.fractions(0, 10, max_denominator=1000).filter(bool)
steps = st.integers(1, 200)


def as_mpf(number: Fraction) -> Any:
    return mpf(number.numerator) / number.denominator


@given(m=numbers, x=numbers, beta=decays)
def test_a_moving_average_lies_between_what_it_averages(
    m: Fraction, x: Fraction, beta: Fraction
) -> None:
    found = update.moving_average(m, x, beta)
    assert found == m + (1 - beta) * (x - m)
    assert min(m, x) <= found <= max(m, x)


@given(gradients=st.lists(numbers, min_size=1, max_size=12), beta=decays)
def test_corrected_moving_averages_are_weighted_means(
    gradients: list[Fraction], beta: Fraction
) -> None:
    m = Fraction(0)
    for gradient in gradients:
        m = update.moving_average(m, gradient, beta)
    t = len(gradients)
    weights = [beta ** (t - 1 - i) for i in range(t)]
    mean = sum(w * g for w, g in zip(weights, gradients, strict=True)) / sum(weights)
    assert update.bias_corrected(m, beta, t) == mean


STEPS = {  # how far θ moves for α = 1, given m̂, v, v̂, 1 − β₂^t and ε
    "outside": lambda m_hat, v, v_hat, short, epsilon: m_hat / (mp.sqrt(v_hat) + epsilon),
    "inside": lambda m_hat, v, v_hat, short, epsilon: m_hat / mp.sqrt(v_hat + epsilon),
    "uncorrected": lambda m_hat, v, v_hat, short, epsilon: (
        m_hat * mp.sqrt(short) / (mp.sqrt(v) + epsilon)
    ),
}
cases = st.tuples(numbers, numbers, positive, steps, positive, decays, decays, positive)


@pytest.mark.parametrize("place", STEPS)
@given(case=cases, r=positive)
def test_a_step_is_what_the_papers_say(place: str, case: tuple[Any, ...], r: Fraction) -> None:
    with mp.workdps(DIGITS):
        t = case[3]
        theta, m, v, _, alpha, beta1, beta2, epsilon = (as_mpf(Fraction(part)) for part in case)
        m_hat, short = m / (1 - beta1**t), 1 - beta2**t
        moved = STEPS[place](m_hat, v, v / short, short, epsilon)
        scalars = (alpha, beta1, beta2, epsilon)
        adam = getattr(update, f"adam_{place}")(theta, m, v, t, *scalars, sqrt=mp.sqrt)
        assert mp.almosteq(theta - adam, alpha * moved, mpf(10) ** -40, mpf(10) ** -40)
        rectified = getattr(update, f"radam_{place}")
        radam = rectified(theta, m, v, t, as_mpf(r), *scalars, sqrt=mp.sqrt)
        wanted = as_mpf(r) * alpha * moved
        assert mp.almosteq(theta - radam, wanted, mpf(10) ** -40, mpf(10) ** -40)


@given(theta=numbers, m=numbers, t=steps, alpha=positive, beta=decays)
def test_a_step_of_momentum_is_exact_in_fractions(
    theta: Fraction, m: Fraction, t: int, alpha: Fraction, beta: Fraction
) -> None:
    assert update.momentum(theta, m, t, alpha, beta) == theta - alpha * (m / (1 - beta**t))


def test_arrays_are_updated_number_by_number() -> None:
    theta, m = np.array([1.0, -2.0, 3.0]), np.array([0.5, 0.0, -0.25])
    v = np.array([0.5, 1.0, 4.0])
    scalars = (7, 0.9, 1e-3, 0.9, 0.999, 1e-8)
    t, r, *others = scalars
    together = update.radam_outside(theta, m, v, t, r, *others, sqrt=np.sqrt)
    apart = [
        update.radam_outside(*each, t, r, *others, sqrt=np.sqrt)
        for each in zip(theta, m, v, strict=True)
    ]
    assert together.tolist() == apart


def test_where_epsilon_stands_matters() -> None:
    case = (mpf(0), mpf(1), mpf(1), 6, mpf(1), mpf("0.9"), mpf("0.999"), mpf("0.01"))
    moved = [-getattr(update, f"adam_{place}")(*case, sqrt=mp.sqrt) for place in STEPS]
    assert all(a != b for a, b in pairwise(sorted(moved)))
    assert update.adam_outside(*case[:-1], mpf(0), sqrt=mp.sqrt) == mp.mpf(
        update.adam_inside(*case[:-1], mpf(0), sqrt=mp.sqrt)
    )


def test_a_root_has_to_be_given() -> None:
    with pytest.raises(TypeError, match="sqrt"):
        update.adam_outside(0, 1, 1, 1, 1, 0.9, 0.999, 0)  # type: ignore[call-arg]
