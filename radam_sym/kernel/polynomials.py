"""Rational functions over ℚ in atoms, on python-flint's multivariate polynomials.

An atom is whatever arithmetic can't look inside: a symbol, a member of a family, an applied
definition, a sum, a moment, a limit, a root b^(1/q), a power b^m with a symbolic exponent.
Powers are split first: with e = c₁m₁ + ... + c₀, b^e is (b^m₁)^c₁ ··· b^c₀, so that β^(2t) and
β^(t+1) are polynomials in β and the atom β^t. In exponential mode exp, tanh, coth and the powers
of b, where log b occurs, are rewritten in the atoms e^m as well.

This module only computes. What an expression divides by is a condition of its being defined,
stated in :mod:`radam_sym.kernel.conditions`; what the splitting of a power assumes of its base is
kept in ``Field.splits`` for the rules to require.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import lcm
from typing import Any

import flint
from sympy import Add, Basic, Integer, Mul, Pow, Rational, coth, exp, expand_mul, log, tanh

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.terms import canonical

MAX_POWER = 1_000
Key = frozenset[tuple[frozenset[tuple[Any, int]], Any]]
Part = tuple[Any, Rational]  # (a power atom, its rational exponent)


def split_exponent(exponent: Basic) -> tuple[list[tuple[Basic, Rational]], Rational]:
    """e as Σ c_k m_k + c₀ with rational c and monomials m free of numeric factors."""
    parts: dict[Basic, Rational] = {}
    constant = Integer(0)
    for term in Add.make_args(expand_mul(exponent)):
        number, symbolic = term.as_coeff_Mul()
        if not isinstance(number, Rational):
            raise ProofError("algebra", f"the exponent {exponent} has a coefficient {number}")
        if symbolic == 1:
            constant += number
        else:
            parts[symbolic] = parts.get(symbolic, Integer(0)) + number
    return list(parts.items()), constant


class Field:
    """The field of rational functions in the atoms of some expressions; ``atoms`` are the terms
    that its generators stand for.
    """

    def __init__(self, *expressions: Basic, exponential: bool = False, split: bool = True) -> None:
        self.exponential = exponential
        self.split = split
        self.splits: dict[tuple[Basic, Basic | None], None] = {}
        self.atoms: list[Basic] = []
        self._places: dict[Any, int] = {}
        self._steps: dict[Any, int] = {}
        self._logarithms: set[Basic] = set()
        if exponential:
            for expression in expressions:
                self._logarithms |= set(_bases_of_logarithms(expression))
        for expression in expressions:
            self._collect(expression)
        names = tuple(f"x{k}" for k in range(len(self._places)))
        ring = flint.fmpq_mpoly_ctx.get(names, "degrevlex")
        self._constant = ring.constant
        self._generators = ring.gens()
        roots = [self._steps.get(atom, 1) for atom in self._places]
        self.atoms = [Pow(a, Rational(1, q)) for a, q in zip(self.atoms, roots, strict=True)]
        self._one = ring.constant(1)

    # What powers and exponentials are made of.

    def _is_power(self, node: Basic) -> bool:
        return isinstance(node, Pow) or canonical(node) in self._logarithms

    def _base_exponent(self, node: Basic) -> tuple[Basic, Basic]:
        return node.args if isinstance(node, Pow) else (node, Integer(1))

    def _power_parts(self, base: Basic, exponent: Basic) -> tuple[list[Part], Basic]:
        """b^e as power atoms with rational exponents, and the integer exponent left on b."""
        if isinstance(exponent, Integer) and canonical(base) not in self._logarithms:
            return [], exponent
        if not self.split and not isinstance(exponent, Rational):
            return [((canonical(base), canonical(exponent)), Integer(1))], Integer(0)
        monomials, constant = split_exponent(exponent)
        if canonical(base) in self._logarithms:
            logarithm = log(base)
            exponents = [(logarithm * m, c) for m, c in monomials]
            return _exponential_atoms([*exponents, (logarithm, constant)]), Integer(0)
        self._note_split(base, monomials, constant)
        key = canonical(base)
        parts = [((key, canonical(m)), c) for m, c in monomials]
        if isinstance(constant, Integer):
            return parts, constant
        return [*parts, ((key, Integer(1)), constant)], Integer(0)

    def _note_split(
        self, base: Basic, monomials: list[tuple[Basic, Rational]], constant: Rational
    ) -> None:
        if len(monomials) + (constant != 0) == 1 and all(c == 1 for _, c in monomials):
            return
        if constant < 0:
            self.splits[base, None] = None
        for monomial, c in monomials:
            self.splits[base, monomial if c > 0 else None] = None

    def _exponential_parts(self, node: Basic) -> list[Part]:
        monomials, constant = split_exponent(node.args[0])
        scale = 1 if isinstance(node, exp) else 2
        exponents = [*monomials, (Integer(1), constant)] if constant else monomials
        return _exponential_atoms([(m, scale * c) for m, c in exponents])

    def _collect(self, node: Basic) -> None:
        if isinstance(node, Rational):
            return
        if self._is_power(node):
            base, exponent = self._base_exponent(node)
            parts, left_over = self._power_parts(base, exponent)
            self._note(parts)
            if left_over != 0 or any(_is_root(atom) for atom, _ in parts):
                self._collect(base)
        elif isinstance(node, (Add, Mul)):
            for argument in node.args:
                self._collect(argument)
        elif self.exponential and isinstance(node, (exp, tanh, coth)):
            self._note(self._exponential_parts(node))
        else:
            self._place(canonical(node), node)

    def _note(self, parts: list[Part]) -> None:
        for atom, power in parts:
            self._steps[atom] = lcm(self._steps.get(atom, 1), int(power.q))
            self._place(atom, Pow(*atom) if atom[0] != EXPONENTIAL else exp(atom[1]))

    def _place(self, atom: Any, term: Basic) -> None:
        if atom not in self._places:
            self._places[atom] = len(self._places)
            self.atoms.append(term)

    # Conversion: every method returns (numerator, denominator).

    def fraction(self, node: Basic) -> tuple[Any, Any]:
        """The expression as a quotient of polynomials; refuses a denominator that vanishes."""
        numerator, denominator = self._convert(node)
        if denominator == 0:
            raise ProofError("algebra", "division by zero", node)
        return numerator, denominator

    def _convert(self, node: Basic) -> tuple[Any, Any]:
        if isinstance(node, Rational):
            return self._constant(int(node.p)), self._constant(int(node.q))
        if self._is_power(node):
            base, exponent = self._base_exponent(node)
            parts, left_over = self._power_parts(base, exponent)
            powers = self._product(parts)
            if left_over == 0:
                return powers
            return _times(powers, _raise(self.fraction(base), int(left_over)))
        if isinstance(node, Add):
            return self._sum([self.fraction(argument) for argument in node.args])
        if isinstance(node, Mul):
            product = self._one, self._one
            for argument in node.args:
                product = _times(product, self.fraction(argument))
            return product
        if self.exponential and isinstance(node, (exp, tanh, coth)):
            n, d = self._product(self._exponential_parts(node))
            if isinstance(node, exp):
                return n, d
            return (n - d, n + d) if isinstance(node, tanh) else (n + d, n - d)
        return self._generators[self._places[canonical(node)]], self._one

    def _sum(self, fractions: list[tuple[Any, Any]]) -> tuple[Any, Any]:
        numerator, denominator = self._constant(0), self._one
        for n, d in fractions:
            common = d.gcd(denominator)
            left, right = d / common, denominator / common
            numerator, denominator = numerator * left + n * right, denominator * left
        return numerator, denominator

    def _product(self, parts: list[Part]) -> tuple[Any, Any]:
        product = self._one, self._one
        for atom, power in parts:
            generator = self._generators[self._places[atom]]
            product = _times(
                product, _raise((generator, self._one), int(power * self._steps[atom]))
            )
        return product

    # What the rules ask.

    def difference(self, left: Basic, right: Basic) -> Any:
        """A polynomial that is zero iff the two sides are the same rational function."""
        (a, b), (c, d) = self.fraction(left), self.fraction(right)
        return a * d - c * b

    def without_roots(self, polynomial: Any) -> Any:
        """A polynomial that is zero only where this one is: r^q is b, for each atom r = b^(1/q)."""
        for atom, place in self._places.items():
            if _is_root(atom):
                radicand = self.fraction(self.atoms[place] ** self._steps[atom])
                polynomial = _reduced(polynomial, place, self._steps[atom], radicand)
        return polynomial

    def term(self, polynomial: Any) -> Basic:
        """The polynomial as a term."""
        terms = []
        for powers, coefficient in polynomial.to_dict().items():
            monomial = [Pow(a, int(k)) for a, k in zip(self.atoms, powers, strict=False)]
            terms.append(Mul(Rational(int(coefficient.p), int(coefficient.q)), *monomial))
        return Add(*terms)

    def key(self, polynomial: Any) -> Key:
        """The polynomial as a set of (monomial in atoms, coefficient): the same in every field."""
        names = [(atom, self._steps.get(atom)) for atom in self._places]
        return frozenset(
            (
                frozenset((names[k], int(power)) for k, power in enumerate(powers) if power),
                coefficient,
            )
            for powers, coefficient in polynomial.to_dict().items()
        )


EXPONENTIAL = "e"


def _is_root(atom: Any) -> bool:
    """Whether an atom is b^(1/q) for some q."""
    return isinstance(atom, tuple) and atom[0] != EXPONENTIAL and bool(atom[1] == 1)


def _reduced(polynomial: Any, place: int, degree: int, radicand: tuple[Any, Any]) -> Any:
    """The polynomial with x^degree replaced by a fraction, for the generator x at a place, times
    the power of the denominator that clears it.
    """
    ring, (numerator, denominator) = polynomial.context(), radicand
    terms = polynomial.to_dict()
    most = max((int(powers[place]) // degree for powers in terms), default=0)
    total = ring.constant(0)
    for powers, coefficient in terms.items():
        whole, left_over = divmod(int(powers[place]), degree)
        rest = ring.from_dict({(*powers[:place], left_over, *powers[place + 1 :]): coefficient})
        total += rest * numerator**whole * denominator ** (most - whole)
    return total


def _bases_of_logarithms(node: Basic) -> Iterator[Basic]:
    """Every b whose log stands where arithmetic looks inside, so that b > 0 if it is defined."""
    if isinstance(node, log):
        yield canonical(node.args[0])
    elif isinstance(node, (Add, Mul, Pow, exp, tanh, coth)):
        for argument in node.args:
            yield from _bases_of_logarithms(argument)


def _exponential_atoms(exponents: list[tuple[Basic, Rational]]) -> list[Part]:
    return [((EXPONENTIAL, canonical(m)), c) for m, c in exponents]


def _times(left: tuple[Any, Any], right: tuple[Any, Any]) -> tuple[Any, Any]:
    return left[0] * right[0], left[1] * right[1]


def _raise(fraction: tuple[Any, Any], power: int) -> tuple[Any, Any]:
    if abs(power) > MAX_POWER:
        raise ProofError("algebra", f"a power of {power} is over the limit of {MAX_POWER}")
    numerator, denominator = fraction if power > 0 else fraction[::-1]
    return numerator ** abs(power), denominator ** abs(power)
