"""The progress bar: on a terminal only, and gone at the end."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import IN_PROCESS_OF_ITS_OWN


@pytest.mark.skipif(os.name != "posix", reason="a terminal of our own needs pty")
@pytest.mark.parametrize("stopped", [False, True])
def test_a_bar_is_shown_on_a_terminal_and_gone_at_the_end(stopped: bool, tmp_path: Path) -> None:
    import pty

    terminal, inside = pty.openpty()
    steps = "1:100000" if stopped else "1:3"
    command = [*IN_PROCESS_OF_ITS_OWN, "table", "--steps", steps, "-o", str(tmp_path / "a.csv")]
    with subprocess.Popen(command, stdin=inside, stdout=inside, stderr=inside) as process:
        os.close(inside)
        shown = b""
        while True:
            try:
                part = os.read(terminal, 1000)
            except OSError:  # the other end is closed
                break
            shown += part
            if not part:
                break
            if stopped and b"working" in part and process.poll() is None:
                process.send_signal(signal.SIGINT)
                stopped = False
    os.close(terminal)
    assert b"working" in shown
    if steps == "1:3":
        assert (process.returncode, shown[-4:]) == (0, b"\x1b[2K")  # the line is cleared
    else:
        assert process.returncode == 130
        assert shown.endswith(b"\x1b[2Kradam-sym: interrupted\r\n")
        assert list(tmp_path.iterdir()) == []
