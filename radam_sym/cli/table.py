"""``radam-sym table``: the closed forms and the exact law at some steps, in proven digits."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter
from typing import TYPE_CHECKING

from radam_sym.cli.progress import watched

if TYPE_CHECKING:
    from argparse import Namespace

    from radam_sym.cli.parser import Commands


def add(commands: Commands) -> None:
    """Say what can be typed after its name."""
    parser = commands.add_parser(
        "table",
        help="print the closed forms and the exact law, with as many digits as you like",
        description="Print the closed forms and the exact law at some steps, each value proven to\n"
        "less than one unit in its last digit.",
        epilog="columns:\n"
        "  ess          the effective sample size n_t\n"
        "  rho          Liu's length of the simple average that approximates\n"
        "  liu          Liu's rectification factor, undefined where rho is 4 or less\n"
        "  simple       the simple rectification factor\n"
        "  rational     Liu's formula with n_t for rho and 7/4 for 4, 0 where n_t is 2 or less\n"
        "  matched      the factor of the chi-square law of as many degrees of freedom as\n"
        "               n_t, 0 where that is 2 or less\n"
        "  skewed       the same, with the third cumulant\n"
        "  exact        the factor of the exact law for Gaussian gradients, 0 at t = 1, 2\n"
        "  var_exact    the variance of 1/sqrt(v_t) under it, inf at t = 1, 2\n"
        "  err_simple, err_liu, err_rational, err_matched, err_skewed\n"
        "               the relative error of a factor against the exact one\n\n"
        "examples:\n"
        "  radam-sym table --beta2 0.999 --steps 1:10,100,inf\n"
        "  radam-sym table --beta2 1-1e-6 --columns rho,liu --digits 50 -o liu.csv\n"
        "  radam-sym table --columns exact,err_liu,err_simple --steps 5,50,500\n"
        "  radam-sym table --steps 1:1000 --format json | python -m json.tool\n",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--beta2",
        default="0.999",
        metavar="BETA",
        help="a decay in [0, 1), read exactly: 0.999, 9999/10000, 1-1e-6 (default: %(default)s)",
    )
    parser.add_argument(
        "--steps",
        default="1:10,100,1000,10000,inf",
        metavar="LIST",
        help="steps and ranges with both their ends, in order (default: %(default)s)",
    )
    parser.add_argument(
        "--columns",
        default="ess,rho,liu,simple",
        metavar="LIST",
        help="which, and in which order (default: %(default)s)",
    )
    parser.add_argument(
        "--digits",
        default="10",
        metavar="N",
        help="significant digits, from 1 to 1000 (default: %(default)s)",
    )
    parser.add_argument(
        "--format",
        metavar="NAME",
        help="text, csv, json, markdown, latex or html (default: as the name of FILE ends, "
        "else text)",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to a file; one of that name is replaced"
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Carry the command out; the exit code."""
    from radam_sym.files import replace_file
    from radam_sym.numbers import read_beta, read_digits, read_names, read_steps
    from radam_sym.report.columns import COLUMNS
    from radam_sym.report.renderings import format_for
    from radam_sym.report.tables import table

    format = format_for(arguments.output, arguments.format, "--format")
    asked = (
        read_beta(arguments.beta2, "--beta2"),
        read_steps(arguments.steps, "--steps"),
        read_names(arguments.columns, tuple(COLUMNS), "--columns"),
        read_digits(arguments.digits, "--digits"),
    )
    with watched("working") as each:
        made = table(*asked, progress=each)
    if arguments.output is None:
        print(made.render(format), end="")
    else:
        replace_file(arguments.output, made.render(format))
    return 0
