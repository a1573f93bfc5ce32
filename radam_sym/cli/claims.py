"""``radam-sym claims``: what the paper claims, what is so, and what settles it."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from radam_sym.cli.parser import Commands


def add(commands: Commands) -> None:
    """Say what can be typed after its name."""
    parser = commands.add_parser(
        "claims",
        help="print what the paper claims, with a verdict on each",
        description="Print what the paper claims, in its order, with a verdict on each, the\n"
        "theorems that settle it and the notebook cells that show it. Nothing is proved here.",
        epilog="examples:\n"
        "  radam-sym claims C24\n"
        "  radam-sym claims -o claims.md\n"
        "  radam-sym claims --format json | python -m json.tool\n"
        "  radam-sym prove liu.first_step.closed_to_four --steps\n",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("ids", nargs="*", metavar="ID", help="which; all of them if none is named")
    parser.add_argument(
        "--format",
        metavar="NAME",
        help="table, json or markdown (default: as the name of FILE ends, else table)",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to a file; one of that name is replaced"
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Carry the command out; the exit code."""
    from radam_sym.files import replace_file
    from radam_sym.proof.claims import chosen, installed_claims
    from radam_sym.report.claims import FORMATS, show
    from radam_sym.report.renderings import format_for

    format = format_for(arguments.output, arguments.format, "--format", tuple(FORMATS))
    claims = chosen(arguments.ids, installed_claims())
    if arguments.output is not None:
        replace_file(arguments.output, FORMATS[format](claims))
    elif format == "table":
        show(claims)
    else:
        print(FORMATS[format](claims), end="")
    return 0
