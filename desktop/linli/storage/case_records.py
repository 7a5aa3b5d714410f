"""What is written down in a case, as records: meetings, agreement, performance, visits."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from linli.domain.cases import Agreement, CourtRuling, Duty, FollowUp, Meeting
from linli.errors import NotFoundError
from linli.storage.case_schema import (
    CaseAgreementRecord,
    CaseDutyRecord,
    CaseMeetingRecord,
    CaseRecord,
    CaseVisitRecord,
)
from linli.storage.case_writing import count_on, iso, listed, save_list


def save_meeting(session: Session, record: CaseRecord, meeting: Meeting) -> int:
    """Add a meeting, or change the one that the id names; return its id.

    Raises:
        NotFoundError: it is gone.
    """
    values = {
        "is_inquiry": meeting.is_inquiry,
        "day": meeting.day.isoformat(),
        "hours": meeting.hours or None,
        "place": meeting.place or None,
        "subject": meeting.subject or None,
        "present": listed(meeting.present),
        "invited": listed(meeting.invited),
        "recorder": meeting.recorder or None,
        "record": meeting.record or None,
        "result": meeting.result or None,
    }
    return _save_part(session, record, CaseMeetingRecord, meeting.id, values, "这次调解的记录")


def remove_meeting(session: Session, record: CaseRecord, meeting_id: int) -> None:
    """Remove a meeting.

    Raises:
        NotFoundError: it is gone.
    """
    session.delete(_part(session, record, CaseMeetingRecord, meeting_id, "这次调解的记录"))
    count_on(session, record)


def save_agreement(session: Session, record: CaseRecord, agreement: Agreement) -> None:
    """Keep the agreement with its duties, whatever the court said of it before."""
    values = {
        "form": agreement.form.value,
        "agreed_on": agreement.agreed_on.isoformat(),
        "effective_on": agreement.effective_on.isoformat(),
        "facts": agreement.facts or None,
        "terms": listed(agreement.terms),
        "performance": agreement.performance or None,
        "recorder": agreement.recorder or None,
        "applied_on": iso(agreement.applied_on),
        "court": agreement.court or None,
        "ruled_on": iso(agreement.ruled_on),
        "ruling": agreement.ruling.value if agreement.ruling else None,
    }
    kept = session.scalars(select(CaseAgreementRecord).filter_by(case_id=record.id)).one_or_none()
    if kept is None:
        session.add(CaseAgreementRecord(case_id=record.id, **values))
    else:
        for column, value in values.items():
            setattr(kept, column, value)
    save_list(session, CaseDutyRecord, record.id, agreement.duties, _duty_values)
    count_on(session, record)


def save_duty(session: Session, record: CaseRecord, duty: Duty) -> None:
    """Keep what became of a duty.

    Raises:
        NotFoundError: it is gone.
    """
    _save_part(session, record, CaseDutyRecord, duty.id, _duty_values(duty), "这项履行事项")


def perform_all(session: Session, case_id: int, day: date, *, only_first: bool = False) -> None:
    """Keep that the duties of a case, or the first of them, were performed on a day."""
    duties = select(CaseDutyRecord).filter_by(case_id=case_id).order_by(CaseDutyRecord.position)
    for duty in session.scalars(duties.limit(1 if only_first else None)):
        duty.done_on = day.isoformat()
    session.flush()


def apply_to_court(session: Session, record: CaseRecord, day: date, court: str) -> None:
    """Write into the agreement that its confirmation was applied for."""
    agreement = session.scalars(select(CaseAgreementRecord).filter_by(case_id=record.id)).one()
    agreement.applied_on, agreement.court = day.isoformat(), court
    agreement.ruled_on = agreement.ruling = None


def keep_ruling(session: Session, record: CaseRecord, day: date, ruling: CourtRuling) -> None:
    """Write into the agreement what the court said."""
    agreement = session.scalars(select(CaseAgreementRecord).filter_by(case_id=record.id)).one()
    agreement.ruled_on, agreement.ruling = day.isoformat(), ruling.value


def add_visit(session: Session, record: CaseRecord, visit: FollowUp) -> int:
    """Add a follow-up visit, or change the one that the id names; return its id.

    Raises:
        NotFoundError: it is gone.
    """
    values = {
        "day": visit.day.isoformat(),
        "visitor": visit.visitor,
        "performance": visit.performance or None,
        "satisfaction": visit.satisfaction.value if visit.satisfaction else None,
        "note": visit.note or None,
        "next_due": iso(visit.next_due),
    }
    return _save_part(session, record, CaseVisitRecord, visit.id, values, "这次回访的记录")


def _duty_values(duty: Duty) -> Mapping[str, Any]:
    return {
        "who": duty.who,
        "what": duty.what,
        "amount": duty.amount,
        "due": iso(duty.due),
        "done_on": iso(duty.done_on),
        "note": duty.note or None,
    }


def _part(session: Session, record: CaseRecord, record_type: Any, row_id: int, named: str) -> Any:
    """Return a row that belongs to a case.

    Raises:
        NotFoundError: it is gone.
    """
    row = session.get(record_type, row_id)
    if row is None or row.case_id != record.id:
        raise NotFoundError(f"{named}已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
    return row


def _save_part(
    session: Session,
    record: CaseRecord,
    record_type: Any,
    row_id: int | None,
    values: Mapping[str, Any],
    named: str,
) -> int:
    if row_id is None:
        row = record_type(case_id=record.id, **values)
        session.add(row)
    else:
        row = _part(session, record, record_type, row_id, named)
        for column, value in values.items():
            setattr(row, column, value)
    count_on(session, record)
    number: int = row.id
    return number
