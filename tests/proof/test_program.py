from dataclasses import replace
from typing import Any

import pytest
from sympy import Integer, Rational, Symbol, exp, log

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.heads import Definition
from radam_sym.proof import chain, definition, derivation, le, lt
from radam_sym.proof.chain import YOURS, Draft
from radam_sym.proof.program import Form, Piece, Program, expm1, log1p

x, y = Symbol("x", real=True), Symbol("y", real=True)
half, twice = Symbol("half", real=True), Symbol("twice", real=True)

growth = Definition("growth", (x,), exp(x) - 1)
nearly = Rational(15, 16) * x**2
square = Definition("square", (x,), x**2)


@derivation("yours.growth", YOURS)
def by_expm1() -> Draft:
    return chain(growth(x)).by(definition(growth)).by(definition(expm1), to=expm1(x))


@derivation("yours.positive_growth", YOURS)
def by_expm1_where_positive() -> Draft:
    line = chain(growth(x), given=[lt(0, x), lt(0, 1 / x)])
    return line.by(definition(growth)).by(definition(expm1), to=expm1(x))


@derivation("yours.square_below", YOURS)
def square_below() -> Draft:
    line = chain(nearly, given=lt(0, x)).at_most(x**2)
    return line.by(definition(square), to=square(x))


@derivation("yours.square_above", YOURS)
def square_above() -> Draft:
    line = chain(square(x), given=lt(0, x)).by(definition(square))
    return line.at_most((1 + Rational(1, 8)) * nearly)


def only(piece: Piece, domain: Any = (), of: Definition = growth) -> Program:
    return Program(of, (piece,), domain=domain)


plainly = Piece(expm1(x), (by_expm1,))


def test_the_lines_put_together_are_the_composition() -> None:
    lines = ((half, x / 2), (twice, half * half), (half, twice + half))
    assert Piece(half + twice, (), lines=lines).composition == x**2 / 2 + x / 2
    assert Piece(Integer(3), (), lines=lines).composition == 3
    assert Piece(y, (), lines=lines).composed(lt(half, twice)) == lt(x**2 / 4 + x / 2, x**2 / 4)


def test_what_every_language_has_is_what_it_is_called() -> None:
    assert log1p.body == log(1 + log1p.parameters[0])
    assert expm1.body == exp(expm1.parameters[0]) - 1


def test_a_program_is_right_if_a_theorem_says_so() -> None:
    only(plainly).check()
    only(Piece(expm1(half), (by_expm1,), lines=((half, x),))).check()


@pytest.mark.parametrize("value", [expm1(2 * x), expm1(x) + 1, -expm1(x), log1p(x), growth(x)])
def test_a_program_that_computes_something_else_is_refused(value: Any) -> None:
    with pytest.raises(ProofError, match="no theorem says that growth"):
        only(replace(plainly, value=value)).check()


def test_a_program_for_another_formula_is_refused() -> None:
    with pytest.raises(ProofError, match="no theorem says that square"):
        only(plainly, of=square).check()
    with pytest.raises(ProofError, match="no theorem says"):
        only(Piece(expm1(x), ())).check()


def test_hypotheses_are_in_the_domain_or_asked_for() -> None:
    piece = Piece(expm1(x), (by_expm1_where_positive,))
    both = (lt(0, x), lt(0, 1 / x))
    only(piece, domain=both).check()
    only(replace(piece, where=both[1:]), domain=both[:1]).check()
    only(replace(piece, where=(lt(0, half), both[1]), lines=((half, x),))).check()
    for where, domain in (((), both[:1]), (both[1:], ()), ((le(0, x),), both[1:])):
        with pytest.raises(ProofError, match="is asked for and may fail"):
            only(replace(piece, where=where), domain=domain).check()


def test_what_is_cut_off_is_bounded_on_both_sides() -> None:
    close = Piece(nearly, (square_below, square_above), error=Rational(1, 8))
    only(close, domain=(lt(0, x),), of=square).check()
    for changed in (
        replace(close, error=Rational(1, 9)),
        replace(close, error=Rational(1, 7)),
        replace(close, proved=(square_below,)),
        replace(close, proved=(square_above,)),
        replace(close, value=x**2 / 2),
    ):
        with pytest.raises(ProofError, match="no theorem says"):
            only(changed, domain=(lt(0, x),), of=square).check()


def test_what_only_looks_like_a_theorem_is_refused() -> None:
    class Forged:
        theorem = object()

    with pytest.raises(ProofError, match="not a theorem that the kernel made"):
        only(replace(plainly, proved=(Forged(),))).check()  # type: ignore[arg-type]


def test_a_form_has_its_theorems() -> None:
    assert Form(growth, (by_expm1,)).theorems == (by_expm1.theorem,)
