"""Opening hours that nobody covers, with day, from–to and station."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from support.rosters import problem, shift, worker

from linli.domain.open_times import read_open_times
from linli.domain.roster_openings import open_spans
from linli.domain.roster_problem import Attended, Problem
from linli.domain.roster_remarks import remarks
from linli.domain.rosters import Cell, DayKind, PlanDraft, day_kinds
from linli.domain.staff import Station, StationDraft
from linli.domain.workers import Leave
from linli.domain.working_days import shipped_calendar

TUESDAY = date(2026, 12, 1)
MORNING = shift(1, "上午", 9, 13, 1, station_id=7)
EVENING = shift(2, "下午", 16, 19, 1, station_id=7)
ELSEWHERE = shift(3, "大厅", 9, 20, 1, station_id=8)


def station(hours: str, number: int = 7) -> Station:
    draft = StationDraft(name="警务室", open_times=read_open_times(hours))
    return Station(id=number, version=1, facts=draft)


def spans(hours: str, *days: date, number: int = 7):
    plan = PlanDraft(name="值班", shifts=(MORNING, EVENING, ELSEWHERE))
    return open_spans(plan, [station(hours, number)], day_kinds(days, shipped_calendar()))


def day(hours: str, *leaves: Leave) -> Problem:
    found = problem(
        [worker(n) for n in (1, 2)], (MORNING, EVENING, ELSEWHERE), [TUESDAY], leaves=leaves
    )
    return replace(found, openings=tuple(spans(hours, TUESDAY)))


def cell(shift_id: int, number: int = 1) -> Cell:
    return Cell(worker_id=number, day=TUESDAY, shift_id=shift_id)


def said(found: Problem, *cells: Cell) -> list[str]:
    return [each.words for each in remarks(found, cells)]


def test_what_nobody_covers_is_said_with_day_time_and_station() -> None:
    found = day("周一至周五 9:30—13:30, 16:00—19:30")
    assert said(found) == [
        "12月1日警务室：09:30—13:30开放，没有人值班。",
        "12月1日警务室：16:00—19:30开放，没有人值班。",
    ]
    assert said(found, cell(1), cell(2)) == [
        "12月1日警务室：13:00—13:30开放，没有人值班。",
        "12月1日警务室：19:00—19:30开放，没有人值班。",
    ]
    assert remarks(found, [])[0].shift_id == 1


def test_who_is_at_another_station_or_on_leave_covers_nothing() -> None:
    whole = day("周二 9:30—12:00")
    assert len(said(whole, cell(3))) == 1
    away = Leave(worker_id=1, first=TUESDAY, last=TUESDAY)
    assert len(said(day("周二 9:30—12:00", away), cell(1))) == 1
    assert said(whole, cell(1)) == []


def test_a_gap_in_the_middle_is_found_and_another_roster_covers_too() -> None:
    found = day("周二 10:00—18:00")
    assert said(found, cell(1), cell(2, 2)) == ["12月1日警务室：13:00—16:00开放，没有人值班。"]
    at = datetime(2026, 12, 1, 12), datetime(2026, 12, 1, 17)  # noqa: DTZ001
    other = replace(found, attended=(Attended(station_id=7, begins=at[0], ends=at[1]),))
    assert said(other, cell(1), cell(2, 2)) == []


def test_a_station_without_a_shift_of_the_plan_is_no_matter_of_it() -> None:
    assert spans("每天 9:00—18:00", TUESDAY, number=9) == []


@pytest.mark.parametrize(
    ("when", "count"),
    [
        (date(2026, 12, 5), 0),  # Saturday
        (date(2026, 10, 1), 0),  # National Day, a Thursday
        (date(2026, 9, 20), 1),  # a Sunday that is worked
        (date(2026, 9, 21), 1),
    ],
)
def test_holidays_are_closed_and_a_worked_weekend_is_open(when: date, count: int) -> None:
    assert len(spans("周一至周五 9:00—12:00", when)) == count


def test_kinds_of_days_are_as_the_calendar_says() -> None:
    assert day_kinds([date(2026, 9, 20)], shipped_calendar()) == {
        date(2026, 9, 20): DayKind.WORKDAY
    }
