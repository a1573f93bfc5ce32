"""Run a command as people do, in this process or in one of its own, and see what it did."""

import os
import re
import subprocess
import sys

import pytest

from radam_sym.cli import main

IN_PROCESS_OF_ITS_OWN = [sys.executable, "-m", "radam_sym.cli"]


class Outcome:
    """What a command did, in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        capsys.readouterr()
        self.code = main(arguments)
        self.out, self.err = capsys.readouterr()

    def is_refused(self, code: int, pattern: str) -> None:
        assert self.err.startswith("radam-sym: ")
        assert self.err.count("\n") == 1, self.err
        assert re.search(pattern, self.err), self.err
        assert "Traceback" not in self.err + self.out
        assert self.code == code


def alone(*arguments: str, **options: object) -> "subprocess.CompletedProcess[str]":
    """What a command does in a process of its own."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*IN_PROCESS_OF_ITS_OWN, *arguments], text=True, stderr=subprocess.PIPE, **options
    )


def python(script: str) -> "subprocess.CompletedProcess[str]":
    """What a few lines of Python do in a process of their own."""
    return subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONUNBUFFERED": ""},  # so that what is not flushed shows
        capture_output=True,
        text=True,
        check=False,
    )
