"""``radam-sym read``: the notebooks, the server, and whose Ctrl-C it is."""

import re
from pathlib import Path

import pytest

from radam_sym.report import reading
from tests.cli.running import Outcome, python


def test_read_copies_the_notebooks_and_gives_the_servers_exit_code(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []

    def server(*given: object) -> int:
        opened.append(given)
        return 7

    monkeypatch.setattr(reading, "open_in_jupyterlab", server)
    outcome = Outcome(capsys, "read", "mine", "--no-browser")
    assert outcome.code == 7
    assert opened == [(Path("mine"), False)]
    assert re.search(r"^added mine/.*\.ipynb$", outcome.out, re.M)
    assert list((folder / "mine").glob("*.ipynb"))


def test_read_into_a_file_is_told_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "taken").touch()
    Outcome(capsys, "read", "taken").is_refused(2, r"DIR taken is a file")


def test_a_ctrl_c_that_the_server_answers_comes_once() -> None:
    done = python("""
import signal, sys, time
from radam_sym import cli
from radam_sym.report import reading

def server(folder, browser):
    heard = 0
    for _ in range(20):
        try:
            if not heard: signal.raise_signal(signal.SIGINT)
            time.sleep(0.01)
        except KeyboardInterrupt:
            heard += 1
    return 40 + heard

reading.copy_notebooks = lambda folder: []
reading.open_in_jupyterlab = server
sys.argv = ["radam-sym", "read"]
sys.exit(cli.main())
""")
    assert (done.returncode, done.stderr) == (41, "")
