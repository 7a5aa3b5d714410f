"""The sample community's venues and events keep the rules of their forms."""

import pytest

from linli.domain.booking_rules import check_booking
from linli.domain.event_rules import check_event
from linli.domain.events import EventState
from linli.domain.venue_rules import check_venue
from linli.domain.venues import BookingFilter


@pytest.fixture
def made(services):
    services.sample.create(40)
    return services


def test_rooms_a_ground_and_things_can_be_had(made):
    venues = made.venues.list_()
    assert {each.facts.name for each in venues} == {
        *("党员活动室", "图书阅览室", "棋牌室", "健身室", "小区广场", "折叠桌椅")
    }
    assert {each.station for each in venues} >= {"党员活动室", "健身室"}
    for each in venues:
        assert check_venue(each.facts) == []


def test_bookings_are_in_order_and_none_overlap(made):
    now = made.context.clock().replace(tzinfo=None)
    venues = {each.id: each.facts for each in made.venues.list_()}
    for each in made.bookings.list_(BookingFilter(called_off=True)):
        assert check_booking(each.facts, venues[each.facts.venue_id], now) == []
        if each.facts.event_id is None:
            assert made.bookings.check(each.facts) == []
    assert made.bookings.conflicts() == []


def test_events_are_planned_held_and_called_off(made):
    now = made.context.clock().replace(tzinfo=None)
    events = made.events.list_()
    assert {each.state for each in events} == set(EventState)
    for each in events:
        assert check_event(each.facts, now) == []
        assert each.outcome is None or 0 < each.present <= each.outcome.headcount
    (care,) = (each for each in events if each.facts.title == "义诊进小区")
    helped = [each for each in made.event_guests.list_guests(care.id) if each.recorded]
    assert len(helped) == 5
