"""How the factors by the χ² law are computed without losing digits.

Key results: all turns on n − 2 as n → 2. Both n_∞ − 2 and n_t − 2 are computed by themselves: the
one from 3β − 1, the other, by the addition theorem of tanh, from the sample two steps before.

References: Hilton 2019, section 2.
"""

from dataclasses import replace

from sympy import Expr, Symbol, log, sqrt, tanh

from derivations.chi import chi_variance, rho
from derivations.chi import variance as chi_law
from derivations.computing import decay_positive, rate
from derivations.computing_chi import over_two, s
from derivations.ess import below_limit
from derivations.matched import (
    corrected,
    corrected_positive,
    last_positive,
    matched,
    positive_size,
    positive_variances,
    skewed,
    skewness,
    third_cumulant,
)
from derivations.notation import beta, decay, decaying, ess, ess_limit, half, t
from derivations.powers import LEMMA, between_zero_and_base
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Citation,
    Draft,
    Form,
    Piece,
    Program,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    hyperbolic,
    le,
    lt,
)

# --- n − 2 ----------------------------------------------------------------------------------------

limit_over_two = Definition(
    "ess_limit_over_two", (beta,), ess_limit(beta) - 2, notation=r"\left(n_\infty - 2\right)"
)
ess_over_two = Definition(
    "ess_over_two", (beta, t), ess(beta, t) - 2, notation=r"\left(n_{t} - 2\right)"
)
below_half, below_quarter, thrice, short = (
    Symbol(name, real=True) for name in ("from_half", "from_quarter", "thrice", "u")
)
parts = (
    (below_half, beta - half),
    (below_quarter, 2 * beta - half),
    (thrice, below_half + below_quarter),
    (short, 1 - beta),
)


@derivation("computing.ess_limit_over_two", LEMMA)
def limit_excess() -> Draft:
    """n_∞ − 2 is (3β − 1)/(1 − β)."""
    return (
        chain(limit_over_two(beta), given=lt(beta, 1))
        .by(definition(limit_over_two))
        .by(definition(ess_limit))
        .by(algebra, to=(3 * beta - 1) / (1 - beta))
    )


limit_program = Program(
    limit_over_two,
    (Piece(thrice / short, (limit_excess,), lines=parts),),
    domain=decaying,
    note="3β - 1 is the sum of β - 1/2 and 2β - 1/2, which are exact from 1/4 to 1/2.",
)

least, before, power, over, under, thrice_over = (
    Symbol(name, real=True) for name in ("least", "before", "power", "over", "under", "thrice_over")
)
x = beta**t


@derivation("computing.ess_over_two_early", LEMMA)
def excess_by_power() -> Draft:
    """n_t − 2 is ((3β − 1) − β^t(3 − β))/((1 − β)(1 + β^t))."""
    return (
        chain(ess_over_two(beta, t), given=decaying)
        .since(*between_zero_and_base())
        .by(definition(ess_over_two))
        .by(definition(ess))
        .by(algebra, to=(3 * beta - 1 - x * (3 - beta)) / ((1 - beta) * (1 + x)))
    )


two_before = tanh((t - 2) * rate / 2)
by_addition = Piece(
    over / (least * under),
    (),
    lines=(
        (rate, decay(beta)),
        (least, (1 - beta) / (1 + beta)),
        (before, two_before),
        (over, before * (1 - 3 * least**2) - 2 * least**3),
        (under, 1 + 2 * before * least + least**2),
    ),
    where=(le(half, beta),),
)


T, A = (1 - beta) / (1 + beta), tanh((t - 2) * -log(beta) / 2)
of_logarithm = (A * (1 - 3 * T**2) - 2 * T**3) / (T * (1 + 2 * A * T + T**2))


@derivation("computing.addition", LEMMA)
def addition_positive() -> Draft:
    """0 < 1 + 2AT + T², for T = (1 − β)/(1 + β) and A = tanh((t − 2)λ/2)."""
    whole = 4 * beta**2 * (1 + x) / ((1 + beta) ** 2 * (beta**2 + x))
    return (
        chain(0, given=decaying)
        .since(*between_zero_and_base())
        .below(whole)
        .by(hyperbolic, to=1 + 2 * A * T + T**2)
    )


@derivation("computing.addition_by_decay", LEMMA)
def addition_by_decay() -> Draft:
    """The same, with λ by its name."""
    return (
        chain(0, given=decaying)
        .since(*between_zero_and_base(), cite(addition_positive))
        .below(1 + 2 * A * T + T**2)
        .by(definition(decay), to=1 + 2 * T * tanh((t - 2) * decay(beta) / 2) + T**2)
    )


@derivation("computing.ess_over_two", LEMMA)
def excess_by_addition() -> Draft:
    """n_t − 2 is (A(1 − 3T²) − 2T³)/(T(1 + 2AT + T²)), by the addition theorem."""
    return (
        chain(ess_over_two(beta, t), given=decaying)
        .since(*between_zero_and_base(), cite(addition_positive), cite(addition_by_decay))
        .by(definition(ess_over_two))
        .by(definition(ess))
        .by(hyperbolic, to=of_logarithm)
        .by(definition(decay), to=by_addition.composition)
    )


excess_program = Program(
    ess_over_two,
    (
        replace(by_addition, proved=(excess_by_addition,)),
        Piece(
            thrice_over / (short * (1 + power)),
            (excess_by_power,),
            lines=(*parts, (power, beta**t), (thrice_over, thrice - power * (3 - beta))),
        ),
    ),
    domain=decaying,
    since=(*between_zero_and_base(), cite(decay_positive), cite(addition_by_decay)),
    note="From 1/2 on little cancels in the one, and below it in the other; but next to n_t = 2 "
    "what is left of the other is less than its rounding errors.",
)

# --- the factors ----------------------------------------------------------------------------------


@derivation("computing.skewness", LEMMA)
def skewness_itself() -> Draft:
    """D is ((n − 1)(n + 1)/n²)/(3n_∞² + 1)."""
    return (
        chain(skewness(beta, rho), given=[*decaying, lt(0, rho)])
        .since(cite(last_positive))
        .by(definition(skewness))
        .by(algebra, to=skewness_value)
    )


skewness_value = (rho - 1) * (rho + 1) / (rho**2 * (3 * ess_limit(beta) ** 2 + 1))
skewness_program = Program(
    skewness,
    (
        Piece(
            skewness_value,
            (skewness_itself,),
        ),
    ),
    domain=(*decaying, lt(0, rho)),
)
size = Symbol("size", real=True)
last, weight, now, at_end = (
    Symbol(name, real=True) for name in ("last", "weight", "now", "at_end")
)
matched_at = Definition(
    "r_matched_at",
    (beta, s),
    sqrt(chi_variance(ess_limit(beta)) / chi_variance(2 + s)),
    notation=r"r^{\mathrm{matched}}\left({s}\right)",
)
skewed_at = Definition(
    "r_skewed_at",
    (beta, s),
    sqrt(corrected(ess_limit(beta)) / corrected(2 + s)),
    notation=r"r^{\mathrm{skewed}}\left({s}\right)",
)
some = (*decaying, lt(0, s), lt(2, ess_limit(beta)))
within = (*decaying, lt(0, s), le(2 + s, ess_limit(beta)))
sizes = (
    cite(last_positive),
    lt(2, 2 + s),
    lt(2, ess_limit(beta)),
    lt(0, 2 + s),
)


@derivation("computing.limit_excess_positive", LEMMA)
def limit_excess_positive() -> Draft:
    """0 < n_∞ − 2 where n_∞ > 2."""
    return (
        chain(0, given=[*decaying, lt(2, ess_limit(beta))])
        .since(cite(last_positive))
        .below(ess_limit(beta) - 2)
        .by(definition(limit_over_two), to=limit_over_two(beta))
    )


by_limit = limit_over_two(beta)


@derivation("computing.at_limit", LEMMA)
def at_limit() -> Draft:
    """F(n_∞), by n_∞ − 2."""
    return (
        chain(chi_variance(ess_limit(beta)), given=[*decaying, lt(2, ess_limit(beta))])
        .since(cite(last_positive), cite(limit_excess_positive), lt(2, 2 + by_limit))
        .by(definition(limit_over_two), to=chi_variance(2 + by_limit))
        .by(definition(over_two), to=over_two(by_limit))
    )


@derivation("computing.over_two_positive", LEMMA)
def over_two_positive() -> Draft:
    """0 < F(2 + s)."""
    return (
        chain(0, given=lt(0, s))
        .since(lt(2, 2 + s), *positive_variances(2 + s))
        .below(chi_variance(2 + s))
        .by(definition(over_two), to=over_two(s))
    )


@derivation("computing.matched_at", LEMMA)
def matched_by_excess() -> Draft:
    """The matched factor, by how much the sample sizes are over 2."""
    return (
        chain(matched_at(beta, s), given=some)
        .since(*sizes, *positive_variances(2 + s, ess_limit(beta)), cite(limit_excess_positive))
        .by(definition(matched_at))
        .by(cite(at_limit))
        .by(definition(over_two), to=sqrt(over_two(by_limit) / over_two(s)))
    )


thrice_weight = 3 / (3 * ess_limit(beta) ** 2 + 1)


def skew(at: Expr) -> Expr:
    """3D at a sample size, written out."""
    return thrice_weight * (1 - 1 / at**2)


@derivation("computing.skewed_written_out", LEMMA)
def skewed_written_out() -> Draft:
    """0 < F − 3D, with D written out."""
    return (
        chain(0, given=[*decaying, lt(2, rho), le(rho, ess_limit(beta))])
        .since(cite(corrected_positive), lt(0, rho), cite(last_positive))
        .below(corrected(rho))
        .by(definition(skewness), to=chi_variance(rho) - skew(rho))
    )


@derivation("computing.skewed_positive", LEMMA)
def skewed_positive() -> Draft:
    """The same, by how much the sample size is over 2."""
    n = 2 + s
    return (
        chain(0, given=within)
        .since(lt(2, n), lt(0, n), cite(last_positive), cite(skewed_written_out, rho=n))
        .below(chi_variance(n) - skew(n))
        .by(definition(over_two), to=over_two(s) - skew(n))
    )


@derivation("computing.skewed_by_limit", LEMMA)
def skewed_by_limit() -> Draft:
    """And at n_∞."""
    return (
        chain(0, given=[*decaying, lt(2, ess_limit(beta))])
        .since(cite(last_positive), cite(skewed_written_out, rho=ess_limit(beta)))
        .since(cite(limit_excess_positive))
        .below(chi_variance(ess_limit(beta)) - skew(ess_limit(beta)))
        .by(cite(at_limit))
    )


def at_size(excess: Expr) -> list[Citation | Relation]:
    """F − 3D is positive there, in all that it is written in."""
    n = 2 + excess
    theorems = (corrected_positive, skewed_written_out)
    return [
        *(cite(theorem, rho=n) for theorem in theorems),
        cite(skewed_positive, s=excess),
        lt(0, corrected(n)),
    ]


at_last = (
    cite(corrected_positive, rho=ess_limit(beta)),
    cite(skewed_written_out, rho=ess_limit(beta)),
    cite(skewed_by_limit),
    lt(0, corrected(ess_limit(beta))),
)


now_skewed, last_skewed = over_two(s) - skew(2 + s), over_two(by_limit) - skew(ess_limit(beta))


@derivation("computing.skewed_radicand", LEMMA)
def skewed_radicand() -> Draft:
    """What stands under the root is positive."""
    inverse = lt(0, 1 / now_skewed)
    return (
        chain(0, given=within)
        .since(*sizes, *at_size(s), *at_last, cite(limit_excess_positive), inverse)
        .below(last_skewed / now_skewed, because=[(1, [lt(0, last_skewed), inverse])])
    )


@derivation("computing.skewed_at", LEMMA)
def skewed_by_excess() -> Draft:
    """And the skewed one."""
    return (
        chain(skewed_at(beta, s), given=within)
        .since(*sizes, *at_size(s), *at_last, cite(limit_excess_positive))
        .by(definition(skewed_at))
        .by(definition(skewness))
        .by(cite(at_limit))
        .by(definition(over_two), to=sqrt(last_skewed / now_skewed))
    )


opened = (*decaying, lt(0, ess_over_two(beta, t)))


@derivation("computing.opened", LEMMA)
def size_over_two() -> Draft:
    """2 < n_t, where n_t − 2 is positive."""
    return (
        chain(2, given=opened)
        .since(*between_zero_and_base())
        .below(2 + ess_over_two(beta, t))
        .by(definition(ess_over_two), to=ess(beta, t))
    )


@derivation("computing.below_last", LEMMA)
def below_last() -> Draft:
    """It is less than n_∞."""
    return (
        chain(2 + ess_over_two(beta, t), given=decaying)
        .since(*between_zero_and_base(), cite(below_limit))
        .by(definition(ess_over_two))
        .below(ess_limit(beta))
    )


facts = (
    *between_zero_and_base(),
    cite(size_over_two),
    cite(below_limit),
    lt(2, ess_limit(beta)),
    le(ess(beta, t), ess_limit(beta)),
    cite(last_positive),
    cite(positive_size),
)


@derivation("computing.matched", LEMMA)
def matched_by_size() -> Draft:
    """r_t of the matched law, where n_t > 2."""
    excess = ess_over_two(beta, t)
    return (
        chain(matched(beta, t), given=opened)
        .since(*facts, *positive_variances(ess(beta, t), 2 + excess, ess_limit(beta)))
        .by(definition(matched))
        .by(definition(ess_over_two), at=ess(beta, t), to=2 + excess)
        .by(definition(matched_at), to=matched_at(beta, excess))
    )


@derivation("computing.skewed", LEMMA)
def skewed_by_size() -> Draft:
    """And of the skewed one."""
    excess = ess_over_two(beta, t)
    return (
        chain(skewed(beta, t), given=opened)
        .since(*facts, cite(below_last), *at_size(excess), *at_last)
        .since(cite(corrected_positive, rho=ess(beta, t)), lt(0, corrected(ess(beta, t))))
        .by(definition(skewed))
        .by(definition(ess_over_two), at=ess(beta, t), to=2 + excess)
        .by(definition(skewed_at), to=skewed_at(beta, excess))
    )


matched_at_program = Program(
    matched_at,
    (
        Piece(
            sqrt(at_end / now),
            (matched_by_excess,),
            lines=((at_end, over_two(limit_over_two(beta))), (now, over_two(s))),
        ),
    ),
    domain=some,
    since=(
        *sizes,
        cite(limit_excess_positive),
        *positive_variances(2 + s, 2 + by_limit),
        cite(over_two_positive),
        cite(over_two_positive, s=by_limit),
        lt(0, over_two(by_limit) / over_two(s)),
    ),
)
skewed_at_program = Program(
    skewed_at,
    (
        Piece(
            sqrt(at_end / now),
            (skewed_by_excess,),
            lines=(
                (last, ess_limit(beta)),
                (size, 2 + s),
                (weight, 3 / (3 * last**2 + 1)),
                (now, over_two(s) - weight * (1 - 1 / size**2)),
                (at_end, over_two(limit_over_two(beta)) - weight * (1 - 1 / last**2)),
            ),
        ),
    ),
    domain=within,
    since=(
        *sizes,
        cite(limit_excess_positive),
        *at_size(s),
        *at_last,
        cite(skewed_radicand),
    ),
)
excess = Symbol("excess", real=True)
excess_now = ((excess, ess_over_two(beta, t)),)
matched_program = Program(
    matched,
    (
        Piece(
            matched_at(beta, excess), (matched_by_size,), lines=excess_now, where=(lt(0, excess),)
        ),
    ),
    domain=decaying,
    since=(*facts, *positive_variances(2 + ess_over_two(beta, t), ess_limit(beta))),
)
skewed_program = Program(
    skewed,
    (Piece(skewed_at(beta, excess), (skewed_by_size,), lines=excess_now, where=(lt(0, excess),)),),
    domain=decaying,
    since=(*facts, cite(below_last), *at_size(ess_over_two(beta, t)), *at_last),
)

forms = (
    Form(chi_variance, (chi_law,), domain=(lt(2, rho),)),
    Form(skewness, (third_cumulant,), domain=decaying),
    Form(matched, (matched_by_size,), domain=(*decaying, lt(2, ess(beta, t)))),
    Form(skewed, (skewed_by_size,), domain=(*decaying, lt(2, ess(beta, t)))),
)
