"""Chains and inductions, as authors write them: what is accepted, and what is said when not."""

from typing import Any

import pytest
from sympy import Rational, Sum, Symbol, sqrt

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.format import dumps, loads
from radam_sym.kernel.heads import Family
from radam_sym.kernel.theorem import Source, Theorem
from radam_sym.proof import (
    algebra,
    cases,
    chain,
    cite,
    enclosed,
    eq,
    for_all,
    given,
    independent,
    induction,
    le,
    lt,
    radical,
    single,
    split,
    unit_interval,
)

x, y, a, b = (Symbol(name, real=True) for name in "xyab")
n, t = Symbol("n", integer=True, positive=True), Symbol("t", integer=True, positive=True)
k = Symbol("k", integer=True, nonnegative=True)
i = Symbol("i", integer=True)
X = Family("X", "random")


def again(theorem: Theorem) -> Theorem:
    """The theorem, checked once more from its data."""
    return loads(dumps([theorem]))[-1]


def accepted(draft: Any, said: str) -> Theorem:
    theorem: Theorem = draft.qed("test.it")
    assert str(theorem.statement.conclusion) == said
    assert again(theorem).statement == theorem.statement
    return theorem


def refused(draft: Any, rule: str, *said: str) -> ProofError:
    with pytest.raises(ProofError) as caught:
        draft.qed()
    error = caught.value
    assert error.rule == rule
    for text in said:
        assert text in str(error)
    return error


# --- a chain --------------------------------------------------------------------------------------


def test_a_chain_of_equations_proves_an_equation() -> None:
    draft = chain((x + 1) ** 2 - 1).by(algebra, to=x**2 + 2 * x).by(algebra, to=x * (x + 2))
    accepted(draft, "(x + 1)**2 - 1 = x*(x + 2)")


def test_the_weakest_link_is_the_relation() -> None:
    start = chain(x, given=[lt(0, x)])
    accepted(start.at_most(x + 1), "x <= x + 1")
    accepted(start.at_most(x + 1).below(x + 2), "x < x + 2")
    accepted(
        start.below(x + 1).at_most(2 * x + 1).by(algebra, to=(2 * x**2 + x) / x),
        "x < (2*x**2 + x)/x",
    )


def test_a_draft_does_not_change_when_it_is_continued() -> None:
    draft = chain(x, given=[lt(0, x)])
    longer = draft.below(x + 1).since(lt(0, x**2))
    assert draft.lines == ()
    assert draft.facts == ()
    assert len(longer.lines) == len(longer.facts) == 1


def test_a_part_is_rewritten_where_it_is_named() -> None:
    part = Sum(X[i], (i, 1, 1))
    accepted(chain(part + x).by(single(), at=part), "x + Sum(X[i], (i, 1, 1)) = x + X[1]")


def test_id_source_and_note_are_kept() -> None:
    theorem = (
        chain(x - x**2)
        .by(algebra, to=x * (1 - x))
        .qed("test.kept", source=Source("a book", "page 3"), note="It factors.")
    )
    assert (theorem.id, str(theorem.source), theorem.note) == (
        "test.kept",
        "a book, page 3",
        "It factors.",
    )
    assert chain(x - x**2).by(algebra, to=x * (1 - x)).qed().id == "yours"


def test_hypotheses_are_those_given_however_they_are_nested() -> None:
    draft = chain(b**2, given=[unit_interval(b), [lt(0, x)]]).below(b)
    theorem = accepted(draft, "b**2 < b")
    assert theorem.statement.hypotheses == (lt(0, b), lt(b, 1), lt(0, x))
    assert chain(x, given=lt(0, x)).given == (lt(0, x),)
    assert chain(x, given=x > 0).given == (lt(0, x),)


def test_facts_that_follow_may_be_stated_and_used() -> None:
    draft = chain(0, given=[lt(1, x)]).since(lt(0, x), lt(0, x - 1)).below(x**2 - x)
    accepted(draft, "0 < x**2 - x")


def test_an_inequality_may_be_told_its_reason() -> None:
    total = sqrt(x) + sqrt(y)
    draft = chain(sqrt(x), given=[lt(0, x), lt(x, y)]).since(lt(0, y), lt(0, total))
    accepted(draft.below(sqrt(y), because=[(1, [lt(x, y), lt(0, 1 / total)])]), "sqrt(x) < sqrt(y)")
    refused(draft.below(sqrt(y), because=[(1, [lt(x, y)])]), "sign", "differ")
    refused(draft.below(sqrt(y), because=[(-1, [lt(x, y)])]), "sign")


def test_an_earlier_theorem_is_a_step_or_a_fact() -> None:
    square = accepted(
        chain((x + 1) ** 2).by(algebra, to=x**2 + 2 * x + 1), "(x + 1)**2 = x**2 + 2*x + 1"
    )
    positive = chain(0, given=lt(0, x)).below(x**2 + x).qed("test.positive")
    used = chain((y + 1) ** 2).by(cite(square, x=y)).qed("test.used")
    assert str(again(used).statement.conclusion) == "(y + 1)**2 = y**2 + 2*y + 1"
    assert used.rests_on == (square,)
    used = accepted(chain(-y, given=lt(0, y)).since(cite(positive, x=y)).below(y**2), "-y < y**2")
    assert used.rests_on == (positive,)
    refused(chain(-y).since(cite(positive, x=y)).below(y**2), "cite", "0 < y")


@pytest.mark.parametrize(
    ("draft", "rule", "said"),
    [
        (
            chain((n + 1) ** 2).by(algebra, to=n**2 + 1),
            "algebra",
            ["the two sides differ", "(n + 1)**2", "n**2 + 1", "at n = 2 the sides are 9 and 5"],
        ),
        (chain(x).below(x**2), "sign", ["no proof was found of x < x**2", "at x = 1/2"]),
        (chain(0).below(x**2), "sign", ["0 < x**2", "at x = 0 the sides are 0 and 0"]),
        (chain(x).at_most(x - 1), "sign", ["x <= x - 1", "at x = 1/2 the sides are 1/2 and -1/2"]),
        (chain(-x, given=lt(x, 0)).by(radical, to=sqrt(x**2 + 1)), "radical", ["sides differ"]),
        (chain(x).by(radical, to=sqrt(x**2 + 1)), "radical", ["does not follow that 0 <= x"]),
        (chain(x).by(algebra), "algebra", ["say what the line becomes"]),
        (chain(x).by(algebra, to=x), "algebra", ["the line does not change"]),
        (chain(Sum(i, (i, 1, 1))).by(single(), to=x), "sums", ["the line comes out otherwise"]),
        (chain(1 / x).by(algebra, to=(x + 1) / (x**2 + x)), "chain", ["x != 0"]),
        (
            chain(x / y, given=lt(0, y)).by(algebra, to=x * (x + y) / (x * y + y**2)),
            "algebra",
            ["!= 0"],
        ),
        (chain(x).since(lt(0, x)).below(2 * x), "since", ["it does not follow that 0 < x"]),
        (chain(x).since(eq(x, y)).by(given(eq(x, y))), "since", ["it does not follow"]),
        (chain(x, given=lt(0, x)).since(independent(X)).below(2 * x), "since", ["independent"]),
        (chain(x).by(given(eq(x, y))), "given", ["does not follow that x = y"]),
        (chain(X[1]).below(X[1] + 1), "sign", ["no proof was found of X[1] < X[1] + 1"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_is_said(draft: Any, rule: str, said: list[str]) -> None:
    refused(draft, rule, *said)


def test_a_counterexample_is_one_within_the_hypotheses() -> None:
    error = refused(chain(x, given=[lt(3, x)]).below(x**2 - 9), "sign")
    assert error.counterexample is None or "at x = 5" not in error.counterexample
    error = refused(chain(x, given=[lt(4, x), lt(x, y)]).by(algebra, to=y), "algebra")
    assert error.counterexample is None  # no point that is tried lies there
    error = refused(chain(x, given=[lt(2, x), lt(x, y)]).by(algebra, to=y), "algebra")
    assert error.counterexample == "at x = 3, y = 5 the sides are 3 and 5"


@pytest.mark.parametrize("written", [0.5, "x", None, True, [x], 1 + 2j])
def test_what_is_no_exact_expression_is_refused(written: Any) -> None:
    with pytest.raises(ProofError, match="is not an exact expression"):
        chain(written)
    with pytest.raises(ProofError, match="is not an exact expression"):
        chain(x).below(written)


def test_a_float_inside_an_expression_is_refused() -> None:
    with pytest.raises(ProofError, match="Float is not an admitted head"):
        chain(x / 2).by(algebra, to=x * 0.5).qed()


# --- induction ------------------------------------------------------------------------------------


gauss = eq(Sum(i, (i, 1, n)), n * (n + 1) / 2)


def by_gauss(line: Any, to: Any = (n + 1) * (n + 2) / 2) -> Any:
    last = Sum(i, (i, n + 1, n + 1))
    return line.by(split(n)).by(single(), at=last).by(given(gauss)).by(algebra, to=to)


def test_an_induction_proves_its_claim() -> None:
    draft = induction(gauss, n, base=lambda line: line.by(single()), step=by_gauss)
    theorem = accepted(draft, "Sum(i, (i, 1, n)) = n*(n + 1)/2")
    assert theorem.statement.hypotheses == ()


def test_an_induction_may_begin_later_with_the_hypothesis_that_says_so() -> None:
    claim = lt(n + 1, n**2)
    draft = induction(
        claim,
        n,
        first=2,
        given=le(2, n),
        base=lambda line: line.below(4),
        step=lambda line: line.below((n + 1) ** 2),
    )
    accepted(draft, "n + 1 < n**2")
    with pytest.raises(ProofError, match="induction"):
        induction(
            claim,
            n,
            first=2,
            base=lambda line: line.below(4),
            step=lambda line: line.below((n + 1) ** 2),
        ).qed()


def test_an_induction_may_begin_at_zero() -> None:
    draft = induction(
        le(k, k**2),
        k,
        first=0,
        base=lambda line: line.at_most(0),
        step=lambda line: line.at_most((k + 1) ** 2),
    )
    accepted(draft, "k <= k**2")


def test_the_step_knows_the_claim_and_the_base_does_not() -> None:
    at_one = eq(Sum(i, (i, 1, 1)), 1)
    with pytest.raises(ProofError, match=r"does not follow that Sum\(i, \(i, 1, 1\)\) = 1"):
        induction(gauss, n, base=lambda line: line.by(given(at_one)), step=by_gauss).qed()


@pytest.mark.parametrize(
    ("base", "step"),
    [
        (lambda line: line.by(single()), lambda line: by_gauss(line, (n + 1) * (n + 3) / 2)),
        (lambda line: line.by(single()), lambda line: line.by(split(n))),
        (lambda line: line.by(single()).by(algebra, to=2), by_gauss),
    ],
)
def test_a_wrong_base_or_step_is_refused(base: Any, step: Any) -> None:
    with pytest.raises(ProofError):
        induction(gauss, n, base=base, step=step).qed()


def test_a_false_claim_is_not_proved_by_its_own_step() -> None:
    """n = n + 1 passes from each n to the next; there is no first."""
    claim = eq(Sum(i, (i, 1, n)), n * (n + 1) / 2 + 1)

    def step(line: Any) -> Any:
        last = Sum(i, (i, n + 1, n + 1))
        to = (n + 1) * (n + 2) / 2 + 1
        return line.by(split(n)).by(single(), at=last).by(given(claim)).by(algebra, to=to)

    with pytest.raises(ProofError, match="the chain proves"):
        induction(claim, n, base=lambda line: line.by(single()), step=step).qed()


def test_hypotheses_about_the_variable_do_not_reach_the_chains() -> None:
    recurrence = for_all(n, eq(X[n], X[n - 1] + 1))
    draft = induction(
        eq(X[n], X[0] + n),
        n,
        given=recurrence,
        base=lambda line: line.by(given(recurrence, at=1)),
        step=lambda line: line.by(given(recurrence, at=n + 1)).by(given(eq(X[n], X[0] + n))),
    )
    accepted(draft, "X[n] = n + X[0]")


# --- cases, enclosures, equations -----------------------------------------------------------------


def test_two_cases() -> None:
    claim = le(x, x**2 + Rational(1, 4))
    square: Any = [((x - Rational(1, 2)) ** 2, [])]
    accepted(
        cases(
            claim,
            x,
            Rational(1, 2),
            below=lambda c: c.at_most(claim.right, square),
            above=lambda c: c.at_most(claim.right, square),
        ),
        "x <= x**2 + 1/4",
    )


def test_each_case_has_its_side_among_the_hypotheses() -> None:
    claim = le(0, x**2 - x**3 + x**4)
    found = accepted(
        cases(
            claim,
            x,
            1,
            given=le(0, x),
            below=lambda c: c.at_most(claim.right, [(x**2, [le(x, 1)]), (x**4, [])]),
            above=lambda c: c.at_most(claim.right, [(x**2, []), (x**2, [le(1, x), le(0, x)])]),
        ),
        "0 <= x**4 - x**3 + x**2",
    )
    assert found.marks == frozenset()
    refused(
        cases(claim, y, 1, below=lambda c: c, above=lambda c: c), "cases", "y is not a variable"
    )


def test_an_enclosure_marks_the_theorem() -> None:
    draft = chain(x, given=[le(0, x), le(x, 1)]).below(x**2 + 1, enclosed(x, 0, 1))
    assert accepted(draft, "x < x**2 + 1").marks == {"ball"}
    assert accepted(chain(0).at_most(sqrt(2) - 1, enclosed()), "0 <= -1 + sqrt(2)").marks == {
        "ball"
    }


def test_a_line_equal_by_known_equations() -> None:
    known = [eq(x, y + 1), eq(a, 2 * b)]
    because = [(1, [equation]) for equation in known]
    accepted(chain(x + a, given=known).equal_to(y + 1 + 2 * b, because), "a + x = 2*b + y + 1")
    refused(chain(x, given=known).equal_to(y, [(1, [known[0]])]), "sign", "the two sides differ")
    refused(
        chain(x, given=lt(y, x)).equal_to(y, [(-1, [lt(y, x)])]), "sign", "kinds|multiplier"[:4]
    )
