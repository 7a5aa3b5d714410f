"""Backups: complete, checked, never half there; old ones thinned; upgrades begin with one."""

import json
import shutil
from datetime import timedelta

import pytest
from support.ledgers import ACTOR, FixedClock

from linli.domain.residents import LedgerCounts
from linli.errors import StorageProblem
from linli.paths import DataDir
from linli.storage import backup, migrations
from linli.storage.database import Database
from linli.storage.schema import GridRecord


def _add_grid(db: Database, number: str) -> None:
    with db.writing("添加网格", ACTOR, FixedClock()()) as work:
        work.session.add(GridRecord(number=number, name=number))


def test_a_backup_holds_ledger_keyring_and_what_is_in_it(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    _add_grid(db, "1")
    info = backup.make(db, data_dir, clock(), "测试")
    assert (info.reason, info.at, info.head) == ("测试", clock(), 2)
    assert info.counts == LedgerCounts(grids=1)
    assert sorted(p.name for p in info.path.iterdir()) == ["about.json", "ledger.db", "ledger.keys"]
    assert (info.path / "ledger.keys").read_bytes() == data_dir.keyring.read_bytes()
    assert backup.list_all(data_dir) == [info]
    copy = db.beside(info.path / "ledger.db")
    assert copy.damage() == copy.audit_problems() == []
    copy.close()


def test_a_backup_does_not_follow_what_comes_later(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    info = backup.make(db, data_dir, clock(), "测试")
    _add_grid(db, "1")
    copy = db.beside(info.path / "ledger.db")
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
    fault: str,
) -> None:
    good = backup.make(db, data_dir, clock(), "好的")
    _add_grid(db, "1")

    def copy_wrongly(self: Database, path) -> None:
        if fault == "full":
            raise StorageProblem("磁盘已满。", "请清理。")
        shutil.copy(good.path / "ledger.db", path)
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


def test_the_newest_ten_stay_and_of_older_ones_the_last_of_each_month(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    whole = backup.make(db, data_dir, clock(), "测试")
    about = json.loads((whole.path / "about.json").read_text("utf-8"))
    for days in range(1, 120):
        at = clock() - timedelta(days=days)
        folder = data_dir.backups / f"old-{days:03}"
        folder.mkdir()
        (folder / "about.json").write_text(json.dumps({**about, "at": at.isoformat()}))
    clock.advance(hours=1)
    newest = backup.make(db, data_dir, clock(), "测试")
    kept = [info.at.date() for info in backup.list_all(data_dir)]
    assert kept[0] == newest.at.date()
    assert len(kept) == 10 + 4
    assert [(day.month, day.day) for day in kept[10:]] == [(10, 31), (9, 30), (8, 31), (7, 31)]


def test_an_older_ledger_is_backed_up_before_it_is_brought_up(
    db: Database, data_dir: DataDir, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = []
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    monkeypatch.setattr(migrations, "upgrade", lambda _: steps.append(backup.list_all(data_dir)))
    backup.bring_up(db, data_dir, clock())
    assert [info.reason for info in steps[0]] == ["升级前"]


def test_a_ledger_of_this_version_is_only_opened(
    db: Database, data_dir: DataDir, clock: FixedClock
) -> None:
    backup.bring_up(db, data_dir, clock())
    assert backup.list_all(data_dir) == []
