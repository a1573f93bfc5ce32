"""At which step Liu's r_t is first defined, that is, when ρ_t passes 4.

Key results: ρ_t < 4 for t = 2, 3 and 4, whatever β is; ρ_5 passes 4 at a β between 0.7733 and
0.7734, ρ_6 at one between 0.69 and 0.6901; some ρ_t does if β > 3/5, and none if β ≤ 3/5.

References: Hilton 2019, section 4 (which has "t < 4").
"""

from sympy import Expr, Poly, Rational, numer, together

from derivations.ess import below_t
from derivations.liu import at_most_n, below_limit
from derivations.notation import beta, decaying, ess, ess_limit, hilton, liu_length, t
from derivations.powers import between_zero_and_base
from radam_sym.proof import Draft, algebra, chain, cite, definition, derivation, le, lt

powers = between_zero_and_base()


@derivation("liu.first_step.fourth", hilton("section 4"))
def at_four() -> Draft:
    """How far ρ_4 is from 4."""
    return (
        chain(liu_length(beta, 4) - 4, given=decaying)
        .since(*between_zero_and_base(beta, 4))
        .by(definition(liu_length))
        .by(algebra, to=(beta - 1) * (3 * beta**2 + 4 * beta + 3) / ((beta + 1) * (beta**2 + 1)))
    )


@derivation("liu.first_step.closed_to_four", hilton("section 4"))
def closed_to_four() -> Draft:
    """ρ_t < 4 for t = 2, 3, 4 and every β: at t = 4 too r_t is undefined."""
    return (
        chain(liu_length(beta, t), given=[*decaying, le(2, t), le(t, 4)])
        .since(*powers, cite(at_most_n), cite(below_t))
        .at_most(ess(beta, t))
        .below(t)
        .at_most(4)
    )


def quartic(b: Expr) -> Expr:
    """5b⁴ + 3b³ + b² − b − 3: the numerator of ρ_5 − 4."""
    return 5 * b**4 + 3 * b**3 + b**2 - b - 3


def quintic(b: Expr) -> Expr:
    """7b⁵ + 5b⁴ + 3b³ + b² − b − 3: the numerator of ρ_6 − 4."""
    return 7 * b**5 + 5 * b**4 + 3 * b**3 + b**2 - b - 3


def geometric_sum(b: Expr, terms: int) -> Expr:
    """1 + b + ... + b^(terms−1)."""
    return sum(b**k for k in range(terms))


@derivation("liu.first_step.fifth", hilton("section 4"))
def at_five() -> Draft:
    """How far ρ_5 is from 4: it has the sign of a quartic in β."""
    return (
        chain(liu_length(beta, 5) - 4, given=decaying)
        .since(*between_zero_and_base(beta, 5))
        .by(definition(liu_length))
        .by(algebra, to=quartic(beta) / geometric_sum(beta, 5))
    )


@derivation("liu.first_step.sixth", hilton("section 4"))
def at_six() -> Draft:
    """How far ρ_6 is from 4: it has the sign of a quintic in β."""
    return (
        chain(liu_length(beta, 6) - 4, given=decaying)
        .since(*between_zero_and_base(beta, 6))
        .by(definition(liu_length))
        .by(algebra, to=quintic(beta) / geometric_sum(beta, 6))
    )


# ρ_5 passes 4 at a β between the first two, ρ_6 at one between the last two.
FIFTH_CLOSED, FIFTH_OPEN = Rational(7733, 10_000), Rational(7734, 10_000)
SIXTH_CLOSED, SIXTH_OPEN = Rational(6900, 10_000), Rational(6901, 10_000)


def positive_from(polynomial: Expr, start: Rational) -> Draft:
    """0 < polynomial for start ≤ β < 1: its Taylor terms about the start are positive."""
    taylor = Poly(polynomial.subs(beta, beta + start), beta)
    because = [(c, [le(start, beta)] * power) for (power,), c in taylor.terms()]
    return chain(0, given=le(start, beta)).below(polynomial, because=because)


def positive_to(polynomial: Expr, end: Rational) -> Draft:
    """0 < polynomial for 0 < β ≤ end: its Bernstein terms between the two are positive."""
    degree = Poly(polynomial, beta).degree()
    on_half_line = numer(together(polynomial.subs(beta, end * beta / (1 + beta))))
    scale = polynomial.subs(beta, 0) / on_half_line.subs(beta, 0) / end**degree
    because = [
        (c * scale, [lt(0, beta)] * power + [le(beta, end)] * (degree - power))
        for (power,), c in Poly(on_half_line, beta).terms()
    ]
    return chain(0, given=[lt(0, beta), le(beta, end)]).below(polynomial, because=because)


@derivation("liu.first_step.quartic_positive", hilton("section 4"))
def quartic_positive() -> Draft:
    """The quartic is positive from 0.7734 on."""
    return positive_from(quartic(beta), FIFTH_OPEN)


@derivation("liu.first_step.quartic_negative", hilton("section 4"))
def quartic_negative() -> Draft:
    """It is negative up to 0.7733."""
    return positive_to(-quartic(beta), FIFTH_CLOSED)


@derivation("liu.first_step.quintic_positive", hilton("section 4"))
def quintic_positive() -> Draft:
    """The quintic is positive from 0.6901 on."""
    return positive_from(quintic(beta), SIXTH_OPEN)


@derivation("liu.first_step.quintic_negative", hilton("section 4"))
def quintic_negative() -> Draft:
    """It is negative up to 0.69."""
    return positive_to(-quintic(beta), SIXTH_CLOSED)


@derivation("liu.first_step.fifth_open", hilton("section 4"))
def fifth_open() -> Draft:
    """4 < ρ_5 for β from 0.7734 on: there r_5 is defined."""
    return (
        chain(4, given=[le(FIFTH_OPEN, beta), lt(beta, 1)])
        .since(cite(quartic_positive), lt(0, geometric_sum(beta, 5)))
        .below(4 + quartic(beta) / geometric_sum(beta, 5))
        .by(cite(at_five))
    )


@derivation("liu.first_step.fifth_closed", hilton("section 4"))
def fifth_closed() -> Draft:
    """ρ_5 < 4 for β up to 0.7733."""
    return (
        chain(liu_length(beta, 5) - 4, given=[lt(0, beta), le(beta, FIFTH_CLOSED)])
        .since(cite(quartic_negative), lt(0, geometric_sum(beta, 5)))
        .by(cite(at_five))
        .below(0)
    )


@derivation("liu.first_step.sixth_open", hilton("section 4"))
def sixth_open() -> Draft:
    """4 < ρ_6 for β from 0.6901 on."""
    return (
        chain(4, given=[le(SIXTH_OPEN, beta), lt(beta, 1)])
        .since(cite(quintic_positive), lt(0, geometric_sum(beta, 6)))
        .below(4 + quintic(beta) / geometric_sum(beta, 6))
        .by(cite(at_six))
    )


@derivation("liu.first_step.sixth_closed", hilton("section 4"))
def sixth_closed() -> Draft:
    """ρ_6 < 4 for β up to 0.69."""
    return (
        chain(liu_length(beta, 6) - 4, given=[lt(0, beta), le(beta, SIXTH_CLOSED)])
        .since(cite(quintic_negative), lt(0, geometric_sum(beta, 6)))
        .by(cite(at_six))
        .below(0)
    )


@derivation("liu.first_step.any", hilton("section 4"))
def opens_for_some() -> Draft:
    """The limit of ρ_t is above 4 where β > 3/5: there some step has r_t defined."""
    return (
        chain(4, given=[lt(Rational(3, 5), beta), lt(beta, 1)])
        .below((1 + beta) / (1 - beta))
        .by(definition(ess_limit), to=ess_limit(beta))
    )


@derivation("liu.first_step.none", hilton("section 4"))
def opens_for_none() -> Draft:
    """Where β ≤ 3/5 no step has."""
    return (
        chain(liu_length(beta, t), given=[lt(0, beta), le(beta, Rational(3, 5))])
        .since(*powers, cite(below_limit))
        .below(ess_limit(beta))
        .by(definition(ess_limit))
        .at_most(4)
    )
