"""Theorems in a table: what each says, its marks, and what it rests on directly."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from radam_sym.kernel.theorem import Theorem
from radam_sym.proof.render import said

STYLE = {
    "table": "border-collapse:collapse;margin:1em 0;width:100%;table-layout:fixed",
    "wide": "text-align:left;vertical-align:top;white-space:normal;width:62%",
    "narrow": "text-align:left;vertical-align:top;white-space:normal",
    "said": "overflow-x:auto",
    "small": "color:#595959;font-size:.85em",
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
        left, right = ("theorem", "marks and foundations") if proved else ("premise", "source")
        head = _row("th", left, right)
        body = "".join(map(_theorem, self.theorems))
        return f'<table style="{STYLE["table"]}"><thead>{head}</thead><tbody>{body}</tbody></table>'


def _theorem(theorem: Theorem) -> str:
    name = f"<code>{escape(theorem.id)}</code>"
    if theorem.proof is None:
        under = _small(escape(str(theorem.source)))
    else:
        under = _small(escape(_marks(theorem))) + _small(f"rests on {_foundations(theorem)}")
    return _row("td", f'{name}<div style="{STYLE["said"]}">{said(theorem)}</div>', under)


def _row(cell: str, left: str, right: str) -> str:
    return (
        f'<tr><{cell} style="{STYLE["wide"]}">{left}</{cell}>'
        f'<{cell} style="{STYLE["narrow"]}">{right}</{cell}></tr>'
    )


def _marks(theorem: Theorem) -> str:
    return ", ".join(sorted(theorem.marks)) or "no mark"


def _foundations(theorem: Theorem) -> str:
    ids = [f"<code>{escape(used.id)}</code>" for used in theorem.rests_on]
    return ", ".join(ids) or "the rules alone"


def _small(content: str) -> str:
    return f'<div style="{STYLE["small"]}">{content}</div>'
