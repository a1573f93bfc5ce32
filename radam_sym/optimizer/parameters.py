"""The arrays that an optimizer changes, and the gradients it is given for them.

Both are one array, a list or tuple of arrays, or a dict of arrays. Everything is checked before
anything is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.lib.array_utils import byte_bounds
from numpy.typing import NDArray

from radam_sym.errors import InputError
from radam_sym.factors import meant

Array = NDArray[Any]
Key = str | int | None

STRUCTURES = "an array, a list or tuple of arrays, or a dict of arrays"
DTYPES = (np.dtype(np.float32), np.dtype(np.float64))


class Parameters:
    """Arrays, each with its key: None for a single one, an index or a name among several."""

    def __init__(self, given: object) -> None:
        """Take the arrays as they are; they stay the caller's.

        Raises
        ------
        TypeError
            if the structure or one of the dtypes isn't accepted.
        InputError
            if an array is empty, read-only, not finite, or shares memory with another or itself.
        """
        labelled = list(_labelled("params", given))
        self.arrays: list[Array] = [_parameter(label, array) for _, label, array in labelled]
        self.keys: tuple[Key, ...] = tuple(key for key, _, _ in labelled)
        self.labels = [label for _, label, _ in labelled]
        self._layout = [(array.shape, array.dtype) for array in self.arrays]
        if not labelled:
            raise InputError("params is empty; pass at least one array")
        _refuse_shared_memory(self.labels, self.arrays)

    def __str__(self) -> str:
        count = "1 array" if len(self.arrays) == 1 else f"{len(self.arrays)} arrays"
        dtypes = sorted({str(array.dtype) for array in self.arrays})
        numbers = sum(array.size for array in self.arrays)
        return f"{count} of {numbers:,} {' and '.join(dtypes)} numbers"

    def gradients(self, given: object) -> list[Array | None]:
        """The gradients in the order of the parameters, all of them checked.

        Raises
        ------
        TypeError
            if the structure is another one than that of the parameters, or a dtype differs.
        InputError
            if a key, the count or a shape differs, a value is not finite or its square would
            overflow, or a parameter was made read-only or given another shape since.
        """
        found = {key: (label, value) for key, label, value in _labelled("grads", given, self.keys)}
        self._refuse_other_keys(tuple(found))
        for label, array, layout in zip(self.labels, self.arrays, self._layout, strict=True):
            _refuse_changed(label, array, layout)
        return [
            _gradient(*found[key], label, array)
            for key, label, array in zip(self.keys, self.labels, self.arrays, strict=True)
        ]

    def _refuse_other_keys(self, keys: tuple[Key, ...]) -> None:
        if set(keys) == set(self.keys):
            return
        if not isinstance(self.keys[0], str):
            raise InputError(
                f"grads holds {_counted(len(keys), 'gradient')} and params "
                f"{_counted(len(self.keys), 'array')}; pass one for each, or None in its place"
            )
        known = [str(key) for key in self.keys]
        for key in keys:
            if key not in known:
                raise InputError(
                    f"grads has the key {key!r}, which params has not{meant(str(key), known)}"
                )
        missing = next(key for key in known if key not in keys)
        raise InputError(
            f"grads has no key {missing!r}; pass a gradient or None for each key of params"
        )


def _labelled(
    argument: str, given: object, like: tuple[Key, ...] | None = None
) -> Iterator[tuple[Key, str, Any]]:
    """The parts of a structure, each with its key and with how messages call it."""
    kinds = {type(key) for key in like} if like is not None else {str, int, type(None)}
    if isinstance(given, dict) and str in kinds:
        for key, value in given.items():
            if not isinstance(key, str):
                raise TypeError(f"{argument} has the key {key!r}; keys are strings")
            yield key, f"{argument}[{key!r}]", value
    elif isinstance(given, (list, tuple)) and int in kinds:
        for place, value in enumerate(given):
            yield place, f"{argument}[{place}]", value
    elif (like is None and isinstance(given, np.ndarray)) or like == (None,):
        yield None, argument, given
    else:
        accepted = STRUCTURES
        if like is not None:
            accepted = "a dict, as params is" if str in kinds else "a list or tuple, as params is"
        raise TypeError(f"{argument} is of type {type(given).__name__}; accepted: {accepted}")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


# --- parameters -----------------------------------------------------------------------------------


def _parameter(label: str, given: object) -> Array:
    array = _array(label, given, "a NumPy array")
    if array.dtype not in DTYPES:
        raise TypeError(
            f"{label} is of dtype {array.dtype}; accepted: float32, float64, in native byte order"
        )
    if array.size == 0:
        raise InputError(f"{label} is empty, of shape {array.shape}; it must hold numbers")
    if not array.flags.writeable:
        raise InputError(f"{label} is read-only; pass an array that can be changed in place")
    if _overlaps_itself(array):
        raise InputError(f"{label} has elements that share memory; pass a copy of it")
    if not _magnitude(array) < np.inf:
        raise InputError(f"{label} holds {_worst(array)}; parameters are finite")
    return array


def _array(label: str, given: object, accepted: str) -> Array:
    if isinstance(given, np.ma.MaskedArray):
        raise TypeError(f"{label} is a masked array, whose mask would be lost; pass {accepted}")
    if not isinstance(given, np.ndarray):
        raise TypeError(f"{label} is of type {type(given).__name__}; pass {accepted}")
    return np.asarray(given)


def _overlaps_itself(array: Array) -> bool:
    """Whether a step along one axis may land among the elements of the axes inside it."""
    reach = array.itemsize
    for stride, length in sorted(zip(map(abs, array.strides), array.shape, strict=True)):
        if length > 1:
            if stride < reach:
                return True
            reach += stride * (length - 1)
    return False


def _refuse_shared_memory(labels: list[str], arrays: list[Array]) -> None:
    bounds = [byte_bounds(array) for array in arrays]
    order = sorted(range(len(arrays)), key=lambda place: bounds[place])
    for rank, place in enumerate(order):
        for other in order[rank + 1 :]:
            if bounds[other][0] >= bounds[place][1]:
                break
            if np.shares_memory(arrays[place], arrays[other]):
                first, second = sorted((place, other))
                raise InputError(
                    f"{labels[second]} shares memory with {labels[first]}; pass each number once"
                )


def _refuse_changed(label: str, array: Array, layout: tuple[tuple[int, ...], Any]) -> None:
    if (array.shape, array.dtype) != layout:
        raise InputError(
            f"{label} was of shape {layout[0]} and dtype {layout[1]} when it was given and is of "
            f"{array.shape} and {array.dtype} now; make a new optimizer"
        )
    if not array.flags.writeable:
        raise InputError(f"{label} was made read-only; it can't be changed in place")


# --- gradients ------------------------------------------------------------------------------------


def _gradient(label: str, given: object, parameter: str, like: Array) -> Array | None:
    if given is None:
        return None
    if isinstance(given, np.generic):  # what NumPy makes of arithmetic on an array without sides
        given = np.asarray(given)
    array = _array(label, given, "a NumPy array or None")
    if array.dtype != like.dtype:
        raise TypeError(f"{label} is of dtype {array.dtype}; {parameter} is of {like.dtype}")
    if array.shape != like.shape:
        raise InputError(f"{label} is of shape {array.shape}; {parameter} is of {like.shape}")
    largest = largest_gradient(array.dtype)
    if not _magnitude(array) <= largest:
        raise InputError(
            f"{label} holds {_worst(array)}; gradients of {array.dtype} are numbers of at most "
            f"{largest:.2g} in size, whose squares are finite"
        )
    return array


def largest_gradient(dtype: np.dtype[Any]) -> float:
    """A power of two whose square is a quarter of where the dtype's range ends.

    So no average of squares overflows, and rounding its bias correction doesn't make it either.

    >>> largest_gradient(np.dtype("float32")) == 2.0**63
    True
    """
    return float(2.0 ** (np.finfo(dtype).maxexp // 2 - 1))


def _magnitude(array: Array) -> Any:
    """The largest absolute value, or NaN if there is one; makes no array."""
    with np.errstate(all="ignore"):
        return np.maximum(-array.min(), array.max())


def _worst(array: Array) -> str:
    low, high = array.min(), array.max()
    return str(low if -low > high else high)
