"""The claims, rendered."""

import html
import io
import json as json_format
import re
import sys

import pytest

import radam_sym
from radam_sym.proof.claims import Cell, Claim, Verdict
from radam_sym.report.claims import FORMATS, json, markdown, show, summary, table

LONG = "a.theorem_whose_name_is_long"
CLAIMS = (
    Claim(
        "C1",
        "section 1, footnote 1",
        Verdict.CORRECTION,
        "Var[v_t] is [bold] or t < 4 | 5.",
        "Not so: *a* `b` _c_ $d$ \\e <i>f</i> and much more, so that there are several lines.",
        ("one.is", LONG),
        (Cell("01-a", "cell-01"), Cell("01-a", "cell-02"), Cell("02-b", "cell-01")),
    ),
    Claim("C2", "abstract", Verdict.NOT_MATHEMATICAL, "Two.", "No theorem.", (), ()),
    Claim("C3", "section 4", Verdict.NOT_MATHEMATICAL, "Three.", "None.", (), ()),
)


def words(text: str) -> set[str]:
    return set(text.replace(",", " ").split())


def test_the_table_has_everything_and_no_markup_is_taken_for_such() -> None:
    shown = table(CLAIMS)
    assert shown == FORMATS["table"](CLAIMS)
    for claim in CLAIMS:
        parts = (claim.id, claim.claim, claim.answer, claim.where, *claim.theorems)
        assert words(" ".join(parts)) <= words(shown.replace("(", "").replace(")", ""))
        assert f"{claim.verdict.value.capitalize()}. " in shown
    assert max(map(len, shown.splitlines())) <= 160
    assert [line for line in shown.splitlines() if line != line.rstrip()] == []
    assert shown.endswith(f"\n\n{summary(CLAIMS)}\n")


def test_theorems_come_before_cells_and_cells_stand_under_their_notebook() -> None:
    lines = [line[-40:].split("  ", 1)[-1].strip() for line in table(CLAIMS).splitlines()]
    settling = ["one.is", LONG, "01-a", "cell-01, cell-02", "02-b", "cell-01"]
    assert [line for line in lines if line in settling] == settling


@pytest.mark.parametrize("width", [60, 80, 160])
def test_on_a_terminal_it_is_as_wide_as_that_and_no_name_is_broken(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    show(CLAIMS)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue()).splitlines()
    assert max(map(len, lines)) <= width
    assert any(line.rstrip().endswith(f"  {LONG}") for line in lines)


def test_the_summary_counts_the_verdicts_in_their_order() -> None:
    assert summary(CLAIMS) == "3 claims; holds with a correction: 1, not mathematical: 2"
    assert summary(CLAIMS[:1]) == "1 claim; holds with a correction: 1"


def test_json_is_the_data() -> None:
    text = json(CLAIMS)
    assert text.endswith("}\n")
    data = json_format.loads(text)
    assert data["radam_sym"] == radam_sym.__version__
    first, *others = data["claims"]
    assert first == {
        "id": "C1",
        "where": "section 1, footnote 1",
        "claim": CLAIMS[0].claim,
        "verdict": "holds with a correction",
        "answer": CLAIMS[0].answer,
        "theorems": ["one.is", LONG],
        "cells": [
            {"notebook": "01-a.ipynb", "id": "cell-01"},
            {"notebook": "01-a.ipynb", "id": "cell-02"},
            {"notebook": "02-b.ipynb", "id": "cell-01"},
        ],
    }
    assert [(c["id"], c["theorems"], c["cells"]) for c in others] == [
        ("C2", [], []),
        ("C3", [], []),
    ]


def test_markdown_is_a_table_in_which_every_word_means_itself() -> None:
    mistune = pytest.importorskip("mistune")  # comes with nbconvert
    rendered = mistune.create_markdown(plugins=["table"])(markdown(CLAIMS))
    rows = rendered.split("<tr>")[2:]
    assert len(rows) == len(CLAIMS)
    for claim, row in zip(CLAIMS, rows, strict=True):
        cells = [cell.partition("</td>")[0].partition(">")[2] for cell in row.split("<td")[1:]]
        told = [claim.id, claim.where, claim.claim, claim.verdict.value, claim.answer]
        assert [html.unescape(cell) for cell in cells[:5]] == told
        assert cells[5] == ", ".join(f"<code>{name}</code>" for name in claim.theorems)
    assert "<code>01-a</code>: cell-01, cell-02; <code>02-b</code>: cell-01" in rows[0]
    assert summary(CLAIMS) in rendered
