"""Write folders so that an interrupted run leaves the old ones whole."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from radam_sym.errors import InputError
from radam_sym.files import beside, refusal, replace_file
from radam_sym.interrupts import uninterrupted

if os.name == "posix":
    import fcntl

MARKER = ".radam-sym"
"""The list, inside a folder we wrote, of the files we wrote into it."""

_DESKTOP_DROPPINGS = {".DS_Store", "Thumbs.db", "desktop.ini"}


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
    draft = beside(target)
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
    old = beside(target, "old")
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
