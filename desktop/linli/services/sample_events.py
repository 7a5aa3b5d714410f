"""The sample community's venues, their bookings, and events with who came."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from linli.domain.events import (
    Event,
    EventDraft,
    EventState,
    GuestDraft,
    Outcome,
    Role,
)
from linli.domain.venue_rules import starter_venues
from linli.domain.venues import BookingDraft, VenueDraft, VenueKind, Weekly, repeated
from linli.services.fiction import Fiction
from linli.services.fiction_names import HAN

if TYPE_CHECKING:
    from linli.storage.database import Writing

_FACTS = {
    "党员活动室": (40, "投影、音响"),
    "图书阅览室": (30, None),
    "棋牌室": (16, "棋牌桌 4 张"),
    "健身室": (20, "器材 8 件"),
}
"""How many the rooms hold, and what is there."""
_MORE = (
    VenueDraft(
        name="小区广场",
        kind=VenueKind.GROUND,
        place="中心花园东侧",
        capacity=300,
        terms="演出请提前三天登记，21:00 以前结束。",
    ),
    VenueDraft(
        name="折叠桌椅",
        kind=VenueKind.THINGS,
        place="一楼库房",
        equipment="桌 10 张，椅 40 把",
        terms="红白事免费借用，用完擦净送回。",
    ),
)


class _Use(NamedTuple):
    """A use of a venue: where, the hours, how many days from today, what for, how many, who."""

    room: str
    begins: int
    ends: int
    days: int
    purpose: str
    headcount: int
    borrower: str | None = None


_WEEKLY = (
    _Use("健身室", 10, 12, 1, "秧歌排练", 18, "疆韵曲子自乐班"),
    _Use("棋牌室", 14, 17, 2, "老年象棋赛", 16, "老年协会"),
)
_ONCE = (
    _Use("折叠桌椅", 8, 18, 4, "家中办喜事", 30),
    _Use("图书阅览室", 15, 17, 3, "作业辅导", 12),
)
"""What somebody of the community has once."""
_WEEKS = 4
_EVENTS = (
    ("义诊进小区", "01", 16, 18, -9, "小区广场", "白衣天使医疗", None, 86, 60),
    ("反诈宣传", "02", 16, 17, -5, "党员活动室", None, "派出所民警", 35, 120),
    ("清理楼道", "01", 10, 12, -2, None, "蓝天绿草环保", None, None, None),
    (
        "冬季养生讲座",
        "03",
        16,
        17,
        2,
        "党员活动室",
        "白衣天使医疗",
        "社区卫生服务站医生",
        None,
        None,
    ),
    ("迎新年文艺演出", "05", 15, 17, 12, "小区广场", "疆韵曲子自乐班", None, None, None),
)
"""Title, kind, hours, days from today, where, which team, who speaks, how many came, leaflets."""
_CALLED_OFF = "清理楼道"
_GUESTS = 8


def add_events(work: "Writing", fiction: Fiction, account: str) -> None:
    """Add venues, bookings and events; the volunteers of a held one have their hours.

    Args:
        work: the transaction; stations and people on duty are in it already.
        fiction: makes up the people, and tells the day.
        account: who answers for the events and confirmed the hours.
    """
    venues = _add_venues(work, fiction)
    _add_bookings(work, fiction, venues)
    _add_events(work, fiction, venues, account)


def _add_venues(work: "Writing", fiction: Fiction) -> dict[str, int]:
    from linli.storage import stations, venues

    rooms = starter_venues(stations.list_stations(work.connection), [])
    drafts = [
        replace(each, capacity=_FACTS[each.name][0], equipment=_FACTS[each.name][1])
        for each in rooms
        if each.name in _FACTS
    ]
    return {
        each.name: venues.save_venue(
            work.session, None, replace(each, keeper=_name(fiction), phone=fiction.mobile())
        )
        for each in (*drafts, *_MORE)
    }


def _add_bookings(work: "Writing", fiction: Fiction, venues: dict[str, int]) -> None:
    from linli.storage import bookings

    for use, weeks in [(each, _WEEKS) for each in _WEEKLY] + [(each, 1) for each in _ONCE]:
        if use.room not in venues:
            continue
        draft = BookingDraft(
            venue_id=venues[use.room],
            begins=_at(fiction, use.days, use.begins),
            ends=_at(fiction, use.days, use.ends),
            purpose=use.purpose,
            borrower=use.borrower or _name(fiction),
            phone=fiction.mobile(),
            headcount=use.headcount,
        )
        until = Weekly(until=(draft.begins + timedelta(weeks=weeks - 1)).date())
        for begins, ends in repeated(draft, until):
            bookings.save_booking(work.session, None, replace(draft, begins=begins, ends=ends))


def _add_events(work: "Writing", fiction: Fiction, venues: dict[str, int], account: str) -> None:
    from linli.domain.teams import TeamFilter
    from linli.services.event_hours import record_hours
    from linli.services.events import booking_of
    from linli.storage import bookings, events, teams

    known = {
        each.facts.name: each.id
        for each in teams.list_teams(work.connection, TeamFilter(), fiction.today)
    }
    for title, kind, begins, ends, days, room, team, speaker, came, materials in _EVENTS:
        draft = EventDraft(
            kind_code=kind,
            title=title,
            begins=_at(fiction, days, begins),
            ends=_at(fiction, days, ends),
            venue_id=venues.get(room or ""),
            place=None if room else "各楼栋",
            team_id=known.get(team or ""),
            leader=account,
            speaker=speaker,
        )
        event_id = events.save_event(work.session, None, draft)
        event = events.get_event(work.connection, event_id)
        if draft.venue_id is not None:
            bookings.save_booking(work.session, None, booking_of(event, draft.venue_id))
        record = events.get_record(work.session, event_id)
        if title == _CALLED_OFF:
            events.set_state(work.session, record, EventState.CALLED_OFF, reason="下雪，改到下周")
        elif came is not None:
            _add_guests(work, fiction, event, known.get(team or ""))
            outcome = Outcome(headcount=came, summary="居民反映好。", materials=materials)
            events.set_state(work.session, record, EventState.HELD, outcome=outcome)
            record_hours(work, event, account, fiction.today)


def _add_guests(work: "Writing", fiction: Fiction, event: Event, team_id: int | None) -> None:
    """Put the volunteers of a team and some people on the list of an event; nearly all came."""
    from linli.domain.workers import WorkerFilter
    from linli.storage import event_guests, workers

    helpers = (
        workers.list_workers(work.connection, WorkerFilter(team_id=team_id)) if team_id else []
    )
    drafts = [
        GuestDraft(
            name=each.facts.name, phone=each.facts.phone, worker_id=each.id, role=Role.HELPER
        )
        for each in helpers
    ]
    drafts += [GuestDraft(name=_name(fiction), phone=fiction.mobile()) for _ in range(_GUESTS)]
    for number, each in enumerate(drafts, start=1):
        came = replace(each, present=number < len(drafts))
        event_guests.save_guest(work.session, None, event.id, came)


def _at(fiction: Fiction, days: int, hour: int) -> datetime:
    return datetime.combine(fiction.today + timedelta(days=days), time(hour))


def _name(fiction: Fiction) -> str:
    return fiction.name(HAN, fiction.sex())
