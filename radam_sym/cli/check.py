"""``radam-sym check``: check proofs that were saved as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radam_sym.cli.ledger import print_ledger
from radam_sym.errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace

    from radam_sym.cli.parser import Commands


def add(commands: Commands) -> None:
    """Say what can be typed after its name."""
    parser = commands.add_parser("check", help="check proofs that were saved as data")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="print the ledger as JSON")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Carry the command out; the exit code."""
    from time import perf_counter

    from radam_sym.kernel.errors import FormatError, ProofError
    from radam_sym.kernel.format import checked
    from radam_sym.report.ledger import Entry, Ledger

    text = _contents(arguments.file)
    ledger, began = Ledger(), perf_counter()
    try:
        for theorem in checked([text]):
            now = perf_counter()
            ledger.entries.append(Entry(theorem, now - began))
            began = now
    except FormatError as error:
        raise InputError(f"{arguments.file}: {error}") from None
    except ProofError as error:
        ledger.refused.append((arguments.file, str(error)))
    return print_ledger(ledger, arguments.json)


def _contents(file: str) -> str:
    """The file as it is: a reader that changed line ends would hide a changed byte."""
    from pathlib import Path

    try:
        return Path(file).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{file}: not a proof file: it is not text") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"cannot read {file}: {reason}") from None
