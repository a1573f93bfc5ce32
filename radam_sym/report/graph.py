"""What rests on what, as a picture: each theorem to the right of what it uses.

A few theorems are one drawing, with all they rest on. Many are a sheet of drawings, one for each
chapter: its theorems, and beside them what they use directly out of other chapters.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, ClassVar
from xml.etree import ElementTree

from radam_sym.errors import InputError
from radam_sym.kernel.format import in_order
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof.render import kind
from radam_sym.proof.words import given, plain
from radam_sym.report.digest import data_digest
from radam_sym.report.drawing import QUIET, SHADES, Drawn, empty, styled
from radam_sym.report.layering import Layers, layered, nearest, require_igraph

if TYPE_CHECKING:
    from matplotlib.axes import Axes

AT_A_GLANCE = 40
"""Up to so many theorems and premises are one drawing."""

LEMMA = "lemma"
"""The work that the source of a lemma names: no other work states it."""

SIGNS = {"axiom": "▪", "ball": "●", "model": "◆"}
"""A sign for each kind of mark, told apart by its shape."""

# Lengths are points.
POINTS_PER_INCH = 72
TEXT, HEADING = 7.5, 11.0
ROW, PAD, GAP, MARGIN = 16.0, 2.5, 36.0, 18.0

BOXES: dict[str, dict[str, Any]] = {
    "axiom": {"facecolor": "#333333", "edgecolor": "#333333", "linewidth": 0.8},
    "model": {
        "facecolor": "white",
        "edgecolor": "black",
        "linewidth": 1.6,
        "linestyle": (0, (2, 1)),
    },
    "theorem": {"facecolor": "white", "edgecolor": "black", "linewidth": 0.8},
    "lemma": {"facecolor": "white", "edgecolor": "none", "linewidth": 0.8},
    "elsewhere": {"facecolor": "white", "edgecolor": "none", "linewidth": 0.8},
}
WORDS = {
    "axiom": "axiom",
    "model": "model",
    "theorem": "theorem",
    "lemma": "lemma",
    "elsewhere": "from another chapter",
}


@dataclass(frozen=True, repr=False)
class Graph(Drawn):
    """A drawn graph. In an SVG its text is text, and each id tells what the theorem says."""

    style: ClassVar[Mapping[Any, Any]] = {"svg.fonttype": "none"}

    tips: Mapping[str, str] = field(default_factory=dict)
    """What is told of each part of the picture, by the part's id in the SVG."""

    def bytes(self, format: str) -> bytes:
        """As for any figure; what an SVG tells of its parts, browsers show beside the pointer."""
        drawn = super().bytes(format)
        return _telling(drawn, self.tips) if format == "svg" else drawn


def graph(
    theorems: Iterable[Theorem],
    chapters: Mapping[str, str] | None = None,
    whole: bool | None = None,
) -> Graph:
    """Draw theorems with what they rest on.

    A line leads from what is used, on the left, to what uses it, on the right. A line that says
    no more than others do, by way of something between, is left out.

    Parameters
    ----------
    theorems
        those to draw.
    chapters
        the module that each theorem is in, by id; without it they are all in one.
    whole
        True for one drawing, with all that they rest on; False for one for each module, with
        what it uses directly; by default the first for up to 40 theorems and premises.

    Raises
    ------
    InputError
        where there is nothing to draw, and where igraph or matplotlib isn't installed.

    >>> import derivations
    >>> graph([derivations.theorems["ess.limit_t"].theorem])
    data digest: a6ae36bd7021c55e
    """
    asked = list(theorems)
    if not asked:
        raise InputError("there is nothing to draw: no theorem was proved")
    with styled():
        panels = _panels(asked, chapters or {}, whole)
        sheet = _newspaper(panels)
        legend = _Legend(panels)
        width = max(sum(column.width for column in sheet), legend.width) + MARGIN
        height = max(column.height for column in sheet) + MARGIN + ROW
        figure = empty((width / POINTS_PER_INCH, height / POINTS_PER_INCH))
        figure.set_layout_engine("none")
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        axes.set_axis_off()
        lefts = accumulate((column.width for column in sheet), initial=MARGIN)
        for column, left in zip(sheet, lefts, strict=False):
            column.draw(axes, left)
        legend.draw(axes, height - MARGIN)
    tips = {panel.part(theorem): told(theorem) for panel in panels for theorem in panel.theorems}
    return Graph(figure, _digest(panels), tips)


def _digest(panels: Sequence[_Panel]) -> str:
    labels = [_label(theorem) for panel in panels for theorem in panel.theorems]
    places = [place for panel in panels for place in panel.layers.places.values()]
    lines = [(*s.start, *s.end) for panel in panels for s in panel.layers.segments]
    return data_digest(list("\n".join(labels).encode()), places, lines)


def require_tools() -> None:
    """Refuse to go on without what a graph is drawn with, before the work of proving."""
    with styled():
        require_igraph()


def told(theorem: Theorem) -> str:
    """What a theorem says and carries, in a few lines."""
    hypotheses = "; ".join(words.told(plain) for words in given(theorem))
    lines = [
        f"{kind(theorem)} {theorem.id} ({theorem.source})",
        theorem.note,
        plain(theorem.statement.conclusion),
        f"given {hypotheses}" if hypotheses else "",
        f"marks: {', '.join(sorted(theorem.marks)) or 'none'}",
    ]
    return "\n".join(filter(None, lines))


# --- what stands in which drawing -----------------------------------------------------------------


@dataclass(frozen=True)
class _Panel:
    """A drawing of some theorems, in order, and of what they use directly."""

    title: str
    theorems: tuple[Theorem, ...]
    own: frozenset[str]
    layers: Layers

    def role(self, theorem: Theorem) -> str:
        """How it is drawn."""
        if theorem.proof is not None and theorem.id not in self.own:
            return "elsewhere"
        lemma = theorem.proof is not None and theorem.source.work == LEMMA
        return "lemma" if lemma else kind(theorem).lower()

    def part(self, theorem: Theorem) -> str:
        """Its id in the picture: its own in its own chapter."""
        return theorem.id if theorem.id in self.own else f"{self.title}:{theorem.id}"

    @property
    def columns(self) -> list[float]:
        """The width of each layer."""
        widths = [0.0] * (1 + max(layer for layer, _ in self.layers.places.values()))
        for theorem in self.theorems:
            layer, _ = self.layers.places[theorem.id]
            widths[layer] = max(widths[layer], _width(_label(theorem)))
        return widths

    @property
    def width(self) -> float:
        return max(sum(self.columns) + GAP * len(self.columns), _width(self.title) * 2) + MARGIN

    @property
    def top(self) -> float:
        """The height of the heading."""
        return 2 * ROW if self.title else 0.0

    @property
    def height(self) -> float:
        return self.top + ROW * (self.layers.rows + 1) + ROW

    def draw(self, axes: Axes, left: float, top: float) -> None:
        """Draw it, from its upper left corner."""
        if self.title:
            axes.text(left, top + ROW / 2, self.title, size=HEADING, weight="bold", va="center")
        widths = self.columns
        lefts = list(accumulate((width + GAP for width in widths), initial=left))
        first = top + self.top + ROW / 2
        labels = {theorem.id: _label(theorem) for theorem in self.theorems}
        for of, (layer, row), (next_layer, next_row) in self.layers.segments:
            at_the_name = self.layers.places[of] == (layer, row)
            start = lefts[layer] + (_width(labels[of]) if at_the_name else 0)
            _draw_segment(
                axes,
                (start, lefts[layer] + widths[layer], lefts[next_layer]),
                (first + ROW * row, first + ROW * next_row),
                SHADES[round(self.layers.places[of][1]) % len(SHADES)],
            )
        for theorem in self.theorems:
            layer, row = self.layers.places[theorem.id]
            _draw_label(
                axes,
                (lefts[layer], first + ROW * row),
                labels[theorem.id],
                self.role(theorem),
                self.part(theorem),
            )


def _panels(
    asked: Sequence[Theorem], chapters: Mapping[str, str], whole: bool | None
) -> list[_Panel]:
    ordered = in_order(asked)
    if whole or (whole is None and len(ordered) <= AT_A_GLANCE):
        return [_panel("", ordered)]
    chosen = {theorem.id for theorem in asked}
    groups: dict[str, list[Theorem]] = {}
    for theorem in ordered:
        if theorem.id in chosen:
            package, _, module = chapters.get(theorem.id, "").partition(".")
            groups.setdefault(module or package, []).append(theorem)
    return [_panel(title, own) for title, own in groups.items()]


def _panel(title: str, own: Sequence[Theorem]) -> _Panel:
    used = {theorem.id: nearest(theorem) for theorem in own}
    shown = {id(t): t for theorem in own for t in (*used[theorem.id], theorem)}
    edges = [(low.id, high) for high, uses in used.items() for low in uses]
    theorems = tuple(t for t in in_order(own) if id(t) in shown)
    return _Panel(title, theorems, frozenset(used), layered(theorems, edges))


# --- the sheet ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Column:
    """Drawings below one another."""

    panels: tuple[_Panel, ...]

    @property
    def width(self) -> float:
        return max(panel.width for panel in self.panels)

    @property
    def height(self) -> float:
        return MARGIN + sum(panel.height for panel in self.panels)

    def draw(self, axes: Axes, left: float) -> None:
        tops = accumulate((panel.height for panel in self.panels), initial=MARGIN)
        for panel, top in zip(self.panels, tops, strict=False):
            panel.draw(axes, left, top)


def _newspaper(panels: Sequence[_Panel]) -> list[_Column]:
    """Panels in columns, read downwards, on a sheet that is about as wide as it is high."""
    total = sum(panel.height for panel in panels)
    count = max(1, round(math.sqrt(total / max(panel.width for panel in panels))))
    middles = accumulate((panel.height for panel in panels), initial=0.0)
    columns: dict[int, list[_Panel]] = {}
    for panel, above in zip(panels, middles, strict=False):
        columns.setdefault(int((above + panel.height / 2) * count / total), []).append(panel)
    return [_Column(tuple(column)) for column in columns.values()]


class _Legend:
    """What the boxes and the signs mean: those that occur."""

    def __init__(self, panels: Sequence[_Panel]) -> None:
        roles = {panel.role(theorem) for panel in panels for theorem in panel.theorems}
        marks = {
            mark.partition(":")[0]
            for panel in panels
            for theorem in panel.theorems
            if theorem.proof is not None
            for mark in theorem.marks
        }
        self.items = [(word, role) for role, word in WORDS.items() if role in roles]
        self.items += [
            (f"{sign} {SAID[mark]}", "lemma") for mark, sign in SIGNS.items() if mark in marks
        ]

    @property
    def width(self) -> float:
        return sum(_width(word) + MARGIN for word, _ in self.items) + MARGIN

    def draw(self, axes: Axes, height: float) -> None:
        left = MARGIN
        for word, role in self.items:
            _draw_label(axes, (left, height), word, role)
            left += _width(word) + MARGIN


SAID = {
    "axiom": "rests on an axiom",
    "ball": "rests on ball arithmetic",
    "model": "rests on a model",
}


# --- lines and labels -----------------------------------------------------------------------------


def _label(theorem: Theorem) -> str:
    if theorem.proof is None:
        return theorem.id
    kinds = {mark.partition(":")[0] for mark in theorem.marks}
    signs = "".join(sign for mark, sign in SIGNS.items() if mark in kinds)
    return f"{theorem.id} {signs}".rstrip()


@cache
def _width(label: str) -> float:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    width, _, _ = text_to_path.get_text_width_height_descent(
        label, FontProperties(size=TEXT), ismath=False
    )
    return float(width) + 2 * PAD


def _draw_label(
    axes: Axes, place: tuple[float, float], label: str, role: str, part: str | None = None
) -> None:
    left, height = place
    axes.text(
        left + PAD,
        height,
        label,
        fontsize=TEXT,
        va="center",
        color={"axiom": "white", "elsewhere": QUIET}.get(role, "black"),
        style="italic" if role == "elsewhere" else "normal",
        bbox={"boxstyle": f"square,pad={PAD / TEXT}", **BOXES[role]},
        gid=part,
        parse_math=False,
    )


def _draw_segment(
    axes: Axes, across: tuple[float, float, float], heights: tuple[float, float], shade: str
) -> None:
    """Straight past its layer, then in a curve to the next one."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    start, edge, end = across
    here, there = heights
    middle = (edge + end) / 2
    corners = [(start, here), (edge, here), (middle, here), (middle, there), (end, there)]
    codes = [Path.MOVETO, Path.LINETO, *[Path.CURVE4] * 3]
    axes.add_patch(PathPatch(Path(corners, codes), fill=False, edgecolor=shade, linewidth=0.8))


# --- SVG ------------------------------------------------------------------------------------------

SVG = "http://www.w3.org/2000/svg"


def _telling(svg: bytes, tips: Mapping[str, str]) -> bytes:
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    root = ElementTree.fromstring(svg)
    for part in root.iter(f"{{{SVG}}}g"):
        if tip := tips.get(part.get("id", "")):
            title = ElementTree.Element(f"{{{SVG}}}title")
            title.text = tip
            part.insert(0, title)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
