from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import integrals
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check


@st.composite
def values(draw: Any) -> dict[str, Any]:
    order, more = draw(between(0.25, 8)), draw(between(0.5, 8))
    return {"a": order, "n": 2 * order + more, "p": 1 + more}


@pytest.mark.parametrize("identifier", by_id(in_module(integrals)))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())
