"""When the adaptive rate has a mean and a variance: Var[1/√v_t] is finite from t = 3 on.

Key results: for positive weights E[1/v_t] is finite from t = 3 on and E[1/√v_t] from t = 2 on,
since the transform falls like s^{−3/2} and like 1/s. Before, they are infinite: a number that
E[1/v_t] were at t = 1 or 2, or E[1/√v_t] at t = 1, would exceed 1/(2ε) for every ε > 0.

References: Hilton 2019, section 4; the law of v_t is that of ``exact_law``.
"""

from sympy import Add, Expr, Integer, Lambda, Rational, Sum, Symbol, exp, log, pi, sqrt

from derivations.comparison import rank, scaled, total
from derivations.exact_law import (
    gaussian,
    k,
    laplace,
    m,
    s,
    transform,
    v,
    w,
    weights,
)
from derivations.exponential import line as exponential_line
from derivations.exponential import monotone
from derivations.gaussian import power_at_least_one
from derivations.integrals import integral, of_power, u
from derivations.inverse_moments import pointwise_positive
from derivations.notation import half, hilton, i, t
from derivations.powers import LEMMA, root_increasing
from radam_sym.kernel.axioms import (
    beta_integral,
    integral_dominated,
    integral_order,
    transform_converse,
)
from radam_sym.kernel.heads import E, Family, Integral
from radam_sym.kernel.terms import substitute
from radam_sym.proof import (
    Derivation,
    Draft,
    InductionDraft,
    at,
    chain,
    cite,
    definition,
    derivation,
    eq,
    for_all,
    induction,
    le,
    linear,
    lt,
    single,
    split,
    substituted,
)

x, y = Symbol("x", real=True), Symbol("y", real=True)
least = Symbol("omega", real=True)  # a lower bound of the first weights
b = Family("b", "sequence")
nonnegative_terms = for_all(rank, le(0, b[rank]))


# --- the transform, by its first factors ----------------------------------------------------------


def written_out(count: int) -> Draft:
    """A sum of a few terms, as its terms."""
    line = chain(total(b[i]).xreplace({t: Integer(count)}))
    for last in range(count - 1, 0, -1):
        line = line.by(split(last), at=Sum(b[i], (i, 1, last + 1)))
        line = line.by(single(), at=Sum(b[i], (i, last + 1, last + 1)))
    return line.by(single(), at=Sum(b[i], (i, 1, 1)))


@derivation("sum.two", LEMMA)
def two() -> Draft:
    """Two terms."""
    return written_out(2)


@derivation("sum.three", LEMMA)
def three() -> Draft:
    """Three terms."""
    return written_out(3)


def first_terms(count: int, few: Derivation) -> InductionDraft:
    """The first terms of a sum whose terms are not negative are no more than all of it."""
    some, last = Add(*[b[r] for r in range(1, count + 1)]), Sum(b[i], (i, t + 1, t + 1))
    return induction(
        le(some, total(b[i])),
        t,
        first=count,
        given=[nonnegative_terms, le(count, t)],
        base=lambda line: line.by(cite(few)),
        step=lambda line: (
            line.since(at(nonnegative_terms, t + 1))
            .at_most(total(b[i]) + b[t + 1])
            .by(single(), at=b[t + 1], to=last)
            .by(split(t), at=total(b[i]) + last, to=Sum(b[i], (i, 1, t + 1)))
        ),
    )


@derivation("sum.first_two", LEMMA)
def first_two() -> InductionDraft:
    """The first two terms of a sum, if none is negative."""
    return first_terms(2, two)


@derivation("sum.first_three", LEMMA)
def first_three() -> InductionDraft:
    """The first three."""
    return first_terms(3, three)


# --- the transform, by its first factors ----------------------------------------------------------

logs, lower = log(1 + 2 * s * w[i]), log(1 + 2 * s * least)
about = (at(weights, i), at(weights, rank), lt(0, 1 + 2 * s * w[i]), lt(0, 1 + 2 * s * least))
heavy = [le(least, w[r]) for r in (1, 2, 3)]
M = transform(w, t, s)


@derivation("log.weakly_increasing", LEMMA)
def log_order() -> Draft:
    """The logarithm keeps the order."""
    return (
        chain(log(x), given=[lt(0, x), le(x, y)])
        .since(lt(0, y), cite(exponential_line, z=log(x) - log(y)), lt(0, 1 / y))
        .at_most(
            log(y), because=[(1, [le(1 + (log(x) - log(y)), x / y)]), (1, [le(x, y), lt(0, 1 / y)])]
        )
    )


@derivation("existence.logarithm", LEMMA)
def logarithm_positive() -> Draft:
    """Each factor of the transform is at most 1."""
    return (
        chain(0, given=[weights, lt(0, s)])
        .since(at(weights, rank), cite(log_order, x=1, y=1 + 2 * s * w[rank]))
        .at_most(log(1 + 2 * s * w[rank]))
    )


def by_first(count: int, summed: Derivation) -> Draft:
    """M(s) ≤ (1 + 2ωs)^{−count/2}, where the first weights are at least ω."""
    places = range(1, count + 1)
    first = [logs.xreplace({i: Integer(r)}) for r in places]
    total_logs, common = total(logs), 1 + 2 * s * least
    return (
        chain(M, given=[weights, lt(0, s), lt(0, least), *heavy[:count], le(count, t)])
        .since(at(weights, i), at(weights, rank), lt(0, common), cite(logarithm_positive))
        .since(*(at(weights, r) for r in places))
        .since(*(cite(scaled, alpha=least, beta=w[r], gamma=2 * s) for r in places))
        .since(*(cite(log_order, x=common, y=1 + 2 * s * w[r]) for r in places))
        .since(cite(summed, b=Lambda(i, logs)), le(count * lower, Add(*first)))
        .since(le(-total_logs / 2, -count * lower / 2))
        .since(cite(monotone, z=-total_logs / 2, y=-count * lower / 2))
        .by(definition(transform))
        .at_most((1 + 2 * s * least) ** -Rational(count, 2))
    )


@derivation("existence.transform.two", LEMMA)
def transform_two() -> Draft:
    """M(s) ≤ 1/(1 + 2ωs), from t = 2 on."""
    return by_first(2, first_two)


@derivation("existence.transform.three", LEMMA)
def transform_three() -> Draft:
    """M(s) ≤ (1 + 2ωs)^{−3/2}, from t = 3 on."""
    return by_first(3, first_three)


# --- finite ---------------------------------------------------------------------------------------

tail = 1 + 2 * u * least
M_u = transform(w, t, u)


@derivation("existence.pointwise.three", LEMMA)
def pointwise_three() -> Draft:
    """The same, for the variable of an integral."""
    return (
        chain(M_u, given=[weights, lt(0, least), *heavy, le(3, t)])
        .since(at(weights, i), at(weights, rank), lt(0, tail), cite(transform_three, s=u))
        .at_most(tail ** -Rational(3, 2))
    )


@derivation("existence.pointwise.two", LEMMA)
def pointwise_two() -> Draft:
    """The other."""
    return (
        chain(u ** (-half) * M_u, given=[weights, lt(0, least), *heavy[:2], le(2, t)])
        .since(at(weights, i), at(weights, rank), lt(0, tail), cite(transform_two, s=u))
        .since(lt(0, u ** (-half)))
        .at_most(u ** (-half) / tail, because=[(1, [le(M_u, 1 / tail), lt(0, u ** (-half))])])
    )


def scaled_beta(a: Expr, b: Expr) -> Integral:
    """What the beta integral becomes: ∫ v^{a−1}(1+v)^{−a−b} dv, over (2ω)^a."""
    return integral((1 / (2 * least)) ** a * u ** (a - 1) * (1 + u) ** (-a - b))


def tail_integral(a: Expr, b: Expr, value: Expr) -> Draft:
    """∫ u^{a−1}(1 + 2ωu)^{−a−b} du = B(a, b)/(2ω)^a, from that."""
    inner = integral(u ** (a - 1) * (1 + u) ** (-a - b))
    return (
        chain(scaled_beta(a, b), given=lt(0, least))
        .since(cite(beta_integral, x=a, y=b), lt(0, pi))
        .by(linear((1 / (2 * least)) ** a * inner))
        .by(cite(beta_integral, x=a, y=b), to=value)
    )


@derivation("existence.tail.inverse.scaled", LEMMA)
def inverse_scaled() -> Draft:
    """The tail's integral, its variable scaled."""
    return tail_integral(Integer(1), half, 1 / least)


@derivation("existence.tail.root.scaled", LEMMA)
def root_scaled() -> Draft:
    """The other's."""
    return tail_integral(half, half, pi * sqrt(1 / (2 * least)))


@derivation("existence.tail.inverse", LEMMA)
def inverse_tail() -> Draft:
    """∫ (1+2ωs)^{−3/2} ds = 1/ω."""
    return (
        chain(integral(tail ** -Rational(3, 2)), given=lt(0, least))
        .since(cite(inverse_scaled), lt(0, tail))
        .by(substituted(1 / (2 * least)), to=scaled_beta(Integer(1), half))
        .by(cite(inverse_scaled))
    )


@derivation("existence.tail.root", LEMMA)
def root_tail() -> Draft:
    """∫ s^{−1/2}/(1+2ωs) ds = π/√(2ω)."""
    return (
        chain(integral(u ** (-half) / tail), given=lt(0, least))
        .since(cite(root_scaled), lt(0, tail), lt(0, pi))
        .by(substituted(1 / (2 * least)), to=scaled_beta(half, half))
        .by(cite(root_scaled))
    )


@derivation("exact.existence.inverse", hilton("section 4"))
def inverse_exists() -> Draft:
    """From t = 3 on ∫ M(s) ds, which is E[1/v], exists: it is at most 1/ω."""
    dominated = {"g": Lambda(u, M_u), "h": Lambda(u, tail ** -Rational(3, 2)), "B": 1 / least}
    return (
        chain(integral(M_u), given=[weights, lt(0, least), *heavy, le(3, t)])
        .since(at(weights, i), at(weights, rank), cite(inverse_tail), cite(pointwise_three))
        .since(cite(pointwise_positive, p=1), cite(integral_dominated, **dominated))
        .at_most(1 / least)
    )


@derivation("exact.existence.root", hilton("section 4"))
def root_exists() -> Draft:
    """From t = 2 on ∫ s^{−1/2}M(s) ds, which is √π·E[1/√v], exists."""
    most = pi * sqrt(1 / (2 * least))
    function = u ** (-half) * M_u
    dominated = {"g": Lambda(u, function), "h": Lambda(u, u ** (-half) / tail), "B": most}
    return (
        chain(integral(function), given=[weights, lt(0, least), *heavy[:2], le(2, t)])
        .since(at(weights, i), at(weights, rank), lt(0, tail), lt(0, pi))
        .since(cite(root_tail), cite(pointwise_two), cite(pointwise_positive, p=half))
        .since(cite(integral_dominated, **dominated))
        .at_most(most)
    )


# --- infinite -------------------------------------------------------------------------------------

A, eps = Symbol("A", real=True), Symbol("epsilon", real=True)
wide = 1 + 2 * u
light = [le(w[r], 1) for r in (1, 2)]


@derivation("sum.one", LEMMA)
def one() -> Draft:
    """One term."""
    return written_out(1)


def all_factors(count: int, few: Derivation) -> Draft:
    """(1+2s)^{−count/2} ≤ M(s), where these are all the weights and none is more than 1."""
    places = range(1, count + 1)
    most, summed = log(1 + 2 * s), total(logs).xreplace({t: Integer(count)})
    factors = [1 + 2 * s * w[r] for r in places]
    return (
        chain((1 + 2 * s) ** -Rational(count, 2), given=[weights, *light[:count], lt(0, s)])
        .since(at(weights, i), lt(0, 1 + 2 * s), *(at(weights, r) for r in places))
        .since(*(cite(scaled, alpha=w[r], beta=1, gamma=2 * s) for r in places))
        .since(*(cite(log_order, x=factor, y=1 + 2 * s) for factor in factors))
        .since(cite(few, b=Lambda(i, logs)), le(-count * most / 2, -summed / 2))
        .since(cite(monotone, z=-count * most / 2, y=-summed / 2))
        .at_most(exp(-summed / 2))
        .by(definition(transform), to=transform(w, count, s))
    )


@derivation("existence.transform.one_least", LEMMA)
def one_least() -> Draft:
    """1/√(1+2s) ≤ M(s), at t = 1."""
    return all_factors(1, one)


@derivation("existence.transform.two_least", LEMMA)
def two_least() -> Draft:
    """1/(1+2s) ≤ M(s), at t = 2."""
    return all_factors(2, two)


@derivation("existence.slow", LEMMA)
def slow() -> Draft:
    """(1+2u)^{−1−ε} ≤ 1/(1+2u)."""
    over = lt(0, 1 / wide)
    return (
        chain(wide ** (-1 - eps), given=lt(0, eps))
        .since(lt(1, wide), cite(power_at_least_one, b=wide), over, lt(0, wide**-eps))
        .at_most(1 / wide, because=[(1, [le(1, wide**eps), over, lt(0, wide**-eps)])])
    )


@derivation("existence.slow.scaled", LEMMA)
def slow_scaled() -> Draft:
    """Its integral, the variable scaled."""
    return (
        chain(integral((1 + u) ** (-1 - eps) / 2), given=lt(0, eps))
        .since(cite(of_power, p=1 + eps))
        .by(linear(integral((1 + u) ** (-1 - eps)) / 2))
        .by(cite(of_power, p=1 + eps))
    )


@derivation("existence.slow.integral", LEMMA)
def slow_integral() -> Draft:
    """∫ (1+2s)^{−1−ε} ds = 1/(2ε): as much as one likes."""
    return (
        chain(integral(wide ** (-1 - eps)), given=lt(0, eps))
        .since(cite(slow_scaled), lt(0, wide))
        .by(substituted(half), to=integral((1 + u) ** (-1 - eps) / 2))
        .by(cite(slow_scaled))
    )


@derivation("existence.one.pointwise", LEMMA)
def one_pointwise() -> Draft:
    """At t = 1 the transform falls so slowly."""
    M_one, root = transform(w, 1, u), 1 / sqrt(wide)
    return (
        chain(wide ** (-1 - eps), given=[weights, light[0], lt(0, eps)])
        .since(at(weights, i), lt(1, wide), lt(0, wide), cite(slow), cite(one_least, s=u))
        .since(cite(power_at_least_one, b=wide, epsilon=half))
        .at_most(1 / wide)
        .at_most(root, because=[(1, [le(1, sqrt(wide)), lt(0, 1 / wide)])])
        .at_most(M_one)
    )


@derivation("existence.root.pointwise", LEMMA)
def root_pointwise() -> Draft:
    """There it does so over √s, too."""
    M_one, power = transform(w, 1, u), u ** (-half)
    return (
        chain(wide ** (-1 - eps), given=[weights, light[0], lt(0, eps)])
        .since(at(weights, i), lt(1, wide), lt(0, wide), cite(slow), cite(one_least, s=u))
        .since(cite(root_increasing, x=u, y=wide), lt(0, power), lt(0, 1 / sqrt(wide)))
        .at_most(1 / wide)
        .at_most(
            power / sqrt(wide),
            because=[(1, [lt(sqrt(u), sqrt(wide)), lt(0, power), lt(0, 1 / wide)])],
        )
        .at_most(power * M_one, because=[(1, [le(1 / sqrt(wide), M_one), lt(0, power)])])
    )


@derivation("existence.two.pointwise", LEMMA)
def two_pointwise() -> Draft:
    """And at t = 2."""
    return (
        chain(wide ** (-1 - eps), given=[weights, *light, lt(0, eps)])
        .since(at(weights, i), lt(1, wide), cite(slow), cite(two_least, s=u))
        .at_most(1 / wide)
        .at_most(transform(w, 2, u))
    )


def diverges(count: int, order: Expr, least: Derivation, value: Expr) -> Draft:
    """A number that E[v^{−order}] were would be at least 1/(2ε·Γ(order))."""
    few = substitute(v, {t: Integer(count)})
    moment = eq(E(few ** (-order)), A)
    function = u ** (order - 1) * transform(w, count, u)
    law = {"X": Lambda(k, few), "i": m, "s": order, "g": Lambda(u, transform(w, count, u)), "A": A}
    smaller = {"g": Lambda(u, wide ** (-1 - eps)), "A": 1 / (2 * eps)}
    return (
        chain(1 / (2 * eps), given=[*gaussian, weights, *light[:count], moment, lt(0, eps)])
        .since(at(weights, i), cite(laplace, s=u, t=count), cite(transform_converse, **law))
        .since(cite(slow_integral), cite(least))
        .since(cite(integral_order, h=Lambda(u, function), B=A * value, **smaller))
        .at_most(A * value)
    )


@derivation("exact.existence.one", hilton("section 4"))
def inverse_diverges_at_one() -> Draft:
    """At t = 1 E[1/v] is infinite: a number that it were would exceed any."""
    return diverges(1, Integer(1), one_pointwise, Integer(1))


@derivation("exact.existence.one_root", hilton("section 4"))
def root_diverges_at_one() -> Draft:
    """There E[1/√v] is infinite, too."""
    return diverges(1, half, root_pointwise, sqrt(pi))


@derivation("exact.existence.two", hilton("section 4"))
def inverse_diverges_at_two() -> Draft:
    """At t = 2 E[1/v] is infinite still."""
    return diverges(2, Integer(1), two_pointwise, Integer(1))
