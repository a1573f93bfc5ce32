from dataclasses import replace
from typing import Any

import pytest
from sympy import Integer, Rational, Symbol, exp, log, sqrt

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.heads import Definition
from radam_sym.proof import chain, cite, definition, derivation, le, lt
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
    line = chain(growth(x), given=[lt(0, x), lt(x, 2)])
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
    both = (lt(0, x), lt(x, 2))
    only(piece, domain=both).check()
    only(replace(piece, where=both[1:]), domain=both[:1]).check()
    only(replace(piece, where=(lt(0, half), both[1]), lines=((half, x),))).check()
    only(piece, domain=(lt(0, x), lt(x, 1))).check()
    for where, domain in (((), both[:1]), (both[1:], ()), ((le(0, x),), both[1:])):
        with pytest.raises(ProofError, match="it does not follow that"):
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


# --- what a program may not do --------------------------------------------------------------------

doubled = Definition("doubled", (x,), 2 * x)
mirrored = Definition("mirrored", (x,), exp(-x) - 1)
positive_growth = Program(growth, (replace(plainly, proved=(by_expm1,)),), domain=(lt(0, x),))


@derivation("yours.doubled", YOURS)
def doubled_itself() -> Draft:
    return chain(doubled(x)).by(definition(doubled), to=2 * x)


@derivation("yours.mirrored", YOURS)
def by_growth() -> Draft:
    line = chain(mirrored(x), given=lt(0, x)).by(definition(mirrored))
    return line.by(definition(growth), to=growth(-x))


@pytest.mark.parametrize(
    ("line", "value"),
    [(sqrt(x), 2 * half**2), (1 / x, 2 * half * x**2), (log(x), 2 * exp(half))],
    ids=str,
)
def test_every_line_has_a_value_though_putting_them_together_hides_what_it_needs(
    line: Any, value: Any
) -> None:
    piece = Piece(value, (doubled_itself,), lines=((half, line),))
    assert piece.composition == 2 * x
    with pytest.raises(ProofError, match="it does not follow that"):
        only(piece, of=doubled).check()
    only(piece, of=doubled, domain=(lt(0, x),)).check()


def test_the_name_of_a_line_says_nothing_of_its_sign() -> None:
    positive = Symbol("positive", positive=True)
    lines = ((positive, x), (half, positive**2))
    piece = Piece(2 * sqrt(half), (doubled_itself,), lines=lines)
    assert piece.composition == 2 * x
    with pytest.raises(ProofError, match="the line positive is declared real=True only"):
        only(piece, of=doubled).check()


def test_another_program_is_called_in_its_domain_only() -> None:
    outside = only(Piece(growth(-x), (by_growth,)), domain=(lt(0, x),), of=mirrored)
    with pytest.raises(ProofError, match="it does not follow that 0 < -x"):
        outside.check([positive_growth])
    outside.check([only(plainly)])
    with pytest.raises(ProofError, match="growth has no program with a value everywhere"):
        outside.check()
    partial = replace(positive_growth, pieces=(replace(plainly, where=(lt(1, x),)),))
    with pytest.raises(ProofError, match="growth has no program with a value everywhere"):
        outside.check([partial])


def test_facts_that_are_cited_show_that_a_line_has_a_value() -> None:
    @derivation("yours.root", YOURS)
    def root() -> Draft:
        return chain(0, given=lt(1, x)).below(x - 1)

    halved = Definition("halved", (x,), x / 2)

    @derivation("yours.halved", YOURS)
    def itself() -> Draft:
        return chain(halved(x)).by(definition(halved), to=x / 2)

    piece = Piece(half**2 / 2 + Rational(1, 2), (itself,), lines=((half, sqrt(x - 1)),))
    only(piece, of=halved, domain=(lt(1, x),)).check()
    with pytest.raises(ProofError, match="it does not follow that 0 <= x - 1"):
        only(piece, of=halved, domain=(lt(0, x),)).check()
    replace(only(piece, of=halved, domain=(lt(1, x),)), since=(cite(root),)).check()


@pytest.mark.parametrize("domain", [(lt(0, y),), (lt(0, 1),), (lt(x, y),)], ids=str)
def test_a_domain_is_said_of_the_parameters(domain: Any) -> None:
    with pytest.raises(ProofError, match="does not speak of the parameters alone"):
        only(plainly, domain=domain).check()


def test_an_error_is_a_size_and_a_program_has_pieces() -> None:
    with pytest.raises(ProofError, match="an error is not negative, as -1/2 is"):
        only(replace(plainly, error=Rational(-1, 2))).check()
    with pytest.raises(ProofError, match="growth has no pieces"):
        Program(growth, ()).check()
