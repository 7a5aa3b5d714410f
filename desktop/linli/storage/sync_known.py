"""What this ledger knows: its records with the versions of their fields, and what they are called.

All is read from `main`, past the views that hide sensitive tags from some (see `sight`): a file
that left them out would remove them elsewhere.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from linli.domain.exchange_rows import Cell, Row
from linli.domain.exchange_versions import (
    NEVER,
    Version,
    changed,
    covers,
    join,
    version_from,
)
from linli.storage.sync_clock import Clock, Moment, RowHistory
from linli.storage.sync_identity import Own
from linli.storage.sync_tables import Sent

Name = tuple[str, int]
"""What all machines call a record: the life in which it was entered, and its number there."""

_AT_ONCE = 5_000
_NONE: Mapping[str, Version] = {}


@dataclass(slots=True)
class Called:
    """A name of a record, with what is kept beside it."""

    name: Name
    row_id: int | None
    version: Version
    gone: Version


@dataclass(slots=True)
class _Names:
    by_name: dict[Name, Called] = field(default_factory=dict)
    by_row: dict[int, list[Called]] = field(default_factory=dict)
    fields: dict[int, dict[str, Version]] = field(default_factory=dict)


@dataclass(slots=True)
class State:
    """A record as it is here."""

    row_id: int
    names: tuple[Name, ...]
    row: Row


class Known:
    """Reads records with their versions. Make a new one after writing."""

    def __init__(self, connection: Connection, own: Own) -> None:
        self.connection = connection
        self.own = own
        self.clock = Clock(connection, own)
        self._founding = self.clock.founding()
        self._names: dict[str, _Names] = {}
        self._ids: dict[str, frozenset[int]] = {}
        self._last: dict[str, int] = {}
        self._lives = {life.machine for life in own.lives}

    # ---- names ----

    def names_of(self, table: str, row_id: int) -> tuple[Name, ...]:
        """Return what a record of this ledger is called; the least name first."""
        called = self._of(table).by_row.get(row_id)
        if called:
            return tuple(sorted(each.name for each in called))
        return ((self.own.life_of_row(table, row_id), row_id),)

    def find(self, table: str, name: Name) -> int | None:
        """Return the id that a named record has or had here, None if it is not known."""
        called = self._of(table).by_name.get(name)
        if called is not None:
            return called.row_id
        machine, number = name
        if machine not in self._lives or number in self._of(table).by_row:
            return None
        if self.own.life_of_row(table, number) != machine or number > self.last_id(table):
            return None  # entered in a life whose end this ledger has not seen
        return number

    def called(self, table: str, name: Name) -> Called | None:
        """Return what is kept of a name, if anything is."""
        return self._of(table).by_name.get(name)

    def all_called(self, table: str, row_id: int) -> list[Called]:
        """Return what is kept of a record's names; nothing of one that never met another."""
        return self._of(table).by_row.get(row_id, [])

    def never_here(self, table: str) -> Iterator[Called]:
        """Yield the names of records that were removed elsewhere before they came here."""
        return (each for each in self._of(table).by_name.values() if each.row_id is None)

    def field_versions(self, table: str, row_id: int) -> Mapping[str, Version]:
        """Return the versions that are kept of a record's fields."""
        return self._of(table).fields.get(row_id, _NONE)

    def last_id(self, table: str) -> int:
        """Return the highest number a record of a table was ever given here."""
        if table not in self._last:
            last = self.connection.exec_driver_sql(
                "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
            ).scalar()
            self._last[table] = int(last or 0)
        return self._last[table]

    # ---- records ----

    def ids(self, table: str) -> frozenset[int]:
        """Return the ids of the records that are there."""
        if table not in self._ids:
            found = self.connection.exec_driver_sql(f"SELECT id FROM main.{table}")  # noqa: S608 - our own tables
            self._ids[table] = frozenset(found.scalars())
        return self._ids[table]

    def states(self, sent: Sent, wanted: Collection[int] | None = None) -> Iterator[State]:
        """Yield records that are there, in order of id; all if none are named."""
        for row_id, values in self.rows(sent, wanted):
            row = self._row(sent, row_id, values, self.clock.history(sent.name, row_id))
            yield State(row_id, self.names_of(sent.name, row_id), row)

    def rows(
        self, sent: Sent, wanted: Collection[int] | None = None
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield (id, values by column) of records that are there, in order of id."""
        named = ", ".join(("id", *sent.columns))
        sql = f"SELECT {named} FROM main.{sent.name}"  # noqa: S608 - our own tables
        for some in _parts(wanted):
            ids = "" if some is None else f" WHERE id IN ({', '.join(map(str, some))})"
            cursor = self.connection.connection.cursor()
            cursor.execute(f"{sql}{ids} ORDER BY id")
            while rows := cursor.fetchmany(_AT_ONCE):
                for row in rows:
                    yield row[0], dict(zip(sent.columns, row[1:], strict=True))

    def removed(self, sent: Sent, wanted: Collection[int] | None = None) -> Iterator[State]:
        """Yield records that were here and are no more, without their fields."""
        there = self.ids(sent.name)
        ids = {*self.clock.removed(sent.name), *self._of(sent.name).by_row}
        if wanted is not None:
            ids &= set(wanted)
        for row_id in sorted(ids - there):
            row = self._gone(sent, row_id, self.clock.history(sent.name, row_id))
            yield State(row_id, self.names_of(sent.name, row_id), row)

    # ---- inside ----

    def _row(
        self, sent: Sent, row_id: int, values: Mapping[str, Any], history: RowHistory | None
    ) -> Row:
        base, gone, kept = self._kept(sent.name, row_id, history)
        back = None if history is None else history.back
        if back is not None and not covers(base, (back,)):  # so all of it was said anew
            base, gone = self._removed(base, gone, kept, (history and history.gone) or back)
            base, kept = changed(join(base, gone), *back), _NONE
        cells = {}
        changes = history.fields if history is not None else {}
        erased = None if history is None else history.erased
        for name, columns in sent.fields.items():
            version = kept.get(name, base)
            if erased is not None:  # which fields it concerned cannot be known any more
                version = changed(version, *erased)
            if changes:
                for column in columns:
                    if column in changes:
                        version = changed(version, *changes[column])
            cells[name] = Cell(tuple([values[column] for column in columns]), version)
        return Row(cells, base, gone)

    def _gone(self, sent: Sent, row_id: int, history: RowHistory | None) -> Row:
        base, gone, kept = self._kept(sent.name, row_id, history)
        moment = None if history is None else history.gone or history.erased
        if moment is not None and not covers(gone, (moment,)):
            base, gone = self._removed(base, gone, kept, moment)
        return Row({}, base, gone)

    def _removed(
        self, base: Version, gone: Version, kept: Mapping[str, Version], moment: Moment
    ) -> tuple[Version, Version]:
        """Return the versions of a record that was removed having seen all of it."""
        for version in kept.values():
            base = join(base, version)
        return base, changed(join(base, gone), *moment)

    def _kept(
        self, table: str, row_id: int, history: RowHistory | None
    ) -> tuple[Version, Version, Mapping[str, Version]]:
        """Return the versions of a record as of its last meeting, else as of its entry."""
        names = self._of(table)
        called = names.by_row.get(row_id)
        if not called:
            born = self._founding if history is None else history.born or self._founding
            return (born,), NEVER, _NONE
        version, gone = NEVER, NEVER
        for each in called:
            version, gone = join(version, each.version), join(gone, each.gone)
        return version, gone, names.fields.get(row_id, _NONE)

    def _of(self, table: str) -> _Names:
        found = self._names.get(table)
        if found is None:
            found = self._names[table] = self._read(table)
        return found

    def _read(self, table: str) -> _Names:
        names = _Names()
        for row_id, machine, number, version, gone in self.connection.exec_driver_sql(
            "SELECT row_id, machine, number, version, gone FROM exchange_row WHERE table_name = ?",
            (table,),
        ):
            each = Called((machine, number), row_id, version_from(version), version_from(gone))
            names.by_name[each.name] = each
            if row_id is not None:
                names.by_row.setdefault(row_id, []).append(each)
        for row_id, name, version in self.connection.exec_driver_sql(
            "SELECT row_id, field, version FROM exchange_field WHERE table_name = ?", (table,)
        ):
            names.fields.setdefault(row_id, {})[name] = version_from(version)
        return names


def _parts(wanted: Iterable[int] | None) -> Iterator[list[int] | None]:
    if wanted is None:
        yield None
        return
    ids = sorted(wanted)
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
