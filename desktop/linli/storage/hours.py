"""Attendance and hours (签到、时长) as records: service, notes on volunteers, hand-overs."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.orm import Session, aliased

from linli.domain.hours import (
    HandOver,
    NoteKind,
    ServiceDraft,
    ServiceFilter,
    ServiceRecord,
    Source,
    VolunteerNote,
)
from linli.domain.workers import WorkerKind
from linli.errors import NotFoundError
from linli.storage.hours_schema import HandOverRecord, ServiceRecordRecord, VolunteerNoteRecord
from linli.storage.roster_schema import RosterShiftRecord
from linli.storage.schema import StationRecord
from linli.storage.versioned import record_for_change, save_record
from linli.storage.worker_schema import WorkerRecord

_Service = ServiceRecordRecord
_Note = VolunteerNoteRecord
_HandOver = HandOverRecord
R = TypeVar("R")
_A_DAY = timedelta(days=1)


# ---- service ------------------------------------------------------------------------------


def list_services(connection: Connection, wanted: ServiceFilter) -> list[ServiceRecord]:
    """Return records of service, the last day first."""
    return _load(connection, *_conditions(wanted))


def get_service(connection: Connection, record_id: int) -> ServiceRecord:
    """Return a record of service.

    Raises:
        NotFoundError: there is none.
    """
    found = _load(connection, _Service.id == record_id)
    if not found:
        raise _missing()
    return found[0]


def list_near(
    connection: Connection, draft: ServiceDraft, own_id: int | None
) -> list[ServiceRecord]:
    """Return what the person of a record also served on its day, the day before and after."""
    around = ServiceFilter(
        first=draft.day - _A_DAY, last=draft.day + _A_DAY, worker_id=draft.worker_id
    )
    return [each for each in list_services(connection, around) if each.id != own_id]


def list_of_event(connection: Connection, event_id: int) -> list[ServiceRecord]:
    """Return what was recorded of an event."""
    return _load(connection, _Service.event_id == event_id)


def recorded_shifts(connection: Connection, first: date, last: date) -> set[tuple[int, date, int]]:
    """Return worker, day and shift of what is recorded of rosters in a span of days."""
    rows = connection.execute(
        select(_Service.worker_id, _Service.day, _Service.shift_id).where(
            _Service.day.between(first.isoformat(), last.isoformat()),
            _Service.shift_id.is_not(None),
        )
    )
    return {(row.worker_id, date.fromisoformat(row.day), row.shift_id) for row in rows}


def service_record(session: Session, record_id: int, version: int | None = None) -> _Service:
    """Return a record of service for a change.

    Raises:
        NotFoundError: there is none.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Service, record_id, version, missing=_missing, called=lambda _: "这条时长"
    )


def save_service(session: Session, record: _Service | None, draft: ServiceDraft) -> int:
    """Add a record of service, or bring one to what the draft says; return its id."""
    values = {
        "worker_id": draft.worker_id,
        "day": draft.day.isoformat(),
        "begins": _clock(draft.begins),
        "ends": _clock(draft.ends),
        "quarters": draft.counted,
        "item": draft.item,
        "content": draft.content,
        "station_id": draft.station_id,
        "place": draft.place,
        "source": draft.source.value,
        "shift_id": draft.shift_id,
        "event_id": draft.event_id,
        "confirmed_by": draft.confirmed_by,
        "note": draft.note,
    }
    return save_record(session, _Service, record, values)


# ---- training, praise, evaluation ---------------------------------------------------------


def list_notes(connection: Connection, worker_id: int | None = None) -> list[VolunteerNote]:
    """Return training, praise and evaluation of one volunteer or all, the last first."""
    rows = connection.execute(
        select(_Note.__table__, WorkerRecord.name.label("worker"))
        .join(WorkerRecord, WorkerRecord.id == _Note.worker_id)
        .where(*(() if worker_id is None else (_Note.worker_id == worker_id,)))
        .order_by(_Note.day.desc(), _Note.id.desc())
    )
    return [
        VolunteerNote(
            id=row.id,
            worker_id=row.worker_id,
            kind=NoteKind(row.kind),
            day=date.fromisoformat(row.day),
            content=row.content,
            giver=row.giver,
            quarters=row.quarters,
            worker=row.worker,
        )
        for row in rows
    ]


def save_note(session: Session, note: VolunteerNote) -> int:
    """Add training, praise or evaluation, or change one that has an id; return its id.

    Raises:
        NotFoundError: it is gone.
    """
    record = _Note() if note.id is None else _there(session, _Note, note.id)
    record.worker_id, record.kind = note.worker_id, note.kind.value
    record.day, record.content = note.day.isoformat(), note.content
    record.giver, record.quarters = note.giver, note.quarters
    session.add(record)
    session.flush()
    return record.id


def remove_note(session: Session, note_id: int) -> None:
    """Take training, praise or evaluation back.

    Raises:
        NotFoundError: it is gone.
    """
    session.delete(_there(session, _Note, note_id))


# ---- hand-overs ---------------------------------------------------------------------------


def list_hand_overs(
    connection: Connection, first: date | None = None, last: date | None = None
) -> list[HandOver]:
    """Return hand-overs of a span of days, the last first."""
    given, taken = aliased(WorkerRecord), aliased(WorkerRecord)
    found = (
        select(_HandOver.__table__, given.name.label("given"), taken.name.label("taken"))
        .outerjoin(given, given.id == _HandOver.given_id)
        .outerjoin(taken, taken.id == _HandOver.taken_id)
        .order_by(_HandOver.day.desc(), _HandOver.at.desc(), _HandOver.id.desc())
    )
    if first is not None:
        found = found.where(_HandOver.day >= first.isoformat())
    if last is not None:
        found = found.where(_HandOver.day <= last.isoformat())
    return [
        HandOver(
            id=row.id,
            version=row.version,
            day=date.fromisoformat(row.day),
            at=time.fromisoformat(row.at),
            shift=row.shift,
            given_id=row.given_id,
            taken_id=row.taken_id,
            happened=row.happened,
            left_open=row.left_open,
            settled_on=date.fromisoformat(row.settled_on) if row.settled_on else None,
            given=row.given or "",
            taken=row.taken or "",
        )
        for row in connection.execute(found)
    ]


def save_hand_over(session: Session, note: HandOver) -> int:
    """Add a hand-over, or change one that has an id; return its id.

    Raises:
        NotFoundError: it is gone.
        ConflictError: it is no longer the version that was read.
    """
    record = None
    if note.id is not None:
        record = record_for_change(
            session,
            _HandOver,
            note.id,
            note.version,
            missing=_missing,
            called=lambda _: "这次交接班",
        )
    values = {
        "day": note.day.isoformat(),
        "at": _clock(note.at),
        "shift": note.shift,
        "given_id": note.given_id,
        "taken_id": note.taken_id,
        "happened": note.happened,
        "left_open": note.left_open,
        "settled_on": note.settled_on.isoformat() if note.settled_on else None,
    }
    return save_record(session, _HandOver, record, values)


def remove_hand_over(session: Session, note_id: int) -> None:
    """Take a hand-over back.

    Raises:
        NotFoundError: it is gone.
    """
    session.delete(_there(session, _HandOver, note_id))


# ---- inside -------------------------------------------------------------------------------


def _conditions(wanted: ServiceFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.first is not None:
        yield _Service.day >= wanted.first.isoformat()
    if wanted.last is not None:
        yield _Service.day <= wanted.last.isoformat()
    if wanted.worker_id is not None:
        yield _Service.worker_id == wanted.worker_id
    if wanted.kind is not None:
        yield WorkerRecord.kind == wanted.kind.value


def _load(connection: Connection, *conditions: ColumnElement[bool]) -> list[ServiceRecord]:
    rows = connection.execute(
        select(
            _Service.__table__,
            WorkerRecord.name.label("worker"),
            WorkerRecord.kind.label("kind"),
            StationRecord.name.label("station"),
            RosterShiftRecord.name.label("shift"),
        )
        .join(WorkerRecord, WorkerRecord.id == _Service.worker_id)
        .outerjoin(StationRecord, StationRecord.id == _Service.station_id)
        .outerjoin(RosterShiftRecord, RosterShiftRecord.id == _Service.shift_id)
        .where(*conditions)
        .order_by(_Service.day.desc(), _Service.id.desc())
    )
    return [_service(row) for row in rows]


def _service(row: Any) -> ServiceRecord:
    facts = ServiceDraft(
        worker_id=row.worker_id,
        day=date.fromisoformat(row.day),
        begins=time.fromisoformat(row.begins) if row.begins else None,
        ends=time.fromisoformat(row.ends) if row.ends else None,
        quarters=row.quarters,
        item=row.item,
        content=row.content,
        station_id=row.station_id,
        place=row.place,
        source=Source(row.source),
        shift_id=row.shift_id,
        event_id=row.event_id,
        confirmed_by=row.confirmed_by,
        note=row.note,
    )
    return ServiceRecord(
        id=row.id,
        version=row.version,
        facts=facts,
        worker=row.worker,
        kind=WorkerKind(row.kind),
        station=row.station,
        shift=row.shift,
    )


def _there(session: Session, record_type: type[R], record_id: int) -> R:
    record = session.get(record_type, record_id)
    if record is None:
        raise _missing()
    return record


def _clock(at: time | None) -> str | None:
    return None if at is None else f"{at:%H:%M}"


def _missing() -> NotFoundError:
    return NotFoundError("这条记录已经被删除，请刷新后再试。")
