"""What the cells of a stored notebook show: which theorems, and which ids of theorems they name.

Read from the file as it is stored; nothing is run. A cell shows a theorem if its stored output has
it in full, as `radam_sym.proof.render` writes it.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from radam_sym.errors import InputError

_IN_FULL = re.compile(r"^Theorem (\S+)  \(", re.MULTILINE)
_IN_CODE_TYPE = re.compile(r"`([^`\s]+)`|<code>([^<\s]+)</code>")
_ID = re.compile(r"([a-z]\w*)(?:\.\w+)+")
_MAKERS = frozenset({"derivation", "qed"})
"""Functions that give their first argument to a theorem as its id."""


@dataclass(frozen=True)
class CodeCell:
    """A code cell: where it is, whether it was run, its source, its outputs as text by type."""

    notebook: str
    id: str
    run: bool
    source: str
    outputs: tuple[Mapping[str, str], ...]

    @property
    def shows(self) -> frozenset[str]:
        """The ids of the theorems that its outputs have in full."""
        return frozenset(name for output in self.outputs for name in _in_full(output))

    @property
    def lists(self) -> frozenset[str]:
        """What is in code type in its other outputs, as in a table of theorems."""
        others = (output for output in self.outputs if not _in_full(output))
        return frozenset(name for output in others for name in _in_code_type(output))

    @property
    def makes(self) -> frozenset[str]:
        """The ids that its source gives to theorems of its own."""
        calls = (node for node in self._nodes() if isinstance(node, ast.Call) and node.args)
        given = (_string(call.args[0]) for call in calls if _last_word(call.func) in _MAKERS)
        return frozenset(filter(None, given))

    def names(self, families: Collection[str]) -> frozenset[str]:
        """The ids that its source or its outputs name, but for those that it makes.

        These are what ``theorems[...]`` is asked for, and whatever looks like an id of one of the
        families: ``ess`` is the family of ``ess.first``.

        >>> source = 'theorems["mine"]; names = ["ess.first", "adam.py", "ess."]; x.qed("ess.my")'
        >>> sorted(CodeCell("", "", True, source, ()).names(["ess"]))
        ['ess.first', 'mine']
        """
        asked_for = filter(None, map(_asked_for, self._nodes()))
        strings = filter(None, map(_string, self._nodes()))
        shown = (name for output in self.outputs for name in _in_code_type(output))
        like_ids = {
            text
            for text in (*strings, *shown, *self.shows)
            if (match := _ID.fullmatch(text)) and match[1] in families
        }
        return frozenset({*asked_for, *(like_ids - self.makes)})

    def _nodes(self) -> Iterator[ast.AST]:
        return ast.walk(ast.parse(self.source))


def _in_full(output: Mapping[str, str]) -> list[str]:
    return _IN_FULL.findall(output.get("text/plain", ""))


def _in_code_type(output: Mapping[str, str]) -> Iterator[str]:
    for kind in ("text/markdown", "text/html"):
        yield from (one or other for one, other in _IN_CODE_TYPE.findall(output.get(kind, "")))


def _string(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def _asked_for(node: ast.AST) -> str | None:
    of_theorems = isinstance(node, ast.Subscript) and _last_word(node.value) == "theorems"
    return _string(node.slice) if of_theorems else None  # type: ignore[attr-defined]


def _last_word(node: ast.AST) -> str | None:
    """Of a name such as ``theorems`` or ``derivations.theorems``."""
    return getattr(node, "attr", None) or getattr(node, "id", None)


def code_cells(path: Path) -> list[CodeCell]:
    """The code cells of the notebook at `path`, in order; InputError where it can't be read."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return [_read(path.stem, cell) for cell in stored if cell["cell_type"] == "code"]
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path} is not a notebook whose cells have ids") from error


def _read(notebook: str, cell: Mapping[str, Any]) -> CodeCell:
    run = cell["execution_count"] is not None
    outputs = tuple(map(_texts, cell["outputs"]))
    return CodeCell(notebook, cell["id"], run, _join(cell["source"]), outputs)


def _texts(output: Mapping[str, Any]) -> Mapping[str, str]:
    """The texts of an output by type; what was printed is plain text."""
    data = output.get("data", {"text/plain": output.get("text", "")})
    return {kind: _join(text) for kind, text in data.items() if isinstance(text, (str, list))}


def _join(text: str | list[str]) -> str:
    """Text as a notebook stores it: one string, or a list of lines."""
    return text if isinstance(text, str) else "".join(text)
