"""Equipment, who has it, and drills (装备、领用、演练) as records."""

from dataclasses import asdict
from datetime import date, time
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from linli.domain.equipment import (
    Drill,
    DrillDraft,
    Equipment,
    EquipmentDraft,
    Issue,
    IssueDraft,
)
from linli.errors import NotFoundError
from linli.storage.children import has_changes
from linli.storage.duty_schema import (
    DrillRecord,
    EquipmentIssueRecord,
    EquipmentRecord,
    TeamMemberRecord,
)
from linli.storage.schema import ResidentRecord, StaffRecord
from linli.storage.versioned import record_for_change

_Issue, _Member = EquipmentIssueRecord, TeamMemberRecord
_Rows = EquipmentRecord | EquipmentIssueRecord | DrillRecord


# ---- reading ------------------------------------------------------------------------------


def list_equipment(connection: Connection, team_id: int) -> list[Equipment]:
    """Return what a team has, in the order in which it was entered."""
    issued = (
        select(func.coalesce(func.sum(_Issue.quantity), 0))
        .where(_Issue.equipment_id == EquipmentRecord.id, _Issue.returned_on.is_(None))
        .scalar_subquery()
    )
    rows = connection.execute(
        select(EquipmentRecord.__table__, issued.label("issued"))
        .where(EquipmentRecord.team_id == team_id)
        .order_by(EquipmentRecord.id)
    )
    return [
        Equipment(
            id=row.id,
            version=row.version,
            facts=EquipmentDraft(
                team_id=row.team_id,
                item=row.item,
                quantity=row.quantity,
                unit=row.unit,
                note=row.note,
            ),
            issued=row.issued,
        )
        for row in rows
    ]


def get_equipment(connection: Connection, equipment_id: int) -> Equipment:
    """Return a thing of a team.

    Raises:
        NotFoundError: if there is no such thing.
    """
    query = select(EquipmentRecord.team_id).where(EquipmentRecord.id == equipment_id)
    team_id = connection.execute(query).scalar_one_or_none()
    for item in list_equipment(connection, team_id) if team_id else ():
        if item.id == equipment_id:
            return item
    raise _missing()


def list_issues(connection: Connection, team_id: int, *, out_only: bool = False) -> list[Issue]:
    """Return what members of a team were given, the last first; only what is out if wanted."""
    query = (
        select(
            _Issue.__table__,
            EquipmentRecord.item,
            EquipmentRecord.unit,
            _Member.name,
            ResidentRecord.name.label("resident_name"),
            StaffRecord.name.label("staff_name"),
        )
        .join(EquipmentRecord, EquipmentRecord.id == _Issue.equipment_id)
        .join(_Member, _Member.id == _Issue.member_id)
        .outerjoin(ResidentRecord, ResidentRecord.id == _Member.resident_id)
        .outerjoin(StaffRecord, StaffRecord.id == _Member.staff_id)
        .where(EquipmentRecord.team_id == team_id)
        .order_by(_Issue.issued_on.desc(), EquipmentRecord.id, _Issue.id)
    )
    if out_only:
        query = query.where(_Issue.returned_on.is_(None))
    return [
        Issue(
            id=row.id,
            version=row.version,
            facts=IssueDraft(
                equipment_id=row.equipment_id,
                member_id=row.member_id,
                quantity=row.quantity,
                issued_on=date.fromisoformat(row.issued_on),
                returned_on=date.fromisoformat(row.returned_on) if row.returned_on else None,
                note=row.note,
            ),
            item=row.item,
            unit=row.unit,
            name=row.resident_name or row.staff_name or row.name,
        )
        for row in connection.execute(query)
    ]


def list_drills(connection: Connection, team_id: int) -> list[Drill]:
    """Return the drills of a team, the last first."""
    rows = connection.execute(
        select(DrillRecord.__table__)
        .where(DrillRecord.team_id == team_id)
        .order_by(DrillRecord.day.desc(), DrillRecord.id.desc())
    )
    return [
        Drill(
            id=row.id,
            version=row.version,
            facts=DrillDraft(
                team_id=row.team_id,
                day=date.fromisoformat(row.day),
                topic=row.topic,
                expected=row.expected,
                present=row.present,
                place=row.place,
                called_at=time.fromisoformat(row.called_at) if row.called_at else None,
                minutes=row.minutes,
                summary=row.summary,
            ),
        )
        for row in rows
    ]


# ---- writing ------------------------------------------------------------------------------


def equipment_record(
    session: Session, equipment_id: int, version: int | None = None
) -> EquipmentRecord:
    """Return a thing's record for a change.

    Raises:
        NotFoundError: if there is no such thing.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        EquipmentRecord,
        equipment_id,
        version,
        missing=_missing,
        called=lambda record: f"「{record.item}」的记录",
    )


def issue_record(
    session: Session, issue_id: int, version: int | None = None
) -> EquipmentIssueRecord:
    """Return an issue's record for a change.

    Raises:
        NotFoundError: if there is no such issue.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Issue, issue_id, version, missing=_missing, called=lambda _: "这条领用记录"
    )


def drill_record(session: Session, drill_id: int, version: int | None = None) -> DrillRecord:
    """Return a drill's record for a change.

    Raises:
        NotFoundError: if there is no such drill.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session, DrillRecord, drill_id, version, missing=_missing, called=lambda _: "这次演练"
    )


def add_equipment(session: Session, draft: EquipmentDraft) -> int:
    """Add a thing and return its id."""
    return _add(session, EquipmentRecord(**asdict(draft)))


def add_issue(session: Session, draft: IssueDraft) -> int:
    """Add an issue and return its id."""
    return _add(session, EquipmentIssueRecord(**_issue_values(draft)))


def add_drill(session: Session, draft: DrillDraft) -> int:
    """Add a drill and return its id."""
    return _add(session, DrillRecord(**_drill_values(draft)))


def update_equipment(session: Session, record: EquipmentRecord, draft: EquipmentDraft) -> None:
    """Bring a thing to what the draft says."""
    _update(session, record, asdict(draft))


def update_issue(session: Session, record: EquipmentIssueRecord, draft: IssueDraft) -> None:
    """Bring an issue to what the draft says."""
    _update(session, record, _issue_values(draft))


def update_drill(session: Session, record: DrillRecord, draft: DrillDraft) -> None:
    """Bring a drill to what the draft says."""
    _update(session, record, _drill_values(draft))


def _add(session: Session, record: _Rows) -> int:
    session.add(record)
    session.flush()
    return record.id


def _update(session: Session, record: _Rows, values: dict[str, Any]) -> None:
    for column, value in values.items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()


def _issue_values(draft: IssueDraft) -> dict[str, Any]:
    return asdict(draft) | {
        "issued_on": draft.issued_on.isoformat(),
        "returned_on": draft.returned_on.isoformat() if draft.returned_on else None,
    }


def _drill_values(draft: DrillDraft) -> dict[str, Any]:
    return asdict(draft) | {
        "day": draft.day.isoformat(),
        "called_at": f"{draft.called_at:%H:%M}" if draft.called_at else None,
    }


def _missing() -> NotFoundError:
    return NotFoundError("这条记录已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
