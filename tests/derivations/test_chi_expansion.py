"""The expansions once more, over ℚ: K(c+1)/K(c) determines K's coefficients in 1/c."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest
from flint import fmpq, fmpq_series
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sympy import Limit, Symbol

import derivations
from derivations import chi_expansion
from derivations.chi_expansion import REMAINDER, first_order
from derivations.gamma_bounds import least, most
from radam_sym.kernel.formulas import Relation
from radam_sym.proof.derivation import proved
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import between, check
from tests.derivations.power_series import laurent, rational

FAR = 10**15  # where 1/ρ is less than the tolerance
TERMS = 8
u = Symbol("u", real=True)


@st.composite
def values(draw: Any) -> dict[str, Any]:
    return {"rho": draw(between(0.5, 1) | between(2.5, 3) | between(4.5, 10))}


@pytest.mark.parametrize("identifier", by_id(in_module(chi_expansion)))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(), FAR)


def powers_of(coefficients: Sequence[fmpq | int]) -> fmpq_series:
    return fmpq_series([fmpq(c) for c in coefficients], prec=TERMS)


NEXT = powers_of([0, 1]) / powers_of([1, 1])  # 1/(c+1), as a series in 1/c


@cache
def ratio() -> fmpq_series:
    """K(c) in powers of x = 1/c: the series that begins with 1 and satisfies
    (1−x)K(x/(1+x)) = (1−x/2)²K(x).
    """
    known = [fmpq(1)]
    while len(known) < TERMS - 1:
        series = powers_of([*known, fmpq(0)])
        rest = powers_of([1, -1]) * series(NEXT) - powers_of([1, fmpq(-1, 2)]) ** 2 * series
        order = len(known)
        assert all(rest[k] == 0 for k in range(order + 1))
        known.append(rest[order + 1] / order)
    return fmpq_series(known, prec=TERMS - 1)


def in_rho(series: fmpq_series) -> fmpq_series:
    """In powers of 1/ρ, for c = ρ/2."""
    return series(fmpq_series([0, 2], prec=TERMS - 1))


def test_the_models_variance() -> None:
    varied = (1 - in_rho(ratio())) / fmpq_series([1, -2], prec=TERMS - 1)
    assert varied.coeffs()[:4] == [0, fmpq(1, 2), fmpq(15, 8), fmpq(83, 16)]
    assert 0 < varied[4] < REMAINDER


def test_the_variance_of_the_root() -> None:
    varied = 1 - in_rho(ratio()(fmpq_series(NEXT.coeffs(), prec=TERMS - 1)))
    assert varied.coeffs()[:3] == [0, fmpq(1, 2), fmpq(-1, 8)]
    assert -1 < varied[3] < 0


@pytest.mark.parametrize(("bound", "agrees"), [(least, 4), (most, 6)])
def test_the_bounds_of_the_ratio(bound: Any, agrees: int) -> None:
    [c] = bound.parameters
    series = laurent(bound.body.xreplace({c: 1 / u}), u, {}).shifted(0)
    same = [series[k] == ratio()[k] for k in range(TERMS - 1)]
    assert same == [k < agrees for k in range(TERMS - 1)]


def test_the_first_order() -> None:
    [rho] = first_order.parameters
    series = laurent(first_order.body.xreplace({rho: 1 / u}), u, {}).shifted(0)
    assert series.coeffs()[:3] == [0, fmpq(1, 2), 3]
    claim = proved(derivations.theorems["liu.first_order.expansion"]).statement.conclusion
    assert isinstance(claim, Relation)
    assert isinstance(claim.left, Limit)
    assert series[2] == rational(claim.right)
