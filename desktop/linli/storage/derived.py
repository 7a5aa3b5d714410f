"""What is worked out from the records: where each person lives, and the search index.

`refresh` runs at the end of every transaction for the people its journal entry touched, so a form,
an import and an undo take the same path. Columns that follow from their own row alone
(`name_pinyin`, `tail`, `address_key` …) are written with the row.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    cast,
    func,
    or_,
    select,
    true,
    update,
)

from linli.storage.journal_schema import JournalChangeRecord
from linli.storage.schema import HouseholdRecord, ResidentRecord
from linli.storage.search_facts import load_facts
from linli.storage.search_index import person_words

CHUNK = 5_000
"""So many people are read at once."""

_PERSON_COLUMNS = (
    *("name", "former_name", "native_name", "birth", "status", "recycled_at"),
    *("household_id", "dwelling_id", "relation_code", "politics_code"),
    *("occupation", "employer", "origin_village", "returned"),
)
_OF_PERSON = (
    *("identity_document", "phone", "resident_tag"),
    *("floating_stay", "party_membership", "entitlement"),
)
"""Tables whose rows belong to a person and are in the index."""


def _changed(*columns: str) -> str:
    """Return the condition that a change of the journal is of one of the columns."""
    return " OR ".join(f"json_type(c.after, '$.{column}') IS NOT NULL" for column in columns)


_OF_ENTRY = "FROM journal_change c {} WHERE c.entry_id = ?1 AND c.table_name = '{}' AND {}"
_WHOLE, _PART = "(c.before IS NULL OR c.after IS NULL)", "(c.before IS NOT NULL AND ({}))"
_WHOSE = "cast(json_extract(coalesce(c.after, c.before), '$.resident_id') AS INTEGER)"
_TOUCHED = {
    "resident": (
        "SELECT cast(c.row_id AS INTEGER) "
        + _OF_ENTRY.format("", "resident", f"({_WHOLE} OR {_changed(*_PERSON_COLUMNS)})"),
    ),
    "household": (
        "SELECT r.id "
        + _OF_ENTRY.format(
            "JOIN resident r ON r.household_id = c.row_id",
            "household",
            _PART.format(_changed("number", "dwelling_id")),
        ),
    ),
    "dwelling": (
        "SELECT r.id "
        + _OF_ENTRY.format(
            "JOIN resident r ON r.home_id = c.row_id",
            "dwelling",
            _PART.format(_changed("address_key")),
        ),
    ),
    "rental": (
        "SELECT r.id "
        + _OF_ENTRY.format(
            "JOIN resident r ON r.home_id = "
            "json_extract(coalesce(c.after, c.before), '$.dwelling_id')",
            "rental",
            _WHOLE,
        ),
    ),
}
"""Of each table the questions for the people whose row in the index a change of it concerns.

A new household or dwelling concerns nobody by itself: who moves in changes too.
"""
for _table in _OF_PERSON:
    _TOUCHED[_table] = (
        f"SELECT {_WHOSE} " + _OF_ENTRY.format("", _table, _WHOLE),
        # A row that stays says itself whose it is; if it changed hands, the journal whose it was.
        "SELECT t.resident_id "
        + _OF_ENTRY.format(f"JOIN {_table} t ON t.id = c.row_id", _table, "c.before IS NOT NULL"),
        "SELECT cast(json_extract(c.before, '$.resident_id') AS INTEGER) "
        + _OF_ENTRY.format("", _table, "c.before IS NOT NULL"),
    )
_TABLES = "SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?"
_NEW = "SELECT cast(c.row_id AS INTEGER) " + _OF_ENTRY.format("", "resident", "c.before IS NULL")


def refresh(connection: Connection, entry_id: int) -> None:
    """Bring up to date whatever depends on the rows that journal entry `entry_id` touched."""
    moved = _touched(entry_id, "resident", "household_id", "dwelling_id")
    _set_homes(connection, ResidentRecord.id.in_(moved))
    moved = _touched(entry_id, "household", "dwelling_id")
    _set_homes(connection, ResidentRecord.household_id.in_(moved))
    tables = connection.exec_driver_sql(_TABLES, (entry_id,)).scalars().all()
    questions = [question for table in tables for question in _TOUCHED.get(table, ())]
    touched = {person for question in questions for person in _ids(connection, question, entry_id)}
    if touched:
        _forget(connection, sorted(touched.difference(_ids(connection, _NEW, entry_id))))
        _index(connection, sorted(touched))


def rebuild(connection: Connection) -> None:
    """Work everything out anew from the records."""
    _set_homes(connection, true())
    rebuild_index(connection)


def rebuild_index(connection: Connection) -> None:
    """Make the search index anew from the records."""
    connection.exec_driver_sql("INSERT INTO person_fts (person_fts) VALUES ('delete-all')")
    everybody = connection.exec_driver_sql("SELECT id FROM resident ORDER BY id").scalars()
    _index(connection, list(everybody))
    connection.exec_driver_sql("INSERT INTO person_fts (person_fts) VALUES ('optimize')")


def _ids(connection: Connection, query: str, entry_id: int) -> list[int]:
    found = connection.exec_driver_sql(query, (entry_id,)).scalars()
    return [resident_id for resident_id in found if resident_id is not None]


def _forget(connection: Connection, ids: Sequence[int]) -> None:
    if ids:
        connection.exec_driver_sql(
            "DELETE FROM person_fts WHERE rowid = ?", [(resident_id,) for resident_id in ids]
        )


def _index(connection: Connection, ids: Sequence[int]) -> None:
    """Write the rows of people, of whom there must be none yet; who is no more gets none."""
    raw: Any = connection.connection.driver_connection
    for start in range(0, len(ids), CHUNK):
        rows = [
            (person.id, person_words(person))
            for person in load_facts(raw, ids[start : start + CHUNK])
        ]
        if rows:
            connection.exec_driver_sql("INSERT INTO person_fts (rowid, words) VALUES (?, ?)", rows)


def _touched(entry_id: int, table: str, *columns: str) -> Select[Any]:
    """Select the ids of the rows of `table` that came, went, or changed in one of `columns`."""
    change = JournalChangeRecord
    return select(cast(change.row_id, Integer)).where(
        change.entry_id == entry_id,
        change.table_name == table,
        or_(
            change.before.is_(None),
            change.after.is_(None),
            *(func.json_type(change.after, f"$.{column}").is_not(None) for column in columns),
        ),
    )


def _set_homes(connection: Connection, which: ColumnElement[bool]) -> None:
    person = ResidentRecord
    of_household = (
        select(HouseholdRecord.dwelling_id)
        .where(HouseholdRecord.id == person.household_id)
        .scalar_subquery()
    )
    home = func.coalesce(person.dwelling_id, of_household)
    connection.execute(
        update(person).where(which, person.home_id.is_distinct_from(home)).values(home_id=home)
    )
