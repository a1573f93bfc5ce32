"""What the README tells people to type exists. Its ``>>>`` blocks run as doctests."""

import re
import shlex
from pathlib import Path

import pytest

from radam_sym.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S)
LINES = [line.partition("#")[0].split() for block in BLOCKS for line in block.splitlines()]
COMMANDS = [line for line in LINES if line]


def test_there_is_something_to_type() -> None:
    assert len(COMMANDS) >= 8
    assert ">>> gauss" in README


@pytest.mark.parametrize("command", COMMANDS, ids=shlex.join)
def test_a_command_of_the_readme_exists(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    program, *arguments = command
    name = Path(program).name
    if name == "make":
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        assert re.search(rf"^{arguments[0]}:", makefile, re.M)
    elif name == "radam-sym":
        assert main([arguments[0], "--help"]) == 0
        options = [word for word in arguments if word.startswith("-")]
        usage = capsys.readouterr().out
        assert all(re.search(rf"{option}\b", usage) for option in options)
    else:
        assert name == "pytest"
        assert arguments[0] == "--derivations"


def test_the_ids_and_folders_it_names_exist() -> None:
    import derivations

    named = set(re.findall(r"radam-sym prove ([a-z]+\.[a-z.]+)", README))
    assert named
    for identifier in named:
        assert any(known.startswith(identifier) for known in derivations.theorems)
    folders = re.findall(r"^\| `([\w/]+/)` \|", README, re.M)
    assert folders
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []
