"""What the expansions of the exact law are about, in numbers; beside ``meaning``.

Var[1/√v_t] and its limit are balls here: at the decays of a curve a quadrature of the transform,
point by point, would take minutes.
"""

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise

from radam_sym.exact import certified
from tests.derivations.meaning import DIGITS, MEANINGS, Number, added, decimal, multiplied
from tests.derivations.meaning import check as check  # for those who need these meanings


def two_terms(beta: Number, left: Number) -> Number:
    """κ₂/4 − 3κ₃/8 + 39κ₂²/32, for the weights 1, β, β², ... of which ``left`` is cut off."""
    if not (isinstance(beta, Fraction) and isinstance(left, Fraction)):
        beta, left = decimal(beta), decimal(left)

    def power_sum(k: int) -> Number:
        above = [(1 - beta) ** k, 1 - left**k]
        return multiplied([*above, 1 / ((1 - left) ** k * (1 - beta**k))])

    second, third = multiplied([Fraction(2), power_sum(2)]), multiplied([Fraction(8), power_sum(3)])
    squared = multiplied([Fraction(39, 32), second, second])
    return added(
        [multiplied([Fraction(1, 4), second]), multiplied([Fraction(-3, 8), third]), squared]
    )


MEANINGS |= {"two_terms": two_terms}


def decay(rate: Fraction, step: int) -> Fraction:
    """e^{−rate/step}, to 50 digits: the curve, for who takes rational decays."""
    with localcontext(prec=DIGITS):
        exponent = Decimal(-rate.numerator) / (rate.denominator * step)
        return Fraction(exponent.exp().quantize(Decimal(10) ** -50))


def variance(beta: Fraction, step: int | str) -> Decimal:
    """Var[1/√v_t], or its limit at "inf", to 30 digits."""
    return Decimal(certified.variance(step, beta, 30).str(30, radius=False))


def extrapolated(values: list[Decimal]) -> Decimal:
    """Where a sequence in powers of 1/t goes, from its members at t, 2t, 4t, ..."""
    order = 1
    while len(values) > 1:
        factor = 2**order
        values = [(factor * after - before) / (factor - 1) for before, after in pairwise(values)]
        order += 1
    return values[0]
