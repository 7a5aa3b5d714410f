"""Venues (场地) and their bookings (场地预约): rooms and things that can be lent, and to whom.

Row 44 of the source: 辖区单位闲置资源、场地. A booking takes a venue for a span of time; two that
are not called off never overlap (`clash`). What an event (活动) takes is a booking too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from linli.domain.workers import FreeTime

MOST_REPEATS = 54
"""So often is a booking repeated at most: a year of weeks."""


class VenueKind(StrEnum):
    """What can be booked."""

    ROOM = "room"
    GROUND = "ground"
    THINGS = "things"


VENUE_KIND = {
    VenueKind.ROOM: "室内场地",
    VenueKind.GROUND: "室外场地",
    VenueKind.THINGS: "设备物品",
}


@dataclass(frozen=True, kw_only=True)
class VenueDraft:
    """Something that can be booked.

    Attributes:
        name: no two venues share it.
        kind: a room, a ground, or things.
        organisation_id: the organisation that lends it (辖区单位); None: the community's own.
        station_id: the station it belongs to, if any.
        place: where it is.
        capacity: persons; None where nobody said.
        equipment: what is there.
        keeper, phone: who has the key (管理人).
        open_times: when it can be had; none: at any time.
        terms: how it is lent, fees among it.
        until: the last day on which it can be had; None while it goes on.
        note: anything else.
    """

    name: str
    kind: VenueKind = VenueKind.ROOM
    organisation_id: int | None = None
    station_id: int | None = None
    place: str | None = None
    capacity: int | None = None
    equipment: str | None = None
    keeper: str | None = None
    phone: str | None = None
    open_times: tuple[FreeTime, ...] = ()
    terms: str | None = None
    until: date | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Venue:
    """A saved venue; `organisation` and `station` are names, "" where none."""

    id: int
    version: int
    facts: VenueDraft
    organisation: str = ""
    station: str = ""


@dataclass(frozen=True, kw_only=True)
class BookingDraft:
    """A span of time of a venue.

    Attributes:
        venue_id: what is taken.
        begins, ends: local time; `ends` is after `begins`, and the next booking may begin then.
        purpose: what for.
        borrower: who has it, a unit or a person, as spoken of.
        phone: of the borrower.
        resident_id: the borrower, if a known resident.
        headcount: how many will come.
        event_id: the event it is for; such a booking is changed with its event only.
        note: anything else.
    """

    venue_id: int
    begins: datetime
    ends: datetime
    purpose: str
    borrower: str
    phone: str | None = None
    resident_id: int | None = None
    headcount: int | None = None
    event_id: int | None = None
    note: str | None = None

    @property
    def days(self) -> tuple[date, date]:
        """First and last day it takes something of."""
        return self.begins.date(), (self.ends - timedelta(microseconds=1)).date()


@dataclass(frozen=True, kw_only=True)
class Booking:
    """A saved booking; `called_off_on` and `reason` tell one that was called off (取消)."""

    id: int
    version: int
    facts: BookingDraft
    venue: str
    called_off_on: date | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Weekly:
    """A booking repeated on the same weekday up to a last day, counted in."""

    until: date


@dataclass(frozen=True, kw_only=True)
class BookingFilter:
    """Which bookings a list shows; both days are counted in, every condition narrows.

    Those that were called off are left out unless `called_off`.
    """

    first: date | None = None
    last: date | None = None
    venue_id: int | None = None
    called_off: bool = False


def repeated(draft: BookingDraft, weekly: Weekly | None) -> list[tuple[datetime, datetime]]:
    """Return beginning and end of a booking and of its repetitions, in the order of time.

    They are no more than `MOST_REPEATS`; what goes on for longer is refused when it is saved.
    """
    spans = [(draft.begins, draft.ends)]
    if weekly:
        step = timedelta(days=7)
        while weekly.until - spans[-1][0].date() >= step and len(spans) < MOST_REPEATS:
            spans.append((spans[-1][0] + step, spans[-1][1] + step))
    return spans


def clash(
    bookings: Iterable[Booking], venue_id: int, begins: datetime, ends: datetime
) -> Booking | None:
    """Return the first booking that has some of this time already, None if there is none."""
    hits = [
        each
        for each in bookings
        if each.called_off_on is None
        and each.facts.venue_id == venue_id
        and each.facts.begins < ends
        and begins < each.facts.ends
    ]
    return min(hits, key=lambda each: (each.facts.begins, each.id), default=None)


def same_again(first: Booking, others: Iterable[Booking]) -> list[Booking]:
    """Return the later bookings that repeat one every week, in the order of time.

    They have its venue, borrower, purpose and hours; those called off or of an event are none.
    """
    facts = first.facts
    found = [
        each
        for each in others
        if each.called_off_on is None
        and each.facts.event_id is None
        and each.facts.begins > facts.begins
        and (each.facts.begins - facts.begins) % timedelta(days=7) == timedelta()
        and each.facts.ends - each.facts.begins == facts.ends - facts.begins
        and (each.facts.venue_id, each.facts.borrower, each.facts.purpose)
        == (facts.venue_id, facts.borrower, facts.purpose)
    ]
    return sorted(found, key=lambda each: each.facts.begins)


def is_open(open_times: Sequence[FreeTime], begins: datetime, ends: datetime) -> bool:
    """Whether a span lies within the opening times of its days; none given: always open."""
    if not open_times:
        return True
    cursor = begins
    while cursor < ends:
        after = [_until(each, cursor) for each in open_times if each.weekday == cursor.weekday()]
        reach = max((end for end in after if end is not None), default=None)
        if reach is None or reach <= cursor:
            return False
        cursor = reach
    return True


def _until(free: FreeTime, moment: datetime) -> datetime | None:
    """Return when an opening time that has begun by a moment ends; midnight is the day's end."""
    begins = datetime.combine(moment.date(), free.begins)
    ends = datetime.combine(moment.date(), free.ends)
    if free.ends <= free.begins or free.ends == time.max:
        ends = datetime.combine(moment.date() + timedelta(days=1), time.min)
    return ends if begins <= moment < ends else None
