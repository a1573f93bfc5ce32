from decimal import localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import derivations
from derivations import infinite_error
from radam_sym.proof.derivation import proved
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.chi_law import check, last_size, skewness, variance_in_the_end
from tests.derivations.meaning import DIGITS, between, chi_variance, decimal

OURS = by_id(in_module(infinite_error))


@st.composite
def values(draw: Any) -> dict[str, Any]:
    drawn = {"beta": draw(between(0.1, 0.9)), "rho": draw(between(1, 9))}
    return drawn | {"t": Fraction(draw(st.integers(1, 9))), "n": Fraction(draw(st.integers(1, 9)))}


@st.composite
def of_few(draw: Any) -> dict[str, Any]:
    """Decays and steps at which no weight exceeds 1/32."""
    beta = draw(st.sampled_from([Fraction(97, 100), Fraction(39, 40)]))
    t = Fraction(draw(st.integers(120, 140)))
    return {"beta": beta, "t": t, "n": Fraction(draw(st.integers(1, 9)))}


def is_about_few(identifier: str) -> bool:
    return "/32" in str(proved(derivations.theorems[identifier]).statement.hypotheses)


@pytest.mark.parametrize("identifier", OURS)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, of_few() if is_about_few(identifier) else values())


def test_the_last_variance_is_nearer_the_law_than_is_proved() -> None:
    """By a factor of ten or more: the constants are those of a proof."""
    beta = Fraction(39, 40)
    with localcontext(prec=DIGITS):
        last = last_size(beta)
        law = chi_variance(last) - decimal(3 * skewness(beta, last))
        assert 0 < abs(variance_in_the_end(beta) - law) < decimal(50 / last**3)
