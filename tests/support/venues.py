"""Venues, bookings and events, all invented; the days are of the fixed clock's week."""

from datetime import date, datetime, time

from linli.domain.events import EventDraft
from linli.domain.venues import BookingDraft, VenueDraft

DAY = date(2026, 11, 26)
"""A Thursday, three days after the clock's today."""


def at(hour: int, minute: int = 0, *, day: date = DAY) -> datetime:
    """Return a moment of a day."""
    return datetime.combine(day, time(hour, minute))


def add_venue(services, name="棋牌室", **facts) -> int:
    """Add a venue and return its id."""
    return services.venues.add(VenueDraft(name=name, **facts))[0]


def booked(venue_id, begins=9, ends=11, *, day=DAY, **facts) -> BookingDraft:
    """Return a booking from one hour to another."""
    more = {"purpose": "合唱排练", "borrower": "夕阳红合唱队"} | facts
    return BookingDraft(
        venue_id=venue_id, begins=at(begins, day=day), ends=at(ends, day=day), **more
    )


def planned(begins=9, ends=11, *, day=DAY, **facts) -> EventDraft:
    """Return an event from one hour to another."""
    more = {"kind_code": "02", "title": "反诈宣传"} | facts
    return EventDraft(begins=at(begins, day=day), ends=at(ends, day=day), **more)
