"""What can be typed after ``radam-sym``."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from radam_sym import __version__
from radam_sym.cli import check, claims, plot, prove, read, table
from radam_sym.cli.exits import BAD_INPUT, say

if TYPE_CHECKING:
    from typing import TypeAlias

    Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


class Parser(argparse.ArgumentParser):
    """One that tells what is mistyped in one line, as everything else is told."""

    def error(self, message: str) -> Any:
        """Say what is wrong, and end."""
        self.exit(say(f"{message}; see {self.prog} --help", BAD_INPUT))

    def _print_message(self, message: str, file: Any = None) -> None:
        print(message, end="", file=file)  # argparse's own says nothing where this fails


def parser() -> Parser:
    """All the commands; what is parsed has the chosen one as ``run``."""
    whole = Parser(
        prog="radam-sym", description="A paper on Adam's learning rate, as theorems that run."
    )
    whole.add_argument("--version", action="version", version=f"radam-sym {__version__}")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for command in (prove, check, claims, table, plot, read):
        command.add(commands)
    return whole
