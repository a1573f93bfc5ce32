"""The two terms once more: by the moments of v, over ℚ."""

from collections.abc import Sequence
from fractions import Fraction
from math import comb
from typing import Any

import pytest
from flint import fmpq, fmpq_series
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import cumulants
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check
from tests.derivations.weights import described, is_about_weights, many

TERMS = 4


@st.composite
def numbers(draw: Any) -> dict[str, Any]:
    """n from 32 on, and what D and δ may be there."""
    n = draw(st.just(Fraction(32)) | between(32, 200))
    delta = draw(st.just(1 / n) | between(0.005, 0.1))
    return {"n": n, "delta": delta, "D": draw(between(0, 1)) * delta / n}


@pytest.mark.parametrize("identifier", by_id(in_module(cumulants)))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, many.map(described) if is_about_weights(identifier) else numbers())


def central_moments(known: Sequence[fmpq]) -> list[fmpq_series]:
    """Of a variable whose k-th cumulant is κ_k·ε^(k−1), in powers of ε."""
    zero = fmpq_series([0], prec=TERMS)
    graded = [zero, zero]
    graded += [fmpq_series([0] * (k + 1) + [c], prec=TERMS) for k, c in enumerate(known)]
    graded += [zero] * TERMS
    moments = [fmpq_series([1], prec=TERMS)]
    for order in range(1, 2 * TERMS - 1):
        parts = (
            comb(order - 1, k - 1) * graded[k] * moments[order - k]
            for k in range(1, min(order, TERMS) + 1)
        )
        moments.append(sum(parts, zero))
    return moments


def mean_of_power(power: fmpq, known: Sequence[fmpq]) -> fmpq_series:
    """E[(1 + X)^p]: the moments of order 2k and 2k − 1 begin with ε^k."""
    total, coefficient = fmpq_series([0], prec=TERMS), fmpq(1)
    for order, moment in enumerate(central_moments(known)):
        total += fmpq_series([coefficient], prec=TERMS) * moment
        coefficient *= (power - order) / (order + 1)
    return total


@settings(max_examples=20, deadline=None)
@given(drawn=st.lists(st.integers(1, 99), min_size=3, max_size=3))
def test_the_cumulants_give_the_terms(drawn: list[int]) -> None:
    second, third, fourth = given_ones = [fmpq(k, 7) for k in drawn]
    inverse, root = (mean_of_power(fmpq(*p), given_ones) for p in ((-1, 1), (-1, 2)))
    terms = (inverse - root**2).coeffs()
    assert terms[:3] == [0, second / 4, -3 * third / 8 + 39 * second**2 / 32]
    assert terms[3] == (975 * second**3 - 620 * second * third + 58 * fourth) / 128


def test_equal_weights_have_the_models_cumulants() -> None:
    equal = [fmpq(2), fmpq(8), fmpq(48)]  # of a plain mean of n squares, times n^(k−1)
    inverse, root = (mean_of_power(fmpq(*p), equal) for p in ((-1, 1), (-1, 2)))
    assert (inverse - root**2).coeffs() == [0, fmpq(1, 2), fmpq(15, 8), fmpq(83, 16)]
    upward = mean_of_power(fmpq(1, 2), equal)
    assert (1 - upward**2).coeffs()[:3] == [0, fmpq(1, 2), fmpq(-1, 8)]
