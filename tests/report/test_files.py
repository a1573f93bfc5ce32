import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from radam_sym import InputError
from radam_sym.report import files
from radam_sym.report.files import MARKER, replace_folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def fails_with(code: int) -> OSError:
    return OSError(code, os.strerror(code))


def write_page(target: Path, text: str) -> None:
    with replace_folder(target) as draft:
        (draft / "sub").mkdir()
        (draft / "sub" / "page").write_text(text, encoding="utf-8")


def fail_half_way(target: Path, error: BaseException) -> NoReturn:
    with replace_folder(target) as draft:
        (draft / "half").touch()
        raise error


def page(target: Path) -> str:
    return (target / "sub" / "page").read_text(encoding="utf-8")


def test_a_folder_is_made_with_its_parents_and_then_replaced(tmp_path: Path) -> None:
    target = tmp_path / "build" / "paper"
    write_page(target, "one")
    write_page(target, "two")
    assert page(target) == "two"
    assert names(target) == {"sub", MARKER}
    assert names(target.parent) == {"paper"}


def test_an_empty_folder_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "paper").mkdir()
    write_page(tmp_path / "paper", "one")
    assert page(tmp_path / "paper") == "one"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ValueError("no"), fails_with(errno.ENOSPC)])
def test_what_fails_inside_leaves_the_old_folder(tmp_path: Path, error: BaseException) -> None:
    target = tmp_path / "paper"
    write_page(target, "old")
    with pytest.raises(type(error)):
        fail_half_way(target, error)
    assert page(target) == "old"
    assert names(tmp_path) == {"paper"}


def test_a_folder_with_foreign_files_is_refused_at_once(tmp_path: Path) -> None:
    target = tmp_path / "thesis"
    target.mkdir()
    (target / "chapter.tex").touch()
    with pytest.raises(InputError, match=r"it holds chapter\.tex"), replace_folder(target):
        pytest.fail("the block was entered")
    assert names(target) == {"chapter.tex"}
    assert names(tmp_path) == {"thesis"}


def test_a_file_added_to_our_folder_is_not_lost(tmp_path: Path) -> None:
    target = tmp_path / "paper"
    write_page(target, "one")
    (target / "sub" / "notes.txt").touch()
    with pytest.raises(InputError, match=r"it holds sub/notes\.txt"):
        write_page(target, "two")
    assert page(target) == "one"


def test_what_a_desktop_drops_is_nobodys_work(tmp_path: Path) -> None:
    target = tmp_path / "paper"
    write_page(target, "one")
    (target / ".DS_Store").touch()
    write_page(target, "two")
    assert page(target) == "two"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "paper").touch()
    with pytest.raises(InputError, match="it is a file; name a folder"):
        write_page(tmp_path / "paper", "one")


def test_a_place_that_cannot_be_written_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path) -> NoReturn:
        raise fails_with(errno.ENOSPC)

    monkeypatch.setattr(files, "_probe", fail)
    with pytest.raises(InputError, match="disk is full"), replace_folder(tmp_path / "paper"):
        pytest.fail("the block was entered")
    assert names(tmp_path) == set()


def test_what_killed_runs_left_is_cleaned_and_a_living_run_is_not(tmp_path: Path) -> None:
    target = tmp_path / "paper"
    write_page(target, "old")
    for leftover in (".paper.new-0000aaaa", ".paper.old-0000aaaa", ".paper.other"):
        (tmp_path / leftover).mkdir()
        (tmp_path / leftover / "x").touch()
    with replace_folder(target) as living:
        write_page(target, "new")
        assert living.is_dir()
        (living / "late").touch()
    assert names(target) == {"late", MARKER}
    assert names(tmp_path) == {"paper", ".paper.other"}


def test_a_run_killed_between_the_two_renames_is_put_back(tmp_path: Path) -> None:
    target = tmp_path / "paper"
    write_page(target, "old")
    target.rename(tmp_path / ".paper.old-0000aaaa")
    with pytest.raises(ValueError, match="stop"), replace_folder(target):
        raise ValueError("stop")
    assert page(target) == "old"


def test_a_swap_that_fails_puts_the_old_folder_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "paper"
    write_page(target, "old")
    rename = Path.rename

    def fail_for_drafts(self: Path, other: Path) -> Path:
        if ".new-" in self.name:
            raise fails_with(errno.EIO)
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", fail_for_drafts)
    with pytest.raises(InputError, match="input/output error"):
        write_page(target, "new")
    assert page(target) == "old"
    assert names(tmp_path) == {"paper"}
