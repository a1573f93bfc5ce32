from decimal import localcontext
from fractions import Fraction
from typing import Any

import mpmath
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sympy import Lambda, Rational, Symbol, pi

from derivations import positive_variance
from radam_sym.kernel.formulas import Relation
from radam_sym.kernel.heads import Family, Forall
from radam_sym.kernel.terms import substitute
from radam_sym.proof.derivation import proved
from radam_sym.proof.discovery import by_id, in_module
from tests.derivations.meaning import DIGITS, between, check, holds, special, world_of

OURS = by_id(in_module(positive_variance))


def is_about_functions(identifier: str) -> bool:
    variables = proved(OURS[identifier]).statement.variables
    return any(isinstance(v, Family) and v.kind == "positive function" for v in variables)


OF_FUNCTIONS = [identifier for identifier in OURS if is_about_functions(identifier)]


@st.composite
def values(draw: Any) -> dict[str, Any]:
    weights = draw(st.lists(between(0.1, 2), min_size=9, max_size=9))
    numbers = {name: draw(between(0.01, 20)) for name in "xyuv"}
    least = min(weights[:3]) * draw(between(0.1, 1))
    step = Fraction(draw(st.integers(3, 7)))
    decay = draw(between(0.1, 0.9))
    sequence = {"w": lambda index: weights[int(index - 1) % 9]}
    return {**numbers, **sequence, "omega": least, "t": step, "beta": decay}


@pytest.mark.parametrize("identifier", [name for name in OURS if name not in OF_FUNCTIONS])
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_it_holds_wherever_it_is_tried(identifier: str, data: st.DataObject) -> None:
    check(identifier, data, values())


u = Symbol("u", positive=True)
FUNCTIONS = {  # g(x)g(y) < g(x+y) for the first of them, and the last is ∫ s^(−1/2)g(s+x) ds
    "g": Lambda(u, (1 + u) ** -2),
    "f": Lambda(u, (1 + u) ** Rational(-3, 2)),
    "h": Lambda(u, pi / 2 * (1 + u) ** Rational(-3, 2)),
}


@pytest.mark.parametrize("identifier", OF_FUNCTIONS)
def test_it_holds_of_functions_whose_integrals_are_known(identifier: str) -> None:
    statement = proved(OURS[identifier]).statement
    named = {v: FUNCTIONS[v.name] for v in statement.variables if isinstance(v, Family)}
    with localcontext(prec=DIGITS):
        circle = special(lambda: mpmath.pi)
        of_g, of_h = {"A": Fraction(1), "K": Fraction(1), "J": circle / 2}, {"B": circle}
    numbers = {**of_g, **of_h, "H": Fraction(2), "c": Fraction(1, 2), "u": Fraction(3)}
    for formula in statement.formulas:
        said = substitute(formula, named)
        tried = [Fraction(k, 3) for k in range(1, 9)] if isinstance(said, Forall) else [None]
        for value in tried:
            name = said.variable.name if isinstance(said, Forall) else "u"
            here = {**numbers, name: value or numbers["u"]}
            relation = said.relation if isinstance(said, Forall) else said
            assert isinstance(relation, Relation)
            assert holds(relation, world_of(here, 0))
