"""The paper's own forms in several kinds of number, against the definitions' bodies."""

from fractions import Fraction
from inspect import isfunction
from typing import Any

import pytest
from flint import arb, ctx
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp, mpf

from derivations.chi import chi_variance
from derivations.matched import matched, skewed, skewness
from derivations.notation import ess, ess_limit, liu_length, liu_rectification, simple
from derivations.rational import rational
from radam_sym.generated import forms
from radam_sym.kernel.heads import Definition
from radam_sym.proof.refute import value

OF_LENGTHS = (ess, ess_limit, liu_length, simple, liu_rectification, rational)
BY_GAMMA = (chi_variance, matched, skewed)
DEFINED = {d.name: d for d in (*OF_LENGTHS, *BY_GAMMA, skewness)}
RATIONAL = ("ess", "ess_limit", "rho", "skewness")
ROOTED = ("r_simple", "r_liu", "r_rational")
BITS = 200

betas = st.fractions(0, 1, max_denominator=10**6).filter(lambda beta: 0 < beta < 1)
steps = st.integers(1, 60)
opened = {"beta": betas.map(lambda beta: (4 + beta) / 5), "t": st.integers(5, 60)}  # ρ_t > 4


def body_at(definition: Definition, beta: Fraction, t: int) -> Any:
    given = dict(zip(definition.parameters, (beta, Fraction(t)), strict=False))
    return value(definition.body, given)


def arguments(name: str, beta: Any, t: int) -> tuple[Any, ...]:
    """β, or β and t; where a sample size stands in the place of t, it is no integer's kind."""
    parameters = DEFINED[name].parameters
    second = t if parameters[-1].is_integer else beta - beta + t
    return (beta, second)[: len(parameters)]


def test_every_form_is_held_against_its_definition() -> None:
    assert set(DEFINED) == {name for name, item in vars(forms).items() if isfunction(item)}


@pytest.mark.parametrize("name", RATIONAL)
@given(beta=betas, t=steps)
def test_in_fractions_they_are_the_definition_exactly(name: str, beta: Fraction, t: int) -> None:
    found = getattr(forms, name)(*arguments(name, beta, t))
    assert type(found) is Fraction
    assert found == body_at(DEFINED[name], beta, t)


@pytest.mark.parametrize("name", ROOTED)
@given(**opened)
def test_in_balls_they_meet_the_definition(name: str, beta: Fraction, t: int) -> None:
    with ctx.workprec(BITS):
        ball = arb(beta.numerator) / beta.denominator
        found = getattr(forms, name)(ball, t, sqrt=arb.sqrt)
        wanted = body_at(DEFINED[name], beta, t)
        wanted = wanted if isinstance(wanted, arb) else arb(wanted.numerator) / wanted.denominator
        assert found.overlaps(wanted)
        assert found.rel_accuracy_bits() > BITS // 2


@pytest.mark.parametrize("name", ROOTED)
@given(**opened)
def test_a_square_root_that_is_given_is_the_one_that_is_taken(
    name: str, beta: Fraction, t: int
) -> None:
    square = getattr(forms, name)(beta, t, sqrt=lambda radicand: radicand)
    assert type(square) is Fraction
    with mp.workprec(BITS):
        exact = mpf(beta.numerator) / beta.denominator
        root = getattr(forms, name)(exact, t, sqrt=mp.sqrt)
        assert mp.almosteq(root**2, mpf(square.numerator) / square.denominator, 2.0 ** -(BITS // 2))


@pytest.mark.parametrize("name", ["r_matched", "r_skewed"])
@given(**opened)
def test_the_gamma_function_that_is_given_is_taken(name: str, beta: Fraction, t: int) -> None:
    with ctx.workprec(BITS):
        ball = arb(beta.numerator) / beta.denominator
        found = getattr(forms, name)(ball, t, sqrt=arb.sqrt, gamma=arb.gamma)
        assert found.overlaps(body_at(DEFINED[name], beta, t))
        assert 0 < found < 1
    with mp.workprec(BITS):
        exact = mpf(beta.numerator) / beta.denominator
        given_mp = getattr(forms, name)(exact, t, sqrt=mp.sqrt, gamma=mp.gamma)
        assert abs(given_mp / mpf(found.str(40, radius=False)) - 1) < mpf(10) ** -35


@given(st.fractions(2, 300).filter(lambda n: n > 2))
def test_the_variance_meets_its_definition_in_balls(n: Fraction) -> None:
    with ctx.workprec(BITS):
        found = forms.chi_variance(arb(n.numerator) / n.denominator, gamma=arb.gamma)
        assert found.overlaps(value(chi_variance.body, {chi_variance.parameters[0]: n}))
        assert found.rel_accuracy_bits() > BITS // 2


def test_what_is_known_of_them() -> None:
    half = Fraction(1, 2)
    assert forms.ess(half, 1) == forms.rho(half, 1) == 1
    assert forms.ess_limit(half) == 3
    assert forms.r_simple(Fraction(3, 5), 1, sqrt=lambda square: square) == Fraction(1, 4)
    with pytest.raises(ZeroDivisionError):
        forms.r_liu(Fraction(3, 5), 6, sqrt=lambda square: square)
