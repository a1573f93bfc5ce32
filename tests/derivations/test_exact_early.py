from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import derivations
from derivations import exact_early
from radam_sym.proof.derivation import proved
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.exact_values import check, decay, extrapolated, two_terms, variance
from tests.derivations.meaning import (
    DIGITS,
    between,
    decimal,
    exponential,
    rectified,
    rectified_by_liu,
    world_of,
)

FAR = 10**14
STEPS = (200, 400, 800, 1600)
BY_SERIES = ["exact.early.last", "exact.early.simple_difference", "exact.early.liu_difference"]
OF_LENGTH = ["exact.early.liu_bound", "exact.early.liu_difference"]
ERRORS = ["exact.early_error.simple", "exact.early_error.liu", "exact.crossover"]
LEMMAS = [name for name in by_id(in_module(exact_early)) if name not in OF_LENGTH + ERRORS]


@st.composite
def values(draw: Any, identifier: str = "") -> dict[str, Any]:
    """A curve, with V and W within their bounds of it, or as their limits are told."""
    c, shift = draw(between(0.1, 1)), Fraction(draw(st.integers(220, 300)))
    numbers = {name: draw(between(0.01, 1)) for name in "AKfyz"}
    within = [draw(between(-0.5, 0.5)) for _ in "VW"]  # of 760c³

    def of_curve(index: int) -> Decimal:
        step = index + shift
        with localcontext(prec=DIGITS):
            left = exponential(-c / step)
            terms = decimal(two_terms(exponential(-c / step**2), left))
            return terms + decimal(within[0] / step**3)

    def at_the_end(index: int) -> Decimal:
        step = index + shift
        with localcontext(prec=DIGITS):
            terms = decimal(two_terms(exponential(-c / step**2), Decimal(0)))
            return terms + decimal(within[1] / step**6)

    told = {
        "P": lambda index: Fraction(2),
        "W": lambda index: c / (4 * (index + shift) ** 2),
        "V": lambda index: (
            c / (8 * (index + shift) ** 2) + numbers["A"] / (2 * (index + shift) ** 3)
        ),
    }
    sequences = {"V": of_curve, "W": at_the_end} if identifier in BY_SERIES else told
    return {**numbers, **sequences, "c": c, "tau": c, "s": shift}


@pytest.mark.parametrize("identifier", LEMMAS)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(identifier).map(lambda drawn: {**drawn, "n": Fraction(3)}), FAR)


@pytest.mark.parametrize("identifier", OF_LENGTH)
@settings(max_examples=1, deadline=None)
@given(data=st.data())
def test_what_has_lius_length_in_it_goes_there(identifier: str, data: st.DataObject) -> None:
    drawn = data.draw(values(BY_SERIES[-1])) | {"K": Fraction(0)}
    conclusion = proved(derivations.theorems[identifier]).statement.conclusion
    with localcontext(prec=DIGITS):
        found, told = [], decimal(world_of(drawn, 1).value(conclusion.right))
        for step in STEPS[1:]:
            world = world_of(drawn, step - int(drawn["s"]))
            found.append(decimal(world.value(conclusion.left)))
    assert abs(extrapolated(found) - told) < Decimal("0.03")


def off(kind: str, c: Fraction, step: int) -> Decimal:
    """t(r/r_exact − 1), at e^{−c/t²}."""
    beta = decay(c / step, step)
    exact = (variance(beta, "inf") / variance(beta, step)).sqrt()
    with localcontext(prec=DIGITS):
        factor: Any = rectified if kind == "simple" else rectified_by_liu
        return step * (decimal(factor(decimal(beta), Fraction(step))) / exact - 1)


@pytest.mark.parametrize("c", [Fraction(1), Fraction(9)])
def test_the_factors_are_off_by_what_is_told(c: Fraction) -> None:
    simple, liu = (extrapolated([off(kind, c, t) for t in STEPS]) for kind in ("simple", "liu"))
    crossing = -simple - liu
    told = (Fraction(15, 8), -Fraction(9, 8) - c / 12, c / 12 - Fraction(3, 4))
    for found, value in zip((simple, liu, crossing), told, strict=True):
        assert abs(found - decimal(value)) < Decimal("0.002")


def test_hiltons_becomes_the_closer_one_at_nine() -> None:
    """By so much that the next term, of order 1/t, does not hide it."""
    for c, liu_is_closer in ((Fraction(8), True), (Fraction(10), False)):
        simple, liu = (abs(off(kind, c, 1600)) for kind in ("simple", "liu"))
        assert (liu < simple) == liu_is_closer
