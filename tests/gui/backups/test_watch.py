"""Backups that nobody asks for: of the day, onto the stick, at the end of the day."""

import pytest

from linli.domain.backups import Drive
from linli.errors import StorageProblem
from linli.gui.backups import watch as watch_module
from linli.gui.backups.watch import BackupWatch, stick_words
from linli.storage import drives
from linli.storage.database import Database
from linli.storage.schema import GridRecord

LONG = 20_000


def add_grid(context, number="1"):
    with context.writing("添加网格") as work:
        work.session.add(GridRecord(number=number, name=number))


def fail(*_):
    raise StorageProblem("磁盘已满。", "请清理。")


@pytest.fixture
def plugged(monkeypatch):
    """The drives that are plugged in; none at first."""
    found = []
    monkeypatch.setattr(drives, "removable", lambda: list(found))
    return found


@pytest.fixture
def watch(desk, main_window, plugged):
    watch = BackupWatch(desk, main_window)
    watch.start()
    return watch


def look(watch, qtbot):
    with qtbot.waitSignal(watch.changed, timeout=LONG):
        watch.look()


def reasons(services):
    return [info.reason for info in services.backups.list_all()]


def test_the_backup_of_the_day_is_made_once(watch, services, qtbot, context):
    look(watch, qtbot)
    assert reasons(services) == ["每日备份"]
    add_grid(context)
    look(watch, qtbot)  # only the stick is looked for
    assert reasons(services) == ["每日备份"]
    context.clock.advance(days=1)
    look(watch, qtbot)
    assert reasons(services)[0] == "每日备份"
    assert len(reasons(services)) == 2


def test_one_that_fails_is_said_in_the_status_line_and_not_tried_at_once(
    watch, services, qtbot, main_window, monkeypatch
):
    main_window.backup_watch.changed.connect(lambda: None)
    monkeypatch.setattr(Database, "copy_to", fail)
    look(watch, qtbot)
    assert services.backups.status().failed == "磁盘已满。请清理。"
    main_window._show_backup()
    assert main_window.status.backup.text() == "备份没有做成"
    monkeypatch.undo()
    watch.look()
    assert not watch._working


def test_a_rehearsal_follows_after_a_while(watch, services, qtbot, monkeypatch):
    services.backups.make("每日备份")
    monkeypatch.setattr(watch_module, "_REHEARSE_AFTER_S", -1)
    look(watch, qtbot)
    assert services.backups.status().rehearsed_at is not None


def test_a_stick_that_is_plugged_in_gets_the_newest_state(
    watch, services, context, qtbot, plugged, tmp_path
):
    root = tmp_path / "红盘"
    root.mkdir()
    drive = Drive(root=root, name="红盘", free=1)
    services.backups.choose_stick(drive, "红盘")
    services.backups.make("每日备份")
    add_grid(context)
    plugged.append(drive)
    look(watch, qtbot)
    qtbot.waitUntil(lambda: bool(services.backups.list_on(root)), timeout=LONG)
    assert services.backups.list_on(root)[0].reason == "插入备份盘"
    qtbot.waitUntil(lambda: not watch._working, timeout=LONG)


def test_a_stick_that_refuses_is_left_until_there_is_a_newer_backup(
    watch, services, qtbot, plugged, tmp_path, monkeypatch
):
    root = tmp_path / "红盘"
    root.mkdir()
    drive = Drive(root=root, name="红盘", free=1)
    services.backups.choose_stick(drive, "红盘")
    services.backups.make("每日备份")
    plugged.append(drive)
    tries = []

    def refuse(*_, **__):
        tries.append(1)
        fail()

    monkeypatch.setattr(watch_module, "_AFTER_FAILURE_S", 0)
    monkeypatch.setattr(type(services.backups), "copy_to_stick", refuse)
    look(watch, qtbot)
    qtbot.waitUntil(lambda: bool(tries) and not watch._working, timeout=LONG)
    for _ in range(3):
        watch.look()
        qtbot.wait(50)
    assert len(tries) == 1


def test_the_stick_is_told_in_a_few_words(desk, services, plugged, tmp_path):
    assert stick_words(desk, services.backups.stick_status()) == ("", "")
    drive = Drive(root=tmp_path, name="红盘", free=1)
    services.backups.choose_stick(drive, "红盘")
    words = stick_words(desk, services.backups.stick_status())
    assert words == ("备份盘“红盘”没有插", "")
    plugged.append(drive)
    services.backups.copy_to_stick()
    words = stick_words(desk, services.backups.stick_status())
    assert words == ("备份盘“红盘”：今天 09:00", "")


def test_the_days_work_is_backed_up_before_the_window_closes(
    main_window, services, context, qtbot, plugged
):
    services.backups.make("每日备份")
    add_grid(context)
    main_window.backup_watch.start()
    with qtbot.waitSignal(main_window.closed, timeout=LONG):
        main_window.close()
        assert main_window.isVisible()
    assert reasons(services)[0] == "下班备份"


def test_without_changes_the_window_closes_at_once(main_window, services, qtbot, plugged):
    services.backups.make("每日备份")
    main_window.backup_watch.start()
    with qtbot.waitSignal(main_window.closed, timeout=LONG):
        main_window.close()
    assert reasons(services) == ["每日备份"]


@pytest.mark.parametrize("leave", [True, False])
def test_if_the_last_backup_fails_the_clerk_decides(
    main_window, context, ask, qtbot, plugged, monkeypatch, leave
):
    add_grid(context)
    monkeypatch.setattr(Database, "copy_to", fail)
    main_window.backup_watch.start()
    ask.expect("confirm", leave)
    main_window.close()
    qtbot.waitUntil(lambda: not ask.waiting, timeout=LONG)
    assert "没有备份成" in ask.last
    assert main_window.isVisible() is not leave
    main_window._left = True
