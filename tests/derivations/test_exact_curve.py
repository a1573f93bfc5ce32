from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import exact_curve
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.exact_values import (
    by_quadrature,
    check,
    decay,
    late_steps,
    two_terms,
    variance,
)
from tests.derivations.meaning import between, decimal

OURS = [name for name in by_id(in_module(exact_curve)) if not by_quadrature(name)]


@pytest.mark.parametrize("identifier", OURS)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, late_steps())


@settings(max_examples=4, deadline=None)
@given(tau=between(0.01, 4), later=st.integers(1, 2000))
def test_the_variances_of_a_curve_are_within_the_bounds(tau: Fraction, later: int) -> None:
    step = 100 + int(100 * tau) + later
    beta = decay(tau, step)
    gap, heaviest = decimal(1 - beta), decimal((1 + tau) / step)
    sides = (
        (variance(beta, step), two_terms(1 - gap, (1 - gap) ** step), heaviest),
        (variance(beta, "inf"), two_terms(1 - gap, Fraction(0)), gap),
    )
    for value, terms, most in sides:
        assert value > 0
        assert abs(value - decimal(terms)) <= 760 * most**3
