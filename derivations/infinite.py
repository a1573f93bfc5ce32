"""The law of v_∞: what Var[1/√v_t] tends to.

Key results: with S_t(s) = Σ_{k<t} log(1+2(1−β)β^k s), which increases and converges, the transform
of v_t tends to M_∞(s) = e^{−S_∞(s)/2}, the reciprocal root of an infinite product (a q-Pochhammer
symbol with q = β); and the integrals of M_t to those of M_∞, since M_{t+2} is at most
(1+cs)^{−3/2}, which is integrable.

References: Hilton 2019, section 3.
"""

from sympy import Expr, Lambda, Limit, Sum, Symbol, log, oo

from derivations.adaptive_rate import power_positive, summed
from derivations.comparison import rank, sum_order
from derivations.ewma import normaliser
from derivations.exact_law import s
from derivations.existence import log_order
from derivations.exponential import line as exponential_line
from derivations.notation import beta, decaying, i, t
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import limit_monotone
from radam_sym.proof import (
    Draft,
    chain,
    cite,
    derivation,
    le,
    linear_sum,
    lt,
    shift,
    single,
    split,
)

x, y, c = (Symbol(name, real=True) for name in "xyc")
n = Symbol("n", integer=True, positive=True)


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
