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

SHARES = st.sampled_from([Fraction(0), Fraction(1)]) | between(0, 1)

OURS = by_id(in_module(matched_error))
WRITTEN_OUT = "matched.error.now_positive"  # its integrals, of 120 factors, are slow as they stand


@st.composite
def values(draw: Any) -> dict[str, Any]:
    """Two variances beside those of their laws, as near as the bounds ask for or less."""
    y = draw(st.just(Fraction(1, 63)) | between(0.001, 0.015))
    rho = draw(between(1, 60))
    sigma = rho + draw(between(0, 60))
    D, least = draw(SHARES) * min(y**2 / 3, y / (3 * sigma)), draw(SHARES)
    E = D * rho / sigma + least * (min(y**2 / 3, y / (3 * sigma)) - D * rho / sigma)
    F, f = (1 / (2 * at) + draw(SHARES) * 3 / at**2 for at in (rho, sigma))
    e, d = (draw(SHARES) * 501 * y**2 / at for at in (rho, sigma))
    drawn = {"y": y, "rho": rho, "sigma": sigma, "D": D, "E": E, "F": F, "f": f, "e": e, "d": d}
    drawn |= {"V": F - 3 * D + draw(between(-1, 1)) * e, "v": f - 3 * E + draw(between(-1, 1)) * d}
    drawn |= {"g": 6 * rho * D, "h": 6 * sigma * E, "beta": draw(between(0.3, 0.99))}
    drawn |= {name: draw(between(0.1, 3)) for name in "abk"}
    return drawn | {"t": Fraction(draw(st.integers(1, 9)))}


@st.composite
def of_sizes(draw: Any) -> dict[str, Any]:
    """A decay, a step and a sample size below the last."""
    beta = draw(between(0.3, 0.99))
    rho = 1 + draw(SHARES) * (last_size(beta) - 1)
    return {"beta": beta, "rho": rho, "t": Fraction(draw(st.integers(1, 9)))}


def strategy(identifier: str) -> st.SearchStrategy[dict[str, Any]]:
    if is_about_few(identifier):
        return of_few()
    of_sample = ("corrected_least", "corrected_most", "plain_least", "shift", "shift_most")
    return of_sizes() if identifier.rpartition(".")[2] in of_sample else values()


@pytest.mark.parametrize("identifier", [name for name in OURS if name != WRITTEN_OUT])
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, strategy(identifier))


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
