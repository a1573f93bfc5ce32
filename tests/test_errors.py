import pytest

from radam_sym.errors import InputError


def test_is_caught_as_a_value_error() -> None:
    with pytest.raises(ValueError, match=r"^beta2: 2 is not in"):
        raise InputError("beta2: 2 is not in (0, 1)")
