"""The paper's two figures, and how far its factors are from the exact one."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from operator import index
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from radam_sym.errors import InputError
from radam_sym.generated import closed_forms
from radam_sym.numbers import LAST_STEP, read_beta, read_names, write_beta
from radam_sym.report.accuracy import APPROXIMATE, crossover, relative_to
from radam_sym.report.digest import data_digest
from radam_sym.report.drawing import DASHES, QUIET, SHADES, SIZE, Drawn, empty, styled
from radam_sym.report.labels import (
    explain_strokes,
    mark_beginning,
    mark_step,
    name_ends,
    name_in_one,
    name_rising,
    shade_undefined,
    stroke,
)
from radam_sym.report.warmups import WARMUPS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Beta = float | Fraction | str
Floats = NDArray[np.float64]

Names = str | Iterable[str]

MOST_CURVES = len(DASHES)
FIRST_ERROR = 3
"""The first step at which the exact factor is not 0."""

LEAST_ERROR = 1e-12
"""Ten times what the exact factor in float64 may be off by."""

MOST_IN_A_ROW = 3
MOST_TICKS = 5
ROW = 2.8
"""The height of another row of panels, in inches."""

KEPT = 64
"""Crossovers, for figures that are drawn again with other factors or to another step."""


def sample_sizes(betas: Sequence[Beta], last: int | None = None) -> Drawn:
    """The paper's first figure: the effective sample size n_t, its limit, and the line n = t.

    n_t = (1−β^t)/(1+β^t) · (1+β)/(1−β), for t from 1 to ``last``; both axes are logarithmic.

    Parameters
    ----------
    betas
        one to five decays in [0, 1), all different, in any order; strings are read as
        :func:`radam_sym.numbers.read_beta` does.
    last
        the last step, from 2 to 2⁵³; by default the first power of ten by which every n_t has
        come within 2 % of its limit.

    Raises
    ------
    InputError
        for any other β or ``last``, and where matplotlib isn't installed.
    TypeError
        where they aren't numbers.

    References
    ----------
    Hilton 2019, section 2; theorems ``ewma.variance``, ``ess.limit_t`` and ``ess.bounds``.

    >>> sample_sizes([0.9, 0.99, 0.999])
    data digest: 7ed740be38acaa6e
    """
    decays = _decays(betas)
    steps = _steps(decays, last)
    sizes = closed_forms.ess(decays[:, None], steps)
    limits = closed_forms.ess_limit(decays)
    with styled():
        figure = empty()
        axes = figure.subplots()
        top = 2 * sizes[:, -1].max()
        axes.set(
            xscale="log",
            yscale="log",
            xlim=(1, steps[-1]),
            ylim=(1, top),
            xlabel="$t$ (steps)",
            ylabel="$n_t$ (effective sample size)",
        )
        axes.plot(steps, steps, color=QUIET, linewidth=0.8)
        place = min(0.7 * top, 0.7 * steps[-1])
        axes.annotate(
            "$n = t$", (place, place), (-6, 0), textcoords="offset points", ha="right", color=QUIET
        )
        for number, (size, limit) in enumerate(zip(sizes, limits, strict=True)):
            axes.axhline(limit, color=QUIET, linewidth=0.6, linestyle=(0, (1, 3)))
            axes.plot(steps, size, color=SHADES[number % len(SHADES)], linestyle=DASHES[number])
        ends = np.log(sizes[:, -1]) / np.log(top)
        names = [rf"$\beta$ {_numeral(beta)}" for beta in decays]
        name_ends(axes, ends.tolist(), names)
    return Drawn(figure, data_digest(steps, sizes, limits))


def rectification_factors(
    betas: Sequence[Beta], last: int | None = None, factors: Names = ("simple", "liu")
) -> Drawn:
    """The paper's second figure: r_t as Liu et al. have it, and the simple one, or any warmups.

    r_t^simple = √((1−β^t)/(1+β^t)) is drawn solid, Liu's r_t dashed. Liu's is undefined where
    ρ_t ≤ 4; a dot stands at the first step that has one, and the steps at which none of the
    curves has are shaded.

    Parameters
    ----------
    betas, last
        as for :func:`sample_sizes`; at least 10⁻⁵⁰ where the exact factor is drawn.
    factors
        what to draw, in the order of the legend: "simple", "liu", "rational", "matched", "skewed",
        "exact", "exponential" and "linear", as :data:`radam_sym.report.warmups.WARMUPS` has them;
        by default the paper's two. The exact one is a wide grey line, under the others.

    Raises
    ------
    InputError
        for anything else, and where matplotlib isn't installed.
    TypeError
        where they aren't numbers, or the factors no names.

    References
    ----------
    Hilton 2019, sections 3 and 4; theorems ``simple.rectification``, ``liu.first_step.fifth_open``.

    >>> rectification_factors([0.9, 0.99, 0.999])
    data digest: 346e83271d1b02ae
    """
    names = read_names(factors, tuple(WARMUPS), "factors")
    decays = _decays(betas)
    steps = _steps(decays, last)
    curves = _curves(names, decays, steps)
    highest = np.nan_to_num(curves).max(axis=0)
    with styled():
        figure = empty()
        axes = figure.subplots()
        axes.set(
            xscale="log",
            xlim=(1, steps[-1]),
            ylim=(0, 1.03 * highest.max() or 1),
            xlabel="$t$ (steps)",
            ylabel="factor on the learning rate",
        )
        for number in range(len(decays)):
            shade = SHADES[number % len(SHADES)]
            for name, curve in zip(names, curves[:, number], strict=True):
                axes.plot(steps, curve, **stroke(name, shade))
                if name == "liu":
                    mark_beginning(axes, steps, curve, shade)
        others = curves.reshape(-1, len(steps))
        name_rising(axes, steps, highest, others, [rf"$\beta_2$ {_numeral(b)}" for b in decays])
        if "liu" in names:
            shade_undefined(axes, steps, curves[names.index("liu")])
        explain_strokes(axes, names)
    return Drawn(figure, data_digest(steps, *curves))


def factor_errors(
    betas: Sequence[Beta],
    last: int | None = None,
    factors: Names = ("simple", "liu", "rational", "matched", "skewed"),
) -> Drawn:
    """How far the closed forms are from the exact factor: |r_t/r_t^exact − 1|, a panel for each β.

    Steps count from 3, the first at which the exact factor is not 0. A line stands at the step from
    which on Hilton's factor is nearer than Liu's for good, where Liu's is before. Errors below
    10⁻¹² are left out: those above are right to a tenth in float64.

    Parameters
    ----------
    betas
        as for :func:`sample_sizes`, from 10⁻⁵⁰; up to 0.99999 where Hilton's factor and Liu's are
        both drawn.
    last
        the last step, from 4 to 2⁵³; by default as for :func:`sample_sizes`.
    factors
        what to draw: any of "simple", "liu", "rational", "matched", "skewed", "exponential"
        and "linear", as for :func:`rectification_factors`.

    Raises
    ------
    InputError
        for anything else, and where matplotlib isn't installed.
    TypeError
        where they aren't numbers, or the factors no names.

    See Also
    --------
    radam_sym.report.accuracy : the numbers.

    >>> factor_errors([0.9, 0.99, 0.999])
    data digest: 78990b7637078671
    """
    names = read_names(factors, APPROXIMATE, "factors")
    decays = _decays(betas)
    steps = _steps(decays, last, FIRST_ERROR)
    marks = [_crossing(names, beta, steps[-1]) for beta in decays.tolist()]
    steps = np.union1d(steps, [mark for mark in marks if mark])
    exact, *values = _curves(("exact", *names), decays, steps)
    errors = np.abs(relative_to(exact, np.array(values)))
    errors[errors < LEAST_ERROR] = np.nan
    with styled():
        figure, panels = _panels(len(decays), steps, np.nan_to_num(errors).max())
        for place, axes in enumerate(panels):
            _draw_errors(axes, steps, dict(zip(names, errors[:, place], strict=True)), marks[place])
            axes.set_title(rf"$\beta_2$ {_numeral(decays[place])}", loc="left", fontsize="medium")
        figure.supylabel(r"$|\,r_t\,/\,r_t^{\mathrm{exact}} - 1\,|$", fontsize="medium")
        figure.supxlabel(
            "$t$ (steps)\nerrors below $10^{-12}$, which float64 can't tell, are left out",
            fontsize="medium",
        )
        seen = [name for name, curve in zip(names, errors, strict=True) if np.isfinite(curve).any()]
        name_in_one(figure, panels, seen)
    return Drawn(figure, data_digest(steps, exact, *values))


FIGURES: dict[str, Callable[..., Drawn]] = {
    "ess": sample_sizes,
    "rectification": rectification_factors,
    "error": factor_errors,
}
"""By the names that the command line gives them."""

FACTORS = {"rectification": tuple(WARMUPS), "error": APPROXIMATE}
"""What can be named in each of those that show factors."""


def _curves(names: Sequence[str], decays: Floats, steps: Floats) -> Floats:
    """The values of each warmup, for each β, at each step."""
    return np.array([[WARMUPS[name](beta, steps) for beta in decays] for name in names])


def _decays(betas: Sequence[Beta]) -> Floats:
    """The βs as float64, from the slowest decay down."""
    if isinstance(betas, str) or not isinstance(betas, Sequence | np.ndarray):
        raise TypeError(f"betas is a {type(betas).__name__}; it accepts a list of numbers")
    if not 1 <= len(betas) <= MOST_CURVES:
        raise InputError(f"betas has {len(betas)} values; one figure takes 1 to {MOST_CURVES}")
    decays = sorted((_decay(beta) for beta in betas), reverse=True)
    for one, other in pairwise(decays):
        if one == other:
            raise InputError(f"betas has {one} twice; give each value once")
    return np.array(decays)


def _decay(beta: Beta) -> float:
    exact = read_beta(beta, "beta")
    value = float(exact)
    if value == 1:
        raise InputError(f"beta {write_beta(exact)} can't be told from 1 in float64")
    return value


def _crossing(names: Sequence[str], beta: float, last: float) -> int | None:
    """The crossover, where there is one up to the last step and both of its curves are drawn."""
    if not {"simple", "liu"} <= set(names):
        return None
    step, lius = _kept_crossover(beta)
    return step if step and lius and step <= last else None


_kept_crossover = lru_cache(KEPT)(crossover)


def _draw_errors(axes: Axes, steps: Floats, curves: Mapping[str, Floats], mark: int | None) -> None:
    for name, curve in curves.items():
        shade = SHADES[APPROXIMATE.index(name) % len(SHADES)]
        axes.plot(steps, curve, label=name, **stroke(name, shade))
    if mark:
        mark_step(axes, mark, curves["simple"][steps == mark].item())


def _panels(number: int, steps: Floats, largest: float) -> tuple[Figure, list[Axes]]:
    """Axes beside each other, some in a row, with the same scales: errors up to the largest."""
    from matplotlib.ticker import LogLocator

    rows = math.ceil(number / MOST_IN_A_ROW)
    columns = math.ceil(number / rows)
    figure = empty((SIZE[0], SIZE[1] + (rows - 1) * ROW))
    grid = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False).ravel()
    for axes in grid[number:]:
        axes.remove()
    for axes in grid[number - columns : number]:  # those with nothing below
        axes.tick_params(labelbottom=True)
    top = 10.0 ** (math.floor(math.log10(largest or LEAST_ERROR)) + 1)
    grid[0].set(xscale="log", yscale="log", xlim=steps[[0, -1]], ylim=(LEAST_ERROR, top))
    grid[0].xaxis.set_major_locator(LogLocator(numticks=MOST_TICKS))
    return figure, list(grid[:number])


def _steps(decays: Floats, last: int | None, first: int = 1) -> Floats:
    """The steps to draw: all up to the hundredth, then some that look evenly spaced."""
    final = _default_last(decays) if last is None else _last(last, first)
    early = np.arange(first, min(final, 100) + 1)
    return np.union1d(early, np.geomspace(first, final, 200).round())


def _default_last(decays: Floats) -> int:
    horizon = 5 / closed_forms.decay(decays.max())
    return int(10 ** max(1, math.ceil(math.log10(horizon)))) if horizon > 0 else 10


def _last(last: int, first: int) -> int:
    try:
        final = index(last)
    except TypeError:
        raise TypeError(f"last is a {type(last).__name__}; it accepts a whole number") from None
    if not first < final <= LAST_STEP:
        raise InputError(f"last step {final} is not from {first + 1} to 2**53")
    return final


def _numeral(beta: float) -> str:
    """How β is written after its symbol: in few digits, and always as something below 1."""
    short = f"{beta:.9g}"
    if float(short) == beta:
        return f"= {short}"
    return f"≈ {beta:.3g}" if beta < 0.99 else f"≈ 1 − {1 - beta:.2g}"
