"""Where theorems stand in a drawing of what rests on what: in layers, each after what it uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from radam_sym.errors import InputError
from radam_sym.kernel.format import in_order
from radam_sym.kernel.theorem import Theorem
from radam_sym.report.drawing import apart

Edge = tuple[str, str]
Place = tuple[int, float]

SWEEPS = 1000
"""How often at most the layers are gone through, to have fewer lines cross."""


def nearest(theorem: Theorem) -> tuple[Theorem, ...]:
    """What a theorem rests on directly, without what another one of these rests on.

    >>> from derivations import theorems
    >>> [used.id for used in theorems["simple.limits.last"].theorem.rests_on]
    ['power.positive', 'power.at_most_base', 'power.vanishing']
    """
    farther = {far.id for used in theorem.rests_on for far in in_order([used]) if far is not used}
    return tuple(used for used in theorem.rests_on if used.id not in farther)


class Segment(NamedTuple):
    """A part of a theorem's line to those that use it, from one layer to the next."""

    of: str
    start: Place
    end: Place


@dataclass(frozen=True)
class Layers:
    """Where each theorem stands, and each segment of their lines.

    A place is a layer, counted from 0 on the left, and a row; rows need not be whole numbers, are
    at least one apart in a layer, and the first one is 0.
    """

    places: dict[str, Place]
    segments: tuple[Segment, ...]

    @property
    def rows(self) -> float:
        """The last row."""
        ends = (segment.end for segment in self.segments)
        return max(row for _, row in (*self.places.values(), *ends))


def layered(theorems: Sequence[Theorem], edges: Iterable[Edge]) -> Layers:
    """Place theorems, each listed after what it uses; an edge goes from what is used to its user.

    The premises are the first layer; everything else stands as near to its users as it can. The
    lines from one theorem to its users are one line that forks. Rows are Sugiyama's, with few
    crossings, as igraph has them.

    Raises
    ------
    InputError
        where igraph isn't installed.

    References
    ----------
    Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical system structures,
    IEEE Transactions on Systems, Man and Cybernetics 11, 1981.
    """
    edges = list(edges)
    layers = _layers(theorems, edges)
    numbers = {(name, layer): number for number, (name, layer) in enumerate(layers.items())}
    links: dict[tuple[int, int], str] = {}
    for used, user in edges:
        before = numbers[used, layers[used]]
        for layer in range(layers[used] + 1, layers[user]):
            # In between it has a place of its own, so that it meets no text.
            passing = numbers.setdefault((used, layer), len(numbers))
            links[before, passing] = used
            before = passing
        links[before, numbers[user, layers[user]]] = used
    levels = [layer for _, layer in numbers]
    places = list(zip(levels, _rows(levels, list(links)), strict=True))
    return Layers(
        dict(zip(layers, places, strict=False)),
        tuple(Segment(name, places[start], places[end]) for (start, end), name in links.items()),
    )


def _layers(theorems: Sequence[Theorem], edges: Sequence[Edge]) -> dict[str, int]:
    used = {t.id: [low for low, high in edges if high == t.id] for t in theorems}
    users = {t.id: [high for low, high in edges if low == t.id] for t in theorems}
    first = int(any(t.proof is None for t in theorems))
    layers: dict[str, int] = {}
    for theorem in theorems:
        least = 0 if theorem.proof is None else first
        layers[theorem.id] = max([least, *(layers[name] + 1 for name in used[theorem.id])])
    for theorem in reversed(theorems):
        if theorem.proof is not None and users[theorem.id]:
            layers[theorem.id] = min(layers[name] for name in users[theorem.id]) - 1
    return layers


def _rows(levels: Sequence[int], links: Sequence[tuple[int, int]]) -> list[float]:
    drawn = require_igraph().Graph(len(levels), links, directed=True)
    rows = [row for row, _ in drawn.layout_sugiyama(layers=levels, maxiter=SWEEPS).coords]
    for level in set(levels):  # some come out less than a row apart
        members = [number for number, other in enumerate(levels) if other == level]
        for number, row in zip(members, apart([rows[n] for n in members], 1), strict=True):
            rows[number] = row
    return [row - min(rows) for row in rows]


def require_igraph() -> Any:
    """The module igraph.

    Raises
    ------
    InputError
        where it isn't installed.
    """
    try:
        import igraph
    except ImportError as error:
        raise InputError("a graph needs igraph: pip install 'radam-sym[notebooks]'") from error
    return igraph
