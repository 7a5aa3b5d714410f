"""Months of rosters (值班表) as records: their cells, wishes, and changes since published."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Session

from linli.domain.rosters import Cell, ChangeKind, RosterChange, RosterMonth, Wish
from linli.errors import NotFoundError
from linli.storage import times
from linli.storage.roster_schema import (
    RosterCellRecord,
    RosterChangeRecord,
    RosterMonthRecord,
    RosterPersonRecord,
    RosterWishRecord,
)
from linli.storage.versioned import record_for_change

_Person = RosterPersonRecord
_Month = RosterMonthRecord
_Cell = RosterCellRecord
_Wish = RosterWishRecord
_Change = RosterChangeRecord


def get_month(connection: Connection, plan_id: int, month: date) -> RosterMonth:
    """Return a month of a plan; an empty one where nothing was entered."""
    key = f"{month:%Y-%m}"
    row = connection.execute(
        select(_Month.__table__).where(_Month.plan_id == plan_id, _Month.month == key)
    ).one_or_none()
    wishes = _wishes(connection, plan_id, key)
    blank = RosterMonth(plan_id=plan_id, month=month.replace(day=1), wishes=wishes)
    if row is None:
        return blank
    return replace(
        blank,
        id=row.id,
        cells=tuple(_cells(connection, _Cell.month_id == row.id)),
        published_on=_date(row.published_on),
        published_by=row.published_by or "",
        changes=_changes(connection, row.id),
        version=row.version,
    )


def list_cells(connection: Connection, first: date, last: date) -> list[tuple[int, Cell]]:
    """Return (plan, cell) of every roster in a span of days, both counted in."""
    rows = connection.execute(
        select(_Cell.__table__, _Month.plan_id)
        .join(_Month, _Month.id == _Cell.month_id)
        .where(_Cell.day.between(first.isoformat(), last.isoformat()))
        .order_by(_Cell.day, _Cell.id)
    )
    return [(row.plan_id, _cell(row)) for row in rows]


def month_record(session: Session, plan_id: int, month: date, version: int) -> _Month:
    """Return a month's record for a change; begin it where nothing was entered.

    Raises:
        ConflictError: it is no longer the `version` that was read.
    """
    key = f"{month:%Y-%m}"
    found = session.execute(
        select(_Month).where(_Month.plan_id == plan_id, _Month.month == key)
    ).scalar_one_or_none()
    if found is None:
        found = _Month(plan_id=plan_id, month=key, version=1)
        session.add(found)
        session.flush()
        return found
    return record_for_change(
        session,
        _Month,
        found.id,
        version,
        missing=_no_month,
        called=lambda record: f"{record.month} 的值班表",
    )


def save_cells(session: Session, record: _Month, cells: Iterable[Cell]) -> None:
    """Bring the cells of a month to these; the version counts on if any differs."""
    wanted = {(cell.shift_id, cell.day.isoformat(), cell.worker_id): cell for cell in cells}
    kept = {
        (each.shift_id, each.day, each.worker_id): each
        for each in session.execute(select(_Cell).where(_Cell.month_id == record.id)).scalars()
    }
    gone = [each.id for key, each in kept.items() if key not in wanted]
    fresh = [
        {
            "month_id": record.id,
            "shift_id": shift_id,
            "day": day,
            "worker_id": worker_id,
            "locked": cell.locked,
        }
        for (shift_id, day, worker_id), cell in wanted.items()
        if (shift_id, day, worker_id) not in kept
    ]
    turned = [
        (each, wanted[key].locked)
        for key, each in kept.items()
        if key in wanted and each.locked != wanted[key].locked
    ]
    if gone:
        session.execute(delete(_Cell).where(_Cell.id.in_(gone)))
    if fresh:
        session.execute(insert(_Cell), fresh)
    for each, locked in turned:
        each.locked = locked
    if gone or fresh or turned:
        record.version += 1
    session.flush()


def set_wish(session: Session, wish: Wish, *, gone: bool = False) -> None:
    """Keep a wish, or forget it; a person has one for each day and shift."""
    same = (
        _Wish.worker_id == wish.worker_id,
        _Wish.day == wish.day.isoformat(),
        _Wish.shift_id.is_(None) if wish.shift_id is None else _Wish.shift_id == wish.shift_id,
    )
    found = session.execute(select(_Wish).where(*same)).scalar_one_or_none()
    if gone:
        if found is not None:
            session.delete(found)
    elif found is None:
        session.add(
            _Wish(
                worker_id=wish.worker_id,
                day=wish.day.isoformat(),
                shift_id=wish.shift_id,
                wants=wish.wants,
            )
        )
    else:
        found.wants = wish.wants
    session.flush()


def add_change(session: Session, record: _Month, change: RosterChange, at: datetime) -> int:
    """Keep a change of a published month."""
    kept = _Change(
        month_id=record.id,
        kind=change.kind.value,
        day=change.day.isoformat(),
        shift_id=change.shift_id,
        leaves_id=change.leaves_id,
        comes_id=change.comes_id,
        other_day=change.other_day.isoformat() if change.other_day else None,
        other_shift_id=change.other_shift_id,
        agreed_by=change.agreed_by,
        reason=change.reason,
        entered_at=times.stored(at),
        account=change.by,
    )
    session.add(kept)
    session.flush()
    return kept.id


def _cells(connection: Connection, condition: Any) -> list[Cell]:
    rows = connection.execute(
        select(_Cell.__table__).where(condition).order_by(_Cell.day, _Cell.shift_id, _Cell.id)
    )
    return [_cell(row) for row in rows]


def _cell(row: Any) -> Cell:
    return Cell(
        worker_id=row.worker_id,
        day=date.fromisoformat(row.day),
        shift_id=row.shift_id,
        locked=row.locked,
    )


def _wishes(connection: Connection, plan_id: int, key: str) -> tuple[Wish, ...]:
    rows = connection.execute(
        select(_Wish.__table__)
        .join(_Person, _Person.worker_id == _Wish.worker_id)
        .where(_Person.plan_id == plan_id, _Wish.day.startswith(key))
        .order_by(_Wish.day, _Wish.id)
    )
    return tuple(
        Wish(
            worker_id=row.worker_id,
            day=date.fromisoformat(row.day),
            shift_id=row.shift_id,
            wants=row.wants,
        )
        for row in rows
    )


def _changes(connection: Connection, month_id: int) -> tuple[RosterChange, ...]:
    rows = connection.execute(
        select(_Change.__table__).where(_Change.month_id == month_id).order_by(_Change.id)
    )
    return tuple(
        RosterChange(
            id=row.id,
            kind=ChangeKind(row.kind),
            day=date.fromisoformat(row.day),
            shift_id=row.shift_id,
            leaves_id=row.leaves_id,
            comes_id=row.comes_id,
            other_day=_date(row.other_day),
            other_shift_id=row.other_shift_id,
            agreed_by=row.agreed_by,
            reason=row.reason,
            entered=times.shown(row.entered_at),
            by=row.account,
        )
        for row in rows
    )


def _no_month() -> NotFoundError:
    return NotFoundError("这个月的值班表已经被删除，请刷新后再试。")


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
