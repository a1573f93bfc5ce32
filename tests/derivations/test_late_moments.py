from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import late_moments
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check

OURS = by_id(in_module(late_moments))
ORDERS = st.sampled_from([Fraction(1, 2), Fraction(1), Fraction(5, 4)])


@st.composite
def values(draw: Any) -> dict[str, Any]:
    step, order = Fraction(draw(st.integers(7, 9))), draw(ORDERS)
    numbers = {name: draw(between(0.01, 3)) for name in ("u", "omega")}
    return {**numbers, "beta": draw(between(0.3, 0.7)), "p": order, "t": step}


@pytest.mark.parametrize("identifier", OURS)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())
