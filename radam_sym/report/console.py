"""How wide a table for people is: as the terminal, or wide enough where there is none."""

from __future__ import annotations

import sys
from io import StringIO
from typing import Any

from rich.console import Console

PIPE_WIDTH = 160  # of a table that goes into a file, where no terminal says how wide it may be


def printer() -> Console:
    """What prints to stdout."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    return Console() if terminal else Console(width=PIPE_WIDTH)


def printed(*shown: Any) -> str:
    """What a file gets of it: the same, as plain text."""
    file = StringIO()
    console = Console(file=file, width=PIPE_WIDTH)
    for one in shown:
        console.print(one)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())
