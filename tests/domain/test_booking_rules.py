"""What of a booking cannot be saved, what is worth a remark, and when time is free."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.venues import DAY, at

from linli.domain.booking_rules import (
    AHEAD,
    LONGEST,
    check_booking,
    clash_problem,
    clean_booking,
    free_spans,
    remarks,
)
from linli.domain.venues import (
    MOST_REPEATS,
    Booking,
    BookingDraft,
    VenueDraft,
    Weekly,
    is_open,
    repeated,
)
from linli.domain.worker_texts import parse_free_times
from linli.domain.workers import FreeTime

MORNING = at(8)
NOW = at(9, day=date(2026, 11, 23))
ROOM = VenueDraft(name="棋牌室", capacity=20)
DRAFT = BookingDraft(
    venue_id=1,
    begins=at(9),
    ends=at(11),
    purpose="合唱排练",
    borrower="夕阳红合唱队",
)


def problems(draft, venue=ROOM, weekly=None):
    return [(each.field, each.message) for each in check_booking(draft, venue, NOW, weekly)]


def test_a_booking_in_order_breaks_no_rule():
    assert problems(DRAFT) == []
    assert problems(DRAFT, weekly=Weekly(until=date(2027, 11, 25))) == []


@pytest.mark.parametrize(
    ("facts", "field", "said"),
    [
        ({"purpose": ""}, "purpose", "没有填写用途"),
        ({"borrower": ""}, "borrower", "没有填写谁用"),
        ({"phone": "12"}, "phone", "12"),
        ({"headcount": 0}, "headcount", "「0」"),
        ({"ends": DRAFT.begins}, "ends", "结束「09:00」应晚于开始「09:00」"),
        ({"ends": DRAFT.begins + LONGEST + timedelta(minutes=1)}, "ends", "超过 31 天"),
        (
            {"begins": NOW + AHEAD + timedelta(1), "ends": NOW + AHEAD + timedelta(1, 3600)},
            "begins",
            "2028年11月25日",
        ),
    ],
)
def test_what_is_wrong_is_said_with_the_value(facts, field, said):
    ((found, message),) = problems(replace(DRAFT, **facts))
    assert found == field
    assert said in message


@pytest.mark.parametrize(
    ("until", "said"),
    [(date(2026, 11, 25), "早于第一次"), (date(2027, 12, 9), "超过一年")],
)
def test_a_repetition_has_an_end_within_a_year(until, said):
    ((field, message),) = problems(DRAFT, weekly=Weekly(until=until))
    assert (field, said in message) == ("weekly", True)


def test_a_wrong_year_is_no_endless_repetition():
    spans = repeated(DRAFT, Weekly(until=date(9999, 12, 31)))
    assert len(spans) == MOST_REPEATS
    assert problems(DRAFT, weekly=Weekly(until=spans[-1][0].date())) == []


def test_what_lasts_more_than_a_week_is_not_repeated_every_week():
    long = replace(DRAFT, ends=DRAFT.begins + timedelta(days=8))
    ((field, message),) = problems(long, weekly=Weekly(until=date(2026, 12, 31)))
    assert (field, "超过七天" in message) == ("weekly", True)


def test_a_venue_is_booked_up_to_its_last_day_only():
    until = replace(ROOM, until=date(2026, 12, 3))
    assert problems(DRAFT, until, Weekly(until=date(2026, 12, 3))) == []
    ((field, message),) = problems(DRAFT, until, Weekly(until=date(2026, 12, 10)))
    assert field == "begins"
    assert "「棋牌室」只借到2026年12月3日" in message


def test_closing_time_too_many_people_and_the_past_are_remarked():
    room = replace(ROOM, open_times=parse_free_times("周一到周三 9:00—18:00"))
    past = replace(DRAFT, begins=DRAFT.begins - timedelta(7), ends=DRAFT.ends - timedelta(7))
    said = remarks(replace(past, headcount=21), room, NOW)
    assert len(said) == 3
    assert "已经过去" in said[0]
    assert "不开放（开放时间：周一到周三 9:00—18:00）" in said[1]
    assert said[2].startswith("要来 21 人，「棋牌室」只容得下 20 人")
    assert remarks(replace(DRAFT, headcount=20), ROOM, NOW) == []


def test_a_remark_tells_how_often_a_repetition_is_outside_the_opening_times():
    room = replace(ROOM, open_times=parse_free_times("周一 9:00—18:00"))
    (said,) = remarks(DRAFT, room, NOW, Weekly(until=date(2026, 12, 10)))
    assert "等 3 次不开放" in said


def test_moments_lose_their_seconds():
    odd = replace(DRAFT, begins=DRAFT.begins.replace(second=7, microsecond=5), purpose=" 排练 ")
    clean = clean_booking(odd)
    assert (clean.begins, clean.purpose) == (DRAFT.begins, "排练")


def test_a_clash_names_who_has_it_and_when_it_is_free_next():
    other = Booking(id=1, version=1, facts=DRAFT, venue="棋牌室")
    free = [(at(11), at(22))]
    said = clash_problem(other, free).message
    assert said == (
        "「棋牌室」2026年11月26日（周四）9:00—11:00已经由「夕阳红合唱队」约好（合唱排练），"
        "时间不能重叠；最近的空档是 2026年11月26日（周四）11:00—22:00，请改时间，或另选场地。"
    )
    assert "两周内没有这么长的空档" in clash_problem(other, []).message


# ---- free time ----------------------------------------------------------------------------


def free(taken, venue=ROOM, first=MORNING, last=DAY, minutes=60):
    return [
        (f"{begins:%d %H:%M}", f"{ends:%H:%M}")
        for begins, ends in free_spans(taken, venue, first, last, minutes)
    ]


def span(begins, ends):
    return datetime.combine(DAY, begins), datetime.combine(DAY, ends)


def test_a_venue_without_opening_times_is_offered_by_day():
    assert free([]) == [("26 08:00", "22:00")]


def test_what_is_booked_parts_the_day():
    taken = [span(time(14), time(16)), span(time(9), time(11)), span(time(10), time(12))]
    assert free(taken) == [("26 08:00", "09:00"), ("26 12:00", "14:00"), ("26 16:00", "22:00")]


def test_what_is_too_short_is_left_out():
    taken = [span(time(9), time(11)), span(time(11, 30), time(22))]
    assert free(taken) == [("26 08:00", "09:00")]
    assert free(taken, minutes=61) == []


def test_it_is_offered_from_the_next_quarter_of_an_hour():
    assert free([], first=at(9, 1)) == [("26 09:15", "22:00")]
    assert free([span(time(9), time(10, 5))], first=at(9)) == [("26 10:15", "22:00")]


def test_opening_times_and_the_last_day_bound_it():
    room = replace(
        ROOM,
        open_times=parse_free_times("周四 9:00—12:00，周四 12:00—13:00，周五 20:00—22:00"),
        until=date(2026, 11, 27),
    )
    found = free([], room, last=date(2026, 12, 4))
    assert found == [("26 09:00", "13:00"), ("27 20:00", "22:00")]


@pytest.mark.parametrize("opens", ["", "每天 9:00—18:00"])
def test_what_is_wanted_for_days_is_looked_for_over_the_nights(opens):
    room = replace(ROOM, open_times=parse_free_times(opens))
    trip = at(8, day=date(2026, 11, 29)), at(9, day=date(2026, 11, 30))
    taken = [span(time(9), time(11)), trip]
    found = list(free_spans(taken, room, MORNING, date(2026, 12, 2), 2 * 24 * 60))
    assert found == [
        (at(11), at(8, day=date(2026, 11, 29))),
        (at(9, day=date(2026, 11, 30)), at(0, day=date(2026, 12, 3))),
    ]
    until = replace(room, until=date(2026, 11, 30))
    assert list(free_spans(taken, until, MORNING, date(2026, 12, 2), 2 * 24 * 60)) == found[:1]


def test_what_closes_at_midnight_is_open_to_the_end_of_the_day():
    late = FreeTime(weekday=3, begins=time(20), ends=time.min)
    room = replace(ROOM, open_times=(late, FreeTime(weekday=4, begins=time.min, ends=time(2))))
    assert free([], room) == [("26 20:00", "00:00")]
    over = replace(DRAFT, begins=at(21), ends=at(21) + timedelta(hours=4))
    assert remarks(over, room, NOW) == []
    assert len(remarks(replace(over, ends=over.ends + timedelta(hours=2)), room, NOW)) == 1


_minutes = st.integers(0, 3 * 24 * 4).map(lambda quarter: timedelta(minutes=15 * quarter))
_times = st.sampled_from(["", "每天 9:00—18:00", "周四 8:00—12:00，周五 14:00—20:00"])


@given(st.lists(st.tuples(_minutes, _minutes), max_size=8), _times, st.integers(15, 300))
def test_free_time_is_open_long_enough_and_nobodys(ends, opens, minutes):
    start = at(0)
    taken = [(start + min(pair), start + max(pair)) for pair in ends if pair[0] != pair[1]]
    room = replace(ROOM, open_times=parse_free_times(opens))
    found = list(free_spans(taken, room, start, date(2026, 11, 28), minutes))
    for begins, finishes in found:
        assert finishes - begins >= timedelta(minutes=minutes)
        assert is_open(room.open_times, begins, finishes)
        assert all(finishes <= one or begins >= other for one, other in taken)
    assert found == sorted(found)
