"""Lemmas on the limits of sequences that begin at 1.

Key results: limits keep the order of two such sequences; and if t(x_t − 1) converges, t(√x_t − 1)
goes to half of that.
"""

from sympy import Integer, Lambda, Limit, Symbol, oo, sqrt

from derivations.notation import s
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import limit_between
from radam_sym.kernel.heads import Family
from radam_sym.proof import (
    CasesDraft,
    Draft,
    algebra,
    at,
    cases,
    chain,
    cite,
    derivation,
    eq,
    for_all,
    le,
    limit,
    lt,
    series,
)

n = Symbol("n", integer=True, positive=True)
A, B, G = (Symbol(name, real=True) for name in "ABG")
a, b, d, x = (Family(name, "positive sequence") for name in "abdx")


@derivation("limit.constant", LEMMA)
def constant() -> Draft:
    """What does not move tends to itself."""
    return chain(Limit(G, n, oo)).by(limit())


@derivation("limit.not_negative", LEMMA)
def not_negative() -> CasesDraft:
    """What is never negative has no negative limit: 0 would be between it and the limit."""
    between = {"a": Lambda(n, G), "b": Lambda(n, Integer(0)), "c": Lambda(n, d[n]), "A": G}
    nothing = Limit(Integer(0), n, oo)
    return cases(
        le(0, G),
        G,
        0,
        given=[for_all(n, le(0, d[n])), eq(Limit(d[n], n, oo), G)],
        below=lambda line: line.since(
            cite(constant), cite(constant, G=0), cite(limit_between, **between)
        ).equal_to(G, because=[(1, [eq(nothing, G)]), (-1, [eq(nothing, 0)])]),
        above=lambda line: line.at_most(G),
    )


below = for_all(n, le(a[n], b[n]))
converging = (eq(Limit(a[n], n, oo), A), eq(Limit(b[n], n, oo), B))


@derivation("limit.difference", LEMMA)
def difference() -> Draft:
    """The limit of a difference is that of the limits."""
    return chain(Limit(b[n] - a[n], n, oo), given=converging).by(limit(*converging))


@derivation("limit.ordered", LEMMA)
def ordered() -> Draft:
    """Limits keep the order."""
    return (
        chain(A, given=[below, *converging])
        .since(cite(difference), at(below, n))
        .since(cite(not_negative, d=Lambda(n, b[n] - a[n]), G=B - A))
        .at_most(B)
    )


@derivation("limit.quotient", LEMMA)
def quotient() -> Draft:
    """The limit of a quotient is that of the limits."""
    positive_b = for_all(n, lt(0, b[n]))
    return (
        chain(Limit(a[n] / b[n], n, oo), given=[*converging, positive_b, lt(0, B)])
        .since(at(positive_b, n))
        .by(limit(*converging))
    )


# --- roots ----------------------------------------------------------------------------------------

step = s + n
settling = (for_all(n, lt(0, x[n])), eq(Limit(step * (x[n] - 1), n, oo), A))


@derivation("limit.step", LEMMA)
def step_vanishing() -> Draft:
    """1/(s+t) → 0."""
    return chain(Limit(1 / step, n, oo)).by(series, to=0)


@derivation("limit.near_one", LEMMA)
def near_one() -> Draft:
    """Where a_t converges, 1 + a_t/(s+t) → 1."""
    return chain(Limit(1 + a[n] / step, n, oo), given=converging[0]).by(
        limit(converging[0], cite(step_vanishing))
    )


@derivation("limit.root", LEMMA)
def of_root() -> Draft:
    """And t(√x_t − 1) has half its limit."""
    root, to_one = sqrt(x[n]), cite(near_one, a=Lambda(n, step * (x[n] - 1)))
    return (
        chain(Limit(step * (root - 1), n, oo), given=settling)
        .since(at(settling[0], n), lt(0, 1 + root), to_one)
        .by(algebra, to=Limit(step * (x[n] - 1) / (1 + root), n, oo))
        .by(limit(settling[1], to_one))
    )
