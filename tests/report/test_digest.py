import math

import numpy as np
import pytest

from radam_sym import InputError
from radam_sym.report.digest import data_digest


def test_the_last_bits_do_not_count() -> None:
    values = np.array([1 / 3, 1e-30, 2e300, -7.25])
    assert data_digest(values) == data_digest(values * (1 + 3e-16))


def test_the_tenth_digit_counts() -> None:
    assert data_digest([1.000000001]) != data_digest([1.000000002])
    assert data_digest([1.00000000001]) == data_digest([1.00000000002])


def test_sign_of_zero_does_not_count_and_all_nans_are_one() -> None:
    assert data_digest([-0.0]) == data_digest([0.0])
    assert data_digest([math.nan]) == data_digest([-math.nan])


def test_infinities_are_told_apart() -> None:
    assert len({data_digest([x]) for x in (math.inf, -math.inf, math.nan, 0.0)}) == 4


def test_shape_and_division_into_arrays_count() -> None:
    flat = np.arange(4.0)
    digests = [
        data_digest(flat),
        data_digest(flat.reshape(2, 2)),
        data_digest(flat[:2], flat[2:]),
        data_digest(flat[::-1]),
    ]
    assert len(set(digests)) == 4


def test_whole_numbers_and_scalars_are_read_as_floats() -> None:
    assert data_digest([1, 2]) == data_digest(np.array([1.0, 2.0], dtype=np.float32))
    assert data_digest(3) == data_digest(3.0)


@pytest.mark.parametrize("wrong", [["a"], [1j], np.array([1j])])
def test_what_is_not_a_real_number_is_refused(wrong: list[object]) -> None:
    with pytest.raises(InputError, match="real numbers"):
        data_digest(wrong)  # type: ignore[arg-type]


def test_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="no numbers"):
        data_digest()
