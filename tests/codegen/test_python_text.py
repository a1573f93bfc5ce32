import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from sympy import Basic, Rational, Symbol, sqrt

from radam_sym.codegen.expressions import Call, expression
from radam_sym.codegen.python_text import (
    WIDTH,
    Printer,
    check_names,
    docstring,
    fitting,
    signature,
)
from radam_sym.errors import InputError
from radam_sym.kernel.heads import Definition
from radam_sym.proof.refute import UnknownValueError, value
from tests.codegen.programs import gap, n, x, y
from tests.strategies import rational_functions, z

ROOT = Path(__file__).parents[2]


def call(node: Call, arguments: list[str]) -> str:
    name = node.function if isinstance(node.function, str) else node.function.name
    return f"{name}({', '.join(arguments)})"


printer = Printer(call)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (1 - x, "1 - x"),
        (-x - y, "-x - y"),
        (-x * y, "-x * y"),
        (-(1 - x) * y, "y * (x - 1)"),  # as SymPy has it
        (-gap(x), "-gap(x)"),
        (1 / x, "1 / x"),
        (x / (2 * y), "x / (2 * y)"),
        (Rational(1, 6) + x, "1 / 6 + x"),
        (x**n, "x**n"),
        (x ** (2 * n), "x ** (2 * n)"),
        (x**-n, "x**-n"),
        (x ** (1 - n), "x ** (1 - n)"),
        ((1 + x) ** n, "(1 + x) ** n"),
        (gap(x) ** 2, "gap(x) ** 2"),
        (gap(-x) * (x + y) / (x - y), "(x + y) * gap(-x) / (x - y)"),
        (sqrt(x), "sqrt(x)"),
        (2**n, "2**n"),
    ],
    ids=str,
)
def test_terms_are_printed_with_the_brackets_they_need(term: Basic, text: str) -> None:
    assert printer.text(expression(term)) == text


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(rational_functions(x, y, z))
def test_the_text_has_the_value_of_the_term(term: Basic) -> None:
    point = {x: Fraction(2, 7), y: Fraction(-3, 5), z: Fraction(11, 3)}
    try:
        wanted = value(term, dict(point))
    except UnknownValueError:
        assume(False)
    text = printer.text(expression(term))
    names = {symbol.name: number for symbol, number in point.items()}
    # Python would divide integers into floats.
    found = eval(text.replace("/", "/ one /"), {"one": Fraction(1)}, names)
    assert found == wanted


long_names = [Symbol(f"a_name_for_it_{i}", real=True) for i in range(6)]
a, b, c, d, e, f = long_names
wide = Definition("a_function", (x,), x)
LONG = [
    a + b - c - d + e,
    a * b * c * d / (e * f),
    a - wide(b) * f / (c + wide(d + e)),
    a - wide(b * c + d * e) * f,
    wide(a * b * c * d),
    wide(a * b * c * d / f + e * x),
    a + sqrt(b * c + d * e),
    (a + b + c) / (d + e + f),
    sqrt(a * b) / wide(c * d + e * f),
]


def ruff(*lines: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--config", ROOT / "pyproject.toml", "-"],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_long_lines_are_broken_as_the_formatter_breaks_them() -> None:
    lines = ["def function():"]
    for term in LONG:
        lines += printer.statement("value =", expression(term))
    lines += printer.statement("return", expression(LONG[0]))
    assert max(map(len, lines)) <= WIDTH
    assert len(lines) >= 3 * len(LONG)
    assert ruff(*lines) == "\n".join(lines) + "\n"


def test_heads_of_functions_are_broken_as_the_formatter_breaks_them() -> None:
    lines: list[str] = []
    for many in (1, 4, 6):
        parameters = [f"{name}: Number" for name in long_names[:many]]
        head = signature(f"function{many}", [*parameters[:-1], "*", parameters[-1]], "Number")
        lines += [*head, *docstring(["One line."]), "    return 0", "", ""]
    text = "\n".join(lines).rstrip() + "\n"
    assert ruff(*lines) == text


def test_a_line_that_stays_too_long_is_refused() -> None:
    with pytest.raises(InputError, match="too long a line; name a part of it"):
        printer.statement("return", expression(a * wide(b * c * d * e * f + x * y)))


def test_so_is_a_line_of_any_kind() -> None:
    with pytest.raises(InputError, match="too long"):
        fitting(["x" * (WIDTH + 1)])
    with pytest.raises(InputError, match="too long"):
        docstring(["One.", "x" * WIDTH])


def test_a_docstring_has_its_quotes_and_no_space_at_the_end_of_a_line() -> None:
    assert docstring(["One."]) == ['    """One."""']
    assert docstring(["One.", "", "Two."]) == ['    """One.', "", "    Two.", '    """']


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("lambda", "no name in Python"),
        ("λ", "no name in Python"),
        ("a b", "no name in Python"),
        ("", "no name in Python"),
        ("_hidden", "taken"),
        ("np", "taken"),
    ],
)
def test_what_can_not_be_a_name_is_refused_in_one_line(name: str, why: str) -> None:
    with pytest.raises(InputError, match=why) as caught:
        check_names({"fine": "a line", name: "the parameter"}, ["np"])
    assert str(caught.value).startswith(f"the parameter {name!r}")
    assert "\n" not in str(caught.value)
