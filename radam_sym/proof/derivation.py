"""Derivations: named proofs that are worked out when they are asked for."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cached_property
from typing import Any, Protocol

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.theorem import Source, Theorem


class Provable(Protocol):
    """What a derivation's function returns: a chain or an induction."""

    def qed(self, id: str, *, source: Source, note: str) -> Theorem: ...


class Derivation:
    """An id, a source, and the function that writes the proof; ``theorem`` proves it, once."""

    def __init__(self, id: str, source: Source, write: Callable[[], Provable]) -> None:
        self.id = id
        self.source = source
        self.write = write
        self.note = " ".join(inspect.cleandoc(write.__doc__ or "").split("\n\n")[0].split())
        self._proving = False

    @cached_property
    def theorem(self) -> Theorem:
        """The theorem; raises ProofError if the derivation does not hold."""
        if self._proving:
            raise ProofError("cite", f"a circle of citations: {self.id} rests on itself")
        self._proving = True
        try:
            return self.write().qed(self.id, source=self.source, note=self.note)
        finally:
            self._proving = False

    def __repr__(self) -> str:
        return f"<Derivation {self.id}>"

    def _repr_mimebundle_(self, **_: Any) -> Any:
        from radam_sym.proof.render import mimebundle

        return mimebundle(self.theorem)


def derivation(id: str, source: Source) -> Callable[[Callable[[], Provable]], Derivation]:
    """Make a function that returns a chain or an induction into a derivation.

    The first paragraph of the function's docstring is what the theorem says in words.
    """

    def decorate(write: Callable[[], Provable]) -> Derivation:
        return Derivation(id, source, write)

    return decorate
