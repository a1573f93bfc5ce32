"""A short fingerprint of the numbers in a figure, printed beside it."""

import hashlib
import math

import numpy as np
from numpy.typing import ArrayLike

from radam_sym.errors import InputError

SIGNIFICANT_DIGITS = 10


def data_digest(*arrays: ArrayLike) -> str:
    """The first 16 hex digits of SHA-256 over the plotted numbers, rounded.

    An image can't be compared between machines: fonts, libraries and compression change its
    bytes and leave the figure the same. Its numbers can. They are rounded to 10 significant
    digits first, because the last bits of a float64 (about 16 digits) depend on the platform's
    `exp`, `log` and order of summation; what a reader could see in a figure needs far fewer.
    So pass what is drawn, not what is left after a cancellation down to rounding noise: noise
    has no stable digits.

    Shapes and the order of the arrays count, all NaNs are one, and -0.0 is 0.0.

    Raises
    ------
    InputError
        if nothing is passed, or something that isn't real numbers.

    >>> data_digest([1.0, 2.0], [0.1 + 0.2, 0.5])
    '95959a870d2dd8f7'
    >>> data_digest([1.0, 2.0], [0.3, 0.5])
    '95959a870d2dd8f7'
    >>> data_digest([1.0, 2.0], [0.3001, 0.5])
    '30923a4a863ae368'
    """
    if not arrays:
        raise InputError("data_digest got no numbers; pass the arrays that are drawn")
    digest = hashlib.sha256()
    for array in map(_real, arrays):
        digest.update(f"{array.shape}:".encode())
        digest.update(",".join(map(_rounded, array.ravel().tolist())).encode())
        digest.update(b";")
    return digest.hexdigest()[:16]


def _real(array: ArrayLike) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    given = np.asarray(array)
    if given.dtype.kind not in "biufO":
        raise InputError(f"data_digest got {given.dtype} values; it accepts real numbers")
    try:
        return given.astype(np.float64)
    except (TypeError, ValueError) as error:
        raise InputError(f"data_digest accepts real numbers: {error}") from error


def _rounded(value: float) -> str:
    if math.isnan(value):
        return "nan"
    return f"{value + 0.0:.{SIGNIFICANT_DIGITS - 1}e}"
