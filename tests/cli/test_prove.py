"""``radam-sym prove``: what it shows, and every way in which it can go wrong."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.modules import BAD, GOOD
from tests.cli.running import Outcome, alone


def test_prove_names_what_it_proved(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome(capsys, "prove", "ess.limit_t", "ess.first")
    assert outcome.code == 0
    assert outcome.err == ""
    assert re.search(r"^ess\.limit_t +\d+ +\d+ +axiom:power\.vanishing *$", outcome.out, re.M)
    assert re.search(r"^ess\.first +\d+ +\d+ +– *$", outcome.out, re.M)
    assert "Rudin" in outcome.out
    assert "4 theorems proved, 3 of them from the rules alone" in outcome.out


def test_the_beginning_of_ids_names_all_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(Outcome(capsys, "prove", "simple.limits", "--json").out)
    assert {"simple.limits.first", "simple.limits.last"} <= {t["id"] for t in data["theorems"]}


def test_steps_are_printed_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    out = Outcome(capsys, "prove", "ess.limit_t", "--steps").out
    assert "(1)    = lim[t → ∞]" in out
    assert "[definition of ess(β, t)]" in out


def test_a_readers_module_is_found_in_the_current_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine_good.py").write_text(GOOD)
    outcome = Outcome(capsys, "prove", "mine_good", "--json")
    assert [t["id"] for t in json.loads(outcome.out)["theorems"]] == ["mine.square"]
    assert outcome.code == 0


def test_a_readers_package_is_looked_through(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine_package").mkdir()
    (folder / "mine_package" / "__init__.py").touch()
    (folder / "mine_package" / "part.py").write_text(GOOD)
    outcome = Outcome(capsys, "prove", "mine_package", "--json")
    assert [t["id"] for t in json.loads(outcome.out)["theorems"]] == ["mine.square"]


def test_an_installed_package_is_found_by_its_entry_point(tmp_path: Path) -> None:
    site, metadata = tmp_path / "site", tmp_path / "site" / "foo-1.0.dist-info"
    metadata.mkdir(parents=True)
    (site / "foo_proofs.py").write_text(GOOD)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: foo\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[radam_sym.derivations]\nfoo = foo_proofs\n")
    path = os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    environment = {**os.environ, "PYTHONPATH": path}
    done = alone("prove", "mine", "--json", env=environment, cwd=tmp_path, stdout=subprocess.PIPE)
    assert done.returncode == 0, done.stderr
    assert [t["id"] for t in json.loads(done.stdout)["theorems"]] == ["mine.square"]

    (site / "foo_proofs.py").unlink()
    gone = alone("prove", "ess.first", env=environment, cwd=tmp_path, stdout=subprocess.PIPE)
    assert gone.returncode == 2
    assert gone.stderr.count("\n") == 1
    assert "foo_proofs can't be found; the entry point foo of" in gone.stderr


def test_the_checker_loads_nothing_from_the_current_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("json", "hashlib", "sympy", "radam_sym"):
        (folder / f"{name}.py").write_text("raise SystemExit('loaded from here')")
    assert Outcome(capsys, "prove", "ess.first").code == 0


def test_a_graph_is_drawn_by_module(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mine_good.py").write_text(GOOD)
    for name, beginning in (("a.svg", b"<?xml"), ("b.png", b"\x89PNG"), ("c.pdf", b"%PDF")):
        outcome = Outcome(capsys, "prove", "mine_good", "--json", "--graph", name)
        assert (outcome.code, outcome.err) == (0, "")
        assert json.loads(outcome.out)["refused"] == []
        assert (folder / name).read_bytes().startswith(beginning)
    assert "mine.square" in (folder / "a.svg").read_text(encoding="utf-8")
    assert Outcome(capsys, "prove", "ess", "simple", "--graph", "many.svg").code == 0
    drawn = (folder / "many.svg").read_text(encoding="utf-8")
    assert all(f">{module}</text>" in drawn for module in ("ess", "expansions", "simple"))


def test_a_graph_shows_what_was_proved(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mine_bad.py").write_text(BAD)
    Outcome(capsys, "prove", "mine_bad", "--graph", "a.svg").is_refused(1, "refused: mine.wrong")
    drawn = (folder / "a.svg").read_text(encoding="utf-8")
    assert "mine.square" in drawn
    assert "mine.wrong" not in drawn
    (folder / "mine_none.py").write_text(GOOD.replace("to=x**2 + 2*x + 1", "to=x"))
    Outcome(capsys, "prove", "mine_none", "--graph", "b.svg").is_refused(1, "refused: mine.square")
    assert not (folder / "b.svg").exists()


@pytest.mark.parametrize(
    ("arguments", "pattern"),
    [
        (["--graph", "a.txt"], r"cannot draw a\.txt: name a file that ends in \.svg, \.png or"),
        (["--graph", ""], r"cannot draw .*: name a file that ends in"),
        (["--graph", "no/a.svg"], r"cannot write no/a\.svg: the folder no does not exist"),
        (["--graph", "a.svg", "-o", "no/a.json"], r"cannot write no/a\.json: the folder no does"),
    ],
)
def test_a_file_that_can_not_be_written_is_told_before_any_work(
    arguments: list[str],
    pattern: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("radam_sym.proof.discovery.named", None)  # it would be called first
    Outcome(capsys, "prove", "ess.first", *arguments).is_refused(2, pattern)
    assert list(folder.iterdir()) == []


def test_two_runs_write_the_same_bytes_whatever_the_hash_seed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The one is in a process of its own, as its seed has to be another than ours."""
    some = ("exact.laplace", "gap", "liu.rho_limits.small_t")
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    assert Outcome(capsys, "prove", *some, "-o", str(one)).code == 0
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "271828"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    assert alone("prove", *some, "-o", str(other), env=environment, stdout=-3).returncode == 0
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "pattern"),
    [
        (["prove", "ewma.varianse"], r"'ewma\.varianse' is neither .*mean ewma\.variance"),
        (["prove", "qqqq"], r"'qqqq' is neither the id of a theorem nor a module"),
        (["prove", "ess."], r"'ess\.' is neither"),
        (["prove", "ess.first", "ess.frist"], r"did you mean ess\.first"),
        (["prove", "proofs.py"], r"leave out \.py: proofs"),
        (["prove", ""], r"Empty module name"),
        (["prove", ".relative"], r"module \.relative does not import"),
        (["prove", "json"], r"module json holds no derivations"),
    ],
    ids=str,
)
def test_a_name_that_is_mistyped_is_told_in_one_line(
    arguments: list[str], pattern: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Outcome(capsys, *arguments).is_refused(2, pattern)


@pytest.mark.parametrize(
    ("content", "code", "pattern"),
    [
        ("def broken(:\n", 2, r"module mine_module does not import: SyntaxError"),
        ("import not_there_at_all", 2, r"mine_module does not import: No module named 'not_there"),
        ("from radam_sym.proof import nothing", 2, r"does not import: ImportError: cannot import"),
        ("1/0", 2, r"does not import: ZeroDivisionError: division by zero"),
        ("raise SystemExit(0)", 2, r"does not import: SystemExit"),
        ("raise ValueError('two\\nlines')", 2, r"ValueError: two lines"),
        ("x = 1", 2, r"module mine_module holds no derivations"),
        (f"{GOOD}\nagain = derivation('mine.square', Source('b'))(lambda: None)", 2, r"two deriv"),
        (
            f"{GOOD}\nchain(x).by(algebra, to=x + 1).qed()",
            1,
            r"sides differ .*mine_module.*before:",
        ),
    ],
)
def test_a_module_that_is_no_good_is_told_in_one_line(
    content: str, code: int, pattern: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine_module.py").write_text(content)
    Outcome(capsys, "prove", "mine_module").is_refused(code, pattern)


def test_a_module_inside_a_package_that_does_not_import_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine_parts").mkdir()
    (folder / "mine_parts" / "__init__.py").touch()
    (folder / "mine_parts" / "part.py").write_text("1 +")
    Outcome(capsys, "prove", "mine_parts").is_refused(2, r"module mine_parts\.part .*SyntaxError")


def test_a_derivation_that_fails_is_told_with_its_counterexample_beside_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine_bad.py").write_text(BAD)
    outcome = Outcome(capsys, "prove", "mine_bad", "-o", "saved.json")
    outcome.is_refused(1, r"refused: mine\.wrong")
    assert re.search(r"^mine\.square +1 ", outcome.out, re.M)
    assert "algebra: the two sides differ" in outcome.out
    assert "before:  (x + 1)**2" in outcome.out
    assert "after:   x**2 + 1" in outcome.out
    assert "counterexample:  at x = 1/2 the sides are 9/4 and 5/4" in outcome.out
    assert "1 theorems proved, 1 refused" in outcome.out
    assert Outcome(capsys, "check", "saved.json").code == 0

    data = json.loads(Outcome(capsys, "prove", "mine_bad", "--json").out)
    assert [t["id"] for t in data["theorems"]] == ["mine.square"]
    [refused] = data["refused"]
    assert refused["id"] == "mine.wrong"
    assert "counterexample" in refused["reason"]


def test_whatever_a_derivation_does_it_is_refused_by_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bodies = {
        "return None": "AttributeError",
        "return 1/0": "ZeroDivisionError: division by zero",
        "raise SystemExit('over')": "SystemExit: over",
        "return chain(x).by(cite(mine_3), to=x)": "cite: a circle of citations: mine.3 → mine.3",
        "return chain(x).by(algebra, to=x)": "the line does not change",
    }
    code = "from radam_sym.proof import cite\n"
    for place, body in enumerate(bodies):
        code += f"@derivation('mine.{place}', Source('a'))\ndef mine_{place}():\n    {body}\n"
    (folder / "mine_odd.py").write_text(f"{GOOD}\n{code}")
    outcome = Outcome(capsys, "prove", "mine_odd", "--json")
    outcome.is_refused(1, r"refused: mine\.0, mine\.1, mine\.2, mine\.3, mine\.4$")
    data = json.loads(outcome.out)
    assert [t["id"] for t in data["theorems"]] == ["mine.square"]
    for place, (refused, reason) in enumerate(zip(data["refused"], bodies.values(), strict=True)):
        assert refused["id"] == f"mine.{place}"
        assert reason in refused["reason"]


def test_two_theorems_of_one_id_are_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        (folder / f"mine_{name}.py").write_text(GOOD)
    (folder / "mine_both.py").write_text(
        GOOD.replace("mine.square", "mine.both")
        + "import mine_one\nfrom radam_sym.proof import cite\n"
        "@derivation('mine.square', Source('a'))\ndef other():\n"
        "    return chain((x + 1)**2).by(cite(mine_one.square))\n"
    )
    Outcome(capsys, "prove", "mine_both").is_refused(1, r"mine\.square")


@pytest.mark.parametrize(
    ("target", "pattern"),
    [
        ("missing/proofs.json", r"cannot write missing/proofs\.json: the folder missing does not"),
        ("here", r"cannot write here: it is a folder; name a file"),
        ("file/proofs.json", r"file is a file, not a folder"),
        pytest.param(
            "/dev/full",
            r"cannot write /dev/full: the disk is full",
            marks=pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has it"),
        ),
    ],
)
def test_an_output_that_can_not_be_written_is_told_in_one_line(
    target: str, pattern: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "here").mkdir()
    (folder / "file").touch()
    Outcome(capsys, "prove", "ess.first", "-o", target).is_refused(2, pattern)
    assert sorted(path.name for path in folder.iterdir()) == ["file", "here"]


def test_a_disk_that_fills_up_leaves_the_old_file_whole(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    (folder / "proofs.json").write_text("the old ones")
    monkeypatch.setattr(os, "fsync", full)
    Outcome(capsys, "prove", "ess.first", "-o", "proofs.json").is_refused(2, r"the disk is full")
    assert (folder / "proofs.json").read_text() == "the old ones"
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_may_not_be_written_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "locked").mkdir(mode=0o500)
    if os.access(folder / "locked", os.W_OK):
        pytest.skip("this user may write everywhere")
    Outcome(capsys, "prove", "ess.first", "-o", "locked/a.json").is_refused(2, r"permission denied")
