import os
import subprocess
import sys
from xml.etree import ElementTree

import numpy as np
import pytest
from sympy import Symbol

import derivations
from radam_sym.errors import InputError
from radam_sym.kernel.format import in_order
from radam_sym.kernel.formulas import Relation, Statement
from radam_sym.kernel.theorem import Source, Theorem, axiom
from radam_sym.proof import algebra, chain, cite
from radam_sym.proof.derivation import Derivation, proved
from radam_sym.proof.words import plain
from radam_sym.report.graph import AT_A_GLANCE, BOXES, SIGNS, Graph, graph, require_tools, told

SVG = "{http://www.w3.org/2000/svg}"
THEOREMS = [proved(found) for found in derivations.theorems.values()]
MODULES = {n: d.module for n, d in derivations.theorems.items() if isinstance(d, Derivation)}


def parts(drawn: Graph) -> dict[str, tuple[str, str]]:
    """What an SVG shows and what it tells, by the id of the part."""
    root = ElementTree.fromstring(drawn.bytes("svg"))
    return {
        group.get("id", ""): (
            "".join(text.text or "" for text in group.iter(f"{SVG}text")),
            title.text or "",
        )
        for group in root.iter(f"{SVG}g")
        if (title := group.find(f"{SVG}title")) is not None
    }


def headings(drawn: Graph) -> list[str]:
    [axes] = drawn.figure.axes
    return [text.get_text() for text in axes.texts if text.get_fontweight() == "bold"]


@pytest.fixture(scope="module")
def sheet() -> Graph:
    return graph(THEOREMS, MODULES)


@pytest.fixture(scope="module")
def on_the_sheet(sheet: Graph) -> dict[str, tuple[str, str]]:
    return parts(sheet)


def test_the_sheet_shows_every_theorem_in_its_module_and_tells_its_statement(
    sheet: Graph, on_the_sheet: dict[str, tuple[str, str]]
) -> None:
    for theorem in THEOREMS:
        shown, said = on_the_sheet[theorem.id]
        assert shown.split()[0] == theorem.id
        assert plain(theorem.statement.conclusion) in said
        assert theorem.note in said
        assert all(mark in said for mark in theorem.marks)
    assert sorted(headings(sheet)) == sorted({name.split(".")[1] for name in MODULES.values()})


def test_the_sheet_shows_every_premise_beside_each_module_that_uses_it(
    on_the_sheet: dict[str, tuple[str, str]],
) -> None:
    for theorem in THEOREMS:
        for used in theorem.rests_on:
            module = MODULES[theorem.id].split(".")[1]
            nearer = any(used in in_order([u])[:-1] for u in theorem.rests_on)
            if used.proof is None and not nearer:
                assert on_the_sheet[f"{module}:{used.id}"] == (used.id, told(used))


@pytest.mark.parametrize("names", [None, ["expand.gap"], ["ess.first"]], ids=str)
def test_no_text_lies_on_another(names: list[str] | None, sheet: Graph) -> None:
    drawn = graph([t for t in THEOREMS if t.id in names], MODULES) if names else sheet
    [axes] = drawn.figure.axes
    extents = np.array([text.get_window_extent().extents for text in axes.texts])
    low, high = extents[:, :2], extents[:, 2:]
    assert (low >= 0).all()
    assert (high <= drawn.figure.bbox.size).all()
    begins_before_the_end_of = (low[:, None] <= high).all(axis=2)
    overlap = begins_before_the_end_of & begins_before_the_end_of.T
    assert overlap.sum() == len(extents)  # each lies on itself alone


def test_signs_and_boxes_tell_the_marks_apart_without_colour() -> None:
    shown = parts(graph([t for t in THEOREMS if t.id in ("expand.gap", "horizon.crossing.above")]))
    assert shown["expand.gap"][0] == "expand.gap ▪●"
    assert shown["horizon.crossing.above"][0] == "horizon.crossing.above ●"
    assert shown["root.increasing"][0] == "root.increasing"
    assert len(set(SIGNS.values())) == len(SIGNS)
    looks = {str(sorted(box.items())) for role, box in BOXES.items() if role != "elsewhere"}
    assert len(looks) == len(BOXES) - 1
    shades = {box[side] for box in BOXES.values() for side in ("facecolor", "edgecolor")}
    assert shades == {"#333333", "black", "white", "none"}


def test_what_is_explained_is_what_occurs() -> None:
    def explained(drawn: Graph) -> set[str]:
        [axes] = drawn.figure.axes
        return {text.get_text() for text in axes.texts if text.get_gid() is None}

    def of(identifier: str) -> set[str]:
        return explained(graph([t for t in THEOREMS if t.id == identifier]))

    assert of("power.positive") == {"lemma"}
    assert of("ess.first") == {"theorem"}
    assert of("horizon.crossing.above") == {"theorem", "● rests on ball arithmetic"}
    boxes = {"axiom", "theorem", "lemma"}
    assert of("expand.gap") == boxes | {"▪ rests on an axiom", "● rests on ball arithmetic"}


def test_a_few_are_one_drawing_with_all_they_rest_on() -> None:
    [gap] = [t for t in THEOREMS if t.id == "expand.gap"]
    assert len(in_order([gap])) <= AT_A_GLANCE
    assert set(parts(graph([gap], MODULES))) == {t.id for t in in_order([gap])}
    assert headings(graph([gap], MODULES)) == []


def test_it_can_be_chosen_how_much_is_drawn() -> None:
    [last] = [t for t in THEOREMS if t.id == "simple.limits.last"]
    direct = parts(graph([last], whole=False))
    assert {shown.split()[0] for shown, _ in direct.values()} == {
        "simple.limits.last",
        *(used.id for used in last.rests_on),
    }
    everything = graph(THEOREMS, MODULES, whole=True)
    assert headings(everything) == []
    assert set(parts(everything)) == {t.id for t in in_order(THEOREMS)}


def test_a_readers_theorem_is_drawn_whatever_its_name() -> None:
    x = Symbol("x", real=True)
    premise = axiom("$x$ <&> 1", Statement((), Relation("<=", x**2 - 1, x**2)), Source("me"))
    theorem = chain(x**2 - 1).since(cite(premise)).at_most(x**2).qed("mine <b>")
    found = parts(graph([theorem], {"mine <b>": "module"}))
    assert [shown for shown, _ in found.values()] == ["$x$ <&> 1", "mine <b> ▪"]


def test_the_digest_tells_drawings_apart() -> None:
    x = Symbol("x", real=True)

    def square(identifier: str) -> Theorem:
        return chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1).qed(identifier)

    assert repr(graph([square("one")])) == repr(graph([square("one")]))
    assert repr(graph([square("one")])) != repr(graph([square("two")]))


def test_nothing_to_draw_is_told() -> None:
    with pytest.raises(InputError, match="no theorem was proved"):
        graph([])


@pytest.mark.parametrize("library", ["igraph", "matplotlib"])
def test_what_it_needs_is_told(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(InputError, match=rf"{library}: pip install 'radam-sym\[notebooks\]'"):
        require_tools()


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "import sys, derivations; from radam_sym.report.graph import graph\n"
        "names = ('expand.gap', 'ess.limit_t')\n"
        "theorems = [derivations.theorems[name].theorem for name in names]\n"
        "sys.stdout.buffer.write(graph(theorems).bytes('svg'))"
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
