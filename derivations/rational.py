"""A rectification by the χ² law that needs no Γ: Liu's formula at another sample size.

Key results: with f(n) = 2n/((n−2)(4n−7)), F(n) < f(n) < (1 + 1/(2n−3)²)·F(n) for every n > 2. So
r_t = √(f(n_∞)/f(n_t)) = √((n_t−2)(4n_t−7)n_∞/((n_∞−2)(4n_∞−7)n_t)) comes near to the matched
factor: r_matched² < (1 + 1/(2n_t−3)²)·r_t² and r_t² < (1 + 1/(2n_∞−3)²)·r_matched². It is Liu's
formula with n in the place of ρ and 7/4 in the place of 4, which no other number does as well:
n/(2(n−2)(n−c)) agrees with F's expansion up to 1/n² iff c = 7/4. It is between 0 and 1, and
increases, where n_t > 2.

References: Liu et al. 2019, section 3; Satterthwaite 1946, An approximate distribution of estimates
of variance components.
"""

from sympy import Expr, Limit, Rational, Symbol, oo, sqrt

from derivations.chi import below, chi_variance, rho, shape, sigma, variance_by_ratio
from derivations.chi_expansion import about, from_below, two_terms, varied
from derivations.gamma_bounds import at_least, least, most
from derivations.matched import (
    defined,
    last,
    later,
    matched,
    next_size,
    positive_variances,
    root_below_one,
    root_of_less,
    root_positive,
    size,
    size_and_last,
)
from derivations.notation import beta, ess, ess_limit, t
from derivations.powers import BEYOND, LEMMA, between_zero_and_base
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Citation,
    Draft,
    chain,
    cite,
    definition,
    derivation,
    le,
    lt,
    series,
)


def approximated(n: Expr) -> Expr:
    """f, at a sample size."""
    return n / ((n - 2) * (4 * n - 7)) * 2


def nearly_one(n: Expr) -> Expr:
    """What f is less than F times."""
    return 1 + 1 / (2 * n - 3) ** 2


rational = Definition(
    "r_rational",
    (beta, t),
    sqrt(approximated(ess_limit(beta)) / approximated(ess(beta, t))),
    notation=r"r^{\mathrm{rational}}_{t}",
)

# --- how near f is to F ---------------------------------------------------------------------------


@derivation("rational.exceeds", BEYOND)
def exceeds() -> Draft:
    """f is greater than F, for every n > 2."""
    return (
        chain(chi_variance(rho), given=below(2))
        .since(*about, lt(0, 4 * rho - 7), cite(at_least, c=shape))
        .by(cite(variance_by_ratio))
        .at_most(varied(least(shape)))
        .by(definition(least))
        .below(approximated(rho))
    )


@derivation("rational.error", BEYOND)
def near() -> Draft:
    """But by less than 1/(2n − 3)² of it: never more than F again, and ever less."""
    x, factor = 2 * rho - 3, nearly_one(rho)
    bound = varied(most.body.xreplace({most.parameters[0]: shape}))
    nearer = le(varied(most(shape)), chi_variance(rho))
    rest = lt(0, rho / (x**3 * (4 * x**2 + 11) * (2 * x - 1)))
    return (
        chain(approximated(rho), given=below(2))
        .since(*about, lt(0, 2 * x - 1), lt(0, 4 * x**2 + 11), rest, cite(from_below))
        .since(lt(0, factor))
        .below(
            factor * bound,
            because=[(4 * (x - Rational(7, 4)) ** 2, [rest]), (Rational(23, 4), [rest])],
        )
        .by(definition(most), to=factor * varied(most(shape)))
        .at_most(factor * chi_variance(rho), because=[(1, [nearer, lt(0, factor)])])
    )


c = Symbol("c", real=True)


@derivation("rational.only", BEYOND)
def only() -> Draft:
    """n/(2(n−2)(n−c)) is off from F's 1/(2n) + 15/(8n²) by (c − 7/4)/2 over n², in the end."""
    other = rho / (2 * (rho - 2) * (rho - c))
    return chain(Limit(rho**2 * (other - two_terms), rho, oo)).by(series, to=c / 2 - Rational(7, 8))


# --- r_t ------------------------------------------------------------------------------------------


@derivation("rational.variance_positive", LEMMA)
def approximated_positive() -> Draft:
    """0 < f(n)."""
    return chain(0, given=below(2)).since(lt(0, 4 * rho - 7)).below(approximated(rho))


@derivation("rational.variance_decreasing", LEMMA)
def approximated_decreasing() -> Draft:
    """f decreases, as F does."""
    return (
        chain(approximated(sigma), given=[lt(2, rho), lt(rho, sigma)])
        .since(lt(2, sigma), lt(0, 4 * rho - 7), lt(0, 4 * sigma - 7))
        .below(approximated(rho))
    )


def positive_at(*sizes: Expr) -> list[Citation]:
    """f is positive at some sample sizes."""
    return [cite(approximated_positive, rho=at) for at in sizes]


now, in_the_end, after = map(approximated, (size, last, later))
less_at_last = cite(approximated_decreasing, rho=size, sigma=last)
at_sizes = (*between_zero_and_base(), *size_and_last, *positive_at(size, last), less_at_last)


@derivation("rational.positive", BEYOND)
def rational_positive() -> Draft:
    """0 < r_t."""
    return (
        chain(0, given=defined)
        .since(*at_sizes, cite(root_positive, a=in_the_end, b=now))
        .below(rational.body)
        .by(definition(rational), to=rational(beta, t))
    )


@derivation("rational.below_one", BEYOND)
def rational_below_one() -> Draft:
    """r_t < 1."""
    return (
        chain(rational(beta, t), given=defined)
        .since(*at_sizes, cite(root_below_one, a=in_the_end, b=now))
        .by(definition(rational))
        .below(1)
    )


@derivation("rational.increasing", BEYOND)
def rational_increasing() -> Draft:
    """r_t increases."""
    return (
        chain(rational(beta, t), given=defined)
        .since(*next_size, *positive_at(last, size, later))
        .since(cite(approximated_decreasing, rho=size, sigma=later))
        .since(cite(root_of_less, a=in_the_end, b=now, c=after))
        .by(definition(rational))
        .below(sqrt(in_the_end / after))
        .by(definition(rational), to=rational(beta, t + 1))
    )


# --- how near it is to the matched factor ---------------------------------------------------------

exact_now, exact_in_the_end = chi_variance(size), chi_variance(last)
inverse, share = lt(0, 1 / exact_now), lt(0, in_the_end / (now * exact_now))
both = (*at_sizes, *positive_variances(size, last), inverse, share)


@derivation("rational.from_below", BEYOND)
def bound_from_below() -> Draft:
    """r_matched² < (1 + 1/(2n_t − 3)²)·r_t²."""
    less, nearer = lt(exact_in_the_end, in_the_end), lt(now, nearly_one(size) * exact_now)
    return (
        chain(matched(beta, t) ** 2, given=defined)
        .since(*both, cite(near, rho=size), cite(exceeds, rho=last))
        .by(definition(matched))
        .below(in_the_end / exact_now, because=[(1, [less, inverse])])
        .below(nearly_one(size) * in_the_end / now, because=[(1, [nearer, share])])
        .by(definition(rational), to=nearly_one(size) * rational(beta, t) ** 2)
    )


@derivation("rational.from_above", BEYOND)
def bound_from_above() -> Draft:
    """r_t² < (1 + 1/(2n_∞ − 3)²)·r_matched²."""
    less, nearer = lt(exact_now, now), lt(in_the_end, nearly_one(last) * exact_in_the_end)
    return (
        chain(rational(beta, t) ** 2, given=defined)
        .since(*both, cite(exceeds, rho=size), cite(near, rho=last))
        .by(definition(rational))
        .below(in_the_end / exact_now, because=[(1, [less, share])])
        .below(nearly_one(last) * exact_in_the_end / exact_now, because=[(1, [nearer, inverse])])
        .by(definition(matched), to=nearly_one(last) * matched(beta, t) ** 2)
    )
