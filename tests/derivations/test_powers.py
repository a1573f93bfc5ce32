import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import derivations
from tests.derivations.meaning import check

OURS = [
    identifier for identifier in derivations.theorems if identifier.startswith(("power.", "root."))
]


@pytest.mark.parametrize("identifier", OURS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data)
