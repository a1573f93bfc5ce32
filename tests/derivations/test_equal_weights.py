from decimal import localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from derivations import equal_weights
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import (
    DIGITS,
    between,
    check,
    chi_variance,
    inverse_variance,
    sample_size,
)
from tests.derivations.weights import described, even, is_about_weights

OURS = by_id(in_module(equal_weights))
of_some = st.integers(3, 6).flatmap(lambda terms: even(2, terms))


@st.composite
def values(draw: Any) -> dict[str, Any]:
    step = Fraction(draw(st.integers(3, 7)))
    beta = draw(between(0.6, 0.99))
    assume(sample_size(beta, step) >= Fraction(5, 2))
    return {
        **{"beta": beta, "t": step, "n": draw(between(3, 30))},
        **{"p": draw(between(0.2, 1.4)), "a": draw(between(-0.9, 9)), "b": draw(between(-0.9, 9))},
    }


@st.composite
def weighted(draw: Any) -> dict[str, Any]:
    """A few weights, and where a moment of theirs exists."""
    drawn = described(draw(of_some))
    place = {"s": draw(between(0.01, 30)), "u": draw(between(0.01, 30))}
    return {**drawn, **place, "p": draw(between(0.1, 0.9)) * drawn["n"] / 2}


@pytest.mark.parametrize("identifier", OURS)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, weighted() if is_about_weights(identifier) else values())


@pytest.mark.parametrize("steps", [3, 5])
def test_the_variance_is_nearer_to_that_of_equal_weights_by_the_square_of_what_is_missing(
    steps: int,
) -> None:
    """(1−β)²: a hundred times nearer where β is ten times nearer to 1."""
    with localcontext(prec=DIGITS):
        gaps = []
        for beta in (Fraction(99, 100), Fraction(999, 1000)):
            weights = described([beta**age for age in range(steps)])
            exact = inverse_variance(weights["w"], weights["t"])
            gaps.append(exact - chi_variance(Fraction(steps)))
        assert 99 < gaps[0] / gaps[1] < 103
