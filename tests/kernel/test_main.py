"""``python -m radam_sym.kernel``: the checker by itself, fed by a pipe."""

from __future__ import annotations

import json
import subprocess
import sys

import derivations
from radam_sym.kernel.format import Files, dumps
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


def test_files_may_follow_one_another() -> None:
    files = Files()
    named = [proved(derivations.theorems[name]) for name in ("power.positive", "ess.first")]
    code, told = checked("".join(files.dumps([theorem]) for theorem in named).encode())
    assert (code, told["id"]) == (0, "ess.first")


def test_each_file_is_checked_when_it_has_come() -> None:
    command = [sys.executable, "-P", "-m", "radam_sym.kernel"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(PROOFS.encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "power.positive"
        process.stdin.close()
        assert process.wait() == 0


def test_no_file_at_all_is_malformed() -> None:
    code, told = checked(b"")
    assert code == 2
    assert "not a proof file" in str(told["malformed"])
