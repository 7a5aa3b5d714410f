"""Undo and redo (撤销、恢复): the journal played back, from an entry's last change to its first.

Each change must find its row as the entry left it, and nothing else may change on the way, else
the whole is refused. An undo is recorded like any other change, so a redo is the undo of an undo.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import groupby

from sqlalchemy import Connection, Table
from sqlalchemy.exc import IntegrityError

from linli.domain.accounts import Actor
from linli.domain.changes import Changes
from linli.errors import ConflictError
from linli.storage import redactions
from linli.storage.database import Database
from linli.storage.journal import as_json, columns_of, journaled_tables, key_of

_CHUNK = 20_000
_LAST = 2**63 - 1


def take_back(database: Database, target: int, action: str, actor: Actor, at: datetime) -> Changes:
    """Undo journal entry `target` in a transaction of its own, named `action`.

    Raises:
        ConflictError: a row is not as the entry left it, or other records depend on it; nothing
            was changed.
        StorageProblem: the file cannot be written.
    """
    try:
        with database.writing(action, actor, at) as work:
            if redactions.is_redacted(work.connection, target):
                raise ConflictError(
                    f"「{action}」不能进行：这一步里有已经按规定删除的个人信息，不能再恢复；"
                    "其余内容需要改的，请直接修改。"
                )
            # Rows come back one by one; what refers to what is checked when all are there.
            work.connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            work.connection.exec_driver_sql(
                "UPDATE journal_entry SET undoes = ? WHERE id = ?", (target, work.entry_id)
            )
            expected = play_back(work.connection, target, action)
            made = work.connection.exec_driver_sql(
                "SELECT count(*) FROM journal_change WHERE entry_id = ?", (work.entry_id,)
            ).scalar_one()
            if made != expected:  # a cascade took along what was entered later
                raise _conflict(action)
    except IntegrityError as error:
        raise _conflict(action) from error
    return work.changes


def play_back(connection: Connection, target: int, action: str) -> int:
    """Apply the opposite of each change; return how many there were."""
    count = 0
    for (table, step), changes in groupby(_changes(connection, target), lambda c: c[:2]):
        rows = [{"change": change, "row": row} for _, _, change, row in changes]
        if connection.exec_driver_sql(_opposites()[table][step], rows).rowcount != len(rows):
            raise _conflict(action)
        count += len(rows)
    return count


def _changes(connection: Connection, entry_id: int) -> Iterator[tuple[str, str, int, str]]:
    """Yield (table, step, id, row) of an entry's changes, last first."""
    below = _LAST
    while rows := connection.exec_driver_sql(
        "SELECT table_name, CASE WHEN before IS NULL THEN 'insert' "
        "WHEN after IS NULL THEN 'delete' ELSE 'update' END, id, row_id FROM journal_change "
        "WHERE entry_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
        (entry_id, below, _CHUNK),
    ).all():
        for row in rows:
            yield row[0], row[1], row[2], row[3]
        below = rows[-1][2]


def _conflict(action: str) -> ConflictError:
    return ConflictError(
        f"「{action}」不能进行：有的记录后来又被改过，或者后来登记的内容要用到它。"
        "请核对现在的内容，需要时直接修改。"
    )


def _opposite(table: Table) -> dict[str, str]:
    """SQL that takes back one change, given `:change` and `:row`, if the row is as it was left."""
    name, key, columns = table.name, key_of(table), columns_of(table)
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
            f"WHERE j.id = :change AND {as_left(table)})"
        ),
        "delete": (
            f"INSERT INTO {name} ({', '.join(columns)}) SELECT {', '.join(values)} "  # noqa: S608 - names of our own tables
            "FROM journal_change WHERE id = :change"
        ),
        "update": (
            f"UPDATE {name} SET {', '.join(restored)} FROM journal_change j "  # noqa: S608 - names of our own tables
            f"WHERE {name}.{key} = :row AND j.id = :change AND {as_left(table)}"
        ),
    }


def as_left(table: Table) -> str:
    """SQL: the row has the values that the change left in it.

    A column that the change does not name is not looked at: it did not differ, or came later.
    """
    exact = f"j.after = {as_json(table, table.name)}"  # quick, and true of most inserts
    each = " AND ".join(
        f"(json_type(j.after, '$.{c}') IS NULL "
        f"OR json_extract(j.after, '$.{c}') IS {table.name}.{c})"
        for c in columns_of(table)
    )
    return f"({exact} OR ({each}))"


@cache
def _opposites() -> dict[str, dict[str, str]]:
    """The statements of every table by its name and the step to take back."""
    return {table.name: _opposite(table) for table in journaled_tables()}
