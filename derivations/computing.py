"""How the closed forms are computed without losing digits: straight-line programs.

Key results: with λ = −ln β each closed form is a few operations in which little cancels. Two need
two ways. 1 − L(z/2), L(y) = coth y − 1/y, is up to z = 2 one less 24 terms of a series, 2⁻⁵⁸ off at
most, and 2/z − 2/(e^z − 1) from there; ρ_t is from tλ = 2 on its limit less 2t/(e^(tλ) − 1).

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
    up_to_two,
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
from derivations.rectification import defined, radicand, to_one
from derivations.simple import rectification, tanh_form
from radam_sym.kernel.axioms import log_increasing
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
sums = {k: Symbol(f"s{k}", real=True) for k in range(3, TERMS + 1)}


def horner() -> tuple[tuple[Symbol, Basic], ...]:
    """s3 = 1/3! + 2z/4! + 3z²/5! + ..., from the last coefficient on."""
    lines = [(sums[TERMS], Rational(1, factorial(TERMS - 1)))]
    for k in range(TERMS - 1, 2, -1):
        lines.append((sums[k], sums[k + 1] * z + Rational(k - 2, factorial(k))))
    return *lines, (growth, expm1(z))


by_series = Piece(1 - z**2 * sums[3] / growth, (), lines=horner(), where=(le(z, 2),))
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
    """Up to z = 2 it is at least what the first terms of the exponential series give."""
    return (
        chain(by_series.composition, given=up_to_two)
        .since(cite(above_one), cite(above_polynomial), lt(0, e - 1), lt(0, share))
        .by(definition(expm1))
        .at_most(2 / z - 2 / (e - 1), because=[(1, [le(powers(0), e), le(z, 2), lt(0, share)])])
        .by(definition(expm1), to=2 / z - 2 / expm1(z))
        .by(cite(gap_direct))
    )


@derivation("computing.gap_below_series", LEMMA)
def gap_below_series() -> Draft:
    """And at most 1 + 2⁻⁵⁸ times that."""
    bound = (1 + CUT_OFF) * by_series.composition
    rest = 2 * powers(3) + z**3 / 2
    return (
        chain(langevin_gap(z), given=up_to_two)
        .since(cite(above_one), cite(above_polynomial), cite(cut_off))
        .since(lt(0, e - 1), lt(0, share), lt(0, rest))
        .by(cite(gap_direct))
        .by(definition(expm1))
        .at_most(
            bound.replace(expm1(z), e - 1),
            because=[
                (1, [le(e, powers(0) + CUT_OFF * z**2 / 2), le(z, 2), lt(0, share)]),
                (CUT_OFF, [lt(0, z), le(powers(0), e), lt(0, share)]),
                (CUT_OFF, [lt(0, rest), lt(0, share)]),
            ],
        )
        .by(definition(expm1), to=bound)
    )


@derivation("computing.growth_positive", LEMMA)
def growth_positive() -> Draft:
    """0 < expm1(z): one may divide by it."""
    return (
        chain(0, given=positive_z)
        .since(cite(above_one))
        .below(e - 1)
        .by(definition(expm1), to=expm1(z))
    )


gap_program = Program(
    langevin_gap,
    (
        replace(by_series, proved=(gap_above_series, gap_below_series), error=CUT_OFF),
        Piece(2 / z - 2 / growth, (gap_direct,), lines=((growth, expm1(z)),)),
    ),
    domain=positive_z,
    since=(cite(growth_positive),),
    note="Below z = 2 the terms of 2/z - 2/(e^z - 1) cancel; those of the series do not.",
)


# --- the closed forms -----------------------------------------------------------------------------

aged, fresh, length, limit, squared = (
    Symbol(name, real=True) for name in ("aged", "fresh", "length", "limit", "squared")
)
surplus, over_four, over_two = (
    Symbol(name, real=True) for name in ("surplus", "over_four", "over_two")
)


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


@derivation("computing.rho_late", LEMMA)
def rho_late() -> Draft:
    """ρ_t is its limit n_∞ but for 2t/(e^(tλ) − 1)."""
    exponent = -t * log(beta)
    return (
        chain(liu_length(beta, t), given=decaying)
        .since(*between_zero_and_base(), cite(log_increasing, x=beta, y=1), lt(0, exponent))
        .since(cite(decay_positive), lt(0, t * decay(beta)))
        .since(cite(above_one, z=exponent), cite(above_one, z=t * decay(beta)))
        .by(definition(liu_length))
        .by(hyperbolic, to=(1 + beta) / (1 - beta) - 2 * t / (exp(exponent) - 1))
        .by(definition(expm1), to=(1 + beta) / (1 - beta) - 2 * t / expm1(exponent))
        .by(definition(decay), to=(1 + beta) / (1 - beta) - 2 * t / expm1(t * decay(beta)))
        .by(definition(ess_limit), to=ess_limit(beta) - 2 * t / expm1(t * decay(beta)))
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


@derivation("computing.rho_over_four", LEMMA)
def rho_over_four() -> Draft:
    """ρ_t − 4 from the same two terms, so that it need not be rounded to ρ_t first."""
    return (
        chain(liu_length(beta, t) - 4, given=decaying)
        .since(*between_zero_and_base(), cite(log_increasing, x=beta, y=1), cite(decay_positive))
        .by(cite(rho_by_gaps))
    )


@derivation("computing.tanh_positive", LEMMA)
def tanh_positive() -> Draft:
    """0 < tanh(tλ/2), so that it has a root."""
    x = beta**t
    return (
        chain(0, given=decaying)
        .since(*between_zero_and_base(), cite(log_increasing, x=beta, y=1))
        .below((1 - x) / (1 + x))
        .by(hyperbolic, to=tanh(-t * log(beta) / 2))
        .by(definition(decay), to=tanh(t * decay(beta) / 2))
    )


@derivation("computing.radicand", LEMMA)
def radicand_positive() -> Draft:
    """Where ρ_t > 4, what stands under the root of r_t is positive, computed in this way too."""
    rho = liu_length(beta, t)
    return (
        chain(0, given=[*decaying, lt(4, rho)])
        .since(*between_zero_and_base(), cite(positive), cite(below_limit), cite(defined))
        .since(lt(4, ess_limit(beta)), lt(2, ess_limit(beta)))
        .since(cite(log_increasing, x=beta, y=1), cite(decay_positive))
        .below(radicand)
        .by(cite(rho_over_four))
    )


@derivation("computing.liu", LEMMA)
def liu_itself() -> Draft:
    """Liu's r_t, where it is defined, as the root of three quotients of like size."""
    rho, last = liu_length(beta, t), ess_limit(beta)
    return (
        chain(liu_rectification(beta, t), given=[*decaying, lt(4, rho)])
        .since(*between_zero_and_base(), cite(positive), cite(below_limit), cite(defined))
        .since(lt(4, last), lt(2, last), cite(log_increasing, x=beta, y=1), cite(decay_positive))
        .by(definition(liu_rectification))
        .by(cite(rho_over_four))
    )


ess_program = Program(
    ess,
    (Piece(tanh(t * rate / 2) / tanh(rate / 2), (as_tanh,), lines=((rate, decay(beta)),)),),
    domain=decaying,
    since=(cite(decay_positive),),
)
ess_limit_program = Program(
    ess_limit, (Piece((1 + beta) / (1 - beta), (ess_limit_itself,)),), domain=decaying
)
two_terms = (
    (rate, decay(beta)),
    (aged, langevin_gap(t * rate)),
    (fresh, 1 - langevin_gap(rate)),
)
rho_program = Program(
    liu_length,
    (
        Piece(
            limit - 2 * t / growth,
            (rho_late,),
            lines=((rate, decay(beta)), (limit, ess_limit(beta)), (growth, expm1(t * rate))),
            where=(lt(2, t * rate),),
        ),
        Piece(t * aged + fresh, (rho_by_gaps,), lines=two_terms),
    ),
    domain=decaying,
    since=(cite(decay_positive), cite(growth_positive, z=t * decay(beta))),
    note="From t*decay = 2 on, what is subtracted from the limit is less than a third of it.",
)
simple_program = Program(
    simple,
    (Piece(sqrt(tanh(t * rate / 2)), (tanh_form,), lines=((rate, decay(beta)),)),),
    domain=decaying,
    since=(cite(tanh_positive),),
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
                *two_terms,
                (surplus, t * aged - 4),
                (length, liu_length(beta, t)),
                (limit, ess_limit(beta)),
                (over_four, (surplus + fresh) / (limit - 4)),
                (over_two, (length - 2) / (limit - 2)),
                (squared, over_four * over_two * (limit / length)),
            ),
            where=(lt(4, t), lt(4, length)),
        ),
    ),
    domain=decaying,
    since=(
        *between_zero_and_base(),
        cite(decay_positive),
        cite(positive),
        cite(below_limit),
        cite(radicand_positive),
        lt(4, ess_limit(beta)),
    ),
    note="Up to t = 4 it is never defined (liu.rho_limits.first, liu.first_step.closed_to_four), "
    "whatever rounding says.",
)

forms = (
    Form(ess, (variance,), domain=decaying),
    Form(ess_limit, (limit_t,), domain=decaying),
    Form(liu_length, (centre_of_mass,), domain=decaying),
    Form(simple, (rectification,), domain=decaying),
    Form(
        liu_rectification,
        (liu_itself, to_one),
        domain=(*decaying, lt(4, liu_length(beta, t))),
    ),
)
