from typing import Any
from unittest.mock import patch

import pytest
from flint import arb
from sympy import (
    Basic,
    Integer,
    Limit,
    Rational,
    Sum,
    coth,
    exp,
    gamma,
    log,
    oo,
    pi,
    sqrt,
    tanh,
)

from radam_sym.kernel import enclosure
from radam_sym.kernel.context import Context
from radam_sym.kernel.enclosure import BITS, HALVINGS, PIECES, enclose
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition, E
from radam_sym.kernel.jets import ELEMENTARY, Jet
from radam_sym.kernel.jets import constant as constant_jet
from radam_sym.kernel.place import Place
from radam_sym.kernel.rules import Step
from radam_sym.kernel.theorem import Cited
from tests.kernel.proofs import (
    ONE,
    ZERO,
    X,
    a,
    i,
    inequality,
    le,
    lt,
    n,
    ne,
    proved,
    refused,
    s,
    t,
    x,
    y,
)

half, third = Rational(1, 2), Rational(1, 3)


def between(goal: Relation, low: Any, high: Any, *given: Any) -> None:
    """The rule accepts a goal for low ≤ x ≤ high, which is known."""
    low, high = Integer(0) + low, Integer(0) + high
    known = (le(low, x), le(x, high), *given)
    enclose(Place(Context(known)), goal, x, low, high)


def not_between(reason: str, goal: Relation, low: Any, high: Any, *given: Any) -> None:
    with refused(f"enclose: .*{reason}"):
        between(goal, low, high, *given)


def constant(goal: Relation, *given: Any) -> None:
    enclose(Place(Context(given)), goal, None, None, None)


def not_constant(reason: str, goal: Relation, *given: Any) -> None:
    with refused(f"enclose: .*{reason}"):
        constant(goal, *given)


# --- what it proves -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "goal",
    [
        lt(exp(x), 3 - x / 4),
        lt(x * (1 - x), Rational(2501, 10000)),
        le(x**2 - 1, 1),
        lt(tanh(x), x + Rational(1, 100)),
        lt(-1, log(1 + x)),
        lt(sqrt(1 + x), 1 + x / 2 + Rational(1, 100)),
        lt(2**x, 1 + x + Rational(1, 100)),
        lt(Rational(6, 5), coth(1 + x) * pi / 3 + x),
        lt((2 + x) ** x, 4),
        lt((1 + x) ** third, Rational(13, 10)),
        lt(gamma(third) * x, 3),
        lt(1 / (1 + x), 1 + x**3 + Rational(1, 100)),
    ],
    ids=str,
)
def test_an_inequality_on_an_interval(goal: Relation) -> None:
    between(goal, 0, 1, lt(0, 1 + x), lt(0, 2 + x), ne(1 + x, 0), ne(x + 1, 0))


def test_the_sharper_bound_by_taylors_theorem() -> None:
    """x ≤ (x² + 1)/2 with equality at 1, where the slope is 0 as well, but for a millionth."""
    margin = Rational(1, 10**6)
    between(lt(x, (x**2 + 1) / 2 + margin), half, 2)
    not_between("it is false at x = 1", lt(x + margin, (x**2 + 1) / 2), 0, 2)


@pytest.mark.parametrize(
    "goal",
    [
        lt(log(2), Rational(7, 10)),
        lt(Rational(314, 100), pi),
        lt(sqrt(2) + sqrt(3), Rational(315, 100)),
        le(tanh(1), Rational(77, 100)),
        lt(gamma(third), Rational(27, 10)),
        le(ZERO, 2**third),
        lt(third, half),
    ],
    ids=str,
)
def test_an_inequality_between_constants(goal: Relation) -> None:
    constant(goal)


def test_definitions_are_unfolded() -> None:
    square = Definition("square", (y,), y**2 + 1)
    between(lt(half, square(x)), -1, 1)
    constant(lt(square(2), 6))


# --- what it refuses ------------------------------------------------------------------------------


def test_what_is_false_is_refused_with_a_point() -> None:
    not_between("it is false at x = 1/2", lt(x * (1 - x), Rational(24, 100)), 0, 1)
    not_between("it is false at x = ", lt(exp(x), 1 + x), 0, 1)
    not_constant("it is false\n", lt(pi, 3))
    not_constant("it is false\n", lt(half, third))


def test_where_the_sides_meet_nothing_is_proved() -> None:
    """x = x² at 1; and two sides that are one number can't be told apart by balls."""
    not_between("the bound is not proved for x from", lt(x**2, x), half, 1)
    not_constant(f"{BITS} bits do not tell the two sides apart", lt(log(4), 2 * log(2)))
    assert (PIECES, HALVINGS) == (4096, 32)


def test_a_piece_is_finite_in_value_and_slope_too() -> None:
    looks = iter(range(100))  # so that halving that doesn't end is noticed

    def broken(f: Jet) -> Jet:
        next(looks)
        return constant_jet(arb(1)) if f.value.rad() == 0 else constant_jet(arb.nan())

    with patch.dict(ELEMENTARY, {exp: broken}):
        not_between("no finite enclosure", lt(0, exp(x)), 0, 1)


def test_an_interval_with_a_pole_is_refused() -> None:
    pole = "no finite enclosure for x from .*there may be a pole"
    nonzero = [ne(x, half), ne(2 * x - 1, 0)]
    not_between(pole, lt(1 / (2 * x - 1), 10), 0, 1, *nonzero)
    not_between("the bound is not proved for x from", lt(0, 1 / (2 * x - 1) ** 2), 0, 1, *nonzero)
    not_between(pole, lt(0, coth(x)), 0, 1, lt(0, x))
    not_between(pole, lt(log(x), 1), 0, 1, lt(0, x))
    not_between(pole, lt(0, 1 + sqrt(x)), 0, 1)
    not_between(pole, lt(0, gamma(1 + x)), 0, 1, lt(0, 1 + x))


def test_a_piece_is_halved_so_often_and_so_many_are_looked_at() -> None:
    meeting = lt(x**2, x)
    with patch.object(enclosure, "HALVINGS", 2):
        not_between("the bound is not proved for x from 7/8 to 1", meeting, half, 1)
    with patch.object(enclosure, "PIECES", 2):
        not_between("the bound is not proved for x from 0 to 1/2", meeting, 0, 1)


def test_a_constant_without_a_value_is_refused() -> None:
    below = Definition("below", (y,), y - 2)
    for goal in (lt(0, log(below(1))), lt(-1, below(1) ** half), lt(0, 1 / below(2))):
        not_constant("a part of it has no finite enclosure", goal)
    not_constant("it does not follow that 0 < ", lt(-5, gamma(-third)))


def test_the_ends_are_rational_and_in_order() -> None:
    reason = "is not an interval with rational ends"
    goal = lt(0, 1 + x**2)
    for low, high in ((1, 0), (0, 0), (0, sqrt(2)), (pi, 4), (y, 1), (0, oo)):
        not_between(reason, goal, low, high)
    for low, high in ((None, ONE), (ZERO, None)):
        with refused(f"enclose: .*{reason}"):
            enclose(Place(Context()), goal, x, low, high)


def test_the_variable_is_known_to_be_between_the_ends() -> None:
    goal = lt(x, 2)
    for known, missing in (((le(0, x),), "x <= 1"), ((le(x, 1),), "0 <= x"), ((), "0 <= x")):
        with refused(f"enclose: it does not follow that {missing}"):
            enclose(Place(Context(known)), goal, x, ZERO, ONE)
    with refused("enclose: it does not follow that x <= 1"):
        enclose(Place(Context([le(0, x), lt(x, 2)])), goal, x, ZERO, ONE)
    enclose(Place(Context([lt(0, x), lt(x, 1)])), goal, x, ZERO, ONE)
    enclose(Place(Context([le(t, 4)])), lt(t, 5), t, ONE, Integer(4))


def test_the_variable_is_a_real_number() -> None:
    for wrong in (x + 1, s[1], X):
        with refused("enclose: .* is not a real variable|the goal speaks of"):
            enclose(Place(Context()), lt(0, ONE), wrong, ZERO, ONE)


def test_the_goal_speaks_of_one_variable() -> None:
    not_between("the goal speaks of y as well", lt(x, y), 0, 1)
    not_between("the goal speaks of a, s as well", lt(x + a, s[1]), 0, 1)
    not_constant("the goal speaks of x as well", lt(x, 1))


def test_the_goal_is_admitted_and_an_inequality() -> None:
    with refused("not an admitted head"):
        between(lt(x, oo), 0, 1)
    for op in ("=", "!="):
        with refused(f"enclose: an enclosure proves < and <=, not {op}"):
            constant(Relation(op, Integer(1), Integer(2)))


@pytest.mark.parametrize(
    "term",
    [
        Sum(i, (i, 1, 3)),
        Limit(y, y, 1, "-"),
        Limit(exp(-n), n, oo),
        E(ONE),
        Definition("total", (y,), Sum(y * i, (i, 1, 3)))(2),
    ],
    ids=str,
)
def test_heads_without_an_enclosure(term: Basic) -> None:
    with refused("no enclosure is known for (Sum|Limit|E)"):
        constant(lt(0, 1 + term))


def test_the_goal_has_a_value() -> None:
    not_between("it does not follow that", lt(0, sqrt(1 + x)), 0, 1)
    not_between("it does not follow that", lt(0, 1 / (1 + x)), 0, 1)
    between(lt(0, 1 / (1 + x)), 0, 1, ne(1 + x, 0))


# --- in a chain -----------------------------------------------------------------------------------


def enclosed(op: str, old: Any, new: Any, variable: Any = None, *ends: Any) -> Step:
    low, high = ends or (None, None)
    old, new = Integer(0) + old, Integer(0) + new
    arguments = {"variable": variable, "low": low, "high": high}
    return Step("enclose", old, new, new, op, arguments)


def test_what_rests_on_balls_is_marked() -> None:
    theorem = proved(enclosed("<", exp(x), 3 - x / 4, x, ZERO, ONE), given=[le(0, x), le(x, 1)])
    assert theorem.marks == {"ball"}
    resting = proved(
        inequality("<", log(2), ONE, (1, [lt(log(2), 1)])),
        given=[],
        facts=[Cited(proved(enclosed("<", log(2), ONE), id="log"))],
    )
    assert resting.marks == {"ball"}


def test_an_enclosure_takes_the_whole_line() -> None:
    line = Step("enclose", log(2), ONE, 1 + y, "<", enclosed("<", log(2), ONE).arguments)
    with refused("enclose: an inequality takes the whole line"):
        proved(line, start=log(2) + y)
    with refused("enclose: it is false"):
        proved(enclosed("<", ONE, log(2)))
