"""Write a file so that an interrupted run leaves the old one whole.

It is written beside its target, under a temporary name, and renamed into place: on one file
system a rename either happens or doesn't.
"""

import contextlib
import errno
import os
import secrets
import shutil
import stat
from pathlib import Path
from typing import IO

from radam_sym.errors import InputError

_REASONS = {
    errno.ENOSPC: "the disk is full; free some space or name a place on another disk",
    errno.EDQUOT: "the disk quota is used up; free some space or name a place on another disk",
    errno.EROFS: "the file system is read-only; name a place that can be written",
    errno.EACCES: "permission denied; name a place you may write to",
    errno.EPERM: "permission denied; name a place you may write to",
    errno.EISDIR: "it is a folder; name a file",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def refusal(path: Path, error: OSError) -> InputError:
    """The one-line `InputError` that says why `path` can't be written.

    >>> print(refusal(Path("out.csv"), OSError(errno.ENOSPC, "No space left on device")))
    cannot write out.csv: the disk is full; free some space or name a place on another disk
    """
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EEXIST):
        reason = _missing_parent(path)
    else:
        reason = _REASONS.get(error.errno or 0, (error.strerror or str(error)).lower())
    return InputError(f"cannot write {path}: {reason}")


def _missing_parent(path: Path) -> str:
    for parent in reversed(path.parents):
        if not parent.exists():
            return f"the folder {parent} does not exist; create it or name an existing folder"
        if not parent.is_dir():
            return f"{parent} is a file, not a folder; name a place inside a folder"
    return "its folder does not exist; name an existing folder"


def replace_file(path: Path | str, data: bytes | str) -> None:
    """Write `data` (a `str` as UTF-8) to `path`; until all of it is on disk, the old file stays.

    A symbolic link is followed, permissions of the old file are kept, and a device or a pipe
    (`/dev/stdout`) is written to as it is.

    Raises
    ------
    InputError
        when the file can't be written; the old one is then whole, and nothing is left beside it.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> replace_file(folder / "a.txt", "one\\n")
    >>> (folder / "a.txt").read_text(encoding="utf-8")
    'one\\n'
    """
    named = Path(path)
    content = data.encode("utf-8") if isinstance(data, str) else data
    try:
        if _is_device(named):
            named.write_bytes(content)
        else:
            _write_and_rename(Path(os.path.realpath(named)), content)
    except OSError as error:
        raise refusal(named, error) from error


def refuse_unwritable(path: Path | str) -> None:
    """Refuse a file that can't be written, before the work of making its content.

    Raises
    ------
    InputError
        as :func:`replace_file` would. A disk that is full is found only by writing.

    >>> import tempfile
    >>> refuse_unwritable(tempfile.mkdtemp() + "/new.txt")
    """
    named = Path(path)
    if _is_device(named):
        return
    target = Path(os.path.realpath(named))
    draft = beside(target)
    try:
        _refuse_folder(target)
        _create(draft).close()
        draft.unlink()
    except OSError as error:
        raise refusal(named, error) from error


def _is_device(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _write_and_rename(target: Path, content: bytes) -> None:
    _refuse_folder(target)
    draft = beside(target)
    try:
        with _create(draft) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        os.replace(draft, target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _refuse_folder(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))


def _create(path: Path) -> IO[bytes]:
    # Not tempfile.mkstemp: its files are private (0600), and the target would be too.
    return open(path, "xb")


def beside(target: Path, role: str = "new") -> Path:
    """A name, not taken, for what is written beside a target before it is renamed."""
    # Cut, so that the longest name a target may have leaves room for what is added to it.
    return target.with_name(f".{target.name[:80]}.{role}-{secrets.token_hex(4)}")
