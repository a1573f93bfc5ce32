import os

import pytest

from tests.kernel.mutants import mutants, survivors


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each mutant runs in a forked process")
def test_every_refusal_and_every_condition_of_the_kernel_is_missed_by_a_test() -> None:
    """The kernel is mutated: each refusal, each side condition and each half of a guard is taken
    out in turn, and a test fails for each.
    """
    count, survived = survivors()
    assert count > 300
    assert [str(mutant) for mutant in survived] == []


def test_there_are_mutants_of_every_kind() -> None:
    told = [mutant.what for mutant in mutants()]
    assert sum(what.startswith("does not raise") for what in told) > 90
    assert sum(what.startswith("does not call") for what in told) > 40
    assert sum(what.startswith("does not yield") for what in told) > 30
    assert sum(": without " in what for what in told) > 100
    assert "IMPLIES: <= gives < too" in told
