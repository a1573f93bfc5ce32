"""The effective sample size n_t of the EWMA: where it starts, where it goes, how it is bounded.

Key results: n_1 = 1, n_t → (1+β)/(1−β) as t → ∞ and n_t → t as β → 1; 1 ≤ n_t ≤ t with equality
only at t = 1; n_t increases in t and, from t = 2 on, in β; n_t = tanh(tλ/2)/tanh(λ/2), λ = −ln β.

References: Hilton 2019, section 2.
"""

from sympy import Lambda, Limit, Sum, Symbol, log, oo, tanh

from derivations.ewma import average_is_defined, geometric, sample
from derivations.notation import (
    X,
    beta,
    decay,
    decaying,
    ess,
    ess_limit,
    hilton,
    i,
    sigma,
    t,
)
from derivations.powers import below_base, between_zero_and_base, in_order
from radam_sym.kernel.axioms import (
    identical_variance,
    log_increasing,
    power_vanishing,
    variance_of_sum,
)
from radam_sym.kernel.heads import Var
from radam_sym.proof import (
    Draft,
    InductionDraft,
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
    unit_interval,
)

x = beta**t
powers = between_zero_and_base()


@derivation("ess.simple_average", hilton("section 2, display 2"))
def simple_average() -> Draft:
    """The unweighted mean of t independent variables has variance σ²/t: its sample size is t."""
    return (
        chain(Var(Sum(X[i] / t, (i, 1, t))), given=sample)
        .by(cite(variance_of_sum, a=Lambda(i, 1 / t), m=1, n=t))
        .by(cite(identical_variance, j=1))
        .by(given(eq(Var(X[1]), sigma**2)))
        .by(constant())
    )


@derivation("ess.first", hilton("section 2"))
def first() -> Draft:
    """One variable counts as one."""
    return chain(ess(beta, 1), given=decaying).by(definition(ess))


@derivation("ess.limit_t", hilton("section 2"))
def limit_t() -> Draft:
    """With time the effective sample size converges to (1+β)/(1−β)."""
    return (
        chain(Limit(ess(beta, t), t, oo), given=decaying)
        .since(*powers)
        .by(definition(ess))
        .by(limit(cite(power_vanishing, q=beta)))
        .by(definition(ess_limit), to=ess_limit(beta))
    )


@derivation("ess.limit_beta", hilton("section 2"))
def limit_beta() -> Draft:
    """As β → 1 the average weighs its terms alike, and they count as t."""
    return (
        chain(Limit(ess(beta, t), beta, 1, "-"))
        .since(*average_is_defined())
        .by(definition(ess))
        .by(cite(geometric))
        .by(limit())
        .by(constant())
    )


@derivation("ess.hyperbolic", hilton("section 2"))
def as_tanh() -> Draft:
    """With λ = −ln β the effective sample size is tanh(tλ/2)/tanh(λ/2)."""
    rate = decay(beta)
    return (
        chain(ess(beta, t), given=decaying)
        .since(*powers, cite(log_increasing, x=beta, y=1))
        .by(definition(ess))
        .by(hyperbolic, to=tanh(-t * log(beta) / 2) / tanh(-log(beta) / 2))
        .by(definition(decay), to=tanh(t * rate / 2) / tanh(rate / 2))
    )


@derivation("ess.zero", hilton("section 2"))
def zero() -> Draft:
    """For β = 0 the average is the last term, which counts as one."""
    return chain(ess(0, t)).by(definition(ess))


unfolded = (1 - x) / (1 + x) * (1 + beta) / (1 - beta)
next_unfolded = unfolded.subs(t, t + 1)


@derivation("ess.bounds.least", hilton("section 2"))
def least() -> Draft:
    """The effective sample size is at least one."""
    return (
        chain(1, given=decaying)
        .since(*powers)
        .at_most(unfolded)
        .by(definition(ess), to=ess(beta, t))
    )


@derivation("ess.bounds.above_one", hilton("section 2"))
def above_one() -> Draft:
    """From the second term on it is more."""
    return (
        chain(1, given=[*decaying, le(2, t)])
        .since(*powers, cite(below_base))
        .below(unfolded)
        .by(definition(ess), to=ess(beta, t))
    )


@derivation("ess.bounds.step", hilton("section 2"))
def step() -> Draft:
    """One more term counts as one more at the most."""
    return (
        chain(ess(beta, t + 1), given=decaying)
        .since(*powers)
        .by(definition(ess))
        .at_most(unfolded + 1)
        .by(definition(ess), to=ess(beta, t) + 1)
    )


@derivation("ess.bounds.most", hilton("section 2"))
def most() -> InductionDraft:
    """t terms count as t at the most: n_t ≤ t."""
    return induction(
        le(ess(beta, t), t),
        t,
        given=decaying,
        base=lambda line: line.by(definition(ess)),
        step=lambda line: line.since(*powers, cite(step)).at_most(ess(beta, t) + 1).at_most(t + 1),
    )


@derivation("ess.bounds.below_t", hilton("section 2"))
def below_t() -> InductionDraft:
    """From the second on they count as less: n_t = t only at t = 1."""
    return induction(
        lt(ess(beta, t), t),
        t,
        first=2,
        given=[*decaying, le(2, t)],
        base=lambda line: line.by(definition(ess)).below(2),
        step=lambda line: line.since(*powers, cite(step)).at_most(ess(beta, t) + 1).below(t + 1),
    )


@derivation("ess.bounds.below_limit", hilton("section 2"))
def below_limit() -> Draft:
    """It stays below its limit."""
    return (
        chain(ess(beta, t), given=decaying)
        .since(*powers)
        .by(definition(ess))
        .below((1 + beta) / (1 - beta))
        .by(definition(ess_limit), to=ess_limit(beta))
    )


@derivation("ess.bounds.increasing", hilton("section 2"))
def increasing() -> Draft:
    """Every term adds to it."""
    return (
        chain(ess(beta, t), given=decaying)
        .since(*powers)
        .by(definition(ess))
        .below(next_unfolded)
        .by(definition(ess), to=ess(beta, t + 1))
    )


a, b = Symbol("a", real=True), Symbol("b", real=True)
ordered = (*unit_interval(a, b), lt(a, b))
powers_of_both = (*between_zero_and_base(a), *between_zero_and_base(b))


first_gap_claim = lt(b ** (t + 1) * (1 - a) - a ** (t + 1) * (1 - b), b - a)


@derivation("ess.lemma.first_gap", hilton("section 2"))
def first_gap() -> InductionDraft:
    """A lemma for monotonicity in β: b^(t+1)(1−a) − a^(t+1)(1−b) stays below b − a."""
    return induction(
        first_gap_claim,
        t,
        given=ordered,
        base=lambda line: line.below(b - a),
        step=lambda line: (
            line.since(*powers_of_both, cite(in_order)).at_most(first_gap_claim.left).below(b - a)
        ),
    )


@derivation("ess.lemma.second_gap", hilton("section 2"))
def second_gap() -> InductionDraft:
    """A lemma for monotonicity in β: (b^t − a^t)(1 − ab) stays below (1 − (ab)^t)(b − a)."""
    claim = lt((b**t - a**t) * (1 - a * b), (1 - a**t * b**t) * (b - a))
    from_last = (1, [lt(0, a), lt(0, b), claim])
    from_first_gap = (1, [lt(a * b, 1), first_gap_claim])
    return induction(
        claim,
        t,
        first=2,
        given=[*ordered, le(2, t)],
        base=lambda line: line.below((1 - a**2 * b**2) * (b - a)),
        step=lambda line: line.since(cite(first_gap), lt(a * b, 1)).below(
            (1 - a ** (t + 1) * b ** (t + 1)) * (b - a), because=[from_last, from_first_gap]
        ),
    )


@derivation("ess.bounds.increasing_beta", hilton("section 2"))
def increasing_beta() -> Draft:
    """From the second term on, a slower decay makes for a larger sample."""
    return (
        chain(ess(a, t), given=[*ordered, le(2, t)])
        .since(*powers_of_both, cite(in_order), cite(second_gap))
        .by(definition(ess))
        .below((1 - b**t) / (1 + b**t) * (1 + b) / (1 - b))
        .by(definition(ess), to=ess(b, t))
    )
