"""Two rectifications by the χ² law: of v_t's own mean and variance, and with its skewness.

Key results: χ²_n/n with n = n_t has v_t's mean and variance, so that r_t = √(F(n_∞)/F(n_t)); the
third cumulants differ by 8·D_t, D_t = (1−1/n_t²)/(3n_∞²+1), which leads to
r_t = √((F(n_∞)−3D_∞)/(F(n_t)−3D_t)). Both are defined where n_t > 2: at t = 3 iff
β > (3−√5)/2, at no step if β ≤ 1/3. They are between 0 and 1, and increase.

References: Satterthwaite 1946, An approximate distribution of estimates of variance components;
Welch 1947, The generalization of Student's problem.
"""

from sympy import Expr, Rational, Sum, Symbol, sqrt

from derivations.adaptive_rate import aged, share, summed, weights_squares
from derivations.chi import chi_variance, rho, sigma, variance_decreasing
from derivations.chi_expansion import expansion_below, three_terms
from derivations.ess import below_limit, increasing, least
from derivations.ewma import normaliser
from derivations.gamma_ratio import positive as gamma_positive
from derivations.notation import beta, decaying, ess, ess_limit, i, t
from derivations.powers import BEYOND, LEMMA, between_zero_and_base, root_increasing
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition
from radam_sym.kernel.terms import unfolded
from radam_sym.kernel.theorem import Source
from radam_sym.proof import (
    Citation,
    Draft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    le,
    linear_sum,
    lt,
    shift,
)

SATTERTHWAITE = Source(
    "Satterthwaite 1946, An approximate distribution of estimates of variance components"
)

skewness = Definition(
    "skewness",
    (beta, rho),
    (1 - 1 / rho**2) / (3 * ess_limit(beta) ** 2 + 1),
    notation=r"D\left({rho}\right)",
)
size, last = ess(beta, t), ess_limit(beta)
matched = Definition(
    "r_matched",
    (beta, t),
    sqrt(chi_variance(last) / chi_variance(size)),
    notation=r"r^{\mathrm{matched}}_{t}",
)


def corrected(at: Expr) -> Expr:
    """F less 3D, at a sample size."""
    return chi_variance(at) - 3 * skewness(beta, at)


skewed = Definition(
    "r_skewed",
    (beta, t),
    sqrt(corrected(last) / corrected(size)),
    notation=r"r^{\mathrm{skewed}}_{t}",
)

# --- the third cumulant ---------------------------------------------------------------------------


@derivation("weights.sum_of_cubes", LEMMA)
def sum_of_cubes() -> Draft:
    """The cubed weights 1, β³, ... are those of a decay of β³."""
    return (
        chain(Sum(beta ** (3 * i), (i, 0, t - 1)), given=decaying)
        .since(lt(0, beta**3), lt(beta**3, 1))
        .by(cite(normaliser, beta=beta**3))
    )


@derivation("weights.cubes", LEMMA)
def weights_cubes() -> Draft:
    """The cubes of the weights add up to (1−β)³(1−β^(3t))/((1−β^t)³(1−β³))."""
    return (
        chain(Sum(aged**3, (i, 1, t)), given=decaying)
        .since(*summed, lt(beta**3, 1))
        .by(shift(-1))
        .by(linear_sum(share**3 * Sum(beta ** (3 * i), (i, 0, t - 1))))
        .by(cite(sum_of_cubes))
    )


@derivation("skewed.third_cumulant", BEYOND)
def third_cumulant() -> Draft:
    """Σw³ − (Σw²)² is D_t, an eighth of what v_t's third cumulant and that of χ²_n/n differ by."""
    return (
        chain(Sum(aged**3, (i, 1, t)) - Sum(aged**2, (i, 1, t)) ** 2, given=decaying)
        .since(*summed, cite(positive_size), lt(beta**3, 1), cite(below_limit))
        .since(lt(0, last))
        .by(cite(weights_cubes))
        .by(cite(weights_squares))
        .by(definition(ess))
        .by(algebra, to=(1 - 1 / unfolded(size) ** 2) / (3 * unfolded(last) ** 2 + 1))
        .by(definition(ess), to=(1 - 1 / size**2) / (3 * unfolded(last) ** 2 + 1))
        .by(definition(ess_limit), to=(1 - 1 / size**2) / (3 * last**2 + 1))
        .by(definition(skewness), to=skewness(beta, size))
    )


# --- where n_t > 2 --------------------------------------------------------------------------------

defined = (*decaying, lt(2, size))


@derivation("matched.size_positive", LEMMA)
def positive_size() -> Draft:
    """0 < n_t."""
    return (
        chain(0, given=decaying).since(*between_zero_and_base(), cite(least)).below(1).at_most(size)
    )


golden, other = (3 - sqrt(5)) / 2, (3 + sqrt(5)) / 2
ratio = 1 / (1 - beta + beta**2)
about_third = (lt(0, sqrt(5)), lt(0, other - beta), lt(0, 1 - beta + beta**2), lt(0, ratio))


@derivation("matched.third.open", SATTERTHWAITE)
def third_open() -> Draft:
    """n_3 > 2 if β > (3−√5)/2."""
    return (
        chain(2, given=[*decaying, lt(golden, beta)])
        .since(*about_third)
        .below(
            (1 + beta + beta**2) * ratio,
            because=[(1, [lt(golden, beta), lt(0, other - beta), lt(0, ratio)])],
        )
        .by(algebra, to=unfolded(ess(beta, 3)))
        .by(definition(ess), to=ess(beta, 3))
    )


@derivation("matched.third.closed", SATTERTHWAITE)
def third_closed() -> Draft:
    """And not if β is that or less."""
    return (
        chain(ess(beta, 3), given=[*decaying, le(beta, golden)])
        .since(*about_third)
        .by(definition(ess))
        .by(algebra, to=(1 + beta + beta**2) * ratio)
        .at_most(2, because=[(1, [le(beta, golden), lt(0, other - beta), lt(0, ratio)])])
    )


@derivation("matched.closed", SATTERTHWAITE)
def closed() -> Draft:
    """If β ≤ 1/3, n_t > 2 at no step."""
    return (
        chain(size, given=[*decaying, le(beta, Rational(1, 3))])
        .since(*between_zero_and_base(), cite(below_limit))
        .below(last)
        .by(definition(ess_limit))
        .at_most(2)
    )


@derivation("matched.second", SATTERTHWAITE)
def second() -> Draft:
    """Nor is it at t = 1 or 2, for any β."""
    return chain(ess(beta, 2), given=decaying).by(definition(ess)).below(2)


# --- between 0 and 1, and increasing --------------------------------------------------------------


@derivation("chi.variance_positive", LEMMA)
def variance_positive() -> Draft:
    """0 < F(ρ), for every ρ > 2."""
    return (
        chain(0, given=lt(2, rho))
        .since(lt(0, rho), cite(expansion_below))
        .below(three_terms)
        .below(chi_variance(rho))
    )


@derivation("chi.variance_positive.written_out", LEMMA)
def variance_written_out() -> Draft:
    """The same, written out: one may divide by it."""
    return (
        chain(0, given=lt(2, rho))
        .since(lt(0, rho), cite(variance_positive), cite(gamma_positive, p=rho / 2))
        .below(chi_variance(rho))
        .by(definition(chi_variance))
    )


@derivation("skewed.variance_positive", LEMMA)
def corrected_positive() -> Draft:
    """0 < F(ρ) − 3D, for 2 < ρ ≤ n_∞: D is less than a third of F's first term."""
    return (
        chain(3 * skewness(beta, rho), given=[*decaying, lt(2, rho), le(rho, last)])
        .since(lt(0, rho), cite(expansion_below), lt(0, last), lt(2, last))
        .by(definition(skewness))
        .at_most(1 / last**2)
        .at_most(1 / (2 * last))
        .at_most(1 / (2 * rho))
        .below(three_terms)
        .below(chi_variance(rho))
    )


size_and_last = (
    cite(positive_size),
    cite(below_limit),
    lt(0, last),
    lt(2, last),
    le(size, last),
)
later = ess(beta, t + 1)
next_size = (
    *size_and_last,
    *between_zero_and_base(),
    *between_zero_and_base(beta, t + 1),
    cite(increasing),
    cite(below_limit, t=t + 1),
    lt(2, later),
    lt(0, later),
    le(later, last),
)


def positive_variances(*sizes: Expr) -> list[Citation]:
    """F is positive at some sample sizes, folded and written out."""
    return [
        cite(theorem, **named)
        for at in sizes
        for theorem, named in (
            (gamma_positive, {"p": at / 2}),
            (variance_positive, {"rho": at}),
            (variance_written_out, {"rho": at}),
        )
    ]


less_at_last = cite(variance_decreasing, rho=size, sigma=last)


a, b, c = (Symbol(name, real=True) for name in "abc")
ratio_given = [lt(0, a), lt(0, b)]


@derivation("root.quotient", LEMMA)
def root_positive() -> Draft:
    """0 < √(a/b)."""
    return chain(0, given=ratio_given).since(lt(0, a / b)).below(sqrt(a / b))


@derivation("root.quotient.below_one", LEMMA)
def root_below_one() -> Draft:
    """√(a/b) < 1, if a < b."""
    below = (lt(0, a / b), lt(0, 1 / b), lt(a / b, 1))
    return (
        chain(sqrt(a / b), given=[*ratio_given, lt(a, b)])
        .since(*below, cite(root_increasing, x=a / b, y=1))
        .below(1)
    )


@derivation("root.quotient.increasing", LEMMA)
def root_of_less() -> Draft:
    """√(a/b) < √(a/c), if c < b."""
    return (
        chain(sqrt(a / b), given=[lt(0, a), lt(0, c), lt(c, b)])
        .since(lt(0, b), lt(0, a / b), lt(a / b, a / c))
        .since(cite(root_increasing, x=a / b, y=a / c))
        .below(sqrt(a / c))
    )


@derivation("matched.positive", SATTERTHWAITE)
def matched_positive() -> Draft:
    """0 < r_t."""
    return (
        chain(0, given=defined)
        .since(*between_zero_and_base(), *size_and_last, *positive_variances(last, size))
        .since(less_at_last, cite(root_positive, a=chi_variance(last), b=chi_variance(size)))
        .below(matched.body)
        .by(definition(matched), to=matched(beta, t))
    )


@derivation("matched.below_one", SATTERTHWAITE)
def matched_below_one() -> Draft:
    """r_t < 1."""
    return (
        chain(matched(beta, t), given=defined)
        .since(*between_zero_and_base(), *size_and_last, *positive_variances(last, size))
        .since(less_at_last, cite(root_below_one, a=chi_variance(last), b=chi_variance(size)))
        .by(definition(matched))
        .below(1)
    )


@derivation("matched.increasing", SATTERTHWAITE)
def matched_increasing() -> Draft:
    """r_t increases."""
    f, g, h = map(chi_variance, (last, size, later))
    return (
        chain(matched(beta, t), given=defined)
        .since(*next_size, *positive_variances(last, size, later))
        .since(cite(variance_decreasing, rho=size, sigma=later))
        .since(cite(root_of_less, a=f, b=g, c=h))
        .by(definition(matched))
        .below(sqrt(f / h))
        .by(definition(matched), to=matched(beta, t + 1))
    )


@derivation("skewed.variance_decreasing", LEMMA)
def corrected_decreasing() -> Draft:
    """F − 3D decreases with the sample size, since D increases."""
    scale, total = 1 / (3 * last**2 + 1), (sigma + rho) / (rho * sigma) ** 2
    less = lt(chi_variance(sigma), chi_variance(rho))
    return (
        chain(corrected(sigma), given=[*decaying, lt(2, rho), lt(rho, sigma)])
        .since(lt(2, sigma), lt(0, rho), lt(0, sigma), cite(last_positive), lt(0, scale))
        .since(cite(variance_decreasing), lt(0, total))
        .by(definition(skewness))
        .below(
            chi_variance(rho) - 3 * skewness.body,
            because=[(1, [less]), (3, [lt(rho, sigma), lt(0, total), lt(0, scale)])],
        )
        .by(definition(skewness), to=corrected(rho))
    )


@derivation("matched.limit_positive", LEMMA)
def last_positive() -> Draft:
    """0 < n_∞."""
    return (
        chain(0, given=decaying).below((1 + beta) / (1 - beta)).by(definition(ess_limit), to=last)
    )


def skewed_facts(*sizes: Expr) -> list[Citation]:
    """F − 3D is positive at some sample sizes, and less at the limit."""
    at_sizes = [cite(corrected_positive, rho=at) for at in (last, *sizes)]
    return [*at_sizes, *(cite(corrected_decreasing, rho=at, sigma=last) for at in sizes)]


def rest_positive(*sizes: Expr) -> list[Relation]:
    """The same, as differences."""
    return [lt(0, corrected(at)) for at in (last, *sizes)]


@derivation("skewed.positive", BEYOND)
def skewed_positive() -> Draft:
    """0 < r_t."""
    return (
        chain(0, given=defined)
        .since(*between_zero_and_base(), *size_and_last, *skewed_facts(size), *rest_positive(size))
        .since(cite(root_positive, a=corrected(last), b=corrected(size)))
        .below(skewed.body)
        .by(definition(skewed), to=skewed(beta, t))
    )


@derivation("skewed.below_one", BEYOND)
def skewed_below_one() -> Draft:
    """r_t < 1."""
    return (
        chain(skewed(beta, t), given=defined)
        .since(*between_zero_and_base(), *size_and_last, *skewed_facts(size), *rest_positive(size))
        .since(cite(root_below_one, a=corrected(last), b=corrected(size)))
        .by(definition(skewed))
        .below(1)
    )


@derivation("skewed.increasing", BEYOND)
def skewed_increasing() -> Draft:
    """r_t increases."""
    f, g, h = map(corrected, (last, size, later))
    return (
        chain(skewed(beta, t), given=defined)
        .since(*next_size, *skewed_facts(size, later), *rest_positive(size, later))
        .since(cite(corrected_decreasing, rho=size, sigma=later))
        .since(cite(root_of_less, a=f, b=g, c=h))
        .by(definition(skewed))
        .below(sqrt(f / h))
        .by(definition(skewed), to=skewed(beta, t + 1))
    )
