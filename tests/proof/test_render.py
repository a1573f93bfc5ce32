import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from sympy import Integer, Symbol

import derivations
from derivations.liu_model import chi_squared
from derivations.notation import ess
from radam_sym.kernel.axioms import AXIOMS, power_vanishing
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.theorem import Chain, Source, Theorem, _make
from radam_sym.proof import algebra, chain, html, latex, text
from radam_sym.proof.derivation import proved
from radam_sym.proof.render import definition_bundle, kind, mimebundle, register, said
from radam_sym.proof.words import chains, tex

x = Symbol("x", real=True)
ALL = [*derivations.theorems, *AXIOMS]


def theorem(identifier: str) -> Theorem:
    return AXIOMS.get(identifier) or proved(derivations.theorems[identifier])


def lines(found: Theorem) -> int:
    return sum(len(told.chain.steps) for told in chains(found))


class Page(HTMLParser):
    """The text of a page by table cell, and whether its tags are balanced."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.text = ""
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if "td" in self.open:
            self.rows[-1][-1] += data


@pytest.mark.parametrize("identifier", ALL)
def test_html_has_the_numbered_lines_each_with_its_reason(identifier: str) -> None:
    found = theorem(identifier)
    page = Page(html(found))
    assert [row[0] for row in page.rows] == [f"({k})" for k in range(1, lines(found) + 1)]
    assert all(row[-1] for row in page.rows)
    assert found.id in page.text
    for mark in found.marks:
        assert mark in page.text
    for used in found.rests_on:
        assert used.id in page.text
    assert str(found.source) in page.text
    kind = "Axiom" if found.proof is None else "Theorem"
    assert page.text.startswith(kind)
    if not found.marks:
        assert "proved exactly" in page.text


@pytest.mark.parametrize("identifier", ALL)
def test_mathematics_is_balanced_and_shows_no_raw_less_than(identifier: str) -> None:
    source = html(theorem(identifier))
    assert source.count(r"\(") == source.count(r"\)")
    for piece in re.findall(r"\\\((.*?)\\\)", source, re.S):
        assert piece.count("{") == piece.count("}")
        assert piece.count(r"\left") == piece.count(r"\right")
        assert "<" not in piece
        assert ">" not in piece


@pytest.mark.parametrize("identifier", ALL)
def test_latex_is_balanced_in_braces_mathematics_and_environments(identifier: str) -> None:
    found = theorem(identifier)
    source = latex(found)
    bare = re.sub(r"\\[\\{}$&%#_]", "", source)
    depth = 0
    for character in bare:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    assert bare.count("$") % 2 == 0
    assert source.count(r"\[") - len(re.findall(r"\\\\\[", source)) == source.count(r"\]")
    opened = re.findall(r"\\begin\{(\w+\*?)\}", source)
    assert opened == re.findall(r"\\end\{(\w+\*?)\}", source)
    for block in re.findall(r"\\begin\{align\}\n(.*?)\n\\end\{align\}", source, re.S):
        for row in re.split(r" \\\\\n", block):
            assert len(re.findall(r"(?<!\\)&", row)) == 3
    assert source.count(r"&& \text{") == lines(found)
    mathematics = r"\$.*?\$|\\\[.*?\\\]|\\ensuremath\{[^}]*\}|\\begin\{align\}.*?\\end\{align\}"
    outside = re.sub(mathematics, "", source, flags=re.S)
    assert not re.search(r"(?<!\\)[_^#%&~]", outside)
    assert not set(outside) & set("βλμρστ∞√→≤≥−²³Σ")


def scripts(source: str) -> Iterator[list[str]]:
    """The scripts on each thing that has some, in order, as ^ and _."""
    piece = r"(?:\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|\\?\w)"
    for run in re.finditer(rf"(?:[\^_]{piece})+", source):
        yield re.findall(rf"([\^_]){piece}", run[0])


@pytest.mark.parametrize("identifier", ALL)
def test_nothing_has_two_superscripts_or_two_subscripts(identifier: str) -> None:
    found = theorem(identifier)
    for source in (latex(found), html(found)):
        assert [kinds for kinds in scripts(source) if len(kinds) > len(set(kinds))] == []


def test_two_superscripts_are_seen() -> None:
    assert list(scripts(r"r^{\mathrm{simple}}_{t}^{2} + {n^{a}}^{2} + x_1^2")) == [
        ["^", "_", "^"],
        ["^"],
        ["^"],
        ["_", "^"],
    ]


@pytest.mark.parametrize("identifier", ALL)
def test_text_has_claim_lines_marks_and_foundations(identifier: str) -> None:
    found = theorem(identifier)
    source = text(found)
    numbers = [int(k) for k in re.findall(r"^  \((\d+)\)", source, re.M)]
    assert numbers == list(range(1, lines(found) + 1))
    assert re.search(r"^  claim     \S", source, re.M)
    marks = ", ".join(sorted(found.marks)) or "none: proved exactly, from the rules alone"
    assert f"\n  marks     {marks}\n" in source
    below = ", ".join(used.id for used in found.rests_on) or "nothing"
    assert source.endswith(f"\n  rests on  {below}")


def test_the_text_of_one_theorem_word_for_word() -> None:
    assert text(theorem("ess.limit_t")).splitlines() == [
        "Theorem ess.limit_t  (Hilton 2019, Learning rate warmup for Adam, section 2)",
        "  With time the effective sample size converges to (1+β)/(1−β).",
        "  given     β real; 0 < β; β < 1",
        "  claim     lim[t → ∞] ess(β, t) = ess_limit(β)",
        "",
        "       lim[t → ∞] ess(β, t)",
        "  (1)    = lim[t → ∞] ((1 - β^t)*(1 + β)/((1 - β)*(1 + β^t)))"
        "    [definition of ess(β, t)]",
        "  (2)    = (1 + β)/(1 - β)    [continuity, lim[n → ∞] β^n = 0]",
        "  (3)    = ess_limit(β)    [definition of ess_limit(β)]",
        "       using power.positive, power.at_most_base, power.vanishing",
        f"       side conditions: {side_conditions('ess.limit_t')}, each checked",
        "",
        "  marks     axiom:power.vanishing",
        "  rests on  power.positive, power.at_most_base, power.vanishing",
    ]


def side_conditions(identifier: str) -> int:
    proof = theorem(identifier).proof
    assert isinstance(proof, Chain)
    return sum(not hasattr(fact, "theorem") for fact in proof.facts)


def test_an_induction_and_an_axiom_show_what_they_say() -> None:
    claim = r"\sum_{j=0}^{t - 1} \beta^{j} = \frac{1 - \beta^{t}}{1 - \beta}"
    assert claim in html(theorem("ewma.normaliser"))
    assert claim in latex(theorem("ewma.normaliser"))
    assert r"\lim_{n \to \infty} q^{n} = 0" in html(power_vanishing)
    assert r"\lim_{n \to \infty} q^{n} = 0" in latex(power_vanishing)


def test_what_a_reader_wrote_is_escaped() -> None:
    note, place = 'a < b & "c" _^ ~ \\ # % $ {}', "<i>"
    found = (
        chain(x - x**2)
        .by(algebra, to=x * (1 - x))
        .qed("test.<b>", source=Source("R&D", place), note=note)
    )
    page = Page(html(found))
    assert note in page.text
    assert "test.<b>" in page.text
    assert "R&D, <i>" in page.text
    assert "<b>" not in html(found)
    source = latex(found)
    assert r"a < b \& " in source
    assert r"\_\textasciicircum{} \textasciitilde{} \textbackslash{} \# \% \$ \{\}" in source


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("n_t is n_∞", "<i>n<sub>t</sub></i> is <i>n<sub>∞</sub></i>"),
        ("1+2sw_i", "1+2s<i>w<sub>i</sub></i>"),
        ("χ²_ρ/ρ", "<i>χ²<sub>ρ</sub></i>/ρ"),
        ("P_½² is 6δDP_{p+3}", "<i>P<sub>½</sub></i>² is 6δD<i>P<sub>p+3</sub></i>"),
        ("β^t, e^(−z)", "β<sup>t</sup>, e<sup>(−z)</sup>"),
        ("E[v^{−p}]^{1/2}", "E[v<sup>−p</sup>]<sup>1/2</sup>"),
        ("F^Liu(ρ)", "F<sup>Liu</sup>(ρ)"),
        ("power_t, n_th, a ^ b", "power_t, n_th, a ^ b"),
    ],
)
def test_scripts_in_a_note_are_lowered_and_raised(note: str, shown: str) -> None:
    found = chain(Integer(2)).below(3).qed("test.scripts", note=note)
    assert f"</code>. {shown}</p>" in html(found)


def test_one_fact_is_one_fact() -> None:
    found = theorem("chi.variance_expansion.below")
    assert "<summary>1 fact, 7 side conditions</summary>" in html(found)


def test_a_model_is_called_one() -> None:
    for source in (text(chi_squared), Page(html(chi_squared)).text, latex(chi_squared)):
        assert "Model" in source
        assert "Axiom" not in source


def test_nothing_is_said_of_hypotheses_where_there_are_none() -> None:
    found = chain(Integer(2)).below(3).qed("test.constant")
    for source in (text(found), html(found), latex(found)):
        assert "iven" not in source


@pytest.mark.parametrize("show", [text, html, latex, mimebundle])
def test_a_husk_is_not_shown(show: Any) -> None:
    husk: Theorem = object.__new__(Theorem)  # type: ignore[arg-type]
    with pytest.raises(ProofError, match="not a theorem that the kernel made"):
        show(husk)
    with pytest.raises(ProofError, match="not a theorem that the kernel made"):
        repr(husk)


def test_jupyter_gets_html_and_text() -> None:
    found = theorem("ess.first")
    assert mimebundle(found) == {"text/html": html(found), "text/plain": text(found)}


def test_a_definition_shows_its_notation_and_what_that_stands_for() -> None:
    bundle = definition_bundle(ess)
    assert bundle["text/plain"].startswith("ess(β, t) := (1 - β^t)*(1 + β)/")
    assert bundle["text/latex"].startswith(r"$\displaystyle n_{t} := \frac{")


def test_a_running_ipython_is_told_once_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[Any, Any] = {}

    class Formatter:
        def for_type(self, kind: Any, show: Any) -> None:
            told[kind] = show

    class Shell:
        class display_formatter:  # noqa: N801 (its name in IPython)
            mimebundle_formatter = Formatter()

    class IPython:
        @staticmethod
        def get_ipython() -> Any:
            return Shell

    monkeypatch.setitem(sys.modules, "IPython", IPython)
    register()
    assert told[Theorem](theorem("ess.first"), include=None) == mimebundle(theorem("ess.first"))
    assert told[type(ess)](ess) == definition_bundle(ess)
    monkeypatch.delitem(sys.modules, "IPython")
    register()


def test_a_premise_is_an_axiom_or_a_model_by_its_mark() -> None:
    names = ("id", "marks", "note", "proof", "rests_on", "source", "statement")
    values = {name: getattr(power_vanishing, name) for name in names}
    model = _make(**values | {"marks": frozenset([f"model:{power_vanishing.id}"])})
    resting = _make(**values | {"marks": frozenset(["model:another"])})
    found = theorem("ess.limit_t")
    assert [kind(t) for t in (found, power_vanishing, model, resting)] == [
        "Theorem",
        "Axiom",
        "Model",
        "Axiom",
    ]
    assert text(model).startswith("Model power.vanishing")
    assert "<strong>Model</strong>" in html(model)
    assert r"\paragraph{Model" in latex(model)


def test_what_a_theorem_says_is_its_note_its_statement_and_what_is_given() -> None:
    found = theorem("ess.limit_t")
    page = Page(f"<div>{said(found)}</div>")
    assert page.text.startswith(found.note)
    for formula in (*found.statement.hypotheses, found.statement.conclusion):
        assert tex(formula) in page.text
