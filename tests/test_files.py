import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from radam_sym import InputError
from radam_sym.files import refuse_unwritable, replace_file


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_writes_text_as_utf8_and_bytes_as_they_are(tmp_path: Path) -> None:
    replace_file(tmp_path / "a", "β\n")
    replace_file(str(tmp_path / "b"), b"\xff\r\n")
    assert (tmp_path / "a").read_bytes() == "β\n".encode()
    assert (tmp_path / "b").read_bytes() == b"\xff\r\n"
    assert names(tmp_path) == {"a", "b"}


def test_a_new_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    replace_file(tmp_path / "new", "")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("other", "new")}
    assert len(modes) == 1


def test_permissions_of_the_old_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.touch()
    target.chmod(0o640)
    replace_file(target, "new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    replace_file(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    replace_file("/dev/null", "gone")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_the_longest_file_name_has_room_for_the_temporary_one(tmp_path: Path) -> None:
    replace_file(tmp_path / ("n" * 255), "x")
    assert names(tmp_path) == {"n" * 255}


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "quota"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "permission denied"),
        (errno.EIO, "input/output error"),
    ],
)
def test_a_failed_write_is_one_line_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str
) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old", encoding="utf-8")

    def fail(descriptor: int) -> NoReturn:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError) as caught:
        replace_file(target, "new")
    assert str(caught.value).startswith(f"cannot write {target}: ")
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
    assert target.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == {"a.csv"}


def test_ctrl_c_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old", encoding="utf-8")

    def press(descriptor: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", press)
    with pytest.raises(KeyboardInterrupt):
        replace_file(target, "new")
    assert target.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == {"a.csv"}


def test_what_can_be_written_is_not_refused_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old", encoding="utf-8")
    for name in ("old", "new"):
        refuse_unwritable(tmp_path / name)
    refuse_unwritable("/dev/null")
    assert names(tmp_path) == {"old"}
    assert (tmp_path / "old").read_text(encoding="utf-8") == "old"


def test_what_can_not_be_written_is_refused_in_the_same_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for target in (tmp_path, tmp_path / "file" / "a", tmp_path / "no" / "a", Path("n" * 300)):
        with pytest.raises(InputError) as before:
            refuse_unwritable(target)
        with pytest.raises(InputError) as after:
            replace_file(target, "")
        assert str(before.value) == str(after.value)
    assert names(tmp_path) == {"file"}


def test_a_missing_parent_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"the folder .*/no does not exist"):
        replace_file(tmp_path / "no" / "such" / "a.csv", "")


def test_a_parent_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="file is a file, not a folder"):
        replace_file(tmp_path / "file" / "a.csv", "")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="it is a folder; name a file"):
        replace_file(tmp_path, "")
