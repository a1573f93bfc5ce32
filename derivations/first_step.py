"""At which step Liu's r_t is first defined, that is, when ρ_t passes 4.

Key results: ρ_t < 4 for t = 2, 3 and 4, whatever β is; ρ_5 passes 4 at a β between 0.7733 and
0.7734, ρ_6 at one between 0.69 and 0.6901; the limit of ρ_t is above 4 if β > 3/5, and no ρ_t is if
β ≤ 3/5. A gate at 5 is open at no step up to 5, at t = 6 from a β between 0.8397 and 0.8398 on,
and at none if β ≤ 2/3.

References: Hilton 2019, section 4 (which has "t < 4").
"""

from sympy import Expr, Poly, Rational, numer, together

from derivations.ess import below_t
from derivations.liu import at_most_n, below_limit
from derivations.notation import beta, decaying, ess, ess_limit, hilton, liu_length, t
from derivations.powers import LEMMA, between_zero_and_base
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


@derivation("liu.first_step.quartic_positive", LEMMA)
def quartic_positive() -> Draft:
    """The quartic is positive from 0.7734 on."""
    return positive_from(quartic(beta), FIFTH_OPEN)


@derivation("liu.first_step.quartic_negative", LEMMA)
def quartic_negative() -> Draft:
    """It is negative up to 0.7733."""
    return positive_to(-quartic(beta), FIFTH_CLOSED)


@derivation("liu.first_step.quintic_positive", LEMMA)
def quintic_positive() -> Draft:
    """The quintic is positive from 0.6901 on."""
    return positive_from(quintic(beta), SIXTH_OPEN)


@derivation("liu.first_step.quintic_negative", LEMMA)
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
    """The limit of ρ_t is above 4 where β > 3/5."""
    return (
        chain(4, given=[lt(Rational(3, 5), beta), lt(beta, 1)])
        .below((1 + beta) / (1 - beta))
        .by(definition(ess_limit), to=ess_limit(beta))
    )


@derivation("liu.first_step.none", hilton("section 4"))
def opens_for_none() -> Draft:
    """Where β ≤ 3/5 no ρ_t is above 4: r_t is defined at no step."""
    return (
        chain(liu_length(beta, t), given=[lt(0, beta), le(beta, Rational(3, 5))])
        .since(*powers, cite(below_limit))
        .below(ess_limit(beta))
        .by(definition(ess_limit))
        .at_most(4)
    )


# --- the gate at 5, which most libraries have -----------------------------------------------------

# ρ_6 passes 5 at a β between these two.
FIVE_CLOSED, FIVE_OPEN = Rational(8397, 10_000), Rational(8398, 10_000)


def over_five(b: Expr) -> Expr:
    """3b⁵ + 2b⁴ + b³ − b − 2: half the numerator of ρ_6 − 5."""
    return 3 * b**5 + 2 * b**4 + b**3 - b - 2


@derivation("liu.first_step.below_five", hilton("section 4"))
def below_five() -> Draft:
    """ρ_t < 5 for t = 2, 3, 4, 5 and every β: a gate at 5 is never open at t = 5."""
    return (
        chain(liu_length(beta, t), given=[*decaying, le(2, t), le(t, 5)])
        .since(*powers, cite(at_most_n), cite(below_t))
        .at_most(ess(beta, t))
        .below(t)
        .at_most(5)
    )


@derivation("liu.first_step.five_positive", LEMMA)
def five_positive() -> Draft:
    """The quintic of the gate at 5 is positive from 0.8398 on."""
    return positive_from(over_five(beta), FIVE_OPEN)


@derivation("liu.first_step.five_negative", LEMMA)
def five_negative() -> Draft:
    """It is negative up to 0.8397."""
    return positive_to(-over_five(beta), FIVE_CLOSED)


@derivation("liu.first_step.five_open", hilton("section 4"))
def five_open() -> Draft:
    """5 < ρ_6 for β from 0.8398 on."""
    return (
        chain(5, given=[le(FIVE_OPEN, beta), lt(beta, 1)])
        .since(cite(five_positive), lt(0, geometric_sum(beta, 6)))
        .below(5 + 2 * over_five(beta) / geometric_sum(beta, 6))
        .by(algebra, to=4 + quintic(beta) / geometric_sum(beta, 6))
        .by(cite(at_six))
    )


@derivation("liu.first_step.five_closed", hilton("section 4"))
def five_closed() -> Draft:
    """ρ_6 < 5 for β up to 0.8397."""
    return (
        chain(liu_length(beta, 6) - 4, given=[lt(0, beta), le(beta, FIVE_CLOSED)])
        .since(cite(five_negative), lt(0, geometric_sum(beta, 6)))
        .by(cite(at_six))
        .below(1)
    )


@derivation("liu.first_step.five_any", hilton("section 4"))
def five_for_some() -> Draft:
    """The limit of ρ_t is above 5 where β > 2/3."""
    return (
        chain(5, given=[lt(Rational(2, 3), beta), lt(beta, 1)])
        .below((1 + beta) / (1 - beta))
        .by(definition(ess_limit), to=ess_limit(beta))
    )


@derivation("liu.first_step.five_none", hilton("section 4"))
def five_for_none() -> Draft:
    """Where β ≤ 2/3 no ρ_t is above 5: a gate there never opens."""
    return (
        chain(liu_length(beta, t), given=[lt(0, beta), le(beta, Rational(2, 3))])
        .since(*powers, cite(below_limit))
        .below(ess_limit(beta))
        .by(definition(ess_limit))
        .at_most(5)
    )
