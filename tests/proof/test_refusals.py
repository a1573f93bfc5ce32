"""What a reader may try, and is refused: each mistake with a message of its own.

Beside each refusal stands the nearest chain that holds, so that it is the mistake that is refused.
"""

from typing import Any

import pytest
from sympy import Limit, Rational, Sum, Symbol, coth, exp, log, oo, sqrt, tanh

from radam_sym.kernel.errors import ProofError
from radam_sym.kernel.heads import Family
from radam_sym.proof import (
    algebra,
    cases,
    chain,
    enclosed,
    eq,
    hyperbolic,
    le,
    limit,
    linear,
    lt,
    radical,
    series,
    substituted,
)
from radam_sym.proof.moves import Move
from radam_sym.proof.search import SearchingContext
from tests.kernel.proofs import integral

x, y, c = (Symbol(name, real=True) for name in "xyc")
i, n = (Symbol(name, integer=True) for name in "in")
r = Symbol("r", positive=True)
s, g = Family("s", "sequence"), Family("g", "positive function")
half = Rational(1, 2)


def refused(draft: Any, said: str) -> None:
    with pytest.raises(ProofError, match=said):
        draft.qed()


# --- dividing by what may vanish ------------------------------------------------------------------


def test_a_chain_that_divides_by_what_may_vanish() -> None:
    said = "algebra: it does not follow that x - y != 0"
    square = (x**2 - y**2) / (x - y)
    refused(chain(x + y).by(algebra, to=square), said)
    chain(x + y, given=lt(y, x)).by(algebra, to=square).qed()


def test_a_chain_that_begins_with_a_division_by_what_may_vanish() -> None:
    refused(chain(x * (x + 1) / x).by(algebra, to=x + 1), "the line does not change")
    refused(chain((x**2 + x) / x).by(algebra, to=x + 1), "chain: it does not follow that x != 0")


def test_a_hyperbolic_cotangent_at_what_may_vanish() -> None:
    refused(chain(1 / tanh(x)).by(hyperbolic, to=coth(x)), "it does not follow that x != 0")
    chain(1 / tanh(x), given=lt(0, x)).by(hyperbolic, to=coth(x)).qed()


def test_a_case_in_which_a_divisor_vanishes() -> None:
    """Where x ≤ 0 it may be 0."""

    def draft(meet: int) -> Any:
        return cases(
            eq((x**2 + x) / x, x + 1),
            x,
            meet,
            given=lt(1, x),
            below=lambda c: c.by(algebra, to=x + 1),
            above=lambda c: c.by(algebra, to=x + 1),
        )

    draft(2).qed()
    with pytest.raises(ProofError, match="chain: it does not follow that x != 0"):
        cases(
            eq((x**2 + x) / x, x + 1),
            x,
            0,
            below=lambda c: c.by(algebra, to=x + 1),
            above=lambda c: c.by(algebra, to=x + 1),
        ).qed()


# --- roots of what may be negative ----------------------------------------------------------------


def test_a_root_of_what_may_be_negative() -> None:
    said = r"radical: it does not follow that 0 <= x"
    refused(chain(x, given=le(0, x**2)).by(radical, to=sqrt(x**2 + y) * 1), said)
    cube = le(0, x**3)
    refused(chain(sqrt(x**3)).by(radical, to=x * sqrt(x)), r"it does not follow that 0 <= x\*\*3")
    chain(sqrt(x**3), given=[le(0, x), cube]).by(radical, to=x * sqrt(x)).qed()


def test_a_root_has_the_sign_of_what_it_is_equal_to() -> None:
    """√((x − 1)²) is x − 1 from 1 on, and 1 − x before."""
    root = sqrt(x**2 - 2 * x + 1)
    known = le(0, x**2 - 2 * x + 1)
    refused(
        chain(root, given=known).by(radical, to=x - 1),
        "radical: it does not follow that 0 <= x - 1",
    )
    chain(root, given=[known, le(1, x)]).by(radical, to=x - 1).qed()


# --- limits and sums ------------------------------------------------------------------------------


def test_a_limit_does_not_move_through_a_sum_whose_ends_move() -> None:
    """Σ 1/n over i = 1, ..., n is 1, and the sum of the limits 0."""
    vanishing = eq(Limit(1 / n, n, oo), 0)
    moving = Limit(Sum(1 / n, (i, 1, n)), n, oo)
    said = "limit: the ends of the sum move with the variable"
    refused(chain(moving, given=vanishing).by(limit(vanishing)), said)
    still = Limit(Sum(s[i] / n, (i, 1, 3)), n, oo)
    chain(still, given=vanishing).by(limit(vanishing)).qed()


def test_a_limit_does_not_move_through_an_integral() -> None:
    """n·e^(−n·r) tends to 0 for each r, and has the integral 1."""
    spike, known = integral(n * exp(-n * r)), eq(integral(n * exp(-n * r)), s[n])
    for move, said in (
        (limit(), "limit: no rule for"),
        (series, "series: no power series is known"),
    ):
        with pytest.raises(ProofError, match=f"{said}.*Integral"):
            move.rewrite(SearchingContext([known]), Limit(spike, n, oo), None, None)


# --- series outside their disc --------------------------------------------------------------------


def test_a_series_outside_its_disc() -> None:
    def said_of(body: Any, variable: Symbol, point: Any, said: str) -> None:
        whole = Limit(body, variable, point, "+") if point != oo else Limit(body, variable, oo)
        refused(chain(whole).by(series), f"series: {said}")

    said_of(exp(-1 / x), x, 0, "the argument of exp leaves every disc: it has a pole here")
    said_of(tanh(n), n, oo, "the argument of exp leaves every disc: it has a pole here")
    said_of(x * log(x), x, 0, "the argument of log leaves the disc: it tends to 0 or to infinity")
    said_of(sqrt(x), x, 0, r"\(x\)\*\*\(1/2\) has no power series at 0")
    said_of(sqrt(x - 1), x, 0, "it does not follow that 0 < -1")
    said_of((1 + x) / x, x, 0, "it grows without bound, like the power -1 of the series")
    chain(Limit((exp(x) - 1) / x, x, 0, "+")).by(series).qed()


def test_a_first_coefficient_that_may_vanish() -> None:
    """x/(c·x + x²) tends to 1/c, and grows where c = 0."""
    whole = Limit(x / (c * x + x**2), x, 0, "+")
    refused(chain(whole).by(series), "series: it does not follow that c != 0")
    chain(whole, given=lt(0, c)).by(series).qed()


# --- enclosures over poles ------------------------------------------------------------------------


def test_an_enclosure_over_an_interval_that_holds_a_pole() -> None:
    between = [lt(0, x), le(x, 1)]
    said = "enclose: no finite enclosure for x from 0 to .*there may be a pole"
    refused(chain(1, given=between).below(1 + 1 / x, enclosed(x, 0, 1)), said)
    refused(chain(1, given=between).below(coth(x) + 1, enclosed(x, 0, 1)), said)
    inside = [le(half, x), le(x, 1), lt(0, x)]
    chain(1, given=inside).below(1 + 1 / x, enclosed(x, half, 1)).qed()


def test_an_enclosure_at_the_end_of_where_a_root_is_defined() -> None:
    between = [le(0, x), le(x, 1)]
    said = "or an end of where a root or a logarithm is defined"
    refused(chain(0, given=between).below(1 + sqrt(x), enclosed(x, 0, 1)), said)
    refused(chain(log(x), given=[*between, lt(0, x)]).below(1, enclosed(x, 0, 1)), said)


def test_an_interval_that_does_not_cover_the_variable() -> None:
    said = "enclose: it does not follow that x <= 1"
    refused(chain(x, given=[le(0, x), le(x, 2)]).below(3, enclosed(x, 0, 1)), said)


# --- integrals ------------------------------------------------------------------------------------

whole = integral(x * g(r))
part = eq(integral(g(r)), c)
MISTAKES: list[tuple[Any, Move, Any, str]] = [
    (integral(r * g(r)), linear(r * integral(g(r))), part, "r already means something there"),
    (whole, linear(x * integral(g(r))), eq(whole, c), r"it does not follow that Exists"),
    (whole, linear(2 * x * integral(g(r))), part, "the two sides differ"),
    (whole, substituted(y, 1), eq(whole, c), r"it does not follow that 0 < r\*y"),
    (whole, substituted(2, -1), eq(whole, c), "takes a rational p > 0, not -1"),
    (integral(g(r) / (r - y)), substituted(2), part, "it does not follow that r - y != 0"),
    (x + integral(g(r)), substituted(2), part, "the line before is not an integral"),
]


@pytest.mark.parametrize(("start", "move", "known", "said"), MISTAKES, ids=range(len(MISTAKES)))
def test_an_integral_taken_apart_too_freely(start: Any, move: Move, known: Any, said: str) -> None:
    refused(chain(start, given=known).by(move), said)
