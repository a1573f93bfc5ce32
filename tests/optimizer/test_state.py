"""Saving and loading: what comes back is what went in, or one line says why not."""

from __future__ import annotations

import copy
import json
import signal
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radam_sym import Adam, InputError, RAdam
from radam_sym.exact import sweep
from radam_sym.optimizer.state import State, from_bytes, to_bytes
from tests.optimizer.gradients import stored

Params = dict[str, Any]


def fresh() -> Params:
    return {"w": np.ones((2, 3)), "b": np.zeros(3, np.float32)}


def gradients(t: int) -> Params:
    row = stored()[t]
    return {
        "w": row[:6].reshape(2, 3),
        "b": None if t % 5 == 3 else row[:3].astype(np.float32),
    }


def trained(steps: int = 7, kind: Any = "liu", **chosen: Any) -> tuple[Params, Adam]:
    params = fresh()
    optimizer = Adam(params, rectification=kind, **chosen)
    for t in range(steps):
        optimizer.step(gradients(t))
    return params, optimizer


def snapshot(optimizer: Adam) -> str:
    return repr(optimizer.state_dict())


def told(error: type[Exception], call: Any, *arguments: Any) -> str:
    with pytest.raises(error) as caught:
        call(*arguments)
    message = str(caught.value)
    assert "\n" not in message
    return message


# --- there and back -------------------------------------------------------------------------------


@given(st.integers(0, 12), st.integers(1, 12), st.booleans(), st.sampled_from(["liu", "exact"]))
@settings(max_examples=25)
def test_a_run_goes_on_bit_for_bit(stop: int, more: int, by_file: bool, kind: Any) -> None:
    params, optimizer = trained(stop, kind)
    saved = {name: array.copy() for name, array in params.items()}
    resumed = Adam(saved, rectification=kind)
    data = optimizer.state_dict()
    if by_file:
        data = read(to_bytes(data))
    resumed.load_state_dict(data)
    for t in range(stop, stop + more):
        optimizer.step(gradients(t))
        resumed.step(gradients(t))
    assert snapshot(resumed) == snapshot(optimizer)
    for name in params:
        assert params[name].tobytes() == saved[name].tobytes()


@pytest.mark.parametrize("stop", [1, 30, 511, 512])
def test_an_exact_run_goes_on_as_if_its_factors_had_not_been_computed_before(stop: int) -> None:
    theta = np.zeros(9)
    optimizer = Adam(theta, rectification="exact")
    for row in stored()[:stop]:
        optimizer.step(row)
    saved, data = theta.copy(), optimizer.state_dict()
    for row in stored()[stop:600]:
        optimizer.step(row)
    sweep._kept.cache_clear()
    resumed = Adam(saved, rectification="exact")
    resumed.load_state_dict(data)
    for row in stored()[stop:600]:
        resumed.step(row)
    assert saved.tobytes() == theta.tobytes()


def read(content: bytes) -> dict[str, Any]:
    return from_bytes(content, "state.npz")


def test_a_file_is_written_and_read(tmp_path: Path) -> None:
    _, optimizer = trained(lr=0.5)
    _, other = trained(2)
    optimizer.save(tmp_path / "state.npz")
    other.load(str(tmp_path / "state.npz"))
    assert snapshot(other) == snapshot(optimizer)
    assert other.lr == 0.5
    assert [path.name for path in tmp_path.iterdir()] == ["state.npz"]


@pytest.mark.parametrize(
    "params", [np.ones(3), [np.ones(3), np.ones((), np.float32)], {"a/../b": np.ones(2)}]
)
def test_every_structure_comes_back(params: Any, tmp_path: Path) -> None:
    optimizer = RAdam(params)
    optimizer.step(copy.deepcopy(params))
    optimizer.save(tmp_path / "state.npz")
    before = snapshot(optimizer)
    optimizer.step(copy.deepcopy(params))
    assert snapshot(optimizer) != before
    optimizer.load(tmp_path / "state.npz")
    assert snapshot(optimizer) == before


def test_numpy_reads_the_file_without_pickle(tmp_path: Path) -> None:
    _, optimizer = trained()
    optimizer.save(tmp_path / "state.npz")
    with np.load(tmp_path / "state.npz", allow_pickle=False) as file:
        assert sorted(file.files) == ["header", "m0", "m1", "v0", "v1"]
        header = json.loads(str(file["header"]))
        np.testing.assert_array_equal(file["m0"], optimizer.state_dict()["m"][0])
    assert header["format"] == "radam-sym optimizer state"
    assert header["steps"] == [7, 6]


def test_a_state_shares_no_memory_with_the_optimizer() -> None:
    _, optimizer = trained()
    before = snapshot(optimizer)
    state = optimizer.state_dict()
    for array in state["m"] + state["v"]:
        array += 1
    state["steps"][0] = 99
    state["settings"]["betas"][0] = 0
    assert snapshot(optimizer) == before
    state = optimizer.state_dict()
    optimizer.load_state_dict(state)
    state["m"][0] += 1
    state["steps"][0] = 99
    assert snapshot(optimizer) == before


def test_adam_with_lius_factor_and_radam_are_one_method() -> None:
    params, optimizer = trained()
    other = RAdam(params)
    other.load_state_dict(optimizer.state_dict())
    assert snapshot(other) == snapshot(optimizer)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_waits_for_the_end_of_a_load(monkeypatch: pytest.MonkeyPatch) -> None:
    _, saved = trained(7, lr=0.5)
    _, optimizer = trained(2)
    right = State.take

    def pressed(self: State, other: State) -> None:
        signal.raise_signal(signal.SIGINT)
        right(self, other)

    monkeypatch.setattr(State, "take", pressed)
    with pytest.raises(KeyboardInterrupt):
        optimizer.load_state_dict(saved.state_dict())
    assert snapshot(optimizer) == snapshot(saved)


# --- what doesn't fit is refused ------------------------------------------------------------------


def with_entry(entry: str, value: Any) -> Any:
    def change(state: dict[str, Any]) -> None:
        state[entry] = value

    return change


def with_setting(name: str, value: Any) -> Any:
    def change(state: dict[str, Any]) -> None:
        state["settings"][name] = value

    return change


def with_average(name: str, place: int, value: Any) -> Any:
    def change(state: dict[str, Any]) -> None:
        state[name][place] = value

    return change


CHANGES: list[tuple[Any, str]] = [
    (lambda s: s.pop("v"), "state has no entry 'v'; pass what state_dict() gave"),
    (with_entry("extra", 1), "state has the unknown entry 'extra'; pass what state_dict() gave"),
    (with_entry("format", "other"), "state has format = 'other'; accepted here: 'radam-sym"),
    (with_entry("version", 2), "state has version = 2; accepted here: 1"),
    (with_entry("version", True), "state has version = True; accepted here: 1"),
    (with_entry("settings", []), "state['settings'] isn't a dict"),
    (with_setting("eps", 1e-6), "state has eps = 1e-06; accepted here: 1e-08"),
    (with_setting("eps_mode", "inside"), "state has eps_mode = 'inside'; accepted here: 'outside'"),
    (with_setting("rectification", None), "state has rectification = None; accepted here: 'liu'"),
    (with_setting("below", "zero"), "state has below = 'zero'; accepted here: 'momentum'"),
    (with_setting("betas", [0.9, 0.99]), "state has betas = [0.9, 0.99]; accepted here: [0.9, 0."),
    (with_setting("momentum", 1), "state has settings = ['below', 'betas', 'eps', "),
    (with_entry("lr", -1.0), "state['lr'] = -1.0: it must be at least 0 and finite"),
    (with_entry("lr", float("nan")), "state['lr'] = nan: it must be at least 0 and finite"),
    (with_entry("keys", ["w", "c"]), "state has keys[1] = 'c'; accepted here: 'b'"),
    (with_entry("keys", ["b", "w"]), "state has keys[0] = 'b'; accepted here: 'w'"),
    (with_entry("steps", [7]), "state['steps'] isn't a list of 2 step counts"),
    (with_entry("steps", "77"), "state['steps'] isn't a list of 2 step counts"),
    (with_entry("steps", [7, -1]), "state['steps'][1] = -1: it must be an integer from 0 to 2**53"),
    (with_entry("steps", [7, 7.0]), "state['steps'][1] = 7.0: it must be an integer"),
    (with_entry("steps", [True, 7]), "state['steps'][0] = True: it must be an integer"),
    (with_entry("steps", [10**18, 7]), "state['steps'][0] = 1000000000000000000: it must be an"),
    (with_entry("m", []), "state['m'] isn't a list of 2 arrays"),
    (with_average("m", 1, [0.0] * 3), "state['m'][1] isn't an array"),
    (with_average("v", 0, np.zeros(6)), "state['v'][0] is of shape (6,) and dtype float64"),
    (with_average("m", 1, np.zeros(3)), "state['m'][1] is of shape (3,) and dtype float64"),
    (with_average("m", 0, np.full((2, 3), np.nan)), "state['m'][0] holds values from nan to nan"),
    (with_average("m", 0, np.full((2, 3), -np.inf)), "state['m'][0] holds values from -inf to"),
    (with_average("m", 0, np.full((2, 3), 1e154)), "state['m'][0] holds values from 1e+154 to"),
    (with_average("v", 0, np.full((2, 3), np.inf)), "state['v'][0] holds values from inf to inf"),
    (with_average("v", 0, np.full((2, 3), -1.0)), "state['v'][0] holds values from -1.0 to -1.0"),
    (with_entry("steps", [7, 0]), "state['m'][1] holds values from"),
]


@pytest.mark.parametrize(("change", "line"), CHANGES, ids=[line for _, line in CHANGES])
def test_a_state_that_does_not_fit_is_one_line_and_changes_nothing(change: Any, line: str) -> None:
    _, saved = trained(7, lr=0.25)
    _, optimizer = trained(3)
    before = snapshot(optimizer)
    state = saved.state_dict()
    change(state)
    assert told(InputError, optimizer.load_state_dict, state).startswith(line)
    assert snapshot(optimizer) == before


@pytest.mark.parametrize("state", [None, [], "state", np.zeros(3)])
def test_a_state_is_a_dict(state: Any) -> None:
    _, optimizer = trained()
    assert told(TypeError, optimizer.load_state_dict, state).startswith("state is of type")


# --- foreign and damaged files --------------------------------------------------------------------

_, SAVED = trained()
CONTENT = to_bytes(SAVED.state_dict())


def refused_or_same(content: bytes) -> bool:
    """Whether bytes are refused in one line; if they are not, they say what was saved."""
    _, optimizer = trained(2)
    before = snapshot(optimizer)
    message = None
    try:
        optimizer.load_state_dict(read(content))
    except InputError as error:
        message = str(error)
    assert snapshot(optimizer) == (snapshot(SAVED) if message is None else before)
    assert "\n" not in (message or "")
    return message is not None


@given(st.integers(0, len(CONTENT) - 1))
def test_a_truncated_file_is_refused(length: int) -> None:
    assert refused_or_same(CONTENT[:length])


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
@settings(max_examples=300)
def test_a_changed_byte_is_refused_or_changes_nothing(place: int, flip: int) -> None:
    content = bytearray(CONTENT)
    content[place] ^= flip
    refused_or_same(bytes(content))


@given(st.binary(max_size=200))
def test_foreign_bytes_are_refused(content: bytes) -> None:
    assert refused_or_same(content)


def archive(compression: int = zipfile.ZIP_STORED, **changes: Any) -> bytes:
    """The saved file with some of its members replaced."""
    with zipfile.ZipFile(BytesIO(CONTENT)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    for name, array in changes.items():
        members[f"{name}.npy"] = array if isinstance(array, bytes) else as_npy(array)
    written = BytesIO()
    with zipfile.ZipFile(written, "w", compression) as new:
        for name, content in members.items():
            new.writestr(name, content)
    return written.getvalue()


def as_npy(array: Any) -> bytes:
    buffer = BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


class Trap:
    """What would print if it were unpickled."""

    def __reduce__(self) -> Any:
        return print, ("unpickled",)


@pytest.mark.parametrize(
    "content",
    [
        archive(m0=np.array([Trap()], object)),
        archive(header=np.array([Trap()], object)),
        archive(extra=np.zeros(3)),
        archive(m0=np.zeros((2, 3), np.int64)),
        archive(m0=as_npy(np.zeros((2, 3))).replace(b"(2, 3)", b"(2, 4)")),
        archive(m0=as_npy(np.zeros((2, 3))).replace(b"(2, 3)", b"(9**9)")),
        archive(m0=as_npy(np.zeros((2, 3))).replace(b"\x01\x00", b"\x02\x00")),
        archive(m0=np.zeros((2, 3), order="F")),
        archive(header=np.zeros(3)),
        archive(header=np.array("[")),
        archive(header=np.array("[1]")),
        archive(header=np.array("{}")),
        archive(header=np.array('{"keys": 3}')),
        archive(header=np.array('{"keys": ["w", "b"], "m": 1}')),
        archive(header=np.array("[" * 100_000)),
        archive(zipfile.ZIP_DEFLATED),
    ],
)
def test_a_file_that_save_did_not_write_is_refused(
    content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused_or_same(content)
    assert capsys.readouterr().out == ""


def test_the_rewritten_archive_is_accepted_where_nothing_was_replaced() -> None:
    assert not refused_or_same(archive())


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "state.npz"
    path.write_bytes(CONTENT[:100])
    _, optimizer = trained()
    message = told(InputError, optimizer.load, path)
    assert message == (
        f"{path} is not a saved optimizer state, or is damaged; pass a file that save() wrote"
    )


def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    _, optimizer = trained()
    for path in (tmp_path / "none", tmp_path, "nul\0"):
        assert told(InputError, optimizer.load, path).startswith(f"cannot read {path}: ")


def test_a_file_that_cannot_be_written_is_one_line_and_leaves_the_old_one(tmp_path: Path) -> None:
    _, optimizer = trained()
    assert told(InputError, optimizer.save, tmp_path / "no" / "file").startswith("cannot write ")
    assert told(InputError, optimizer.save, tmp_path).startswith("cannot write ")
    assert list(tmp_path.iterdir()) == []
