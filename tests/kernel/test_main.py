"""``python -m radam_sym.kernel``: the checker by itself, fed by a pipe."""

from __future__ import annotations

import json
import subprocess
import sys

import derivations
from radam_sym.kernel.format import dumps
from radam_sym.proof.derivation import proved

PROOFS = dumps([proved(derivations.theorems["power.positive"])])


def checked(data: bytes) -> tuple[int, dict[str, object]]:
    """The exit code, and the last line that the checker prints."""
    command = [sys.executable, "-P", "-m", "radam_sym.kernel"]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    assert done.stderr == b""
    return done.returncode, json.loads(done.stdout.splitlines()[-1])


def test_proofs_that_hold_are_accepted_one_by_one() -> None:
    code, told = checked(PROOFS.encode())
    assert (code, told["id"], told["marks"]) == (0, "power.positive", [])


def test_a_changed_file_is_malformed() -> None:
    code, told = checked(PROOFS.encode().replace(b"positive", b"negative", 1))
    assert code == 2
    assert "changed" in str(told["malformed"])


def test_what_is_not_text_is_malformed() -> None:
    assert checked(b"\xff\xfe") == (2, {"malformed": "this is not a proof file: it is not text"})
