"""Small programs and forms, with theorems of their own, for the tests of this room."""

from sympy import Symbol, gamma, sqrt

from radam_sym.kernel.heads import Definition
from radam_sym.kernel.theorem import Source
from radam_sym.proof import Derivation, Form, Piece, Program, algebra, chain, definition, le, lt

HERE = Source("a test")
x, y, u, w = (Symbol(name, real=True) for name in "xyuw")
n = Symbol("n", integer=True, positive=True)

gap = Definition("gap", (x,), 1 - x**2)
above = Definition("above", (x, y), gap(x) * y + 3)
root = Definition("root", (x, n), sqrt(1 + x**n))
halved = Definition("halved", (x,), gamma((1 + x) / 2))
doubled = Definition("doubled", (x,), 2 * halved(x))
over = Definition("over", (x, n), 2 * root(x, n) + gap(x))

in_factors = Derivation(
    "test.gap",
    HERE,
    lambda: chain(gap(x)).by(definition(gap)).by(algebra, to=(1 - x) * (1 + x)),
)
gap_itself = Derivation("test.gap_itself", HERE, lambda: chain(gap(x)).by(definition(gap)))
for_positive = Derivation(
    "test.gap_of_positive",
    HERE,
    lambda: chain(gap(x), given=[lt(0, x)]).by(definition(gap)).by(algebra, to=(1 - x) * (1 + x)),
)
above_itself = Derivation("test.above", HERE, lambda: chain(above(x, y)).by(definition(above)))
root_itself = Derivation(
    "test.root",
    HERE,
    lambda: chain(root(x, n), given=[le(0, 1 + x**n)]).by(definition(root)),
)
over_itself = Derivation(
    "test.over",
    HERE,
    lambda: chain(over(x, n), given=[le(0, 1 + x**n)]).by(definition(over)),
)

halved_itself = Derivation(
    "test.halved",
    HERE,
    lambda: chain(halved(x), given=[lt(0, x)]).by(definition(halved)),
)
doubled_itself = Derivation(
    "test.doubled",
    HERE,
    lambda: chain(doubled(x), given=[lt(0, x)]).by(definition(doubled)),
)

factors = Piece(u * w, (in_factors,), lines=((u, 1 - x), (w, 1 + x)))
gap_program = Program(gap, (factors,))
above_program = Program(above, (Piece(gap(x) * y + 3, (above_itself,)),))
gap_form, above_form = Form(gap, (gap_itself,)), Form(above, (above_itself,))
root_form, over_form = Form(root, (root_itself,)), Form(over, (over_itself,))
halved_form, doubled_form = Form(halved, (halved_itself,)), Form(doubled, (doubled_itself,))
