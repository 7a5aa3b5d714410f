"""Plans of rosters (值班表) as records: their shifts, who takes part, their rules."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import time
from typing import Any

from sqlalchemy import Connection, exists, func, select
from sqlalchemy.orm import Session

from linli.domain.rosters import DayKind, Plan, PlanDraft, Post, RosterRules, ShiftKind
from linli.domain.workers import WorkerKind
from linli.errors import NotFoundError
from linli.storage.roster_schema import (
    RosterCellRecord,
    RosterMonthRecord,
    RosterPersonRecord,
    RosterPlanRecord,
    RosterShiftRecord,
)
from linli.storage.versioned import record_for_change, save_record

_Plan = RosterPlanRecord
_Shift = RosterShiftRecord
_Person = RosterPersonRecord
_Month = RosterMonthRecord
_Cell = RosterCellRecord


def list_plans(connection: Connection) -> list[Plan]:
    """Return all plans in the hall's order."""
    shifts: dict[int, list[ShiftKind]] = {}
    for row in connection.execute(
        select(_Shift.__table__)
        .where(_Shift.retired.is_(False))
        .order_by(_Shift.plan_id, _Shift.position, _Shift.id)
    ):
        shifts.setdefault(row.plan_id, []).append(_shift(row))
    people: dict[int, list[int]] = {}
    for row in connection.execute(
        select(_Person.__table__).order_by(_Person.plan_id, _Person.position, _Person.id)
    ):
        people.setdefault(row.plan_id, []).append(row.worker_id)
    rows = connection.execute(select(_Plan.__table__).order_by(_Plan.position, _Plan.id))
    return [
        Plan(
            id=row.id,
            version=row.version,
            facts=PlanDraft(
                name=row.name,
                shifts=tuple(shifts.get(row.id, ())),
                worker_ids=tuple(people.get(row.id, ())),
                rules=RosterRules(**json.loads(row.rules)),
                reception_rule_id=row.reception_rule_id,
                note=row.note,
            ),
        )
        for row in rows
    ]


def get_plan(connection: Connection, plan_id: int) -> Plan:
    """Return a plan.

    Raises:
        NotFoundError: there is no such plan.
    """
    found = [plan for plan in list_plans(connection) if plan.id == plan_id]
    if not found:
        raise _no_plan()
    return found[0]


def list_retired(connection: Connection, plan_id: int) -> list[ShiftKind]:
    """Return the shifts that a plan had before and that rosters still name."""
    rows = connection.execute(
        select(_Shift.__table__).where(_Shift.plan_id == plan_id, _Shift.retired.is_(True))
    )
    return [_shift(row) for row in rows]


def save_plan(
    session: Session, plan_id: int | None, draft: PlanDraft, version: int | None = None
) -> int:
    """Add a plan, or bring one with its shifts and people to what the draft says.

    A shift that rosters name is kept as retired.

    Raises:
        NotFoundError: it is gone.
        ConflictError: it is no longer the `version` that was read.
    """
    values: dict[str, Any] = {
        "name": draft.name,
        "rules": json.dumps(asdict(draft.rules), sort_keys=True),
        "reception_rule_id": draft.reception_rule_id,
        "note": draft.note,
    }
    record = None
    if plan_id is None:
        last = session.execute(select(func.max(_Plan.position))).scalar_one()
        values["position"] = (last or 0) + 1
    else:
        record = get_plan_record(session, plan_id, version)
    saved = save_record(session, _Plan, record, values)
    touched = _save_shifts(session, saved, draft.shifts)
    touched |= _save_people(session, saved, draft.worker_ids)
    if record is not None and touched:
        record.version += 1
        session.flush()
    return saved


def get_plan_record(session: Session, plan_id: int, version: int | None = None) -> _Plan:
    """Return a plan's record for a change.

    Raises:
        NotFoundError: it is gone.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(session, _Plan, plan_id, version, missing=_no_plan)


def has_months(connection: Connection, plan_id: int) -> bool:
    """Whether a month of a plan was ever begun."""
    return bool(connection.execute(select(exists().where(_Month.plan_id == plan_id))).scalar())


def has_cells(connection: Connection, worker_id: int) -> bool:
    """Whether somebody was ever on a roster."""
    found = exists().where(_Cell.worker_id == worker_id)
    return bool(connection.execute(select(found)).scalar())


def _save_shifts(session: Session, plan_id: int, shifts: Sequence[ShiftKind]) -> bool:
    kept = {
        record.id: record
        for record in session.execute(select(_Shift).where(_Shift.plan_id == plan_id)).scalars()
    }
    touched = False
    for position, shift in enumerate(shifts):
        record = kept.pop(shift.id, None) if shift.id is not None else None
        if record is None:
            record = _Shift(plan_id=plan_id)
            session.add(record)
            touched = True
        for column, value in _shift_values(shift, position).items():
            if getattr(record, column) != value:
                setattr(record, column, value)
                touched = True
    for record in kept.values():
        if record.retired:
            continue
        touched = True
        named = exists().where(_Cell.shift_id == record.id)
        if session.execute(select(named)).scalar():
            record.retired = True
        else:
            session.delete(record)
    session.flush()
    return touched


def _save_people(session: Session, plan_id: int, worker_ids: Sequence[int]) -> bool:
    kept = {
        record.worker_id: record
        for record in session.execute(select(_Person).where(_Person.plan_id == plan_id)).scalars()
    }
    touched = list(kept) != list(worker_ids)
    for position, worker_id in enumerate(worker_ids):
        record = kept.pop(worker_id, None)
        if record is None:
            session.add(_Person(plan_id=plan_id, worker_id=worker_id, position=position))
        else:
            record.position = position
    for record in kept.values():
        session.delete(record)
    session.flush()
    return touched


def _shift_values(shift: ShiftKind, position: int) -> dict[str, Any]:
    return {
        "position": position,
        "name": shift.name,
        "station_id": shift.station_id,
        "post": shift.post.value,
        "begins": f"{shift.begins:%H:%M}",
        "ends": f"{shift.ends:%H:%M}",
        "needs": json.dumps({k.value: n for k, n in sorted(shift.needs.items())}),
        "weekdays": json.dumps(sorted(shift.weekdays)),
        "is_night": shift.is_night,
        "skill": shift.skill,
        "kinds": json.dumps(sorted(kind.value for kind in shift.kinds)),
        "employments": json.dumps(sorted(shift.employments)),
        "on_reception": shift.on_reception,
        "retired": False,
    }


def _shift(row: Any) -> ShiftKind:
    return ShiftKind(
        id=row.id,
        name=row.name,
        station_id=row.station_id,
        post=Post(row.post),
        begins=time.fromisoformat(row.begins),
        ends=time.fromisoformat(row.ends),
        needs={DayKind(kind): count for kind, count in json.loads(row.needs).items()},
        weekdays=frozenset(json.loads(row.weekdays)),
        is_night=row.is_night,
        skill=row.skill,
        kinds=frozenset(WorkerKind(kind) for kind in json.loads(row.kinds)),
        employments=frozenset(json.loads(row.employments)),
        on_reception=row.on_reception,
    )


def _no_plan() -> NotFoundError:
    return NotFoundError("这张值班表已经被删除，请刷新后再试。")
