"""What a table can show: n_t, ρ_t and the two factors, as numbers whose digits are proven.

The values are those of the paper's own forms (`radam_sym.generated.forms`), evaluated on
balls; t = ∞ is their limit. β = 0 lies outside the theorems: the forms are 1 there, as the sums
that they come from are.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from flint import arb, fmpq

from radam_sym.generated import forms
from radam_sym.numbers import Step
from radam_sym.report.certified import SPARE_BITS, decimal, sign

LIU_NEVER = Fraction(3, 5)  # up to this β, ρ_t stays below 4 (liu.first_step.none)
LIU_NOT_YET = 4  # up to this t, ρ_t stays below 4 (liu.first_step.closed_to_four)


@dataclass(frozen=True)
class Column:
    """A quantity over (β, t): its form, its limit as t → ∞, where it exists, and its symbols."""

    of_step: Callable[[arb, int], arb]
    limit: Callable[[arb], arb]
    latex: str
    html: str
    exists: Callable[[Fraction, Step], bool] = lambda beta, step: True

    def value(self, beta: Fraction, step: Step, digits: int) -> str | None:
        """The decimal, as `radam_sym.report.certified.decimal` writes it; None where undefined.

        >>> COLUMNS["ess"].value(Fraction(1, 2), 2, 5), COLUMNS["liu"].value(Fraction(1, 2), 2, 5)
        ('1.8000', None)
        """
        if not self.exists(beta, step):
            return None
        return decimal(lambda: self._ball(beta, step), digits, _spare_bits(beta))

    def _ball(self, beta: Fraction, step: Step) -> arb:
        decay = _ball(beta)
        return self.limit(decay) if step == math.inf else self.of_step(decay, int(step))


def liu_exists(beta: Fraction, step: Step) -> bool:
    """Whether ρ_t > 4, which is where Liu's factor is defined; at t = ∞ the limit counts.

    It is always decided. ρ_t = 4 says Σ_{i<t} (2i − 3)·β^i = 0, and the only rational roots p/q
    such a polynomial can have are those where p divides 3 and q divides 2t − 5. Between 3/5 and 1
    lies one fraction of this kind, 3/4, and 4 doesn't divide the odd 2t − 5. So ρ_t ≠ 4, and a
    ball that is tight enough lies on one side.

    >>> liu_exists(Fraction(9, 10), 4), liu_exists(Fraction(9, 10), 5)
    (False, True)
    """
    if beta <= LIU_NEVER or step <= LIU_NOT_YET:
        return False
    if step == math.inf:
        return True
    return sign(lambda: forms.rho(_ball(beta), int(step)) - 4, _spare_bits(beta)) > 0


def _ball(beta: Fraction) -> arb:
    return arb(fmpq(beta.numerator, beta.denominator))


def _spare_bits(beta: Fraction) -> int:
    """What is expected to be lost: 1 − β is subtracted twice in ρ_t."""
    gap = beta.denominator - beta.numerator  # of 1 − β, over the denominator
    return SPARE_BITS + 2 * (beta.denominator // gap).bit_length()


COLUMNS = {
    "ess": Column(forms.ess, forms.ess_limit, r"n_t", "<i>n<sub>t</sub></i>"),
    "rho": Column(forms.rho, forms.ess_limit, r"\rho_t", "<i>&rho;<sub>t</sub></i>"),
    "liu": Column(
        lambda beta, step: forms.r_liu(beta, step, sqrt=arb.sqrt),
        lambda beta: arb(1),
        r"r_t^{\mathrm{Liu}}",
        "<i>r<sub>t</sub></i><sup>Liu</sup>",
        liu_exists,
    ),
    "simple": Column(
        lambda beta, step: forms.r_simple(beta, step, sqrt=arb.sqrt),
        lambda beta: arb(1),
        r"r_t^{\mathrm{simple}}",
        "<i>r<sub>t</sub></i><sup>simple</sup>",
    ),
}
