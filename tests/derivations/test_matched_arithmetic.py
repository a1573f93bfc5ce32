from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import matched_arithmetic
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check

SHARES = st.sampled_from([Fraction(0), Fraction(1)]) | between(0, 1)


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
    drawn |= {"g": 6 * rho * D, "h": 6 * sigma * E}
    return drawn | {name: draw(between(0.1, 3)) for name in "abk"}


@pytest.mark.parametrize("identifier", by_id(in_module(matched_arithmetic)))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())
