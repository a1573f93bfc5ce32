"""Every command, and every way in which it can go wrong: one line, and the right exit code."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import radam_sym
from radam_sym.cli import main

GOOD = '''
from sympy import Symbol
from radam_sym.kernel.theorem import Source
from radam_sym.proof import algebra, chain, derivation

x = Symbol("x", real=True)

@derivation("mine.square", Source("a notebook"))
def square():
    """The square of a sum."""
    return chain((x + 1)**2).by(algebra, to=x**2 + 2*x + 1)
'''
BAD = (
    GOOD
    + """
@derivation("mine.wrong", Source("a notebook"))
def wrong():
    return chain((x + 1)**2).by(algebra, to=x**2 + 1)
"""
)
IN_PROCESS_OF_ITS_OWN = [sys.executable, "-m", "radam_sym.cli"]
LOOKING_AROUND = "import sys; from radam_sym.cli import main; print('ready', flush=True); "


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The current folder, empty; what is imported from it is forgotten."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        if name.partition(".")[0] not in ("radam_sym", "derivations", "rich", "sympy", "flint"):
            del sys.modules[name]


@pytest.fixture(scope="session")
def proofs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A proof file that holds one theorem and what it rests on."""
    file = tmp_path_factory.mktemp("proofs") / "proofs.json"
    assert main(["prove", "ess.limit_t", "-o", str(file)]) == 0
    return file


class Outcome:
    """What a command did, in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        capsys.readouterr()
        self.code = main(arguments)
        self.out, self.err = capsys.readouterr()

    def is_refused(self, code: int, pattern: str) -> None:
        assert self.err.startswith("radam-sym: ")
        assert self.err.count("\n") == 1, self.err
        assert re.search(pattern, self.err), self.err
        assert "Traceback" not in self.err + self.out
        assert self.code == code


def alone(*arguments: str, **options: object) -> "subprocess.CompletedProcess[str]":
    """What a command does in a process of its own."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*IN_PROCESS_OF_ITS_OWN, *arguments], text=True, stderr=subprocess.PIPE, **options
    )


# --- what works -----------------------------------------------------------------------------------
def test_prove_names_what_it_proved(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome(capsys, "prove", "ess.limit_t", "ess.first")
    assert outcome.code == 0
    assert outcome.err == ""
    assert re.search(r"^ess\.limit_t +\d+ +\d+ +axiom:power\.vanishing *$", outcome.out, re.M)
    assert re.search(r"^ess\.first +\d+ +\d+ +– *$", outcome.out, re.M)
    assert "Rudin" in outcome.out
    assert "4 theorems proved, 3 of them from no axiom" in outcome.out


def test_the_beginning_of_ids_names_all_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(Outcome(capsys, "prove", "simple.limits", "--json").out)
    assert {"simple.limits.first", "simple.limits.last"} <= {t["id"] for t in data["theorems"]}


def test_json_has_each_theorems_time_and_foundations(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(Outcome(capsys, "prove", "ess.limit_t", "--json").out)
    *lemmas, theorem = data["theorems"]
    assert theorem["id"] == "ess.limit_t"
    assert theorem["marks"] == ["axiom:power.vanishing"]
    assert {t["id"] for t in lemmas} | {"power.vanishing"} == set(theorem["rests_on"])
    for entry in data["theorems"]:
        assert entry["seconds"] == pytest.approx(
            entry["seconds_written"] + entry["seconds_checked"], abs=2e-6
        )
        assert entry["seconds_checked"] > 0
    assert data["seconds"] >= sum(t["seconds"] for t in data["theorems"]) - 1e-4
    assert data["axioms"] == [
        {
            "id": "power.vanishing",
            "source": "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, theorem 3.20(e)",
            "of_the_kernel": True,
        }
    ]
    assert data["refused"] == []
    assert set(data["versions"]) == {"python", "sympy", "flint", "python-flint"}


def test_steps_are_printed_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    out = Outcome(capsys, "prove", "ess.limit_t", "--steps").out
    assert "(1)    = lim[t → ∞]" in out
    assert "[definition of ess(β, t)]" in out


def test_a_saved_file_is_checked_again(proofs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome(capsys, "check", str(proofs))
    assert (outcome.code, outcome.err) == (0, "")
    assert "3 theorems proved" in outcome.out
    data = json.loads(Outcome(capsys, "check", str(proofs), "--json").out)
    assert data["theorems"][-1]["id"] == "ess.limit_t"


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


def test_two_runs_write_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    for seed in ("1", "271828"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        file = tmp_path / f"{seed}.json"
        assert alone("prove", "-o", str(file), env=environment, stdout=-3).returncode == 0
    one, other = (tmp_path / f"{seed}.json" for seed in ("1", "271828"))
    assert one.read_bytes() == other.read_bytes()


# --- usage ----------------------------------------------------------------------------------------
def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert Outcome(capsys, "--version").out == f"radam-sym {radam_sym.__version__}\n"
    for command in ((), ("prove",), ("check",), ("read",)):
        outcome = Outcome(capsys, *command, "--help")
        assert outcome.code == 0
        assert outcome.out.startswith("usage: radam-sym")


@pytest.mark.parametrize(
    ("arguments", "pattern"),
    [
        ([], r"COMMAND; see radam-sym --help"),
        (["prov"], r"'prov'.*prove"),
        (["prove", "--jason"], r"--jason"),
        (["prove", "--json", "--steps"], r"not allowed with"),
        (["check"], r"FILE; see radam-sym check --help"),
        (["check", "one", "two\nlines"], r"two lines"),
        (["prove", "-o"], r"-o"),
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
def test_what_is_mistyped_is_told_in_one_line(
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


# --- what is refused ------------------------------------------------------------------------------
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


def test_markup_in_what_a_reader_wrote_is_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = BAD.replace("mine.", "[/mine]").replace("The square of a sum", "[bold]E[g]")
    (folder / "mine_marked.py").write_text(written)
    outcome = Outcome(capsys, "prove", "mine_marked")
    outcome.is_refused(1, r"\[/mine\]wrong")
    assert "[/mine]square" in outcome.out


@pytest.mark.parametrize(
    ("change", "pattern"),
    [
        (lambda data: data[:-1], r"cut short"),
        (lambda data: data[: len(data) // 2], r"cut short"),
        (lambda data: b"", r"not a proof file"),
        (lambda data: data + b"\n", r"after its end"),
        (lambda data: data.replace(b'"version":1', b'"version":2'), r"version 2; this .* reads 1"),
        (lambda data: data.replace(b'"version":1', b'"version":null'), r"version None"),
        (lambda data: data.replace(b"power", b"qower", 1), r"was changed"),
        (lambda data: data.replace(b"\n", b"\r\n"), r"."),
        (lambda data: b"\xff" + data, r"it is not text"),
        (lambda data: b"\xef\xbb\xbf" + data, r"not a proof file"),
        (lambda data: b"hello", r"not a proof file"),
        (lambda data: b"[" * 100_000, r"not a proof file"),
        (lambda data: b'{"format":"x","version":1,"sha256":""}\n{}\n', r"its format is 'x'"),
    ],
)
def test_a_proof_file_that_was_tampered_with_is_told_in_one_line(
    change: object, pattern: str, proofs: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "changed.json").write_bytes(change(proofs.read_bytes()))  # type: ignore[operator]
    Outcome(capsys, "check", "changed.json").is_refused(2, rf"changed\.json: .*{pattern}")


def test_no_byte_of_a_proof_file_can_be_changed(
    proofs: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, changed = proofs.read_bytes(), folder / "changed.json"
    for place in range(0, len(whole), len(whole) // 150):
        for byte in (whole[place] ^ 1, 0x0D if whole[place] == 0x0A else 0x0A):
            changed.write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])
            if changed.read_bytes() != whole:
                Outcome(capsys, "check", "changed.json").is_refused(2, r"changed\.json: ")
    end = len(whole) - 1
    changed.write_bytes(whole[:end] + b"\r")
    Outcome(capsys, "check", "changed.json").is_refused(2, r"changed\.json: ")


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("missing.json", r"cannot read missing\.json: No such file"),
        (".", r"cannot read \.: Is a directory"),
        ("a\0b", r"null byte"),
        ("[/b]", r"cannot read \[/b\]"),
    ],
)
def test_a_file_that_can_not_be_read_is_told_in_one_line(
    name: str, pattern: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Outcome(capsys, "check", name).is_refused(2, pattern)


def test_a_proof_that_does_not_hold_is_refused_and_what_holds_is_shown(
    proofs: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import hashlib

    head, body, _ = proofs.read_text(encoding="utf-8").split("\n")
    content = json.loads(body)
    limit = next(t for t in content["theorems"] if t["id"] == "ess.limit_t")
    limit["conclusion"][2] = 2  # the limit is said to be 2
    body = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(body.encode()).hexdigest()
    head = re.sub(r'(?<="sha256":")\w+', digest, head)
    (folder / "forged.json").write_text(f"{head}\n{body}\n", encoding="utf-8")
    outcome = Outcome(capsys, "check", "forged.json")
    outcome.is_refused(1, r"refused: forged\.json")
    assert "chain: the chain proves" in outcome.out
    assert "2 theorems proved, 1 refused" in outcome.out


# --- where the output goes ------------------------------------------------------------------------
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


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has it")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["check", "--version"])
def test_a_full_disk_behind_stdout_is_told_in_one_line(
    command: str, unbuffered: str, proofs: Path
) -> None:
    arguments = [command, str(proofs)] if command == "check" else [command]
    with open("/dev/full", "w") as full:
        environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
        done = alone(*arguments, stdout=full, env=environment)
    assert done.stderr == "radam-sym: cannot write the output: No space left on device\n"
    assert done.returncode == 2


def test_a_pipe_that_closes_early_is_no_news(proofs: Path) -> None:
    for arguments in (["prove", "ess.first", "--steps"], ["check", str(proofs)]):
        process = subprocess.Popen(
            [*IN_PROCESS_OF_ITS_OWN, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait() == 1
        assert process.stderr is not None
        assert process.stderr.read() == b""
        process.stderr.close()


@pytest.mark.parametrize("closed", ["1", "2"])
def test_a_stream_that_is_closed_stops_nothing(closed: str, proofs: Path) -> None:
    command = f'exec "$0" -m radam_sym.cli check "$1" {closed}>&-'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable, str(proofs)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_without_the_characters_gets_others() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = alone("prove", "ess.limit_t", "--steps", env=environment, stdout=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, "")
    assert r"lim[t \u2192 \u221e]" in done.stdout


# --- interrupted ----------------------------------------------------------------------------------
def test_before_there_is_somebody_to_catch_an_interrupt_next_to_nothing_is_loaded() -> None:
    script = "import sys; before = set(sys.modules); import radam_sym.cli; "
    script += "print(*sorted(set(sys.modules) - before))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", script],
        env={**os.environ, "PYTHONPATH": str(Path(radam_sym.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert {"radam_sym.cli"} <= set(done.stdout.split())
    assert {"argparse", "json", "pathlib", "sympy", "rich"}.isdisjoint(done.stdout.split())


def interrupted(after: float, output: Path) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a run that gets Ctrl-C so many seconds after its start."""
    script = f"{LOOKING_AROUND}sys.argv[0] = 'radam-sym'; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", script, "prove", "ess.first", "-o", str(output)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the checker hears it too
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_ctrl_c_at_any_moment_is_one_line_and_no_half_written_file(tmp_path: Path) -> None:
    output, codes = tmp_path / "proofs.json", []
    for place in range(20):
        output.write_text("the old ones")
        code, _, err = interrupted(0.01 + 0.9 * (place / 19), output)
        codes.append(code)
        assert (code, err) in ((130, "radam-sym: interrupted\n"), (0, "")), (place, err)
        content = output.read_text(encoding="utf-8")
        assert content == "the old ones" or (content.startswith("{") and content.endswith("}\n"))
        assert code == 130 or content != "the old ones"
        assert [path.name for path in tmp_path.iterdir()] == ["proofs.json"]
    assert codes[0] == 130


def test_an_interrupt_that_python_would_drop_in_a_callback_comes_again() -> None:
    script = (
        "import sys, weakref, radam_sym.cli as cli\n"
        "def late(_): raise KeyboardInterrupt\n"
        "def work(argv):\n"
        "    class Thing: pass\n"
        "    thing = Thing(); watch = weakref.ref(thing, late); del thing\n"
        "    for _ in range(10**8): pass\n"
        "    return 0\n"
        "cli._run = work\n"
        "sys.exit(cli.main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "radam-sym: interrupted\n")


# --- read -----------------------------------------------------------------------------------------
def test_read_copies_the_notebooks_and_gives_the_servers_exit_code(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from radam_sym.report import reading

    opened: list[object] = []

    def server(*given: object) -> int:
        opened.append(given)
        return 7

    monkeypatch.setattr(reading, "open_in_jupyterlab", server)
    outcome = Outcome(capsys, "read", "mine", "--no-browser")
    assert outcome.code == 7
    assert opened == [(Path("mine"), False)]
    assert re.search(r"^added mine/.*\.ipynb$", outcome.out, re.M)
    assert list((folder / "mine").glob("*.ipynb"))


def test_read_into_a_file_is_told_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "taken").touch()
    Outcome(capsys, "read", "taken").is_refused(2, r"DIR taken is a file")
