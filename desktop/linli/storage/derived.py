"""What is worked out from the records: where each person lives, and the search index.

`refresh` runs at the end of every transaction for the rows its journal entry touched, so a form, an
import and an undo take the same path. Columns that follow from their own row alone
(`name_pinyin`, `tail`, `address_key` …) are written with the row.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Integer,
    Select,
    cast,
    delete,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from linli.storage.dwellings import address_of
from linli.storage.schema import (
    DwellingRecord,
    HouseholdRecord,
    JournalChangeRecord,
    PhoneRecord,
    ResidentRecord,
    SearchKeyRecord,
)
from linli.storage.search_index import (
    ADDRESS_FTS,
    NAME_FTS,
    PHONE_FTS,
    address_words,
    name_keys,
    name_words,
)

Ids = Select[Any]
_CHUNK = 5_000


def refresh(connection: Connection, entry_id: int) -> None:
    """Bring up to date whatever depends on the rows that journal entry `entry_id` touched."""
    moved = _touched(entry_id, "resident", "household_id", "dwelling_id")
    _set_homes(connection, ResidentRecord.id.in_(moved))
    moved = _touched(entry_id, "household", "dwelling_id")
    _set_homes(connection, ResidentRecord.household_id.in_(moved))
    for index, changed in (
        (_index_names, _touched(entry_id, "resident", "name", "former_name", "native_name")),
        (_index_phones, _touched(entry_id, "phone", "number")),
        (_index_addresses, _touched(entry_id, "dwelling", "address_key")),
    ):
        index(connection, changed, changed.where(JournalChangeRecord.before.is_not(None)))


def rebuild(connection: Connection) -> None:
    """Work everything out anew from the records."""
    _set_homes(connection, true())
    _index_names(connection, select(ResidentRecord.id), select(NAME_FTS.c.rowid))
    _index_phones(connection, select(PhoneRecord.id), select(PHONE_FTS.c.rowid))
    _index_addresses(connection, select(DwellingRecord.id), select(ADDRESS_FTS.c.rowid))


def _touched(entry_id: int, table: str, *columns: str) -> Ids:
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


def _index_names(connection: Connection, ids: Ids, outdated: Ids) -> None:
    person = ResidentRecord
    connection.execute(delete(SearchKeyRecord).where(SearchKeyRecord.resident_id.in_(outdated)))
    connection.execute(delete(NAME_FTS).where(NAME_FTS.c.rowid.in_(outdated)))
    query = select(person.id, person.name, person.former_name, person.native_name)
    for rows in _chunks(connection, query.where(person.id.in_(ids))):
        words = [(row.id, name_words(row[1:])) for row in rows]
        connection.exec_driver_sql("INSERT INTO name_fts (rowid, words) VALUES (?, ?)", words)
        keys = sorted(
            (key, row.id, syllables)
            for row in rows
            for key, syllables in name_keys((row.name, row.former_name))
        )
        if keys:
            connection.exec_driver_sql("INSERT INTO search_key VALUES (?, ?, ?)", keys)


def _index_phones(connection: Connection, ids: Ids, outdated: Ids) -> None:
    connection.execute(delete(PHONE_FTS).where(PHONE_FTS.c.rowid.in_(outdated)))
    numbers = select(PhoneRecord.id, PhoneRecord.number).where(PhoneRecord.id.in_(ids))
    connection.execute(insert(PHONE_FTS).from_select(["rowid", "number"], numbers))


def _index_addresses(connection: Connection, ids: Ids, outdated: Ids) -> None:
    place = DwellingRecord
    connection.execute(delete(ADDRESS_FTS).where(ADDRESS_FTS.c.rowid.in_(outdated)))
    query = select(place.id, place.estate, place.building, place.unit, place.room)
    for rows in _chunks(connection, query.where(place.id.in_(ids))):
        words = [(row.id, address_words(address_of(row))) for row in rows]
        connection.exec_driver_sql("INSERT INTO address_fts (rowid, words) VALUES (?, ?)", words)


def _chunks(connection: Connection, query: Executable) -> Iterator[list[Any]]:
    """Read all rows before the first is used: writing goes on beside."""
    rows = list(connection.execute(query))
    for start in range(0, len(rows), _CHUNK):
        yield rows[start : start + _CHUNK]
