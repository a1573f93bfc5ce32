"""What ``prove`` and ``check`` print at their end."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.modules import BAD
from tests.cli.running import IN_PROCESS_OF_ITS_OWN, Outcome


def test_json_has_each_theorems_time_and_foundations(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(Outcome(capsys, "prove", "ess.limit_t", "--json").out)
    *lemmas, theorem = data["theorems"]
    assert theorem["id"] == "ess.limit_t"
    assert theorem["marks"] == ["axiom:power.vanishing"]
    assert {t["id"] for t in lemmas} | {"power.vanishing"} == set(theorem["rests_on"])
    for entry in data["theorems"]:
        assert entry["seconds"] == pytest.approx(
            entry["seconds_written"] + entry["seconds_checked"], abs=2e-6
        )
        assert entry["seconds_checked"] > 0
    assert data["seconds"] >= sum(t["seconds"] for t in data["theorems"]) - 1e-4
    assert data["axioms"] == [
        {
            "id": "power.vanishing",
            "source": "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, theorem 3.20(e)",
            "of_the_kernel": True,
        }
    ]
    assert data["refused"] == []
    assert set(data["versions"]) == {"python", "sympy", "flint", "python-flint"}


def test_markup_in_what_a_reader_wrote_is_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = BAD.replace("mine.", "[/mine]").replace("The square of a sum", "[bold]E[g]")
    (folder / "mine_marked.py").write_text(written)
    outcome = Outcome(capsys, "prove", "mine_marked")
    outcome.is_refused(1, r"\[/mine\]wrong")
    assert "[/mine]square" in outcome.out


@pytest.mark.parametrize("options", [[], ["--json"]], ids=str)
def test_what_is_refused_comes_last_where_all_goes_to_one_place(
    options: list[str], tmp_path: Path
) -> None:
    (tmp_path / "mine_bad.py").write_text(BAD)
    place = tmp_path / "all.txt"
    with place.open("w") as both:
        command = [*IN_PROCESS_OF_ITS_OWN, "prove", "mine_bad", *options]
        environment = {**os.environ, "PYTHONUNBUFFERED": ""}
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, stdout=both, stderr=both, check=False
        )
    assert done.returncode == 1
    *before, last = place.read_text(encoding="utf-8").splitlines()
    assert last == "radam-sym: refused: mine.wrong"
    assert "counterexample" in "\n".join(before)
