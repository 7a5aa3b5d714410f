import os

import pytest
from PySide6.QtCore import QLockFile

from linli.errors import StorageProblem
from linli.gui.single_instance import SingleInstance


@pytest.fixture
def first(tmp_path, qapp):
    instance = SingleInstance(tmp_path / "ledger" / "window.lock")
    assert instance.claim()
    yield instance
    instance.release()


def test_second_start_brings_the_first_window_forward(first, tmp_path, qtbot):
    second = SingleInstance(tmp_path / "ledger" / "window.lock")
    with qtbot.waitSignal(first.asked_forward):
        assert second.claim() is False


def test_another_ledger_has_its_own_window(first, tmp_path):
    other = SingleInstance(tmp_path / "other" / "window.lock")
    assert other.claim()
    other.release()


def test_after_the_window_is_closed_the_next_start_is_first(tmp_path, qapp):
    for _ in range(2):
        instance = SingleInstance(tmp_path / "window.lock")
        assert instance.claim()
        instance.release()


def test_folder_that_cannot_be_made_is_said(tmp_path, qapp):
    (tmp_path / "file").write_text("not a folder")
    instance = SingleInstance(tmp_path / "file" / "window.lock")
    with pytest.raises(StorageProblem, match="不能写入"):
        instance.claim()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_folder_is_said(tmp_path, qapp):
    folder = tmp_path / "readonly"
    folder.mkdir(mode=0o500)
    with pytest.raises(StorageProblem, match="不能写入"):
        SingleInstance(folder / "window.lock").claim()


@pytest.mark.parametrize("viewable", [True, False])
def test_a_folder_that_cannot_be_written_has_no_lock_but_one_window(
    tmp_path, qtbot, monkeypatch, viewable
):
    monkeypatch.setattr(QLockFile, "tryLock", lambda *_: False)
    monkeypatch.setattr(QLockFile, "error", lambda *_: QLockFile.LockError.PermissionError)
    first = SingleInstance(tmp_path / "window.lock", viewable=viewable)
    if not viewable:
        with pytest.raises(StorageProblem, match="不能写入"):
            first.claim()
        return
    second = SingleInstance(tmp_path / "window.lock", viewable=True)
    assert first.claim()
    with qtbot.waitSignal(first.asked_forward):
        assert not second.claim()
    first.release()
