"""What an erasure takes out of the journal and the audit trail (see `redactions`)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from linli.storage.erasure_traces import OTHER_CAPACITY, Traces, id_list, without
from linli.storage.journal import journaled_tables

_ROWS_AT_ONCE = 2_000


@dataclass(frozen=True)
class Rewritten:
    """The journal entries and the lines of the trail that are not what they were."""

    entries: tuple[int, ...]
    events: tuple[int, ...]


def redact(
    connection: Connection,
    ids: Sequence[int],
    traces: Traces,
    *,
    rows: Iterable[tuple[str, str]],
    texts: Iterable[tuple[str, str]],
    own_entry: int,
) -> Rewritten:
    """Take out of journal and trail what names the person.

    Args:
        connection: the erasure's transaction, the erasure being open.
        ids: the person's records.
        traces: their names and numbers.
        rows: (table, row) of what was removed or written over.
        texts: (table, row) of what named the person in a text that meant them.
        own_entry: the entry of the erasure, whose event is not written yet.
    """
    about = _about(connection, ids)
    about |= _naming(connection, traces, set(rows) | set(texts))
    entries = _empty(connection, about)
    renamed = _rename_entries(connection, traces, entries)
    events = _rewrite_events(connection, ids, traces, entries | renamed)
    return Rewritten(
        entries=tuple(sorted((entries | renamed) - {own_entry})), events=tuple(sorted(events))
    )


def redact_row(connection: Connection, table: str, row_id: int, *, own_entry: int) -> Rewritten:
    """Take out of the journal whatever a row said."""
    changes = connection.exec_driver_sql(
        "SELECT id FROM journal_change WHERE table_name = ? AND row_id = ?", (table, str(row_id))
    ).scalars()
    entries = _empty(connection, set(changes))
    return Rewritten(entries=tuple(sorted(entries - {own_entry})), events=())


def _empty(connection: Connection, changes: set[int]) -> set[int]:
    """Empty changes of the journal; return the steps, which cannot be undone from now on."""
    entries: set[int] = set()
    for start in range(0, len(changes), _ROWS_AT_ONCE):
        some = id_list(sorted(changes)[start : start + _ROWS_AT_ONCE])
        entries |= set(
            connection.exec_driver_sql(
                f"UPDATE journal_change SET before = NULL, after = NULL WHERE id IN {some} "  # noqa: S608 - ids
                "RETURNING entry_id"
            ).scalars()
        )
    connection.exec_driver_sql(
        f"UPDATE journal_entry SET undoable = 0 WHERE id IN {id_list(entries)}"  # noqa: S608 - ids
    )
    return entries


def _about(connection: Connection, ids: Sequence[int]) -> set[int]:
    """Return the changes of the person's records and of rows that referred to them."""
    subjects, some = json.dumps([f"resident/{number}" for number in ids]), id_list(ids)
    found = set(
        connection.exec_driver_sql(
            "SELECT id FROM journal_change WHERE subject IN (SELECT value FROM json_each(?))",
            (subjects,),
        ).scalars()
    )
    links = [
        f"table_name = '{table.name}' AND (json_extract(before, '$.{column.name}') IN {some} "
        f"OR json_extract(after, '$.{column.name}') IN {some})"
        for table in journaled_tables()
        for column in table.columns
        if any(key.column.table.name == "resident" for key in column.foreign_keys)
    ]
    found |= set(
        connection.exec_driver_sql(
            f"SELECT id FROM journal_change WHERE {' OR '.join(links)}"  # noqa: S608 - names of our own tables and ids
        ).scalars()
    )
    return found


def _naming(connection: Connection, traces: Traces, rows: set[tuple[str, str]]) -> set[int]:
    """Return the changes that hold a name or number of the person.

    Of somebody whose name others share only those of rows that meant this person.
    """
    found = set()
    wanted = json.dumps(list(traces.all), ensure_ascii=False)
    for change_id, table, row_id, before, after in connection.exec_driver_sql(
        "SELECT id, table_name, row_id, before, after FROM journal_change WHERE EXISTS ("
        "SELECT 1 FROM json_each(?) j WHERE instr(coalesce(before, '') || coalesce(after, ''), "
        "j.value) > 0)",
        (wanted,),
    ):
        text = f"{before or ''}{after or ''}"
        theirs = table not in OTHER_CAPACITY and traces.is_surely_in(text)
        if theirs or (table, row_id) in rows:
            found.add(change_id)
    return found


def _rename_entries(connection: Connection, traces: Traces, entries: set[int]) -> set[int]:
    """Take the person's name out of the names of steps; return whose it was."""
    found = set()
    for number, action in connection.exec_driver_sql("SELECT id, action FROM journal_entry").all():
        said = without(action, traces.all if number in entries else traces.sure)
        if said != action:
            connection.exec_driver_sql(
                "UPDATE journal_entry SET action = ? WHERE id = ?", (said, number)
            )
            found.add(number)
    return found


def _rewrite_events(
    connection: Connection, ids: Sequence[int], traces: Traces, entries: set[int]
) -> set[int]:
    """Take the person's name and numbers out of the trail; return the lines that changed."""
    subjects = {f"resident/{number}" for number in ids}
    wanted = json.dumps(list(traces.all), ensure_ascii=False)
    found = set()
    for number, action, subject, detail, entry_id in connection.exec_driver_sql(
        "SELECT id, action, subject, detail, entry_id FROM audit_event WHERE EXISTS ("
        "SELECT 1 FROM json_each(?) j "
        "WHERE instr(action || ' ' || subject || ' ' || detail, j.value) > 0)",
        (wanted,),
    ).all():
        theirs = subject in subjects or entry_id in entries
        words = traces.all if theirs else traces.sure
        said = tuple(without(text, words) for text in (action, subject, detail))
        if said != (action, subject, detail):
            connection.exec_driver_sql(
                "UPDATE audit_event SET action = ?, subject = ?, detail = ? WHERE id = ?",
                (*said, number),
            )
            found.add(number)
    return found
