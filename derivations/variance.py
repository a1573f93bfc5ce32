"""What a finite t does to the variance of v_t, the average of squared gradients.

Key results: Var[v_t] → σ²(1−β)/(1+β) as t → ∞, and Var[v_t]/Var[v_∞] = (1+β^t)/(1−β^t), where
σ² is the variance of one squared gradient. The gradients are independent, of one distribution
with a finite fourth moment; nothing says that they are Gaussian.

References: Hilton 2019, section 2.
"""

from sympy import Expr, Lambda, Limit, Symbol, oo

from derivations.ewma import average_is_defined
from derivations.ewma import variance as ewma_variance
from derivations.notation import beta, decaying, ess, ewma, g, hilton, s, sigma, t
from radam_sym.kernel.axioms import identical_map, independent_map, power_vanishing
from radam_sym.kernel.heads import Applied, Var
from radam_sym.proof import (
    Draft,
    chain,
    cite,
    definition,
    derivation,
    eq,
    finite_moment,
    iid,
    limit,
    lt,
)

x = beta**t
square = Lambda(Symbol("y", real=True), Symbol("y", real=True) ** 2)
squares = g.map(lambda member: member**2)
gradients = (*iid(g), finite_moment(g, 4), eq(Var(g[1] ** 2), sigma**2), lt(0, sigma))
squares_are_iid = (cite(independent_map, X=g, f=square), cite(identical_map, X=g, f=square))


def v(time: Expr) -> Applied:
    """v_t: the EWMA of the squared gradients."""
    return ewma(squares, beta, time)


limit_value = sigma**2 * (1 - beta) / (1 + beta)
variance_at_infinity = Limit(Var(v(s)), s, oo)


@derivation("variance.squares", hilton("section 2"))
def of_squares() -> Draft:
    """The variance of v_t, in terms of that of one squared gradient."""
    return (
        chain(Var(v(t)), given=[*decaying, *gradients])
        .since(*average_is_defined(), *squares_are_iid)
        .by(cite(ewma_variance, X=squares))
    )


@derivation("variance.limit", hilton("section 2"))
def at_infinity() -> Draft:
    """Var[v_∞] means the limit of Var[v_t]: it exists."""
    return (
        chain(variance_at_infinity, given=[*decaying, *gradients])
        .since(*average_is_defined(s), *squares_are_iid)
        .by(cite(of_squares, t=s))
        .by(definition(ess))
        .by(limit(cite(power_vanishing, q=beta)))
    )


@derivation("variance.limit_positive", hilton("section 2"))
def limit_positive() -> Draft:
    """It is not zero, so that one may divide by it."""
    return (
        chain(0, given=[*decaying, *gradients])
        .since(*average_is_defined(s))
        .below(limit_value)
        .by(cite(at_infinity))
    )


@derivation("variance.positive", hilton("section 2"))
def variance_positive() -> Draft:
    """Neither is Var[v_t]."""
    return (
        chain(0, given=[*decaying, *gradients])
        .since(*average_is_defined())
        .below(sigma**2 / ((1 - x) / (1 + x) * (1 + beta) / (1 - beta)))
        .by(definition(ess), to=sigma**2 / ess(beta, t))
        .by(cite(of_squares))
    )


both_positive = (cite(at_infinity), cite(limit_positive), cite(variance_positive))


@derivation("variance.ratio", hilton("section 2, display 3"))
def ratio() -> Draft:
    """A finite t multiplies the variance of v_t by (1 + β^t)/(1 − β^t)."""
    return (
        chain(Var(v(t)) / variance_at_infinity, given=[*decaying, *gradients])
        .since(*average_is_defined(), *average_is_defined(s), *both_positive)
        .by(cite(of_squares))
        .by(cite(at_infinity))
        .by(definition(ess))
    )


@derivation("variance.inverse_ratio", hilton("section 4, display 2"))
def inverse_ratio() -> Draft:
    """To undo that is to multiply by (1 − β^t)/(1 + β^t)."""
    return (
        chain(variance_at_infinity / Var(v(t)), given=[*decaying, *gradients])
        .since(*average_is_defined(), *average_is_defined(s), *both_positive)
        .by(cite(at_infinity))
        .by(cite(of_squares))
        .by(definition(ess))
    )
