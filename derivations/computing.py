"""How the closed forms are computed without losing digits: straight-line programs.

Key results: with λ = −ln β each closed form is a few operations in which nothing cancels. The one
that needs two ways is 1 − L(z/2), L(y) = coth y − 1/y: up to z = 1 twenty terms of the exponential
series, 2⁻⁵⁸ off at most, and 2/z − 2/(e^z − 1) from there.

References: Rudin, Principles of Mathematical Analysis, chapter 8 (the exponential series).
"""

from dataclasses import replace
from math import factorial

from sympy import Basic, Rational, Symbol, coth, exp, log, sqrt, tanh

from derivations.ess import as_tanh, limit_t
from derivations.ewma import variance
from derivations.exponential import (
    CUT_OFF,
    TERMS,
    above_one,
    above_polynomial,
    cut_off,
    e,
    positive_z,
    powers,
    up_to_one,
    z,
)
from derivations.liu import as_langevin, below_limit, centre_of_mass, positive
from derivations.notation import (
    beta,
    bias_correction,
    decay,
    decaying,
    ess,
    ess_limit,
    half,
    liu_length,
    liu_rectification,
    simple,
    t,
)
from derivations.powers import LEMMA, between_zero_and_base
from derivations.rectification import defined, to_one
from derivations.simple import rectification, tanh_form
from radam_sym.kernel.axioms import (
    log_increasing,
)
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Draft,
    Form,
    Piece,
    Program,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    expm1,
    hyperbolic,
    le,
    log1p,
    lt,
)

langevin_gap = Definition(
    "langevin_gap", (z,), 1 + 2 / z - coth(z / 2), notation=r"\left(1 - L\left({z}/2\right)\right)"
)


# --- λ = −ln β ------------------------------------------------------------------------------------

rate, short_of_one = Symbol("rate", real=True), Symbol("u", real=True)


@derivation("computing.decay", LEMMA)
def decay_itself() -> Draft:
    """λ is −ln β, whose relative error is small as long as β is not close to 1."""
    return chain(decay(beta), given=lt(0, beta)).by(definition(decay), to=-log(beta))


@derivation("computing.decay_late", LEMMA)
def decay_late() -> Draft:
    """From 1 − β it is −log1p(−(1 − β)): 1 − β is exact in floating point for β ≥ ½."""
    return (
        chain(decay(beta), given=lt(0, beta))
        .by(definition(decay))
        .by(definition(log1p), to=-log1p(beta - 1))
    )


@derivation("computing.decay_positive", LEMMA)
def decay_positive() -> Draft:
    """0 < λ."""
    return (
        chain(0, given=decaying)
        .since(cite(log_increasing, x=beta, y=1))
        .below(-log(beta))
        .by(definition(decay), to=decay(beta))
    )


decay_program = Program(
    decay,
    (
        Piece(
            -log1p(-short_of_one),
            (decay_late,),
            lines=((short_of_one, 1 - beta),),
            where=(le(half, beta),),
        ),
        Piece(-log(beta), (decay_itself,)),
    ),
    domain=decaying,
    note="1 - beta is exact from 1/2 on, and log(beta) loses no digits below.",
)


# --- 1 − L(z/2) -----------------------------------------------------------------------------------

growth = Symbol("growth", real=True)
coefficients = [Symbol(f"p{k}", real=True) for k in range(TERMS)]


def horner() -> tuple[tuple[Symbol, Basic], ...]:
    """p2 = 1/2! + z/3! + z²/4! + ..., from the last coefficient on."""
    lines = [(coefficients[TERMS - 1], Rational(1, factorial(TERMS - 1)))]
    for k in range(TERMS - 2, 1, -1):
        lines.append((coefficients[k], coefficients[k + 1] * z + Rational(1, factorial(k))))
    return *lines, (growth, expm1(z))


by_series = Piece(2 * coefficients[2] * z / growth, (), lines=horner(), where=(le(z, 1),))
excess = e - 1 - z
share = 1 / (z * (e - 1))


@derivation("computing.gap", LEMMA)
def gap_direct() -> Draft:
    """1 − L(z/2) is 2/z − 2/(e^z − 1)."""
    return (
        chain(langevin_gap(z), given=positive_z)
        .since(cite(above_one))
        .by(definition(langevin_gap))
        .by(hyperbolic, to=2 / z - 2 / (e - 1))
        .by(definition(expm1), to=2 / z - 2 / expm1(z))
    )


@derivation("computing.gap_above_series", LEMMA)
def gap_above_series() -> Draft:
    """It is at least what the first terms of the exponential series give."""
    return (
        chain(by_series.composition, given=positive_z)
        .since(cite(above_one), cite(above_polynomial), lt(0, e - 1), lt(0, share))
        .by(definition(expm1))
        .at_most(2 / z - 2 / (e - 1), because=[(2, [le(powers(0), e), lt(0, share)])])
        .by(definition(expm1), to=2 / z - 2 / expm1(z))
        .by(cite(gap_direct))
    )


@derivation("computing.gap_below_series", LEMMA)
def gap_below_series() -> Draft:
    """Up to z = 1 it is at most 1 + 2⁻⁵⁸ times that."""
    bound = (1 + CUT_OFF) * by_series.composition
    return (
        chain(langevin_gap(z), given=up_to_one)
        .since(cite(above_one), cite(cut_off), lt(0, e - 1), lt(0, share), lt(0, powers(3)))
        .by(cite(gap_direct))
        .by(definition(expm1))
        .at_most(
            bound.replace(expm1(z), e - 1),
            because=[
                (2, [le(e, powers(0) + CUT_OFF * z**2 / 2), lt(0, share)]),
                (2 * CUT_OFF, [lt(0, powers(3)), lt(0, share)]),
            ],
        )
        .by(definition(expm1), to=bound)
    )


gap_program = Program(
    langevin_gap,
    (
        replace(by_series, proved=(gap_above_series, gap_below_series), error=CUT_OFF),
        Piece(2 / z - 2 / growth, (gap_direct,), lines=((growth, expm1(z)),)),
    ),
    domain=positive_z,
    note="Below z = 1 the two terms of 2/z - 2/(e^z - 1) cancel; the series' terms are positive.",
)


# --- the closed forms -----------------------------------------------------------------------------

aged, fresh, length, limit, squared = (
    Symbol(name, real=True) for name in ("aged", "fresh", "length", "limit", "squared")
)
over_four, over_two = (Symbol(name, real=True) for name in ("over_four", "over_two"))


@derivation("computing.ess_limit", LEMMA)
def ess_limit_itself() -> Draft:
    """The limit of n_t is computed as it is written: 1 − β is exact from ½ on."""
    return chain(ess_limit(beta), given=lt(beta, 1)).by(
        definition(ess_limit), to=(1 + beta) / (1 - beta)
    )


@derivation("computing.rho", LEMMA)
def rho_by_gaps() -> Draft:
    """With G(z) = 1 − L(z/2), ρ_t is t·G(tλ) + (1 − G(λ)): two positive terms."""
    of_step, of_one = langevin_gap(t * decay(beta)), langevin_gap(decay(beta))
    written_out = (
        t * (1 + 2 / (t * decay(beta)) - coth(t * decay(beta) / 2))
        + 1
        - (1 + 2 / decay(beta) - coth(decay(beta) / 2))
    )
    return (
        chain(liu_length(beta, t), given=decaying)
        .since(*between_zero_and_base(), cite(log_increasing, x=beta, y=1), cite(decay_positive))
        .by(cite(as_langevin))
        .by(algebra, to=written_out)
        .by(definition(langevin_gap), to=t * of_step + 1 - of_one)
    )


@derivation("computing.bias_correction", LEMMA)
def correction_by_expm1() -> Draft:
    """1 − β^t is −expm1(−tλ)."""
    return (
        chain(bias_correction(beta, t), given=lt(0, beta))
        .by(definition(bias_correction))
        .by(hyperbolic, to=1 - exp(t * log(beta)))
        .by(definition(expm1), to=-expm1(t * log(beta)))
        .by(definition(decay), to=-expm1(-t * decay(beta)))
    )


@derivation("computing.liu", LEMMA)
def liu_itself() -> Draft:
    """Liu's r_t, where it is defined, as the root of three quotients of like size."""
    rho, last = liu_length(beta, t), ess_limit(beta)
    return (
        chain(liu_rectification(beta, t), given=[*decaying, lt(4, rho)])
        .since(*between_zero_and_base(), cite(positive), cite(below_limit), cite(defined))
        .since(lt(4, last), lt(2, last))
        .by(definition(liu_rectification))
    )


ess_program = Program(
    ess,
    (Piece(tanh(t * rate / 2) / tanh(rate / 2), (as_tanh,), lines=((rate, decay(beta)),)),),
    domain=decaying,
)
ess_limit_program = Program(
    ess_limit, (Piece((1 + beta) / (1 - beta), (ess_limit_itself,)),), domain=decaying
)
rho_program = Program(
    liu_length,
    (
        Piece(
            t * aged + fresh,
            (rho_by_gaps,),
            lines=(
                (rate, decay(beta)),
                (aged, langevin_gap(t * rate)),
                (fresh, 1 - langevin_gap(rate)),
            ),
        ),
    ),
    domain=decaying,
)
simple_program = Program(
    simple,
    (Piece(sqrt(tanh(t * rate / 2)), (tanh_form,), lines=((rate, decay(beta)),)),),
    domain=decaying,
)
bias_correction_program = Program(
    bias_correction,
    (Piece(-expm1(-t * rate), (correction_by_expm1,), lines=((rate, decay(beta)),)),),
    domain=decaying,
)
liu_program = Program(
    liu_rectification,
    (
        Piece(
            sqrt(squared),
            (liu_itself,),
            lines=(
                (length, liu_length(beta, t)),
                (limit, ess_limit(beta)),
                (over_four, (length - 4) / (limit - 4)),
                (over_two, (length - 2) / (limit - 2)),
                (squared, over_four * over_two * (limit / length)),
            ),
            where=(lt(4, t), lt(4, length)),
        ),
    ),
    domain=decaying,
    note="Up to t = 4 it is never defined (liu.first_step.closed_to_four), whatever rounding says.",
)

forms = (
    Form(ess, (variance,)),
    Form(ess_limit, (limit_t,)),
    Form(liu_length, (centre_of_mass,)),
    Form(simple, (rectification,)),
    Form(liu_rectification, (to_one,)),
)
