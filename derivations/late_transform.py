"""The transform of v_t as t → ∞.

Key results: with S_t(s) = Σ_{k<t} log(1+2(1−β)β^k s), which increases and converges, the transform
of v_t tends to M_∞(s) = e^{−S_∞(s)/2}, the reciprocal root of an infinite product (a q-Pochhammer
symbol with q = β).

References: Hilton 2019, section 3.
"""

from sympy import Expr, Lambda, Limit, Sum, Symbol, exp, log, oo

from derivations.adaptive_rate import (
    argument_positive,
    by_age,
    power_positive,
    share,
    summed,
    weight_positive,
)
from derivations.comparison import rank, sum_order
from derivations.ewma import normaliser
from derivations.exact_law import s, transform
from derivations.existence import (
    log_order,
)
from derivations.exponential import line as exponential_line
from derivations.notation import beta, decaying, i, t
from derivations.powers import LEMMA, between_zero_and_base
from radam_sym.kernel.axioms import limit_between, limit_monotone, power_vanishing
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Draft,
    InductionDraft,
    chain,
    cite,
    definition,
    derivation,
    eq,
    induction,
    le,
    limit,
    linear_sum,
    lt,
    shift,
    single,
    split,
)

x, y, c = (Symbol(name, real=True) for name in "xyc")
n, k = (Symbol(name, integer=True, positive=True) for name in "nk")


# --- the logarithm is concave ---------------------------------------------------------------------


@derivation("log.at_least_share", LEMMA)
def log_at_least() -> Draft:
    """x/(1+x) ≤ log(1+x)."""
    return (
        chain(x / (1 + x), given=lt(0, x))
        .since(cite(exponential_line, z=-log(1 + x)), lt(0, 1 + x))
        .at_most(log(1 + x), because=[(1, [le(1 - log(1 + x), 1 / (1 + x))])])
    )


@derivation("log.concave", LEMMA)
def log_concave() -> Draft:
    """log(1+cx) ≤ c·log(1+x), for c ≥ 1."""
    ratio = (1 + c * x) / (1 + x)
    return (
        chain(log(1 + c * x), given=[lt(0, x), le(1, c)])
        .since(lt(0, c), lt(0, 1 + x), lt(0, 1 + c * x), cite(log_at_least))
        .since(cite(exponential_line, z=log(1 + c * x) - log(1 + x)))
        .at_most(
            log(1 + x) + ratio - 1,
            because=[(1, [le(1 + (log(1 + c * x) - log(1 + x)), ratio)])],
        )
        .at_most(c * log(1 + x), because=[(1, [le(x / (1 + x), log(1 + x)), le(1, c)])])
    )


# --- the sum that converges -----------------------------------------------------------------------

newest = (1 - beta) * beta ** (i - 1)  # a weight of v_∞


@derivation("infinite.weight", LEMMA)
def weight() -> Draft:
    """0 < (1−β)β^{i−1}."""
    power = beta ** (i - 1)
    return (
        chain(0, given=decaying)
        .since(cite(power_positive, i=i - 1), lt(0, 1 - beta))
        .below(newest, because=[(1, [lt(0, power), lt(0, 1 - beta)])])
    )


@derivation("infinite.scaled_weight", LEMMA)
def scaled_weight() -> Draft:
    """0 < 2s(1−β)β^{i−1}."""
    return (
        chain(0, given=[*decaying, lt(0, s)])
        .since(cite(weight))
        .below(2 * s * newest, because=[(2, [lt(0, newest), lt(0, s)])])
    )


@derivation("infinite.factor", LEMMA)
def factor() -> Draft:
    """0 < 1 + 2s(1−β)β^{i−1}."""
    return (
        chain(0, given=[*decaying, lt(0, s)])
        .since(cite(weight))
        .below(1 + 2 * s * newest, because=[(2, [lt(0, newest), lt(0, s)]), (1, [])])
    )


@derivation("infinite.factor_least", LEMMA)
def factor_at_least() -> Draft:
    """1 ≤ 1 + 2s(1−β)β^{i−1}."""
    return (
        chain(1, given=[*decaying, lt(0, s)])
        .since(cite(weight))
        .at_most(1 + 2 * s * newest, because=[(2, [lt(0, newest), lt(0, s)])])
    )


@derivation("infinite.term", LEMMA)
def term() -> Draft:
    """0 ≤ log(1+2s(1−β)β^{i−1})."""
    return (
        chain(0, given=[*decaying, lt(0, s)])
        .since(cite(weight), cite(factor), cite(factor_at_least))
        .since(cite(log_order, x=1, y=1 + 2 * s * newest))
        .at_most(log(1 + 2 * s * newest))
    )


@derivation("infinite.term_most", LEMMA)
def term_at_most() -> Draft:
    """It is at most 2s(1−β)β^{i−1}."""
    factors = 1 + 2 * s * newest
    return (
        chain(log(factors), given=[*decaying, lt(0, s)])
        .since(cite(factor), cite(exponential_line, z=log(factors)))
        .at_most(2 * s * newest, because=[(1, [le(1 + log(factors), factors)])])
    )


def S(upper: Expr) -> Sum:
    """The sum up to a term."""
    return Sum(log(1 + 2 * s * newest), (i, 1, upper))


terms = (cite(factor), cite(factor, i=rank), cite(weight), cite(weight, i=rank))


@derivation("infinite.increasing", LEMMA)
def increasing() -> Draft:
    """S_t increases with t."""
    last = Sum(log(1 + 2 * s * newest), (i, t + 1, t + 1))
    value = log(1 + 2 * s * newest).xreplace({i: t + 1})
    return (
        chain(S(t), given=[*decaying, lt(0, s)])
        .since(*terms, cite(term, i=t + 1), cite(factor, i=t + 1))
        .at_most(S(t) + value, because=[(1, [le(0, value)])])
        .by(single(), at=value, to=last)
        .by(split(t), at=S(t) + last, to=S(t + 1))
    )


@derivation("infinite.bounded", LEMMA)
def bounded() -> Draft:
    """And is at most 2s."""
    most, power = 2 * s * newest, Sum(beta ** (i - 1), (i, 1, t))
    return (
        chain(S(t), given=[*decaying, lt(0, s)])
        .since(*terms, cite(term_at_most, i=rank), *summed)
        .since(cite(sum_order, a=Lambda(i, log(1 + most)), b=Lambda(i, most)))
        .at_most(Sum(most, (i, 1, t)))
        .by(linear_sum(2 * s * (1 - beta) * power))
        .by(shift(-1))
        .by(cite(normaliser))
        .at_most(2 * s)
    )


@derivation("infinite.converges", LEMMA)
def converges() -> Draft:
    """So it converges: to 2s at the most."""
    sequence = Lambda(n, S(n))
    return (
        chain(Limit(S(t), t, oo), given=[*decaying, lt(0, s)])
        .since(*terms, cite(increasing, t=n), cite(bounded, t=n))
        .since(cite(limit_monotone, a=sequence, B=2 * s))
        .at_most(2 * s)
    )


# --- the transform of v_t beside it ---------------------------------------------------------------

aged = beta ** (i - 1) * share
logs = Sum(log(1 + 2 * s * aged), (i, 1, t))
one_less = lt(0, 1 - beta**t)
more = (cite(argument_positive, i=i - 1), cite(argument_positive, i=rank - 1))


@derivation("infinite.over", LEMMA)
def over_least() -> Draft:
    """1 ≤ 1/(1−β^t)."""
    over = lt(0, 1 / (1 - beta**t))
    return (
        chain(1, given=decaying)
        .since(*summed, over)
        .at_most(1 / (1 - beta**t), because=[(1, [lt(0, beta**t), over])])
    )


@derivation("infinite.ordered", LEMMA)
def ordered() -> Draft:
    """1 + 2s(1−β)β^{i−1} ≤ 1 + 2sw, for the weight w of v_t."""
    over = 1 / (1 - beta**t)
    return (
        chain(1 + 2 * s * newest, given=[*decaying, lt(0, s)])
        .since(*summed, cite(over_least), cite(weight))
        .at_most(1 + 2 * s * aged, because=[(2, [le(1, over), lt(0, s), lt(0, newest)])])
    )


@derivation("infinite.between.least", LEMMA)
def sum_at_least() -> Draft:
    """S_t(s) is at most the sum that the transform of v_t is made of."""
    ours, theirs = (beta ** (rank - 1) * share, newest.xreplace({i: rank}))
    return (
        chain(S(t), given=[*decaying, lt(0, s)])
        .since(*summed, *terms, *more, cite(weight_positive, i=rank - 1), cite(ordered, i=rank))
        .since(cite(log_order, x=1 + 2 * s * theirs, y=1 + 2 * s * ours))
        .since(
            cite(
                sum_order, a=Lambda(i, log(1 + 2 * s * newest)), b=Lambda(i, log(1 + 2 * s * aged))
            )
        )
        .at_most(logs)
    )


@derivation("infinite.between.most", LEMMA)
def sum_at_most() -> Draft:
    """That sum is at most S_t(s)/(1−β^t)."""
    over = 1 / (1 - beta**t)
    here = newest.xreplace({i: rank})
    return (
        chain(logs, given=[*decaying, lt(0, s)])
        .since(*summed, *terms, *more, cite(over_least), cite(scaled_weight, i=rank))
        .since(cite(log_concave, c=over, x=2 * s * here))
        .since(
            cite(
                sum_order,
                a=Lambda(i, log(1 + 2 * s * aged)),
                b=Lambda(i, over * log(1 + 2 * s * newest)),
            )
        )
        .at_most(Sum(over * log(1 + 2 * s * newest), (i, 1, t)))
        .by(linear_sum(over * S(t)))
    )


# --- the limits -----------------------------------------------------------------------------------

converging = (*summed, *terms, *more, cite(converges))
last_sum = Limit(S(t), t, oo)
settled = eq(last_sum, last_sum)
transform_limit = Definition(
    "transform_limit",
    (beta, s),
    exp(-last_sum / 2),
    notation=r"M_{\infty}\left({s}\right)",
)


@derivation("infinite.transform_positive", LEMMA)
def transform_positive() -> Draft:
    """0 < M_∞(s)."""
    return (
        chain(0, given=[*decaying, lt(0, s)])
        .since(*terms, cite(converges))
        .below(exp(-last_sum / 2))
        .by(definition(transform_limit), to=transform_limit(beta, s))
    )


def added(at: Expr) -> Sum:
    """One term of the sum, as a sum."""
    return Sum(log(1 + 2 * s * newest), (i, at, at))


@derivation("infinite.later.converges", LEMMA)
def later_converges() -> Draft:
    """It converges from any term on."""
    return (
        chain(Limit(S(t + k), t, oo), given=[*decaying, lt(0, s)])
        .since(*terms, cite(increasing, t=n + k), cite(bounded, t=n + k))
        .since(cite(limit_monotone, a=Lambda(n, S(n + k)), B=2 * s))
        .at_most(2 * s)
    )


@derivation("infinite.later", LEMMA)
def later() -> InductionDraft:
    """Any number of terms more does not change the limit."""
    claim, vanishing = eq(Limit(S(t + k), t, oo), last_sum), cite(power_vanishing, q=beta)
    return induction(
        claim,
        k,
        given=[*decaying, lt(0, s)],
        base=lambda line: (
            line.since(*converging, cite(later_converges, k=1), cite(factor, i=t + 1))
            .by(split(t))
            .by(single(), at=added(t + 1))
            .by(limit(settled, vanishing))
        ),
        step=lambda line: (
            line.since(*converging, cite(later_converges), cite(later_converges, k=k + 1))
            .since(cite(factor, i=t + k + 1))
            .by(split(t + k))
            .by(single(), at=added(t + k + 1))
            .by(limit(claim, vanishing))
        ),
    )


@derivation("infinite.upper", LEMMA)
def upper() -> Draft:
    """The larger sum tends to the same limit."""
    return (
        chain(Limit(S(t + k) / (1 - beta ** (t + k)), t, oo), given=[*decaying, lt(0, s)])
        .since(*converging, *between_zero_and_base(beta, t + k), lt(0, 1 - beta ** (t + k)))
        .by(limit(cite(later), cite(power_vanishing, q=beta)))
    )


@derivation("infinite.sum", LEMMA)
def between() -> Draft:
    """So the sum in the transform of v_{t+k} tends to S_∞(s)."""
    at_n = {t: n + k}
    sequences = {
        "a": Lambda(n, S(n + k)),
        "b": Lambda(n, logs.xreplace(at_n)),
        "c": Lambda(n, S(n + k) / (1 - beta ** (n + k))),
        "A": last_sum,
    }
    return (
        chain(Limit(logs.xreplace({t: t + k}), t, oo), given=[*decaying, lt(0, s)])
        .since(*converging, cite(later), cite(upper))
        .since(cite(sum_at_least, t=n + k), cite(sum_at_most, t=n + k))
        .since(*between_zero_and_base(beta, n + k), lt(0, 1 - beta ** (n + k)))
        .since(*between_zero_and_base(beta, t + k), lt(0, 1 - beta ** (t + k)))
        .since(cite(argument_positive, i=i - 1, t=n + k), cite(argument_positive, i=i - 1, t=t + k))
        .by(cite(limit_between, **sequences))
    )


later_weights = by_age.xreplace({t: t + k})


@derivation("infinite.transform", LEMMA)
def transform_converges() -> Draft:
    """Its transform to M_∞(s)."""
    return (
        chain(Limit(transform(later_weights, t + k, s), t, oo), given=[*decaying, lt(0, s)])
        .since(*converging, cite(between))
        .since(*between_zero_and_base(beta, t + k), lt(0, 1 - beta ** (t + k)))
        .since(cite(argument_positive, i=i - 1, t=t + k))
        .by(definition(transform))
        .by(limit(cite(between)))
        .by(definition(transform_limit), to=transform_limit(beta, s))
    )
