"""The ledger: each theorem with its marks, its steps and what it took; the axioms; the versions."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import flint
import sympy
from rich.table import Table
from rich.text import Text

from radam_sym.kernel.axioms import AXIOMS
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof.render import kind
from radam_sym.report.console import printer


@dataclass(frozen=True)
class Entry:
    """One theorem's line: what was accepted, and the seconds of processor time that checking and
    writing took.
    """

    theorem: Theorem
    checked: float
    written: float = 0.0

    @property
    def steps(self) -> int:
        """The lines of the proof, side conditions and cited facts included."""
        proof = self.theorem.proof
        chains = proof.chains if proof else ()
        return sum(len(chain.steps) + len(chain.facts) for chain in chains)


@dataclass
class Ledger:
    """What was proved, in order, and what was refused: (id, what the kernel said)."""

    entries: list[Entry] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def theorems(self) -> list[Entry]:
        """The entries that have a proof."""
        return [entry for entry in self.entries if entry.theorem.proof is not None]

    @property
    def axioms(self) -> list[Theorem]:
        """The axioms that something rests on."""
        return [entry.theorem for entry in self.entries if kind(entry.theorem) == "Axiom"]

    @property
    def models(self) -> list[Theorem]:
        """The models that something rests on: what is assumed in the place of the truth."""
        return [entry.theorem for entry in self.entries if kind(entry.theorem) == "Model"]


def versions() -> dict[str, str]:
    """What the proofs were checked with."""
    return {
        "python": platform.python_version(),
        "sympy": sympy.__version__,
        "flint": flint.__FLINT_VERSION__,
        "python-flint": flint.__version__,
    }


def as_data(ledger: Ledger) -> dict[str, Any]:
    """The ledger for programs: what ``--json`` prints."""
    return {
        "theorems": [
            {
                "id": entry.theorem.id,
                "marks": sorted(entry.theorem.marks),
                "rests_on": [used.id for used in entry.theorem.rests_on],
                "steps": entry.steps,
                "source": str(entry.theorem.source),
                "seconds": round(entry.written + entry.checked, 6),
                "seconds_written": round(entry.written, 6),
                "seconds_checked": round(entry.checked, 6),
            }
            for entry in ledger.theorems
        ],
        "axioms": [
            {"id": a.id, "source": str(a.source), "of_the_kernel": AXIOMS.get(a.id) is a}
            for a in ledger.axioms
        ],
        "models": [{"id": m.id, "source": str(m.source), "note": m.note} for m in ledger.models],
        "refused": [{"id": name, "reason": reason} for name, reason in ledger.refused],
        "seconds": round(sum(e.written + e.checked for e in ledger.entries), 6),
        "versions": versions(),
    }


def show(ledger: Ledger) -> None:
    """Print the ledger."""
    console = printer()
    if ledger.theorems:
        console.print(_theorems(ledger))
    if ledger.axioms:
        console.print(_premises("axiom", "what it says", ledger.axioms))
    if ledger.models:
        console.print(_premises("model", "what is assumed", ledger.models))
    for name, reason in ledger.refused:
        console.print(Text.assemble(("refused", "bold"), f"  {name}"))
        console.print(reason, markup=False, highlight=False)
    console.print(summary(ledger), highlight=False, markup=False)


def _theorems(ledger: Ledger) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name, side in (("theorem", "left"), ("steps", "right"), ("ms", "right")):
        table.add_column(name, justify=side, no_wrap=True)  # type: ignore[arg-type]
    table.add_column("marks")
    for entry in ledger.theorems:
        milliseconds = f"{1000 * (entry.written + entry.checked):.0f}"
        marks = ", ".join(sorted(entry.theorem.marks)) or "–"
        table.add_row(*map(Text, (entry.theorem.id, str(entry.steps), milliseconds, marks)))
    return table


def _premises(name: str, said: str, premises: Iterable[Theorem]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in (name, said, "source"):
        table.add_column(heading)
    for premise in premises:
        foreign = kind(premise) == "Axiom" and AXIOMS.get(premise.id) is not premise
        theirs = " (not one of the kernel's)" if foreign else ""
        table.add_row(*map(Text, (f"{premise.id}{theirs}", premise.note, str(premise.source))))
    return table


def summary(ledger: Ledger) -> str:
    """One line: how many theorems, how many of them without a mark, how long it took, with what."""
    theorems = ledger.theorems
    exact = sum(not entry.theorem.marks for entry in theorems)
    seconds = sum(entry.written + entry.checked for entry in ledger.entries)
    used = ", ".join(f"{name} {version}" for name, version in versions().items())
    refused = f", {len(ledger.refused)} refused" if ledger.refused else ""
    return (
        f"{len(theorems)} theorems proved{refused}, {exact} of them from the rules alone; "
        f"{seconds:.1f} s ({used})"
    )
