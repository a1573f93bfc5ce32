"""What the expansions of the exact law are about, in numbers; beside ``meaning``.

Var[1/√v_t] and its limit are balls here: at the decays of a curve a quadrature of the transform,
point by point, would take minutes.
"""

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

import derivations
from radam_sym.exact import certified
from radam_sym.kernel.heads import Applied
from radam_sym.proof.derivation import proved
from tests.derivations.meaning import (
    DIGITS,
    MEANINGS,
    Number,
    added,
    between,
    decimal,
    multiplied,
)
from tests.derivations.meaning import check as check  # for those who need these meanings


def two_terms(beta: Number, left: Number) -> Number:
    """κ₂/4 − 3κ₃/8 + 39κ₂²/32, for the weights 1, β, β², ... of which ``left`` is cut off."""
    if not (isinstance(beta, Fraction) and isinstance(left, Fraction)):
        beta, left = decimal(beta), decimal(left)

    def power_sum(k: int) -> Number:
        below = multiplied([(1 - left) ** k, 1 - beta**k])
        return multiplied([(1 - beta) ** k, 1 - left**k, 1 / below])

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


def by_quadrature(identifier: str) -> bool:
    """Whether a statement is about a variance, for which the balls below are."""
    applied = proved(derivations.theorems[identifier]).statement.conclusion.atoms(Applied)
    names = {term.args[0].name for term in applied}
    return bool(names & {"inverse_variance", "variance_limit", "transform", "transform_limit"})


@st.composite
def late_steps(draw: Any) -> dict[str, Any]:
    """A step that is late enough for its curve; weights that are small enough."""
    tau, beta = draw(between(0.01, 3)), draw(between(0.985, 0.995))
    late = draw(st.integers(100 + int(100 * tau) + 1, 600))
    share = (1 - beta) / (1 - beta**late)
    return {
        "tau": tau,
        "beta": beta,
        "t": Fraction(late),
        "delta": share + draw(between(0, 0.01)),
        "x": draw(between(0, 0.3)),
        "r": Fraction(draw(st.integers(1, 9))),
        "s": Fraction(draw(st.integers(1, 9))),
    }
