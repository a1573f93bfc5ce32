from decimal import localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import matched_error
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.chi_law import check, exact_factor, factor, last_size
from tests.derivations.meaning import DIGITS, between, decimal, inverse_variance, sample_size
from tests.derivations.test_infinite_error import is_about_few, of_few
from tests.derivations.weights import described

OURS = by_id(in_module(matched_error))
WRITTEN_OUT = "matched.error.now_positive"  # its integrals, of 120 factors, are slow as they stand


@st.composite
def of_sizes(draw: Any) -> dict[str, Any]:
    """A decay, a step and a sample size below the last."""
    beta = draw(between(0.3, 0.99))
    rho = 1 + draw(between(0, 1)) * (last_size(beta) - 1)
    return {"beta": beta, "rho": rho, "t": Fraction(draw(st.integers(1, 9)))}


@pytest.mark.parametrize("identifier", [name for name in OURS if name != WRITTEN_OUT])
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, of_few() if is_about_few(identifier) else of_sizes())


def test_the_variance_written_out_is_positive() -> None:
    drawn = described([Fraction(97, 100) ** age for age in range(120)])
    with localcontext(prec=DIGITS):
        assert inverse_variance(drawn["w"], drawn["t"]) > 0


@pytest.mark.parametrize("steps", [40, 130, 600])
def test_the_leading_term_is_the_matched_factors_error_and_the_skewed_has_none(steps: int) -> None:
    beta, t = Fraction(995, 1000), Fraction(steps)
    with localcontext(prec=DIGITS):
        last, size = last_size(beta), sample_size(beta, t)
        shift = 3 * ((last - 1 / last) - (size - 1 / size)) / (3 * last**2 + 1)
        ratios = [
            decimal(factor(beta, size, kind)) / exact_factor(beta, t) for kind in (False, True)
        ]
        matched, skewed = (ratio - 1 for ratio in ratios)
        assert abs(matched - decimal(shift)) < decimal(shift) / 50
        assert abs(skewed) < decimal(2 / last**2)
