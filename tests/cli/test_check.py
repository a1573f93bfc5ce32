"""``radam-sym check``: files that hold, and files that were cut, changed or forged."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from tests.cli.running import Outcome


def test_a_saved_file_is_checked_again(proofs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome(capsys, "check", str(proofs))
    assert (outcome.code, outcome.err) == (0, "")
    assert "3 theorems proved" in outcome.out
    data = json.loads(Outcome(capsys, "check", str(proofs), "--json").out)
    assert data["theorems"][-1]["id"] == "ess.limit_t"


@pytest.mark.parametrize(
    ("change", "pattern"),
    [
        (lambda data: data[:-1], r"cut short"),
        (lambda data: data[: len(data) // 2], r"cut short"),
        (lambda data: b"", r"not a proof file"),
        (lambda data: data + b"\n", r"after its end"),
        (lambda data: data.replace(b'"version":1', b'"version":2'), r"version 2; this .* reads 1"),
        (lambda data: data.replace(b'"version":1', b'"version":null'), r"version None"),
        (lambda data: data.replace(b"power", b"qower", 1), r"was changed"),
        (lambda data: data.replace(b"\n", b"\r\n"), r"."),
        (lambda data: b"\xff" + data, r"it is not text"),
        (lambda data: b"\xef\xbb\xbf" + data, r"not a proof file"),
        (lambda data: b"hello", r"not a proof file"),
        (lambda data: b"[" * 100_000, r"not a proof file"),
        (lambda data: b'{"format":"x","version":1,"sha256":""}\n{}\n', r"its format is 'x'"),
    ],
)
def test_a_proof_file_that_was_tampered_with_is_told_in_one_line(
    change: object, pattern: str, proofs: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "changed.json").write_bytes(change(proofs.read_bytes()))  # type: ignore[operator]
    Outcome(capsys, "check", "changed.json").is_refused(2, rf"changed\.json: .*{pattern}")


def test_no_byte_of_a_proof_file_can_be_changed(
    proofs: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, changed = proofs.read_bytes(), folder / "changed.json"
    for place in range(0, len(whole), len(whole) // 150):
        for byte in (whole[place] ^ 1, 0x0D if whole[place] == 0x0A else 0x0A):
            changed.write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])
            if changed.read_bytes() != whole:
                Outcome(capsys, "check", "changed.json").is_refused(2, r"changed\.json: ")
    end = len(whole) - 1
    changed.write_bytes(whole[:end] + b"\r")
    Outcome(capsys, "check", "changed.json").is_refused(2, r"changed\.json: ")


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("missing.json", r"cannot read missing\.json: No such file"),
        (".", r"cannot read \.: Is a directory"),
        ("a\0b", r"null byte"),
        ("[/b]", r"cannot read \[/b\]"),
    ],
)
def test_a_file_that_can_not_be_read_is_told_in_one_line(
    name: str, pattern: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Outcome(capsys, "check", name).is_refused(2, pattern)


def test_a_proof_that_does_not_hold_is_refused_and_what_holds_is_shown(
    proofs: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, body, _ = proofs.read_text(encoding="utf-8").split("\n")
    content = json.loads(body)
    limit = next(t for t in content["theorems"] if t["id"] == "ess.limit_t")
    limit["conclusion"][2] = 2  # the limit is said to be 2
    body = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(body.encode()).hexdigest()
    head = re.sub(r'(?<="sha256":")\w+', digest, head)
    (folder / "forged.json").write_text(f"{head}\n{body}\n", encoding="utf-8")
    outcome = Outcome(capsys, "check", "forged.json")
    outcome.is_refused(1, r"refused: forged\.json")
    assert "chain: the chain proves" in outcome.out
    assert "2 theorems proved, 1 refused" in outcome.out
