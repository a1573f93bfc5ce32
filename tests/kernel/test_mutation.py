import os
import subprocess
import sys

import pytest

from tests.kernel.mutants import ROOT, mutants


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each mutant runs in a forked process")
def test_the_loss_of_any_refusal_or_condition_of_the_kernel_is_noticed() -> None:
    """The kernel is mutated: each refusal, each side condition and each half of a guard is taken
    out in turn, and a test fails for each.
    """
    command = [sys.executable, "-m", "tests.kernel.mutants"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert done.stdout.startswith("0 of ")


def test_there_are_mutants_of_every_kind() -> None:
    told = [mutant.what for mutant in mutants()]
    assert sum(what.startswith("does not raise") for what in told) > 90
    assert sum(what.startswith("does not call") for what in told) > 40
    assert sum(what.startswith("does not yield") for what in told) > 30
    assert sum(": without " in what for what in told) > 100
    assert "IMPLIES: <= gives < too" in told
