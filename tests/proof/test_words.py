from typing import Any

import pytest
from sympy import Lambda, Limit, Sum, Symbol, log, oo, sqrt, tanh

import derivations
from derivations.notation import beta, ess, ewma
from radam_sym.kernel.formulas import PREDICATES, Predicate, Relation
from radam_sym.kernel.heads import DOMAINS, KINDS, E, Family, Var
from radam_sym.kernel.integrals import INTEGRAL_OPERATIONS
from radam_sym.kernel.rules import RULES
from radam_sym.kernel.sums import SUM_OPERATIONS
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof import (
    algebra,
    cases,
    chain,
    enclosed,
    eq,
    for_all,
    given,
    le,
    linear,
    lt,
    series,
    substituted,
)
from radam_sym.proof.derivation import proved
from radam_sym.proof.words import (
    DOMAIN_WORDS,
    INTEGRAL_WORDS,
    KIND_WORDS,
    PREDICATE_WORDS,
    RULE_WORDS,
    SUM_WORDS,
    chains,
    facts,
    plain,
    reason,
    tex,
    words,
)
from radam_sym.proof.words import given as given_words
from tests.kernel.proofs import integral, tended

x, y = Symbol("x", real=True), Symbol("y", real=True)
t, n = Symbol("t", integer=True, positive=True), Symbol("n", integer=True, positive=True)
i, j = Symbol("i", integer=True), Symbol("j", integer=True)
X, f = Family("X", "random"), Family("f", "function")
limit = Limit(Var(X[n]), n, oo)


def theorem(identifier: str) -> Theorem:
    return proved(derivations.theorems[identifier])


@pytest.mark.parametrize(
    ("term", "shown", "typeset"),
    [
        (t - 1, "t - 1", "t - 1"),
        (t + 1, "t + 1", "t + 1"),
        (1 + beta**t, "1 + β^t", r"1 + \beta^{t}"),
        (1 - beta, "1 - β", r"1 - \beta"),
        (-x - 1, "-1 - x", "-1 - x"),
        (beta ** (2 * t), "β^(2*t)", r"\beta^{2 t}"),
        (x / y, "x/y", r"\frac{x}{y}"),
        (sqrt(x), "sqrt(x)", r"\sqrt{x}"),
        (tanh(log(x)), "tanh(log(x))", r"\tanh{\left(\log{\left(x \right)} \right)}"),
        (X[t - 1], "X[t - 1]", "X_{t - 1}"),
        (f(x), "f(x)", r"f\left(x\right)"),
        (E(X[1] ** 2), "E(X[1]^2)", r"\operatorname{E}\left[X_{1}^{2}\right]"),
        (Sum(X[j], (j, 0, t - 1)), "Σ[j=0..t - 1](X[j])", r"\sum_{j=0}^{t - 1} X_{j}"),
        (
            x * Sum(j, (j, 1, t)) ** 2,
            "x*(Σ[j=1..t](j))^2",
            r"x \left(\sum_{j=1}^{t} j\right)^{2}",
        ),
        (ess(beta, t), "ess(β, t)", "n_{t}"),
        (ess(beta, t + 1), "ess(β, t + 1)", "n_{t + 1}"),
        (
            ewma(X, beta, t),
            "ewma(X, β, t)",
            r"\operatorname{ewma}_{\beta}\left({X}\right)_{t}",
        ),
        (Limit(x, x, 1, "-"), "lim[x → 1-] x", r"\lim_{x \to 1^-} x"),
        (
            limit,
            "lim[n → ∞] Var(X[n])",
            r"\lim_{n \to \infty} \operatorname{Var}\left[X_{n}\right]",
        ),
        (1 + limit, "lim[n → ∞] Var(X[n]) + 1", None),
        (
            x / limit,
            "x/(lim[n → ∞] Var(X[n]))",
            r"\frac{x}{\lim_{n \to \infty} \operatorname{Var}\left[X_{n}\right]}",
        ),
        (
            limit * Sum(j, (j, 1, t)),
            "(lim[n → ∞] Var(X[n]))*Σ[j=1..t](j)",
            r"\left(\lim_{n \to \infty} \operatorname{Var}\left[X_{n}\right]\right)"
            r" \sum_{j=1}^{t} j",
        ),
        (x * limit, None, r"x \lim_{n \to \infty} \operatorname{Var}\left[X_{n}\right]"),
        (limit / x**2, "(lim[n → ∞] Var(X[n]))/x^2", None),
        (
            limit**2,
            "(lim[n → ∞] Var(X[n]))^2",
            r"\left(\lim_{n \to \infty} \operatorname{Var}\left[X_{n}\right]\right)^{2}",
        ),
        (
            Limit(1 + x / Limit(1 + 1 / n, n, oo), x, 0, "+"),
            "lim[x → 0+] (1 + x/(lim[n → ∞] (1 + 1/n)))",
            None,
        ),
        (lt(x, 1), "x < 1", "x < 1"),
        (le(x, 1), "x ≤ 1", r"x \le 1"),
        (eq(x, 1), "x = 1", "x = 1"),
        (Relation("!=", x, y), "x ≠ y", r"x \ne y"),
        (Predicate("independent", X), "X[i] independent", r"X_{i} \text{ independent}"),
        (
            Predicate("identical", X.map(lambda member: member**2)),
            "X[i]^2 of one distribution",
            r"X_{i}^{2} \text{ of one distribution}",
        ),
        (Predicate("nonnegative", X), "X[i] not negative", r"X_{i} \text{ not negative}"),
        (Predicate("normal", X), "X[i] standard normal", r"X_{i} \text{ standard normal}"),
        (
            Predicate("moment", X, 4),
            "E|X[i]|^4 finite",
            r"\operatorname{E}\left|X_{i}\right|^{4} < \infty",
        ),
        (
            Predicate("moment", X, 1),
            "E|X[i]| finite",
            r"\operatorname{E}\left|X_{i}\right| < \infty",
        ),
        (
            for_all(t, eq(X[t], 1)),
            "X[t] = 1 for every positive integer t",
            r"X_{t} = 1 \quad (t = 1, 2, \ldots)",
        ),
        (for_all(x, eq(f(x), x)), None, r"f\left(x\right) = x \quad (\text{every real } x)"),
    ],
    ids=str,
)
def test_terms_and_formulas_read_as_on_paper(term: Any, shown: str, typeset: str) -> None:
    if shown is not None:
        assert plain(term) == shown
    if typeset is not None:
        assert tex(term) == typeset


@pytest.mark.parametrize("identifier", derivations.theorems)
def test_no_line_of_a_proof_shows_how_it_is_printed(identifier: str) -> None:
    for told in chains(theorem(identifier)):
        for line in (told.chain.start, *(step.after for step in told.chain.steps)):
            for text in (plain(line), tex(line)):
                assert "Commuting" not in text
                assert "**" not in text
                assert "dir=" not in text
            assert tex(line).count("{") == tex(line).count("}")


def test_every_rule_domain_kind_and_operation_has_its_words() -> None:
    assert set(DOMAIN_WORDS) == set(DOMAINS)
    assert set(SUM_WORDS) == set(SUM_OPERATIONS)
    assert set(INTEGRAL_WORDS) == set(INTEGRAL_OPERATIONS)
    told_apart = {"cite", "definition", "given", "integrals", "limit", "sums"}
    assert set(RULES) - set(RULE_WORDS) == told_apart
    assert set(KIND_WORDS) == set(KINDS)
    assert {*PREDICATE_WORDS, "moment"} == set(PREDICATES)


def test_prose_and_mathematics_are_told_apart() -> None:
    line = words("since ", lt(x, 1), ", of course")
    assert line.told(plain) == "since x < 1, of course"
    assert line.told(lambda term: f"${tex(term)}$") == "since $x < 1$, of course"


def said(identifier: str) -> list[str]:
    """Every reason in a proof, as plain text."""
    return [
        reason(step, told).told(plain)
        for told in chains(theorem(identifier))
        for step in told.chain.steps
    ]


def test_each_step_gives_its_reason() -> None:
    assert said("ess.limit_t") == [
        "definition of ess(β, t)",
        "continuity, lim[n → ∞] β^n = 0",
        "definition of ess_limit(β)",
    ]
    assert said("ewma.normaliser")[:3] == [
        "a sum of one term",
        "split the sum",
        "a sum of one term",
    ]
    assert "induction hypothesis" in said("ewma.normaliser")[3]
    assert said("ess.hyperbolic")[1] == "in exponentials"
    assert said("variance.squares") == ["ewma.variance"]
    assert said("ess.bounds.most")[1] == "ess.bounds.step"
    assert said("ess.simple_average")[2] == "given Var(X[1]) = σ^2"
    assert said("ewma.paper_order")[1] == "reverse the order"


def test_an_inequality_names_the_relations_that_it_was_put_together_from() -> None:
    proof = chain(x**2, given=[lt(0, x), lt(x, 1)]).below(x).qed()
    [told] = chains(proof)
    assert reason(told.chain.steps[0], told).told(plain) in (
        "since 0 < x, x < 1",
        "since x < 1, 0 < x",
    )


def test_what_is_given_is_told_with_its_domain() -> None:
    every = for_all(n, eq(X[n], 1))
    told = chain(X[2] + x, given=[every, lt(0, x)]).by(given(every, at=2)).qed()
    assert [line.told(plain) for line in given_words(told)] == [
        "X a sequence, random or not",
        "x real",
        "X[n] = 1 for every positive integer n",
        "0 < x",
    ]
    lines = [line.told(plain) for line in given_words(theorem("ewma.mean"))]
    assert lines[:4] == ["X random variables", "β real", "μ real", "t = 1, 2, 3, …"]


def test_an_induction_is_two_chains_and_what_is_said_before_them() -> None:
    base, step = chains(theorem("ewma.normaliser"))
    assert base.opening is not None
    assert step.opening is not None
    assert base.opening.told(plain) == "By induction. For t = 1:"
    assert step.opening.told(plain) == "For t + 1, when it holds for t:"
    assert base.assumed is None
    assert step.assumed == theorem("ewma.normaliser").statement.conclusion


def test_two_cases_and_an_enclosure_are_told() -> None:
    proof = cases(
        le(x, x**2 + 1),
        x,
        1,
        given=le(0, x),
        below=lambda line: line.at_most(x**2 + 1, enclosed(x, 0, 1)),
        above=lambda line: line.at_most(x**2 + 1, [((x - 1) ** 2, []), (1, [le(0, x)])]),
    ).qed()
    below, above = chains(proof)
    assert below.opening is not None
    assert above.opening is not None
    assert (below.opening.told(plain), above.opening.told(plain)) == (
        "Where x ≤ 1:",
        "Where 1 ≤ x:",
    )
    assert reason(below.chain.steps[0], below).told(plain) == "ball arithmetic, x from 0 to 1"
    [constant] = chains(chain(0).at_most(sqrt(2) - 1, enclosed()).qed())
    assert reason(constant.chain.steps[0], constant).told(plain) == "ball arithmetic"


def test_series_and_integrals_are_told() -> None:
    [told] = chains(chain(Limit(x**2 / x, x, 0, "+")).by(series).qed())
    assert reason(told.chain.steps[0], told).told(plain) == "by its power series"
    r, g = Symbol("r", positive=True), Family("g", "positive function")
    whole, part = integral(y * g(r)), integral(g(r))
    moved = eq(integral(2 * g(2 * r)), x)
    [told] = chains(chain(part, given=moved).by(substituted(2)).qed())
    assert reason(told.chain.steps[0], told).told(plain) == "substitution"
    [told] = chains(chain(whole, given=eq(part, x)).by(linear(y * part)).qed())
    assert reason(told.chain.steps[0], told).told(plain) == "linearity of the integral"


def test_a_limit_of_an_integral_is_told() -> None:
    [told] = chains(tended())
    assert reason(told.chain.steps[0], told).told(plain) == "dominated convergence"
    lines = [line.told(plain) for line in given_words(tended())]
    assert "0 ≤ g(r) for every positive r" in lines


def test_a_sequence_that_begins_at_1_is_told() -> None:
    first = Family("d", "positive sequence")[1]
    proof = chain(first * (x + 1)).by(algebra, to=first * x + first).qed()
    assert "d a sequence that begins at 1" in [line.told(plain) for line in given_words(proof)]


def test_facts_are_those_cited_and_those_derived() -> None:
    [told] = chains(theorem("ess.limit_t"))
    cited, combined = facts(told.chain)
    assert {fact.theorem.id for fact in cited} == {
        "power.positive",
        "power.at_most_base",
        "power.vanishing",
    }
    assert len(cited) + len(combined) == len(told.chain.facts)
    [plain_one] = chains(chain(x - x**2).by(algebra, to=x * (1 - x)).qed())
    assert facts(plain_one.chain) == ([], [])


def test_a_family_given_by_a_function_reads_as_its_member() -> None:
    squares = Lambda(i, X[i] ** 2)
    assert plain(ewma(squares, beta, t)) == "ewma(X[i]^2, β, t)"
