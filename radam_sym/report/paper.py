"""`make paper`: prove every theorem, run every notebook, set them as one page.

    python -m radam_sym.report.paper --notebooks notebooks --output build/paper

The proofs come first, in a process of their own; if one fails there is no paper. The stored
notebooks are read and never written. The page needs no network: mathematics is set by MathJax
files that lie beside it, figures are part of it, and a page that would load anything from
elsewhere is refused.
"""

import argparse
import contextlib
import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from radam_sym.errors import InputError
from radam_sym.files import refusal
from radam_sym.interrupts import uninterrupted
from radam_sym.report.execution import NotebookError, environment, run_notebooks
from radam_sym.report.files import replace_folder
from radam_sym.report.page import copy_mathjax, render_page

PROVE = (sys.executable, "-m", "radam_sym.cli", "prove")
TITLE = "radam-sym, an executable paper"


class ProofsError(Exception):
    """The proofs did not pass; the process ends with the exit code of the command that said so."""

    def __init__(self, exit_code: int) -> None:
        super().__init__(f"not made: the proofs did not pass (exit code {exit_code})")
        self.exit_code = exit_code


# --- The command ---------------------------------------------------------------------------------


def main(argv: Sequence[str] | None = None, *, prove: Sequence[str] = PROVE) -> int:
    """Make the paper; return 0, 1 (a proof or a notebook failed), 2 (bad input) or 130 (Ctrl-C).

    `prove` is the command that proves the theorems and prints the ledger. Its exit code, when it
    isn't 0, is this one's.

    >>> main(["--notebooks", "no/such/folder"])
    2
    """
    output: Path | None = None
    before: int | None = None
    try:
        options = _read_arguments(argv)
        output, before = options.output, _identity(options.output)
        page = make_paper(options.notebooks, output, title=options.title, prove=prove)
        print(f"\nThe paper is ready: open {page}", flush=True)
        return 0
    except ProofsError as error:
        return _say(str(error), error.exit_code)
    except NotebookError as error:
        return _say(str(error), 1)
    except InputError as error:
        return _say(str(error), 2)
    except OSError as error:
        return _say(str(refusal(Path(error.filename or output or "."), error)), 2)
    except KeyboardInterrupt:
        if output is None:
            return _say("interrupted; nothing was written", 130)
        state = "as it was" if _identity(output) == before else "new and complete"
        return _say(f"interrupted; {output} is {state}", 130)


def _say(message: str, exit_code: int) -> int:
    print(f"paper: {' '.join(message.split())}", file=sys.stderr, flush=True)
    return exit_code


def _identity(folder: Path) -> int | None:
    with contextlib.suppress(OSError):
        return folder.stat().st_ino
    return None


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise InputError(f"{message}; see --help")


def _read_arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = _Parser(
        prog="python -m radam_sym.report.paper",
        description="Prove every theorem, run every notebook, and set them as one page.",
        allow_abbrev=False,
    )
    parser.add_argument("--notebooks", type=Path, default=Path("notebooks"), metavar="DIR")
    parser.add_argument("--output", type=Path, default=Path("build/paper"), metavar="DIR")
    parser.add_argument("--title", default=TITLE, help="of a paper with more than one notebook")
    return parser.parse_args(argv)


def make_paper(
    notebooks: Path, output: Path, *, title: str = TITLE, prove: Sequence[str] = PROVE
) -> Path:
    """Prove, run and set the paper into the folder `output`; return the path of its page.

    Raises
    ------
    InputError
        if there are no notebooks, or `output` can't be written (found before the long work).
    ProofsError, NotebookError
        if a proof fails or a notebook does; `output` is then as it was.
    """
    _require_tools()
    paths = find_notebooks(notebooks)
    with replace_folder(output) as draft:
        run_proofs(prove)
        executed = run_notebooks(paths)
        page = render_page(paths, executed, title)
        try:
            (draft / "index.html").write_text(page, encoding="utf-8")
            copy_mathjax(draft / "mathjax")
        except OSError as error:
            raise refusal(output, error) from error
    return output / "index.html"


def _require_tools() -> None:
    tools = ("nbclient", "nbconvert", "ipykernel", "jupyter_server_mathjax")
    missing = [name for name in tools if find_spec(name) is None]
    if missing:
        raise InputError(
            f"the paper needs {', '.join(missing)}: pip install 'radam-sym[notebooks]'"
        )


def find_notebooks(folder: Path) -> list[Path]:
    """The notebooks of a folder, by file name.

    Raises
    ------
    InputError
        if there is no such folder or no notebook in it.
    """
    if not folder.is_dir():
        raise InputError(f"--notebooks {folder} is not a folder; name one that holds .ipynb files")
    paths = sorted(folder.glob("*.ipynb"), key=lambda path: path.name)
    if not paths:
        raise InputError(f"--notebooks {folder} holds no .ipynb file")
    return paths


# --- Proofs --------------------------------------------------------------------------------------


def run_proofs(command: Sequence[str]) -> None:
    """Run the command that proves the theorems; it prints the ledger itself.

    Raises
    ------
    ProofsError
        with the command's exit code, if that isn't 0.
    """
    sys.stdout.flush()
    process = subprocess.Popen(command, env=environment())
    try:
        code = process.wait()
    except BaseException:
        _end(process)
        raise
    if code != 0:
        raise ProofsError(code if code > 0 else 128 - code)  # a signal, as a shell tells it


def _end(process: "subprocess.Popen[bytes]") -> None:
    # Ctrl-C reached the child as well; it is given a moment to say so before it is stopped.
    with uninterrupted():
        for stop in (process.terminate, process.kill):
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=1)
                return
            stop()
        process.wait()


if __name__ == "__main__":
    exit_code = main()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is said; the interpreter only shuts down
    sys.exit(exit_code)
