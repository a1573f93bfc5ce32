"""Each expansion once more, by power series over ℚ at enough points for its degree."""

from itertools import product

import pytest
from flint import fmpq
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sympy import Basic, Integer, Limit, Rational, Symbol, exp

import derivations
from derivations import expansions
from derivations.notation import beta, t, tau
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.terms import unfolded
from radam_sym.proof.derivation import proved
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import check
from tests.derivations.power_series import laurent, rational

OURS = by_id(in_module(expansions))
# The coefficient of u^k of each function is a polynomial in t, over t² for those of Liu's, of a
# degree below 12: as many values of t, from the first on, tell such polynomials apart.
FIRST_STEP = {
    "ess.small_t": 1,
    "liu.rho_limits.small_t": 1,
    "expand.early.simple": 1,
    "expand.early.liu": 5,
    "expand.early.ratio": 5,
    "expand.scaling.simple_series": 1,
    "expand.scaling.liu_series": 1,
    "horizon.rate": 1,
    "horizon.steps": 1,
}
STEPS = 12
u = Symbol("u", real=True)


def sides(identifier: str) -> tuple[Limit, Basic]:
    claim = proved(derivations.theorems[identifier]).statement.conclusion
    assert isinstance(claim, Relation)
    return claim.left, claim.right


@pytest.mark.parametrize("identifier", FIRST_STEP)
def test_an_expansion_at_zero_is_that_of_the_power_series(identifier: str) -> None:
    (body, variable, _, _), value = sides(identifier)[0].args, sides(identifier)[1]
    for step in range(FIRST_STEP[identifier], FIRST_STEP[identifier] + STEPS):
        at = {t: Integer(step)}
        assert laurent(body.subs(at), variable, {}).limit() == rational(value.subs(at))


def test_late_the_simple_factor_is_a_function_of_the_power_alone() -> None:
    limit, value = sides("expand.late.simple")
    in_power = limit.args[0].subs({beta: u, t: 1})
    assert laurent(in_power, u, {}).limit() == rational(value)


def test_late_liu_is_expanded_in_the_step_times_the_power() -> None:
    # With w = tx, ρ_t = ρ_∞ − 2w/(1 − w/t), a rational function of w and 1/t that is regular at 0:
    # what tends to the limit is its second coefficient in w at 1/t = 0. Both sides are rational
    # in β, of degrees below 12.
    value = sides("expand.late.liu")[1]
    for k in range(1, 13):
        at = Rational(3, 5) + Rational(k, 40)
        last = (1 + at) / (1 - at)
        rho = last - 2 * u
        square = (rho - 4) * (rho - 2) * last / ((last - 4) * (last - 2) * rho)
        deficit = 2 * (last**2 - 8) / (last * (last - 2) * (last - 4))
        found = laurent((square - 1 + deficit * u) / u**2, u, {}).limit()
        assert found == rational(value.subs(beta, at))


def test_between_liu_is_expanded_in_one_over_the_step() -> None:
    # e^τ is transcendental for rational τ ≠ 0, so that the two sides, rational in τ and e^τ and of
    # degrees below 6, agree if they do at 6 values of each.
    limit, value = sides("expand.scaling.liu")
    body = limit.args[0].subs(t, 1 / u)
    square = unfolded(value.base) ** 2
    for own, grown in product(range(1, 7), range(11, 17)):
        values = {exp(Integer(own)): fmpq(grown), exp(Integer(-own)): fmpq(1, grown)}
        at = {tau: Integer(own)}
        found = laurent(body.subs(at), u, values).limit()
        assert found == laurent(square.subs(at), u, values).limit()


def test_another_coefficient_and_a_pole_are_told_apart() -> None:
    (body, variable, _, _), value = sides("ess.small_t")[0].args, sides("ess.small_t")[1]
    at = {t: Integer(3)}
    assert laurent((body + 1).subs(at), variable, {}).limit() != rational(value.subs(at))
    assert laurent((body * variable).subs(at), variable, {}).limit() == 0
    with pytest.raises(AssertionError):
        laurent((body / variable).subs(at), variable, {}).limit()


@pytest.mark.parametrize(
    "identifier", ["expand.order.liu", "expand.order.simple", "expand.scaling.simple"]
)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data)
