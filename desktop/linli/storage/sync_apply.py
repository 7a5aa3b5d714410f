"""Taking a file in: a plan written to the ledger, in the order in which nothing is in the way.

All happens inside one transaction, which is one step of the journal: a crash leaves nothing of it,
and undo takes records and versions back together.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table

from linli.domain.exchange_rows import Row
from linli.domain.exchange_versions import NEVER, Version, version_text
from linli.storage.journal import recording_at_once
from linli.storage.photos import LARGEST_FILE
from linli.storage.schema import Base
from linli.storage.sync_file import SealedFile, damaged
from linli.storage.sync_known import Known, Name
from linli.storage.sync_payload import Payload, read_photos
from linli.storage.sync_plan import Entry, Plan
from linli.storage.sync_tables import Sent, referring, sent_tables

_AT_ONCE = 500
_FEW = 500
"""Rows before it pays to turn the journal's trigger off."""
_MEDIA_TYPES = ("image/png", "image/jpeg")
_OF_ROW = ("table_name", "row_id", "machine", "number", "version", "gone")
_OF_FIELD = ("table_name", "row_id", "field", "version")
_CALLED_ANEW = (
    "UPDATE exchange_row SET row_id = ?, version = ?, gone = ? "
    "WHERE table_name = ? AND machine = ? AND number = ?"
)
_FORGET = (
    "DELETE FROM exchange_field WHERE table_name = ? AND row_id = ? AND coalesce(?, field) = field"
)
_FIELD_ANEW = (
    "UPDATE exchange_field SET version = ? WHERE table_name = ? AND row_id = ? AND field = ?"
)


def note_meeting(connection: Connection, entry_id: int, payload: Payload, at: str) -> None:
    """Say that the open entry takes a file in, so that its changes count as the others' own."""
    manifest = payload.manifest
    connection.exec_driver_sql(
        "INSERT INTO exchange_meeting (entry_id, at, machine, name, file, moment) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (entry_id, at, manifest.machine, manifest.name, manifest.file, payload.moment),
    )


def end_meeting(connection: Connection, entry_id: int) -> None:
    """Let nobody undo what nobody can see; of a file that changed nothing, forget the meeting."""
    tables = set(
        connection.exec_driver_sql(
            "SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?", (entry_id,)
        ).scalars()
    )
    if not tables:
        connection.exec_driver_sql("DELETE FROM exchange_meeting WHERE entry_id = ?", (entry_id,))
    elif tables.isdisjoint(sent_tables()):
        connection.exec_driver_sql(
            "UPDATE journal_entry SET undoable = 0 WHERE id = ?", (entry_id,)
        )


def note_read(connection: Connection, payload: Payload) -> None:
    """Remember up to where all changes of the sender are here, if this file leaves no gap."""
    manifest = payload.manifest
    read = connection.exec_driver_sql(
        "SELECT entry FROM exchange_read WHERE machine = ?", (manifest.machine,)
    ).scalar()
    if manifest.base is None or manifest.base > (read or 0) or manifest.entry <= (read or 0):
        return
    if read is None:
        sql = "INSERT INTO exchange_read (entry, machine) VALUES (?, ?)"
    else:
        sql = "UPDATE exchange_read SET entry = ? WHERE machine = ?"
    connection.exec_driver_sql(sql, (manifest.entry, manifest.machine))


def add_photos(connection: Connection, file: SealedFile, payload: Payload, plan: Plan) -> None:
    """Add the pictures that records of the plan show.

    Raises:
        UserError: one is missing or is not what it says.
    """
    wanted = _photos_of(plan)
    known = (
        set(connection.exec_driver_sql("SELECT digest FROM photo").scalars()) if wanted else set()
    )
    missing = wanted - known
    if missing & payload.photos:
        for digest, media_type, content in read_photos(file):
            if digest not in missing or media_type not in _MEDIA_TYPES:
                continue
            if hashlib.sha256(content).hexdigest() != digest or len(content) > LARGEST_FILE:
                raise damaged(file.path)
            connection.exec_driver_sql(
                "INSERT INTO photo (digest, media_type, content) VALUES (?, ?, ?)",
                (digest, media_type, content),
            )
            missing.discard(digest)
    if missing:
        raise damaged(file.path)


def write_plan(connection: Connection, known: Known, plan: Plan) -> None:
    """Write what the plan says: records first, then what they are called, and their versions."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    tables = list(sent_tables().values())
    for sent in tables:  # nothing refers to these, and their places may be wanted
        if not referring(sent.name):
            _delete(connection, sent, plan.entries[sent.name])
    for sent in tables:
        _make_room(connection, sent, plan.entries[sent.name])
    homes = {
        row_id: _column(sent_tables()["household"], entry.row, "dwelling_id")
        for row_id, entry in plan.entries["household"].items()
        if entry.is_there
    }
    for sent in tables:
        _insert(connection, sent, plan.entries[sent.name], homes)
    for sent in tables:
        _update(connection, sent, plan.entries[sent.name])
    for sent in reversed(tables):
        if referring(sent.name):
            _delete(connection, sent, plan.entries[sent.name])
    _Versions(connection, known, plan).write()


# ---- records ------------------------------------------------------------------------------


def _insert(
    connection: Connection,
    sent: Sent,
    entries: Mapping[int, Entry],
    homes: Mapping[int, Any],
) -> None:
    people = sent.name == "resident"
    versioned = "version" in sent.table.columns
    columns = ["id", *(column for group in sent.fields.values() for column in group)]
    if versioned:
        columns.append("version")
    if people:
        columns.append("home_id")
    rows: list[tuple[Any, ...]] = []
    for row_id in sorted(entries):
        entry = entries[row_id]
        if entry.was_there or not entry.is_there:
            continue
        row: list[Any] = [row_id]
        for name in sent.fields:
            row += entry.row.fields[name].value
        if versioned:
            row.append(1)
        if people:
            home = _column(sent, entry.row, "dwelling_id")
            row.append(home or homes.get(_column(sent, entry.row, "household_id")))
        rows.append(tuple(row))
    _insert_rows(connection, sent.table, columns, rows)


def _insert_rows(
    connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows, hundreds to a statement; many new ones are recorded together.

    Those that come back under the number they had are recorded one by one.
    """
    back: Sequence[tuple[Any, ...]] = ()
    if columns[0] == "id":
        last = connection.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {table.name}").scalar()  # noqa: S608 - our own tables
        some_back = [row for row in rows if row[0] <= last]
        back, rows = some_back, rows[len(some_back) :]  # they are in order
    _insert_some(connection, table, columns, back)
    if len(rows) <= _FEW:
        _insert_some(connection, table, columns, rows)
        return
    with recording_at_once(connection, table) as written:
        written.append(len(rows))
        _insert_some(connection, table, columns, rows)


def _insert_some(
    connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    marks = f"({', '.join('?' * len(columns))})"
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({', '.join(columns)}) "  # noqa: S608 - our own tables
            f"VALUES {', '.join([marks] * len(some))}",
            tuple([value for row in some for value in row]),
        )


def _update(connection: Connection, sent: Sent, entries: Mapping[int, Entry]) -> None:
    counted = ", version = version + 1" if "version" in sent.table.columns else ""
    alike: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    for row_id, entry in entries.items():
        changes = _changes(sent, entry)
        if changes:
            alike.setdefault(tuple(changes), []).append((*changes.values(), row_id))
    for columns, rows in alike.items():
        named = ", ".join(f"{column} = ?" for column in columns)
        connection.exec_driver_sql(
            f"UPDATE {sent.name} SET {named}{counted} WHERE id = ?",  # noqa: S608 - our own tables
            rows,
        )


def _delete(connection: Connection, sent: Sent, entries: Mapping[int, Entry]) -> None:
    rows = [
        (row_id,) for row_id, entry in entries.items() if entry.was_there and not entry.is_there
    ]
    if rows:
        connection.exec_driver_sql(f"DELETE FROM {sent.name} WHERE id = ?", rows)  # noqa: S608 - our own tables


def _make_room(connection: Connection, sent: Sent, entries: Mapping[int, Entry]) -> None:
    """Let go of what only one can have and another one will have, until all are written."""
    if not any(entry.was_there for entry in entries.values()):
        return
    for columns in sent.unique:
        column = columns[-1]
        wanted = {
            sent.key(columns, partial(_column, sent, entry.row)): row_id
            for row_id, entry in entries.items()
            if entry.is_there
        }
        for row_id, entry in entries.items():
            if not entry.was_there or entry.before is None:
                continue
            if not referring(sent.name) and not entry.is_there:
                continue  # it is gone by now
            key = sent.key(columns, partial(_column, sent, entry.before))
            if None in key or wanted.get(key, row_id) == row_id:
                continue
            placeholder: Any = -row_id if column in sent.refers else f"\N{NULL}{row_id}"
            connection.exec_driver_sql(
                f"UPDATE {sent.name} SET {column} = ? WHERE id = ?",  # noqa: S608 - our own tables
                (placeholder, row_id),
            )


def _changes(sent: Sent, entry: Entry) -> dict[str, Any]:
    """Return the columns of a record that stays which will have another value."""
    if not entry.was_there or not entry.is_there or entry.before is None:
        return {}
    found: dict[str, Any] = {}
    lent = _given_way(sent, entry.before, entry.row)
    for name, columns in sent.fields.items():
        before, after = entry.before.fields[name].value, entry.row.fields[name].value
        if before != after or name in lent:
            found |= {
                column: new
                for column, old, new in zip(columns, before, after, strict=True)
                if old != new or column in _unique_columns(sent)
            }
    return found


def _given_way(sent: Sent, before: Row, after: Row) -> frozenset[str]:
    """Return the fields that may hold a placeholder though they stay as they are.

    A record that is over gives way to the one that has the same now (see `_make_room`).
    """
    return frozenset(
        sent.field_of[column]
        for columns in sent.while_open
        if sent.key(columns, partial(_column, sent, before))
        != sent.key(columns, partial(_column, sent, after))
        for column in columns
    )


def _unique_columns(sent: Sent) -> frozenset[str]:
    return frozenset(column for columns in sent.unique for column in columns)


def _column(sent: Sent, row: Row, column: str) -> Any:
    name = sent.field_of[column]
    return row.fields[name].value[sent.fields[name].index(column)]


def _photos_of(plan: Plan) -> set[str]:
    found = set()
    for sent in sent_tables().values():
        if "photo" in sent.columns:
            for entry in plan.entries[sent.name].values():
                if entry.is_there and (digest := _column(sent, entry.row, "photo")) is not None:
                    found.add(str(digest))
    return found


# ---- names and versions -------------------------------------------------------------------


class _Versions:
    """Writes down what the records of a plan are called, and the versions of their fields."""

    def __init__(self, connection: Connection, known: Known, plan: Plan) -> None:
        self._connection = connection
        self._known = known
        self._plan = plan
        self._names: list[tuple[Any, ...]] = []
        self._fields: list[tuple[Any, ...]] = []
        self._called_anew: list[tuple[Any, ...]] = []
        self._fields_anew: list[tuple[Any, ...]] = []
        self._forgotten: list[tuple[Any, ...]] = []

    def write(self) -> None:
        for table, entries in self._plan.entries.items():
            for row_id, entry in entries.items():
                if entry.into is None:
                    self._entry(table, row_id, entry)
                else:
                    self._forget_fields(table, row_id)
        for table, names, row in self._plan.unseen:
            self._called(table, None, names, row.exists, row.gone)
        for sql, rows in (
            (_CALLED_ANEW, self._called_anew),
            (_FORGET, self._forgotten),
            (_FIELD_ANEW, self._fields_anew),
        ):
            if rows:
                self._connection.exec_driver_sql(sql, rows)
        tables = Base.metadata.tables
        for table_name, columns, added in (
            ("exchange_row", _OF_ROW, self._names),
            ("exchange_field", _OF_FIELD, self._fields),
        ):
            _insert_rows(self._connection, tables[table_name], columns, added)

    def _entry(self, table: str, row_id: int, entry: Entry) -> None:
        before = entry.before
        if before is not None and entry.names == set(self._known.names_of(table, row_id)):
            same = before.exists == entry.row.exists and before.gone == entry.row.gone
            if same and _versions_of(before) == _versions_of(entry.row):
                return
        self._called(table, row_id, sorted(entry.names), entry.row.exists, entry.row.gone)
        self._versions(table, row_id, entry.row)

    def _called(
        self,
        table: str,
        row_id: int | None,
        names: Iterable[Name],
        version: Version,
        gone: Version,
    ) -> None:
        texts = (version_text(version), version_text(gone))
        for name in names:
            called = self._known.called(table, name)
            if called is None:
                self._names.append((table, row_id, *name, *texts))
                continue
            if (called.row_id, called.version, called.gone) == (row_id, version, gone):
                continue
            self._called_anew.append((row_id, *texts, table, *name))

    def _versions(self, table: str, row_id: int, row: Row) -> None:
        kept = self._known.field_versions(table, row_id)
        exists = row.exists
        if not kept and all(cell.version is exists for cell in row.fields.values()):
            return  # of most that come for the first time
        for name, cell in row.fields.items():
            version = NEVER if cell.version == exists else cell.version
            before = kept.get(name, NEVER)
            if version == before:
                continue
            if before == NEVER:
                self._fields.append((table, row_id, name, version_text(version)))
            elif version == NEVER:
                self._forget_fields(table, row_id, name)
            else:
                self._fields_anew.append((version_text(version), table, row_id, name))
        if not row.fields and kept:
            self._forget_fields(table, row_id)

    def _forget_fields(self, table: str, row_id: int, name: str | None = None) -> None:
        self._forgotten.append((table, row_id, name))


def _versions_of(row: Row) -> dict[str, Version]:
    return {name: cell.version for name, cell in row.fields.items()}
