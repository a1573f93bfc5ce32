from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from derivations import computing, computing_chi, computing_matched, computing_rational
from radam_sym.generated.closed_forms import ess_limit_over_two, r_rational_at
from radam_sym.proof import Program
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.chi_law import check
from tests.derivations.meaning import between
from tests.derivations.test_computing import refused_with_other_values

OWN = {p.definition.name: p for p in vars(computing_rational).values() if isinstance(p, Program)}
ALL = {
    p.definition.name: p
    for module in (computing, computing_chi, computing_matched, computing_rational)
    for p in vars(module).values()
    if isinstance(p, Program)
}


@st.composite
def values(draw: Any) -> dict[str, Any]:
    beta, t = draw(between(0.35, 0.99)), Fraction(draw(st.integers(1, 9)))
    over = (1 + beta) / (1 - beta) - 2
    return {"beta": beta, "t": t, "s": over * draw(between(0.1, 1))}


@pytest.mark.parametrize("identifier", by_id(in_module(computing_rational)))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())


@pytest.mark.parametrize("name", OWN)
def test_every_program_is_proved_to_compute_its_formula(name: str) -> None:
    OWN[name].check(ALL.values())


@pytest.mark.parametrize("name", OWN)
def test_no_other_value_would_do(name: str) -> None:
    refused_with_other_values(OWN[name], ALL.values())


def test_it_is_computed_only_where_its_sample_size_is_more_than_two() -> None:
    assert not OWN["r_rational"].is_total
    [piece] = OWN["r_rational"].pieces
    assert [str(condition) for condition in piece.where] == ["0 < excess"]


@given(st.floats(0.334, 1 - 2.0**-50))
def test_rounding_takes_it_neither_over_one_nor_down(beta: float) -> None:
    """From one float to the next, up to n_∞."""
    last = ess_limit_over_two(beta)
    factors = r_rational_at(beta, last - np.spacing(last / 2) * np.arange(300, -1, -1))
    assert factors[-1] == 1
    assert (np.diff(factors) >= 0).all()
