from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import exact_scaling
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.exact_values import check, decay, extrapolated, two_terms, variance
from tests.derivations.meaning import DIGITS, between, decimal, exponential, tangent

FAR = 10**14
LEMMAS = [name for name in by_id(in_module(exact_scaling)) if name != "exact.scaling"]


@st.composite
def values(draw: Any) -> dict[str, Any]:
    """A curve; V and W within their bounds of it; numbers in the place of y and z within theirs."""
    tau, shift = draw(between(0.1, 2)), Fraction(draw(st.integers(1, 9)))
    within = [draw(between(-0.5, 0.5)) for _ in "VW"]  # of 760τ³
    numbers = {name: draw(between(-1, 1)) for name in "KLBC"}
    numbers |= {name: draw(between(0.01, 1)) for name in "edfg"}
    numbers["y"] = numbers["B"] + draw(between(-1, 1)) * numbers["e"]
    numbers["z"] = numbers["C"] + draw(between(-1, 1)) * numbers["d"]

    def bounded(place: int, left: Decimal) -> Any:
        def at(index: int) -> Decimal:
            with localcontext(prec=DIGITS):
                step = index + shift
                terms = decimal(two_terms(exponential(-tau / step), left))
                return terms + decimal(within[place] / step**3)

        return at

    with localcontext(prec=DIGITS):
        left = exponential(-tau)
    return {
        **numbers,
        "tau": tau,
        "s": shift,
        "V": bounded(0, left),
        "W": bounded(1, Decimal(0)),
    }


@pytest.mark.parametrize("identifier", LEMMAS)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(), FAR)


@pytest.mark.parametrize("tau", [Fraction(1, 2), Fraction(2), Fraction(5)])
def test_the_square_of_the_exact_factor_goes_there(tau: Fraction) -> None:
    found = []
    for step in (500, 1000, 2000, 4000):
        beta = decay(tau, step)
        square = variance(beta, "inf") / variance(beta, step)
        found.append(step * (square - tangent(tau / 2)))
    T = tangent(tau / 2)
    told = -decimal(tau) * (1 - T) * (T + Decimal(15) / 8)
    assert abs(extrapolated(found) - told) < Decimal("1e-5") < abs(told)
