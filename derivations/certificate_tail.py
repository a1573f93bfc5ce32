"""What the certificate leaves out on the right: the sum over the nodes beyond a last one.

Key results: log f, f(y) = e^{py}M(e^y), is concave, so that the ratio of two terms that follow
each other falls; and where it is ρ < 1, what is beyond the last term f is at most fρ/(1−ρ), however
far the sum goes. So it is for the transform of v_t and for its limit.
"""

from sympy import Basic, Expr, Lambda, Limit, Sum, Symbol, exp, log, oo

from derivations.certificate import M, h, k, n, terms
from derivations.comparison import rank, sum_order, total
from derivations.exact_law import s, transform, w, weights
from derivations.exponential import line as exponential_line
from derivations.exponential import monotone
from derivations.integrals import p, u
from derivations.inverse_moments import pointwise_positive
from derivations.late_transform import (
    S,
    converges,
    factor,
    newest,
    transform_limit,
    transform_positive,
    weight,
)
from derivations.limits import ordered
from derivations.notation import beta, decaying, i, t
from derivations.powers import BEYOND, LEMMA
from radam_sym.kernel.heads import Family
from radam_sym.kernel.terms import substitute
from radam_sym.proof import (
    Draft,
    InductionDraft,
    at,
    chain,
    cite,
    definition,
    derivation,
    eq,
    factor_in,
    for_all,
    hyperbolic,
    induction,
    le,
    limit,
    linear_sum,
    lt,
    single,
    split,
)

j, m = (Symbol(name, integer=True) for name in "jm")
q, y, rho = (Symbol(name, real=True) for name in ("q", "y", "rho"))
a = Family("a", "sequence")


# --- terms whose ratio falls ----------------------------------------------------------------------

falling = (
    for_all(j, lt(0, a[j])),
    for_all(j, le(a[j] * a[j + 2], a[j + 1] ** 2)),
    le(a[m], rho * a[m - 1]),
)


def falls(line: Draft, before: Expr) -> Draft:
    """From ``a[k+1] ≤ ρ·a[k]`` to ``a[k+2] ≤ ρ·a[k+1]``."""
    positive, bent, _ = falling
    first, second, third = (a[before + steps] for steps in (0, 1, 2))
    over = lt(0, 1 / first)
    return (
        line.since(at(positive, before), at(positive, before + 1), at(bent, before), over)
        .at_most(second**2 / first, because=[(1, [le(first * third, second**2), over])])
        .at_most(rho * second, because=[(1, [le(second, rho * first), lt(0, second), over])])
    )


@derivation("tail.ratio", LEMMA)
def ratio() -> InductionDraft:
    """The ratio of two that follow each other is no more than it was before."""
    return induction(
        le(a[m + t], rho * a[m + t - 1]),
        t,
        given=falling,
        base=lambda line: falls(line, m - 1),
        step=lambda line: falls(line, m + t - 1),
    )


@derivation("tail.sum", LEMMA)
def beyond() -> InductionDraft:
    """So those beyond the last add up to a geometric series at most."""
    positive, over = falling[0], 1 / (1 - rho)
    last = a[m + t + 1]
    rest = Sum(a[j], (j, m + 1, m + t))
    return induction(
        le(rest, (a[m] - a[m + t]) * rho * over),
        t,
        given=[*falling, lt(rho, 1)],
        base=lambda line: (
            line.since(at(positive, m), cite(ratio, t=1), lt(0, over))
            .by(single())
            .at_most(
                (a[m] - a[m + 1]) * rho * over,
                because=[(1, [le(a[m + 1], rho * a[m]), lt(0, over)])],
            )
        ),
        step=lambda line: (
            line.since(cite(ratio, t=t + 1), lt(0, over))
            .by(split(m + t))
            .by(single(), at=Sum(a[j], (j, m + t + 1, m + t + 1)))
            .at_most((a[m] - a[m + t]) * rho * over + last)
            .at_most(
                (a[m] - last) * rho * over,
                because=[(1, [le(last, rho * a[m + t]), lt(0, over)])],
            )
        ),
    )


# --- the terms of the sum -------------------------------------------------------------------------

concave = (  # log M, in the logarithm of what it is taken at
    for_all(u, lt(0, M(u))),
    for_all(u, le(M(u) * M(exp(2 * h) * u), M(exp(h) * u) ** 2)),
)


def term(at: Expr) -> Expr:
    """A term of the sum."""
    return h * exp(p * h * at) * M(exp(h * at))


@derivation("tail.term_positive", LEMMA)
def term_positive() -> Draft:
    """Each term is positive."""
    factors = [lt(0, h), lt(0, exp(p * h * j)), lt(0, M(exp(h * j)))]
    return (
        chain(0, given=[concave[0], lt(0, h)])
        .since(at(concave[0], exp(h * j)))
        .below(term(j), because=[(1, factors)])
    )


@derivation("tail.term", LEMMA)
def term_falls() -> Draft:
    """f(y)·f(y+2h) ≤ f(y+h)²."""
    node, power = exp(h * j), exp(p * h * (j + 1))
    first, second, third = M(node), M(exp(h) * node), M(exp(2 * h) * node)
    return (
        chain(term(j) * term(j + 2), given=concave)
        .since(at(concave[0], node), at(concave[1], node))
        .since(*(at(concave[0], exp(h * (j + r))) for r in (1, 2)))
        .since(at(concave[0], exp(h) * node), at(concave[0], exp(2 * h) * node))
        .by(hyperbolic, at=exp(h * (j + 2)), to=exp(2 * h) * node)
        .by(hyperbolic, to=h**2 * power**2 * first * third)
        .at_most(h**2 * power**2 * second**2)
        .by(hyperbolic, at=exp(h) * node, to=exp(h * (j + 1)))
    )


stopped = (lt(0, h), le(term(m), rho * term(m - 1)), lt(0, rho), lt(rho, 1))


@derivation("tail.terms", LEMMA)
def tail() -> Draft:
    """However many terms come after the last, they add up to fρ/(1−ρ) at most."""
    over = 1 / (1 - rho)
    return (
        chain(Sum(term(j), (j, m + 1, m + t)), given=[*concave, *stopped])
        .since(at(concave[0], u), cite(term_positive), cite(term_falls), lt(0, over))
        .since(cite(term_positive, j=m), cite(term_positive, j=m + t))
        .since(cite(beyond, a=Lambda(j, term(j))))
        .at_most((term(m) - term(m + t)) * rho * over)
        .at_most(term(m) * rho * over, because=[(1, [lt(0, term(m + t)), lt(0, rho), lt(0, over)])])
    )


# --- of v_t ---------------------------------------------------------------------------------------


@derivation("log.midpoint", LEMMA)
def midpoint() -> Draft:
    """2·log(1+qy) ≤ log(1+y) + log(1+q²y)."""
    low, middle, high = 1 + y, 1 + q * y, 1 + q**2 * y
    gap = 2 * log(middle) - log(low) - log(high)
    over = lt(0, 1 / (low * high))
    return (
        chain(2 * log(middle), given=[lt(0, q), lt(0, y)])
        .since(lt(0, low), lt(0, middle), lt(0, high), over, le(middle**2, low * high))
        .since(cite(exponential_line, z=gap))
        .at_most(
            log(low) + log(high),
            because=[
                (1, [le(1 + gap, middle**2 / (low * high))]),
                (1, [le(middle**2, low * high), over]),
            ],
        )
    )


def logs(at_s: Expr) -> Sum:
    """Twice what −log M(s) is."""
    return total(log(1 + 2 * at_s * w[i]))


nodes = (s, q * s, q**2 * s)
factors = tuple(lt(0, 1 + 2 * node * w[i]) for node in nodes)


@derivation("tail.logarithms", LEMMA)
def logarithms() -> Draft:
    """log M is concave in log s, since each of its terms is."""
    low, middle, high = (log(1 + 2 * node * w[i]) for node in nodes)
    at_rank = cite(midpoint, y=2 * s * w[rank])
    return (
        chain(2 * logs(q * s), given=[weights, lt(0, q), lt(0, s)])
        .since(at(weights, i), at(weights, rank), *factors, at_rank)
        .since(cite(sum_order, a=Lambda(i, 2 * middle), b=Lambda(i, low + high)))
        .by(factor_in())
        .at_most(Sum(low + high, (i, 1, t)))
        .by(linear_sum(logs(s) + logs(q**2 * s)))
    )


def of_weights(at_s: Expr) -> Expr:
    """M(s), for some weights."""
    return transform(w, t, at_s)


@derivation("tail.transform", LEMMA)
def transform_falls() -> Draft:
    """M(s)·M(q²s) ≤ M(qs)²."""
    before, after = (-(logs(s) + logs(q**2 * s)) / 2, -logs(q * s))
    return (
        chain(of_weights(s) * of_weights(q**2 * s), given=[weights, lt(0, q), lt(0, s)])
        .since(at(weights, i), *factors, cite(logarithms), le(before, after))
        .since(cite(monotone, z=before, y=after))
        .by(definition(transform))
        .by(hyperbolic, to=exp(before))
        .at_most(exp(after))
        .by(definition(transform), to=of_weights(q * s) ** 2)
    )


# --- of its limit ---------------------------------------------------------------------------------

node_sums = [S(t).xreplace({s: node}) for node in nodes]
low_end, middle_end, high_end = (Limit(part, t, oo) for part in node_sums)
given_nodes = (*decaying, lt(0, q), lt(0, s))
at_nodes = (
    *(lt(0, node) for node in nodes),
    cite(weight),
    *(cite(lemma, s=node) for lemma in (factor, converges) for node in nodes),
)


@derivation("tail.limit.twice", LEMMA)
def twice() -> Draft:
    """One side, in the limit."""
    return (
        chain(Limit(2 * node_sums[1], t, oo), given=given_nodes)
        .since(*at_nodes)
        .by(limit(eq(middle_end, middle_end)))
    )


@derivation("tail.limit.both", LEMMA)
def both() -> Draft:
    """The other."""
    known = (eq(one, one) for one in (low_end, high_end))
    return (
        chain(Limit(node_sums[0] + node_sums[2], t, oo), given=given_nodes)
        .since(*at_nodes)
        .by(limit(*known))
    )


@derivation("tail.limit.logarithms", LEMMA)
def limit_logarithms() -> Draft:
    """And of log M_∞."""
    sums = [part.xreplace({t: n}) for part in node_sums]
    order = {"a": Lambda(n, 2 * sums[1]), "b": Lambda(n, sums[0] + sums[2])}
    order |= {"A": 2 * middle_end, "B": low_end + high_end}
    return (
        chain(2 * middle_end, given=given_nodes)
        .since(*at_nodes, cite(logarithms, w=Lambda(i, newest), t=n))
        .since(cite(twice), cite(both), cite(ordered, **order))
        .at_most(low_end + high_end)
    )


@derivation("tail.limit", LEMMA)
def limit_falls() -> Draft:
    """M_∞(s)·M_∞(q²s) ≤ M_∞(qs)²."""
    before, after = -(low_end + high_end) / 2, -middle_end
    low, middle, high = (transform_limit(beta, node) for node in nodes)
    return (
        chain(low * high, given=given_nodes)
        .since(*at_nodes, cite(limit_logarithms), le(before, after))
        .since(cite(monotone, z=before, y=after))
        .by(definition(transform_limit))
        .by(hyperbolic, to=exp(before))
        .at_most(exp(after))
        .by(definition(transform_limit), to=middle**2)
    )


# --- what is left out -----------------------------------------------------------------------------


def ends(function: Basic, given: tuple[Basic, ...], known: tuple[object, ...]) -> Draft:
    """What is left out of the sum for a transform."""
    hypotheses = [substitute(part, {M: function}) for part in stopped]
    most = substitute(term(m), {M: function}) * rho / (1 - rho)
    return (
        chain(
            substitute(Sum(term(k), (k, m + 1, m + t)), {M: function, t: terms}),
            given=[*given, *hypotheses],
        )
        .since(*known, cite(tail, M=function, t=terms))
        .at_most(most)
    )


@derivation("certificate.tail", BEYOND)
def weighted_tail() -> Draft:
    """The sum for v_t beyond its last term f, where ρ is that over the one before."""
    known = (at(weights, i), cite(pointwise_positive, p=1), cite(transform_falls, s=u, q=exp(h)))
    return ends(Lambda(u, transform(w, t, u)), (weights,), known)


@derivation("certificate.tail.infinite", LEMMA)
def infinite_tail() -> Draft:
    """And the sum for v_∞."""
    known = (cite(transform_positive, s=u), cite(limit_falls, s=u, q=exp(h)))
    at_u, at_ends = (u, exp(h) * u, exp(2 * h) * u), (exp(h * node) for node in (k, m, m - 1))
    places = (*at_u, *at_ends)
    convergent = (cite(lemma, s=place) for lemma in (factor, converges) for place in places)
    return ends(Lambda(u, transform_limit(beta, u)), decaying, (*convergent, *known))
