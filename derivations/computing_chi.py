"""How the χ² law's variance and the factors made of it are computed without losing digits.

Key results: F(n) = n/(n−2)·y, and y = 1 − K(n/2) is a convergent of Ramanujan's continued fraction
from n = 18 on, which is 2⁻⁵⁸ off at most, and below it comes from there by y(a) = w + (1−w)·y(a+1),
w = 1/(2a+1)², a = n/2 − 1. All terms are positive. n − 2, on which all turns as n → 2, is computed
by itself, from n_∞ and the sample two steps before.

References: Berndt, Ramanujan's Notebooks, Part II, chapter 12, entry 25.
"""

from dataclasses import replace

from sympy import Basic, Expr, Symbol, log, sqrt, tanh

from derivations.chi import chi_variance, rho, variance_by_ratio
from derivations.computing import decay_positive, rate
from derivations.ess import below_limit
from derivations.gamma_fraction import (
    CUT_OFF,
    DEPTH,
    FROM,
    at_least,
    at_most,
    close,
    lower,
    positive,
    upper,
)
from derivations.gamma_ratio import K, step
from derivations.gamma_ratio import growth as growth_of_ratio
from derivations.matched import (
    corrected,
    corrected_positive,
    last_positive,
    matched,
    positive_size,
    positive_variances,
    skewed,
    skewness,
)
from derivations.notation import beta, decay, decaying, ess, ess_limit, half, t
from derivations.powers import LEMMA, between_zero_and_base
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Citation,
    Draft,
    Piece,
    Program,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    eq,
    hyperbolic,
    le,
    lt,
)

a = Symbol("a", real=True)
gamma_gap = Definition(
    "gamma_gap", (a,), 1 - K(1 + a), notation=r"\left(1 - K\left(1 + {a}\right)\right)"
)

# --- 1 − K(1 + a) ---------------------------------------------------------------------------------

SHIFTS = FROM - 1
far_enough = (le(SHIFTS, a),)
odd, rest = Symbol("x", real=True), Symbol("q", real=True)


def fraction() -> tuple[tuple[Symbol, Basic], ...]:
    """x = 4a + 1, then the denominators of the tenth convergent from within."""
    twice, *below = (Symbol(f"f{level}", real=True) for level in range(DEPTH, 0, -1))
    lines = [(odd, 4 * a + 1), (twice, 2 * odd)]
    for name, number in zip(below, range(2 * DEPTH - 1, 1, -2), strict=True):
        lines.append((name, twice + number**2 / lines[-1][0]))
    return *lines, (rest, 1 / lines[-1][0])


convergent = Piece((1 + rest) / (odd + rest), (), lines=fraction())
left_of = upper.body.xreplace({upper.parameters[0]: 1 + a})
x_here = 4 * a + 1
here = (lt(0, a), *positive(DEPTH, x_here))
there = (lt(1, 1 + a), *positive(DEPTH + 1, x_here))


@derivation("computing.gamma_gap_least", LEMMA)
def gap_at_least() -> Draft:
    """From a = 8 on, 1 − K(1 + a) is at least what the tenth convergent gives."""
    return (
        chain(convergent.composition, given=far_enough)
        .since(*here, lt(1, 1 + a), cite(at_most, c=1 + a))
        .by(algebra, to=1 - left_of)
        .by(definition(upper), to=1 - upper(1 + a))
        .at_most(1 - K(1 + a))
        .by(definition(gamma_gap), to=gamma_gap(a))
    )


@derivation("computing.gamma_gap_most", LEMMA)
def gap_at_most() -> Draft:
    """And at most 1 + 2⁻⁵⁸ times that."""
    return (
        chain(gamma_gap(a), given=far_enough)
        .since(*here, *there, cite(at_least, c=1 + a), cite(close, c=1 + a))
        .by(definition(gamma_gap))
        .at_most(1 - lower(1 + a))
        .at_most((1 + CUT_OFF) * (1 - upper(1 + a)))
        .by(definition(upper))
        .by(algebra, to=(1 + CUT_OFF) * convergent.composition)
    )


@derivation("computing.gamma_gap_step", LEMMA)
def gap_step() -> Draft:
    """Nearer to 0 it comes from there: with w = 1/(2a+1)², it is w + (1−w) of that at a + 1."""
    weight = 1 / (2 * a + 1) ** 2
    ours, theirs = K(1 + a), K(2 + a)
    grows = eq(theirs, ours * growth_of_ratio(1 + a))
    return (
        chain(gamma_gap(a), given=lt(0, a))
        .since(lt(1, 1 + a), lt(1, 2 + a), cite(step, c=1 + a), lt(0, 2 * a + 1))
        .by(definition(gamma_gap))
        .equal_to(weight + (1 - weight) * (1 - theirs), because=[(1 - weight, [grows])])
        .by(definition(gamma_gap), to=weight + (1 - weight) * gamma_gap(a + 1))
    )


gap_program = Program(
    gamma_gap,
    (
        Piece(
            convergent.value,
            (gap_at_least, gap_at_most),
            lines=convergent.lines,
            error=CUT_OFF,
        ),
    ),
    domain=far_enough,
    since=here,
)

# --- F --------------------------------------------------------------------------------------------

s = Symbol("s", real=True)
over_two = Definition(
    "chi_variance_over_two", (s,), chi_variance(2 + s), notation=r"F\left(2 + {s}\right)"
)
shape, gap = Symbol("a", real=True), Symbol("y", real=True)
weights = [Symbol(f"w{shift}", real=True) for shift in range(SHIFTS)]
gaps = [Symbol(f"y{shift}", real=True) for shift in range(SHIFTS + 1)]


def shifted() -> tuple[tuple[Symbol, Basic], ...]:
    """y at a + 8, and from it, one by one, down to y at a."""
    lines: list[tuple[Symbol, Basic]] = [(shape, s / 2), (gaps[SHIFTS], gamma_gap(shape + SHIFTS))]
    for shift in range(SHIFTS - 1, -1, -1):
        weight = weights[shift]
        lines.append((weight, 1 / (2 * shape + 2 * shift + 1) ** 2))
        lines.append((gaps[shift], weight + (1 - weight) * gaps[shift + 1]))
    return tuple(lines)


@derivation("computing.chi_variance", LEMMA)
def by_gap() -> Draft:
    """F(2 + s) is (1 + 2/s)·y, with y = 1 − K(1 + s/2)."""
    n = 2 + s
    return (
        chain(over_two(s), given=lt(0, s))
        .since(lt(2, n), lt(1, n / 2), cite(variance_by_ratio, rho=n))
        .by(definition(over_two))
        .by(cite(variance_by_ratio, rho=n))
        .by(algebra, to=(1 + 2 / s) * (1 - K(1 + s / 2)))
        .by(definition(gamma_gap), to=(1 + 2 / s) * gamma_gap(s / 2))
    )


@derivation("computing.chi_variance_shifted", LEMMA)
def by_shifted_gap() -> Draft:
    """And y by that at eight more."""
    places = [s / 2 + shift for shift in range(SHIFTS)]
    line = chain(over_two(s), given=lt(0, s))
    line = line.since(lt(0, s / 2), *(lt(1, 1 + place) for place in places))
    line = line.since(*(lt(0, 2 * place + 1) for place in places)).by(cite(by_gap))
    for place in places:
        line = line.by(cite(gap_step, a=place))
    return line


variance_program = Program(
    over_two,
    (
        Piece(
            (1 + 1 / shape) * gap,
            (by_gap,),
            lines=((shape, s / 2), (gap, gamma_gap(shape))),
            where=(le(SHIFTS, shape),),
        ),
        Piece((1 + 1 / shape) * gaps[0], (by_shifted_gap,), lines=shifted()),
    ),
    domain=(lt(0, s),),
    note="y falls from 1 at a = 0; from a = 8 on the continued fraction gives it.",
)


@derivation("computing.chi_variance_itself", LEMMA)
def by_excess() -> Draft:
    """F(n), by n − 2, which is exact in floating point for n ≤ 4."""
    return (
        chain(chi_variance(rho), given=lt(2, rho))
        .since(lt(0, rho - 2))
        .by(definition(over_two), to=over_two(rho - 2))
    )


chi_variance_program = Program(
    chi_variance, (Piece(over_two(rho - 2), (by_excess,)),), domain=(lt(2, rho),)
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

least, before, power = (Symbol(name, real=True) for name in ("least", "before", "power"))
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
    (before * (1 - 3 * least**2) - 2 * least**3) / (least * (1 + 2 * before * least + least**2)),
    (),
    lines=((rate, decay(beta)), (least, (1 - beta) / (1 + beta)), (before, two_before)),
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
            (thrice - power * (3 - beta)) / (short * (1 + power)),
            (excess_by_power,),
            lines=(*parts, (power, beta**t)),
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
    return (
        chain(matched(beta, t), given=opened)
        .since(
            *facts, *positive_variances(ess(beta, t), 2 + ess_over_two(beta, t), ess_limit(beta))
        )
        .by(definition(matched))
        .by(definition(ess_over_two), at=ess(beta, t), to=2 + ess_over_two(beta, t))
        .by(definition(matched_at), to=matched_at(beta, ess_over_two(beta, t)))
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
