"""What `import radam_sym` costs, beside `import numpy`, each in a fresh process."""

import subprocess
import sys
from statistics import median
from time import perf_counter

from rich.table import Table

RUNS = 15
TARGET = 1.3  # times what NumPy takes: the package loads NumPy and nothing heavier


def seconds(module: str) -> float:
    """The wall time of one process that imports the module and ends."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
    return perf_counter() - start


def run() -> Table:
    """Alternate the two, so that whatever else the machine does falls on both."""
    seconds("numpy"), seconds("radam_sym")  # fills the disk cache, not measured
    pairs = [(seconds("numpy"), seconds("radam_sym")) for _ in range(RUNS)]
    numpy, ours = (median(column) for column in zip(*pairs, strict=True))

    table = Table(title=f"Importing, median of {RUNS} alternating runs")
    table.add_column("import")
    table.add_column("ms", justify="right")
    table.add_column("ratio", justify="right")
    table.add_column("target")
    table.add_row("numpy", f"{numpy * 1e3:.1f}", "1.00", "")
    verdict = "PASS" if ours <= TARGET * numpy else "over"
    table.add_row("radam_sym", f"{ours * 1e3:.1f}", f"{ours / numpy:.2f}", f"≤ {TARGET}: {verdict}")
    return table
