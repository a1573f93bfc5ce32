"""What is written into a figure: names beside the curves, and what explains them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from radam_sym.report.drawing import DASHES, PIXELS_PER_INCH, QUIET, SHADES, SIZE, apart

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.text import Text

Floats = NDArray[np.float64]

LINE = 12 / 72
"""The height of a line of text, in inches."""

ROOM_FOR_A_NAME = 0.18
"""The width that the name of a curve takes, as a fraction of the axes'."""

SPREAD = np.array([(x, y) for x in (-1, -0.5, 0, 0.5, 1) for y in (-1, -0.5, 0, 0.5, 1)])
"""Points all over a square."""

BESIDE = 1.3 * SPREAD[np.abs(SPREAD).max(axis=1) == 1]
"""Where a name may stand, seen from a point on its curve, in halves of the name."""

NEARER = 1.4  # times nearer to its own curve than to anything else
ENOUGH = 2.0  # halves of a name: farther from other curves than this, all places are alike
HAIR = 0.03  # inches
MOST_BESIDE = 3  # entries of a legend
LONG_SAMPLE = 3.5  # of a line in it, where there are many; in heights of its letters

SYMBOLS = {
    "simple": r"$r_t^{\mathrm{simple}}$",
    "liu": r"$r_t^{\mathrm{Liu}}$",
    "rational": r"$r_t^{\mathrm{rational}}$",
    "matched": r"$r_t^{\mathrm{matched}}$",
    "skewed": r"$r_t^{\mathrm{skewed}}$",
    "exact": r"$r_t^{\mathrm{exact}}$",
    "exponential": "exponential",
    "linear": "linear",
}
"""Of the warmups."""

STROKES: dict[str, dict[str, Any]] = {
    "simple": {"linestyle": DASHES[0]},
    "liu": {"linestyle": DASHES[1]},
    "rational": {"linestyle": "dotted"},
    "matched": {"linestyle": DASHES[2]},
    "skewed": {"linestyle": DASHES[3]},
    "exact": {"color": "#c8c8c8", "linewidth": 5, "zorder": 1},
    "exponential": {"linestyle": DASHES[4]},
    "linear": {"linewidth": 0.8},
}
"""How their curves differ from each other: the exact one lies under the others, wide and light."""


def stroke(warmup: str, shade: str) -> dict[str, Any]:
    """How a curve is drawn."""
    return {"color": shade, **STROKES[warmup]}


def name_ends(axes: Axes, heights: Sequence[float], names: Sequence[str]) -> None:
    """Name curves to the right of the axes; ``heights`` are fractions of theirs."""
    for height, name in zip(apart(heights, LINE / (0.85 * SIZE[1])), names, strict=True):
        axes.text(1.01, height, name, transform=axes.transAxes, va="center")


def name_rising(
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


def mark_beginning(axes: Axes, steps: Floats, curve: Floats, shade: str) -> None:
    """A dot at the first step at which a curve has a value."""
    for first in np.flatnonzero(np.isfinite(curve))[:1]:
        axes.plot(steps[first], curve[first], "o", color=shade, mec="white", ms=6, zorder=3)


def mark_step(axes: Axes, step: int, height: float) -> None:
    """A line from a height at a step to the top, with the step beside it."""
    axes.plot(
        [step, step],
        [height, axes.get_ylim()[1]],
        color=QUIET,
        linewidth=0.8,
        marker="o",
        markevery=[0],
        ms=4,
    )
    axes.annotate(
        f"$t$ = {step}",
        (step, 1),
        (4, 0),
        xycoords=("data", "axes fraction"),
        textcoords="offset points",
        va="top",
        color=QUIET,
    )


def shade_undefined(axes: Axes, steps: Floats, curves: Floats) -> None:
    """Shade the steps before the first at which one of the curves has a value."""
    defined = np.isfinite(curves).any(axis=0)
    end = steps[defined.argmax()] if defined.any() else steps[-1]
    axes.axvspan(1, end, color="#eeeeee", linewidth=0, zorder=0)
    axes.annotate(
        rf"{SYMBOLS['liu']} undefined",
        (0, 1),
        (0, 4),
        xycoords="axes fraction",
        textcoords="offset points",
        color=QUIET,
    )


def explain_lines(figure: Figure, warmups: Sequence[str]) -> None:
    """A legend above all axes, for curves that have no room for their names."""
    lines = {str(line.get_label()): line for line in figure.axes[0].lines}
    figure.legend(
        [lines[name] for name in warmups],
        [SYMBOLS[name] for name in warmups],
        loc="outside upper right",
        ncols=MOST_BESIDE,
        handlelength=LONG_SAMPLE,
    )


def explain_strokes(axes: Axes, warmups: Sequence[str]) -> None:
    """A legend above the axes, for curves too close to each other to be named where they are."""
    from matplotlib.lines import Line2D

    samples = [Line2D([], [], **stroke(name, SHADES[0])) for name in warmups]
    axes.legend(
        samples,
        [SYMBOLS[name] for name in warmups],
        loc="lower right",
        bbox_to_anchor=(1, 1),
        borderaxespad=0,
        ncols=MOST_BESIDE,
        handlelength=LONG_SAMPLE if len(samples) > 2 else None,
    )


def name_in_one(figure: Figure, panels: Sequence[Axes], warmups: Sequence[str]) -> None:
    """Name each curve in the first of the panels that has room for it.

    If there is one that none has room for, all are told in a legend above the panels.
    """
    figure.draw_without_rendering()  # for the layout
    named: dict[str, Text] = {}
    for axes in panels:
        named |= name_where_free(axes, [name for name in warmups if name not in named])
    if len(named) < len(warmups):
        for text in named.values():
            text.remove()
        explain_lines(figure, warmups)


def name_where_free(axes: Axes, warmups: Sequence[str]) -> dict[str, Text]:
    """Name curves beside themselves, those for which neither a line nor a text is in the way.

    The curves are lines labelled with the warmups. The figure has to have its layout.
    """
    size = _inches(axes, axes.bbox.p1)
    paths = {str(line.get_label()): _path(axes, line) for line in axes.lines}
    curves = {name: path for name, path in paths.items() if name in SYMBOLS}
    taken = [_box(axes, text) for text in axes.texts]
    taken += [path for name, path in paths.items() if name not in SYMBOLS]
    named = {}
    for name in warmups:
        text = axes.text(0, 0, SYMBOLS[name], ha="center", va="center")
        others = [path for other, path in curves.items() if other != name]
        place = _free_place(size, _half(text), curves[name], others, taken)
        if place is None:
            text.remove()
            continue
        text.set(position=place / size, transform=axes.transAxes)
        taken.append(_box(axes, text))
        named[name] = text
    return named


def _free_place(
    size: Floats, half: Floats, path: Floats, others: Sequence[Floats], taken: Sequence[Floats]
) -> Floats | None:
    """A middle for a name beside its path: as far from the others as is enough, if it can be.

    It is nearer to the path than to them, and free of what is taken. Inches; `half` is half of the
    name's width and height.
    """
    places = (path[:, None] + half * BESIDE).reshape(-1, 2)
    places = places[((places > half) & (places < size - half)).all(axis=1)]
    own, room, gap = (_distances(places, points, half) for points in ([path], others, taken))
    free = (own >= 1) & (room >= NEARER * own) & (gap >= 1)
    if not free.any():
        return None
    return np.asarray(places[np.where(free, np.minimum(room, ENOUGH), 0).argmax()])


def _path(axes: Axes, line: Line2D) -> Floats:
    """Points on a line, near to each other, in inches from the corner of the axes."""
    data = np.asarray(line.get_xydata(), np.float64)
    vertices = _inches(axes, axes.transData.transform(data[np.isfinite(data).all(axis=1)]))
    if not len(vertices):
        return vertices
    lengths = np.hypot(*np.diff(vertices, axis=0).T).cumsum()
    along = np.concatenate([[0], lengths])
    between = np.arange(0, along[-1], HAIR)
    return np.stack([np.interp(between, along, side) for side in vertices.T], axis=1)


def _box(axes: Axes, text: Text) -> Floats:
    """Points all over a text, likewise."""
    box = text.get_window_extent()
    return _inches(axes, box.p0 + (box.p1 - box.p0) * (SPREAD + 1) / 2)


def _half(text: Text) -> Floats:
    """Half of a text's width and height, in inches."""
    box = text.get_window_extent()
    return np.array([box.width, box.height]) / PIXELS_PER_INCH / 2


def _inches(axes: Axes, pixels: Floats) -> Floats:
    return np.asarray((pixels - axes.bbox.p0) / PIXELS_PER_INCH)


def _distances(places: Floats, paths: Sequence[Floats], half: Floats) -> Floats:
    """From each place to the nearest point of some paths, in halves of a name's sides."""
    points = np.concatenate([np.empty((0, 2)), *paths])
    across, up = (np.abs(np.subtract.outer(places[:, k], points[:, k])) / half[k] for k in (0, 1))
    return np.asarray(np.maximum(across, up).min(axis=1, initial=np.inf))
