"""Every format is read back, by a reader that is not ours, into the rows that went in."""

import csv
import json
import re
from fractions import Fraction
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import radam_sym
from radam_sym import InputError
from radam_sym.numbers import LAST_STEP, Step, read_beta
from radam_sym.report.columns import COLUMNS
from radam_sym.report.renderings import FORMATS, format_for
from radam_sym.report.tables import Table, table

Rows = list[list[str]]

steps: st.SearchStrategy[list[Step]] = st.sets(
    st.integers(1, 50) | st.integers(1, LAST_STEP) | st.just(float("inf")), min_size=1, max_size=6
).map(sorted)
betas = st.fractions(0, 1, max_denominator=10**6) | st.integers(1, 300).map(
    lambda places: 1 - Fraction(1, 10**places)
)
BY_THE_EXACT_LAW = ("exact", "var_exact", *(name for name in COLUMNS if "err_" in name))
CLOSED = [name for name in COLUMNS if name not in BY_THE_EXACT_LAW]
tables = st.builds(
    table,
    betas.filter(lambda beta: beta < 1),
    steps,
    st.lists(st.sampled_from(CLOSED), min_size=1, unique=True),
    st.integers(1, 60),
) | st.builds(
    table,
    st.sampled_from(["0", "1/4", "0.5", "0.9", "0.999"]),
    st.sets(st.integers(1, 9) | st.just(float("inf")), min_size=1, max_size=4).map(sorted),
    st.lists(st.sampled_from(list(COLUMNS)), min_size=1, unique=True),
    st.integers(1, 12),
)
PROMISE = "3 significant digits, each proven to less than one unit in its last digit"
SMALL = table("1-1e-20", "1,5,inf", "ess,liu", digits=3)


def rows(shown: Table) -> Rows:
    return [["undefined" if cell is None else cell for cell in row] for row in shown.rows()]


def all_alike(lines: Rows) -> bool:
    return len({len(line) for line in lines}) == 1


@given(tables)
def test_csv_is_read_back(shown: Table) -> None:
    written = FORMATS["csv"](shown)
    assert [*csv.reader(StringIO(written, newline=""), strict=True)] == [
        ["t", *shown.columns],
        *rows(shown),
    ]
    assert written.count("\r\n") == written.count("\n") == len(shown.steps) + 1
    assert written.endswith("\r\n")


@given(tables)
def test_json_is_read_back(shown: Table) -> None:
    data = json.loads(FORMATS["json"](shown))
    assert [tuple(row.values()) for row in data["rows"]] == list(shown.rows())
    assert all(list(row) == data["columns"] for row in data["rows"])
    assert data["columns"] == ["t", *shown.columns]
    assert read_beta(data["beta2"]) == shown.beta2
    assert data["digits"] == shown.digits
    assert data["radam_sym"] == radam_sym.__version__


@given(tables)
def test_text_is_read_back(shown: Table) -> None:
    caption, blank, *lines = FORMATS["text"](shown).splitlines()
    assert caption.startswith("beta2 = ")
    assert blank == ""
    assert [line.split() for line in lines] == [["t", *shown.columns], *rows(shown)]


@given(tables)
def test_the_decimal_points_of_a_column_are_below_one_another(shown: Table) -> None:
    _, _, header, *lines = FORMATS["text"](shown).splitlines()
    ends = [match.end() for match in re.finditer(r"\S+", header)]
    for begin, end in pairwise(ends):
        cells = [line[begin:end] for line in lines]
        assert len({cell.index(".") for cell in cells if "." in cell}) <= 1
        assert all(cell.startswith("  ") for cell in cells if cell)


@given(tables)
def test_markdown_is_read_back(shown: Table) -> None:
    caption, blank, *lines = FORMATS["markdown"](shown).splitlines()
    assert caption.startswith(r"$\beta_2$ = ")
    assert blank == ""
    cells = [line.removeprefix("| ").removesuffix(" |").split(" | ") for line in lines]
    assert all_alike(cells)
    header, rule, *body = cells
    assert header == ["$t$", *(f"${COLUMNS[name].latex}$" for name in shown.columns)]
    assert set(rule) == {"---:"}
    body = [[cell.replace(r"$\infty$", "inf") for cell in row] for row in body]
    assert body == rows(shown)


@given(tables)
def test_latex_is_read_back(shown: Table) -> None:
    package, caption, begin, top, header, middle, *lines, bottom, end = FORMATS["latex"](
        shown
    ).splitlines()
    assert package == r"% \usepackage{booktabs}"
    assert caption.startswith("% beta2 = ")
    assert begin == rf"\begin{{tabular}}{{{'r' * (1 + len(shown.columns))}}}"
    assert (top, middle, bottom) == (r"\toprule", r"\midrule", r"\bottomrule")
    assert end == r"\end{tabular}"
    cells = [line.removesuffix(r" \\").split(" & ") for line in (header, *lines)]
    assert all_alike(cells)
    assert cells[0] == ["$t$", *(f"${COLUMNS[name].latex}$" for name in shown.columns)]
    assert [[_of_latex(cell) for cell in row] for row in cells[1:]] == rows(shown)


def _of_latex(cell: str) -> str:
    if cell == r"$\infty$":
        return "inf"
    if (below := re.fullmatch(r"\$(-[\d.]+)\$", cell)) is not None:
        return below[1]
    power = re.fullmatch(r"\$(-?[\d.]+) \\times 10\^\{(-?\d+)\}\$", cell)
    return f"{power[1]}e{int(power[2]):+03d}" if power else cell


def test_latex_has_balanced_braces_and_dollars_and_nothing_to_escape() -> None:
    written = FORMATS["latex"](SMALL)
    for line in written.splitlines()[2:]:
        assert line.count("{") == line.count("}")
        assert line.count("$") % 2 == 0
        plain = re.sub(r"\$[^$]*\$| & |\\\\", "", line)
        assert set("_^#%~$&").isdisjoint(plain)


class TableReader(HTMLParser):
    """The rows of cells of a table, if its tags are nested as they should be."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.cells: Rows = []
        self.scopes: list[list[str | None]] = []
        self.caption = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parents = {"table": None, "caption": "table", "thead": "table", "tbody": "table"}
        if tag in parents:
            assert (self.open[-1] if self.open else None) == parents[tag]
        if tag == "tr":
            assert self.open[-1] in ("thead", "tbody")
            self.cells.append([])
            self.scopes.append([])
        if tag in ("td", "th"):
            assert self.open[-1] == "tr"
            self.cells[-1].append("")
            self.scopes[-1].append(dict(attrs).get("scope"))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.open):
            self.cells[-1][-1] += data
        elif "caption" in self.open:
            self.caption += data
        else:
            assert data.strip() == ""


@given(tables)
def test_html_is_read_back(shown: Table) -> None:
    written = FORMATS["html"](shown)
    assert written.isascii()
    read = TableReader(written)
    assert all_alike(read.cells)
    assert read.scopes[0] == ["col"] * (1 + len(shown.columns))
    assert {tuple(scopes) for scopes in read.scopes[1:]} == {("row", *[None] * len(shown.columns))}
    body = [["inf" if cell == "∞" else cell for cell in row] for row in read.cells[1:]]
    assert body == rows(shown)
    assert read.caption.startswith("β2 = ")


def test_what_each_looks_like() -> None:
    assert FORMATS["text"](SMALL) == (
        f"beta2 = 1-1e-20; {PROMISE}\n"
        "\n"
        "  t       ess        liu\n"
        "  1  1.00      undefined\n"
        "  5  5.00       5.48e-11\n"
        "inf  2.00e+20   1.00\n"
    )
    assert FORMATS["csv"](SMALL) == (
        "t,ess,liu\r\n1,1.00,undefined\r\n5,5.00,5.48e-11\r\ninf,2.00e+20,1.00\r\n"
    )
    assert FORMATS["markdown"](SMALL) == (
        f"$\\beta_2$ = 1-1e-20; {PROMISE}\n"
        "\n"
        "| $t$ | $n_t$ | $r_t^{\\mathrm{Liu}}$ |\n"
        "| ---: | ---: | ---: |\n"
        "| 1 | 1.00 | undefined |\n"
        "| 5 | 5.00 | 5.48e-11 |\n"
        "| $\\infty$ | 2.00e+20 | 1.00 |\n"
    )
    assert FORMATS["latex"](SMALL) == (
        "% \\usepackage{booktabs}\n"
        f"% beta2 = 1-1e-20; {PROMISE}\n"
        "\\begin{tabular}{rrr}\n"
        "\\toprule\n"
        "$t$ & $n_t$ & $r_t^{\\mathrm{Liu}}$ \\\\\n"
        "\\midrule\n"
        "1 & 1.00 & undefined \\\\\n"
        "5 & 5.00 & $5.48 \\times 10^{-11}$ \\\\\n"
        "$\\infty$ & $2.00 \\times 10^{20}$ & 1.00 \\\\\n"
        "\\bottomrule\n"
        "\\end{tabular}\n"
    )
    assert '<tr><th scope="row">1</th><td>1.00</td><td>undefined</td></tr>' in FORMATS["html"](
        SMALL
    )


def test_signs_and_infinity() -> None:
    shown = table("0.999", "2,5,30", "exact,var_exact,err_liu,err_skewed", digits=2)
    assert [line for line in FORMATS["latex"](shown).splitlines() if line[0].isdigit()] == [
        r"2 & 0 & $\infty$ & undefined & undefined \\",
        r"5 & 0.032 & 0.25 & $-0.45$ & $3.1 \times 10^{-8}$ \\",
        r"30 & 0.11 & 0.019 & $-0.043$ & $4.7 \times 10^{-9}$ \\",
    ]
    assert FORMATS["text"](shown).splitlines()[2:] == [
        " t  exact  var_exact    err_liu  err_skewed",
        " 2  0            inf  undefined   undefined",
        " 5  0.032      0.25      -0.45      3.1e-08",
        "30  0.11       0.019     -0.043     4.7e-09",
    ]
    assert "<td>&infin;</td>" in FORMATS["html"](shown)
    rows = json.loads(FORMATS["json"](shown))["rows"]
    assert [*rows[0].values()] == ["2", "0", "inf", None, None]


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_ends_its_last_line(name: str) -> None:
    assert FORMATS[name](SMALL).endswith("\n")


def test_markup_in_a_table_made_by_hand_is_text() -> None:
    odd = Table(Fraction(0), 1, ("ess",), (1,), (("<b>&amp;",),))
    assert TableReader(FORMATS["html"](odd)).cells == [["t", "nt"], ["1", "<b>&amp;"]]


def test_one_digit_is_not_called_digits() -> None:
    assert "; 1 significant digit, each" in FORMATS["text"](table(0, 1, digits=1))


@pytest.mark.parametrize(
    ("file", "name", "format"),
    [
        (None, None, "text"),
        ("table", None, "text"),
        ("table.txt", None, "text"),
        ("a.b/table.CSV", None, "csv"),
        ("t.json", None, "json"),
        ("t.md", None, "markdown"),
        ("t.tex", None, "latex"),
        ("t.htm", None, "html"),
        ("t.html", None, "html"),
        ("", None, "text"),
        ("t.html", "csv", "csv"),
        (None, "latex", "latex"),
    ],
)
def test_the_format_is_the_one_named_or_that_of_the_file(
    file: str | None, name: str | None, format: str
) -> None:
    assert format_for(file, name) == format


def test_of_other_formats_the_first_is_meant_where_the_file_says_none_of_them() -> None:
    formats = ("table", "json")
    for file, format in (("a.json", "json"), ("a.csv", "table"), ("a", "table"), (None, "table")):
        assert format_for(file, None, formats=formats) == format
    with pytest.raises(InputError, match=r"^--format has 'csv'; it accepts table, json$"):
        format_for("a.csv", "csv", "--format", formats)


def test_an_unknown_format_is_refused_with_the_nearest_one() -> None:
    known = "it accepts text, csv, json, markdown, latex, html"
    with pytest.raises(InputError, match=f"^format has 'cvs'; {known}; did you mean csv\\?$"):
        format_for(None, "cvs")
