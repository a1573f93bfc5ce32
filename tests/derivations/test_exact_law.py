from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import mpmath
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from derivations import exact_law
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import (
    DIGITS,
    between,
    check,
    decimal,
    half_line,
    inverse_variance,
    transform,
)
from tests.derivations.normals import holds_with, is_random, of_pairs, radial
from tests.derivations.weights import described, even

OURS = by_id(in_module(exact_law))
POSITIVE = between(0.05, 5)
PAIRS = st.lists(st.integers(1, 9).map(Fraction), min_size=2, max_size=4, unique=True)


@pytest.mark.parametrize("identifier", [name for name in OURS if not is_random(name)])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, st.fixed_dictionaries({"c": POSITIVE, "s": POSITIVE}))


@pytest.mark.parametrize("identifier", ["exact.laplace.one", "exact.laplace.one_square"])
@settings(max_examples=4, deadline=None)
@given(s=POSITIVE, m=st.integers(-5, 5))
def test_the_transform_of_one_square(identifier: str, s: Fraction, m: int) -> None:
    assert holds_with(identifier, {"s": s, "m": Fraction(m)}, radial(m, 1))


@settings(max_examples=8, deadline=None)
@given(sizes=even(1, 2), s=between(0.05, 2))
def test_the_transform_of_two_is_a_mean_over_the_circle(sizes: list[Fraction], s: Fraction) -> None:
    values, points = {**described(sizes), "s": s}, 256
    with localcontext(prec=DIGITS), mpmath.workdps(DIGITS):
        a, b = (mpmath.mpf(str(decimal(2 * s * values["w"](index)))) for index in (1, 2))
        angles = [2 * mpmath.pi * k / points for k in range(points)]
        along = [a * mpmath.cos(at) ** 2 + b * mpmath.sin(at) ** 2 for at in angles]
        mean = mpmath.fsum(1 / (1 + square) for square in along) / points
        known = Decimal(mpmath.nstr(mean, DIGITS))
    assert holds_with("exact.laplace", values, lambda *_: known)


def paired(sizes: list[Fraction]) -> tuple[dict[str, Any], list[Fraction]]:
    """The weights, each twice, and each once."""
    values = described([size for size in sizes for _ in "ab"])
    return values, [values["w"](index) for index in range(1, 2 * len(sizes), 2)]


@settings(max_examples=6, deadline=None)
@given(sizes=PAIRS, p=st.just(Fraction(1)) | between(0.25, 1.75))
def test_the_moments_where_each_weight_stands_twice(sizes: list[Fraction], p: Fraction) -> None:
    assume(p < len(sizes) - Fraction(1, 4))
    values, weights = paired(sizes)
    with localcontext(prec=DIGITS):
        averaged = half_line(
            lambda u: transform(values["w"], values["t"], u) * u ** (decimal(p) - 1)
        )
        known = of_pairs(weights, p)
        other = known + Decimal("1e-20")
    told = {**values, "p": p, "A": averaged}
    assert holds_with("exact.moments", told, lambda *_: known)
    assert not holds_with("exact.moments", told, lambda *_: other)


@settings(max_examples=4, deadline=None)
@given(sizes=PAIRS)
def test_the_variance_where_each_weight_stands_twice(sizes: list[Fraction]) -> None:
    values, weights = paired(sizes)
    with localcontext(prec=DIGITS):
        inverse, root = (of_pairs(weights, Fraction(p)) for p in (1, "1/2"))
        found = inverse_variance(values["w"], values["t"])
        assert abs(found - (inverse - root**2)) < Decimal("1e-25")
