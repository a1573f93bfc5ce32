from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sympy import Rational

from derivations import computing_chi
from radam_sym.proof import Program
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.chi_law import check
from tests.derivations.meaning import between
from tests.derivations.test_computing import refused_with_other_values

PROGRAMS = {p.definition.name: p for p in vars(computing_chi).values() if isinstance(p, Program)}


@st.composite
def values(draw: Any, identifier: str) -> dict[str, Any]:
    far = identifier in ("computing.gamma_gap_least", "computing.gamma_gap_most")
    a = draw(between(8, 12) if far else between(0.1, 12))
    known = {"a": a, "s": 2 * a, "rho": 2 + 2 * a}
    return known | {name: draw(between(0.1, 5)) for name in "pqr"}


@pytest.mark.parametrize("identifier", by_id(in_module(computing_chi)))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(identifier))


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_program_is_proved_to_compute_its_formula(name: str) -> None:
    PROGRAMS[name].check(PROGRAMS.values())


@pytest.mark.parametrize("name", PROGRAMS)
def test_no_other_value_would_do(name: str) -> None:
    refused_with_other_values(PROGRAMS[name], PROGRAMS.values())


def test_only_the_convergent_cuts_off_anything() -> None:
    errors = {name: {piece.error for piece in p.pieces} for name, p in PROGRAMS.items()}
    assert errors.pop("gamma_gap") == {Rational(1, 2**58)}
    assert set().union(*errors.values()) == {0}
