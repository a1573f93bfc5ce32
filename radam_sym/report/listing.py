"""Theorems in a table: what each says, its marks, and what it rests on directly."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from radam_sym.kernel.theorem import Theorem
from radam_sym.proof.render import said

WIDTHS = ("33%", "43%", "24%")
STYLE = {
    "table": "border-collapse:collapse;margin:1em 0;width:100%;table-layout:fixed",
    "cell": "text-align:left;vertical-align:top;white-space:normal;padding:.4em .8em .4em 0",
    "wide": "overflow-x:auto",
    "marks": "color:#595959;font-size:.85em",
}


class Listing:
    """Theorems, or premises, as a table; in Jupyter with the statements typeset.

    >>> from derivations import theorems
    >>> Listing([theorems["ess.first"].theorem, theorems["ess.limit_t"].theorem])
    ess.first      no mark
    ess.limit_t    axiom:power.vanishing
    """

    def __init__(self, theorems: Iterable[Theorem]) -> None:
        self.theorems = tuple(theorems)

    def __repr__(self) -> str:
        width = max((len(theorem.id) for theorem in self.theorems), default=0)
        return "\n".join(f"{t.id:{width}}    {_marks(t)}" for t in self.theorems)

    def _repr_html_(self) -> str:
        proved = any(theorem.proof is not None for theorem in self.theorems)
        names = ("theorem", "rests on") if proved else ("premise", "source")
        heads = zip((names[0], "what it says", names[1]), WIDTHS, strict=True)
        return (
            f'<table style="{STYLE["table"]}"><thead><tr>'
            + "".join(f'<th style="{STYLE["cell"]};width:{w}">{head}</th>' for head, w in heads)
            + f"</tr></thead><tbody>{''.join(map(_row, self.theorems))}</tbody></table>"
        )


def _row(theorem: Theorem) -> str:
    marks = "" if theorem.proof is None else _small(escape(_marks(theorem)))
    under = _foundations(theorem) if theorem.proof else escape(str(theorem.source))
    cells = (
        f"<code>{escape(theorem.id)}</code>{marks}",
        f'<div style="{STYLE["wide"]}">{said(theorem)}</div>',
        _small(under),
    )
    return f"<tr>{''.join(map(_cell, cells))}</tr>"


def _marks(theorem: Theorem) -> str:
    return ", ".join(sorted(theorem.marks)) or "no mark"


def _foundations(theorem: Theorem) -> str:
    ids = [f"<code>{escape(used.id)}</code>" for used in theorem.rests_on]
    return ", ".join(ids) or "the rules alone"


def _small(content: str) -> str:
    return f'<div style="{STYLE["marks"]}">{content}</div>'


def _cell(content: str) -> str:
    return f'<td style="{STYLE["cell"]}">{content}</td>'
