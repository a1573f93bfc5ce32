from pathlib import Path

from radam_sym.report.gate import inspect

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS


def test_every_notebook_passes_the_gate() -> None:
    assert [defect for path in NOTEBOOKS for defect in inspect(path)] == []
