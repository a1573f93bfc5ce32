"""How a command ends: an exit code, and one line on stderr that says why."""

from __future__ import annotations

import sys

FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130
"""A check that failed; bad input; Ctrl-C. Otherwise it is 0, or that of the server for ``read``."""


def say(message: str, code: int) -> int:
    """Print the message as one line, and give the exit code back."""
    if sys.stderr is not None:
        try:
            print(f"radam-sym: {' '.join(message.split())}", file=sys.stderr, flush=True)
        except OSError:
            return code  # it has to say it all
    return code
