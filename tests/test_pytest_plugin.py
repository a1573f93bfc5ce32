"""``pytest --derivations FOLDER``, as a reader runs it: in a process and a folder of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HEAD = """
from sympy import Symbol
from radam_sym.kernel.axioms import power_vanishing
from radam_sym.kernel.theorem import Source
from radam_sym.proof import algebra, chain, derivation

x = Symbol("x", real=True)

@derivation("mine.square", Source("a notebook"))
def square():
    return chain((x + 1)**2).by(algebra, to=x**2 + 2*x + 1)

less = chain((x - 1)**2).by(algebra, to=x**2 - 2*x + 1).qed("mine.less")
"""
WRONG = """
from mine import square as not_ours
@derivation("mine.wrong", Source("a notebook"))
def wrong():
    return chain((x + 1)**2).by(algebra, to=x**2 + 1)
"""
BROKEN = """
@derivation("mine.broken", Source("a notebook"))
def broken():
    return 1/0
"""

QUIETLY = ["-p", "no:cacheprovider", "-W", "error"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "proofs").mkdir()
    return tmp_path


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "radam_sym.pytest_plugin", *QUIETLY, *arguments],
        cwd=folder,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_derivations_and_theorems_that_hold_pass_and_axioms_are_no_tests(folder: Path) -> None:
    (folder / "proofs" / "mine.py").write_text(HEAD)
    code, out = run(folder, "--derivations", "proofs", "-v")
    assert code == 0, out
    assert re.findall(r"^proofs/mine\.py::(\S+) PASSED", out, re.M) == ["mine.square", "mine.less"]


def test_each_derivation_of_a_package_is_one_test(folder: Path) -> None:
    (folder / "proofs" / "__init__.py").write_text("")
    (folder / "proofs" / "mine.py").write_text(HEAD)
    (folder / "proofs" / "conftest.py").write_text("")
    for mode in ("prepend", "importlib"):
        code, out = run(folder, "--derivations", "proofs", f"--import-mode={mode}")
        assert code == 0, out
        assert "2 passed" in out


def test_a_derivation_that_breaks_fails_with_what_the_kernel_said(folder: Path) -> None:
    (folder / "proofs" / "mine.py").write_text(HEAD)
    (folder / "proofs" / "more.py").write_text(HEAD.replace("mine.", "more.") + WRONG + BROKEN)
    code, out = run(folder, "--derivations", "proofs")
    assert code == 1
    assert "2 failed, 4 passed" in out
    assert "algebra: the two sides differ\n  before:  (x + 1)**2\n  after:   x**2 + 1\n" in out
    assert "counterexample:  at x = 1/2 the sides are 9/4 and 5/4" in out
    assert "radam_sym/kernel" not in out
    assert "ZeroDivisionError" in out
    assert re.search(r"^FAILED proofs/more\.py::mine\.wrong", out, re.M)


def test_a_module_that_does_not_import_is_an_error(folder: Path) -> None:
    (folder / "proofs" / "mine.py").write_text("import not_there_at_all")
    code, out = run(folder, "--derivations", "proofs")
    assert code == 2
    assert "No module named 'not_there_at_all'" in out


def test_ordinary_tests_beside_them_run_too_and_once(folder: Path) -> None:
    (folder / "proofs" / "test_mine.py").write_text(f"{HEAD}\ndef test_one():\n    assert x\n")
    code, out = run(folder, "--derivations", "proofs")
    assert code == 0, out
    assert "3 passed" in out


def test_without_the_option_nothing_is_loaded_or_collected(folder: Path) -> None:
    (folder / "proofs" / "mine.py").write_text("raise SystemExit('imported')")
    (folder / "test_loaded.py").write_text(
        "import sys\n"
        "def test_loaded():\n"
        "    assert 'radam_sym.pytest_plugin' in sys.modules\n"
        "    assert {'sympy', 'flint', 'numpy'}.isdisjoint(sys.modules)\n"
    )
    code, out = run(folder)
    assert code == 0, out
    assert "1 passed" in out
