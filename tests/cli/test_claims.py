"""``radam-sym claims``: every format, and every way in which it can go wrong."""

import json
import os
import re
from pathlib import Path

import pytest

from derivations.claims import claims
from radam_sym.report.claims import FORMATS, summary
from tests.cli.running import Outcome, alone, python


def test_all_claims_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome(capsys, "claims")
    assert (outcome.code, outcome.err) == (0, "")
    assert re.findall(r"^(C\d+) ", outcome.out, re.M) == [claim.id for claim in claims]
    assert outcome.out.splitlines()[-1].rstrip() == summary(claims)


def test_some_are_printed_in_the_order_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    out = Outcome(capsys, "claims", "C24", "C2", "C24").out
    assert re.findall(r"^(C\d+) ", out, re.M) == ["C24", "C2"]
    assert "That is one step short" in out
    assert "liu.first_step.closed_to_four" in out
    assert claims[23].cells[0].notebook in out


@pytest.mark.parametrize("format", FORMATS)
def test_they_are_written_in_each_format(
    format: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = FORMATS[format](claims)
    printed = Outcome(capsys, "claims", "--format", format)
    assert printed.code == 0
    assert [line.rstrip() for line in printed.out.splitlines()] == expected.splitlines()
    outcome = Outcome(capsys, "claims", "--format", format, "-o", "out")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert (folder / "out").read_text(encoding="utf-8") == expected


def test_the_name_of_the_file_says_which_format(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, begin in (
        ("a.json", "{"),
        ("a.md", "| claim |"),
        ("a.txt", "claim "),
        ("a", "claim"),
    ):
        assert Outcome(capsys, "claims", "C1", "-o", name).code == 0
        assert (folder / name).read_text(encoding="utf-8").startswith(begin)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_json_goes_through_a_pipe_whole(encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = alone("claims", "--format", "json", stdout=-1, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert [claim["id"] for claim in json.loads(done.stdout)["claims"]] == [c.id for c in claims]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["c24"], "'c24' is not the id of a claim; did you mean C24?"),
        (["C1", "C34"], "'C34' is not the id of a claim; did you mean C"),
        (["ewma.variance"], "'ewma.variance' is not the id of a claim"),
        ([""], "'' is not the id of a claim"),
        (["--format", "csv"], "--format has 'csv'; it accepts table, json, markdown"),
        (
            ["--format", "markdwon"],
            "--format has 'markdwon'; it accepts table, json, markdown; did",
        ),
        (["--json"], "unrecognized arguments: --json; see radam-sym --help"),
    ],
    ids=str,
)
def test_what_is_mistyped_is_told_in_one_line(
    arguments: list[str], message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = Outcome(capsys, "claims", "-o", "kept.md", *arguments)
    outcome.is_refused(2, rf"^radam-sym: {re.escape(message)}")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("target", ["missing/a.md", "."])
def test_what_can_not_be_written_is_told_in_one_line(
    target: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Outcome(capsys, "claims", "-o", target).is_refused(2, r"cannot write ")
    assert list(folder.iterdir()) == []


def test_nothing_is_proved_for_it() -> None:
    done = python(
        "from radam_sym.cli import main; import derivations; code = main(['claims']);"
        "assert not [d for d in derivations.theorems.values() if 'theorem' in vars(d)];"
        "raise SystemExit(code)"
    )
    assert (done.returncode, done.stderr) == (0, "")
