from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import positive_limit
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check

OURS = by_id(in_module(positive_limit))


@st.composite
def values(draw: Any) -> dict[str, Any]:
    numbers = {name: draw(between(0.01, 20)) for name in "xysuv"}
    return {**numbers, "beta": draw(between(0.1, 0.6))}


@pytest.mark.parametrize("identifier", OURS)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(), far=80)
