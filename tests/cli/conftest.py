"""What the tests of the commands are given."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from radam_sym.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The current folder, empty; what is imported from it is forgotten."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield tmp_path
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if file and Path(file).resolve().is_relative_to(tmp_path.resolve()):
            del sys.modules[name]


@pytest.fixture(scope="session")
def proofs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A proof file that holds one theorem and what it rests on."""
    file = tmp_path_factory.mktemp("proofs") / "proofs.json"
    assert main(["prove", "ess.limit_t", "-o", str(file)]) == 0
    return file
