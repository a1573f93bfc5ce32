"""What is proved, word for word, and on what it rests; and that nothing near it is accepted."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

import derivations
from radam_sym.kernel.axioms import AXIOMS
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Relation, Statement
from radam_sym.kernel.rules import Step
from radam_sym.kernel.terms import substitute
from radam_sym.kernel.theorem import Chain, Induction, Theorem, prove
from radam_sym.proof.derivation import Derivation, proved
from radam_sym.proof.discovery import Library
from radam_sym.proof.words import plain

DECAYING = "0 < β; β < 1"
BOTH = "0 < a; a < 1; 0 < b; b < 1; a < b"
RECURSIVE = f"{DECAYING}; m[0] = 0; m[t] = (1 - β)*X[t] + β*m[t - 1] for every positive integer t"
INTEGRABLE = "X[i] of one distribution; E|X[i]| finite; E(X[1]) = μ"
SAMPLE = "X[i] independent; X[i] of one distribution; E|X[i]|^2 finite; Var(X[1]) = σ^2"
GRADIENTS = (
    f"{DECAYING}; g[i] independent; g[i] of one distribution; E|g[i]|^4 finite; "
    "Var(g[1]^2) = σ^2; 0 < σ"
)
V_T, V_S = "Var(ewma(g[i]^2, β, t))", "lim[s → ∞] Var(ewma(g[i]^2, β, s))"

# id: (hypotheses, conclusion). A change here is a change of what the project claims.
STATEMENTS = {
    "power.positive": ("0 < β", "0 < β^t"),
    "power.at_most_base": (DECAYING, "β^t ≤ β"),
    "power.below_base": (f"{DECAYING}; 2 ≤ t", "β^t < β"),
    "power.ordered": ("0 < a; a < b", "a^t < b^t"),
    "root.increasing": ("0 ≤ x; x < y", "sqrt(x) < sqrt(y)"),
    "ewma.normaliser": (DECAYING, "Σ[j=0..t - 1](β^j) = (1 - β^t)/(1 - β)"),
    "ewma.geometric": (DECAYING, "(1 - β)*Σ[j=0..t - 1](β^j) = 1 - β^t"),
    "ewma.normaliser_positive": (DECAYING, "0 < Σ[j=0..t - 1](β^j)"),
    "ewma.unrolled": (RECURSIVE, "m[t] = (1 - β)*Σ[i=1..t](β^(t - i)*X[i])"),
    "ewma.bias_correction": (RECURSIVE, "m[t]/(1 - β^t) = ewma(X, β, t)"),
    "ewma.paper_order": (
        DECAYING,
        "ewma(X, β, t) = Σ[i=0..t - 1](β^i*X[t - i])/Σ[j=0..t - 1](β^j)",
    ),
    "ewma.mean": (f"{DECAYING}; {INTEGRABLE}", "E(ewma(X, β, t)) = μ"),
    "ewma.variance_sums": (
        f"{DECAYING}; {SAMPLE}",
        "Var(ewma(X, β, t)) = σ^2*Σ[j=0..t - 1](β^(2*j))/(Σ[j=0..t - 1](β^j))^2",
    ),
    "ewma.squares": (DECAYING, "Σ[j=0..t - 1](β^(2*j)) = (1 - β^(2*t))/(1 - β^2)"),
    "ewma.variance": (f"{DECAYING}; {SAMPLE}", "Var(ewma(X, β, t)) = σ^2/ess(β, t)"),
    "ess.simple_average": (SAMPLE, "Var(Σ[i=1..t](X[i]/t)) = σ^2/t"),
    "ess.first": (DECAYING, "ess(β, 1) = 1"),
    "ess.limit_t": (DECAYING, "lim[t → ∞] ess(β, t) = ess_limit(β)"),
    "ess.limit_beta": ("", "lim[β → 1-] ess(β, t) = t"),
    "ess.hyperbolic": (DECAYING, "ess(β, t) = tanh(t*decay(β)/2)/tanh(decay(β)/2)"),
    "ess.zero": ("", "ess(0, t) = 1"),
    "ess.bounds.least": (DECAYING, "1 ≤ ess(β, t)"),
    "ess.bounds.above_one": (f"{DECAYING}; 2 ≤ t", "1 < ess(β, t)"),
    "ess.bounds.step": (DECAYING, "ess(β, t + 1) ≤ 1 + ess(β, t)"),
    "ess.bounds.most": (DECAYING, "ess(β, t) ≤ t"),
    "ess.bounds.below_t": (f"{DECAYING}; 2 ≤ t", "ess(β, t) < t"),
    "ess.bounds.below_limit": (DECAYING, "ess(β, t) < ess_limit(β)"),
    "ess.bounds.increasing": (DECAYING, "ess(β, t) < ess(β, t + 1)"),
    "ess.bounds.increasing_beta": (f"{BOTH}; 2 ≤ t", "ess(a, t) < ess(b, t)"),
    "ess.lemma.first_gap": (BOTH, "b^(t + 1)*(1 - a) - a^(t + 1)*(1 - b) < b - a"),
    "ess.lemma.second_gap": (
        f"{BOTH}; 2 ≤ t",
        "(b^t - a^t)*(1 - a*b) < (b - a)*(1 - a^t*b^t)",
    ),
    "variance.squares": (GRADIENTS, f"{V_T} = σ^2/ess(β, t)"),
    "variance.limit": (GRADIENTS, f"{V_S} = σ^2*(1 - β)/(1 + β)"),
    "variance.limit_positive": (GRADIENTS, f"0 < {V_S}"),
    "variance.positive": (GRADIENTS, f"0 < {V_T}"),
    "variance.ratio": (GRADIENTS, f"{V_T}/({V_S}) = (1 + β^t)/(1 - β^t)"),
    "variance.inverse_ratio": (GRADIENTS, f"({V_S})/{V_T} = (1 - β^t)/(1 + β^t)"),
    "simple.rectification": (GRADIENTS, f"sqrt(({V_S})/{V_T}) = r_simple(β, t)"),
    "simple.sample_sizes": (DECAYING, "sqrt(ess(β, t)/ess_limit(β)) = r_simple(β, t)"),
    "simple.tanh_form": (DECAYING, "r_simple(β, t) = sqrt(tanh(t*decay(β)/2))"),
    "simple.constant_variance": (
        GRADIENTS,
        "Var(r_simple(β, t)*ewma(g[i]^2, β, t)) = σ^2*(1 - β)/(1 + β)",
    ),
    "simple.limits.first": (DECAYING, "r_simple(β, 1) = sqrt((1 - β)/(1 + β))"),
    "simple.limits.last": (DECAYING, "lim[t → ∞] r_simple(β, t) = 1"),
    "simple.positive": (DECAYING, "0 < r_simple(β, t)"),
    "simple.below_one": (DECAYING, "r_simple(β, t) < 1"),
    "simple.increasing": (DECAYING, "r_simple(β, t) < r_simple(β, t + 1)"),
}

BIENAYME = {"identical.variance", "variance.sum"}
OF_SQUARES = BIENAYME | {"identical.map", "independent.map"}
# The axioms that a theorem rests on, directly or not; none for those that are not here.
AXIOMS_OF = {
    "ewma.mean": {"expectation.linear", "identical.mean"},
    "ewma.variance_sums": BIENAYME,
    "ewma.variance": BIENAYME,
    "ess.simple_average": BIENAYME,
    "ess.limit_t": {"power.vanishing"},
    "ess.hyperbolic": {"log.increasing"},
    "variance.squares": OF_SQUARES,
    "variance.positive": OF_SQUARES,
    "variance.limit": OF_SQUARES | {"power.vanishing"},
    "variance.limit_positive": OF_SQUARES | {"power.vanishing"},
    "variance.ratio": OF_SQUARES | {"power.vanishing"},
    "variance.inverse_ratio": OF_SQUARES | {"power.vanishing"},
    "simple.rectification": OF_SQUARES | {"power.vanishing"},
    "simple.constant_variance": OF_SQUARES | {"variance.scaled"},
    "simple.limits.last": {"power.vanishing"},
}

# Hypotheses that a proof does without, kept so that a family of statements is about one thing.
UNUSED = {("ewma.unrolled", "β < 1"), ("variance.squares", "0 < σ")}


def theorem(identifier: str) -> Theorem:
    return proved(derivations.theorems[identifier])


def test_these_are_the_theorems() -> None:
    assert sorted(derivations.theorems) == sorted(STATEMENTS)


@pytest.mark.parametrize("identifier", STATEMENTS)
def test_a_theorem_says_what_it_is_known_to_say(identifier: str) -> None:
    statement = theorem(identifier).statement
    said = ("; ".join(map(plain, statement.hypotheses)), plain(statement.conclusion))
    assert said == STATEMENTS[identifier]


def foundations(of: Theorem) -> Iterator[Theorem]:
    yield of
    for used in of.rests_on:
        yield from foundations(used)


@pytest.mark.parametrize("identifier", STATEMENTS)
def test_a_theorem_is_marked_by_the_axioms_under_it_and_by_nothing_else(identifier: str) -> None:
    under = {used.id for used in foundations(theorem(identifier)) if used.proof is None}
    assert under == AXIOMS_OF.get(identifier, set())
    assert theorem(identifier).marks == {f"axiom:{name}" for name in under}
    assert under <= set(AXIOMS)


@pytest.mark.parametrize("identifier", STATEMENTS)
def test_a_theorem_says_in_words_what_it_is_and_where_it_comes_from(identifier: str) -> None:
    found = theorem(identifier)
    assert found.id == identifier
    assert found.note.endswith(".")
    assert found.source.work in ("lemma", "Hilton 2019, Learning rate warmup for Adam")


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
        changed: Chain | Induction = replace(
            proof, base=ending_at(proof.base, base), step=ending_at(proof.step, step)
        )
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
