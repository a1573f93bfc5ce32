"""The factor without Γ: how sharp its bounds are, and that no number does as well as 7/4."""

from fractions import Fraction
from typing import Any

import pytest
from flint import fmpq
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sympy import Integer, Rational, Symbol, cancel

import derivations
from derivations import rational
from derivations.chi import rho
from derivations.notation import beta, ess, ess_limit, liu_length, liu_rectification, t
from derivations.rational import approximated
from radam_sym.kernel.terms import variables
from radam_sym.proof.derivation import proved
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.chi_law import approximation, check, factor, rational_factor
from tests.derivations.meaning import between, chi_variance, decimal, sample_size
from tests.derivations.power_series import laurent

FAR = 10**15  # where 1/ρ is less than the tolerance
u = Symbol("u", real=True)


@st.composite
def values(draw: Any) -> dict[str, Any]:
    drawn = {"beta": draw(between(0.4, 0.99)), "t": Fraction(draw(st.integers(3, 9)))}
    drawn["rho"] = draw(between(2.1, 9))
    return drawn | {"sigma": drawn["rho"] + draw(between(0.1, 9)), "c": draw(between(-5, 5))}


@pytest.mark.parametrize("identifier", by_id(in_module(rational)))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(), FAR)


def excess(n: Fraction) -> float:
    """f(n)/F(n) − 1."""
    return float(decimal(approximation(n)) / chi_variance(n) - 1)


def test_the_bound_is_the_excess_at_two_and_four_thirds_of_it_far_out() -> None:
    assert excess(2 + Fraction(1, 10**9)) == pytest.approx(1, abs=1e-8)
    assert excess(Fraction(10**6)) * 10**12 == pytest.approx(3 / 16, abs=1e-5)


@given(st.fractions(2, 60, max_denominator=10**4))
def test_in_between_it_is_never_off_by_more(n: Fraction) -> None:
    assume(n > 2)
    assert 0.75 < excess(n) * float(2 * n - 3) ** 2 < 1


@pytest.mark.parametrize("t", [3, 4, 5, 10])
def test_it_is_as_near_as_is_told_when_beta_is_near_to_one(t: int) -> None:
    beta = 1 - Fraction(1, 10**6)
    size = sample_size(beta, Fraction(t))
    off = float(decimal(rational_factor(beta, size)) / decimal(factor(beta, size, False)) - 1)
    told = {3: 0.05, 4: 0.02, 5: 0.01, 10: 0.002}[t]
    assert -told < off < -0.4 * told


def series_of(c: Rational) -> list[fmpq]:
    """The expansion of n/(2(n−2)(n−c)) in 1/n."""
    other = (rho / (2 * (rho - 2) * (rho - c))).xreplace({rho: 1 / u})
    return list(laurent(other, u, {}).shifted(0).coeffs()[:4])


@given(st.fractions(-9, 9, max_denominator=99))
def test_its_expansion_is_the_variances_for_one_number_only(c: Fraction) -> None:
    expansion = series_of(Rational(c.numerator, c.denominator))
    assert expansion[:2] == [0, fmpq(1, 2)]
    assert (expansion[2] == fmpq(15, 8)) == (c == Fraction(7, 4))
    assert series_of(Rational(7, 4)) == [0, fmpq(1, 2), fmpq(15, 8), fmpq(169, 32)]
    assert cancel(approximated(rho) - rho / (2 * (rho - 2) * (rho - Rational(7, 4)))) == 0


def test_it_is_lius_formula_with_other_numbers() -> None:
    n, last = Symbol("n"), Symbol("N")
    shown = {ess(beta, t): n, liu_length(beta, t): n, ess_limit(beta): last}
    theirs = liu_rectification.body.base.xreplace(shown)
    ours = rational.rational.body.base.xreplace(shown)
    assert cancel(theirs.xreplace({Integer(-4): -Rational(7, 4)}) - ours) == 0
    assert cancel(theirs - ours) != 0


@pytest.mark.parametrize("what", ["positive", "below_one", "increasing"])
def test_the_theorems_on_it_are_of_the_same_kind_as_the_matched_ones(what: str) -> None:
    ours, theirs = (
        proved(derivations.theorems[f"{name}.{what}"]).statement for name in ("rational", "matched")
    )
    assert ours.hypotheses == theirs.hypotheses
    assert str(ours.conclusion) == str(theirs.conclusion).replace("matched", "rational")
    assert {v.name for v in variables(ours.conclusion)} == {"beta", "t"}
