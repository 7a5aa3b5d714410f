"""Connections and transactions: encrypted, atomic, isolated; troubles in plain words."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError
from support.ledgers import ACTOR, FixedClock, resident_row

from linli.domain.changes import Changes
from linli.errors import StorageProblem
from linli.progress import Cancelled
from linli.storage import connections
from linli.storage.database import Database
from linli.storage.keyring import new_key
from linli.storage.schema import GridRecord, ResidentRecord, SettingRecord

AT = FixedClock()()
MANY = [resident_row("张三", version=1) for _ in range(2000)]


def _add_grid(db: Database, number: str) -> Changes:
    with db.writing("添加网格", ACTOR, AT) as work:
        work.session.add(GridRecord(number=number, name=f"第{number}网格"))
    return work.changes


def _add_residents(db: Database, rows: list[dict[str, object]]) -> None:
    with db.writing("导入", ACTOR, AT) as work:
        work.connection.execute(insert(ResidentRecord), rows)


def _read_through(db: Database) -> None:
    """Read every page of residents and journal, not only their indexes."""
    with db.reading() as connection:
        connection.exec_driver_sql("SELECT sum(length(updated_at)) FROM resident").all()
        connection.exec_driver_sql("SELECT sum(length(after)) FROM journal_change").all()


def _count(db: Database, record: type) -> int:
    with db.reading() as connection:
        return connection.execute(select(func.count()).select_from(record)).scalar_one()


def test_nothing_readable_lies_on_the_disk(db: Database) -> None:
    _add_residents(db, [resident_row("买买提·吐尔逊", version=1)])
    files = [*db.path.parent.glob("ledger.db*")]
    assert any(file.name.endswith("-wal") for file in files)
    for file in files:
        content = file.read_bytes()
        assert "买买提".encode() not in content
        assert b"CREATE TABLE" not in content
        assert not content.startswith(b"SQLite format 3")


@pytest.mark.real_disk
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("temp_store", 2),
    ],
)
def test_the_writer_is_set_up_for_safety(db: Database, pragma: str, value: object) -> None:
    with db.writing("看", ACTOR, AT) as work:
        assert work.connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_structure_turns_foreign_keys_off_and_on_again(db: Database) -> None:
    with db.structure() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 0
    with db.writing("看", ACTOR, AT) as work:
        assert work.connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_an_exception_leaves_everything_as_it_was(db: Database) -> None:
    def fail_half_way() -> None:
        with db.writing("登记", ACTOR, AT) as work:
            work.session.add(GridRecord(number="1", name="东"))
            work.session.flush()
            work.connection.execute(insert(SettingRecord).values(key="x", value="1"))
            raise ZeroDivisionError

    before = (_count(db, GridRecord), _count(db, SettingRecord))
    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert (_count(db, GridRecord), _count(db, SettingRecord)) == before
    assert db.audit_problems() == []


def test_a_broken_rule_of_the_tables_is_the_programs_fault_and_passes_unchanged(
    db: Database,
) -> None:
    _add_grid(db, "1")
    with pytest.raises(IntegrityError):
        _add_grid(db, "1")
    with pytest.raises(OperationalError, match="no such table"), db.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")


def test_error_texts_carry_no_personal_data(db: Database) -> None:
    twice = [resident_row("秘密人", id=1, version=1)] * 2
    with pytest.raises(IntegrityError) as caught:
        _add_residents(db, twice)
    assert "秘密人" not in str(caught.value)


def test_a_session_and_its_connection_are_one_transaction(db: Database) -> None:
    with db.writing("添加", ACTOR, AT) as work:
        work.connection.execute(insert(GridRecord).values(number="1", name="东", version=1))
        assert work.session.execute(select(GridRecord.name)).scalar_one() == "东"
        work.session.commit()  # must not end the transaction
        work.session.add(GridRecord(number="2", name="西"))
    assert _count(db, GridRecord) == 2
    with db.reading() as connection:
        sql = text("SELECT count(DISTINCT entry_id) FROM journal_change WHERE table_name = 'grid'")
        assert connection.execute(sql).scalar_one() == 1


def test_a_reader_sees_one_state_while_another_commits(db: Database) -> None:
    with db.reading() as connection:
        before = connection.execute(select(func.count()).select_from(GridRecord)).scalar_one()
        _add_grid(db, "1")
        after = connection.execute(select(func.count()).select_from(GridRecord)).scalar_one()
    assert (before, after) == (0, 0)
    assert _count(db, GridRecord) == 1


def test_a_reader_cannot_write(db: Database) -> None:
    with pytest.raises(StorageProblem), db.reading() as connection:
        connection.exec_driver_sql("DELETE FROM photo")


def test_data_version_tells_of_other_processes_only(db: Database) -> None:
    first = db.data_version()
    _add_grid(db, "1")
    assert db.data_version() == first
    other = db.beside(db.path)
    _add_grid(other, "2")
    other.close()
    assert db.data_version() != first


def test_data_version_does_not_wait_for_a_transaction(db: Database) -> None:
    first = db.data_version()
    with db.writing("慢", ACTOR, AT):
        assert db.data_version() == first


def test_a_second_writer_in_the_same_process_waits_its_turn(db: Database) -> None:
    inside, done = threading.Event(), threading.Event()

    def slow() -> None:
        with db.writing("慢", ACTOR, AT) as work:
            work.session.add(GridRecord(number="1", name="东"))
            work.session.flush()
            inside.set()
            done.wait(timeout=1)

    thread = threading.Thread(target=slow)
    thread.start()
    inside.wait()
    threading.Timer(0.1, done.set).start()
    _add_grid(db, "2")
    thread.join()
    assert _count(db, GridRecord) == 2


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.1)


def test_a_writer_in_the_same_process_gives_up_with_advice(impatient: None, db: Database) -> None:
    refused = pytest.raises(StorageProblem, match="台账正被另一项操作占用")
    with db.writing("慢", ACTOR, AT), refused:
        _add_grid(db, "2")


def test_a_file_locked_by_another_program_is_said_so(impatient: None, db: Database) -> None:
    other = db.beside(db.path)
    with other.writing("慢", ACTOR, AT), pytest.raises(StorageProblem) as caught:
        _add_grid(db, "2")
    other.close()
    assert str(caught.value) == (
        "台账正被另一项操作占用。请等它完成，或关闭另一个正在使用台账的程序，然后再试。"
    )
    assert caught.value.advice in str(caught.value)


def test_a_full_disk_is_said_so_and_nothing_is_lost(db: Database) -> None:
    _add_grid(db, "1")
    with db.structure() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 5}")
    with pytest.raises(StorageProblem, match=r"磁盘已满.*没有保存.*请删除不用的文件"):
        _add_residents(db, MANY)
    assert (_count(db, GridRecord), _count(db, ResidentRecord)) == (1, 0)
    with db.structure() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    _add_grid(db, "2")
    assert db.damage() == []


def test_a_wrong_key_opens_nothing(db: Database) -> None:
    with pytest.raises(StorageProblem, match="不是能用这把钥匙打开的台账"):
        Database(db.path, new_key())


@pytest.mark.parametrize(
    "content",
    [b"x" * 10_000, b"\x00" * 4096, b"SQLite format 3\x00" + b"\x00" * 5000],
    ids=["text", "zeros", "unencrypted"],
)
def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(content)
    with pytest.raises(StorageProblem, match=r"ledger\.db」不是能用这把钥匙打开的台账"):
        Database(path, new_key())
    assert path.read_bytes() == content


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="打不开台账文件"):
        Database(tmp_path / "nowhere" / "ledger.db", new_key())


def _fold(db: Database) -> None:
    """Let go of the file, with the log folded in; unlike `close` it can be opened again."""
    for pool in (db._reader, db._writer):
        pool.dispose()


@pytest.fixture
def filled(db: Database) -> Path:
    """A closed ledger of some hundred pages."""
    _add_residents(db, MANY)
    _fold(db)
    return db.path


def test_a_flipped_byte_is_told_as_damage(db: Database, filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    with db.reading() as connection:  # a page in the middle of the residents
        page = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = 'resident'"
        ).scalar_one()
    _fold(db)
    content[(page - 1) * 4096 + 2000] ^= 1
    filled.write_bytes(content)
    with pytest.raises(StorageProblem, match=r"已损坏.*请停止录入.*最近的备份"):
        _read_through(db)
    assert "台账文件有损坏的页。" in db.damage()


def test_a_truncated_file_is_told_as_damage(db: Database, filled: Path) -> None:
    os.truncate(filled, filled.stat().st_size // 2)
    with pytest.raises(StorageProblem, match="损坏"):
        _read_through(db)


def test_closing_overwrites_the_key_that_was_kept(db: Database) -> None:
    kept = db._key
    assert any(kept)
    db.close()
    assert kept == bytes(32)


def test_links_that_lead_nowhere_are_found(db: Database) -> None:
    _add_residents(db, MANY[:1])
    with db.structure() as connection:
        connection.exec_driver_sql("INSERT INTO journal_open VALUES (1, 2)")
        connection.exec_driver_sql("UPDATE resident SET household_id = 99")
        connection.exec_driver_sql("DELETE FROM journal_open")
    assert db.damage() == ["台账里有互相对不上的记录。"]


_WRITER = """
import sys
from pathlib import Path
from linli.storage.database import Database
from linli.storage.schema import GridRecord
from support.ledgers import ACTOR, FixedClock
db = Database(Path(sys.argv[1]), bytes.fromhex(sys.stdin.readline()))
number = int(sys.argv[2])
while True:
    with db.writing("添加", ACTOR, FixedClock()()) as work:
        work.session.add(GridRecord(number=str(number), name=str(number)))
    print(number, flush=True)
    number += 1
"""


def test_a_killed_program_loses_nothing_it_had_acknowledged(db: Database) -> None:
    acknowledged = 0
    paths = os.pathsep.join(str(Path(p).resolve()) for p in sys.path if p)
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(db.path), str(acknowledged + 1)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": paths},
        )
        assert process.stdin
        assert process.stdout
        process.stdin.write(db._key.hex() + "\n")
        process.stdin.flush()
        for _ in range(20):
            acknowledged = int(process.stdout.readline())
        process.kill()
        rest, _ = process.communicate()
        acknowledged = int((rest.split() or [acknowledged])[-1])
        kept = _count(db, GridRecord)
        assert kept in (acknowledged, acknowledged + 1)
        acknowledged = kept
    assert db.damage() == []
    assert db.audit_problems() == []


def test_reading_breaks_off_when_told(db: Database) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    with pytest.raises(Cancelled), db.reading(lambda: True) as connection:
        connection.exec_driver_sql(endless)
    with db.reading() as connection:
        short = endless.replace("FROM n)", "FROM n WHERE x < 100000)")
        assert connection.exec_driver_sql(short).scalar_one() == 100_000
