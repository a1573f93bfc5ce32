from typing import Any

import pytest
from sympy import Basic, Integer, Limit, Rational, Sum, Symbol, exp, oo, sqrt

from radam_sym.kernel.axioms import gamma_integral
from radam_sym.kernel.conditions import binding
from radam_sym.kernel.context import Context
from radam_sym.kernel.heads import Definition
from radam_sym.kernel.integrals import INTEGRAL_OPERATIONS, changed, integrals
from radam_sym.kernel.place import Place
from radam_sym.kernel.theorem import Cited
from tests.kernel.proofs import (
    ONE,
    X,
    a,
    c,
    eq,
    f,
    g,
    h,
    i,
    integral,
    lt,
    n,
    ne,
    other,
    positive,
    proved,
    q,
    refused,
    s,
    step,
    x,
    y,
)

r, w = positive, other
half = Rational(1, 2)
g_exists, h_exists = eq(integral(g(r)), x), eq(integral(h(r)), y)


def linear(old: Basic, new: Basic, *given: Any) -> None:
    """The rule accepts, in either direction."""
    for before, after in ((old, new), (new, old)):
        integrals(Place(Context(given)), before, after, "linear", None, None)


def not_linear(reason: str, old: Basic, new: Basic, *given: Any) -> None:
    for before, after in ((old, new), (new, old)):
        with refused(f"integrals: {reason}"):
            integrals(Place(Context(given)), before, after, "linear", None, None)


def substituted(old: Basic, new: Basic, scale: Any, power: Any, *given: Any) -> None:
    integrals(Place(Context(given)), old, new, "substitute", scale, power)


def not_substituted(
    reason: str, old: Basic, new: Basic, scale: Any, power: Any, *given: Any
) -> None:
    with refused(reason):
        substituted(old, new, scale, power, *given)


def test_there_are_two_operations() -> None:
    assert list(INTEGRAL_OPERATIONS) == ["linear", "substitute"]
    with refused("integrals: doit is not one of linear, substitute"):
        integrals(Place(Context()), integral(g(r)), x, "doit", None, None)


# --- linear ---------------------------------------------------------------------------------------


def test_a_factor_moves_out_and_a_sum_comes_apart() -> None:
    linear(integral(c * g(r)), c * integral(g(r)), g_exists)
    both = 2 * integral(g(r)) - c * integral(h(r))
    linear(integral(2 * g(r) - c * h(r)), both, g_exists, h_exists)
    linear(integral((1 + c) * g(r)), integral(g(r)) + c * integral(g(w), w), g_exists)
    not_linear("the two sides differ", integral(c * g(r)), integral(g(r)), g_exists)
    not_linear("the two sides differ", integral(g(r) + h(r)), both, g_exists, h_exists)


def test_the_variables_of_the_parts_are_renamed() -> None:
    linear(integral(c * g(r)), c * integral(g(w), w), g_exists)
    linear(integral(c * g(w), w), c * integral(g(r)), g_exists)


def test_what_leaves_an_integral_is_free_of_its_variable() -> None:
    """∫ r·e^(−r) dr is 1, and r·∫ e^(−r) dr is r."""
    whole, part = integral(r * g(r)), integral(g(r))
    not_linear("r already means something there", whole, r * part, g_exists)
    not_linear("r already means something there", whole, r * integral(g(w), w), g_exists)
    not_linear("w already means something", integral(w * g(w), w), w * part, g_exists)
    inner = integral(r * g(w), w)
    not_linear("r already means something|the two sides differ", whole, inner, eq(inner, x))


def test_each_term_is_one_integral_with_a_factor() -> None:
    whole = integral(g(r))
    for wrong in (x, whole + x, whole**2, whole * integral(h(r)), whole + whole**2, Integer(0)):
        not_linear("each term is one integral|neither", whole, wrong, g_exists, h_exists)
    with refused("integrals: neither side is an integral"):
        integrals(Place(Context([g_exists])), 2 * whole, 3 * whole, "linear", None, None)


def test_the_whole_exists_where_all_parts_do() -> None:
    """∫ (1/r − 1/r) dr is 0, but ∫ 1/r dr does not exist."""
    whole, parts = integral(g(r) - h(r)), integral(g(r)) - integral(h(r))
    not_linear(r"it does not follow that Exists\(.*g", whole, parts, h_exists)
    not_linear(r"it does not follow that Exists\(.*h", whole, parts, g_exists)
    not_linear(r"it does not follow that Exists", whole, parts, eq(whole, x))


def test_a_part_exists_where_the_whole_does_and_its_factor_is_not_zero() -> None:
    """∫ 0·g dr is 0 for every g."""
    whole, part = integral(c * g(r)), c * integral(g(r))
    linear(whole, part, eq(whole, x), ne(c, 0))
    not_linear("it does not follow that c != 0", whole, part, eq(whole, x))
    linear(integral(g(r) * (r + 1)), integral(r * g(r) + g(r)), eq(integral(g(r) * (r + 1)), x))
    not_linear(
        r"it does not follow that Exists", integral(g(r) * (r + 1)), integral(r * g(r) + g(r))
    )


def test_the_integrand_is_taken_at_the_place() -> None:
    """Under the integral its variable is positive; what is known of a free one does not count."""
    old, new = integral(r ** (q - 1) * (r + 1) * a), a * integral(r**q + r ** (q - 1))
    linear(old, new, eq(new / a, x))
    bent = integral(c ** (n - 1) * (c + 1) * g(r)), integral((c**n + c ** (n - 1)) * g(r))
    not_linear("it does not follow that c != 0, for r under Integral", *bent, eq(bent[0], x))
    linear(*bent, eq(bent[0], x), ne(c, 0))


# --- substitute -----------------------------------------------------------------------------------


def test_a_variable_is_scaled_and_raised_to_a_power() -> None:
    substituted(integral(g(r)), integral(2 * g(2 * r)), Integer(2), ONE, g_exists)
    substituted(integral(g(r)), integral(2 * w * g(w**2), w), ONE, Integer(2), g_exists)
    substituted(integral(2 * g(2 * w), w), integral(g(r)), half, ONE, g_exists)
    substituted(integral(exp(-(r**2) * a)), integral(exp(-r * a) / (2 * sqrt(r))), ONE, half,
                eq(integral(exp(-r * a) / (2 * sqrt(r))), y))  # fmt: skip
    substituted(integral(g(r)), integral(c * g(c * r)), c, ONE, g_exists, lt(0, c))


def test_the_slope_is_not_forgotten() -> None:
    for wrong in (g(2 * r), 2 * g(r), g(2 * r) / 2, 4 * g(2 * r)):
        not_substituted("the two sides differ", integral(g(r)), integral(wrong), Integer(2), ONE,
                        g_exists)  # fmt: skip


def test_a_power_of_the_variable_is_a_product_of_powers() -> None:
    """(c·u^p)^s = c^s·u^(p·s), for all three are positive."""
    assert changed(r**x, r, w, Integer(3), Integer(2)) == 3**x * w ** (2 * x)
    assert changed(r**x * exp(-r), r, w, c, ONE) == c**x * w**x * exp(-c * w)
    assert changed(x + y, r, w, c, ONE) == x + y
    assert changed(r, r, w, c, half) == c * sqrt(w)
    assert changed((1 + r) ** x, r, w, c, ONE) == (1 + c * w) ** x
    assert changed(r**r, r, w, c, ONE) == (c * w) ** (c * w)
    assert changed((1 + r) ** r, r, w, c, ONE) == (1 + c * w) ** (c * w)
    old, new = integral(r**x * exp(-r / 2)), integral(2 ** (x + 1) * r**x * exp(-r))
    substituted(old, new, Integer(2), ONE, eq(new, y))


def test_a_substitution_goes_under_binders_without_capture() -> None:
    inner = Sum(r * w * i, (i, 1, n))
    assert changed(inner, r, w, c, ONE) == Sum(c * w**2 * i, (i, 1, n))
    assert changed(Limit(x * r, x, oo), r, w, x, ONE) != Limit(x * x * w, x, oo)
    assert changed(integral(g(w) * r, w), r, w, c, ONE).has(Symbol("w_1", positive=True))
    named = Definition("named", (x,), x**2)
    assert changed(named(r), r, w, c, ONE) == named(c * w)


@pytest.mark.parametrize("power", [None, 0, Integer(0), -ONE, x, sqrt(2), lt(0, x)], ids=str)
def test_a_power_is_rational_and_positive(power: Any) -> None:
    """For p < 0 the ends change places, and the integral its sign."""
    not_substituted("takes a rational p > 0", integral(g(r)), integral(g(r)), ONE, power, g_exists)


def test_a_scale_is_admitted_defined_and_positive() -> None:
    def refuses(reason: str, scale: Any, *given: Any) -> None:
        moved = integral(scale * g(scale * r)) if isinstance(scale, Basic) else integral(g(r))
        not_substituted(reason, integral(g(r)), moved, scale, ONE, g_exists, *given)

    refuses("not an admitted head", None)
    refuses("not an admitted head", oo)
    refuses("it does not follow that 0 < c", c)
    refuses("it does not follow that 0 < c", c, ne(c, 0))
    refuses("it does not follow that 0 < ", Integer(-2))
    refuses("it does not follow that 0 < ", Integer(0))
    refuses("random expressions can only be equated", X[1])
    refuses("it does not follow that y != 0", 1 / y)


def test_a_new_variable_means_nothing_yet() -> None:
    speaking = integral(w * g(r))
    known = eq(speaking, x)
    reason = "w already means something in the integral"
    not_substituted(reason, speaking, integral(w * g(w), w), ONE, ONE, known)
    not_substituted(reason, integral(g(r)), integral(w * g(w * w), w), w, ONE, g_exists)
    not_substituted("r already means", integral(g(r)), integral(r * g(r**2)), r, ONE, g_exists)


def test_a_substitution_takes_an_integral_to_another() -> None:
    for old, new in ((integral(g(r)), x), (x, integral(g(r))), (x, y)):
        not_substituted("takes an integral to another", old, new, ONE, ONE, g_exists)


def test_one_of_the_two_exists() -> None:
    old, new = integral(g(r)), integral(2 * g(2 * r))
    substituted(old, new, Integer(2), ONE, eq(old, x))
    substituted(old, new, Integer(2), ONE, eq(new, x))
    not_substituted("it does not follow that one of the two exists", old, new, Integer(2), ONE)


def test_powers_are_split_only_where_that_is_allowed() -> None:
    old, new = integral(c ** (n - 1) * (c + 1) * g(r)), integral((c**n + c ** (n - 1)) * g(r))
    not_substituted("c != 0, for r under Integral", old, new, ONE, ONE, eq(old, x))
    substituted(old, new, ONE, ONE, eq(old, x), ne(c, 0))


# --- in a chain -----------------------------------------------------------------------------------


def test_eulers_integral_with_its_variable_scaled() -> None:
    old, new = integral(r**x * exp(-r / 2)), integral(2 ** (x + 1) * r**x * exp(-r))
    euler = integral(r**x * exp(-r))
    theorem = proved(
        step("integrals", old, new, operation="substitute", scale=Integer(2), power=ONE),
        step("integrals", new, 2 ** (x + 1) * euler, operation="linear", scale=None, power=None),
        given=[lt(0, x + 1), eq(new, y)],
        facts=[Cited(gamma_integral, {x: x + 1})],
    )
    assert theorem.marks == {"axiom:gamma.integral"}


def test_what_is_integrated_has_a_value_on_the_whole_half_line() -> None:
    arguments = {"operation": "linear", "scale": None, "power": None}
    for body in (1 / (r - c), (r - c) ** half, f(1 / (r - c))):
        old, new = integral(2 * body), 2 * integral(body)
        for before, after in ((old, new), (new, old)):
            with refused("it does not follow that .*for r under Integral"):
                proved(step("integrals", before, after, **arguments), given=[eq(new / 2, x)])


def test_the_new_integrand_has_a_value_on_the_whole_half_line() -> None:
    old, new = integral((r + c) * g(r)), integral((r**2 - c**2) / (r - c) * g(r))
    line = step("integrals", old, new, operation="linear", scale=None, power=None)
    with refused("integrals: it does not follow that -c [+] r != 0, for r under Integral"):
        proved(line, given=[eq(old, x), eq(new, x)])


def test_what_stands_under_further_binders_is_seen_there() -> None:
    total = Sum(integral(i * s[i] * g(r)), (i, 1, n))
    part = integral(s[i] * g(r))
    place = Place(Context([(eq(part, x))]), (binding(total),))
    with refused(r"it does not follow that Exists.* for i under Sum"):
        integrals(place, integral(i * s[i] * g(r)), i * part, "linear", None, None)
    inner = Context()
    inner.add(eq(part, s[i]), (binding(total),))
    place = Place(inner, (binding(total),))
    integrals(place, i * part, integral(i * s[i] * g(r)), "linear", None, None)
