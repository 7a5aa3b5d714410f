"""The month of what is due: weeks from Monday, days off and worked, months before and after."""

from datetime import date

import pytest

from linli.domain.clock_lists import DayKind, clock_register, month_span, month_weeks, next_month
from linli.domain.clocks import Clock, Light, Subject
from linli.domain.limits import Area
from linli.domain.working_days import shipped_calendar

CALENDAR = shipped_calendar()


def a_clock(
    due: date, *, light: Light = Light.GREEN, number: str = "", certain: bool = True
) -> Clock:
    """Return a clock that is due on a day."""
    return Clock(
        subject=Subject(area=Area.MEDIATION, id=1, number=number, title="漏水纠纷"),
        key="mediation.settle",
        what="调解办结",
        started=date(2026, 9, 1),
        due=due,
        light=light,
        days_left=1,
        certain=certain,
    )


@pytest.mark.parametrize(
    ("month", "steps", "then"),
    [
        (date(2026, 1, 31), -1, date(2025, 12, 1)),
        (date(2026, 12, 5), 1, date(2027, 1, 1)),
        (date(2026, 3, 15), 0, date(2026, 3, 1)),
        (date(2026, 3, 15), -15, date(2024, 12, 1)),
    ],
)
def test_months_are_counted_over_the_years(month: date, steps: int, then: date) -> None:
    assert next_month(month, steps) == then


def test_a_sheet_has_whole_weeks_and_tells_the_kinds_of_days() -> None:
    weeks = month_weeks(date(2026, 10, 1), [], CALENDAR)
    days = {day.day: day for week in weeks for day in week}
    assert month_span(date(2026, 10, 1)) == (min(days), max(days))
    assert all(len(week) == 7 and week[0].day.weekday() == 0 for week in weeks)
    kinds = {number: days[date(2026, 10, number)].kind for number in (1, 8, 10, 11)}
    assert list(kinds.values()) == [
        DayKind.HOLIDAY,
        DayKind.WORKED,
        DayKind.WORKED_WEEKEND,
        DayKind.WEEKEND,
    ]
    assert (days[date(2026, 10, 1)].note, days[date(2026, 10, 10)].note) == ("休 国庆节", "班")


def test_a_day_shows_first_what_is_open() -> None:
    due = date(2026, 10, 8)
    clocks = [a_clock(due, light=Light.DONE, number="1"), a_clock(due, number="2")]
    found = [day for week in month_weeks(due, clocks, CALENDAR) for day in week if day.clocks]
    assert [[clock.subject.number for clock in day.clocks] for day in found] == [["2", "1"]]


def test_the_list_explains_its_shapes_and_what_may_still_move() -> None:
    sure = clock_register([a_clock(date(2026, 10, 8))], title="到期事项")
    assert sure.foot_note == "▲ 已超期　◆ 快到期　● 未到期　○ 已办结"
    doubtful = clock_register([a_clock(date(2027, 3, 1), certain=False)], title="到期事项")
    assert doubtful.groups[0].rows[0][1] == "2027-03-01（推算）"
    assert "放假安排还没有公布" in doubtful.foot_note
