"""The gate a stored notebook passes: run from top to bottom, whole, and compared in full.

nbval compares what a notebook stores with what it gives when it is run again. This gate asks for
what nbval doesn't: that nothing is left out of that comparison without a reason, that figures
(whose images aren't compared) say what was drawn, and that the prose holds no computed number,
which nobody would run again.

A cell left out says why, in its metadata (`"why_ignored": "..."`) or in a comment
(`# why: ...`); a Markdown cell that has to quote a number says why in an HTML comment
(`<!-- why: ... -->`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

IGNORING_COMMENTS = frozenset(
    {
        "NBVAL_IGNORE_OUTPUT",
        "NBVAL_RAISES_EXCEPTION",
        "NBVAL_SKIP",
        "PYTEST_VALIDATE_IGNORE_OUTPUT",
    }
)
"""Comments, alone on their line, by which nbval leaves something out. Case counts, as there."""

IGNORING_TAGS = frozenset(
    {comment.lower().replace("_", "-") for comment in IGNORING_COMMENTS}
    | {"raises-exception", "skip-execution"}
)
"""Cell tags that do the same; `skip-execution` is nbclient's."""

_IMAGES = ("image/png", "image/jpeg", "image/svg+xml")
_DIGEST_LINE = re.compile(r"^data digest: [0-9a-f]{16}$", re.MULTILINE)
_WHY_COMMENT = re.compile(r"^[ \t]*#+[ \t]*why:[ \t]*\S", re.MULTILINE)
_WHY_IN_PROSE = re.compile(r"<!--\s*why:\s*[^\s>-]")
_NOT_NUMBERS = re.compile(
    r"\]\([^)]*\)|https?://\S+|\barxiv:\s*\S+|\bdoi:\s*\S+|\b10\.\d{4,}/\S+", re.IGNORECASE
)
_DECIMAL = re.compile(r"(?<![\w.])(\d+)\.(\d+)(?:[eE][+-]?\d+)?(?!\w|\.\d)")


def inspect(path: Path) -> list[str]:
    """The defects of the notebook stored at `path`, one line each; none if it may pass.

    A file that can't be read as a notebook is a defect like any other.
    """
    import nbformat

    try:
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        nbformat.validate(notebook)
    except Exception as error:
        reason = str(error).strip().splitlines() or [type(error).__name__]
        return [f"{path.name}: not a notebook: {reason[0]}"]
    return [f"{path.name}: {defect}" for defect in defects(notebook)]


def defects(notebook: Mapping[str, Any]) -> list[str]:
    """The defects of a notebook, one line each.

    >>> cell = {"cell_type": "code", "source": "1/0", "metadata": {}, "outputs": []}
    >>> for defect in defects({"cells": [cell | {"execution_count": None}]}):
    ...     print(defect)
    no cell has an output
    code cell 1: not run
    """
    cells = notebook["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    prose = [cell for cell in cells if cell["cell_type"] == "markdown"]
    found = list(_in_notebook(notebook, code))
    for number, cell in enumerate(code, start=1):
        found += [f"code cell {number}: {defect}" for defect in _in_code(cell)]
    for number, cell in enumerate(prose, start=1):
        found += [f"Markdown cell {number}: {defect}" for defect in _in_prose(_text(cell))]
    return found


def _in_notebook(notebook: Mapping[str, Any], code: list[Mapping[str, Any]]) -> Iterator[str]:
    if not code:
        yield "no code cell"
    elif not any(cell["outputs"] for cell in code):
        yield "no cell has an output"
    counts = [cell["execution_count"] for cell in code]
    if None not in counts and counts != list(range(1, len(counts) + 1)):
        yield (
            f"cells were run as {', '.join(map(str, counts))}, not 1 to {len(counts)} in order; "
            "restart the kernel and run all"
        )
    if any("nbval" in key.lower() for key in notebook.get("metadata", {})):
        yield "nbval is told something in the notebook's metadata; mark single cells instead"


def _in_code(cell: Mapping[str, Any]) -> Iterator[str]:
    marks = _ignoring_marks(cell)
    excused = _says_why(cell)
    if cell["execution_count"] is None:
        yield "not run"
    for error in (output for output in cell["outputs"] if output["output_type"] == "error"):
        if not (excused and "raises-exception" in marks):
            yield f"stores an error: {error['ename']}"
    if marks and not excused:
        yield f"left out of the comparison ({', '.join(marks)}) without saying why"
    if _has_image(cell["outputs"]) and not _DIGEST_LINE.search(_printed(cell["outputs"])):
        yield "shows an image and prints no line `data digest: <16 hex digits>`"


def _ignoring_marks(cell: Mapping[str, Any]) -> list[str]:
    """The tags and comments of a cell that leave something out, as nbval finds them."""
    tags = cell["metadata"].get("tags", [])
    comments = (
        line.strip().lstrip("#").strip()
        for line in _text(cell).splitlines()
        if line.strip().startswith("#")
    )
    return sorted({*IGNORING_TAGS.intersection(tags), *IGNORING_COMMENTS.intersection(comments)})


def _says_why(cell: Mapping[str, Any]) -> bool:
    stated = cell["metadata"].get("why_ignored")
    in_metadata = isinstance(stated, str) and bool(stated.strip())
    return in_metadata or bool(_WHY_COMMENT.search(_text(cell)))


def _has_image(outputs: Iterable[Mapping[str, Any]]) -> bool:
    return any(
        any(kind in data for kind in _IMAGES) or "data:image/" in _join(data.get("text/html", ""))
        for data in (output.get("data", {}) for output in outputs)
    )


def _printed(outputs: Iterable[Mapping[str, Any]]) -> str:
    return "\n".join(
        _join(text)
        for output in outputs
        for text in (output.get("text", ""), output.get("data", {}).get("text/plain", ""))
    )


def _in_prose(text: str) -> Iterator[str]:
    if _WHY_IN_PROSE.search(text):
        return
    for match in _DECIMAL.finditer(_NOT_NUMBERS.sub(" ", text)):
        if _looks_computed(whole=match[1], decimals=match[2]):
            yield f"holds {match[0]}, which looks computed; let a code cell print it"


def _looks_computed(whole: str, decimals: str) -> bool:
    """Whether a number has three or more significant decimals, and isn't a β such as 0.999."""
    if int(whole) == 0:
        return len(decimals.lstrip("0")) >= 3 and set(decimals) != {"9"}
    return len(decimals) >= 3


def _text(cell: Mapping[str, Any]) -> str:
    return _join(cell["source"])


def _join(text: str | list[str]) -> str:
    """Text as a notebook stores it: one string, or a list of lines."""
    return text if isinstance(text, str) else "".join(text)
