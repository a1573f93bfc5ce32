from fractions import Fraction
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from matplotlib.image import imread

from derivations.notation import beta, ess, ess_limit, t
from radam_sym.kernel.heads import Definition
from radam_sym.report.figures import LAST_STEP, Drawn, sample_sizes

BETAS = [0.999, 0.99, 0.9]


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    return sample_sizes(ess, ess_limit, BETAS)


def sample_size(decay: Fraction, steps: int) -> Fraction:
    """(Σβ^i)²/Σβ^{2i}, in closed form for each of the two geometric sums."""
    total = (1 - decay**steps) / (1 - decay)
    squares = (1 - decay ** (2 * steps)) / (1 - decay**2)
    return total**2 / squares


def lines(drawn: Drawn) -> list[Any]:
    [axes] = drawn.figure.axes
    return list(axes.lines)


def curves(drawn: Drawn) -> list[Any]:
    """The lines with a curve in them: the diagonal first, then one for each β."""
    return [line for line in lines(drawn) if len(line.get_xdata()) > 2]


def test_a_curve_goes_through_the_exact_values(drawn: Drawn) -> None:
    diagonal, *sizes = curves(drawn)
    assert list(diagonal.get_xdata()) == list(diagonal.get_ydata())
    assert len(sizes) == len(BETAS)
    for decay, line in zip(BETAS, sizes, strict=True):
        steps, values = line.get_xdata(), line.get_ydata()
        assert steps[0] == 1
        assert steps[-1] == LAST_STEP
        assert all(step == int(step) for step in steps)
        for place in (*range(0, len(steps), 20), -1):
            exact = sample_size(Fraction(str(decay)), int(steps[place]))
            assert values[place] == pytest.approx(float(exact), rel=1e-9)


def test_a_level_is_drawn_where_each_curve_goes(drawn: Drawn) -> None:
    levels = [line.get_ydata()[0] for line in lines(drawn) if len(line.get_xdata()) == 2]
    exact = [(1 + Fraction(str(b))) / (1 - Fraction(str(b))) for b in BETAS]
    assert levels == pytest.approx([float(level) for level in exact])
    for line, level in zip(curves(drawn)[1:], levels, strict=True):
        assert line.get_ydata()[-1] == pytest.approx(level, rel=1e-3)
        assert max(line.get_ydata()) <= level * (1 + 1e-12)


def test_axes_and_curves_are_labelled_with_their_symbols(drawn: Drawn) -> None:
    [axes] = drawn.figure.axes
    assert axes.get_xlabel().startswith("$t$")
    assert axes.get_ylabel().startswith("$n_t$")
    labels = [text.get_text() for text in axes.texts]
    assert labels == ["$n = t$", *(rf"$\beta = {decay}$" for decay in BETAS)]


def test_curves_differ_in_more_than_their_shade(drawn: Drawn) -> None:
    dashes = {str(line._dash_pattern) for line in curves(drawn)[1:]}
    assert len(dashes) == len(BETAS)


def test_the_digest_is_that_of_the_numbers(drawn: Drawn) -> None:
    assert sample_sizes(ess, ess_limit, BETAS).digest == drawn.digest
    assert repr(drawn) == f"data digest: {drawn.digest}"
    assert sample_sizes(ess, ess_limit, [0.999, 0.99, 0.91]).digest != drawn.digest
    assert sample_sizes(ess, ess_limit, BETAS[:2]).digest != drawn.digest
    other = Definition("other", (beta, t), ess.body + beta**t / 10**6)
    assert sample_sizes(other, ess_limit, BETAS).digest != drawn.digest


def test_a_figure_shows_itself_as_a_png_of_twice_the_size_it_takes(drawn: Drawn) -> None:
    picture, size = drawn._repr_png_()
    height, width, _ = imread(BytesIO(picture), format="png").shape
    assert (width, height) == (2 * size["width"], 2 * size["height"])
    assert imread(BytesIO(picture), format="png").min() < 0.5  # something is drawn


def test_what_is_drawn_is_a_number_everywhere(drawn: Drawn) -> None:
    assert all(np.isfinite(line.get_ydata()).all() for line in lines(drawn))
