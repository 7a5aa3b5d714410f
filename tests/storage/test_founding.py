"""Founding: one step that stays, adds without a journal, and only before the first person."""

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError
from support.ledgers import ACTOR, FixedClock, resident_row

from linli.domain.changes import Kind
from linli.storage import history, journal_steps, settings, undo
from linli.storage.database import Database
from linli.storage.schema import DwellingRecord, HouseholdRecord, PhoneRecord, ResidentRecord

AT = FixedClock()()


def _found(db: Database):
    with db.founding("放入示例", ACTOR, AT) as work:
        work.connection.execute(
            insert(DwellingRecord).values(
                id=1, building="3号楼", address_key="|3||", building_key="|3", sort_key="|3||"
            )
        )
        work.connection.execute(
            insert(HouseholdRecord).values(id=1, number="1", kind="family", dwelling_id=1)
        )
        work.connection.execute(
            insert(ResidentRecord).values(resident_row("张三", id=1, household_id=1))
        )
        work.connection.execute(
            insert(PhoneRecord).values(
                resident_id=1, position=0, kind="mobile", number="13800000001", tail="0001"
            )
        )
    return work.changes


def _all(db: Database, sql: str) -> list[tuple]:
    with db.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def _objects(db: Database) -> list[tuple]:
    return _all(db, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name")


def test_what_is_added_is_not_in_the_journal_but_counted_in_the_trail(db: Database) -> None:
    changes = _found(db)
    entry = changes.entry_id
    assert _all(db, f"SELECT count(*) FROM journal_change WHERE entry_id = {entry}") == [(0,)]
    assert changes.kinds == {Kind.DWELLINGS, Kind.HOUSEHOLDS, Kind.RESIDENTS}
    ((detail,),) = _all(db, "SELECT detail FROM audit_event ORDER BY id DESC LIMIT 1")
    assert '"resident": "1"' in detail
    assert '"phone": "1"' in detail
    assert db.audit_problems() == []


def test_what_is_changed_or_removed_is_recorded_as_ever(db: Database) -> None:
    with db.founding("放入示例", ACTOR, AT) as work:
        settings.save_value(work.connection, settings.RECOVERY_CODE_KEPT, value=True)
        work.connection.execute(insert(ResidentRecord).values(resident_row("张三", id=1)))
        work.connection.execute(update(ResidentRecord).values(name="张山"))
        work.connection.execute(delete(ResidentRecord))
    steps = _all(
        db,
        "SELECT table_name, before IS NULL, after IS NULL FROM journal_change"
        f" WHERE entry_id = {work.entry_id} ORDER BY id",
    )
    assert steps == [("setting", 0, 0), ("resident", 0, 0), ("resident", 0, 1)]


def test_it_leaves_indexes_and_triggers_as_they_were(db: Database) -> None:
    before = _objects(db)
    _found(db)
    assert _objects(db) == before


def test_it_works_out_where_people_live(db: Database) -> None:
    _found(db)
    assert _all(db, "SELECT home_id FROM resident") == [(1,)]


def test_it_cannot_be_undone_and_what_comes_later_can(db: Database) -> None:
    _found(db)
    with db.reading() as connection:
        assert journal_steps.undo_state(connection).undo is None
    with db.writing("改名", ACTOR, AT) as work:
        work.connection.execute(update(ResidentRecord).values(name="张山"))
    undo.take_back(db, work.changes.entry_id, "撤销", ACTOR, AT)
    assert _all(db, "SELECT name FROM resident") == [("张三",)]


def test_a_record_says_that_it_came_with_the_founding(db: Database) -> None:
    entry = _found(db).entry_id
    with db.writing("改名", ACTOR, AT) as work:
        work.connection.execute(update(ResidentRecord).values(name="张山"))
        work.connection.execute(insert(ResidentRecord).values(resident_row("李四", id=2)))
    with db.reading() as connection:
        of_founded = history.of_subject(connection, "resident/1")
        of_added = history.of_subject(connection, "resident/2")
    assert [(line.entry_id, line.before, line.after) for line in of_founded] == [
        (work.entry_id, "张三", "张山"),
        (entry, None, "随这一步登记"),
    ]
    assert {line.entry_id for line in of_added} == {work.entry_id}


def test_a_ledger_with_people_is_not_founded_again(db: Database) -> None:
    _found(db)
    with pytest.raises(IntegrityError, match="not founded again"):
        _found(db)
    assert db.audit_problems() == []


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO journal_founding SELECT max(id) FROM journal_entry",
        "UPDATE journal_founding SET entry_id = (SELECT max(id) FROM journal_entry)",
        "DELETE FROM journal_founding",
        "REPLACE INTO journal_founding SELECT max(id) FROM journal_entry",
    ],
)
def test_nobody_passes_the_journal_by_through_a_founding(db: Database, sql: str) -> None:
    _found(db)
    refused = pytest.raises(IntegrityError, match=r"not founded again|append-only")
    with refused, db.writing("登记", ACTOR, AT) as work:
        work.connection.exec_driver_sql(sql)


def test_a_founding_that_fails_leaves_the_ledger_as_it_was(db: Database) -> None:
    before = _objects(db)
    nowhere = resident_row("张三", id=1, household_id=99)
    with pytest.raises(IntegrityError), db.founding("放入示例", ACTOR, AT) as work:
        work.connection.execute(insert(ResidentRecord).values(nowhere))
    assert _objects(db) == before
    assert _all(db, "SELECT count(*) FROM resident") == [(0,)]
    assert _all(db, "SELECT count(*) FROM journal_founding") == [(0,)]
