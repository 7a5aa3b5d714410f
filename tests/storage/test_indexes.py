"""Indexes made at once are those that were there."""

import pytest
from support.ledgers import ACTOR, FixedClock, resident_row

from linli.storage import journal
from linli.storage.many_rows import insert_rows
from linli.storage.schema import ResidentRecord

AT = FixedClock()()
INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"


def _asked(db, sql):
    with db.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


@pytest.mark.parametrize("before", [0, 1500])
def test_after_many_rows_the_indexes_are_there_and_hold_them(db, before):
    indexes = _asked(db, INDEXES)
    for count in filter(None, (before, 3000)):
        with db.writing("批量", ACTOR, AT) as work:
            rows = (resident_row(f"张{number}", birth="1990") for number in range(count))
            insert_rows(work.connection, ResidentRecord, rows)

    assert _asked(db, INDEXES) == indexes
    assert db.damage(thorough=True) == []
    by_birth = "SELECT count(*) FROM resident INDEXED BY ix_resident_birth WHERE birth = '1990'"
    assert _asked(db, by_birth) == [(before + 3000,)]


def test_stopped_in_the_middle_it_leaves_the_indexes_and_the_journal_as_they_were(db):
    objects = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    before = _asked(db, objects)

    def rows():
        for number in range(3000):
            yield resident_row(f"张{number}")
        raise KeyError("stopped")

    with pytest.raises(KeyError), db.writing("批量", ACTOR, AT) as work:
        insert_rows(work.connection, ResidentRecord, rows())

    assert _asked(db, objects) == before
    assert _asked(db, "SELECT count(*) FROM resident") == [(0,)]
    with db.reading() as connection:
        assert journal.triggers_complete(connection)
    with db.writing("以后", ACTOR, AT) as work:
        insert_rows(work.connection, ResidentRecord, [resident_row("李四")])
    assert db.audit_problems() == []
