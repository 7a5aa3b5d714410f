"""Founding (建库): filling a ledger in which there is nobody yet, in one step that stays.

What can never be undone needs no way back, so the rows that a founding adds are not written to
the journal one by one, which would double the file. A row of `journal_founding` says which entry
is one; the triggers of the journal look there. The database itself refuses such a row once there
is a person, and to change or drop one. Rows that a founding changes or removes are recorded as
ever, and the audit trail keeps how many rows of each table it added.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from linli.storage.indexes import take_off
from linli.storage.journal_tables import JOURNALED


@dataclass(frozen=True)
class Beginning:
    """What was there before: the rows of each table, and the indexes as they are made."""

    rows: Mapping[str, int]
    indexes: tuple[str, ...]


def begin(connection: Connection, entry_id: int) -> Beginning:
    """Make the open entry a founding; the indexes come off until all rows are there.

    Millions of rows go into an index much sooner when it is made in one go.
    """
    connection.exec_driver_sql("INSERT INTO journal_founding (entry_id) VALUES (?)", (entry_id,))
    rows = _count(connection)
    return Beginning(rows, tuple(sql for name in JOURNALED for sql in take_off(connection, name)))


def finish(connection: Connection, beginning: Beginning) -> dict[str, int]:
    """Make the indexes again; return how many rows of each table were added."""
    for statement in beginning.indexes:
        connection.exec_driver_sql(statement)
    now = _count(connection)
    return {
        name: now[name] - before for name, before in beginning.rows.items() if now[name] > before
    }


def _count(connection: Connection) -> dict[str, int]:
    counts = ", ".join(f"(SELECT count(*) FROM {name})" for name in JOURNALED)  # noqa: S608 - names of our own tables
    return dict(zip(JOURNALED, connection.exec_driver_sql(f"SELECT {counts}").one(), strict=True))
