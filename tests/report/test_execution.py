import json
import os
import sys
from pathlib import Path
from typing import Any

import nbformat.v4
import pytest

from radam_sym import InputError
from radam_sym.report import execution
from radam_sym.report.execution import NotebookError, run_notebooks

v4: Any = nbformat.v4  # it has no types


def stored(folder: Path, name: str, *sources: str, **metadata: Any) -> Path:
    cells = [v4.new_code_cell(source, metadata=metadata) for source in sources]
    path = folder / name
    path.write_text(v4.writes(v4.new_notebook(cells=cells)), encoding="utf-8")
    return path


def printed(notebook: Any) -> list[str]:
    return [output.text for cell in notebook.cells for output in cell.outputs]


def test_runs_this_interpreter_in_the_notebooks_folder_and_not_the_readers_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A kernel registered under the usual name, and a profile: neither may have a say.
    registered = tmp_path / "jupyter" / "kernels" / "python3"
    registered.mkdir(parents=True)
    spec = {"argv": ["false"], "display_name": "Python 3", "language": "python"}
    (registered / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    startup = tmp_path / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("print('from the profile'); sneaked = 1", encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    source = "import os, sys\nprint(sys.executable, os.getcwd(), 'sneaked' in globals())"
    path = stored(tmp_path, "01.ipynb", source, "print(6 * 7)")
    before = path.read_bytes()

    (notebook,) = run_notebooks([path])

    assert printed(notebook) == [f"{sys.executable} {tmp_path} False\n", "42\n"]
    assert [cell.execution_count for cell in notebook.cells] == [1, 2]
    assert path.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["01.ipynb", "ipython", "jupyter"]


def test_three_notebooks_share_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = "x = globals().get('x', 0) + 1\nprint(x)"
    paths = [stored(tmp_path, f"0{number}.ipynb", source) for number in range(3)]
    assert [printed(notebook) for notebook in run_notebooks(paths)] == [["1\n"]] * 3
    assert capfd.readouterr().err.count("ran 0") == 3


def test_the_error_of_a_cell_is_named_and_stops_the_others(tmp_path: Path) -> None:
    bad = stored(tmp_path, "01.ipynb", "1", "raise ValueError('first\\n\\nlast')", "2")
    slow = stored(tmp_path, "02.ipynb", "import time\ntime.sleep(60)")
    with pytest.raises(NotebookError) as caught:
        run_notebooks([bad, slow])
    assert str(caught.value) == f"{bad}, code cell 2: ValueError: last"


def test_an_error_that_the_notebook_wants_to_show_is_none(tmp_path: Path) -> None:
    path = stored(tmp_path, "01.ipynb", "1 / 0", tags=["raises-exception"])
    (notebook,) = run_notebooks([path])
    assert notebook.cells[0].outputs[0].ename == "ZeroDivisionError"


def test_a_kernel_that_dies_is_told(tmp_path: Path) -> None:
    path = stored(tmp_path, "01.ipynb", "import os\nos._exit(1)")
    with pytest.raises(NotebookError, match=r"01\.ipynb, code cell 1: the kernel died"):
        run_notebooks([path])


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"nbformat": 4, "cells": 3}'])
def test_a_file_that_is_no_notebook_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "01.ipynb"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"01\.ipynb is not a notebook: ."):
        run_notebooks([path])


def test_a_notebook_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot read .*no\.ipynb"):
        run_notebooks([tmp_path / "no.ipynb"])


def test_a_terminal_shows_bars(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with execution._progress() as progress:
        progress.begin("01.ipynb", 2)
        progress.step("01.ipynb")
        progress.end("01.ipynb", 1.0)
    assert "1/2" in capfd.readouterr().err
