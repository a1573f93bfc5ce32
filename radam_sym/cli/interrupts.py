"""Ctrl-C stops the command, whatever happens to it on the way.

Python loses an exception where nobody is there to take it, as in the callback of a weak reference,
and where C code puts another in its place: ``int`` does so while it refuses a text, and what turns
an object into an array reports an error of its own.
"""

from __future__ import annotations

import os
import sys
from _thread import interrupt_main, start_new_thread
from time import sleep
from typing import TYPE_CHECKING

from radam_sym.cli.exits import INTERRUPTED

if TYPE_CHECKING:
    from types import FrameType

_insisting = _stopped = False


class Interrupt(KeyboardInterrupt):
    """A Ctrl-C that comes again where it is dropped, until it has stopped the command."""

    came = False

    def __del__(self) -> None:
        if _insisting:
            start_new_thread(_press_again, ())  # it can't be raised in here


def insist() -> None:
    """From now on let no Ctrl-C be lost."""
    import atexit
    import signal

    global _insisting
    _insisting = True
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # a shell may have it ignored
        signal.signal(signal.SIGINT, _pressed)
    ordinary = sys.unraisablehook

    def hook(lost: sys.UnraisableHookArgs) -> None:
        if not Interrupt.came:  # it may be one, or the complaint of what one left half made
            ordinary(lost)

    sys.unraisablehook = hook
    atexit.register(_leave)


def let_go() -> None:
    """From now on let whoever catches a Ctrl-C keep it."""
    global _insisting
    _insisting = False


def ignore() -> None:
    """There is nothing left to stop: the exit code is known."""
    import signal

    let_go()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def stopped() -> None:
    """A Ctrl-C has stopped the command."""
    global _stopped
    _stopped = True
    ignore()


def _pressed(number: int, frame: FrameType | None) -> None:
    Interrupt.came = True
    raise Interrupt


def _press_again() -> None:
    sleep(0.01)  # until what dropped it is over
    interrupt_main()


def _leave() -> None:
    """Spare libraries that were stopped while they were loaded: some crash where they are ended."""
    if _stopped:
        try:
            if sys.stdout is not None:
                sys.stdout.flush()
        finally:
            os._exit(INTERRUPTED)
