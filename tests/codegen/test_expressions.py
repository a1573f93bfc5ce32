import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Add, Integer, Mul, Pow, Rational, Sum, Symbol, coth, exp, gamma, log, sqrt, tanh

from radam_sym.codegen.expressions import (
    Call,
    Comparison,
    Name,
    Negative,
    Number,
    Power,
    Product,
    calls,
    comparison,
    expression,
    names,
)
from radam_sym.codegen.expressions import Sum as Total
from radam_sym.errors import InputError
from radam_sym.kernel.heads import Definition
from radam_sym.proof import expm1, le, log1p, lt
from tests.codegen.programs import gap, n, x, y
from tests.strategies import rational_functions

X, Y = Name(x), Name(y)
ONE, TWO = Number(1), Number(2)


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (1 - x, Total(((ONE, False), (X, True)))),
        (x - y, Total(((X, False), (Y, True)))),
        (-x - y, Total(((X, True), (Y, True)))),
        (-x, Negative(X)),
        (-x / 2, Negative(Product((X,), (TWO,)))),
        (Rational(1, 6), Product((), (Number(6),))),
        (Rational(2, 3) / x, Product((TWO,), (Number(3), X))),
        (1 / x, Product((), (X,))),
        (x**-2, Product((), (Power(X, TWO),))),
        (x**n, Power(X, Name(n))),
        (sqrt(x), Call("sqrt", (X,))),
        (1 / sqrt(x), Product((), (Call("sqrt", (X,)),))),
        (x ** Rational(3, 2), Power(Call("sqrt", (X,)), Number(3))),
        (Mul(-2, x + y, evaluate=False), Negative(Product((TWO, expression(x + y)), ()))),
        (exp(x), Call("exp", (X,))),
        (log(x), Call("log", (X,))),
        (gamma(x), Call("gamma", (X,))),
        (x / 2 - Rational(1, 2), Product((Total(((X, False), (ONE, True))),), (TWO,))),
        (tanh(-x), Negative(Call("tanh", (X,)))),
        (log1p(-x), Call("log1p", (Negative(X),))),
        (expm1(x), Call("expm1", (X,))),
        (gap(x), Call(gap, (X,))),
        (Integer(0), Number(0)),
    ],
    ids=str,
)
def test_terms_are_as_a_person_would_write_them(term: object, written: object) -> None:
    assert expression(term) == written


@pytest.mark.parametrize("term", [coth(x), Sum(x**n, (n, 1, 3)), x ** Rational(1, 3)], ids=str)
def test_what_no_language_has_is_refused_in_one_line(term: object) -> None:
    with pytest.raises(InputError, match="can't be computed") as caught:
        expression(term)
    assert "\n" not in str(caught.value)


def test_another_definition_of_a_name_of_the_library_is_not_the_librarys() -> None:
    mine = Definition("log1p", (x,), x + 1)
    assert expression(mine(x)) == Call(mine, (X,))


def test_a_number_stands_on_the_right_of_a_comparison() -> None:
    assert comparison(lt(4, x)) == Comparison(">", X, Number(4))
    assert comparison(le(x, 4)) == Comparison("<=", X, Number(4))
    assert comparison(le(Rational(1, 2), x)) == Comparison(">=", X, expression(Rational(1, 2)))
    assert comparison(lt(x, y)) == Comparison("<", X, Y)


def test_names_and_calls_are_found_wherever_they_stand() -> None:
    node = expression(-gap(x) / (1 + tanh(y) ** n) + 3)
    assert set(names(node)) == {x, y, n}
    assert {call.function for call in calls(node)} == {gap, "tanh"}


def back(node: object) -> object:
    """The SymPy expression that a node without calls stands for."""
    match node:
        case Name(symbol):
            return symbol
        case Number(value):
            return Integer(value)
        case Negative(of):
            return -back(of)  # type: ignore[operator]
        case Total(terms):
            return Add(*(-back(t) if less else back(t) for t, less in terms))  # type: ignore[operator]
        case Product(above, below):
            return Mul(*map(back, above), *(1 / back(b) for b in below))  # type: ignore[operator]
        case Power(base, exponent):
            return Pow(back(base), back(exponent))
    raise AssertionError(node)


@given(rational_functions())
def test_it_stands_for_what_it_was_made_of(term: Symbol) -> None:
    assert (back(expression(term)) - term).expand() in (0, (term - term)) or (
        (back(expression(term)) - term).simplify() == 0
    )


@given(st.permutations([x, y, Integer(1), x * y]))
def test_the_order_of_making_does_not_matter(parts: list[Symbol]) -> None:
    assert expression(Add(*parts)) == expression(1 + x + y + x * y)
