"""The update of Adam and of Adam with a rectified learning rate, as definitions.

Key results: Adam's bias-corrected moments are the EWMAs of the gradients and of their squares, so
that its step is α·ewma(g)/(√ewma(g²) + ε); with ε inside the root, or added before the bias is
corrected, it is another step, the last one with an ε that is 1/√(1−β₂^t) times as large; ε² inside
the root is ε outside to within a factor √2; a factor r on the step is a factor on α.

The step is subtracted, as by Kingma & Ba. Hilton 2019 adds it, which is the same step if g_t is
minus the gradient.

References: Kingma & Ba 2014, algorithm 1; Liu et al. 2019, algorithm 2; Hilton 2019, section 1.
"""

from sympy import Lambda, Sum, Symbol, sqrt

from derivations.ewma import bias_correction, normaliser_positive
from derivations.liu import liu
from derivations.notation import ewma, hilton, i, t
from derivations.powers import between_zero_and_base
from radam_sym.kernel.heads import Definition, Family
from radam_sym.kernel.theorem import Source
from radam_sym.proof import (
    Draft,
    Form,
    InductionDraft,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    eq,
    factor_out,
    for_all,
    given,
    induction,
    le,
    lt,
    radical,
    unit_interval,
)

KINGMA = "Kingma & Ba 2014, Adam: a method for stochastic optimization"


def kingma(place: str) -> Source:
    """A place in the paper on Adam."""
    return Source(KINGMA, place)


theta, alpha, epsilon, r, beta, beta1, beta2, x = (
    Symbol(name, real=True)
    for name in ("theta", "alpha", "epsilon", "r", "beta", "beta1", "beta2", "x")
)
first, second = Symbol("m", real=True), Symbol("v", real=True)

moving_average = Definition(
    "moving_average",
    (first, x, beta),
    beta * first + (1 - beta) * x,
    notation=r"\operatorname{average}_{beta}\left({m}, {x}\right)",
)
bias_corrected = Definition(
    "bias_corrected", (first, beta, t), first / (1 - beta**t), notation=r"\widehat{{m}}"
)

m_hat, v_hat = bias_corrected(first, beta1, t), bias_corrected(second, beta2, t)
told = (theta, first, second, t, alpha, beta1, beta2, epsilon)
told_rectified = (theta, first, second, t, r, alpha, beta1, beta2, epsilon)
steps = {
    "outside": m_hat / (sqrt(v_hat) + epsilon),
    "inside": m_hat / sqrt(v_hat + epsilon),
    "uncorrected": m_hat * sqrt(1 - beta2**t) / (sqrt(second) + epsilon),
}
adam = {
    place: Definition(
        f"adam_{place}",
        told,
        theta - alpha * step,
        notation=rf"\operatorname{{Adam}}^{{\text{{{place}}}}}",
    )
    for place, step in steps.items()
}
radam = {
    place: Definition(
        f"radam_{place}",
        told_rectified,
        theta - alpha * r * step,
        notation=rf"\operatorname{{RAdam}}^{{\text{{{place}}}}}",
    )
    for place, step in steps.items()
}
momentum = Definition("momentum", (theta, first, t, alpha, beta1), theta - alpha * m_hat)

# --- the averages ---------------------------------------------------------------------------------

g, m, v = (Family(name, "sequence") for name in "gmv")
recurrence = for_all(t, eq(m[t], beta * m[t - 1] + (1 - beta) * g[t]))
averaged = (*unit_interval(beta), eq(m[0], 0), recurrence)
powers = between_zero_and_base(beta)


@derivation("adam.moving_average", kingma("algorithm 1"))
def one_step() -> Draft:
    """A moment's next value is a moving average of its last one and what is new."""
    return (
        chain(moving_average(m[t - 1], g[t], beta), given=recurrence)
        .by(definition(moving_average))
        .by(given(recurrence, at=t))
    )


@derivation("adam.averages", kingma("section 3"))
def averages() -> Draft:
    """Its bias corrected, a moment is the EWMA of all that was new, whatever that was."""
    return (
        chain(bias_corrected(m[t], beta, t), given=averaged)
        .since(*powers, cite(normaliser_positive))
        .by(definition(bias_corrected))
        .by(cite(bias_correction, X=g, m=m))
    )


@derivation("adam.second_moment", kingma("algorithm 1"))
def second_moment() -> InductionDraft:
    """The moment of squares is never negative, so that it has a root."""
    of_squares = for_all(t, eq(m[t], beta * m[t - 1] + (1 - beta) * g[t] ** 2))
    return induction(
        le(0, m[t]),
        t,
        given=[*unit_interval(beta), eq(m[0], 0), of_squares],
        base=lambda line: line.at_most(
            beta * m[0] + (1 - beta) * g[1] ** 2,
            because=[(g[1] ** 2, [lt(beta, 1)]), (-beta, [eq(m[0], 0)])],
        ).by(given(of_squares, at=1)),
        step=lambda line: line.at_most(
            beta * m[t] + (1 - beta) * g[t + 1] ** 2,
            because=[(1, [lt(0, beta), le(0, m[t])]), (g[t + 1] ** 2, [lt(beta, 1)])],
        ).by(given(of_squares, at=t + 1)),
    )


@derivation("adam.corrected", kingma("algorithm 1"))
def corrected() -> Draft:
    """Nor is it negative once its bias is corrected."""
    return (
        chain(0, given=[*unit_interval(beta), le(0, first)])
        .since(*powers, lt(0, 1 - beta**t))
        .at_most(first / (1 - beta**t))
        .by(definition(bias_corrected), to=bias_corrected(first, beta, t))
    )


# --- the step, on the gradients of a run ----------------------------------------------------------

decays = (*unit_interval(beta1), *unit_interval(beta2))
run = (
    eq(m[0], 0),
    for_all(t, eq(m[t], beta1 * m[t - 1] + (1 - beta1) * g[t])),
    eq(v[0], 0),
    for_all(t, eq(v[t], beta2 * v[t - 1] + (1 - beta2) * g[t] ** 2)),
)
squares = Lambda(i, g[i] ** 2)
both_powers = (*between_zero_and_base(beta1), *between_zero_and_base(beta2))


def on_gradients(place: str) -> Draft:
    """The step on a run's moments, as one on the averages of its gradients."""
    estimate = bias_corrected(v[t], beta2, t)
    return (
        chain(
            adam[place](theta, m[t], v[t], t, alpha, beta1, beta2, epsilon),
            given=[*decays, *run, lt(0, epsilon)],
        )
        .since(*both_powers, cite(normaliser_positive, beta=beta1))
        .since(cite(normaliser_positive, beta=beta2), cite(second_moment, m=v, beta=beta2))
        .since(cite(corrected, m=v[t], beta=beta2))
        .since(lt(0, sqrt(estimate) + epsilon), lt(0, estimate + epsilon))
        .by(definition(adam[place]))
        .by(cite(averages, beta=beta1))
        .by(cite(averages, m=v, g=squares, beta=beta2))
    )


@derivation("adam.update.outside", kingma("algorithm 1"))
def outside() -> Draft:
    """Adam steps by the mean gradient over the root of the mean square, ε added to the root."""
    return on_gradients("outside")


@derivation("adam.update.inside", hilton("section 1"))
def inside() -> Draft:
    """The paper adds ε under the root."""
    return on_gradients("inside")


moments = (theta, first, second, t)
of_moments = (*decays, le(0, second), lt(0, epsilon))
short = sqrt(1 - beta2**t)


@derivation("adam.update.uncorrected", kingma("section 2"))
def uncorrected() -> Draft:
    """ε added before the bias is corrected is ε/√(1−β₂^t) added after."""
    larger, estimate = epsilon / short, second / (1 - beta2**t)
    return (
        chain(adam["uncorrected"](*moments, alpha, beta1, beta2, epsilon), given=of_moments)
        .since(*both_powers, lt(0, 1 - beta2**t), lt(0, short), le(0, estimate))
        .since(cite(corrected, m=second, beta=beta2), lt(0, larger))
        .since(lt(0, sqrt(second) + epsilon), lt(0, sqrt(estimate) + larger))
        .since(lt(0, sqrt(v_hat) + larger))
        .by(definition(adam["uncorrected"]))
        .by(radical, at=sqrt(second), to=short * sqrt(estimate))
        .by(algebra, to=theta - alpha * m_hat / (sqrt(estimate) + larger))
        .by(definition(bias_corrected), to=theta - alpha * m_hat / (sqrt(v_hat) + larger))
        .by(definition(adam["outside"]), to=adam["outside"](*moments, alpha, beta1, beta2, larger))
    )


@derivation("adam.update.momentum", liu("algorithm 2"))
def by_momentum() -> Draft:
    """A step of momentum is one by the mean gradient alone."""
    return (
        chain(momentum(theta, m[t], t, alpha, beta1), given=[*unit_interval(beta1), *run[:2]])
        .since(*between_zero_and_base(beta1), cite(normaliser_positive, beta=beta1))
        .by(definition(momentum))
        .by(cite(averages, beta=beta1))
    )


@derivation("adam.sign", hilton("section 1"))
def sign() -> Draft:
    """The paper adds its step: that is Adam's, if g_t is minus the gradient."""
    downhill = Lambda(i, -g[i])
    negated = for_all(t, eq(m[t], beta1 * m[t - 1] - (1 - beta1) * g[t]))
    estimate = bias_corrected(v[t], beta2, t)
    return (
        chain(
            adam["inside"](theta, m[t], v[t], t, alpha, beta1, beta2, epsilon),
            given=[*decays, run[0], negated, *run[2:], lt(0, epsilon)],
        )
        .since(*both_powers, cite(normaliser_positive, beta=beta1))
        .since(cite(normaliser_positive, beta=beta2), cite(second_moment, m=v, beta=beta2))
        .since(cite(corrected, m=v[t], beta=beta2), lt(0, estimate + epsilon))
        .by(definition(adam["inside"]))
        .by(cite(averages, beta=beta1, g=downhill))
        .by(definition(ewma))
        .by(factor_out(-1), at=Sum(-(beta1 ** (t - i)) * g[i], (i, 1, t)))
        .by(definition(ewma), to=theta + alpha * ewma(g, beta1, t) / sqrt(estimate + epsilon))
        .by(cite(averages, m=v, g=squares, beta=beta2))
    )


# --- the three places of ε ------------------------------------------------------------------------

inside_root, added = sqrt(second + epsilon**2), sqrt(second) + epsilon
over_sum, over_larger_sum = 1 / (inside_root + added), 1 / (sqrt(2) * inside_root + added)
denominators = (le(0, second), lt(0, epsilon))


@derivation("adam.epsilon.inside", hilton("section 1"))
def inside_at_most() -> Draft:
    """With ε² under it, the root is at most what it is with ε added to it."""
    return (
        chain(inside_root, given=denominators)
        .since(le(0, sqrt(second)), lt(0, inside_root + added), lt(0, over_sum))
        .at_most(added, because=[(2, [lt(0, epsilon), le(0, sqrt(second)), lt(0, over_sum)])])
    )


@derivation("adam.epsilon.outside", hilton("section 1"))
def outside_at_most() -> Draft:
    """Nor is it less than that by more than a factor √2: an ε under the root acts as √ε beside."""
    gap = (sqrt(second) - epsilon) ** 2
    return (
        chain(added, given=denominators)
        .since(lt(0, sqrt(2) * inside_root + added), lt(0, over_larger_sum))
        .at_most(sqrt(2) * inside_root, because=[(gap, [lt(0, over_larger_sum)])])
    )


# --- a factor on the step -------------------------------------------------------------------------


def rectified(place: str) -> Draft:
    """A factor on the step, as one on the learning rate."""
    return (
        chain(radam[place](*moments, r, alpha, beta1, beta2, epsilon), given=of_moments)
        .since(*both_powers, cite(corrected, m=second, beta=beta2), lt(0, 1 - beta2**t))
        .since(lt(0, sqrt(v_hat) + epsilon), lt(0, v_hat + epsilon))
        .since(lt(0, sqrt(second) + epsilon))
        .by(definition(radam[place]))
        .by(definition(adam[place]), to=adam[place](*moments, r * alpha, beta1, beta2, epsilon))
    )


@derivation("radam.update.outside", liu("algorithm 2"))
def rectified_outside() -> Draft:
    """Rectified, Adam's step is Adam's with the learning rate rα."""
    return rectified("outside")


@derivation("radam.update.inside", hilton("section 3"))
def rectified_inside() -> Draft:
    """So it is with ε under the root."""
    return rectified("inside")


@derivation("radam.update.uncorrected", liu("algorithm 2"))
def rectified_uncorrected() -> Draft:
    """And with ε added before the bias is corrected."""
    return rectified("uncorrected")


forms = (
    Form(moving_average, (one_step,), domain=unit_interval(beta)),
    Form(bias_corrected, (averages,), domain=unit_interval(beta)),
    Form(adam["outside"], (outside,), domain=of_moments),
    Form(adam["inside"], (inside,), domain=of_moments),
    Form(adam["uncorrected"], (uncorrected,), domain=of_moments),
    Form(radam["outside"], (rectified_outside,), domain=of_moments),
    Form(radam["inside"], (rectified_inside,), domain=of_moments),
    Form(radam["uncorrected"], (rectified_uncorrected,), domain=of_moments),
    Form(momentum, (by_momentum,), domain=unit_interval(beta1)),
)
