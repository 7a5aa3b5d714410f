"""Patrol shifts (巡逻班次) and who is on them, as records."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.orm import Session

from linli.domain.patrol_rules import NOBODY
from linli.domain.patrols import Outcome, Shift, ShiftDraft, ShiftFilter, Turn
from linli.domain.teams import PersonKey, person_key
from linli.errors import NotFoundError
from linli.storage.children import has_changes, replace_children
from linli.storage.duty_schema import (
    PatrolShiftRecord,
    PatrolTurnRecord,
    TeamMemberRecord,
    TeamRecord,
)
from linli.storage.ids import among
from linli.storage.schema import GridRecord, ResidentRecord, StaffRecord
from linli.storage.versioned import record_for_change

_Record, _Turn, _Member = PatrolShiftRecord, PatrolTurnRecord, TeamMemberRecord


def list_shifts(connection: Connection, wanted: ShiftFilter) -> list[Shift]:
    """Return shifts, the first first."""
    return _load(connection, *_conditions(wanted))


def get_shift(connection: Connection, shift_id: int) -> Shift:
    """Return a shift.

    Raises:
        NotFoundError: if there is no such shift.
    """
    found = _load(connection, _Record.id == shift_id)
    if not found:
        raise _missing()
    return found[0]


def booked(
    connection: Connection, since: date, until: date, *, without: int | None = None
) -> list[tuple[ShiftDraft, PersonKey]]:
    """Return every shift from the day before `since` to `until`, once for each person on it.

    Args:
        connection: a reading connection.
        since: the first day.
        until: the last day.
        without: a shift that is left out, since it is about to be changed.
    """
    around = ShiftFilter(since=since - timedelta(days=1), until=until + timedelta(days=1))
    shifts = [shift for shift in list_shifts(connection, around) if shift.id != without]
    ids = {turn.member_id for shift in shifts for turn in shift.turns}
    people = {
        row.id: person_key(row)
        for row in connection.execute(
            select(
                _Member.id, _Member.name, _Member.phone, _Member.resident_id, _Member.staff_id
            ).where(_Member.id.in_(among(ids)))
        )
    }
    return [
        (shift.facts, key)
        for shift in shifts
        for key in ([people[turn.member_id] for turn in shift.turns] or [NOBODY])
    ]


def count_turns(connection: Connection, wanted: ShiftFilter) -> Mapping[int, tuple[int, int]]:
    """Return by membership how often somebody was on a shift, and how often there."""
    found: dict[int, tuple[int, int]] = {}
    for shift in list_shifts(connection, wanted):
        for turn in shift.turns:
            times, there = found.get(turn.member_id, (0, 0))
            found[turn.member_id] = times + 1, there + (turn.present is True)
    return found


def get_record(session: Session, shift_id: int, version: int | None = None) -> PatrolShiftRecord:
    """Return a shift's record for a change.

    Raises:
        NotFoundError: if there is no such shift.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Record, shift_id, version, missing=_missing, called=lambda _: "这个班次"
    )


def add_shift(session: Session, draft: ShiftDraft) -> int:
    """Add a shift and return its id."""
    record = PatrolShiftRecord(**_values(draft))
    session.add(record)
    session.flush()
    _save_turns(session, record.id, draft.member_ids)
    return record.id


def update_shift(session: Session, record: PatrolShiftRecord, draft: ShiftDraft) -> None:
    """Bring a shift to what the draft says; who stays on it keeps what was entered."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    _save_turns(session, record.id, draft.member_ids, record)


def save_outcome(session: Session, record: PatrolShiftRecord, outcome: Outcome) -> None:
    """Write down who came, and what happened."""
    turns = session.scalars(select(_Turn).where(_Turn.shift_id == record.id))
    for turn in turns:
        turn.present = turn.member_id in outcome.present_ids
    record.incident = outcome.incident
    if has_changes(session):
        record.version += 1
    session.flush()


def _save_turns(
    session: Session,
    shift_id: int,
    member_ids: Sequence[int],
    record: PatrolShiftRecord | None = None,
) -> None:
    wanted = [
        {"member_id": member_id, "position": place} for place, member_id in enumerate(member_ids)
    ]
    replace_children(session, _Turn, {"shift_id": shift_id}, wanted, key=("member_id",))
    if record is not None and has_changes(session):
        record.version += 1
    session.flush()


def _conditions(wanted: ShiftFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.team_id is not None:
        yield _Record.team_id == wanted.team_id
    if wanted.since is not None:
        yield _Record.day >= wanted.since.isoformat()
    if wanted.until is not None:
        yield _Record.day <= wanted.until.isoformat()


def _load(connection: Connection, *conditions: ColumnElement[bool]) -> list[Shift]:
    rows = connection.execute(
        select(_Record.__table__, TeamRecord.name.label("team"), GridRecord.name.label("grid"))
        .join(TeamRecord, TeamRecord.id == _Record.team_id)
        .outerjoin(GridRecord, GridRecord.id == _Record.grid_id)
        .where(*conditions)
        .order_by(_Record.day, _Record.begins, _Record.id)
    ).all()
    turns: dict[int, list[Turn]] = {}
    for turn in connection.execute(
        select(
            _Turn.shift_id,
            _Turn.member_id,
            _Turn.present,
            _Member.name,
            ResidentRecord.name.label("resident_name"),
            StaffRecord.name.label("staff_name"),
        )
        .join(_Member, _Member.id == _Turn.member_id)
        .outerjoin(ResidentRecord, ResidentRecord.id == _Member.resident_id)
        .outerjoin(StaffRecord, StaffRecord.id == _Member.staff_id)
        .where(_Turn.shift_id.in_(among(row.id for row in rows)))
        .order_by(_Turn.shift_id, _Turn.position)
    ):
        name = turn.resident_name or turn.staff_name or turn.name
        turns.setdefault(turn.shift_id, []).append(
            Turn(member_id=turn.member_id, name=name, present=turn.present)
        )
    return [_shift(row, tuple(turns.get(row.id, ()))) for row in rows]


def _shift(row: Any, turns: tuple[Turn, ...]) -> Shift:
    return Shift(
        id=row.id,
        version=row.version,
        facts=ShiftDraft(
            team_id=row.team_id,
            day=date.fromisoformat(row.day),
            begins=time.fromisoformat(row.begins),
            ends=time.fromisoformat(row.ends),
            grid_id=row.grid_id,
            route=row.route,
            size=row.size,
            member_ids=tuple(turn.member_id for turn in turns),
            note=row.note,
        ),
        team=row.team,
        grid=row.grid or "",
        turns=turns,
        incident=row.incident,
    )


def _values(draft: ShiftDraft) -> dict[str, Any]:
    return {
        "team_id": draft.team_id,
        "day": draft.day.isoformat(),
        "begins": f"{draft.begins:%H:%M}",
        "ends": f"{draft.ends:%H:%M}",
        "grid_id": draft.grid_id,
        "route": draft.route,
        "size": draft.size,
        "note": draft.note,
    }


def _missing() -> NotFoundError:
    return NotFoundError("这个班次已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
