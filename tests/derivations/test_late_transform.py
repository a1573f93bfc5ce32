from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import mpmath
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import late_transform
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import DIGITS, between, check, special, transform_limit

OURS = by_id(in_module(late_transform))


@st.composite
def values(draw: Any) -> dict[str, Any]:
    index, step, more = (Fraction(draw(st.integers(1, 7))) for _ in "itk")
    numbers = {"x": draw(between(0.1, 3)), "c": draw(between(1, 4))}
    numbers |= {name: draw(between(0.01, 30)) for name in "su"}
    return {**numbers, "beta": draw(between(0.1, 0.6)), "t": step, "i": index, "k": more}


@pytest.mark.parametrize("identifier", OURS)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())


@settings(max_examples=8, deadline=None)
@given(beta=between(0.1, 0.9), s=between(0.01, 100))
def test_the_transform_in_the_end_is_a_q_pochhammer_symbol(beta: Fraction, s: Fraction) -> None:
    known = special(lambda b, at: 1 / mpmath.sqrt(mpmath.qp(-2 * (1 - b) * at, b)), beta, s)
    with localcontext(prec=DIGITS):
        assert abs(transform_limit(beta, s) - known) < Decimal("1e-40") * known
