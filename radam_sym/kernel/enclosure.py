"""The rule ``enclose``: an inequality in one variable on a compact interval, by ball arithmetic.

The interval is cut into pieces until, on each, an enclosure of right − left is positive. On a
piece of midpoint m and radius r that is f(m) + f′(m)·[−r, r] + (f″/2)(piece)·[0, r²], by Taylor's
theorem. Every ball holds the true value, rounding errors included, so that what is enclosed is
true at every point of the interval and not only at some; it rests on FLINT, which its mark says.
"""

from __future__ import annotations

from functools import reduce

from flint import arb, ctx, fmpq
from sympy import Add, Basic, Expr, Mul, Pow, Rational, Symbol, exp, log, pi

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Relation, admit_formula
from radam_sym.kernel.heads import Applied
from radam_sym.kernel.jets import ELEMENTARY, Jet, constant
from radam_sym.kernel.place import Place
from radam_sym.kernel.terms import unfolded, variables

BITS = 128  # of precision
PIECES = 4096  # at most, of an interval
HALVINGS = 32  # at most, from the interval to a piece

Piece = tuple[fmpq, fmpq, int]  # its ends, and how often the interval was halved


def enclose(
    place: Place, goal: Relation, variable: Basic | None, low: Basic | None, high: Basic | None
) -> None:
    """A relation by an enclosure of right − left: of a constant, or for low ≤ variable ≤ high."""
    admit_formula(goal)
    if goal.op not in ("<", "<="):
        raise ProofError("enclose", f"an enclosure proves < and <=, not {goal.op}", goal)
    others = sorted(map(str, variables(goal) - {variable}))
    if others:
        raise ProofError("enclose", f"the goal speaks of {', '.join(others)} as well", goal)
    difference = goal.right - goal.left
    with ctx.workprec(BITS):
        if variable is None:
            _enclose_constant(goal, difference)
        else:
            ends = _ends(goal, variable, low, high)
            place.require("enclose", Relation("<=", low, variable), Relation("<=", variable, high))
            _enclose_between(goal, difference, variable, *ends)
    place.require_defined("enclose", goal)


def _ends(
    goal: Relation, variable: Basic, low: Basic | None, high: Basic | None
) -> tuple[fmpq, fmpq]:
    if not isinstance(variable, Symbol):
        raise ProofError("enclose", f"{variable} is not a real variable", goal)
    if not (isinstance(low, Rational) and isinstance(high, Rational) and low < high):
        raise ProofError("enclose", f"[{low}, {high}] is not an interval with rational ends", goal)
    return _exactly(low), _exactly(high)


def _exactly(number: Rational) -> fmpq:
    return fmpq(int(number.p), int(number.q))


def _enclose_constant(goal: Relation, difference: Expr) -> None:
    found = _jet(difference, None, constant(arb(0)))
    if not found.value.is_finite():
        raise ProofError("enclose", "a part of it has no finite enclosure", goal)
    _refute(goal, found, "")
    if not _positive(found.value, goal.op):
        raise ProofError("enclose", f"{BITS} bits do not tell the two sides apart", goal)


def _enclose_between(
    goal: Relation, difference: Expr, variable: Basic, low: fmpq, high: fmpq
) -> None:
    pieces: list[Piece] = [(low, high, 0)]
    looked_at = 0
    while pieces:
        left, right, halvings = pieces.pop()
        looked_at += 1
        middle, over = (left + right) / 2, arb(left).union(arb(right))
        at_middle = _jet(difference, variable, _moving(arb(middle)))
        on_piece = _jet(difference, variable, _moving(over))
        _refute(goal, at_middle, f" at {variable} = {middle}")
        if on_piece.is_finite() and _positive(_taylor(at_middle, on_piece, right - left), goal.op):
            continue
        if halvings == HALVINGS or looked_at == PIECES:
            where = f"{variable} from {left} to {right}"
            if on_piece.is_finite():
                raise ProofError("enclose", f"the bound is not proved for {where}", goal)
            reason = "there may be a pole, or an end of where a root or a logarithm is defined"
            raise ProofError("enclose", f"no finite enclosure for {where}: {reason}", goal)
        pieces += [(middle, right, halvings + 1), (left, middle, halvings + 1)]


def _moving(over: arb) -> Jet:
    return Jet(over, arb(1), arb(0))


def _taylor(at_middle: Jet, on_piece: Jet, width: fmpq) -> arb:
    radius = arb(width / 2)
    linear = at_middle.slope * (-radius).union(radius)
    return at_middle.value + linear + on_piece.bend * arb(0).union(radius**2)


def _positive(ball: arb, op: str) -> bool:
    return bool(ball > 0 if op == "<" else ball >= 0)


def _refute(goal: Relation, found: Jet, where: str) -> None:
    if found.value < 0:
        raise ProofError("enclose", f"it is false{where}", goal)


def _jet(term: Basic, variable: Basic | None, moving: Jet) -> Jet:
    """A term's Taylor coefficients where the variable is what moves."""
    if term == variable:
        return moving
    if isinstance(term, Rational):
        return constant(arb(_exactly(term)))
    if term == pi:
        return constant(arb.pi())
    if isinstance(term, Applied):
        return _jet(unfolded(term), variable, moving)
    if type(term) not in (Add, Mul, Pow, *ELEMENTARY):
        raise ProofError("enclose", f"no enclosure is known for {type(term).__name__}: {term}")
    parts = [_jet(argument, variable, moving) for argument in term.args]
    if isinstance(term, Add):
        return reduce(Jet.__add__, parts)
    if isinstance(term, Mul):
        return reduce(Jet.__mul__, parts)
    if isinstance(term, Pow):
        return _of_power(term, parts)
    return ELEMENTARY[type(term)](parts[0])


def _of_power(term: Pow, parts: list[Jet]) -> Jet:
    base, exponent = parts
    if isinstance(term.exp, Rational):
        return base.power(_exactly(term.exp))
    return ELEMENTARY[exp](exponent * ELEMENTARY[log](base))
