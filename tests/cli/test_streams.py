"""Where the output goes: full disks, closed pipes, terminals that lack characters."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import IN_PROCESS_OF_ITS_OWN, alone


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has it")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["check", "--version"])
def test_a_full_disk_behind_stdout_is_told_in_one_line(
    command: str, unbuffered: str, proofs: Path
) -> None:
    arguments = [command, str(proofs)] if command == "check" else [command]
    with open("/dev/full", "w") as full:
        environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
        done = alone(*arguments, stdout=full, env=environment)
    assert done.stderr == "radam-sym: cannot write the output: No space left on device\n"
    assert done.returncode == 2


def test_a_pipe_that_closes_early_is_no_news(proofs: Path) -> None:
    for arguments in (["prove", "ess.first", "--steps"], ["check", str(proofs)]):
        process = subprocess.Popen(
            [*IN_PROCESS_OF_ITS_OWN, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait() == 1
        assert process.stderr is not None
        assert process.stderr.read() == b""
        process.stderr.close()


@pytest.mark.parametrize("closed", ["1", "2"])
def test_a_stream_that_is_closed_stops_nothing(closed: str, proofs: Path) -> None:
    command = f'exec "$0" -m radam_sym.cli check "$1" {closed}>&-'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable, str(proofs)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_without_the_characters_gets_others() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = alone("prove", "ess.limit_t", "--steps", env=environment, stdout=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, "")
    assert r"lim[t \u2192 \u221e]" in done.stdout
