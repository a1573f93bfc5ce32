"""``radam-sym prove``: work theorems out, and check them again from data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from radam_sym.cli.exits import FAILED, say
from radam_sym.cli.ledger import print_ledger
from radam_sym.cli.progress import watched

if TYPE_CHECKING:
    from argparse import Namespace

    from radam_sym.cli.parser import Commands
    from radam_sym.kernel.theorem import Theorem
    from radam_sym.report.checker import Checker
    from radam_sym.report.ledger import Ledger


def add(commands: Commands) -> None:
    """Say what can be typed after its name."""
    parser = commands.add_parser("prove", help="prove theorems, and check them again from data")
    parser.add_argument(
        "names", nargs="*", metavar="ID|MODULE", help="which; everything installed if none is named"
    )
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print the ledger as JSON")
    shown.add_argument("--steps", action="store_true", help="print each derivation, line by line")
    parser.add_argument("-o", "--output", metavar="FILE", help="save the proofs as data")
    parser.add_argument(
        "--graph",
        metavar="FILE",
        help="draw what rests on what, into a file that ends in .svg, .png or .pdf",
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Carry the command out; the exit code."""
    from radam_sym.kernel.errors import ProofError
    from radam_sym.proof.discovery import named
    from radam_sym.report.checker import ReplayError, checking

    _refuse_outputs(arguments)
    try:
        derivations = named(arguments.names)
        with checking() as checker:
            theorems, refused = _write(derivations, checker)
            ledger = checker.ledger()
    except ReplayError as error:
        return say(f"the proofs do not hold when they are checked again: {error}", FAILED)
    except ProofError as error:
        return say(str(error), FAILED)
    ledger.refused += refused
    if arguments.output:
        _save(ledger, arguments.output)
    if arguments.graph and theorems:
        _draw(theorems, derivations, arguments.graph)
    if arguments.steps:
        _print_steps(theorems)
    return print_ledger(ledger, arguments.json)


def _refuse_outputs(arguments: Namespace) -> None:
    """What is wrong with a file to be written is told before any work."""
    from radam_sym.files import refuse_unwritable

    if arguments.graph is not None:
        from radam_sym.report.drawing import format_of
        from radam_sym.report.graph import require_tools

        format_of(arguments.graph)
        require_tools()
    for output in filter(None, (arguments.graph, arguments.output)):
        refuse_unwritable(output)


def _write(
    derivations: dict[str, Any], checker: Checker
) -> tuple[list[Theorem], list[tuple[str, str]]]:
    """Work out every proof, and have each checked; the theorems, and what was refused."""
    from radam_sym.kernel.errors import ProofError
    from radam_sym.proof.derivation import proved

    theorems: list[Theorem] = []
    refused: list[tuple[str, str]] = []
    with watched("proving") as each:
        for name, derivation in each(derivations.items()):
            try:
                theorem = proved(derivation)
            except ProofError as error:
                refused.append((name, str(error)))
            except (Exception, SystemExit) as error:  # the reader's own code may fail in any way
                refused.append((name, f"{type(error).__name__}: {error}"))
            else:
                theorems.append(theorem)
                checker.send(theorem)
    return theorems, refused


def _save(ledger: Ledger, output: str) -> None:
    from pathlib import Path

    from radam_sym.files import replace_file
    from radam_sym.kernel.format import dumps

    replace_file(Path(output), dumps(entry.theorem for entry in ledger.entries))


def _draw(theorems: list[Theorem], derivations: dict[str, Any], output: str) -> None:
    from radam_sym.report.graph import graph

    chapters = {name: getattr(d, "module", "") for name, d in derivations.items()}
    graph(theorems, chapters).save(output)


def _print_steps(theorems: Any) -> None:
    from radam_sym.proof.render import text

    for theorem in theorems:
        print(text(theorem), end="\n\n")
