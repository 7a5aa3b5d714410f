"""Mediation cases as records, written: a case with its people, its steps, and what follows."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select, update
from sqlalchemy.orm import Session

from linli.domain.case_flow import Step
from linli.domain.case_steps import Standing
from linli.domain.cases import (
    Agreement,
    CaseDraft,
    CaseNumber,
    CourtRuling,
    Duty,
    FollowUp,
    Mediator,
    Meeting,
    Party,
    StepDraft,
)
from linli.errors import NotFoundError
from linli.storage.case_schema import (
    CaseAgreementRecord,
    CaseDutyRecord,
    CaseMediatorRecord,
    CaseMeetingRecord,
    CasePartyRecord,
    CaseRecord,
    CaseStepRecord,
    CaseVisitRecord,
)
from linli.storage.children import has_changes
from linli.storage.schema import GridRecord
from linli.storage.times import stored

_Case = CaseRecord


def add_case(session: Session, draft: CaseDraft, standing: Standing, account: str) -> CaseRecord:
    """Add a case with its people; its steps are added apart."""
    record = _Case(**_values(session, draft), **_standing(standing), account=account)
    session.add(record)
    session.flush()
    _save_people(session, record.id, draft)
    session.flush()
    return record


def update_case(session: Session, record: CaseRecord, draft: CaseDraft, standing: Standing) -> None:
    """Bring a case and its people to what the draft says."""
    for column, value in (_values(session, draft, record) | _standing(standing)).items():
        setattr(record, column, value)
    _save_people(session, record.id, draft)
    _count_on(session, record)


def add_step(
    session: Session,
    record: CaseRecord,
    step: StepDraft,
    standing: Standing,
    *,
    account: str,
    at: datetime,
) -> None:
    """Write down a step, and where the case stands after it."""
    last = session.connection().execute(
        select(func.max(CaseStepRecord.position)).where(CaseStepRecord.case_id == record.id)
    )
    session.add(
        CaseStepRecord(
            case_id=record.id,
            position=int(last.scalar_one() or 0) + 1,
            step=step.step.value,
            day=step.day.isoformat(),
            reason=step.reason or None,
            level=step.level.value if step.level else None,
            unit=step.unit or None,
            last_day=_iso(step.until),
            consented=step.consented,
            ruling=step.ruling.value if step.ruling else None,
            risk=step.risk.value if step.risk else None,
            persons=step.persons,
            stage=standing.stage.value,
            account=account,
            entered_at=stored(at),
        )
    )
    for column, value in _standing(standing).items():
        setattr(record, column, value)
    _count_on(session, record)


def move_step(session: Session, case_id: int, step: Step, old: date, new: date) -> None:
    """Let the steps of a kind on a day be on another day, as the record they come from says now."""
    wanted = {"case_id": case_id, "step": step.value, "day": old.isoformat()}
    for taken in session.scalars(select(CaseStepRecord).filter_by(**wanted)):
        taken.day = new.isoformat()


def next_number(connection: Connection, year: int, mark: str) -> CaseNumber:
    """Return the next number of a year under a mark: one more than the highest ever given."""
    last = connection.execute(
        select(func.max(_Case.number_sequence)).where(
            _Case.number_year == year, _Case.number_mark == mark
        )
    ).scalar_one()
    return CaseNumber(year=year, sequence=int(last or 0) + 1, mark=mark)


def give_number(record: CaseRecord, number: CaseNumber) -> None:
    """Give a case its number, which stays with it."""
    record.number_year, record.number_sequence = number.year, number.sequence
    record.number_mark = number.mark


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
        "present": _listed(meeting.present),
        "invited": _listed(meeting.invited),
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
    _count_on(session, record)


def save_agreement(session: Session, record: CaseRecord, agreement: Agreement) -> None:
    """Keep the agreement with its duties, whatever the court said of it before."""
    values = {
        "form": agreement.form.value,
        "agreed_on": agreement.agreed_on.isoformat(),
        "effective_on": agreement.effective_on.isoformat(),
        "facts": agreement.facts or None,
        "terms": _listed(agreement.terms),
        "performance": agreement.performance or None,
        "recorder": agreement.recorder or None,
        "applied_on": _iso(agreement.applied_on),
        "court": agreement.court or None,
        "ruled_on": _iso(agreement.ruled_on),
        "ruling": agreement.ruling.value if agreement.ruling else None,
    }
    kept = session.scalars(select(CaseAgreementRecord).filter_by(case_id=record.id)).one_or_none()
    if kept is None:
        session.add(CaseAgreementRecord(case_id=record.id, **values))
    else:
        for column, value in values.items():
            setattr(kept, column, value)
    _save_list(session, CaseDutyRecord, record.id, agreement.duties, _duty_values)
    _count_on(session, record)


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
        "next_due": _iso(visit.next_due),
    }
    return _save_part(session, record, CaseVisitRecord, visit.id, values, "这次回访的记录")


def link_finding(connection: Connection, finding_id: int, case_id: int) -> None:
    """Say of a sweep's finding that it became a case.

    Raises:
        NotFoundError: the finding is gone.
    """
    from linli.storage.all_records import METADATA

    finding = METADATA.tables["sweep_finding"]
    wanted = update(finding).where(finding.c.id == finding_id)
    if not connection.execute(wanted.values(case_id=case_id, handling="case")).rowcount:
        raise NotFoundError("这条排查发现已经不在台账里，可能刚被撤销或删除，请刷新后再看。")


def _values(session: Session, draft: CaseDraft, record: CaseRecord | None = None) -> dict[str, Any]:
    """Return the columns of a draft; the grid's name is that of the day it was chosen."""
    grid = None if record is None else record.grid
    if draft.grid_id is not None and (record is None or record.grid_id != draft.grid_id):
        found = session.get(GridRecord, draft.grid_id)
        grid = None if found is None else found.name
    elif draft.grid_id is None and (record is None or record.grid_id is not None):
        grid = None
    return {
        "title": draft.title,
        "registered_on": draft.registered_on.isoformat(),
        "occurred_on": _iso(draft.occurred_on),
        "place": draft.place,
        "grid_id": draft.grid_id,
        "grid": grid,
        "kind_code": draft.kind_code,
        "event_code": draft.event_code,
        "source": draft.source.value,
        "source_unit": draft.source_unit,
        "amount": draft.amount,
        "scale": draft.scale.value,
        "persons": draft.persons,
        "summary": draft.summary or None,
        "requests": _listed(draft.requests),
        "mediators_group": draft.group,
        "is_difficult": draft.is_difficult,
        "first_level": draft.first_level.value,
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "stage": standing.stage.value,
        "since": standing.since.isoformat(),
        "level": standing.level.value,
        "away_since": _iso(standing.away_since),
        "unit": standing.unit or None,
        "accepted_on": _iso(standing.accepted_on),
        "has_risk": standing.has_risk,
    }


def _save_people(session: Session, case_id: int, draft: CaseDraft) -> None:
    _save_list(session, CasePartyRecord, case_id, draft.parties, _party_values)
    _save_list(session, CaseMediatorRecord, case_id, draft.mediators, _mediator_values)


def _save_list(
    session: Session, record_type: Any, case_id: int, items: Iterable[Any], values_of: Any
) -> None:
    """Bring the rows of a case to these items: one that has its id is the same as before."""
    with session.no_autoflush:  # so that `has_changes` sees what the caller changed before
        rows = session.scalars(select(record_type).filter_by(case_id=case_id)).all()
    kept = {row.id: row for row in rows}
    for position, item in enumerate(items):
        values = {"position": position, **values_of(item)}
        row = kept.pop(item.id, None)
        if row is None:
            session.add(record_type(case_id=case_id, **values))
        else:
            for column, value in values.items():
                setattr(row, column, value)
    for row in kept.values():
        session.delete(row)


def _party_values(party: Party) -> Mapping[str, Any]:
    agent = party.agent
    return {
        "side": party.side.value,
        "name": party.name,
        "is_organisation": party.is_organisation,
        "resident_id": party.resident_id,
        "organisation_id": party.organisation_id,
        "sex_code": party.sex_code,
        "ethnicity_code": party.ethnicity_code,
        "birth": _iso(party.birth),
        "occupation": party.occupation,
        "id_number": party.id_number,
        "phone": party.phone,
        "address": party.address,
        "representative": party.representative,
        "representative_post": party.representative_post,
        "agent_name": agent.name if agent else None,
        "agent_id_number": agent.id_number if agent else None,
        "agent_phone": agent.phone if agent else None,
        "agent_address": agent.address if agent else None,
        "agent_relation": agent.relation if agent else None,
        "agent_powers": (agent.powers or None) if agent else None,
        "agent_since": _iso(agent.since) if agent else None,
        "agent_until": _iso(agent.until) if agent else None,
    }


def _mediator_values(mediator: Mediator) -> Mapping[str, Any]:
    return {
        "name": mediator.name,
        "phone": mediator.phone,
        "staff_id": mediator.staff_id,
        "resident_id": mediator.resident_id,
        "presides": mediator.presides,
        "chosen_by_parties": mediator.chosen_by_parties,
    }


def _duty_values(duty: Duty) -> Mapping[str, Any]:
    return {
        "who": duty.who,
        "what": duty.what,
        "amount": duty.amount,
        "due": _iso(duty.due),
        "done_on": _iso(duty.done_on),
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
    _count_on(session, record)
    number: int = row.id
    return number


def _count_on(session: Session, record: CaseRecord) -> None:
    if has_changes(session):
        record.version += 1
    session.flush()


def _listed(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
