"""v_∞ as a mixture of v_t and of a copy of itself, by transforms.

Key results: the weights of v_∞ are those of v_t times 1 − x, with x = β^t, and from the t-th on
those of v_∞ once more, times x. So M_∞(s) = G_t(s)·M_∞(xs), where G_t(s) = M_t((1−x)s), and
1 − y ≤ M_∞(y) ≤ 1 − y + 3y². From t = 7 on G_t(s) ≤ (1 + 2β⁷(1−β)s)^{−7/2}.

References: Hilton 2019, section 3.
"""

from sympy import Expr, Integer, Lambda, Limit, Rational, Sum, Symbol, exp, log, oo

from derivations.adaptive_rate import power_positive
from derivations.comparison import rank, scaled, sum_order
from derivations.ewma import normaliser
from derivations.exact_law import s, transform
from derivations.existence import log_order
from derivations.exponential import below_one, below_parabola, monotone
from derivations.exponential import line as exponential_line
from derivations.late_transform import (
    S,
    added,
    converges,
    factor,
    increasing,
    last_sum,
    later,
    log_at_least,
    newest,
    scaled_weight,
    terms,
    transform_limit,
    weight,
)
from derivations.limits import ordered
from derivations.notation import beta, decaying, half, i, t
from derivations.powers import LEMMA, between_zero_and_base
from derivations.powers import at_most_base as power_at_most_base
from radam_sym.kernel.axioms import power_vanishing
from radam_sym.kernel.terms import substitute
from radam_sym.proof import (
    Draft,
    InductionDraft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    eq,
    hyperbolic,
    induction,
    le,
    limit,
    linear_sum,
    lt,
    shift,
    single,
    split,
)

n = Symbol("n", integer=True, positive=True)
left = beta**t
positive_s = (*decaying, lt(0, s))
further = {s: left * s}
far = substitute(last_sum, further)
unscaled = Lambda(i, newest)  # the weights of v_t, times 1 − β^t
G = transform(unscaled, t, s)
M, M_further = transform_limit(beta, s), transform_limit(beta, left * s)
here = (*between_zero_and_base(), lt(0, left * s))


# --- the sum taken apart --------------------------------------------------------------------------


@derivation("late.terms", LEMMA)
def first_and_others() -> Draft:
    """S_{t+n}(s) = S_t(s) + S_n(β^t·s)."""
    others = Sum(log(1 + 2 * s * newest), (i, t + 1, t + n))
    moved = Sum(log(1 + 2 * s * newest).xreplace({i: i + t}), (i, 1, n))
    return (
        chain(S(t + n), given=positive_s)
        .since(*terms, *here, cite(factor, i=i + t), cite(factor, s=left * s))
        .since(cite(power_positive, i=i - 1))
        .by(split(t))
        .by(shift(-t), at=others)
        .by(algebra, at=moved, to=S(n).xreplace(further))
    )


@derivation("late.sum", LEMMA)
def sum_apart() -> Draft:
    """As n → ∞, S_{t+n}(s) tends to S_t(s) + S_∞(β^t·s)."""
    return (
        chain(Limit(S(t + n), n, oo), given=positive_s)
        .since(*terms, *here, cite(factor, s=left * s), cite(converges, s=left * s))
        .since(cite(later, k=t), cite(converges))
        .by(cite(first_and_others))
        .by(limit(eq(far, far)))
    )


@derivation("late.sums", LEMMA)
def sums_apart() -> Draft:
    """So S_∞(s) = S_t(s) + S_∞(β^t·s)."""
    along = Limit(S(t + n), n, oo)
    return (
        chain(last_sum, given=positive_s)
        .since(*terms, *here, cite(factor, s=left * s), cite(converges, s=left * s))
        .since(cite(later, k=t), cite(converges), cite(sum_apart))
        .equal_to(S(t) + far, because=[(1, [eq(along, S(t) + far)]), (-1, [eq(along, last_sum)])])
    )


@derivation("late.transform", LEMMA)
def transform_apart() -> Draft:
    """M_∞(s) is M_∞(β^t·s) times G_t(s), the transform of (1−β^t)v_t."""
    return (
        chain(M, given=positive_s)
        .since(*terms, *here, cite(factor, s=left * s), cite(converges, s=left * s))
        .since(cite(converges), cite(sums_apart))
        .by(definition(transform_limit))
        .by(cite(sums_apart))
        .by(hyperbolic, to=exp(-S(t) / 2) * exp(-far / 2))
        .by(definition(transform_limit), to=exp(-S(t) / 2) * M_further)
        .by(definition(transform), to=G * M_further)
    )


# --- the limit at a small s -----------------------------------------------------------------------

converging = (*terms, cite(converges))


@derivation("late.least", LEMMA)
def transform_at_least() -> Draft:
    """1 − s ≤ M_∞(s)."""
    return (
        chain(1 - s, given=positive_s)
        .since(*converging, cite(exponential_line, z=-last_sum / 2))
        .at_most(1 - last_sum / 2, because=[(half, [le(last_sum, 2 * s)])])
        .at_most(exp(-last_sum / 2))
        .by(definition(transform_limit), to=M)
    )


@derivation("late.weight", LEMMA)
def weight_at_most_one() -> Draft:
    """(1−β)β^{r−1} ≤ 1."""
    over = lt(0, 1 / beta)
    return (
        chain(newest.xreplace({i: rank}), given=decaying)
        .since(cite(power_at_most_base, t=rank), cite(power_positive, i=rank - 1), over)
        .since(lt(0, 1 - beta))
        .at_most(1 - beta, because=[(1, [le(beta**rank, beta), over, lt(0, 1 - beta)])])
        .at_most(1)
    )


share = 2 * s * newest / (1 + 2 * s)


@derivation("late.term", LEMMA)
def term_at_least() -> Draft:
    """2s(1−β)β^{r−1}/(1+2s) ≤ log(1+2s(1−β)β^{r−1})."""
    one = 2 * s * newest.xreplace({i: rank})
    over = lt(0, 1 / (1 + 2 * s)), lt(0, 1 / (1 + one))
    return (
        chain(share.xreplace({i: rank}), given=positive_s)
        .since(cite(scaled_weight, i=rank), cite(factor, i=rank), lt(0, 1 + 2 * s), *over)
        .since(cite(weight_at_most_one), cite(log_at_least, x=one))
        .since(cite(scaled, alpha=one / (2 * s), beta=1, gamma=2 * s))
        .at_most(one / (1 + one), because=[(1, [le(one, 2 * s), lt(0, one), *over])])
        .at_most(log(1 + one))
    )


least_sum = 2 * s * (1 - left) / (1 + 2 * s)
shares = Sum(share, (i, 1, t))


@derivation("late.shares", LEMMA)
def share_sum() -> Draft:
    """Over t steps these bounds add up to 2s(1−β^t)/(1+2s)."""
    power = Sum(beta ** (i - 1), (i, 1, t))
    return (
        chain(shares, given=positive_s)
        .since(*here, lt(0, 1 + 2 * s), lt(0, 1 - beta))
        .by(linear_sum(2 * s * (1 - beta) / (1 + 2 * s) * power))
        .by(shift(-1))
        .by(cite(normaliser))
    )


@derivation("late.sum_least", LEMMA)
def sum_at_least() -> Draft:
    """And so 2s(1−β^t)/(1+2s) ≤ S_t(s)."""
    line = {"a": Lambda(i, share), "b": Lambda(i, log(1 + 2 * s * newest))}
    return (
        chain(least_sum, given=positive_s)
        .since(*terms, *here, cite(factor, i=rank), lt(0, 1 + 2 * s), cite(term_at_least))
        .since(cite(sum_order, **line), cite(share_sum))
        .equal_to(shares, because=[(-1, [eq(shares, least_sum)])])
        .at_most(S(t))
    )


@derivation("late.least_limit", LEMMA)
def least_sum_limit() -> Draft:
    """That tends to 2s/(1+2s)."""
    return (
        chain(Limit(least_sum, t, oo), given=positive_s)
        .since(lt(0, 1 + 2 * s))
        .by(limit(cite(power_vanishing, q=beta)))
    )


@derivation("late.limit_least", LEMMA)
def limit_at_least() -> Draft:
    """2s/(1+2s) ≤ S_∞(s)."""
    value, at_n = 2 * s / (1 + 2 * s), {t: n}
    sequences = {
        "a": Lambda(n, least_sum.xreplace(at_n)),
        "b": Lambda(n, S(n)),
        "A": value,
        "B": last_sum,
    }
    return (
        chain(value, given=positive_s)
        .since(*converging, lt(0, 1 + 2 * s), cite(least_sum_limit), cite(sum_at_least, t=n))
        .since(cite(ordered, **sequences))
        .at_most(last_sum)
    )


exponent = s / (1 + 2 * s)
by_exponent = (*converging, lt(0, 1 + 2 * s), lt(0, exponent))


@derivation("late.exponential", LEMMA)
def transform_falls() -> Draft:
    """M_∞(s) ≤ e^{−s/(1+2s)}."""
    return (
        chain(M, given=positive_s)
        .since(*by_exponent, cite(limit_at_least), le(-last_sum / 2, -exponent))
        .since(cite(monotone, z=-last_sum / 2, y=-exponent))
        .by(definition(transform_limit))
        .at_most(exp(-exponent))
    )


@derivation("late.one", LEMMA)
def transform_at_most_one() -> Draft:
    """So M_∞(s) ≤ 1."""
    return (
        chain(M, given=positive_s)
        .since(*by_exponent, cite(transform_falls), cite(below_one, z=exponent))
        .at_most(exp(-exponent))
        .at_most(1)
    )


@derivation("late.most", LEMMA)
def transform_at_most() -> Draft:
    """And M_∞(s) ≤ 1 − s + 3s²."""
    return (
        chain(M, given=positive_s)
        .since(*by_exponent, cite(transform_falls), cite(below_parabola, z=exponent))
        .at_most(exp(-exponent))
        .at_most(1 - exponent + exponent**2 / 2)
        .at_most(1 - s + 3 * s**2)
    )


# --- a bound that is integrable -------------------------------------------------------------------


def lightest(exponent: Expr) -> Expr:
    """1 + 2s(1−β)β^exponent."""
    return 1 + 2 * s * (1 - beta) * beta**exponent


@derivation("late.lightest", LEMMA)
def lightest_positive() -> Draft:
    """0 < 1 + 2s(1−β)β^t."""
    return (
        chain(0, given=positive_s)
        .since(*here, lt(0, 1 - beta), lt(0, (1 - beta) * left))
        .below(lightest(t), because=[(1, []), (2, [lt(0, s), lt(0, (1 - beta) * left)])])
    )


@derivation("late.lighter", LEMMA)
def lighter() -> Draft:
    """Its logarithm decreases."""
    after, now = lightest(t + 1), lightest(t)
    return (
        chain(log(after), given=positive_s)
        .since(*here, cite(lightest_positive), cite(lightest_positive, t=t + 1), lt(0, 1 - beta))
        .since(cite(log_order, x=after, y=now))
        .at_most(log(now))
    )


@derivation("late.count", LEMMA)
def by_count() -> InductionDraft:
    """t·log(1+2s(1−β)β^t) ≤ S_t(s), for no weight is lighter."""
    last = log(lightest(t))
    return induction(
        le(t * last, S(t)),
        t,
        given=positive_s,
        base=lambda line: (
            line.since(*terms, lt(0, 1 - beta), lt(0, lightest(Integer(1))), lt(0, lightest(0)))
            .since(cite(log_order, x=lightest(1), y=lightest(0)))
            .at_most(log(lightest(0)))
            .by(single(), at=log(lightest(0)), to=S(1))
        ),
        step=lambda line: (
            line.since(*terms, cite(factor, i=t + 1), cite(lighter), cite(lightest_positive))
            .since(cite(lightest_positive, t=t + 1))
            .at_most((t + 1) * last)
            .at_most(S(t) + last)
            .by(single(), at=last, to=added(t + 1))
            .by(split(t), at=S(t) + added(t + 1), to=S(t + 1))
        ),
    )


COUNT = 7


@derivation("late.seven", LEMMA)
def by_seven() -> InductionDraft:
    """7·log(1+2s(1−β)β⁷) ≤ S_t(s), from t = 7 on."""
    least, exists = COUNT * log(lightest(COUNT)), cite(lightest_positive, t=COUNT)
    return induction(
        le(least, S(t)),
        t,
        first=COUNT,
        given=(*positive_s, le(COUNT, t)),
        base=lambda line: line.since(*terms, exists, cite(by_count, t=COUNT)).at_most(
            S(Integer(COUNT))
        ),
        step=lambda line: (
            line.since(*terms, exists, cite(factor, i=t + 1), cite(increasing))
            .at_most(S(t))
            .at_most(S(t + 1))
        ),
    )


@derivation("late.bound", LEMMA)
def transform_bound() -> Draft:
    """G_t(s) ≤ (1 + 2β⁷(1−β)s)^{−7/2}, from t = 7 on."""
    lower = -COUNT * log(lightest(COUNT)) / 2
    return (
        chain(G, given=(*positive_s, le(COUNT, t)))
        .since(*terms, cite(by_seven), cite(lightest_positive, t=COUNT))
        .since(le(-S(t) / 2, lower), cite(monotone, z=-S(t) / 2, y=lower))
        .by(definition(transform))
        .at_most(lightest(COUNT) ** -Rational(COUNT, 2))
    )


# --- G_t by M_∞ -----------------------------------------------------------------------------------


@derivation("late.positive", LEMMA)
def early_positive() -> Draft:
    """0 < G_t(s)."""
    return (
        chain(0, given=positive_s)
        .since(*terms)
        .below(exp(-S(t) / 2))
        .by(definition(transform), to=G)
    )


bound = lightest(COUNT) ** -Rational(COUNT, 2)
first_order, second_order = M + left * s * M, left**2 * s**2 * bound
late = (*positive_s, le(COUNT, t))
close = (
    *terms,
    *here,
    cite(factor, s=left * s),
    cite(converges),
    cite(converges, s=left * s),
    cite(lightest_positive, t=COUNT),
    cite(transform_apart),
    cite(transform_bound),
    cite(transform_at_least, s=left * s),
    cite(transform_at_most, s=left * s),
    cite(transform_at_most_one, s=left * s),
    cite(weight, i=rank),
    cite(early_positive),
)
same, within = eq(M, G * M_further), le(G, bound)


@derivation("late.close_above", LEMMA)
def close_above() -> Draft:
    """G_t(s) ≤ M_∞(s) + β^t·s·M_∞(s) + β^{2t}s²·(the bound)."""
    least = le(1 - left * s, M_further)
    return (
        chain(G, given=late)
        .since(*close)
        .at_most(
            first_order + second_order,
            because=[
                (-1 - left * s, [same]),
                (1, [least, lt(0, G)]),
                (1, [least, lt(0, G), lt(0, left * s)]),
                (1, [within, lt(0, left * s), lt(0, left * s)]),
            ],
        )
    )


@derivation("late.close_below", LEMMA)
def close_below() -> Draft:
    """And at least M_∞(s) + β^t·s·M_∞(s) − 3β^{2t}s²·(the bound)."""
    y = left * s
    return (
        chain(first_order - 3 * second_order, given=late)
        .since(*close)
        .at_most(
            G,
            because=[
                (1 + y, [same]),
                (1, [le(M_further, 1 - y + 3 * y**2), lt(0, G)]),
                (1, [le(M_further, 1), lt(0, G), lt(0, y)]),
                (3, [within, lt(0, y), lt(0, y)]),
            ],
        )
    )


first = transform(unscaled, COUNT, s)


@derivation("late.limit_bound", LEMMA)
def limit_bound() -> Draft:
    """M_∞(s) is under the bound, too."""
    rest = transform_limit(beta, beta**COUNT * s)
    exists = cite(factor, s=beta**COUNT * s), cite(converges, s=beta**COUNT * s)
    return (
        chain(M, given=positive_s)
        .since(*converging, cite(lightest_positive, t=COUNT), cite(weight, i=rank))
        .since(lt(0, beta**COUNT * s), *exists, cite(transform_apart, t=COUNT))
        .since(cite(transform_bound, t=COUNT), cite(transform_at_most_one, s=beta**COUNT * s))
        .since(cite(early_positive, t=COUNT))
        .at_most(first, because=[(1, [eq(M, first * rest)]), (1, [le(rest, 1), lt(0, first)])])
        .at_most(bound)
    )
