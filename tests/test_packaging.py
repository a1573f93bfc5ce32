"""What people install: built from the sdist, and used away from the checkout."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

import radam_sym

ROOT = Path(__file__).parent.parent


def python(*arguments: str | Path, cwd: Path, path: str = "") -> str:
    """Run this Python and give what it printed."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel's content: checkout → sdist → wheel → folder, offline."""
    tmp = tmp_path_factory.mktemp("packaging")
    source, target = tmp / "source", tmp / "target"
    leftovers = shutil.ignore_patterns(".git", ".venv", "build", ".*_cache", "__pycache__")
    shutil.copytree(ROOT, source, ignore=leftovers)
    python("-m", "hatchling", "build", "-t", "sdist", "-d", tmp, cwd=source)
    [sdist] = tmp.glob("*.tar.gz")
    offline = ("--no-deps", "--no-index", "--quiet", "--disable-pip-version-check")
    wheel = ("-m", "pip", "wheel", *offline, "--no-build-isolation", "--wheel-dir", tmp, sdist)
    python(*wheel, cwd=tmp)
    [built] = tmp.glob("*.whl")
    python("-m", "pip", "install", *offline, "--target", target, built, cwd=tmp)
    return target


@pytest.fixture(scope="module")
def distribution(installed: Path) -> Distribution:
    [found] = distributions(name="radam-sym", path=[str(installed)])
    return found


def elsewhere(installed: Path, tmp_path: Path, *arguments: str | Path) -> str:
    """Run Python with the installed copy and the dependencies, and without the checkout.

    With -S no .pth file is read, and the checkout is importable through such a file only.
    """
    path = os.pathsep.join([str(installed), sysconfig.get_path("purelib")])
    return python("-S", *arguments, cwd=tmp_path, path=path)


@pytest.mark.parametrize("package", ["radam_sym", "derivations"])
def test_a_package_is_imported_from_the_installed_copy(
    package: str, installed: Path, tmp_path: Path
) -> None:
    script = f"import {package}; print({package}.__file__)"
    origin = elsewhere(installed, tmp_path, "-c", script).strip()
    assert Path(origin) == installed / package / "__init__.py"


def test_the_command_proves_theorems(installed: Path, tmp_path: Path) -> None:
    command = installed / "bin" / "radam-sym"
    assert json.loads(elsewhere(installed, tmp_path, command, "prove", "ess", "--json"))


def test_the_types_and_the_notebooks_are_inside(installed: Path) -> None:
    assert (installed / "radam_sym" / "py.typed").is_file()
    shipped = {path.name: path.read_bytes() for path in installed.glob("*/notebooks/*.ipynb")}
    assert shipped == {path.name: path.read_bytes() for path in ROOT.glob("notebooks/*.ipynb")}
    assert shipped


def test_nothing_else_is_inside(installed: Path, distribution: Distribution) -> None:
    metadata = f"radam_sym-{distribution.version}.dist-info"
    found = {path.name for path in installed.iterdir()}
    assert found == {"bin", "derivations", "radam_sym", metadata}


def test_the_metadata_says_what_the_project_is(distribution: Distribution) -> None:
    assert distribution.version == radam_sym.__version__
    assert distribution.metadata["License-Expression"] == "MIT"
    assert distribution.metadata["Requires-Python"] == ">=3.11"
    assert set(distribution.metadata.get_all("Provides-Extra", [])) == {"notebooks", "test"}


def test_the_entry_points_are_those_documented(distribution: Distribution) -> None:
    assert {(point.group, point.name, point.value) for point in distribution.entry_points} == {
        ("console_scripts", "radam-sym", "radam_sym.cli:main"),
        ("pytest11", "radam_sym", "radam_sym.pytest_plugin"),
        ("radam_sym.derivations", "radam-sym", "derivations"),
    }
