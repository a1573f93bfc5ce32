import math
import os
import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import matplotlib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.image import imread

from radam_sym.errors import InputError
from radam_sym.report.drawing import (
    DASHES,
    FORMATS,
    PIXELS_PER_INCH,
    SHADES,
    Drawn,
    apart,
    empty,
    format_of,
    styled,
)

BEGINNINGS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}


def line(slope: float = 1.0) -> Drawn:
    with styled():
        figure = empty((3.0, 2.0))
        figure.subplots().plot([0, 1], [0, slope], clip_on=True)
    return Drawn(figure, "0" * 16)


# --- formats --------------------------------------------------------------------------------------
@pytest.mark.parametrize("format", FORMATS)
def test_the_bytes_are_of_the_format_hold_no_date_and_come_again(
    format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = line().bytes(format)
    assert first.startswith(BEGINNINGS[format])
    assert b"CreationDate" not in first
    assert b"dc:date" not in first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")  # another day
    assert line().bytes(format) == first
    assert line(2).bytes(format) != first


def test_a_drawn_figure_gives_the_same_bytes_twice() -> None:
    drawn = line()
    assert [drawn.bytes(format) for format in FORMATS] == [drawn.bytes(f) for f in FORMATS]


def test_no_setting_of_the_reader_shows_and_none_is_changed() -> None:
    plain = line().bytes("svg")
    with matplotlib.rc_context({"axes.facecolor": "black", "svg.hashsalt": "theirs"}):
        assert line().bytes("svg") == plain
        assert matplotlib.rcParams["svg.hashsalt"] == "theirs"
    with pytest.raises(ZeroDivisionError), styled():
        raise ZeroDivisionError
    assert matplotlib.rcParams["axes.spines.top"]


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "import sys; from radam_sym.report.figures import rectification_factors as r\n"
        "sys.stdout.buffer.write(r([0.9], 10).bytes('svg'))"
    )
    one, other = (
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert one == other
    assert one.startswith(b"<?xml")


@pytest.mark.parametrize("format", ["", "jpg", "SVG", "svg\n"])
def test_another_format_is_refused(format: str) -> None:
    with pytest.raises(InputError, match="is not one of svg, png, pdf"):
        line().bytes(format)


# --- saving ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["a.svg", "a.b.png", "A.PDF"])
def test_a_file_is_in_the_format_its_name_ends_in(name: str, tmp_path: Path) -> None:
    drawn = line()
    drawn.save(tmp_path / name)
    assert (tmp_path / name).read_bytes() == drawn.bytes(name[-3:].lower())
    drawn.save(str(tmp_path / name))  # once more, over the first


@pytest.mark.parametrize("name", ["a", "a.gif", ".svg", "svg", "a.svg.gz", ""])
def test_a_name_that_ends_in_no_format_is_refused_and_nothing_written(
    name: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"name a file that ends in \.svg, \.png or \.pdf"):
        line().save(tmp_path / name)
    with pytest.raises(InputError):
        format_of(name)
    assert list(tmp_path.iterdir()) == []


def test_the_old_file_stays_where_the_new_one_can_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a.svg").write_text("the old one")
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        line().save(tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text() == "the old one"
    assert len(list(tmp_path.iterdir())) == 1


# --- in Jupyter -----------------------------------------------------------------------------------
def test_a_figure_shows_itself_as_a_png_of_twice_the_size_it_takes() -> None:
    picture, size = line()._repr_png_()
    height, width, _ = imread(BytesIO(picture), format="png").shape
    assert (width, height) == (2 * size["width"], 2 * size["height"])
    assert (size["width"], size["height"]) == (3 * PIXELS_PER_INCH, 2 * PIXELS_PER_INCH)
    assert imread(BytesIO(picture), format="png").min() < 0.5  # something is drawn
    assert repr(line()) == "data digest: 0000000000000000"


# --- without matplotlib ---------------------------------------------------------------------------
def test_matplotlib_is_loaded_when_something_is_drawn_and_pyplot_never() -> None:
    script = (
        "import sys, radam_sym.report.figures as figures\n"
        "assert 'matplotlib' not in sys.modules\n"
        "figures.sample_sizes([0.9], 10).bytes('png')\n"
        "assert 'matplotlib' in sys.modules and 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_where_it_is_missing_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(InputError, match=r"need matplotlib: pip install 'radam-sym\[notebooks\]'"):
        line()


def test_where_it_does_not_load_one_line_says_why() -> None:
    script = "from radam_sym.report.figures import sample_sizes; sample_sizes([0.9])"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "MPLBACKEND": "nonsense"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "InputError: matplotlib does not load: Key backend: 'nonsense'" in done.stderr


# --- the look -------------------------------------------------------------------------------------
def luminance(shade: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(shade[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_shades_differ_in_greyscale_and_from_the_paper() -> None:
    contrasts = [1.05 / (luminance(shade) + 0.05) for shade in SHADES]  # with white
    assert contrasts == sorted(contrasts, reverse=True)
    assert all(one / other > 1.5 for one, other in pairwise(contrasts))
    assert contrasts[-1] > 2.5
    assert len({str(dash) for dash in DASHES}) == len(DASHES)


places = st.lists(st.floats(-100, 100), max_size=6)


@given(places, st.floats(0.125, 10))
def test_labels_are_apart_in_order_and_moved_no_further_than_needed(
    wanted: list[float], gap: float
) -> None:
    placed = apart(wanted, gap)
    assert len(placed) == len(wanted)
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place], place))
    lined_up = [placed[place] for place in order]
    assert all(b - a >= gap - 1e-9 for a, b in pairwise(lined_up))
    # Least squares under an order: a block that stands together is centred on what it wanted,
    # and no block could be split into two that would rather be closer to each other.
    assert math.isclose(sum(placed), sum(wanted), abs_tol=1e-9)
    slack = [p - wanted[o] for p, o in zip(lined_up, order, strict=True)]
    start = 0
    for end in range(1, len(slack) + 1):
        if end == len(slack) or lined_up[end] - lined_up[end - 1] > gap + 1e-9:
            assert math.isclose(sum(slack[start:end]), 0, abs_tol=1e-9)
            for cut in range(start, end):
                assert sum(slack[start:cut]) <= 1e-9
            start = end


@given(places)
def test_labels_that_are_apart_stay(wanted: list[float]) -> None:
    spaced = sorted({round(place) for place in wanted})
    assert apart([float(place) for place in spaced], 1.0) == pytest.approx(spaced)
