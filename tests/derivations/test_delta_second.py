from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import delta_second
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check
from tests.derivations.weights import described, is_about_weights, many

SHARES = between(0, 1)


@st.composite
def numbers(draw: Any) -> dict[str, Any]:
    """n from 32 on, and what D and δ may be there; and those that the arithmetic is about."""
    n = draw(st.just(Fraction(32)) | between(14.5, 200))
    delta = draw(st.just(1 / n) | between(0.001, 0.1))
    D = draw(SHARES) * delta / n
    share = [draw(st.sampled_from([Fraction(0), Fraction(1)]) | SHARES) for _ in range(3)]
    bounds = {
        "f": draw(between(-1, 1)),
        "A": 1 + share[0] / 15,
        "x": D * (Fraction(5, 2) + share[1] * Fraction(17, 10)),
        "y": share[2] * 119 * delta * D,
        "Q": 1 + 33 * delta - draw(SHARES),
    }
    return {"n": n, "delta": delta, "D": D, **bounds}


@pytest.mark.parametrize("identifier", by_id(in_module(delta_second)))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, many.map(described) if is_about_weights(identifier) else numbers())
