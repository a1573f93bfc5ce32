import math
from fractions import Fraction
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.legend import Legend

from radam_sym.errors import InputError
from radam_sym.exact import certified
from radam_sym.report.accuracy import crossover
from radam_sym.report.drawing import Drawn
from radam_sym.report.figures import (
    FACTORS,
    FIGURES,
    LEAST_ERROR,
    MOST_CURVES,
    factor_errors,
    rectification_factors,
    sample_sizes,
)
from radam_sym.report.labels import SYMBOLS

BETAS = [0.999, 0.99, 0.9]
THE_PAPERS = {name: FIGURES[name] for name in ("ess", "rectification")}
HAIR = 2  # pixels by which a layout shifts when it is drawn again
WITH_FACTORS = {name: FIGURES[name] for name in FACTORS}


@cache
def of_betas(name: str) -> Drawn:
    """The figure that several tests look at."""
    return FIGURES[name](BETAS)


@pytest.fixture
def sizes() -> Drawn:
    return of_betas("ess")


@pytest.fixture
def factors() -> Drawn:
    return of_betas("rectification")


@pytest.fixture
def errors() -> Drawn:
    return of_betas("error")


def axes_of(drawn: Drawn) -> Any:
    [axes] = drawn.figure.axes
    return axes


def lines(drawn: Drawn) -> list[Any]:
    return list(axes_of(drawn).lines)


def curves(drawn: Drawn) -> list[Any]:
    """The lines with a curve in them, in the order in which they were drawn."""
    return [line for line in lines(drawn) if len(line.get_xdata()) > 2]


def texts(drawn: Drawn) -> list[str]:
    return [text.get_text() for text in axes_of(drawn).texts]


def goes_through(line: Any, exact: Any) -> None:
    """A curve is where an exact function of t says, and nowhere where that says None."""
    steps, values = line.get_xdata(), line.get_ydata()
    assert len(steps) == len(values)
    for place in (*range(0, min(len(steps), 8)), *range(8, len(steps), 20), -1):
        expected = exact(int(steps[place]))
        if expected is None:
            assert math.isnan(values[place])
        else:
            assert values[place] == pytest.approx(expected, rel=1e-9)


# --- oracles, in exact fractions ------------------------------------------------------------------
def sample_size(beta: Fraction, t: int) -> float:
    """(Σβ^i)²/Σβ^{2i}, in closed form for each of the two geometric sums."""
    total = (1 - beta**t) / (1 - beta)
    squares = (1 - beta ** (2 * t)) / (1 - beta**2)
    return float(total**2 / squares)


def simple(beta: Fraction, t: int) -> float:
    return math.sqrt((1 - beta**t) / (1 + beta**t))


def liu(beta: Fraction, t: int) -> float | None:
    """As the paper writes it: 2/(1−β) − 1 − 2tβ^t/(1−β^t), and the gate ρ_t > 4."""
    limit = 2 / (1 - beta) - 1
    length = limit - 2 * t * beta**t / (1 - beta**t)
    if length <= 4:
        return None
    square = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)
    return math.sqrt(square)


# --- the first figure -----------------------------------------------------------------------------
def test_sample_sizes_go_through_the_exact_values(sizes: Drawn) -> None:
    diagonal, *drawn = curves(sizes)
    assert list(diagonal.get_xdata()) == list(diagonal.get_ydata())
    assert len(drawn) == len(BETAS)
    for beta, line in zip(BETAS, drawn, strict=True):
        goes_through(line, lambda t, beta=beta: sample_size(Fraction(str(beta)), t))


def test_a_level_is_drawn_where_each_sample_size_goes(sizes: Drawn) -> None:
    levels = [line.get_ydata()[0] for line in lines(sizes) if len(line.get_xdata()) == 2]
    exact = [(1 + Fraction(str(b))) / (1 - Fraction(str(b))) for b in BETAS]
    assert levels == pytest.approx([float(level) for level in exact])
    for line, level in zip(curves(sizes)[1:], levels, strict=True):
        assert line.get_ydata()[-1] == pytest.approx(level, rel=1e-3)
        assert max(line.get_ydata()) <= level * (1 + 1e-12)


def test_sample_sizes_are_labelled_with_their_symbols(sizes: Drawn) -> None:
    axes = axes_of(sizes)
    assert axes.get_xlabel().startswith("$t$")
    assert axes.get_ylabel().startswith("$n_t$")
    assert texts(sizes) == ["$n = t$", *(rf"$\beta$ = {beta}" for beta in BETAS)]


def test_sample_sizes_differ_in_more_than_their_shade(sizes: Drawn) -> None:
    assert len({str(line._dash_pattern) for line in curves(sizes)[1:]}) == len(BETAS)


# --- the second -----------------------------------------------------------------------------------
def test_factors_go_through_the_exact_values(factors: Drawn) -> None:
    drawn = curves(factors)
    assert len(drawn) == 2 * len(BETAS)
    for place, beta in enumerate(BETAS):
        exact = Fraction(str(beta))
        goes_through(drawn[2 * place], lambda t, exact=exact: simple(exact, t))
        goes_through(drawn[2 * place + 1], lambda t, exact=exact: liu(exact, t))


@pytest.mark.parametrize(
    ("beta", "first"), [(0.999, 5), (0.7734, 5), (0.7733, 6), (0.6901, 6), (0.69, 7), (0.61, None)]
)
def test_a_dot_stands_at_the_first_step_that_has_lius_factor(
    beta: float, first: int | None
) -> None:
    exact = Fraction(str(beta))
    if first is None:
        first = next(t for t in range(1, 1000) if liu(exact, t) is not None)
    drawn = rectification_factors([beta])
    [dot] = [line for line in lines(drawn) if line.get_marker() == "o"]
    assert dot.get_xdata() == [first]
    assert dot.get_ydata() == pytest.approx([liu(exact, first)], rel=1e-6)
    axes = axes_of(drawn)
    [strip] = axes.patches
    assert (strip.get_x(), strip.get_width()) == (1, first - 1)


def test_what_has_no_factor_of_lius_has_no_dot_and_is_shaded_throughout() -> None:
    drawn = rectification_factors([0.6, 0.5, 0.0], 100)
    assert [line for line in lines(drawn) if line.get_marker() == "o"] == []
    axes = axes_of(drawn)
    assert [strip.get_width() for strip in axes.patches] == [99]


def test_only_steps_at_which_no_curve_has_it_are_shaded() -> None:
    axes = axes_of(rectification_factors([0.9, 0.7, 0.5]))
    assert [strip.get_width() for strip in axes.patches] == [4]


def test_factors_are_labelled_with_their_symbols(factors: Drawn) -> None:
    axes = axes_of(factors)
    named = [text for text in texts(factors) if "beta" in text]
    assert named == [rf"$\beta_2$ = {beta}" for beta in BETAS]
    assert r"$r_t^{\mathrm{Liu}}$ undefined" in texts(factors)
    explained = [text.get_text() for text in axes.get_legend().get_texts()]
    assert explained == [r"$r_t^{\mathrm{simple}}$", r"$r_t^{\mathrm{Liu}}$"]
    ours, theirs = axes.get_legend().get_lines()
    for place in range(len(BETAS)):
        assert curves(factors)[2 * place].get_linestyle() == ours.get_linestyle()
        assert curves(factors)[2 * place + 1].get_linestyle() == theirs.get_linestyle()
    assert ours.get_linestyle() != theirs.get_linestyle()


# --- more warmups ---------------------------------------------------------------------------------
def test_by_default_the_second_figure_has_the_papers_two(factors: Drawn) -> None:
    assert rectification_factors(BETAS, None, "simple,liu").digest == factors.digest
    assert rectification_factors(BETAS, None, ["simple", "liu"]).bytes("svg") == factors.bytes(
        "svg"
    )


@pytest.mark.parametrize("betas", [[0.99], BETAS])
def test_every_warmup_can_be_drawn_and_is_explained_in_the_order_asked_for(
    betas: list[float],
) -> None:
    names = ["exact", *SYMBOLS.keys() - {"exact"}]
    drawn = rectification_factors(betas, 200, names)
    assert len(curves(drawn)) == len(names) * len(betas)
    explained = [text.get_text() for text in axes_of(drawn).get_legend().get_texts()]
    assert explained == [SYMBOLS[name] for name in names]
    for place, beta in enumerate(betas):
        exact = curves(drawn)[place * len(names)]
        for t in (3, 10, 100):
            value = exact.get_ydata()[list(exact.get_xdata()).index(t)]
            assert value == pytest.approx(float(certified.factor(t, beta)), rel=1e-12)


@pytest.mark.parametrize("names", ["liu", "exact", "linear", "skewed,exponential"])
@pytest.mark.parametrize("betas", [[0.5], [0.1, 0.9], [0.9999, 0.3]])
def test_any_of_them_can_be_drawn_alone(names: str, betas: list[float]) -> None:
    drawn = rectification_factors(betas, None, names)
    assert len(curves(drawn)) == len(betas) * len(names.split(","))
    undefined = [text for text in texts(drawn) if "undefined" in text]
    assert len(undefined) == ("liu" in names)


# --- the errors -----------------------------------------------------------------------------------
def panels(drawn: Drawn) -> list[Any]:
    return list(drawn.figure.axes)


def panel(drawn: Drawn, place: int) -> dict[str, Any]:
    return {line.get_label(): line for line in panels(drawn)[place].lines}


def test_errors_go_through_those_of_the_balls(errors: Drawn) -> None:
    for place, beta in enumerate(BETAS):
        exact = Fraction(beta)
        for name, closed in (("simple", simple), ("liu", liu)):
            line = panel(errors, place)[name]
            for t, drawn in zip(line.get_xdata()[:60:6], line.get_ydata()[:60:6], strict=True):
                factor = closed(exact, int(t))
                if factor is None:
                    assert math.isnan(drawn)
                    continue
                error = abs(factor / float(certified.factor(int(t), exact)) - 1)
                assert drawn == pytest.approx(error, abs=1e-13)


def test_steps_of_errors_are_from_3_to_the_last() -> None:
    for last in (4, 50, 12345):
        steps = panel(factor_errors([0.99], last), 0)["simple"].get_xdata()
        assert (steps[0], steps[-1]) == (3, last)
        assert (np.diff(steps) > 0).all()


def test_what_float64_can_not_tell_is_not_drawn_and_the_figure_says_so() -> None:
    drawn = factor_errors([0.9, 0.5], 10**5)
    for axes in panels(drawn):
        assert axes.get_ylim()[0] == LEAST_ERROR
        for line in axes.lines:
            values = line.get_ydata()[np.isfinite(line.get_ydata())]
            assert (values >= LEAST_ERROR).all()
    assert "errors below $10^{-12}$" in drawn.figure.get_supxlabel()
    nothing = factor_errors(["1-1e-9"], 1000, "skewed")
    assert np.isnan(panel(nothing, 0)["skewed"].get_ydata()).all()
    assert [text.get_text() for text in panels(nothing)[0].texts] == []


def test_the_crossover_is_marked_where_it_is(errors: Drawn) -> None:
    for place, beta in enumerate(BETAS):
        step, _ = crossover(beta)
        axes, lines = panels(errors)[place], panel(errors, place)
        assert f"$t$ = {step}" in [text.get_text() for text in axes.texts]
        [mark] = [line for line in axes.lines if line.get_label() not in SYMBOLS]
        simple = lines["simple"]
        height = simple.get_ydata()[list(simple.get_xdata()).index(step)]
        assert mark.get_xydata().tolist() == [[step, height], [step, axes.get_ylim()[1]]]


@pytest.mark.parametrize(
    ("beta", "last", "factors"),
    [
        (0.88, None, "simple,liu"),  # Liu's never is the nearer one
        (0.6, None, "simple,liu"),  # and here it doesn't exist
        (0.999, 98, "simple,liu"),
        (0.999, None, "simple,matched"),
        (0.999, None, "liu,matched"),
        ("1-1e-7", None, "liu,matched"),
    ],
)
def test_no_crossover_is_marked_where_none_is_seen(
    beta: Any, last: int | None, factors: str
) -> None:
    axes = panels(factor_errors([beta], last, factors))[0]
    assert [text for text in axes.texts if "$t$ =" in text.get_text()] == []
    assert {line.get_label() for line in axes.lines} == set(factors.split(","))


@pytest.mark.parametrize(("number", "rows"), [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2)])
def test_there_is_a_panel_for_each_beta_with_the_same_scales(number: int, rows: int) -> None:
    betas = [0.99, 0.95, 0.9, 0.8, 0.5][:number]
    drawn = panels(factor_errors(betas))
    assert [axes.get_title("left") for axes in drawn] == [rf"$\beta_2$ = {b}" for b in betas]
    assert len({axes.get_xlim() + axes.get_ylim() for axes in drawn}) == 1
    assert len({round(axes.get_position().y0, 6) for axes in drawn}) == rows
    for axes in drawn:
        labelled = any(label.get_visible() for label in axes.get_xticklabels())
        below = [
            other
            for other in drawn
            if other.get_position().y1 < axes.get_position().y0
            and math.isclose(other.get_position().x0, axes.get_position().x0)
        ]
        assert labelled == (not below)


@pytest.mark.parametrize(
    "betas", [BETAS, [0.9999, 0.999, 0.99, 0.9, 0.5], [0.5, 0.62], [0.3], [0.9, 0.91, 0.92, 0.93]]
)
@pytest.mark.parametrize("factors", ["simple,liu,matched,skewed", ",".join(FACTORS["error"])])
def test_each_curve_is_named_once_and_no_name_covers_anything(
    betas: list[float], factors: str
) -> None:
    drawn = factor_errors(betas, None, factors)
    drawn.figure.draw_without_rendering()
    seen = {
        line.get_label()
        for axes in panels(drawn)
        for line in axes.lines
        if np.isfinite(line.get_ydata()).any() and line.get_label() in SYMBOLS
    }
    named = [
        text for axes in panels(drawn) for text in axes.texts if "$t$ =" not in text.get_text()
    ]
    listed = [text for legend in drawn.figure.legends for text in legend.get_texts()]
    assert not (named and listed)
    symbols = [text.get_text() for text in named + listed]
    assert sorted(symbols) == sorted(SYMBOLS[name] for name in seen)
    for axes in panels(drawn):
        boxes = [text.get_window_extent() for text in axes.texts]
        for one, other in combinations(boxes, 2):
            assert not one.shrunk(0.9, 0.9).overlaps(other.shrunk(0.9, 0.9))
        for box in boxes:
            assert all(axes.bbox.padded(HAIR).containsx(x) for x in box.intervalx)
            assert all(axes.bbox.padded(HAIR).containsy(y) for y in box.intervaly)


def test_errors_are_labelled_with_their_symbols(errors: Drawn) -> None:
    assert errors.figure.get_supxlabel().startswith("$t$ (steps)")
    assert r"r_t^{\mathrm{exact}} - 1" in errors.figure.get_supylabel()


@pytest.mark.parametrize(
    ("betas", "factors", "pattern"),
    [
        ([0.0], "simple", "beta2 is below 1e-50"),
        (["1-1e-7"], "simple,liu", "beta2 is 0.9999999, where the search for the crossover"),
        ([0.9], "exact", "factors has 'exact'; it accepts simple, liu"),
    ],
)
def test_errors_that_can_not_be_drawn_are_told(
    betas: list[Any], factors: str, pattern: str
) -> None:
    with pytest.raises(InputError, match=pattern):
        factor_errors(betas, None, factors)


@pytest.mark.parametrize("last", [2, 3])
def test_errors_need_two_steps(last: int) -> None:
    with pytest.raises(InputError, match=rf"last step {last} is not from 4 to 2\*\*53"):
        factor_errors([0.9], last)


@pytest.mark.parametrize("figure", WITH_FACTORS.values(), ids=WITH_FACTORS)
@pytest.mark.parametrize(
    ("factors", "pattern"),
    [
        ("simpel", "factors has 'simpel'; .* did you mean simple"),
        ("liu,liu", "factors has liu twice"),
        ("", "factors is empty|factors has ''"),
        ([], "factors is empty"),
    ],
)
def test_a_factor_that_is_none_is_told(figure: Any, factors: Any, pattern: str) -> None:
    with pytest.raises(InputError, match=pattern):
        figure([0.9], None, factors)


@pytest.mark.parametrize("figure", WITH_FACTORS.values(), ids=WITH_FACTORS)
def test_a_factor_of_a_wrong_type_is_told(figure: Any) -> None:
    with pytest.raises(TypeError, match="factors has a int"):
        figure([0.9], None, [1])


# --- both -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("figure", THE_PAPERS.values(), ids=THE_PAPERS)
@pytest.mark.parametrize(
    "betas", [BETAS, [0.9, 0.91, 0.92], [0.0, 0.5, 0.6, 0.98, 0.999], [0.9999999, 0.99], [0.0]]
)
@pytest.mark.parametrize("last", [None, 2, 100])
def test_no_label_covers_another_or_leaves_the_figure(
    figure: Any, betas: list[float], last: int | None
) -> None:
    drawn = figure(betas, last)
    axes = axes_of(drawn)
    drawn.figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in axes.texts if text.get_text() != "$n = t$"]
    if axes.get_legend():
        boxes.append(axes.get_legend().get_window_extent())
    for one, other in combinations(boxes, 2):
        assert not one.shrunk(0.8, 0.6).overlaps(other.shrunk(0.8, 0.6))
    assert all(drawn.figure.bbox.padded(1).containsx(x) for box in boxes for x in box.intervalx)
    assert all(drawn.figure.bbox.padded(1).containsy(y) for box in boxes for y in box.intervaly)


@pytest.mark.parametrize("name", FIGURES)
def test_the_digest_is_that_of_the_numbers(name: str) -> None:
    figure, digest = FIGURES[name], of_betas(name).digest
    assert figure(BETAS).digest == digest
    assert figure(BETAS[::-1]).digest == digest  # the order is ours
    assert figure([Fraction(999, 1000), "0.99", np.float64(0.9)]).digest == digest
    assert figure([0.999, 0.99, 0.91]).digest != digest
    assert figure(BETAS[:2]).digest != digest
    assert figure(BETAS, 1000).digest != digest


@pytest.mark.parametrize("figure", THE_PAPERS.values(), ids=THE_PAPERS)
@pytest.mark.parametrize("last", [2, 3, 99, 100, 101, 12345, 2**53])
def test_steps_are_whole_from_1_to_the_last(figure: Any, last: int) -> None:
    steps = lines(figure([0.99], last))[0].get_xdata()
    assert steps[0] == 1
    assert steps[-1] == last
    assert list(steps[:100]) == list(range(1, min(last, 100) + 1))
    assert all(step == int(step) for step in steps)
    assert (np.diff(steps) > 0).all()


@settings(max_examples=10, deadline=None)
@given(st.floats(0, 1 - 2**-50))
def test_at_the_last_step_of_its_own_choice_a_curve_is_flat(beta: float) -> None:
    size = curves(sample_sizes([beta]))[1].get_ydata()
    assert size[-1] >= 0.98 * (1 + beta) / (1 - beta)
    assert curves(rectification_factors([beta]))[0].get_ydata()[-1] >= 0.99


@pytest.mark.parametrize(
    ("beta", "name"),
    [
        (Fraction(1, 3), "≈ 0.333"),
        (1 - 1e-6, "= 0.999999"),
        ("1-1e-12", "≈ 1 − 1e-12"),
        (Fraction(1999, 2000), "= 0.9995"),
        (0, "= 0"),
    ],
)
def test_a_beta_is_written_shortly_and_never_as_1(beta: Any, name: str) -> None:
    assert rf"$\beta$ {name}" in texts(sample_sizes([beta]))


# --- what is refused ------------------------------------------------------------------------------
@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
@pytest.mark.parametrize(
    ("betas", "last", "pattern"),
    [
        ([], None, "betas has 0 values; one figure takes 1 to 5"),
        ([n / 10 for n in range(MOST_CURVES + 1)], None, "betas has 6 values"),
        ([1.0], None, "beta .* not below 1"),
        ([0.9, -0.1], None, "beta .* below 0"),
        ([math.nan], None, "beta .* not a number"),
        ([math.inf], None, "beta "),
        (["__import__('os')"], None, "beta .* not a number"),
        ([0.9, 0.99, 0.9], None, "betas has 0.9 twice; give each value once"),
        ([0.9, "9/10"], None, "betas has 0.9 twice"),
        (["1-1e-20"], None, "beta 1-1e-20 can't be told from 1 in float64"),
        ([0.9], 1, "last step 1 is not from [24]"),
        ([0.9], -5, "last step -5 is not from [24]"),
        ([0.9], 2**53 + 1, "last step 9007199254740993 is not from [24]"),
    ],
)
def test_a_value_that_can_not_be_drawn_is_told_in_one_line(
    figure: Any, betas: Any, last: Any, pattern: str
) -> None:
    with pytest.raises(InputError, match=pattern) as refusal:
        figure(betas, last)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
@pytest.mark.parametrize(
    ("betas", "last", "pattern"),
    [
        (0.9, None, "betas is a float; it accepts a list of numbers"),
        ("0.9", None, "betas is a str"),
        ([None], None, "beta is a NoneType"),
        ([0.9], 10.0, "last is a float; it accepts a whole number"),
        ([0.9], "10", "last is a str"),
    ],
)
def test_a_wrong_type_is_told_in_one_line(figure: Any, betas: Any, last: Any, pattern: str) -> None:
    with pytest.raises(TypeError, match=pattern):
        figure(betas, last)


def test_a_figure_can_be_saved(factors: Drawn, tmp_path: Path) -> None:
    factors.save(tmp_path / "a.svg")
    assert (tmp_path / "a.svg").stat().st_size > 10_000


@pytest.mark.parametrize("betas", [[0.1, 0.2, 0.3], [0.61, 0.7], [0.9, 0.91, 0.92, 0.93, 0.94]])
def test_curves_that_leave_no_room_for_names_are_told_in_a_list(betas: list[float]) -> None:
    axes = rectification_factors(betas).figure.axes[0]
    lists = [child for child in axes.get_children() if isinstance(child, Legend)]
    told = [text.get_text() for listed in lists for text in listed.get_texts()]
    for beta in betas:
        assert rf"$\beta_2$ = {beta}" in told
        assert rf"$\beta_2$ = {beta}" not in [text.get_text() for text in axes.texts]


def test_curves_with_room_are_named_beside() -> None:
    axes = rectification_factors([0.9, 0.99, 0.999]).figure.axes[0]
    assert rf"$\beta_2$ = {0.99}" in [text.get_text() for text in axes.texts]
