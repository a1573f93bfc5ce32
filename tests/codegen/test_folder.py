import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from radam_sym.codegen import __main__ as command
from radam_sym.codegen import folder
from radam_sym.codegen.folder import FOLDER, measured_code, texts, write
from radam_sym.codegen.measured import Measured, as_text, measured
from radam_sym.codegen.sources import Sources, checked, found
from radam_sym.errors import InputError
from radam_sym.kernel.errors import ProofError
from tests.codegen.programs import above_form, gap_form, gap_program, root_form

ROOT = Path(__file__).parents[2]
STALE = "python -m radam_sym.codegen"  # what to run where a test finds the folder out of date


def contents(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.glob("*.py")}


def python(*arguments: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_what_is_checked_in_is_what_is_written(tmp_path: Path) -> None:
    python("-m", "radam_sym.codegen", "-o", tmp_path, cwd=ROOT, PYTHONHASHSEED="0")
    assert contents(tmp_path) == contents(FOLDER), f"out of date: run {STALE}"


@pytest.mark.parametrize(("state", "seed"), [("missing", "1"), ("broken", "2")])
def test_the_folder_is_rebuilt_where_it_is_missing_or_broken_whatever_the_hash_seed(
    state: str, seed: str, tmp_path: Path
) -> None:
    for package in ("radam_sym", "derivations"):
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=without)
    copy = tmp_path / "radam_sym" / "generated"
    if state == "missing":
        shutil.rmtree(copy)
    else:
        for path in copy.glob("*.py"):
            path.write_text("this is no Python\n", encoding="utf-8")
    imported = "import radam_sym.kernel; print(radam_sym.kernel.__file__)"
    assert Path(
        python("-c", imported, cwd=tmp_path, PYTHONPATH=str(tmp_path)).strip()
    ).is_relative_to(tmp_path)
    command = ("-m", "radam_sym.codegen")
    environment = {"PYTHONPATH": str(tmp_path), "PYTHONHASHSEED": seed}
    printed = python(*command, cwd=tmp_path, **environment).split()
    assert [Path(line).parent for line in printed] == [copy] * len(printed)
    assert contents(copy) == contents(FOLDER)


def test_nothing_that_is_generated_is_imported() -> None:
    script = "import sys, radam_sym.codegen.__main__; print(*sys.modules)"
    loaded = python("-c", script, cwd=ROOT).split()
    assert "radam_sym.codegen.folder" in loaded
    assert [name for name in loaded if name.startswith("radam_sym.generated")] == []


def test_what_is_written_needs_no_formatter() -> None:
    for check in (["check"], ["format", "--check"]):
        python("-m", "ruff", *check, FOLDER, cwd=ROOT)


def test_the_errors_in_the_docstrings_are_of_this_code() -> None:
    sources = found()
    errors = measured(measured_code(sources))
    measure = "run python -m benchmarks.closed_forms --record"
    assert set(errors) == {program.definition.name for program in sources.programs}, measure


def test_errors_of_other_code_are_left_out(tmp_path: Path) -> None:
    sources = checked([gap_program], [])
    place = tmp_path / "measured.json"
    for code, told in ((measured_code(sources), True), ("another", False)):
        place.write_text(as_text(code, {"gap": Measured({"float64": 7.5}, "ULP")}), "utf-8")
        assert ("7.5 in float64" in texts(sources, place)["closed_forms.py"]) is told


def test_a_form_of_what_has_a_program_is_a_closed_form_and_others_belong_to_the_update() -> None:
    made = texts(checked([gap_program], [gap_form, root_form]))
    assert "def gap(" in made["forms.py"]
    assert "def root(" not in made["forms.py"]
    assert "def root(" in made["update.py"]
    assert "def gap(" not in made["update.py"]


def test_a_form_calls_forms_of_its_own_file() -> None:
    with pytest.raises(InputError, match=r"above calls gap, which is in another file"):
        texts(checked([gap_program], [gap_form, above_form]))


def test_each_file_has_a_digest_of_its_own() -> None:
    made = texts(checked([gap_program], [root_form]))
    third = [text.splitlines()[2] for name, text in made.items() if name != "__init__.py"]
    assert len(set(third)) == 3


def test_nothing_is_written_where_something_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "forms.py").write_text("old", encoding="utf-8")

    def refuse() -> NoReturn:
        raise InputError("no")

    monkeypatch.setattr(folder, "found", refuse)
    with pytest.raises(InputError):
        write(tmp_path)
    assert contents(tmp_path) == {"forms.py": b"old"}


@pytest.mark.parametrize(("error", "code"), [(InputError("no"), 2), (ProofError("sign", "no"), 1)])
def test_the_command_says_in_a_line_what_is_wrong(
    error: Exception, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(place: Path) -> NoReturn:
        raise error

    monkeypatch.setattr(command, "write", refuse)
    monkeypatch.setattr(sys, "argv", ["codegen"])
    assert command.main() == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip().endswith("no")


def test_the_command_names_what_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(folder, "found", lambda: Sources((gap_program,), (gap_form,)))
    monkeypatch.setattr(sys, "argv", ["codegen", "-o", str(tmp_path / "new")])
    assert command.main() == 0
    assert capsys.readouterr().out.split() == [str(path) for path in sorted(tmp_path.glob("*/*"))]
