from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from sympy import Symbol

import derivations
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.format import Files, dumps, in_order
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof import algebra, chain
from radam_sym.proof.derivation import proved
from radam_sym.report import checker as module
from radam_sym.report.checker import ReplayError, checking
from radam_sym.report.ledger import Ledger

x = Symbol("x", real=True)


def theorem(identifier: str) -> Theorem:
    return proved(derivations.theorems[identifier])


def square(degree: int = 1) -> Theorem:
    start = (x + 1) ** 2 * x**degree
    return chain(start).by(algebra, to=start.expand()).qed("test.square")


def checked(*theorems: Theorem) -> Ledger:
    with checking() as checker:
        for one in theorems:
            checker.send(one)
        return checker.ledger()


def test_theorems_are_accepted_with_all_they_rest_on_in_order() -> None:
    ledger = checked(theorem("ess.limit_t"))
    ids = [entry.theorem.id for entry in ledger.entries]
    assert ids[-1] == "ess.limit_t"
    assert set(ids) == {"ess.limit_t", *(used.id for used in theorem("ess.limit_t").rests_on)}
    assert [a.id for a in ledger.axioms] == ["power.vanishing"]
    assert all(entry.checked > 0 for entry in ledger.entries)
    assert [e.theorem.id for e in ledger.theorems] == [i for i in ids if i != "power.vanishing"]


def test_each_is_sent_and_checked_once() -> None:
    sent = [theorem(name) for name in ("ess.first", "ess.limit_t", "ess.first")]
    ledger = checked(*sent)
    assert [entry.theorem for entry in ledger.entries] == in_order(sent)


def test_nothing_sent_is_nothing_accepted() -> None:
    assert checked().entries == []


def test_two_theorems_of_one_id_are_refused() -> None:
    with pytest.raises(ProofError, match=r"two theorems have the id test\.square"):
        checked(square(1), square(2))


def test_more_is_sent_than_a_pipe_holds() -> None:
    """The sender must not wait while a long proof is checked, nor the checker for the sender."""
    many = [
        derivations.theorems[name] for name in derivations.theorems if name[:4] in ("ewma", "liu.")
    ]
    sent = [proved(found) for found in many]
    assert len(dumps(sent)) > 2**17
    assert len(checked(*sent).entries) == len(in_order(sent))


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


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Has the checker be sent some text for every theorem, whatever it is."""
    original = Files.dumps

    def replace(text: str) -> None:
        def dumps(files: Files, theorems: Any) -> str:
            original(files, theorems)
            return text

        monkeypatch.setattr(Files, "dumps", dumps)

    return replace


@pytest.mark.parametrize(
    ("text", "said"), [("", "not a proof file"), ("{}\n", "."), ("[]\n{}\n", ".")]
)
def test_what_the_fresh_process_refuses_is_an_error(
    text: str, said: str, written: Callable[[str], None]
) -> None:
    written(text)
    with pytest.raises(ReplayError, match=said):
        checked(square())


def test_a_proof_whose_data_says_something_else_is_refused(
    written: Callable[[str], None],
) -> None:
    head, body, _ = dumps([square()]).split("\n")
    content = json.loads(body)
    content["theorems"][0]["conclusion"][2] = 0
    body = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    header = {**json.loads(head), "sha256": hashlib.sha256(body.encode()).hexdigest()}
    written(json.dumps(header, separators=(",", ":")) + f"\n{body}\n")
    with pytest.raises(ReplayError, match="the chain proves"):
        checked(square())


def test_a_theorem_that_was_left_out_is_missed(written: Callable[[str], None]) -> None:
    written(dumps([]))
    with pytest.raises(ReplayError, match="stopped early"):
        checked(square())


@pytest.mark.parametrize("code", ["raise SystemExit('out of memory')", "import sys; sys.exit()"])
def test_a_checker_that_dies_is_told(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMMAND", (sys.executable, "-c", code))
    said = "out of memory" if "memory" in code else ""
    with pytest.raises(ReplayError, match=f"stopped early: {said}"):
        checked(square())


def test_it_ends_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)

    def fail() -> None:
        with checking() as checker:
            checker.send(square())
            raise ValueError("why not")

    monkeypatch.setattr(subprocess, "Popen", Noted)
    with pytest.raises(ValueError, match="why not"):
        fail()
    [process] = started
    assert process.returncode is not None
