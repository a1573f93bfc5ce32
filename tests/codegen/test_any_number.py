from fractions import Fraction
from types import ModuleType
from typing import Any

import mpmath
import numpy as np
import pytest
from flint import arb
from sympy import Integer, Rational, Symbol, exp, sqrt

from radam_sym.codegen.any_number import module
from radam_sym.errors import InputError
from radam_sym.kernel.heads import Definition
from radam_sym.proof import Form
from tests.codegen.programs import (
    above_form,
    above_itself,
    doubled_form,
    gap,
    gap_form,
    halved_form,
    n,
    over_form,
    root_form,
    x,
)


def text(*forms: Form) -> str:
    return "\n".join(module(['"""A module."""'], forms))


def compiled(*forms: Form) -> Any:
    made = ModuleType("made")
    exec(compile(text(*forms), "made", "exec"), made.__dict__)
    return made


@pytest.mark.parametrize(
    "two", [2, 2.0, Fraction(2), mpmath.mpf(2), arb(2), np.array([2.0])], ids=lambda v: type(v)
)
def test_any_kind_of_number_comes_out_as_it_goes_in(two: Any) -> None:
    found = compiled(gap_form, above_form).above(two, 5 * two)
    assert type(found) is type(two)
    assert found == -27


def test_the_root_is_asked_for_where_it_is_needed_and_passed_on() -> None:
    made = compiled(root_form, gap_form, over_form)
    assert made.root(Fraction(8), 1, sqrt=lambda square: {9: 3}[square]) == 3
    assert made.over(Fraction(8), 1, sqrt=lambda square: {9: 3}[square]) == -57
    with pytest.raises(TypeError, match="sqrt"):
        made.root(8, 1)
    with pytest.raises(TypeError, match="sqrt"):
        made.gap(8, sqrt=None)


def test_so_is_the_gamma_function() -> None:
    made = compiled(halved_form, doubled_form)
    assert made.doubled(Fraction(5), gamma=lambda k: {3: 2}[k]) == 4
    assert ">>> from mpmath import gamma\n" in text(halved_form)
    assert "Root" not in text(halved_form)
    with pytest.raises(TypeError, match="gamma"):
        made.doubled(5)


def test_nothing_is_imported_for_roots_where_there_are_none() -> None:
    assert "Root" not in text(gap_form)
    assert "Callable" in text(root_form)


def test_examples_are_exact_or_rounded() -> None:
    assert ">>> gap(Fraction(1, 2))\n    Fraction(3, 4)" in text(gap_form)
    assert ">>> round(root(0.5, 10, sqrt=sqrt), 6)\n    1.000488" in text(root_form)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (x + Rational(1, 2), "a fraction by itself"),
        (x + 1 / n, "a fraction by itself"),
        (x + (1 + n) / (2 + n), "a fraction by itself"),
        (x + Integer(3) ** (-n), "a power of a whole number"),
        (x ** Rational(-5, 2) * exp(x), "exp"),
        (2**x, "a power that is not whole"),
        ((1 + x) ** (n + x), "a power that is not whole"),
    ],
    ids=str,
)
def test_what_not_every_number_has_is_refused(body: Any, why: str) -> None:
    form = Form(Definition("f", (x, n), body + n), (above_itself,))
    with pytest.raises(InputError, match=f"the form f has {why}"):
        text(form)


def test_whole_powers_and_halves_of_something_are_fine() -> None:
    form = Form(Definition("f", (x, n), x ** (n + 1) / 2 + sqrt(2)), ())
    assert "return sqrt(2) + x ** (1 + n) / 2" in text(form)


@pytest.mark.parametrize("name", ["sqrt", "Number", "class"])
def test_names_that_are_taken_are_refused(name: str) -> None:
    symbol = Symbol(name, real=True)
    for definition in (Definition(name, (x,), x + 1), Definition("f", (symbol,), symbol + 1)):
        with pytest.raises(InputError, match=f"'{name}'"):
            text(Form(definition, ()))


def test_a_name_that_is_called_is_taken() -> None:
    hidden = Symbol("gap", real=True)
    form = Form(Definition("f", (hidden,), gap(hidden)), ())
    with pytest.raises(InputError, match="f's parameter 'gap' has a name that is taken"):
        text(gap_form, form)
