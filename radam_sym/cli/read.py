"""``radam-sym read``: copy the notebooks and open them in JupyterLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radam_sym.cli import interrupts

if TYPE_CHECKING:
    from argparse import Namespace

    from radam_sym.cli.parser import Commands


def add(commands: Commands) -> None:
    """Say what can be typed after its name."""
    parser = commands.add_parser("read", help="copy the notebooks and open them in JupyterLab")
    parser.add_argument("folder", nargs="?", default="radam-sym-notebooks", metavar="DIR")
    parser.add_argument("--no-browser", action="store_true", help="start the server only")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Carry the command out; the exit code."""
    from pathlib import Path

    from radam_sym.report.reading import copy_notebooks, open_in_jupyterlab

    folder = Path(arguments.folder)
    for copied in copy_notebooks(folder):
        print(copied.line)
    interrupts.let_go()  # JupyterLab hears them too, and answers
    return open_in_jupyterlab(folder, not arguments.no_browser)
