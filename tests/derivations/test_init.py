"""What is proved, word for word, and on what it rests; and that nothing near it is accepted."""

from dataclasses import replace

import pytest

import derivations
from radam_sym.kernel.axioms import AXIOMS
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Relation, Statement
from radam_sym.kernel.rules import Step
from radam_sym.kernel.terms import substitute
from radam_sym.kernel.theorem import Cases, Chain, Induction, Proof, Theorem, prove
from radam_sym.proof.derivation import Derivation, proved
from radam_sym.proof.discovery import Library
from radam_sym.proof.words import plain
from tests.derivations.statements import AXIOMS_OF, STATEMENTS, UNUSED

WORKS = {
    "beyond the paper",
    "lemma",
    "Hilton 2019, Learning rate warmup for Adam",
    "Kingma & Ba 2014, Adam: a method for stochastic optimization",
    "Liu et al. 2019, On the variance of the adaptive learning rate and beyond",
    "Satterthwaite 1946, An approximate distribution of estimates of variance components",
}


def theorem(identifier: str) -> Theorem:
    return proved(derivations.theorems[identifier])


def test_these_are_the_theorems() -> None:
    assert sorted(derivations.theorems) == sorted(STATEMENTS)


@pytest.mark.parametrize("identifier", STATEMENTS)
def test_a_theorem_says_what_it_is_known_to_say(identifier: str) -> None:
    statement = theorem(identifier).statement
    said = ("; ".join(map(plain, statement.hypotheses)), plain(statement.conclusion))
    assert said == STATEMENTS[identifier]


def foundations(of: Theorem) -> set[Theorem]:
    """A theorem and all that it rests on."""
    found, pending = set(), [of]
    while pending:
        used = pending.pop()
        if used not in found:
            found.add(used)
            pending += used.rests_on
    return found


@pytest.mark.parametrize("identifier", STATEMENTS)
def test_a_theorem_is_marked_by_the_premises_under_it_and_by_nothing_else(identifier: str) -> None:
    found = foundations(theorem(identifier))
    premises = {used.id for used in found if used.proof is None}
    axioms, models = premises & set(AXIOMS), premises - set(AXIOMS)
    assert axioms == AXIOMS_OF.get(identifier, set())
    assert models == ({"liu.chi_squared"} if identifier.startswith("liu.model.") else set())
    chains = [chain for used in found if used.proof for chain in used.proof.chains]
    balls = {"ball" for chain in chains for step in chain.steps if step.rule == "enclose"}
    marks = {f"axiom:{name}" for name in axioms} | {f"model:{name}" for name in models}
    assert theorem(identifier).marks == marks | balls


@pytest.mark.parametrize("identifier", STATEMENTS)
def test_a_theorem_says_in_words_what_it_is_and_where_it_comes_from(identifier: str) -> None:
    found = theorem(identifier)
    assert found.id == identifier
    assert found.note.endswith(".")
    assert found.source.work in WORKS


def falsified(claim: Relation) -> Relation:
    """What is false at some point, if the claim is true there: the right side moved down."""
    return Relation(claim.op, claim.left, claim.right - 10)


@pytest.mark.parametrize("identifier", STATEMENTS)
def test_the_proof_proves_no_other_statement(identifier: str) -> None:
    found = theorem(identifier)
    claim, hypotheses = found.statement.conclusion, found.statement.hypotheses
    assert isinstance(claim, Relation)
    assert found.proof is not None
    others = [
        falsified(claim),
        Relation(claim.op, claim.left + 10, claim.right),
        Relation("!=", claim.left, claim.right),
        Relation("<", claim.right, claim.left),
    ]
    if claim.op != "<":
        others.append(Relation("<", claim.left, claim.right))
    for other in others:
        with pytest.raises(ProofError):
            prove(identifier, Statement(hypotheses, other), found.proof, found.source)


def ending_at(chain: Chain, line: object) -> Chain:
    """The chain with another last line, which its last step claims to reach."""
    last = chain.steps[-1]
    before = chain.steps[-2].after if len(chain.steps) > 1 else chain.start
    step = Step(last.rule, before, line, line, last.relation, last.arguments)
    return replace(chain, steps=(*chain.steps[:-1], step))


@pytest.mark.parametrize("identifier", STATEMENTS)
def test_a_last_line_that_is_false_is_refused(identifier: str) -> None:
    """Statement and proof agree with each other here: only the rule can refuse it."""
    found = theorem(identifier)
    claim, hypotheses = found.statement.conclusion, found.statement.hypotheses
    assert isinstance(claim, Relation)
    other, proof = falsified(claim), found.proof
    if isinstance(proof, Induction):
        base = substitute(other.right, {proof.variable: proof.first})
        step = substitute(other.right, {proof.variable: proof.variable + 1})
        changed: Proof = replace(
            proof, base=ending_at(proof.base, base), step=ending_at(proof.step, step)
        )
    elif isinstance(proof, Cases):
        below, above = (ending_at(chain, other.right) for chain in proof.chains)
        changed = replace(proof, below=below, above=above)
    else:
        assert proof is not None
        changed = ending_at(proof, other.right)
    with pytest.raises(ProofError):
        prove(identifier, Statement(hypotheses, other), changed, found.source)


@pytest.mark.parametrize("identifier", STATEMENTS)
def test_no_hypothesis_is_idle(identifier: str) -> None:
    found = theorem(identifier)
    assert found.proof is not None
    for hypothesis in found.statement.hypotheses:
        if (identifier, plain(hypothesis)) in UNUSED:
            continue
        fewer = tuple(h for h in found.statement.hypotheses if h is not hypothesis)
        with pytest.raises(ProofError):
            prove(
                identifier, Statement(fewer, found.statement.conclusion), found.proof, found.source
            )


def test_the_library_is_a_mapping_that_proves_nothing_before_it_is_asked() -> None:
    library = Library("derivations")
    assert len(library) == len(STATEMENTS)
    assert isinstance(library["ess.first"], Derivation)
    assert "ess.first" in library
    assert "ess.nothing" not in library


def test_an_unknown_id_is_answered_with_those_near_it() -> None:
    with pytest.raises(KeyError, match=r"ess\.frist; did you mean ess\.first"):
        _ = derivations.theorems["ess.frist"]
