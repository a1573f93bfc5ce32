from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import nbformat.v4
import pytest
from nbval import plugin  # type: ignore[import-untyped]

from radam_sym.report import gate
from radam_sym.report.gate import defects, inspect

v4: Any = nbformat.v4  # it has no types

DIGEST = {"output_type": "stream", "name": "stdout", "text": "data digest: 0123456789abcdef\n"}
PRINTED = {"output_type": "stream", "name": "stdout", "text": "1\n"}
ERROR = {"output_type": "error", "ename": "ValueError", "evalue": "no", "traceback": []}


def code(
    source: str = "1", count: int | None = 1, outputs: Any = (PRINTED,), **metadata: Any
) -> Any:
    return {
        "cell_type": "code",
        "source": source,
        "execution_count": count,
        "outputs": list(outputs),
        "metadata": metadata,
    }


def prose(source: str) -> Any:
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def notebook(*cells: Any, **metadata: Any) -> Mapping[str, Any]:
    return {"cells": list(cells), "metadata": metadata}


def image(kind: str) -> Any:
    return {"output_type": "display_data", "data": {kind: "abcd"}, "metadata": {}}


def only(found: list[str]) -> str:
    assert len(found) == 1, found
    return found[0]


def test_a_sound_notebook_passes() -> None:
    assert defects(notebook(prose("# One"), code(), code("", 2, ()), prose("end"))) == []


def test_a_cell_that_was_not_run() -> None:
    assert only(defects(notebook(code(), code(count=None)))) == "code cell 2: not run"


def test_a_stored_error() -> None:
    assert (
        only(defects(notebook(code(outputs=[ERROR])))) == "code cell 1: stores an error: ValueError"
    )


def test_an_error_that_is_shown_for_a_reason_passes() -> None:
    shown = code("# why: a refusal", outputs=[ERROR], tags=["raises-exception"])
    assert defects(notebook(shown)) == []


@pytest.mark.parametrize("counts", [(2,), (1, 3), (2, 1), (1, 1)])
def test_cells_run_out_of_order(counts: tuple[int, ...]) -> None:
    found = only(defects(notebook(*(code(count=count) for count in counts))))
    assert found.startswith(f"cells were run as {', '.join(map(str, counts))}, not 1 to")


def test_an_empty_notebook() -> None:
    assert only(defects(notebook())) == "no code cell"
    assert only(defects(notebook(prose("text")))) == "no code cell"


def test_a_notebook_without_outputs() -> None:
    assert only(defects(notebook(code(outputs=())))) == "no cell has an output"


@pytest.mark.parametrize("tag", sorted(gate.IGNORING_TAGS))
def test_a_tag_that_leaves_a_cell_out(tag: str) -> None:
    found = only(defects(notebook(code(tags=["other", tag]))))
    assert found == f"code cell 1: left out of the comparison ({tag}) without saying why"
    assert defects(notebook(code(tags=[tag], why_ignored="it shows a time"))) == []
    assert defects(notebook(code("# why: it shows a time\n1", tags=[tag]))) == []


@pytest.mark.parametrize("comment", sorted(gate.IGNORING_COMMENTS))
@pytest.mark.parametrize("spelling", ["# {}", "#{}", "  ##  {}  "])
def test_a_comment_that_leaves_a_cell_out(comment: str, spelling: str) -> None:
    source = f"x = 1\n{spelling.format(comment)}\nx"
    assert comment in only(defects(notebook(code(source))))
    assert defects(notebook(code(f"{source}\n# why: it shows a time"))) == []


@pytest.mark.parametrize("reason", ["", "  ", None, 3])
def test_an_empty_reason_is_none(reason: object) -> None:
    assert only(defects(notebook(code(tags=["nbval-skip"], why_ignored=reason))))
    assert only(defects(notebook(code("# why:\n# NBVAL_SKIP"))))


def test_what_nbval_does_not_honour_is_no_mark() -> None:
    assert defects(notebook(code("'NBVAL_SKIP'  # NBVAL_SKIP", tags=["NBVAL_SKIP"]))) == []
    assert defects(notebook(code("# nbval_skip", tags=["nbval-check-output"]))) == []


def test_every_mark_that_nbval_honours_is_known() -> None:
    checking = {"NBVAL_CHECK_OUTPUT"}
    assert set(plugin.comment_markers) - checking == gate.IGNORING_COMMENTS
    tags = {tag for tag in plugin.metadata_tags if tag != "nbval-check-output"}
    assert tags == gate.IGNORING_TAGS - {"skip-execution"}


def test_metadata_of_the_notebook_that_speaks_to_nbval() -> None:
    assert "metadata" in only(defects(notebook(code(), nbval={"skip": True})))


@pytest.mark.parametrize("kind", ["image/png", "image/jpeg", "image/svg+xml"])
def test_an_image_without_its_digest(kind: str) -> None:
    assert "data digest" in only(defects(notebook(code(outputs=[image(kind), PRINTED]))))
    assert defects(notebook(code(outputs=[image(kind), DIGEST]))) == []


def test_an_image_inside_html_is_an_image() -> None:
    html = {
        "output_type": "display_data",
        "data": {"text/html": ["<img src='data:image/", "png'>"]},
    }
    assert "data digest" in only(defects(notebook(code(outputs=[html]))))


@pytest.mark.parametrize(
    "line", ["data digest: 0123", "Data digest: 0123456789abcdef", "data digest"]
)
def test_a_digest_line_is_spelled_in_one_way(line: str) -> None:
    printed = {"output_type": "stream", "name": "stdout", "text": line}
    assert only(defects(notebook(code(outputs=[image("image/png"), printed]))))


@pytest.mark.parametrize(
    "number", ["0.0442", "0.0442.", "$r_5=0.1234$", "12.345", "-0.500", "(1.2345e-7)", "`0.0442`"]
)
def test_a_computed_number_in_prose(number: str) -> None:
    assert "looks computed" in only(defects(notebook(code(), prose(f"It is {number}"))))


@pytest.mark.parametrize(
    "text",
    [
        "β₂ = 0.999, 0.9999 or $0.99$",
        "a step of 0.001 and ε = 1e-8",
        "about 4.42 and 0.044",
        "section 2.1.3, version 1.14.0, x0.1234",
        "arXiv:1908.03265 and [the paper](https://arxiv.org/abs/1908.03265)",
        "https://a.org/1.2345 and doi:10.1145/1.2345 and 10.1145/3.1415",
        "Liu prints 0.0442. <!-- why: a number of the paper, which is quoted -->",
    ],
)
def test_what_is_given_or_cited_is_not_computed(text: str) -> None:
    assert defects(notebook(code(), prose(text))) == []


def test_text_stored_as_lines_is_read(tmp_path: Path) -> None:
    cell = code(outputs=[image("image/png"), DIGEST | {"text": ["x\n", DIGEST["text"]]}])
    assert defects(notebook(cell | {"source": ["# NBVAL_SKIP\n", "# why: y"]})) == []


def test_a_stored_notebook_is_inspected_by_name(tmp_path: Path) -> None:
    path = tmp_path / "01.ipynb"
    stored = v4.new_notebook(cells=[v4.new_code_cell("1")])
    path.write_text(v4.writes(stored), encoding="utf-8")
    assert inspect(path) == ["01.ipynb: no cell has an output", "01.ipynb: code cell 1: not run"]


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"nbformat": 4, "nbformat_minor": 5}'])
def test_a_file_that_is_no_notebook_is_a_defect(tmp_path: Path, content: str) -> None:
    path = tmp_path / "01.ipynb"
    path.write_text(content, encoding="utf-8")
    assert only(inspect(path)).startswith("01.ipynb: not a notebook: ")


def test_a_missing_file_is_a_defect(tmp_path: Path) -> None:
    assert "not a notebook" in only(inspect(tmp_path / "no.ipynb"))
