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
    pi,
    sqrt,
    tanh,
)

from radam_sym.kernel.context import (
    IMPLIES,
    Binding,
    Condition,
    Context,
    Exists,
    apart_from_existence,
    at_values,
    binding,
    binding_facts,
    constant_sign,
    definedness,
    domain_facts,
    membership,
    moment,
    nonnegative,
    nonnegativity,
    nonzero,
    positive,
    sign_key,
)
from radam_sym.kernel.formulas import Formula, Predicate, Relation
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
    le,
    lt,
    n,
    ne,
    q,
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
PLUS, MINUS = Symbol("+"), Symbol("-")
ratio = Definition("ratio", (x, y), x / y)
mean = Definition("mean", (X, t), Sum(X[i], (i, 1, t)) / t)
d = Family("d", "positive sequence")
said = Predicate
normal, nonneg = said("normal", X), said("nonnegative", X)
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
        (Sum(s[i] * X[i] ** 2, (i, 1, n)), ["0 <= s[i] under Sum i"]),
        (-X[1] * X[2] ** 2, ["0 <= -1", "nonnegative(X)"]),
    ],
    ids=str,
)
def test_what_is_not_negative_by_its_form(term: Basic, needed: list[str]) -> None:
    assert sorted(told(condition) for condition in nonnegativity(term, ())) == sorted(needed)


@pytest.mark.parametrize(
    "term",
    [X[1] ** 3, 1 / X[1], sqrt(X[1]), X[1] ** n, X[1] ** (2 * n), exp(X[1]), mean(X, 2)],
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


# --- what is known --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ([lt(0, x)], lt(0, 2 * x)),
        ([lt(0, x)], ne(0, x)),
        ([lt(0, x)], ne(x, 0)),
        ([lt(0, x)], le(0, x / 3)),
        ([lt(x, 1)], lt(0, 1 - x)),
        ([lt(x, 1)], ne(x - 1, 0)),
        ([eq(x, y)], le(x, y)),
        ([eq(x, y)], le(y, x)),
        ([eq(y, x)], eq(2 * x, 2 * y)),
        ([ne(x, y)], ne(y, x)),
        ([le(x, y)], le(0, y - x)),
        ([], lt(1, 2)),
        ([], le(2, 2)),
        ([], ne(half, 1)),
        ([], eq(x, x)),
        ([], le(1, t)),
        ([], le(0, t - 1)),
        ([], le(0, u)),
        ([], lt(0, Symbol("r", positive=True))),
        ([], lt(0, exp(x))),
        ([], le(0, exp(x))),
        ([], ne(0, exp(x))),
        ([], le(0, sqrt(x))),
        ([lt(0, x)], lt(0, sqrt(x))),
        ([lt(0, x)], lt(0, x ** Rational(3, 2))),
        ([eq(X[1], x)], eq(X[1], x)),
        ([finite(X, 4)], finite(X, 2)),
        ([lt(0, x), normal, finite(X, 1), finite(X, 4)], finite(X, 2)),
        ([finite(X, 4)], finite(Lambda(i, s[i] * X[i] ** 2), 2)),
        ([Predicate("independent", X)], Predicate("independent", X)),
        ([], lt(0, pi)),
        ([], le(0, 2 * pi)),
        ([], ne(0, pi)),
        ([normal], normal),
        ([nonneg], nonneg),
        ([], said("nonnegative", Lambda(i, X[i] ** 2))),
        ([nonneg, le(0, x)], said("nonnegative", Lambda(i, x * X[i] + X[i] ** 4))),
        ([eq(E(1 / X[1]), x)], finite(Lambda(i, 1 / X[1]), 1)),
        ([Forall(t, eq(s[t], 0))], Forall(t, eq(s[t], 0))),
        ([lt(0, x)], Forall(y, lt(0, x))),
        ([], Forall(t, le(1, t))),
    ],
    ids=str,
)
def test_known(facts: list[Formula], wanted: Formula) -> None:
    assert Context(facts).knows(wanted)


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ([le(0, x)], lt(0, x)),
        ([le(0, x)], ne(0, x)),
        ([ne(0, x)], lt(0, x)),
        ([ne(0, x)], le(0, x)),
        ([ne(0, x)], eq(0, x)),
        ([lt(0, x)], lt(0, -x)),
        ([lt(0, x)], le(0, -x)),
        ([lt(0, x)], eq(0, x)),
        ([le(0, x)], le(0, -x)),
        ([le(0, x)], eq(0, x)),
        ([eq(0, x)], lt(0, x)),
        ([eq(0, x)], ne(0, x)),
        ([lt(x, 1)], lt(1, x)),
        ([lt(0, x)], lt(0, y)),
        ([lt(0, x)], lt(1, x)),
        ([], lt(2, 1)),
        ([], lt(2, 2)),
        ([], le(2, 1)),
        ([], ne(2, 2)),
        ([], eq(2, 1)),
        ([], lt(1, t)),
        ([], lt(0, u)),
        ([], le(0, x)),
        ([], le(0, n)),
        ([], eq(0, exp(x))),
        ([], lt(0, sqrt(x))),
        ([], ne(0, sqrt(x))),
        ([lt(0, x)], eq(0, sqrt(x))),
        ([le(0, x)], lt(0, sqrt(x))),
        ([], le(0, x**3)),
        ([], le(0, x**n)),
        ([], le(1, sqrt(x))),
        ([], lt(1, exp(x))),
        ([eq(X[1], x)], eq(X[1], 2 * x)),
        ([eq(X[1] + x, x)], eq(X[1], 0)),
        ([finite(X, 1)], finite(X, 2)),
        ([finite(s, 4)], finite(X, 2)),
        ([finite(X, 3)], finite(Lambda(i, X[i] ** 2), 2)),
        ([finite(X, 4)], Predicate("independent", X)),
        ([Predicate("identical", X)], Predicate("independent", X)),
        ([Predicate("identical", X)], finite(X, 1)),
        ([], lt(pi, 4)),
        ([], lt(0, -pi)),
        ([normal], nonneg),
        ([normal], said("normal", Lambda(i, X[i] + 0 * x + 1))),
        ([nonneg], normal),
        ([nonneg], said("nonnegative", Lambda(i, x * X[i]))),
        ([le(0, s[i])], said("nonnegative", Lambda(i, s[i] * X[i] ** 2))),
        ([said("nonnegative", Y)], nonneg),
        ([said("independent", X)], said("independent", Lambda(i, X[i] ** 2))),
        ([eq(E(1 / X[i]), x)], finite(Lambda(i, 1 / X[i]), 1)),
        ([Forall(t, eq(s[t], 0))], Forall(n, eq(s[n], 0))),
        ([lt(0, x)], Forall(x, lt(0, x))),
        ([], Forall(t, lt(1, t))),
    ],
    ids=str,
)
def test_not_known(facts: list[Formula], wanted: Formula) -> None:
    assert not Context(facts).knows(wanted)


@pytest.mark.parametrize(
    ("fact", "wanted"),
    [
        ("<", {"<", "<=", "!="}),
        ("<=", {"<="}),
        ("=", {"=", "<="}),
        ("!=", {"!="}),
    ],
)
def test_what_one_relation_implies(fact: str, wanted: set[str]) -> None:
    known = Context([Relation(fact, x, y)])
    assert {op for op in ("=", "!=", "<", "<=") if known.knows(Relation(op, x, y))} == wanted
    assert IMPLIES[fact] == wanted


def test_the_sign_of_a_power_is_not_that_of_another_where_the_base_is_zero() -> None:
    assert not Context([eq(0, x ** (t + 1))]).knows(eq(0, x ** (t - 1)))
    assert not Context([lt(0, x ** (t - 1))]).knows(lt(0, x ** (t + 1)))
    assert Context([lt(0, x**t)]).knows(lt(0, x**t / 2))


def test_keys_are_equal_iff_the_signs_must_be() -> None:
    assert sign_key(x, 2 * y)[0] == sign_key(3 * x - y, 5 * y)[0]
    assert sign_key(x, y)[0] == sign_key(y, x)[1]
    assert sign_key(x, y)[0] != sign_key(y, x)[0]
    assert sign_key(Integer(0), 1 / x)[0] == sign_key(Integer(0), x)[0]
    assert sign_key(x, x) == (frozenset(), frozenset())
    assert constant_sign(sign_key(Integer(3), Integer(2))[0]) == -1
    assert constant_sign(sign_key(Integer(2), Integer(2))[0]) == 0
    assert constant_sign(sign_key(Integer(1), Integer(2))[0]) == 1
    assert constant_sign(sign_key(Integer(1), x)[0]) is None
    assert constant_sign(sign_key(Integer(0), x)[0]) is None


def test_a_limit_exists_where_a_relation_names_it() -> None:
    limit = Limit(q**n, n, oo)
    assert Context([eq(limit, 0)]).knows(Exists(Limit(q**t, t, oo)))
    assert Context([eq(x, limit)]).knows(Exists(limit))
    for fact in (ne(limit, 0), lt(0, limit), le(limit, 1)):
        assert Context([fact]).knows(Exists(limit))
    for fact in (eq(limit + 1, 1), lt(0, 2 * limit), eq(Limit(x**n, n, oo), 0)):
        assert not Context([fact]).knows(Exists(limit))
    assert not Context([Predicate("independent", X)]).knows(Exists(limit))


# --- places ---------------------------------------------------------------------------------------


def test_a_fact_is_seen_further_inside_but_not_under_a_binder_of_its_variable() -> None:
    about_i, about_x = Context([lt(0, s[i])]), Context([lt(0, x)])
    assert about_i.knows(lt(0, s[i]))
    assert not about_i.knows(lt(0, s[i]), (under_sum,))
    assert about_x.knows(lt(0, x), (under_sum,))
    assert not about_x.knows(lt(0, x), (under_sum, binding(Limit(x - 1, x, 0, "-"))))


def test_a_fact_under_a_binder_is_not_seen_outside_or_under_another() -> None:
    context = Context()
    context.add(lt(0, s[i]), (under_sum,))
    assert context.knows(lt(0, s[i]), (under_sum,))
    assert not context.knows(lt(0, s[i]))
    assert not context.knows(lt(0, s[i]), (binding(Sum(s[i], (i, 0, n))),))
    assert not context.knows(lt(0, s[i]), (binding(Lambda(i, s[i])),))
    assert context.knows(lt(0, s[i]), (under_sum, binding(Limit(x, x, oo))))
    assert context.knows(lt(0, s[i]), (binding(Limit(x, x, oo)), under_sum))


def test_a_fact_under_a_binder_is_not_seen_where_its_ends_mean_something_else() -> None:
    context = Context()
    context.add(lt(0, s[i]), (under_sum,))
    over_n = binding(Lambda(n, s[n]))
    assert not context.knows(lt(0, s[i]), (over_n, under_sum))
    assert not context.knows(lt(0, s[i]), (under_sum, binding(Lambda(i, s[i]))))
    assert not context.knows(lt(0, s[i]), (binding(Lambda(i, s[i])), under_sum))
    limit = Binding("Limit", x, (y, MINUS))
    context.add(lt(0, x), (limit,))
    assert context.knows(lt(0, x), (limit,))
    assert not context.knows(lt(0, x), (binding(Lambda(y, y + 1)), limit))
    assert not context.knows(lt(0, x), (Binding("Limit", x, (y, PLUS)),))


def test_binders_have_to_come_in_the_order_of_the_fact() -> None:
    other = binding(Sum(s[j], (j, 1, 3)))
    context = Context()
    context.add(lt(0, s[i + j]), (under_sum, other))
    assert context.knows(lt(0, s[i + j]), (under_sum, other))
    assert not context.knows(lt(0, s[i + j]), (other, under_sum))
    assert not context.knows(lt(0, s[i + j]), (under_sum,))


def test_what_a_binder_says_is_known_under_it_alone() -> None:
    context = Context()
    assert context.knows(le(1, i), (under_sum,))
    assert context.knows(le(i, n), (under_sum,))
    assert not context.knows(le(1, i))
    assert not context.knows(le(1, i), (under_sum, binding(Lambda(i, s[i]))))
    assert not context.knows(le(i, n), (under_sum, binding(Lambda(n, s[n]))))
    assert context.knows(lt(x, 1), (binding(Limit(x, x, 1, "-")),))


def test_what_is_stated_is_a_fact_up_to_bound_names() -> None:
    context = Context([eq(Sum(s[i], (i, 1, n)), x)])
    assert context.states(eq(Sum(s[j], (j, 1, n)), x))
    assert not context.states(eq(x, Sum(s[i], (i, 1, n))))
    assert not context.states(eq(Sum(s[i], (i, 1, n)), x), (binding(Lambda(n, s[n])),))


def test_a_condition_that_does_not_follow_is_refused_with_its_place() -> None:
    context = Context([lt(0, x)])
    context.require([Condition((), (ne(y, 0), lt(0, x)))], "algebra")
    context.require([], "algebra")
    with refused(r"algebra: it does not follow that y != 0 or 0 < y$"):
        context.require([Condition((), (ne(y, 0), lt(0, y)))], "algebra")
    with refused("it does not follow that 0 < i, for i under Sum"):
        context.require([Condition((under_sum,), (positive(i),))], "algebra")
    assert context.holds(Condition((), (ne(y, 0), nonnegative(x))))
    assert not context.holds(Condition((), ()))


def test_a_limit_may_speak_of_infinity_where_facts_are_looked_up() -> None:
    context = Context()
    path = (binding(Limit(1 / x, x, oo)),)
    context.add(lt(0, y), path)
    assert context.knows(lt(0, y), path)


def test_a_function_of_positive_numbers_is_taken_at_them() -> None:
    assert needs(g(x)) == ["0 < x"]
    assert needs(f(x)) == []
    assert needs(integral(g(r))) == ["Exists(Integral(g(r), (r, 0, oo)))", "0 < r under Integral r"]
    Context().require(definedness(g(r)), "test")


def test_pi_is_positive() -> None:
    assert Context().knows(lt(0, pi))
    assert Context().knows(le(0, pi))
    assert not Context().knows(lt(pi, 0))
