"""The claims of a paper as a table for people, as JSON for programs, as Markdown for a page."""

from __future__ import annotations

import json as json_format
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby

from rich.table import Table
from rich.text import Text

import radam_sym
from radam_sym.proof.claims import Claim, Verdict
from radam_sym.report.console import printed, printer


def show(claims: Sequence[Claim]) -> None:
    """Print the table, as wide as the terminal."""
    console = printer()
    for part in _parts(claims):
        console.print(part)


def table(claims: Sequence[Claim]) -> str:
    """The same as plain text: each claim and what is so, beside what settles it."""
    return printed(*_parts(claims))


def _parts(claims: Sequence[Claim]) -> tuple[Table, Text]:
    settling = [name for claim in claims for name in (*claim.theorems, *_by_notebook(claim))]
    made = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 1, 0))
    made.add_column("claim", no_wrap=True)
    made.add_column("what the paper says, and what is so")
    made.add_column("theorems and cells", width=max(map(len, settling), default=None))
    for claim in claims:
        made.add_row(Text(claim.id), _said(claim), Text("\n".join(_settled(claim))))
    return made, Text(f"\n{summary(claims)}")


def _said(claim: Claim) -> Text:
    verdict = claim.verdict.value.capitalize()
    return Text.assemble(
        f"{claim.claim} ({claim.where})\n", (f"{verdict}.", "bold"), f" {claim.answer}"
    )


def _settled(claim: Claim) -> list[str]:
    """The theorems, then each notebook with its cells under it."""
    cells = [line for name, ids in _by_notebook(claim).items() for line in (name, f"  {ids}")]
    return [*claim.theorems, *cells]


def _by_notebook(claim: Claim) -> dict[str, str]:
    notebooks = groupby(claim.cells, key=lambda cell: cell.notebook)
    return {name: ", ".join(cell.id for cell in cells) for name, cells in notebooks}


def summary(claims: Sequence[Claim]) -> str:
    """One line: how many claims there are, and how many of each verdict."""
    counts = Counter(claim.verdict for claim in claims)
    told = [f"{verdict.value}: {counts[verdict]}" for verdict in Verdict if counts[verdict]]
    return f"{len(claims)} claim{'' if len(claims) == 1 else 's'}; {', '.join(told)}"


def json(claims: Sequence[Claim]) -> str:
    """An object with a list of objects; a cell is its notebook's file name and its id.

    ``radam-sym prove --json`` has the marks of each theorem, and what it rests on.
    """
    data = {"radam_sym": radam_sym.__version__, "claims": list(map(_as_data, claims))}
    return f"{json_format.dumps(data, indent=1)}\n"


def _as_data(claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "where": claim.where,
        "claim": claim.claim,
        "verdict": claim.verdict.value,
        "answer": claim.answer,
        "theorems": claim.theorems,
        "cells": [{"notebook": f"{cell.notebook}.ipynb", "id": cell.id} for cell in claim.cells],
    }


def markdown(claims: Sequence[Claim]) -> str:
    """A pipe table."""
    names = ("claim", "where", "what the paper says", "verdict", "what is so", "theorems", "cells")
    rows = [names, ("---",) * len(names), *map(_row, claims)]
    table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return f"{table}\n{summary(claims)}\n"


def _row(claim: Claim) -> tuple[str, ...]:
    words = (claim.id, claim.where, claim.claim, claim.verdict.value, claim.answer)
    theorems = ", ".join(f"`{name}`" for name in claim.theorems)
    cells = "; ".join(f"`{name}`: {ids}" for name, ids in _by_notebook(claim).items())
    return (*map(_escaped, words), theorems, cells)


def _escaped(words: str) -> str:
    """Words that mean nothing but themselves in Markdown; within a word an underscore does."""
    return re.sub(r"(?=[\\`*|<\[$])|(?<!\w)(?=_)", r"\\", words)


FORMATS: dict[str, Callable[[Sequence[Claim]], str]] = {
    "table": table,
    "json": json,
    "markdown": markdown,
}
