from typing import Any

import pytest
from sympy import (
    Abs,
    Add,
    Basic,
    Dummy,
    EulerGamma,
    Float,
    I,
    Integer,
    Lambda,
    Limit,
    Mul,
    Piecewise,
    Pow,
    Rational,
    Sum,
    Symbol,
    coth,
    exp,
    gamma,
    log,
    nan,
    oo,
    pi,
    sin,
    sqrt,
    tanh,
    zoo,
)
from sympy import Integral as SymPyIntegral

from radam_sym.kernel.admission import (
    admit,
    admit_family,
    is_integral,
    is_random,
    one_domain_each,
)
from radam_sym.kernel.heads import Applied, Definition, E, Family, Integral, Member, Var
from tests.kernel.proofs import (
    X,
    Y,
    a,
    eq,
    f,
    g,
    h,
    i,
    integral,
    j,
    m,
    n,
    other,
    positive,
    refused,
    s,
    t,
    u,
    x,
    y,
)

power = Definition("power", (x, t), x**t)
ewma = Definition("average", (X, t), Sum(X[i], (i, 1, t)) / t)
total = Definition("total", (x,), integral(exp(-x * positive)))


@pytest.mark.parametrize(
    "term",
    [
        Integer(3),
        Rational(1, 3),
        x + y * t**2 - sqrt(x),
        exp(x) + log(y) + tanh(x) + coth(y) + gamma(x),
        Sum(X[i] ** 2, (i, 1, n)),
        Limit(x**t, t, oo),
        Limit(x * y, x, 1, "-"),
        Limit(x * y, x, a, "+"),
        E(X[1]) + Var(f(X[i])),
        power(y, 3),
        ewma(X, 2),
        ewma(Lambda(i, X[i] ** 2), 2),
        ewma(s, 2),
        Symbol("β", real=True),
        pi * x,
        integral(x * exp(-positive)),
        integral(g(positive) * s[1]),
        total(y) + g(x),
    ],
    ids=str,
)
def test_admitted(term: Basic) -> None:
    admit(term)


@pytest.mark.parametrize(
    "term",
    [
        Float("0.5"),
        0.5 * x,
        nan,
        oo,
        zoo,
        I,
        EulerGamma,
        exp(1),
        sin(x),
        Abs(x),
        x > 0,
        Piecewise((x, x > 0), (0, True)),
        Symbol("w", real=True).diff(x) + sin(x),
        eq(x, y),
        X,
    ],
    ids=str,
)
def test_a_head_that_is_not_on_the_list_is_refused(term: Basic) -> None:
    for where in (term, Add(x, term, evaluate=False) if term.is_commutative else term):
        with refused("is not an admitted head"):
            admit(where)


@pytest.mark.parametrize("name", ["", "a b", "#0", "x-1", "1x", "x'", "__import__('os')", "x\n"])
def test_a_name_that_is_not_plain_is_refused(name: str) -> None:
    with refused("not a plain name"):
        admit(Symbol(name, real=True) + 1)


@pytest.mark.parametrize("symbol", [Symbol("v"), Dummy("v", real=True), Symbol("v", odd=True)])
def test_a_symbol_without_a_domain_is_refused(symbol: Symbol) -> None:
    with refused("is not a symbol whose domain is"):
        admit(symbol + 1)


@pytest.mark.parametrize(
    "term",
    [
        Add(x, x, evaluate=False),
        Mul(2, 3, evaluate=False),
        Pow(positive**2, Rational(1, 2), evaluate=False),
        E(Add(X[1], X[1], evaluate=False)),
    ],
    ids=str,
)
def test_what_sympy_would_build_otherwise_is_refused(term: Basic) -> None:
    with refused("from the parts of this"):
        admit(term)


def test_two_symbols_of_one_name_are_refused() -> None:
    other = Symbol("x", positive=True)
    with refused("two variables of one name: x"):
        admit(x + other)
    with refused("two variables of one name: x"):
        admit(x + Sum(s[i], (i, 1, 2)) * Limit(other, other, oo))
    with refused("two variables of one name: X"):
        one_domain_each([X[1], Family("X", "sequence")[1]])
    with refused("two variables of one name: X"):
        one_domain_each([X[1], Symbol("X", real=True)])
    one_domain_each([x, y, X[1], x])


def test_the_index_of_a_sum_is_an_integer_that_its_ends_do_not_speak_of() -> None:
    for index in (x, t, u):
        with refused(r"the index . of a sum is declared integer=True only"):
            admit(Sum(x, (index, 1, n)))
    with refused("not a plain name"):
        admit(Sum(x, (Symbol("a b", integer=True), 1, n)))
    with refused("i means two things where it is bound"):
        admit(Sum(s[i], (i, 1, i)))


def test_what_stands_in_a_sum_and_at_its_ends_is_admitted() -> None:
    for term in (Sum(EulerGamma, (i, 1, n)), Sum(x, (i, EulerGamma, n)), Sum(x, (i, 1, oo))):
        with refused("is not an admitted head"):
            admit(term)


def test_an_integral_is_over_a_positive_variable_from_0_to_infinity() -> None:
    for variable in (x, t, Symbol("v", nonnegative=True)):
        with refused(f"{variable} runs from 0 to oo: it is declared positive=True"):
            admit(integral(y * exp(-variable), variable))
    with refused("is not a symbol whose domain is"):
        admit(integral(x, Symbol("v")))
    with refused("not a plain name"):
        admit(integral(x, Symbol("a b", positive=True)))
    r = positive
    for limits in ((r, 0, 1), (r, 1, oo), (r, -oo, oo), (r, 0, x)):
        with refused("an integral is over one variable, from 0 to oo"):
            admit(Integral(x * r, limits))
    with refused("an integral is over one variable, from 0 to oo"):
        admit(Integral(x * r * other, (r, 0, oo), (other, 0, oo)))


def test_what_is_integrated_is_admitted_and_not_random() -> None:
    with refused("is not an admitted head"):
        admit(integral(x * sin(positive)))
    with refused("what is integrated is not random"):
        admit(integral(X[1] * exp(-positive)))
    admit(integral(E(X[1]) * exp(-positive)))


def test_an_integral_is_the_kernels_own() -> None:
    """Of SymPy's own, SymPy works out the sign in floats: √(I²) becomes I."""
    for body in (exp(-positive), 1 / positive, 0 * positive):
        admit(integral(body))
        with refused("Integral is not an admitted head"):
            admit(SymPyIntegral(body, (positive, 0, oo)))
    admit(sqrt(integral(exp(-positive)) ** 2))


def test_a_limit_at_a_point_is_from_one_side_and_of_a_real_variable() -> None:
    with refused("from one side"):
        admit(Limit(x, x, 1, "+-"))
    for variable in (t, positive, n):
        with refused("it is declared real=True only"):
            admit(Limit(variable, variable, 1, "-"))
    with refused("is not an admitted head"):
        admit(Limit(x, x, EulerGamma, "-"))
    with refused("is not an admitted head"):
        admit(Limit(x, x, -oo))
    with refused("is not an admitted head"):
        admit(Limit(EulerGamma * x, x, oo))


def test_the_variable_of_a_limit_is_a_symbol() -> None:
    for variable in (X[1], x + 1):
        with refused("is not a symbol whose domain is"):
            admit(Limit(variable, variable, oo))
    with refused("is not a symbol whose domain is"):
        free = Symbol("v")
        admit(Limit(free, free, oo))


def test_a_lambda_is_no_number() -> None:
    with refused("Lambda stands for no number"):
        admit(Lambda(i, X[i]))
    with refused("Lambda stands for no number"):
        admit(E(Add(x, Lambda(i, X[i]), evaluate=False)))


def test_a_member_is_of_a_family_and_its_index_is_admitted() -> None:
    with refused("is not a family"):
        admit(Member(x, i))
    with refused("is not an admitted head"):
        admit(f(EulerGamma))


def test_a_definition_speaks_of_its_parameters_only() -> None:
    with refused("speaks of more than its parameters"):
        admit(Definition("d", (x,), x + y)(1))
    with refused("is not an admitted head"):
        admit(Definition("d", (x,), EulerGamma * x)(1))
    with refused("is not an admitted head"):
        admit(power(EulerGamma, 2))
    with refused("is not a definition"):
        admit(Applied(Impostor("d", (x,), x), y))


d = Family("d", "positive sequence")


class Impostor(Definition):
    pass


@pytest.mark.parametrize(
    ("parameter", "argument"),
    [
        (X, Y),
        (X, s),
        (X, Lambda(i, X[i] + s[i])),
        (s, Family("w", "sequence")),
        (s, Lambda(i, i**2)),
        (s, Lambda(i, E(X[i]))),
        (f, Family("g", "function")),
        (g, h),
        (g, Lambda(positive, positive**x)),
        (f, Lambda(x, x**2)),
        (d, Family("w", "positive sequence")),
        (d, Lambda(t, 1 / t)),
    ],
    ids=str,
)
def test_what_may_stand_for_a_family(parameter: Family, argument: Basic) -> None:
    admit_family(parameter, argument)


@pytest.mark.parametrize(
    ("parameter", "argument", "reason"),
    [
        (s, X, "s is a sequence, X is not"),
        (f, s, "f is a function, s is not"),
        (X, f, "X is a random, f is not"),
        (f, X, "f is a function, X is not"),
        (f, g, "f is a function, g is not"),
        (g, f, "g is a positive function, f is not"),
        (g, s, "g is a positive function, s is not"),
        (g, Lambda(x, 2 * x), "g has another kind of index"),
        (f, Lambda(positive, 2 * positive), "f has another kind of index"),
        (g, Lambda(positive, X[1] * positive), "g is not random"),
        (s, Lambda(i, X[i]), "s is not random"),
        (f, Lambda(x, X[1] * x), "f is not random"),
        (s, Lambda(x, x), "IdentityFunction|another kind of index|not a symbol"),
        (d, Lambda(i, 1 / i), "d has another kind of index"),
        (d, s, "d is a positive sequence, s is not"),
        (s, d, "s is a sequence, d is not"),
        (X, d, "X is a random, d is not"),
        (d, Lambda(t, X[t]), "d is not random"),
        (X, Lambda(t, 1 / t), "X has another kind of index"),
        (s, Lambda(x, 2 * x), "s has another kind of index"),
        (f, Lambda(i, 2 * i), "f has another kind of index"),
        (f, Lambda(t, 2 * t), "f has another kind of index"),
        (s, Lambda(i, EulerGamma * i), "not an admitted head"),
        (s, Lambda(Symbol("a b", integer=True), Integer(1)), "not a plain name"),
        (s, x, "x is neither a family nor a Lambda"),
        (f, Integer(1), "1 is neither a family nor a Lambda"),
    ],
    ids=str,
)
def test_what_may_not_stand_for_a_family(parameter: Family, argument: Any, reason: str) -> None:
    with refused(reason):
        admit_family(parameter, argument)
    taker = Definition("d", (parameter,), Integer(1))
    if isinstance(argument, (Family, Lambda)):
        with refused(reason):
            admit(taker(argument))


@pytest.mark.parametrize(
    ("term", "random"),
    [
        (X[1], True),
        (x * X[i] + 1, True),
        (f(X[i]), True),
        (Sum(X[i], (i, 1, n)), True),
        (ewma(X, 2), True),
        (ewma(Lambda(i, X[i] ** 2), 2), True),
        (E(X[1]), False),
        (Var(X[1]) * x, False),
        (s[i], False),
        (f(x), False),
        (ewma(s, 2), False),
        (X, True),
    ],
    ids=str,
)
def test_what_is_random(term: Basic, random: bool) -> None:
    assert is_random(term) is random


@pytest.mark.parametrize(
    ("term", "integral"),
    [
        (Integer(-2), True),
        (i, True),
        (t * i - 3, True),
        ((n + 1) ** 2, True),
        (n**0 + m, True),
        (x, False),
        (positive, False),
        (Rational(1, 2), False),
        (n / 2, False),
        (1 / n, False),
        (Integer(2) ** n, False),
        (n**t, False),
        (x**2, False),
        (s[i], False),
        (j * x, False),
        (Sum(j, (j, 1, n)), False),
    ],
    ids=str,
)
def test_what_is_an_integer_by_its_form(term: Basic, integral: bool) -> None:
    assert is_integral(term) is integral


def test_the_body_of_a_definition_is_as_sympy_builds_it() -> None:
    doubled = Definition("doubled", (x,), Add(x, x, evaluate=False))
    with refused("SymPy builds 2.x from the parts"):
        admit(doubled(y))
