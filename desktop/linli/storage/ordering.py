"""Lists that the clerk puts in order by hand: a `position` per record."""

from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session


def next_position(connection: Connection, record_type: Any) -> int:
    """Return the position after the last."""
    last = connection.execute(select(func.max(record_type.position))).scalar_one()
    return 0 if last is None else int(last) + 1


def move(session: Session, record: Any, steps: int) -> None:
    """Move a record `steps` places down its list, up if negative; it stops at the ends."""
    kind = type(record)
    records = list(session.scalars(select(kind).order_by(kind.position, kind.id)))
    place = records.index(record)
    records.insert(max(0, min(place + steps, len(records) - 1)), records.pop(place))
    for position, each in enumerate(records):
        each.position = position
    session.flush()
