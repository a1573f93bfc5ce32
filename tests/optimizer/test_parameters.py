from __future__ import annotations

import re
from collections import OrderedDict
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.lib.stride_tricks import as_strided, sliding_window_view

from radam_sym import InputError
from radam_sym.optimizer.parameters import Parameters, largest_gradient

DTYPES = ["float32", "float64"]


def refused(error: type[Exception], call: Any, *arguments: Any) -> str:
    with pytest.raises(error) as caught:
        call(*arguments)
    message = str(caught.value)
    assert "\n" not in message
    return message


# --- structures -----------------------------------------------------------------------------------


def test_one_array_has_no_key() -> None:
    theta = np.zeros(3)
    parameters = Parameters(theta)
    assert parameters.keys == (None,)
    assert parameters.arrays[0] is theta


@pytest.mark.parametrize("structure", [list, tuple])
def test_several_have_their_places(structure: Any) -> None:
    parameters = Parameters(structure([np.zeros(3), np.zeros((2, 2), np.float32)]))
    assert parameters.keys == (0, 1)
    assert str(parameters) == "2 arrays of 7 float32 and float64 numbers"


def test_names_are_kept_in_their_order() -> None:
    parameters = Parameters(OrderedDict(w=np.zeros(3), b=np.zeros(1000)))
    assert parameters.keys == ("w", "b")
    assert str(parameters) == "2 arrays of 1,003 float64 numbers"


@pytest.mark.parametrize("given_", [None, 1.0, "w", {1, 2}, iter([]), np.float64(1), Parameters])
def test_other_structures_are_refused(given_: Any) -> None:
    message = refused(TypeError, Parameters, given_)
    assert message.endswith("accepted: an array, a list or tuple of arrays, or a dict of arrays")


@pytest.mark.parametrize("given_", [[], (), {}])
def test_there_is_at_least_one(given_: Any) -> None:
    assert refused(InputError, Parameters, given_) == "params is empty; pass at least one array"


# --- arrays ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("array", "told"),
    [
        ([1.0, 2.0], "params[0] is of type list; pass a NumPy array"),
        (1.0, "params[0] is of type float; pass a NumPy array"),
        (None, "params[0] is of type NoneType; pass a NumPy array"),
        (np.float64(1), "params[0] is of type float64; pass a NumPy array"),
        (np.ma.array([1.0]), "params[0] is a masked array, whose mask would be lost; pass a NumPy"),
        (np.zeros(2, int), "params[0] is of dtype int64; accepted: float32, float64"),
        (np.zeros(2, np.float16), "params[0] is of dtype float16; accepted: float32, float64"),
        (np.zeros(2, ">f8"), "params[0] is of dtype >f8; accepted: float32, float64"),
        (np.zeros(2, complex), "params[0] is of dtype complex128; accepted: float32, float64"),
        (np.zeros(2, object), "params[0] is of dtype object; accepted: float32, float64"),
        (np.zeros(2, bool), "params[0] is of dtype bool; accepted: float32, float64"),
    ],
)
def test_a_parameter_of_another_type_is_refused(array: Any, told: str) -> None:
    assert refused(TypeError, Parameters, [array]).startswith(told)


@pytest.mark.parametrize(
    ("array", "told"),
    [
        (np.zeros((0, 3)), "params['w'] is empty, of shape (0, 3)"),
        (np.array([1.0, np.nan]), "params['w'] holds nan; parameters are finite"),
        (np.array([1.0, -np.inf]), "params['w'] holds -inf; parameters are finite"),
        (np.broadcast_to(1.0, 3), "params['w'] is read-only"),
        (as_strided(np.zeros(1), (3,), (0,)), "params['w'] has elements that share memory"),
        (
            sliding_window_view(np.zeros(5), 3, writeable=True),
            "params['w'] has elements that share memory",
        ),
    ],
)
def test_a_parameter_that_cannot_be_changed_or_used_is_refused(array: Any, told: str) -> None:
    assert refused(InputError, Parameters, {"w": array}).startswith(told)


def test_keys_are_strings() -> None:
    message = refused(TypeError, Parameters, {1: np.zeros(2)})
    assert message == "params has the key 1; keys are strings"


shapes = arrays.array_shapes(min_dims=0, max_dims=4, max_side=5)


@given(arrays.arrays(np.float64, shapes, elements=st.floats(-1, 1)), st.data())
def test_every_ordinary_view_is_accepted(array: Any, data: st.DataObject) -> None:
    view = array[...]
    if array.ndim:
        view = array[data.draw(arrays.basic_indices(array.shape, allow_newaxis=True))]
        if not isinstance(view, np.ndarray):
            return
        view = view.transpose(data.draw(st.permutations(range(view.ndim))))
    if view.size:
        assert Parameters(view).arrays[0] is view


@pytest.mark.parametrize(
    ("pick", "shared"),
    [
        (lambda a: [a, a], True),
        (lambda a: [a[:6], a[5:]], True),
        (lambda a: [a[:6], np.ones(3), a[3:4]], True),
        (lambda a: [a, a.reshape(2, 5)], True),
        (lambda a: [a[::2], a[::3]], True),
        (lambda a: [a[:5], a[5:]], False),
        (lambda a: [a[::2], a[1::2]], False),
        (lambda a: [a.reshape(5, 2)[:, 0], a.reshape(5, 2)[:, 1]], False),
        (lambda a: [a.copy(), a], False),
    ],
)
def test_no_number_may_be_given_twice(pick: Any, shared: bool) -> None:
    arrays_ = pick(np.arange(10.0))
    if shared:
        message = refused(InputError, Parameters, arrays_)
        assert re.fullmatch(
            r"params\[\d\] shares memory with params\[0\]; pass each number once", message
        )
    else:
        Parameters(arrays_)


def test_of_two_that_share_memory_the_later_is_named_first() -> None:
    a = np.zeros(10)
    message = refused(InputError, Parameters, {"late": a[5:], "early": a[:6]})
    assert message == "params['early'] shares memory with params['late']; pass each number once"


# --- gradients ------------------------------------------------------------------------------------


@given(
    st.lists(st.tuples(shapes, st.sampled_from(DTYPES)), min_size=1, max_size=4),
    st.sampled_from(["list", "tuple", "dict", "reversed dict"]),
    st.data(),
)
def test_gradients_come_in_the_order_of_the_parameters(
    layout: list[Any], structure: str, data: st.DataObject
) -> None:
    zeros = [np.zeros(shape, dtype) for shape, dtype in layout]
    gradients = [data.draw(st.sampled_from([None, array + 1])) for array in zeros]
    names = [f"p{place}" for place in range(len(layout))]
    if structure.endswith("dict"):
        by_name = dict(zip(names, gradients, strict=True))
        if structure == "reversed dict":
            by_name = dict(reversed(by_name.items()))
        found = Parameters(dict(zip(names, zeros, strict=True))).gradients(by_name)
    else:
        kind = {"list": list, "tuple": tuple}[structure]
        found = Parameters(zeros).gradients(kind(gradients))
    for one, other in zip(found, gradients, strict=True):
        if other is None:
            assert one is None
        else:
            np.testing.assert_array_equal(one, other)


def test_one_gradient_for_one_array() -> None:
    parameters = Parameters(np.zeros(()))
    assert parameters.gradients(None) == [None]
    assert parameters.gradients(np.float64(2)) == [np.array(2.0)]
    assert parameters.gradients(np.array(2.0)) == [np.array(2.0)]


BOTH = {"w": np.zeros((2, 3)), "b": np.zeros(3, np.float32)}
GOOD = {"w": np.ones((2, 3)), "b": np.ones(3, np.float32)}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"w": [1.0]}, "grads['w'] is of type list; pass a NumPy array or None"),
        ({"w": 0}, "grads['w'] is of type int; pass a NumPy array or None"),
        ({"w": np.ma.ones((2, 3))}, "grads['w'] is a masked array"),
        ({"w": np.ones((2, 3), int)}, "grads['w'] is of dtype int64; params['w'] is of float64"),
        ({"w": np.ones((2, 3), "f2")}, "grads['w'] is of dtype float16; params['w'] is of float64"),
        ({"b": np.ones(3)}, "grads['b'] is of dtype float64; params['b'] is of float32"),
        ({3: None}, "grads has the key 3; keys are strings"),
    ],
)
def test_a_gradient_of_another_type_is_refused(change: Any, told: str) -> None:
    message = refused(TypeError, Parameters(BOTH).gradients, {**GOOD, **change})
    assert message.startswith(told)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"w": np.ones((3, 2))}, "grads['w'] is of shape (3, 2); params['w'] is of (2, 3)"),
        ({"w": np.ones(())}, "grads['w'] is of shape (); params['w'] is of (2, 3)"),
        ({"b": np.array([0, np.nan, 1], "f4")}, "grads['b'] holds nan; gradients of float32 are"),
        ({"b": np.array([0, np.inf, 1], "f4")}, "grads['b'] holds inf; "),
        ({"b": np.array([0, -np.inf, 1], "f4")}, "grads['b'] holds -inf; "),
        ({"b": np.array([0, 1, -2e19], "f4")}, "grads['b'] holds -2e+19; "),
        ({"w": np.full((2, 3), 1e154)}, "grads['w'] holds 1e+154; "),
        ({"W": None}, "grads has the key 'W', which params has not"),
        ({"ww": None}, "grads has the key 'ww', which params has not; did you mean 'w'?"),
    ],
)
def test_a_gradient_that_does_not_fit_is_refused(change: Any, told: str) -> None:
    message = refused(InputError, Parameters(BOTH).gradients, {**GOOD, **change})
    assert message.startswith(told)


def test_a_misspelt_key_is_told_before_the_one_that_it_stands_for() -> None:
    gradients = {"weight": None, "bias": None}
    parameters = Parameters({"weight": np.zeros(1), "biased": np.zeros(2)})
    message = refused(InputError, parameters.gradients, gradients)
    assert message == "grads has the key 'bias', which params has not; did you mean 'biased'?"


def test_a_missing_gradient_is_named() -> None:
    message = refused(InputError, Parameters(BOTH).gradients, {"w": None})
    assert message == "grads has no key 'b'; pass a gradient or None for each key of params"


@pytest.mark.parametrize("count", [0, 1, 3])
def test_there_is_one_gradient_for_each_array(count: int) -> None:
    message = refused(InputError, Parameters([np.zeros(1), np.zeros(2)]).gradients, [None] * count)
    assert message.startswith(f"grads holds {count} gradient")
    assert "params 2 arrays" in message


@pytest.mark.parametrize(
    ("params", "grads", "accepted"),
    [
        (np.zeros(2), [np.zeros(2)], "pass a NumPy array or None"),
        (np.zeros(2), {"w": np.zeros(2)}, "pass a NumPy array or None"),
        ([np.zeros(2)], np.zeros((1, 2)), "accepted: a list or tuple, as params is"),
        ([np.zeros(2)], None, "accepted: a list or tuple, as params is"),
        ({"w": np.zeros(2)}, [np.zeros(2)], "accepted: a dict, as params is"),
        ({"w": np.zeros(2)}, np.zeros(2), "accepted: a dict, as params is"),
    ],
)
def test_gradients_have_the_structure_of_the_parameters(
    params: Any, grads: Any, accepted: str
) -> None:
    assert refused(TypeError, Parameters(params).gradients, grads).endswith(accepted)


@pytest.mark.parametrize("dtype", DTYPES)
def test_the_largest_gradient_is_accepted_and_its_square_is_finite(dtype: str) -> None:
    largest = np.array([largest_gradient(np.dtype(dtype))], dtype)
    Parameters(np.zeros(1, dtype)).gradients(largest)
    Parameters(np.zeros(1, dtype)).gradients(-largest)
    assert np.isfinite(largest * largest * largest.dtype.type(3.9)).all()
    with pytest.raises(InputError):
        Parameters(np.zeros(1, dtype)).gradients(np.nextafter(largest, np.inf))


def test_a_parameter_that_was_changed_behind_our_back_is_refused() -> None:
    theta = np.zeros((2, 3))
    parameters = Parameters({"w": theta})
    theta.resize((3, 2), refcheck=False)
    message = refused(InputError, parameters.gradients, {"w": np.zeros((2, 3))})
    assert message.startswith("params['w'] was of shape (2, 3) and dtype float64 when it was given")
    theta.resize((2, 3), refcheck=False)
    theta.flags.writeable = False
    message = refused(InputError, parameters.gradients, {"w": np.zeros((2, 3))})
    assert message.startswith("params['w'] was made read-only")
