from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import existence
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import DIGITS, between, check, transform
from tests.derivations.normals import is_random
from tests.derivations.weights import described, even

OURS = by_id(in_module(existence))


@st.composite
def values(draw: Any) -> dict[str, Any]:
    """Weights, the least of which is ω, or two positive numbers in order."""
    weights = described(draw(even(1, draw(st.integers(3, 6)))))
    smallest = min(weights["w"](index) for index in (1, 2, 3))
    x = draw(between(0.1, 3))
    at = {name: draw(between(0.01, 30)) for name in "su"}
    numbers = {**at, "epsilon": draw(between(0.26, 2)), "x": x}
    above = draw(st.lists(between(0, 3), min_size=8, max_size=8))
    return {
        **weights,
        **numbers,
        "omega": smallest,
        "y": x + draw(between(0, 2)),
        "r": Fraction(draw(st.integers(1, 3))),
        "b": lambda index: above[index - 1],
    }


@pytest.mark.parametrize("identifier", [name for name in OURS if not is_random(name)])
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())


def up_to(last: int, steps: int, weights: list[Fraction], order: Fraction) -> Decimal:
    """∫ s^{order−1}M(s) ds from 1 to 2^last, by the midpoint rule in log₂ s."""
    total, width = Decimal(0), Decimal(last) / steps
    for k in range(steps):
        s = Decimal(2) ** (width * (k + Decimal("0.5")))
        power = s if order == 1 else s.sqrt()
        total += power * transform(lambda index: weights[index - 1], Fraction(len(weights)), s)
    return total * width * Decimal(2).ln()


@pytest.mark.parametrize(
    ("terms", "order", "finite"),
    [
        (1, Fraction(1), False),
        (1, Fraction(1, 2), False),
        (2, Fraction(1), False),
        (2, Fraction(1, 2), True),
        (3, Fraction(1), True),
    ],
)
def test_an_integral_grows_without_bound_where_the_moment_is_infinite(
    terms: int, order: Fraction, finite: bool
) -> None:
    weights = [Fraction(k, terms * (terms + 1) // 2) for k in range(1, terms + 1)]
    with localcontext(prec=DIGITS):
        near, far = (up_to(last, 8 * last, weights, order) for last in (40, 80))
    assert (far - near < Decimal("0.001")) is finite
    assert (far - near > 5) is not finite
