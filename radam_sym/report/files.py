"""Write files and folders so that an interrupted run leaves the old ones whole.

Everything is written beside its target, under a temporary name, and renamed into place:
on one file system a rename either happens or doesn't.
"""

import contextlib
import errno
import os
import secrets
import shutil
import signal
import stat
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from radam_sym.errors import InputError

if os.name == "posix":
    import fcntl

MARKER = ".radam-sym"
"""The list, inside a folder we wrote, of the files we wrote into it."""

_DESKTOP_DROPPINGS = {".DS_Store", "Thumbs.db", "desktop.ini"}

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


def _is_device(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _write_and_rename(target: Path, content: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    draft = _name_beside(target)
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


def _create(path: Path) -> IO[bytes]:
    # Not tempfile.mkstemp: its files are private (0600), and the target would be too.
    return open(path, "xb")


def _name_beside(target: Path, role: str = "new") -> Path:
    # Cut, so that the longest name a target may have leaves room for what is added to it.
    return target.with_name(f".{target.name[:80]}.{role}-{secrets.token_hex(4)}")


@contextlib.contextmanager
def replace_folder(path: Path | str) -> Iterator[Path]:
    """Yield an empty folder beside `path` to build in; on leaving, it takes `path`'s place.

    If the block raises, `path` is left as it was. Parents of `path` are made. The folder keeps a
    list of the files written into it (`MARKER`): only a folder all of whose files are on its own
    list is ever replaced, so that nobody's work is lost. What a killed run left behind is removed
    or, where it was killed between the two renames, put back.

    Raises
    ------
    InputError
        on entering, when the folder can't be written or holds files that aren't ours; on leaving,
        when the swap fails.

    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp()) / "paper"
    >>> with replace_folder(target) as draft:
    ...     _ = (draft / "index.html").write_text("<p>one</p>", encoding="utf-8")
    >>> sorted(file.name for file in target.iterdir())
    ['.radam-sym', 'index.html']
    """
    named = Path(path)
    target = Path(os.path.realpath(named))
    with _refusing(named):
        target.parent.mkdir(parents=True, exist_ok=True)
        _clean_up_after_killed_runs(target)
    _refuse_foreign(named)
    draft = _name_beside(target)
    with contextlib.ExitStack() as stack:
        with _refusing(named):
            draft.mkdir()
            stack.callback(_remove_tree, draft)
            stack.enter_context(_claimed(draft))
            _probe(draft)
        yield draft
        with _refusing(named):
            replace_file(draft / MARKER, "".join(f"{name}\n" for name in _files_in(draft)))
            _swap(draft, target)


@contextlib.contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refusal(path, error) from error


def _probe(folder: Path) -> None:
    """Write a byte: a full disk often still makes folders."""
    probe = folder / "probe"
    probe.write_bytes(b"\n")
    probe.unlink()


def _refuse_foreign(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise InputError(f"cannot write {folder}: it is a file; name a folder")
    foreign = sorted(_files_in(folder) - _listed(folder) - {MARKER})
    if foreign:
        raise InputError(
            f"cannot write {folder}: it holds {foreign[0]}, which was not written here; "
            "name a folder that is new, empty or was written by this command"
        )


def _files_in(folder: Path) -> set[str]:
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if (file.is_symlink() or not file.is_dir()) and file.name not in _DESKTOP_DROPPINGS
    }


def _listed(folder: Path) -> set[str]:
    try:
        return set((folder / MARKER).read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return set()


def _swap(draft: Path, target: Path) -> None:
    old = _name_beside(target, "old")
    with uninterrupted():
        if target.exists():
            target.rename(old)
        try:
            draft.rename(target)
        except BaseException:
            if old.exists():
                old.rename(target)
            raise
        _remove_tree(old)


def _remove_tree(folder: Path) -> None:
    with uninterrupted():
        shutil.rmtree(folder, ignore_errors=True)


def _clean_up_after_killed_runs(target: Path) -> None:
    stem = f".{target.name[:80]}."
    for name in sorted(os.listdir(target.parent)):
        leftover = target.parent / name
        if name.startswith(f"{stem}old-") and not target.exists():
            leftover.rename(target)
        elif name.startswith((f"{stem}old-", f"{stem}new-")) and _is_abandoned(leftover):
            _remove_tree(leftover)


@contextlib.contextmanager
def _claimed(folder: Path) -> Iterator[None]:
    """Hold a lock on `folder`; the system drops it when this process ends, however it ends."""
    if os.name != "posix":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def _is_abandoned(folder: Path) -> bool:
    if os.name != "posix" or not folder.is_dir():
        return False
    try:
        with _claimed(folder):
            return True
    except OSError:
        return False


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait for the few milliseconds of a block that must not stop half-way."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        signal.raise_signal(signal.SIGINT)
