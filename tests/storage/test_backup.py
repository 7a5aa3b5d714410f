"""Backups: complete, checked, never half there; old ones thinned; upgrades begin with one."""

import json
import os
import shutil
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from support.ledgers import ACCOUNT, ACTOR, PASSWORD, FixedClock

from linli.domain.backups import KeepRule
from linli.domain.residents import LedgerCounts
from linli.errors import StorageProblem
from linli.paths import DataDir
from linli.progress import Cancelled, Progress
from linli.storage import archive, audit, backup, backup_state, files, migrations
from linli.storage.database import Database
from linli.storage.keyring import Keyring
from linli.storage.schema import GridRecord


def _add_grid(db: Database, number: str) -> None:
    with db.writing("添加网格", ACTOR, FixedClock()()) as work:
        work.session.add(GridRecord(number=number, name=number))


@pytest.fixture
def unpacked(tmp_path):
    """Unpack a backup and return the folder."""

    def unpack(info):
        archive.unpack(info.path, tmp_path / "unpacked", backup.never)
        return tmp_path / "unpacked"

    return unpack


def test_a_backup_holds_ledger_keyring_and_what_is_in_it(
    db: Database, data_dir: DataDir, clock: FixedClock, unpacked
) -> None:
    _add_grid(db, "1")
    info = backup.make(db, data_dir, clock(), "测试", account="王芳")
    assert (info.reason, info.at, info.head, info.account) == ("测试", clock(), 2, "王芳")
    assert info.counts == LedgerCounts(grids=1)
    assert (info.is_good, info.ledger, info.version) == (True, db.identity(), migrations.VERSION)
    with db.reading() as connection:
        last = audit.head(connection)
    assert (info.audit.number, info.audit.digest) == (last.number, last.digest)
    assert backup.list_all(data_dir) == [info]
    folder = unpacked(info)
    assert sorted(p.name for p in folder.iterdir()) == ["ledger.db", "ledger.keys"]
    assert (folder / "ledger.keys").read_bytes() == data_dir.keyring.read_bytes()
    copy = db.beside(folder / "ledger.db")
    assert copy.damage() == copy.audit_problems() == []
    copy.close()


def test_a_name_tells_the_time_and_nothing_else_and_is_not_used_twice(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    names = {backup.make(db, data_dir, clock(), "测试").path.name for _ in range(2)}
    assert names == {
        "邻里台备份 20261123-090000.linli-backup",
        "邻里台备份 20261123-090000 (2).linli-backup",
    }


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_only_the_owner_can_read_the_ledger_and_its_backups(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    _add_grid(db, "1")
    backup.make(db, data_dir, clock(), "测试")
    modes = {
        path.relative_to(data_dir.root).as_posix(): stat.S_IMODE(path.stat().st_mode)
        for path in data_dir.root.rglob("*")
    }
    assert {"ledger.db", "ledger.db-wal", "ledger.db-shm"} <= modes.keys()
    assert {mode for name, mode in modes.items() if name != "backups"} == {0o600}
    assert modes["backups"] == 0o700


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_ledger_that_others_could_read_is_closed_to_them_when_opened(db: Database) -> None:
    db.path.chmod(0o644)
    db.beside(db.path).close()
    assert stat.S_IMODE(db.path.stat().st_mode) == 0o600


def test_a_backup_does_not_follow_what_comes_later(
    db: Database, data_dir: DataDir, clock: FixedClock, unpacked
) -> None:
    info = backup.make(db, data_dir, clock(), "测试")
    _add_grid(db, "1")
    copy = db.beside(unpacked(info) / "ledger.db")
    with copy.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM grid").scalar_one() == 0
    copy.close()


def test_an_open_transaction_is_not_in_the_backup_and_does_not_hinder_it(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    with db.writing("慢", ACTOR, clock()) as work:
        work.session.add(GridRecord(number="1", name="1"))
        work.session.flush()
        info = backup.make(db, data_dir, clock(), "测试")
    assert info.counts.grids == 0


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param("damage", id="the copy is damaged"),
        pytest.param("older", id="the copy is older"),
        pytest.param("counts", id="the counts differ"),
        pytest.param("full", id="the disk is full"),
    ],
)
def test_a_copy_that_came_out_wrong_is_not_kept(
    db: Database,
    data_dir: DataDir,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    unpacked,
    fault: str,
) -> None:
    good = backup.make(db, data_dir, clock(), "好的")
    older = unpacked(good) / "ledger.db"
    _add_grid(db, "1")

    def copy_wrongly(self: Database, path, stop) -> None:
        if fault == "full":
            raise StorageProblem("磁盘已满。", "请清理。")
        shutil.copy(older, path)
        copied = self.beside(path)
        if fault == "counts":
            _add_grid(copied, "1")
            _sweep(copied)
        copied.close()
        if fault == "damage":
            content = bytearray(path.read_bytes())
            content[5 * 4096 + 100] ^= 1
            path.write_bytes(content)

    monkeypatch.setattr(Database, "copy_to", copy_wrongly)
    clock.advance(minutes=1)
    with pytest.raises(StorageProblem):
        backup.make(db, data_dir, clock(), "坏的")
    assert [p.name for p in data_dir.backups.iterdir()] == [good.path.name]


def _sweep(database: Database) -> None:
    """Lose a row behind the journal's back."""
    with database.structure() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_grid_delete")
        connection.exec_driver_sql("DELETE FROM grid")


def test_a_backup_that_is_broken_off_leaves_nothing(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    with pytest.raises(Cancelled):
        backup.make(db, data_dir, clock(), "测试", stop=lambda: True)
    assert list(data_dir.backups.iterdir()) == []


def test_two_backups_at_once_follow_each_other(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    asked = []

    def stop() -> bool:
        asked.append(True)
        return True

    with (
        files.locked(data_dir.backup_lock, backup.never),
        pytest.raises(Cancelled),
    ):
        backup.make(db, data_dir, clock(), "测试", stop=stop)
    assert asked


def test_a_damaged_keyring_is_not_backed_up(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    data_dir.keyring.write_bytes(b"{")
    with pytest.raises(StorageProblem, match="钥匙文件"):
        backup.make(db, data_dir, clock(), "测试")
    assert list(data_dir.backups.iterdir()) == []


def test_what_a_crash_left_is_swept_away(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    partial = data_dir.backups / "partial"
    partial.mkdir(parents=True)
    (partial / "ledger.db").write_bytes(b"half")
    info = backup.make(db, data_dir, clock(), "测试")
    assert list(data_dir.backups.iterdir()) == [info.path]


def test_folders_of_others_are_passed_over(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    for name, content in {"a": "{}", "b": "no json", "c": "[]"}.items():
        (data_dir.backups / name).mkdir(parents=True)
        (data_dir.backups / name / "about.json").write_text(content)
    info = backup.make(db, data_dir, clock(), "测试")
    assert backup.list_all(data_dir) == [info]


def test_backups_of_older_programs_are_read_and_thinned_out(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    counts = LedgerCounts().__dict__
    for days in range(1, 40):
        at = clock() - timedelta(days=days)
        folder = data_dir.backups / f"old-{days:03}"
        folder.mkdir(parents=True)
        about = {"at": at.isoformat(), "reason": "每日备份", "head": 40 - days, "counts": counts}
        (folder / "about.json").write_text(json.dumps(about))
    newest = backup.make(db, data_dir, clock(), "测试", rule=KeepRule(days=2, weeks=3, months=2))
    kept = [info.at.date() for info in backup.list_all(data_dir)]
    assert kept[0] == newest.at.date()
    assert [(day.month, day.day) for day in kept[1:]] == [(11, 22), (11, 15), (10, 31)]


def test_serial_numbers_go_on_whatever_the_clock_and_the_files_say(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    first = backup.make(db, data_dir, clock(), "测试")
    clock.advance(days=4000)
    ahead = backup.make(db, data_dir, clock(), "测试")
    clock.advance(days=-4000)
    last = backup.make(db, data_dir, clock(), "测试")
    assert first.serial < ahead.serial < last.serial
    assert backup.list_all(data_dir)[0] == last
    for info in (ahead, last):
        backup.drop(info)
    assert backup.make(db, data_dir, clock(), "测试").serial > last.serial


def test_a_damaged_backup_is_listed_as_such_and_takes_no_place(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    good = backup.make(db, data_dir, clock(), "测试")
    torn = data_dir.backups / f"坏的{archive.SUFFIX}"
    torn.write_bytes(good.path.read_bytes()[:5000])
    found = backup.list_all(data_dir)
    assert [(info.path, info.is_good) for info in found] == [(good.path, True), (torn, False)]
    assert "已损坏" in found[1].problem
    backup_state.update(data_dir, bad=(good.path.name,))
    assert backup.latest(backup.list_all(data_dir)) is None


def test_an_older_ledger_is_backed_up_before_it_is_brought_up(
    db: Database, data_dir: DataDir, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = []
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    monkeypatch.setattr(migrations, "upgrade", lambda *_: steps.append(backup.list_all(data_dir)))
    backup.bring_up(db, data_dir, clock())
    assert [info.reason for info in steps[0]] == ["升级前"]


def test_an_upgrade_that_is_stopped_leaves_the_ledger_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = DataDir(tmp_path / "old")
    shutil.copytree(Path(__file__).parents[1] / "old_databases" / "v1", old.root)
    key = Keyring.load(old.keyring).open_with_password(ACCOUNT, PASSWORD)
    database, told = Database(old.database, key), []
    monkeypatch.setattr(backup, "_TELL_EVERY_S", 0)

    def stop_at_the_index(done: int, total: int, text: str) -> None:
        told.append((done, total, text))
        if "重建查找" in text:
            raise Cancelled

    try:
        with pytest.raises(Cancelled):
            backup.bring_up(database, old, FixedClock()(), Progress(stop_at_the_index))
        assert migrations.version_of(database) == 1
        assert database.damage() == []
        parts = [done for done, total, text in told if "备份" in text and total == 100]
        assert parts == sorted(parts)
        assert parts[-1] >= 50
        backup.bring_up(database, old, FixedClock()())
        assert migrations.version_of(database) == migrations.VERSION
    finally:
        database.close()


def test_a_ledger_of_this_version_is_only_opened(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    backup.bring_up(db, data_dir, clock())
    assert backup.list_all(data_dir) == []
