from fractions import Fraction
from typing import Any

import mpmath
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import gaussian
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check
from tests.derivations.normals import holds_with, is_random, polynomial, radial

OURS = by_id(in_module(gaussian))


@st.composite
def values(draw: Any) -> dict[str, Any]:
    drawn = {"epsilon": draw(between(0.25, 0.99)), "b": draw(between(1.001, 9))}
    return {**drawn, "u": draw(between(0.001, 30))}


@pytest.mark.parametrize("identifier", [name for name in OURS if not is_random(name)])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())


OF_ONE = [name for name in OURS if name.startswith("normal.") and is_random(name)]


@pytest.mark.parametrize("identifier", OF_ONE)
def test_the_moments_of_one(identifier: str) -> None:
    assert holds_with(identifier, {"m": Fraction(3)}, radial(3, 1))


@settings(max_examples=8, deadline=None)
@given(beta=between(0.05, 0.95), t=st.integers(1, 4))
def test_the_variance_of_the_average(beta: Fraction, t: int) -> None:
    assert holds_with("delta.variance", {"beta": beta, "t": Fraction(t)}, polynomial)


OF_TWO = ["remark.divergence.root", "remark.divergence.mean", "remark.divergence.finite"]


@pytest.mark.parametrize("identifier", OF_TWO)
def test_the_moments_of_two(identifier: str) -> None:
    assert holds_with(identifier, {}, radial(0, 2))


@given(epsilon=between(0.01, 0.99))
def test_the_inverse_of_two_squares_has_more_than_any_mean(epsilon: Fraction) -> None:
    """Cut off at d, where g₀² + g₁² < d, it has the mean E₁(d/2)/2 ≥ (−γ − log(d/2))/2."""
    cut_off = 2 * mpmath.exp(-1 / (2 * mpmath.mpf(float(epsilon))) - mpmath.euler)
    assert mpmath.e1(cut_off / 2) / 2 >= 1 / (4 * float(epsilon))
