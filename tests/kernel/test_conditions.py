import pytest
from sympy import (
    Basic,
    Integer,
    Lambda,
    Limit,
    Rational,
    Sum,
    Symbol,
    coth,
    exp,
    gamma,
    log,
    oo,
    sqrt,
    tanh,
)

from radam_sym.kernel.conditions import (
    Condition,
    apart_from_existence,
    at_values,
    binding,
    binding_facts,
    definedness,
    domain_facts,
    membership,
    moment,
    nonnegativity,
    nonzero,
)
from radam_sym.kernel.formulas import Predicate
from radam_sym.kernel.heads import DOMAINS, Definition, E, Family, Forall, Var
from tests.kernel.proofs import (
    X,
    Y,
    a,
    b,
    eq,
    f,
    g,
    i,
    integral,
    j,
    k,
    n,
    refused,
    s,
    t,
    u,
    x,
    y,
)
from tests.kernel.proofs import moment as finite
from tests.kernel.proofs import positive as r

half = Rational(1, 2)
ratio = Definition("ratio", (x, y), x / y)
mean = Definition("mean", (X, t), Sum(X[i], (i, 1, t)) / t)
d = Family("d", "positive sequence")
said = Predicate
under_sum = binding(Sum(s[i], (i, 1, n)))


def needs(term: Basic) -> list[str]:
    """The conditions of a term as text, with the binders that they stand under."""
    return [told(condition) for condition in definedness(term)]


def told(condition: Condition) -> str:
    where = "".join(f" under {bound.head} {bound.variable}" for bound in condition.path)
    return " or ".join(map(str, condition.alternatives)) + where


# --- domains and binders --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("real", []),
        ("integer", []),
        ("positive", ["0 < v"]),
        ("nonnegative", ["0 <= v"]),
        ("positive integer", ["1 <= v"]),
        ("nonnegative integer", ["0 <= v"]),
    ],
)
def test_what_a_domain_says(name: str, said: list[str]) -> None:
    assert [str(fact) for fact in domain_facts(Symbol("v", **DOMAINS[name]))] == said


def test_a_family_has_no_sign() -> None:
    assert domain_facts(X) == ()


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (Sum(s[i], (i, 2, n)), ["2 <= i", "i <= n"]),
        (Limit(x, x, oo), ["0 < x"]),
        (Limit(t, t, oo), ["1 <= t", "0 < t"]),
        (Limit(x, x, a, "-"), ["a - 1 < x", "x < a"]),
        (Limit(x, x, a, "+"), ["a < x", "x < a + 1"]),
        (Lambda(i, X[i]), []),
        (Forall(t, eq(s[t], 0)), ["1 <= t"]),
    ],
    ids=str,
)
def test_what_a_binder_says(term: Basic, said: list[str]) -> None:
    assert [str(fact) for fact in binding_facts(binding(term))] == said


# --- what a term needs ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("term", "needed"),
    [
        (x + 2 * y - half, []),
        (x**2, []),
        (1 / x, ["x != 0"]),
        (x**-3, ["x != 0"]),
        (1 / (x * (y - 1)), ["x != 0", "y - 1 != 0"]),
        (sqrt(x), ["0 <= x"]),
        (1 / sqrt(x), ["x != 0", "0 <= x"]),
        (x**n, ["x != 0 or 0 <= n"]),
        (x**t, ["x != 0 or 0 <= t"]),
        (Integer(2) ** n, []),
        (Integer(0) ** n, ["0 != 0 or 0 <= n"]),
        (x**y, ["0 < x"]),
        (x ** (n / 2), ["0 < x"]),
        (log(x), ["0 < x"]),
        (log(1 / x), ["0 < 1/x", "x != 0"]),
        (exp(1 / x), ["x != 0"]),
        (tanh(x), []),
        (coth(x), ["x != 0"]),
        (coth(x * y), ["x != 0", "y != 0"]),
        (gamma(x + 1), ["0 < x + 1"]),
        (1 / gamma(x), ["0 < x"]),
        (E(X[1]), ["moment(X, 1)"]),
        (Var(X[1]), ["moment(X, 2)"]),
        (E(x), []),
        (E(X[1] / x), ["moment(X, 1)", "x != 0"]),
        (E(X[1] * X[2]), ["Exists(E(X[1]*X[2]))"]),
        (E(1 / X[1]), ["Exists(E(1/X[1]))"]),
        (E(2 + x / X[1]), ["Exists(E(1/X[1]))"]),
        (E(sqrt(X[1]) + X[2]), ["Exists(E(sqrt(X[1])))", "moment(X, 1)"]),
        (Var(sqrt(X[1])), ["Exists(E(X[1]))", "Exists(E(sqrt(X[1])))"]),
        (E(exp(X[1] / x)), ["Exists(E(exp(X[1]/x)))", "x != 0"]),
        (E(X[1] * E(Y[1])), ["moment(X, 1)", "moment(Y, 1)"]),
        (E(E(1 / Y[1])), ["Exists(E(1/Y[1]))"]),
        (E(f(X[1])), ["Exists(E(f(X[1])))"]),
        (E(g(X[1])), ["Exists(E(g(X[1])))"]),
        (g(x), ["0 < x"]),
        (d[n], ["1 <= n"]),
        (X[n], []),
        (f(x), []),
        (f(X[1]), []),
        (s[1] / s[2], ["s[2] != 0"]),
        (Sum(1 / s[i], (i, 1, n)), ["0 <= n", "s[i] != 0 under Sum i"]),
        (Sum(x, (i, 1, n**2)), ["0 <= n**2"]),
        (Limit(1 / x, x, oo), ["Exists(Limit(1/x, x, oo, dir='-'))", "x != 0 under Limit x"]),
        (
            Limit(x, x, 1 / y, "-"),
            ["Exists(Limit(x, x, 1/y, dir='-'))", "y != 0"],
        ),
        (ratio(a, b), ["b != 0"]),
        (ratio(1 / a, b), ["a != 0", "b != 0"]),
        (mean(X, 3), ["1 <= 3", "3 != 0", "0 <= 3"]),
        (
            mean(Lambda(i, X[i] / s[i]), t),
            ["s[i] != 0 under Lambda i", "1 <= t", "t != 0", "0 <= t"],
        ),
        (Lambda(i, 1 / s[i]), ["s[i] != 0 under Lambda i"]),
        (Forall(x, eq(1 / x, y)), ["x != 0 under Forall x"]),
        (eq(1 / x, log(y)), ["x != 0", "0 < y"]),
        (finite(Lambda(i, X[i] / s[i]), 1), ["s[i] != 0 under Lambda i"]),
        (X, []),
    ],
    ids=str,
)
def test_what_a_term_needs_in_order_to_be_defined(term: Basic, needed: list[str]) -> None:
    assert sorted(needs(term)) == sorted(needed)


@pytest.mark.parametrize(
    ("term", "reason"),
    [
        (X[x], "the index x must be an integer"),
        (s[n / 2], "must be an integer"),
        (Sum(x, (i, 1, x)), "the ends of a sum must be integers"),
        (Sum(x, (i, x, 1)), "the ends of a sum must be integers"),
        (ratio(X[1], 2), "x is not random"),
        (mean(X, n / 2), "t is an integer"),
        (mean(X, x), "t is an integer"),
    ],
    ids=str,
)
def test_what_is_never_defined(term: Basic, reason: str) -> None:
    with refused(reason):
        list(definedness(term))


def test_a_limit_may_be_required_to_be_defined_but_for_its_existence() -> None:
    inner = Limit(1 / y, y, oo)
    assert "Exists" not in "".join(map(told, apart_from_existence(Limit(1 / x, x, oo))))
    assert [told(c) for c in apart_from_existence(Limit(1 / x, x, oo))] == ["x != 0 under Limit x"]
    assert "Exists" in "".join(map(told, apart_from_existence(1 + Limit(1 / x, x, oo))))
    assert "Exists" in "".join(map(told, apart_from_existence(Limit(inner / x, x, oo))))


def test_membership_is_asked_of_a_value() -> None:
    assert [told(c) for c in membership(t, n + 2, ())] == ["1 <= n + 2"]
    assert [told(c) for c in membership(x, y / 3, ())] == []
    for symbol, value in ((t, x), (n, half), (u, n / 2)):
        with refused("is an integer"):
            list(membership(symbol, value, ()))
    with refused("x is not random"):
        list(membership(x, X[1], ()))


@pytest.mark.parametrize(
    ("term", "needed"),
    [
        (x * y, ["x != 0", "y != 0"]),
        (x**3, ["x != 0"]),
        (sqrt(x), ["x != 0"]),
        (tanh(x), ["x != 0"]),
        (exp(x), []),
        (Integer(2), []),
        (Integer(0), ["0 != 0"]),
        (2 * x, ["x != 0"]),
        (x + y, ["x + y != 0"]),
        (ratio(x, y), ["x != 0", "y != 0"]),
        (s[1], ["s[1] != 0"]),
    ],
    ids=str,
)
def test_what_makes_a_term_different_from_zero(term: Basic, needed: list[str]) -> None:
    assert [told(condition) for condition in nonzero(term, ())] == needed


@pytest.mark.parametrize(
    ("term", "needed"),
    [
        (x, []),
        (X[1] + 2, ["moment(X, 2)"]),
        (x * X[1] ** 3, ["moment(X, 6)"]),
        (Sum(s[i] * X[i], (i, 1, n)), ["moment(X, 2) under Sum i"]),
        (mean(X, 2), ["moment(X, 2) under Sum i"]),
        ((X[1] + X[2]) ** 2, ["moment(X, 4)", "moment(X, 4)"]),
        (X[1] * X[2], ["Exists(E(X[1]*X[2]))", "Exists(E(X[1]**2*X[2]**2))"]),
        (x * sqrt(X[1]), ["Exists(E(sqrt(X[1])))", "Exists(E(X[1]))"]),
        (f(X[1]), ["Exists(E(f(X[1])))", "Exists(E(f(X[1])**2))"]),
    ],
    ids=str,
)
def test_what_a_finite_moment_needs(term: Basic, needed: list[str]) -> None:
    assert [told(condition) for condition in moment(term, 2, ())] == needed


@pytest.mark.parametrize(
    ("term", "needed"),
    [
        (x, ["0 <= x"]),
        (X[1], ["nonnegative(X)"]),
        (f(X[1]), ["nonnegative(f)"]),
        (X[1] ** 2 + 3, ["0 <= 3"]),
        (x * X[1], ["0 <= x", "nonnegative(X)"]),
        (X[1] ** -2, []),
        (exp(X[1]), []),
        (x * exp(-X[1]), ["0 <= x"]),
        (Sum(s[i] * X[i] ** 2, (i, 1, n)), ["0 <= s[i] under Sum i"]),
        (-X[1] * X[2] ** 2, ["0 <= -1", "nonnegative(X)"]),
    ],
    ids=str,
)
def test_what_is_not_negative_by_its_form(term: Basic, needed: list[str]) -> None:
    assert sorted(told(condition) for condition in nonnegativity(term, ())) == sorted(needed)


@pytest.mark.parametrize(
    "term",
    [X[1] ** 3, 1 / X[1], sqrt(X[1]), X[1] ** n, X[1] ** (2 * n), mean(X, 2)],
    ids=str,
)
def test_of_other_forms_no_rule_says_that_they_are_not_negative(term: Basic) -> None:
    with refused("no rule says that this is not negative"):
        list(nonnegativity(term, ()))


def test_values_are_put_into_conditions_and_not_into_what_sympy_made_of_the_term() -> None:
    gap = (x + y) / x
    assert gap.subs(y, 0) == 1
    assert [told(c) for c in at_values(definedness(gap), {y: Integer(0)})] == ["x != 0"]
    assert needs(Definition("gap", (x, y), gap)(a, 0)) == ["a != 0"]


def test_values_are_put_into_conditions_without_capture() -> None:
    total = Sum(1 / (x - s[i]), (i, 1, n))
    [ends, inside] = at_values(definedness(total), {x: i, n: j}, (under_sum,))
    assert told(ends) == "0 <= j under Sum i"
    assert told(inside) == "i - s[i_1] != 0 under Sum i under Sum i_1"
    [_, inside] = at_values(definedness(total), {x: y, i: k}, ())
    assert told(inside) == "y - s[i] != 0 under Sum i"
    taken = Symbol("i_1", integer=True)
    [_, inside] = at_values(definedness(Sum(1 / (x - taken + i), (i, 1, n))), {x: i})
    assert inside.path[0].variable == Symbol("i_2", integer=True)
    nested = Sum(Limit(x * i * y / (y - i), y, oo), (i, 1, n))
    for condition in at_values(definedness(nested), {x: i, n: i}):
        for bound in condition.path:
            assert bound.variable != i


def test_a_function_of_positive_numbers_is_taken_at_them() -> None:
    assert needs(g(x)) == ["0 < x"]
    assert needs(f(x)) == []
    assert needs(integral(g(r))) == ["Exists(Integral(g(r), (r, 0, oo)))", "0 < r under Integral r"]
