"""Proofs are checked again, from data, in a fresh process that loads nothing but the kernel."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import radam_sym
from radam_sym.kernel.format import Files
from radam_sym.kernel.theorem import Theorem
from radam_sym.proof.derivation import seconds_of
from radam_sym.report.ledger import Entry, Ledger

COMMAND = (sys.executable, "-P", "-m", "radam_sym.kernel")  # -P: nothing from the current folder


class ReplayError(Exception):
    """The fresh process did not accept what this one wrote."""


class Checker:
    """The fresh process, and what it was sent; see `checking`."""

    def __init__(self, process: subprocess.Popen[bytes], told: IO[bytes], complaints: IO[bytes]):
        self._files = Files()
        self._process, self._told, self._complaints = process, told, complaints
        self._feeding = ThreadPoolExecutor(1)  # the pipe is full while a long proof is checked

    def send(self, theorem: Theorem) -> None:
        """Have a theorem checked, with all it rests on; raises ProofError where it has the id of
        another that was sent.
        """
        self._feeding.submit(self._write, self._files.dumps([theorem]).encode())

    def ledger(self) -> Ledger:
        """What the process has accepted; raises ReplayError unless that is all that was sent."""
        sent, ledger = self._files.theorems, Ledger()
        if not sent:
            return ledger
        self.finish()
        for line in _text(self._told).splitlines():
            said = json.loads(line)
            if "id" not in said:
                raise ReplayError(said.get("refused") or said.get("malformed"))
            theorem = sent[said["id"]]
            ledger.entries.append(Entry(theorem, said["seconds"], seconds_of(theorem)))
        if [entry.theorem.id for entry in ledger.entries] != list(sent) or self._process.returncode:
            complaint = _text(self._complaints).strip()[-200:]
            raise ReplayError(f"the checker stopped early: {complaint}")
        return ledger

    def _write(self, data: bytes) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        with suppress(OSError):  # that it has stopped is seen from what it said
            pipe.write(data)
            pipe.flush()

    def finish(self) -> None:
        """Let the process come to its end."""
        self._feeding.shutdown()
        with suppress(OSError):
            self._process.communicate()


@contextmanager
def checking() -> Iterator[Checker]:
    """A fresh process that checks each theorem while the next ones are being written.

    It ends with the context, whatever happens.

    >>> from radam_sym.kernel.axioms import AXIOMS
    >>> with checking() as checker:
    ...     checker.send(AXIOMS["variance.sum"])
    ...     [axiom.id for axiom in checker.ledger().axioms]
    ['variance.sum']
    """
    with (
        TemporaryFile() as told,
        TemporaryFile() as complaints,
        subprocess.Popen(
            COMMAND,
            env={**os.environ, "PYTHONPATH": _import_path(), "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=told,
            stderr=complaints,
        ) as process,
    ):
        checker = Checker(process, told, complaints)
        try:
            yield checker
        finally:
            process.kill()
            checker.finish()


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def _import_path() -> str:
    """Where the fresh process finds this copy of the kernel, wherever it was started."""
    given = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    return os.pathsep.join([str(Path(radam_sym.__file__).parents[1]), *filter(None, given)])
