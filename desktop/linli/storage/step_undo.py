"""Taking back any step (撤回某一步): tried in a transaction that is rolled back, then done.

What a step left may have been changed since. Then the later steps that did so are found, so that
they can be taken back first, the last one first; or only what is as the step left it goes back:
of a changed record the fields that were not changed again, of an added one all or nothing.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from linli.domain.history import JournalEntry
from linli.domain.undoing import Blocker, Trial
from linli.errors import ConflictError
from linli.progress import SILENT, Progress
from linli.storage import history, journal_steps, redactions
from linli.storage.merge_rows import insert_row, tables, update_row
from linli.storage.net_changes import (
    ALL,
    Key,
    Net,
    Trouble,
    current,
    dangles,
    net_changes,
    troubles,
)
from linli.storage.readable_records import Records
from linli.storage.undo import play_back

_NAMED = 3
_MOST_KEPT = 200
_REPORT_EVERY = 1_000
_BUSY = "正在核对…"


@dataclass(frozen=True)
class Obstacles:
    """What stands in the way of taking a step back alone.

    `later` are the steps that must be taken back first, the last one first, and of which records;
    None if that would not help. `kept` says what stays if only a part is taken back.
    """

    later: tuple[Blocker, ...] | None
    kept: tuple[str, ...]


def try_whole(
    connection: Connection, entry_id: int, steps: Sequence[int], *, limited: bool
) -> Trial | None:
    """Take steps back inside an open entry that will not be kept.

    Args:
        connection: of the entry.
        entry_id: the open entry.
        steps: the entries to take back, in this order.
        limited: whoever looks may not see sensitive tags.

    Returns:
        What changed, None if it cannot be done.
    """
    if any(redactions.is_redacted(connection, step) for step in steps):
        return None
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    try:
        expected = sum(play_back(connection, step, "") for step in steps)
        rows = history.count_changes(connection, entry_id)
        broken = dangles(connection, entry_id)
    except (ConflictError, IntegrityError):
        return None
    return (
        None if broken or rows != expected else _trial(connection, entry_id, rows, limited=limited)
    )


def try_part(connection: Connection, entry_id: int, step: int, *, limited: bool) -> Trial | None:
    """Take back what is as the step left it, inside an entry; None if that is nothing."""
    take_part(connection, step)
    rows = history.count_changes(connection, entry_id)
    return _trial(connection, entry_id, rows, limited=limited) if rows else None


def more_later(
    connection: Connection,
    entry_id: int,
    step: JournalEntry,
    later: Sequence[Blocker],
    *,
    limited: bool,
) -> tuple[Blocker, ...]:
    """Return what else stands in the way once some later steps are taken back; () if nothing.

    Inside an open entry that will not be kept.

    Args:
        connection: of the entry.
        entry_id: the open entry.
        step: the step that is to be taken back.
        later: the steps that go first.
        limited: whoever looks may not see petitions.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    try:
        for each in later:
            play_back(connection, each.step.id, "")
    except (ConflictError, IntegrityError):
        return ()
    gone = frozenset({entry_id, *(each.step.id for each in later)})
    return obstacles(connection, step, without=gone, limited=limited).later or ()


def obstacles(
    connection: Connection,
    step: JournalEntry,
    *,
    without: frozenset[int] = frozenset(),
    limited: bool,
) -> Obstacles:
    """Find out what stands in the way of a step; entries of `without` do not any more.

    Whoever is `limited` is not told which petitions.
    """
    standing = {
        each.id: each
        for each in journal_steps.standing_after(connection, step.id)
        if each.id not in without
    }
    found = _direct_troubles(connection, step.id)
    records = Records(connection, limited=limited)
    blockers: dict[int, dict[str, None]] = {}
    helps = bool(found)
    waiting = [(step.id, found)]
    while waiting:
        number, some = waiting.pop()
        for trouble, responsible in _responsible(connection, number, some, standing):
            helps = helps and bool(responsible)
            for each in responsible:
                if each not in blockers:
                    blockers[each] = {}
                    waiting.append((each, _direct_troubles(connection, each)))
                blockers[each][records.label(_subject(trouble))] = None
    later = tuple(
        Blocker(step=standing[each], records=tuple(names)[:_NAMED])
        for each, names in sorted(blockers.items(), reverse=True)
    )
    kept = dict.fromkeys(f"{records.label(each.net.subject)}：{each.words}" for each in found)
    can = helps and all(each.step.undoable for each in later)
    return Obstacles(later=later if can else None, kept=tuple(kept)[:_MOST_KEPT])


def take_part(connection: Connection, step: int, progress: Progress = SILENT) -> None:
    """Take back whatever is as the step left it; the rest stays.

    Inside an open entry. A row of a record that stays is kept with it.
    """
    nets = net_changes(connection, step)
    failing: dict[Key, frozenset[str]] = {}
    for trouble in troubles(connection, nets):
        failing[trouble.net.key] = _together(failing.get(trouble.net.key), trouble.columns)
    staying = {
        nets[key].subject for key in failing if nets[key].before is None and _leads(nets[key])
    }
    ordered = sorted(nets.values(), key=lambda net: net.last, reverse=True)
    for count, net in enumerate(ordered):
        if count % _REPORT_EVERY == 0:
            progress.report(count, len(ordered), _BUSY)
        if net.before is None and (net.subject in staying or net.key in failing):
            continue
        if net.after is None and net.key in failing:
            continue
        _take_row(connection, net, failing.get(net.key, frozenset()))


def _take_row(connection: Connection, net: Net, changed: frozenset[str]) -> None:
    """Put one row back as far as it goes; what refuses stays as it is."""
    table = tables()[net.table]
    made = _made(connection)
    connection.exec_driver_sql("SAVEPOINT row_back")
    try:
        if net.before is None:
            connection.exec_driver_sql(_DELETE[net.table], (net.row,))
        elif net.after is None:
            insert_row(connection, table, json.loads(net.before))
        else:
            now = current(connection, table, [net.row]).get(net.row)
            left, before = json.loads(net.after), json.loads(net.before)
            values = {
                column: before[column]
                for column in left
                if now is not None and column not in changed and now[column] == left[column]
            }
            if values:
                _update(connection, net, values)
        alone = _made(connection) - made <= 1  # else a cascade took along what came later
    except IntegrityError:
        alone = False
    if not alone:
        connection.exec_driver_sql("ROLLBACK TO row_back")
    connection.exec_driver_sql("RELEASE row_back")


def _update(connection: Connection, net: Net, values: dict[str, object]) -> None:
    if net.table == "setting":
        connection.exec_driver_sql(
            "UPDATE setting SET value = ? WHERE key = ?", (values["value"], net.row)
        )
    else:
        update_row(connection, tables()[net.table], int(net.row), values)


def _made(connection: Connection) -> int:
    """Return how many changes there are in the journal, whatever made them."""
    return int(
        connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM journal_change").scalar_one()
    )


def _responsible(
    connection: Connection,
    step: int,
    found: Sequence[Trouble],
    standing: Mapping[int, JournalEntry],
) -> Iterator[tuple[Trouble, list[int]]]:
    """Yield each trouble with the later steps in force that made it."""
    keys = {trouble.key for trouble in found}
    if not keys:
        return
    touched: dict[Key, list[tuple[int, int]]] = {}
    for number, entry, table, row in connection.exec_driver_sql(
        "SELECT id, entry_id, table_name, row_id FROM journal_change WHERE entry_id > ?", (step,)
    ):
        if (table, row) in keys and entry in standing:
            touched.setdefault((table, row), []).append((number, entry))
    for trouble in found:
        changes = touched.get(trouble.key, ())
        yield (
            trouble,
            sorted({e for n, e in changes if _meets(connection, n, trouble.columns)}),
        )


def _direct_troubles(connection: Connection, step: int) -> list[Trouble]:
    """Return the troubles of a step but for those that follow from others of the same step."""
    nets = net_changes(connection, step)
    return [
        trouble
        for trouble in troubles(connection, nets)
        if trouble.key == trouble.net.key or trouble.key not in nets
    ]


def _meets(connection: Connection, change: int, columns: frozenset[str]) -> bool:
    """Whether a change touched these columns, or the whole row."""
    row = connection.exec_driver_sql(
        "SELECT before, after FROM journal_change WHERE id = ?", (change,)
    ).one()
    if not columns or row.before is None or row.after is None:
        return True
    return not columns.isdisjoint(json.loads(row.after))


def _subject(trouble: Trouble) -> str:
    """Return the record to name: the one that was changed, or that uses the row now."""
    return trouble.net.subject if trouble.key == trouble.net.key else "/".join(trouble.key)


def _leads(net: Net) -> bool:
    """Whether a row is a record itself, not a part of one."""
    return net.subject == f"{net.table}/{net.row}"


def _together(one: frozenset[str] | None, other: frozenset[str]) -> frozenset[str]:
    return other if one is None else (one | other if one and other else ALL)


def _trial(connection: Connection, entry_id: int, rows: int, *, limited: bool) -> Trial:
    changes = history.of_entry(connection, entry_id, limited=limited)
    return Trial(changes=tuple(changes), rows=rows)


def _delete_statements() -> Iterable[tuple[str, str]]:
    for name, table in tables().items():
        (key,) = table.primary_key.columns
        yield name, f"DELETE FROM {name} WHERE {key.name} = ?"  # noqa: S608 - names of our own tables


_DELETE = dict(_delete_statements())
