from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from flint import arb, ctx, fmpq
from hypothesis import example, given
from hypothesis import strategies as st

import radam_sym
from radam_sym import InputError, effective_sample_size, rectification
from radam_sym.exact import certified
from radam_sym.factors import LAST_STEP

steps = st.one_of(st.integers(1, 100), st.integers(1, 10**7))
rates = st.one_of(
    st.floats(0, 1, exclude_max=True, width=32),
    st.floats(0, 1, exclude_max=True),
    st.integers(1, 50).map(lambda k: 1 - 2.0**-k),
)
FUNCTIONS: list[Callable[..., Any]] = [
    effective_sample_size,
    rectification,
    lambda t, beta2: rectification(t, beta2, "liu"),
    lambda t, beta2: rectification(t, beta2, "rational"),
    lambda t, beta2: rectification(t, beta2, "matched"),
    lambda t, beta2: rectification(t, beta2, "skewed"),
    lambda t, beta2: rectification(t, beta2, "exact"),
]
BY_SIZE = ("rational", "matched", "skewed")
ACCEPTED = "accepted: 'simple', 'liu', 'rational', 'matched', 'skewed', 'exact'"
LEAST = 1e-50  # of β₂, for the exact factor


def ball(beta: float) -> arb:
    return arb(fmpq(*beta.as_integer_ratio()))


def exact_size(t: int, beta: float) -> arb:
    """(Σβ^i)²/Σβ^{2i}, each sum in closed form."""
    b = ball(beta)
    return ((1 - b**t) / (1 - b)) ** 2 / ((1 - b ** (2 * t)) / (1 - b**2))


def close(computed: Any, exact: arb, units: float) -> bool:
    return bool(abs(arb(float(computed)) - exact) <= abs(exact) * arb(2) ** -52 * units)


@given(steps, rates)
def test_the_simple_factor_is_the_root_of_the_ratio_of_sample_sizes(t: int, beta: float) -> None:
    ctx.prec = 400
    b = ball(beta)
    exact = (exact_size(t, beta) * (1 - b) / (1 + b)).sqrt()
    assert close(rectification(t, beta), exact, 4)


@given(steps, rates)
def test_the_sample_size_is_the_square_of_the_sum_over_the_sum_of_squares(
    t: int, beta: float
) -> None:
    ctx.prec = 400
    assert close(effective_sample_size(t, beta), exact_size(t, beta), 4)


@given(st.integers(1, 2000), st.floats(0.1, 0.9999))
def test_lius_factor_is_lius_formula_and_undefined_where_it_is(t: int, beta: float) -> None:
    ctx.prec = 400
    b = ball(beta)
    limit = (1 + b) / (1 - b)
    rho = limit - 2 * t * b**t / (1 - b**t)
    computed = rectification(t, beta, "liu")
    if abs(float(rho) - 4) < 1e-9:
        return  # rounding may decide here
    if rho < 4:
        assert np.isnan(computed)
        return
    exact = ((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho)).sqrt()
    units = 6 + float(2 * rho / (rho - 4) + 2 * limit / (limit - 4))
    assert close(computed, exact, units)


def exact_variance(b: arb, x: arb, kind: str) -> arb:
    """F(n), less 3(Σw³ − (Σw²)²) if it is skewed, for the weights of β and x = β^t.

    The rational one has (4n − 9)/(4n − 7) in the place of (n/2 − 1)(Γ(n/2 − ½)/Γ(n/2))².
    """
    n, half = (1 - x) / (1 + x) * (1 + b) / (1 - b), arb(1) / 2
    if kind == "rational":
        return n / (n - 2) * (1 - (4 * n - 9) / (4 * n - 7))
    variance = n / (n - 2) - n / 2 * (2 * ((n / 2 - half).lgamma() - (n / 2).lgamma())).exp()
    cubes = ((1 - b) / (1 - x)) ** 3 * (1 - x**3) / (1 - b**3)
    return variance - 3 * (cubes - 1 / n**2) * (kind == "skewed")


def exact_factor(t: int, beta: float, kind: str) -> arb:
    """√(Var_∞/Var_t) by the χ² law; 0 where n_t ≤ 2."""
    b = ball(beta)
    if not exact_size(t, beta) > 2:
        return arb(0)
    return (exact_variance(b, arb(0), kind) / exact_variance(b, b**t, kind)).sqrt()


@pytest.mark.parametrize("kind", BY_SIZE)
@given(t=steps, beta=rates)
def test_the_factors_by_the_chi_square_law_are_what_it_gives(
    kind: str, t: int, beta: float
) -> None:
    ctx.prec = 400
    computed = rectification(t, np.float64(beta), kind)
    assert 0 <= computed <= 1
    assert close(computed, exact_factor(t, beta, kind), 8)


def opening(t: int) -> float:
    """The β from which n_t > 2, by bisection in balls."""
    low, high = 1 / 3, 0.4
    while (middle := (low + high) / 2) not in (low, high):
        low, high = (low, middle) if exact_size(t, middle) > 2 else (middle, high)
    return high


@pytest.mark.parametrize("kind", BY_SIZE)
@pytest.mark.parametrize("t", [3, 4, 5, 8, 20, 33, 34, 35, 36, 40])
def test_next_to_a_sample_size_of_two_they_are_as_near(kind: str, t: int) -> None:
    ctx.prec = 400
    at = opening(t)
    beside = at + np.spacing(at) * np.arange(-20, 21)
    beta = np.concatenate([beside, at + (0.6 - at) * 10.0 ** -np.linspace(0, 15, 61)])
    computed = rectification(t, beta, kind)
    assert all(
        close(value, exact_factor(t, b, kind), 8)
        for value, b in zip(computed, beta.tolist(), strict=True)
    )
    assert 0 < (computed == 0).sum() < len(beta)


@pytest.mark.parametrize("kind", BY_SIZE)
def test_they_are_zero_where_the_law_has_no_variance(kind: str) -> None:
    betas = [0, 1e-300, 0.2, np.nextafter(1 / 3, 0), 1 / 3]
    assert (rectification([[1], [2], [3], [40], [LAST_STEP]], betas, kind) == 0).all()
    assert (rectification([[1], [2]], [0.4, 0.9, 0.999], kind) == 0).all()
    golden = (3 - np.sqrt(5)) / 2
    assert rectification(3, [golden - 1e-15, golden + 1e-15], kind).astype(bool).tolist() == [0, 1]


@pytest.mark.parametrize("kind", BY_SIZE)
@given(t=steps, beta=st.floats(0.01, 0.999))
def test_they_stay_below_hiltons(kind: str, t: int, beta: float) -> None:
    assert rectification(t, beta, kind) <= rectification(t, beta) * (1 + 1e-14)


@given(steps, rates.filter(lambda beta: beta >= LEAST))
def test_the_exact_factor_is_what_is_certified(t: int, beta: float) -> None:
    computed, exact = rectification(t, np.float64(beta), "exact"), certified.factor(t, beta, 20)
    assert (computed == 0) == (t < 3)
    assert abs(arb(float(computed)) - exact) <= 1e-13 * exact


@given(steps, st.floats(0.5, 1 - 2.0**-53))
def test_from_one_half_on_it_lies_between_lius_and_the_matched_one(t: int, beta: float) -> None:
    values = {kind: rectification(t, beta, kind) for kind in ("liu", "exact", "matched")}
    assert not values["liu"] > values["exact"] * (1 + 1e-12)
    assert values["exact"] <= values["matched"] * (1 + 1e-12)


@given(steps, st.floats(0.01, 0.999))
def test_the_rational_factor_is_as_near_to_the_matched_one_as_is_proved(
    t: int, beta: float
) -> None:
    ours, theirs = (rectification(t, beta, kind) ** 2 for kind in ("rational", "matched"))
    now, last = effective_sample_size([t, LAST_STEP], beta)
    assert (ours > 0) == (theirs > 0)
    if ours > 0:
        assert theirs * (1 - 1e-14) <= (1 + 1 / (2 * now - 3) ** 2) * ours
        assert ours * (1 - 1e-14) <= (1 + 1 / (2 * last - 3) ** 2) * theirs


@given(st.integers(1, 4), rates)
def test_lius_factor_is_undefined_at_the_first_four_steps(t: int, beta: float) -> None:
    assert np.isnan(rectification(t, beta, "liu"))


@given(steps)
def test_beta_zero_is_no_average_at_all(t: int) -> None:
    for beta in (0, 0.0, -0.0, np.float64(0), np.int64(0)):
        assert rectification(t, beta) == 1
        assert effective_sample_size(t, beta) == 1
        assert np.isnan(rectification(t, beta, "liu"))


@example([81], [0.6822382878170421])  # which NumPy rounds in another way as a scalar
@given(
    st.lists(steps, min_size=1, max_size=4),
    st.lists(rates.filter(lambda beta: beta >= LEAST), min_size=1, max_size=4),
)
def test_arrays_broadcast_to_what_their_elements_give(t: list[int], beta: list[float]) -> None:
    for function in FUNCTIONS:
        table = function(np.array(t)[:, None], np.array(beta))
        assert table.shape == (len(t), len(beta))
        each = [[function(step, rate) for rate in beta] for step in t]
        np.testing.assert_array_equal(table, each)
        np.testing.assert_array_equal(function(t, beta[0]), [row[0] for row in each])


@pytest.mark.parametrize("dtype", [np.int8, np.uint64, np.int32, np.float32, np.float64])
def test_steps_may_be_integers_or_whole_floats(dtype: Any) -> None:
    t = np.array([1, 7, 100], dtype)
    expected = rectification([1, 7, 100], 0.99)
    assert (rectification(t, 0.99) == expected).all()
    assert rectification(t[1], 0.99) == expected[1]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_result_has_the_dtype_of_beta2_and_a_float32_is_rounded_once(function: Any) -> None:
    betas = np.array([0.9, 0.99, 1 - 2.0**-24], np.float32)
    t = np.array([[5], [50], [10**6]])
    single = function(t, betas)
    assert single.dtype == np.float32
    np.testing.assert_array_equal(single, function(t, betas.astype(np.float64)).astype(np.float32))
    assert function(t, betas.astype(np.float64)).dtype == np.float64
    assert isinstance(function(9, betas[0]), np.float32)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_python_numbers_give_a_float64(function: Any) -> None:
    for given_t in (9, 9.0, np.int64(9), np.array(9)):
        value = function(given_t, 0.99)
        assert type(value) is np.float64
        assert value == function([9], [0.99])[0]


def test_the_last_step_is_the_last_whole_number_that_float64_can_count_to() -> None:
    assert float(LAST_STEP) == LAST_STEP + 1.0
    assert rectification(LAST_STEP, 0.999) == 1
    assert effective_sample_size(float(LAST_STEP), 0.5) == 3


@pytest.mark.parametrize("function", FUNCTIONS)
def test_nothing_warns_or_raises_under_strict_floating_point(function: Any) -> None:
    least = (LEAST, LEAST) if function is FUNCTIONS[-1] else (0.0, 5e-324)
    with np.errstate(all="raise"):
        function([1, 5, 10**7, LAST_STEP], [[least[0]], [least[1]], [0.6], [1 - 2.0**-53]])
        function([1, 5, 10**7], np.array([[max(least[0], 1e-45)], [1 - 2.0**-24]], np.float32))


# --- bad input ------------------------------------------------------------------------------------

BAD_VALUES: list[tuple[Any, Any, str]] = [
    (0, 0.9, "t = 0: steps are whole numbers from 1 to 2**53"),
    (-3, 0.9, "t = -3: "),
    (2.5, 0.9, "t = 2.5: "),
    (float("nan"), 0.9, "t = nan: "),
    (float("inf"), 0.9, "t = inf: "),
    (1e18, 0.9, "t = 1e+18: "),
    (10**18, 0.9, "t is an integer of 60 bits: "),
    (10**400, 0.9, "t is an integer of 1329 bits: "),
    (-(10**5000), 0.9, "t is an integer of 16610 bits: "),
    ([1, 2, 0], 0.9, "t[2] = 0: "),
    (np.array([[1.0, 2.0], [3.0, 3.5]]), 0.9, "t[1, 1] = 3.5: "),
    (np.uint64(2**63), 0.9, "t = 9223372036854775808: "),
    (5, 1.0, "beta2 = 1.0: it must be at least "),
    (5, 1, "beta2 = 1: "),
    (5, 10**400, "beta2 is an integer"),
    (5, -0.1, "beta2 = -0.1: "),
    (5, float("nan"), "beta2 = nan: "),
    (5, [0.9, float("inf")], "beta2[1] = inf: "),
    (5, np.float32(1), "beta2 = 1.0: "),
    ([], 0.9, "t is empty"),
    (5, np.empty((0, 3)), "beta2 is empty"),
    ([1, 2, 3], [0.9, 0.8], "t of shape (3,) and beta2 of shape (2,) don't broadcast"),
    ([[1, 2], [3]], 0.9, "t has rows of different lengths"),
]
BAD_TYPES: list[tuple[Any, Any, str]] = [
    ("5", 0.9, "t is of dtype <U1"),
    (5, "__import__('os')", "beta2 is of dtype <U16"),
    (5, 0.9j, "beta2 is of dtype complex128"),
    (True, 0.9, "t is of dtype bool"),
    (5, False, "beta2 is of dtype bool"),
    (5, np.float16(0.9), "beta2 is of dtype float16"),
    (np.float16(5), 0.9, "t is of dtype float16"),
    (5, Fraction(9, 10), "beta2 is of dtype object"),
    (None, 0.9, "t is of dtype object"),
    ([5, None], 0.9, "t is of dtype object"),
    ([10**30], 0.9, "t is of dtype object"),
    (5, np.array([0.9], ">f8"), "beta2 is of dtype >f8"),
    (np.array(["2020"], "M8"), 0.9, "t is of dtype datetime64"),
]


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(("t", "beta2", "told"), BAD_VALUES, ids=[told for *_, told in BAD_VALUES])
def test_a_bad_value_is_one_line(function: Any, t: Any, beta2: Any, told: str) -> None:
    with pytest.raises(InputError) as caught:
        function(t, beta2)
    assert str(caught.value).startswith(told)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("beta2", [1.0, -0.1, 2.5])
@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_domain_of_beta2_is_told(function: Any, beta2: float) -> None:
    least = "1e-50" if function is FUNCTIONS[-1] else "0"
    with pytest.raises(InputError) as caught:
        function(5, beta2)
    assert str(caught.value) == f"beta2 = {beta2}: it must be at least {least} and less than 1"


@pytest.mark.parametrize("beta2", [0, 5e-324, np.nextafter(LEAST, 0), np.float32(0)])
def test_where_the_exact_law_is_out_of_reach_is_no_number(beta2: Any) -> None:
    with pytest.raises(InputError, match=r"^beta2 = .*: it must be at least 1e-50 and less than"):
        rectification(5, beta2, "exact")
    with pytest.raises(InputError, match=r"^beta2\[1\] = "):
        rectification(5, [0.9, beta2], "exact")
    assert rectification(5, LEAST, "exact") > 0


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(("t", "beta2", "told"), BAD_TYPES, ids=[told for *_, told in BAD_TYPES])
def test_a_bad_type_is_one_line(function: Any, t: Any, beta2: Any, told: str) -> None:
    with pytest.raises(TypeError) as caught:
        function(t, beta2)
    assert str(caught.value).startswith(told)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (
            "simpel",
            f"kind = 'simpel'; did you mean 'simple'? {ACCEPTED}",
        ),
        ("Liu", f"kind = 'Liu'; did you mean 'liu'? {ACCEPTED}"),
        ("xyz", f"kind = 'xyz'; {ACCEPTED}"),
        ("", f"kind = ''; {ACCEPTED}"),
    ],
)
def test_an_unknown_kind_is_one_line_that_names_the_known_ones(kind: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        rectification(5, 0.9, kind)
    assert str(caught.value) == told


@pytest.mark.parametrize("kind", [None, 1, b"liu", ["liu"]])
def test_a_kind_that_is_no_string_is_a_type_error(kind: Any) -> None:
    with pytest.raises(TypeError, match=r"^kind is of type"):
        rectification(5, 0.9, kind)


# --- imports --------------------------------------------------------------------------------------


def run(code: str) -> list[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def test_any_order_of_imports_gives_the_function() -> None:
    imports = [
        "from radam_sym import rectification",
        "import radam_sym.factors",
        "from radam_sym.optimizer import adam",
    ]
    for order in permutations(imports):
        code = "; ".join([*order, "print(rectification(1, 0).__class__.__name__)"])
        assert run(code) == ["float64"]


def test_the_factors_and_the_optimizer_load_nothing_heavier_than_numpy() -> None:
    code = "from radam_sym import RAdam, rectification; import sys; print(*sys.modules)"
    loaded = run(code)
    assert "numpy" in loaded
    assert {"IPython", "flint", "matplotlib", "mpmath", "rich", "sympy"}.isdisjoint(loaded)
    assert radam_sym.rectification is rectification


def test_a_mask_is_not_lost() -> None:
    with pytest.raises(TypeError, match="t is a masked array, whose mask would be lost"):
        rectification(np.ma.array([5, 6], mask=[False, True]), 0.999)
