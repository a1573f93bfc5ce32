from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import limits
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check

FAR = 10**14


@st.composite
def values(draw: Any) -> dict[str, Any]:
    """Sequences that go to A, B and G from above, and one that goes to 1 as they want it."""
    low, high, shift = draw(between(-3, 3)), draw(between(0, 3)), Fraction(draw(st.integers(1, 9)))
    numbers = {"A": low, "B": abs(low) + high + 1, "G": high, "s": shift}
    away = draw(between(0, 1))
    return {
        **numbers,
        "a": lambda index: low + away / index**2,
        "b": lambda index: numbers["B"] + away / index**2,
        "d": lambda index: high + away / index**2,
        "x": lambda index: (1 + low / (2 * (index + shift))) ** 2 + away / index**4,
    }


@pytest.mark.parametrize("identifier", by_id(in_module(limits)))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(), FAR)
