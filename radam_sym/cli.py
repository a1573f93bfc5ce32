"""The command line: ``radam-sym prove``, ``check`` and ``read``.

Errors are one line on stderr. Exit code 2 for bad input, 1 for a check that failed, 130 when
interrupted, 0 otherwise.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from radam_sym.errors import InputError

if TYPE_CHECKING:
    from radam_sym.kernel.theorem import Theorem
    from radam_sym.report.ledger import Ledger

FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message}; see {self.prog} --help\n")


def _arguments() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="radam-sym", description="A paper on Adam's learning rate, as theorems that run."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    prove = commands.add_parser("prove", help="prove theorems, and check them again from data")
    prove.add_argument(
        "names", nargs="*", metavar="ID|MODULE", help="which; everything installed if none is named"
    )
    prove.add_argument("--json", action="store_true", help="print the ledger as JSON")
    prove.add_argument("--steps", action="store_true", help="print each derivation, line by line")
    prove.add_argument("-o", "--output", metavar="FILE", help="save the proofs as data")
    prove.set_defaults(run=_prove)

    check = commands.add_parser("check", help="check proofs that were saved as data")
    check.add_argument("file", metavar="FILE")
    check.add_argument("--json", action="store_true", help="print the ledger as JSON")
    check.set_defaults(run=_check)

    read = commands.add_parser("read", help="copy the notebooks and open them in JupyterLab")
    read.add_argument("folder", nargs="?", default="radam-sym-notebooks", metavar="DIR")
    read.add_argument("--no-browser", action="store_true", help="start the server only")
    read.set_defaults(run=_read)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code."""
    try:
        arguments = _arguments().parse_args(argv)
        run: Callable[[argparse.Namespace], int] = arguments.run
        code = run(arguments)
        sys.stdout.flush()
        return code
    except InputError as error:
        return _say(str(error), BAD_INPUT)
    except KeyboardInterrupt:
        return _say("interrupted; nothing was changed", INTERRUPTED)
    except BrokenPipeError:  # the reader of a pipe has gone: there is nobody to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return _say(f"cannot write the output: {error.strerror or error}", BAD_INPUT)


def _say(message: str, code: int) -> int:
    print(f"radam-sym: {' '.join(message.split())}", file=sys.stderr)
    return code


# --- prove ------------------------------------------------------------------------------------------


def _prove(arguments: argparse.Namespace) -> int:
    from radam_sym.proof.discovery import named
    from radam_sym.report.ledger import ReplayError, replay

    theorems, refused = _write(named(arguments.names))
    try:
        ledger = replay(theorems)
    except ReplayError as error:
        return _say(f"the proofs do not hold when they are checked again: {error}", FAILED)
    ledger.refused += refused
    if arguments.output:
        _save(ledger, arguments.output)
    if arguments.steps:
        _print_steps(theorems)
    return _show(ledger, arguments.json)


def _write(derivations: dict[str, Any]) -> tuple[list[Theorem], list[tuple[str, str]]]:
    """Work out every proof; the theorems, and what was refused."""
    from rich.console import Console
    from rich.progress import track

    from radam_sym.kernel.errors import ProofError
    from radam_sym.proof.derivation import proved

    theorems: list[Theorem] = []
    refused: list[tuple[str, str]] = []
    console = Console(stderr=True)
    for name, derivation in track(
        derivations.items(),
        "proving",
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ):
        try:
            theorems.append(proved(derivation))
        except ProofError as error:
            refused.append((name, str(error)))
        except Exception as error:  # the reader's own code may fail in any way
            refused.append((name, f"{type(error).__name__}: {error}"))
    return theorems, refused


def _save(ledger: Ledger, output: str) -> None:
    from radam_sym.kernel.format import dumps
    from radam_sym.report.files import replace_file

    replace_file(Path(output), dumps(entry.theorem for entry in ledger.entries))


def _print_steps(theorems: Any) -> None:
    from radam_sym.proof.render import text

    for theorem in theorems:
        print(text(theorem), end="\n\n")


def _show(ledger: Ledger, as_json: bool) -> int:
    from radam_sym.report.ledger import as_data, show

    if as_json:
        print(json.dumps(as_data(ledger), indent=1, ensure_ascii=False))
    else:
        show(ledger)
    return FAILED if ledger.refused else 0


# --- check ------------------------------------------------------------------------------------------


def _check(arguments: argparse.Namespace) -> int:
    from radam_sym.kernel.errors import FormatError, ProofError
    from radam_sym.kernel.format import loads
    from radam_sym.report.ledger import Entry, Ledger

    ledger, began = Ledger(), time.perf_counter()

    def accept(theorem: Theorem) -> None:
        nonlocal began
        now = time.perf_counter()
        ledger.entries.append(Entry(theorem, now - began))
        began = now

    try:
        loads(_contents(arguments.file), accept)
    except FormatError as error:
        raise InputError(f"{arguments.file}: {error}") from None
    except ProofError as error:
        ledger.refused.append((arguments.file, str(error)))
    return _show(ledger, arguments.json)


def _contents(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{file}: not a proof file: it is not text") from None
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror or error}") from None


# --- read -------------------------------------------------------------------------------------------


def _read(arguments: argparse.Namespace) -> int:
    from radam_sym.report.reading import copy_notebooks, open_in_jupyterlab

    folder = Path(arguments.folder)
    for copied in copy_notebooks(folder):
        print(copied.line)
    return open_in_jupyterlab(folder, not arguments.no_browser)


if __name__ == "__main__":
    sys.exit(main())
