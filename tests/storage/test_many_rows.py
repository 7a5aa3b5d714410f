from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError, IntegrityError
from support.ledgers import resident_row

from linli.storage import journal
from linli.storage.many_rows import insert_rows
from linli.storage.schema import PhoneRecord, ResidentRecord

AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.fixture
def write(db, actor):
    def run(record, rows):
        with db.writing("批量", actor, AT) as work:
            insert_rows(work.connection, record, rows)
        return work

    return run


@pytest.mark.parametrize("count", [0, 1, 499, 500, 501, 1200])
def test_any_number_of_rows_is_written_and_journaled(db, write, count):
    names = [f"张{number}" for number in range(count)]

    work = write(ResidentRecord, (resident_row(name) for name in names))

    with db.reading() as connection:
        rows = connection.execute(select(ResidentRecord.name, ResidentRecord.version)).all()
        journaled = connection.exec_driver_sql(
            "SELECT count(*) FROM journal_change WHERE entry_id = ?", (work.entry_id,)
        ).scalar_one()
    assert [tuple(row) for row in rows] == [(name, 1) for name in names]
    assert journaled == count


def test_rows_are_journaled_part_by_part_in_their_order(db, write, monkeypatch):
    monkeypatch.setattr(journal, "_RECORDED_AT_ONCE", 70)
    ids = [*range(1, 1101), *range(2000, 2100)]  # with a gap

    work = write(ResidentRecord, (resident_row(f"张{number}", id=number) for number in ids))

    with db.reading() as connection:
        journaled = connection.exec_driver_sql(
            "SELECT cast(row_id AS INTEGER) FROM journal_change WHERE entry_id = ? ORDER BY id",
            (work.entry_id,),
        ).scalars()
        assert list(journaled) == ids


def test_rows_need_not_name_the_same_columns(db, write):
    write(ResidentRecord, [resident_row("张三", id=7, note="养狗"), resident_row("李四", sex="1")])

    with db.reading() as connection:
        columns = (ResidentRecord.id, ResidentRecord.name, ResidentRecord.note, ResidentRecord.sex)
        rows = [tuple(row) for row in connection.execute(select(*columns))]
    assert rows == [(7, "张三", "养狗", "0"), (8, "李四", None, "1")]


@pytest.mark.parametrize(
    "row", [resident_row("张三", nickname="三哥"), {"name": "张三"}], ids=["strange", "missing"]
)
def test_a_row_that_does_not_fit_is_refused(write, row):
    with pytest.raises(DatabaseError):
        write(ResidentRecord, [row])


def test_one_row_that_breaks_a_rule_leaves_none(db, write):
    phones = [{"resident_id": 1, "position": 0, "kind": "mobile", "number": "1", "tail": "1"}] * 700
    with pytest.raises(DatabaseError):
        write(PhoneRecord, phones)

    with db.reading() as connection:
        assert connection.execute(select(PhoneRecord.id)).all() == []


def test_many_rows_leave_the_journal_that_single_ones_leave(db, actor, write):
    rows = [resident_row(f"张{number}", note="养狗") for number in range(1200)]
    phones = [
        {"resident_id": number, "position": 0, "kind": "mobile", "number": "1", "tail": "1"}
        for number in range(1, 1201)
    ]

    many = write(ResidentRecord, rows).entry_id, write(PhoneRecord, phones).entry_id
    with db.writing("逐行", actor, AT) as work:
        for table in ("phone", "resident"):
            work.connection.exec_driver_sql(f"DELETE FROM {table}")
    with db.writing("逐行", actor, AT) as single:
        for number, row in enumerate(rows, start=1):
            insert_rows(single.connection, ResidentRecord, [row | {"id": number}])
        for number, row in enumerate(phones, start=1):
            insert_rows(single.connection, PhoneRecord, [row | {"id": number}])

    assert _journal(db, single.entry_id) == [c for entry in many for c in _journal(db, entry)]


def _journal(db, entry_id):
    with db.reading() as connection:
        return connection.exec_driver_sql(
            "SELECT table_name, row_id, subject, before, after FROM journal_change "
            "WHERE entry_id = ? ORDER BY id",
            (entry_id,),
        ).all()


def test_after_many_rows_the_journal_watches_as_before(db, write):
    write(ResidentRecord, [resident_row(f"张{number}") for number in range(1200)])

    with db.reading() as connection:
        assert journal.triggers_complete(connection)


def test_many_rows_outside_an_entry_are_refused(db):
    rows = [resident_row(f"张{number}") for number in range(1200)]
    with db.structure() as connection, pytest.raises(IntegrityError, match="inside an entry"):
        insert_rows(connection, ResidentRecord, rows)


def test_many_rows_that_the_journal_would_miss_are_refused(db, write):
    write(ResidentRecord, [resident_row("张三", id=5_000)])

    rows = [resident_row(f"张{number}", id=5_001 + number) for number in range(1_100)]
    with pytest.raises(ValueError, match="below its last id"):
        write(ResidentRecord, [*rows, *(resident_row("李四", id=n) for n in range(1, 50))])

    with db.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM resident").scalar_one() == 1
        assert journal.triggers_complete(connection)
