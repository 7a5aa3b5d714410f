"""Rows that hold from a day to a day (since、until): how one comes to its end.

A row without `until` holds still. One that never held a whole day goes without a trace.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, delete, update

from linli.errors import UserError
from linli.storage.ids import among


def end_rows(
    connection: Connection,
    record_type: type[Any],
    rows: Iterable[Any],
    on: date | None,
    too_early: Callable[[Any, date, date], str],
) -> None:
    """Let rows hold no more from a day on; None takes them off without a trace.

    Args:
        connection: the transaction's.
        record_type: their mapped class, with `id` and `until`.
        rows: what was read of them, with `id` and `since`.
        on: the first day on which they do not hold.
        too_early: words the refusal of a row that came only after the day: row, since, day.

    Raises:
        UserError: one of them came only after the day.
    """
    last = None if on is None else on - timedelta(days=1)
    ended: list[int] = []
    dropped: list[int] = []
    for row in rows:
        since = None if row.since is None else date.fromisoformat(row.since)
        if on is not None and since is not None and since > on:
            raise UserError(too_early(row, since, on))
        never = last is None or (since is not None and since > last)
        (dropped if never else ended).append(row.id)
    if ended and last is not None:
        ends = update(record_type).where(record_type.id.in_(among(ended)))
        connection.execute(ends.values(until=last.isoformat()))
    if dropped:
        connection.execute(delete(record_type).where(record_type.id.in_(among(dropped))))
