from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sympy import Basic

from derivations import adaptive_rate
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import (
    DIGITS,
    World,
    between,
    check,
    decimal,
    gamma_function,
    half_line,
    transform,
)
from tests.derivations.normals import holds_with, is_random, of_three, power_of
from tests.derivations.weights import described, even

OURS = by_id(in_module(adaptive_rate))


@st.composite
def values(draw: Any) -> dict[str, Any]:
    terms = draw(st.lists(between(-3, 3), min_size=8, max_size=8))
    index, step = (Fraction(draw(st.integers(least, 7))) for least in (-7, 1))
    drawn = {"beta": draw(between(0.6, 0.99)), "t": step, "s": draw(between(0.01, 30))}
    return {**drawn, "i": index, "r": abs(index) + 1, "X": terms.__getitem__}


@pytest.mark.parametrize("identifier", [name for name in OURS if not is_random(name)])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, of_late_steps() if identifier == "delta.leading.size" else values())


@st.composite
def of_late_steps(draw: Any) -> dict[str, Any]:
    """Where the newest has a sixteenth of the weight at most."""
    return {"beta": draw(between(0.96, 0.995)), "t": Fraction(draw(st.integers(30, 60)))}


@settings(max_examples=4, deadline=None)
@given(sizes=even(4, 3))
def test_the_variance_of_three_is_a_mean_over_the_sphere(sizes: list[Fraction]) -> None:
    values = described(sizes)
    with localcontext(prec=DIGITS):
        known = of_three([values["w"](index) for index in (1, 2, 3)])
    assert holds_with("exact.variance", values, lambda *term: known[power_of(*term)])


@pytest.mark.parametrize("identifier", ["exact.moments.ewma", "exact.variance.ewma"])
@settings(max_examples=4, deadline=None)
@given(beta=between(0.5, 0.95), p=st.sampled_from([Fraction(1), Fraction(1, 2)]))
def test_so_is_that_of_an_average_at_the_third_step(
    identifier: str, beta: Fraction, p: Fraction
) -> None:
    weights = described([beta**age for age in range(3)])["w"]
    with localcontext(prec=DIGITS):
        known = of_three([weights(index) for index in (1, 2, 3)])
    values = {"beta": beta, "t": Fraction(3), "p": p}
    assert holds_with(identifier, values, lambda *term: known[power_of(*term)])


@pytest.mark.parametrize("identifier", ["delta.leading.ewma_above", "delta.leading.ewma_below"])
@settings(max_examples=3, deadline=None)
@given(late=of_late_steps())
def test_the_bounds_of_an_average(identifier: str, late: dict[str, Any]) -> None:
    weights = described([late["beta"] ** age for age in range(int(late["t"]))])["w"]
    known = [decimal(weights(index)) for index in range(int(late["t"]) + 1)]

    def mean(inner: Basic, world: World) -> Decimal:
        p = -power_of(inner, world)
        averaged = half_line(
            lambda u: transform(known.__getitem__, late["t"], u) * u ** (decimal(p) - 1)
        )
        return averaged / decimal(gamma_function(p))

    assert holds_with(identifier, late, mean)
