"""Backups as the window asks for them: made, noted, and due once a day if something changed."""

import pytest

from linli.services.backups import BackupService
from linli.services.context import Context
from linli.services.history import HistoryService
from linli.storage.schema import GridRecord


@pytest.fixture
def backups(context: Context) -> BackupService:
    return BackupService(context)


def _add_grid(context: Context) -> None:
    with context.writing("添加网格") as work:
        work.session.add(GridRecord(number="1", name="1"))


def test_a_backup_is_made_and_noted(context: Context, backups: BackupService) -> None:
    assert backups.latest() is None
    info = backups.make("导入前")
    assert backups.latest() == info
    assert info.path.is_relative_to(context.data_dir.backups)
    event = HistoryService(context).events(1)[0]
    assert (event.action, event.subject) == ("备份", info.path.name)


def test_the_first_backup_is_due_at_once(backups: BackupService) -> None:
    assert backups.due()


@pytest.mark.parametrize(
    ("changed", "days", "due"),
    [(True, 1, True), (True, 0, False), (False, 1, False), (False, 0, False)],
)
def test_a_backup_is_due_on_another_day_if_something_changed(
    context: Context, backups: BackupService, changed: bool, days: int, due: bool
) -> None:
    backups.make("测试")
    if changed:
        _add_grid(context)
    context.clock.advance(days=days)
    assert backups.due() is due


def test_the_newest_backup_counts(context: Context, backups: BackupService) -> None:
    backups.make("一")
    context.clock.advance(hours=1)
    second = backups.make("二")
    assert backups.latest() == second
