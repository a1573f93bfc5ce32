from collections.abc import Iterable
from dataclasses import replace
from math import factorial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sympy import Rational

from derivations import computing
from derivations.exponential import CUT_OFF, TERMS
from radam_sym.kernel.errors import ProofError
from radam_sym.proof import Program
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import check


@pytest.mark.parametrize("identifier", by_id(in_module(computing)))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data)


PROGRAMS = {p.definition.name: p for p in vars(computing).values() if isinstance(p, Program)}


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_program_is_proved_to_compute_its_formula(name: str) -> None:
    PROGRAMS[name].check(PROGRAMS.values())


def refused_with_other_values(program: Program, called: Iterable[Program]) -> None:
    """Whatever else a piece gives, no theorem says it."""
    called = list(called)
    for place, piece in enumerate(program.pieces):
        for value in (piece.value + 1, 2 * piece.value, -piece.value, 1 / piece.value):
            pieces = list(program.pieces)
            pieces[place] = replace(piece, value=value)
            with pytest.raises(ProofError, match="no theorem says"):
                replace(program, pieces=tuple(pieces)).check(called)


@pytest.mark.parametrize("name", PROGRAMS)
def test_no_other_value_would_do(name: str) -> None:
    refused_with_other_values(PROGRAMS[name], PROGRAMS.values())


def test_what_is_cut_off_is_no_more_than_a_float_can_hold() -> None:
    errors = {piece.error for program in PROGRAMS.values() for piece in program.pieces}
    assert errors == {0, Rational(1, 2**58)}


def test_the_cut_of_the_series_leaves_no_margin_of_a_whole_term() -> None:
    """One term fewer would not do: the bound is of the size of the first one cut off."""
    first_cut_off, one_before = (
        Rational(19 * 2 ** (n - 1), factorial(n)) for n in (TERMS, TERMS - 1)
    )
    assert first_cut_off <= CUT_OFF < one_before
