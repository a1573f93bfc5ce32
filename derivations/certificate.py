"""What the certificate rests on: a sum over nodes beside the integral of a Laplace transform.

Key results: with M(u) = E[e^{−uX}], X ≥ 0 and I = ∫ s^{p−1}M(s) ds, h·Σ_k e^{pkh}M(e^{kh}) is
between (1−δ)I and (1+δ)I, where δ = 2(1+z²)^{p/2}/(e^{2πd/h}−1), d = arctan z, for any h, z > 0.
A way: M is a mixture of exponentials, and for one of them this is the strip theorem. So it is for
v_t, from t = 3 on for p = 1 and from t = 2 on for p = 1/2, and for v_∞.

References: Trefethen and Weideman 2014, section 5.
"""

from sympy import Basic, Expr, Integer, Lambda, Limit, Sum, Symbol, exp, gamma, oo, pi

from derivations.adaptive_rate import (
    aged_positive,
    argument_positive,
    by_age,
    by_age_exists,
    gradients,
)
from derivations.adaptive_rate import summed as shares
from derivations.exact_law import averaged, gaussian, laplace, transform, v, w, weights
from derivations.exponential import above_one
from derivations.gamma_ratio import positive as gamma_positive
from derivations.infinite import inverse_at_infinity, root_at_infinity
from derivations.integrals import integral, of_power, p, u
from derivations.late_transform import converges, factor, transform_limit
from derivations.notation import X, beta, decaying, half, t
from derivations.powers import BEYOND, LEMMA
from radam_sym.kernel.axioms import (
    expectation_linear,
    expectation_order,
    expectation_series,
    integral_dominated,
    integral_positive,
    limit_monotone,
    strip_at_least,
    strip_at_most,
    transform_negative_moment,
)
from radam_sym.kernel.heads import Definition, E, Family
from radam_sym.kernel.terms import substitute, unfolded
from radam_sym.proof import (
    Derivation,
    Draft,
    at,
    chain,
    cite,
    definition,
    derivation,
    eq,
    factor_in,
    for_all,
    given,
    le,
    linear,
    linear_sum,
    lt,
    nonnegative,
    single,
    split,
)

A, c, h, x, z = (Symbol(name, real=True) for name in "Achxz")
i, k, m, r = (Symbol(name, integer=True) for name in "ikmr")
n, terms = (Symbol(name, integer=True, positive=True) for name in "nN")
M = Family("M", "positive function")


# --- the bound ------------------------------------------------------------------------------------

slope = z / ((1 + u) ** 2 + z**2)
arctangent = Definition("arctan", (z,), integral(slope), notation=r"\arctan\left({z}\right)")
aliasing = Definition(
    "aliasing",
    (p, h, z),
    2 * (1 + z**2) ** (p / 2) / (exp(2 * pi * arctangent(z) / h) - 1),
    notation=r"\delta",
)


@derivation("certificate.angle.bound", LEMMA)
def dominated_by() -> Draft:
    """∫ z/(1+u)² du = z."""
    return (
        chain(integral(z * (1 + u) ** (-2)))
        .since(cite(of_power, p=2))
        .by(linear(z * integral((1 + u) ** (-2))))
        .by(cite(of_power, p=2))
    )


@derivation("certificate.angle.exists", LEMMA)
def exists() -> Draft:
    """arctan z = ∫ z/((1+u)²+z²) du exists, and is at most z."""
    below, above = lt(0, (1 + u) ** 2 + z**2), z * (1 + u) ** (-2)
    over = lt(0, slope)
    dominated = {"g": Lambda(u, slope), "h": Lambda(u, above), "B": z}
    return (
        chain(integral(slope), given=lt(0, z))
        .since(cite(dominated_by), below, lt(0, above), over, le(slope, above))
        .since(cite(integral_dominated, **dominated))
        .at_most(z)
    )


@derivation("certificate.angle", LEMMA)
def named() -> Draft:
    """So it has a name."""
    return (
        chain(integral(slope), given=lt(0, z))
        .since(cite(exists), lt(0, (1 + u) ** 2 + z**2))
        .by(definition(arctangent), to=arctangent(z))
    )


@derivation("certificate.angle.positive", LEMMA)
def arctangent_positive() -> Draft:
    """It is positive."""
    below, over = lt(0, (1 + u) ** 2 + z**2), lt(0, slope)
    return (
        chain(0, given=lt(0, z))
        .since(cite(exists), below, over)
        .since(cite(integral_positive, g=Lambda(u, slope), A=integral(slope)))
        .below(integral(slope))
        .by(definition(arctangent), to=arctangent(z))
    )


bounded = (lt(0, p), lt(0, h), lt(0, z))


@derivation("certificate.denominator", LEMMA)
def denominator() -> Draft:
    """What δ divides by is positive."""
    angle = 2 * pi * arctangent(z) / h
    return (
        chain(0, given=bounded[1:])
        .since(cite(exists), cite(arctangent_positive), lt(0, angle), cite(above_one, z=angle))
        .below(exp(angle) - 1)
    )


def defined(at: Expr = z) -> tuple[object, ...]:
    """δ has a value."""
    return cite(exists, z=at), cite(denominator, z=at), lt(0, 1 + at**2)


# --- for one exponential --------------------------------------------------------------------------

delta = aliasing(p, h, z)


def node(at: Expr) -> Expr:
    """A term of the sum for e^{−xu}, of u = e^{kh}."""
    return h * exp(p * h * i) * exp(-at * exp(h * i))


def all_nodes(body: Expr, index: Symbol = i) -> Limit:
    """The sum over every node, from the middle outwards."""
    return Limit(Sum(body, (index, -terms, terms)), terms, oo)


strip = {"s": p, "d": arctangent(z)}


@derivation("certificate.one.most", LEMMA)
def one_at_most() -> Draft:
    """Whatever nodes are taken, the sum is at most (1+δ)Γ(p)x^{−p}."""
    some = Sum(node(x), (i, k, m))
    return (
        chain(some, given=[*bounded, lt(0, x), le(k - 1, m)])
        .since(*defined(), cite(named), cite(strip_at_most, **strip, m=k, n=m))
        .at_most((1 + unfolded(delta)) * gamma(p) * x ** (-p))
        .by(definition(aliasing), to=(1 + delta) * gamma(p) * x ** (-p))
    )


@derivation("certificate.one.negative", LEMMA)
def one_negative() -> Draft:
    """The same the other way round."""
    return (
        chain(-(1 + delta) * gamma(p) * x ** (-p), given=[*bounded, lt(0, x), le(k - 1, m)])
        .since(*defined(), cite(gamma_positive), cite(one_at_most))
        .at_most(-Sum(node(x), (i, k, m)))
        .by(factor_in())
    )


@derivation("certificate.one.least", LEMMA)
def one_at_least() -> Draft:
    """And with all of them it is at least (1−δ)Γ(p)x^{−p}."""
    return (
        chain((1 - delta) * gamma(p) * x ** (-p), given=[*bounded, lt(0, x)])
        .since(*defined(), cite(named), cite(gamma_positive), cite(strip_at_least, **strip))
        .by(definition(aliasing))
        .at_most(all_nodes(node(x)))
    )


# --- for a mixture of them ------------------------------------------------------------------------

of_transform = for_all(u, eq(E(exp(-u * X[r])), M(u)))
integrated = eq(integral(u ** (p - 1) * M(u)), A)
mixture = (nonnegative(X), of_transform, integrated)


def value(index: Expr = i) -> Expr:
    """A term of the sum for M."""
    return h * exp(p * h * index) * M(exp(h * index))


means = (at(of_transform, u), at(of_transform, exp(h * i)))
one_by_one = {"X": Lambda(i, exp(-exp(h * i) * X[r])), "a": Lambda(i, c * exp(p * h * i))}


@derivation("certificate.sum", LEMMA)
def some_terms() -> Draft:
    """The mean of a sum of exponentials is a sum of values of M."""
    some = Sum(c * exp(p * h * i) * exp(-exp(h * i) * X[r]), (i, k, m))
    return (
        chain(E(some), given=[of_transform, le(k - 1, m)])
        .since(*means)
        .by(cite(expectation_linear, **one_by_one, m=k, n=m))
        .by(given(of_transform, exp(h * i)))
    )


@derivation("certificate.term", LEMMA)
def one_term() -> Draft:
    """So it is for one term."""
    mean = E(node(X[r])).xreplace({i: k})
    return (
        chain(mean, given=of_transform)
        .since(*means, at(of_transform, exp(h * k)), cite(some_terms, c=h, m=k))
        .by(single(), at=node(X[r]).xreplace({i: k}), to=Sum(node(X[r]), (i, k, k)))
        .by(cite(some_terms, c=h, m=k))
        .by(single())
    )


law = {"i": r, "s": p, "g": M}
present = (*means, cite(gamma_positive), cite(transform_negative_moment, **law))


@derivation("certificate.some", LEMMA)
def some_at_most() -> Draft:
    """Whatever nodes are taken, the sum is at most (1+δ)I."""
    less, negative = Sum(-node(u), (i, k, m)), Sum(-value(), (i, k, m))
    order = {**law, "A": A / gamma(p), "B": -(1 + delta) * gamma(p), "g": Lambda(u, less)}
    return (
        chain(Sum(value(), (i, k, m)), given=[*mixture, *bounded, le(k - 1, m)])
        .since(*defined(), *present, cite(some_terms, c=-h), cite(one_negative, x=u))
        .since(cite(expectation_order, **order, c=negative))
        .by(linear_sum(-negative))
        .at_most((1 + delta) * A)
    )


# --- with all its terms ---------------------------------------------------------------------------

everything = (*mixture, *bounded)


@derivation("certificate.transform", LEMMA)
def transform_nonnegative() -> Draft:
    """0 ≤ M(x)."""
    order = {**law, "A": A / gamma(p), "B": 0, "g": Lambda(u, exp(-x * u))}
    return (
        chain(0, given=[*mixture, lt(0, p), lt(0, x)])
        .since(*present, at(of_transform, x))
        .since(cite(expectation_order, **order, c=M(x)))
        .at_most(M(x))
    )


@derivation("certificate.value", LEMMA)
def value_nonnegative() -> Draft:
    """No term is negative."""
    over, power = cite(transform_nonnegative, x=exp(h * k)), exp(p * h * k)
    return (
        chain(0, given=[*mixture, lt(0, p), lt(0, h)])
        .since(*present, over)
        .at_most(value(k), because=[(1, [le(0, M(exp(h * k))), lt(0, h), lt(0, power)])])
    )


def inner(upper: Expr) -> Sum:
    """The sum over the nodes from −upper to upper."""
    return Sum(value(), (i, -upper, upper))


@derivation("certificate.increasing", LEMMA)
def increasing() -> Draft:
    """The sum grows with the nodes on both sides."""
    first, last = -terms - 1, terms + 1
    low, high = (Sum(value(), (i, at, at)) for at in (first, last))
    longer = Sum(value(), (i, first, terms))
    added = (cite(value_nonnegative, k=end) for end in (first, last))
    return (
        chain(inner(terms), given=[*mixture, lt(0, p), lt(0, h)])
        .since(*means, *added)
        .at_most(value(first) + inner(terms), because=[(1, [le(0, value(first))])])
        .by(single(), at=value(first), to=low)
        .by(split(first), at=low + inner(terms), to=longer)
        .at_most(longer + value(last), because=[(1, [le(0, value(last))])])
        .by(single(), at=value(last), to=high)
        .by(split(terms), at=longer + high, to=inner(terms + 1))
    )


@derivation("certificate.most", BEYOND)
def at_most() -> Draft:
    """So the sum over all nodes converges, to (1+δ)I at the most."""
    most = (1 + delta) * A
    return (
        chain(all_nodes(value()), given=everything)
        .since(*defined(), *means, cite(increasing, N=n), cite(some_at_most, k=-n, m=n))
        .since(cite(limit_monotone, a=Lambda(n, inner(n)), B=most))
        .at_most(most)
    )


@derivation("certificate.means", LEMMA)
def series_of_means() -> Draft:
    """It is the series of the means of the terms for one exponential."""
    return (
        chain(all_nodes(E(node(X[r]))), given=everything)
        .since(*defined(), *means, cite(one_term, k=i), cite(at_most))
        .by(cite(one_term, k=i))
    )


@derivation("certificate.least", BEYOND)
def at_least() -> Draft:
    """To (1−δ)I at the least."""
    total = all_nodes(value())
    series = {"X": Lambda(i, node(X[r])), "A": total}
    order = {**law, "A": A / gamma(p), "B": (1 - delta) * gamma(p)}
    order |= {"g": Lambda(u, all_nodes(node(u))), "c": total}
    return (
        chain((1 - delta) * A, given=everything)
        .since(*defined(), *present, cite(at_most), cite(series_of_means), cite(one_at_least, x=u))
        .since(cite(one_term, k=i))
        .since(cite(expectation_series, **series), cite(expectation_order, **order))
        .at_most(total)
    )


# --- for v_t --------------------------------------------------------------------------------------

law_of_v = {"X": Lambda(r, v), "M": Lambda(u, transform(w, t, u))}
weighted = (*gaussian, weights, *bounded, eq(averaged, A))
of_v = (at(weights, i), cite(laplace, s=u))


def summed(weight: Basic, power: Expr = p) -> Limit:
    """h·Σ_k e^{pkh}M(e^{kh}), for the transform of some weights."""
    return all_nodes(h * exp(power * h * k) * transform(weight, t, exp(h * k)), k)


@derivation("certificate.weights.most", LEMMA)
def weighted_at_most() -> Draft:
    """h·Σe^{pkh}M(e^{kh}) converges, and is at most (1+δ)I: for any weights, where I exists."""
    return (
        chain(summed(w), given=weighted)
        .since(*defined(), *of_v, cite(at_most, **law_of_v))
        .at_most((1 + delta) * A)
    )


@derivation("certificate.weights.least", LEMMA)
def weighted_at_least() -> Draft:
    """It is at least (1−δ)I."""
    return (
        chain((1 - delta) * A, given=weighted)
        .since(*defined(), *of_v, cite(weighted_at_most), cite(at_least, **law_of_v))
        .at_most(summed(w))
    )


# --- as it is evaluated ---------------------------------------------------------------------------

positive_step = lt(0, h)
places = (u, exp(h * k))  # at which the transform stands


def best(power: Expr) -> Expr:
    """δ at z = 2π/(ph)."""
    return aliasing(power, h, 2 * pi / (power * h))


def of_moment(power: Expr, weight: Basic = by_age) -> Expr:
    """∫ s^{p−1}M(s) ds, for the transform of some weights."""
    return substitute(averaged, {p: power, w: weight})


def of_average(power: Expr, start: int, below: Derivation, least: bool) -> Draft:
    """The bound for an EWMA of squared gradients, from where the moment is finite."""
    total, whole = summed(by_age, power), of_moment(power)
    bound = (1 - best(power)) * whole if least else (1 + best(power)) * whole
    known = {"w": by_age, "p": power, "z": 2 * pi / (power * h), "A": whole}
    return (
        chain(bound if least else total, given=[*gradients, positive_step, le(start, t)])
        .since(*shares, aged_positive, le(2, t), lt(0, pi), lt(0, known["z"]))
        .since(*(cite(argument_positive, i=i - 1, s=place) for place in places))
        .since(*by_age_exists)
        .since(*defined(known["z"]), cite(below, **known))
        .at_most(total if least else bound)
    )


@derivation("certificate.inverse.most", BEYOND)
def inverse_at_most() -> Draft:
    """So E[1/v_t] is what the sum is, but for δ: from above."""
    return of_average(Integer(1), 3, weighted_at_most, False)


@derivation("certificate.inverse.least", BEYOND)
def inverse_at_least() -> Draft:
    """And from below."""
    return of_average(Integer(1), 3, weighted_at_least, True)


@derivation("certificate.root.most", LEMMA)
def root_at_most() -> Draft:
    """E[1/√v_t], from above."""
    return of_average(half, 2, weighted_at_most, False)


@derivation("certificate.root.least", LEMMA)
def root_at_least() -> Draft:
    """And from below."""
    return of_average(half, 2, weighted_at_least, True)


# --- for v_∞ --------------------------------------------------------------------------------------

M_inf = transform_limit(beta, u)
of_limit = for_all(u, eq(E(exp(-u * X[r])), M_inf))
limiting = (nonnegative(X), of_limit, *decaying, positive_step)


def at_infinity(power: Expr, converging: Derivation, below: Derivation, least: bool) -> Draft:
    """The bound for a variable that is not negative and has the transform M_∞, as v_∞ has."""
    total = all_nodes(h * exp(power * h * k) * transform_limit(beta, exp(h * k)), k)
    whole = integral(u ** (power - 1) * M_inf)
    bound = (1 - best(power)) * whole if least else (1 + best(power)) * whole
    known = {"M": Lambda(u, M_inf), "p": power, "z": 2 * pi / (power * h), "A": whole}
    return (
        chain(bound if least else total, given=limiting)
        .since(lt(0, pi), lt(0, known["z"]), *defined(known["z"]))
        .since(*(cite(lemma, s=place) for lemma in (factor, converges) for place in places))
        .since(cite(converging, k=2), at(of_limit, u), at(of_limit, exp(h * k)))
        .since(cite(below, **known))
        .at_most(total if least else bound)
    )


@derivation("certificate.infinite.most", BEYOND)
def infinite_at_most() -> Draft:
    """So it is at t = ∞: E[1/v_∞], from above."""
    return at_infinity(Integer(1), inverse_at_infinity, at_most, False)


@derivation("certificate.infinite.least", BEYOND)
def infinite_at_least() -> Draft:
    """And from below."""
    return at_infinity(Integer(1), inverse_at_infinity, at_least, True)


@derivation("certificate.infinite.root_most", LEMMA)
def infinite_root_at_most() -> Draft:
    """E[1/√v_∞], from above."""
    return at_infinity(half, root_at_infinity, at_most, False)


@derivation("certificate.infinite.root_least", LEMMA)
def infinite_root_at_least() -> Draft:
    """And from below."""
    return at_infinity(half, root_at_infinity, at_least, True)
