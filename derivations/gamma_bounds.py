"""Two rational functions between which K(c) lies, on all of (1, ∞).

Key results: with x = 4c − 3, 8x/(2x²+1) ≤ Γ(c−½)²/Γ(c)² ≤ 4(4x²+9)/(x(4x²+11)). These are the
second and the third convergent of a continued fraction of Ramanujan's, and agree up to 1/c⁴.

A way: a function that tends to 1, as K does, and grows from each c to c + 1 by a factor that is
never less than K's, is nowhere the greater one; and the other way round.

References: Berndt, Ramanujan's Notebooks, Part II, chapter 12, entry 25.
"""

from sympy import Expr, Lambda, Limit, Symbol, oo

from derivations.gamma_ratio import (
    K,
    above,
    below_one,
    beyond_one,
    c,
    growth,
    k,
    m,
    n,
    ratio_positive,
    step,
)
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import limit_order
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition
from radam_sym.kernel.terms import unfolded
from radam_sym.proof import (
    Draft,
    InductionDraft,
    chain,
    cite,
    definition,
    derivation,
    eq,
    induction,
    le,
    limit,
    lt,
    series,
)

x = 4 * c - 3
least = Definition(
    "gamma_ratio_least", (c,), 8 * (c - 1) * x / (2 * x**2 + 1), notation=r"K_{-}\left({c}\right)"
)
most = Definition(
    "gamma_ratio_most",
    (c,),
    4 * (c - 1) * (4 * x**2 + 9) / (x * (4 * x**2 + 11)),
    notation=r"K_{+}\left({c}\right)",
)
later = c + m
beyond = (lt(0, c), lt(0, x))
both = (
    *beyond,
    lt(1, later),
    lt(0, later),
    lt(0, later - 1),
    lt(0, 4 * later - 3),
    cite(ratio_positive),
    cite(ratio_positive, c=later),
)


# --- from below -----------------------------------------------------------------------------------


@derivation("gamma.bounds.least_growth", LEMMA)
def least_growth() -> Draft:
    """The lower bound grows by no less than K does."""
    return (
        chain(growth(c) * least(c), given=beyond_one)
        .since(*beyond, lt(0, 4 * c + 1))
        .by(definition(least))
        .at_most(least.body.xreplace({c: c + 1}))
        .by(definition(least), to=least(c + 1))
    )


def grows(at: Expr) -> Relation:
    """What the lemma says of one step."""
    return le(growth(at) * least(at), least(at + 1))


@derivation("gamma.bounds.least_ahead", LEMMA)
def least_ahead() -> InductionDraft:
    """So it has grown by no less after any number of steps."""
    claim = le(least(c) * K(later), K(c) * least(later))
    grown, counted = lt(0, growth(later)), lt(0, K(c))
    return induction(
        claim,
        m,
        given=beyond_one,
        base=lambda line: (
            line.since(*beyond, cite(ratio_positive), cite(least_growth))
            .by(cite(step))
            .at_most(K(c) * least(c + 1), because=[(1, [grows(c), counted])])
        ),
        step=lambda line: (
            line.since(*both, cite(least_growth, c=later), grown)
            .by(cite(step, c=later))
            .at_most(K(c) * growth(later) * least(later), because=[(1, [claim, grown])])
            .at_most(K(c) * least(later + 1), because=[(1, [grows(later), counted])])
        ),
    )


@derivation("gamma.bounds.least_nearly", LEMMA)
def least_nearly() -> Draft:
    """And K(c + m) is so near to 1 that the bound exceeds K(c) by little, if at all."""
    near = lt((later - 1) / later, K(later))
    return (
        chain(least.body * (1 - 1 / later), given=beyond_one)
        .since(*both, cite(least_ahead), cite(above, c=later), lt(0, least.body))
        .at_most(least.body * K(later), because=[(1, [near, lt(0, least.body)])])
        .by(definition(least), to=least(c) * K(later))
        .at_most(K(c) * least(later))
        .by(definition(least))
    )


square = {m: k**2}  # of a sequence that has a member for every integer
y = Symbol("y", real=True)


@derivation("gamma.bounds.square", LEMMA)
def square_positive() -> Draft:
    """0 < 2y² + 1."""
    return chain(0).below(2 * y**2 + 1, because=[(2 * y**2, []), (1, [])])


@derivation("gamma.bounds.other_square", LEMMA)
def other_square_positive() -> Draft:
    """0 < 4y² + 11."""
    return chain(0).below(4 * y**2 + 11, because=[(4 * y**2, []), (11, [])])


@derivation("gamma.bounds.further", LEMMA)
def further() -> Draft:
    """1 < c + k²."""
    return chain(1, given=beyond_one).below(c + k**2, because=[(1, [lt(1, c)]), (k**2, [])])


@derivation("gamma.bounds.further_odd", LEMMA)
def further_odd() -> Draft:
    """0 < 4(c + k²) − 3."""
    return chain(0, given=beyond_one).below(
        4 * (c + k**2) - 3, because=[(4, [lt(1, c)]), (4 * k**2, []), (1, [])]
    )


far = (
    cite(further),
    cite(further_odd),
    cite(square_positive, y=4 * (c + k**2) - 3),
    cite(other_square_positive, y=4 * (c + k**2) - 3),
)


@derivation("gamma.bounds.least_start", LEMMA)
def least_start() -> Draft:
    """What the bound is multiplied by tends to 1."""
    nearer = (least.body * (1 - 1 / later)).xreplace({m: m**2})
    return (
        chain(Limit(nearer, m, oo), given=beyond_one)
        .since(*beyond)
        .by(series, to=least.body)
        .by(definition(least), to=least(c))
    )


@derivation("gamma.bounds.least_end", LEMMA)
def least_end() -> Draft:
    """So does what K is multiplied by."""
    return (
        chain(Limit(K(c) * unfolded(least(c + m**2)), m, oo), given=beyond_one)
        .since(*beyond)
        .by(series, to=K(c))
    )


@derivation("gamma.bounds.least", LEMMA)
def at_least() -> Draft:
    """Hence the bound is one."""
    sequences = {
        "a": Lambda(k, (least.body * (1 - 1 / later)).xreplace(square)),
        "b": Lambda(k, K(c) * unfolded(least(c + k**2))),
        "A": least(c),
        "B": K(c),
    }
    return (
        chain(least(c), given=beyond_one)
        .since(*beyond, *far, cite(least_start), cite(least_end), cite(least_nearly, m=n**2))
        .since(cite(limit_order, **sequences))
        .at_most(K(c))
    )


# --- from above -----------------------------------------------------------------------------------


@derivation("gamma.bounds.most_growth", LEMMA)
def most_growth() -> Draft:
    """The upper bound grows by no more than K does."""
    return (
        chain(most(c + 1), given=beyond_one)
        .since(*beyond, lt(0, 4 * c + 1))
        .by(definition(most))
        .at_most(growth(c) * most.body)
        .by(definition(most), to=growth(c) * most(c))
    )


def stepped(at: Expr) -> Relation:
    """K's own step, read from the right."""
    return eq(growth(at) * K(at), K(at + 1))


def grows_less(at: Expr) -> Relation:
    """What the lemma says of one step."""
    return le(most(at + 1), growth(at) * most(at))


@derivation("gamma.bounds.most_ahead", LEMMA)
def most_ahead() -> InductionDraft:
    """So it has grown by no more after any number of steps."""
    claim = le(K(c) * most(later), most(c) * K(later))
    grown, counted = lt(0, growth(later)), lt(0, K(c))
    return induction(
        claim,
        m,
        given=beyond_one,
        base=lambda line: (
            line.since(*beyond, cite(ratio_positive), cite(most_growth))
            .since(cite(step))
            .at_most(
                most(c) * K(c + 1),
                because=[(1, [grows_less(c), counted]), (most(c), [stepped(c)])],
            )
        ),
        step=lambda line: line.since(
            *both, cite(most_growth, c=later), grown, cite(step, c=later)
        ).at_most(
            most(c) * K(later + 1),
            because=[
                (1, [grows_less(later), counted]),
                (1, [claim, grown]),
                (most(c), [stepped(later)]),
            ],
        ),
    )


@derivation("gamma.bounds.most_nearly", LEMMA)
def most_nearly() -> Draft:
    """And K(c + m) is less than 1."""
    return (
        chain(K(c) * unfolded(most(later)), given=beyond_one)
        .since(*both, cite(most_ahead), cite(below_one, c=later), lt(0, most.body))
        .by(definition(most), to=K(c) * most(later))
        .at_most(most(c) * K(later))
        .by(definition(most))
        .at_most(most.body, because=[(1, [lt(K(later), 1), lt(0, most.body)])])
    )


@derivation("gamma.bounds.most_start", LEMMA)
def most_start() -> Draft:
    """What K is multiplied by tends to 1."""
    return (
        chain(Limit(K(c) * unfolded(most(c + m**2)), m, oo), given=beyond_one)
        .since(*beyond)
        .by(series, to=K(c))
    )


@derivation("gamma.bounds.most_end", LEMMA)
def most_end() -> Draft:
    """The bound does not move."""
    return (
        chain(Limit(most.body, m, oo), given=beyond_one)
        .since(*beyond)
        .by(limit())
        .by(definition(most), to=most(c))
    )


@derivation("gamma.bounds.most", LEMMA)
def at_most() -> Draft:
    """Hence the bound is one."""
    sequences = {
        "a": Lambda(k, K(c) * unfolded(most(c + k**2))),
        "b": Lambda(k, most.body),
        "A": K(c),
        "B": most(c),
    }
    return (
        chain(K(c), given=beyond_one)
        .since(*beyond, *far, cite(most_start), cite(most_end), cite(most_nearly, m=n**2))
        .since(cite(limit_order, **sequences))
        .at_most(most(c))
    )
