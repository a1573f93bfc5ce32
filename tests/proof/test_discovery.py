import sys
import types
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from sympy import Symbol

from radam_sym.errors import InputError
from radam_sym.kernel.axioms import power_vanishing
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.theorem import Source, Theorem
from radam_sym.proof import Draft, algebra, chain, derivation, discovery
from radam_sym.proof.derivation import Derivation
from radam_sym.proof.discovery import (
    Library,
    by_id,
    closest,
    defined_by,
    imported,
    in_module,
    installed,
    named,
)

x = Symbol("x", real=True)
Write = Callable[..., str]


def write() -> Draft:
    return chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1)


def of_id(identifier: str) -> Derivation:
    return derivation(identifier, Source("a test"))(write)


CODE = """
from radam_sym.kernel.theorem import Source
from radam_sym.proof import derivation
from radam_sym.kernel.axioms import power_vanishing
made = derivation("{id}", Source("a test"))(lambda: None)
_hidden = derivation("{id}.hidden", Source("a test"))(lambda: None)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        if name.startswith("found_"):
            del sys.modules[name]


def entries(monkeypatch: pytest.MonkeyPatch, **modules: str) -> None:
    points = [EntryPoint(name, value, discovery.GROUP) for name, value in modules.items()]
    monkeypatch.setattr(discovery, "entry_points", lambda group: points)


def test_what_a_module_defines_is_found_and_what_it_imports_is_not() -> None:
    module = types.ModuleType(__name__)
    theorem = write().qed("test.theorem")
    found = {"one": of_id("one"), "two": of_id("two"), "theorem": theorem}
    foreign = of_id("foreign")
    foreign.module = "elsewhere"
    vars(module).update(found, foreign=foreign, axiom=power_vanishing, _hidden=of_id("three"))
    assert defined_by(module) == list(found.values())


def test_a_forged_theorem_in_a_module_is_refused() -> None:
    module = types.ModuleType("forged")
    vars(module)["husk"] = object.__new__(Theorem)  # type: ignore[arg-type]
    with pytest.raises(ProofError, match="not a theorem that the kernel made"):
        defined_by(module)


def test_a_package_is_looked_through_and_two_names_of_one_thing_count_once(folder: Path) -> None:
    (folder / "found_package" / "inner").mkdir(parents=True)
    for name in ("__init__", "inner/__init__", "inner/part", "other"):
        identifier = name.replace("/", ".")
        (folder / "found_package" / f"{name}.py").write_text(CODE.format(id=identifier))
    with open(folder / "found_package" / "other.py", "a") as file:
        file.write("again = made\n")
    found = in_module(imported("found_package"))
    assert sorted(d.id for d in found) == ["__init__", "inner.__init__", "inner.part", "other"]


def test_two_derivations_of_one_id_are_refused_with_their_places() -> None:
    one, two = of_id("same"), of_id("same")
    two.module = "elsewhere"
    assert by_id([one, one]) == {"same": one}
    with pytest.raises(InputError, match=rf"the id same \(in {__name__} and elsewhere\)"):
        by_id([one, two])


def test_a_module_is_a_lookup_error_only_if_it_is_not_there(folder: Path) -> None:
    (folder / "found_empty.py").write_text("")
    (folder / "found_needs.py").write_text("import found_missing")
    (folder / "found_wrong.py").write_text("(")
    (folder / "found_package").mkdir()
    (folder / "found_package" / "__init__.py").write_text("import found_package.missing")
    assert imported("found_empty").__name__ == "found_empty"
    for name in ("found_nothing", "found_empty.part", "found_nothing.part"):
        with pytest.raises(LookupError):
            imported(name)
    with pytest.raises(InputError, match=r"found_needs does not import: No module named 'found_mi"):
        imported("found_needs")
    with pytest.raises(InputError, match=r"found_package does not import: No module named"):
        imported("found_package")
    with pytest.raises(InputError, match=r"found_wrong does not import: SyntaxError") as caught:
        imported("found_wrong")
    assert "\n" not in str(caught.value)


def test_an_interrupt_while_a_module_is_imported_stays_one(folder: Path) -> None:
    (folder / "found_interrupted.py").write_text("raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        imported("found_interrupted")


def test_everything_installed_is_found_through_entry_points(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "found_one.py").write_text(CODE.format(id="one"))
    (folder / "found_two.py").write_text(CODE.format(id="two"))
    entries(monkeypatch, a="found_one", b="found_two", again="found_one")
    assert sorted(installed()) == ["one", "two"]
    entries(monkeypatch, a="found_one:made")
    assert sorted(installed()) == ["one"]
    entries(monkeypatch, a="found_nothing")
    with pytest.raises(InputError, match=r"found_nothing can't be found; the entry point a of"):
        installed()


def test_our_own_are_installed() -> None:
    assert "ess.first" in installed()


def test_names_are_ids_or_beginnings_of_ids_or_modules(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "found_one.py").write_text(
        CODE.format(id="one.first") + CODE.replace("made", "m2").format(id="one.second")
    )
    (folder / "found_two.py").write_text(CODE.format(id="onerous"))
    (folder / "found_none.py").write_text("")
    entries(monkeypatch, a="found_one", b="found_two")
    assert sorted(named([])) == ["one.first", "one.second", "onerous"]
    assert sorted(named(["one"])) == ["one.first", "one.second"]
    assert sorted(named(["one.first", "found_two"])) == ["one.first", "onerous"]
    assert list(named(["found_two", "one.second"])) == ["onerous", "one.second"]
    with pytest.raises(InputError, match=r"'one\.frist' is neither .* mean one\.first"):
        named(["one.frist"])
    with pytest.raises(InputError, match="found_none holds no derivations"):
        named(["found_none"])


def test_a_module_in_the_folder_is_read_even_if_what_is_installed_is_broken(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "found_one.py").write_text(CODE.format(id="one"))
    entries(monkeypatch, a="found_nothing")
    assert list(named(["found_one"])) == ["one"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [("ess.frist", "mean ess.first or "), ("q", ""), ("ess.limit", "mean ess.limit_t or ess")],
)
def test_a_hint_is_given_where_there_is_one(wrong: str, told: str) -> None:
    hint = closest(wrong, ["ess.first", "ess.limit_t", "ess.limit_beta", "zzz"])
    assert told in hint
    assert bool(told) == hint.startswith("; did you mean ") == hint.endswith("?")


def test_a_library_imports_its_package_when_it_is_first_asked(folder: Path) -> None:
    (folder / "found_library.py").write_text(CODE.format(id="one"))
    library = Library("found_library")
    assert "found_library" not in sys.modules
    assert list(library) == ["one"]
    assert len(library) == 1
    assert repr(library["one"]) == "<Derivation one>"
    with pytest.raises(KeyError, match="did you mean one"):
        _ = library["oen"]
