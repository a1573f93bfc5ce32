"""What the exact law costs: certified beside mpmath.quad, the sweep beside plain NumPy.

Times are the process's own, so that whatever else the machine does counts as little as it can; what
is compared is run by turns. How the certified values and the sweep err is in their tests.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from statistics import median
from time import process_time
from typing import Any

import numpy as np
from mpmath import mp, mpf
from rich.console import Group
from rich.table import Table

from radam_sym.exact import certified
from radam_sym.exact.sweep import Decay, sweep, variances_at
from radam_sym.numbers import read_beta

BETAS = ("0.5", "0.9", "0.99", "0.999", "0.9999", "1-1e-6")
STEPS = (3, 4, 10, 100, 1000, 10**5, 10**9, math.inf)
TARGETS = {30: 0.025, 50: 0.06, 200: 2.0}  # digits → seconds, both moments and the variance
FASTER = 100  # than mpmath.quad at t = 1000, at least
COMPARED = 1000
SWEPT = 10**5
SWEEP_TARGET = 2.0  # seconds
PLAIN = 2000  # steps of the plain sweeps
RUNS = 5


def seconds(run: Callable[[], object]) -> float:
    """The processor time of one call."""
    start = process_time()
    run()
    return process_time() - start


def run() -> Group:
    """Three tables: certified by itself, certified beside mpmath, the sweep beside NumPy."""
    return Group(over_steps(), beside_mpmath(), beside_numpy())


# --- certified ------------------------------------------------------------------------------------


def over_steps() -> Table:
    """The variance at each β and t: the median and the slowest of all."""
    table = Table(title=f"Certified Var[1/√v_t] over {len(BETAS)} β and {len(STEPS)} t, to t = ∞")
    for heading in ("digits", "median ms", "worst ms", "at β", "at t", "target"):
        table.add_column(heading, justify="right")
    for digits, target in TARGETS.items():
        times = {
            (beta, t): median(
                seconds(partial(certified.variance, t, beta, digits)) for _ in range(3)
            )
            for beta in BETAS
            for t in STEPS
        }
        beta, t = max(times, key=times.__getitem__)
        worst = times[beta, t]
        verdict = "PASS" if worst <= target else "over"
        shown = f"{median(times.values()) * 1e3:.1f}", f"{worst * 1e3:.1f}"
        table.add_row(str(digits), *shown, beta, str(t), f"≤ {target * 1e3:g} ms: {verdict}")
    return table


def with_mpmath(t: int, beta: Fraction, digits: int) -> Any:
    """The variance as people compute it: two integrals over the half line, with guard digits.

    The transform is a product of t factors. The half line is cut where the integrand bends, or
    the digits that come out are few.
    """
    with mp.workdps(digits + 10):
        rate = mpf(beta.numerator) / beta.denominator
        weights = [2 * (1 - rate) * rate**k / (1 - rate**t) for k in range(t)]

        def transform(s: Any) -> Any:
            product = mpf(1)
            for w in weights:
                product *= 1 + w * s
            return 1 / mp.sqrt(product)

        points = [0, 1, 10, 100, mp.inf]
        first = mp.quad(transform, points)
        root = mp.quad(lambda u: 2 * transform(u * u), points) / mp.sqrt(mp.pi)
        return first - root**2


def beside_mpmath() -> Table:
    """Both at the same digits, once for mpmath, which takes its time."""
    table = Table(title=f"Var[1/√v_t] at t = {COMPARED}, β = 0.999, beside mpmath.quad")
    for heading in ("digits", "ours ms", "mpmath ms", "ratio", "apart", "target"):
        table.add_column(heading, justify="right")
    for digits in (30, 50):
        start = process_time()
        other = with_mpmath(COMPARED, Fraction("0.999"), digits)
        theirs = process_time() - start
        certify = partial(certified.variance, COMPARED, "0.999", digits)
        ours = median(seconds(certify) for _ in range(RUNS))
        exact = certified.variance(COMPARED, "0.999", digits).str(digits, radius=False)
        with mp.workdps(digits + 10):
            apart = mp.nstr(abs(other / mpf(exact) - 1), 2)
        ratio = theirs / ours
        verdict = "PASS" if ratio >= FASTER else "under"
        shown = f"{ours * 1e3:.1f}", f"{theirs * 1e3:.0f}", f"{ratio:.0f}", apart
        table.add_row(str(digits), *shown, f"≥ {FASTER}: {verdict}")
    return table


# --- the sweep ------------------------------------------------------------------------------------


def swept(last: int, beta: float) -> Any:
    """r_t for t = 3, ..., last."""
    return sweep(last, beta)[2:]


def plain(last: int, beta: float) -> Any:
    """The same as one would write it: a running sum of logarithms over fixed nodes.

    The nodes are of u = s·(1−β)/(1−βᵗ), as the sweep's are, and nothing is cut short: they reach as
    far as the first step needs, and E[1/v] − E[1/√v]² is left to cancel.
    """
    h = 1 / 8
    u = np.exp(h * np.arange(-80 * 8, 90 * 8))
    logarithms = np.zeros_like(u)
    variances = []
    for t in range(1, last + 1):
        logarithms += np.log1p(2 * u * beta ** (t - 1))
        total = (1 - beta**t) / (1 - beta)
        transform = np.exp(-logarithms / 2)
        first = h * total * np.sum(u * transform)
        root = h * np.sqrt(total / np.pi) * np.sum(np.sqrt(u) * transform)
        variances.append(first - root**2)
    limit = variances_at(np.array([np.inf]), Decay(Fraction(beta)))
    return np.sqrt(limit / np.array(variances[2:]))


def beside_numpy() -> Table:
    """By turns over the same steps, and the whole sweep that the target is about."""
    table = Table(title=f"r_t for every t up to {PLAIN}, median of {RUNS} turns")
    for heading in ("β", "what", "ms", "µs a step", "ratio", "off by", "target"):
        table.add_column(heading, justify="right" if heading != "what" else "left")
    for beta in ("0.999", "1-1e-6"):
        rate = float(read_beta(beta))
        ways: dict[str, Callable[[], Any]] = {
            "sweep": partial(swept, PLAIN, rate),
            "plain NumPy, a step after another": partial(plain, PLAIN, rate),
        }
        turns = [[seconds(way) for way in ways.values()] for _ in range(RUNS)]
        times = [median(column) for column in zip(*turns, strict=True)]
        checked = range(3, PLAIN + 1, 37)
        exact = np.array([float(certified.factor(t, rate, 18)) for t in checked])
        for (what, way), taken in zip(ways.items(), times, strict=True):
            error = np.abs(way()[np.array(checked) - 3] / exact - 1).max()
            shown = f"{taken * 1e3:.0f}", f"{taken / PLAIN * 1e6:.1f}", f"{taken / times[0]:.1f}"
            table.add_row(beta, what, *shown, f"{error:.0e}", "")
        whole = seconds(partial(sweep, SWEPT, beta))
        verdict = f"≤ {SWEEP_TARGET:g} s: {'PASS' if whole <= SWEEP_TARGET else 'over'}"
        what = f"sweep up to {SWEPT}"
        cost = f"{whole * 1e3:.0f}", f"{whole / SWEPT * 1e6:.1f}"
        table.add_row(beta, what, *cost, "", "", verdict, end_section=True)
    return table
