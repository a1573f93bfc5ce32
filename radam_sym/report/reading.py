"""`radam-sym read`: give the reader a copy of the notebooks, and open it in JupyterLab.

What a reader changed is theirs: it is never overwritten, and running a notebook changes it too.
"""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from radam_sym.errors import InputError
from radam_sym.files import refusal, replace_file

DEFAULT_FOLDER = Path("radam-sym-notebooks")

MANIFEST = ".radam-sym.json"
"""In the reader's folder: the digest of each notebook as it was shipped."""

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Copied:
    """What happened to one notebook of the reader's folder."""

    path: Path
    outcome: Literal["added", "updated", "unchanged", "kept"]

    @property
    def line(self) -> str:
        """One line to print.

        >>> Copied(Path("mine/a.ipynb"), "kept").line
        'kept mine/a.ipynb: it differs from the one shipped; name another folder for a fresh copy'
        """
        if self.outcome == "kept":
            reason = "it differs from the one shipped; name another folder for a fresh copy"
            return f"kept {self.path}: {reason}"
        return f"{self.outcome} {self.path}"


def shipped_notebooks() -> Path:
    """The folder of the notebooks: inside an installed package, or at the root of a checkout.

    Raises
    ------
    InputError
        if this copy of radam-sym came without them.
    """
    for folder in (_PACKAGE / "notebooks", _PACKAGE.parent / "notebooks"):
        if any(folder.glob("*.ipynb")):
            return folder
    raise InputError("this copy of radam-sym has no notebooks; install it from a wheel or checkout")


def copy_notebooks(target: Path, source: Path | None = None) -> list[Copied]:
    """Copy the notebooks of `source` (those shipped) into the folder `target`, which is made.

    A notebook that is missing is added; one that is still as it was shipped, now or by an earlier
    version, is brought up to date; any other is the reader's and is kept.

    Raises
    ------
    InputError
        if `target` can't be written.
    """
    source = shipped_notebooks() if source is None else source
    _make_folder(target)
    notebooks = sorted(source.glob("*.ipynb"), key=lambda path: path.name)
    if target.samefile(source):
        return [Copied(target / notebook.name, "unchanged") for notebook in notebooks]
    manifest = _read_manifest(target)
    copied = [_copy(notebook, target, manifest) for notebook in notebooks]
    replace_file(target / MANIFEST, json.dumps({"shipped": manifest}, indent=1) + "\n")
    return copied


def _make_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise InputError(f"DIR {folder} is a file; name a folder, new or existing")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(folder, error) from error


def _copy(notebook: Path, target: Path, manifest: dict[str, str]) -> Copied:
    """Copy one notebook if that loses nothing; note in `manifest` what was shipped."""
    content = notebook.read_bytes()
    shipped = _digest(content)
    theirs = target / notebook.name
    outcome = _outcome(theirs, shipped, manifest.get(notebook.name))
    if outcome in ("added", "updated"):
        replace_file(theirs, content)
    if outcome != "kept":
        manifest[notebook.name] = shipped
    return Copied(theirs, outcome)


def _outcome(
    theirs: Path, shipped: str, shipped_before: str | None
) -> Literal["added", "updated", "unchanged", "kept"]:
    if not theirs.exists():
        return "added"
    try:
        found = _digest(theirs.read_bytes())
    except OSError:  # a folder of that name, or one that we may not read: theirs in any case
        return "kept"
    if found == shipped:
        return "unchanged"
    return "updated" if found == shipped_before else "kept"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_manifest(folder: Path) -> dict[str, str]:
    """What was shipped before; an unreadable manifest is an empty one, which keeps everything."""
    try:
        shipped = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["shipped"]
        return {str(name): str(digest) for name, digest in shipped.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def open_in_jupyterlab(
    folder: Path, browser: bool, *, start: Callable[[list[str]], int] | None = None
) -> int:
    """Open the first notebook of `folder` in JupyterLab; return its exit code when it ends.

    `start` runs the command; a test passes its own.

    Raises
    ------
    InputError
        if JupyterLab isn't installed.
    """
    if find_spec("jupyterlab") is None:
        raise InputError("read needs jupyterlab: pip install 'radam-sym[notebooks]'")
    return (start or _run_to_its_end)(_jupyterlab(folder, browser))


def _jupyterlab(folder: Path, browser: bool) -> list[str]:
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder.resolve()}"]
    notebooks = sorted(notebook.name for notebook in folder.glob("*.ipynb"))
    if notebooks:
        command.append(f"--LabApp.default_url=/lab/tree/{quote(notebooks[0])}")
    return command if browser else [*command, "--no-browser"]


def _run_to_its_end(command: list[str]) -> int:
    process = subprocess.Popen(command)
    while True:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            continue  # JupyterLab heard it too, and asks whether to shut down
        return code if code >= 0 else 128 - code
