import copy
from dataclasses import replace
from typing import Any

import pytest
from sympy import Symbol

from radam_sym.codegen.sources import called_by, checked, found, theorems_of
from radam_sym.errors import InputError
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.heads import Definition, Family
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof import Derivation, Form, Piece, Program, lt
from tests.codegen.programs import (
    above,
    above_form,
    above_itself,
    above_program,
    factors,
    for_positive,
    gap,
    gap_form,
    gap_itself,
    gap_program,
    in_factors,
    root_itself,
    u,
    w,
    x,
    y,
)


def refused(why: str, *, programs: Any = (), forms: Any = (), error: Any = InputError) -> None:
    with pytest.raises(error, match=why) as caught:
        checked(programs, forms)
    if error is InputError:
        assert "\n" not in str(caught.value)


def with_lines(*lines: tuple[Any, Any], **changes: Any) -> Program:
    return replace(gap_program, pieces=(replace(factors, lines=lines, **changes),))


def test_our_own_are_found_and_each_comes_after_what_it_calls() -> None:
    sources = found()
    for kind in (sources.programs, sources.forms):
        seen: set[Definition] = set()
        for source in kind:
            assert set(called_by(source)) <= seen
            seen.add(source.definition)
    names = [program.definition.name for program in sources.programs]
    assert sorted(names) == sorted(
        [
            *("decay", "langevin_gap", "ess", "ess_limit", "rho", "r_simple", "r_liu"),
            *("bias_correction", "gamma_gap", "chi_variance", "chi_variance_over_two"),
            *("ess_limit_over_two", "ess_over_two", "skewness"),
            *("r_matched_at", "r_skewed_at", "r_matched", "r_skewed"),
            *("r_rational_at", "r_rational"),
        ]
    )


def test_a_caller_comes_after_what_it_calls() -> None:
    sources = checked([above_program, gap_program], [above_form, gap_form])
    assert sources.programs == (gap_program, above_program)
    assert sources.forms == (gap_form, above_form)


def test_the_theorems_are_those_of_all_pieces() -> None:
    assert theorems_of(gap_program) == [in_factors.theorem]
    assert theorems_of(gap_form) == [gap_itself.theorem]


# --- programs -------------------------------------------------------------------------------------


def test_a_theorem_that_says_something_else_is_refused() -> None:
    wrong = replace(factors, proved=(gap_itself,))
    refused("no theorem says", programs=[Program(gap, (wrong,))], error=ProofError)
    other = replace(factors, value=u * w + 1)
    refused("no theorem says", programs=[Program(gap, (other,))], error=ProofError)
    refused("no theorem says", programs=[with_lines((u, 1 - x), (w, 2 + x))], error=ProofError)


def test_a_hypothesis_is_refused_unless_the_domain_or_the_condition_says_it() -> None:
    piece = replace(factors, proved=(for_positive,))
    refused("it does not follow that 0 < x", programs=[Program(gap, (piece,))], error=ProofError)
    weaker = Program(gap, (piece,), domain=(lt(-1, x),))
    refused("it does not follow that 0 < x", programs=[weaker], error=ProofError)
    assert checked([Program(gap, (piece,), domain=(lt(0, x),))], []).programs
    assert checked([Program(gap, (replace(piece, where=(lt(0, x),)),))], []).programs


class Forged(Derivation):
    """A derivation whose theorem the kernel did not make."""

    def __init__(self, like: Derivation) -> None:
        self.id = like.id
        husk: Any = object.__new__(Theorem)  # type: ignore[arg-type]
        for name in ("statement", "id", "source", "note", "marks", "rests_on", "proof"):
            object.__setattr__(husk, name, getattr(like.theorem, name))
        self.__dict__["theorem"] = husk


def test_a_theorem_that_the_kernel_did_not_make_is_refused() -> None:
    program = Program(gap, (replace(factors, proved=(Forged(in_factors),)),))
    refused("not a theorem that the kernel made", programs=[program], error=ProofError)
    form = Form(gap, (Forged(gap_itself),))
    refused("not a theorem that the kernel made", forms=[form], error=ProofError)


def test_a_line_speaks_of_what_comes_before_it() -> None:
    late = with_lines((w, 1 + x), (u, 1 - x))
    assert checked([late], []).programs
    refused("the program gap: its value speaks of w", programs=[with_lines((u, 1 - x))])
    refused("line u speaks of w", programs=[with_lines((u, w - x), (w, 1 + x))])
    stranger = Symbol("u", positive=True)  # another symbol, of the same name
    refused("its value speaks of u", programs=[with_lines((stranger, 1 - x), (w, 1 + x))])


def test_a_name_is_given_once() -> None:
    refused("x is the name of two things", programs=[with_lines((x, 1 - x), (w, 1 + x))])
    again = Symbol("u", positive=True)
    twice = with_lines((u, 1 - x), (again, 1 + x), value=u * again)
    refused("u is the name of two things", programs=[twice])


def test_two_pieces_have_the_same_lines_of_one_name() -> None:
    first = replace(factors, where=(lt(0, x),))
    swapped = replace(factors, lines=((u, 1 + x), (w, 1 - x)))
    refused("different lines u", programs=[Program(gap, (first, swapped))])
    assert checked([Program(gap, (first, factors))], []).programs


def test_a_condition_speaks_of_parameters_and_lines() -> None:
    loose = replace(factors, where=(lt(0, y),))
    refused("the condition 0 < y speaks of y", programs=[Program(gap, (loose,))])


def test_a_program_has_pieces() -> None:
    refused("has no pieces", programs=[Program(gap, ())])


def test_what_is_called_has_a_program() -> None:
    refused(
        "gap has no program with a value everywhere", programs=[above_program], error=ProofError
    )
    other = Definition("gap", (x,), x)
    body = Definition("above", (x, y), other(x) * y + 3)
    assert called_by(Form(body, ())) == [other]


def test_programs_do_not_call_each_other_in_a_circle() -> None:
    itself = Program(gap, (Piece(gap(x), ()),))
    with pytest.raises(ProofError):
        itself.check()
    from radam_sym.codegen import sources

    with pytest.raises(InputError, match="a circle of calls: gap → gap"):
        sources._in_order([itself])


def test_a_definition_has_one_program() -> None:
    again = replace(gap_program, note="again")
    refused("two of gap", programs=[gap_program, again])
    assert checked([gap_program, gap_program], []).programs == (gap_program,)


# --- forms ----------------------------------------------------------------------------------------


def test_a_form_has_theorems_that_speak_of_it() -> None:
    refused("no theorem speaks of gap; name one", forms=[Form(gap, ())])
    refused("theorem test.root does not speak of gap", forms=[Form(gap, (root_itself,))])
    assert checked([], [Form(gap, (above_itself, gap_itself))]).forms


def test_a_form_calls_forms() -> None:
    refused("above calls gap, of which there is no form", forms=[above_form])


def test_parameters_are_numbers() -> None:
    X = Family("X", "sequence")
    mean = Definition("mean", (X, x), X[1] * x)
    refused("not a symbol", forms=[Form(mean, ())], error=ProofError)


def test_a_copy_of_a_form_is_another_form() -> None:
    refused("two of gap", forms=[gap_form, copy.copy(gap_form)])
    assert above in [form.definition for form in checked([], [gap_form, above_form]).forms]
