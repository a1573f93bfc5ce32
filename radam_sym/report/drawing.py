"""How our figures look, in one place, and a figure that shows, saves and fingerprints itself.

Curves differ in dashes as well as in shade, and are labelled beside themselves wherever there is
room: a figure reads in greyscale, and without telling colours apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from radam_sym.errors import InputError
from radam_sym.files import replace_file

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DASHES: tuple[Any, ...] = (
    "-",
    (0, (6, 2)),
    (0, (2, 1.5)),
    (0, (6, 2, 1.5, 2)),
    (0, (6, 2, 1.5, 2, 1.5, 2)),
)
"""One way to break a line for each curve of a figure."""

SHADES = ("#0b3c5d", "#2a7f9e", "#6aa5b8")
"""From the darkest; their luminances differ, so greyscale keeps them apart."""

QUIET = "#767676"
"""Whatever is there for orientation only."""

FORMATS = ("svg", "png", "pdf")

SIZE = (6.4, 4.0)
"""Inches."""

PIXELS_PER_INCH = 100

_STYLE: dict[Any, Any] = {
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.dpi": PIXELS_PER_INCH,
    "legend.frameon": False,
    "lines.linewidth": 1.8,
    "pdf.fonttype": 42,  # text that can be searched
    "savefig.dpi": 2 * PIXELS_PER_INCH,  # for sharp screens
    "svg.hashsalt": "radam-sym",
}
_UNDATED: dict[str, dict[str, None]] = {
    "svg": {"Date": None},
    "png": {},
    "pdf": {"CreationDate": None},
}


@dataclass(frozen=True)
class Drawn:
    """A figure, and the digest of the numbers in it. In Jupyter it shows itself."""

    style: ClassVar[Mapping[Any, Any]] = {}
    """What differs from our style when the figure is written."""

    figure: Figure
    digest: str

    def __post_init__(self) -> None:
        # Once: whenever it is drawn again a layout shifts by a hair, and the bytes with it.
        with styled():
            self.figure.draw_without_rendering()
            self.figure.set_layout_engine("none")

    def __repr__(self) -> str:
        return f"data digest: {self.digest}"

    def _repr_png_(self) -> tuple[bytes, dict[str, int]]:
        """The picture at twice the pixels that it takes on the page."""
        width, height = (round(side * PIXELS_PER_INCH) for side in self.figure.get_size_inches())
        return self.bytes("png"), {"width": width, "height": height}

    def bytes(self, format: str) -> bytes:
        """The figure as a file of this format: ``svg``, ``png`` or ``pdf``.

        With one version of matplotlib the same figure gives the same bytes: no date is in them.

        Raises
        ------
        InputError
            for any other format.
        """
        if format not in FORMATS:
            raise InputError(f"format {format!r} is not one of {', '.join(FORMATS)}")
        buffer = BytesIO()
        with styled(self.style):
            self.figure.savefig(buffer, format=format, metadata=_UNDATED[format])
        return buffer.getvalue()

    def save(self, path: Path | str) -> None:
        """Write the figure to a file, in the format that its name ends in.

        A file that was there stays whole until the new one is.

        Raises
        ------
        InputError
            if the name ends in anything else, or the file can't be written.
        """
        replace_file(path, self.bytes(format_of(path)))


def format_of(path: Path | str) -> str:
    """The format that a file's name ends in.

    >>> format_of("figures/ess.SVG")
    'svg'

    Raises
    ------
    InputError
        if it is none of ours.
    """
    format = Path(path).suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise InputError(f"cannot draw {path}: name a file that ends in .svg, .png or .pdf")
    return format


@contextmanager
def styled(changes: Mapping[Any, Any] | None = None) -> Iterator[None]:
    """Our style with some changes, whatever the reader has set, until the block ends.

    Raises
    ------
    InputError
        if matplotlib isn't installed, or doesn't load.
    """
    try:
        import matplotlib
    except ImportError as error:
        raise InputError("figures need matplotlib: pip install 'radam-sym[notebooks]'") from error
    except ValueError as error:  # MPLBACKEND names something that isn't there
        raise InputError(f"matplotlib does not load: {error}") from error
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update({**_STYLE, **(changes or {})})
        yield


def empty(size: tuple[float, float] = SIZE) -> Figure:
    """A figure with nothing in it, of this width and height in inches.

    It belongs to no window and to no list of open figures, so it needs no closing. All its texts
    are measured by the one renderer of its canvas, each but once.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=size, layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def apart(wanted: Sequence[float], gap: float) -> list[float]:
    """The places nearest to those wanted, in the same order, that are ``gap`` apart or more.

    Nearest by the sum of squares: labels that would collide move as little as they can.

    >>> apart([0.0, 1.0, 5.0], 2.0)
    [-0.5, 1.5, 5.0]
    >>> apart([3.0, 3.0], 1.0) == [2.5, 3.5]
    True
    """
    order = np.argsort(wanted, kind="stable")
    steps = gap * np.arange(len(order))
    free = np.asarray(wanted, dtype=float)[order] - steps
    blocks: list[tuple[int, float]] = []
    # Least squares under an order: neighbours out of order are pooled (Ayer et al. 1955).
    for end in range(1, len(free) + 1):
        start, mean = end - 1, free[end - 1]
        while blocks and blocks[-1][1] > mean:
            start, _ = blocks.pop()
            mean = free[start:end].mean()
        blocks.append((start, mean))
    starts, means = zip(*blocks, strict=True) if blocks else ((), ())
    kept = np.repeat(means, np.diff([*starts, len(free)]))
    placed = np.empty(len(order))
    placed[order] = kept + steps
    return placed.tolist()
