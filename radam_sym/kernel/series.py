"""The rule ``series``: a limit from the first term of a Laurent series.

Near a point, from one side, and near infinity, an expression made of powers, exp, log, tanh and
coth is a Laurent series in the distance u to the point, or in u = 1/x. Its coefficients are worked
out exactly, over the rational functions in what is free of x; the series converges for small u, so
that the first term says what the expression tends to, and what signs it has on the way. Hence an
expansion with the order of its remainder is the limit of (f − its terms)/u^n.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sympy import Add, Basic, Integer, Limit, Mul, Pow, coth, exp, log, oo, tanh

from radam_sym.kernel.conditions import Condition, definedness, nonzero, positive
from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.formulas import Formula, Relation
from radam_sym.kernel.heads import Applied
from radam_sym.kernel.laurent import Laurent, Quotient, exponential, logarithm, power, reduced
from radam_sym.kernel.place import Place, agree, require_splits
from radam_sym.kernel.polynomials import Field
from radam_sym.kernel.terms import canonical, unfolded, variables

ORDERS = (6, 12, 24, 48)  # the number of terms that are worked out, until enough are left


class _CancelledError(Exception):
    """Nothing is left of the terms that were worked out; more may help."""


class _NewAtomError(Exception):
    """A constant that the coefficients are made of, which the field doesn't have yet."""

    def __init__(self, term: Basic) -> None:
        self.term = term


def series(place: Place, old: Basic, new: Basic) -> None:
    """The first term of a Laurent series; the conditions hold near the point."""
    agree(place, "series", series_value(place, old), new, exponential=True)


def series_value(place: Place, whole: Basic) -> Basic:
    """What a limit is by the Laurent series of its body, which then has values near the point."""
    if not isinstance(whole, Limit):
        raise ProofError("series", "the line before is not a limit", whole)
    _, _, point, _ = whole.args
    place.require_defined("series", point)
    atoms: list[Basic] = []
    for order in ORDERS:
        while True:
            try:
                return _Near(place, whole, order, atoms).value()
            except _NewAtomError as unheard:
                atoms.append(unheard.term)
            except _CancelledError:
                break
    raise ProofError("series", f"nothing is left of the first {ORDERS[-1]} terms", whole)


class _Near:
    """Laurent series near the point of a limit, to a number of terms."""

    def __init__(self, place: Place, whole: Limit, order: int, atoms: list[Basic]) -> None:
        self.place, self.whole, self.order = place, whole, order
        self.body, self.variable, self.point, self.direction = whole.args
        constants = [*atoms, Integer(1)]
        self.field = Field(*constants, exponential=True)
        self.known = {canonical(term) for term in constants}
        self.one = self.number(Integer(1))
        self.found: dict[Basic, Laurent] = {}

    def value(self) -> Basic:
        """The value, once every condition of the body is seen to hold near the point."""
        found = self.first(self.expansion(self.body), short=True)
        if found.end <= 0:
            raise _CancelledError
        if found.low < 0:
            raise self.refusal(f"it grows without bound, like the power {found.low} of the series")
        for condition in definedness(self.body, self.place.path):
            self.require(condition)
        require_splits(self.place, "series", self.field)
        return self.term(found[0]) if found.terms else Integer(0)

    def refusal(self, reason: str) -> ProofError:
        """What the rule says of the limit that it was asked for."""
        return ProofError("series", reason, self.whole)

    # What holds near the point.

    def require(self, condition: Condition) -> None:
        """Refuse a condition that need not hold near the point."""
        path, alternatives = condition
        if not any(self.variable in variables(formula) for formula in alternatives):
            self.place.require_all("series", [condition])
        elif path != self.place.path or not any(map(self.holds, alternatives)):
            wanted = " or ".join(map(str, alternatives))
            raise self.refusal(f"it does not follow that {wanted} near {self.point}")

    def holds(self, formula: Formula | Basic) -> bool:
        """Whether a relation holds near the point, by the sign of a first term."""
        if not isinstance(formula, Relation) or formula.op == "=":
            return False
        try:
            first = self.first(self.expansion(formula.right - formula.left)).terms[0]
            self.require_first(first, "!=" if formula.op == "!=" else "<")
        except ProofError:
            return False
        return True

    def require_first(self, coefficient: Quotient, op: str) -> None:
        """Refuse a coefficient that may be zero, or one that need not be positive."""
        term = self.term(coefficient)
        conditions = nonzero(term, self.place.path)
        if op == "<":
            conditions = iter([Condition(self.place.path, (positive(term),))])
        self.place.require_all("series", conditions)

    # Constants.

    def number(self, term: Basic) -> Quotient:
        """What is free of the variable, as a coefficient."""
        if canonical(term) not in self.known:
            raise _NewAtomError(term)
        return reduced(*self.field.fraction(term))

    def term(self, coefficient: Quotient) -> Basic:
        """A coefficient as a term."""
        over = self.field.term(coefficient.denominator)
        return self.field.term(coefficient.numerator) / over

    def vanishes(self, coefficient: Quotient) -> bool:
        """Whether a coefficient is the rational function 0."""
        return bool(self.field.without_roots(coefficient.numerator) == 0)

    # Series.

    def monomial(self, coefficient: Quotient, low: int) -> Laurent:
        """A coefficient times a power of u, and nothing further."""
        return Laurent(low, (coefficient, *[self.one.times(0)] * (self.order - 1)))

    def first(self, series: Laurent, short: bool = False) -> Laurent:
        """The series from its first term that is not zero on; where there is none, only a short
        one will do.
        """
        for skipped, term in enumerate(series.terms):
            if not self.vanishes(term):
                return Laurent(series.low + skipped, series.terms[skipped:])
        if short:
            return Laurent(series.end, ())
        raise _CancelledError

    def expansion(self, term: Basic) -> Laurent:
        """The series of a term."""
        if term not in self.found:
            self.found[term] = self._worked_out(term)
        return self.found[term]

    def _worked_out(self, term: Basic) -> Laurent:
        if term == self.variable:
            return self._of_variable()
        if self.variable not in variables(term):
            return self.monomial(self.number(term), 0)
        if isinstance(term, Applied):
            return self.expansion(unfolded(term))
        if isinstance(term, (Add, Mul)):
            first, *rest = map(self.expansion, term.args)
            for other in rest:
                first = first + other if isinstance(term, Add) else first * other
            return first
        if isinstance(term, Pow):
            return self._of_power(*term.args)
        known = EXPANSIONS.get(type(term))
        if known is None:
            raise self.refusal(f"no power series is known for {type(term).__name__}: {term}")
        return known(self, self.expansion(term.args[0]))

    def _of_variable(self) -> Laurent:
        if self.point == oo:
            return self.monomial(self.one, -1)
        sign = self.one if str(self.direction) == "+" else -self.one
        return self.monomial(self.number(self.point), 0) + self.monomial(sign, 1)

    def _of_power(self, base: Basic, exponent: Basic) -> Laurent:
        if self.variable in variables(exponent):
            return self.of_exp(self.expansion(exponent) * self.of_log(self.expansion(base)))
        if isinstance(base, Applied):  # the square of a root is what it is the root of
            return self.expansion(Pow(unfolded(base), exponent))
        first = self.first(self.expansion(base))
        lead, low = first.terms[0], first.low * exponent
        if not isinstance(exponent, Integer):
            self.require_first(lead, "<")
        elif exponent < 0:
            self.require_first(lead, "!=")
        if not isinstance(low, Integer):
            raise self.refusal(f"({base})**({exponent}) has no power series at {self.point}")
        terms = power(self._over_first(first), self.number(exponent), self.one)
        if not self.is_one(lead):
            factor = self.number(Pow(self.term(lead), exponent))
            terms = tuple(term * factor for term in terms)
        return Laurent(int(low), terms)

    def _reciprocal(self, series: Laurent) -> Laurent:
        first = self.first(series)
        self.require_first(first.terms[0], "!=")
        return first.inverse()

    def _over_first(self, series: Laurent) -> list[Quotient]:
        over = series.terms[0].inverse()
        return [self.one.times(0), *[term * over for term in series.terms[1:]]]

    def is_one(self, coefficient: Quotient) -> bool:
        """Whether a coefficient is the number 1."""
        return bool(coefficient.numerator == coefficient.denominator)

    def of_exp(self, inner: Laurent) -> Laurent:
        """exp(c + w) = exp(c)·Σ w^k/k!"""
        constant, tail = self._apart(inner, "exp")
        terms = exponential(tail, self.one)
        if not self.vanishes(constant):
            factor = self.number(exp(self.term(constant)))
            terms = tuple(term * factor for term in terms)
        return Laurent(0, terms)

    def _apart(self, inner: Laurent, head: str) -> tuple[Quotient, list[Quotient]]:
        """The constant term, and what tends to 0; refuses what has a pole."""
        short = self.first(inner, short=True)
        if short.terms and short.low < 0:
            raise self.refusal(f"the argument of {head} leaves every disc: it has a pole here")
        if short.end <= 0:
            raise _CancelledError
        zero = self.one.times(0)
        tail = [zero, *(short[k] if short.terms else zero for k in range(1, short.end))]
        return (short[0] if short.terms else zero), tail

    def of_log(self, inner: Laurent) -> Laurent:
        """log(c·(1 + w)) = log c − Σ (−w)^k/k"""
        first = self.first(inner)
        if first.low != 0:
            raise self.refusal("the argument of log leaves the disc: it tends to 0 or to infinity")
        lead = first.terms[0]
        self.require_first(lead, "<")
        found = Laurent(0, logarithm(self._over_first(first), self.one))
        if self.is_one(lead):
            return found
        return found + self.monomial(self.number(log(self.term(lead))), 0)

    def of_tanh(self, inner: Laurent) -> Laurent:
        """(e^(2w) − 1)/(e^(2w) + 1)"""
        above, below = self._of_double(inner)
        return above * self._reciprocal(below)

    def of_coth(self, inner: Laurent) -> Laurent:
        """(e^(2w) + 1)/(e^(2w) − 1)"""
        below, above = self._of_double(inner)
        return above * self._reciprocal(below)

    def _of_double(self, inner: Laurent) -> tuple[Laurent, Laurent]:
        squared = self.of_exp(inner + inner)
        one = self.monomial(self.one, 0)
        return squared + -one, squared + one


EXPANSIONS: dict[type, Callable[[Any, Laurent], Laurent]] = {
    exp: _Near.of_exp,
    log: _Near.of_log,
    tanh: _Near.of_tanh,
    coth: _Near.of_coth,
}
