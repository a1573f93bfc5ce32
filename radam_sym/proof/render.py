"""A theorem on a page: as text for a terminal, as HTML for Jupyter, as LaTeX for a paper.

Each shows the statement in words, what is given, the numbered derivation with the reason beside
each line, the marks and what the theorem rests on. An object that the kernel did not make is
refused here too.
"""

from __future__ import annotations

import sys
from html import escape
from typing import Any

from sympy import Basic

from radam_sym.kernel.theorem import Chain, Theorem, genuine
from radam_sym.proof.words import (
    PLAIN_SIGNS,
    SIGNS,
    Words,
    chains,
    facts,
    given,
    plain,
    reason,
    tex,
)

UNMARKED = "none: proved exactly, from the rules alone"
STYLE = {
    "table": "border-collapse:collapse;margin:.6em 0;font-size:1em",
    "number": "padding:.35em 1em .35em 0;text-align:right;color:#767676;border:0",
    "left": "padding:.35em .4em .35em 0;text-align:right;border:0",
    "right": "padding:.35em 1.6em .35em 0;text-align:left;border:0",
    "reason": "padding:.35em 0;text-align:left;color:#595959;border:0",
    "small": "color:#595959;margin:.3em 0",
}


def _marks(theorem: Theorem) -> str:
    return ", ".join(sorted(theorem.marks)) or UNMARKED


def _rests_on(theorem: Theorem) -> str:
    return ", ".join(used.id for used in theorem.rests_on) or "nothing"


def _kind(theorem: Theorem) -> str:
    return "Axiom" if theorem.proof is None else "Theorem"


# --- text -----------------------------------------------------------------------------------------


def text(theorem: Theorem) -> str:
    """The theorem as text for a terminal."""
    genuine(theorem)
    lines = [f"{_kind(theorem)} {theorem.id}  ({theorem.source})"]
    if theorem.note:
        lines.append(f"  {theorem.note}")
    lines.append("  given     " + "; ".join(words.told(plain) for words in given(theorem)))
    lines.append("  claim     " + plain(theorem.statement.conclusion))
    number = 0
    for opening, chain in chains(theorem):
        lines += ["", f"  {opening.told(plain)}"] if opening else [""]
        lines += _text_chain(chain, number)
        number += len(chain.steps) + 1
    lines += ["", f"  marks     {_marks(theorem)}", f"  rests on  {_rests_on(theorem)}"]
    return "\n".join(lines)


def _text_chain(chain: Chain, number: int) -> list[str]:
    rows = [f"  ({number + 1})  {plain(chain.start)}"]
    for place, step in enumerate(chain.steps, start=number + 2):
        sign = PLAIN_SIGNS[step.relation]
        rows.append(f"  ({place})    {sign} {plain(step.after)}    [{reason(step, chain).told(plain)}]")
    cited, combined = facts(chain)
    if cited:
        listed = ", ".join(dict.fromkeys(fact.theorem.id for fact in cited))
        rows.append(f"       using {listed}")
    if combined:
        rows.append(f"       side conditions: {len(combined)}, each checked")
    return rows


# --- HTML -----------------------------------------------------------------------------------------


def _math(term: Any) -> str:
    return rf"\({escape(tex(term))}\)"


def _told(words: Words) -> str:
    return "".join(_math(p) if kind == "math" else escape(p) for kind, p in words.parts)


def _display(term: Basic) -> str:
    return rf"\(\displaystyle {escape(tex(term))}\)"


def html(theorem: Theorem) -> str:
    """The theorem as HTML with TeX in it, which Jupyter typesets."""
    genuine(theorem)
    parts = [
        f"<p><strong>{_kind(theorem)}</strong> <code>{escape(theorem.id)}</code>. "
        f"{escape(theorem.note)}</p>",
        _small("Given " + "; ".join(map(_told, given(theorem))) + "."),
    ]
    if theorem.proof is None:
        parts.append(f"<p>{_display(theorem.statement.conclusion)}</p>")
    number = 0
    for opening, chain in chains(theorem):
        parts += [f"<p>{_told(opening)}</p>"] if opening else []
        parts.append(_html_chain(chain, number))
        number += len(chain.steps) + 1
    parts.append(_small(f"Marks: {escape(_marks(theorem))}. Rests on: {_ids(theorem)}. "
                        f"Source: {escape(str(theorem.source))}."))
    return f'<div class="theorem">{"".join(parts)}</div>'


def _ids(theorem: Theorem) -> str:
    return ", ".join(f"<code>{escape(t.id)}</code>" for t in theorem.rests_on) or "nothing"


def _small(content: str) -> str:
    return f'<p style="{STYLE["small"]}">{content}</p>'


def _cell(role: str, content: str) -> str:
    return f'<td style="{STYLE[role]}">{content}</td>'


def _html_chain(chain: Chain, number: int) -> str:
    rows = []
    for place, step in enumerate(chain.steps):
        left = _display(chain.start) if place == 0 else ""
        line = rf"\(\displaystyle {escape(SIGNS[step.relation])} {escape(tex(step.after))}\)"
        cells = (
            _cell("number", f"({number + place + 1})")
            + _cell("left", left)
            + _cell("right", line)
            + _cell("reason", _told(reason(step, chain)))
        )
        rows.append(f"<tr>{cells}</tr>")
    return f'<table style="{STYLE["table"]}">{"".join(rows)}</table>{_html_facts(chain)}'


def _html_facts(chain: Chain) -> str:
    cited, combined = facts(chain)
    if not cited and not combined:
        return ""
    listed = dict.fromkeys(f"<code>{escape(fact.theorem.id)}</code>" for fact in cited)
    using = f"using {', '.join(listed)}" if listed else ""
    conditions = "; ".join(dict.fromkeys(_math(fact.relation) for fact in combined))
    met = f"side conditions met: {conditions}" if conditions else ""
    summary = f"{len(cited)} facts, {len(combined)} side conditions"
    body = ". ".join(part[0].upper() + part[1:] for part in (using, met) if part)
    return (
        f'<details style="{STYLE["small"]}"><summary>{summary}</summary>{body}.</details>'
    )


# --- LaTeX ----------------------------------------------------------------------------------------


def latex(theorem: Theorem) -> str:
    """The theorem as LaTeX, for a paper that loads amsmath."""
    genuine(theorem)
    hypotheses = ", ".join(w.told(lambda term: f"${tex(term)}$") for w in given(theorem))
    parts = [
        rf"\paragraph{{{_kind(theorem)} \texttt{{{_escape_tex(theorem.id)}}}.}}",
        _escape_tex(theorem.note),
        f"Given {hypotheses}.",
    ]
    if theorem.proof is None:
        parts.append(rf"\[ {tex(theorem.statement.conclusion)} \]")
    for opening, chain in chains(theorem):
        parts += [opening.told(lambda term: f"${tex(term)}$")] if opening else []
        parts.append(_latex_chain(chain))
    parts.append(rf"\emph{{Marks:}} {_escape_tex(_marks(theorem))}.")
    return "\n".join(parts) + "\n"


def _latex_chain(chain: Chain) -> str:
    rows = []
    for place, step in enumerate(chain.steps):
        left = tex(chain.start) if place == 0 else ""
        why = reason(step, chain)
        beside = "".join(
            f"${tex(p)}$" if kind == "math" else _escape_tex(p) for kind, p in why.parts
        )
        rows.append(rf"{left} &{SIGNS[step.relation]} {tex(step.after)} && \text{{{beside}}}")
    return "\\begin{align}\n" + " \\\\\n".join(rows) + "\n\\end{align}"


def _escape_tex(prose: str) -> str:
    for character in "\\&%$#_{}~^":
        prose = prose.replace(character, {"\\": r"\textbackslash "}.get(character, "\\" + character))
    return prose


# --- Jupyter --------------------------------------------------------------------------------------


def mimebundle(theorem: Theorem) -> dict[str, str]:
    """What Jupyter shows for a theorem."""
    return {"text/html": html(theorem), "text/plain": text(theorem)}


def register() -> None:
    """Have a running IPython show theorems by :func:`mimebundle`."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is not None:
        formatter = shell.display_formatter.mimebundle_formatter
        formatter.for_type(Theorem, lambda theorem, **_: mimebundle(theorem))
