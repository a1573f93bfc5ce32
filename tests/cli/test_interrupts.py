"""Ctrl-C at any moment: one line, exit code 130, and no half-written file."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import python

LOOKING_AROUND = "import sys; from radam_sym.cli import main; print('ready', flush=True); "


def interrupted(after: float, output: Path, *command: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a run that gets Ctrl-C so many seconds after its start."""
    script = f"{LOOKING_AROUND}sys.argv[0] = 'radam-sym'; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", script, *command, "-o", str(output)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the checker hears it too
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


@pytest.mark.parametrize(
    ("command", "places"),
    [("prove ess.first", range(0, 20, 2)), ("table --steps 1:5000", range(1, 20, 2))],
)
def test_ctrl_c_at_any_moment_is_one_line_and_no_half_written_file(
    command: str, places: range, tmp_path: Path
) -> None:
    output, codes = tmp_path / "proofs.json", []
    for place in places:
        output.write_text("the old ones")
        code, _, err = interrupted(0.01 + 0.9 * (place / 19), output, *command.split())
        codes.append(code)
        assert (code, err) in ((130, "radam-sym: interrupted\n"), (0, "")), (place, err)
        content = output.read_text(encoding="utf-8")
        assert content == "the old ones" or (content.startswith("{") and content.endswith("}\n"))
        assert code == 130 or content != "the old ones"
        assert [path.name for path in tmp_path.iterdir()] == ["proofs.json"]
    assert codes[0] == 130


WORK = """
import operator, signal, sys, weakref
from _thread import interrupt_main
from functools import partial
import radam_sym.cli as cli
from radam_sym.errors import InputError

def press(*_): signal.raise_signal(signal.SIGINT)

class Command:
    def parse_args(self, argv): return self
    def run(self, arguments):
        {work}

import radam_sym.cli.parser
radam_sym.cli.parser.parser = Command
sys.exit(cli.main())
"""
ON_AND_ON = "for _ in range(10**8): pass"


@pytest.mark.parametrize(
    "losing",
    [
        "thing = Command(); watch = weakref.ref(thing, press); del thing",
        "try: tuple(map(operator.call, (interrupt_main, partial(int, 'x'))))\n"
        "        except ValueError: pass",
        "try: press()\n        except: pass",
    ],
    ids=["in a callback", "by int", "by who catches everything"],
)
def test_an_interrupt_that_is_lost_on_the_way_comes_again(losing: str) -> None:
    done = python(WORK.format(work=f"{losing}\n        {ON_AND_ON}\n        return 0"))
    assert (done.returncode, done.stderr) == (130, "radam-sym: interrupted\n")


@pytest.mark.parametrize("error", ["ValueError", "InputError", "OSError"])
def test_an_interrupt_that_becomes_another_error_is_still_one(error: str) -> None:
    becoming = f"try: press()\n        except KeyboardInterrupt: raise {error}('odd') from None"
    done = python(WORK.format(work=becoming))
    assert (done.returncode, done.stderr) == (130, "radam-sym: interrupted\n")


def test_a_library_that_was_stopped_while_it_was_loaded_is_not_asked_to_end() -> None:
    crashing = "sys.modules['half'] = Half(); print('some', end=''); press()"
    half = "class Half:\n    def __del__(self): import os; os.abort()\n\nclass Command:"
    done = python(WORK.replace("class Command:", half).format(work=crashing))
    assert (done.returncode, done.stdout) == (130, "some")
    assert done.stderr == "radam-sym: interrupted\n"


def test_what_an_interrupt_left_half_made_does_not_complain() -> None:
    half = "class Half:\n    def __del__(self): self.missing\n\nclass Command:"
    done = python(WORK.replace("class Command:", half).format(work="half = Half(); press()"))
    assert (done.returncode, done.stderr) == (130, "radam-sym: interrupted\n")


def test_what_else_python_has_to_drop_it_still_tells() -> None:
    dropping = (
        "def late(_): raise ValueError('late')\n"
        "        thing = Command(); watch = weakref.ref(thing, late); del thing; return 0"
    )
    done = python(WORK.format(work=dropping))
    assert done.returncode == 0
    assert done.stderr.startswith("Exception ignored")
    assert done.stderr.endswith("ValueError: late\n")


@pytest.mark.skipif(os.name != "posix", reason="a shell that ignores Ctrl-C for its children")
def test_where_the_shell_ignores_ctrl_c_the_command_does() -> None:
    script = WORK.format(work="press(); return 5")
    done = subprocess.run(
        ["sh", "-c", 'trap \'\' INT; exec "$0" -c "$1"', sys.executable, script], check=False
    )
    assert done.returncode == 5
