from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import derivations
from derivations import matched
from radam_sym.kernel.terms import variables
from radam_sym.proof.derivation import proved
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.chi_law import check, last_size, skewness
from tests.derivations.meaning import between, sample_size


@st.composite
def values(draw: Any) -> dict[str, Any]:
    drawn = {"beta": draw(between(0.05, 0.99)), "t": Fraction(draw(st.integers(1, 9)))}
    drawn["rho"] = draw(between(2.1, 9))
    drawn["sigma"] = drawn["rho"] + draw(between(0.1, 9))
    drawn["a"] = draw(between(0.1, 3))
    drawn["c"] = drawn["a"] + draw(between(0.1, 3))
    return drawn | {"b": drawn["c"] + draw(between(0.1, 3))}


@pytest.mark.parametrize("identifier", by_id(in_module(matched)))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())


@given(st.fractions(0, 1, max_denominator=50), st.integers(1, 12))
def test_the_third_cumulants_differ_by_what_is_told(beta: Fraction, t: int) -> None:
    assume(0 < beta < 1)
    total = sum(beta**k for k in range(t))
    weights = [beta**k / total for k in range(t)]
    excess = sum(w**3 for w in weights) - sum(w**2 for w in weights) ** 2
    size = sample_size(beta, Fraction(t))
    assert excess == (1 - 1 / size**2) / (3 * last_size(beta) ** 2 + 1)
    assert excess == skewness(beta, size)


@given(st.fractions(0, 1, max_denominator=1000))
def test_the_third_sample_size_passes_two_where_a_quadratic_is_positive(beta: Fraction) -> None:
    """Whose root in (0, 1) is (3 − √5)/2."""
    assume(0 < beta < 1)
    opened = sample_size(beta, Fraction(3)) > 2
    assert opened == (3 * beta - 1 - beta**2 > 0) == ((3 - 2 * beta) ** 2 < 5)


@pytest.mark.parametrize("name", ["matched", "skewed"])
def test_the_theorems_on_both_factors_are_of_the_same_kind(name: str) -> None:
    for what in ("positive", "below_one", "increasing"):
        statement = proved(derivations.theorems[f"{name}.{what}"]).statement
        assert f"r_{name}" in str(statement.conclusion)
        assert {v.name for v in variables(statement.conclusion)} == {"beta", "t"}
