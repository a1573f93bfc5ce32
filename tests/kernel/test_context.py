import pytest
from sympy import (
    Integer,
    Lambda,
    Limit,
    Rational,
    Sum,
    Symbol,
    exp,
    oo,
    pi,
    sqrt,
)

from radam_sym.kernel.conditions import (
    Binding,
    Condition,
    Exists,
    binding,
    definedness,
    nonnegative,
    positive,
)
from radam_sym.kernel.context import IMPLIES, Context, constant_sign, sign_key
from radam_sym.kernel.formulas import Formula, Predicate, Relation
from radam_sym.kernel.heads import E, Forall
from tests.kernel.proofs import (
    X,
    Y,
    eq,
    g,
    i,
    j,
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
said = Predicate
normal, nonneg = said("normal", X), said("nonnegative", X)
under_sum = binding(Sum(s[i], (i, 1, n)))


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


def test_a_function_of_positive_numbers_is_defined_at_a_positive_variable() -> None:
    Context().require(definedness(g(r)), "test")


def test_pi_is_positive() -> None:
    assert Context().knows(lt(0, pi))
    assert Context().knows(le(0, pi))
    assert not Context().knows(lt(pi, 0))
