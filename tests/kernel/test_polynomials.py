from typing import Any

import pytest
from hypothesis import assume, given, settings
from sympy import (
    Basic,
    Integer,
    Poly,
    Pow,
    Rational,
    Sum,
    cancel,
    coth,
    exp,
    expand,
    log,
    numer,
    sqrt,
    tanh,
    together,
)

from radam_sym.kernel.heads import Definition, E
from radam_sym.kernel.polynomials import MAX_POWER, Field, split_exponent
from tests.kernel.proofs import X, i, j, m, n, refused, s, t, u, x, y, z
from tests.strategies import polynomials, rational_functions

half, third = Rational(1, 2), Rational(1, 3)


def agree(left: Basic, right: Basic, **mode: Any) -> bool:
    """Whether two sides are the same in the field of their atoms."""
    field = Field(left, right, **mode)
    return bool(field.without_roots(field.difference(left, right)) == 0)


def zero_denominator(expression: Basic) -> bool:
    """Whether something that is divided by is zero as a rational function."""
    powers = [p for p in expression.atoms(Pow) if p.exp.is_negative]
    return any(expand(numer(together(p.base))) == 0 for p in powers)


@settings(max_examples=150, deadline=None)
@given(rational_functions(), rational_functions())
def test_two_sides_agree_iff_sympy_cancels_their_difference(left: Any, right: Any) -> None:
    assume(not zero_denominator(left) and not zero_denominator(right))
    assert agree(left, right) == (cancel(left - right) == 0)


@settings(max_examples=150, deadline=None)
@given(rational_functions())
def test_an_expression_agrees_with_what_sympy_makes_of_it(expression: Any) -> None:
    assume(not zero_denominator(expression))
    for other in (cancel(expression), expand(expression), together(expression)):
        assert agree(expression, other)
        assert not agree(expression, other + 1)


@settings(max_examples=100, deadline=None)
@given(polynomials())
def test_a_polynomial_has_the_coefficients_that_sympy_finds(expression: Any) -> None:
    field = Field(x, y, z, expression)
    numerator, denominator = field.fraction(expression)
    found = {
        tuple(map(int, k)): Rational(int(c.p), int(c.q)) for k, c in numerator.to_dict().items()
    }
    assert denominator == 1
    assert found == {k: c for k, c in Poly(expression, x, y, z).terms() if c != 0}


@settings(max_examples=100, deadline=None)
@given(rational_functions(x, y, sqrt(x)), rational_functions(x, y, sqrt(x)))
def test_roots_are_reduced_as_sympy_reduces_them(left: Any, right: Any) -> None:
    left_in_root, right_in_root = (side.subs(sqrt(x), z).subs(x, z**2) for side in (left, right))
    assume(not zero_denominator(left_in_root) and not zero_denominator(right_in_root))
    assert agree(left, right) == (cancel(left_in_root - right_in_root) == 0)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (x ** (2 * t), (x**t) ** 2),
        (x ** (t + 1) - x ** (t - 1), x**t * (x - 1 / x)),
        (x ** (t - i), x**t / x**i),
        ((1 - x ** (2 * t)) / (1 - x**t), 1 + x**t),
        (2 ** (t + half) * (sqrt(2) + 1), 2 ** (t + 1) + 2 ** (t + half)),
        (sqrt(x) * sqrt(x) * y, x * y),
        (1 / sqrt(x), sqrt(x) / x),
        (x ** Rational(3, 2) + 1, x * sqrt(x) + 1),
        (1 / (1 + sqrt(2)), sqrt(2) - 1),
        (x**third * x ** Rational(2, 3) * y, x * y),
        (x ** (t / 2) * x ** (t / 2), x**t),
        (sqrt(1 - x) * (1 + sqrt(1 - x)), sqrt(1 - x) + 1 - x),
        (Sum(s[i], (i, 1, n)) * 2, Sum(s[j], (j, 1, n)) + Sum(s[i], (i, 1, n))),
        (E(X[1]) ** 2 - 1, (E(X[1]) - 1) * (E(X[1]) + 1)),
        (tanh(x) * 2, tanh(x) + tanh(x)),
    ],
    ids=str,
)
def test_the_same(left: Basic, right: Basic) -> None:
    assert agree(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (x**t, x ** (t + 1)),
        (x**t, y**t),
        (sqrt(x), x),
        (sqrt(x), -sqrt(x)),
        (sqrt(x), sqrt(y)),
        (x**third, sqrt(x)),
        (s[1], s[2]),
        (x**m, x**n),
        (tanh(x), (exp(x) - exp(-x)) / (exp(x) + exp(-x))),
        (exp(x) ** 2, exp(x)),
    ],
    ids=str,
)
def test_not_the_same(left: Basic, right: Basic) -> None:
    assert not agree(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (tanh(x), (exp(x) - exp(-x)) / (exp(x) + exp(-x))),
        (coth(x), 1 / tanh(x)),
        (y * (tanh(x) + s[1]), y * (exp(2 * x) - 1) / (exp(2 * x) + 1) + s[1] * y),
        (coth(x), (exp(2 * x) + 1) / (exp(2 * x) - 1)),
        (tanh(x + 1), (exp(2 * x) * exp(2) - 1) / (exp(2 * x) * exp(2) + 1)),
        (exp(x + y), exp(x) * exp(y)),
        (exp(x / 2) * (exp(x / 2) + 1), exp(x) + exp(x / 2)),
        (tanh(t * log(x) / 2), (x**t - 1) / (x**t + 1)),
        (tanh(log(x)), (x**2 - 1) / (x**2 + 1)),
        (tanh(log(x) / 2) * sqrt(x), (x - 1) / (x + 1) * sqrt(x)),
    ],
    ids=str,
)
def test_the_same_in_exponentials(left: Basic, right: Basic) -> None:
    assert agree(left, right, exponential=True)
    assert not agree(left, right + 1, exponential=True)
    assert not agree(left, right)


def test_a_constant_in_an_exponent_counts() -> None:
    assert not agree(exp(x + 1), exp(x), exponential=True)
    assert not agree(tanh(x + 1), tanh(x), exponential=True)
    assert not agree(tanh(x + 1), tanh(x + half), exponential=True)
    assert not agree(tanh(x), Integer(1), exponential=True)


def test_a_logarithm_that_arithmetic_does_not_see_does_not_make_its_argument_positive() -> None:
    decay = Definition("decay", (x,), -log(x))
    hidden = Field(decay(y) + x**t, Sum(log(s[i]), (i, 1, n)) * s[i], exponential=True)
    assert hidden._logarithms == set()
    assert Field(decay(y) * log(x), exponential=True)._logarithms == {x}
    assert Field(exp(1 + tanh(log(x))) ** y, exponential=True)._logarithms == {x}


def test_division_by_zero_is_refused() -> None:
    for zero in ((x + 1) ** 2 - x**2 - 2 * x - 1, x ** (t + 1) - x * (x**t + 1) + x):
        for expression in (1 / zero, y + x / zero, y * zero**-2):
            with refused("division by zero"):
                Field(expression).fraction(expression)


def test_a_power_over_the_limit_is_refused() -> None:
    assert agree(x**MAX_POWER, x ** (MAX_POWER - 1) * x)
    for power in (x ** (MAX_POWER + 1), x ** -(MAX_POWER + 1), x ** (t * (MAX_POWER + 1))):
        with refused("over the limit of 1000"):
            Field(power).fraction(power)


def test_exponents_are_split_into_monomials_with_rational_coefficients() -> None:
    assert split_exponent(2 * t - i * t / 3 + half) == ([(t, 2), (i * t, -third)], half)
    assert split_exponent(t * (i + 1) - t) == ([(i * t, 1)], 0)
    assert split_exponent(Integer(3)) == ([], 3)
    with refused("has a coefficient"):
        split_exponent(0.5 * x)


@pytest.mark.parametrize(
    ("expression", "splits"),
    [
        (x**t, set()),
        (x**3, set()),
        (sqrt(x), set()),
        (x ** (t + 1), {(x, t)}),
        (x ** (t - 1), {(x, t), (x, None)}),
        (x ** (2 * t), {(x, t)}),
        (x ** (t - u), {(x, t), (x, None)}),
        (x ** (t / 2), {(x, t)}),
        (x**-t, {(x, None)}),
        (sqrt(x ** (t - 1)), {(x, t), (x, None)}),
    ],
    ids=lambda value: "" if isinstance(value, set) else str(value),  # a set has no order
)
def test_what_the_splitting_of_a_power_assumes(expression: Basic, splits: set[Any]) -> None:
    assert set(Field(expression).splits) == splits


def test_powers_may_be_left_whole() -> None:
    whole = Field(x ** (t - 1), split=False)
    assert not whole.splits
    assert whole.atoms == [x ** (t - 1)]
    assert not agree(x ** (t + 1), x * (x**t + 1) - x, split=False)
    assert agree(x ** (t + 1) * 2, x ** (t + 1) + x ** (t + 1), split=False)
    assert agree(x**-2 * x, 1 / x, split=False)
    assert agree((x + 1) * sqrt(x), x ** Rational(3, 2) + sqrt(x), split=False)


def test_keys_do_not_depend_on_the_field() -> None:
    small, large = Field(x - y), Field(z, y, sqrt(2), x)
    assert small.key(small.fraction(x - y)[0]) == large.key(large.fraction(x - y)[0])
    assert small.key(small.fraction(x - y)[0]) != small.key(small.fraction(y - x)[0])
    assert Field(sqrt(x)).atoms == [sqrt(x), x]
