import sys
from itertools import pairwise

import pytest

import derivations
from radam_sym.errors import InputError
from radam_sym.kernel.format import in_order
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof.derivation import proved
from radam_sym.report.layering import Edge, Layers, layered, nearest

LIBRARY = in_order(map(proved, derivations.theorems.values()))
EDGES = [(used.id, theorem.id) for theorem in LIBRARY for used in nearest(theorem)]


def reached(edges: list[Edge]) -> set[Edge]:
    """All pairs that a path of edges joins: each edge's user comes after what it uses."""
    below: dict[str, set[str]] = {}
    for used, user in edges:
        below.setdefault(user, set()).update({used}, below.get(used, set()))
    return {(used, user) for user, all_below in below.items() for used in all_below}


@pytest.fixture(scope="module")
def layers() -> Layers:
    return layered(LIBRARY, EDGES)


def test_what_is_left_out_is_reached_through_others_and_nothing_more_can_be_left_out() -> None:
    everything = [(used.id, theorem.id) for theorem in LIBRARY for used in theorem.rests_on]
    assert set(EDGES) < set(everything)
    assert reached(EDGES) == reached(everything)
    between = reached(EDGES)
    through = {(a, c) for a, b in EDGES for d, c in between if d == b}
    assert not through & set(EDGES)


def test_each_stands_to_the_right_of_what_it_uses_and_premises_on_the_left(layers: Layers) -> None:
    for used, user in EDGES:
        assert layers.places[used][0] < layers.places[user][0]
    for theorem in LIBRARY:
        assert (layers.places[theorem.id][0] == 0) == (theorem.proof is None)


def test_in_a_layer_everything_is_a_row_apart(layers: Layers) -> None:
    places = {*layers.places.values(), *(segment.end for segment in layers.segments)}
    for (layer, row), (other, next_row) in pairwise(sorted(places)):
        assert layer != other or next_row - row > 1 - 1e-9
    assert min(row for _, row in places) == 0
    assert max(row for _, row in places) == layers.rows


def test_the_line_of_each_theorem_leads_to_its_users_and_nowhere_else(layers: Layers) -> None:
    name_at = {place: name for name, place in layers.places.items()}
    found = set()
    for theorem in LIBRARY:
        own = [segment for segment in layers.segments if segment.of == theorem.id]
        ways = {segment.end: segment.start for segment in own}
        assert len(ways) == len(own)  # it forks and never joins
        assert all(end[0] == start[0] + 1 for end, start in ways.items())
        for end in ways:
            place = end
            while place in ways:
                place = ways[place]
            assert place == layers.places[theorem.id]
        found |= {(theorem.id, name_at[end]) for end in ways if end in name_at}
        assert {end for end in ways if end not in name_at} <= set(ways.values())
    assert found == set(EDGES)


def test_theorems_that_rest_on_nothing_are_placed_too() -> None:
    alone = [t for t in LIBRARY if not t.rests_on and t.proof is not None][:3]
    places = layered(alone, []).places
    assert sorted(places.values()) == [(0, 0), (0, 1), (0, 2)]


def test_without_igraph_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "igraph", None)
    theorem: Theorem = LIBRARY[0]
    with pytest.raises(InputError, match=r"igraph: pip install 'radam-sym\[notebooks\]'"):
        layered([theorem], [])
