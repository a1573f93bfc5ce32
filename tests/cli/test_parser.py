"""Usage: what can be typed, and what is told of a command that can't."""

import pytest

import radam_sym
from tests.cli.running import Outcome


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert Outcome(capsys, "--version").out == f"radam-sym {radam_sym.__version__}\n"
    for command in ((), ("prove",), ("check",), ("table",), ("plot",), ("read",)):
        outcome = Outcome(capsys, *command, "--help")
        assert outcome.code == 0
        assert outcome.out.startswith("usage: radam-sym")


@pytest.mark.parametrize(
    ("arguments", "pattern"),
    [
        ([], r"COMMAND; see radam-sym --help"),
        (["prov"], r"'prov'.*prove"),
        (["prove", "--jason"], r"--jason"),
        (["prove", "--json", "--steps"], r"not allowed with"),
        (["check"], r"FILE; see radam-sym check --help"),
        (["check", "one", "two\nlines"], r"two lines"),
        (["prove", "-o"], r"-o"),
    ],
    ids=str,
)
def test_what_is_mistyped_is_told_in_one_line(
    arguments: list[str], pattern: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Outcome(capsys, *arguments).is_refused(2, pattern)
