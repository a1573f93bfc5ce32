"""A table as text for a terminal, CSV, JSON, Markdown, LaTeX and HTML.

Each takes a `radam_sym.report.tables.Table` and gives a text that ends its last line.
"""

from __future__ import annotations

import csv as csv_format
import json as json_format
from collections.abc import Callable, Sequence
from html import escape
from io import StringIO
from pathlib import PurePath
from typing import TYPE_CHECKING

import radam_sym
from radam_sym.numbers import read_name, write_beta
from radam_sym.report.columns import COLUMNS

if TYPE_CHECKING:
    from radam_sym.report.tables import Table

UNDEFINED, INFINITE = "undefined", "inf"
WORDS = (UNDEFINED, INFINITE)
STYLE = "text-align: right; font-variant-numeric: tabular-nums; border-spacing: 1em 0.1em"
PROMISE = "each proven to less than one unit in its last digit"


def text(table: Table) -> str:
    """Aligned at the decimal points, under a line that says what it is."""
    columns = zip(("t", *table.columns), *_cells(table), strict=True)
    lines = zip(*(_aligned(name, cells) for name, *cells in columns), strict=True)
    return _lines([f"beta2 = {_promise(table)}", "", *("  ".join(line).rstrip() for line in lines)])


def _aligned(name: str, cells: Sequence[str]) -> list[str]:
    """A column, padded so that its decimal points are below one another."""
    numbers = [cell for cell in cells if cell not in WORDS]
    decimals = max((len(_decimals(number)) for number in numbers), default=0)
    padded = [
        cell if cell in WORDS else cell + " " * (decimals - len(_decimals(cell))) for cell in cells
    ]
    width = max(map(len, (name, *padded)))
    return [cell.rjust(width) for cell in (name, *padded)]


def _decimals(cell: str) -> str:
    """The point and all after it."""
    return cell[len(cell.partition(".")[0]) :]


def csv(table: Table) -> str:
    """As RFC 4180 has it (lines end in CR LF), with the header ``t,ess,...``."""
    file = StringIO(newline="")
    writer = csv_format.writer(file)
    writer.writerow(("t", *table.columns))
    writer.writerows(_cells(table))
    return file.getvalue()


def json(table: Table) -> str:
    """An object: β as `read_beta` reads it, digits, columns, and a row as an object for each step.

    Values are strings, so that no reader rounds them; what is undefined is null.
    """
    names = ("t", *table.columns)
    rows = [dict(zip(names, row, strict=True)) for row in table.rows()]
    data = {
        "radam_sym": radam_sym.__version__,
        "beta2": write_beta(table.beta2),
        "digits": table.digits,
        "columns": names,
        "rows": rows,
    }
    return f"{json_format.dumps(data, indent=1)}\n"


def markdown(table: Table) -> str:
    """A pipe table, its headings as mathematics between dollars."""
    names = [f"${symbol}$" for symbol in _latex_symbols(table)]
    lines = [names, ["---:"] * len(names), *_cells(table, r"$\infty$")]
    return _lines(
        [f"$\\beta_2$ = {_promise(table)}", "", *(f"| {' | '.join(line)} |" for line in lines)]
    )


def latex(table: Table) -> str:
    """A tabular of the package booktabs."""
    names = [f"${symbol}$" for symbol in _latex_symbols(table)]
    rows = [[_latex_number(cell) for cell in row] for row in _cells(table, r"$\infty$")]
    return _lines(
        [
            r"% \usepackage{booktabs}",
            f"% beta2 = {_promise(table)}",
            rf"\begin{{tabular}}{{{'r' * len(names)}}}",
            r"\toprule",
            rf"{' & '.join(names)} \\",
            r"\midrule",
            *(rf"{' & '.join(row)} \\" for row in rows),
            r"\bottomrule",
            r"\end{tabular}",
        ]
    )


def _latex_symbols(table: Table) -> list[str]:
    return ["t", *(COLUMNS[name].latex for name in table.columns)]


def _latex_number(cell: str) -> str:
    mantissa, e, exponent = cell.partition("e+" if "e+" in cell else "e-")
    if not exponent.isdigit():
        return f"${cell}$" if cell.startswith("-") else cell
    return rf"${mantissa} \times 10^{{{'-' if '-' in e else ''}{int(exponent)}}}$"


def html(table: Table) -> str:
    """A table element that needs nothing beside it, in ASCII."""
    symbols = ["<i>t</i>", *(COLUMNS[name].html for name in table.columns)]
    heads = "".join(f'<th scope="col">{symbol}</th>' for symbol in symbols)
    return _lines(
        [
            f'<table style="{STYLE}">',
            f"<caption>&beta;<sub>2</sub> = {escape(_promise(table))}</caption>",
            f"<thead>\n<tr>{heads}</tr>\n</thead>",
            "<tbody>",
            *(_html_row(row) for row in _cells(table, "∞")),
            "</tbody>",
            "</table>",
        ]
    )


def _html_row(row: Sequence[str]) -> str:
    step, *values = (escape(cell).replace("∞", "&infin;") for cell in row)
    cells = "".join(f"<td>{value}</td>" for value in values)
    return f'<tr><th scope="row">{step}</th>{cells}</tr>'


def _cells(table: Table, infinity: str = INFINITE) -> list[list[str]]:
    """The rows, with words where there is no number."""
    words = {None: UNDEFINED, INFINITE: infinity}
    return [[words.get(cell) or str(cell) for cell in row] for row in table.rows()]


def _promise(table: Table) -> str:
    plural = "s" if table.digits > 1 else ""
    return f"{write_beta(table.beta2)}; {table.digits} significant digit{plural}, {PROMISE}"


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def format_for(
    file: str | None,
    name: str | None,
    argument: str = "format",
    formats: Sequence[str] = (),
) -> str:
    """The format named, else the one that a file's name ends in, else the first: text.

    >>> format_for("a.md", None), format_for("a.md", "csv"), format_for(None, None)
    ('markdown', 'csv', 'text')
    >>> format_for("a.csv", None, formats=("table", "json"))
    'table'
    """
    known = tuple(formats or FORMATS)
    if name is not None:
        return read_name(name, known, argument)
    meant = _SUFFIXES.get(PurePath(file or "").suffix.lower())
    return meant if meant in known else known[0]


_SUFFIXES = {
    ".csv": "csv",
    ".json": "json",
    ".md": "markdown",
    ".tex": "latex",
    ".html": "html",
    ".htm": "html",
}

FORMATS: dict[str, Callable[[Table], str]] = {
    "text": text,
    "csv": csv,
    "json": json,
    "markdown": markdown,
    "latex": latex,
    "html": html,
}
