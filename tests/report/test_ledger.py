import hashlib
import json
import subprocess
import sys
from typing import Any

import pytest
from sympy import Symbol

import derivations
from radam_sym.kernel.axioms import power_vanishing
from radam_sym.kernel.format import dumps
from radam_sym.kernel.formulas import Relation, Statement
from radam_sym.kernel.theorem import Source, Theorem, axiom
from radam_sym.proof import algebra, chain, cite
from radam_sym.proof.derivation import proved
from radam_sym.report import ledger as module
from radam_sym.report.ledger import Entry, Ledger, ReplayError, as_data, replay, show, summary

x = Symbol("x", real=True)


def theorem(identifier: str) -> Theorem:
    return proved(derivations.theorems[identifier])


def square() -> Theorem:
    return chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1).qed("test.square")


def test_replay_accepts_theorems_with_all_they_rest_on_in_order() -> None:
    ledger = replay([theorem("ess.limit_t")])
    ids = [entry.theorem.id for entry in ledger.entries]
    assert ids[-1] == "ess.limit_t"
    assert set(ids) == {"ess.limit_t", *(used.id for used in theorem("ess.limit_t").rests_on)}
    assert [a.id for a in ledger.axioms] == ["power.vanishing"]
    assert all(entry.checked > 0 for entry in ledger.entries)
    assert [e.theorem.id for e in ledger.theorems] == [i for i in ids if i != "power.vanishing"]


def test_the_fresh_process_loads_nothing_but_the_kernel() -> None:
    script = "import sys, radam_sym.kernel.__main__; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "radam_sym.kernel.format" in loaded
    assert {"radam_sym.proof", "radam_sym.report", "derivations", "numpy", "rich"}.isdisjoint(
        loaded
    )


def test_steps_count_the_lines_and_the_facts_of_every_chain() -> None:
    assert Entry(square(), 0.0).steps == 1
    assert Entry(power_vanishing, 0.0).steps == 0
    induction = theorem("ewma.normaliser")
    proof: Any = induction.proof
    lines = len(proof.base.steps) + len(proof.step.steps)
    assert Entry(induction, 0.0).steps == lines + len(proof.base.facts) + len(proof.step.facts)


def test_what_the_fresh_process_refuses_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    for text, said in (("", "not a proof file"), ("{}\n", "."), ("[]\n{}\n", ".")):
        monkeypatch.setattr(module, "dumps", lambda theorems, text=text: text)
        with pytest.raises(ReplayError, match=said):
            replay([square()])


def test_a_proof_whose_data_says_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:

    def changed(theorems: Any) -> str:
        head, body, _ = dumps([square()]).split("\n")
        content = json.loads(body)
        content["theorems"][0]["conclusion"][2] = 0
        body = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        header = {**json.loads(head), "sha256": hashlib.sha256(body.encode()).hexdigest()}
        return json.dumps(header, separators=(",", ":")) + f"\n{body}\n"

    monkeypatch.setattr(module, "dumps", changed)
    with pytest.raises(ReplayError, match="the chain proves"):
        replay([square()])


def test_a_checker_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Died:
        stdout, stderr = "", "out of memory"

    monkeypatch.setattr(subprocess, "run", lambda *_, **__: Died())
    with pytest.raises(ReplayError, match="stopped early: out of memory"):
        replay([square()])


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
    assert "sympy" in line
