from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import inverse_moments
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check
from tests.derivations.weights import described, some


@st.composite
def values(draw: Any) -> dict[str, Any]:
    p = draw(between(0.25, 4))
    u = draw(between(0.01, 30))
    return {**described(draw(some)), "p": p, "u": u}


@pytest.mark.parametrize("identifier", by_id(in_module(inverse_moments)))
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())
