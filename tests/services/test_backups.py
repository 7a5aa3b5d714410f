"""Backups as the window asks for them: made, noted, and due once a day if something changed."""

from dataclasses import replace

import pytest

from linli.domain.accounts import Role
from linli.domain.backups import BackupPolicy, KeepRule, Worry
from linli.errors import NotAllowedError, StorageProblem, UserError
from linli.services.backups import BackupService
from linli.services.context import Context
from linli.services.history import HistoryService
from linli.storage import audit, audit_heads, backup_state
from linli.storage.database import Database
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


def test_with_each_backup_the_trails_head_is_kept_beside_the_ledger(
    context: Context, backups: BackupService
) -> None:
    backups.make("测试")
    known = audit_heads.load(context.db, context.data_dir.audit_head)
    assert known is not None
    with context.db.reading() as connection:
        assert known.head == audit.head(connection)
    _add_grid(context)
    backups.make("测试")
    newer = audit_heads.load(context.db, context.data_dir.audit_head)
    assert newer is not None
    assert newer.head.number > known.head.number


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


def test_making_one_by_hand_takes_a_right_and_the_daily_one_does_not(context: Context) -> None:
    reader = BackupService(replace(context, actor=replace(context.actor, role=Role.READER)))
    with pytest.raises(NotAllowedError, match="查阅人员不能备份"):
        reader.make_by_hand("手动备份")
    assert reader.make("每日备份").is_good


def test_a_failure_is_remembered_until_a_backup_comes_about(
    backups: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageProblem("磁盘已满。", "请清理。")

    backups.make("一")
    with monkeypatch.context() as patch:
        patch.setattr(Database, "copy_to", full)
        with pytest.raises(StorageProblem):
            backups.make("二")
    assert (backups.status().worry, backups.status().failed) == (Worry.NOW, "磁盘已满。请清理。")
    backups.make("三")
    assert (backups.status().worry, backups.status().failed) == (Worry.NONE, "")


def test_the_status_grows_worse_with_the_days_if_something_changed(
    context: Context, backups: BackupService
) -> None:
    assert backups.status().latest is None
    info = backups.make("一")
    context.clock.advance(days=9)
    assert backups.status().worry is Worry.NONE
    _add_grid(context)
    assert (backups.status().worry, backups.status().latest) == (Worry.NOW, info)


def test_how_long_backups_stay_is_the_halls_choice(
    context: Context, backups: BackupService
) -> None:
    chosen = BackupPolicy(keep=KeepRule(days=2, weeks=1, months=1), rehearse_days=0)
    backups.save_policy(chosen)
    assert backups.policy() == chosen
    for _ in range(4):
        backups.make("每日备份")
        context.clock.advance(days=1)
    assert len(backups.list_all()) == 2
    for wrong in (
        replace(chosen, keep=KeepRule(days=0)),
        replace(chosen, rehearse_days=-1),
    ):
        with pytest.raises(UserError, match="要填"):
            backups.save_policy(wrong)


def test_a_rehearsal_goes_well_and_leaves_nothing(context: Context, backups: BackupService) -> None:
    assert not backups.rehearsal_due()
    _add_grid(context)
    info = backups.make("一")
    assert backups.rehearsal_due()
    assert backups.rehearse() == []
    assert not context.data_dir.rehearsal.exists()
    assert backups.status().rehearsed_at == context.clock()
    event = HistoryService(context).events(1)[0]
    assert (event.action, event.subject, event.succeeded) == ("演练恢复备份", info.name, True)
    assert not backups.rehearsal_due()
    context.clock.advance(days=7)
    assert backups.rehearsal_due()


def test_a_rehearsal_without_a_backup_says_so(backups: BackupService) -> None:
    with pytest.raises(UserError, match="还没有备份"):
        backups.rehearse()


def test_a_damaged_backup_is_found_by_the_rehearsal_and_no_longer_counted(
    context: Context, backups: BackupService
) -> None:
    older = backups.make("一")
    _add_grid(context)
    info = backups.make("二")
    content = bytearray(info.path.read_bytes())
    content[5 * 4096] ^= 1
    info.path.write_bytes(content)
    problems = backups.rehearse()
    assert "已损坏" in problems[0]
    status = backups.status()
    assert (status.worry, status.latest) == (Worry.NOW, older)
    assert not HistoryService(context).events(1)[0].succeeded
    assert backup_state.load(context.data_dir).bad == (info.name,)
    backups.make("三")
    assert backups.rehearse() == []
    assert backups.status().worry is Worry.NONE


def test_a_big_step_has_its_own_backup_unless_nothing_changed(
    context: Context, backups: BackupService
) -> None:
    backups.make_before("导入前")
    assert backups.list_all() == []
    _add_grid(context)
    backups.make("每日备份")
    for _ in range(2):
        backups.make_before("导入前")
    assert [info.reason for info in backups.list_all()] == ["导入前", "每日备份"]
