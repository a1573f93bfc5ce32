"""How the factor by the χ² law without Γ is computed without losing digits.

Key results: with s = n_t − 2 and S = n_∞ − 2, r² = s(1 + 7/(1 + 2/s))/(S(1 + 7/(1 + 2/S))). Nothing
is subtracted, and rounding leaves each operation increasing in s, so that r ≤ 1 where s ≤ S.

References: Hilton 2019, section 2.
"""

from sympy import Expr, Symbol, sqrt

from derivations.computing_chi import s
from derivations.computing_matched import (
    by_limit,
    ess_over_two,
    excess,
    excess_now,
    facts,
    limit_excess_positive,
    limit_over_two,
    opened,
    sizes,
    some,
)
from derivations.notation import beta, decaying, ess, ess_limit, t
from derivations.powers import LEMMA
from derivations.rational import approximated, positive_at, rational
from radam_sym.kernel.heads import Definition
from radam_sym.proof import (
    Draft,
    Form,
    Piece,
    Program,
    algebra,
    chain,
    cite,
    definition,
    derivation,
    lt,
)

rational_at = Definition(
    "r_rational_at",
    (beta, s),
    sqrt(approximated(ess_limit(beta)) / approximated(2 + s)),
    notation=r"r^{\mathrm{rational}}\left({s}\right)",
)


def grown(over: Expr) -> Expr:
    """4/f, by how much the sample size is over 2."""
    return over * (1 + 7 / (1 + 2 / over))


last, now, at_end = (Symbol(name, real=True) for name in ("last", "now", "at_end"))
positive = (lt(0, 1 + 2 / s), lt(0, 1 + 2 / by_limit), lt(0, grown(s)), lt(0, grown(by_limit)))


@derivation("computing.rational_at", LEMMA)
def rational_by_excess() -> Draft:
    """The factor, by how much the sample sizes are over 2."""
    return (
        chain(rational_at(beta, s), given=some)
        .since(*sizes, cite(limit_excess_positive), *positive)
        .by(definition(rational_at))
        .by(definition(limit_over_two), to=sqrt(approximated(2 + by_limit) / approximated(2 + s)))
        .by(algebra, to=sqrt(grown(s) / grown(by_limit)))
    )


rational_at_program = Program(
    rational_at,
    (
        Piece(
            sqrt(now / at_end),
            (rational_by_excess,),
            lines=((last, by_limit), (now, grown(s)), (at_end, grown(last))),
        ),
    ),
    domain=some,
    since=(*sizes, cite(limit_excess_positive), *positive),
    note="Every operation on s increases with it, rounded or not: the factor is at most 1.",
)


@derivation("computing.rational", LEMMA)
def rational_by_size() -> Draft:
    """r_t, where n_t > 2."""
    over = ess_over_two(beta, t)
    return (
        chain(rational(beta, t), given=opened)
        .since(*facts, *positive_at(ess(beta, t), 2 + over, ess_limit(beta)))
        .by(definition(rational))
        .by(definition(ess_over_two), at=ess(beta, t), to=2 + over)
        .by(definition(rational_at), to=rational_at(beta, over))
    )


rational_program = Program(
    rational,
    (
        Piece(
            rational_at(beta, excess), (rational_by_size,), lines=excess_now, where=(lt(0, excess),)
        ),
    ),
    domain=decaying,
    since=(*facts, *positive_at(2 + ess_over_two(beta, t), ess_limit(beta))),
)

forms = (Form(rational, (rational_by_size,), domain=(*decaying, lt(2, ess(beta, t)))),)
