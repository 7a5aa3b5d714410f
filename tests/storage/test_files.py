"""Files that are old or new, never half of each; folders and troubles."""

import errno
import os
import stat
from pathlib import Path

import pytest

from linli.errors import StorageProblem
from linli.storage import files


def test_a_file_is_replaced_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    files.replace_file(path, b"one")
    files.replace_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_another_process_is_writing_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    sync = os.fsync

    def other_process(handle: int) -> None:
        monkeypatch.setattr(os, "fsync", sync)
        with monkeypatch.context() as other:
            other.setattr(os, "getpid", lambda: 1)
            files.replace_file(path, b"theirs")
        sync(handle)

    monkeypatch.setattr(os, "fsync", other_process)
    files.replace_file(path, b"ours")
    assert path.read_bytes() == b"ours"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, r"磁盘已满，「.+a\.json」没有存成。请删除不用的文件"),
        (errno.EROFS, "不能写入文件夹「"),
        (errno.EIO, "打不开文件「"),
    ],
)
def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    path = tmp_path / "a.json"
    files.replace_file(path, b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StorageProblem, match=said):
        files.replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    files.make_folder(folder)
    files.make_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(StorageProblem, match="打不开"):
        files.make_folder(tmp_path / "a" / "b")


def test_removing_what_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    files.remove(tmp_path / "nothing")


def test_renaming_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="打不开"):
        files.rename(tmp_path / "nothing", tmp_path / "b")


def test_a_file_that_a_scanner_holds_for_a_moment_gets_its_name_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    refusals = [PermissionError(13, "held"), PermissionError(13, "held")]
    replace = Path.replace

    def held(old: Path, new: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(old, new)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(files, "_LOOK_AGAIN_S", 0)
    monkeypatch.setattr(files, "_TRIES", 3)
    files.replace_file(path, b"one")
    assert path.read_bytes() == b"one"


def test_a_file_that_is_held_for_long_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    files.replace_file(path, b"one")

    def held(old: Path, new: Path) -> Path:
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(files, "_LOOK_AGAIN_S", 0)
    monkeypatch.setattr(files, "_TRIES", 3)
    with pytest.raises(StorageProblem):
        files.replace_file(path, b"two")
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]
    assert path.read_bytes() == b"one"
