"""A fixed sequence of gradients, stored beside this file; run it to write the same bytes again.

`gradients.npy` holds 1,000 steps (rows) of one gradient for each parameter (columns, in the order
of `COLUMNS`). It is made of Python's own uniform numbers, which stay the same from version to
version, and of powers of two, so that every platform makes the same floats.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from math import ldexp
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

STEPS = 1000
FILE = Path(__file__).with_name("gradients.npy")

COLUMNS: dict[str, Callable[[int, float], float]] = {  # of the step and a number in [−1, 1)
    "noise": lambda t, x: x,
    "a millionfold growth": lambda t, x: ldexp(x, t // 50),
    "a millionfold decline": lambda t, x: ldexp(x, -(t // 50)),
    "sign changes": lambda t, x: (-1) ** t * (1 + x / 8),
    "sparse": lambda t, x: x if t % 97 == 0 else 0.0,
    "runs of zeros": lambda t, x: 0.0 if t <= 10 or t // 50 % 2 else x,
    "small": lambda t, x: ldexp(x, -50),
    "squares underflow in float32": lambda t, x: ldexp(x, -100),
    "squares underflow in float64": lambda t, x: ldexp(x, -600),
}


def made() -> NDArray[np.float64]:
    """The sequence, from its rules."""
    random = Random(2019)
    return np.array(
        [
            [rule(t, 2 * random.random() - 1) for rule in COLUMNS.values()]
            for t in range(1, STEPS + 1)
        ]
    )


def stored() -> NDArray[np.float64]:
    """The sequence, from its file."""
    gradients: NDArray[Any] = np.load(FILE, allow_pickle=False)
    return gradients


if __name__ == "__main__":
    buffer = BytesIO()
    np.save(buffer, made(), allow_pickle=False)
    FILE.write_bytes(buffer.getvalue())
