"""A progress bar while somebody watches."""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext
from typing import Any


def watched(what: str) -> Any:
    """A context that gives the function to iterate with: on a terminal, under a progress bar."""
    if sys.stderr is None or not sys.stderr.isatty():
        return nullcontext(iter)
    from rich.console import Console
    from rich.progress import Progress

    @contextmanager
    def bar() -> Any:
        with Progress(console=Console(stderr=True), transient=True) as progress:
            yield lambda items: progress.track(items, description=what)

    return bar()
