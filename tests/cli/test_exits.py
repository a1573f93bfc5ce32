"""The one line that is told, and the exit code, which has to do where it can't be."""

import sys

import pytest

from radam_sym.cli.exits import BAD_INPUT, say


def test_a_message_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert say("two\n  lines", BAD_INPUT) == BAD_INPUT
    assert capsys.readouterr() == ("", "radam-sym: two lines\n")


@pytest.mark.parametrize("full", [True, False])
def test_where_nothing_can_be_told_the_exit_code_says_it(
    full: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full:
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stderr", Full() if full else None)
    assert say("something", BAD_INPUT) == BAD_INPUT
    assert capsys.readouterr().out == ""
