import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from radam_sym import InputError
from radam_sym.report import reading
from radam_sym.report.reading import MANIFEST, copy_notebooks, open_in_jupyterlab


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    for name in ("02.ipynb", "01.ipynb"):
        (folder / name).write_text(f"{name}, version 1", encoding="utf-8")
    (folder / "ignored.txt").touch()
    return folder


def outcomes(target: Path, source: Path) -> dict[str, str]:
    return {copied.path.name: copied.outcome for copied in copy_notebooks(target, source)}


def both(outcome: str) -> dict[str, str]:
    return {"01.ipynb": outcome, "02.ipynb": outcome}


def test_copies_into_a_new_folder_and_then_finds_nothing_to_do(
    tmp_path: Path, shipped: Path
) -> None:
    target = tmp_path / "a" / "b"
    assert outcomes(target, shipped) == both("added")
    assert outcomes(target, shipped) == both("unchanged")
    assert {path.name for path in target.iterdir()} == {"01.ipynb", "02.ipynb", MANIFEST}


def test_what_the_reader_changed_is_kept_and_told(tmp_path: Path, shipped: Path) -> None:
    target = tmp_path / "mine"
    copy_notebooks(target, shipped)
    (target / "01.ipynb").write_text("mine", encoding="utf-8")
    first, second = copy_notebooks(target, shipped)
    assert (first.outcome, second.outcome) == ("kept", "unchanged")
    assert str(target / "01.ipynb") in first.line
    assert "name another folder for a fresh copy" in first.line
    assert (target / "01.ipynb").read_text(encoding="utf-8") == "mine"


def test_a_newer_version_updates_only_what_is_untouched(tmp_path: Path, shipped: Path) -> None:
    target = tmp_path / "mine"
    copy_notebooks(target, shipped)
    (target / "01.ipynb").write_text("mine", encoding="utf-8")
    for notebook in shipped.glob("*.ipynb"):
        notebook.write_text("version 2", encoding="utf-8")
    assert outcomes(target, shipped) == {"01.ipynb": "kept", "02.ipynb": "updated"}
    assert (target / "02.ipynb").read_text(encoding="utf-8") == "version 2"
    assert outcomes(target, shipped) == {"01.ipynb": "kept", "02.ipynb": "unchanged"}


def test_a_missing_one_is_added_again(tmp_path: Path, shipped: Path) -> None:
    target = tmp_path / "mine"
    copy_notebooks(target, shipped)
    (target / "02.ipynb").unlink()
    assert outcomes(target, shipped) == {"01.ipynb": "unchanged", "02.ipynb": "added"}


@pytest.mark.parametrize("manifest", ["", "{", "[]", '{"shipped": 3}', "\udcff"])
def test_without_a_readable_manifest_every_difference_is_the_readers(
    tmp_path: Path, shipped: Path, manifest: str
) -> None:
    target = tmp_path / "mine"
    copy_notebooks(target, shipped)
    (target / MANIFEST).write_text(manifest, encoding="utf-8", errors="surrogateescape")
    (shipped / "01.ipynb").write_text("version 2", encoding="utf-8")
    assert outcomes(target, shipped) == {"01.ipynb": "kept", "02.ipynb": "unchanged"}


def test_the_shipped_folder_itself_is_left_alone(shipped: Path) -> None:
    before = sorted(shipped.iterdir())
    assert outcomes(shipped, shipped) == both("unchanged")
    assert sorted(shipped.iterdir()) == before


def test_a_folder_of_a_notebooks_name_is_kept(tmp_path: Path, shipped: Path) -> None:
    (tmp_path / "mine" / "01.ipynb").mkdir(parents=True)
    assert outcomes(tmp_path / "mine", shipped) == {"01.ipynb": "kept", "02.ipynb": "added"}


def test_a_file_is_no_folder(tmp_path: Path, shipped: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="is a file; name a folder"):
        copy_notebooks(tmp_path / "file", shipped)
    with pytest.raises(InputError, match="is a file, not a folder"):
        copy_notebooks(tmp_path / "file" / "below", shipped)


@pytest.mark.parametrize("place", ["radam_sym/notebooks", "notebooks"])
def test_notebooks_are_found_in_a_package_and_in_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(reading, "_PACKAGE", tmp_path / "radam_sym")
    with pytest.raises(InputError, match="no notebooks"):
        reading.shipped_notebooks()
    (tmp_path / place).mkdir(parents=True)
    (tmp_path / place / "01.ipynb").touch()
    assert reading.shipped_notebooks() == tmp_path / place


@pytest.mark.parametrize("browser", [True, False])
def test_jupyterlab_opens_the_first_notebook(tmp_path: Path, shipped: Path, browser: bool) -> None:
    commands: list[list[str]] = []

    def start(command: list[str]) -> int:
        commands.append(command)
        return 7

    assert open_in_jupyterlab(shipped, browser, start=start) == 7
    (command,) = commands
    assert command[:3] == [sys.executable, "-m", "jupyterlab"]
    assert f"--ServerApp.root_dir={shipped}" in command
    assert "--LabApp.default_url=/lab/tree/01.ipynb" in command
    assert ("--no-browser" in command) is not browser


def test_without_jupyterlab_the_extra_is_named(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"radam-sym\[notebooks\]"):
        open_in_jupyterlab(shipped, True)
    assert importlib.util.find_spec("radam_sym") is not None


def test_ctrl_c_is_for_jupyterlab_to_answer() -> None:
    child = "import time\ntry: time.sleep(20)\nexcept KeyboardInterrupt: raise SystemExit(5)"
    parent = (
        "import sys\nfrom radam_sym.report.reading import _run_to_its_end\n"
        f"print('up', flush=True)\nsys.exit(_run_to_its_end([sys.executable, '-c', {child!r}]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=10) == 5
    process.stdout.close()
