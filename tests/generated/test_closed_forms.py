"""The closed forms against balls of 400 bits, on the exact values of the floats they are given."""

import re
from typing import Any

import numpy as np
import pytest
from flint import arb, ctx
from hypothesis import given, settings, target
from hypothesis import strategies as st

from benchmarks.closed_forms import (
    BITS,
    CLOSEST,
    CUT,
    FORMS,
    LAST_STEP,
    Form,
    Inputs,
    derived,
    errors,
    exactly,
    usual_rho,
)
from derivations.computing_chi import SHIFTS
from radam_sym.generated import closed_forms

LIMITS = {  # what the project promises, in ULP; of r_liu and where 2 is subtracted, in their units
    "decay": 4,
    "langevin_gap": 4,
    "ess": 4,
    "ess_limit": 4,
    "rho": 4,
    "r_simple": 4,
    "bias_correction": 4,
    "gamma_gap": 4,
    "chi_variance_over_two": 8,
    "chi_variance": 8,
    "ess_limit_over_two": 4,
    "ess_over_two": 8,
    "skewness": 8,
    "r_matched_at": 8,
    "r_skewed_at": 8,
    "r_matched": 8,
    "r_skewed": 8,
    "r_rational_at": 8,
    "r_rational": 8,
    "r_liu": 1,
}
ROUNDED_ONCE = 0.55  # ULP in float32: half of one, and what the float64 is off
BY_NAME = {form.name: form for form in FORMS}
BY_SIZE = ("r_rational", "r_matched", "r_skewed")  # NaN where n_t ≤ 2
IN_BETA_AND_T = (
    "ess",
    "rho",
    "r_simple",
    "bias_correction",
    "ess_over_two",
    *BY_SIZE,
    "r_liu",
)


def limit_of(form: Form, dtype: Any) -> float:
    return ROUNDED_ONCE if dtype is np.float32 else LIMITS[form.name]


def off(form: Form, inputs: Inputs) -> Any:
    return errors(form, derived(form, inputs), exactly(form, inputs))


def told_error(name: str, dtype: Any) -> float:
    """What the errors stay below, as the docstring tells."""
    [told] = re.findall(
        rf"stay below .*?([\d.]+) in {dtype.__name__}", getattr(closed_forms, name).__doc__
    )
    return float(told)


def test_every_closed_form_is_measured() -> None:
    public = {n for n, v in vars(closed_forms).items() if getattr(v, "__wrapped__", None)}
    assert public == set(BY_NAME) == set(LIMITS)


@pytest.mark.parametrize("dtype", CLOSEST)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_errors_stay_below_what_is_promised_and_what_is_told(form: Form, dtype: Any) -> None:
    worst = max(off(form, form.inputs(dtype, 5000, seed)).max() for seed in (2, 3, 4))
    assert worst <= limit_of(form, dtype)
    assert worst <= told_error(form.name, dtype) <= limit_of(form, dtype)


steps = st.integers(1, LAST_STEP) | st.integers(1, 12)
exponents = st.floats(0, 1)


def one_of(beta: float, t: int, dtype: Any) -> Inputs:
    return np.array([beta], dtype), np.array([t])


@pytest.mark.parametrize("dtype", CLOSEST)
@pytest.mark.parametrize("name", IN_BETA_AND_T)
@settings(deadline=None, max_examples=200)
@given(share=exponents, t=steps)
def test_no_beta_and_t_is_found_where_they_are_larger(
    name: str, dtype: Any, share: float, t: int
) -> None:
    beta = 1 - 2.0 ** -(share * CLOSEST[dtype])
    [error] = off(BY_NAME[name], one_of(beta, t, dtype))
    target(error)
    assert error <= limit_of(BY_NAME[name], dtype)


@pytest.mark.parametrize("name", ["ess", "rho"])
@settings(deadline=None, max_examples=200)
@given(t=st.integers(2, LAST_STEP), z=st.floats(0.9 * CUT, 1.1 * CUT))
def test_nor_where_the_way_of_computing_changes(name: str, t: int, z: float) -> None:
    [error] = off(BY_NAME[name], one_of(np.exp(-z / t), t, np.float64))
    target(error)
    assert error <= LIMITS[name]


def near(value: float, reach: int = 40) -> Any:
    """The floats next to a value, on both sides."""
    return value + np.spacing(value) * np.arange(-reach, reach + 1)


@pytest.mark.parametrize("name", IN_BETA_AND_T)
def test_errors_stay_so_at_the_edges(name: str) -> None:
    beta = np.concatenate(
        [[0, 5e-324, 1e-300], near(0.5), near(np.exp(-1)), near(0.6), 1 - 2.0 ** -np.arange(1, 51)]
    )
    for t in (1, 2, 3, 4, 5, 6, 1000, LAST_STEP):
        inputs = (beta, np.full(beta.shape, t))
        assert off(BY_NAME[name], inputs).max() <= LIMITS[name]


# --- the factors by the χ² law --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ess_over_two", *BY_SIZE])
def test_from_one_half_on_they_are_right_in_ulp(name: str) -> None:
    form = BY_NAME[name]
    beta, t = form.inputs(np.float64, 8000, 5)
    inputs = beta[beta >= 0.5], t[beta >= 0.5]
    assert (off(form, inputs) * exactly(form, inputs).steady).max() <= 8


@pytest.mark.parametrize("name", ["chi_variance_over_two", "chi_variance"])
@settings(deadline=None, max_examples=200)
@given(exponent=st.floats(-250, 52))
def test_no_size_is_found_where_the_variance_is_off_by_more(name: str, exponent: float) -> None:
    size = 2.0**exponent + 2 * (name == "chi_variance")
    if name == "chi_variance" and size == 2:
        return
    [error] = off(BY_NAME[name], (np.array([size]),))
    target(error)
    assert error <= LIMITS[name]


def test_the_variance_is_as_near_on_both_sides_of_where_its_computing_changes() -> None:
    inputs = (near(2.0 * SHIFTS, 300),)
    assert off(BY_NAME["chi_variance_over_two"], inputs).max() <= LIMITS["chi_variance_over_two"]


def test_the_variance_is_known_where_gamma_is() -> None:
    """F(3) = 3 − 6/π, F(4) = 2 − π/2."""
    for n, value in ((3, 3 - 6 / np.pi), (4, 2 - np.pi / 2)):
        assert abs(closed_forms.chi_variance(n) - value) <= 8 * np.spacing(value)
        assert closed_forms.chi_variance_over_two(n - 2) == closed_forms.chi_variance(n)


@pytest.mark.parametrize("name", BY_SIZE)
@given(beta=st.floats(0, 1 - 2.0**-50), t=st.integers(1, 2))
def test_they_never_begin_before_the_third_step(name: str, beta: float, t: int) -> None:
    assert np.isnan(getattr(closed_forms, name)(beta, t))


# --- Liu's gate -----------------------------------------------------------------------------------


def opening(t: int) -> float:
    """The β from which ρ_t > 4, by bisection in balls."""
    low, high = 0.59, 0.8
    with ctx.workprec(BITS):
        while (middle := (low + high) / 2) not in (low, high):
            low, high = (low, middle) if usual_rho(arb(middle), t) > 4 else (middle, high)
    return high


def test_the_gates_are_where_they_are_known_to_be() -> None:
    assert f"{opening(5):.5f}" == "0.77330"
    assert f"{opening(6):.5f}" == "0.69001"


def ambiguous(rho: Any) -> Any:
    return np.abs(rho - 4) <= 4 * np.spacing(4.0)


@pytest.mark.parametrize("t", [5, 6, 7, 8, 12, 20])
def test_the_gate_is_right_wherever_rho_is_more_than_4_ulp_from_4(t: int) -> None:
    at = opening(t)
    beta = np.concatenate([near(at, 300), at + np.linspace(-1e-3, 1e-3, 2001)])
    exact = exactly(BY_NAME["rho"], (beta, np.full(beta.shape, t)))
    clear = ~ambiguous(exact.nearest)
    opened = ~np.isnan(closed_forms.r_liu(beta, t))
    assert np.array_equal(opened[clear], (exact.nearest + exact.rest > 4)[clear])
    assert 0 < opened[clear].sum() < clear.sum()


@pytest.mark.parametrize("t", [5, 6, 7, 12, 13, 14, 25])
def test_the_bound_holds_next_to_the_gate(t: int) -> None:
    """A few ULP of ρ are then many of ρ − 4, and count most where r is just below a power of 2."""
    at = opening(t)
    distance = 10.0 ** np.random.default_rng(t).uniform(-11, -1, 500_000)
    beta = at + (1 - at) * distance
    mantissa, _ = np.frexp(closed_forms.r_liu(beta, t))
    beta = beta[mantissa > 0.98][:8000]
    assert off(BY_NAME["r_liu"], (beta, np.full(beta.shape, t))).max() <= LIMITS["r_liu"]


@given(beta=st.floats(0, 1 - 2.0**-50), t=st.integers(1, 4))
def test_it_never_opens_before_the_fifth_step(beta: float, t: int) -> None:
    assert np.isnan(closed_forms.r_liu(beta, t))


@pytest.mark.parametrize(("t", "open_"), [(4, False), (5, True), (6, True)])
def test_it_is_right_next_to_one(t: int, open_: bool) -> None:
    assert bool(np.isfinite(closed_forms.r_liu(1 - 2.0**-50, t))) is open_


# --- shapes, kinds, edges -------------------------------------------------------------------------


def test_at_zero_each_has_its_limit() -> None:
    assert closed_forms.decay(0) == np.inf
    for name in ("ess", "rho", "r_simple", "bias_correction"):
        assert getattr(closed_forms, name)(0, [1, 2, LAST_STEP]).tolist() == [1, 1, 1]
    assert closed_forms.ess_limit(0) == 1
    for name in ("r_liu", *BY_SIZE):
        assert np.isnan(getattr(closed_forms, name)(0, [1, 5, LAST_STEP])).all()
    assert closed_forms.ess_over_two(0, [1, 2, LAST_STEP]).tolist() == [-1, -1, -1]
    assert closed_forms.ess_limit_over_two(0) == -1


@pytest.mark.parametrize("name", IN_BETA_AND_T)
def test_scalars_give_float64_and_arrays_broadcast(name: str) -> None:
    function = getattr(closed_forms, name)
    one = function(0.9, 10)
    assert type(one) is np.float64
    assert function(np.float32(0.9), np.int32(10)).dtype == np.float64
    table = function(np.array([[0.9], [0.99]]), np.arange(1, 11))
    assert (table.shape, table.dtype) == ((2, 10), np.float64)
    assert table[0, 9] == function(np.array([0.9]), 10)[0]
    assert abs(table[0, 9] - one) <= 4 * np.spacing(one)  # NumPy's loops for arrays are others
    assert function(np.array([]), 10).shape == (0,)


@pytest.mark.parametrize("name", IN_BETA_AND_T)
def test_nan_comes_out_where_it_goes_in(name: str) -> None:
    assert np.isnan(getattr(closed_forms, name)([np.nan, 0.9], [10, np.nan])).all()
