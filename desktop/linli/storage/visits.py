"""Visits and services at home (走访和服务) as records."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from linli.domain.values.addresses import address_text
from linli.domain.visits import Visit, VisitDraft, VisitFilter, VisitMonth
from linli.errors import NotFoundError
from linli.storage.children import has_changes
from linli.storage.dwelling_facts import address_of
from linli.storage.ids import among
from linli.storage.pairings import load_heads
from linli.storage.register_schema import VisitRecord
from linli.storage.schema import DwellingRecord, HouseholdRecord, ResidentRecord
from linli.storage.versioned import record_for_change

_Record = VisitRecord
_NOBODY_LEFT = "无人的户"


# ---- reading ------------------------------------------------------------------------------


def list_visits(
    connection: Connection, wanted: VisitFilter, today: date, limit: int | None = None
) -> list[Visit]:
    """Return visits, the last first; a due list begins with what is longest overdue."""
    query = _of(wanted, today)
    if wanted.due_within is not None:
        query = query.order_by(_Record.next_due)
    query = query.order_by(_Record.day.desc(), _Record.id.desc())
    return _load(connection, query.limit(limit))


def count_visits(connection: Connection, wanted: VisitFilter, today: date) -> int:
    """Return how many visits a list has."""
    query = _of(wanted, today).with_only_columns(func.count())
    return connection.execute(query).scalar_one()


def get_visit(connection: Connection, visit_id: int) -> Visit:
    """Return a visit.

    Raises:
        NotFoundError: if there is no such visit.
    """
    found = _load(connection, _all().where(_Record.id == visit_id))
    if not found:
        raise _missing()
    return found[0]


def count_months(connection: Connection, wanted: VisitFilter, today: date) -> list[VisitMonth]:
    """Return how many visits there were, by month and kind, the first month first."""
    month = func.substr(_Record.day, 1, 7)
    rows = connection.execute(
        _of(wanted, today)
        .with_only_columns(month.label("month"), _Record.kind_code, func.count().label("visits"))
        .group_by(month, _Record.kind_code)
        .order_by(month)
    )
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row.month, {})[row.kind_code] = row.visits
    return [
        VisitMonth(month=date.fromisoformat(f"{name}-01"), counts=counts)
        for name, counts in found.items()
    ]


def last_days(connection: Connection, resident_ids: Iterable[int]) -> dict[int, date]:
    """Return when each person was visited last, alone or with the household."""
    wanted = among(resident_ids)
    rows = connection.execute(
        select(ResidentRecord.id, func.max(_Record.day).label("day"))
        .join(
            _Record,
            or_(
                _Record.resident_id == ResidentRecord.id,
                _Record.household_id == ResidentRecord.household_id,
            ),
        )
        .where(ResidentRecord.id.in_(wanted))
        .group_by(ResidentRecord.id)
    )
    return {row.id: date.fromisoformat(row.day) for row in rows}


def list_visitors(connection: Connection, part: str, limit: int) -> list[str]:
    """Return who has visited before and is called so: often named first."""
    query = (
        select(_Record.visitor)
        .where(_Record.visitor.is_not(None), _Record.visitor.contains(part, autoescape=True))
        .group_by(_Record.visitor)
        .order_by(func.count().desc(), _Record.visitor)
    )
    return [name for name in connection.execute(query.limit(limit)).scalars() if name]


def _all() -> Select[Any]:
    return select(_Record.__table__, _is_last().label("is_last"))


def _is_last() -> ColumnElement[bool]:
    """Whether nothing came after a visit for the same person or household."""
    later = aliased(_Record)
    return ~exists().where(
        or_(later.resident_id == _Record.resident_id, later.household_id == _Record.household_id),
        or_(later.day > _Record.day, (later.day == _Record.day) & (later.id > _Record.id)),
    )


def _of(wanted: VisitFilter, today: date) -> Select[Any]:
    query = (
        _all()
        .outerjoin(ResidentRecord, ResidentRecord.id == _Record.resident_id)
        .where(ResidentRecord.recycled_at.is_(None))
    )
    if wanted.since is not None:
        query = query.where(_Record.day >= wanted.since.isoformat())
    if wanted.before is not None:
        query = query.where(_Record.day < wanted.before.isoformat())
    if wanted.kind_codes:
        query = query.where(_Record.kind_code.in_(sorted(wanted.kind_codes)))
    if wanted.visitor is not None:
        query = query.where(_Record.visitor == wanted.visitor)
    if wanted.resident_id is not None:
        own = select(ResidentRecord.household_id).where(ResidentRecord.id == wanted.resident_id)
        query = query.where(
            or_(
                _Record.resident_id == wanted.resident_id,
                _Record.household_id == own.scalar_subquery(),
            )
        )
    if wanted.household_id is not None:
        members = select(ResidentRecord.id).where(
            ResidentRecord.household_id == wanted.household_id
        )
        query = query.where(
            or_(_Record.household_id == wanted.household_id, _Record.resident_id.in_(members))
        )
    if wanted.due_within is not None:
        last = (today + timedelta(days=wanted.due_within)).isoformat()
        query = query.where(_Record.next_due <= last, _is_last())
    return query


def _load(connection: Connection, query: Select[Any]) -> list[Visit]:
    rows = connection.execute(query).all()
    people = _people(connection, (row.resident_id for row in rows if row.resident_id))
    households = _households(connection, {row.household_id for row in rows if row.household_id})
    return [
        _visit(row, *(people[row.resident_id] if row.resident_id else households[row.household_id]))
        for row in rows
    ]


def _people(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    rows = connection.execute(
        select(ResidentRecord.id, ResidentRecord.name, *_PLACE)
        .outerjoin(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id)
        .where(ResidentRecord.id.in_(among(set(ids))))
    )
    return {row.id: (row.name, _place(row)) for row in rows}


def _households(connection: Connection, ids: set[int]) -> dict[int, tuple[str, str]]:
    heads = load_heads(connection, ids)
    rows = connection.execute(
        select(HouseholdRecord.id, *_PLACE)
        .outerjoin(DwellingRecord, DwellingRecord.id == HouseholdRecord.dwelling_id)
        .where(HouseholdRecord.id.in_(among(ids)))
    )
    return {
        row.id: (f"{heads[row.id].name}户" if row.id in heads else _NOBODY_LEFT, _place(row))
        for row in rows
    }


_PLACE = (
    DwellingRecord.id.label("home"),
    DwellingRecord.estate,
    DwellingRecord.building,
    DwellingRecord.unit,
    DwellingRecord.room,
)


def _place(row: Any) -> str:
    return address_text(address_of(row)) if row.home else ""


def _visit(row: Any, whom: str, place: str) -> Visit:
    return Visit(
        id=row.id,
        version=row.version,
        facts=VisitDraft(
            day=date.fromisoformat(row.day),
            kind_code=row.kind_code,
            resident_id=row.resident_id,
            household_id=row.household_id,
            visitor=row.visitor,
            content=row.content,
            next_due=date.fromisoformat(row.next_due) if row.next_due else None,
        ),
        whom=whom,
        place=place,
        is_last=bool(row.is_last),
    )


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, visit_id: int, version: int | None = None) -> VisitRecord:
    """Return a visit's record for a change.

    Raises:
        NotFoundError: if there is no such visit.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        VisitRecord,
        visit_id,
        version,
        missing=_missing,
        called=lambda _: "这次走访的记录",
    )


def add_visits(session: Session, drafts: Sequence[VisitDraft]) -> list[int]:
    """Add visits and return their ids."""
    records = [VisitRecord(**_values(draft)) for draft in drafts]
    session.add_all(records)
    session.flush()
    return [record.id for record in records]


def update_visit(session: Session, record: VisitRecord, draft: VisitDraft) -> None:
    """Bring a visit to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()


def move_visits(session: Session, household_id: int, target_id: int) -> None:
    """Let the visits of a household go along into the one that it joins."""
    session.execute(
        update(VisitRecord)
        .where(VisitRecord.household_id == household_id)
        .values(household_id=target_id, version=VisitRecord.version + 1)
    )


def _values(draft: VisitDraft) -> dict[str, Any]:
    return asdict(draft) | {
        "day": draft.day.isoformat(),
        "next_due": draft.next_due.isoformat() if draft.next_due else None,
    }


def _missing() -> NotFoundError:
    return NotFoundError("这次走访的记录已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
