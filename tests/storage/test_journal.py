"""The undo journal: complete by triggers, played back exactly, refused when rows moved on."""

import json

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from support.ledgers import ACTOR, FixedClock, resident_row

from linli.domain.changes import Changes, Kind
from linli.errors import ConflictError
from linli.storage import journal, undo
from linli.storage.database import Database
from linli.storage.journal_tables import JOURNALED
from linli.storage.schema import (
    Base,
    DwellingRecord,
    GridOfficerRecord,
    GridRecord,
    HouseholdRecord,
    PhoneRecord,
    ResidentRecord,
    ResidentTagRecord,
    SettingRecord,
)

AT = FixedClock()()


def _write(db: Database, *statements) -> Changes:
    with db.writing("测试", ACTOR, AT) as work:
        for statement in statements:
            work.connection.execute(statement)
    return work.changes


def _take_back(db: Database, entry_id: int) -> Changes:
    return undo.take_back(db, entry_id, "撤销", ACTOR, AT)


def _contents(db: Database) -> dict[str, list[tuple]]:
    """All journaled rows, without the columns that undo counts on."""
    found = {}
    with db.reading() as connection:
        for name in JOURNALED:
            table = Base.metadata.tables[name]
            columns = [c for c in table.columns if c.name != "version"]
            rows = connection.execute(select(*columns).order_by(*table.primary_key.columns))
            found[name] = [tuple(row) for row in rows]
    return found


def _changes(db: Database, entry_id: int) -> list[tuple[str, str, object, object]]:
    sql = "SELECT table_name, subject, before, after FROM journal_change WHERE entry_id = ?"
    with db.reading() as connection:
        return [
            (t, s, b and json.loads(b), a and json.loads(a))
            for t, s, b, a in connection.exec_driver_sql(sql + " ORDER BY id", (entry_id,))
        ]


def _household(db: Database) -> Changes:
    """Two people with phones and tags in a dwelling of a grid."""
    return _write(
        db,
        insert(GridRecord).values(id=1, number="1", name="第一网格"),
        insert(GridOfficerRecord).values(grid_id=1, position=0, role="leader", name="马强"),
        insert(DwellingRecord).values(
            id=1,
            building="3号楼",
            room="501",
            address_key="|3||501",
            building_key="|3",
            sort_key="|3||501",
            grid_id=1,
        ),
        insert(HouseholdRecord).values(id=1, number="12", kind="family", dwelling_id=1),
        insert(ResidentRecord).values(resident_row("张三", id=1, household_id=1)),
        insert(ResidentRecord).values(resident_row("李四", id=2, household_id=1)),
        insert(PhoneRecord).values(
            resident_id=1, position=0, kind="mobile", number="13800000001", tail="0001"
        ),
        insert(ResidentTagRecord).values(resident_id=1, position=0, kind="skill", text="水电维修"),
    )


@pytest.mark.parametrize("table", JOURNALED)
def test_each_journaled_table_has_its_three_triggers(db: Database, table: str) -> None:
    with db.reading() as connection:
        names = set(
            connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
            ).scalars()
        )
    assert names == {f"journal_{table}_{verb}" for verb in ("insert", "update", "delete")}


def test_only_index_trail_pictures_and_what_is_not_undone_go_without_a_journal() -> None:
    assert set(Base.metadata.tables) - set(JOURNALED) == {
        "photo",
        "given_number",
        "journal_entry",
        "journal_change",
        "journal_open",
        "journal_founding",
        "audit_event",
        "audit_seal",
        "exchange_life",
        "exchange_contact",
        "exchange_meeting",
        "trusted_machine",
        "erasure",
        "erasure_open",
        "erased_mark",
        "draft",
        "account_access",
        "notice_file",
        "case_scan",
        "case_volume",
        "past_password",
    }


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO setting (key, value) VALUES ('x', '1')",
        "UPDATE setting SET value = '{}'",
        "DELETE FROM setting",
        "REPLACE INTO setting (key, value) VALUES ('hall', '1')",
    ],
)
def test_a_write_without_an_open_entry_is_refused(db: Database, sql: str) -> None:
    before = _contents(db)
    refused = pytest.raises(IntegrityError, match="only inside an entry")
    with refused, db.structure() as connection:
        connection.exec_driver_sql(sql)
    assert _contents(db) == before


def test_an_insert_keeps_the_whole_row_and_an_update_only_what_differs(db: Database) -> None:
    made = _write(db, insert(SettingRecord).values(key="颜色", value='"红"'))
    changed = _write(db, update(SettingRecord).where(SettingRecord.key == "颜色").values(value="1"))
    removed = _write(db, delete(SettingRecord).where(SettingRecord.key == "颜色"))
    whole = {"key": "颜色", "value": '"红"'}
    subject = "setting/颜色"
    assert _changes(db, made.entry_id) == [("setting", subject, None, whole)]
    assert _changes(db, changed.entry_id) == [
        ("setting", subject, {"value": '"红"'}, {"value": "1"})
    ]
    assert _changes(db, removed.entry_id) == [
        ("setting", subject, {"key": "颜色", "value": "1"}, None)
    ]


def test_a_part_is_recorded_under_the_person_it_belongs_to(db: Database) -> None:
    entry = _household(db).entry_id
    subjects = {(table, subject) for table, subject, _, _ in _changes(db, entry)}
    assert ("phone", "resident/1") in subjects
    assert ("resident_tag", "resident/1") in subjects
    assert ("grid_officer", "grid/1") in subjects


def test_changes_name_the_kinds_that_views_look_at(db: Database) -> None:
    assert _household(db).kinds == {
        Kind.GRIDS,
        Kind.DWELLINGS,
        Kind.HOUSEHOLDS,
        Kind.RESIDENTS,
    }


def test_a_block_that_changes_nothing_leaves_no_entry(db: Database) -> None:
    _household(db)
    before = _contents(db)
    changes = _write(
        db,
        update(ResidentRecord).values(name=ResidentRecord.name),
        update(ResidentRecord).values(version=ResidentRecord.version + 1),
    )
    assert changes == Changes()
    with db.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM journal_entry").scalar_one() == 2
    assert _contents(db) == before


def test_undo_of_an_insert_an_update_and_a_delete_restores_every_row(db: Database) -> None:
    empty = _contents(db)
    first = _household(db)
    before = _contents(db)
    second = _write(
        db,
        update(ResidentRecord).where(ResidentRecord.id == 2).values(name="李泗", note="改名"),
        update(GridRecord).values(name="第二网格"),
        delete(ResidentRecord).where(ResidentRecord.id == 1),
        insert(ResidentRecord).values(resident_row("王五", id=3, household_id=1)),
        insert(SettingRecord).values(key="颜色", value="1"),
    )
    after = _contents(db)
    undone = _take_back(db, second.entry_id)
    assert _contents(db) == before
    _take_back(db, undone.entry_id)
    assert _contents(db) == after
    _take_back(db, undone.entry_id + 1)
    _take_back(db, first.entry_id)
    assert _contents(db) == empty


def test_a_cascade_is_recorded_and_undone(db: Database) -> None:
    _household(db)
    before = _contents(db)
    gone = _write(db, delete(ResidentRecord).where(ResidentRecord.id == 1))
    assert _contents(db)["phone"] == []
    assert {table for table, *_ in _changes(db, gone.entry_id)} == {
        "resident",
        "phone",
        "resident_tag",
    }
    _take_back(db, gone.entry_id)
    assert _contents(db) == before


def test_replace_cannot_pass_the_journal_by(db: Database) -> None:
    before = _contents(db)
    replaced = _write(db, text("REPLACE INTO setting (key, value) VALUES ('hall', '1')"))
    assert _contents(db) != before
    _take_back(db, replaced.entry_id)
    assert _contents(db) == before


def test_values_exchanged_under_a_unique_rule_are_undone(db: Database) -> None:
    rows = [{"number": "1", "name": "东"}, {"number": "2", "name": "西"}]
    _write(db, insert(GridRecord).values(rows))
    before = _contents(db)
    name = GridRecord.name
    swapped = _write(
        db,
        update(GridRecord).where(name == "东").values(name="暂"),
        update(GridRecord).where(name == "西").values(name="东"),
        update(GridRecord).where(name == "暂").values(name="西"),
    )
    _take_back(db, swapped.entry_id)
    assert _contents(db) == before


def test_undo_counts_the_version_on_so_that_an_open_form_notices(db: Database) -> None:
    _household(db)
    _write(db, update(ResidentRecord).values(note="甲", version=ResidentRecord.version + 1))
    entry = _write(db, update(ResidentRecord).values(note="乙", version=ResidentRecord.version + 1))
    _take_back(db, entry.entry_id)
    with db.reading() as connection:
        rows = connection.exec_driver_sql("SELECT note, version FROM resident").all()
    assert rows == [("甲", 4), ("甲", 4)]


@pytest.mark.parametrize(
    "meanwhile",
    [
        update(ResidentRecord).where(ResidentRecord.id == 2).values(name="李泗泗"),
        delete(ResidentRecord).where(ResidentRecord.id == 2),
    ],
    ids=["changed", "deleted"],
)
def test_undo_of_an_update_is_refused_when_the_row_moved_on(db: Database, meanwhile) -> None:
    _household(db)
    entry = _write(
        db,
        update(ResidentRecord).where(ResidentRecord.id == 1).values(name="张叁"),
        update(ResidentRecord).where(ResidentRecord.id == 2).values(name="李泗"),
    )
    _write(db, meanwhile)
    before = _contents(db)
    with pytest.raises(ConflictError, match="「撤销」不能进行"):
        _take_back(db, entry.entry_id)
    assert _contents(db) == before


def test_undo_of_an_update_goes_when_only_other_fields_moved_on(db: Database) -> None:
    _household(db)
    entry = _write(db, update(ResidentRecord).values(name="同名"))
    _write(db, update(ResidentRecord).values(note="后来的备注"))
    _take_back(db, entry.entry_id)
    with db.reading() as connection:
        rows = connection.exec_driver_sql("SELECT name, note FROM resident ORDER BY id").all()
    assert rows == [("张三", "后来的备注"), ("李四", "后来的备注")]


def test_undo_of_an_insert_is_refused_when_the_row_moved_on(db: Database) -> None:
    entry = _household(db)
    _write(db, update(ResidentRecord).where(ResidentRecord.id == 1).values(note="新"))
    with pytest.raises(ConflictError):
        _take_back(db, entry.entry_id)


def test_undo_of_a_delete_is_refused_when_its_place_was_taken(db: Database) -> None:
    _write(db, insert(GridRecord).values(number="1", name="东"))
    entry = _write(db, delete(GridRecord))
    _write(db, insert(GridRecord).values(number="1", name="新东"))
    with pytest.raises(ConflictError):
        _take_back(db, entry.entry_id)


@pytest.mark.parametrize(
    "later",
    [
        insert(PhoneRecord).values(
            resident_id=2, position=0, kind="mobile", number="13800000002", tail="0002"
        ),
        insert(ResidentRecord).values(resident_row("王五", household_id=1)),
    ],
    ids=["would be swept away by a cascade", "would be left pointing nowhere"],
)
def test_undo_never_takes_what_was_entered_later(db: Database, later) -> None:
    entry = _household(db)
    _write(db, later)
    before = _contents(db)
    with pytest.raises(ConflictError):
        _take_back(db, entry.entry_id)
    assert _contents(db) == before


def test_undo_of_an_old_entry_leaves_a_column_alone_that_came_later(db: Database) -> None:
    _household(db)
    one = update(ResidentRecord).where(ResidentRecord.id == 1)
    entry = _write(db, one.values(name="张叁", note="旧"))
    with db.structure() as connection:  # as if the column had come with a later version
        for name in journal.trigger_statements():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql(
            "UPDATE journal_change SET before = json_remove(before, '$.note'), "
            "after = json_remove(after, '$.note')"
        )
        connection.exec_driver_sql("UPDATE resident SET note = '升级时加的'")
        journal.install_triggers(connection)
    _take_back(db, entry.entry_id)
    with db.reading() as connection:
        row = connection.exec_driver_sql("SELECT name, note FROM resident WHERE id = 1").one()
    assert row == ("张三", "升级时加的")


@pytest.mark.parametrize("table", ["audit_event", "journal_change"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_what_is_written_in_the_trail_cannot_be_changed(
    db: Database, table: str, verb: str
) -> None:
    with pytest.raises(IntegrityError, match="append-only"), db.structure() as connection:
        connection.exec_driver_sql(verb.format(table))


def test_a_missing_trigger_is_noticed(db: Database) -> None:
    with db.structure() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_resident_update")
    assert db.audit_problems() == ["台账里记录修改的机关被动过手脚。"]


def test_triggers_of_an_older_version_are_made_anew(db: Database) -> None:
    with db.structure() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_resident_update")
        connection.exec_driver_sql(
            "CREATE TRIGGER journal_resident_update AFTER UPDATE ON resident BEGIN SELECT 1; END"
        )
        journal.install_triggers(connection)
        assert journal.triggers_complete(connection)


def test_an_entry_left_open_by_accident_refuses_the_next(db: Database) -> None:
    with db.structure() as connection:
        connection.exec_driver_sql("INSERT INTO journal_open (id, entry_id) VALUES (1, 1)")
    with pytest.raises(IntegrityError):
        _household(db)
