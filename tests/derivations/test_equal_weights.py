from decimal import localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import equal_weights
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import (
    DIGITS,
    between,
    check,
    chi_variance,
    decimal,
    inverse_variance,
)
from tests.derivations.weights import described, even, is_about_weights

OURS = by_id(in_module(equal_weights))


@st.composite
def values(draw: Any) -> dict[str, Any]:
    t = Fraction(draw(st.integers(3, 6)))
    G = draw(between(0, 0.5))
    drawn = {"t": t, "G": G, "n": t - draw(between(0, 1)) * G, "beta": draw(between(0.9, 0.99))}
    return drawn | {name: draw(between(0.1, 1.2)) for name in "xzp"}


@st.composite
def weighted(draw: Any) -> dict[str, Any]:
    """Weights that are nearly equal, and a place at which the transform is taken."""
    drawn = described(draw(even(5, draw(st.integers(4, 6)))))
    place = {name: draw(between(0.1, 9)) for name in "su"}
    return drawn | place | {"p": draw(st.sampled_from([Fraction(1, 2), Fraction(1)]))}


@pytest.mark.parametrize("identifier", OURS)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, weighted() if is_about_weights(identifier) else values())


@pytest.mark.parametrize("t", [3, 5])
def test_the_variance_nears_the_plain_means_at_second_order(t: int) -> None:
    with localcontext(prec=DIGITS):
        gaps = []
        for apart in (Fraction(1, 100), Fraction(1, 200)):
            weights = described([(1 - apart) ** age for age in range(t)])
            law = chi_variance(Fraction(t))
            gaps.append(abs(inverse_variance(weights["w"], weights["t"]) - law))
        assert Fraction(39, 10) < gaps[0] / gaps[1] < Fraction(41, 10)
        assert gaps[0] < decimal(Fraction(4 * t * (t**2 - 1), 3 * (t - 2) ** 2 * 199**2))
