from decimal import localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from derivations import liu_model
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import DIGITS, between, check, chi_moment, length, sample_size
from tests.derivations.normals import holds_with, is_random, power_of

OURS = by_id(in_module(liu_model))
BETAS, STEPS = between(0.7, 0.99), st.integers(6, 12).map(Fraction)


@pytest.mark.parametrize("identifier", [name for name in OURS if not is_random(name)])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, st.fixed_dictionaries({"beta": BETAS, "t": STEPS}))


@pytest.mark.parametrize("identifier", [name for name in OURS if is_random(name)])
@settings(max_examples=4, deadline=None)
@given(beta=BETAS, t=STEPS)
def test_it_holds_in_the_model(identifier: str, beta: Fraction, t: Fraction) -> None:
    rho = Fraction(length(beta, t))
    assume(rho > Fraction(9, 2))
    values: dict[str, Any] = {"beta": beta, "t": t}
    assert holds_with(identifier, values, lambda *term: chi_moment(rho, power_of(*term)))


@settings(max_examples=4, deadline=None)
@given(beta=BETAS, t=STEPS)
def test_the_model_is_not_the_truth(beta: Fraction, t: Fraction) -> None:
    """E[v²] is 1 + 2/n_t, and 1 + 2/ρ_t in the model."""
    rho, size = Fraction(length(beta, t)), sample_size(beta, t)
    assert rho < size
    with localcontext(prec=DIGITS):
        assert Fraction(round(chi_moment(rho, Fraction(2)), 20)) > 1 + 2 / size
