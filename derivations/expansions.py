"""How close r_t and r_t^simple are: their series at both ends, and the limit between them.

An expansion is said as a limit: that (f − its first terms)/u^n has one says what those terms are
and that the remainder is of order u^n, whose coefficient is the limit. Early means λ = −ln β → 0
at a fixed step t, late means t → ∞ at a fixed β, and between the two t → ∞ with tλ = τ fixed.

Key results: n_t and ρ_t are t up to second and first order in λ; early the two factors' squares
have the ratio 1 − 6/t + 8/t²; late Liu's deficit from 1 is about τ/2 times Hilton's; between, the
squares tend to 1 − τ/(e^τ − 1) and tanh(τ/2), whose series part at second order: the gap is
bounded, and does not vanish. Wherever Liu's factor is defined, it is the smaller one.

References: Hilton 2019, sections 2 to 4.
"""

from sympy import Basic, Expr, Limit, Rational, Symbol, exp, oo, sqrt, tanh

from derivations.exponential import above_one, above_tangent, below_one, tanh_positive
from derivations.first_step import opens_for_some
from derivations.liu import at_least_one, at_most_n, below_limit, positive, unfolded
from derivations.notation import (
    beta,
    decaying,
    ess,
    ess_limit,
    hilton,
    liu_length,
    liu_limit,
    liu_rectification,
    rate,
    simple,
    simple_limit,
    t,
    tau,
)
from derivations.powers import LEMMA, between_zero_and_base, root_increasing
from derivations.rectification import radicand, signs
from radam_sym.kernel.axioms import power_times_vanishing, power_vanishing
from radam_sym.proof import (
    Draft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    hyperbolic,
    le,
    limit,
    lt,
    series,
)

decayed = exp(-rate)  # β, in terms of λ = −ln β
x = beta**t
powers = between_zero_and_base()
vanishing = cite(power_vanishing, q=beta), cite(power_times_vanishing, q=beta, c=1)
after_the_gate = (le(5, t),)


def remainder(function: Basic, terms: Expr | int, order: int, variable: Symbol = rate) -> Limit:
    """What (function − terms)/variable^order tends to at 0: the remainder's coefficient."""
    return Limit((function - terms) / variable**order, variable, 0, "+")


# --- how far the two lengths are from t ---------------------------------------------------------


@derivation("ess.small_t", hilton("section 2"))
def ess_early() -> Draft:
    """The effective sample size is t, but for terms of second order in λ."""
    terms = t - t * (t**2 - 1) / 12 * rate**2 + t * (t**2 - 1) * (6 * t**2 + 1) / 720 * rate**4
    sixth = -t * (t**2 - 1) * (51 * t**4 + 9 * t**2 + 2) / 60480
    return chain(remainder(ess(decayed, t), terms, 6)).by(series, to=sixth)


@derivation("liu.rho_limits.small_t", hilton("section 3"))
def length_early() -> Draft:
    """Liu's length is t, but for terms of first order in λ."""
    terms = t - (t**2 - 1) / 6 * rate + (t**4 - 1) / 360 * rate**3
    return chain(remainder(liu_length(decayed, t), terms, 5)).by(series, to=(1 - t**6) / 15120)


# --- early ----------------------------------------------------------------------------------------


@derivation("expand.early.simple", hilton("section 4"))
def simple_early() -> Draft:
    """Early r² of the simple factor is tλ/2, but for terms of third order."""
    return chain(remainder(simple(decayed, t) ** 2, t * rate / 2, 3)).by(series, to=-(t**3) / 24)


@derivation("expand.early.liu", hilton("section 4"))
def liu_early() -> Draft:
    """Liu's is (t−4)(t−2)/t·λ/2, but for terms of second order."""
    square, first = liu_rectification(decayed, t) ** 2, (t - 4) * (t - 2) / (2 * t)
    second = -(t**4 - 18 * t**3 + 99 * t**2 - 144 * t + 8) / (12 * t**2)
    return chain(remainder(square, first * rate, 2), given=after_the_gate).by(series, to=second)


@derivation("expand.early.ratio", hilton("section 4"))
def ratio_early() -> Draft:
    """At a fixed step the ratio of the squares tends to 1 − 6/t + 8/t²: not to 1."""
    ratio = liu_rectification(decayed, t) ** 2 / simple(decayed, t) ** 2
    return chain(Limit(ratio, rate, 0, "+"), given=after_the_gate).by(
        series, to=1 - 6 / t + 8 / t**2
    )


# --- late -----------------------------------------------------------------------------------------


@derivation("expand.late.simple", hilton("section 4"))
def simple_late() -> Draft:
    """Late r² of the simple factor is 1 − 2x + 2x² − ..., with x = β^t."""
    terms = 1 - 2 * x + 2 * x**2
    return (
        chain(Limit((simple(beta, t) ** 2 - terms) / x**3, t, oo), given=decaying)
        .since(*powers)
        .by(definition(simple))
        .by(algebra, to=Limit(-2 / (1 + x), t, oo))
        .by(limit(cite(power_vanishing, q=beta)))
    )


@derivation("expand.step_vanishing", LEMMA)
def step_vanishing() -> Draft:
    """1/t → 0."""
    return chain(Limit(1 / t, t, oo)).by(series, to=0)


last = ess_limit(beta)
deficit = 2 * (last**2 - 8) / (last * (last - 2) * (last - 4))  # of Liu's square, over t·β^t


@derivation("expand.late.liu", hilton("section 4"))
def liu_late() -> Draft:
    """Liu's is 1 − c·t·x, but for terms of order t²x²: its deficit has the further factor t."""
    at_the_end = (1 + beta) / (1 - beta)
    scale = at_the_end / ((at_the_end - 4) * (at_the_end - 2))
    first, second = (1 - 8 / at_the_end**2) / t, 16 / ((1 - x) * at_the_end**2 * unfolded)
    return (
        chain(
            Limit((radicand - (1 - deficit * t * x)) / (t * x) ** 2, t, oo),
            given=[lt(Rational(3, 5), beta), lt(beta, 1)],
        )
        .since(
            *powers,
            lt(0, beta),
            cite(opens_for_some),
            cite(positive),
            *signs[:3],
            lt(0, t * x),
            lt(0, unfolded),
        )
        .since(lt(4, at_the_end), lt(2, at_the_end))
        .by(definition(liu_length))
        .by(definition(ess_limit))
        .by(algebra, to=Limit(2 * scale * (second - first) / (1 - x), t, oo))
        .by(limit(cite(step_vanishing), *vanishing))
        .by(algebra, to=32 / ((at_the_end - 4) * (at_the_end - 2) * at_the_end**2))
    )


# --- between: β → 1 with tλ = τ -------------------------------------------------------------------

between = exp(-tau / t)  # β, where tλ = τ


@derivation("expand.scaling.simple", hilton("section 4"))
def simple_between() -> Draft:
    """The simple factor is √tanh(τ/2), whatever β."""
    return (
        chain(simple(between, t) ** 2, given=lt(0, tau))
        .since(cite(below_one, z=tau), cite(tanh_positive, z=tau))
        .by(definition(simple))
        .by(hyperbolic, to=tanh(tau / 2))
        .by(definition(simple_limit), to=simple_limit(tau) ** 2)
    )


@derivation("expand.scaling.liu", hilton("section 4"))
def liu_between() -> Draft:
    """Liu's tends to √(1 − τ/(e^τ − 1))."""
    square = liu_rectification(between, t) ** 2
    return (
        chain(Limit(square, t, oo), given=lt(0, tau))
        .since(cite(above_one, z=tau), cite(above_tangent, z=tau), cite(below_one, z=tau))
        .by(series, to=1 - tau / (exp(tau) - 1))
        .by(definition(liu_limit), to=liu_limit(tau) ** 2)
    )


@derivation("expand.scaling.simple_series", hilton("section 4"))
def simple_between_early() -> Draft:
    """For small τ the one limit is τ/2 − τ³/24 + ..."""
    terms = tau / 2
    return chain(remainder(tanh(tau / 2), terms, 3, tau)).by(series, to=-Rational(1, 24))


@derivation("expand.scaling.liu_series", hilton("section 4"))
def liu_between_early() -> Draft:
    """The other is τ/2 − τ²/12 + ...: they part at the second term."""
    terms = tau / 2
    return chain(remainder(1 - tau / (exp(tau) - 1), terms, 2, tau)).by(series, to=-Rational(1, 12))


# --- which is the smaller one ---------------------------------------------------------------------

rho = liu_length(beta, t)


@derivation("expand.order.liu", hilton("section 4"))
def liu_is_smaller() -> Draft:
    """Where Liu's factor is defined, it is less than √(ρ_t/ρ_∞)."""
    return (
        chain(liu_rectification(beta, t), given=[*decaying, lt(4, rho)])
        .since(*powers, cite(positive), cite(below_limit), *signs, lt(0, radicand))
        .since(lt(radicand, rho / last), cite(root_increasing, x=radicand, y=rho / last))
        .by(definition(liu_rectification))
        .below(sqrt(rho / last))
    )


@derivation("expand.order.simple", hilton("section 4"))
def lengths_are_smaller() -> Draft:
    """ρ_t/ρ_∞ is at most the square of the simple factor, n_t/n_∞, for ρ_t ≤ n_t."""
    by_lengths, by_sizes = rho / last, ess(beta, t) / last
    return (
        chain(by_lengths, given=decaying)
        .since(
            *powers,
            cite(positive),
            cite(below_limit),
            cite(at_least_one),
            lt(0, last),
            cite(at_most_n),
        )
        .at_most(by_sizes)
    )
