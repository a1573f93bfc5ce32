"""No false step is accepted: thousands of perturbed rule applications, judged by numbers.

Every application of a rule in the derivations is perturbed, and random identities are made beside
them (``perturb``, ``streams``). Each is given to the kernel alone, twice: with the facts as they
are, and with every side condition that the search can prove. What the kernel accepts has to be
true by an evaluator that shares no code with it (``oracle``).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any
from unittest.mock import patch

import pytest
from flint import arb

from radam_sym.kernel import enclosure
from radam_sym.kernel.context import Context
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.terms import substitute
from tests.soundness.oracle import Judgement, Sample, Verdict, judge
from tests.soundness.perturb import Attempt, Facts, Line, perturbations
from tests.soundness.streams import random_attempts

SEED = 20_190
PERTURBED = {
    "definition": 350,
    "cite": 400,
    "given": 350,
    "algebra": 400,
    "sums": 450,
    "induction": 350,
    "hyperbolic": 300,
    "limit": 400,
    "series": 200,
    "enclose": 60,
    "integrals": 150,
    "sign": 500,
    "specialised": 150,
    "cases": 60,
    "chain": 250,
}
MADE = {
    "definition": 150,
    "cite": 300,
    "given": 150,
    "algebra": 250,
    "sums": 250,
    "induction": 200,
    "radical": 350,
    "hyperbolic": 200,
    "limit": 250,
    "series": 300,
    "enclose": 350,
    "integrals": 400,
    "sign": 350,
    "specialised": 250,
    "dominated": 500,
    "cases": 350,
}
RULES = sorted({*PERTURBED, *MADE} - {"chain"})
LOOK, LOOK_HARDER = 12, 40  # points at which a claim is looked at: if refused, if accepted
# How many attempts of a rule that lack a side condition are tried again after a search for it.
MOST_SEARCHED = {Verdict.FALSE: 40, Verdict.TRUE: 8, Verdict.UNDECIDED: 4}
QUICK_PIECES = 48  # of an interval, so that what can't be enclosed takes no time
LEAST_DECIDED, LEAST_OF_A_RULE = 5_000, 150


@dataclass(repr=False)
class Campaign:
    """What was asked of the kernel, and what became of it."""

    false_acceptances: list[str] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str]] = field(default_factory=Counter)
    refused_and_false: list[Attempt] = field(default_factory=list)
    samples: dict[Facts, Sample] = field(default_factory=dict)
    searched: Counter[tuple[str, Verdict]] = field(default_factory=Counter)

    def sample(self, attempt: Attempt) -> Sample:
        if attempt.facts not in self.samples:
            self.samples[attempt.facts] = Sample(attempt.facts)
        return self.samples[attempt.facts]

    def judged(self, attempt: Attempt, start: int = 0, stop: int = LOOK) -> Judgement:
        asked = attempt.asked
        strict = not isinstance(asked, Line)
        sample = self.sample(attempt)
        return judge(sample, asked.claim, asked.path, strict=strict, start=start, stop=stop)

    def run(self, attempt: Attempt) -> None:
        """Ask the kernel, ask the oracle, and count."""
        refusal, judgement = attempt.refusal(), self.judged(attempt)
        if refusal is not None and self._worth_a_search(attempt.rule, refusal, judgement):
            refusal = attempt.refusal_after_search()
        if refusal is None and judgement.verdict is not Verdict.FALSE:
            further = self.judged(attempt, LOOK, LOOK_HARDER)
            judgement = judgement if further.verdict is Verdict.UNDECIDED else further
        self._count(attempt, refusal, judgement)

    def _worth_a_search(self, rule: str, refusal: Exception, judgement: Judgement) -> bool:
        """Whether it was for want of a side condition, and not too many were searched for yet."""
        if not isinstance(refusal, ProofError) or "does not follow" not in refusal.reason:
            return False
        self.searched[rule, judgement.verdict] += 1
        return self.searched[rule, judgement.verdict] <= MOST_SEARCHED[judgement.verdict]

    def _count(self, attempt: Attempt, refusal: Exception | None, judgement: Judgement) -> None:
        outcome = "accepted" if refusal is None else "refused"
        self.counts[attempt.rule, f"{outcome}, {judgement.verdict.value}"] += 1
        if judgement.verdict is Verdict.FALSE:
            if refusal is None:
                self.false_acceptances.append(f"{attempt.text}\n  fails at {judgement.witness}")
            else:
                self.refused_and_false.append(attempt)
        elif judgement.verdict is Verdict.TRUE and refusal is not None:
            self.reasons[attempt.rule, reason(refusal)] += 1

    # What is told of it.

    def decided(self, rule: str) -> int:
        verdicts = [f"{o}, {v}" for o in ("accepted", "refused") for v in ("true", "false")]
        return sum(self.counts[rule, verdict] for verdict in verdicts)

    def table(self) -> str:
        rules = sorted({rule for rule, _ in self.counts})
        columns = [f"{o}, {v.value}" for o in ("accepted", "refused") for v in Verdict]
        rows = [["rule", "decided", *columns]]
        for rule in rules:
            numbers = [self.counts[rule, column] for column in columns]
            rows.append([rule, str(self.decided(rule)), *map(str, numbers)])
        totals = [sum(self.counts[rule, column] for rule in rules) for column in columns]
        rows.append(["all", str(sum(map(self.decided, rules))), *map(str, totals)])
        text = "\n".join("  ".join(f"{cell:>19}" for cell in row) for row in rows)
        return f"{text}\n\ntrue, but refused because:\n{self._reasons()}"

    def _reasons(self) -> str:
        ordered = sorted(self.reasons.items(), key=lambda item: (item[0][0], -item[1]))
        return "\n".join(f"{rule:>12} {count:>5}  {why}" for (rule, why), count in ordered)


KINDS_OF_REASON = {
    r"does not follow": "a side condition does not follow",
    r"sides differ": "the two sides differ",
    r"does not occur|becomes|proves|not the two sides|takes the whole": "it says something else",
    r"is not (an admitted|a plain|one of)|two variables|means two|declared|sides are identical"
    r"|SymPy builds|stands for no|not a symbol|not a relation": "not admitted",
    r"a variable of|another kind|neither a family|is a (sequence|random|function)": "no instance",
    r"must be an integer|must be integers|need not be|is not random|an integer": "the wrong domain",
    r"enclos|bound is|it is false|interval": "no enclosure proves it",
    r"series|disc|terms": "no power series",
    r"limit|no rule for|both move|ends of the sum": "no limit by continuity",
    r"both integrals|moves with": "not the integral of the limit",
    r"multiplier|kinds|no sign": "not a combination that gives the relation",
    r"speaks of|is not about|not in the domain|begin": "the induction does not fit the statement",
    r"sum|range|index|summand|split": "not that operation on a sum",
}


def reason(refusal: Exception) -> str:
    """The kind of reason for which something is refused."""
    if not isinstance(refusal, ProofError):
        return f"{type(refusal).__name__}: {str(refusal)[:60]}"
    for pattern, kind in KINDS_OF_REASON.items():
        if re.search(pattern, refusal.reason):
            return kind
    return refusal.reason[:70]


def attempts() -> Iterator[Attempt]:
    yield from perturbations(PERTURBED, SEED)
    yield from random_attempts(MADE, SEED)


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    result = Campaign()
    with patch.object(enclosure, "PIECES", QUICK_PIECES):
        for attempt in attempts():
            result.run(attempt)
    print(f"\n{result.table()}")
    return result


def test_nothing_false_is_accepted(campaign: Campaign) -> None:
    found = "\n\n".join(campaign.false_acceptances[:10])
    assert not campaign.false_acceptances, f"{found}\n\n{campaign.table()}"


def test_there_are_enough_perturbations(campaign: Campaign) -> None:
    assert sum(map(campaign.decided, RULES)) >= LEAST_DECIDED, campaign.table()


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_perturbed_and_accepts_what_is_true(campaign: Campaign, rule: str) -> None:
    accepted, decided = campaign.counts[rule, "accepted, true"], campaign.decided(rule)
    assert decided >= LEAST_OF_A_RULE, campaign.table()
    assert accepted >= decided / 20, campaign.table()
    assert campaign.counts[rule, "refused, false"] >= decided / 20, campaign.table()


def test_a_healthy_share_is_accepted(campaign: Campaign) -> None:
    accepted = sum(campaign.counts[rule, "accepted, true"] for rule in RULES)
    assert accepted >= sum(map(campaign.decided, RULES)) / 5, campaign.table()


# --- a kernel with a fault is found out -----------------------------------------------------------


def nothing(*_: Any, **__: Any) -> None:
    """A check that never refuses."""


def no_conditions(*_: Any) -> Iterator[Any]:
    """Nothing is needed."""
    return iter(())


FAULTS: dict[str, tuple[str, Any]] = {
    "two sides always agree": ("agree", nothing),
    "any equation will do": ("sides_of", nothing),
    "a sum becomes anything": ("expect", nothing),
    "nothing is shadowed": ("shadowed", lambda free, path: False),
    "at most is less": ("IMPLIES", {op: {"<", "<=", "=", "!="} for op in ("<", "<=", "=", "!=")}),
    "any kinds add up": ("adds_up", lambda op, kinds: True),
    "every term is an even power": ("is_even_power", lambda term: True),
    "an induction begins anywhere": ("check_start", nothing),
    "every power is defined": ("power_conditions", no_conditions),
    "any value is in the domain": ("membership", no_conditions),
    "anything is not zero": ("nonzero", no_conditions),
    "a variable is not substituted": ("changed", lambda term, x, u, *_: substitute(term, {x: u})),
    "every bound is proved": ("taylor", lambda *_: arb(1)),
    "every case is proved": ("check_cases", nothing),
}


def modules() -> list[ModuleType]:
    return [m for name, m in sys.modules.items() if name.startswith("radam_sym.kernel.")]


def forget() -> None:
    """Let the kernel work everything out again."""
    for module in modules():
        for part in vars(module).values():
            if hasattr(part, "cache_clear"):
                part.cache_clear()


@pytest.fixture
def _forgetful() -> Iterator[None]:
    """What a faulty kernel finds is found anew, and forgotten."""
    forget()
    yield
    forget()


def put_in(monkeypatch: pytest.MonkeyPatch, name: str, faulty: Any) -> None:
    """Put a faulty part in every module of the kernel that uses it."""
    found = [(m, n) for m in modules() for n in (name, f"_{name}") if hasattr(m, n)]
    assert found, f"the kernel has no {name}"
    for module, own_name in found:
        monkeypatch.setattr(module, own_name, faulty)


def test_without_side_conditions_false_steps_are_accepted(
    campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Context, "require", nothing)
    accepted = [a for a in campaign.refused_and_false if a.refusal() is None]
    assert len(accepted) >= 100, campaign.table()


@pytest.mark.usefixtures("_forgetful")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(campaign: Campaign, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    """What is false and was refused is accepted by a kernel with one fault."""
    put_in(monkeypatch, *FAULTS[fault])
    assert any(attempt.refusal() is None for attempt in campaign.refused_and_false)
