"""The repository's hygiene, as ordinary tests."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    path.relative_to(ROOT)
    for package in ("radam_sym", "derivations")
    for path in (ROOT / package).rglob("*.py")
)
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCK = (ROOT / "requirements.lock").read_text()
PINS = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK, flags=re.MULTILINE))


def declared() -> list[Requirement]:
    """Everything that pyproject.toml asks for."""
    project = PYPROJECT["project"]
    groups = [
        PYPROJECT["build-system"]["requires"],
        project["dependencies"],
        *project["optional-dependencies"].values(),
    ]
    return [Requirement(line) for group in groups for line in group]


def own_files() -> list[Path]:
    """The files under version control, and those that are about to be."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout, so nothing says which files are ours")
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("requirement", declared(), ids=str)
def test_the_lock_has_every_dependency_in_the_range_asked_for(requirement: Requirement) -> None:
    assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)])


def test_the_lock_is_hashed_throughout() -> None:
    entries = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(PINS)
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_index_and_no_machine() -> None:
    assert re.findall(r"://|^-.*|file:.*|@ .*", LOCK, flags=re.MULTILINE) == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    folder = re.compile(r"(?<![\w.:/-])/(?:root|tmp|work|(?:home|Users)/\w+)/\w")
    found = {
        str(path.relative_to(ROOT)): match[0]
        for path in own_files()
        if ROOT / "tests" not in path.parents
        and (match := folder.search(path.read_text(encoding="utf-8", errors="ignore")))
    }
    assert found == {}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_is_named_for_what_it_holds_and_is_short_enough_to_read(module: Path) -> None:
    assert module.stem != "utils"
    assert len((ROOT / module).read_text(encoding="utf-8").splitlines()) < 500


@pytest.mark.parametrize(
    "module", [m for m in MODULES if m.stem not in ("__init__", "__main__")], ids=str
)
def test_every_module_has_its_tests_in_the_mirrored_place(module: Path) -> None:
    # tests/ mirrors the inside of radam_sym/, and derivations/ as a folder of its own.
    place = module.relative_to("radam_sym") if module.parts[0] == "radam_sym" else module
    assert (ROOT / "tests" / place.parent / f"test_{place.name}").is_file()
