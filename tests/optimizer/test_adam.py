from __future__ import annotations

import copy
import math
import pickle
import signal
import threading
import tracemalloc
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from radam_sym import Adam, InputError, RAdam, rectification
from radam_sym.generated import closed_forms
from radam_sym.optimizer import adam
from tests.optimizer.gradients import stored

MODES = ("outside", "inside", "outside-uncorrected")
KINDS: list[dict[str, Any]] = [
    {},
    *({"rectification": kind} for kind in ("simple", "rational", "matched", "skewed", "exact")),
    *({"rectification": "liu", "below": b} for b in ("momentum", "zero", "skip", "gate5")),
]


def path(rows: Any, start: Any = 0.0, dtype: str = "float64", **chosen: Any) -> Any:
    """Where the parameters are after each step."""
    theta = np.full(rows.shape[1:], start, dtype)
    optimizer = Adam(theta, **chosen)
    places = []
    for row in rows.astype(dtype):
        optimizer.step(row)
        places.append(theta.copy())
    return np.array(places)


def textbook(rows: Any, lr: float, betas: tuple[float, float], eps: float) -> Any:
    """Adam as in the paper's algorithm, in plain float64."""
    beta1, beta2 = betas
    theta = np.zeros(rows.shape[1:])
    m, v = np.zeros_like(theta), np.zeros_like(theta)
    places = []
    for t, g in enumerate(rows, start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        theta = theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
        places.append(theta)
    return np.array(places)


ROWS = stored()[:, :7]  # without the columns whose squares underflow


# --- the method -----------------------------------------------------------------------------------


@pytest.mark.parametrize("betas", [(0.9, 0.999), (0.5, 0.75), (0.0, 0.9), (0.9, 0.0)])
def test_without_a_factor_it_is_textbook_adam(betas: tuple[float, float]) -> None:
    expected = textbook(ROWS, 0.01, betas, 1e-8)
    computed = path(ROWS, lr=0.01, betas=betas)
    np.testing.assert_allclose(computed, expected, rtol=1e-9, atol=1e-12)


def test_the_defaults_are_those_that_adam_was_published_with() -> None:
    same = path(ROWS, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, eps_mode="outside")
    assert (path(ROWS) == same).all()


def test_radam_is_adam_with_lius_factor_and_momentum_below() -> None:
    theta = np.zeros(7)
    optimizer = RAdam(theta)
    for row in ROWS:
        optimizer.step(row)
    assert (path(ROWS, rectification="liu", below="momentum")[-1] == theta).all()
    assert isinstance(optimizer, Adam)


@pytest.mark.parametrize("kind", ["simple", "liu", "rational", "matched", "skewed", "exact"])
@pytest.mark.parametrize("mode", MODES)
def test_the_factor_multiplies_the_step(kind: Any, mode: Any) -> None:
    """From t = 6 on, where both of Liu's gates are open."""
    plain = np.diff(path(ROWS, eps_mode=mode), axis=0)[5:]
    rectified = np.diff(path(ROWS, rectification=kind, eps_mode=mode), axis=0)[5:]
    factors = rectification(np.arange(7, 1001), 0.999, kind)
    np.testing.assert_allclose(rectified, factors[:, None] * plain, rtol=1e-9, atol=1e-15)


def test_with_beta2_zero_the_simple_factor_is_one() -> None:
    chosen: dict[str, Any] = {"betas": (0.9, 0.0)}
    same = path(ROWS, **chosen) == path(ROWS, rectification="simple", **chosen)
    assert same.all()


@pytest.mark.parametrize("chosen", KINDS, ids=str)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("power", [-200, -3, 1, 180])
def test_with_epsilon_zero_the_scale_of_the_gradients_is_nothing(
    chosen: dict[str, Any], mode: Any, power: int
) -> None:
    """Exactly, for powers of two; a momentum step is no such step, so it is left out."""
    if chosen.get("below") in ("momentum", "gate5"):
        chosen = {**chosen, "below": "zero"}
    chosen = {**chosen, "eps": 0, "eps_mode": mode}
    rows = ROWS[:200]
    assert (path(rows, **chosen) == path(np.ldexp(rows, power), **chosen)).all()


@given(
    arrays.arrays(np.float64, (6, 3), elements=st.floats(-100, 100, allow_subnormal=False)),
    st.sampled_from(KINDS),
    st.sampled_from(MODES),
)
def test_opposite_gradients_lead_to_the_opposite_place(
    rows: Any, chosen: dict[str, Any], mode: Any
) -> None:
    assert (path(-rows, eps_mode=mode, **chosen) == -path(rows, eps_mode=mode, **chosen)).all()


@pytest.mark.parametrize("chosen", KINDS, ids=str)
def test_a_float32_step_is_a_float64_step_rounded(chosen: dict[str, Any]) -> None:
    """The first one: later on, the averages have been rounded too."""
    row = ROWS[:1].astype(np.float32)
    start = np.linspace(-1, 1, 7)
    single = path(row, start, "float32", **chosen)
    double = path(row, start.astype(np.float32), "float64", **chosen)
    expected = double.astype(np.float32)
    # v is rounded before the step is taken, so a tie or so may fall the other way
    assert (abs(single - expected) <= np.spacing(abs(expected))).all()


def test_where_epsilon_stands() -> None:
    g, eps, beta2 = 3.0, 0.5, 0.99
    row = np.full((1, 1), g)
    steps = {
        mode: -path(row, lr=1, betas=(0.9, beta2), eps=eps, eps_mode=mode).item() for mode in MODES
    }
    assert steps["outside"] == pytest.approx(g / (g + eps), rel=1e-14)
    assert steps["inside"] == pytest.approx(g / math.sqrt(g * g + eps), rel=1e-14)
    uncorrected = g * math.sqrt(1 - beta2) / (g * math.sqrt(1 - beta2) + eps)
    assert steps["outside-uncorrected"] == pytest.approx(uncorrected, rel=1e-14)


# --- below Liu's gate -----------------------------------------------------------------------------


def momentum(rows: Any, lr: float, beta1: float) -> Any:
    theta, m = np.zeros(rows.shape[1]), np.zeros(rows.shape[1])
    places = []
    for t, g in enumerate(rows, start=1):
        m = beta1 * m + (1 - beta1) * g
        theta = theta - lr * m / (1 - beta1**t)
        places.append(theta)
    return np.array(places)


@pytest.mark.parametrize(
    ("below", "first", "moves"),
    [("momentum", 5, True), ("zero", 5, False), ("gate5", 6, True), ("skip", 6, False)],
)
def test_what_is_done_before_the_factor_is_used(below: Any, first: int, moves: bool) -> None:
    """ρ₅ = 4.996 and ρ₆ = 5.994 at β₂ = 0.999."""
    assert 4 < closed_forms.rho(0.999, 5) < 5 < closed_forms.rho(0.999, 6)
    places = path(ROWS, rectification="liu", below=below)
    before = places[: first - 1]
    if moves:
        np.testing.assert_allclose(before, momentum(ROWS, 1e-3, 0.9)[: first - 1], rtol=1e-12)
    else:
        assert (before == 0).all()
    step = places[first - 1] - before[-1]
    plain = np.diff(path(ROWS), axis=0)[first - 2]
    factor = rectification(first, 0.999, "liu")
    np.testing.assert_allclose(step, factor * plain, rtol=1e-9, atol=1e-18)


@pytest.mark.parametrize("kind", ["rational", "matched", "skewed"])
@pytest.mark.parametrize("mode", MODES)
def test_nothing_moves_where_the_factor_is_zero(kind: Any, mode: Any) -> None:
    """At the first two steps, and at all of them where n_t never exceeds 2."""
    places = path(ROWS[:30], 0.5, rectification=kind, eps_mode=mode)
    assert (places[:2] == 0.5).all()
    assert (np.diff(places[:, :4], axis=0)[1:] != 0).all()  # whose gradients aren't 0
    small: dict[str, Any] = {"betas": (0.9, 1 / 3), "rectification": kind, "eps_mode": mode}
    assert (path(ROWS[:30], 0.5, **small) == 0.5).all()
    assert "never rectified with this beta2" in repr(Adam(np.zeros(1), **small))
    assert "never" not in repr(Adam(np.zeros(1), betas=(0.9, 0.34), rectification=kind))


@pytest.mark.parametrize("mode", MODES)
def test_the_exact_factor_lets_nothing_move_at_the_first_two_steps(mode: Any) -> None:
    places = path(ROWS[:30], 0.5, rectification="exact", eps_mode=mode)
    assert (places[:2] == 0.5).all()
    assert (np.diff(places[:, :4], axis=0)[1:] != 0).all()
    assert "never" not in repr(Adam(np.zeros(1), betas=(0.9, 0.1), rectification="exact"))


@pytest.mark.parametrize("chosen", [{"below": "zero"}, {"below": "skip"}, {"lr": 0}], ids=str)
def test_what_stays_stays_bit_for_bit(chosen: dict[str, Any]) -> None:
    theta = np.array([-0.0, 0.0, 0.1])
    optimizer = RAdam(theta, **chosen)
    for _ in range(3):
        optimizer.step(np.array([-1.0, 1.0, -1.0]))
    assert theta.tobytes() == np.array([-0.0, 0.0, 0.1]).tobytes()


@pytest.mark.parametrize("below", ["momentum", "zero", "gate5", "skip"])
def test_the_averages_advance_whatever_is_done_below(below: Any) -> None:
    theta = np.zeros(7)
    optimizer, plain = RAdam(theta, below=below), Adam(theta.copy())
    for row in ROWS[:3]:
        optimizer.step(row)
        plain.step(row)
    state, expected = optimizer.state_dict(), plain.state_dict()
    assert state["steps"] == [3]
    assert (state["m"][0] == expected["m"][0]).all()
    assert (state["v"][0] == expected["v"][0]).all()


@pytest.mark.parametrize(
    ("beta2", "never"),
    [
        (0.6, {"momentum", "zero", "gate5", "skip"}),
        (0.65, {"gate5", "skip"}),
        (2 / 3, {"gate5", "skip"}),
        (0.68, set()),
    ],
)
def test_a_gate_that_never_opens_is_told(beta2: float, never: set[str]) -> None:
    rows = stored()[:300, :1]
    for below in ("momentum", "zero", "gate5", "skip"):
        chosen: dict[str, Any] = {"betas": (0.9, beta2), "rectification": "liu", "below": below}
        told = "never rectified with this beta2" in repr(Adam(np.zeros(1), **chosen))
        assert told == (below in never)
        stays = {"momentum": "zero", "zero": "zero", "gate5": "skip", "skip": "skip"}[below]
        assert (path(rows, **{**chosen, "below": stays}) == 0).all() == told


@pytest.mark.parametrize("gate", [4, 5])
def test_no_rational_beta2_stands_in_a_gate(gate: int) -> None:
    """So that "more than" and "at least" say the same.

    ρ_t = 1 + 2Σiβ^i/Σβ^i over i < t, so ρ_t = gate where Σ(2i + 1 − gate)β^i = 0: a root p/q has
    p | gate − 1 and q | 2t − 1 − gate, or both halved where all coefficients are even.
    """
    for t in range(5, 200):
        coefficients = [2 * i + 1 - gate for i in range(t)]
        for p, q in product(divisors(gate - 1), divisors(coefficients[-1])):
            if p < q:
                assert sum(c * Fraction(p, q) ** i for i, c in enumerate(coefficients)) != 0


def divisors(number: int) -> list[int]:
    return [n for n in range(1, number + 1) if number % n == 0]


# --- zeros and tiny numbers -----------------------------------------------------------------------


@pytest.mark.parametrize("chosen", KINDS, ids=str)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("eps", [0, 1e-8])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_without_a_gradient_nothing_moves(
    chosen: dict[str, Any], mode: Any, eps: float, dtype: str
) -> None:
    places = path(np.zeros((10, 3)), 0.1, dtype, eps=eps, eps_mode=mode, **chosen)
    assert (places == np.array(0.1, dtype)).all()


@pytest.mark.parametrize("mode", MODES)
def test_with_epsilon_zero_a_gradient_whose_square_is_nothing_moves_nothing(mode: Any) -> None:
    rows = np.full((10, 2), [1e-200, 1.0])
    places = path(rows, eps=0, eps_mode=mode)
    assert (places[:, 0] == 0).all()
    assert (np.diff(places[:, 1]) < 0).all()


def test_the_largest_gradients_and_learning_rate_make_no_nan() -> None:
    for dtype, size in (("float32", 2.0**63), ("float64", 2.0**511)):
        rows = np.full((8, 2), [size, -size])
        for chosen in KINDS:
            for lr in (1e-3, 1e308):
                places = path(rows, 0, dtype, lr=lr, **chosen)
                assert not np.isnan(places).any()
                if lr < 1 and "liu" not in chosen.values():
                    assert (abs(places) < 1).all()


# --- parameters and gradients ---------------------------------------------------------------------


def test_a_gradient_of_none_leaves_all_that_is_its_parameters() -> None:
    params = {"a": np.zeros(3), "b": np.zeros(3)}
    alone = np.zeros(3)
    optimizer, single = Adam(params, rectification="simple"), Adam(alone, rectification="simple")
    for t, row in enumerate(ROWS[:20, :3]):
        given_ = None if t % 3 else row
        optimizer.step({"a": row, "b": given_})
        if given_ is not None:
            single.step(row)
        assert (params["b"] == alone).all()
    state, expected = optimizer.state_dict(), single.state_dict()
    assert state["steps"] == [20, 7]
    assert expected["steps"] == [7]
    assert (state["m"][1] == expected["m"][0]).all()
    assert (state["v"][1] == expected["v"][0]).all()


def test_nothing_happens_where_every_gradient_is_none() -> None:
    theta = np.ones(3)
    optimizer = Adam(theta)
    optimizer.step(None)
    assert optimizer.state_dict()["steps"] == [0]
    assert (theta == 1).all()


layouts = st.sampled_from(
    [
        lambda values: np.array(values),
        lambda values: np.asfortranarray(values),
        lambda values: np.repeat(np.repeat(values, 2, 0), 3, 1)[::2, ::3],
        lambda values: np.array(values[::-1])[::-1],
        lambda values: np.array(values.T).T,
    ]
)


@given(st.lists(layouts, min_size=2, max_size=2), st.sampled_from(["float32", "float64"]))
@settings(max_examples=40)
def test_memory_layout_makes_no_difference(chosen: list[Any], dtype: str) -> None:
    values = stored()[:12, :6].astype(dtype)
    plain, odd = values.copy(), chosen[0](values)
    one, two = RAdam(plain), RAdam(odd)
    for row in stored()[:10, :6]:
        gradient = np.array(np.outer(np.arange(12.0), row), dtype)
        one.step(gradient)
        two.step(chosen[1](gradient))
    assert (plain == odd).all()


def test_a_view_is_changed_in_place_and_its_neighbours_are_not() -> None:
    whole = np.zeros((4, 6))
    optimizer = Adam(whole[1:3, ::2])
    optimizer.step(np.ones((2, 3)))
    assert (whole[1:3, ::2] != 0).all()
    whole[1:3, ::2] = 0
    assert (whole == 0).all()


def test_an_array_without_sides_is_a_parameter() -> None:
    theta = np.array(1.0)
    optimizer = Adam(theta, lr=0.1)
    for _ in range(100):
        optimizer.step(2 * theta)
    assert abs(theta) < 0.1


def test_gradients_may_be_views_of_parameters() -> None:
    """Here θ₂ is the gradient of θ₁ and the other way round."""
    theta = [np.array([1.0, 2.0]), np.array([3.0, -4.0])]
    apart = copy.deepcopy(theta)
    optimizer, expected = Adam(theta), Adam(apart)
    for _ in range(3):
        expected.step([apart[1].copy(), apart[0][::-1].copy()])
        optimizer.step([theta[1], theta[0][::-1]])
    assert (np.array(theta) == apart).all()


def test_gradients_are_only_read() -> None:
    gradient = ROWS[0].copy()
    gradient.flags.writeable = False
    Adam(np.zeros(7)).step(gradient)
    assert (gradient == ROWS[0]).all()


# --- all or nothing -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bad",
    [
        {"a": np.ones(3), "b": np.ones(4)},
        {"a": np.ones(3), "b": np.ones(3, np.float32)},
        {"a": np.ones(3), "b": np.array([0, np.nan, 0])},
        {"a": np.ones(3), "b": np.array([0, 1e200, 0])},
        {"a": np.ones(3)},
        {"a": np.ones(3), "b": None, "c": None},
        [np.ones(3), np.ones(3)],
    ],
    ids=str,
)
def test_after_a_bad_gradient_nothing_has_changed(bad: Any) -> None:
    params = {"a": np.zeros(3), "b": np.zeros(3)}
    optimizer = Adam(params, rectification="simple")
    optimizer.step({"a": np.ones(3), "b": np.ones(3)})
    before = repr((params, optimizer.state_dict(), optimizer))
    with pytest.raises((InputError, TypeError)) as caught:
        optimizer.step(bad)
    assert "\n" not in str(caught.value)
    assert repr((params, optimizer.state_dict(), optimizer)) == before


def test_after_a_parameter_was_made_read_only_nothing_has_changed() -> None:
    params = [np.zeros(3), np.zeros(3)]
    optimizer = Adam(params)
    params[1].flags.writeable = False
    with pytest.raises(InputError, match=r"^params\[1\] was made read-only"):
        optimizer.step([np.ones(3), np.ones(3)])
    assert (params[0] == 0).all()
    assert optimizer.state_dict()["steps"] == [0, 0]


def test_strict_floating_point_does_not_stop_a_step_half_way() -> None:
    rows = np.full((3, 2), [1e-320, 2.0**500])
    with np.errstate(all="raise"):
        strict = path(rows, rectification="simple")
    assert (strict == path(rows, rectification="simple")).all()


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("when", ["accumulate", "move"])
@pytest.mark.parametrize("call", [1, 2])
def test_ctrl_c_waits_for_the_end_of_a_step(
    monkeypatch: pytest.MonkeyPatch, when: str, call: int
) -> None:
    right = getattr(adam, when)
    calls: list[None] = []

    def pressed(*arguments: Any) -> None:
        calls.append(None)
        if len(calls) == call:
            signal.raise_signal(signal.SIGINT)
        right(*arguments)

    params, expected = [np.zeros(3), np.zeros(3)], [np.zeros(3), np.zeros(3)]
    gradients = [np.ones(3), -np.ones(3)]
    Adam(expected).step(gradients)
    optimizer = Adam(params)
    monkeypatch.setattr(adam, when, pressed)
    with pytest.raises(KeyboardInterrupt):
        optimizer.step(gradients)
    assert optimizer.state_dict()["steps"] == [1, 1]
    assert (np.array(params) == expected).all()


def test_another_thread_may_step() -> None:
    theta = np.zeros(3)
    thread = threading.Thread(target=Adam(theta).step, args=(np.ones(3),))
    thread.start()
    thread.join()
    assert (theta != 0).all()


@pytest.mark.parametrize("eps", [0, 1e-8])
@pytest.mark.parametrize(
    "make",
    [
        lambda size: np.zeros((size // 1000, 1000)),
        lambda size: np.zeros((size // 1000, 1000), np.float32),
        lambda size: np.zeros((1000, 2 * size // 1000))[:, ::2].T,
    ],
)
def test_a_step_allocates_nothing_of_the_size_of_the_parameters(make: Any, eps: float) -> None:
    peaks = []
    for size in (10_000, 1_000_000):
        theta = make(size)
        optimizer = RAdam({"a": theta, "b": np.zeros(3)}, eps=eps)
        gradients = {"a": theta + 1, "b": None}
        for _ in range(6):
            optimizer.step(gradients)
        tracemalloc.start()
        try:
            optimizer.step(gradients)
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert max(peaks) < 2**16  # a block of float64 would be twice that


# --- the class ------------------------------------------------------------------------------------


def test_the_learning_rate_is_set_between_steps() -> None:
    one, two = np.zeros(7), np.zeros(7)
    slow, changed = Adam(one, lr=0.1), Adam(two, lr=0.5)
    slow.step(ROWS[0])
    changed.lr = 0.1
    changed.step(ROWS[0])
    assert (one == two).all()
    changed.lr = 0
    changed.step(ROWS[1])
    assert (one == two).all()
    assert changed.state_dict()["steps"] == [2]


@pytest.mark.parametrize(
    ("lr", "error"),
    [(-1e-3, InputError), (np.nan, InputError), (np.inf, InputError), ("1", TypeError)],
)
def test_a_bad_learning_rate_is_refused_and_the_old_one_stays(lr: Any, error: Any) -> None:
    with pytest.raises(error, match=r"^lr "):
        Adam(np.zeros(3), lr)
    optimizer = Adam(np.zeros(3), 0.5)
    with pytest.raises(error, match=r"^lr "):
        optimizer.lr = lr
    assert optimizer.lr == 0.5


def test_a_misspelt_attribute_is_an_error() -> None:
    optimizer = Adam(np.zeros(3))
    with pytest.raises(AttributeError):
        optimizer.learning_rate = 0.1  # type: ignore[attr-defined]


def test_the_repr_says_it_all() -> None:
    optimizer = Adam([np.zeros(3), np.zeros((2, 2), np.float32)], 0.5, rectification="simple")
    optimizer.step([np.ones(3), None])
    assert repr(optimizer) == (
        "Adam(2 arrays of 7 float32 and float64 numbers, step 0 to 1, lr=0.5, betas=(0.9, 0.999), "
        "eps=1e-08, rectification='simple', eps_mode='outside')"
    )
    assert repr(RAdam(np.zeros(1), below="skip", eps_mode="inside")) == (
        "RAdam(1 array of 1 float64 numbers, step 0, lr=0.001, betas=(0.9, 0.999), eps=1e-08, "
        "rectification='liu', below='skip', eps_mode='inside')"
    )


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))])
def test_a_copy_with_its_parameters_goes_its_own_way(copied: Any) -> None:
    theta = np.ones(3)
    optimizer = RAdam(theta)
    optimizer.step(np.ones(3))
    other_theta, other = copied((theta, optimizer))
    assert repr(other.state_dict()) == repr(optimizer.state_dict())
    optimizer.step(np.ones(3))
    assert repr(other.state_dict()) != repr(optimizer.state_dict())
    other.step(np.ones(3))
    assert (other_theta == theta).all()
    assert other_theta is not theta
