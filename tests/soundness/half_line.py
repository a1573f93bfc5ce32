"""Integrals over (0, ∞) for the oracle, in closed form.

An integrand is worked out as a sum of terms c·x^s·e^(−a·x^q), which is closed under what the tests
make of such terms; ∫ x^s·e^(−a·x^q) dx = Γ((s + 1)/q)·a^(−(s + 1)/q)/q for s > −1 and a, q > 0, and
no integral otherwise. What is no such sum is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flint import fmpq
from sympy import Add, Basic, Mul, Pow, Symbol, exp

from radam_sym.kernel.heads import Family, Member

Key = tuple[Any, Any, Any]  # s, a, q
Terms = Mapping[Key, Any]
PLAIN = fmpq(0), fmpq(0), fmpq(1)
MOST_FACTORS = 6


@dataclass
class Expansion:
    """How a term moves with x, given what is free of x."""

    variable: Symbol
    moves: Callable[[Basic], bool]
    value: Callable[[Basic], Any]
    function: Callable[[Family], tuple[Any, Any]]  # g(x) = (b + c·x)·e^(−x)
    arithmetic: Any  # power, exponential, gamma_function, sign_of, and the two exceptions

    def terms(self, node: Basic) -> Terms:
        """c by s, a and q."""
        if not self.moves(node):
            return tidy([(PLAIN, self.value(node))])
        if node == self.variable:
            return {(fmpq(1), fmpq(0), fmpq(1)): fmpq(1)}
        if isinstance(node, Add):
            return tidy(pair for part in node.args for pair in self.terms(part).items())
        if isinstance(node, Mul):
            return self._product(map(self.terms, node.args))
        if isinstance(node, Pow) and not self.moves(node.exp):
            return self._power(self.terms(node.base), self.value(node.exp))
        if isinstance(node, exp):
            return self._exponential(self.terms(node.args[0]))
        if isinstance(node, Member) and node.args[0].kind == "positive function":
            return self._member(node.args[0], self.terms(node.args[1]))
        raise self.arithmetic.UnknownError

    def _product(self, factors: Iterable[Terms]) -> Terms:
        total: Terms = {PLAIN: fmpq(1)}
        for factor in factors:
            total = tidy(
                (self._joined(left, right), c * d)
                for left, c in total.items()
                for right, d in factor.items()
            )
        return total

    def _joined(self, left: Key, right: Key) -> Key:
        (s, a, q), (other_s, other_a, other_q) = left, right
        if a == 0 or other_a == 0 or q == other_q:
            return s + other_s, a + other_a, other_q if a == 0 else q
        raise self.arithmetic.UnknownError

    def _power(self, base: Terms, exponent: Any) -> Terms:
        if not isinstance(exponent, fmpq):
            raise self.arithmetic.UnknownError
        if len(base) == 1:
            [((s, a, q), c)] = base.items()
            return {(s * exponent, a * exponent, q): self.arithmetic.power(c, exponent)}
        if exponent.q == 1 and 0 <= exponent <= MOST_FACTORS:
            return self._product([base] * int(exponent))
        raise self.arithmetic.UnknownError

    def _exponential(self, inner: Terms) -> Terms:
        total: Terms = {PLAIN: fmpq(1)}
        for (s, a, _), c in inner.items():
            if a != 0 or s < 0 or not isinstance(c, fmpq):
                raise self.arithmetic.UnknownError
            still = {PLAIN: self.arithmetic.exponential(c)}
            total = self._product([total, still if s == 0 else {(fmpq(0), -c, s): fmpq(1)}])
        return total

    def _member(self, family: Family, inner: Terms) -> Terms:
        if len(inner) != 1:
            raise self.arithmetic.UnknownError
        [((s, a, _), c)] = inner.items()
        if self.arithmetic.sign_of(c) <= 0:
            raise self.arithmetic.UndefinedError
        if a != 0:
            raise self.arithmetic.UnknownError
        still, moving = self.function(family)
        falls = self._exponential({(s, a, fmpq(1)): -c})
        return self._product([tidy([(PLAIN, still), ((s, a, fmpq(1)), moving * c)]), falls])

    def integral(self, body: Basic) -> Any:
        """The integral of a term; raises UndefinedError where it has none."""
        terms = self.terms(body)
        apart = [key for key in terms if not (key[0] > -1 and key[1] > 0)]
        if len(apart) > 1:  # two infinities may cancel
            raise self.arithmetic.UnknownError
        if apart:
            raise self.arithmetic.UndefinedError
        return sum((c * self._of_term(*key) for key, c in terms.items()), fmpq(0))

    def _of_term(self, s: fmpq, a: fmpq, q: fmpq) -> Any:
        shape = (s + 1) / q
        return self.arithmetic.gamma_function(shape) * self.arithmetic.power(a, -shape) / q


def tidy(pairs: Iterable[tuple[Key, Any]]) -> Terms:
    """Terms of one kind added up, without those that are zero."""
    found: dict[Key, Any] = {}
    for key, c in pairs:
        found[key] = found[key] + c if key in found else c
    return {key: c for key, c in found.items() if not (isinstance(c, fmpq) and c == 0)}
