import pytest
from sympy import preorder_traversal

import derivations
from radam_sym.kernel.axioms import AXIOMS
from radam_sym.kernel.formulas import definitions
from radam_sym.kernel.heads import Applied, Definition

STRIP = ["0 < s", "0 < x", "0 < h", "0 < z", "Integral(z/(z**2 + (u + 1)**2), (u, 0, oo)) = d"]
TRAPEZOIDAL = (
    "Trefethen & Weideman 2014, The exponentially convergent trapezoidal rule, "
    "theorem 5.1, with DLMF 4.23.3 and 5.2.1"
)
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
        ["0 <= x"],
        "Sum(x**i/gamma(i + 1), (i, 0, n - 1)) <= exp(x)",
        "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, theorem 5.15, with the "
        "exponential of chapter 8",
    ),
    "exponential.below_series": (
        ["0 <= x"],
        "exp(x) <= x**n*exp(x)/gamma(n + 1) + Sum(x**i/gamma(i + 1), (i, 0, n - 1))",
        "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, theorem 5.15, with the "
        "exponential of chapter 8",
    ),
    "log.increasing": (
        ["0 < x", "x < y"],
        "log(x) < log(y)",
        "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, chapter 8",
    ),
    "gamma.integral": (
        ["0 < x"],
        "Integral(u**(x - 1)*exp(-u), (u, 0, oo)) = gamma(x)",
        "NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov, 5.2.1",
    ),
    "gamma.functional": (
        ["0 < x"],
        "gamma(x + 1) = x*gamma(x)",
        "NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov, 5.5.1",
    ),
    "gamma.duplication": (
        ["0 < x"],
        "gamma(x)*gamma(x + 1/2) = 2**(1 - 2*x)*sqrt(pi)*gamma(2*x)",
        "NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov, 5.5.5",
    ),
    "gamma.ratio_above": (
        ["0 < x", "0 < s", "s < 1"],
        "x**(1 - s) < gamma(x + 1)/gamma(s + x)",
        "NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov, 5.6.4",
    ),
    "gamma.ratio_below": (
        ["0 < x", "0 < s", "s < 1"],
        "gamma(x + 1)/gamma(s + x) < (x + 1)**(1 - s)",
        "NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov, 5.6.4",
    ),
    "integral.positive": (
        ["0 < g(u) for every positive u", "Integral(g(u), (u, 0, oo)) = A"],
        "0 < A",
        "Billingsley, Probability and Measure, 3rd ed., 1995, theorem 15.2",
    ),
    "integral.order": (
        [
            "g(u) <= h(u) for every positive u",
            "Integral(g(u), (u, 0, oo)) = A",
            "Integral(h(u), (u, 0, oo)) = B",
        ],
        "A <= B",
        "Billingsley, Probability and Measure, 3rd ed., 1995, theorem 16.1",
    ),
    "integral.dominated": (
        [
            "0 <= g(u) for every positive u",
            "g(u) <= h(u) for every positive u",
            "Integral(h(u), (u, 0, oo)) = B",
        ],
        "Integral(g(u), (u, 0, oo)) <= B",
        "Billingsley, Probability and Measure, 3rd ed., 1995, theorem 15.1",
    ),
    "beta.integral": (
        ["0 < x", "0 < y"],
        "Integral(u**(x - 1)*(u + 1)**(-x - y), (u, 0, oo)) = gamma(x)*gamma(y)/gamma(x + y)",
        "NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov, 5.12.3",
    ),
    "integral.dirichlet": (
        [
            "0 < x",
            "0 < y",
            "Integral(u**(x - 1)*g(u + v), (u, 0, oo)) = h(v) for every positive v",
            "Integral(u**(x + y - 1)*g(u), (u, 0, oo)) = A",
        ],
        "Integral(u**(y - 1)*h(u), (u, 0, oo)) = A*gamma(x)*gamma(y)/gamma(x + y)",
        "Whittaker & Watson, A Course of Modern Analysis, 4th ed., 1927, section 12.5, with "
        "Fubini's theorem",
    ),
    "log.integral": (
        ["0 < x"],
        "Integral(1/((u + 1)*(u + x + 1)), (u, 0, oo)) = log(x + 1)/x",
        "Gradshteyn & Ryzhik, Table of Integrals, Series, and Products, 7th ed., "
        "2007, 3.197.5, with 9.121.6",
    ),
    "limit.order": (
        [
            "a[n] <= b[n] for every positive integer n",
            "Limit(a[n], n, oo, dir='-') = A",
            "Limit(b[n], n, oo, dir='-') = B",
        ],
        "A <= B",
        "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, theorem 3.19",
    ),
    "limit.monotone": (
        ["a[n] <= a[n + 1] for every positive integer n", "a[n] <= B for every positive integer n"],
        "Limit(a[n], n, oo, dir='-') <= B",
        "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, theorem 3.14",
    ),
    "limit.between": (
        [
            "a[n] <= b[n] for every positive integer n",
            "b[n] <= c[n] for every positive integer n",
            "Limit(a[n], n, oo, dir='-') = A",
            "Limit(c[n], n, oo, dir='-') = A",
        ],
        "Limit(b[n], n, oo, dir='-') = A",
        "Rudin, Principles of Mathematical Analysis, 3rd ed., 1976, theorem 3.19",
    ),
    "variance.moments": (
        ["moment(X, 2)"],
        "Var(X[i]) = -E(X[i])**2 + E(X[i]**2)",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 21",
    ),
    "normal.moments": (
        ["normal(X)"],
        "moment(X, 4)",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 21, example 21.1",
    ),
    "normal.identical": (
        ["normal(X)"],
        "identical(X)",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 20",
    ),
    "chi_squared.law": (
        [
            "normal(X)",
            "independent(X)",
            "Integral(u**(k/2 - 1)*exp(-u/2)*g(u)/(2**(k/2)*gamma(k/2)), (u, 0, oo)) = A",
        ],
        "E(g(Sum(X[i]**2, (i, m, k + m - 1)))) = A",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 20, with theorem 16.13",
    ),
    "chi_squared.converse": (
        ["normal(X)", "independent(X)", "E(g(Sum(X[i]**2, (i, m, k + m - 1)))) = A"],
        "Integral(u**(k/2 - 1)*exp(-u/2)*g(u)/(2**(k/2)*gamma(k/2)), (u, 0, oo)) = A",
        "Billingsley, Probability and Measure, 3rd ed., 1995, section 20, with theorem 16.13",
    ),
    "transform.sum": (
        ["independent(X)", "m - 1 <= n", "E(exp(X[i]*a[i])) = exp(b[i]) for every integer i"],
        "E(exp(Sum(X[i]*a[i], (i, m, n)))) = exp(Sum(b[i], (i, m, n)))",
        "Billingsley, Probability and Measure, 3rd ed., 1995, sections 9 and 21",
    ),
    "expectation.series": (
        ["nonnegative(X)", "Limit(Sum(E(X[i]), (i, -n, n)), n, oo, dir='-') = A"],
        "E(Limit(Sum(X[i], (i, -n, n)), n, oo, dir='-')) = A",
        "Billingsley, Probability and Measure, 3rd ed., 1995, theorem 16.6, with theorem 15.2",
    ),
    "expectation.order": (
        [
            "nonnegative(X)",
            "0 < s",
            "E(X[i]**(-s)) = A",
            "B/u**s <= g(u) for every positive u",
            "E(g(X[i])) = c",
        ],
        "A*B <= c",
        "Billingsley, Probability and Measure, 3rd ed., 1995, theorem 16.1, with theorem 15.2",
    ),
    "transform.negative_moment": (
        [
            "nonnegative(X)",
            "0 < s",
            "E(exp(-u*X[i])) = g(u) for every positive u",
            "Integral(u**(s - 1)*g(u), (u, 0, oo)) = A",
        ],
        "E(X[i]**(-s)) = A/gamma(s)",
        "Cressie & Borkent 1986, The moment generating function has its moments, "
        "Journal of Statistical Planning and Inference 13",
    ),
    "transform.converse": (
        [
            "nonnegative(X)",
            "0 < s",
            "E(exp(-u*X[i])) = g(u) for every positive u",
            "E(X[i]**(-s)) = A",
        ],
        "Integral(u**(s - 1)*g(u), (u, 0, oo)) = A*gamma(s)",
        "Cressie & Borkent 1986, The moment generating function has its moments, "
        "Journal of Statistical Planning and Inference 13",
    ),
    "strip.at_most": (
        [*STRIP, "m - 1 <= n"],
        "Sum(h*exp(-x*exp(h*i))*exp(h*i*s), (i, m, n)) <= "
        "(2*(z**2 + 1)**(s/2)/(exp(2*pi*d/h) - 1) + 1)*gamma(s)/x**s",
        TRAPEZOIDAL,
    ),
    "strip.at_least": (
        STRIP,
        "(-2*(z**2 + 1)**(s/2)/(exp(2*pi*d/h) - 1) + 1)*gamma(s)/x**s <= "
        "Limit(Sum(h*exp(-x*exp(h*i))*exp(h*i*s), (i, -n, n)), n, oo, dir='-')",
        TRAPEZOIDAL,
    ),
}
DOMAINS = {"X": "random", "v": "positive", "a": "sequence", "b": "sequence", "f": "function"}
DOMAINS |= dict.fromkeys("gh", "positive function")
DOMAINS |= dict.fromkeys("ijmn", "integer") | dict.fromkeys("cdqsxyzAB", "real")
NARROWER = {  # how many terms of a series there are, how many squares, what begins at 1, a step
    ("exponential.above_series", "n"): "positive integer",
    ("exponential.below_series", "n"): "positive integer",
    ("chi_squared.law", "k"): "positive integer",
    ("chi_squared.converse", "k"): "positive integer",
}
NARROWER |= {("limit.monotone", "a"): "positive sequence"}
NARROWER |= {("limit.between", name): "positive sequence" for name in "abc"}
NARROWER |= {(f"strip.{side}", "h"): "real" for side in ("at_most", "at_least")}


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
