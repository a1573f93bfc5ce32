from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import chi
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check


@st.composite
def values(draw: Any) -> dict[str, Any]:
    rho = draw(between(0.5, 1) | between(2.5, 3) | between(4.5, 10))
    p = draw(between(0.25, 6)) - rho / 2
    return {"rho": rho, "sigma": rho + draw(between(0.01, 10)), "p": p}


@pytest.mark.parametrize("identifier", by_id(in_module(chi)))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())
