"""Claims as data: what they have to have, and how they are found."""

import types
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from radam_sym.errors import InputError
from radam_sym.proof import discovery
from radam_sym.proof.claims import (
    Cell,
    Claim,
    Verdict,
    by_id,
    chosen,
    claims_in,
    installed_claims,
)

CELL = Cell("a-notebook", "cell-01")
UNSETTLED = {Verdict.EMPIRICAL, Verdict.NOT_MATHEMATICAL}


def claim(identifier: str = "C1", verdict: Verdict = Verdict.HOLDS, **parts: Any) -> Claim:
    settled = {"theorems": ("one.is",), "cells": (CELL,)} | parts
    return Claim(identifier, "section 1", verdict, "One is one.", "So it is.", **settled)


def test_these_are_the_verdicts() -> None:
    assert [verdict.value for verdict in Verdict] == [
        "holds",
        "holds under a hypothesis",
        "holds in a limit",
        "holds with a correction",
        "refuted",
        "a convention",
        "empirical",
        "not mathematical",
    ]


@pytest.mark.parametrize("verdict", Verdict)
def test_a_claim_has_theorems_and_cells_unless_its_verdict_says_that_there_can_be_none(
    verdict: Verdict,
) -> None:
    assert claim(verdict=verdict).verdict is verdict
    if verdict in UNSETTLED:
        assert claim(verdict=verdict, theorems=()).theorems == ()
    else:
        with pytest.raises(InputError, match=rf"^claim C1 \({verdict.value}\) has no theorems$"):
            claim(verdict=verdict, theorems=())
    if verdict is Verdict.NOT_MATHEMATICAL:
        assert claim(verdict=verdict, cells=()).cells == ()
    else:
        with pytest.raises(InputError, match=rf"^claim C1 \({verdict.value}\) has no cells$"):
            claim(verdict=verdict, cells=())


def test_a_module_holds_claims_one_by_one_and_in_lists_and_each_counts_once() -> None:
    module = types.ModuleType("found")
    one, two, three = map(claim, ("C1", "C2", "C3"))
    vars(module).update(some=(two, one), alone=three, again=[one, 1, "C4"], _hidden=claim("C5"))
    assert claims_in(module) == [two, one, three]


def test_two_claims_of_one_id_are_refused() -> None:
    one = claim()
    assert by_id([one, claim("C2"), one]) == {"C1": one, "C2": claim("C2")}
    with pytest.raises(InputError, match=r"^two claims have the id C1$"):
        by_id([one, claim(theorems=("another.one",))])


CODE = """
from radam_sym.proof.claims import Cell, Claim, Verdict
claims = (
    Claim("Z9", "page 1", Verdict.HOLDS, "A.", "Yes.", ("one.is",), (Cell("a", "cell-01"),)),
    Claim("A1", "page 2", Verdict.NOT_MATHEMATICAL, "B.", "No.", (), ()),
)
"""


def test_the_claims_of_what_is_installed_are_found_in_the_order_in_which_they_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "claimed_by_somebody"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "page.py").write_text(CODE)
    monkeypatch.syspath_prepend(str(tmp_path))
    entry = EntryPoint("somebody", "claimed_by_somebody", discovery.GROUP)
    monkeypatch.setattr(discovery, "entry_points", lambda group: [entry])
    assert list(installed_claims()) == ["Z9", "A1"]
    assert installed_claims()["Z9"].cells == (Cell("a", "cell-01"),)


def test_claims_are_chosen_by_id_in_the_order_asked_for_and_all_of_them_by_none() -> None:
    claims = by_id(map(claim, ("C1", "C2", "C24")))
    assert [c.id for c in chosen(["C24", "C1", "C24"], claims)] == ["C24", "C1"]
    assert [c.id for c in chosen([], claims)] == ["C1", "C2", "C24"]
    with pytest.raises(InputError, match=r"^'c24' is not the id of a claim; did you mean C24\?$"):
        chosen(["C1", "c24"], claims)
    with pytest.raises(InputError, match=r"^'zzz+' is not the id of a claim$") as refusal:
        chosen(["z" * 10_000], claims)
    assert len(str(refusal.value)) < 100
