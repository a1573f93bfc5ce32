from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import mpmath
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import delta
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import DIGITS, between, check, chi_variance, inverse_variance
from tests.derivations.weights import described, is_about_weights, many

OURS = by_id(in_module(delta))
CUSTOMARY = Fraction(999, 1000)


@st.composite
def numbers(draw: Any) -> dict[str, Any]:
    beyond = between(2.5, 7) | between(7.5, 8) | between(8.5, 100)  # not where a tail is heavy
    return {"n": draw(st.just(Fraction(16)) | beyond)}


@pytest.mark.parametrize("identifier", OURS)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, many.map(described) if is_about_weights(identifier) else numbers())


def test_the_variance_at_the_tenth_step_of_the_customary_decay() -> None:
    weights = described([CUSTOMARY**age for age in range(10)])
    with localcontext(prec=DIGITS):
        found = inverse_variance(weights["w"], weights["t"])
    assert round(found, 20) == Decimal("0.07554646737738967951")


def logistic(order: int, at: Any) -> Any:
    """The derivative of log(1 + e^y) of an order, in terms of the first."""
    polynomial = [0, 1]
    for _ in range(order - 1):
        slopes = [k * a for k, a in enumerate(polynomial)]  # p(1−p)·dq/dp
        polynomial = [a - b for a, b in zip([*slopes, 0], [0, *slopes], strict=True)]
    return mpmath.polyval(polynomial[::-1], at)


def log_of_product(z: Any, rate: Any) -> Any:
    """Σ log(1 + ze^(−kλ)) over all k ≥ 0, by Euler and Maclaurin."""
    at = z / (1 + z)
    whole = -mpmath.polylog(2, -z) / rate + mpmath.log1p(z) / 2
    corrections = (
        mpmath.bernoulli(2 * j)
        / mpmath.factorial(2 * j)
        * rate ** (2 * j - 1)
        * logistic(2 * j - 1, at)
        for j in range(1, 5)
    )
    return whole + sum(corrections)


def test_the_variance_in_the_end_of_the_customary_decay_is_within_the_bounds() -> None:
    with mpmath.workdps(30):
        beta = mpmath.mpf(999) / 1000
        rate, step = -mpmath.log(beta), mpmath.mpf(1) / 16
        nodes = [step * k for k in range(-16 * 110, 16 * 12)]
        logs = [log_of_product(2 * (1 - beta) * mpmath.exp(y), rate) for y in nodes]
        first, root = (
            step * sum(mpmath.exp(a * y - m / 2) for y, m in zip(nodes, logs, strict=True))
            for a in (1, mpmath.mpf(1) / 2)
        )
        found = first - root**2 / mpmath.pi
        shown = Fraction(mpmath.nstr(found, 25))
    assert abs(shown - Fraction("0.00025034416956208810")) < Fraction(1, 10**20)
    length, size = (1 + CUSTOMARY) / (1 - CUSTOMARY), 1 - CUSTOMARY
    with localcontext(prec=DIGITS):
        assert abs(2 * length * shown - 1) < 80 * size
        cubes = size**3 / (1 - CUSTOMARY**3)
        excess = cubes - 1 / length**2
        second = chi_variance(length) - Decimal(3 * excess.numerator) / excess.denominator
        assert abs(shown - Fraction(second)) < 750 * size * excess
