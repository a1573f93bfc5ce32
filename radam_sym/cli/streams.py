"""The streams of a process that is the command's own."""

from __future__ import annotations

import os
import sys


def prepare() -> None:
    """Let no character be lost in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # newline: what is written ends its own lines, as CSV does, on every system
            stream.reconfigure(errors="backslashreplace", newline="")


def discard_output() -> None:
    """Send what is still in the buffer nowhere, so that the interpreter does not try again."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
