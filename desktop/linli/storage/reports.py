"""Information slips (信息报送单) as records, numbered within their year without gaps."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select
from sqlalchemy.orm import Session

from linli.domain.reports import (
    REPORT_RULES,
    Report,
    ReportDraft,
    ReportFilter,
    ReportRules,
    ReportState,
    ReportStep,
    Urgency,
)
from linli.errors import NotFoundError
from linli.storage import settings
from linli.storage.duty_schema import ReportRecord, ReportStepRecord, TeamMemberRecord
from linli.storage.ids import among
from linli.storage.pairings import load_heads
from linli.storage.schema import GridRecord
from linli.storage.versioned import record_for_change

_Record, _Step = ReportRecord, ReportStepRecord
_NUMBER = re.compile(r"(\d{4})-0*(\d{1,6})")


# ---- reading ------------------------------------------------------------------------------


def list_reports(
    connection: Connection, wanted: ReportFilter, today: date, limit: int | None = None
) -> list[Report]:
    """Return slips, the last number first."""
    conditions = _conditions(wanted, get_rules(connection), today)
    return _load(connection, *conditions, limit=limit)


def count_reports(connection: Connection, wanted: ReportFilter, today: date) -> int:
    """Return how many slips a list has."""
    conditions = _conditions(wanted, get_rules(connection), today)
    query = select(func.count()).select_from(_Record).where(*conditions)
    return connection.execute(query).scalar_one()


def get_report(connection: Connection, report_id: int) -> Report:
    """Return a slip.

    Raises:
        NotFoundError: if there is no such slip.
    """
    found = _load(connection, _Record.id == report_id)
    if not found:
        raise _missing()
    return found[0]


def find_number(connection: Connection, number: str) -> Report | None:
    """Return the slip of a number such as 2026-0012, or None."""
    parts = _NUMBER.fullmatch(number.strip())
    if parts is None:
        return None
    found = _load(
        connection, _Record.year == int(parts[1]), _Record.sequence == int(parts[2]), limit=1
    )
    return found[0] if found else None


def next_sequence(connection: Connection, year: int) -> int:
    """Return the next number of a year."""
    last = connection.execute(
        select(func.max(_Record.sequence)).where(_Record.year == year)
    ).scalar_one()
    return int(last or 0) + 1


def count_kinds(
    connection: Connection, since: date, until: date
) -> dict[tuple[int | None, str], dict[str, int]]:
    """Return how many slips of each kind came from whom: by membership, of others by name.

    Voided ones do not count.
    """
    member = TeamMemberRecord
    rows = connection.execute(
        select(_Record.member_id, _Record.informant, member.name, _Record.kind, func.count())
        .outerjoin(member, member.id == _Record.member_id)
        .where(
            _Record.day >= since.isoformat(),
            _Record.day <= until.isoformat(),
            _Record.voided_reason.is_(None),
        )
        .group_by(_Record.member_id, _Record.informant, member.name, _Record.kind)
        .order_by(_Record.member_id.is_(None), _Record.member_id, _Record.informant)
    )
    found: dict[tuple[int | None, str], dict[str, int]] = {}
    for member_id, informant, name, kind, count in rows:
        counts = found.setdefault((member_id, name or informant), {})
        counts[kind] = counts.get(kind, 0) + count
    return found


def list_used(connection: Connection, field: str, part: str, limit: int) -> list[str]:
    """Return what stands in `place` or a step's `whom` and contains `part`, often used first."""
    column = {"place": _Record.place, "whom": _Step.whom}[field]
    query = (
        select(column)
        .where(column.is_not(None), column.contains(part, autoescape=True))
        .group_by(column)
        .order_by(func.count().desc(), column)
    )
    return [text for text in connection.execute(query.limit(limit)).scalars() if text]


def get_rules(connection: Connection) -> ReportRules:
    """Return the hall's days; the usual ones until others are set."""
    kept: Mapping[str, int] = settings.find_value(connection, REPORT_RULES) or {}
    usual = ReportRules().days
    return ReportRules(days={each: kept.get(each.value, usual[each]) for each in Urgency})


def save_rules(connection: Connection, rules: ReportRules) -> None:
    """Keep the hall's days."""
    kept = {urgency.value: days for urgency, days in rules.days.items()}
    settings.save_value(connection, REPORT_RULES, kept)


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, report_id: int, version: int | None = None) -> ReportRecord:
    """Return a slip's record for a change.

    Raises:
        NotFoundError: if there is no such slip.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Record, report_id, version, missing=_missing, called=lambda _: "这张信息单"
    )


def add_report(
    session: Session, draft: ReportDraft, *, sequence: int, resident_id: int | None, account: str
) -> int:
    """Add a slip with its first step and return its id."""
    record = ReportRecord(
        **_values(draft, resident_id),
        year=draft.day.year,
        sequence=sequence,
        state=ReportState.REGISTERED.value,
        account=account,
    )
    session.add(record)
    session.flush()
    first = ReportStep(state=ReportState.REGISTERED, day=draft.day, person=account)
    session.add(_step_record(record.id, 0, first))
    session.flush()
    return record.id


def update_report(
    session: Session, record: ReportRecord, draft: ReportDraft, resident_id: int | None
) -> None:
    """Bring a slip to what the draft says; number and state stay."""
    for column, value in _values(draft, resident_id).items():
        setattr(record, column, value)
    _count_on(session, record)


def add_steps(session: Session, record: ReportRecord, steps: Iterable[ReportStep]) -> None:
    """Write down what was done, in order; the last step is the new state."""
    last = session.connection().execute(
        select(func.max(_Step.position)).where(_Step.report_id == record.id)
    )
    place = int(last.scalar_one() or 0)
    for step in steps:
        place += 1
        session.add(_step_record(record.id, place, step))
        record.state = step.state.value
    _count_on(session, record)


def void_report(session: Session, record: ReportRecord, reason: str) -> None:
    """Write down why a slip was entered by mistake; its number stays taken."""
    record.voided_reason = reason
    _count_on(session, record)


def _count_on(session: Session, record: ReportRecord) -> None:
    record.version += 1
    session.flush()


def _conditions(
    wanted: ReportFilter, rules: ReportRules, today: date
) -> Iterable[ColumnElement[bool]]:
    if not wanted.voided:
        yield _Record.voided_reason.is_(None)
    if wanted.since is not None:
        yield _Record.day >= wanted.since.isoformat()
    if wanted.until is not None:
        yield _Record.day <= wanted.until.isoformat()
    if wanted.kind_code is not None:
        yield _Record.kind == wanted.kind_code
    if wanted.states:
        yield _Record.state.in_(sorted(state.value for state in wanted.states))
    if wanted.member_id is not None:
        yield _Record.member_id == wanted.member_id
    if wanted.grid_id is not None:
        yield _Record.grid_id == wanted.grid_id
    if wanted.overdue:
        yield _Record.voided_reason.is_(None)
        yield _Record.state != ReportState.CLOSED.value
        yield or_(
            *(
                and_(
                    _Record.urgency == urgency.value,
                    _Record.day < (today - timedelta(days=days)).isoformat(),
                )
                for urgency, days in rules.days.items()
            )
        )
    text = wanted.text.strip()
    if text:
        number = func.printf("%d-%04d", _Record.year, _Record.sequence)
        columns = (number, _Record.informant, _Record.place, _Record.content)
        yield or_(*(column.contains(text, autoescape=True) for column in columns))


def _load(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None
) -> list[Report]:
    rows = connection.execute(
        select(_Record.__table__, GridRecord.name.label("grid"))
        .outerjoin(GridRecord, GridRecord.id == _Record.grid_id)
        .where(*conditions)
        .order_by(_Record.year.desc(), _Record.sequence.desc())
        .limit(limit)
    ).all()
    steps: dict[int, list[ReportStep]] = {}
    for row in connection.execute(
        select(_Step.__table__)
        .where(_Step.report_id.in_(among(row.id for row in rows)))
        .order_by(_Step.report_id, _Step.position)
    ):
        steps.setdefault(row.report_id, []).append(_step(row))
    heads = load_heads(connection, {row.household_id for row in rows if row.household_id})
    return [
        Report(
            id=row.id,
            version=row.version,
            year=row.year,
            sequence=row.sequence,
            facts=_facts(row),
            state=ReportState(row.state),
            steps=tuple(steps.get(row.id, ())),
            grid=row.grid or "",
            household=f"{heads[row.household_id].name}户" if row.household_id in heads else "",
            voided_reason=row.voided_reason,
            account=row.account,
        )
        for row in rows
    ]


def _facts(row: Any) -> ReportDraft:
    return ReportDraft(
        day=date.fromisoformat(row.day),
        informant=row.informant,
        member_id=row.member_id,
        grid_id=row.grid_id,
        household_id=row.household_id,
        place=row.place,
        kind_code=row.kind,
        content=row.content,
        urgency=Urgency(row.urgency),
    )


def _values(draft: ReportDraft, resident_id: int | None) -> dict[str, Any]:
    return {
        "day": draft.day.isoformat(),
        "informant": draft.informant,
        "member_id": draft.member_id,
        "resident_id": resident_id,
        "grid_id": draft.grid_id,
        "household_id": draft.household_id,
        "place": draft.place,
        "kind": draft.kind_code,
        "content": draft.content,
        "urgency": draft.urgency.value,
    }


def _step(row: Any) -> ReportStep:
    return ReportStep(
        state=ReportState(row.state),
        day=date.fromisoformat(row.day),
        person=row.person,
        whom=row.whom,
        text=row.text,
        skipped=row.skipped,
    )


def _step_record(report_id: int, position: int, step: ReportStep) -> ReportStepRecord:
    return ReportStepRecord(
        report_id=report_id,
        position=position,
        state=step.state.value,
        day=step.day.isoformat(),
        person=step.person,
        whom=step.whom,
        text=step.text,
        skipped=step.skipped,
    )


def _missing() -> NotFoundError:
    return NotFoundError("这张信息单已经不在台账里，可能刚被撤销，请刷新后再看。")
