"""Entitlements (救助待遇) as records."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from linli.domain.entitlements import (
    EXPIRING_DAYS,
    Entitlement,
    EntitlementDraft,
    EntitlementFilter,
    EntitlementState,
    EntitlementSum,
)
from linli.domain.values.dates import PartialDate
from linli.errors import NotFoundError
from linli.storage.children import has_changes
from linli.storage.register_schema import EntitlementRecord
from linli.storage.resident_lists import list_rows
from linli.storage.schema import DwellingRecord, ResidentRecord
from linli.storage.versioned import record_for_change

_Record = EntitlementRecord


# ---- reading ------------------------------------------------------------------------------


def list_entitlements(
    connection: Connection, wanted: EntitlementFilter, today: date, limit: int | None = None
) -> list[Entitlement]:
    """Return entitlements: what is due first where that is asked for, else in walking order."""
    query = _of(wanted, today)
    if wanted.due_within is not None or wanted.state in (
        EntitlementState.REVIEW,
        EntitlementState.EXPIRING,
    ):
        query = query.order_by(func.coalesce(_Record.review_date, _Record.until))
    query = query.outerjoin(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id).order_by(
        DwellingRecord.sort_key.is_(None),
        DwellingRecord.sort_key,
        _Record.resident_id,
        _Record.since,
        _Record.id,
    )
    return _load(connection, query.limit(limit), today)


def get_entitlement(connection: Connection, entitlement_id: int, today: date) -> Entitlement:
    """Return an entitlement.

    Raises:
        NotFoundError: if there is no such entitlement.
    """
    query = select(_Record.__table__).where(_Record.id == entitlement_id)
    found = _load(connection, query, today)
    if not found:
        raise _missing()
    return found[0]


def sum_kinds(
    connection: Connection, wanted: EntitlementFilter, today: date
) -> list[EntitlementSum]:
    """Return how much there is of each kind; people are counted once in each."""
    query = (
        _of(wanted, today)
        .with_only_columns(
            _Record.kind_code,
            func.count().label("count"),
            func.count(_Record.resident_id.distinct()).label("people"),
            func.coalesce(func.sum(_Record.amount), 0).label("amount"),
        )
        .group_by(_Record.kind_code)
        .order_by(_Record.kind_code)
    )
    return [EntitlementSum(**row._asdict()) for row in connection.execute(query)]


def _of(wanted: EntitlementFilter, today: date) -> Select[Any]:
    query = (
        select(_Record.__table__)
        .join(ResidentRecord, ResidentRecord.id == _Record.resident_id)
        .where(ResidentRecord.recycled_at.is_(None))
    )
    if wanted.resident_id is not None:
        query = query.where(_Record.resident_id == wanted.resident_id)
    if wanted.kind_code is not None:
        query = query.where(_Record.kind_code == wanted.kind_code)
    if wanted.running:
        query = query.where(running(today))
    if wanted.due_within is not None:
        last = _iso(today, wanted.due_within)
        due = or_(_Record.review_date <= last, _Record.until <= last)
        query = query.where(running(today), due)
    if wanted.state is not None:
        query = query.where(_in_state(wanted.state, today))
    return query


def _in_state(state: EntitlementState, today: date) -> ColumnElement[bool]:
    """The rule of `domain.entitlements.state_of`, as the database reads it."""
    given = running(today)
    review = and_(_Record.review_date.is_not(None), _Record.review_date <= _iso(today))
    soon = and_(_Record.until.is_not(None), _Record.until <= _iso(today, EXPIRING_DAYS))
    return {
        EntitlementState.ENDED: ~given,
        EntitlementState.REVIEW: and_(given, review),
        EntitlementState.EXPIRING: and_(given, ~review, soon),
        EntitlementState.CURRENT: and_(given, ~review, ~soon),
    }[state]


def running(today: date) -> ColumnElement[bool]:
    """Whether an entitlement is still given on a day; it ends on the day of `until`."""
    return or_(_Record.until.is_(None), _Record.until > _iso(today))


def _iso(today: date, days: int = 0) -> str:
    return (today + timedelta(days=days)).isoformat()


def _load(connection: Connection, query: Select[Any], today: date) -> list[Entitlement]:
    rows = connection.execute(query).all()
    ids = list(dict.fromkeys(row.resident_id for row in rows))
    people = {person.id: person for person in list_rows(connection, ids, today)}
    return [
        Entitlement(
            id=row.id, version=row.version, facts=_facts(row), person=people[row.resident_id]
        )
        for row in rows
    ]


def _facts(row: Any) -> EntitlementDraft:
    return EntitlementDraft(
        resident_id=row.resident_id,
        kind_code=row.kind_code,
        number=row.number,
        persons=row.persons,
        amount=row.amount,
        since=PartialDate.from_iso(row.since) if row.since else None,
        until=date.fromisoformat(row.until) if row.until else None,
        review_date=date.fromisoformat(row.review_date) if row.review_date else None,
        note=row.note,
    )


# ---- writing ------------------------------------------------------------------------------


def get_record(
    session: Session, entitlement_id: int, version: int | None = None
) -> EntitlementRecord:
    """Return an entitlement's record for a change.

    Raises:
        NotFoundError: if there is no such entitlement.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        EntitlementRecord,
        entitlement_id,
        version,
        missing=_missing,
        called=lambda _: "这条救助待遇",
    )


def add_entitlements(session: Session, drafts: Sequence[EntitlementDraft]) -> list[int]:
    """Add entitlements and return their ids."""
    records = [EntitlementRecord(**_values(draft)) for draft in drafts]
    session.add_all(records)
    session.flush()
    return [record.id for record in records]


def update_entitlement(
    session: Session, record: EntitlementRecord, draft: EntitlementDraft
) -> None:
    """Bring an entitlement to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()


def _values(draft: EntitlementDraft) -> dict[str, Any]:
    return asdict(draft) | {
        "since": draft.since.iso() if draft.since else None,
        "until": draft.until.isoformat() if draft.until else None,
        "review_date": draft.review_date.isoformat() if draft.review_date else None,
    }


def _missing() -> NotFoundError:
    return NotFoundError("这条救助待遇已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
