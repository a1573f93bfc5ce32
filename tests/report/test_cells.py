"""What a stored notebook's cells show and name."""

import json
from pathlib import Path
from typing import Any

import pytest
from sympy import Symbol

from radam_sym.errors import InputError
from radam_sym.kernel.axioms import power_vanishing
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof import algebra, chain, cite
from radam_sym.proof.render import mimebundle, text
from radam_sym.report.cells import CodeCell, code_cells

x = Symbol("x", real=True)


def theorem(identifier: str) -> Theorem:
    return chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1).qed(identifier)


def citing() -> Theorem:
    cited = theorem("ess.cited")
    return chain((x + 1) ** 2).by(cite(cited)).qed("ess.citing")


def display(**data: object) -> dict[str, Any]:
    named = {name.replace("_", "/", 1): text for name, text in data.items()}
    return {"output_type": "display_data", "metadata": {}, "data": named}


def shown(of: Theorem) -> dict[str, Any]:
    return {"output_type": "execute_result", "metadata": {}, "data": mimebundle(of)}


def code(
    source: str | list[str] = "1", *outputs: dict[str, Any], **changed: object
) -> dict[str, Any]:
    cell = {"cell_type": "code", "id": "a", "execution_count": 1, "source": source}
    return cell | {"outputs": list(outputs)} | changed


def read(folder: Path, *cells: dict[str, Any]) -> list[CodeCell]:
    file = folder / "07-a-chapter.ipynb"
    file.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return code_cells(file)


def test_the_code_cells_are_read_in_order_with_their_places(tmp_path: Path) -> None:
    prose = {"cell_type": "markdown", "id": "p", "source": "`ess.first`"}
    one, two = read(
        tmp_path, code(id="z"), prose, code(["a = 1\n", "a"], id="b", execution_count=None)
    )
    assert (one.notebook, one.id, one.run, one.source) == ("07-a-chapter", "z", True, "1")
    assert (two.id, two.run, two.source, two.outputs) == ("b", False, "a = 1\na", ())


def test_a_cell_shows_the_theorems_that_its_output_has_in_full(tmp_path: Path) -> None:
    printed = {
        "output_type": "stream",
        "name": "stdout",
        "text": [f"{line}\n" for of in ("c.d", "e.f") for line in text(theorem(of)).split("\n")],
    }
    [cell] = read(tmp_path, code("1", shown(theorem("a.b")), shown(citing()), printed))
    assert cell.shows == {"a.b", "ess.citing", "c.d", "e.f"}


def test_it_does_not_show_what_these_use_nor_an_axiom_nor_what_is_only_mentioned(
    tmp_path: Path,
) -> None:
    mention = display(text_plain="by Theorem a.b  (lemma)", image_png="Theorem c.d  (lemma)")
    structured = display(application_json={"Theorem": "e.f"})
    [cell] = read(tmp_path, code('"ess.first"', mention, structured, shown(power_vanishing)))
    assert cell.shows == frozenset()


def test_a_list_is_what_is_in_code_type_where_no_theorem_is_shown(tmp_path: Path) -> None:
    [cell] = read(
        tmp_path,
        code("1", shown(citing()), display(text_markdown="- `a.b`: one\n- `two words`")),
    )
    assert cell.lists == {"a.b"}
    [cell] = read(tmp_path, code("1", display(text_html=["<td><code>a.b</code>", "</td> c.d"])))
    assert cell.lists == {"a.b"}


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ('theorems["any.thing"]', {"any.thing"}),
        ('derivations.theorems["nothing"]', {"nothing"}),
        ('other["any.thing"]', set()),
        ("theorems[name]", set()),
        ('NAMES = ("ess.first", "ess.wrong")', {"ess.first", "ess.wrong"}),
        ('"ess.", "ess", "essay.first", "ess.first step", "x ess.first", "Ess.first"', set()),
        ("ess.first  # and theorems['ess.comment']", set()),
        ('chain(x).qed("ess.mine")', set()),
        ('chain(x).qed(theorems["ess.mine"])', {"ess.mine"}),
        ('@derivation("ess.mine", SOURCE)\ndef mine():\n    return "ess.other"', {"ess.other"}),
    ],
)
def test_ids_are_read_off_the_source_as_code(source: str, named: set[str]) -> None:
    assert CodeCell("", "", True, source, ()).names({"ess"}) == named


def test_ids_are_read_off_the_outputs_too_but_for_those_that_the_cell_makes(
    tmp_path: Path,
) -> None:
    listed = display(text_markdown="`ess.listed`, `n_t`, `other.family`")
    [cell] = read(tmp_path, code('line.qed("ess.citing")', shown(citing()), listed))
    assert cell.makes == {"ess.citing"}
    assert cell.names({"ess"}) == {"ess.cited", "ess.listed"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"cells": 1}',
        '{"cells": [1]}',
        '{"cells": [{"cell_type": "code", "source": "1", "outputs": [], "execution_count": 1}]}',
        '{"cells": [{"cell_type": "code", "id": "a", "source": "1", "execution_count": 1}]}',
    ],
)
def test_what_is_no_notebook_is_told_in_one_line(content: str, tmp_path: Path) -> None:
    file = tmp_path / "a.ipynb"
    file.write_text(content)
    with pytest.raises(InputError, match=r"a\.ipynb is not a notebook whose cells have ids$"):
        code_cells(file)


def test_a_file_that_can_not_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^cannot read .*a\.ipynb: No such file or directory$"):
        code_cells(tmp_path / "a.ipynb")
