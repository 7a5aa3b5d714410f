"""Bookings and events for the fault suite: planned, moved, held, called off, over and over."""

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

from support.faults.bases import Tell, Work, found, opened, sound

from linli.domain.events import EventDraft, EventState, GuestDraft, Outcome
from linli.domain.venues import BookingDraft, BookingFilter, VenueDraft, Weekly
from linli.errors import InvalidInput

_MOST = 300
_FIRST = datetime.combine(date(2026, 1, 5), time(8))


def _prepare(folder: Path) -> None:
    """Make a ledger with two venues."""
    found(folder)
    with opened(folder) as services:
        for name in ("棋牌室", "会议室"):
            services.venues.add(VenueDraft(name=name))


def _book(folder: Path, seed: int, tell: Tell) -> None:
    """Book every week, plan an event, sign people in, hold it or call it off, for ever."""
    chance = random.Random(seed)
    with opened(folder) as services:
        venues = [each.id for each in services.venues.list_()]
        tell("begun")
        for _ in range(_MOST):
            begins = _FIRST + timedelta(days=chance.randrange(120), hours=chance.randrange(10))
            ends = begins + timedelta(hours=chance.randint(1, 4))
            venue_id = chance.choice(venues)
            try:
                draft = BookingDraft(
                    venue_id=venue_id, begins=begins, ends=ends, purpose="排练", borrower="队"
                )
                ids, _ = services.bookings.add(draft, Weekly(until=_after(begins, 21)))
                tell(f"booked {' '.join(map(str, ids))}")
                event = EventDraft(
                    kind_code="01",
                    title="活动",
                    begins=begins + timedelta(days=1),
                    ends=ends + timedelta(days=1),
                    venue_id=venue_id,
                )
                event_id, _ = services.events.add(event)
            except InvalidInput:  # taken
                continue
            tell(f"planned {event_id}")
            services.event_guests.add_guests(event_id, [GuestDraft(name="马兰", present=True)])
            if chance.random() < 0.5:
                services.events.hold(event_id, Outcome(headcount=5))
                tell(f"held {event_id}")
            else:
                services.events.call_off(event_id, "下雨")
                tell(f"off {event_id}")


def _after(moment: datetime, days: int) -> date:
    return (moment + timedelta(days=days)).date()


def _check(folder: Path, _seed: int, told: Sequence[str]) -> None:
    """What was acknowledged is there, no time is taken twice, an event goes with its booking."""
    with opened(folder) as services:
        sound(services.context)
        every = services.bookings.list_(BookingFilter(called_off=True))
        events = {each.id: each for each in services.events.list_()}
        booked, states = {each.id for each in every}, {"held": EventState.HELD}
        for line in told:
            what, _, numbers = line.partition(" ")
            if what == "booked":
                assert booked.issuperset(map(int, numbers.split()))
            elif what != "begun":
                event = events[int(numbers)]
                assert what == "planned" or event.state is states.get(what, EventState.CALLED_OFF)
        own = {each.facts.event_id: each for each in every if each.facts.event_id is not None}
        assert own.keys() == events.keys()
        for event_id, event in events.items():
            is_off = event.state is EventState.CALLED_OFF
            assert (own[event_id].called_off_on is not None) is is_off
        taken = sorted(
            (each.facts.venue_id, each.facts.begins, each.facts.ends)
            for each in every
            if each.called_off_on is None
        )
        for one, other in pairwise(taken):
            assert one[0] != other[0] or one[2] <= other[1], "no time of a venue is taken twice"


BOOKING = Work(name="booking", prepare=_prepare, run=_book, check=_check, seconds=1.0)
