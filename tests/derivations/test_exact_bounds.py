from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import exact_bounds
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.exact_values import by_quadrature, check, late_steps, two_terms
from tests.derivations.meaning import between, sample_size

BOUNDS = ["exact.last.bound_above", "exact.last.bound_below"]
ABOUT_TERMS = [name for name in by_id(in_module(exact_bounds)) if not by_quadrature(name)]


@pytest.mark.parametrize(
    "identifier",
    [name for name in ABOUT_TERMS if ".bound_above" not in name and ".bound_below" not in name],
)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, late_steps().map(lambda drawn: {**drawn, "n": drawn["s"]}))


@pytest.mark.parametrize("identifier", BOUNDS)
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_the_bounds_go_where_they_are_told_to(identifier: str, data: st.DataObject) -> None:
    fast: st.SearchStrategy[dict[str, Any]] = st.builds(
        dict, beta=between(0.1, 0.9), t=st.integers(1, 9).map(Fraction)
    )
    check(identifier, data, fast)


@settings(max_examples=20, deadline=None)
@given(beta=between(0.1, 0.99), t=st.integers(1, 20))
def test_the_two_terms_are_those_of_the_weights(beta: Fraction, t: int) -> None:
    total = sum(beta**k for k in range(t))
    squares, cubes = (sum((beta**j / total) ** k for j in range(t)) for k in (2, 3))
    assert squares == 1 / sample_size(beta, Fraction(t))
    assert two_terms(beta, beta**t) == squares / 2 - 3 * cubes + Fraction(39, 8) * squares**2
