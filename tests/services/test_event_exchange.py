"""Venues, bookings and events beyond one machine and one record: exchange, merging, erasure."""

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.homes import settle_neighbours
from support.ledgers import PASSWORD
from support.machines import Machine, MakeMachines
from support.people import make_draft, make_id, make_phone
from support.venues import DAY, add_venue, booked, planned

from linli.domain.erasures import ERASED, Ground
from linli.domain.events import EventState, GuestDraft, Outcome, Role
from linli.domain.exchanges import Choices, Extent, LineKind, Rule
from linli.domain.merges import MergeChoices
from linli.domain.venues import BookingFilter
from linli.domain.workers import VolunteerFacts, WorkerDraft, WorkerKind
from linli.errors import UserError
from linli.paths import DataDir
from linli.services.ledger import verify
from linli.storage.extract import extract

TODAY = date(2026, 11, 23)
NAME, PHONE = "欧阳雪松", "13912345678"


# ---- between machines ---------------------------------------------------------------------


def test_an_event_travels_with_its_venue_its_booking_and_its_list(
    make_machines: MakeMachines,
) -> None:
    one, other = make_machines("甲", "乙")
    venue = add_venue(one.services)
    event_id, _ = one.services.events.add(planned(9, 11, day=TODAY, venue_id=venue))
    one.services.event_guests.add_guests(event_id, [GuestDraft(name="马兰", present=True)])
    one.services.events.hold(event_id, Outcome(headcount=20, summary="好"))
    other.read(one.write(other))
    (event,) = other.services.events.list_()
    assert (event.state, event.outcome) == (EventState.HELD, Outcome(headcount=20, summary="好"))
    assert (event.venue, event.listed, event.present) == ("棋牌室", 1, 1)
    (booking,) = other.services.bookings.list_()
    assert booking.facts.event_id == event.id
    assert [each.facts.name for each in other.services.event_guests.list_guests(event.id)] == [
        "马兰"
    ]


def test_what_one_machine_calls_off_is_free_on_the_other(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    event_id, _ = one.services.events.add(planned(venue_id=add_venue(one.services)))
    one.meet(other)
    (event,) = other.services.events.list_()
    other.services.events.call_off(event.id, "下雨")
    one.meet(other)
    assert one.services.events.get(event_id).state is EventState.CALLED_OFF
    assert one.services.bookings.list_() == []
    (booking,) = one.services.bookings.list_(BookingFilter(called_off=True))
    assert booking.reason == "下雨"


def test_bookings_of_two_machines_that_overlap_both_stay_and_are_told(
    make_machines: MakeMachines,
) -> None:
    one, other = make_machines("甲", "乙")
    venue = add_venue(one.services)
    one.meet(other)
    (theirs,) = other.services.venues.list_()
    one.services.bookings.add(booked(venue, 9, 11, phone=PHONE))
    one.services.bookings.add(booked(venue, 14, 16))
    other.services.bookings.add(booked(theirs.id, 10, 12, borrower="棋友会"))
    other.services.events.add(planned(15, 17, venue_id=theirs.id))
    one.meet(other)
    for machine in (one, other):
        bookings = machine.services.bookings
        assert len(bookings.list_()) == 4
        pairs = [(a.facts.borrower, b.facts.borrower) for a, b in bookings.conflicts()]
        assert pairs == [("夕阳红合唱队", "棋友会"), ("夕阳红合唱队", "社区")]
        assert bookings.conflicts()[0][0].facts.phone == PHONE
    first, _ = one.services.bookings.conflicts()[0]
    one.services.bookings.call_off(first.id, "让给棋友会")
    assert len(one.services.bookings.conflicts()) == 1
    one.clock.advance(days=7)
    assert one.services.bookings.conflicts() == []


def test_what_both_entered_is_one(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    for machine in (one, other):
        venue = add_venue(machine.services)
        event_id, _ = machine.services.events.add(planned(venue_id=venue))
        guests = [GuestDraft(name="马兰", phone="13812345678")]
        machine.services.event_guests.add_guests(event_id, guests)
        machine.services.bookings.add(booked(venue, 14, 16))
    one.meet(other)
    for machine in (one, other):
        services = machine.services
        assert len(services.venues.list_()) == 1
        assert len(services.bookings.list_()) == 2
        (event,) = services.events.list_()
        assert event.listed == 1
        assert verify(machine.context).problems == ()


def test_two_ways_to_change_an_event_are_asked_about(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    venue = add_venue(one.services)
    event_id, _ = one.services.events.add(planned(venue_id=venue))
    one.meet(other)
    (event,) = other.services.events.list_()
    one.services.events.change(event_id, planned(8, 9, venue_id=venue), version=1)
    moved = replace(event.facts, begins=planned(13).begins, ends=planned(13, 15).ends)
    other.clock.advance(minutes=1)
    other.services.events.change(event.id, moved, version=event.version)
    told = other.preview(one.write(other)).lines
    conflicts = {
        (line.table, line.field, line.subject) for line in told if line.kind is LineKind.CONFLICT
    }
    assert conflicts == {
        ("活动", "活动时间", "反诈宣传"),
        ("场地预约", "预约的场地和时间", "反诈宣传"),
    }
    times = [line.theirs for line in told if line.table == "场地预约"]
    assert times == ["棋牌室 2026-11-26 08:00 2026-11-26 09:00"]


def test_a_file_of_one_grid_carries_no_halves_of_events(make_machines: MakeMachines) -> None:
    one, other = make_machines("甲", "乙")
    person, *others = settle_neighbours(one.services)
    (grid,) = one.services.grids.list_all()
    venue = add_venue(one.services)
    event_id, _ = one.services.events.add(planned(venue_id=venue))
    guests = one.services.event_guests
    guests.add_guests(event_id, [*guests.of_residents([person]), GuestDraft(name="马兰")])
    one.services.bookings.add(booked(venue, 14, 16, resident_id=person))
    other.read(one.write(other, extent=Extent.GRID, grid_id=grid.id))
    assert other.services.residents.counts().residents == 1 + len(others)
    assert (other.services.events.list_(), other.services.bookings.list_()) == ([], [])
    other.read(one.write(other))
    (event,) = other.services.events.list_()
    assert event.listed == 2
    assert len(other.services.bookings.list_()) == 2


_STEPS = ("venue", "event", "book", "move", "off", "guest", "hold", "remove", "meet")
_step = st.tuples(st.sampled_from(_STEPS), st.integers(0, 1), st.integers(0, 3), st.integers(8, 20))


def _take_step(machine: Machine, kind: str, number: int, hour: int) -> None:
    services = machine.services
    venues, events = services.venues.list_(), services.events.list_()
    venue_id = venues[number % len(venues)].id if venues else None
    if kind == "venue":
        add_venue(services, f"{number % 2 + 1}号厅")
    elif kind == "event":
        title = f"活动{number}"
        services.events.add(planned(hour, hour + 2, day=TODAY, title=title, venue_id=venue_id))
    elif kind == "book" and venue_id:
        services.bookings.add(booked(venue_id, hour, hour + 1))
    elif events:
        event = events[number % len(events)]
        if kind == "move":
            facts = planned(hour, hour + 2, day=TODAY, title=event.facts.title)
            venue = venue_id if hour % 2 else None
            services.events.change(event.id, replace(facts, venue_id=venue), version=event.version)
        elif kind == "off":
            services.events.call_off(event.id, "下雨")
        elif kind == "guest":
            services.event_guests.add_guests(event.id, [GuestDraft(name=f"马{number}")])
        elif kind == "hold":
            services.events.hold(event.id, Outcome(headcount=hour))
        elif kind == "remove":
            services.events.remove(event.id)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(_step, max_size=16), rule=st.sampled_from(Rule))
def test_two_machines_end_equal_and_an_event_has_one_booking_at_most(
    _founded,  # noqa: PT019 - hypothesis calls with it by name
    steps: list[tuple[str, int, int, int]],
    rule: Rule,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        machines = []
        for name in "ab":
            shutil.copytree(_founded.data_dir.root, place / name)
            machines.append(Machine(name, DataDir(place / name), _founded.key, place))
            machines[-1].exchange.rename(name)
        one, other = machines
        one.trust([other])
        other.trust([one])

        def meet() -> None:
            other.read(one.write(other), Choices(rule=rule))
            one.read(other.write(one), Choices(rule=rule))

        try:
            for kind, who, number, hour in steps:
                machines[who].clock.advance(seconds=1)
                if kind == "meet":
                    meet()
                with suppress(UserError):
                    _take_step(machines[who], kind, number, hour)
            meet()
            meet()
            assert one.records() == other.records()
            for machine in machines:
                booked_for = [
                    each.facts.event_id
                    for each in machine.services.bookings.list_(BookingFilter(called_off=True))
                    if each.facts.event_id is not None
                ]
                assert len(booked_for) == len(set(booked_for))
                assert machine.db.damage() == []
        finally:
            for machine in machines:
                machine.db.close()


# ---- people -------------------------------------------------------------------------------


@pytest.fixture
def person(services):
    return services.residents.add(make_draft(NAME, phones=(make_phone(PHONE),)))[0]


@pytest.fixture
def busy(services, person):
    """Somebody who borrows a room, is a volunteer, and was at two events; return their ids."""
    venue = add_venue(services)
    draft = booked(
        venue, 14, 16, borrower=NAME, purpose=f"{NAME}家婚宴", phone=PHONE, resident_id=person
    )
    services.bookings.add(draft)
    worker, _ = services.workers.add(
        WorkerDraft(
            kind=WorkerKind.VOLUNTEER,
            name=NAME,
            phone=PHONE,
            resident_id=person,
            volunteer=VolunteerFacts(document_number=make_id(birth=date(1980, 5, 1))),
        )
    )
    ids = []
    for day, drafts in (
        (1, services.event_guests.of_residents([person])),
        (2, [GuestDraft(name=NAME, phone=PHONE, worker_id=worker, role=Role.HELPER, note="组长")]),
    ):
        event_id, _ = services.events.add(planned(day=TODAY - timedelta(days=day)))
        services.event_guests.add_guests(event_id, drafts)
        (guest,) = services.event_guests.list_guests(event_id)
        services.event_guests.mark_present([guest.id], present=True)
        services.events.hold(event_id, Outcome(headcount=9))
        ids.append(event_id)
    services.events.record_hours(ids[1])
    return ids


def test_bookings_and_lists_follow_a_person_into_a_merged_record(services, person, busy):
    other, _ = services.residents.add(make_draft("欧阳雪松", documents=()))
    services.doubles.merge(other, person, MergeChoices())
    guests = services.event_guests.list_guests(busy[0])
    assert [each.facts.resident_id for each in guests] == [other]
    assert [each.facts.resident_id for each in services.bookings.list_()] == [other]


def test_a_person_who_stood_on_a_list_twice_stands_there_still_after_merging(
    services, person, busy
):
    other, _ = services.residents.add(make_draft("欧阳学松", documents=()))
    services.event_guests.add_guests(busy[0], services.event_guests.of_residents([other]))
    services.doubles.merge(other, person, MergeChoices())
    guests = services.event_guests.list_guests(busy[0])
    assert {each.facts.resident_id for each in guests} == {person, other}
    assert verify(services.context).problems == ()


def test_of_an_erased_person_neither_name_nor_number_stays(services, person, busy):
    services.erasures.erase(person, ground=Ground.REQUEST, password=PASSWORD)
    lists = [services.event_guests.list_guests(event_id)[0] for event_id in busy]
    for guest in lists:
        assert (guest.facts.name, guest.facts.phone, guest.facts.note) == (ERASED, None, None)
        assert guest.facts.present is True
    assert lists[1].recorded
    (booking,) = services.bookings.list_()
    assert (booking.facts.borrower, booking.facts.purpose) == (ERASED, ERASED)
    assert (booking.facts.phone, booking.facts.resident_id) == (None, None)
    with services.context.db.reading() as connection:
        for table in ("booking", "event_guest", "journal_change"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            assert NAME not in str(rows)
            assert PHONE not in str(rows)
    assert verify(services.context).problems == ()


def test_a_copy_of_ones_data_names_bookings_and_events(services, person, busy):
    with services.context.db.reading() as connection:
        found = extract(connection, person, [person])
    sections = {section.title: dict(section.lines) for section in found.sections}
    assert sections["场地预约"]["用途"] == f"{NAME}家婚宴"
    assert sections["活动名单"]["签到"] == "是"
    assert sections["参加的活动"]["参加方式"] == "志愿服务"
    assert sections["服务时长"]["服务的活动"] == "反诈宣传"


def test_the_history_of_an_event_is_told_in_words(services):
    venue = add_venue(services)
    event_id, _ = services.events.add(planned(venue_id=venue))
    services.events.change(event_id, planned(10, 12, venue_id=venue), version=1)
    said = services.history.of_record("event", str(event_id))
    times = [(each.field, each.before, each.after) for each in said if each.before]
    assert ("活动开始", f"{DAY} 09:00", f"{DAY} 10:00") in times
    assert ("活动场地", None, "棋牌室") in [(e.field, e.before or None, e.after) for e in said]
