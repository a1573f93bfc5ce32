from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import derivations
from derivations import exact_bounds
from radam_sym.kernel.heads import Applied
from radam_sym.proof.derivation import proved
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.exact_values import check, decay, two_terms, variance
from tests.derivations.meaning import between, decimal, sample_size


def by_quadrature(identifier: str) -> bool:
    """Whether a statement is about a variance, for which the balls below are."""
    applied = proved(derivations.theorems[identifier]).statement.conclusion.atoms(Applied)
    names = {term.args[0].name for term in applied}
    return bool(names & {"inverse_variance", "variance_limit", "transform", "transform_limit"})


BOUNDS = ["exact.last.bound_above", "exact.last.bound_below"]
ABOUT_TERMS = [name for name in by_id(in_module(exact_bounds)) if not by_quadrature(name)]


@st.composite
def values(draw: Any) -> dict[str, Any]:
    """A step that is late enough for its curve; weights that are small enough."""
    tau, beta = draw(between(0.01, 3)), draw(between(0.985, 0.995))
    late = draw(st.integers(100 + int(100 * tau) + 1, 600))
    share = (1 - beta) / (1 - beta**late)
    return {
        "tau": tau,
        "beta": beta,
        "t": Fraction(late),
        "delta": share + draw(between(0, 0.01)),
        "x": draw(between(0, 0.3)),
        "r": Fraction(draw(st.integers(1, 9))),
        "s": Fraction(draw(st.integers(1, 9))),
    }


@pytest.mark.parametrize(
    "identifier",
    [name for name in ABOUT_TERMS if ".bound_above" not in name and ".bound_below" not in name],
)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values().map(lambda drawn: {**drawn, "n": drawn["s"]}))


@pytest.mark.parametrize("identifier", BOUNDS)
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_the_bounds_go_where_they_are_told_to(identifier: str, data: st.DataObject) -> None:
    fast = st.builds(dict, beta=between(0.1, 0.9), t=st.integers(1, 9).map(Fraction))
    check(identifier, data, fast)


@settings(max_examples=4, deadline=None)
@given(tau=between(0.01, 4), later=st.integers(1, 2000))
def test_the_variances_of_a_curve_are_within_the_bounds(tau: Fraction, later: int) -> None:
    step = 100 + int(100 * tau) + later
    beta = decay(tau, step)
    gap, heaviest = decimal(1 - beta), decimal((1 + tau) / step)
    sides = (
        (variance(beta, step), two_terms(1 - gap, (1 - gap) ** step), heaviest),
        (variance(beta, "inf"), two_terms(1 - gap, Fraction(0)), gap),
    )
    for value, terms, most in sides:
        assert value > 0
        assert abs(value - decimal(terms)) <= 760 * most**3


@settings(max_examples=20, deadline=None)
@given(beta=between(0.1, 0.99), t=st.integers(1, 20))
def test_the_two_terms_are_those_of_the_weights(beta: Fraction, t: int) -> None:
    total = sum(beta**k for k in range(t))
    squares, cubes = (sum((beta**j / total) ** k for j in range(t)) for k in (2, 3))
    assert squares == 1 / sample_size(beta, Fraction(t))
    assert two_terms(beta, beta**t) == squares / 2 - 3 * cubes + Fraction(39, 8) * squares**2
