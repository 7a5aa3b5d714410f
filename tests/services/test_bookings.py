"""Bookings through the service: never two of the same time."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.people import make_draft
from support.roles import as_role
from support.venues import DAY, add_venue, at, booked, planned

from linli.domain.accounts import Role
from linli.domain.venues import BookingFilter, Weekly
from linli.domain.worker_texts import parse_free_times
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError
from linli.storage.bookings import query_of


@pytest.fixture
def bookings(services):
    return services.bookings


@pytest.fixture
def venue(services):
    return add_venue(services)


def spans(found):
    return [f"{each.facts.begins:%m-%d %H}—{each.facts.ends:%H}" for each in found]


def test_a_booking_is_kept_as_it_was_entered(services, bookings, venue):
    resident, _ = services.residents.add(make_draft("马兰"))
    draft = booked(venue, phone="13812345678", resident_id=resident, headcount=12, note="要音响")
    ((booking_id,), _) = bookings.add(draft)
    booking = bookings.get(booking_id)
    assert (booking.facts, booking.venue) == (draft, "棋牌室")


def test_a_clash_names_who_has_it_and_the_next_free_time(bookings, venue):
    bookings.add(booked(venue, 9, 11))
    with pytest.raises(InvalidInput) as caught:
        bookings.add(booked(venue, 10, 12, purpose="棋赛"))
    said = caught.value.problems[0].message
    assert "9:00—11:00已经由「夕阳红合唱队」约好（合唱排练）" in said
    assert "最近的空档是 2026年11月26日（周四）11:00—22:00" in said
    assert len(bookings.list_()) == 1


@pytest.mark.parametrize(("begins", "ends"), [(7, 9), (11, 12)])
def test_bookings_may_touch(bookings, venue, begins, ends):
    bookings.add(booked(venue, 9, 11))
    bookings.add(booked(venue, begins, ends))
    assert len(bookings.list_()) == 2


def test_another_venue_and_a_called_off_booking_are_no_clash(services, bookings, venue):
    ((booking_id,), _) = bookings.add(booked(venue))
    bookings.add(booked(add_venue(services, "会议室")))
    bookings.call_off(booking_id, "对方改期")
    bookings.add(booked(venue))
    assert len(bookings.list_()) == 2
    assert len(bookings.list_(BookingFilter(called_off=True))) == 3
    called_off = bookings.get(booking_id)
    assert (called_off.called_off_on, called_off.reason) == (date(2026, 11, 23), "对方改期")


def test_a_long_booking_of_another_month_clashes_too(bookings, venue):
    long = replace(booked(venue), begins=at(9) - timedelta(days=30), ends=at(10))
    bookings.add(long)
    with pytest.raises(InvalidInput, match="已经由"):
        bookings.add(booked(venue))
    assert [each.facts for each in bookings.list_(BookingFilter(first=DAY, last=DAY))] == [long]


def test_every_week_is_all_or_nothing(bookings, venue):
    weekly = Weekly(until=date(2026, 12, 17))
    ids, _ = bookings.add(booked(venue), weekly)
    assert spans(bookings.list_()) == [
        *("11-26 09—11", "12-03 09—11", "12-10 09—11", "12-17 09—11")
    ]
    assert [each.id for each in bookings.list_()] == list(ids)
    for booking_id in ids[:2]:
        bookings.call_off(booking_id, "停电")
    with pytest.raises(InvalidInput, match="12月10日（周四）9:00—11:00已经由"):
        bookings.add(booked(venue, 10, 12), weekly)
    assert len(bookings.list_()) == 2


def test_undo_and_redo_take_all_of_it(services, bookings, venue):
    bookings.add(booked(venue), Weekly(until=date(2026, 12, 10)))
    services.history.undo()
    assert bookings.list_() == []
    services.history.redo()
    assert len(bookings.list_()) == 3


def test_a_change_keeps_clear_of_others_but_not_of_itself(bookings, venue):
    ((booking_id,), _) = bookings.add(booked(venue, 9, 11))
    bookings.add(booked(venue, 14, 16, purpose="棋赛"))
    bookings.change(booking_id, booked(venue, 10, 12), version=1)
    with pytest.raises(InvalidInput, match="（棋赛）"):
        bookings.change(booking_id, booked(venue, 13, 15), version=2)
    with pytest.raises(ConflictError, match="这个预约"):
        bookings.change(booking_id, booked(venue, 8, 9), version=1)
    assert spans(bookings.list_()) == ["11-26 10—12", "11-26 14—16"]


def test_what_was_called_off_is_called_off_once_with_a_reason(bookings, venue):
    ((booking_id,), _) = bookings.add(booked(venue))
    with pytest.raises(InvalidInput, match="没有写取消的原因"):
        bookings.call_off(booking_id, " ")
    bookings.call_off(booking_id, "下雨")
    with pytest.raises(UserError, match="已经取消，不能再改"):
        bookings.call_off(booking_id, "下雨")
    with pytest.raises(UserError, match="已经取消，不能再改"):
        bookings.change(booking_id, booked(venue), version=2)


def test_a_booking_of_an_event_is_changed_with_it_only(services, bookings, venue):
    services.events.add(planned(venue_id=venue))
    (booking,) = bookings.list_()
    for change in (
        lambda: bookings.change(booking.id, booked(venue), version=1),
        lambda: bookings.call_off(booking.id, "下雨"),
        lambda: bookings.remove(booking.id),
    ):
        with pytest.raises(UserError, match="这个预约是活动「反诈宣传」的"):
            change()


def test_only_an_event_makes_a_booking_of_an_event(services, bookings, venue):
    event_id, _ = services.events.add(planned())
    ((booking_id,), _) = bookings.add(booked(venue, event_id=event_id))
    assert bookings.get(booking_id).facts.event_id is None


def test_a_booking_is_removed_and_brought_back(services, bookings, venue):
    ((booking_id,), _) = bookings.add(booked(venue))
    bookings.remove(booking_id)
    with pytest.raises(NotFoundError):
        bookings.get(booking_id)
    services.history.undo()
    assert bookings.get(booking_id).facts == booked(venue)


def test_what_breaks_a_rule_is_not_kept(bookings, venue):
    ((booking_id,), _) = bookings.add(booked(venue))
    with pytest.raises(InvalidInput, match="没有填写用途"):
        bookings.add(booked(venue, 14, 16, purpose=" "))
    with pytest.raises(InvalidInput, match="没有填写谁用"):
        bookings.change(booking_id, booked(venue, borrower=""), version=1)
    with pytest.raises(InvalidInput, match="早于第一次"):
        bookings.add(booked(venue, 14, 16), Weekly(until=date(2026, 11, 25)))
    assert [each.facts for each in bookings.list_()] == [booked(venue)]


def test_what_a_booking_names_has_to_be_there(bookings, venue):
    with pytest.raises(NotFoundError):
        bookings.add(booked(99))
    with pytest.raises(NotFoundError):
        bookings.add(booked(venue, resident_id=99))


def test_it_is_looked_at_before_it_is_saved(services, bookings):
    venue = add_venue(services, capacity=10, open_times=parse_free_times("周四 9:00—10:00"))
    closed, many = bookings.check(booked(venue, headcount=11))
    assert "不开放" in closed
    assert "只容得下 10 人" in many
    assert bookings.check(booked(venue, 9, 10, headcount=10)) == []
    assert bookings.check(booked(venue, 10, 9)) == []  # said when it is saved
    ends = Weekly(until=date(9999, 12, 31))
    assert bookings.check(booked(venue), ends) == []


def test_free_time_is_offered_from_now_on(bookings, venue, clock):
    bookings.add(booked(venue, 9, 11, day=date(2026, 11, 23)))
    bookings.add(booked(venue, 12, 22, day=date(2026, 11, 23)))
    clock.advance(hours=1)
    first, second, *others = bookings.free(venue, date(2026, 11, 23), 60)
    assert first == (at(11, day=date(2026, 11, 23)), at(12, day=date(2026, 11, 23)))
    assert second == (at(8, day=date(2026, 11, 24)), at(22, day=date(2026, 11, 24)))
    assert len(others) == 3
    assert bookings.free(venue, date(2026, 11, 23), 61)[0] == second
    assert bookings.free(venue, date(2026, 11, 22), 60)[0] == first


def test_a_week_has_the_bookings_of_all_venues(services, bookings, venue):
    other = add_venue(services, "会议室")
    monday = date(2026, 11, 23)
    for day in (-1, 0, 6, 7):
        bookings.add(booked(other if day else venue, day=monday + timedelta(days=day)))
    over_night = booked(venue, day=monday - timedelta(days=1))
    bookings.add(replace(over_night, begins=at(22, day=date(2026, 11, 22)), ends=at(2, day=monday)))
    assert spans(bookings.week(monday)) == ["11-22 22—02", "11-23 09—11", "11-29 09—11"]
    only = BookingFilter(first=monday, last=monday, venue_id=venue)
    assert spans(bookings.list_(only)) == ["11-22 22—02", "11-23 09—11"]


# ---- numbers ------------------------------------------------------------------------------


def test_numbers_are_masked_for_who_may_not_see_them_and_survive_a_change(services, venue):
    ((booking_id,), _) = services.bookings.add(booked(venue, phone="13812345678"))
    keeper = as_role(services, Role.ROSTER_KEEPER)
    seen = keeper.bookings.get(booking_id)
    assert seen.facts.phone == "138****5678"
    keeper.bookings.change(booking_id, replace(seen.facts, headcount=9), version=1)
    assert services.bookings.get(booking_id).facts.phone == "13812345678"
    keeper.bookings.change(booking_id, replace(seen.facts, phone="13912345678"), version=2)
    assert services.bookings.get(booking_id).facts.phone == "13912345678"
    assert keeper.bookings.register(BookingFilter(), "预约").groups[0].rows[0][5] == "139****5678"


def test_asking_for_full_numbers_is_recorded(services, bookings, venue):
    ((booking_id,), _) = bookings.add(booked(venue, phone="13812345678"))
    bookings.reveal(booking_id, "通知改期")
    with services.context.db.reading() as connection:
        last = connection.exec_driver_sql(
            "SELECT action, subject FROM audit_event ORDER BY id DESC LIMIT 1"
        ).one()
    assert tuple(last) == ("查看完整号码", f"booking/{booking_id}")


# ---- never two the same -------------------------------------------------------------------

_quarter = st.integers(0, 2 * 24 * 4)
_START = datetime.combine(date(2026, 11, 24), time())
_steps = st.lists(
    st.tuples(
        st.sampled_from(["add", "weekly", "move", "off", "event", "move event", "undo"]),
        st.integers(0, 1),
        _quarter,
        st.integers(1, 12),
        st.integers(0, 9),
    ),
    max_size=14,
)


def taken_twice(found):
    """The pairs that have the same time of a venue, looked for one by one."""
    return [
        (one.id, other.id)
        for one in found
        for other in found
        if one.id < other.id
        and one.facts.venue_id == other.facts.venue_id
        and one.facts.begins < other.facts.ends
        and other.facts.begins < one.facts.ends
    ]


def _take_step(services, venues, step):
    """Do something and return what it changed, None if there is nothing to do it to."""
    kind, number, quarter, long, which = step
    begins = _START + timedelta(minutes=15 * quarter)
    ends = begins + timedelta(minutes=15 * long)
    draft = replace(booked(venues[number]), begins=begins, ends=ends)
    event = replace(planned(venue_id=venues[number]), begins=begins, ends=ends)
    own = [each for each in services.bookings.list_() if each.facts.event_id is None]
    if kind == "add":
        return services.bookings.add(draft)[1]
    if kind == "weekly":
        return services.bookings.add(draft, Weekly(until=begins.date() + timedelta(days=14)))[1]
    if kind == "event":
        return services.events.add(event)[1]
    if kind == "move event" and (events := services.events.list_()):
        moved = events[which % len(events)]
        return services.events.change(moved.id, event, version=moved.version)
    if kind == "move" and own:
        booking = own[which % len(own)]
        return services.bookings.change(booking.id, draft, version=booking.version)
    if kind == "off" and own:
        return services.bookings.call_off(own[which % len(own)].id, "不用了")
    return None


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(_steps)
def test_nothing_that_can_be_done_takes_a_time_twice(services, steps):
    for each in services.events.list_():
        services.events.remove(each.id)
    for each in services.bookings.list_(BookingFilter(called_off=True)):
        services.bookings.remove(each.id)
    known = {each.facts.name: each.id for each in services.venues.list_()}
    venues = [known.get(name) or add_venue(services, name) for name in ("棋牌室", "会议室")]
    done = 0
    for step in steps:
        before, refused = services.bookings.list_(), ""
        try:
            if step[0] == "undo" and done:
                services.history.undo()
                done -= 1
            elif changes := _take_step(services, venues, step):
                done += changes.entry_id is not None
        except InvalidInput as error:
            refused = error.message
        assert not refused or "已经由" in refused
        assert not refused or services.bookings.list_() == before
        assert taken_twice(services.bookings.list_()) == []
    assert services.bookings.conflicts() == []


# ---- fast ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wanted",
    [
        BookingFilter(first=DAY, last=DAY + timedelta(days=6)),
        BookingFilter(first=DAY, last=DAY, called_off=True),
        BookingFilter(first=DAY, last=DAY, venue_id=1),
        BookingFilter(venue_id=1),
    ],
)
def test_a_list_of_some_days_or_of_a_venue_reads_no_whole_table(services, wanted):
    with services.context.db.reading() as connection:
        query = query_of(wanted).compile(connection, compile_kwargs={"literal_binds": True})
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").all()
    steps = [row[3] for row in plan]
    assert any(step.startswith("SEARCH booking USING INDEX ix_booking_") for step in steps)
    assert not any(step.startswith("SCAN") for step in steps)


def test_the_same_ones_of_later_weeks_are_called_off_in_one_step(services, bookings, venue):
    ids, _ = bookings.add(booked(venue), Weekly(until=date(2026, 12, 17)))
    bookings.add(booked(venue, 14, 16, day=DAY + timedelta(days=7)))
    bookings.add(booked(venue, day=DAY + timedelta(days=1)))
    later = bookings.same_again(ids[1])
    assert [each.id for each in later] == list(ids[2:])
    bookings.call_off(ids[1], "对方不来了", [each.id for each in later])
    assert {each.id for each in bookings.list_()} & set(ids) == {ids[0]}
    assert len(bookings.list_()) == 3
    services.history.undo()
    assert {each.id for each in bookings.list_()} >= set(ids)


def test_what_differs_is_not_the_same_again(bookings, venue):
    ((first,), _) = bookings.add(booked(venue))
    bookings.add(booked(venue, day=DAY + timedelta(days=1)))
    week = DAY + timedelta(days=7)
    for begins, facts in ((8, {}), (12, {"borrower": "文艺队"}), (15, {"purpose": "棋赛"})):
        bookings.add(booked(venue, begins, begins + 1, day=week, **facts))
    assert bookings.same_again(first) == []
