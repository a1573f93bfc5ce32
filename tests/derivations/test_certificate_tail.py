from decimal import localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import derivations
from derivations import certificate_tail
from radam_sym.kernel.formulas import Relation
from radam_sym.proof.derivation import proved
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import (
    DIGITS,
    World,
    between,
    check,
    exponential,
    holds,
    multiplied,
    transform,
    transform_limit,
    world_of,
)
from tests.derivations.weights import described, even

OURS = by_id(in_module(certificate_tail))
OF_SUMS = ["tail.terms", "certificate.tail", "certificate.tail.infinite"]
OF_TERMS = ["tail.term", "tail.term_positive"]
NODES = 60


def claim(identifier: str) -> Relation:
    found = proved(derivations.theorems[identifier]).statement.conclusion
    assert isinstance(found, Relation)
    return found


@st.composite
def values(draw: Any) -> dict[str, Any]:
    """Weights, a decay, a step, places, and a geometric sequence that bends."""
    first, bend = draw(between(0.2, 0.9)), draw(between(0.8, 1))
    last = Fraction(draw(st.integers(-3, 3)))
    return {
        **described(draw(even(1, 4))),
        **{name: draw(between(0.1, 3)) for name in ("p", "q", "s", "y")},
        "h": draw(between(0.1, 1)),
        **{"a": lambda j: first**j * bend ** (j * j), "beta": draw(between(0.1, 0.6))},
        **{"m": last, "j": last, "N": Fraction(draw(st.integers(1, 9)))},
        **{"rho": first * bend ** int(2 * last - 1)},
    }


@pytest.mark.parametrize("identifier", [name for name in OURS if name not in (*OF_SUMS, *OF_TERMS)])
@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values(), NODES)


def stopped(told: dict[str, Any], identifier: str, share: int = 1) -> World:
    """A world in which ρ is the ratio of the last two terms, or a share of it."""
    h, p, m = told["h"], told["p"], told["m"]

    def average(u: Any) -> Any:
        if identifier == "certificate.tail.infinite":
            return transform_limit(told["beta"], u)
        return transform(told["w"], told["t"], u)

    here, before = (average(exponential(h * at)) for at in (m, m - 1))
    ratio = multiplied([exponential(h * p), here, 1 / before])
    world = world_of({**told, "rho": ratio / share}, NODES)
    world.functions["M"] = average
    return world


@pytest.mark.parametrize("identifier", OF_TERMS)
@settings(max_examples=8, deadline=None)
@given(told=values())
def test_it_holds_for_the_terms(identifier: str, told: dict[str, Any]) -> None:
    with localcontext(prec=DIGITS):
        assert holds(claim(identifier), stopped(told, identifier))


@pytest.mark.parametrize("identifier", OF_SUMS)
@settings(max_examples=8, deadline=None)
@given(told=values())
def test_the_ratio_of_the_last_two_bounds_the_rest_and_an_eighth_would_not(
    identifier: str, told: dict[str, Any]
) -> None:
    told |= {"p": told["p"] / 3, "m": told["m"] + 3}
    with localcontext(prec=DIGITS):
        world = stopped(told, identifier)
        assume(world.symbols["rho"] < 1)
        assert holds(claim(identifier), world)
        assert not holds(claim(identifier), stopped(told, identifier, 8))
