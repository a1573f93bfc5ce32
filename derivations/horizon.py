"""How long the warmup is: when the simple factor has come to 0.99 or so.

Key results: at tλ = 5 the factor is √tanh(5/2) = 0.993284600782..., for every β; it passes 0.99 at
tλ = ln(19801/199) = 4.600182895733..., and at no other; 5/(1−β) is two and a half steps more than
5/λ, as β → 1.

References: Hilton 2019, section 5.
"""

from sympy import Limit, Rational, Symbol, exp, log, sqrt, tanh

from derivations.expansions import remainder
from derivations.exponential import increasing as exponential_increasing
from derivations.exponential import tanh_positive
from derivations.notation import beta, decay, decaying, hilton, simple, simple_limit, t, tau
from derivations.powers import LEMMA, between_zero_and_base, root_increasing
from derivations.simple import tanh_form
from radam_sym.kernel.axioms import log_increasing
from radam_sym.proof import (
    Draft,
    chain,
    cite,
    definition,
    derivation,
    enclosed,
    eq,
    given,
    hyperbolic,
    lt,
    series,
)

# --- five over λ ----------------------------------------------------------------------------------

five = eq(decay(beta), 5 / t)
at_five = sqrt(tanh(Rational(5, 2)))


@derivation("horizon.at_five", hilton("section 5"))
def after_five() -> Draft:
    """After 5/λ steps the factor is √tanh(5/2), for every β."""
    return (
        chain(simple(beta, t), given=[*decaying, five])
        .since(*between_zero_and_base())
        .by(cite(tanh_form))
        .by(given(five), to=at_five)
    )


def digits(number: int) -> Rational:
    """A number that is given in units of its twelfth decimal."""
    return Rational(number, 10**12)


@derivation("horizon.at_five.above", hilton("section 5"))
def above_digits() -> Draft:
    """That is at least 0.993284600782."""
    return chain(digits(993284600782)).since(cite(tanh_positive, z=5)).below(at_five, enclosed())


@derivation("horizon.at_five.below", hilton("section 5"))
def below_digits() -> Draft:
    """And less than 0.993284600783."""
    return chain(at_five).since(cite(tanh_positive, z=5)).below(digits(993284600783), enclosed())


# --- where it is 0.99 -----------------------------------------------------------------------------

later = Symbol("upsilon", real=True)
e, e_later = exp(tau), exp(later)
in_order = (lt(0, tau), lt(tau, later))
CROSSING = Rational(19801, 199)
crossing = log(CROSSING)


@derivation("horizon.crossing.exponential", LEMMA)
def where_it_is() -> Draft:
    """Where e^τ is 19801/199 the factor is 0.99."""
    there = eq(e, CROSSING)
    return (
        chain(simple_limit(tau), given=[lt(0, tau), there])
        .since(cite(tanh_positive, z=tau), lt(0, e))
        .by(definition(simple_limit))
        .by(hyperbolic, at=tanh(tau / 2), to=1 - 2 / (e + 1))
        .by(given(there))
    )


@derivation("horizon.crossing", hilton("section 5"))
def crossed() -> Draft:
    """At tλ = ln(19801/199) it is 0.99."""
    return (
        chain(simple_limit(crossing))
        .since(cite(log_increasing, x=1, y=CROSSING), cite(tanh_positive, z=crossing))
        .by(cite(where_it_is, tau=crossing))
    )


@derivation("horizon.squares", LEMMA)
def squares() -> Draft:
    """So does tanh."""
    return (
        chain(tanh(tau / 2), given=lt(tau, later))
        .since(cite(exponential_increasing, z=tau, y=later), lt(0, e), lt(e, e_later))
        .by(hyperbolic, to=1 - 2 / (e + 1))
        .below(1 - 2 / (e_later + 1))
        .by(hyperbolic, to=tanh(later / 2))
    )


@derivation("horizon.increasing", hilton("section 5"))
def increasing() -> Draft:
    """And nowhere else, since it increases."""
    roots = cite(root_increasing, x=tanh(tau / 2), y=tanh(later / 2))
    return (
        chain(simple_limit(tau), given=in_order)
        .since(cite(tanh_positive, z=tau), lt(0, later), cite(tanh_positive, z=later))
        .since(cite(squares), roots)
        .by(definition(simple_limit))
        .below(sqrt(tanh(later / 2)))
        .by(definition(simple_limit), to=simple_limit(later))
    )


@derivation("horizon.crossing.above", hilton("section 5"))
def crossing_above() -> Draft:
    """That is at least 4.600182895733."""
    return chain(digits(4600182895733)).below(crossing, enclosed())


@derivation("horizon.crossing.below", hilton("section 5"))
def crossing_below() -> Draft:
    """And less than 4.600182895734."""
    return chain(crossing).below(digits(4600182895734), enclosed())


# --- and in terms of 1 − β ------------------------------------------------------------------------

gap = Symbol("epsilon", real=True)


@derivation("horizon.rate", hilton("section 5"))
def rate_early() -> Draft:
    """With ε = 1 − β, λ is ε + ε²/2 + ε³/3 + ..."""
    terms = gap + gap**2 / 2
    return chain(remainder(decay(1 - gap), terms, 3, gap)).by(series, to=Rational(1, 3))


@derivation("horizon.steps", hilton("section 5"))
def steps() -> Draft:
    """5/(1−β) counts two steps and a half too many, at a β near 1."""
    return chain(Limit(5 / gap - 5 / decay(1 - gap), gap, 0, "+")).by(series, to=Rational(5, 2))
