"""What an optimizer has gathered from the gradients, as data: to save, to load, to check.

A file is an .npz archive that is stored, not compressed: the arrays m0, v0, m1, v1, ... and a
header, which is JSON. It is read as data and nothing in it is ever run; NumPy reads it too.
"""

from __future__ import annotations

import json
import warnings
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from radam_sym.errors import InputError
from radam_sym.factors import LAST_STEP
from radam_sym.optimizer.parameters import Key, Parameters, largest_gradient
from radam_sym.optimizer.settings import Settings, nonnegative

Array = NDArray[Any]

FORMAT, VERSION = "radam-sym optimizer state", 1
ENTRIES = ("format", "version", "settings", "lr", "keys", "steps", "m", "v")


@dataclass
class State:
    """For each parameter: how many gradients it was given, and their two averages."""

    steps: list[int]
    m: list[Array]
    v: list[Array]

    @classmethod
    def before(cls, arrays: list[Array]) -> State:
        """The state before the first step."""
        zeros = [np.zeros(array.shape, array.dtype) for array in arrays]
        return cls([0] * len(arrays), zeros, [zero.copy() for zero in zeros])

    def take(self, other: State) -> None:
        """Become a copy of another state of the same shapes and dtypes."""
        self.steps[:] = other.steps
        for mine, its in zip(self.m + self.v, other.m + other.v, strict=True):
            np.copyto(mine, its)


def as_data(state: State, settings: Settings, lr: float, keys: tuple[Key, ...]) -> dict[str, Any]:
    """The state as a plain dict, which shares no memory with it."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "settings": _plain(settings),
        "lr": lr,
        "keys": list(keys),
        "steps": list(state.steps),
        "m": [array.copy() for array in state.m],
        "v": [array.copy() for array in state.v],
    }


def _plain(settings: Settings) -> dict[str, Any]:
    return {**vars(settings), "betas": list(settings.betas)}


# --- checks ---------------------------------------------------------------------------------------


def checked(data: object, settings: Settings, parameters: Parameters) -> tuple[State, float]:
    """The state and the learning rate in a dict, if they fit this optimizer in every respect.

    Raises
    ------
    TypeError
        if it isn't a dict.
    InputError
        if anything is missing, unknown or of another kind than `as_data` writes.
    """
    if not isinstance(data, dict):
        raise TypeError(f"state is of type {type(data).__name__}; pass what state_dict() gave")
    for entry in [*ENTRIES, *data]:
        if entry not in data or entry not in ENTRIES:
            lack = "has no entry" if entry not in data else "has the unknown entry"
            raise InputError(f"state {lack} {entry!r}; pass what state_dict() gave")
    _same("format", data["format"], FORMAT)
    _same("version", data["version"], VERSION)
    if not isinstance(data["settings"], dict):
        raise InputError("state['settings'] isn't a dict; pass what state_dict() gave")
    _same("settings", sorted(map(str, data["settings"])), sorted(_plain(settings)))
    for name, value in _plain(settings).items():
        _same(name, data["settings"][name], value)
    _check_keys(data["keys"], list(parameters.keys))
    _check_counts(data["steps"], len(parameters.arrays))
    for name in ("m", "v"):
        _check_averages(name, data[name], data["steps"], parameters)
    lr = nonnegative("state['lr']", data["lr"])
    return State(data["steps"], data["m"], data["v"]), lr


def _same(name: str, found: object, wanted: object) -> None:
    if repr(found) != repr(wanted):
        raise InputError(f"state has {name} = {_short(found)}; accepted here: {_short(wanted)}")


def _check_keys(found: object, wanted: list[Key]) -> None:
    if isinstance(found, list) and len(found) == len(wanted):
        for place, (one, other) in enumerate(zip(found, wanted, strict=True)):
            _same(f"keys[{place}]", one, other)
    else:
        _same("keys", found, wanted)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _check_counts(steps: object, count: int) -> None:
    if not isinstance(steps, list) or len(steps) != count:
        raise InputError(f"state['steps'] isn't a list of {count} step counts")
    for place, step in enumerate(steps):
        if type(step) is not int or not 0 <= step <= LAST_STEP:
            raise InputError(
                f"state['steps'][{place}] = {_short(step)}: it must be an integer from 0 to 2**53"
            )


def _check_averages(name: str, averages: object, steps: list[int], parameters: Parameters) -> None:
    if not isinstance(averages, list) or len(averages) != len(steps):
        raise InputError(f"state[{name!r}] isn't a list of {len(steps)} arrays")
    for place, (average, array) in enumerate(zip(averages, parameters.arrays, strict=True)):
        label = f"state[{name!r}][{place}]"
        if not isinstance(average, np.ndarray):
            raise InputError(f"{label} isn't an array")
        if (average.shape, average.dtype) != (array.shape, array.dtype):
            raise InputError(
                f"{label} is of shape {average.shape} and dtype {average.dtype}; "
                f"the parameter is of {array.shape} and {array.dtype}"
            )
        largest = largest_gradient(array.dtype)
        low, high = (-largest, largest) if name == "m" else (0, largest**2)
        if steps[place] == 0:
            low = high = 0
        if not (low <= average.min() and average.max() <= high):
            raise InputError(
                f"{label} holds values from {average.min()} to {average.max()}; after "
                f"{steps[place]} steps they lie between {low:.2g} and {high:.2g}"
            )


# --- files ----------------------------------------------------------------------------------------


def to_bytes(data: dict[str, Any]) -> bytes:
    """The contents of a file that holds a state."""
    averages = ("m", "v")
    header = json.dumps({name: value for name, value in data.items() if name not in averages})
    arrays = {
        f"{name}{place}": array for name in averages for place, array in enumerate(data[name])
    }
    buffer = BytesIO()
    np.savez(buffer, header=np.array(header), **arrays)
    return buffer.getvalue()


def from_file(path: Path | str) -> dict[str, Any]:
    """What a file holds, as `as_data` makes it; nothing of it is believed yet.

    Raises
    ------
    InputError
        if it can't be read, or isn't a file that `to_bytes` wrote.
    """
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"cannot read {path}: {reason}") from None
    return from_bytes(content, str(path))


def from_bytes(content: bytes, name: str) -> dict[str, Any]:
    """The same for the contents of a file that messages call by a name."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _read(archive)
    except Exception:  # there is no end to what bytes from elsewhere make a reader raise
        raise InputError(
            f"{name} is not a saved optimizer state, or is damaged; pass a file that save() wrote"
        ) from None


def _read(archive: zipfile.ZipFile) -> dict[str, Any]:
    header = json.loads(str(_member(archive, "header")))
    places = range(len(header["keys"]))
    data = {name: [_member(archive, f"{name}{place}") for place in places] for name in ("m", "v")}
    if len(archive.namelist()) != 1 + 2 * len(places):
        raise ValueError("more members than a state has")
    return {**header, **data}


def _member(archive: zipfile.ZipFile, name: str) -> Array:
    info = archive.getinfo(f"{name}.npy")
    if info.compress_type != zipfile.ZIP_STORED:  # which can't be larger than its file
        raise ValueError("compressed")
    with archive.open(info) as member, warnings.catch_warnings():
        warnings.simplefilter("error")  # a header that NumPy wonders at is not one of ours
        version = npy.read_magic(member)
        shape, by_columns, dtype = npy.read_array_header_1_0(member)
        content = member.read()
    if version != (1, 0) or by_columns or min(shape, default=0) < 0:
        raise ValueError("not in the layout of save()")
    return np.frombuffer(content, dtype).reshape(shape)  # which refuses objects and other sizes
