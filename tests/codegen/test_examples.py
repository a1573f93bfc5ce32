from fractions import Fraction

import pytest
from flint import arb
from sympy import Symbol, log

from radam_sym.codegen.examples import customary, exact, nearest, value_at
from radam_sym.errors import InputError
from radam_sym.kernel.heads import Definition
from radam_sym.proof import lt
from tests.codegen.programs import gap, n, root, x, y

beta = Symbol("beta", real=True)
rate = Definition("rate", (beta,), -log(beta))


def test_arguments_are_in_the_domains_of_the_parameters() -> None:
    assert customary((beta, x, n, y)) == {beta: 0.999, x: 0.5, n: 10, y: 0.4}
    assert exact((beta, n, y)) == {beta: Fraction(1, 2), n: 3, y: Fraction(1, 3)}


def test_a_value_is_exact_where_it_is_rational() -> None:
    assert value_at(gap, exact(gap.parameters), ()) == Fraction(3, 4)


def test_it_is_a_ball_elsewhere_at_what_the_float_is() -> None:
    found = value_at(rate, customary((beta,)), [lt(0, beta)])
    assert isinstance(found, arb)
    assert nearest(found) == 0.0010005003335835344  # −ln of the float, not of 999/1000
    assert nearest(Fraction(1, 4)) == 0.25


def test_an_example_outside_the_domain_is_refused() -> None:
    with pytest.raises(InputError, match=r"no example for root: 1 < x fails there"):
        value_at(root, customary(root.parameters), [lt(1, x)])
