"""``radam-sym plot``: draw one of the paper's figures."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from radam_sym.cli.parser import Commands


def add(commands: Commands) -> None:
    """Say what can be typed after its name."""
    parser = commands.add_parser(
        "plot",
        help="draw one of the paper's figures",
        description="Draw one of the paper's figures; print where it is and a digest of its "
        "numbers.",
        epilog="examples:\n"
        "  radam-sym plot ess\n"
        "  radam-sym plot rectification --beta2 0.999 -o warmup.pdf\n"
        "  radam-sym plot rectification --beta2 0.98,1-1e-6 --last 1000000 -o wide.png\n",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "figure",
        choices=("ess", "rectification"),
        help="ess: the effective sample size; rectification: Liu's factor and the simple one",
    )
    parser.add_argument(
        "--beta2",
        default="0.9,0.99,0.999",
        metavar="LIST",
        help="up to 5 decays, each in [0, 1), with commas between (default: %(default)s)",
    )
    parser.add_argument(
        "--last",
        type=int,
        metavar="STEP",
        help="the last step drawn (default: a power of ten by which the curves are flat)",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="a name that ends in .svg, .png or .pdf; a file of that name is replaced "
        "(default: the figure's name and .svg, in the current folder)",
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Carry the command out; the exit code."""
    import logging

    from radam_sym.report.drawing import format_of
    from radam_sym.report.figures import FIGURES
    from radam_sym.report.numbers import read_beta

    path = arguments.output or f"{arguments.figure}.svg"
    format_of(path)  # what is wrong with it is told before any work
    betas = [read_beta(text, "--beta2") for text in arguments.beta2.split(",")]
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)  # it talks of its caches and fonts
    drawn = FIGURES[arguments.figure](betas, arguments.last)
    drawn.save(path)
    print(f"wrote {path}")
    print(drawn)
    return 0
