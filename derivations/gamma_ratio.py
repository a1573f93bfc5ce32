"""K(c) = (c−1)Γ(c−½)²/Γ(c)²: how close Γ is to geometric between half steps.

Key results: 0 < K < 1, and K increases on all of (1, ∞). A way: K(c+1)/K(c) = (c−½)²/(c(c−1))
decreases with c; so K(a+m)/K(b+m) increases with m, for a < b, while by Gautschi's inequality it
tends to 1. It was less than 1 before.

References: NIST Digital Library of Mathematical Functions, section 5.
"""

from sympy import Expr, Lambda, Limit, Symbol, exp, gamma, oo, sqrt

from derivations.notation import half
from derivations.powers import LEMMA
from radam_sym.kernel.axioms import (
    gamma_functional,
    gamma_integral,
    gamma_ratio_above,
    gamma_ratio_below,
    integral_positive,
    limit_order,
)
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Definition
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

c = Symbol("c", real=True)
a, b = Symbol("a", real=True), Symbol("b", real=True)
p = Symbol("p", real=True)
x = Symbol("x", positive=True)
m, n = (Symbol(name, integer=True, positive=True) for name in "mn")
k = Symbol("k", integer=True)

K = Definition("gamma_ratio", (c,), (c - 1) * gamma(c - half) ** 2 / gamma(c) ** 2, notation="K")
beyond_one = (lt(1, c),)


def flipped(equation: Relation) -> Relation:
    """The same, read from the right."""
    return Relation("=", equation.right, equation.left)


def growth(at: Expr) -> Expr:
    """K(c+1)/K(c)."""
    return (at - half) ** 2 / (at * (at - 1))


@derivation("gamma.positive", LEMMA)
def positive() -> Draft:
    """0 < Γ(p) for p > 0: what Euler's integral adds up is positive."""
    euler = Lambda(x, x ** (p - 1) * exp(-x))
    return (
        chain(0, given=lt(0, p))
        .since(cite(gamma_integral, x=p), cite(integral_positive, g=euler, A=gamma(p)))
        .below(gamma(p))
    )


gammas = cite(positive, p=c), cite(positive, p=c - half)


@derivation("gamma.ratio.step", LEMMA)
def step() -> Draft:
    """From c to c + 1 it grows by the factor (c−½)²/(c(c−1))."""
    return (
        chain(K(c + 1), given=beyond_one)
        .since(*gammas, lt(0, c), lt(0, c - half))
        .by(definition(K))
        .by(cite(gamma_functional, x=c))
        .by(cite(gamma_functional, x=c - half), at=gamma(c + half), to=(c - half) * gamma(c - half))
        .by(definition(K), to=K(c) * growth(c))
    )


@derivation("gamma.ratio.positive", LEMMA)
def ratio_positive() -> Draft:
    """0 < K."""
    return chain(0, given=beyond_one).since(*gammas).below(K.body).by(definition(K), to=K(c))


between = gamma(c) / gamma(c - half)  # √(c−1) < this < √c, by Gautschi's inequality


@derivation("gamma.ratio.below_one", LEMMA)
def below_one() -> Draft:
    """K < 1."""
    root = sqrt(c - 1)
    total = lt(0, 1 + root / between)
    return (
        chain(K(c), given=beyond_one)
        .since(*gammas, cite(gamma_ratio_above, x=c - 1, s=half))
        .since(lt(0, root), lt(0, 1 / between), total)
        .by(definition(K))
        .below(1, because=[(1, [lt(root, between), lt(0, 1 / between), total])])
    )


@derivation("gamma.ratio.above", LEMMA)
def above() -> Draft:
    """(c−1)/c < K."""
    root = sqrt(c)
    total = lt(0, 1 + root / between)
    part = lt(0, (c - 1) / c)
    return (
        chain((c - 1) / c, given=beyond_one)
        .since(*gammas, cite(gamma_ratio_below, x=c - 1, s=half), lt(0, c), part)
        .since(lt(0, root), lt(0, 1 / between), total)
        .below(K.body, because=[(1, [lt(between, root), lt(0, 1 / between), total, part])])
        .by(definition(K), to=K(c))
    )


# --- it increases ---------------------------------------------------------------------------------

pair = (lt(1, a), lt(a, b))
bounds = [
    cite(theorem, c=at)
    for theorem in (ratio_positive, below_one, above)
    for at in (a, b, a + m, b + m)
]


@derivation("gamma.ratio.growth", LEMMA)
def less_growth() -> Draft:
    """It grows by less, the greater c is."""
    return (
        chain(growth(b), given=pair)
        .since(lt(0, a), lt(0, b), lt(1, b), lt(0, b - 1), lt(0, b + a - 1), lt(0, b - a))
        .below(growth(a))
    )


@derivation("gamma.ratio.ahead", LEMMA)
def ahead() -> InductionDraft:
    """Hence K(b+m) has grown by no more than K(a+m)."""
    ours, theirs = K(a) * K(b + m), K(b) * K(a + m)
    later_a, later_b = a + m, b + m
    first, then = (eq(K(at + 1), K(at) * growth(at)) for at in (a, later_a))
    less = lt(growth(later_b), growth(later_a))
    grown = lt(0, growth(later_b))
    return induction(
        le(ours, theirs),
        m,
        given=pair,
        base=lambda line: (
            line.since(lt(1, b), cite(ratio_positive, c=a), cite(ratio_positive, c=b))
            .since(lt(0, a), lt(0, b), cite(less_growth), cite(step, c=a))
            .by(cite(step, c=b))
            .at_most(
                K(b) * K(a + 1),
                because=[
                    (K(b), [flipped(first)]),
                    (1, [lt(growth(b), growth(a)), lt(0, K(a)), lt(0, K(b))]),
                ],
            )
        ),
        step=lambda line: (
            line.since(lt(1, b), lt(1, later_a), lt(1, later_b), lt(later_a, later_b))
            .since(lt(0, later_a), lt(0, later_b), lt(0, later_b - half))
            .since(cite(less_growth, a=later_a, b=later_b), grown, cite(step, c=later_a))
            .since(cite(ratio_positive, c=b), cite(ratio_positive, c=later_a))
            .by(cite(step, c=later_b))
            .at_most(
                K(b) * K(later_a + 1),
                because=[
                    (1, [le(ours, theirs), grown]),
                    (1, [less, lt(0, K(b)), lt(0, K(later_a))]),
                    (K(b), [flipped(then)]),
                ],
            )
        ),
    )


@derivation("gamma.ratio.nearly", LEMMA)
def nearly() -> Draft:
    """So K(a) exceeds K(b) by a factor that is as near to 1 as one likes, if at all."""
    return (
        chain(K(a) * (1 - 1 / (b + m)), given=pair)
        .since(lt(1, b), lt(1, a + m), lt(1, b + m), cite(ahead))
        .since(cite(above, c=b + m), cite(below_one, c=a + m))
        .since(cite(ratio_positive, c=a), cite(ratio_positive, c=b))
        .at_most(K(a) * K(b + m), because=[(1, [lt((b + m - 1) / (b + m), K(b + m)), lt(0, K(a))])])
        .at_most(K(b) * K(a + m))
        .at_most(K(b), because=[(1, [lt(K(a + m), 1), lt(0, K(b))])])
    )


@derivation("gamma.ratio.constant", LEMMA)
def constant() -> Draft:
    """What does not move tends to itself."""
    return chain(Limit(K(b), m, oo), given=lt(1, b)).by(limit())


nearer = K(a) * (1 - 1 / (b + k**2))  # of a sequence that has a member for every integer


@derivation("gamma.ratio.nearest", LEMMA)
def nearest() -> Draft:
    """That factor tends to 1."""
    return (
        chain(Limit(nearer.xreplace({k: m}), m, oo), given=pair).since(lt(1, b)).by(series, to=K(a))
    )


@derivation("gamma.ratio.ordered", LEMMA)
def ordered() -> Draft:
    """So it doesn't exceed it."""
    sequences = {"a": Lambda(k, nearer), "b": Lambda(k, K(b)), "A": K(a), "B": K(b)}
    return (
        chain(K(a), given=pair)
        .since(lt(1, b), cite(nearest), cite(constant), cite(nearly, m=n**2))
        .since(cite(limit_order, **sequences))
        .at_most(K(b))
    )


@derivation("gamma.ratio.increasing", LEMMA)
def increasing() -> Draft:
    """And K increases, since it is no greater one step further on and has grown by less."""
    ours, theirs = (eq(K(at + 1), K(at) * growth(at)) for at in (a, b))
    over = 1 / growth(a)
    return (
        chain(K(a), given=pair)
        .since(lt(1, b), lt(0, a), lt(0, b), lt(0, a - half), cite(ordered, a=a + 1, b=b + 1))
        .since(cite(step, c=a), cite(step, c=b), cite(less_growth), cite(ratio_positive, c=b))
        .since(lt(0, over))
        .below(
            K(b),
            because=[
                (1, [lt(growth(b), growth(a)), lt(0, K(b)), lt(0, over)]),
                (over, [theirs]),
                (1, [le(K(a + 1), K(b + 1)), lt(0, over)]),
                (over, [flipped(ours)]),
            ],
        )
    )
