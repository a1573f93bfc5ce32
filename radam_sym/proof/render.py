"""A theorem on a page: as text for a terminal, as HTML for Jupyter, as LaTeX for a paper.

Each shows the statement in words, what is given, the numbered derivation with the reason beside
each line, the marks and what the theorem rests on. An object that the kernel did not make is
refused here too.
"""

from __future__ import annotations

import re
import sys
from html import escape
from typing import Any

from sympy import Basic

from radam_sym.kernel.heads import Definition
from radam_sym.kernel.theorem import Chain, Theorem, genuine, is_model
from radam_sym.proof.words import (
    PLAIN_SIGNS,
    SIGNS,
    Told,
    Words,
    chains,
    facts,
    given,
    plain,
    reason,
    tex,
)

UNMARKED = "none: proved exactly, from the rules alone"
LOWERED, RAISED = r"<i>\1<sub>\2</sub></i>", r"\1<sup>\2</sup>"
SCRIPTS = (
    (r"(\w)_\{([^}]+)\}", LOWERED),
    (r"(?<![^\W\d]{2})(\w[²³]?)_(\w|∞)(?![^\W²³])", LOWERED),  # but not of a word
    (r"([\w)\]])\^\{([^}]+)\}", RAISED),
    (r"([\w)\]])\^(\w+|\([^)]*\))", RAISED),
)
STYLE = {
    "theorem": "margin:1.2em 0",
    "table": "border-collapse:collapse;margin:.6em 0;font-size:1em",
    "row": "background:none",
    "number": "padding:.35em .8em .35em 0;text-align:right;color:#767676;border:0",
    "left": "padding:.35em .4em .35em 0;text-align:right;border:0",
    "right": "padding:.35em 1.1em .35em 0;text-align:left;border:0",
    "reason": "padding:.35em 0;text-align:left;color:#595959;border:0;min-width:7em",
    "small": "color:#595959;margin:.3em 0;font-size:.9em",
}


def _marks(theorem: Theorem) -> str:
    return ", ".join(sorted(theorem.marks)) or UNMARKED


def _rests_on(theorem: Theorem) -> str:
    return ", ".join(used.id for used in theorem.rests_on) or "nothing"


def kind(theorem: Theorem) -> str:
    """What it is: a Theorem, an Axiom or a Model, which is a premise that is no published theorem.

    >>> from radam_sym.kernel.axioms import power_vanishing
    >>> kind(power_vanishing)
    'Axiom'
    """
    if theorem.proof is not None:
        return "Theorem"
    return "Model" if is_model(theorem) else "Axiom"


# --- text -----------------------------------------------------------------------------------------


def text(theorem: Theorem) -> str:
    """The theorem as text for a terminal."""
    genuine(theorem)
    lines = [f"{kind(theorem)} {theorem.id}  ({theorem.source})"]
    if theorem.note:
        lines.append(f"  {theorem.note}")
    if hypotheses := given(theorem):
        lines.append("  given     " + "; ".join(words.told(plain) for words in hypotheses))
    lines.append("  claim     " + plain(theorem.statement.conclusion))
    number = 1
    for told in chains(theorem):
        lines += ["", f"  {told.opening.told(plain)}"] if told.opening else [""]
        lines += _text_chain(told, number)
        number += len(told.chain.steps)
    lines += ["", f"  marks     {_marks(theorem)}", f"  rests on  {_rests_on(theorem)}"]
    return "\n".join(lines)


def _text_chain(told: Told, number: int) -> list[str]:
    chain = told.chain
    rows = [f"       {plain(chain.start)}"]
    for place, step in enumerate(chain.steps, start=number):
        line = f"  ({place})    {PLAIN_SIGNS[step.relation]} {plain(step.after)}"
        rows.append(f"{line}    [{reason(step, told).told(plain)}]")
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
        f"<p><strong>{kind(theorem)}</strong> <code>{escape(theorem.id)}</code>. "
        f"{_prose(theorem.note)}</p>",
    ]
    if hypotheses := given(theorem):
        parts.append(_small("Given " + "; ".join(map(_told, hypotheses))))
    if not isinstance(theorem.proof, Chain):
        parts.append(f"<p>{_display(theorem.statement.conclusion)}</p>")
    number = 1
    for told in chains(theorem):
        parts += [f"<p>{_told(told.opening)}</p>"] if told.opening else []
        parts.append(_html_chain(told, number))
        number += len(told.chain.steps)
    parts.append(_html_foundations(theorem))
    return f'<div class="theorem" style="{STYLE["theorem"]}">{"".join(parts)}</div>'


def said(theorem: Theorem) -> str:
    """What a theorem says, without its proof: as HTML with TeX in it."""
    genuine(theorem)
    hypotheses = "; ".join(map(_told, given(theorem)))
    return f"{_prose(theorem.note)}<div>{_display(theorem.statement.conclusion)}</div>" + (
        _small(f"Given {hypotheses}") if hypotheses else ""
    )


def _html_foundations(theorem: Theorem) -> str:
    return _small(
        f"Marks: {escape(_marks(theorem))}. Rests on: {_ids(theorem)}. "
        f"Source: {escape(str(theorem.source))}."
    )


def _prose(note: str) -> str:
    """Plain words as HTML, with 2w_t, χ²_ρ, β^t and e^{−s} as they are written by hand."""
    html = escape(note)
    for pattern, lowered_or_raised in SCRIPTS:
        html = re.sub(pattern, lowered_or_raised, html)
    return html


def _ids(theorem: Theorem) -> str:
    return ", ".join(f"<code>{escape(t.id)}</code>" for t in theorem.rests_on) or "nothing"


def _small(content: str) -> str:
    return f'<p style="{STYLE["small"]}">{content}</p>'


def _cell(role: str, content: str) -> str:
    return f'<td style="{STYLE[role]}">{content}</td>'


def _html_chain(told: Told, number: int) -> str:
    rows, chain = [], told.chain
    for place, step in enumerate(chain.steps):
        left = _display(chain.start) if place == 0 else ""
        line = rf"\(\displaystyle {escape(SIGNS[step.relation])} {escape(tex(step.after))}\)"
        cells = (
            _cell("number", f"({number + place})")
            + _cell("left", left)
            + _cell("right", line)
            + _cell("reason", _told(reason(step, told)))
        )
        rows.append(f'<tr style="{STYLE["row"]}">{cells}</tr>')
    return f'<table style="{STYLE["table"]}">{"".join(rows)}</table>{_html_facts(chain)}'


def _html_facts(chain: Chain) -> str:
    cited, combined = facts(chain)
    if not cited and not combined:
        return ""
    listed = dict.fromkeys(f"<code>{escape(fact.theorem.id)}</code>" for fact in cited)
    using = f"using {', '.join(listed)}" if listed else ""
    conditions = "; ".join(dict.fromkeys(_math(fact.relation) for fact in combined))
    met = f"side conditions met: {conditions}" if conditions else ""
    counts = [(len(cited), "fact"), (len(combined), "side condition")]
    summary = ", ".join(f"{count} {name}{'s'[: count - 1]}" for count, name in counts if count)
    body = ". ".join(part[0].upper() + part[1:] for part in (using, met) if part)
    return f'<details style="{STYLE["small"]}"><summary>{summary}</summary>{body}.</details>'


# --- LaTeX ----------------------------------------------------------------------------------------


def latex(theorem: Theorem) -> str:
    """The theorem as LaTeX, for a paper that loads amsmath."""
    genuine(theorem)
    hypotheses = ", ".join(w.told(lambda term: f"${tex(term)}$") for w in given(theorem))
    parts = [
        rf"\paragraph{{{kind(theorem)} \texttt{{{_escape_tex(theorem.id)}}}.}}",
        _escape_tex(theorem.note),
    ]
    if hypotheses:
        parts.append(f"Given {hypotheses}.")
    if not isinstance(theorem.proof, Chain):
        parts.append(rf"\[ {tex(theorem.statement.conclusion)} \]")
    for told in chains(theorem):
        parts += [told.opening.told(lambda term: f"${tex(term)}$")] if told.opening else []
        parts.append(_latex_chain(told))
    parts.append(rf"\emph{{Marks:}} {_escape_tex(_marks(theorem))}.")
    return "\n".join(parts) + "\n"


def _latex_chain(told: Told) -> str:
    rows, chain = [], told.chain
    for place, step in enumerate(chain.steps):
        left = tex(chain.start) if place == 0 else ""
        why = reason(step, told)
        beside = "".join(
            f"${tex(p)}$" if kind == "math" else _escape_tex(p) for kind, p in why.parts
        )
        rows.append(rf"{left} &{SIGNS[step.relation]} {tex(step.after)} && \text{{{beside}}}")
    return "\\begin{align}\n" + " \\\\\n".join(rows) + "\n\\end{align}"


IN_TEX = {character: "\\" + character for character in "&%$#_{}"}
IN_TEX |= {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
GLYPHS = (  # what notes are written with, for an engine that lacks them
    "β beta, λ lambda, μ mu, ρ rho, σ sigma, τ tau, Σ Sigma, ∞ infty, √ surd, → to, ≤ le, ≥ ge,"
    "≠ ne, · cdot, × times"
)
IN_TEX |= {glyph: rf"\ensuremath{{\{name}}}" for glyph, name in map(str.split, GLYPHS.split(","))}
IN_TEX |= {"−": r"\ensuremath{-}", "²": r"\ensuremath{^2}", "³": r"\ensuremath{^3}"}


def _escape_tex(prose: str) -> str:
    return "".join(IN_TEX.get(character, character) for character in prose)


# --- Jupyter --------------------------------------------------------------------------------------


def mimebundle(theorem: Theorem) -> dict[str, str]:
    """What Jupyter shows for a theorem."""
    return {"text/html": html(theorem), "text/plain": text(theorem)}


def definition_bundle(definition: Definition) -> dict[str, str]:
    """What Jupyter shows for a definition: its notation and what that stands for."""
    term = definition(*definition.parameters)
    return {
        "text/latex": rf"$\displaystyle {tex(term)} := {tex(definition.body)}$",
        "text/plain": f"{plain(term)} := {plain(definition.body)}",
    }


def register() -> None:
    """Have a running IPython show theorems and definitions as these functions do."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is not None:
        formatter = shell.display_formatter.mimebundle_formatter
        formatter.for_type(Theorem, lambda theorem, **_: mimebundle(theorem))
        formatter.for_type(Definition, lambda definition, **_: definition_bundle(definition))
