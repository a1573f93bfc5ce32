import errno
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NoReturn

import nbformat.v4
import pytest
from bs4 import BeautifulSoup

from radam_sym.report import paper
from radam_sym.report.files import replace_folder
from radam_sym.report.paper import main

v4: Any = nbformat.v4  # it has no types

ROOT = Path(__file__).parents[2]
PROVES = (sys.executable, "-c", "print('the ledger')")
FAILS = (sys.executable, "-c", "raise SystemExit(1)")


def prose(source: str) -> Any:
    return v4.new_markdown_cell(source)


def code(source: str, **metadata: Any) -> Any:
    return v4.new_code_cell(source, metadata=metadata)


def notebook(*cells: Any) -> Any:
    return v4.new_notebook(cells=list(cells))


@pytest.fixture
def notebooks(tmp_path: Path) -> Path:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "build" / "paper"


def store(folder: Path, name: str, *cells: Any) -> None:
    (folder / name).write_text(v4.writes(notebook(*cells)), encoding="utf-8")


def run(notebooks: Path, output: Path, prove: tuple[str, ...] = PROVES) -> int:
    return main(["--notebooks", str(notebooks), "--output", str(output)], prove=prove)


def one_line(capfd: pytest.CaptureFixture[str]) -> str:
    error = capfd.readouterr().err
    assert error.count("\n") == 1, error
    assert error.startswith("paper: ")
    return error.strip()


# --- The whole way --------------------------------------------------------------------------------


def test_two_notebooks_become_one_page(
    notebooks: Path, output: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store(notebooks, "02-b.ipynb", prose("# Second\n[back](01-a.ipynb#Here)"), code("x = 1"))
    store(notebooks, "01-a.ipynb", prose("# First\n## Here"), code("print(6 * 7)"))
    before = [path.read_bytes() for path in sorted(notebooks.iterdir())]

    assert run(notebooks, output) == 0

    printed = capfd.readouterr()
    assert printed.out.startswith("the ledger\n")
    assert printed.out.endswith(f"The paper is ready: open {output / 'index.html'}\n")
    assert sorted(re.findall(r"ran (\S+) in", printed.err)) == ["01-a.ipynb", "02-b.ipynb"]
    page = BeautifulSoup((output / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert [tag.get_text() for tag in page.select("nav a")] == ["First", "Here", "Second"]
    assert [tag["id"] for tag in page.select("article")] == ["01-a", "02-b"]
    assert page.select("pre.output")[0].get_text() == "42\n"
    assert page.select('article a[href="#01-a--Here"]')
    assert page.find(id="01-a--Here") is not None
    assert (output / "mathjax" / "MathJax.js").is_file()
    assert [path.read_bytes() for path in sorted(notebooks.iterdir())] == before
    assert [path.name for path in output.parent.iterdir()] == ["paper"]


def test_a_failing_proof_stops_before_any_notebook(
    notebooks: Path, output: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store(notebooks, "01.ipynb", code("open('ran', 'w')"))
    assert run(notebooks, output, FAILS) == 1
    assert "the proofs did not pass (exit code 1)" in one_line(capfd)
    assert not output.exists()
    assert [path.name for path in notebooks.iterdir()] == ["01.ipynb"]


def test_a_failing_cell_is_named_and_the_old_paper_stays(
    notebooks: Path, output: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_old_paper(output)
    failing = "raise ValueError('first line\\n\\nlast line')"
    store(notebooks, "01.ipynb", prose("# One"), code("1"), prose("two"), code(failing), code("2"))
    assert run(notebooks, output) == 1
    where = notebooks / "01.ipynb"
    assert one_line(capfd) == f"paper: {where}, code cell 2: ValueError: last line"
    assert (output / "index.html").read_text(encoding="utf-8") == "old"


def write_old_paper(output: Path) -> None:
    with replace_folder(output) as draft:
        (draft / "index.html").write_text("old", encoding="utf-8")


@pytest.mark.parametrize("where", ["_probe", "copy_mathjax"])
def test_a_full_disk_is_one_line(
    notebooks: Path,
    output: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    where: str,
) -> None:
    def fail(folder: Path) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))

    write_old_paper(output)
    monkeypatch.setattr(
        f"radam_sym.report.{'files' if where == '_probe' else 'paper'}.{where}", fail
    )
    monkeypatch.setattr(paper, "run_notebooks", lambda paths: [notebook() for _ in paths])
    store(notebooks, "01.ipynb")
    assert run(notebooks, output) == 2
    assert f"cannot write {output}: the disk is full" in one_line(capfd)
    assert (output / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in output.parent.iterdir()] == ["paper"]


# --- What is refused before the long work --------------------------------------------------------


def test_a_folder_that_is_not_ours_is_refused_before_the_proofs(
    notebooks: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store(notebooks, "01.ipynb", code("1"))
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.tex").touch()
    assert run(notebooks, tmp_path / "thesis", FAILS) == 2
    assert "it holds chapter.tex" in one_line(capfd)


def test_an_output_below_a_file_is_refused_before_the_proofs(
    notebooks: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store(notebooks, "01.ipynb", code("1"))
    (tmp_path / "file").touch()
    assert run(notebooks, tmp_path / "file" / "paper", FAILS) == 2
    assert "is a file" in one_line(capfd)


def test_no_notebooks_no_paper(
    notebooks: Path, output: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(notebooks, output, FAILS) == 2
    assert "holds no .ipynb file" in one_line(capfd)
    assert run(notebooks / "none", output, FAILS) == 2
    assert "is not a folder" in one_line(capfd)


def test_a_file_that_is_no_notebook_is_refused(
    notebooks: Path, output: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (notebooks / "01.ipynb").write_text("{", encoding="utf-8")
    assert run(notebooks, output) == 2
    assert "01.ipynb is not a notebook" in one_line(capfd)


def test_a_mistyped_option_is_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--outptu", "x"]) == 2
    assert "unrecognized arguments: --outptu" in one_line(capfd)


def test_missing_tools_are_named(
    notebooks: Path,
    output: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paper, "find_spec", lambda name: None)
    assert run(notebooks, output) == 2
    assert "pip install 'radam-sym[notebooks]'" in one_line(capfd)


# --- Ctrl-C ---------------------------------------------------------------------------------------

MAIN = (
    "import sys\nfrom radam_sym.report.paper import main\n"
    "sys.exit(main(sys.argv[2:], prove=[sys.executable, '-c', sys.argv[1]]))"
)


def wait_for(path: Path) -> str:
    for _ in range(300):
        if path.exists() and (text := path.read_text(encoding="utf-8")).endswith("\n"):
            return text.strip()
        time.sleep(0.05)
    raise AssertionError(f"{path} was not written")


def ended(pid: int) -> bool:
    for _ in range(100):
        status = Path(f"/proc/{pid}/stat")
        try:
            os.kill(pid, 0)
            if status.exists() and status.read_text(encoding="utf-8").rpartition(")")[2][1] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("stage", ["proofs", "notebook"])
@pytest.mark.parametrize("whole_group", [True, False])
def test_ctrl_c_is_one_line_and_ends_what_was_started(
    notebooks: Path, output: Path, tmp_path: Path, stage: str, whole_group: bool
) -> None:
    write_old_paper(output)
    started = tmp_path / "pid"
    sleeps = (
        "import os, pathlib, signal, time\n"
        f"{'signal.signal(signal.SIGINT, signal.SIG_DFL)' if stage == 'proofs' else ''}\n"
        f"pathlib.Path({str(started)!r}).write_text(f'{{os.getpid()}}\\n')\ntime.sleep(60)"
    )
    store(notebooks, "01.ipynb", code(sleeps if stage == "notebook" else "1"))
    options = ["--notebooks", str(notebooks), "--output", str(output)]
    process = subprocess.Popen(
        [sys.executable, "-c", MAIN, sleeps if stage == "proofs" else "", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=ROOT,
    )
    child = int(wait_for(started))
    (os.killpg if whole_group else os.kill)(process.pid, signal.SIGINT)
    _, error = process.communicate(timeout=20)
    assert error == f"paper: interrupted; {output} is as it was\n"
    assert process.returncode == 130
    assert ended(child)
    assert (output / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in output.parent.iterdir()] == ["paper"]
