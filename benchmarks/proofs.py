"""What proving everything costs: `radam-sym prove`, cold, as a reader runs it."""

import json
import subprocess
import sys
from statistics import median
from time import perf_counter
from typing import Any

from rich.table import Table

RUNS = 5
WHOLE = 20.0  # seconds for all theorems of the paper: imports, proofs, the check in a fresh process
EACH = 1.0  # seconds for one theorem, written and checked


def timed() -> tuple[float, dict[str, Any]]:
    """The wall time of one cold run, and its ledger."""
    start = perf_counter()
    command = [sys.executable, "-m", "radam_sym.cli", "prove", "--json"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return perf_counter() - start, json.loads(done.stdout)


def run() -> Table:
    """Each run is a process of its own, so that nothing is proved before it is asked for."""
    timed()  # fills the disk cache, not measured
    runs = [timed() for _ in range(RUNS)]
    whole = median(seconds for seconds, _ in runs)
    theorems = [ledger["theorems"] for _, ledger in runs]
    each = {
        t["id"]: median(e["seconds"] for e in of)
        for of in zip(*theorems, strict=True)
        for t in of[:1]
    }
    slowest = max(each, key=each.__getitem__)

    table = Table(title=f"Proving {len(each)} theorems, median of {RUNS} cold runs")
    table.add_column("what")
    table.add_column("s", justify="right")
    table.add_column("target")
    for what, seconds, target in (
        ("radam-sym prove", whole, WHOLE),
        (f"the slowest, {slowest}", each[slowest], EACH),
    ):
        verdict = "PASS" if seconds <= target else "over"
        table.add_row(what, f"{seconds:.2f}", f"≤ {target:g}: {verdict}")
    return table
