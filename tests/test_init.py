import subprocess
import sys

import pytest

import radam_sym


def test_importing_loads_nothing_heavy() -> None:
    heavy = {"IPython", "flint", "matplotlib", "mpmath", "sympy"}
    loaded = subprocess.run(
        [sys.executable, "-c", "import radam_sym, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "radam_sym" in loaded
    assert heavy.isdisjoint(loaded)


@pytest.mark.parametrize("name", radam_sym._EXPORTS)
def test_every_export_is_there_and_listed(name: str) -> None:
    assert getattr(radam_sym, name).__name__ == name
    assert name in dir(radam_sym)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = radam_sym.nothing
