"""``pytest --derivations FOLDER``: every derivation that the modules there define is a test.

A derivation that the kernel refuses fails with the rule, both sides and a counterexample. Without
the option the plugin does nothing, and loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--derivations``."""
    parser.getgroup("radam-sym").addoption(
        "--derivations",
        action="store_true",
        default=False,
        help="check the derivations that the collected Python files define",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> DerivationFile | None:
    """Collect a Python file's derivations."""
    wanted = parent.config.getoption("--derivations") and file_path.suffix == ".py"
    if not wanted or file_path.name in ("conftest.py", "setup.py"):
        return None
    return DerivationFile.from_parent(parent, path=file_path)


class DerivationFile(pytest.Module):
    """A module, for the derivations in it."""

    def collect(self) -> Iterator[DerivationItem]:
        """One item for each derivation that the module defines."""
        from radam_sym.proof.discovery import defined_by

        for derivation in defined_by(self.obj):
            yield DerivationItem.from_parent(self, name=derivation.id, derivation=derivation)


class DerivationItem(pytest.Item):
    """One derivation: it passes if the kernel accepts it."""

    def __init__(self, *, derivation: Any, **options: Any) -> None:
        super().__init__(**options)
        self.derivation = derivation

    def runtest(self) -> None:
        """Prove it, and check the proof again from its data."""
        from radam_sym.kernel.format import dumps, loads
        from radam_sym.kernel.theorem import Theorem

        found = self.derivation
        theorem = found if isinstance(found, Theorem) else found.theorem
        loads(dumps([theorem]))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What the kernel said, without the kernel's own frames."""
        from radam_sym.kernel.errors import ProofError

        if isinstance(excinfo.value, ProofError):
            return f"{self.name}\n{excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the derivation is."""
        return self.path, 0, f"derivation {self.name}"
