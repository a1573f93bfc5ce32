import pytest
from sympy import preorder_traversal

import derivations
from radam_sym.kernel.axioms import AXIOMS
from radam_sym.kernel.formulas import definitions
from radam_sym.kernel.heads import Applied, Definition

# The axioms, all of them, as they are stated and where they are published.
PINNED = {
    "expectation.linear": (
        ["moment(X, 1)", "m - 1 <= n"],
        "E(Sum(X[i]*a[i], (i, m, n))) = Sum(E(X[i])*a[i], (i, m, n))",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 21",
    ),
    "variance.sum": (
        ["independent(X)", "moment(X, 2)", "m - 1 <= n"],
        "Var(Sum(X[i]*a[i], (i, m, n))) = Sum(a[i]**2*Var(X[i]), (i, m, n))",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 21",
    ),
    "variance.scaled": (
        ["moment(X, 2)"],
        "Var(c*X[i]) = c**2*Var(X[i])",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 21",
    ),
    "identical.mean": (
        ["identical(X)", "moment(X, 1)"],
        "E(X[i]) = E(X[j])",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 21",
    ),
    "identical.variance": (
        ["identical(X)", "moment(X, 2)"],
        "Var(X[i]) = Var(X[j])",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 21",
    ),
    "independent.map": (
        ["independent(X)"],
        "independent(Lambda(i, f(X[i])))",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 20",
    ),
    "identical.map": (
        ["identical(X)"],
        "identical(Lambda(i, f(X[i])))",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 20",
    ),
    "power.vanishing": (
        ["0 < q", "q < 1"],
        "Limit(q**n, n, oo, dir='-') = 0",
        "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, theorem 3.20(e)",
    ),
    "power.times_vanishing": (
        ["0 < q", "q < 1"],
        "Limit(n**c*q**n, n, oo, dir='-') = 0",
        "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, theorem 3.20(d)",
    ),
    "exponential.above_series": (
        ["0 < x"],
        "Sum(x**i/gamma(i + 1), (i, 0, n - 1)) <= exp(x)",
        "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, theorem 5.15, with the "
        "exponential of chapter 8",
    ),
    "exponential.below_series": (
        ["0 < x"],
        "exp(x) <= x**n*exp(x)/gamma(n + 1) + Sum(x**i/gamma(i + 1), (i, 0, n - 1))",
        "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, theorem 5.15, with the "
        "exponential of chapter 8",
    ),
    "log.increasing": (
        ["0 < x", "x < y"],
        "log(x) < log(y)",
        "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, chapter 8",
    ),
}
DOMAINS = {"X": "random", "a": "sequence", "f": "function"}
DOMAINS |= dict.fromkeys("ijmn", "integer") | dict.fromkeys("cqxy", "real")
NARROWER = {  # how many terms of a series there are
    ("exponential.above_series", "n"): "positive integer",
    ("exponential.below_series", "n"): "positive integer",
}


def test_the_list_of_axioms_is_pinned() -> None:
    found = {
        name: (
            [str(hypothesis) for hypothesis in theorem.statement.hypotheses],
            str(theorem.statement.conclusion),
            str(theorem.source),
        )
        for name, theorem in AXIOMS.items()
    }
    assert found == PINNED


@pytest.mark.parametrize("name", AXIOMS)
def test_an_axiom_is_marked_as_one_and_rests_on_nothing(name: str) -> None:
    theorem = AXIOMS[name]
    assert theorem.id == name
    assert theorem.marks == {f"axiom:{name}"}
    assert theorem.proof is None
    assert theorem.rests_on == ()
    assert theorem.note.endswith(".")


@pytest.mark.parametrize("name", AXIOMS)
def test_an_axiom_speaks_of_all_sequences_functions_and_numbers(name: str) -> None:
    from radam_sym.kernel.heads import Family, domain

    for variable in AXIOMS[name].statement.variables:
        kind = variable.kind if isinstance(variable, Family) else domain(variable)
        assert NARROWER.get((name, str(variable)), DOMAINS.get(str(variable))) == kind


@pytest.mark.parametrize("name", AXIOMS)
def test_an_axiom_mentions_nothing_of_ours(name: str) -> None:
    statement = AXIOMS[name].statement
    assert definitions(statement.formulas) == []
    for formula in statement.formulas:
        assert not any(isinstance(n, (Definition, Applied)) for n in preorder_traversal(formula))
    words = set(AXIOMS[name].note.lower().replace(".", " ").split()) | set(name.split("."))
    assert not words & {"adam", "radam", "rectification", *derivations.theorems, "ewma", "ess"}
    assert name not in derivations.theorems
