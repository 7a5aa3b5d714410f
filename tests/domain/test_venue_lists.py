"""Venues and bookings on paper: who has what when, nobody's name on a door."""

from dataclasses import replace
from datetime import date

import pytest
from support.events import DAYS, KINDS, ROOM, at, booked

from linli.domain.letters import Style
from linli.domain.venue_lists import (
    booking_letter,
    booking_register,
    hours_on,
    span_text,
    takes,
    venue_register,
    week_door_sheet,
    week_of,
    week_register,
)

MORNING = booked(1, at(1, 9), at(1, 11))
NIGHT = booked(2, at(3, 20), at(5, 8, 30), "排练", "文艺队")
PRIVATE = booked(3, at(1, 8), at(1, 9), "书法班", "张桂兰", resident_id=7)
OFF = booked(4, at(2, 9), at(2, 11), called_off_on=date(2026, 11, 30))
ALL = (MORNING, NIGHT, PRIVATE, OFF)


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        ((3, 9), (3, 11, 30), "2026年12月3日（周四）9:00—11:30"),
        ((3, 19), (4, 0), "2026年12月3日（周四）19:00—24:00"),
        ((3, 19), (5, 8), "2026年12月3日（周四）19:00—12月5日（周六）8:00"),
    ],
)
def test_a_span_is_said_in_words(begins, ends, said):
    assert span_text(at(*begins), at(*ends)) == said


def test_a_booking_over_night_takes_something_of_each_of_its_days():
    said = {day: hours_on(NIGHT, day) for day in DAYS if takes(NIGHT, day)}
    assert list(said.values()) == ["20:00—24:00", "全天", "0:00—8:30"]
    assert [day.day for day in said] == [3, 4, 5]


def test_a_booking_until_midnight_takes_nothing_of_the_next_day():
    late = booked(1, at(1, 20), at(2))
    assert [day.day for day in DAYS if takes(late, day)] == [1]
    assert hours_on(late, date(2026, 12, 1)) == "20:00—24:00"


def test_a_week_begins_on_monday():
    assert week_of(date(2026, 12, 6)) == week_of(date(2026, 11, 30)) == DAYS
    assert DAYS[0].weekday() == 0


def test_the_door_names_what_is_on_in_order_and_residents_by_their_family_name():
    sheet = week_door_sheet(ROOM, ALL, DAYS, KINDS, community="西河社区", hotline="12345")
    tuesday = sheet.days[1]
    assert [(line.shift, *line.names) for line in tuesday.lines] == [
        ("8:00—9:00", "书法班　张**"),
        ("9:00—11:00", "党员学习　西河社区党总支"),
    ]
    assert not sheet.days[2].lines  # called off
    assert (sheet.nobody, sheet.calls) == ("空闲", "预约电话")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("张桂兰", "张**"),
        ("阿依古丽·买买提", "阿***·***"),
        ("文艺队", "文艺队"),
        ("党总支", "党总支"),
        ("老年协会", "老年协会"),
        ("西河社区妇女之家", "西河社区妇女之家"),
    ],
)
def test_somebody_who_was_typed_is_named_no_more_than_a_resident(typed, said):
    booking = booked(1, at(1, 9), at(1, 11), "书法班", typed)
    register = week_register((ROOM,), (booking,), DAYS, title="场地使用安排")
    assert register.groups[0].rows[0][2] == f"9:00—11:00\n书法班　{said}"


def test_another_venue_stands_on_its_own_door():
    sheet = week_door_sheet(replace(ROOM, id=2), ALL, DAYS, KINDS, community="西河社区", hotline="")
    assert not any(day.lines for day in sheet.days)


def test_the_plan_of_the_week_names_no_number_and_no_given_name():
    register = week_register((ROOM,), ALL, DAYS, title="场地使用安排")
    ((name, *cells),) = register.groups[0].rows
    assert name == "党员活动室"
    assert cells[1] == "8:00—9:00\n书法班　张**\n9:00—11:00\n党员学习　西河社区党总支"
    assert not any("桂兰" in cell for cell in cells)


def test_bookings_are_listed_with_day_and_hours():
    rows = booking_register((MORNING, NIGHT), title="预约").groups[0].rows
    assert rows[0][1] == "2026-12-01 周二\n9:00—11:00"
    assert rows[1][1] == "2026-12-03 周四 20:00\n至 2026-12-05 周六 8:30"


def test_a_venue_without_hours_is_open_at_any_time():
    ((*_, hours, keeper, phone),) = venue_register((ROOM,), title="场地").groups[0].rows
    assert (hours, keeper, phone) == ("随时", "马兰", "13909940001")


def test_a_slip_says_the_terms_and_is_signed_by_both():
    letter = booking_letter(MORNING, ROOM, community="西河社区", contact="12345", printed="")
    said = {line.label: line.text for line in letter.lines if line.label}
    assert said["使用约定"] == "免费使用，损坏照价赔偿。"
    assert said["管理人"] == "马兰　13909940001"
    assert "人数" not in said  # nobody said how many
    signs = [line.label for line in letter.lines if line.style is Style.SIGN]
    assert signs == ["使用人签名", "管理人签名", "交还时间", "交还检查"]
    assert any("不超过 60 人" in line.text for line in letter.lines)
