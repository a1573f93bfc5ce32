from decimal import localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import late_mixture
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import DIGITS, between, check, decimal, transform, transform_limit

OURS = by_id(in_module(late_mixture))


@st.composite
def values(draw: Any) -> dict[str, Any]:
    place, rank, more = (Fraction(draw(st.integers(1, 7))) for _ in "irn")
    step = Fraction(draw(st.integers(7, 9)))
    numbers = {"s": draw(between(0.01, 30)), "beta": draw(between(0.1, 0.6))}
    return {**numbers, "t": step, "i": place, "r": rank, "n": more}


@pytest.mark.parametrize("identifier", OURS)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(), far=80)


@settings(max_examples=4, deadline=None)
@given(beta=between(0.1, 0.9), s=between(0.01, 100), t=st.integers(1, 9))
def test_the_limit_is_a_mixture_of_a_step_and_of_itself(
    beta: Fraction, s: Fraction, t: int
) -> None:
    """v_∞ = (1 − β^t)·v_t + β^t·v'_∞: the transforms of independent variables multiply."""
    left = beta**t
    with localcontext(prec=DIGITS):
        now = transform(
            lambda i: beta ** (i - 1) * (1 - beta) / (1 - left), Fraction(t), (1 - left) * s
        )
        whole = transform_limit(beta, s)
        assert abs(whole - now * transform_limit(beta, left * s)) < decimal(Fraction(1, 10**40))
