"""Who can be on duty (可排班人员) as records: people, their leaves, who must not be together."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, or_, select
from sqlalchemy.orm import Session

from linli.domain.workers import (
    Apart,
    Leave,
    LeaveKind,
    Qualification,
    VolunteerFacts,
    Worker,
    WorkerDraft,
    WorkerFilter,
    WorkerKind,
)
from linli.errors import NotFoundError
from linli.storage.all_records import METADATA
from linli.storage.duty_schema import TeamRecord
from linli.storage.free_times import times_of, times_text
from linli.storage.schema import StationRecord
from linli.storage.versioned import record_for_change, save_record
from linli.storage.worker_schema import WorkerApartRecord, WorkerLeaveRecord, WorkerRecord

_Worker = WorkerRecord
_Leave = WorkerLeaveRecord
_Apart = WorkerApartRecord
_EVERY = WorkerFilter()
_OF_NO_WEIGHT = frozenset({"worker_apart", "roster_person", "roster_wish"})
"""What may go along with somebody who was entered by mistake."""
_USES = {
    "worker_leave": "请假",
    "roster_cell": "排班",
    "roster_change": "换班",
    "event_guest": "活动名单",
    "dispatch": "家政派遣",
    "service_record": "服务时长",
    "hours_certificate": "志愿服务证明",
}
_OTHER_USE = "值班"


def list_workers(connection: Connection, wanted: WorkerFilter = _EVERY) -> list[Worker]:
    """Return workers: staff, volunteers, housekeepers, each in the order they were entered."""
    order = list(WorkerKind)
    rows = connection.execute(
        select(
            _Worker.__table__,
            StationRecord.name.label("station"),
            TeamRecord.name.label("team"),
        )
        .outerjoin(StationRecord, StationRecord.id == _Worker.station_id)
        .outerjoin(TeamRecord, TeamRecord.id == _Worker.team_id)
        .where(*_conditions(wanted))
        .order_by(_Worker.id)
    )
    found = [_worker(row) for row in rows]
    if wanted.skill is not None:
        found = [each for each in found if wanted.skill in each.facts.skills]
    return sorted(found, key=lambda each: order.index(each.facts.kind))


def get_worker(connection: Connection, worker_id: int) -> Worker:
    """Return a worker.

    Raises:
        NotFoundError: there is no such worker.
    """
    found = [each for each in list_workers(connection) if each.id == worker_id]
    if not found:
        raise _no_worker()
    return found[0]


def get_record(session: Session, worker_id: int, version: int | None = None) -> _Worker:
    """Return a worker's record for a change.

    Raises:
        NotFoundError: there is no such worker.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(session, _Worker, worker_id, version, missing=_no_worker)


def save_worker(session: Session, record: _Worker | None, draft: WorkerDraft) -> int:
    """Add a worker, or bring a record to what the draft says; return the id."""
    volunteer = draft.volunteer
    values = {
        "kind": draft.kind.value,
        "name": draft.name,
        "phone": draft.phone,
        "staff_id": draft.staff_id,
        "resident_id": draft.resident_id,
        "employment_code": draft.employment_code,
        "station_id": draft.station_id,
        "skills": _texts(draft.skills),
        "qualifications": json.dumps(
            [[each.name, each.number, _iso(each.until)] for each in draft.qualifications],
            ensure_ascii=False,
        ),
        "free_times": times_text(draft.free_times),
        "nights": draft.nights,
        "most_hours": draft.most_hours,
        "sex_code": draft.sex_code,
        "since": _iso(draft.since),
        "until": _iso(draft.until),
        "note": draft.note,
        "keeps_festivals": draft.keeps_festivals,
        "volunteer_number": volunteer.number if volunteer else None,
        "registered_on": _iso(volunteer.registered_on) if volunteer else None,
        "source_code": volunteer.source_code if volunteer else None,
        "items": _texts(volunteer.items) if volunteer else None,
        "team_id": volunteer.team_id if volunteer else None,
        "document_kind": volunteer.document_kind if volunteer else None,
        "document_number": volunteer.document_number if volunteer else None,
    }
    return save_record(session, _Worker, record, values)


def find_use(connection: Connection, worker_id: int) -> str | None:
    """Return what tells of somebody, such as 请假; None if nothing does."""
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys if table.name not in _OF_NO_WEIGHT else ():
            if key.column.table is not _Worker.__table__:
                continue
            found = select(exists().where(key.parent == worker_id))
            if connection.execute(found).scalar_one():
                return _USES.get(table.name, _OTHER_USE)
    return None


# ---- leaves -------------------------------------------------------------------------------


def list_leaves(connection: Connection, first: date, last: date) -> list[Leave]:
    """Return the leaves that touch a span of days, the earliest first."""
    rows = connection.execute(
        select(_Leave.__table__)
        .where(_Leave.first <= last.isoformat(), _Leave.last >= first.isoformat())
        .order_by(_Leave.first, _Leave.id)
    )
    return [
        Leave(
            id=row.id,
            worker_id=row.worker_id,
            first=date.fromisoformat(row.first),
            last=date.fromisoformat(row.last),
            kind=LeaveKind(row.kind),
            note=row.note,
        )
        for row in rows
    ]


def save_leave(session: Session, leave: Leave) -> int:
    """Add a leave, or bring one to what is said; return its id.

    Raises:
        NotFoundError: it is gone.
    """
    record = None if leave.id is None else _leave_record(session, leave.id)
    if record is None:
        record = _Leave(worker_id=leave.worker_id)
        session.add(record)
    record.worker_id = leave.worker_id
    record.first, record.last = leave.first.isoformat(), leave.last.isoformat()
    record.kind, record.note = leave.kind.value, leave.note
    session.flush()
    return record.id


def remove_leave(session: Session, leave_id: int) -> None:
    """Take a leave back.

    Raises:
        NotFoundError: it is gone.
    """
    session.delete(_leave_record(session, leave_id))


# ---- who must not be together -------------------------------------------------------------


def list_aparts(connection: Connection) -> list[Apart]:
    """Return every pair, in the order they were entered."""
    rows = connection.execute(select(_Apart.__table__).order_by(_Apart.id))
    return [
        Apart(id=row.id, one_id=row.one_id, other_id=row.other_id, reason=row.reason)
        for row in rows
    ]


def add_apart(session: Session, pair: Apart) -> int:
    """Keep a pair; one that is there already gets the reason."""
    one, other = sorted((pair.one_id, pair.other_id))
    found = session.execute(
        select(_Apart).where(_Apart.one_id == one, _Apart.other_id == other)
    ).scalar_one_or_none()
    record = found or _Apart(one_id=one, other_id=other)
    record.reason = pair.reason
    session.add(record)
    session.flush()
    return record.id


def remove_apart(session: Session, apart_id: int) -> None:
    """Let two be together again.

    Raises:
        NotFoundError: the pair is gone.
    """
    record = session.get(_Apart, apart_id)
    if record is None:
        raise NotFoundError("这一对“不同班”已经被删除，请刷新后再试。")
    session.delete(record)


# ---- inside -------------------------------------------------------------------------------


def _conditions(wanted: WorkerFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.kind is not None:
        yield _Worker.kind == wanted.kind.value
    if wanted.station_id is not None:
        yield _Worker.station_id == wanted.station_id
    if wanted.team_id is not None:
        yield _Worker.team_id == wanted.team_id
    if wanted.words:
        like = f"%{wanted.words}%"
        yield or_(
            _Worker.name.like(like),
            _Worker.volunteer_number.like(like),
            _Worker.skills.like(like),
            _Worker.items.like(like),
        )
    if wanted.on is not None:
        day = wanted.on.isoformat()
        yield or_(_Worker.since.is_(None), _Worker.since <= day)
        yield or_(_Worker.until.is_(None), _Worker.until >= day)


def _worker(row: Any) -> Worker:
    volunteer = None
    if row.kind == WorkerKind.VOLUNTEER:
        volunteer = VolunteerFacts(
            number=row.volunteer_number,
            registered_on=_date(row.registered_on),
            source_code=row.source_code,
            items=tuple(json.loads(row.items or "[]")),
            team_id=row.team_id,
            document_kind=row.document_kind,
            document_number=row.document_number,
        )
    facts = WorkerDraft(
        kind=WorkerKind(row.kind),
        name=row.name,
        phone=row.phone,
        staff_id=row.staff_id,
        resident_id=row.resident_id,
        employment_code=row.employment_code,
        station_id=row.station_id,
        skills=tuple(json.loads(row.skills)),
        qualifications=tuple(
            Qualification(name=name, number=number, until=_date(until))
            for name, number, until in json.loads(row.qualifications)
        ),
        free_times=times_of(row.free_times),
        nights=row.nights,
        most_hours=row.most_hours,
        sex_code=row.sex_code,
        volunteer=volunteer,
        since=_date(row.since),
        until=_date(row.until),
        note=row.note,
        keeps_festivals=bool(row.keeps_festivals),
    )
    return Worker(id=row.id, version=row.version, facts=facts, station=row.station, team=row.team)


def _leave_record(session: Session, leave_id: int) -> _Leave:
    record = session.get(_Leave, leave_id)
    if record is None:
        raise NotFoundError("这次请假已经被删除，请刷新后再试。")
    return record


def _no_worker() -> NotFoundError:
    return NotFoundError("这位人员已经不在名单里，请刷新后再试。")


def _texts(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
