"""Mediation cases (人民调解案件) as records, read: whole ones, and what belongs to them."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from linli.domain.case_flow import Stage, Step
from linli.domain.cases import (
    Agent,
    Agreement,
    AgreementForm,
    Case,
    CaseDraft,
    CaseNumber,
    CourtRuling,
    Duty,
    FollowUp,
    Level,
    Mediator,
    Meeting,
    Party,
    Risk,
    Satisfaction,
    Scale,
    Side,
    Source,
    StepDraft,
    TakenStep,
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
from linli.storage.ids import among
from linli.storage.times import shown
from linli.storage.versioned import record_for_change

_Case = CaseRecord
T = TypeVar("T")


def get_case(connection: Connection, case_id: int) -> Case:
    """Return a case with all that belongs to it.

    Raises:
        NotFoundError: there is no such case.
    """
    found = load_cases(connection, [case_id])
    if not found:
        raise no_case()
    return found[0]


def load_cases(connection: Connection, case_ids: Iterable[int]) -> list[Case]:
    """Return whole cases by their ids, in order of registration."""
    wanted = list(case_ids)
    rows = connection.execute(
        select(_Case.__table__)
        .where(_Case.id.in_(among(wanted)))
        .order_by(_Case.registered_on, _Case.id)
    ).all()
    ids = [row.id for row in rows]
    parties = _of_cases(connection, ids, CasePartyRecord, _party, CasePartyRecord.position)
    mediators = _of_cases(
        connection, ids, CaseMediatorRecord, _mediator, CaseMediatorRecord.position
    )
    steps = _of_cases(connection, ids, CaseStepRecord, _step, CaseStepRecord.position)
    meetings = _of_cases(connection, ids, CaseMeetingRecord, _meeting, CaseMeetingRecord.day)
    duties = _of_cases(connection, ids, CaseDutyRecord, _duty, CaseDutyRecord.position)
    visits = _of_cases(connection, ids, CaseVisitRecord, _visit, CaseVisitRecord.day)
    agreements = _agreements(connection, ids, duties)
    findings = _findings(connection, ids)
    return [
        Case(
            id=row.id,
            version=row.version,
            facts=_facts(row, parties[row.id], mediators[row.id]),
            number=number_of(row),
            stage=Stage(row.stage),
            since=date.fromisoformat(row.since),
            accepted_on=_date(row.accepted_on),
            level=Level(row.level),
            away_since=_date(row.away_since),
            unit=row.unit or "",
            steps=steps[row.id],
            meetings=meetings[row.id],
            agreement=agreements.get(row.id),
            follow_ups=visits[row.id],
            finding_id=findings.get(row.id),
            grid=row.grid,
        )
        for row in rows
    ]


def get_record(session: Session, case_id: int, version: int | None = None) -> CaseRecord:
    """Return a case's record for a change.

    Raises:
        NotFoundError: there is no such case.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Case, case_id, version, missing=no_case, called=lambda _: "这件案子"
    )


def number_of(row: Any) -> CaseNumber | None:
    """Return the number of a case's row, None if it has none yet."""
    if row.number_sequence is None:
        return None
    return CaseNumber(
        year=row.number_year, sequence=row.number_sequence, mark=row.number_mark or ""
    )


def no_case() -> NotFoundError:
    """Return what is raised where a case is gone."""
    return NotFoundError("这件案子已经不在台账里，可能刚被撤销，请刷新后再看。")


def _of_cases(
    connection: Connection,
    ids: list[int],
    record: Any,
    made: Callable[[Any], T],
    order: InstrumentedAttribute[Any],
) -> Mapping[int, tuple[T, ...]]:
    """Return what belongs to each case, in order."""
    found: dict[int, list[T]] = defaultdict(list)
    for row in connection.execute(
        select(record.__table__)
        .where(record.case_id.in_(among(ids)))
        .order_by(record.case_id, order, record.id)
    ):
        found[row.case_id].append(made(row))
    return defaultdict(tuple, {case_id: tuple(items) for case_id, items in found.items()})


def _agreements(
    connection: Connection, ids: list[int], duties: Mapping[int, tuple[Duty, ...]]
) -> dict[int, Agreement]:
    rows = connection.execute(
        select(CaseAgreementRecord.__table__).where(CaseAgreementRecord.case_id.in_(among(ids)))
    )
    return {
        row.case_id: Agreement(
            form=AgreementForm(row.form),
            agreed_on=date.fromisoformat(row.agreed_on),
            effective_on=date.fromisoformat(row.effective_on),
            facts=row.facts or "",
            terms=tuple(json.loads(row.terms)),
            performance=row.performance or "",
            recorder=row.recorder or "",
            duties=duties[row.case_id],
            applied_on=_date(row.applied_on),
            court=row.court,
            ruled_on=_date(row.ruled_on),
            ruling=CourtRuling(row.ruling) if row.ruling else None,
        )
        for row in rows
    }


def _findings(connection: Connection, ids: list[int]) -> dict[int, int]:
    """Return the finding of a sweep that each case came from."""
    from linli.storage.all_records import METADATA

    finding = METADATA.tables["sweep_finding"]
    wanted = finding.c.case_id.in_(among(ids))
    rows = connection.execute(select(finding.c.case_id, finding.c.id).where(wanted))
    return {row.case_id: row.id for row in rows}


def _facts(row: Any, parties: tuple[Party, ...], mediators: tuple[Mediator, ...]) -> CaseDraft:
    return CaseDraft(
        title=row.title,
        registered_on=date.fromisoformat(row.registered_on),
        occurred_on=_date(row.occurred_on),
        place=row.place,
        grid_id=row.grid_id,
        kind_code=row.kind_code,
        event_code=row.event_code,
        source=Source(row.source),
        source_unit=row.source_unit,
        amount=row.amount,
        scale=Scale(row.scale),
        persons=row.persons,
        summary=row.summary or "",
        requests=tuple(json.loads(row.requests)),
        group=row.mediators_group,
        is_difficult=row.is_difficult,
        first_level=Level(row.first_level),
        parties=parties,
        mediators=mediators,
    )


def _party(row: Any) -> Party:
    return Party(
        id=row.id,
        side=Side(row.side),
        name=row.name,
        is_organisation=bool(row.is_organisation),
        resident_id=row.resident_id,
        organisation_id=row.organisation_id,
        sex_code=row.sex_code,
        ethnicity_code=row.ethnicity_code,
        birth=_date(row.birth),
        occupation=row.occupation,
        id_number=row.id_number,
        phone=row.phone,
        address=row.address,
        representative=row.representative,
        representative_post=row.representative_post,
        agent=_agent(row),
    )


def _agent(row: Any) -> Agent | None:
    if row.agent_name is None:
        return None
    return Agent(
        name=row.agent_name,
        id_number=row.agent_id_number,
        phone=row.agent_phone,
        address=row.agent_address,
        relation=row.agent_relation,
        powers=row.agent_powers or "",
        since=_date(row.agent_since),
        until=_date(row.agent_until),
    )


def _mediator(row: Any) -> Mediator:
    return Mediator(
        id=row.id,
        name=row.name,
        phone=row.phone,
        staff_id=row.staff_id,
        resident_id=row.resident_id,
        presides=bool(row.presides),
        chosen_by_parties=bool(row.chosen_by_parties),
    )


def _step(row: Any) -> TakenStep:
    return TakenStep(
        id=row.id,
        facts=StepDraft(
            step=Step(row.step),
            day=date.fromisoformat(row.day),
            reason=row.reason or "",
            level=Level(row.level) if row.level else None,
            unit=row.unit or "",
            until=_date(row.last_day),
            consented=bool(row.consented),
            ruling=CourtRuling(row.ruling) if row.ruling else None,
            risk=Risk(row.risk) if row.risk else None,
            persons=row.persons,
        ),
        by=row.account,
        entered=shown(row.entered_at),
        stage=Stage(row.stage),
    )


def _meeting(row: Any) -> Meeting:
    return Meeting(
        id=row.id,
        is_inquiry=bool(row.is_inquiry),
        day=date.fromisoformat(row.day),
        hours=row.hours or "",
        place=row.place or "",
        subject=row.subject or "",
        present=tuple(json.loads(row.present)),
        invited=tuple(json.loads(row.invited)),
        recorder=row.recorder or "",
        record=row.record or "",
        result=row.result or "",
    )


def _duty(row: Any) -> Duty:
    return Duty(
        id=row.id,
        who=row.who,
        what=row.what,
        amount=row.amount,
        due=_date(row.due),
        done_on=_date(row.done_on),
        note=row.note or "",
    )


def _visit(row: Any) -> FollowUp:
    return FollowUp(
        id=row.id,
        day=date.fromisoformat(row.day),
        visitor=row.visitor,
        performance=row.performance or "",
        satisfaction=Satisfaction(row.satisfaction) if row.satisfaction else None,
        note=row.note or "",
        next_due=_date(row.next_due),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
