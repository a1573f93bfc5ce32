import pytest
from sympy import EulerGamma, I, Lambda, Limit, Sum, exp, log, oo, sqrt

from radam_sym.kernel.conditions import binding
from radam_sym.kernel.context import Context
from radam_sym.kernel.heads import Forall
from radam_sym.kernel.place import Place, agree
from tests.kernel.proofs import (
    X,
    eq,
    f,
    i,
    le,
    lt,
    moment,
    n,
    ne,
    positive,
    refused,
    s,
    t,
    u,
    x,
    y,
)


def place(*facts: object) -> Place:
    return Place(Context(facts))  # type: ignore[arg-type]


def test_what_is_required_is_known() -> None:
    place(lt(0, x)).require("test", lt(0, 2 * x), ne(x, 0))
    with refused("test: it does not follow that 0 < y"):
        place(lt(0, x)).require("test", lt(0, x), lt(0, y))


def test_what_is_known_has_two_sides_with_a_value() -> None:
    for known, wanted in (
        (eq(0, y), eq(0, 1 / y)),
        (eq(0, y), Forall(x, eq(0, 1 / y))),
        (eq(x, y), eq(1 / x, 1 / x)),
        (moment(X, 1), moment(Lambda(i, X[i] / s[i]), 1)),
    ):
        with refused("it does not follow that (y|x|s.i.) != 0"):
            place(known).require("test", wanted)


def test_a_fact_needs_no_more_than_to_be_stated() -> None:
    place(eq(1 / x, y)).require("test", eq(1 / x, y))
    with refused("it does not follow that x != 0"):
        place(eq(1 / x, y)).require("test", eq(2 / x, 2 * y))


def test_what_is_required_is_admitted() -> None:
    with refused("not an admitted head"):
        place().require("test", eq(EulerGamma, EulerGamma))
    with refused("random expressions can only be equated"):
        place().require("test", le(X[1], X[1]))


def test_conditions_and_definedness_are_required_at_the_place() -> None:
    total = Sum(1 / i, (i, 1, n))
    inside = place(lt(0, x)).under(binding(total))
    assert inside.path == (binding(total),)
    inside.require("test", le(1, i))
    inside.require_defined("test", log(x))
    with refused("it does not follow that i != 0, for i under Sum"):
        inside.require_defined("test", 1 / i)
    with refused("it does not follow that 0 < y"):
        inside.require_defined("test", log(y))


def test_a_value_is_admitted_defined_and_in_the_domain() -> None:
    somewhere = place(lt(0, x), le(1, n))
    somewhere.require_value("test", positive, 2 * x)
    somewhere.require_value("test", t, n)
    somewhere.require_value("test", y, log(x))
    for variable, value, reason in (
        (positive, y, "it does not follow that 0 < y"),
        (t, i, "it does not follow that 1 <= i"),
        (t, x, "t is an integer"),
        (x, I, "not an admitted head"),
        (x, oo, "not an admitted head"),
        (x, X[1], "x is not random"),
        (x, 1 / y, "it does not follow that y != 0"),
        (x, X, "not an admitted head"),
        (x, Lambda(i, X[i]), "stands for no number"),
        (f, Lambda(x, 1 / x), "it does not follow that x != 0, for x under Lambda"),
        (f, Lambda(x, X[1]), "f is not random"),
        (X, f, "X is a random, f is not"),
        (X, x, "neither a family nor a Lambda"),
    ):
        with refused(reason):
            somewhere.require_value("test", variable, value)
    somewhere.require_value("test", f, Lambda(x, x**2))
    somewhere.require_value("test", X, s)


def test_sides_agree_as_rational_functions_in_their_atoms() -> None:
    agree(place(), "test", (x + 1) ** 2, x**2 + 2 * x + 1)
    agree(place(), "test", sqrt(1 - x) ** 2 * y, (1 - x) * y)
    with refused("test: the two sides differ"):
        agree(place(), "test", (x + 1) ** 2, x**2 + 1)
    with refused("test: the two sides differ"):
        agree(place(), "test", exp(x + y), exp(x) * exp(y + 1))


@pytest.mark.parametrize("fact", [ne(x, 0), lt(0, x)], ids=str)
def test_to_split_a_power_its_base_must_not_be_zero(fact: object) -> None:
    left, right = x ** (n - 1) * (x + 1), x**n + x ** (n - 1)
    agree(place(fact), "test", left, right)
    with refused("it does not follow that x != 0$"):
        agree(place(), "test", left, right)


def test_or_else_no_exponent_may_be_negative() -> None:
    agree(place(), "test", x**u * (x + 1), x ** (u + 1) + x**u)
    with refused("it does not follow that x != 0 or 0 <= n"):
        agree(place(), "test", x**n * (x + 1), x ** (n + 1) + x**n)


def test_the_base_is_looked_up_at_the_place() -> None:
    left, right = x ** (n - 1) * (x + 1), x**n + x ** (n - 1)
    near = place().under(binding(Limit(x, x, 2, "-")))
    with refused("it does not follow that x != 0, for x under Limit"):
        agree(near, "test", left, right)
    agree(place().under(binding(Limit(x, x, oo))), "test", left, right)
