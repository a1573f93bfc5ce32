"""The simple rectification: √(2/(1+β^t) − 1), the paper's whole scheme.

Key results: it is √(Var[v_∞]/Var[v_t]) = √((1−β^t)/(1+β^t)) = √(n_t/n_∞) = √tanh(tλ/2); with it
Var[r_t v_t] is the same for every t; it starts at √((1−β)/(1+β)), increases, stays between 0
and 1, and tends to 1.

References: Hilton 2019, section 4 and abstract.
"""

from sympy import Lambda, Limit, log, oo, sqrt, tanh

from derivations.ess import below_limit, least
from derivations.ewma import average_is_defined
from derivations.notation import (
    beta,
    decay,
    decaying,
    ess,
    ess_limit,
    hilton,
    j,
    s,
    sigma,
    simple,
    t,
)
from derivations.powers import between_zero_and_base, root_increasing
from derivations.variance import (
    both_positive,
    gradients,
    inverse_ratio,
    of_squares,
    v,
    variance_at_infinity,
)
from radam_sym.kernel.axioms import power_vanishing, variance_scaled
from radam_sym.kernel.heads import Var
from radam_sym.proof import (
    Draft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    hyperbolic,
    limit,
    lt,
)

x = beta**t
bounds = between_zero_and_base()


@derivation("simple.rectification", hilton("section 4, display 2"))
def rectification() -> Draft:
    """What keeps the variance of v_t at its limit: the root of their ratio."""
    return (
        chain(sqrt(variance_at_infinity / Var(v(t))), given=[*decaying, *gradients])
        .since(*bounds, *average_is_defined(), *average_is_defined(s), *both_positive)
        .by(cite(inverse_ratio))
        .by(algebra, to=sqrt(2 / (1 + x) - 1))
        .by(definition(simple), to=simple(beta, t))
    )


@derivation("simple.sample_sizes", hilton("section 4"))
def sample_sizes() -> Draft:
    """The root of the ratio of the effective sample sizes of v_t and v_∞."""
    return (
        chain(sqrt(ess(beta, t) / ess_limit(beta)), given=decaying)
        .since(*bounds, cite(least), cite(below_limit))
        .by(definition(ess))
        .by(definition(ess_limit))
        .by(algebra, to=sqrt(2 / (1 + x) - 1))
        .by(definition(simple), to=simple(beta, t))
    )


@derivation("simple.tanh_form", hilton("section 4"))
def tanh_form() -> Draft:
    """With λ = −ln β it is √tanh(tλ/2): one function of tλ, whatever β."""
    return (
        chain(simple(beta, t), given=decaying)
        .since(*bounds)
        .by(definition(simple))
        .by(hyperbolic, to=sqrt(tanh(-t * log(beta) / 2)))
        .by(definition(decay), to=sqrt(tanh(t * decay(beta) / 2)))
    )


@derivation("simple.constant_variance", hilton("section 4"))
def constant_variance() -> Draft:
    """Multiplied by r_t, the average v_t has the same variance for every t."""
    r = simple(beta, t)
    return (
        chain(Var(r * v(t)), given=[*decaying, *gradients])
        .since(*average_is_defined())
        .by(cite(variance_scaled, c=r, X=Lambda(j, v(t))))
        .by(cite(of_squares))
        .by(definition(ess))
        .by(definition(simple))
        .by(algebra, to=sigma**2 * (1 - beta) / (1 + beta))
    )


@derivation("simple.limits.first", hilton("section 4"))
def first() -> Draft:
    """It starts at √((1−β)/(1+β))."""
    return (
        chain(simple(beta, 1), given=decaying)
        .by(definition(simple))
        .by(algebra, to=sqrt((1 - beta) / (1 + beta)))
    )


@derivation("simple.zero", hilton("section 4"))
def zero() -> Draft:
    """An average that forgets at once needs no warmup."""
    return chain(simple(0, t)).by(definition(simple))


@derivation("simple.limits.last", hilton("section 4"))
def last() -> Draft:
    """It tends to 1."""
    return (
        chain(Limit(simple(beta, t), t, oo), given=decaying)
        .since(*bounds)
        .by(definition(simple))
        .by(limit(cite(power_vanishing, q=beta)))
    )


radicand = 2 / (1 + x) - 1
next_radicand = 2 / (1 + beta ** (t + 1)) - 1


@derivation("simple.positive", hilton("section 4"))
def positive() -> Draft:
    """It is positive from the first step on: no step is lost."""
    return (
        chain(0, given=decaying)
        .since(*bounds, lt(0, radicand))
        .below(sqrt(radicand))
        .by(definition(simple), to=simple(beta, t))
    )


@derivation("simple.below_one", hilton("section 4"))
def below_one() -> Draft:
    """It is below 1: every step is shortened."""
    return (
        chain(simple(beta, t), given=decaying)
        .since(*bounds, lt(0, radicand), lt(radicand, 1), cite(root_increasing, x=radicand, y=1))
        .by(definition(simple))
        .below(1)
    )


@derivation("simple.increasing", hilton("section 4"))
def increasing() -> Draft:
    """It increases: a warmup."""
    return (
        chain(simple(beta, t), given=decaying)
        .since(
            *bounds,
            lt(0, radicand),
            lt(radicand, next_radicand),
            cite(root_increasing, x=radicand, y=next_radicand),
        )
        .by(definition(simple))
        .below(sqrt(next_radicand))
        .by(definition(simple), to=simple(beta, t + 1))
    )
