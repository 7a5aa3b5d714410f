"""What a merge did, step by step: worked out from the journal, so that nothing is left out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from linli.domain.merges import MergeRow, MergeState
from linli.errors import NotFoundError
from linli.storage.merge_fields import HOME, field_of
from linli.storage.merge_links import FACTS
from linli.storage.merge_rows import Values
from linli.storage.times import shown, stored

STANDING = ("recycled_at", "merged_into")
"""The columns that put a merged record out of sight."""

_UNTOLD = frozenset({"updated_at"})


@dataclass(frozen=True, kw_only=True)
class Step:
    """A row before and after; only the columns that changed, all of a row that was dropped."""

    id: int
    merge_id: int
    table: str
    row_id: int
    before: Values
    after: Values | None
    undone: bool

    def is_essential(self, merge: MergeRow) -> bool:
        """Whether it is taken back with the person: the standing, and who belongs to which home."""
        if self.table == "resident":
            return (
                self.row_id != merge.kept_id
                or field_of(self.table, next(iter(self.before))).key == HOME
            )
        return self.table == "household"


@dataclass
class _Net:
    before: Values
    after: Values | None


def write_merge(
    connection: Connection, entry_id: int, kept_id: int, gone_id: int, at: datetime, account: str
) -> int:
    """Write down a merge with all that journal entry `entry_id` did so far; return its id."""
    steps = list(_steps(connection, entry_id))
    merge_id = int(
        connection.exec_driver_sql(
            "INSERT INTO merge (kept_id, gone_id, at, account) VALUES (?, ?, ?, ?) RETURNING id",
            (kept_id, gone_id, stored(at), account),
        ).scalar_one()
    )
    rows = [
        (merge_id, place, table, row_id, _json(before), _json(after))
        for place, (table, row_id, before, after) in enumerate(steps)
    ]
    connection.exec_driver_sql(
        'INSERT INTO merge_step (merge_id, position, table_name, row_id, "before", "after") '
        "VALUES (?, ?, ?, ?, ?, ?)",
        rows,
    )
    return merge_id


def list_merges(connection: Connection, resident_id: int | None = None) -> list[MergeRow]:
    """Return all merges, the latest first; only those with one person if named."""
    wanted = "" if resident_id is None else "WHERE :person IN (m.kept_id, m.gone_id)"
    rows = connection.exec_driver_sql(
        f"{_MERGES} {wanted} ORDER BY m.id DESC",
        {"person": resident_id},
    )
    return [_merge(row) for row in rows]


def get_merge(connection: Connection, merge_id: int) -> MergeRow:
    """Return one merge.

    Raises:
        NotFoundError: it is not there, having been undone.
    """
    row = connection.exec_driver_sql(f"{_MERGES} WHERE m.id = ?", (merge_id,)).one_or_none()
    if row is None:
        raise NotFoundError("这次合并已经不在台账里，可能刚被撤销，请刷新后再看。")
    return _merge(row)


def steps_of(connection: Connection, merge_id: int) -> list[Step]:
    """Return the steps of a merge in the order in which they were done."""
    return _read(connection, "merge_id = ? ORDER BY position", (merge_id,))


def later_steps(connection: Connection, step: Step) -> list[Step]:
    """Return what merges after `step` did to its row and is in force, in order."""
    found = in_force(connection, step.table, step.row_id, after=step.id)
    return [later for later in found if later.merge_id != step.merge_id]


def in_force(connection: Connection, table: str, row_id: int, *, after: int) -> list[Step]:
    """Return the steps in force on a row that came after step `after`, in order."""
    condition = "table_name = ? AND row_id = ? AND id > ? AND undone_at IS NULL ORDER BY id"
    return _read(connection, condition, (table, row_id, after))


def latest_step_of(connection: Connection, resident_id: int, columns: set[str]) -> Step | None:
    """Return the latest step in force that changed one of some columns of a person."""
    condition = "table_name = 'resident' AND row_id = ? AND undone_at IS NULL ORDER BY id DESC"
    steps = _read(connection, condition, (resident_id,))
    return next((step for step in steps if columns & set(step.before)), None)


def add_step(
    connection: Connection, merge_id: int, table: str, row_id: int, before: Values, after: Values
) -> None:
    """Let a merge remember one thing more that is taken back with it."""
    connection.exec_driver_sql(
        'INSERT INTO merge_step (merge_id, position, table_name, row_id, "before", "after") '
        "SELECT merge_id, max(position) + 1, ?, ?, ?, ? FROM merge_step WHERE merge_id = ?",
        (table, row_id, _json(before), _json(after), merge_id),
    )


def mark_undone(connection: Connection, step_id: int, at: datetime) -> None:
    """Remember that a step is taken back."""
    connection.exec_driver_sql(
        "UPDATE merge_step SET undone_at = ? WHERE id = ?", (stored(at), step_id)
    )


def rewrite(connection: Connection, step: Step, before: Values, after: Values | None) -> None:
    """Let a step say something else of what was before and after it."""
    connection.exec_driver_sql(
        'UPDATE merge_step SET "before" = ?, "after" = ? WHERE id = ?',
        (_json(before), _json(after), step.id),
    )


_MERGES = """
SELECT m.id, m.at, m.account, m.kept_id, m.gone_id, k.name AS kept_name, g.name AS gone_name,
  (SELECT max(s.undone_at IS NOT NULL) FROM merge_step s WHERE s.merge_id = m.id
    AND s.table_name = 'resident' AND s.row_id = m.gone_id
    AND json_type(s."after", '$.merged_into') IS NOT NULL) AS out,
  (SELECT count(*) FROM merge_step s WHERE s.merge_id = m.id AND s.undone_at IS NULL) AS left
FROM merge m JOIN resident k ON k.id = m.kept_id JOIN resident g ON g.id = m.gone_id
"""


def _merge(row: Row[Any]) -> MergeRow:
    state = MergeState.IN_FORCE
    if row.out:
        state = MergeState.PARTLY_UNDONE if row.left else MergeState.UNDONE
    return MergeRow(
        id=row.id,
        at=shown(row.at),
        account=row.account,
        kept_id=row.kept_id,
        gone_id=row.gone_id,
        kept_name=row.kept_name,
        gone_name=row.gone_name,
        state=state,
    )


def _read(connection: Connection, condition: str, values: tuple[object, ...]) -> list[Step]:
    rows = connection.exec_driver_sql(
        'SELECT id, merge_id, table_name, row_id, "before", "after", undone_at FROM merge_step '  # noqa: S608 - constants only
        f"WHERE {condition}",
        values,
    )
    return [
        Step(
            id=row.id,
            merge_id=row.merge_id,
            table=row.table_name,
            row_id=row.row_id,
            before=json.loads(row.before),
            after=None if row.after is None else json.loads(row.after),
            undone=row.undone_at is not None,
        )
        for row in rows
    ]


def _steps(
    connection: Connection, entry_id: int
) -> Iterator[tuple[str, int, Values, Values | None]]:
    """Yield the net changes of an entry; those of a person are parted by field."""
    for (table, row_id), net in _net(connection, entry_id).items():
        if net.after is None:
            yield table, row_id, net.before, None
            continue
        changed = [c for c in net.before if net.before[c] != net.after[c] and c not in _UNTOLD]
        for columns in _parted(table, changed):
            yield (
                table,
                row_id,
                {column: net.before[column] for column in columns},
                {column: net.after[column] for column in columns},
            )


def _net(connection: Connection, entry_id: int) -> dict[tuple[str, int], _Net]:
    found: dict[tuple[str, int], _Net] = {}
    for row in connection.exec_driver_sql(
        "SELECT table_name, row_id, before, after FROM journal_change WHERE entry_id = ? "
        "ORDER BY id",
        (entry_id,),
    ):
        key = (row.table_name, int(row.row_id))
        before = json.loads(row.before)
        after = None if row.after is None else json.loads(row.after)
        known = found.pop(key, None)  # put behind, where its last change belongs
        if known is not None:
            before = {**before, **known.before}
            after = None if after is None else {**(known.after or {}), **after}
        found[key] = _Net(before, after)
    return found


def _parted(table: str, columns: list[str]) -> Iterable[list[str]]:
    if table not in ("resident", *FACTS):
        return [columns] if columns else []
    parts: dict[str, list[str]] = {}
    for column in columns:
        if column in STANDING:
            key = "standing"
        else:
            key = "owner" if column == "resident_id" else field_of(table, column).key
        parts.setdefault(key, []).append(column)
    return parts.values()


def _json(values: Values | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False)
