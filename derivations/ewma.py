"""The exponentially-weighted moving average: its normaliser, its mean, its variance.

Key results: what Adam calls a bias-corrected moment is the EWMA, for every sequence; its mean is
that of the variables, and its variance is theirs over the effective sample size n_t; over many
steps the moments add up to the variables, but for a multiple of the last moment.

References: Hilton 2019, sections 1 and 2; Kingma & Ba 2014, section 3 (bias correction).
"""

from sympy import Lambda, Sum, Symbol

from derivations.notation import X, beta, decaying, ess, ewma, hilton, i, j, mu, sigma, t
from derivations.powers import between_zero_and_base
from radam_sym.kernel.axioms import (
    expectation_linear,
    identical_mean,
    identical_variance,
    variance_of_sum,
)
from radam_sym.kernel.heads import E, Family, Var
from radam_sym.proof import (
    Citation,
    Draft,
    InductionDraft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    eq,
    factor_in,
    factor_out,
    finite_moment,
    for_all,
    given,
    identical,
    iid,
    induction,
    lt,
    reverse,
    single,
    split,
)

x = beta**t
normaliser_sum = Sum(beta**j, (j, 0, t - 1))


@derivation("ewma.normaliser", hilton("section 1"))
def normaliser() -> InductionDraft:
    """The weights 1, β, ..., β^(t−1) add up to (1 − β^t)/(1 − β)."""
    claim = eq(normaliser_sum, (1 - x) / (1 - beta))
    return induction(
        claim,
        t,
        given=decaying,
        base=lambda line: line.by(single()),
        step=lambda line: (
            line.by(split(t - 1))
            .by(single(), at=Sum(beta**j, (j, t, t)))
            .by(given(claim))
            .by(algebra, to=(1 - beta ** (t + 1)) / (1 - beta))
        ),
    )


@derivation("ewma.geometric", hilton("section 1"))
def geometric() -> Draft:
    """The same without a division: 1 − β^t is (1 − β)(1 + β + ... + β^(t−1))."""
    return chain((1 - beta) * normaliser_sum, given=decaying).by(cite(normaliser))


@derivation("ewma.normaliser_positive", hilton("section 1"))
def normaliser_positive() -> Draft:
    """The weights add up to something positive, so that the average is defined."""
    return (
        chain(0, given=decaying)
        .since(*between_zero_and_base())
        .below((1 - x) / (1 - beta))
        .by(cite(normaliser))
    )


def average_is_defined(time: Symbol = t) -> tuple[Citation, ...]:
    """The facts 0 < β^t ≤ β and 0 < 1 + β + ... + β^(t−1), for a chain that needs them."""
    return *between_zero_and_base(beta, time), cite(normaliser_positive, t=time)


m = Family("m", "random")
weighted = Sum(beta ** (t - i) * X[i], (i, 1, t))
recurrence = for_all(t, eq(m[t], beta * m[t - 1] + (1 - beta) * X[t]))
recursive = (*decaying, eq(m[0], 0), recurrence)


@derivation("ewma.unrolled", hilton("section 1, footnote 1"))
def unrolled() -> InductionDraft:
    """A moving average that starts from 0 is a weighted sum of all that it has seen."""
    claim = eq(m[t], (1 - beta) * weighted)
    term = beta ** (t + 1 - i) * X[i]
    earlier, last = Sum(term, (i, 1, t)), Sum(term, (i, t + 1, t + 1))
    return induction(
        claim,
        t,
        given=recursive,
        base=lambda line: (
            line.by(given(recurrence, at=1))
            .by(given(eq(m[0], 0)))
            .by(single(), at=X[1], to=Sum(beta ** (1 - i) * X[i], (i, 1, 1)))
        ),
        step=lambda line: (
            line.by(given(recurrence, at=t + 1))
            .by(given(claim))
            .by(algebra, to=(1 - beta) * (beta * weighted + X[t + 1]))
            .by(factor_in())
            .by(algebra, at=Sum(beta * beta ** (t - i) * X[i], (i, 1, t)), to=earlier)
            .by(single(), at=X[t + 1], to=last)
            .by(split(t), at=earlier + last, to=Sum(term, (i, 1, t + 1)))
        ),
    )


@derivation("ewma.bias_correction", hilton("section 1, footnote 1"))
def bias_correction() -> Draft:
    """Adam's bias-corrected moment is the EWMA, for every sequence X."""
    return (
        chain(m[t] / (1 - x), given=recursive)
        .since(*average_is_defined())
        .by(cite(unrolled))
        .by(cite(geometric))
        .by(definition(ewma), to=ewma(X, beta, t))
    )


@derivation("ewma.paper_order", hilton("section 1"))
def paper_order() -> Draft:
    """The EWMA as the paper writes it, the newest term first."""
    newest_first = Sum(beta**i * X[t - i], (i, 0, t - 1))
    return (
        chain(ewma(X, beta, t), given=decaying)
        .since(*average_is_defined())
        .by(definition(ewma))
        .by(reverse(t), at=weighted, to=newest_first)
    )


weight = beta ** (t - i) / normaliser_sum
weights = {"a": Lambda(i, weight), "m": 1, "n": t}
integrable = (identical(X), finite_moment(X, 1), eq(E(X[1]), mu))
sample = (*iid(X), finite_moment(X, 2), eq(Var(X[1]), sigma**2))


@derivation("ewma.mean", hilton("section 1"))
def mean() -> Draft:
    """The EWMA of variables of one mean has that mean: it estimates it without bias."""
    return (
        chain(E(ewma(X, beta, t)), given=[*decaying, *integrable])
        .since(*average_is_defined())
        .by(definition(ewma))
        .by(factor_in())
        .by(cite(expectation_linear, **weights))
        .by(cite(identical_mean, j=1))
        .by(given(eq(E(X[1]), mu)))
        .by(factor_out(mu / normaliser_sum))
        .by(reverse(t), at=Sum(beta ** (t - i), (i, 1, t)), to=normaliser_sum)
    )


@derivation("ewma.bias", hilton("section 1, footnote 1"))
def bias() -> Draft:
    """The moment before it is corrected is too small on average, by the factor 1 − β^t."""
    share = (1 - beta) * beta ** (t - i)
    return (
        chain(E((1 - beta) * weighted), given=[*decaying, *integrable])
        .since(*average_is_defined())
        .by(factor_in())
        .by(cite(expectation_linear, a=Lambda(i, share), m=1, n=t))
        .by(cite(identical_mean, j=1))
        .by(given(eq(E(X[1]), mu)))
        .by(factor_out(mu * (1 - beta)))
        .by(reverse(t), at=Sum(beta ** (t - i), (i, 1, t)), to=normaliser_sum)
        .by(cite(normaliser))
    )


@derivation("ewma.variance_sums", hilton("section 2, display 1"))
def variance_sums() -> Draft:
    """The variance of the EWMA of independent variables: the squared weights add up."""
    squares = Sum(beta ** (2 * (t - i)), (i, 1, t))
    return (
        chain(Var(ewma(X, beta, t)), given=[*decaying, *sample])
        .since(*average_is_defined())
        .by(definition(ewma))
        .by(factor_in())
        .by(cite(variance_of_sum, **weights))
        .by(cite(identical_variance, j=1))
        .by(given(eq(Var(X[1]), sigma**2)))
        .by(factor_out(sigma**2 / normaliser_sum**2))
        .by(reverse(t), at=squares, to=Sum(beta ** (2 * j), (j, 0, t - 1)))
    )


@derivation("ewma.squares", hilton("section 2, display 1"))
def squares() -> Draft:
    """The squared weights 1, β², ... are those of a decay of β²."""
    return (
        chain(Sum(beta ** (2 * j), (j, 0, t - 1)), given=decaying)
        .since(lt(0, beta**2), lt(beta**2, 1))
        .by(cite(normaliser, beta=beta**2))
    )


@derivation("ewma.variance", hilton("section 2, display 1"))
def variance() -> Draft:
    """The variance of the EWMA is that of one variable over the effective sample size."""
    return (
        chain(Var(ewma(X, beta, t)), given=[*decaying, *sample])
        .since(*average_is_defined())
        .by(cite(variance_sums))
        .by(cite(squares))
        .by(cite(normaliser))
        .by(algebra, to=sigma**2 / ((1 - x) / (1 + x) * (1 + beta) / (1 - beta)))
        .by(definition(ess), to=sigma**2 / ess(beta, t))
    )


@derivation("ewma.total", hilton("section 1"))
def total() -> InductionDraft:
    """Over any number of steps, moments add up to the values, but for a multiple of the last."""
    term = X[i] - m[i]
    behind, last = Sum(term, (i, 1, t)), Sum(term, (i, t + 1, t + 1))
    claim = eq((1 - beta) * behind, beta * m[t])
    return induction(
        claim,
        t,
        given=recursive[-2:],
        base=lambda line: (
            line.by(single())
            .by(given(recurrence, at=1))
            .by(algebra, to=beta * ((1 - beta) * X[1] + beta * m[0]) - beta * m[0])
            .by(given(recurrence, at=1))
            .by(given(eq(m[0], 0)))
        ),
        step=lambda line: (
            line.by(split(t))
            .by(single(), at=last)
            .by(algebra, to=(1 - beta) * behind + (1 - beta) * (X[t + 1] - m[t + 1]))
            .by(given(claim))
            .by(given(recurrence, at=t + 1))
            .by(algebra, to=beta * ((1 - beta) * X[t + 1] + beta * m[t]))
            .by(given(recurrence, at=t + 1))
        ),
    )
