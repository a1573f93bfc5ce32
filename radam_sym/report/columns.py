"""What a table can show: n_t, ρ_t, the factors and their errors, in digits that are proven.

The values of the closed forms are those of the paper's own forms (`radam_sym.generated.forms`),
evaluated on balls; those of the exact law come from `radam_sym.exact.certified`. At t = ∞ stand
limits. β = 0 lies outside the theorems: n_t, ρ_t and the simple factor are 1 there, as the sums
that they come from are, and Var[1/√v_t] is infinite at every step, so that no factor makes it
constant.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from flint import arb, ctx, fmpq

from radam_sym.exact import certified
from radam_sym.generated import forms
from radam_sym.numbers import Step
from radam_sym.report.certified import BITS, SPARE_BITS, decimal, sign

DEFAULT = ("ess", "rho", "liu", "simple")
FACTORS = ("simple", "liu", "rational", "matched", "skewed")  # whose errors there are columns of

LIU_NEVER = Fraction(3, 5)  # up to this β, ρ_t stays below 4 (liu.first_step.none)
LIU_NOT_YET = 4  # up to this t, ρ_t stays below 4 (liu.first_step.closed_to_four)
CHI_NEVER = Fraction(1, 3)  # up to this β, n_t stays at or below 2 (matched.closed)
CHI_NOT_YET = 2  # up to this t, n_t stays below 2 (matched.second), and Var[1/√v_t] is infinite
KEPT = 64  # balls of the exact law: those of some columns at one step, and of t = ∞

Ball = Callable[[Fraction, Step], arb]


def _spare_bits(beta: Fraction) -> int:
    """What is expected to be lost: 1 − β is subtracted twice in ρ_t."""
    gap = beta.denominator - beta.numerator  # of 1 − β, over the denominator
    return SPARE_BITS + 2 * (beta.denominator // gap).bit_length()


@dataclass(frozen=True)
class Column:
    """A quantity over (β, t): its ball at the working precision, where it exists, its symbols.

    The precision starts beyond the digits by what is expected to be lost, and ends at the most bits
    that the ball can be asked for.
    """

    ball: Ball
    latex: str
    html: str
    exists: Callable[[Fraction, Step], bool] = lambda beta, step: True
    spare_bits: Callable[[Fraction, Step], int] = lambda beta, step: _spare_bits(beta)
    most_bits: int = BITS

    def value(self, beta: Fraction, step: Step, digits: int) -> str | None:
        """The decimal, as `radam_sym.report.certified.decimal` writes it; None where undefined.

        >>> COLUMNS["ess"].value(Fraction(1, 2), 2, 5), COLUMNS["liu"].value(Fraction(1, 2), 2, 5)
        ('1.8000', None)
        >>> [COLUMNS["exact"].value(Fraction(1, 2), step, 5) for step in (2, 3)]
        ['0', '0.49069']
        """
        if not self.exists(beta, step):
            return None
        return decimal(
            lambda: self.ball(beta, step), digits, self.spare_bits(beta, step), self.most_bits
        )


# --- closed forms ---------------------------------------------------------------------------------


def _closed(of_step: Callable[[arb, int], arb], limit: Callable[[arb], arb]) -> Ball:
    """A form, and its limit as t → ∞."""

    def ball(beta: Fraction, step: Step) -> arb:
        decay = _ball(beta)
        return limit(decay) if step == math.inf else of_step(decay, int(step))

    return ball


def _by_size(form: Callable[..., arb], **functions: Callable[[arb], arb]) -> Ball:
    """A factor by the χ² law: a form where n_t > 2, else 0."""

    def of_step(decay: arb, step: int) -> arb:
        return form(decay, step, sqrt=arb.sqrt, **functions)

    where_defined = _closed(of_step, lambda decay: arb(1))
    return lambda beta, step: where_defined(beta, step) if chi_exists(beta, step) else arb(0)


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


def chi_exists(beta: Fraction, step: Step) -> bool:
    """Whether n_t > 2, which is where the χ² law of the average has a variance of 1/√v.

    It is always decided. n_t = 2 says β^{t+1} − 3β^t + 3β − 1 = 0, whose rational roots divide 1.

    >>> chi_exists(Fraction(19, 50), 3), chi_exists(Fraction(39, 100), 3)
    (False, True)
    """
    if beta <= CHI_NEVER or step <= CHI_NOT_YET:
        return False
    if step == math.inf:
        return True
    return sign(lambda: forms.ess(_ball(beta), int(step)) - 2, _spare_bits(beta)) > 0


def _ball(beta: Fraction) -> arb:
    return arb(fmpq(beta.numerator, beta.denominator))


# --- the exact law --------------------------------------------------------------------------------


def _variance(beta: Fraction, step: Step) -> arb:
    return _kept_variance(beta, step, ctx.prec)


@lru_cache(KEPT)
def _kept_variance(beta: Fraction, step: Step, bits: int) -> arb:
    """Var[1/√v_t] by so many bits: twice those of 4n_∞ go into what `certified` adds to them."""
    with ctx.workprec(bits - 2 * certified.nearness(beta)):
        return certified.variance_at(beta, step)


def _exact(beta: Fraction, step: Step) -> arb:
    """√(V_∞/V_t), V_t = Var[1/√v_t]; 0 where V_t is infinite."""
    if step == math.inf:
        return arb(1)
    now = _variance(beta, step)
    return (_variance(beta, math.inf) / now).sqrt() if now.is_finite() else arb(0)


def _exact_bits(beta: Fraction, step: Step) -> int:
    """The bits of 4n_∞ are lost three times: twice as above, and in the variance."""
    return SPARE_BITS + 3 * certified.nearness(beta)


def _error_bits(beta: Fraction, step: Step) -> int:
    """And so are those of the error, which falls like β^t < e^{−(1−β)t}."""
    lost = 0 if step == math.inf else int(float(step * (1 - beta)) / math.log(2))
    return _exact_bits(beta, step) + lost


def _error(factor: Column) -> Column:
    """r/r_exact − 1, where there is the one and the other isn't 0."""
    return Column(
        lambda beta, step: factor.ball(beta, step) / _exact(beta, step) - 1,
        f"{factor.latex} / {COLUMNS['exact'].latex} - 1",
        f"{factor.html}&thinsp;/&thinsp;{COLUMNS['exact'].html} &minus; 1",
        lambda beta, step: beta > 0 and step > CHI_NOT_YET and factor.exists(beta, step),
        _error_bits,
        certified.BITS,
    )


COLUMNS = {
    "ess": Column(_closed(forms.ess, forms.ess_limit), r"n_t", "<i>n<sub>t</sub></i>"),
    "rho": Column(_closed(forms.rho, forms.ess_limit), r"\rho_t", "<i>&rho;<sub>t</sub></i>"),
    "liu": Column(
        _closed(
            lambda beta, step: forms.r_liu(beta, step, sqrt=arb.sqrt),
            lambda beta: arb(1),
        ),
        r"r_t^{\mathrm{Liu}}",
        "<i>r<sub>t</sub></i><sup>Liu</sup>",
        liu_exists,
    ),
    "simple": Column(
        _closed(
            lambda beta, step: forms.r_simple(beta, step, sqrt=arb.sqrt),
            lambda beta: arb(1),
        ),
        r"r_t^{\mathrm{simple}}",
        "<i>r<sub>t</sub></i><sup>simple</sup>",
    ),
    "rational": Column(
        _by_size(forms.r_rational),
        r"r_t^{\mathrm{rational}}",
        "<i>r<sub>t</sub></i><sup>rational</sup>",
    ),
    "matched": Column(
        _by_size(forms.r_matched, gamma=arb.gamma),
        r"r_t^{\mathrm{matched}}",
        "<i>r<sub>t</sub></i><sup>matched</sup>",
    ),
    "skewed": Column(
        _by_size(forms.r_skewed, gamma=arb.gamma),
        r"r_t^{\mathrm{skewed}}",
        "<i>r<sub>t</sub></i><sup>skewed</sup>",
    ),
    "exact": Column(
        _exact,
        r"r_t^{\mathrm{exact}}",
        "<i>r<sub>t</sub></i><sup>exact</sup>",
        lambda beta, step: beta > 0,
        _exact_bits,
        certified.BITS,
    ),
    "var_exact": Column(
        _variance,
        r"\operatorname{Var}[1/\sqrt{v_t}]",
        "Var[1/&radic;<i>v<sub>t</sub></i>]",
        spare_bits=_exact_bits,
        most_bits=certified.BITS,
    ),
}
COLUMNS.update({f"err_{name}": _error(COLUMNS[name]) for name in FACTORS})
