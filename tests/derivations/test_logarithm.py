from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import logarithm
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check


@st.composite
def values(draw: Any) -> dict[str, Any]:
    y, z, u = (draw(between(0.001, 9)) for _ in "yzu")
    return {"y": y, "z": z, "u": u, "q": max(y, z) + draw(st.sampled_from([0, 1]))}


@pytest.mark.parametrize("identifier", by_id(in_module(logarithm)))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())
