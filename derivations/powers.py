"""Lemmas on powers and roots.

Key results: 0 < β^t ≤ β < 1, which the bounds of the effective sample size rest on, and that the
square root increases.
"""

from sympy import Symbol, sqrt

from radam_sym.kernel.theorem import Source
from radam_sym.proof import (
    Citation,
    Draft,
    InductionDraft,
    chain,
    cite,
    derivation,
    induction,
    le,
    lt,
    unit_interval,
)

LEMMA = Source("lemma")
BEYOND = Source("beyond the paper")

t = Symbol("t", integer=True, positive=True)
a, b, beta, x, y = (Symbol(name, real=True) for name in ("a", "b", "beta", "x", "y"))
ordered = (lt(0, a), lt(a, b))


@derivation("power.positive", LEMMA)
def positive() -> InductionDraft:
    """A power of a positive number is positive."""
    return induction(
        lt(0, beta**t),
        t,
        given=lt(0, beta),
        base=lambda line: line.below(beta),
        step=lambda line: line.below(beta ** (t + 1)),
    )


@derivation("power.at_most_base", LEMMA)
def at_most_base() -> InductionDraft:
    """From the first on, a power of a number between 0 and 1 is at most that number."""
    return induction(
        le(beta**t, beta),
        t,
        given=unit_interval(beta),
        base=lambda line: line.at_most(beta),
        step=lambda line: line.at_most(beta),
    )


def between_zero_and_base(base: Symbol = beta, exponent: Symbol = t) -> tuple[Citation, Citation]:
    """The facts 0 < β^t ≤ β, for a chain that needs them."""
    return cite(positive, beta=base, t=exponent), cite(at_most_base, beta=base, t=exponent)


@derivation("power.below_base", LEMMA)
def below_base() -> InductionDraft:
    """From the second on, it is less."""
    return induction(
        lt(beta**t, beta),
        t,
        first=2,
        given=(*unit_interval(beta), le(2, t)),
        base=lambda line: line.below(beta),
        step=lambda line: line.below(beta),
    )


@derivation("power.ordered", LEMMA)
def in_order() -> InductionDraft:
    """Powers of a smaller number are smaller."""
    return induction(
        lt(a**t, b**t),
        t,
        given=ordered,
        base=lambda line: line.below(b),
        step=lambda line: line.since(cite(positive, beta=a), cite(positive, beta=b)).below(
            b ** (t + 1)
        ),
    )


@derivation("root.increasing", LEMMA)
def root_increasing() -> Draft:
    """The square root increases: its difference is that of its squares over their sum."""
    total = sqrt(x) + sqrt(y)
    return (
        chain(sqrt(x), given=[le(0, x), lt(x, y)])
        .since(lt(0, y), lt(0, total))
        .below(sqrt(y), because=[(1, [lt(x, y), lt(0, 1 / total)])])
    )
