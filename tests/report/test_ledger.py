import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from sympy import Symbol

import derivations
from radam_sym.kernel.axioms import AXIOMS, power_vanishing
from radam_sym.kernel.format import dumps, in_order
from radam_sym.kernel.formulas import Relation, Statement
from radam_sym.kernel.theorem import Source, Theorem, axiom, model
from radam_sym.proof import algebra, chain, cite
from radam_sym.proof.derivation import proved
from radam_sym.report import console
from radam_sym.report.graph import graph
from radam_sym.report.ledger import (
    Entry,
    Ledger,
    as_data,
    show,
    summary,
    versions,
)

x = Symbol("x", real=True)

PUBLISHED = {  # where axioms may come from
    "Billingsley, Probability and Measure, 3rd ed., 1995",
    "Cressie & Borkent 1986, The moment generating function has its moments",
    "Gradshteyn & Ryzhik, Table of Integrals, Series, and Products, 7th ed., 2007",
    "NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov",
    "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976",
    "Trefethen & Weideman 2014, The exponentially convergent trapezoidal rule",
    "Whittaker & Watson, A Course of Modern Analysis, 4th ed., 1927",
}


def theorem(identifier: str) -> Theorem:
    return proved(derivations.theorems[identifier])


def square() -> Theorem:
    return chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1).qed("test.square")


def assumed() -> Theorem:
    """A premise that is no published theorem."""
    statement = Statement((), Relation("<=", x**2 - 1, x**2))
    source = Source("somebody", "section [3]")
    return model("their.model", statement, source, "g is taken to be [bold].")


# --- marks, from the exported data alone ----------------------------------------------------------


def parts(data: Any) -> Iterator[dict[str, Any]]:
    """All the objects in a proof as data."""
    if isinstance(data, dict):
        yield data
    if isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from parts(part)


def marks_of(text: str) -> dict[str, set[str]]:
    """Each theorem's marks: those of its own steps, and of all that can be reached from it."""
    own: dict[str, set[str]] = {}
    cited: dict[str, set[str]] = {}
    for data in json.loads(text.splitlines()[1])["theorems"]:
        name = data["id"]
        if data["proof"] in (None, "model"):
            own[name], cited[name] = {f"{data['proof'] or 'axiom'}:{name}"}, set()
        else:
            found = list(parts(data["proof"]))
            own[name] = {"ball" for part in found if part.get("rule") == "enclose"}
            cited[name] = {part["theorem"] for part in found if "theorem" in part}
    marks = {}
    for name in own:
        reached, pending = {name}, [name]
        while pending:
            new = cited[pending.pop()] - reached
            reached |= new
            pending += new
        marks[name] = set().union(*(own[other] for other in reached))
    return marks


def test_every_theorems_marks_are_those_of_all_it_reaches_in_the_exported_data() -> None:
    theorems = in_order(map(proved, derivations.theorems.values()))
    recomputed = marks_of(dumps(theorems))
    assert recomputed == {theorem.id: set(theorem.marks) for theorem in theorems}
    kinds = {mark.partition(":")[0] for marks in recomputed.values() for mark in marks}
    assert kinds == {"axiom", "ball", "model"}


def test_all_that_a_theorem_rests_on_is_in_its_data_and_nothing_else() -> None:
    ordered = in_order(map(proved, derivations.theorems.values()))
    content = json.loads(dumps(ordered).splitlines()[1])["theorems"]
    for kept, data in zip(ordered, content, strict=True):
        cited = {part["theorem"] for part in parts(data["proof"]) if "theorem" in part}
        assert cited == {used.id for used in kept.rests_on}


# --- premises -------------------------------------------------------------------------------------


def test_every_axiom_is_published_and_the_data_says_where() -> None:
    data = as_data(Ledger([Entry(premise, 0.0) for premise in AXIOMS.values()]))
    for entry, (name, premise) in zip(data["axioms"], AXIOMS.items(), strict=True):
        assert premise.source.work in PUBLISHED
        assert premise.source.place
        assert entry == {"id": name, "source": str(premise.source), "of_the_kernel": True}


@pytest.mark.parametrize("name", AXIOMS)
def test_the_line_of_an_axiom_holds_its_source(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    show(Ledger([Entry(AXIOMS[name], 0.0)]))
    header, *lines, _ = capsys.readouterr().out.splitlines()
    starts = [header.index(heading) for heading in ("axiom", "what it says", "source")]
    assert "".join(line[: starts[1]].strip() for line in lines) == name
    said = " ".join(" ".join(line[starts[1] : starts[2]] for line in lines).split())
    source = " ".join(" ".join(line[starts[2] :] for line in lines).split())
    assert (said, source) == (AXIOMS[name].note, str(AXIOMS[name].source))


def test_every_axiom_that_the_library_rests_on_is_the_kernels_and_has_a_line() -> None:
    theorems = [proved(found) for found in derivations.theorems.values()]
    ledger = Ledger([Entry(t, 0.0) for t in in_order(theorems)])
    premises = {t.id for t in in_order(theorems) if t.proof is None}
    assert {a.id for a in ledger.axioms} | {m.id for m in ledger.models} == premises
    assert all(AXIOMS[a.id] is a for a in ledger.axioms)
    marks = {mark for theorem in theorems for mark in theorem.marks}
    assert marks - {"ball"} == {f"axiom:{a.id}" for a in ledger.axioms} | {
        f"model:{m.id}" for m in ledger.models
    }


def test_a_model_is_told_from_an_axiom(capsys: pytest.CaptureFixture[str]) -> None:
    ledger = Ledger([Entry(power_vanishing, 0.0), Entry(assumed(), 0.0), Entry(square(), 0.0)])
    assert [a.id for a in ledger.axioms] == ["power.vanishing"]
    assert [m.id for m in ledger.models] == ["their.model"]
    assert [e.theorem.id for e in ledger.theorems] == ["test.square"]
    show(ledger)
    printed = capsys.readouterr().out
    axioms, models = printed.split("\nmodel ")
    assert "power.vanishing" in axioms
    assert "their.model" not in axioms
    assert "what is assumed" in models
    assert "g is taken to be [bold]." in models
    assert "somebody, section [3]" in models
    assert "not one of the kernel's" not in printed
    data = json.loads(json.dumps(as_data(ledger)))
    assert [a["id"] for a in data["axioms"]] == ["power.vanishing"]
    [entry] = data["models"]
    assert entry["id"] == "their.model"
    assert (entry["note"], entry["source"]) == ("g is taken to be [bold].", str(assumed().source))


def test_the_graph_draws_a_model_in_a_box_of_its_own() -> None:
    resting = chain(x**2 - 1).since(cite(assumed())).at_most(x**2).qed("test.resting")
    assert resting.marks == {"model:their.model"}
    [axes] = graph([resting]).figure.axes
    shown = {text.get_text() for text in axes.texts}
    assert shown == {
        "their.model",
        "test.resting ◆",
        "model",
        "theorem",
        "◆ rests on a model",
    }


# --- the ledger -----------------------------------------------------------------------------------


def test_steps_count_the_lines_and_the_facts_of_every_chain() -> None:
    assert Entry(square(), 0.0).steps == 1
    assert Entry(power_vanishing, 0.0).steps == 0
    induction = theorem("ewma.normaliser")
    proof: Any = induction.proof
    lines = len(proof.base.steps) + len(proof.step.steps)
    assert Entry(induction, 0.0).steps == lines + len(proof.base.facts) + len(proof.step.facts)


def test_the_data_is_json_and_tells_an_axiom_of_the_kernel_from_anothers() -> None:
    claim = Relation("<=", x**2 - 1, x**2)
    foreign = axiom("their.axiom", Statement((), claim), Source("somebody"), "E[g] is [bold]")
    resting = chain(x**2 - 1).since(cite(foreign)).at_most(x**2).qed("test.resting")
    ledger = Ledger([Entry(t, 0.25, 0.5) for t in (foreign, power_vanishing, resting)])
    ledger.refused.append(("test.no", "algebra: no"))
    data = json.loads(json.dumps(as_data(ledger)))
    assert [(a["id"], a["of_the_kernel"]) for a in data["axioms"]] == [
        ("their.axiom", False),
        ("power.vanishing", True),
    ]
    [entry] = data["theorems"]
    assert entry["marks"] == ["axiom:their.axiom"]
    assert entry["seconds"] == 0.75
    assert data["seconds"] == 2.25
    assert data["refused"] == [{"id": "test.no", "reason": "algebra: no"}]


def test_a_namesake_of_an_axiom_is_not_the_kernels() -> None:
    namesake = axiom("power.vanishing", Statement((), Relation("<=", x**2 - 1, x**2)), Source("me"))
    assert as_data(Ledger([Entry(namesake, 0.0)]))["axioms"][0]["of_the_kernel"] is False


def test_showing_keeps_brackets_and_tells_what_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    claim = Relation("<=", x**2 - 1, x**2)
    foreign = axiom("[/their]", Statement((), claim), Source("[red]somebody"), "E[g] is [bold]")
    ledger = Ledger([Entry(foreign, 0.0), Entry(square(), 0.0012)], [("[/no]", "algebra: [no]")])
    show(ledger)
    out = capsys.readouterr().out
    for text in ("[/their]", "not one of the kernel's", "[red]somebody", "E[g] is [bold]", "[/no]"):
        assert text in out
    assert "algebra: [no]" in out
    assert "test.square" in out


@pytest.mark.parametrize(
    ("refused", "told"),
    [
        ([], "1 theorems proved, 1 of them from the rules alone"),
        ([("a", "b")], "1 theorems proved, 1 refused"),
    ],
)
def test_the_summary_counts(refused: list[tuple[str, str]], told: str) -> None:
    line = summary(Ledger([Entry(square(), 1.0, 2.0), Entry(power_vanishing, 0.0)], refused))
    assert line.startswith(told)
    assert "3.0 s" in line
    for library in ("sympy", "flint", "python-flint"):
        assert f"{library} {versions()[library]}" in line


@pytest.mark.parametrize("width", [80, 160])
def test_a_table_of_any_width_keeps_ids_and_numbers_whole(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "PIPE_WIDTH", width)
    theorems = in_order(map(proved, derivations.theorems.values()))
    ledger = Ledger([Entry(t, 1.9) for t in theorems])
    show(ledger)
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines()[:-1])) <= width
    assert "…" not in printed
    for entry in ledger.theorems:
        line = rf"^{re.escape(entry.theorem.id)} +{entry.steps} +1900  \S"
        assert re.search(line, printed, re.MULTILINE)
    for mark in {mark for theorem in theorems for mark in theorem.marks}:
        assert re.search(rf"(?<!\S){re.escape(mark)}(?![\w.])", printed)
