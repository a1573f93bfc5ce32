from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import gamma_ratio
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check

FAR = 10**15  # where 1/m² is less than the tolerance


@st.composite
def values(draw: Any) -> dict[str, Any]:
    drawn = {name: draw(between(1.001, 40)) for name in "abc"}
    p, m = draw(between(0.001, 40)), Fraction(draw(st.integers(1, 30)))
    return {**drawn, "p": p, "m": m}


@pytest.mark.parametrize("identifier", by_id(in_module(gamma_ratio)))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(), FAR)
