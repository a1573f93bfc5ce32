from dataclasses import replace
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from sympy import Integer, Rational, Symbol, tanh

from radam_sym.codegen.measured import Measured
from radam_sym.codegen.numpy_functions import code, module
from radam_sym.errors import InputError
from radam_sym.kernel.heads import Definition
from radam_sym.proof import Piece, Program, le, lt
from tests.codegen.programs import above, above_program, factors, gap, gap_program, u, w, x, y


def compiled(*programs: Program, **measured: Measured) -> Any:
    """The module, run."""
    text = "\n".join(module(programs, measured))
    made = ModuleType("made")
    exec(compile(text, "made", "exec"), made.__dict__)
    return made


def test_lines_come_in_order_and_then_the_value() -> None:
    assert code(gap_program) == ["    u = 1 - x", "    w = 1 + x", "    return u * w"]


def test_functions_call_each_other() -> None:
    made = compiled(gap_program, above_program)
    assert made.above(2.0, 5.0) == -12.0
    assert code(above_program) == ["    return 3 + y * gap(x)"]


def test_pieces_are_chosen_by_their_conditions_the_first_that_holds() -> None:
    low = Piece(-x, (), where=(lt(x, 0),))
    middle = Piece(u, (), lines=((u, 10 * x),), where=(le(0, x), lt(u, 10)))
    assert compiled(Program(gap, (low, middle))).gap([-2, 0.5, 1, np.nan]).tolist()[:2] == [2, 5]
    assert np.isnan(compiled(Program(gap, (low, middle))).gap([1, np.nan])).all()
    rest = Program(gap, (low, middle, Piece(x**2, ())))
    assert compiled(rest).gap([-2, 0.5, 3]).tolist() == [2, 5, 9]


def test_lines_that_two_pieces_share_are_computed_once() -> None:
    program = Program(gap, (replace(factors, where=(lt(0, x),)), factors))
    assert [line.split(" =")[0].strip() for line in code(program)[:-1]] == ["u", "w"]


def test_scalars_give_float64_and_arrays_float64_arrays_that_broadcast() -> None:
    made = compiled(gap_program, above_program)
    for scalar in (2, 2.0, np.float32(2), np.int64(2), np.array(2.0)):
        assert type(made.gap(scalar)) is np.float64
    chosen = compiled(Program(gap, (replace(factors, where=(lt(0, x),)),)))
    assert type(chosen.gap(2)) is np.float64
    wide = made.above(np.zeros((3, 1), np.float32), np.arange(4))
    assert (wide.shape, wide.dtype) == ((3, 4), np.float64)
    assert made.above(x=2, y=5) == made.above(2, y=5) == -12


def test_all_is_computed_in_float64() -> None:
    tenth = np.float32(0.1)
    assert compiled(gap_program).gap(tenth) == (1 - float(tenth)) * (1 + float(tenth))


def test_nothing_warns() -> None:
    inverse = Definition("inverse", (x,), 1 / x)
    made = compiled(Program(inverse, (Piece(1 / x, ()),)))
    assert made.inverse(0.0) == np.inf
    assert np.isnan(made.inverse([np.nan])).all()


def test_fractions_are_exact_and_numbers_stand_right_of_a_comparison() -> None:
    piece = Piece(x + Rational(1, 6), (), where=(le(Rational(1, 2), x), lt(3, y)))
    [line] = code(Program(above, (piece,)))
    assert line == "    return np.where((x >= 1 / 2) & (y > 3), 1 / 6 + x, np.nan)"


def test_the_docstring_tells_the_error_and_an_example() -> None:
    made = compiled(gap_program, gap=Measured({"float64": 2}, "ULP"))
    assert "Measured errors stay below 2 in float64, in ULP." in made.gap.__doc__
    assert '>>> print(f"{gap(0.5):.12g}")\n    0.75\n' in made.gap.__doc__


@pytest.mark.parametrize("name", ["np", "cast", "lambda", "_float64", "ρ"])
def test_names_that_are_taken_are_refused(name: str) -> None:
    named = Definition(name, (x,), 1 - x)
    symbol = Symbol(name, real=True)
    for program in (
        Program(named, (Piece(1 - x, ()),)),
        Program(Definition("f", (symbol,), symbol), (Piece(symbol + 1, ()),)),
        Program(gap, (Piece(symbol, (), lines=((symbol, 1 - x),)),)),
    ):
        with pytest.raises(InputError, match=f"'{name}'"):
            code(program)


def test_a_name_that_is_called_is_taken() -> None:
    hidden = Symbol("gap", real=True)
    lines = ((hidden, gap(x)),)
    with pytest.raises(InputError, match="above's line 'gap' has a name that is taken"):
        code(Program(above, (Piece(hidden * y + 3, (), lines=lines),)))


def test_a_line_may_be_a_number() -> None:
    assert code(Program(gap, (Piece(w * x, (), lines=((w, Integer(2)),)),)))[0] == "    w = 2"


def test_functions_of_the_library_are_numpys() -> None:
    assert code(Program(gap, (Piece(tanh(x), ()),))) == ["    return np.tanh(x)"]
