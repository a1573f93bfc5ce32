"""Liu's ρ_t: the length of the simple moving average that is as old as the EWMA.

Key results: ρ_t = 2/(1−β) − 1 − 2tβ^t/(1−β^t), from equal mean ages; ρ_1 = 1, ρ_t → n_∞ as
t → ∞ and ρ_t → t as β → 1; ρ_t increases, and is at most n_t; in terms of λ = −ln β it is
t − t·L(tλ/2) + L(λ/2), with L(y) = coth y − 1/y.

References: Hilton 2019, section 3; Liu et al. 2019, section 4.
"""

from sympy import Expr, Limit, Sum, coth, log, oo

from derivations.ess import most
from derivations.ewma import average_is_defined, normaliser
from derivations.notation import (
    beta,
    decay,
    decaying,
    ess,
    ess_limit,
    hilton,
    i,
    j,
    liu_length,
    s,
    t,
)
from derivations.powers import LEMMA, between_zero_and_base
from radam_sym.kernel.axioms import log_increasing, power_times_vanishing, power_vanishing
from radam_sym.kernel.theorem import Source
from radam_sym.proof import (
    Draft,
    InductionDraft,
    algebra,
    chain,
    cite,
    constant,
    definition,
    derivation,
    eq,
    given,
    hyperbolic,
    induction,
    le,
    limit,
    lt,
    reverse,
    shift,
    single,
    split,
)

LIU = "Liu et al. 2019, On the variance of the adaptive learning rate and beyond"

x = beta**t
powers = between_zero_and_base()
age = t + 1 - i
ages = Sum((j + 1) * beta**j, (j, 0, t - 1))
weights = Sum(beta**j, (j, 0, t - 1))
unfolded = 2 / (1 - beta) - 1 - 2 * t * x / (1 - x)
ages_closed = (1 - (t + 1) * x + t * beta ** (t + 1)) / (1 - beta) ** 2


def liu(place: str) -> Source:
    """A place in Liu's paper."""
    return Source(LIU, place)


@derivation("liu.age_of_plain_mean", liu("section 4.1"))
def age_of_plain_mean() -> InductionDraft:
    """The terms of a plain mean of t have the mean age (t+1)/2."""
    total = Sum(i, (i, 1, t))
    claim = eq(total, t * (t + 1) / 2)
    return induction(
        claim,
        t,
        base=lambda line: line.by(single()),
        step=lambda line: (
            line.by(split(t))
            .by(single(), at=Sum(i, (i, t + 1, t + 1)))
            .by(given(claim))
            .by(algebra, to=(t + 1) * (t + 2) / 2)
        ),
    )


@derivation("liu.ages", liu("section 4.1"))
def ages_add_up() -> InductionDraft:
    """The ages 1, 2, ..., t with weights 1, β, ..., β^(t−1)."""
    claim = eq(ages, ages_closed)
    return induction(
        claim,
        t,
        given=decaying,
        base=lambda line: line.by(single()).by(algebra, to=ages_closed.subs(t, 1)),
        step=lambda line: (
            line.by(split(t - 1))
            .by(single(), at=Sum((j + 1) * beta**j, (j, t, t)))
            .by(given(claim))
            .by(algebra, to=ages_closed.subs(t, t + 1))
        ),
    )


@derivation("liu.centre_of_mass", liu("section 4.1"))
def centre_of_mass() -> Draft:
    """The EWMA's terms have the mean age (ρ_t+1)/2: that of a plain mean of ρ_t terms."""
    newest_last = Sum(age * beta ** (t - i), (i, 1, t))
    return (
        chain(newest_last / weights, given=decaying)
        .since(*average_is_defined())
        .by(reverse(t), at=newest_last, to=ages)
        .by(cite(ages_add_up))
        .by(cite(normaliser))
        .by(algebra, to=(unfolded + 1) / 2)
        .by(definition(liu_length), to=(liu_length(beta, t) + 1) / 2)
    )


@derivation("liu.rho_sums", liu("section 4.1"))
def as_sums() -> Draft:
    """ρ_t in finite sums, in which nothing is 0/0 at β = 1."""
    return (
        chain(2 * ages / weights - 1, given=decaying)
        .since(*average_is_defined())
        .by(cite(ages_add_up))
        .by(cite(normaliser))
        .by(algebra, to=unfolded)
        .by(definition(liu_length), to=liu_length(beta, t))
    )


@derivation("liu.rho_limits.first", liu("section 4.1"))
def first() -> Draft:
    """ρ_1 = 1."""
    line = chain(liu_length(beta, 1), given=lt(beta, 1))
    return line.by(definition(liu_length)).by(algebra, to=1)


@derivation("liu.rho_zero", hilton("section 3"))
def zero() -> Draft:
    """An average that forgets at once is as old as its one term."""
    return chain(liu_length(0, t)).by(definition(liu_length))


@derivation("liu.rho_limits.last", hilton("section 3"))
def last() -> Draft:
    """As t → ∞, ρ_t has the limit of n_t."""
    return (
        chain(Limit(liu_length(beta, t), t, oo), given=decaying)
        .since(*powers)
        .by(definition(liu_length))
        .by(limit(cite(power_vanishing, q=beta), cite(power_times_vanishing, q=beta, c=1)))
        .by(algebra, to=(1 + beta) / (1 - beta))
        .by(definition(ess_limit), to=ess_limit(beta))
    )


@derivation("liu.count_positive", LEMMA)
def count_positive() -> Draft:
    """At β = 1 the weights add up to t."""
    return chain(0).below(t).by(constant(), at=t, to=Sum(1, (j, 0, t - 1)))


@derivation("liu.rho_limits.beta", hilton("section 3"))
def limit_beta() -> Draft:
    """As β → 1, ρ_t → t."""
    return (
        chain(Limit(liu_length(beta, t), beta, 1, "-"))
        .since(*average_is_defined(), cite(count_positive))
        .by(cite(as_sums))
        .by(limit())
        .by(constant(), at=Sum(1, (j, 0, t - 1)))
        .by(shift(1), at=Sum(j + 1, (j, 0, t - 1)), to=Sum(j, (j, 1, t)))
        .by(cite(age_of_plain_mean))
    )


@derivation("liu.rho_order", hilton("section 3"))
def order() -> Draft:
    """ρ_t falls short of n_t by (t − n_t)·2β^t/(1−β^t)."""
    n = (1 - x) / (1 + x) * (1 + beta) / (1 - beta)
    return (
        chain(liu_length(beta, t), given=decaying)
        .since(*powers)
        .by(definition(liu_length))
        .by(algebra, to=n - (t - n) * 2 * x / (1 - x))
        .by(definition(ess), to=ess(beta, t) - (t - ess(beta, t)) * 2 * x / (1 - x))
    )


@derivation("liu.rho_at_most_n", hilton("section 3"))
def at_most_n() -> Draft:
    """Hence ρ_t ≤ n_t."""
    n = ess(beta, t)
    return (
        chain(liu_length(beta, t), given=decaying)
        .since(*powers, cite(most), lt(0, x / (1 - x)))
        .by(cite(order))
        .at_most(n, because=[(2, [le(n, t), lt(0, x / (1 - x))])])
    )


@derivation("liu.bernoulli", LEMMA)
def bernoulli() -> InductionDraft:
    """1 − β^t ≤ t(1−β): t terms of at most 1."""
    claim = le(1 - x, t * (1 - beta))
    return induction(
        claim,
        t,
        given=decaying,
        base=lambda line: line.at_most(1 - beta),
        step=lambda line: line.since(*powers).at_most((t + 1) * (1 - beta)),
    )


@derivation("liu.bernoulli_strict", LEMMA)
def bernoulli_strict() -> Draft:
    """β(1 − β^t) < t(1−β): the gain of one more step outweighs its loss."""
    return (
        chain(beta * (1 - x), given=decaying)
        .since(*powers, cite(bernoulli))
        .below(1 - x)
        .at_most(t * (1 - beta))
    )


@derivation("liu.rho_increasing", hilton("section 3"))
def increasing() -> Draft:
    """ρ_t increases with t."""
    return (
        chain(liu_length(beta, t), given=decaying)
        .since(*powers, cite(bernoulli_strict))
        .by(definition(liu_length))
        .below(unfolded.subs(t, t + 1))
        .by(definition(liu_length), to=liu_length(beta, t + 1))
    )


def langevin(y: Expr) -> Expr:
    """L(y) = coth y − 1/y."""
    return coth(y) - 1 / y


@derivation("liu.rho_langevin", hilton("section 3"))
def as_langevin() -> Draft:
    """In terms of λ = −ln β, with L(y) = coth y − 1/y, which grows from 0 to 1."""
    rate = decay(beta)
    half_way = -t * log(beta) / 2
    return (
        chain(liu_length(beta, t), given=decaying)
        .since(*powers, cite(log_increasing, x=beta, y=1))
        .by(definition(liu_length))
        .by(hyperbolic, to=t - t * langevin(half_way) + langevin(-log(beta) / 2))
        .by(definition(decay), to=t - t * langevin(t * rate / 2) + langevin(rate / 2))
    )


@derivation("liu.rho_at_least_one", hilton("section 3"))
def at_least_one() -> InductionDraft:
    """1 ≤ ρ_t."""
    return induction(
        le(1, liu_length(beta, t)),
        t,
        given=decaying,
        base=lambda line: line.by(cite(first)),
        step=lambda line: (
            line.since(*powers, cite(increasing))
            .at_most(liu_length(beta, t))
            .at_most(liu_length(beta, t + 1))
        ),
    )


@derivation("liu.rho_below_limit", hilton("section 3"))
def below_limit() -> Draft:
    """ρ_t stays below its limit."""
    return (
        chain(liu_length(beta, t), given=decaying)
        .since(*powers)
        .by(definition(liu_length))
        .below((1 + beta) / (1 - beta))
        .by(definition(ess_limit), to=ess_limit(beta))
    )


@derivation("liu.rho_positive", LEMMA)
def positive() -> Draft:
    """0 < ρ_t, written out: one may divide by it."""
    return (
        chain(0, given=decaying)
        .since(*powers, cite(at_least_one))
        .below(liu_length(beta, t))
        .by(definition(liu_length))
    )


later = s + t


@derivation("liu.rho_stays", LEMMA)
def stays() -> InductionDraft:
    """What ρ_s has passed, later ones have."""
    return induction(
        lt(liu_length(beta, s), liu_length(beta, later)),
        t,
        given=decaying,
        base=lambda line: line.since(
            *between_zero_and_base(beta, s),
            *between_zero_and_base(beta, s + 1),
            cite(increasing, t=s),
        ).below(liu_length(beta, s + 1)),
        step=lambda line: (
            line.since(
                *between_zero_and_base(beta, s),
                *between_zero_and_base(beta, later),
                *between_zero_and_base(beta, later + 1),
                cite(increasing, t=later),
            )
            .below(liu_length(beta, later))
            .below(liu_length(beta, later + 1))
        ),
    )


@derivation("liu.rho_limits.later", hilton("section 3"))
def last_from_later() -> Draft:
    """The limit of ρ_t is the same from any step on."""
    vanishing = cite(power_vanishing, q=beta), cite(power_times_vanishing, q=beta, c=1)
    x_later = beta**later
    apart = 2 / (1 - beta) - 1 - 2 * (s * x_later + t * x_later) / (1 - x_later)
    return (
        chain(Limit(liu_length(beta, later), t, oo), given=decaying)
        .since(*between_zero_and_base(beta, later))
        .by(definition(liu_length))
        .by(algebra, to=Limit(apart, t, oo))
        .by(limit(*vanishing))
        .by(algebra, to=(1 + beta) / (1 - beta))
        .by(definition(ess_limit), to=ess_limit(beta))
    )
