"""Names stand where there is room for them, and say which curve they mean."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.lines import Line2D

from radam_sym.report.drawing import SHADES, empty, styled
from radam_sym.report.labels import (
    MOST_BESIDE,
    STROKES,
    SYMBOLS,
    explain_lines,
    explain_strokes,
    mark_beginning,
    mark_step,
    name_ends,
    name_in_one,
    name_rising,
    name_where_free,
    shade_undefined,
    stroke,
)
from radam_sym.report.warmups import WARMUPS

X = np.linspace(0, 1, 50)
NAMES = ["simple", "liu", "matched"]


def drawn(*curves: Any, panels: int = 1) -> tuple[Any, list[Any]]:
    """A figure with the same curves in each of its panels, from 0 to 1 both ways."""
    figure = empty((4.0 * panels, 4.0))
    axes = figure.subplots(1, panels, squeeze=False).ravel()
    for one in axes:
        one.set(xlim=(0, 1), ylim=(0, 1))
        for name, curve in zip(NAMES, curves, strict=False):
            one.plot(X, curve, label=name)
    return figure, list(axes)


def crosses(box: Any, line: Any) -> bool:
    points = line.axes.transData.transform(np.stack([line.get_xdata(), line.get_ydata()], axis=1))
    return any(box.contains(*point) for point in points)


# --- strokes --------------------------------------------------------------------------------------
def test_every_warmup_has_a_symbol_and_a_stroke_of_its_own() -> None:
    assert set(SYMBOLS) == set(STROKES) == set(WARMUPS)
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)
    lines = [Line2D([], [], **stroke(name, SHADES[0])) for name in WARMUPS]
    looks = {(str(line._dash_pattern), line.get_linewidth()) for line in lines}  # type: ignore[attr-defined]
    assert len(looks) == len(WARMUPS)  # without their colours


def test_the_exact_one_is_beneath_the_others_and_lighter() -> None:
    exact, other = (Line2D([], [], **stroke(name, SHADES[0])) for name in ("exact", "liu"))
    assert exact.get_zorder() < other.get_zorder()
    assert exact.get_color() != other.get_color() == SHADES[0]


# --- names beside their curves --------------------------------------------------------------------
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(-2, 2)), min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_a_name_covers_no_curve_and_no_name_and_stays_inside(
    given_curves: list[tuple[float, float]],
) -> None:
    with styled():
        figure, [axes] = drawn(*(start + slope * X for start, slope in given_curves))
        mark_step(axes, 1, 0.5)
        figure.draw_without_rendering()
        names = NAMES[: len(given_curves)]
        named = name_where_free(axes, names)
        boxes = [text.get_window_extent() for text in axes.texts]
        assert len(axes.texts) == 1 + len(named)
        assert [text.get_text() for text in named.values()] == [SYMBOLS[name] for name in named]
        for one, other in combinations(boxes, 2):
            assert not one.expanded(0.9, 0.9).overlaps(other.expanded(0.9, 0.9))
        for text in named.values():
            box = text.get_window_extent()
            assert axes.bbox.padded(1).contains(box.x0, box.y0)
            assert axes.bbox.padded(1).contains(box.x1, box.y1)
            assert not any(crosses(box.expanded(0.9, 0.9), line) for line in axes.lines)


def test_a_curve_in_the_open_is_named() -> None:
    with styled():
        figure, [axes] = drawn(0.2 + 0 * X, 0.8 + 0 * X)
        figure.draw_without_rendering()
        named = name_where_free(axes, NAMES[:2])
    low, high = (named[name].get_position()[1] for name in NAMES[:2])
    assert abs(low - 0.2) < 0.1
    assert abs(high - 0.8) < 0.1


def test_of_two_curves_that_are_one_neither_is_named_where_they_are() -> None:
    with styled():
        figure, [axes] = drawn(X, X + 0.001)
        figure.draw_without_rendering()
        assert name_where_free(axes, NAMES[:2]) == {}
        assert list(axes.texts) == []


def test_what_has_no_room_in_one_panel_is_named_in_the_next() -> None:
    with styled():
        figure, [left, right] = drawn(0.2 + 0 * X, 0.8 + 0 * X, panels=2)
        left.lines[1].set_ydata(0.205 + 0 * X)
        left.lines[0].set_ydata(math.nan * X)
        name_in_one(figure, [left, right], NAMES[:2])
        assert [text.get_text() for text in left.texts] == [SYMBOLS["liu"]]
        assert [text.get_text() for text in right.texts] == [SYMBOLS["simple"]]
        assert figure.legends == []


def test_where_one_has_no_room_anywhere_all_are_listed_and_none_is_named() -> None:
    with styled():
        figure, [axes] = drawn(X, X + 0.001, 0.2 + 0 * X)
        name_in_one(figure, [axes], NAMES)
        assert list(axes.texts) == []
        [legend] = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == [SYMBOLS[name] for name in NAMES]


def test_a_legend_of_lines_shows_them_as_they_are() -> None:
    with styled():
        figure, [axes] = drawn(X, 1 - X)
        axes.lines[1].set(linestyle=":", color="red")
        explain_lines(figure, ["liu"])
        [sample] = figure.legends[0].get_lines()
    assert (sample.get_linestyle(), sample.get_color()) == (":", "red")


# --- the other labels -----------------------------------------------------------------------------
def test_a_mark_goes_from_its_height_to_the_top_and_names_its_step() -> None:
    with styled():
        _, [axes] = drawn()
        mark_step(axes, 1, 0.25)
    assert axes.lines[0].get_xydata().tolist() == [[1, 0.25], [1, 1]]
    assert [text.get_text() for text in axes.texts] == ["$t$ = 1"]


def test_a_beginning_is_marked_if_there_is_one() -> None:
    with styled():
        _, [axes] = drawn()
        mark_beginning(axes, X, np.where(X < 0.5, np.nan, X), SHADES[0])
        mark_beginning(axes, X, np.nan * X, SHADES[0])
    [dot] = axes.lines
    assert dot.get_xdata() == [X[X >= 0.5][0]]


def test_what_is_undefined_is_shaded_up_to_the_first_value() -> None:
    steps = np.arange(1.0, 51)
    with styled():
        _, [axes] = drawn()
        curve = np.where(steps < 9, np.nan, 1.0)
        shade_undefined(axes, steps, np.stack([curve, np.nan * curve]))
    [strip] = axes.patches
    assert (strip.get_x(), strip.get_width()) == (1, 8)
    assert "undefined" in axes.texts[0].get_text()


@pytest.mark.parametrize("names", [["simple", "liu"], list(SYMBOLS)])
def test_strokes_are_explained_in_the_order_given(names: list[str]) -> None:
    with styled():
        _, [axes] = drawn()
        explain_strokes(axes, names)
    legend = axes.get_legend()
    assert [text.get_text() for text in legend.get_texts()] == [SYMBOLS[name] for name in names]
    assert legend._ncols == MOST_BESIDE


def test_ends_are_named_at_their_heights_in_their_order() -> None:
    with styled():
        _, [axes] = drawn()
        name_ends(axes, [0.9, 0.1, 0.11], ["a", "b", "c"])
    heights = [text.get_position()[1] for text in axes.texts]
    assert heights[0] == 0.9
    assert heights[2] - heights[1] > 0.04
    assert sum(heights[1:]) == pytest.approx(0.21)


@pytest.mark.parametrize(("shift", "beside"), [(2.0, True), (1.05, False)])
def test_rising_curves_are_named_beside_themselves_if_there_is_room(
    shift: float, beside: bool
) -> None:
    steps = np.geomspace(1, 1000, 200)
    curves = np.stack([1 - np.exp(-steps / scale) for scale in (100, 100 / shift**2)])
    with styled():
        figure = empty()
        axes = figure.subplots()
        axes.set(xscale="log", xlim=(1, 1000), ylim=(0, 1.03))
        name_rising(axes, steps, curves, curves, ["slow", "fast"])
    assert ([text.get_text() for text in axes.texts] == ["slow", "fast"]) == beside
