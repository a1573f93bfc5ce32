from typing import Any
from unittest.mock import patch

import pytest
from mpmath import mpf, workdps
from sympy import (
    Basic,
    Integer,
    Limit,
    Rational,
    Sum,
    Symbol,
    coth,
    exp,
    gamma,
    lambdify,
    log,
    oo,
    sqrt,
    tanh,
)

from radam_sym.kernel import series as module
from radam_sym.kernel.conditions import Exists, binding
from radam_sym.kernel.context import Context
from radam_sym.kernel.heads import Definition, E
from radam_sym.kernel.place import Place, agree
from radam_sym.kernel.series import _Near, series, series_value
from tests.kernel.proofs import (
    ONE,
    ZERO,
    X,
    a,
    b,
    c,
    eq,
    f,
    i,
    le,
    lt,
    m,
    moment,
    n,
    ne,
    proved,
    q,
    refused,
    s,
    step,
    t,
    u,
    x,
    y,
)

half = Rational(1, 2)
root = Definition("root", (y,), sqrt(y))
shifted = Definition("shifted", (t,), 1 / (t - 1))


def near(body: Any, variable: Symbol, point: Any, direction: str, *given: Any) -> Basic:
    whole = Limit(body, variable, point, direction)
    return series_value(Place(Context(given)), whole)


def no_series(reason: str, *arguments: Any) -> None:
    with refused(f"series: .*{reason}"):
        near(*arguments)


# --- what a limit is ------------------------------------------------------------------------------


def test_nothing_is_worked_out_twice_in_the_same_way() -> None:
    tried = []

    def once(place: Place, whole: Limit, order: int, atoms: list[Basic]) -> _Near:
        assert (order, *atoms) not in tried
        tried.append((order, *atoms))
        return _Near(place, whole, order, atoms)

    with patch.object(module, "_Near", once):
        assert near(y * (exp(x) - 1) / x, x, 0, "+") == y
    assert tried


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ((exp(x) - 1) / x, 1),
        ((exp(x) - 1 - x - x**2 / 2) / x**3, Rational(1, 6)),
        ((log(1 + x) - x) / x**2, -half),
        ((sqrt(1 + x) - 1 - x / 2) / x**2, Rational(-1, 8)),
        (((1 + x) ** Rational(1, 3) - 1) / x, Rational(1, 3)),
        ((tanh(x) - x) / x**3, Rational(-1, 3)),
        ((coth(x) - 1 / x) / x, Rational(1, 3)),
        ((x * coth(x) - 1) / x**2, Rational(1, 3)),
        ((1 + x) ** (1 / x), exp(1)),
        (((2 + x) ** 3 - 8) / x, 12),
        ((1 / (1 - x) - 1 - x) / x**2, 1),
        (sqrt(x**2 + x**3) / x, 1),
        ((x + x**2) ** 2 / x**2, 1),
        ((sqrt(x**4 + x**5) - x**2) / x**3, half),
        (x * (1 + x) ** x, 0),
        ((exp(x) - 1) / x - 1, 0),
        (x**2, 0),
        ((2 + x - 2) / x, 1),
        (exp(1 + x) / exp(1), 1),
    ],
    ids=str,
)
def test_limits_at_0_from_above(body: Any, value: Any) -> None:
    assert near(body, x, 0, "+") == value
    with workdps(200):
        assert abs(lambdify(x, body - value, "mpmath")(mpf(2) ** -90)) < mpf(2) ** -80


def test_limits_from_below_and_at_other_points() -> None:
    assert near((sqrt(1 - x) - 1) / x, x, 0, "-") == -half
    assert near(sqrt(x**2 + x**3) / x, x, 0, "-") == -1
    assert near((x**2 - 1) / (x - 1), x, 1, "-") == 2
    assert near(log(x) / (x - 1), x, 1, "-") == 1
    assert near((x**3 - y**3) / (x - y), x, y, "+") == 3 * y**2
    assert near((exp(x) - exp(y)) / (x - y), x, y, "-") == exp(y)


def test_limits_at_infinity() -> None:
    assert near(n * (sqrt(1 + 1 / n) - 1), n, oo, "-") == half
    assert near((1 + 1 / n) ** n, n, oo, "-") == exp(1)
    assert near(x * tanh(1 / x), x, oo, "-") == 1
    assert near((x**2 + 1) / (2 * x**2 - x), x, oo, "-") == half
    assert near(coth(1 / x) - x, x, oo, "-") == 0


def test_what_is_free_of_the_variable_is_a_coefficient() -> None:
    assert near((exp(y * x) - 1) / x, x, 0, "+") == y
    assert near((exp(y + x) - exp(y)) / x, x, 0, "+") == exp(y)
    assert near((log(c + x) - log(c)) / x, x, 0, "+", lt(0, c)) == 1 / c
    assert near(((c + x) ** a - c**a) / x, x, 0, "+", lt(0, c)) == a * c**a / c
    assert near(((1 + x) ** y - 1) / x, x, 0, "+") == y
    assert near((E(X[1]) + x) ** 2, x, 0, "+", moment(X, 1)) == E(X[1]) ** 2
    assert near((s[n] + x) ** 2, x, 0, "+") == s[n] ** 2
    slope = near((tanh(y + x) - tanh(y)) / x, x, 0, "+", ne(exp(2 * y) + 1, 0))
    agree(Place(Context()), "test", slope, 1 - tanh(y) ** 2, exponential=True)


def test_definitions_are_unfolded() -> None:
    assert near((root(1 + x) - 1) / x, x, 0, "+") == half
    assert near(root(x) ** 2 / x, x, 0, "+") == 1
    assert near(root(y) * (1 + x), x, 0, "+", lt(0, y)) == root(y)
    named = Definition("named", (x,), (exp(x) - 1) / x)
    assert near(named(x), x, 0, "+") == 1


def test_the_rule_takes_any_form_of_the_value() -> None:
    place, whole = Place(Context()), Limit((exp(x) - 1) ** 2 / x**2 * (y + 1) ** 2, x, 0, "+")
    series(place, whole, (1 + y) ** 2)
    series(place, whole, 1 + 2 * y + y**2)
    series(place, Limit(exp(2 * y + x), x, 0, "+"), exp(y) ** 2)
    with refused("series: the two sides differ"):
        series(place, whole, (1 + y) ** 2 + 1)


# --- what it refuses ------------------------------------------------------------------------------


def test_a_series_is_of_a_limit() -> None:
    with refused("series: the line before is not a limit"):
        series_value(Place(Context()), x + 1)


def test_the_point_has_a_value() -> None:
    no_series("it does not follow that y != 0", x, x, 1 / y, "+")
    assert near(x, x, 1 / y, "+", ne(y, 0)) == 1 / y


@pytest.mark.parametrize(
    ("body", "power"), [(1 / x, -1), (exp(x) / x**2, -2), (coth(x), -1), (y / x, -1)], ids=str
)
def test_what_grows_has_no_limit(body: Any, power: int) -> None:
    no_series(f"grows without bound, like the power {power} of the series", body, x, 0, "+")


def test_the_argument_of_exp_has_no_pole() -> None:
    reason = "the argument of exp leaves every disc: it has a pole here"
    for body, variable, point in ((exp(1 / x), x, 0), (exp(-n), n, oo), (tanh(x), x, oo)):
        no_series(reason, body, variable, point, "+")
    no_series(reason, half**n, n, oo, "-")


def test_the_argument_of_log_stays_in_the_disc() -> None:
    for body, variable, point in (
        (log(x), x, 0),
        (x * log(x), x, 0),
        (log(n), n, oo),
        (x**x, x, 0),
    ):
        no_series("the argument of log leaves the disc", body, variable, point, "+")


def test_a_root_is_of_an_even_power() -> None:
    no_series("has no power series at 0", sqrt(x), x, 0, "+")
    no_series("has no power series at 0", x**y, x, 0, "+")
    no_series("has no power series at oo", (n + 1) ** half / n, n, oo, "-")


@pytest.mark.parametrize(
    "body", [gamma(1 + x), f(x), Sum(x**i, (i, 1, n)), Limit(x * y, y, 1, "-")], ids=str
)
def test_heads_without_a_series(body: Any) -> None:
    no_series("no power series is known for (gamma|Member|Sum|Limit)", body, x, 0, "+", le(0, n))


# --- what has to hold near the point --------------------------------------------------------------


def test_a_first_term_that_is_divided_by_is_not_zero() -> None:
    """(x + x²)/(c·x + x²) tends to 1/c, and where c = 0 it grows."""
    ratio = (x + x**2) / (c * x + x**2)
    assert near(ratio, x, 0, "+", ne(c, 0)) == 1 / c
    no_series("it does not follow that c != 0", ratio, x, 0, "+")
    no_series("it does not follow that c != 0", x * coth(c * x), x, 0, "+")
    assert near(x * coth(c * x), x, 0, "+", ne(c, 0)) == 1 / c
    no_series(r"it does not follow that .*exp.* != 0", coth(c + x), x, 0, "+")


def test_a_first_term_under_a_root_or_a_logarithm_is_positive() -> None:
    for body in (sqrt(c + x), log(c + x), (c + x) ** a, (c + x) ** x):
        no_series("it does not follow that 0 < c", body, x, 0, "+", ne(c, 0))
        near(body, x, 0, "+", lt(0, c))
    no_series("it does not follow that 0 < -1", sqrt(x - 1), x, 0, "+")
    no_series("it does not follow that 0 < -1", (-1 - 1 / n) ** n, n, oo, "-")
    no_series("it does not follow that 0 < -1", sqrt(x**3 - x**2) / x, x, 0, "+")


def test_a_condition_that_is_free_of_the_variable_is_required() -> None:
    no_series("it does not follow that y != 0", x / y, x, 0, "+")
    no_series("it does not follow that 0 < y", x * log(y), x, 0, "+")
    no_series("it does not follow that 0 <= y", root(y) * x, x, 0, "+")
    total = Sum(1 / (y + i), (i, 1, 2))
    no_series(r"it does not follow that i \+ y != 0, for i under Sum", x * total, x, 0, "+")
    assert near(x / y, x, 0, "+", ne(y, 0)) == 0


def test_a_condition_is_seen_by_the_sign_of_a_first_term() -> None:
    """Near 0 from above, 0 < x and 0 < 1 − x hold; x < 0 does not."""
    positive = Symbol("r", positive=True)
    only = Definition("only", (positive,), positive**2)
    assert near(only(x), x, 0, "+") == 0
    assert near(only(1 - x), x, 0, "-") == 1
    no_series(r"it does not follow that 0 < x near 0", only(x), x, 0, "-")
    no_series(r"it does not follow that 0 < -x near 0", only(-x), x, 0, "+")
    assert near(shifted(n) * n, n, oo, "-") == 1
    no_series("it does not follow that 1 <= -n near oo", shifted(-n), n, oo, "-")
    at_least = Definition("at_least", (u,), u / (1 + u))
    no_series("it does not follow that 0 <= -n near oo", at_least(-n), n, oo, "-")


def test_a_fact_about_a_free_variable_of_that_name_does_not_count() -> None:
    no_series("it does not follow that 0 <= x near 0", root(x) ** 2 / x, x, 0, "-", lt(0, x))
    whole = Limit(root(x) ** 2 / x, x, 0, "-")
    place = Place(Context([lt(0, x)]), (binding(Limit(x, x, oo)),))
    with refused("it does not follow that 0 <= x near 0"):
        series_value(place, whole)


def test_one_of_two_alternatives_is_enough() -> None:
    assert near((1 + 1 / n) ** n, n, oo, "-") == exp(1)
    assert near(((1 + x) ** m - 1) / x, x, 0, "+") == m
    no_series("has no power series", x**m, x, 0, "+")
    assert near(x + c**m, x, 0, "+", le(0, m)) == c**m
    no_series("it does not follow that c != 0 or 0 <= m", x + c**m, x, 0, "+")


def test_only_a_difference_has_a_sign_near_the_point() -> None:
    place, whole = Place(Context()), Limit(x, x, 0, "+")
    near_zero = _Near(place, whole, 6, [ZERO])
    assert near_zero.holds(lt(0, x))
    assert not near_zero.holds(eq(0, x))
    assert not near_zero.holds(Exists(x))


def test_what_stands_under_a_binder_that_binds_the_variable_again() -> None:
    again = Sum(1 / n, (n, 1, 2))
    no_series("it does not follow that n != 0 near oo", again / n, n, oo, "-")
    limit = Limit(1 / x, x, 1, "+")
    no_series("it does not follow that x != 0 near 0", x * limit, x, 0, "+", eq(limit, 1))


def test_the_existence_of_a_limit_inside_is_required() -> None:
    inner = Limit(s[n], n, oo)
    assert near(x * inner, x, 0, "+", eq(inner, y)) == 0
    no_series(r"it does not follow that Exists\(", x * inner, x, 0, "+")


def test_powers_are_split_only_where_that_is_allowed() -> None:
    body = (c ** (n - 1) * (c + 1) + x) * (c**n + c ** (n - 1))
    reason = "it does not follow that c != 0"
    no_series(reason, body, x, 0, "+", le(0, n), le(0, n - 1))
    near(body, x, 0, "+", ne(c, 0))


def test_the_conditions_are_taken_at_the_place() -> None:
    total = Sum(Limit((exp(i * x) - 1) / (i * x), x, 0, "+"), (i, 1, n))
    path = (binding(total),)
    known = Context()
    known.add(ne(i, 0), path)
    assert series_value(Place(known, path), total.function) == 1
    with refused("series: it does not follow that i != 0, for i under Sum"):
        series_value(Place(Context(), path), total.function)


# --- in a chain -----------------------------------------------------------------------------------


def test_a_chain_may_begin_with_a_limit_that_has_values_only_near_the_point() -> None:
    """1/(1/3 − x) has no value at 1/3, which is not near 0."""
    body = (1 / (Rational(1, 3) - x) - 3) / x
    whole = Limit(body, x, 0, "+")
    assert proved(step("series", whole, Integer(9))).statement.conclusion == eq(whole, 9)
    with refused("chain: it does not follow that"):
        proved(step("algebra", body, (3 - 1 + 3 * x) / x, Limit((2 + 3 * x) / x, x, 0, "+")),
               start=whole)  # fmt: skip
    with refused("chain: it does not follow that"):
        proved(step("series", whole, Integer(9), 9 + ONE), start=whole + 1)


def test_a_series_that_is_not_of_the_first_line_does_not_excuse_it() -> None:
    whole = Limit((exp(x) - 1) / x, x, 0, "+")
    with refused("chain: it does not follow that y != 0"):
        proved(step("series", whole, ONE, 1 + 1 / y), start=whole + 1 / y, given=[eq(whole, 1)])
    proved(step("series", whole, ONE, 1 + y), start=whole + y, given=[eq(whole, q)])


def test_the_value_is_defined() -> None:
    whole = Limit(x + (1 + b) ** 2 - b**2, x, 0, "+")
    proved(step("series", whole, 1 + 2 * b))
    with refused("series: it does not follow that b != 0"):
        proved(step("series", whole, (b + 2 * b**2) / b**2 * b, (2 * b**2 + b) / b))


def test_more_terms_are_worked_out_until_enough_are_left() -> None:
    tail = exp(x) - sum((x**k / Integer(_factorial(k)) for k in range(20)), Integer(0))
    assert near(tail / x**20, x, 0, "+") == 1 / Integer(_factorial(20))
    far = (log(1 + x**30) - x**30) / x**60
    no_series("nothing is left of the first 48 terms", far, x, 0, "+")
    nothing = (1 + x) ** 2 - 1 - 2 * x - x**2
    no_series("nothing is left of the first 48 terms", 1 / nothing, x, 0, "+")


def test_an_argument_of_which_nothing_is_left_is_worked_out_further() -> None:
    tail = exp(x) - sum((x**k / Integer(_factorial(k)) for k in range(8)), Integer(0))
    for power in (6, 7, 8):
        value = 1 / Integer(_factorial(8)) if power == 8 else 0
        assert near(exp(y + tail / x**power), x, 0, "+") == exp(y) * exp(value)


def _factorial(k: int) -> int:
    return 1 if k < 2 else k * _factorial(k - 1)
