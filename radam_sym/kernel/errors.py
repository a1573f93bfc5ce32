"""What the kernel says when it refuses."""

from __future__ import annotations

from typing import Any

from radam_sym.errors import InputError


class ProofError(Exception):
    """A step that the kernel does not accept.

    ``rule`` names the rule that refused, ``reason`` says why in one line, ``before`` and
    ``after`` are the two sides (or None), and ``counterexample`` is text that gives an exact
    rational point where they differ (None when none was looked for or found).
    """

    def __init__(
        self,
        rule: str,
        reason: str,
        before: Any = None,
        after: Any = None,
        counterexample: str | None = None,
    ) -> None:
        self.rule = rule
        self.reason = reason
        self.before = before
        self.after = after
        self.counterexample = counterexample

    def __str__(self) -> str:
        lines = [f"{self.rule}: {self.reason}"]
        if self.before is not None:
            lines.append(f"  before:  {self.before}")
        if self.after is not None:
            lines.append(f"  after:   {self.after}")
        if self.counterexample is not None:
            lines.append(f"  counterexample:  {self.counterexample}")
        return "\n".join(lines)


class FormatError(InputError):
    """A proof file that the strict reader does not accept: cut short, changed, or too new."""
