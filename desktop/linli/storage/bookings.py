"""Bookings of venues (场地预约) as records, in the order of time.

No booking is longer than `booking_rules.LONGEST`: what touches a span of time begins at most so
long before it, and is found by the index of the beginnings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from linli.domain.booking_rules import LONGEST, free_spans
from linli.domain.venues import Booking, BookingDraft, BookingFilter
from linli.errors import NotFoundError
from linli.storage import venues
from linli.storage.ids import among
from linli.storage.times import agreed
from linli.storage.venue_schema import BookingRecord, VenueRecord
from linli.storage.versioned import record_for_change, save_record

_Booking = BookingRecord
_LOOKS_AHEAD = timedelta(days=14)
_SHORTEST = 15
"""Minutes of free time that are worth to be told."""


def list_bookings(connection: Connection, wanted: BookingFilter) -> list[Booking]:
    """Return bookings, the earliest first."""
    return _load(connection, *_conditions(wanted))


def get_booking(connection: Connection, booking_id: int) -> Booking:
    """Return a booking.

    Raises:
        NotFoundError: there is no such booking.
    """
    found = _load(connection, _Booking.id == booking_id)
    if not found:
        raise _missing()
    return found[0]


def list_touching(
    connection: Connection, venue_id: int, begins: datetime, ends: datetime
) -> list[Booking]:
    """Return what has some of a span of time of a venue, but for what was called off."""
    return _load(
        connection, _Booking.venue_id == venue_id, *_touches(begins, ends), _is_on(_Booking)
    )


def free(
    connection: Connection, venue_id: int, start: datetime, minutes: int
) -> Iterator[tuple[datetime, datetime]]:
    """Return when a venue is free for so long, from a moment on, two weeks ahead at most.

    Raises:
        NotFoundError: there is no such venue.
    """
    venue = venues.get_venue(connection, venue_id).facts
    last = (start + _LOOKS_AHEAD).date()
    after = datetime.combine(last, time.min) + timedelta(days=1)
    taken = list_touching(connection, venue_id, start, after)
    spans = [(each.facts.begins, each.facts.ends) for each in taken]
    return free_spans(spans, venue, start, last, max(_SHORTEST, minutes))


def of_event(connection: Connection, event_id: int) -> Booking | None:
    """Return the booking of an event, called off or not, None if it has none."""
    found = _load(connection, _Booking.event_id == event_id)
    return found[0] if found else None


def list_conflicts(connection: Connection, now: datetime) -> list[tuple[Booking, Booking]]:
    """Return the pairs not over yet that have the same time of a venue, the earlier first."""
    one, other = aliased(_Booking), aliased(_Booking)
    pairs = connection.execute(
        select(one.id.label("first"), other.id.label("second"))
        .join(other, other.venue_id == one.venue_id)
        .where(
            one.begins > agreed(now - LONGEST),
            one.ends > agreed(now),
            other.ends > agreed(now),
            other.begins >= one.begins,
            other.begins < one.ends,
            or_(other.begins > one.begins, other.id > one.id),
            _is_on(one),
            _is_on(other),
        )
    ).all()
    ids = {number for pair in pairs for number in pair}
    known = {each.id: each for each in _load(connection, _Booking.id.in_(among(ids)))}
    found = [(known[pair.first], known[pair.second]) for pair in pairs]
    return sorted(found, key=lambda pair: (pair[0].facts.begins, pair[0].id, pair[1].id))


@dataclass(frozen=True)
class VenueUses:
    """How many bookings of a venue are to come, and how many there are of any time."""

    to_come: int
    ever: int


def count_uses(connection: Connection, venue_id: int, now: datetime) -> VenueUses:
    """Return how many bookings a venue has; what was called off is not to come."""
    to_come = func.count().filter(_Booking.ends > agreed(now), _is_on(_Booking))
    query = select(to_come, func.count()).where(_Booking.venue_id == venue_id)
    return VenueUses(*connection.execute(query).one())


def get_record(session: Session, booking_id: int, version: int | None = None) -> BookingRecord:
    """Return a booking's record for a change.

    Raises:
        NotFoundError: there is no such booking.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Booking, booking_id, version, missing=_missing, called=lambda _: "这个预约"
    )


def save_booking(session: Session, record: BookingRecord | None, draft: BookingDraft) -> int:
    """Add a booking, or bring its record to what the draft says; return its id."""
    values = {
        "venue_id": draft.venue_id,
        "begins": agreed(draft.begins),
        "ends": agreed(draft.ends),
        "purpose": draft.purpose,
        "borrower": draft.borrower,
        "phone": draft.phone,
        "resident_id": draft.resident_id,
        "headcount": draft.headcount,
        "event_id": draft.event_id,
        "note": draft.note,
    }
    return save_record(session, _Booking, record, values)


def call_off(session: Session, record: BookingRecord, day: date | None, reason: str | None) -> None:
    """Write down that a booking was called off, and why; without a day, that it was not."""
    values = {"called_off_on": day.isoformat() if day else None, "reason": reason}
    save_record(session, _Booking, record, values)


# ---- inside -------------------------------------------------------------------------------


def query_of(wanted: BookingFilter) -> Select[Any]:
    """Return the query of a list, so that its plan can be looked at."""
    return _query(*_conditions(wanted))


def _conditions(wanted: BookingFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.venue_id is not None:
        yield _Booking.venue_id == wanted.venue_id
    if wanted.first is not None:
        first = datetime.combine(wanted.first, time.min)
        yield _Booking.begins > agreed(first - LONGEST)
        yield _Booking.ends > agreed(first)
    if wanted.last is not None:
        after = datetime.combine(wanted.last, time.min) + timedelta(days=1)
        yield _Booking.begins < agreed(after)
    if not wanted.called_off:
        yield _is_on(_Booking)


def _touches(begins: datetime, ends: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        _Booking.begins > agreed(begins - LONGEST),
        _Booking.begins < agreed(ends),
        _Booking.ends > agreed(begins),
    )


def _is_on(record: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = record.called_off_on.is_(None)
    return found


def _query(*conditions: ColumnElement[bool]) -> Select[Any]:
    return (
        select(_Booking.__table__, VenueRecord.name.label("venue"))
        .join(VenueRecord, VenueRecord.id == _Booking.venue_id)
        .where(*conditions)
        .order_by(_Booking.begins, _Booking.id)
    )


def _load(connection: Connection, *conditions: ColumnElement[bool]) -> list[Booking]:
    return [_booking(row) for row in connection.execute(_query(*conditions))]


def _booking(row: Any) -> Booking:
    facts = BookingDraft(
        venue_id=row.venue_id,
        begins=datetime.fromisoformat(row.begins),
        ends=datetime.fromisoformat(row.ends),
        purpose=row.purpose,
        borrower=row.borrower,
        phone=row.phone,
        resident_id=row.resident_id,
        headcount=row.headcount,
        event_id=row.event_id,
        note=row.note,
    )
    return Booking(
        id=row.id,
        version=row.version,
        facts=facts,
        venue=row.venue,
        called_off_on=date.fromisoformat(row.called_off_on) if row.called_off_on else None,
        reason=row.reason,
    )


def _missing() -> NotFoundError:
    return NotFoundError("这个预约已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
