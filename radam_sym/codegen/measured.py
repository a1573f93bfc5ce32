"""What measured errors stay below, for the docstrings; ``benchmarks.closed_forms`` writes it.

They hold for the code that they were measured on: its digest is stored beside them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PLACE = Path(__file__).with_name("measured.json")


@dataclass(frozen=True)
class Measured:
    """What a function's errors stay below in each precision, and what they are counted in."""

    below: Mapping[str, float]
    unit: str

    def __str__(self) -> str:
        by_precision = (f"{error:g} in {kind}" for kind, error in self.below.items())
        return f"{' and '.join(by_precision)}, in {self.unit}"


def code_digest(lines: Iterable[str]) -> str:
    """The digest of some code."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def measured(code: str, place: Path = PLACE) -> dict[str, Measured]:
    """By function; nothing where other code than that of this digest was measured."""
    try:
        data = json.loads(place.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    if data["code"] != code:
        return {}
    return {name: Measured(of["below"], of["unit"]) for name, of in data["functions"].items()}


def as_text(code: str, functions: Mapping[str, Measured], **circumstances: Any) -> str:
    """What is stored: the code's digest, the errors, and how they were measured."""
    listed = {name: {"below": m.below, "unit": m.unit} for name, m in functions.items()}
    return json.dumps({"code": code, **circumstances, "functions": listed}, indent=1) + "\n"
