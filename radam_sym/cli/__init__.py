"""The command line, ``radam-sym``: one module per command.

Errors are one line on stderr. Nothing that takes time is imported before ``main`` is there to
catch an interrupt.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from radam_sym.cli import interrupts, streams
from radam_sym.cli.exits import BAD_INPUT, FAILED, INTERRUPTED, say
from radam_sym.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code."""
    alone = argv is None  # this process is the command's own
    try:
        if alone:
            streams.prepare()
            interrupts.insist()
        code = _run(argv)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        if alone:
            interrupts.stopped()
        return say("interrupted", INTERRUPTED)
    except BrokenPipeError:  # the reader of a pipe has gone: there is nobody to tell
        if alone:
            streams.discard_output()
        return FAILED
    except OSError as error:
        if alone:
            streams.discard_output()
        return say(f"cannot write the output: {error.strerror or error}", BAD_INPUT)
    finally:
        if alone:
            interrupts.ignore()


def _run(argv: Sequence[str] | None) -> int:
    try:
        from radam_sym.cli.parser import parser

        arguments = parser().parse_args(argv)
        return int(arguments.run(arguments))
    except SystemExit as end:  # --help, --version, or a usage that was told
        return int(end.code or 0)
    except Exception as error:
        if interrupts.Interrupt.came:  # and has become this error on its way
            raise KeyboardInterrupt from None
        if isinstance(error, InputError):
            return say(str(error), BAD_INPUT)
        raise
