"""The undo journal (后悔药): triggers record every row before and after; undo plays them back.

Triggers, not session events: nothing can pass them by, be it a record, a bulk insert or a
cascade. A write outside an open entry is refused. Of an update only the fields that differ are
kept. Undo goes through an entry's changes from last to first; each must find its row as the
entry left it. An undo is recorded like any other change, so a redo is the undo of an undo.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, Table
from sqlalchemy.exc import IntegrityError

from linli.domain.accounts import Actor
from linli.domain.changes import Changes, Kind
from linli.errors import ConflictError
from linli.storage.schema import JOURNALED, Base
from linli.storage.times import stored

UNRECORDED = frozenset({"version", "home_id"})
"""Columns the journal leaves out: undo counts `version` on, `derived.refresh` finds `home_id`."""

OWNER = {
    "grid_building": ("grid", "grid_id"),
    "grid_officer": ("grid", "grid_id"),
    "identity_document": ("resident", "resident_id"),
    "phone": ("resident", "resident_id"),
    "resident_tag": ("resident", "resident_id"),
    "floating_stay": ("resident", "resident_id"),
    "rental": ("dwelling", "dwelling_id"),
    "tenancy": ("rental", "rental_id"),
    "card_issue": ("card", "card_id"),
}
"""The record that a row is part of, and the column that says which: the change's subject."""

_KINDS = {
    "account": Kind.ACCOUNTS,
    "setting": Kind.SETTINGS,
    "grid": Kind.GRIDS,
    "grid_building": Kind.GRIDS,
    "grid_officer": Kind.GRIDS,
    "dwelling": Kind.DWELLINGS,
    "rental": Kind.DWELLINGS,
    "tenancy": Kind.DWELLINGS,
    "household": Kind.HOUSEHOLDS,
    "card": Kind.CARDS,
    "card_issue": Kind.CARDS,
}

_APPEND_ONLY = ("audit_event", "journal_change")
_CHUNK = 20_000

_CONFLICT = "有一条记录后来又被改过，「{action}」不能撤销。请先核对现在的内容，需要时直接修改它。"


def open_entry(
    connection: Connection,
    action: str,
    actor: Actor,
    at: datetime,
    *,
    undoable: bool = True,
) -> int:
    """Begin an undo step; from here to `close_entry` the journaled tables can be written."""
    entry_id = connection.exec_driver_sql(
        "INSERT INTO journal_entry (at, account_id, account, action, undoable) "
        "VALUES (?, ?, ?, ?, ?) RETURNING id",
        (stored(at), actor.account_id, actor.name, action, int(undoable)),
    ).scalar_one()
    connection.exec_driver_sql("INSERT INTO journal_open (id, entry_id) VALUES (1, ?)", (entry_id,))
    return int(entry_id)


def close_entry(connection: Connection, entry_id: int) -> Changes:
    """End an undo step; one that changed nothing is dropped."""
    connection.exec_driver_sql("DELETE FROM journal_open")
    tables = connection.exec_driver_sql(
        "SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?", (entry_id,)
    ).scalars()
    kinds = frozenset(_KINDS.get(table, Kind.RESIDENTS) for table in tables)
    if not kinds:
        connection.exec_driver_sql("DELETE FROM journal_entry WHERE id = ?", (entry_id,))
        return Changes()
    return Changes(kinds=kinds, entry_id=entry_id)


def take_back(connection: Connection, target: int, entry_id: int) -> None:
    """Undo entry `target` as part of the open entry `entry_id`.

    Raises:
        ConflictError: a row is not as the entry left it, or other records depend on it; the
            caller's transaction must be rolled back.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    connection.exec_driver_sql(
        "UPDATE journal_entry SET undoes = ? WHERE id = ?", (target, entry_id)
    )
    expected = 0
    try:
        for (table, step), changes in groupby(_changes(connection, target), lambda c: c[:2]):
            sql = _REVERSE[table][step]
            rows = [{"change": change, "row": row} for _, _, change, row in changes]
            done = connection.exec_driver_sql(sql, rows).rowcount
            expected += len(rows)
            if done != len(rows):
                raise _conflict(connection, target)
    except IntegrityError as error:
        raise _conflict(connection, target) from error
    made = connection.exec_driver_sql(
        "SELECT count(*) FROM journal_change WHERE entry_id = ?", (entry_id,)
    ).scalar_one()
    if made != expected or connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise _conflict(connection, target)


def _changes(connection: Connection, entry_id: int) -> Iterator[tuple[str, str, int, str]]:
    """Yield (table, step, id, row) of an entry's changes, last first."""
    below = None
    while True:
        rows = connection.exec_driver_sql(
            "SELECT table_name, CASE WHEN before IS NULL THEN 'insert' "
            "WHEN after IS NULL THEN 'delete' ELSE 'update' END, id, row_id FROM journal_change "
            "WHERE entry_id = ? AND (? IS NULL OR id < ?) ORDER BY id DESC LIMIT ?",
            (entry_id, below, below, _CHUNK),
        ).all()
        if not rows:
            return
        for row in rows:
            yield tuple(row)
        below = rows[-1][2]


def _conflict(connection: Connection, target: int) -> ConflictError:
    action = connection.exec_driver_sql(
        "SELECT action FROM journal_entry WHERE id = ?", (target,)
    ).scalar_one()
    return ConflictError(_CONFLICT.format(action=action))


# ---- SQL made from the tables ---------------------------------------------------------------


def _key(table: Table) -> str:
    (column,) = table.primary_key.columns
    return column.name


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name not in UNRECORDED]


def _as_found(table: Table, json: str) -> str:
    """SQL: the row has the values that `json` names."""
    exact = f"{json} = {_object(table, f'{table.name}.')}"
    each = " AND ".join(
        f"(json_type({json}, '$.{c}') IS NULL OR json_extract({json}, '$.{c}') IS {table.name}.{c})"
        for c in _columns(table)
    )
    return f"({exact} OR ({each}))"


def _object(table: Table, prefix: str) -> str:
    fields = ", ".join(f"'{c}', {prefix}{c}" for c in _columns(table))
    return f"json_object({fields})"


def _reverse(table: Table) -> dict[str, str]:
    """SQL that takes back one change, given `:change` and `:row`, if the row is as it was left."""
    name, key, columns = table.name, _key(table), _columns(table)
    here = f"{name}.{key} = :row AND j.id = :change"
    restored = [
        f"{c} = iif(json_type(j.before, '$.{c}') IS NULL, {name}.{c}, "
        f"json_extract(j.before, '$.{c}'))"
        for c in columns
        if c != key
    ]
    values = [f"json_extract(before, '$.{c}')" for c in columns]
    if "version" in table.columns:
        restored.append(f"version = {name}.version + 1")
        columns.append("version")
        values.append("1")
    return {
        "insert": (
            f"DELETE FROM {name} WHERE {key} = :row AND EXISTS (SELECT 1 FROM journal_change j "  # noqa: S608 - names of our own tables
            f"WHERE j.id = :change AND {_as_found(table, 'j.after')})"
        ),
        "delete": (
            f"INSERT INTO {name} ({', '.join(columns)}) SELECT {', '.join(values)} "  # noqa: S608 - names of our own tables
            "FROM journal_change WHERE id = :change"
        ),
        "update": (
            f"UPDATE {name} SET {', '.join(restored)} FROM journal_change j "  # noqa: S608 - names of our own tables
            f"WHERE {here} AND {_as_found(table, 'j.after')}"
        ),
    }


def _tables() -> Iterable[Table]:
    return (Base.metadata.tables[name] for name in JOURNALED)


_REVERSE = {table.name: _reverse(table) for table in _tables()}


def trigger_statements() -> dict[str, str]:
    """Return the triggers by name: the journal's three per table, and the append-only guards."""
    found = {}
    for table in _tables():
        found |= _journal_triggers(table)
    for name in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            trigger = f"keep_{name}_{verb.lower()}"
            found[trigger] = (
                f"CREATE TRIGGER {trigger} BEFORE {verb} ON {name} BEGIN "
                f"SELECT RAISE(ABORT, '{name} is append-only'); END"
            )
    return found


def install_triggers(connection: Connection) -> None:
    """Create all triggers anew; to be called after the tables were made or changed."""
    for name, sql in trigger_statements().items():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(sql)


def triggers_complete(connection: Connection) -> bool:
    """Whether all triggers are there, as they were made."""
    found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {row.name: row.sql for row in found} == trigger_statements()


def _journal_triggers(table: Table) -> dict[str, str]:
    name, columns = table.name, _columns(table)
    differs = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in columns)
    same = ", ".join(f"iif(OLD.{c} IS NEW.{c}, '$.{c}', '$.-')" for c in columns)
    old, new = _object(table, "OLD."), _object(table, "NEW.")
    steps = {
        "insert": ("", "NEW", "NULL", new),
        "update": (
            f" WHEN {differs}",
            "NEW",
            f"json_remove({old}, {same})",
            f"json_remove({new}, {same})",
        ),
        "delete": ("", "OLD", old, "NULL"),
    }
    return {
        f"journal_{name}_{verb}": (
            f"CREATE TRIGGER journal_{name}_{verb} AFTER {verb.upper()} ON {name}{when} BEGIN "  # noqa: S608 - names of our own tables
            f"SELECT RAISE(ABORT, '{name} is written only inside an entry') "
            "WHERE NOT EXISTS (SELECT 1 FROM journal_open); "
            "INSERT INTO journal_change "
            "(entry_id, table_name, row_id, subject, before, after) "
            f"SELECT entry_id, '{name}', {row}.{_key(table)}, {_subject(table, row)}, "
            f"{before}, {after} FROM journal_open; END"
        )
        for verb, (when, row, before, after) in steps.items()
    }


def _subject(table: Table, row: str) -> str:
    owner, column = OWNER.get(table.name, (table.name, _key(table)))
    return f"'{owner}/' || {row}.{column}"
