"""``radam-sym table``: every format, and every way in which it can go wrong."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from radam_sym.report.tables import table
from tests.cli.running import Outcome


def test_a_table_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("--beta2", "0.999", "--steps", "4:5,inf", "--columns", "rho,liu", "--digits", "6")
    outcome = Outcome(capsys, "table", *arguments)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "beta2 = 0.999; 6 significant digits, each proven to less than one unit in its last digit\n"
        "\n"
        "  t         rho        liu\n"
        "  4     3.99750  undefined\n"
        "  5     4.99600  0.0173115\n"
        "inf  1999.00     1.00000\n"
    )


def test_the_exact_law_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    columns = ("--columns", "matched,exact,var_exact,err_simple,err_liu")
    assert Outcome(capsys, "table", "--steps", "2:3,5,inf", *columns, "--digits", "4").out == (
        "beta2 = 0.999; 4 significant digits, each proven to less than one unit in its last digit\n"
        "\n"
        "  t  matched    exact  var_exact  err_simple    err_liu\n"
        "  2  0        0              inf   undefined  undefined\n"
        "  3  0.01516  0.01515  1.090          1.556   undefined\n"
        "  5  0.03154  0.03152  0.2520         0.5866    -0.4508\n"
        "inf  1.000    1.000    0.0002503      0          0\n"
    )


def test_at_zero_the_exact_law_has_no_variance(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--beta2", "0", "--columns", "matched,exact,var_exact,err_matched", "--steps", "5,inf")
    outcome = Outcome(capsys, "table", *asked, "--format", "csv")
    assert outcome.out.splitlines()[1:] == [
        "5,0,undefined,inf,undefined",
        "inf,0,undefined,inf,undefined",
    ]


def test_below_one_third_the_matched_factor_is_zero(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--beta2", "0.3", "--columns", "matched,err_matched", "--digits", "2", "--steps", "9")
    assert Outcome(capsys, "table", *asked, "--format", "csv").out.splitlines()[1] == "9,0,-1.0"


def test_a_table_of_nothing_but_defaults_is_that_of_the_functions(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = table("0.999", "1:10,100,1000,10000,inf")
    assert Outcome(capsys, "table").out == shown.render("text")


@pytest.mark.parametrize("format", ["text", "csv", "json", "markdown", "latex", "html"])
def test_a_table_is_written_in_each_format(
    format: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = table("1-1e-6", "1:3,inf", digits=20).render(format)
    arguments = ("--beta2", "1-1e-6", "--steps", "1:3,inf", "--digits", "20", "--format", format)
    assert Outcome(capsys, "table", *arguments).out == expected
    outcome = Outcome(capsys, "table", *arguments, "-o", "out")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert (folder / "out").read_bytes() == expected.encode()


def test_the_name_of_the_file_says_which_format(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, begin in (("a.csv", "t,ess,"), ("a.json", "{"), ("a.HTML", "<table"), ("a", "beta2")):
        assert Outcome(capsys, "table", "--steps", "1", "-o", name).code == 0
        assert (folder / name).read_text(encoding="utf-8").startswith(begin)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--beta2", "1"], "--beta2 is '1', which is not below 1; it accepts a number from 0 to"),
        (["--beta2", "-0.5"], "--beta2 is '-0.5', which is below 0; it accepts"),
        (["--beta2", "nan"], "--beta2 is 'nan', which is not a number; it accepts"),
        (["--beta2", "inf"], "--beta2 is 'inf', which is not a number; it accepts"),
        (["--beta2", ""], "--beta2 is '', which is not a number; it accepts"),
        (["--beta2", "0.5.5"], "--beta2 is '0.5.5', which is not a number; it accepts"),
        (["--beta2", "1e-999999999"], "--beta2 has more than 1000 digits; it accepts"),
        (["--beta2", "9" * 5000], "--beta2 has more than 1000 digits; it accepts"),
        (
            ["--beta2", "__import__('os')"],
            "--beta2 is \"__import__('os')\", which is not a number; it accepts",
        ),
        (["--beta2"], "argument --beta2: expected one argument; see radam-sym table --help"),
        (["--steps", ""], "--steps is empty; it accepts whole numbers from 1 to 2**53"),
        (["--steps", "0"], "--steps has '0', which is below 1; it accepts"),
        (["--steps", "-1"], "--steps has '-1', which is below 1; it accepts"),
        (["--steps", "1.5"], "--steps has '1.5', which is not a whole number; it accepts"),
        (["--steps", f"{10**18}"], f"--steps has '{10**18}', which is above 2**53; it accepts"),
        (["--steps", "9,1"], "--steps has 1 after 9; it accepts"),
        (["--steps", "1,1"], "--steps has 1 twice; it accepts"),
        (["--steps", "9:1"], "--steps has '9:1', which runs backwards; it accepts"),
        (["--steps", "1:10000000"], "--steps asks for more than 100,000 rows; it accepts up to"),
        (["--columns", ""], "--columns is empty; it accepts ess, rho, liu, simple"),
        (
            ["--columns", "ess,leu"],
            "--columns has 'leu'; it accepts ess, rho, liu, simple, rational, matched, skewed, "
            "exact, var_exact, err_simple, err_liu, err_rational, err_matched, err_skewed; did you",
        ),
        (
            ["--columns", "exact", "--beta2", "1-1e-1000"],
            "columns has exact, but 10 digits of a value need more than 4096 bits of precision at "
            "t = 1; ask for fewer digits",
        ),
        (
            ["--columns", "err_simple", "--steps", "10000000"],
            "columns has err_simple, but 10 digits of a value need more than 4096 bits of "
            "precision at t = 10000000; ask for fewer digits",
        ),
        (["--columns", "exact", "--steps", "9007199254740993"], "--steps has '9007199254740993',"),
        (["--columns", "exact", "--digits", "1000000"], "--digits is '1000000'; it accepts"),
        (["--columns", "ess,ess"], "--columns has ess twice; it accepts each once: ess, rho"),
        (["--digits", "0"], "--digits is '0'; it accepts a whole number from 1 to 1000"),
        (["--digits", "1001"], "--digits is '1001'; it accepts a whole number from 1 to 1000"),
        (["--digits", "٣"], "--digits is '٣'; it accepts a whole number from 1 to 1000"),
        (["--format", "jsn"], "--format has 'jsn'; it accepts text, csv, json, markdown, latex, "),
        (["--format", ""], "--format has ''; it accepts text, csv, json, markdown, latex, html"),
        (["ess"], "unrecognized arguments: ess; see radam-sym --help"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_mistyped_of_a_table_is_told_in_one_line(
    arguments: list[str], message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = Outcome(capsys, "table", "-o", "kept.csv", *arguments)
    outcome.is_refused(2, rf"^radam-sym: {re.escape(message)}")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("target", ["missing/a.csv", "."])
def test_a_table_that_can_not_be_written_is_told_in_one_line(
    target: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Outcome(capsys, "table", "--steps", "1", "-o", target).is_refused(2, r"cannot write ")
    assert list(folder.iterdir()) == []


def test_a_table_of_the_exact_law_needs_neither() -> None:
    script = (
        "import sys; from radam_sym.cli import main; "
        "code = main(['table', '--columns', 'exact,skewed', '--steps', '5']); "
        "assert not {'sympy', 'numpy', 'mpmath', 'rich'} & set(sys.modules); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_table_needs_neither_sympy_nor_numpy_and_no_bar_goes_into_a_pipe() -> None:
    script = (
        "import sys; from radam_sym.cli import main; code = main(['table', '--format', 'csv']); "
        "assert not {'sympy', 'numpy', 'mpmath', 'rich'} & set(sys.modules); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"t,ess,rho,liu,simple\r\n1,1.000000000,")
