"""Going back to a backup: whole, atomic, undoable, also where no ledger opens."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from support.kills import DONE, KILLED, killed_at
from support.ledgers import ACCOUNT, ACTOR, CHEAP, COMMUNITY, PASSWORD, FixedClock

from linli.domain.accounts import Role
from linli.domain.residents import LedgerCounts
from linli.errors import NotAllowedError, StorageProblem, UserError, WrongPasswordError
from linli.paths import DataDir
from linli.progress import Cancelled, Progress
from linli.services import restores
from linli.services.backups import BackupService
from linli.services.context import Context
from linli.services.keys import complete_restore
from linli.services.ledger import create_ledger, unlock, verify
from linli.services.restores import Secret
from linli.storage import archive, audit, audit_lists, backup
from linli.storage.audit_check import GIVEN_UP
from linli.storage.database import Database
from linli.storage.keyring import Keyring
from linli.storage.schema import GridRecord

SECRET = Secret(account=ACCOUNT, text=PASSWORD)


def add_grid(context: Context, number: str) -> None:
    with context.writing("添加网格") as work:
        work.session.add(GridRecord(number=number, name=number))


def grids(context: Context) -> list[str]:
    with context.db.reading() as connection:
        return list(connection.exec_driver_sql("SELECT name FROM grid ORDER BY name").scalars())


def sign_in(data_dir: DataDir, clock: FixedClock, password: str = PASSWORD) -> Context:
    context = unlock(data_dir, ACCOUNT, password, clock)
    report = verify(context)
    assert report.problems == ()
    return context


@pytest.fixture
def kept(context: Context) -> Path:
    """A backup with the grid 一; since then 二 was added."""
    add_grid(context, "一")
    info = BackupService(context).make("手动备份")
    add_grid(context, "二")
    return info.path


def restore(context: Context, path: Path, secret: Secret = SECRET) -> Context:
    """Restore as the window does: prepare, close, switch, sign in again."""
    data_dir, clock = context.data_dir, context.clock
    prepared = restores.prepare(data_dir, path, secret, present=context, clock=clock)
    context.db.close()
    restores.switch(data_dir, prepared)
    return sign_in(data_dir, clock)


def test_a_restored_ledger_is_as_it_was_and_its_trail_tells_of_it(
    context: Context, kept: Path
) -> None:
    with context.db.reading() as connection:
        before = audit.head(connection).number
    restored = restore(context, kept)
    assert grids(restored) == ["一"]
    with restored.db.reading() as connection:
        event = audit_lists.restores(connection)[0]
    assert (event.action, event.subject, event.account) == ("恢复备份", kept.name, ACCOUNT)
    assert int(event.detail[GIVEN_UP]) >= before
    assert not context.data_dir.restored.exists()
    assert not context.data_dir.restoring.exists()
    restored.db.close()


def test_a_restore_is_taken_back_from_the_backup_made_before(context: Context, kept: Path) -> None:
    assert restores.undo_of(context.data_dir) is None
    restored = restore(context, kept)
    undo = restores.undo_of(context.data_dir)
    assert undo.reason == "恢复前"
    again = restore(restored, undo.path)
    assert grids(again) == ["一", "二"]
    back = restores.undo_of(context.data_dir)
    assert back != undo
    assert grids(restore(again, back.path)) == ["一"]


def test_backups_go_on_after_a_restore(context: Context, kept: Path) -> None:
    restored = restore(context, kept)
    backups = BackupService(restored)
    assert backups.changed_since(backups.latest())
    assert backups.make("每日备份") == backups.latest()
    restored.db.close()


def test_what_is_inside_is_known_without_a_password(context: Context, kept: Path) -> None:
    info = restores.look_into(kept)
    assert (info.account, info.reason, info.counts) == (
        ACCOUNT,
        "手动备份",
        LedgerCounts(grids=1),
    )
    assert restores.accounts_in(kept) == [ACCOUNT]


@pytest.mark.parametrize("where", ["file", "folder", "a file of the folder"])
def test_files_and_folders_of_older_programs_are_taken(
    context: Context, kept: Path, tmp_path: Path, where: str
) -> None:
    stick = tmp_path / "stick"
    if where == "file":
        path = shutil.copy(kept, stick)
    else:
        archive.unpack(kept, stick, backup.never)
        about = archive.read_about(kept)
        del about["files"], about["serial"], about["audit"], about["ledger"]
        (stick / "about.json").write_text(json.dumps(about))
        path = stick if where == "folder" else stick / "ledger.db"
    assert grids(restore(context, Path(path))) == ["一"]


def test_a_new_machine_takes_over_from_a_backup(
    kept: Path, tmp_path: Path, clock: FixedClock
) -> None:
    other = DataDir(tmp_path / "new" / "linli")
    prepared = restores.prepare(other, kept, SECRET, clock=clock)
    assert not other.exists()
    restores.switch(other, prepared)
    context = sign_in(other, clock)
    assert grids(context) == ["一"]
    info = BackupService(context).make("每日备份")
    assert info.serial > backup.read(kept).serial
    context.db.close()


def test_the_recovery_code_opens_a_backup(tmp_path: Path, clock: FixedClock) -> None:
    created = create_ledger(
        DataDir(tmp_path / "a"),
        community=COMMUNITY,
        account=ACCOUNT,
        password=PASSWORD,
        clock=clock,
        cost=CHEAP,
    )
    kept = BackupService(created.context).make("手动备份").path
    created.context.db.close()
    other = DataDir(tmp_path / "b")
    code = Secret(account=ACCOUNT, text=created.recovery_code, is_code=True)
    restores.switch(other, restores.prepare(other, kept, code, clock=clock))
    sign_in(other, clock).db.close()


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [("flipped", "已损坏"), ("torn", "已损坏"), ("empty", "已损坏"), ("gone", "找不到")],
)
def test_a_backup_that_is_not_what_it_was_is_refused_and_nothing_is_changed(
    context: Context, kept: Path, fault: str, sentence: str
) -> None:
    content = bytearray(kept.read_bytes())
    content[9 * 4096 + 7] ^= 4
    wrong = {"flipped": content, "torn": content[:-1000], "empty": b""}
    if fault == "gone":
        kept.unlink()
    else:
        kept.write_bytes(wrong[fault])
    with pytest.raises(UserError, match=sentence):
        restores.prepare(context.data_dir, kept, SECRET, present=context, clock=context.clock)
    assert grids(context) == ["一", "二"]
    assert not context.data_dir.restoring.exists()


def test_a_wrong_password_opens_nothing_and_is_counted(context: Context, kept: Path) -> None:
    wrong = replace(SECRET, text="guessed-wrong")
    for _ in range(5):
        with pytest.raises(WrongPasswordError) as refused:
            restores.prepare(context.data_dir, kept, wrong, present=context, clock=context.clock)
    assert refused.value.wait_seconds > 0
    assert not context.data_dir.restoring.exists()


def test_only_who_may_restore_does(context: Context, kept: Path) -> None:
    clerk = replace(context, actor=replace(ACTOR, role=Role.CLERK))
    with pytest.raises(NotAllowedError, match="窗口人员不能恢复备份"):
        restores.prepare(context.data_dir, kept, SECRET, present=clerk, clock=context.clock)


def test_without_an_open_ledger_the_account_in_the_backup_must_have_the_right(
    context: Context, tmp_path: Path
) -> None:
    with context.writing("降级") as work:
        work.connection.exec_driver_sql("UPDATE account SET role = 'clerk'")
    kept = BackupService(context).make("手动备份").path
    other = DataDir(tmp_path / "other")
    with pytest.raises(NotAllowedError, match="请管理员"):
        restores.prepare(other, kept, SECRET, clock=context.clock)
    assert not other.exists()


@pytest.mark.parametrize("fault", ["ledger", "keys", "no ledger", "empty"])
def test_a_damaged_ledger_is_set_aside_whole_and_can_be_gone_back_to(
    context: Context, kept: Path, fault: str
) -> None:
    data_dir, clock = context.data_dir, context.clock
    context.db.close()
    path = data_dir.keyring if fault == "keys" else data_dir.database
    broken = bytearray(path.read_bytes())
    broken[2000:3000] = bytes(1000)
    if fault == "no ledger":
        path.unlink()
    else:
        if fault == "empty":
            broken.clear()
        path.write_bytes(broken)
    prepared = restores.prepare(data_dir, kept, SECRET, clock=clock)
    assert "文件完整地留在" in prepared.notes[0]
    restores.switch(data_dir, prepared)
    restored = sign_in(data_dir, clock)
    assert grids(restored) == ["一"]
    undo = restores.undo_of(data_dir)
    assert (undo.counts, undo.is_good, undo.reason) == (None, False, "恢复前")
    if fault != "no ledger":
        assert (undo.path / path.name).read_bytes() == bytes(broken)
    restored.db.close()


def test_another_program_with_the_ledger_open_hinders_the_switch(
    context: Context, kept: Path
) -> None:
    data_dir, clock = context.data_dir, context.clock
    prepared = restores.prepare(data_dir, kept, SECRET, present=context, clock=clock)
    add_grid(context, "三")
    with pytest.raises(StorageProblem, match="另一个程序"):
        restores.switch(data_dir, prepared)
    complete_restore(data_dir)
    assert grids(context) == ["一", "三", "二"]


def test_a_restore_can_be_broken_off(context: Context, kept: Path) -> None:
    progress = Progress(is_cancelled=lambda: True)
    with pytest.raises(Cancelled):
        restores.prepare(
            context.data_dir,
            kept,
            SECRET,
            present=context,
            clock=context.clock,
            progress=progress,
        )
    assert not context.data_dir.restoring.exists()
    assert grids(context) == ["一", "二"]


def test_a_backup_file_is_checked_without_restoring_it(context: Context, kept: Path) -> None:
    report = restores.check_file(kept, SECRET, clock=context.clock)
    assert (report.problems, report.counts) == ((), LedgerCounts(grids=1))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.parametrize("aside", [False, True])
def test_killed_at_any_step_of_the_switch_either_ledger_is_whole(
    context: Context, kept: Path, tmp_path: Path, aside: bool
) -> None:
    data_dir, clock = context.data_dir, context.clock
    prepared = restores.prepare(data_dir, kept, SECRET, present=context, clock=clock)
    if aside:
        plan = replace(prepared.plan, undo="原台账", aside=True, at="2026-11-23T01:00:00+00:00")
        prepared = replace(prepared, plan=plan)
    context.db.close()
    outcomes = []
    for step in range(400):
        folder = DataDir(tmp_path / f"run{step}")
        shutil.copytree(data_dir.root, folder.root)
        code = killed_at(step, folder.root, lambda f=folder: restores.switch(f, prepared))
        assert code in (DONE, KILLED)
        opened = sign_in(folder, clock)
        outcomes.append(grids(opened))
        opened.db.close()
        shutil.rmtree(folder.root)
        if code == DONE:
            break
    assert outcomes[0] == ["一", "二"]
    assert outcomes[-1] == ["一"]
    assert sorted(outcomes, key=len, reverse=True) == outcomes
    assert len(outcomes) > 15


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.parametrize("step", range(0, 60, 6))
def test_killed_while_preparing_the_ledger_is_as_it_was(
    context: Context, kept: Path, step: int
) -> None:
    data_dir, clock = context.data_dir, context.clock
    context.db.close()
    restores_it = lambda: restores.prepare(data_dir, kept, SECRET, clock=clock)  # noqa: E731
    assert killed_at(step, data_dir.root, restores_it) in (DONE, KILLED)
    opened = sign_in(data_dir, clock)
    assert grids(opened) == ["一", "二"]
    assert not data_dir.restoring.exists()
    opened.db.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.parametrize("step", range(0, 40, 4))
def test_killed_while_backing_up_leaves_whole_backups_only(
    context: Context, kept: Path, step: int
) -> None:
    data_dir, clock = context.data_dir, context.clock
    key = Keyring.load(data_dir.keyring).open_with_password(ACCOUNT, PASSWORD)
    context.db.close()

    def back_up() -> None:
        backup.make(Database(data_dir.database, key), data_dir, clock(), "手动备份")

    killed_at(step, data_dir.root, back_up)
    opened = sign_in(data_dir, clock)
    for info in BackupService(opened).list_all():
        assert restores.check_file(info.path, SECRET, clock=clock).problems == ()
    assert BackupService(opened).make("手动备份").is_good
    assert {p.suffix for p in data_dir.backups.iterdir()} == {".linli-backup"}
    opened.db.close()
