"""The head of a generated file: what wrote it, and the digest of the statements that made it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

import sympy

from radam_sym.kernel.encoding import declarations, encode, encode_definition
from radam_sym.kernel.formulas import definitions
from radam_sym.kernel.heads import Definition
from radam_sym.kernel.theorem import Theorem, genuine

COMMAND = "python -m radam_sym.codegen"


def statements_digest(defined: Iterable[Definition], theorems: Iterable[Theorem]) -> str:
    """The SHA-256 of some definitions and of what some theorems say, and nothing else: a proof
    that is written in another way leaves it as it is.
    """
    said = {genuine(theorem).id: _statement(theorem) for theorem in theorems}
    formulas = [f for theorem in theorems for f in theorem.statement.formulas]
    used = {d.name: encode_definition(d) for d in definitions([*defined, *formulas])}
    data = {"definitions": used, "statements": said}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _statement(theorem: Theorem) -> dict[str, Any]:
    statement = theorem.statement
    return {
        "variables": declarations(statement.formulas),
        "hypotheses": [encode(hypothesis) for hypothesis in statement.hypotheses],
        "conclusion": encode(statement.conclusion),
    }


def header(digest: str) -> list[str]:
    """The comment that a generated file begins with, in a language whose comments begin with #."""
    return [
        f"# Written by `{COMMAND}`, with SymPy {sympy.__version__}; never edited by hand.",
        "# SHA-256 of the definitions and of the theorems' statements that it was made from:",
        f"# {digest}",
    ]
