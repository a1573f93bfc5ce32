"""The command line: ``radam-sym prove``, ``check`` and ``read``.

Errors are one line on stderr. Exit code 2 for bad input, 1 for a check that failed, 130 when
interrupted, 0 otherwise. Nothing that takes time is imported before ``main`` is there to catch
an interrupt.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from radam_sym.kernel.theorem import Theorem
    from radam_sym.report.ledger import Ledger

FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code."""
    alone = argv is None  # this process is the command's own
    try:
        if alone:
            _prepare()
        code = _run(argv)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return _say("interrupted", INTERRUPTED)
    except BrokenPipeError:  # the reader of a pipe has gone: there is nobody to tell
        if alone:
            _discard_output()
        return FAILED
    except OSError as error:
        if alone:
            _discard_output()
        return _say(f"cannot write the output: {error.strerror or error}", BAD_INPUT)
    finally:
        if alone:
            _ignore_interrupts()


def _run(argv: Sequence[str] | None) -> int:
    from radam_sym.errors import InputError

    try:
        arguments = _arguments().parse_args(argv)
        return int(arguments.run(arguments))
    except SystemExit as end:  # --help, --version, or a usage that was told
        return int(end.code or 0)
    except InputError as error:
        return _say(str(error), BAD_INPUT)


def _say(message: str, code: int) -> int:
    if sys.stderr is not None:
        try:
            print(f"radam-sym: {' '.join(message.split())}", file=sys.stderr, flush=True)
        except OSError:
            return code  # the exit code has to say it all
    return code


# --- the process that is the command's own --------------------------------------------------------


def _prepare() -> None:
    """Let no character and no interrupt be lost in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    ordinary = sys.unraisablehook

    def again(lost: Any) -> None:
        """An interrupt that comes in a callback, where it can't be raised, comes once more."""
        if lost.exc_type is KeyboardInterrupt:
            from _thread import interrupt_main
            from threading import Timer

            Timer(0.01, interrupt_main).start()  # it can't be raised in here either
        else:
            ordinary(lost)

    sys.unraisablehook = again


def _ignore_interrupts() -> None:
    """There is nothing left to stop: the exit code is known."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _discard_output() -> None:
    """Send what is still in the buffer nowhere, so that the interpreter does not try again."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# --- arguments ------------------------------------------------------------------------------------


def _arguments() -> ArgumentParser:
    import argparse

    from radam_sym import __version__

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> Any:
            self.exit(_say(f"{message}; see {self.prog} --help", BAD_INPUT))

        def _print_message(self, message: str, file: Any = None) -> None:
            print(message, end="", file=file)  # argparse's own says nothing where this fails

    parser = Parser(
        prog="radam-sym", description="A paper on Adam's learning rate, as theorems that run."
    )
    parser.add_argument("--version", action="version", version=f"radam-sym {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    prove = commands.add_parser("prove", help="prove theorems, and check them again from data")
    prove.add_argument(
        "names", nargs="*", metavar="ID|MODULE", help="which; everything installed if none is named"
    )
    shown = prove.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print the ledger as JSON")
    shown.add_argument("--steps", action="store_true", help="print each derivation, line by line")
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


# --- prove ----------------------------------------------------------------------------------------


def _prove(arguments: Namespace) -> int:
    from radam_sym.kernel.errors import ProofError
    from radam_sym.proof.discovery import named
    from radam_sym.report.ledger import ReplayError, replay

    try:
        theorems, refused = _write(named(arguments.names))
        ledger = replay(theorems)
    except ReplayError as error:
        return _say(f"the proofs do not hold when they are checked again: {error}", FAILED)
    except ProofError as error:
        return _say(str(error), FAILED)
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
        except (Exception, SystemExit) as error:  # the reader's own code may fail in any way
            refused.append((name, f"{type(error).__name__}: {error}"))
    return theorems, refused


def _save(ledger: Ledger, output: str) -> None:
    from pathlib import Path

    from radam_sym.kernel.format import dumps
    from radam_sym.report.files import replace_file

    replace_file(Path(output), dumps(entry.theorem for entry in ledger.entries))


def _print_steps(theorems: Any) -> None:
    from radam_sym.proof.render import text

    for theorem in theorems:
        print(text(theorem), end="\n\n")


def _show(ledger: Ledger, as_json: bool) -> int:
    import json

    from radam_sym.report.ledger import as_data, show

    if as_json:
        print(json.dumps(as_data(ledger), indent=1))
    else:
        show(ledger)
    if not ledger.refused:
        return 0
    if sys.stdout is not None:
        sys.stdout.flush()  # what is refused comes after the ledger where both go to one place
    return _say(f"refused: {', '.join(name for name, _ in ledger.refused)}", FAILED)


# --- check ----------------------------------------------------------------------------------------


def _check(arguments: Namespace) -> int:
    from time import perf_counter

    from radam_sym.errors import InputError
    from radam_sym.kernel.errors import FormatError, ProofError
    from radam_sym.kernel.format import loads
    from radam_sym.report.ledger import Entry, Ledger

    text = _contents(arguments.file)
    ledger, began = Ledger(), perf_counter()

    def accept(theorem: Theorem) -> None:
        nonlocal began
        now = perf_counter()
        ledger.entries.append(Entry(theorem, now - began))
        began = now

    try:
        loads(text, accept)
    except FormatError as error:
        raise InputError(f"{arguments.file}: {error}") from None
    except ProofError as error:
        ledger.refused.append((arguments.file, str(error)))
    return _show(ledger, arguments.json)


def _contents(file: str) -> str:
    """The file as it is: a reader that changed line ends would hide a changed byte."""
    from pathlib import Path

    from radam_sym.errors import InputError

    try:
        return Path(file).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{file}: not a proof file: it is not text") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"cannot read {file}: {reason}") from None


# --- read -----------------------------------------------------------------------------------------


def _read(arguments: Namespace) -> int:
    from pathlib import Path

    from radam_sym.report.reading import copy_notebooks, open_in_jupyterlab

    folder = Path(arguments.folder)
    for copied in copy_notebooks(folder):
        print(copied.line)
    return open_in_jupyterlab(folder, not arguments.no_browser)


if __name__ == "__main__":
    sys.exit(main())
