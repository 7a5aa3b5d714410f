"""Venues, bookings and an event on paper, all invented."""

from dataclasses import replace
from datetime import date, datetime, time

from linli.domain.events import Event, EventDraft, Guest, GuestDraft, Role
from linli.domain.rosters import DayKind
from linli.domain.venue_lists import week_of
from linli.domain.venues import Booking, BookingDraft, Venue, VenueDraft


def at(day, hour=0, minute=0):
    """Return a moment of December 2026."""
    return datetime.combine(date(2026, 12, day), time(hour, minute))


ROOM = Venue(
    id=1,
    version=1,
    facts=VenueDraft(
        name="党员活动室",
        place="社区二楼",
        capacity=60,
        keeper="马兰",
        phone="13909940001",
        terms="免费使用，损坏照价赔偿。",
        equipment="投影、音响",
    ),
    organisation="西河小学",
)
DAYS = week_of(date(2026, 12, 3))
KINDS = (DayKind.WORKDAY,) * 5 + (DayKind.OFF,) * 2
LECTURE = Event(
    id=1,
    version=1,
    facts=EventDraft(
        kind_code="02",
        title="“宪法在身边”普法讲座",
        begins=at(3, 15),
        ends=at(3, 17),
        organiser="西河社区党总支",
        leader="李明",
        phone="0994-4821234",
        speaker="马律师",
        content="讲解婚姻、继承、赡养怎样依法处理。\n现场答疑。",
        expected=30,
    ),
    venue="党员活动室",
    team="法律援助志愿服务队",
)


def booked(number, begins, ends, purpose="党员学习", who="西河社区党总支", **facts):
    """Return a booking of the room; `called_off_on` tells one that was called off."""
    off = facts.pop("called_off_on", None)
    draft = BookingDraft(
        **{"venue_id": 1, "begins": begins, "ends": ends, "purpose": purpose, "borrower": who}
        | facts
    )
    return Booking(id=number, version=1, facts=draft, venue="党员活动室", called_off_on=off)


def guest(number, name, role=Role.GUEST, **facts):
    """Return a line of the list of the lecture."""
    draft = GuestDraft(name=name, role=role, **facts)
    return Guest(id=number, version=1, event_id=1, facts=draft)


def with_room(services, name="党员活动室", **facts):
    """Add a venue and return its id."""
    return services.venues.add(VenueDraft(name=name, place="社区二楼", capacity=60, **facts))[0]


def with_booking(services, venue_id, begins, ends, **facts):
    """Book a venue and return the booking's id."""
    draft = BookingDraft(
        **{
            "venue_id": venue_id,
            "begins": begins,
            "ends": ends,
            "purpose": "党员学习",
            "borrower": "西河社区党总支",
            "phone": "13812345678",
        }
        | facts
    )
    return services.bookings.add(draft)[0][0]


def with_lecture(services, venue_id=None, **facts):
    """Plan the lecture and return its id."""
    changed = replace(LECTURE.facts, venue_id=venue_id, **facts)
    return services.events.add(changed)[0]
