from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import gamma_bounds
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import DIGITS, between, check, convergent, decimal, gamma_ratio

FAR = 10**15  # where 1/m² is less than the tolerance
BEYOND_ONE = between(1.001, 40)


@st.composite
def values(draw: Any) -> dict[str, Any]:
    m, k = (Fraction(draw(st.integers(least, 30))) for least in (1, -30))
    return {"c": draw(BEYOND_ONE), "m": m, "k": k, "y": draw(between(-9, 9))}


@pytest.mark.parametrize("identifier", by_id(in_module(gamma_bounds)))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(), FAR)


@settings(max_examples=8, deadline=None)
@given(c=BEYOND_ONE)
def test_the_convergents_enclose_the_ratio_ever_more_closely(c: Fraction) -> None:
    with localcontext(prec=DIGITS):
        apart = [decimal(convergent(c, depth)) - gamma_ratio(c) for depth in range(8)]
    assert all(error > 0 for error in apart[::2])
    assert all(error < 0 for error in apart[1::2])
    assert sorted(apart, key=abs, reverse=True) == apart


def test_the_bounds_agree_up_to_the_fourth_order() -> None:
    with localcontext(prec=DIGITS):
        far = [Fraction(10**6), Fraction(10**7)]
        gaps = [decimal((convergent(c, 1) - convergent(c, 2)) * c**4) for c in far]
    assert abs(gaps[1] / gaps[0] - 1) < Decimal("1e-5")
