"""``radam-sym plot``: draw a figure."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter
from typing import TYPE_CHECKING

SHOWN = 40  # characters of what was typed that a message repeats

if TYPE_CHECKING:
    from argparse import Namespace
    from fractions import Fraction

    from radam_sym.cli.parser import Commands


def add(commands: Commands) -> None:
    """Say what can be typed after its name."""
    parser = commands.add_parser(
        "plot",
        help="draw the paper's figures, and the errors of its factors",
        description="Draw a figure; print where it is and a digest of its numbers.",
        epilog="factors:\n"
        "  simple       Hilton's\n"
        "  liu          Liu's\n"
        "  rational     Liu's formula with n_t for rho_t and 7/4 for 4\n"
        "  matched      from the chi-squared law with the mean and the variance of v_t\n"
        "  skewed       the same with a term for the third cumulant\n"
        "  exact        what they approximate, for independent Gaussian gradients\n"
        "  exponential  1 - exp(-(1 - beta2) t), a rule of thumb of Ma and Yarats\n"
        "  linear       min(1, (1 - beta2) t/2), another one\n\n"
        "examples:\n"
        "  radam-sym plot ess\n"
        "  radam-sym plot rectification --beta2 0.999 -o warmup.pdf\n"
        "  radam-sym plot rectification --beta2 0.98,1-1e-6 --last 1000000 -o wide.png\n"
        "  radam-sym plot rectification --beta2 0.99 --factors exact,simple,exponential,linear\n"
        "  radam-sym plot error --beta2 0.9,0.99,0.999,0.9999\n",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "figure",
        choices=("ess", "rectification", "error"),
        help="ess: the effective sample size; rectification: factors on the learning rate; "
        "error: how far they are from the exact one, and from where on Hilton's is nearer than "
        "Liu's",
    )
    parser.add_argument(
        "--beta2",
        default="0.9,0.99,0.999",
        metavar="LIST",
        help="up to 5 decays, each in [0, 1), with commas between (default: %(default)s)",
    )
    parser.add_argument(
        "--last",
        metavar="STEP",
        help="the last step drawn (default: a power of ten by which the curves are flat)",
    )
    parser.add_argument(
        "--factors",
        metavar="LIST",
        help="which to draw (default: simple,liu for rectification; "
        "simple,liu,rational,matched,skewed for error)",
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

    path = f"{arguments.figure}.svg" if arguments.output is None else arguments.output
    format_of(path)  # what is wrong with it is told before any work
    betas, last = _betas(arguments.beta2), _last(arguments.last)
    factors = _factors(arguments.factors, arguments.figure)
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)  # it talks of its caches and fonts
    drawn = FIGURES[arguments.figure](betas, last, **factors)
    drawn.save(path)
    print(f"wrote {path}")
    print(drawn)
    return 0


def _betas(text: str) -> list[Fraction]:
    from radam_sym.errors import InputError
    from radam_sym.numbers import read_beta, write_beta
    from radam_sym.report.figures import MOST_CURVES

    betas = [read_beta(one, "--beta2") for one in text.split(",")]
    for place, beta in enumerate(betas):
        if beta in betas[:place]:
            raise InputError(f"--beta2 has {write_beta(beta)} twice; it accepts each once")
    if len(betas) > MOST_CURVES:
        raise InputError(f"--beta2 has {len(betas)} values; it accepts up to {MOST_CURVES}")
    return betas


def _factors(text: str | None, figure: str) -> dict[str, tuple[str, ...]]:
    """The argument that names them, if they are named."""
    from radam_sym.errors import InputError
    from radam_sym.numbers import read_names
    from radam_sym.report.figures import FACTORS

    if text is None:
        return {}
    if figure not in FACTORS:
        raise InputError(f"--factors is for {' and '.join(FACTORS)}; {figure} shows none")
    return {"factors": read_names(text, FACTORS[figure], "--factors")}


def _last(text: str | None) -> int | None:
    from radam_sym.errors import InputError
    from radam_sym.numbers import LAST_STEP

    if text is None:
        return None
    digits = text.strip()
    plain = digits.isascii() and digits.isdigit() and len(digits) <= len(str(LAST_STEP))
    if not plain or not 1 < int(digits) <= LAST_STEP:
        raise InputError(f"--last is {digits[:SHOWN]!r}; it accepts one step, from 2 to 2**53")
    return int(digits)
