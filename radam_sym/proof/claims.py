"""Claims: what a paper says, what is so, and which theorems and notebook cells settle it.

A claim is data and nobody's proof; it names theorems and cells, and the tests of whoever makes it
hold it to them. Claims are found where derivations are: in the modules of the entry-point group
``radam_sym.derivations``, one by one or several in a list or a tuple.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from types import ModuleType
from typing import NamedTuple

from radam_sym.errors import InputError
from radam_sym.proof.discovery import closest, installed_modules, modules

SHOWN = 40  # characters of what was typed that a message repeats


class Verdict(Enum):
    """How a claim stands."""

    HOLDS = "holds"
    HYPOTHESIS = "holds under a hypothesis"
    LIMIT = "holds in a limit"
    CORRECTION = "holds with a correction"
    REFUTED = "refuted"
    CONVENTION = "a convention"
    EMPIRICAL = "empirical"
    NOT_MATHEMATICAL = "not mathematical"

    @property
    def by_theorems(self) -> bool:
        """Whether a theorem has to settle it."""
        return self not in (Verdict.EMPIRICAL, Verdict.NOT_MATHEMATICAL)

    @property
    def in_cells(self) -> bool:
        """Whether a cell has to show it."""
        return self is not Verdict.NOT_MATHEMATICAL


class Cell(NamedTuple):
    """A notebook cell: the notebook's file name without its ending, and the cell's id."""

    notebook: str
    id: str


@dataclass(frozen=True)
class Claim:
    """A claim of a paper's, in words of our own.

    ``where`` is its place in the paper, ``answer`` what is so in a sentence or two; ``theorems``
    settle it and ``cells`` show that. InputError where there are none and the verdict does not
    say that there can be none.

    >>> Claim("C1", "section 1", Verdict.HOLDS, "One is one.", "So it is.", ("one.is",), ())
    Traceback (most recent call last):
        ...
    radam_sym.errors.InputError: claim C1 (holds) has no cells
    """

    id: str
    where: str
    verdict: Verdict
    claim: str
    answer: str
    theorems: tuple[str, ...]
    cells: tuple[Cell, ...]

    def __post_init__(self) -> None:
        lacking = [
            name
            for name, needed in (
                ("theorems", self.verdict.by_theorems),
                ("cells", self.verdict.in_cells),
            )
            if needed and not getattr(self, name)
        ]
        if lacking:
            raise InputError(f"claim {self.id} ({self.verdict.value}) has no {lacking[0]}")


def installed_claims() -> dict[str, Claim]:
    """The claims of all installed packages by id, in the order in which they are written."""
    return by_id(claim for module in installed_modules() for claim in claims_in(module))


def claims_in(module: ModuleType) -> list[Claim]:
    """The claims that a module holds; a package's modules are all looked in."""
    found = [claim for part in modules(module) for claim in _held_by(part)]
    return list({id(claim): claim for claim in found}.values())


def _held_by(module: ModuleType) -> Iterator[Claim]:
    for name, value in vars(module).items():
        if not name.startswith("_"):
            held = value if isinstance(value, (list, tuple)) else (value,)
            yield from (item for item in held if isinstance(item, Claim))


def by_id(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Claims by id; InputError for two of one id."""
    named: dict[str, Claim] = {}
    for claim in claims:
        if named.setdefault(claim.id, claim) is not claim:
            raise InputError(f"two claims have the id {claim.id}")
    return named


def chosen(ids: Sequence[str], claims: dict[str, Claim]) -> list[Claim]:
    """The claims of some ids, each once, as they are asked for; all of them for no ids."""
    for identifier in ids:
        if identifier not in claims:
            hint = closest(identifier, claims)
            raise InputError(f"{identifier[:SHOWN]!r} is not the id of a claim{hint}")
    return [claims[identifier] for identifier in dict.fromkeys(ids or claims)]
