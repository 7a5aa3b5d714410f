"""What a journal entry did in the end, row by row, and whether its rows are as it left them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from linli.storage.journal import as_json, key_of
from linli.storage.journal_tables import UNRECORDED
from linli.storage.merge_rows import in_the_way, must_differ, tables

Key = tuple[str, str]
"""Table and row."""

ALL: frozenset[str] = frozenset()
"""No columns in particular: the whole row."""

_AT_ONCE = 500


@dataclass
class Net:
    """One row before and after an entry; JSON of the changed columns, or of the whole row.

    `before` is None of a row that the entry brought, `after` of one that it removed.
    """

    table: str
    row: str
    subject: str
    before: str | None
    after: str | None
    last: int

    @property
    def key(self) -> Key:
        """Table and row."""
        return self.table, self.row


@dataclass(frozen=True)
class Trouble:
    """Why a row cannot be taken back: what changed (`columns`) in which row (`key`)."""

    net: Net
    key: Key
    columns: frozenset[str]
    words: str


def net_changes(connection: Connection, entry_id: int) -> dict[Key, Net]:
    """Return what an entry did to each row in the end, in the order of its last changes."""
    found: dict[Key, Net] = {}
    rows = connection.exec_driver_sql(
        "SELECT id, table_name, row_id, subject, before, after FROM journal_change "
        "WHERE entry_id = ? ORDER BY id",
        (entry_id,),
    )
    for row in rows:
        key = (row.table_name, row.row_id)
        earlier = found.pop(key, None)
        net = Net(row.table_name, row.row_id, row.subject, row.before, row.after, row.id)
        if earlier is not None:
            net = _joined(earlier, net)
        if net.before is not None or net.after is not None:
            found[key] = net
    return found


def _joined(first: Net, second: Net) -> Net:
    before, after = first.before, second.after
    if first.before is not None and second.before is not None:
        before = json.dumps(json.loads(second.before) | json.loads(first.before))
    if first.after is not None and second.after is not None:
        after = json.dumps(json.loads(first.after) | json.loads(second.after))
    return Net(second.table, second.row, second.subject, before, after, second.last)


def troubles(connection: Connection, nets: dict[Key, Net]) -> list[Trouble]:
    """Return which rows an entry's undo could not put back, and why."""
    found: list[Trouble] = []
    for name, some in _by_table(nets.values()).items():
        table = tables()[name]
        for chunk in _chunks(some):
            found += _not_as_left(connection, table, chunk)
    found += _still_used(connection, nets, {trouble.net.key for trouble in found})
    return found


def _not_as_left(connection: Connection, table: Table, nets: Sequence[Net]) -> Iterator[Trouble]:
    now = current(connection, table, [net.row for net in nets])
    for net in nets:
        row = now.get(net.row)
        if net.after is None:
            if row is not None:
                yield Trouble(net, net.key, ALL, "又有了同一条登记")
            continue
        if row is None:
            yield Trouble(net, net.key, ALL, "后来删除了")
            continue
        left = json.loads(net.after)
        differs = frozenset(c for c in left if c in row and row[c] != left[c])
        if differs:
            yield Trouble(net, net.key, differs, "后来改过")


def _still_used(
    connection: Connection, nets: dict[Key, Net], failing: set[Key]
) -> Iterator[Trouble]:
    """Yield rows that others refer to, that lack what they refer to, or whose place is taken."""
    for net, child, row, column in _users(
        connection, [net for net in nets.values() if net.before is None]
    ):
        key = (child, row)
        if key not in nets or key in failing:
            yield Trouble(net, key, frozenset({column}), "后来的登记要用到它")
    for net in nets.values():
        if net.before is not None and net.key not in failing:
            yield from _lacking(connection, nets, net)
            yield from _taken(connection, nets, net)


def _users(connection: Connection, nets: Iterable[Net]) -> Iterator[tuple[Net, str, str, str]]:
    """Yield (row, table, key, column) of what refers to rows."""
    rows = {name: {net.row: net for net in some} for name, some in _by_table(nets).items()}
    for child in tables().values():
        for column, parent in references(child):
            for chunk in _chunks(list(rows.get(parent, ()))):
                for row, value in _referring(connection, child, column, chunk):
                    yield rows[parent][value], child.name, row, column


def _lacking(connection: Connection, nets: dict[Key, Net], net: Net) -> Iterator[Trouble]:
    values = json.loads(net.before or "{}")
    for column, parent in references(tables()[net.table]):
        value = values.get(column)
        if value is None or _is_there(connection, parent, value):
            continue
        key = (parent, str(value))
        if key not in nets or nets[key].after is not None:
            yield Trouble(net, key, ALL, "它所属的登记后来删除了")


def _taken(connection: Connection, nets: dict[Key, Net], net: Net) -> Iterator[Trouble]:
    table, values = tables()[net.table], json.loads(net.before or "{}")
    if net.after is not None and must_differ(table).isdisjoint(values):
        return
    full = current(connection, table, [net.row]).get(net.row, {}) | values
    for other in in_the_way(connection, table, full):
        key = (net.table, str(other[key_of(table)]))
        if key not in nets:
            yield Trouble(net, key, ALL, "编号或内容后来另有使用")


def dangles(connection: Connection, entry_id: int) -> bool:
    """Whether an entry left a row that refers to one that is not there."""
    nets = net_changes(connection, entry_id).values()
    gone = [net for net in nets if net.after is None]
    if any(True for _ in _users(connection, gone)):
        return True
    return any(
        value is not None and not _is_there(connection, parent, value)
        for net in nets
        if net.after is not None
        for values in [json.loads(net.after)]
        for column, parent in references(tables()[net.table])
        for value in [values.get(column)]
    )


def references(table: Table) -> list[tuple[str, str]]:
    """Return the columns of a table that refer to rows of journaled tables, and to which."""
    return [
        (key.parent.name, key.column.table.name)
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
        if key.column.table.name in tables() and key.parent.name not in UNRECORDED
    ]


def current(connection: Connection, table: Table, rows: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return rows as they are now, by key; what is gone is left out."""
    marks = ", ".join("?" * len(rows))
    key = key_of(table)
    found = connection.exec_driver_sql(
        f"SELECT {key}, {as_json(table, table.name)} FROM {table.name} WHERE {key} IN ({marks})",  # noqa: S608 - names of our own tables
        tuple(rows),
    )
    return {str(row[0]): json.loads(row[1]) for row in found}


def _referring(
    connection: Connection, child: Table, column: str, rows: Sequence[str]
) -> Iterator[tuple[str, str]]:
    marks = ", ".join("?" * len(rows))
    found = connection.exec_driver_sql(
        f"SELECT {key_of(child)}, {column} FROM {child.name} WHERE {column} IN ({marks})",  # noqa: S608 - names of our own tables
        tuple(rows),
    )
    for row in found:
        yield str(row[0]), str(row[1])


def _is_there(connection: Connection, table: str, value: object) -> bool:
    found = connection.exec_driver_sql(
        f"SELECT 1 FROM {table} WHERE {key_of(tables()[table])} = ?",  # noqa: S608 - names of our own tables
        (value,),
    )
    return found.first() is not None


def _by_table(nets: Iterable[Net]) -> dict[str, list[Net]]:
    found: dict[str, list[Net]] = {}
    for net in nets:
        found.setdefault(net.table, []).append(net)
    return found


def _chunks(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]
