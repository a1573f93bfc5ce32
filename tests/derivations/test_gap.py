import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import gap
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check

MOMENTS = between(0.001, 0.004) | between(0.01, 8) | between(8, 16)


@pytest.mark.parametrize("identifier", by_id(in_module(gap)))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, st.fixed_dictionaries({"tau": MOMENTS}))
