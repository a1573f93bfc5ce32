import io
import sys

import pytest
from rich.text import Text

from radam_sym.report.console import PIPE_WIDTH, printed, printer


def test_in_a_pipe_a_table_is_wide_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert printer().width == PIPE_WIDTH


def test_without_a_stdout_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert printer().width == PIPE_WIDTH


def test_on_a_terminal_it_is_as_wide_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    assert printer().width == 60


def test_a_file_gets_plain_text_without_blanks_at_the_ends_of_lines() -> None:
    assert printed(Text("one  \ntwo", "bold"), Text("E[g] is [red]")) == "one\ntwo\nE[g] is [red]\n"
