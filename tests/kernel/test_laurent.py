"""Held against FLINT's own power series over ℚ, at rational values of the atoms."""

import random
from collections.abc import Sequence
from typing import Any

import pytest
from flint import fmpq, fmpq_mpoly_ctx, fmpq_series

from radam_sym.kernel.laurent import Laurent, Quotient, exponential, logarithm, power, reduced

RING = fmpq_mpoly_ctx.get(("a", "b"), "degrevlex")
A, B = RING.gens()
VALUES = fmpq(2, 3), fmpq(5, 7)
ONE = Quotient(RING.constant(1), RING.constant(1))
ZERO = Quotient(RING.constant(0), RING.constant(1))
every_seed = pytest.mark.parametrize("seed", range(25))


def value(quotient: Quotient) -> fmpq:
    found: fmpq = quotient.numerator(*VALUES) / quotient.denominator(*VALUES)
    return found


def values(terms: Sequence[Quotient]) -> list[fmpq]:
    return [value(term) for term in terms]


def number(chance: random.Random) -> fmpq:
    return fmpq(chance.randint(-4, 4), chance.randint(1, 3))


def polynomial(chance: random.Random) -> Any:
    return sum((number(chance) * m for m in (A, B, A * B)), RING.constant(chance.randint(0, 2)))


def quotient(chance: random.Random) -> Quotient:
    above, below = polynomial(chance), polynomial(chance)
    return reduced(above, below) if below(*VALUES) != 0 else ZERO


def laurent(chance: random.Random) -> Laurent:
    terms = [quotient(chance) for _ in range(chance.randint(1, 5))]
    return Laurent(chance.randint(-3, 3), tuple(terms))


def tail(chance: random.Random) -> list[Quotient]:
    """What has no constant term."""
    return [ZERO, *(quotient(chance) for _ in range(chance.randint(0, 5)))]


def by_flint(terms: Sequence[Quotient]) -> fmpq_series:
    return fmpq_series(values(terms), prec=len(terms))


def told(found: fmpq_series, count: int) -> list[fmpq]:
    return [found[k] for k in range(count)]


# --- quotients ------------------------------------------------------------------------------------


@every_seed
def test_quotients_are_a_field(seed: int) -> None:
    chance = random.Random(seed)
    left, right, factor = quotient(chance), quotient(chance), number(chance)
    assert value(left + right) == value(left) + value(right)
    assert value(left + left) == 2 * value(left)
    assert value(left * right) == value(left) * value(right)
    assert value(-left) == -value(left)
    assert value(left.times(factor)) == value(left) * factor
    if value(left) != 0:
        assert value(left.inverse()) == 1 / value(left)


def test_a_quotient_has_no_common_factor_and_a_monic_denominator() -> None:
    found = reduced(2 * A * (A + B), 6 * A**2)
    assert (found.numerator, found.denominator) == ((A + B) / 3, A)
    assert found == reduced(A + B, 3 * A)
    assert reduced(RING.constant(0), A) == ZERO
    assert ZERO + found == found


# --- series ---------------------------------------------------------------------------------------


def coefficients(found: Laurent) -> dict[int, fmpq]:
    return {found.low + k: value(term) for k, term in enumerate(found.terms)}


@every_seed
def test_a_sum_is_known_as_far_as_both_terms(seed: int) -> None:
    chance = random.Random(seed)
    parts = laurent(chance), laurent(chance)
    total = parts[0] + parts[1]
    assert total.end == min(part.end for part in parts)
    for place, coefficient in coefficients(total).items():
        assert coefficient == sum(coefficients(part).get(place, 0) for part in parts)
    known = {place for part in parts for place in coefficients(part) if place < total.end}
    assert known <= set(coefficients(total))


def test_a_sum_with_what_is_only_small() -> None:
    """O(u²) + (1 + a·u + u²) is 1 + a·u + O(u²)."""
    small, known = Laurent(2, ()), Laurent(0, (ONE, Quotient(A, ONE.denominator), ONE))
    assert small + known == known + small == Laurent(0, known.terms[:2])
    assert small + Laurent(3, (ONE,)) == Laurent(3, (ONE,)) + small == Laurent(2, ())
    assert (Laurent(4, ()) + small).end == 2


@every_seed
def test_a_product_is_known_relative_to_its_first_power(seed: int) -> None:
    chance = random.Random(seed)
    left, right = laurent(chance), laurent(chance)
    product, count = left * right, min(len(left.terms), len(right.terms))
    assert (product.low, len(product.terms)) == (left.low + right.low, count)
    expected = by_flint(left.terms[:count]) * by_flint(right.terms[:count])
    assert values(product.terms) == told(expected, count)
    assert coefficients(-left) == {place: -c for place, c in coefficients(left).items()}


@every_seed
def test_an_inverse(seed: int) -> None:
    whole = laurent(random.Random(seed))
    if value(whole.terms[0]) != 0:
        inverse = whole.inverse()
        assert (inverse.low, inverse.end) == (-whole.low, len(whole.terms) - whole.low)
        assert values((whole * inverse).terms) == [1] + [0] * (len(whole.terms) - 1)


def test_coefficients_are_found_by_their_power() -> None:
    whole = Laurent(-1, (ONE, ONE.times(2), ONE.times(3)))
    assert [value(whole[k]) for k in (-3, -2, -1, 0, 1)] == [0, 0, 1, 2, 3]
    assert whole.end == 2
    with pytest.raises(IndexError):
        whole[2]


# --- functions ------------------------------------------------------------------------------------


@every_seed
def test_exponential_logarithm_and_powers(seed: int) -> None:
    chance = random.Random(seed)
    u, exponent = tail(chance), number(chance)
    grown, count = 1 + by_flint(u), len(u)
    assert values(exponential(u, ONE)) == told(by_flint(u).exp(), count)
    assert values(logarithm(u, ONE)) == told(grown.log(), count)
    expected = (grown.log() * fmpq_series([exponent], prec=count)).exp()
    assert values(power(u, ONE.times(exponent), ONE)) == told(expected, count)


def test_a_power_whose_exponent_is_an_atom() -> None:
    """(1 + u)^a has the binomial coefficients of a."""
    terms = power([ZERO, ONE, ZERO, ZERO], Quotient(A, RING.constant(1)), ONE)
    falling = [A, A * (A - 1) / 2, A * (A - 1) * (A - 2) / 6]
    assert [term.numerator for term in terms] == [RING.constant(1), *falling]
