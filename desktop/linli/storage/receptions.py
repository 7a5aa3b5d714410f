"""Reception days (接待日) as records: rules, decisions about days, the visitors' register."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from linli.domain.receptions import (
    DayChange,
    OnHoliday,
    ReceptionVisit,
    Result,
    Rule,
    RuleDraft,
    VisitDraft,
    VisitFilter,
)
from linli.errors import NotFoundError
from linli.storage.contacts import load_contacts
from linli.storage.reception_schema import (
    ReceptionDayRecord,
    ReceptionRuleRecord,
    ReceptionVisitRecord,
)
from linli.storage.schema import GridRecord
from linli.storage.versioned import record_for_change, save_record

_Rule = ReceptionRuleRecord
_Visit = ReceptionVisitRecord


# ---- rules --------------------------------------------------------------------------------


def list_rules(connection: Connection) -> list[Rule]:
    """Return all rules, those that go on first."""
    rows = connection.execute(
        select(_Rule.__table__, GridRecord.name.label("grid"))
        .outerjoin(GridRecord, GridRecord.id == _Rule.grid_id)
        .order_by(_Rule.until.is_not(None), _Rule.id)
    )
    return [_rule(row) for row in rows]


def get_rule(connection: Connection, rule_id: int) -> Rule:
    """Return a rule.

    Raises:
        NotFoundError: there is no such rule.
    """
    found = [rule for rule in list_rules(connection) if rule.id == rule_id]
    if not found:
        raise _no_rule()
    return found[0]


def get_rule_record(session: Session, rule_id: int, version: int | None = None) -> _Rule:
    """Return a rule's record for a change.

    Raises:
        NotFoundError: there is no such rule.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(session, _Rule, rule_id, version, missing=_no_rule)


def save_rule(session: Session, record: _Rule | None, draft: RuleDraft) -> int:
    """Add a rule, or bring its record to what the draft says; return its id."""
    values = {
        "name": draft.name,
        "weekdays": json.dumps(draft.weekdays),
        "hours": draft.hours or None,
        "place": draft.place or None,
        "grid_id": draft.grid_id,
        "receivers": json.dumps(draft.receivers, ensure_ascii=False),
        "since": draft.since.isoformat(),
        "until": _iso(draft.until),
        "on_holiday": draft.on_holiday.value,
    }
    return save_record(session, _Rule, record, values)


def list_changes(connection: Connection, rule_id: int) -> dict[date, DayChange]:
    """Return what was decided about the days of a rule, by planned day."""
    rows = connection.execute(
        select(ReceptionDayRecord.__table__).where(ReceptionDayRecord.rule_id == rule_id)
    )
    found = (
        DayChange(
            planned=date.fromisoformat(row.planned),
            held_on=_date(row.held_on),
            receiver=row.receiver or "",
            note=row.note or "",
        )
        for row in rows
    )
    return {change.planned: change for change in found}


def save_change(connection: Connection, rule_id: int, change: DayChange) -> None:
    """Keep what was decided about a day."""
    values = {
        "held_on": _iso(change.held_on),
        "receiver": change.receiver or None,
        "note": change.note or None,
    }
    connection.execute(
        insert(ReceptionDayRecord)
        .values(rule_id=rule_id, planned=change.planned.isoformat(), **values)
        .on_conflict_do_update(index_elements=["rule_id", "planned"], set_=values)
    )


def remove_change(session: Session, rule_id: int, planned: date) -> None:
    """Let a day be as planned again."""
    wanted = {"rule_id": rule_id, "planned": planned.isoformat()}
    for record in session.scalars(select(ReceptionDayRecord).filter_by(**wanted)):
        session.delete(record)


# ---- visits -------------------------------------------------------------------------------


def count_by_day(connection: Connection, rule_id: int, first: date, last: date) -> dict[date, int]:
    """Return how many people came to a reception, by day."""
    rows = connection.execute(
        select(_Visit.day, func.sum(_Visit.persons).label("persons"))
        .where(_Visit.rule_id == rule_id, _between(first, last))
        .group_by(_Visit.day)
    )
    return {date.fromisoformat(row.day): row.persons for row in rows}


def list_visits(
    connection: Connection, wanted: VisitFilter, today: date, limit: int | None = None
) -> list[ReceptionVisit]:
    """Return visits, the last first; of what waits, what is due first."""
    query = _visits().where(*_conditions(wanted, today))
    if wanted.is_open or wanted.overdue:
        query = query.order_by(_Visit.follow_up.is_(None), _Visit.follow_up)
    return _load(connection, query.order_by(_Visit.day.desc(), _Visit.id.desc()).limit(limit))


def get_visit(connection: Connection, visit_id: int) -> ReceptionVisit:
    """Return a visit.

    Raises:
        NotFoundError: there is none, or whoever asks may not see it.
    """
    found = _load(connection, _visits().where(_Visit.id == visit_id))
    if not found:
        raise _no_visit()
    return found[0]


def _visits() -> Select[Any]:
    return select(_Visit.__table__, GridRecord.name.label("grid")).outerjoin(
        GridRecord, GridRecord.id == _Visit.grid_id
    )


def _load(connection: Connection, query: Select[Any]) -> list[ReceptionVisit]:
    rows = connection.execute(query).all()
    contacts = load_contacts(connection, sorted({r.resident_id for r in rows if r.resident_id}))
    times = _times(connection)
    found = []
    for row in rows:
        known = contacts.get(row.resident_id)
        found.append(
            ReceptionVisit(
                id=row.id,
                version=row.version,
                facts=_facts(row),
                grid=row.grid,
                phone=row.phone or (known.phone if known else None) or "",
                times=times.get((row.resident_id or row.name, row.matter_code), 1),
            )
        )
    return found


def get_visit_record(session: Session, visit_id: int, version: int | None = None) -> _Visit:
    """Return a visit's record for a change.

    Raises:
        NotFoundError: there is no such visit.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Visit, visit_id, version, missing=_no_visit, called=lambda _: "这次来访的记录"
    )


def save_visit(session: Session, record: _Visit | None, draft: VisitDraft) -> int:
    """Add a visit, or bring its record to what the draft says; return its id."""
    values = asdict(draft) | {
        "day": draft.day.isoformat(),
        "result": draft.result.value,
        "follow_up": _iso(draft.follow_up),
        "closed_on": _iso(draft.closed_on),
    }
    return save_record(session, _Visit, record, values)


def list_receivers(connection: Connection, part: str, limit: int) -> list[str]:
    """Return who has received visitors and is called so: often named first."""
    query = (
        select(_Visit.receiver)
        .where(_Visit.receiver.contains(part, autoescape=True))
        .group_by(_Visit.receiver)
        .order_by(func.count().desc(), _Visit.receiver)
    )
    return [name for name in connection.execute(query.limit(limit)).scalars() if name]


def _times(connection: Connection) -> Mapping[tuple[int | str, str], int]:
    """Return how often somebody came about one kind of matter."""
    who = func.coalesce(_Visit.resident_id, _Visit.name)
    rows = connection.execute(
        select(who.label("who"), _Visit.matter_code, func.count().label("times"))
        .group_by(who, _Visit.matter_code)
        .having(func.count() > 1)
    )
    return {(row.who, row.matter_code): row.times for row in rows}


def _conditions(wanted: VisitFilter, today: date) -> Iterator[ColumnElement[bool]]:
    if wanted.since is not None:
        yield _Visit.day >= wanted.since.isoformat()
    if wanted.until is not None:
        yield _Visit.day <= wanted.until.isoformat()
    if wanted.matter_code is not None:
        yield _Visit.matter_code == wanted.matter_code
    if wanted.grid_id is not None:
        yield _Visit.grid_id == wanted.grid_id
    if wanted.resident_id is not None:
        yield _Visit.resident_id == wanted.resident_id
    waits = (_Visit.result != Result.ANSWERED.value) & _Visit.closed_on.is_(None)
    if wanted.is_open is not None:
        yield waits if wanted.is_open else ~waits
    if wanted.overdue:
        yield waits & (_Visit.follow_up < today.isoformat())


def _between(first: date, last: date) -> ColumnElement[bool]:
    return _Visit.day.between(first.isoformat(), last.isoformat())


def _facts(row: Any) -> VisitDraft:
    return VisitDraft(
        day=date.fromisoformat(row.day),
        rule_id=row.rule_id,
        grid_id=row.grid_id,
        name=row.name,
        resident_id=row.resident_id,
        phone=row.phone,
        persons=row.persons,
        matter_code=row.matter_code,
        content=row.content,
        receiver=row.receiver,
        result=Result(row.result),
        answer=row.answer,
        follow_up=_date(row.follow_up),
        closed_on=_date(row.closed_on),
        outcome=row.outcome,
    )


def _rule(row: Any) -> Rule:
    return Rule(
        id=row.id,
        version=row.version,
        grid=row.grid,
        facts=RuleDraft(
            name=row.name,
            weekdays=tuple(json.loads(row.weekdays)),
            hours=row.hours or "",
            place=row.place or "",
            grid_id=row.grid_id,
            receivers=tuple(json.loads(row.receivers)),
            since=date.fromisoformat(row.since),
            until=_date(row.until),
            on_holiday=OnHoliday(row.on_holiday),
        ),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _no_rule() -> NotFoundError:
    return NotFoundError("这条接待安排已经不在台账里，可能刚被撤销或删除，请刷新后再看。")


def _no_visit() -> NotFoundError:
    return NotFoundError("这次来访的记录已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
