"""The optimizer, held step by step against the exact run within the bounds of its docstring."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from radam_sym import Adam
from radam_sym.factors import KINDS
from radam_sym.generated import closed_forms, forms
from radam_sym.optimizer import adam, in_place
from radam_sym.optimizer.in_place import BLOCK, Coefficients, Scratch, accumulate, move
from tests.optimizer.exact import Method, exact, run
from tests.optimizer.gradients import COLUMNS, made, stored

START = [0.0, 1.0, 0.0, -1.0, 0.0, 0.0, 0.0, 1.0, 0.0]
MODES = ("outside", "inside", "outside-uncorrected")
SMALL = (0.4, 0.75)

SIMPLE = Method(rectification="simple")
LIU = Method(rectification="liu", below="momentum")
METHODS = [
    *(("float64", Method(eps_mode=mode)) for mode in MODES),
    *(("float64", Method(rectification="simple", eps_mode=mode)) for mode in MODES),
    *(("float64", Method(rectification="liu", below="momentum", eps_mode=mode)) for mode in MODES),
    *(("float64", Method(rectification="liu", below=b)) for b in ("zero", "skip", "gate5")),
    ("float64", Method(betas=SMALL, rectification="simple", eps_mode="inside")),
    ("float64", Method(betas=SMALL, rectification="liu", below="gate5")),
    ("float64", Method(betas=(0.0, 1 - 2.0**-20), rectification="simple")),
    ("float64", Method(rectification="simple", eps=0)),
    ("float64", Method(rectification="rational")),
    ("float64", Method(rectification="matched")),
    ("float64", Method(rectification="skewed", eps_mode="outside-uncorrected")),
    ("float32", Method(rectification="skewed", eps_mode="inside")),
    ("float64", Method(rectification="exact")),
    ("float64", Method(betas=SMALL, rectification="exact", eps_mode="outside-uncorrected")),
    ("float32", Method(rectification="exact", eps_mode="inside")),
    ("float32", Method()),
    ("float32", Method(rectification="simple", eps_mode="inside")),
    ("float32", Method(rectification="liu", below="skip", eps_mode="outside-uncorrected")),
    ("float32", Method(betas=SMALL, rectification="liu", below="momentum", eps=0)),
]


def made_with(method: Method, theta: Any) -> Adam:
    chosen: dict[str, Any] = {**vars(method)}
    return Adam(theta, chosen.pop("lr"), chosen.pop("betas"), chosen.pop("eps"), **chosen)


def first_too_far(method: Method, dtype: str, theta: Any, optimizer: Adam) -> str | None:
    """Where a computed number is first farther from the exact one than the bound says."""
    state = optimizer._state
    rows = stored().astype(dtype)
    for t, (row, moment) in enumerate(zip(rows, run(method, START, dtype), strict=True), start=1):
        optimizer.step(row)
        computed = {"theta": theta, "m": state.m[0], "v": state.v[0]}
        for name, values in computed.items():
            near = getattr(moment, name)
            too_far = abs(exact(*values) - near.value) > near.bound
            if too_far.any():
                return f"{name}, step {t}, {list(COLUMNS)[too_far.argmax()]}"
    return None


def test_the_stored_gradients_are_those_that_are_described() -> None:
    assert stored().tobytes() == made().tobytes()
    assert stored().shape == (1000, len(COLUMNS))


def test_the_stored_gradients_hold_zeros_sign_changes_and_a_millionfold_growth() -> None:
    by_name = dict(zip(COLUMNS, stored().T, strict=True))
    assert (by_name["runs of zeros"] == 0).sum() > 400
    assert (np.diff(np.sign(by_name["sign changes"])) != 0).all()
    sizes = abs(by_name["a millionfold growth"])
    assert sizes[-50:].mean() / sizes[:50].mean() > 1e5


@pytest.mark.parametrize(("dtype", "method"), METHODS, ids=str)
def test_every_step_is_as_near_to_the_exact_one_as_the_rounding_analysis_says(
    dtype: str, method: Method
) -> None:
    theta = np.array(START, dtype)
    assert first_too_far(method, dtype, theta, made_with(method, theta)) is None


def test_after_a_thousand_steps_the_bound_is_a_few_hundred_roundings_of_the_path() -> None:
    *_, last = run(SIMPLE, START, "float64")
    assert (last.theta.bound < 2e-13).all()
    *_, last = run(Method(), START, "float32")
    assert (last.theta.bound < 1e-4).all()


# --- a wrong optimizer is found out ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "wrong"),
    [
        (SIMPLE, {"lr": 0.01 * (1 + 1e-12)}),
        (SIMPLE, {"betas": (0.9 * (1 + 1e-12), 0.999)}),
        (SIMPLE, {"betas": (0.9, 0.999 * (1 - 1e-12))}),
        (SIMPLE, {"betas": (0.9, float(np.float32(0.999)))}),
        (SIMPLE, {"eps": 1e-8 * (1 + 1e-3)}),
        (SIMPLE, {"eps_mode": "inside"}),
        (SIMPLE, {"eps_mode": "outside-uncorrected"}),
        (SIMPLE, {"rectification": None}),
        (SIMPLE, {"rectification": "liu"}),
        (Method(rectification="exact"), {"rectification": "skewed"}),
        (LIU, {"below": "zero"}),
        (LIU, {"below": "gate5"}),
        (Method(rectification="liu", below="zero"), {"below": "skip"}),
        (Method(eps_mode="inside"), {"eps_mode": "outside", "eps": 1e-4}),
    ],
    ids=str,
)
def test_another_method_is_told_from_the_one_that_was_asked_for(
    method: Method, wrong: dict[str, Any]
) -> None:
    theta = np.array(START)
    optimizer = made_with(Method(**{**vars(method), **wrong}), theta)
    assert first_too_far(method, "float64", theta, optimizer) is not None


def test_a_bias_correction_that_is_off_by_one_step_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    late = closed_forms.bias_correction
    monkeypatch.setattr(
        adam, "bias_correction", lambda beta, t: late(beta, t + (beta == SIMPLE.betas[1]))
    )
    theta = np.array(START)
    assert first_too_far(SIMPLE, "float64", theta, made_with(SIMPLE, theta)) is not None


@pytest.mark.parametrize("kind", ["simple", "liu", "exact"])
def test_a_factor_that_is_off_in_the_twelfth_digit_is_found(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    right = KINDS[kind]
    monkeypatch.setitem(KINDS, kind, lambda beta, t: right(beta, t) * (1 + 1e-12))
    method = LIU if kind == "liu" else Method(rectification=kind)
    theta = np.array(START)
    assert first_too_far(method, "float64", theta, made_with(method, theta)) is not None


@pytest.mark.parametrize("average", ["m", "v"])
def test_an_average_that_drifts_is_found(monkeypatch: pytest.MonkeyPatch, average: str) -> None:
    right = in_place._average
    beta_of = {"m": SIMPLE.betas[0], "v": SIMPLE.betas[1]}[average]

    def drifting(values: Any, x: Any, beta: float, y: Any) -> None:
        right(values, x, beta, y)
        if beta == beta_of:
            values *= 1 + 1e-12

    monkeypatch.setattr(in_place, "_average", drifting)
    theta = np.array(START)
    found = first_too_far(SIMPLE, "float64", theta, made_with(SIMPLE, theta))
    assert found is not None
    assert found.startswith("theta") or found.startswith(average)


def test_arithmetic_in_float32_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rounding each intermediate result to float32, as most libraries do, is worse than storing."""
    method = Method(betas=(0.9, 0.99999), rectification="simple")
    in_double = Scratch.shaped
    single = [np.empty(len(START), np.float32) for _ in range(2)]
    monkeypatch.setattr(Scratch, "shaped", lambda self, like: (*single, in_double(self, like)[2]))
    theta = np.array(START, np.float32)
    assert first_too_far(method, "float32", theta, made_with(method, theta)) is not None


# --- the scalars, and the blocks ------------------------------------------------------------------


@pytest.mark.parametrize("beta", [0.4, 0.75, 0.9, 0.999, 1 - 2.0**-20])
def test_the_scalars_are_as_near_as_the_analysis_supposes(beta: float) -> None:
    unit = exact(2.0**-53)
    for t in range(1, 1001):
        correction = 1 - exact(beta) ** t
        error = abs(exact(closed_forms.bias_correction(beta, t)) / correction - 1)
        assert (error <= 8 * unit).all()
        simple = forms.r_simple(exact(beta), t, sqrt=np.frompyfunc(lambda x: x.sqrt(), 1, 1))
        error = abs(exact(closed_forms.r_simple(beta, t)) / simple - 1)
        assert (error <= 8 * unit).all()


shapes = arrays.array_shapes(max_dims=3, max_side=6)
layouts = st.sampled_from(
    [
        lambda shape: np.zeros(shape),
        lambda shape: np.zeros(shape, order="F"),
        lambda shape: np.zeros([2 * side for side in shape])[(slice(None, None, 2),) * len(shape)],
        lambda shape: np.zeros(shape)[::-1],
    ]
)


@given(shapes, layouts, layouts, st.data())
def test_blocks_cover_every_number_once_in_any_layout(
    shape: tuple[int, ...], first: Any, second: Any, data: st.DataObject
) -> None:
    one, two = first(shape), second(shape)
    whole = np.arange(one.size).reshape(shape)
    two[...] = whole
    room = data.draw(st.integers(1, 8))
    for a, b in in_place._blocks(one, two, room=room):
        assert a.size <= room
        a += 1 + b
    assert (one == whole + 1).all()


@given(st.integers(0, 2), st.integers(-3, 3))
def test_a_step_is_the_same_whether_an_array_is_one_block_or_several(side: int, extra: int) -> None:
    size = side * BLOCK + extra + 3
    random = np.random.default_rng(size)
    gradient, theta = random.normal(size=(2, size))
    m, v, scratch = np.zeros(size), np.zeros(size), Scratch()
    accumulate(m, v, gradient, (0.9, 0.99), scratch)
    before = theta.copy()
    move(theta, m, v, Coefficients(0.5, 0.1, 0.01), 1e-8, False, scratch)
    assert (m == (1 - 0.9) * gradient).all()
    assert (v == (1 - 0.99) * gradient**2).all()
    assert (theta == before - m / 0.1 / (np.sqrt(v / 0.01) + 1e-8) * 0.5).all()
