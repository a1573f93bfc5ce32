from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import comparison
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check
from tests.derivations.weights import described, few


@st.composite
def values(draw: Any, least: float = 0) -> dict[str, Any]:
    numbers = {name: draw(between(-3, 3)) for name in ("alpha", "beta", "gamma", "m", "x", "y")}
    lower = draw(st.lists(between(-3, 3), min_size=8, max_size=8))
    above = draw(st.lists(between(least, 3), min_size=8, max_size=8))
    sequences = {
        "a": lambda index: lower[index - 1],
        "b": lambda index: lower[index - 1] + above[index - 1],
    }
    return {**numbers, **sequences, **described(draw(few)), "s": draw(between(0.01, 30))}


@pytest.mark.parametrize("identifier", by_id(in_module(comparison)))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(0.01 if "strict" in identifier else 0))
