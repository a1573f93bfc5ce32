"""What holds for every test."""

import signal
from collections.abc import Iterator

import pytest
from flint import ctx

PRECISION = ctx.prec


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks of our own."""
    config.addinivalue_line("markers", "slow: not run on the kernel's mutants")


@pytest.fixture(autouse=True)
def _default_precision() -> Iterator[None]:
    """Each test begins at flint's own precision, whatever the one before has set."""
    ctx.prec = PRECISION
    yield
    ctx.prec = PRECISION


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C interrupts, also where the tests run in the background and it would be ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
