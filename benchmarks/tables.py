"""What a table of proven digits costs: cold, as a reader runs it, and beside mpmath."""

import subprocess
import sys
from statistics import median
from time import perf_counter

from rich.table import Table

RUNS = 9
ROWS, DIGITS = 1000, 50
TARGET = 2.0  # seconds for such a table of four columns, start-up included

COMMAND = [sys.executable, "-m", "radam_sym.cli", "table", "--format", "csv"]
PROGRAMS = {
    "the start-up: a table of one value": [*COMMAND, "--steps", "1", "--columns", "ess"],
    f"a table of {ROWS} rows": [*COMMAND, "--steps", f"1:{ROWS}", "--digits", f"{DIGITS}"],
    # The same four formulas as people compute them, with guard digits and nothing proven.
    "the same through mpmath": [
        sys.executable,
        "-c",
        f"""
from mpmath import mp, mpf, nstr, sqrt
mp.dps = {DIGITS} + 15
beta = mpf(999) / 1000
end = (1 + beta) / (1 - beta)
for t in range(1, {ROWS} + 1):
    x = beta**t
    rho = end - 2 * t * x / (1 - x)
    liu = (rho - 4) * (rho - 2) * end / ((end - 4) * (end - 2) * rho)
    row = (1 - x) / (1 + x) * end, rho, sqrt(liu) if rho > 4 else None, sqrt((1 - x) / (1 + x))
    print(t, *(nstr(value, {DIGITS}) if value else "undefined" for value in row), sep=",")
""",
    ],
}


def seconds(program: str) -> float:
    """The wall time of one process."""
    start = perf_counter()
    subprocess.run(PROGRAMS[program], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def run() -> Table:
    """Alternate them, so that whatever else the machine does falls on all."""
    for program in PROGRAMS:
        seconds(program)  # fills the disk cache, not measured
    rounds = [[seconds(program) for program in PROGRAMS] for _ in range(RUNS)]
    start, whole, other = zip(*rounds, strict=True)

    table = Table(title=f"{ROWS} rows, 4 columns, {DIGITS} digits, of {RUNS} alternating cold runs")
    table.add_column("what")
    for heading in ("median s", "min s", "ratio"):
        table.add_column(heading, justify="right")
    table.add_column("target")
    for program, times in zip(PROGRAMS, (start, whole, other), strict=True):
        target = ""
        if times is whole:
            target = f"≤ {TARGET:g} s: {'PASS' if median(times) <= TARGET else 'over'}"
        ratio = f"{median(times) / median(start):.2f}"
        table.add_row(program, f"{median(times):.3f}", f"{min(times):.3f}", ratio, target)
    return table
