"""Matters done for people (全程代办) as records, numbered without gaps."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.orm import Session

from linli.domain.agency import (
    AgencyCase,
    AgencyDraft,
    AgencyFilter,
    AgencyResult,
    AgencyStep,
)
from linli.errors import NotFoundError
from linli.storage.guide_schema import AgencyCaseRecord, AgencyStepRecord
from linli.storage.schema import StationRecord
from linli.storage.versioned import record_for_change

_Case, _Step = AgencyCaseRecord, AgencyStepRecord


# ---- reading ------------------------------------------------------------------------------


def list_cases(
    connection: Connection, wanted: AgencyFilter, today: date, limit: int | None = None
) -> list[AgencyCase]:
    """Return matters: those that are open by when they are due, then the others, the last first."""
    is_closed = _Case.closed_on.is_not(None) | _Case.voided_reason.is_not(None)
    due = func.iif(is_closed, None, _Case.promised_on)
    query = (
        select(_Case.__table__, StationRecord.name.label("station"))
        .outerjoin(StationRecord, StationRecord.id == _Case.station_id)
        .where(*_conditions(wanted, today))
        .order_by(is_closed, due.is_(None), due, _Case.year.desc(), _Case.sequence.desc())
        .limit(limit)
    )
    return _load(connection, connection.execute(query).all())


def get_case(connection: Connection, case_id: int) -> AgencyCase:
    """Return a matter.

    Raises:
        NotFoundError: if there is no such matter.
    """
    query = (
        select(_Case.__table__, StationRecord.name.label("station"))
        .outerjoin(StationRecord, StationRecord.id == _Case.station_id)
        .where(_Case.id == case_id)
    )
    found = _load(connection, connection.execute(query).all())
    if not found:
        raise _missing()
    return found[0]


def next_sequence(connection: Connection, year: int) -> int:
    """Return the next number of a year."""
    query = select(func.max(_Case.sequence)).where(_Case.year == year)
    return int(connection.execute(query).scalar_one() or 0) + 1


def _conditions(wanted: AgencyFilter, today: date) -> Iterable[ColumnElement[bool]]:
    waits = _Case.closed_on.is_(None) & _Case.voided_reason.is_(None)
    if wanted.is_open is not None:
        yield waits if wanted.is_open else ~waits
    if wanted.overdue:
        yield waits & (_Case.promised_on < today.isoformat())
    if wanted.resident_id is not None:
        yield _Case.resident_id == wanted.resident_id


def _load(connection: Connection, rows: Sequence[Any]) -> list[AgencyCase]:
    steps: dict[int, list[AgencyStep]] = defaultdict(list)
    query = select(_Step.__table__).where(_Step.case_id.in_([row.id for row in rows]))
    for row in connection.execute(query.order_by(_Step.id)):
        step = AgencyStep(
            day=date.fromisoformat(row.day), giver=row.giver, taker=row.taker, words=row.words
        )
        steps[row.case_id].append(step)
    return [_case(row, tuple(steps[row.id])) for row in rows]


def _case(row: Any, steps: tuple[AgencyStep, ...]) -> AgencyCase:
    ended = None
    if row.closed_on is not None:
        closed_on = date.fromisoformat(row.closed_on)
        ended = AgencyResult(closed_on=closed_on, result=row.result or "", taken_by=row.taken_by)
    return AgencyCase(
        id=row.id,
        version=row.version,
        year=row.year,
        sequence=row.sequence,
        facts=AgencyDraft(
            name=row.name,
            resident_id=row.resident_id,
            phone=row.phone,
            received_on=date.fromisoformat(row.received_on),
            item=row.item,
            guide_id=row.guide_id,
            station_id=row.station_id,
            materials=row.materials,
            promised_on=date.fromisoformat(row.promised_on) if row.promised_on else None,
            first_asked=row.first_asked,
        ),
        steps=steps,
        ended=ended,
        voided_reason=row.voided_reason,
        account=row.account,
        station=row.station,
    )


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, case_id: int, version: int | None = None) -> AgencyCaseRecord:
    """Return a matter's record for a change.

    Raises:
        NotFoundError: if there is no such matter.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Case, case_id, version, missing=_missing, called=lambda _: "这件代办"
    )


def add_case(session: Session, draft: AgencyDraft, *, sequence: int, account: str) -> int:
    """Add a matter under its number and return its id."""
    year = draft.received_on.year
    record = _Case(**_values(draft), year=year, sequence=sequence, account=account)
    session.add(record)
    session.flush()
    return record.id


def update_case(session: Session, record: AgencyCaseRecord, draft: AgencyDraft) -> None:
    """Bring a matter to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    _count_on(session, record)


def add_step(session: Session, record: AgencyCaseRecord, step: AgencyStep) -> None:
    """Write down a hand-over."""
    values = asdict(step) | {"day": step.day.isoformat()}
    session.add(_Step(case_id=record.id, **values))
    _count_on(session, record)


def end_case(session: Session, record: AgencyCaseRecord, result: AgencyResult) -> None:
    """Write down how a matter ended."""
    record.closed_on = result.closed_on.isoformat()
    record.result = result.result
    record.taken_by = result.taken_by
    _count_on(session, record)


def void_case(session: Session, record: AgencyCaseRecord, reason: str) -> None:
    """Write down why a matter was entered by mistake; its number stays taken."""
    record.voided_reason = reason
    _count_on(session, record)


def _count_on(session: Session, record: AgencyCaseRecord) -> None:
    record.version += 1
    session.flush()


def _values(draft: AgencyDraft) -> dict[str, Any]:
    days = {
        "received_on": draft.received_on.isoformat(),
        "promised_on": draft.promised_on.isoformat() if draft.promised_on else None,
    }
    return asdict(draft) | days


def _missing() -> NotFoundError:
    return NotFoundError("这件代办已经不在台账里，请刷新后再看。")
