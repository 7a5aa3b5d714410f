"""Mediation cases as records, written: a case with its people, its number and its steps."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select, update
from sqlalchemy.orm import Session

from linli.domain.case_flow import Step
from linli.domain.case_steps import Standing
from linli.domain.cases import (
    CaseDraft,
    CaseNumber,
    Mediator,
    Party,
    StepDraft,
)
from linli.errors import NotFoundError
from linli.storage.case_schema import (
    CaseMediatorRecord,
    CasePartyRecord,
    CaseRecord,
    CaseStepRecord,
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
    count_on(session, record)


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
            last_day=iso(step.until),
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
    count_on(session, record)


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
        "occurred_on": iso(draft.occurred_on),
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
        "requests": listed(draft.requests),
        "mediators_group": draft.group,
        "is_difficult": draft.is_difficult,
        "first_level": draft.first_level.value,
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "stage": standing.stage.value,
        "since": standing.since.isoformat(),
        "level": standing.level.value,
        "away_since": iso(standing.away_since),
        "unit": standing.unit or None,
        "accepted_on": iso(standing.accepted_on),
        "has_risk": standing.has_risk,
    }


def _save_people(session: Session, case_id: int, draft: CaseDraft) -> None:
    save_list(session, CasePartyRecord, case_id, draft.parties, _party_values)
    save_list(session, CaseMediatorRecord, case_id, draft.mediators, _mediator_values)


def save_list(
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
        "birth": iso(party.birth),
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
        "agent_since": iso(agent.since) if agent else None,
        "agent_until": iso(agent.until) if agent else None,
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


def count_on(session: Session, record: CaseRecord) -> None:
    """Count a case's version on if anything of it changed, and write it."""
    if has_changes(session):
        record.version += 1
    session.flush()


def listed(texts: Iterable[str]) -> str:
    """Return texts as they are kept."""
    return json.dumps(list(texts), ensure_ascii=False)


def iso(day: date | None) -> str | None:
    """Return a day as it is kept."""
    return day.isoformat() if day else None
