from decimal import localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import infinite
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import (
    DIGITS,
    between,
    check,
    decimal,
    inverse_variance,
    variance_limit,
)
from tests.derivations.weights import described

OURS = by_id(in_module(infinite))
AT_THE_END = ["exact.infinite", "exact.infinite.inverse", "exact.infinite.root"]


@st.composite
def values(draw: Any) -> dict[str, Any]:
    step, more = (Fraction(draw(st.integers(least, 7))) for least in (1, 2))
    return {"u": draw(between(0.01, 30)), "beta": draw(between(0.1, 0.6)), "t": step, "k": more}


@pytest.mark.parametrize("identifier", [name for name in OURS if name not in AT_THE_END])
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())


@pytest.mark.parametrize("beta", [Fraction(1, 5), Fraction(1, 2)])
def test_the_variance_is_near_its_limit_after_many_steps(beta: Fraction) -> None:
    with localcontext(prec=DIGITS):
        limit = variance_limit(beta)
        gaps = []
        for steps in (10, 20):
            weights = described([beta**age for age in range(steps)])
            gaps.append(abs(inverse_variance(weights["w"], weights["t"]) - limit))
        assert 0 < gaps[1] < 2 * decimal(beta**10) * gaps[0] < limit / 100
