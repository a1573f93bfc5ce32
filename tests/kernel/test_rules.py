from typing import Any

import pytest
from sympy import (
    Basic,
    I,
    Integer,
    Lambda,
    Limit,
    Pow,
    Rational,
    Sum,
    Symbol,
    coth,
    exp,
    log,
    oo,
    sqrt,
    tanh,
    zoo,
)

from radam_sym.kernel.axioms import log_increasing, power_vanishing, variance_of_sum
from radam_sym.kernel.conditions import binding
from radam_sym.kernel.context import Context
from radam_sym.kernel.formulas import Predicate, Statement
from radam_sym.kernel.heads import Definition, E, Family, Forall, Var
from radam_sym.kernel.place import Place
from radam_sym.kernel.rules import RULES, Step, check_step, instantiate, limit_value, sign
from radam_sym.kernel.theorem import Cited, Combined, axiom
from tests.kernel.proofs import (
    AT_ONE,
    BETWEEN,
    MOVING,
    NOWHERE,
    ONE,
    TWO,
    UNDER,
    ZERO,
    X,
    a,
    b,
    c,
    eq,
    f,
    g,
    h,
    i,
    inequality,
    integral,
    j,
    le,
    lt,
    m,
    moment,
    n,
    ne,
    other,
    positive,
    proved,
    q,
    refused,
    s,
    step,
    t,
    tending,
    u,
    x,
    y,
    z,
)

half = Rational(1, 2)
ratio = Definition("ratio", (x, y), x / y)
double = Definition("double", (x,), 2 * x)


# --- algebra, hyperbolic, radical -----------------------------------------------------------------


def test_algebra_proves_rational_identities() -> None:
    proved(step("algebra", (x + 1) ** 2, x**2 + 2 * x + 1))
    proved(step("algebra", (x**2 - 1) / (x - 1), x + 1), given=[ne(x - 1, 0)])
    proved(step("algebra", x ** (2 * u) - 1, (x**u - 1) * (x**u + 1)))
    with refused("algebra: the two sides differ"):
        proved(step("algebra", (x + 1) ** 2, x**2 + x + 1))


def test_a_division_by_zero_is_not_hidden() -> None:
    """(x² − 1)/(x − 1) is x + 1 where x is not 1; at 1 it has no value."""
    hidden = step("algebra", x + 1, (x**2 - 1) / (x - 1))
    with refused("it does not follow that x - 1 != 0"):
        proved(hidden)
    with refused("it does not follow that x - 1 != 0"):
        proved(step("algebra", (x**2 - 1) / (x - 1), x + 1))
    with refused("it does not follow that x - 1 != 0"):
        proved(hidden, given=[ne(x + 1, 0)])
    with refused("it does not follow that i - 2 != 0, for i under Sum"):
        proved(
            step("algebra", i + 2, (i**2 - 4) / (i - 2), Sum((i**2 - 4) / (i - 2), (i, 1, 3))),
            start=Sum(i + 2, (i, 1, 3)),
        )


def test_arithmetic_on_random_variables_is_done_point_by_point() -> None:
    proved(step("algebra", (X[1] + 1) ** 2, X[1] ** 2 + 2 * X[1] + 1))
    with refused("random expressions can only be equated"):
        proved(step("algebra", (1 - X[1] ** 2) / (1 - X[1]), 1 + X[1]), given=[ne(X[1], 1)])


def test_hyperbolic_rewrites_in_exponentials() -> None:
    new = (exp(2 * x) - 1) / (exp(2 * x) + 1)
    given = [ne(exp(2 * x) + 1, 0)]
    proved(step("hyperbolic", tanh(x), new), given=given)
    proved(step("hyperbolic", tanh(t * log(q) / 2), (q**t - 1) / (q**t + 1)), given=[
        lt(0, q), ne(q**t + 1, 0)
    ])  # fmt: skip
    with refused("hyperbolic: the two sides differ"):
        proved(step("hyperbolic", tanh(x), -new), given=given)
    with refused("algebra: the two sides differ"):
        proved(step("algebra", tanh(x), new), given=given)
    with refused("it does not follow that 0 < q"):
        proved(step("hyperbolic", tanh(t * log(q) / 2), (q**t - 1) / (q**t + 1)))


def test_radical_compares_the_squares_of_what_is_not_negative() -> None:
    old, new = sqrt(x**2 + 2 * x + 1), x + 1
    given = [le(0, x + 1), le(0, x**2 + 2 * x + 1)]
    proved(step("radical", old, new), given=given)
    with refused("it does not follow that 0 <= x"):
        proved(step("radical", old, new), given=given[1:])
    with refused(r"it does not follow that 0 <= -x - 1"):
        proved(step("radical", old, -x - 1), given=given)
    with refused(r"it does not follow that 0 <= -x - 1"):
        proved(step("radical", -x - 1, old), given=given)
    with refused("radical: the two sides differ"):
        proved(step("radical", old, x + 2), given=[*given, le(0, x + 2)])


def test_a_root_stored_as_y_because_y_is_positive_is_not_used_for_what_is_negative() -> None:
    """√(y²) = y for positive y is stored as y = y, or, with 1 beside it, as an identity in y."""
    y = Symbol("y", positive=True)
    root = sqrt(y**2)
    assert root == y
    theorem = proved(step("algebra", (root + 1) ** 2, y**2 + 2 * y + 1))
    for value in (Integer(-2), x, -positive, ZERO):
        cited = step(
            "cite",
            (value + 1) ** 2,
            value**2 + 2 * value + 1,
            theorem=theorem,
            instance={y: value},
        )
        with refused("it does not follow that 0 <"):
            check_step(Context(), cited.old, cited)


# --- definition, cite, given ----------------------------------------------------------------------


def test_a_definition_is_unfolded_and_folded() -> None:
    proved(step("definition", double(y), 2 * y, definition=double))
    proved(step("definition", 2 * y, double(y), definition=double))
    with refused("not double unfolded or folded"):
        proved(step("definition", double(y), 3 * y, definition=double))
    with refused("not double unfolded or folded"):
        proved(step("definition", ratio(y, 2), y / 2, definition=double))
    with refused("it does not follow that z != 0"):
        proved(step("definition", ratio(y, z), y / z, definition=ratio))


square_root = proved(
    inequality("<=", x, y, (ONE, [le(x, y)])), given=[le(x, y), lt(0, x)], id="at.most"
)
expanded = proved(step("algebra", x * (x + 1), x**2 + x), id="expanded")
cancelled = proved(step("algebra", (x + y) * x / y, x**2 / y + x), given=[ne(y, 0)])


def cited(theorem: Any, instance: Any, old: Any, new: Any) -> Step:
    return step("cite", old, new, theorem=theorem, instance=instance)


def test_the_sides_of_an_instance_are_cited_in_either_order() -> None:
    old, new = 2 * y * (2 * y + 1), 4 * y**2 + 2 * y
    proved(cited(expanded, {x: 2 * y}, old, new))
    proved(cited(expanded, {x: 2 * y}, new, old))
    with refused("not the two sides of"):
        proved(cited(expanded, {x: 2 * y}, old, new + 1))
    with refused("not the two sides of"):
        proved(cited(expanded, {x: y}, old, new))
    for side in (old, new):
        with refused("not the two sides of"):
            check_step(Context(), side, cited(expanded, {x: 2 * y}, side, side))


def test_an_inequality_is_not_rewritten_with() -> None:
    with refused("is not an equation"):
        proved(cited(square_root, {}, x, y), given=[le(x, y), lt(0, x)])
    with refused("is not an equation"):
        proved(step("given", x, y, formula=le(x, y), value=None), given=[le(x, y)])
    with refused("is not an equation"):
        formula = Predicate("independent", X)
        proved(step("given", x, y, formula=formula, value=None), given=[formula])


def test_a_hypothesis_that_does_not_follow() -> None:
    with refused("cite: it does not follow that z != 0"):
        instantiate(Place(Context()), cancelled.statement, {y: z})
    proved(cited(cancelled, {y: z}, (x + z) * x / z, x**2 / z + x), given=[lt(0, z)])
    with refused("it does not follow that independent"):
        instantiate(
            Place(Context([moment(X, 2)])),
            variance_of_sum.statement,
            {Symbol("m", integer=True): ONE, n: TWO},
        )
    with refused("it does not follow that q < 1"):
        instantiate(Place(Context([lt(0, q)])), power_vanishing.statement, {})


def test_a_hypothesis_keeps_its_conditions_when_values_are_put_in() -> None:
    """For s = 0, (x + y)/x looks like 1 and no longer shows that x is not 0."""
    known = [lt(0, (x + y) / x), ne(x, 0)]
    goal = inequality("<", 0, x * (x + y), (ONE, [lt(0, x * (x + y))]))
    theorem = proved(goal, given=[known[0]])
    assert instantiate(Place(Context(known)), theorem.statement, {}) == lt(0, x * (x + y))
    assert instantiate(Place(Context([ne(z, 0)])), theorem.statement, {x: z, y: ZERO}) == lt(
        0, z**2
    )
    with refused("it does not follow that z != 0"):
        instantiate(Place(Context()), theorem.statement, {x: z, y: ZERO})


def test_what_is_instantiated_is_a_variable_of_the_statement() -> None:
    for stranger in (y, i, X):
        with refused("is not a variable of the statement"):
            instantiate(Place(Context()), expanded.statement, {stranger: ONE})


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (1 / z, "it does not follow that z != 0"),
        (X[1], "x is not random"),
        (I, "not an admitted head"),
        (oo, "not an admitted head"),
        (X, "not an admitted head"),
    ],
    ids=str,
)
def test_a_value_has_to_be_one(value: Basic, reason: str) -> None:
    with refused(reason):
        instantiate(Place(Context()), expanded.statement, {x: value})


def test_a_value_in_the_domain() -> None:
    counting = proved(step("algebra", t * (t + 1), t**2 + t))
    assert instantiate(Place(Context([le(2, n)])), counting.statement, {t: n - 1}).left == n * (
        n - 1
    )
    with refused("it does not follow that 1 <= n"):
        instantiate(Place(Context()), counting.statement, {t: n})
    with refused("t is an integer"):
        instantiate(Place(Context()), counting.statement, {t: x})


def test_a_theorem_is_cited_under_a_binder_with_what_holds_there() -> None:
    term = (1 + s[i]) / i
    theorem = proved(step("algebra", (1 + y) / x, 1 / x + y / x), given=[lt(0, x)])
    new = 1 / i + s[i] / i
    line = cited(theorem, {x: i, y: s[i]}, term, new)
    under = Step(line.rule, term, new, Sum(new, (i, 1, n)), "=", line.arguments)
    above_zero = Combined(lt(0, i), ((ONE, (le(1, i),)), (ONE, ())), ())
    path = (binding(Sum(term, (i, 1, n))),)
    facts = [
        Combined(above_zero.relation, above_zero.combination, path),
        Combined(ne(i, 0), ((Integer(-1), (lt(0, i),)),), path),
    ]
    proved(under, start=Sum(term, (i, 1, n)), given=[le(0, n)], facts=facts)
    with refused("it does not follow that i != 0, for i under Sum"):
        proved(under, start=Sum(term, (i, 1, n)), given=[le(0, n)])
    with refused("it does not follow that"):
        proved(under, start=Sum(term, (i, 0, n)), given=[le(0, n)], facts=facts)


def test_capture_under_a_binder() -> None:
    """From t = i nothing follows for Σ_i t·X_i, whose i is another."""
    line = step("given", t, i, Sum(i * s[i], (i, 1, 3)), formula=eq(t, i), value=None)
    with refused("given: it does not follow that t = i, for i under Sum"):
        proved(line, start=Sum(t * s[i], (i, 1, 3)), given=[eq(t, i)])
    renamed = step("given", t, i, Sum(i * s[j], (j, 1, 3)), formula=eq(t, i), value=None)
    proved(renamed, start=Sum(t * s[j], (j, 1, 3)), given=[eq(t, i)])
    theorem = proved(step("sums", Sum(x, (i, 1, 3)), 3 * x, operation="constant", at=None))
    captured = cited(theorem, {x: s[i]}, Sum(s[i], (i, 1, 3)), 3 * s[i])
    with refused("not the two sides of"):
        proved(captured)
    proved(cited(theorem, {x: s[i]}, Sum(s[i], (j, 1, 3)), 3 * s[i]))


def test_a_given_equation_is_used() -> None:
    proved(step("given", x, y**2, formula=eq(x, y**2), value=None), given=[eq(x, y**2)])
    proved(step("given", y**2, x, formula=eq(x, y**2), value=None), given=[eq(x, y**2)])
    with refused("it does not follow that x = y"):
        proved(step("given", x, y, formula=eq(x, y), value=None), given=[eq(x, y**2)])


recurrence = Forall(t, eq(s[t], s[t - 1] / 2))


def test_a_relation_for_all_values_is_used_at_one() -> None:
    at_three = step("given", s[3], s[2] / 2, formula=recurrence, value=Integer(3))
    proved(at_three, given=[recurrence])
    with refused("given: at which t?"):
        proved(step("given", s[3], s[2] / 2, formula=recurrence, value=None), given=[recurrence])
    with refused("it does not follow that 1 <= 0"):
        proved(step("given", s[0], s[-1] / 2, formula=recurrence, value=ZERO), given=[recurrence])
    with refused("not the two sides of"):
        other = step("given", s[3], s[1] / 2, formula=recurrence, value=Integer(3))
        proved(other, given=[recurrence])
    with refused("it does not follow that"):
        proved(at_three, given=[])


@pytest.mark.parametrize("value", [I, 1 / z, X[1], oo], ids=str)
def test_what_holds_for_every_real_number_holds_for_nothing_else(value: Basic) -> None:
    for_all = Forall(x, eq(f(x), 0))
    line = step("given", f(0), 0, formula=for_all, value=value)
    with refused("not an admitted head|it does not follow that z != 0|x is not random"):
        proved(line, given=[for_all])


# --- limits ---------------------------------------------------------------------------------------

vanishing = eq(Limit(q**n, n, oo), 0)
unit = [lt(0, q), lt(q, 1)]


def to(body: Any, variable: Any = n, point: Any = oo, side: str = "-") -> Limit:
    return Limit(body, variable, point, side)


def limit_step(start: Basic, end: Any, *base: Any) -> Step:
    return step("limit", start, end, base=base)


def test_a_limit_by_continuity_from_base_limits() -> None:
    facts = [Cited(power_vanishing), Combined(ne(q, 0), ((Integer(-1), (lt(0, q),)),))]
    for body, value in (
        (q**n, 0),
        ((1 - q**n) / 2, half),
        (x * q**n + y, y),
        (q ** (2 * n), 0),
        (q ** (n + 1), 0),
        (q ** (n + i), 0),
        (q ** (n + u), 0),
        (exp(q**n), 1),
        (tanh(1 + q**n), tanh(1)),
        (x + y, x + y),
        (Sum(s[i] * q**n, (i, 1, 3)), Sum(0 * s[i], (i, 1, 3))),
    ):
        proved(limit_step(to(body), value, vanishing), given=unit, facts=facts)
    with refused("limit: the two sides differ"):
        proved(limit_step(to(q**n), 1, vanishing), given=unit, facts=facts)
    with refused("no base limit is given for q..n"):
        proved(limit_step(to(q**n), 0), given=unit, facts=facts)
    with refused("limit: it does not follow that Exists"):
        proved(limit_step(to(q**n), 0, vanishing), given=unit, facts=facts[1:])


def test_a_base_limit_takes_factors_together() -> None:
    both = eq(to(n * q**n), 0)
    context = [vanishing, both, *unit, ne(a, 0), lt(0, x)]

    def value_of(body: Basic, *base: Any, without: Any = None) -> Basic:
        known = [fact for fact in context if fact is not without]
        return limit_value(Place(Context(known)), to(body), base)

    for body, value in (
        (n * q**n, 0),
        (2 * n * q**n + y, y),
        (y * n * q**n / (1 - q**n) + x, x),
        (n * q ** (n + 1), 0),
        (n * q ** (n + i) + q**n, 0),
        (n * q**n * a ** (u + 2), 0),
    ):
        assert value_of(body, vanishing, both) == value
        assert value_of(body, both, vanishing) == value
    with refused("no rule for the limit of n"):
        value_of(n * q**n, vanishing)
    with refused("no rule for the limit of n"):
        value_of(n * y, vanishing, both)
    with refused("it does not follow that 0 < q"):
        value_of(n * q ** (n + 1), both, without=unit[0])
    outer = [eq(to(n * s[n] ** n), 0), eq(to(s[n]), 2)]
    about_another_n = lt(0, s[n])
    with refused("no rule for the limit of n"):
        place = Place(Context([*outer, about_another_n]))
        limit_value(place, to(n * s[n] ** (n + 1)), tuple(outer))


def test_only_the_factors_of_a_base_limit_are_taken() -> None:
    three = eq(to(n * y * q**n), 0)
    with refused("no rule for the limit of n"):
        limit_value(Place(Context([three, *unit])), to(n * a * q**n), (three,))
    sideways = eq(to(x * y, x, 1, "-"), 3)
    with refused("the two sides differ|no rule|no base limit"):
        proved(limit_step(to(x * y * a, x, 1, "+"), 3 * a, sideways), given=[sideways])


def test_a_variable_tends_to_its_point() -> None:
    proved(limit_step(to(x**2 + 1, x, y), y**2 + 1))
    proved(limit_step(to(a * x, x, 1 / b, "+"), a / b), given=[ne(b, 0)])
    proved(limit_step(to(Sum(x**i, (i, 0, 3)), x, 1), Sum(1, (i, 0, 3))), facts=[])
    with refused("no rule for the limit of n"):
        proved(limit_step(to(n), 0))
    with refused("no rule for the limit of s"):
        proved(limit_step(to(s[n]), 0))
    with refused("it does not follow that b != 0"):
        proved(limit_step(to(a * x, x, 1 / b, "+"), a / b))


def test_heads_are_continuous_where_their_conditions_hold() -> None:
    near = [lt(0, y)]
    proved(limit_step(to(sqrt(x), x, y, "+"), sqrt(y)), given=near, facts=above(y))
    proved(limit_step(to(log(x), x, y, "+"), log(y)), given=near, facts=above(y))
    proved(limit_step(to(coth(x), x, y, "+"), coth(y)), given=near, facts=above(y))
    proved(limit_step(to(1 / x, x, y, "+"), 1 / y), given=near, facts=above(y))
    proved(limit_step(to(x**i, x, y, "+"), y**i), given=near, facts=above(y))
    for body, value, reason in (
        (sqrt(x), sqrt(y), "it does not follow that 0 < y"),
        (log(x), log(y), "it does not follow that 0 < y"),
        (coth(x), coth(y), "it does not follow that y != 0"),
        (1 / x, 1 / y, "it does not follow that y != 0"),
        (x**i, y**i, "it does not follow that y != 0"),
        (1 / sqrt(x), 1 / sqrt(y), "it does not follow that (0 < y|y != 0)"),
    ):
        facts = above(y)
        with refused(reason):
            limit_value(Place(Context([f.relation for f in facts])), to(body, x, y, "+"), ())
        with refused(reason):
            proved(limit_step(to(body, x, y, "+"), value), given=[le(0, y)], facts=facts)


def above(point: Basic) -> list[Combined]:
    """Facts under x → point from above, where the point is not negative."""
    path = (binding(to(x, x, point, "+")),)
    return [
        Combined(lt(0, x), ((ONE, (lt(point, x),)), (ONE, (le(0, point),))), path),
        Combined(ne(x, 0), ((Integer(-1), (lt(0, x),)),), path),
    ]


def test_a_limit_of_a_sum_whose_ends_stay() -> None:
    with refused("the ends of the sum move with the variable"):
        limit_value(Place(Context()), to(Sum(s[i], (i, 1, n))), ())
    with refused("the ends of the sum move with the variable"):
        limit_value(Place(Context()), to(Sum(s[i], (i, n, 1))), ())


def test_the_point_of_a_limit_is_not_captured_by_a_sum() -> None:
    with refused("i already means something here"):
        limit_value(Place(Context()), to(Sum(x * i, (i, 1, n)), x, i), ())


def test_a_base_limit_that_speaks_of_the_index_outside_is_not_used_inside() -> None:
    fact = eq(to(q ** (n + i)), 0)
    outside = Sum(q ** (n + i) * s[i], (i, 1, 2))
    with refused("no rule for the limit|no base limit|it does not follow"):
        limit_value(Place(Context([fact, lt(0, q)])), to(outside), (fact,))
    about_index = eq(to(Pow(s[n], i)), s[i])
    with refused("no rule for the limit"):
        limit_value(Place(Context([about_index])), to(Sum(s[n] ** i, (i, 1, 2))), (about_index,))


def test_base_limits_are_values_of_limits() -> None:
    context = Context([eq(x, y), lt(to(q**n), 1), *unit])
    with refused("is not the value of a limit"):
        limit_value(Place(context), to(q**n), (eq(x, y),))
    with refused("is not the value of a limit|Exists"):
        limit_value(Place(context), to(q**n), (lt(to(q**n), 1),))
    with refused("it does not follow"):
        limit_value(Place(context), to(q**n), (eq(to(q**n), 1),))


def test_base_and_exponent_may_not_both_move() -> None:
    with refused("base and exponent both move"):
        limit_value(Place(Context()), to(x**x, x, y, "+"), ())
    with refused("it does not follow that 0 < q"):
        limit_value(Place(Context()), to(q ** (2 * n)), ())


def test_a_limit_is_of_a_limit() -> None:
    with refused("the line before is not a limit"):
        proved(limit_step(x + x * y, x * (1 + y)))


# --- limits of integrals --------------------------------------------------------------------------


def test_the_limit_of_an_integral_is_that_of_the_limit_under_an_integrable_bound() -> None:
    found = proved(tending(), given=BETWEEN, facts=UNDER)
    assert found.statement.conclusion == eq(MOVING, AT_ONE)


def test_the_limit_inside_an_integral_is_from_base_limits() -> None:
    """∫ x^n·g → 0 as n → ∞, for 0 < x < 1."""
    within = to(integral(q**n * g(positive)))
    inside = (binding(within), binding(within.args[0]))
    line = tending(integral(0), old=within, base=(vanishing,))
    body, most = q**n * g(positive), h(positive)
    known = axiom("within", Statement((), le(within.args[0], a)), NOWHERE)
    between = axiom("between", Statement((), le(body, most)), NOWHERE)
    above = axiom("above", Statement((), le(-most, body)), NOWHERE)
    facts = [
        Cited(known, {}, inside[:1]),
        Cited(between, {}, inside),
        Cited(above, {}, inside),
        Combined(ne(q, 0), ((-ONE, (lt(0, q),)),)),
    ]
    given = [*unit, eq(integral(most), a)]
    proved(line, given=[*given, vanishing], facts=facts)
    with refused(r"limit: it does not follow that Exists\(Limit\(q"):
        proved(line, given=given, facts=facts)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (tending(old=integral(2 * g(positive))), "the line before is not the limit of an integral"),
        (tending(old=exp(AT_ONE)), "the line before is not the limit of an integral"),
        (tending(old=Limit(x, x, 1, "-")), "the line before is not the limit of an integral"),
        (tending(new=a), "the integral of the limit is an integral"),
        (tending(new=integral(g(other), other)), "both integrals are over r"),
        (tending(bound=zoo), "not an admitted head"),
        (tending(bound=x + h(positive)), r"the bound x \+ h\(r\) moves with x"),
        (tending(bound=2 * h(positive)), r"that Exists\(Integral\(2\*h"),
        (tending(new=integral(2 * g(positive))), "the two sides differ"),
        (tending(base=(eq(x, y),)), "it does not follow that x = y"),
        (tending(new=integral(g(positive) * (y**2 + y) / (y * (y + 1)))), "that y != 0"),
    ],
    ids=range(11),
)
def test_what_is_not_dominated(line: Step, reason: str) -> None:
    with refused(reason):
        proved(line, start=line.old, given=[*BETWEEN, eq(AT_ONE, b)], facts=UNDER)


def test_the_point_is_not_captured_by_the_integral() -> None:
    """The limit of x·∫ g as x → r (another r) is not ∫ r·g dr."""
    old = Limit(integral(x * g(positive)), x, positive, "-")
    facts = [Cited(axiom("any", Statement((), le(old.args[0], a)), NOWHERE), {}, (binding(old),))]
    with refused("r already means something here"):
        proved(tending(integral(positive * g(positive)), old=old), facts=facts)


@pytest.mark.parametrize("lost", range(len(UNDER)))
def test_an_integrand_exists_and_stays_within_the_bound_on_both_sides(lost: int) -> None:
    fewer = [fact for k, fact in enumerate(UNDER) if k != lost]
    with refused("it does not follow that"):
        proved(tending(), given=BETWEEN, facts=fewer)


# --- sign -----------------------------------------------------------------------------------------

square = (x - y) ** 2


@pytest.mark.parametrize(
    ("op", "old", "new", "combination", "given"),
    [
        ("<", 0, x + y, [(1, [lt(0, x)]), (1, [lt(0, y)])], [lt(0, x), lt(0, y)]),
        ("<", 0, x + y, [(1, [lt(0, x)]), (1, [le(0, y)])], [lt(0, x), le(0, y)]),
        ("<=", 0, x + y, [(2, [le(0, x / 2)]), (1, [le(0, y)])], [le(0, x), le(0, y)]),
        ("<=", 0, square, [(square, [])], []),
        (
            "<",
            0,
            x + y + z,
            [(1, [lt(0, x)]), (1, [le(0, y)]), (1, [eq(0, z)])],
            [lt(0, x), le(0, y), eq(0, z)],
        ),
        ("<", 0, square + 1, [(square, []), (1, [])], []),
        ("<=", 0, x**2 * y, [(x**2, [le(0, y)])], [le(0, y)]),
        ("<", 0, x * y, [(1, [lt(0, x), lt(0, y)])], [lt(0, x), lt(0, y)]),
        ("<=", 0, x * y, [(1, [lt(0, x), le(0, y)])], [lt(0, x), le(0, y)]),
        ("<=", y, x, [(-1, [eq(x, y)])], [eq(x, y)]),
        ("<=", 0, z * (y - x), [(z, [eq(x, y)])], [eq(x, y)]),
        ("<=", x**2, x, [(1, [le(0, x), le(x, 1)])], [le(0, x), le(x, 1)]),
        ("=", x, y, [(1, [eq(x, y)])], [eq(x, y)]),
    ],
    ids=str,
)
def test_relations_follow_from_combinations(
    op: str, old: Any, new: Any, combination: Any, given: Any
) -> None:
    proved(inequality(op, old, new, *combination), given=given)


@pytest.mark.parametrize(
    ("op", "old", "new", "combination", "given", "reason"),
    [
        ("<", 0, x, [(1, [le(0, x)])], [le(0, x)], "do not give <"),
        ("<", 0, square, [(square, [])], [], "do not give <"),
        ("<", 0, x * y, [(1, [lt(0, x), le(0, y)])], [lt(0, x), le(0, y)], "do not give <"),
        ("<", 0, y, [], [eq(y, 0)], "do not give <"),
        ("<", x, y, [(1, [eq(x, y)])], [eq(x, y)], "do not give <"),
        ("=", x, y, [(1, [le(x, y)])], [le(x, y)], "do not give ="),
        ("=", 0, 1, [(1, [])], [], "do not give ="),
        ("<=", 0, x, [(1, [ne(0, x)])], [ne(0, x)], "do not give <="),
        ("<=", 0, -x, [(-1, [lt(0, x)])], [lt(0, x)], "do not give <="),
        ("<=", 0, -x, [(-1, [le(0, x)])], [le(0, x)], "is not a positive multiplier"),
        ("<=", 0, -x, [(-1, [le(0, x), lt(0, y)])], [le(0, x), lt(0, y)], "not a positive"),
        ("<=", 0, z * x, [(z, [le(0, x)])], [le(0, x)], "is not a positive multiplier"),
        ("<=", 0, z**3, [(z**3, [])], [], "is not a positive multiplier"),
        ("<=", 0, z * y**2, [(z * y**2, [])], [], "is not a positive multiplier"),
        ("<=", 0, z ** (2 * u), [(z ** (2 * u), [])], [], "is not a positive multiplier"),
        ("<=", 0, x * y, [(1, [ne(0, x), le(0, y)])], [ne(0, x), le(0, y)], "not a positive"),
        ("<=", 0, x + 1, [(1, [le(0, x)])], [le(0, x)], "the two sides differ"),
        ("<=", 0, x, [(1, [le(0, x)])], [], "it does not follow that 0 <= x"),
        ("<=", 0, 1 / x, [(1, [le(0, 1 / x)])], [le(0, x)], "it does not follow that x != 0"),
        ("<=", 1 / x, 1 / x + 1, [(1, [])], [], "it does not follow that x != 0"),
        ("<=", 0, 1, [(y**-2, [eq(y, y)]), (1, [])], [], "it does not follow that y != 0"),
        ("<=", 0, sqrt(x) ** 2, [(1, [le(0, sqrt(x))] * 2)], [], "it does not follow that 0 <= x"),
        ("<=", 0, -1, [(-1, [])], [], "do not give|not a positive"),
        ("<=", 0, 1, [((1 + I) ** 2, [])], [], "not an admitted head"),
    ],
    ids=range(24),
)
def test_what_does_not_follow(
    op: str, old: Any, new: Any, combination: Any, given: Any, reason: str
) -> None:
    with refused(reason):
        proved(inequality(op, old, new, *combination), given=given)


def signed(goal: Any, *combination: Any, given: Any = ()) -> None:
    sign(Place(Context(given)), goal, tuple((Integer(0) + k, tuple(fs)) for k, fs in combination))


def test_what_is_not_zero_is_one_product_of_such() -> None:
    both = [ne(0, x), lt(0, y)]
    signed(ne(0, x * y), (1, both), given=both)
    signed(ne(0, -2 * x), (-2, both[:1]), given=both)
    signed(ne(0, y), (1, both[1:]), given=both)
    signed(ne(0, -y), (-1, both[1:]), given=both)
    signed(ne(0, x + z - y), (1, both[:1]), (1, [eq(y, z)]), given=[*both, eq(y, z)])
    with refused("do not give !="):
        signed(ne(0, x + y), (1, both[:1]), (1, both[1:]), given=both)
    with refused("do not give !="):
        signed(ne(0, 0), given=both)
    with refused("do not give !="):
        signed(ne(0, x**2), (x**2, []), given=both)
    with refused("is not a positive multiplier"):
        signed(ne(0, z * x), (z, both[:1]), given=both)
    with refused("is not a positive multiplier"):
        signed(ne(0, 0), (0, both[:1]), given=both)


def test_what_is_said_of_signs_is_admitted_and_defined() -> None:
    with refused("it does not follow that x != 0"):
        signed(le(1 / x, 1 / x + 1), (1, []))
    for goal in (le(0, I**4 + I), lt(0, oo), lt(X[1], X[1] + 1)):
        with refused("not an admitted head|random expressions can only be equated"):
            signed(goal, (1, []))
    with refused("not an admitted head"):
        signed(le(0, 0), (1, [eq(I, I)]))


def test_random_variables_are_equal_because_known_ones_are() -> None:
    known = eq(X[1], X[2])
    signed(eq(2 * X[1], 2 * X[2]), (2, [known]), given=[known])
    with refused("it does not follow that"):
        signed(eq(X[1], X[2] + 1), (1, [eq(X[1], X[2] + 1)]), given=[known])


# --- one step -------------------------------------------------------------------------------------


def test_every_rule_has_a_name() -> None:
    assert list(RULES) == sorted(RULES)
    with refused("simplify: no such rule; rules are algebra, cite, .*, sign"):
        proved(step("simplify", x, y))


def test_every_occurrence_is_rewritten() -> None:
    equation = eq(x, y + 1)
    line = step("given", x, y + 1, (y + 1) ** 2 + y, formula=equation, value=None)
    proved(line, start=x**2 + x - 1, given=[equation])
    half_way = step("given", x, y + 1, (y + 1) ** 2 + x - 1, formula=equation, value=None)
    with refused("given: the line becomes"):
        proved(half_way, start=x**2 + x - 1, given=[equation])
    with refused("given: z does not occur"):
        proved(step("given", z, y, y**2, formula=equation, value=None), start=x**2)


def test_what_a_step_says_is_admitted() -> None:
    for line in (
        Step("algebra", x, x, exp(1)),
        Step("algebra", exp(1) * x, x, x),
        Step("algebra", x, exp(1), x),
    ):
        with refused("not an admitted head"):
            check_step(Context(), x, line)


def test_rules_prove_equations_and_only_sign_proves_inequalities() -> None:
    old, new = x + x * y, x * (1 + y)
    for relation in ("<=", "<", "!="):
        with refused("this rule proves equations"):
            check_step(Context(), old, Step("algebra", old, new, new, relation))


def test_an_inequality_takes_the_whole_line() -> None:
    good = inequality("<=", x, x + 1, (1, []))
    check_step(Context(), x, good)
    with refused("an inequality takes the whole line"):
        check_step(Context(), -x, good)
    with refused("an inequality takes the whole line"):
        check_step(Context(), x, Step("sign", x, x + 1, x, "<=", good.arguments))


def test_both_sides_of_a_rewriting_have_a_value() -> None:
    zero_times = step("algebra", x * (1 + y) - x, x * y)
    check_step(Context(), zero_times.old, zero_times)
    with refused("it does not follow that y != 0"):
        check_step(Context(), x, step("algebra", x, (x * y**2 + x * y) / y - x * y))
    with refused("it does not follow that y != 0"):
        check_step(Context(), (x * y + y) / y, step("algebra", (x * y + y) / y, x + 1))
    with refused("it does not follow that Exists"):
        whole = to(s[n])
        check_step(Context(), whole, Step("algebra", whole, whole, whole))


def test_a_rule_is_held_to_every_place_where_it_is_used() -> None:
    """What is known under a sum is not known beside it."""
    old, new = log(exp(s[1]) + 1), s[2]
    arguments = {"formula": eq(old, new), "value": None}
    before, after = Sum(i * old, (i, 1, 3)), Sum(i * new, (i, 1, 3))
    inside = Context()
    inside.add(eq(old, new), (binding(before),))
    check_step(inside, before, Step("given", old, new, after, "=", arguments))
    with refused("given: it does not follow that 0 < exp"):
        check_step(inside, old + before, Step("given", old, new, new + after, "=", arguments))


def test_logarithms_increase_where_they_are_defined() -> None:
    instance = {Symbol("x", real=True): ONE, Symbol("y", real=True): TWO}
    assert instantiate(Place(Context()), log_increasing.statement, instance) == lt(0, log(2))
    with refused("it does not follow that 0 < a"):
        instantiate(Place(Context([lt(a, b)])), log_increasing.statement, {x: a, y: b})


def test_families_are_instantiated_by_families() -> None:
    bienayme = variance_of_sum.statement
    weights = {Family("a", "sequence"): Lambda(i, 1 / c), m: ONE, n: TWO}
    given = [Predicate("independent", X), moment(X, 2)]
    at = instantiate(Place(Context([*given, ne(c, 0)])), bienayme, weights)
    assert at == eq(Var(Sum(X[i] / c, (i, 1, 2))), Sum(Var(X[i]) / c**2, (i, 1, 2)))
    with refused("it does not follow that c != 0, for i under Lambda"):
        instantiate(Place(Context(given)), bienayme, weights)
    with refused("a is not random"):
        instantiate(
            Place(Context(given)), bienayme, {**weights, Family("a", "sequence"): Lambda(i, X[i])}
        )
    assert E(X[1]) != Var(X[1])
