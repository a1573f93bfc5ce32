"""The paper's two figures, drawn from the generated code."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from operator import index
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from radam_sym.errors import InputError
from radam_sym.generated import closed_forms
from radam_sym.numbers import LAST_STEP, read_beta, write_beta
from radam_sym.report.digest import data_digest
from radam_sym.report.drawing import DASHES, QUIET, SHADES, SIZE, Drawn, apart, empty, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Beta = float | Fraction | str
Floats = NDArray[np.float64]

MOST_CURVES = len(DASHES)
LINE = 12 / 72
"""The height of a line of text, in inches."""

ROOM_FOR_A_NAME = 0.18
"""The width that the name of a curve takes, as a fraction of the axes'."""


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
        _name_ends(axes, ends.tolist(), names)
    return Drawn(figure, data_digest(steps, sizes, limits))


def rectification_factors(betas: Sequence[Beta], last: int | None = None) -> Drawn:
    """The paper's second figure: r_t as Liu et al. have it, and the simple one.

    r_t^simple = √((1−β^t)/(1+β^t)) is drawn solid, Liu's r_t dashed. Liu's is undefined where
    ρ_t ≤ 4; a dot stands at the first step that has one, and the steps at which none of the
    curves has are shaded.

    Parameters
    ----------
    betas, last
        as for :func:`sample_sizes`.

    Raises
    ------
    InputError
        for any other β or ``last``, and where matplotlib isn't installed.
    TypeError
        where they aren't numbers.

    References
    ----------
    Hilton 2019, sections 3 and 4; theorems ``simple.rectification``, ``liu.first_step.fifth_open``.

    >>> rectification_factors([0.9, 0.99, 0.999])
    data digest: 346e83271d1b02ae
    """
    decays = _decays(betas)
    steps = _steps(decays, last)
    simple = closed_forms.r_simple(decays[:, None], steps)
    liu = closed_forms.r_liu(decays[:, None], steps)
    with styled():
        figure = empty()
        axes = figure.subplots()
        axes.set(
            xscale="log",
            xlim=(1, steps[-1]),
            ylim=(0, 1.03 * simple.max()),
            xlabel="$t$ (steps)",
            ylabel="factor on the learning rate",
        )
        for number, (ours, theirs) in enumerate(zip(simple, liu, strict=True)):
            shade = SHADES[number % len(SHADES)]
            axes.plot(steps, ours, color=shade)
            axes.plot(steps, theirs, color=shade, linestyle=DASHES[1])
            _mark_beginning(axes, steps, theirs, shade)
        _name_rising(axes, steps, simple, liu, [rf"$\beta_2$ {_numeral(b)}" for b in decays])
        _shade_undefined(axes, steps, liu)
        _explain_dashes(
            axes, {r"$r_t^{\mathrm{simple}}$": DASHES[0], r"$r_t^{\mathrm{Liu}}$": DASHES[1]}
        )
    return Drawn(figure, data_digest(steps, simple, liu))


FIGURES = {"ess": sample_sizes, "rectification": rectification_factors}
"""By the names that the command line gives them."""


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


def _steps(decays: Floats, last: int | None) -> Floats:
    """The steps to draw: the first hundred, then some that look evenly spaced."""
    final = _default_last(decays) if last is None else _last(last)
    early = np.arange(1, min(final, 100) + 1)
    return np.union1d(early, np.geomspace(1, final, 200).round())


def _default_last(decays: Floats) -> int:
    horizon = 5 / closed_forms.decay(decays.max())
    return int(10 ** max(1, math.ceil(math.log10(horizon)))) if horizon > 0 else 10


def _last(last: int) -> int:
    try:
        final = index(last)
    except TypeError:
        raise TypeError(f"last is a {type(last).__name__}; it accepts a whole number") from None
    if not 2 <= final <= LAST_STEP:
        raise InputError(f"last step {final} is not from 2 to 2**53")
    return final


def _numeral(beta: float) -> str:
    """How β is written after its symbol: in few digits, and always as something below 1."""
    short = f"{beta:.9g}"
    if float(short) == beta:
        return f"= {short}"
    return f"≈ {beta:.3g}" if beta < 0.99 else f"≈ 1 − {1 - beta:.2g}"


# --- labels ---------------------------------------------------------------------------------------


def _name_ends(axes: Axes, heights: Sequence[float], names: Sequence[str]) -> None:
    """Name curves to the right of the axes; ``heights`` are fractions of theirs."""
    for height, name in zip(apart(heights, LINE / (0.85 * SIZE[1])), names, strict=True):
        axes.text(1.01, height, name, transform=axes.transAxes, va="center")


def _name_rising(
    axes: Axes, steps: Floats, curves: Floats, others: Floats, names: Sequence[str]
) -> None:
    """Name rising curves to the left of where each has a height of its own; where other curves
    leave no room for that, in a list of the shades, in the corner that rising curves leave free.
    """
    heights = curves.max() * (0.9 - 0.1 * np.arange(len(curves))[::-1])
    exponents = np.log10(steps)
    places = [_crossing(exponents, c, h) for c, h in zip(curves, heights, strict=True)]
    for place, height in zip(places, heights, strict=True):
        crossings = [_crossing(exponents, other, height) for other in (*curves, *others)]
        nearest = max((c for c in crossings if c < place), default=0.0)
        if place - nearest <= ROOM_FOR_A_NAME * exponents[-1]:
            _list_shades(axes, names)
            return
    for curve, place, height, name in zip(curves, places, heights, names, strict=True):
        _name_beside(axes, 10**place, min(height, curve[-1]), name)


def _crossing(exponents: Floats, curve: Floats, height: float) -> float:
    """The logarithm of the step at which a rising curve has a height; 0 for one without values."""
    defined = np.isfinite(curve)
    if not defined.any():
        return 0.0
    return float(np.interp(height, curve[defined], exponents[defined]))


def _name_beside(axes: Axes, step: float, height: float, name: str) -> None:
    from matplotlib.patheffects import withStroke

    text = axes.annotate(
        name,
        (step, height),
        (-6, 0),
        textcoords="offset points",
        ha="right",
        va="center",
        zorder=3,
    )
    text.set_path_effects([withStroke(linewidth=3, foreground="white")])


def _list_shades(axes: Axes, names: Sequence[str]) -> None:
    from matplotlib.lines import Line2D

    shades = [SHADES[number % len(SHADES)] for number in range(len(names))]
    samples = [Line2D([], [], color=shade) for shade in shades]
    axes.add_artist(axes.legend(samples, list(names), loc="lower right"))


def _mark_beginning(axes: Axes, steps: Floats, curve: Floats, shade: str) -> None:
    for first in np.flatnonzero(np.isfinite(curve))[:1]:
        axes.plot(steps[first], curve[first], "o", color=shade, mec="white", ms=6, zorder=3)


def _shade_undefined(axes: Axes, steps: Floats, curves: Floats) -> None:
    """Shade the steps before the first at which one of the curves has a value."""
    defined = np.isfinite(curves).any(axis=0)
    end = steps[defined.argmax()] if defined.any() else steps[-1]
    axes.axvspan(1, end, color="#eeeeee", linewidth=0, zorder=0)
    axes.annotate(
        r"$r_t^{\mathrm{Liu}}$ undefined",
        (0, 1),
        (0, 4),
        xycoords="axes fraction",
        textcoords="offset points",
        color=QUIET,
    )


def _explain_dashes(axes: Axes, dashes: Mapping[str, Any]) -> None:
    """A legend above the axes, for curves too close to each other to be named where they are."""
    from matplotlib.lines import Line2D

    samples = [Line2D([], [], color=SHADES[0], linestyle=dash) for dash in dashes.values()]
    axes.legend(
        samples,
        list(dashes),
        loc="lower right",
        bbox_to_anchor=(1, 1),
        borderaxespad=0,
        ncols=len(samples),
    )
