"""Looking for an exact rational point where a refused step is false.

Numbers refute, they never prove: a point is found by trial, and both sides are worked out there
in exact rational arithmetic, or in balls where a root or an exponential is not rational.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import partial, reduce
from itertools import islice, product
from typing import Any

from flint import arb, ctx, fmpq
from sympy import Add, Basic, Mul, Pow, Rational, Sum, Symbol, coth, exp, gamma, log, tanh

from radam_sym.kernel.context import Context
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Applied, Family, Member, domain
from radam_sym.kernel.terms import unfolded, variables

TRIALS = 400
BITS = 200
MOST_TERMS = 50  # of a sum that is added up
MOST_BITS = 100_000  # of an exact power
CANDIDATES = {
    "real": ["1/2", "2", "1/3", "-1", "3", "2/3", "-1/2", "0", "5"],
    "positive": ["1/2", "2", "1/3", "3", "2/3", "5"],
    "nonnegative": ["1/2", "2", "0", "1/3", "3"],
    "integer": ["2", "3", "1", "0", "-1", "5"],
    "nonnegative integer": ["2", "3", "1", "0", "5"],
    "positive integer": ["2", "3", "1", "5"],
}
ELEMENTARY = {exp: arb.exp, log: arb.log, tanh: arb.tanh, coth: arb.coth, gamma: arb.gamma}
Point = dict[Basic, Fraction]
Number = Fraction | arb


class UnknownValueError(Exception):
    """The term has no value that can be worked out here."""


def value(term: Basic, point: Point) -> Number:
    """The value of a term at a rational point: a fraction, or a ball if it is not rational.

    The members of families that are met on the way are added to the point.
    """
    if isinstance(term, Rational):
        return Fraction(int(term.p), int(term.q))
    if isinstance(term, Symbol):
        return point[term]
    if isinstance(term, Member):
        return _member(term.args[0], value(term.args[1], point), point)
    if isinstance(term, Applied):
        return value(unfolded(term), point)
    if isinstance(term, Sum):
        return _sum(term, point)
    if isinstance(term, (Add, Mul)):
        parts = [value(argument, point) for argument in term.args]
        combined: Number = reduce(partial(_both, add=isinstance(term, Add)), parts)
        return combined
    if isinstance(term, Pow):
        return _power(value(term.args[0], point), value(term.args[1], point))
    if type(term) in ELEMENTARY:
        function = ELEMENTARY[type(term)]
        return _finite(function(_ball(value(term.args[0], point))))
    raise UnknownValueError


def _both(left: Any, right: Any, add: bool = True) -> Any:
    if isinstance(left, arb) or isinstance(right, arb):
        left, right = _ball(left), _ball(right)
    return left + right if add else left * right


def _ball(number: Number) -> arb:
    if isinstance(number, arb):
        return number
    return arb(fmpq(number.numerator, number.denominator))


def _member(family: Family, index: Any, point: Point) -> Fraction:
    """Some fixed values for a sequence or a function that nothing is known of."""
    if not isinstance(index, Fraction):
        raise UnknownValueError
    seed = sum(map(ord, family.name))
    chosen = (index * index + seed % 5 + 1) / (index * index + index / 2 + seed % 7 + 1)
    return point.setdefault(Member(family, Rational(index.numerator, index.denominator)), chosen)


def _sum(term: Sum, point: Point) -> Number:
    index, low, high = term.limits[0]
    first, last = value(low, point), value(high, point)
    if not isinstance(first, Fraction) or not isinstance(last, Fraction):
        raise UnknownValueError
    if not -1 <= last - first <= MOST_TERMS:
        raise UnknownValueError
    outside = point.get(index)
    terms = []
    for i in range(int(first), int(last) + 1):
        point[index] = Fraction(i)
        terms.append(value(term.function, point))
    point.pop(index, None)
    if outside is not None:
        point[index] = outside
    total: Number = reduce(_both, terms, Fraction(0))
    return total


def _power(base: Number, exponent: Number) -> Number:
    if isinstance(base, Fraction) and isinstance(exponent, Fraction) and exponent.denominator == 1:
        bits = max(base.numerator.bit_length(), base.denominator.bit_length())
        if (base == 0 and exponent < 0) or abs(exponent) * bits > MOST_BITS:
            raise UnknownValueError
        return base ** int(exponent)
    return _finite(_ball(base) ** _ball(exponent))


def _finite(number: arb) -> arb:
    if not number.is_finite():
        raise UnknownValueError
    return number


def holds(formula: Relation, point: Point) -> bool:
    """Whether a relation holds at a point; balls that touch count as equal."""
    gap = _both(value(formula.right, point), -value(formula.left, point))
    if formula.op == "=":
        return bool(gap == 0) if isinstance(gap, Fraction) else bool(gap.contains(0))
    if formula.op == "!=":
        return bool(gap != 0) if isinstance(gap, Fraction) else not gap.contains(0)
    if isinstance(gap, Fraction):
        return gap > 0 if formula.op == "<" else gap >= 0
    return bool(gap > 0) if formula.op == "<" else not bool(gap < 0)


def points(symbols: Iterable[Basic]) -> Iterator[Point]:
    """Rational points in the domains of some symbols, simple ones first."""
    names = sorted((s for s in symbols if isinstance(s, Symbol)), key=lambda s: s.name)
    choices = [[Fraction(text) for text in CANDIDATES[domain(name)]] for name in names]
    for values in islice(product(*choices), TRIALS):
        yield dict(zip(names, values, strict=True))


def counterexample(claim: Relation, facts: Iterable[Any]) -> str | None:
    """A point where the facts hold and the claim does not, as text; None if none was found.

    A fact about a family that the claim does not speak of says nothing of the claim. One about a
    family in it that can't be tried out, a law or a relation for all values, ends the search.
    """
    families = {v for v in variables(claim) if isinstance(v, Family)}
    about = [f for f in facts if all(v in families for v in variables(f) if isinstance(v, Family))]
    known = [fact for fact in about if isinstance(fact, Relation)]
    if any(variables(f) & families for f in about if not isinstance(f, Relation)):
        return None
    free = variables(claim).union(*map(variables, known))
    before = ctx.prec
    ctx.prec = BITS
    try:
        for point in points(free):
            try:
                if all(holds(fact, point) for fact in known) and not holds(claim, point):
                    return _told(claim, point)
            except UnknownValueError:
                continue
    finally:
        ctx.prec = before
    return None


def _told(claim: Relation, point: Point) -> str:
    shown = {v: number for v, number in point.items() if v in variables(claim)}
    left, right = (_number(value(side, shown)) for side in (claim.left, claim.right))
    where = ", ".join(f"{name} = {shown[name]}" for name in sorted(shown, key=str))
    return f"at {where or 'any point'} the sides are {left} and {right}"


def _number(number: Number) -> str:
    return str(number) if isinstance(number, Fraction) else number.str(12, radius=False)


def with_counterexample(
    error: ProofError, context: Context, claim: Relation | None = None
) -> ProofError:
    """The error with a counterexample to what the refused step claims, where one is found."""
    if error.counterexample is not None or error.before is None or error.after is None:
        return error
    if not isinstance(error.before, Basic) or not isinstance(error.after, Basic):
        return error
    op = "<=" if error.rule == "sign" else "="
    facts = [formula for formula, home in context.facts if not home]
    found = counterexample(claim or Relation(op, error.before, error.after), facts)
    return ProofError(error.rule, error.reason, error.before, error.after, found)
