import re
from dataclasses import replace

from sympy import Rational, Symbol, sqrt

from radam_sym.codegen.docstrings import WIDTH, of_form, of_program
from radam_sym.codegen.measured import Measured
from radam_sym.codegen.sources import found
from radam_sym.kernel.heads import Definition
from radam_sym.proof import Form, Program, le, lt
from tests.codegen.programs import above_program, factors, gap, gap_program, n, root_form, w, x


def test_a_program_tells_formula_theorems_domain_and_error() -> None:
    errors = Measured({"float64": 1.5}, "ULP")
    assert of_program(gap_program, errors) == [
        "gap(x) = 1 - x^2.",
        "",
        "Theorems: test.gap (a test).",
        "Domain: x real.",
        "Measured errors stay below 1.5 in float64, in ULP.",
    ]


def test_what_was_not_measured_is_told_so() -> None:
    assert of_program(gap_program, None)[-1] == "Errors: not measured."


def test_the_note_and_the_marks_are_told() -> None:
    lines = of_program(replace(gap_program, note="Nothing cancels"), None)
    assert lines[2] == "Nothing cancels."
    [ess] = [p for p in found().programs if p.definition.name == "ess"]
    assert "axiom:log.increasing" in " ".join(of_program(ess, None))


def test_conditions_that_meet_are_told_as_one() -> None:
    between = replace(gap_program, domain=(lt(0, x), le(x, 1)))
    assert "Domain: 0 < x ≤ 1." in of_program(between, None)
    apart = replace(gap_program, domain=(lt(0, x), lt(2, 3 * x)))
    assert "Domain: 0 < x; 2 < 3*x." in of_program(apart, None)


def test_where_nothing_is_computed_is_told_in_the_parameters() -> None:
    piece = replace(factors, where=(lt(0, w), lt(x, 1)))
    assert "NaN unless 0 < 1 + x and x < 1." in of_program(Program(gap, (piece,)), None)
    both = Program(gap, (piece, replace(factors, where=(lt(2, x),))))
    assert "NaN unless 0 < 1 + x and x < 1 or 2 < x." in of_program(both, None)
    assert "NaN" not in " ".join(of_program(Program(gap, (piece, factors)), None))


def test_what_is_cut_off_is_told() -> None:
    for error, told in ((Rational(1, 2**58), "2^-58"), (Rational(1, 100), "1/100")):
        program = Program(gap, (replace(factors, error=error),))
        assert f"What is cut off is less than {told} of the value." in of_program(program, None)


def test_a_form_says_its_theorems_and_its_domain() -> None:
    assert of_form(replace(root_form, domain=(le(0, 1 + x**n),))) == [
        "root(x, n) = sqrt(1 + x^n).",
        "",
        "Theorems: test.root (a test).",
        "Domain: 0 ≤ 1 + x^n; n = 1, 2, 3, …",
    ]


def test_a_long_formula_is_broken_at_an_operator_in_few_brackets() -> None:
    names = [Symbol(f"variable_{i}", real=True) for i in range(8)]
    a, b, c, d, *others = names
    body = sqrt(a * b * c * (d - a) * others[0] * others[1] / ((b - c) * (c - d))) + n
    long = Definition("a_rather_long_name", (*names, n), body)
    lines = of_form(Form(long, ()))
    lines = lines[: lines.index("")]
    assert len(lines) == 4
    assert all(len(line) <= WIDTH for line in lines)
    assert re.match(r"  [+*/-]", lines[-1])
    whole = "".join(line.strip() for line in lines)
    assert whole.count("(") == whole.count(")")


def test_every_line_fits() -> None:
    program = replace(above_program, note="word " * 60)
    assert all(len(line) <= WIDTH for line in of_program(program, None))
