"""The undo journal (后悔药): triggers record every row before and after.

Triggers, not session events: nothing can pass them by, be it a record, a bulk insert or a
cascade. A write outside an open entry is refused. Of an update only the fields that differ are
kept. `undo` plays the journal back. Only the rows that a founding adds go unrecorded (`founding`).
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from linli.domain.accounts import Actor
from linli.domain.changes import Changes, Kind
from linli.storage import redactions
from linli.storage.journal_tables import JOURNALED, KINDS, OWNER, UNRECORDED
from linli.storage.times import stored

if TYPE_CHECKING:  # most transactions need the triggers, not what makes them
    from sqlalchemy import Table

_UNLESS_FOUNDING = {
    "insert": " WHERE entry_id NOT IN (SELECT entry_id FROM journal_founding)",
    "update": "",
    "delete": "",
}
_INTO_JOURNAL = "INSERT INTO journal_change (entry_id, table_name, row_id, subject, before, after)"
_RECORDED_AT_ONCE = 10_000
"""Ids of one statement: while it runs SQLite keeps a copy in memory of each page it writes out."""
_APPEND_ONLY = ("audit_event", "journal_change", "journal_founding", "notice_file", "case_volume")


def open_entry(
    connection: Connection,
    action: str,
    actor: Actor,
    at: datetime,
    *,
    undoable: bool,
) -> int:
    """Begin an undo step; from here to `close_entry` the journaled tables can be written."""
    entry_id = connection.exec_driver_sql(
        "INSERT INTO journal_entry (at, account_id, account, action, undoable) "
        "VALUES (?, ?, ?, ?, ?) RETURNING id",
        (stored(at), actor.account_id, actor.name, action, int(undoable)),
    ).scalar_one()
    connection.exec_driver_sql("INSERT INTO journal_open (id, entry_id) VALUES (1, ?)", (entry_id,))
    return int(entry_id)


def close_entry(
    connection: Connection, entry_id: int, unrecorded: Iterable[str] | None = None
) -> Changes:
    """End an undo step; one that changed nothing is dropped.

    Args:
        connection: the transaction's connection.
        entry_id: the entry.
        unrecorded: the tables to which a founding added rows; None of any other entry.
    """
    connection.exec_driver_sql("DELETE FROM journal_open")
    tables = connection.exec_driver_sql(
        "SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?", (entry_id,)
    ).scalars()
    changed = (*tables, *(unrecorded or ()))
    kinds = frozenset(KINDS.get(table, Kind.RESIDENTS) for table in changed)
    if not kinds and unrecorded is None:
        connection.exec_driver_sql("DELETE FROM journal_entry WHERE id = ?", (entry_id,))
        return Changes()
    return Changes(kinds=kinds, entry_id=entry_id)


def key_of(table: "Table") -> str:
    """Return the column that tells rows apart."""
    (column,) = table.primary_key.columns
    return column.name


def columns_of(table: "Table") -> list[str]:
    """Return the columns that the journal records."""
    return [column.name for column in table.columns if column.name not in UNRECORDED]


def as_json(table: "Table", row: str) -> str:
    """Return SQL for a row as the journal keeps it; `row` is OLD, NEW or the table's name."""
    fields = ", ".join(f"'{c}', {row}.{c}" for c in columns_of(table))
    return f"json_object({fields})"


def journaled_tables() -> "Iterable[Table]":
    """Return the tables whose every change is recorded."""
    from linli.storage.all_records import METADATA

    return (METADATA.tables[name] for name in JOURNALED)


def every_table() -> "Sequence[Table]":
    """Return all tables of a ledger, what is referred to before what refers to it."""
    from linli.storage.all_records import METADATA

    return METADATA.sorted_tables


def trigger_statements() -> dict[str, str]:
    """Return the triggers by name: the journal's three per table, and the append-only guards."""
    found: dict[str, str] = {}
    for table in journaled_tables():
        found |= _journal_triggers(table)
    for name in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            trigger = f"keep_{name}_{verb.lower()}"
            found[trigger] = (
                f"CREATE TRIGGER {trigger} BEFORE {verb} ON {name} BEGIN "
                f"SELECT RAISE(ABORT, '{name} is append-only'); END"
            )
    found |= redactions.guards()  # which know one case in which a line may change
    found["journal_founding_insert"] = (
        "CREATE TRIGGER journal_founding_insert BEFORE INSERT ON journal_founding BEGIN "
        "SELECT RAISE(ABORT, 'a ledger with people is not founded again') "
        "WHERE EXISTS (SELECT 1 FROM resident); END"
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


@contextmanager
def recording_at_once(connection: Connection, table: "Table") -> Iterator[list[int]]:
    """Record the rows that are inserted inside together, when all are there.

    The trigger of inserts is off meanwhile, in this transaction alone; what it would have written
    row by row one statement writes in a third of the time. Without an open entry the trigger stays,
    and refuses them.

    Yields:
        A list to which the number of rows of each statement is to be added.

    Raises:
        ValueError: a row lies below the last id, so that it is not told from those before.
    """
    written: list[int] = []
    entry = connection.exec_driver_sql(
        "SELECT entry_id IN (SELECT entry_id FROM journal_founding) FROM journal_open"
    ).first()
    if entry is None or table.name not in JOURNALED:
        yield written
        return
    name, key = table.name, key_of(table)
    trigger = f"journal_{name}_insert"
    last = connection.exec_driver_sql(f"SELECT max({key}) FROM {name}").scalar()  # noqa: S608 - our own
    connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
    yield written
    (is_founding,) = entry
    if not is_founding:
        change = _recorded(table, name, "NULL", as_json(table, name))
        statement = (
            f"{_INTO_JOURNAL} SELECT entry_id, {change} FROM journal_open JOIN {name} "  # noqa: S608 - names of our own tables
            f"WHERE {name}.{key} BETWEEN ? AND ? ORDER BY {name}.{key}"
        )
        first = (last or 0) + 1
        end = connection.exec_driver_sql(f"SELECT max({key}) FROM {name}").scalar() or 0  # noqa: S608 - our own
        recorded = sum(
            connection.exec_driver_sql(statement, (start, start + _RECORDED_AT_ONCE - 1)).rowcount
            for start in range(first, end + 1, _RECORDED_AT_ONCE)
        )
        if recorded != sum(written):
            raise ValueError(f"rows of {name} lie below its last id")
    connection.exec_driver_sql(_journal_triggers(table)[trigger])


def _journal_triggers(table: "Table") -> dict[str, str]:
    name, columns = table.name, columns_of(table)
    differs = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in columns)
    same = ", ".join(f"iif(OLD.{c} IS NEW.{c}, '$.{c}', '$.-')" for c in columns)
    old, new = as_json(table, "OLD"), as_json(table, "NEW")
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
            f"{_INTO_JOURNAL} SELECT entry_id, {_recorded(table, row, before, after)} "
            f"FROM journal_open{_UNLESS_FOUNDING[verb]}; END"
        )
        for verb, (when, row, before, after) in steps.items()
    }


def _recorded(table: "Table", row: str, before: str, after: str) -> str:
    """Return SQL for what the journal keeps of a change to `row`, beside the entry."""
    subject = _subject(table, row)
    return f"'{table.name}', {row}.{key_of(table)}, {subject}, {before}, {after}"


def _subject(table: "Table", row: str) -> str:
    owner, column = OWNER.get(table.name, (table.name, key_of(table)))
    return f"'{owner}/' || {row}.{column}"
