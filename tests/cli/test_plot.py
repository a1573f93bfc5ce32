"""``radam-sym plot``: every format, and every way in which it can go wrong."""

import os
import re
import sys
from pathlib import Path

import pytest

from radam_sym.report.figures import FIGURES, rectification_factors
from tests.cli.running import Outcome, alone


@pytest.mark.parametrize("figure", FIGURES)
def test_plot_writes_the_figure_and_says_where(
    figure: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = Outcome(capsys, "plot", figure)
    drawn = FIGURES[figure](["0.9", "0.99", "0.999"])
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"wrote {figure}.svg\ndata digest: {drawn.digest}\n"
    assert (folder / f"{figure}.svg").read_bytes() == drawn.bytes("svg")
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_plot_takes_decays_a_last_step_and_a_file(
    format: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / f"a.{format}").write_text("the old one")
    arguments = ("plot", "rectification", "--beta2", "1-1e-6,9/10", "--last", "50")
    outcome = Outcome(capsys, *arguments, "-o", f"a.{format}")
    assert (outcome.code, outcome.err) == (0, "")
    drawn = rectification_factors([1 - 1e-6, 0.9], 50)
    assert outcome.out == f"wrote a.{format}\ndata digest: {drawn.digest}\n"
    assert (folder / f"a.{format}").read_bytes() == drawn.bytes(format)


def test_plot_takes_factors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome(capsys, "plot", "rectification", "--factors", "exact, linear", "-o", "a.png")
    drawn = rectification_factors([0.9, 0.99, 0.999], None, ("exact", "linear"))
    assert outcome.out == f"wrote a.png\ndata digest: {drawn.digest}\n"


@pytest.mark.parametrize(
    ("arguments", "pattern"),
    [
        ([], r"figure; see radam-sym plot --help"),
        (["es"], r"invalid choice: 'es' \(choose from '?ess'?, '?rectification'?, '?error'?\)"),
        (["ess", "rectification"], r"unrecognized arguments: rectification"),
        (["ess", "-o", "a.gif"], r"cannot draw a\.gif: name a file that ends in \.svg, \.png or"),
        (["ess", "-o", "a"], r"cannot draw a: name a file that ends in"),
        (["ess", "-o", "no/a.svg"], r"cannot write no/a\.svg: the folder no does not exist"),
        (["ess", "-o", "here.svg"], r"cannot write here\.svg: it is a folder"),
        (["ess", "--beta2", ""], r"--beta2 is ''"),
        (["ess", "--beta2", "0.9,"], r"--beta2 is ''"),
        (["ess", "--beta2", "1"], r"--beta2 is '1', which is not below 1"),
        (["ess", "--beta2", "nan"], r"--beta2 is 'nan'"),
        (["ess", "--beta2=-0.1"], r"--beta2 is '-0\.1'"),
        (["ess", "--beta2", "__import__('os')"], r"--beta2 is \"__import__\('os'\)\""),
        (["ess", "--beta2", ".1,.2,.3,.4,.5,.6"], r"--beta2 has 6 values; it accepts up to 5"),
        (["ess", "--beta2", "0.9,9/10"], r"has 0\.9 twice"),
        (["ess", "--beta2", "1-1e-20"], r"beta 1-1e-20 can't be told from 1 in float64"),
        (["ess", "--last", "1"], "--last is '1'; it accepts one step, from 2 to"),
        (["ess", "--beta2", "0.9,9/10"], "--beta2 has 0.9 twice; it accepts each once"),
        (["ess", "--last", "9" * 5000], r"--last is '9{40}'; it accepts one step"),
        (["ess", "--last", "1:3"], r"--last is '1:3'; it accepts one step"),
        (["ess", "-o", ""], "name a file that ends in"),
        (
            ["ess", "--factors", "simple"],
            "--factors is for rectification and error; ess shows none",
        ),
        (
            ["error", "--factors", "exact"],
            "--factors has 'exact'; it accepts simple, liu, rational",
        ),
        (["error", "--factors", "simple,lui"], "--factors has 'lui'; .*; did you mean liu"),
        (["rectification", "--factors", "liu,liu"], "--factors has liu twice"),
        (["rectification", "--factors", ""], "--factors is empty"),
        (["rectification", "--factors", "exact", "--beta2", "0"], "beta2 is below 1e-50"),
        (["error", "--beta2", "0"], "beta2 is below 1e-50"),
        (["error", "--beta2", "1-1e-7"], "beta2 is 0.9999999, where the search for the crossover"),
        (["error", "--last", "3"], r"last step 3 is not from 4 to 2\*\*53"),
        (["ess", "--last", "1.5"], r"--last is '1\.5'; it accepts one step"),
        (["ess", "--last", "1" * 18], r"--last is '1{18}'; it accepts one step"),
    ],
    ids=str,
)
def test_what_can_not_be_drawn_is_told_in_one_line_and_nothing_is_written(
    arguments: list[str], pattern: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "here.svg").mkdir()
    Outcome(capsys, "plot", *arguments).is_refused(2, pattern)
    assert [path.name for path in folder.iterdir()] == ["here.svg"]


def test_without_matplotlib_plot_says_how_to_get_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    Outcome(capsys, "plot", "ess").is_refused(2, r"pip install 'radam-sym\[notebooks\]'")
    assert list(folder.iterdir()) == []


def test_whatever_the_reader_has_set_matplotlib_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("no.such.key: 1\nbackend: nonsense\nlines.color: red\n")
    settings = {"MPLBACKEND": "TkAgg", "MPLCONFIGDIR": "/dev/null", "DISPLAY": ""}
    done = alone("plot", "ess", env={**os.environ, **settings}, cwd=tmp_path, stdout=-1)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"wrote ess\.svg\ndata digest: [0-9a-f]{16}\n", done.stdout)
