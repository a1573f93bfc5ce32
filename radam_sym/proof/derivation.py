"""Derivations: named proofs that are worked out when they are asked for."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cached_property
from time import process_time
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.theorem import Source, Theorem
from radam_sym.proof.render import mimebundle, text


class Provable(Protocol):
    """What a derivation's function returns: a chain or an induction."""

    def qed(self, id: str, *, source: Source, note: str) -> Theorem:
        """The theorem; raises ProofError if the kernel refuses the proof."""


_being_proved: list[Derivation] = []


class Derivation:
    """An id, a source, and the function that writes the proof; ``theorem`` proves it, once."""

    def __init__(self, id: str, source: Source, write: Callable[[], Provable]) -> None:
        self.id = id
        self.source = source
        self.write = write
        self.note = " ".join(inspect.cleandoc(write.__doc__ or "").split("\n\n")[0].split())
        self.module = write.__module__
        self.elsewhere = 0.0  # seconds of its proving that went to what it rests on

    @cached_property
    def theorem(self) -> Theorem:
        """The theorem; raises ProofError if the derivation does not hold."""
        if self in _being_proved:
            circle = " → ".join(d.id for d in [*_being_proved, self])
            raise ProofError("cite", f"a circle of citations: {circle}")
        _being_proved.append(self)
        began = process_time()
        try:
            theorem = self.write().qed(self.id, source=self.source, note=self.note)
        finally:
            _being_proved.pop()
            elapsed = process_time() - began
            if _being_proved:
                _being_proved[-1].elsewhere += elapsed
        _seconds[theorem] = elapsed - self.elsewhere
        return theorem

    def __str__(self) -> str:
        return text(self.theorem)

    def __repr__(self) -> str:
        return f"<Derivation {self.id}>"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return mimebundle(self.theorem)


def derivation(id: str, source: Source) -> Callable[[Callable[[], Provable]], Derivation]:
    """Make a function that returns a chain or an induction into a derivation.

    The first paragraph of the function's docstring is what the theorem says in words.
    """

    def decorate(write: Callable[[], Provable]) -> Derivation:
        return Derivation(id, source, write)

    return decorate


def proved(found: Derivation | Theorem) -> Theorem:
    """The theorem itself, or a derivation's."""
    return found.theorem if isinstance(found, Derivation) else found


def seconds_of(theorem: Theorem) -> float:
    """The seconds of processor time that writing a theorem's proof took, if a derivation did."""
    return _seconds.get(theorem, 0.0)


_seconds: WeakKeyDictionary[Theorem, float] = WeakKeyDictionary()
