"""``main``, before it runs anything, and where what it runs fails."""

import os
import subprocess
import sys
from pathlib import Path

import radam_sym


def test_before_there_is_somebody_to_catch_an_interrupt_next_to_nothing_is_loaded() -> None:
    script = "import sys; before = set(sys.modules); import radam_sym.cli; "
    script += "print(*sorted(set(sys.modules) - before))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", script],
        env={**os.environ, "PYTHONPATH": str(Path(radam_sym.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert {"radam_sym.cli"} <= set(done.stdout.split())
    assert {"argparse", "json", "pathlib", "sympy", "rich"}.isdisjoint(done.stdout.split())
