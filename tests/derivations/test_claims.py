"""Claims, theorems and notebook cells, each held against the others, both ways.

A chapter is any notebook whose name begins with a number up to `LAST_CHAPTER`; the notebooks after
it are appendices.
"""

import re
from pathlib import Path

import pytest

import derivations
from derivations.claims import claims
from derivations.liu_model import chi_squared
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import AXIOMS
from radam_sym.proof.claims import Cell, Claim, Verdict, installed_claims
from radam_sym.report.cells import CodeCell, code_cells

ROOT = Path(__file__).parents[2]
LAST_CHAPTER = 6
CELLS = {
    Cell(cell.notebook, cell.id): cell
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb"))
    for cell in code_cells(notebook)
}
KNOWN = {*derivations.theorems, *AXIOMS, chi_squared.id}
FAMILIES = {identifier.partition(".")[0] for identifier in KNOWN}
by_id = pytest.mark.parametrize("claim", claims, ids=lambda claim: claim.id)


def in_a_chapter(cell: Cell) -> bool:
    return int(cell.notebook.partition("-")[0]) <= LAST_CHAPTER


def showing(identifier: str) -> list[Cell]:
    """The cells in which a theorem stands in full."""
    return [place for place, cell in CELLS.items() if identifier in cell.shows]


def told(places: list[Cell]) -> str:
    """Where a theorem is shown, for who has to put the cell into the claim."""
    return ", ".join(f"{place.notebook} {place.id}" for place in places) or "no cell"


def test_every_claim_is_there_once_and_in_order() -> None:
    assert [claim.id for claim in claims] == [f"C{number}" for number in range(1, 34)]


def test_they_are_found_as_anybodys_are() -> None:
    found = installed_claims()
    assert [found[claim.id] for claim in claims] == list(claims)


@by_id
def test_a_claim_is_told_in_whole_sentences_and_placed(claim: Claim) -> None:
    for words in (claim.claim, claim.answer):
        assert words == " ".join(words.split())
        assert words.endswith(".")
    assert re.match(r"(abstract; )?section [1-5]\b|abstract\b", claim.where)


@by_id
def test_the_theorems_of_a_claim_exist(claim: Claim) -> None:
    assert [name for name in claim.theorems if name not in derivations.theorems] == []


@by_id
def test_each_theorem_of_a_claim_is_shown_by_a_cell_of_it(claim: Claim) -> None:
    elsewhere = {
        name: told(showing(name))
        for name in claim.theorems
        if not set(showing(name)) & set(claim.cells)
    }
    assert elsewhere == {}


@by_id
def test_each_cell_of_a_claim_was_run_and_shows_a_theorem_of_it_or_a_figure_or_a_table(
    claim: Claim,
) -> None:
    assert len(set(claim.cells)) == len(claim.cells)
    assert [place for place in claim.cells if place not in CELLS] == []
    for place in claim.cells:
        cell = CELLS[place]
        assert cell.run, place
        assert cell.outputs, place
        assert cell.shows & set(claim.theorems) or not cell.shows, place


def test_what_no_theorem_and_no_cell_can_settle_says_so() -> None:
    assert [c.id for c in claims if not c.theorems] == ["C29", "C33"]
    assert [c.id for c in claims if not c.cells] == ["C33"]
    verdicts = {claim.id: claim.verdict for claim in claims}
    assert verdicts["C29"] is Verdict.EMPIRICAL
    assert verdicts["C33"] is Verdict.NOT_MATHEMATICAL


@pytest.mark.parametrize("identifier", derivations.theorems)
def test_every_theorem_is_shown_in_a_chapter_and_a_lemma_at_least_listed_somewhere(
    identifier: str,
) -> None:
    if derivations.theorems[identifier].source == LEMMA:
        assert any(identifier in cell.shows | cell.lists for cell in CELLS.values())
    else:
        assert any(map(in_a_chapter, showing(identifier)))


@pytest.mark.parametrize("cell", CELLS.values(), ids=lambda cell: f"{cell.notebook[:2]}-{cell.id}")
def test_a_cell_names_no_theorem_that_does_not_exist(cell: CodeCell) -> None:
    assert cell.names(FAMILIES) - KNOWN == set()


# --- that these tests can fail -------------------------------------------------------------------


def test_the_notebooks_are_read() -> None:
    assert showing("ewma.variance")
    assert len({place.notebook for place in CELLS}) > 3


def test_a_theorem_that_does_not_exist_would_be_seen() -> None:
    cell = CodeCell("01", "cell-01", True, 'theorems["ess.frist"]', ())
    assert cell.names(FAMILIES) - KNOWN == {"ess.frist"}
