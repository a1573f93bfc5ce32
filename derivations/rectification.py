"""Liu's rectification r_t: where it is defined, and where it goes.

Key results: what stands under the root of r_t is positive where ρ_t > 4. If ρ_∞ > 4 it is negative
where 2 < ρ_t < 4 and positive again where ρ_t < 2, so that a gate is needed. From a step on where
ρ_t > 4, r_t → 1.

References: Hilton 2019, section 3; Liu et al. 2019, section 4 and algorithm 2.
"""

from sympy import Limit, oo

from derivations.liu import at_least_one, below_limit, last_from_later, liu, positive, stays
from derivations.notation import beta, decaying, ess_limit, liu_length, liu_rectification, s, t
from derivations.powers import between_zero_and_base
from radam_sym.proof import Draft, chain, cite, definition, derivation, limit, lt

powers = between_zero_and_base()
rho, last = liu_length(beta, t), ess_limit(beta)
opens = lt(4, last)  # some step has ρ_t > 4


radicand = liu_rectification.body.base  # what stands under the root
signs = (lt(4, last), lt(2, last), lt(0, last), lt(2, rho), lt(0, rho))  # from 4 < ρ_t < ρ_∞


@derivation("liu.rectification.defined", liu("section 4.2"))
def defined() -> Draft:
    """Where ρ_t > 4 what stands under the root is positive."""
    return (
        chain(0, given=[*decaying, lt(4, rho)])
        .since(*powers, cite(positive), cite(below_limit), *signs)
        .below(radicand)
    )


@derivation("liu.rectification.undefined", liu("section 4.2"))
def undefined() -> Draft:
    """If ρ_∞ > 4, it is negative between 2 and 4: there is no such rate."""
    return (
        chain(radicand, given=[*decaying, opens, lt(2, rho), lt(rho, 4)])
        .since(*powers, cite(positive), lt(2, last), lt(0, last), lt(0, rho))
        .below(0)
    )


@derivation("liu.rectification.gate", liu("section 4.2"))
def gate() -> Draft:
    """Below 2 it is positive again, and means nothing: ρ_t > 4 has to be asked for."""
    return (
        chain(0, given=[*decaying, opens, lt(rho, 2)])
        .since(*powers, cite(positive), cite(at_least_one))
        .since(lt(2, last), lt(0, last), lt(0, rho), lt(rho, 4))
        .below(radicand)
    )


@derivation("liu.rectification.last", liu("section 4.2"))
def to_one() -> Draft:
    """From a step on where ρ_t > 4, r_t is defined and tends to 1."""
    at_s = liu_length(beta, s)
    x_later = between_zero_and_base(beta, s + t)
    return (
        chain(Limit(liu_rectification(beta, s + t), t, oo), given=[*decaying, lt(4, at_s)])
        .since(*between_zero_and_base(beta, s), cite(below_limit, t=s), lt(4, last), lt(2, last))
        .since(lt(0, last), *x_later, cite(positive, t=s + t), cite(stays))
        .by(definition(liu_rectification))
        .by(limit(cite(last_from_later)))
    )
