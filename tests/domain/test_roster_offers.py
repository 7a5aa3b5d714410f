"""Whom to put on a shift by hand, and what a month comes to for each."""

from datetime import date

from support.rosters import DAY, NIGHT, problem, worker

from linli.domain.roster_offers import offers, range_words, spreads
from linli.domain.roster_problem import Turns
from linli.domain.roster_starter import starter_plan
from linli.domain.rosters import Cell, DayKind
from linli.domain.workers import Leave, LeaveKind, WorkerKind

DAYS = [date(2026, 12, 1), date(2026, 12, 2)]


def test_free_come_first_and_those_with_least_before_the_others():
    leave = Leave(worker_id=3, first=DAYS[1], last=DAYS[1], kind=LeaveKind.SICK)
    asked = problem([worker(n) for n in (1, 2, 3)], (DAY, NIGHT), DAYS, leaves=(leave,))
    cells = [Cell(worker_id=1, day=DAYS[0], shift_id=1)]
    found = offers(asked, cells, asked.need[DAYS[1], 1])
    assert [each.worker_id for each in found] == [2, 1, 3]
    assert [bool(each.why_not) for each in found] == [False, False, True]
    assert "病假" in found[2].why_not
    assert found[1].words == "8小时"


def test_who_is_there_already_is_not_offered():
    asked = problem([worker(1), worker(2)], (DAY,), DAYS)
    cells = [Cell(worker_id=1, day=DAYS[0], shift_id=1)]
    assert [each.worker_id for each in offers(asked, cells, asked.need[DAYS[0], 1])] == [2]


def test_a_month_is_compared_before_and_after_and_with_the_months_before():
    asked = problem([worker(1), worker(2)], (DAY,), DAYS, turns={1: Turns(minutes=60)})
    after = [Cell(worker_id=1, day=day, shift_id=1) for day in DAYS]
    most, least = spreads(asked, after[:1], after)
    assert (most.before.minutes, most.after.minutes, most.together.minutes) == (480, 960, 1020)
    assert least.after == Turns()
    assert range_words([most.after, least.after]) == "每人0—16小时，夜班0—0次"


def test_a_first_plan_fits_the_staff_there_are():
    staff = [worker(n, employment_code="01" if n < 7 else "02") for n in range(1, 17)]
    volunteer = worker(17, kind=WorkerKind.VOLUNTEER)
    plan = starter_plan([*staff, volunteer])
    assert plan.worker_ids == tuple(range(1, 17))
    assert [shift.name for shift in plan.shifts] == ["带班领导", "白班", "夜间值班"]
    assert plan.shifts[1].needs[DayKind.WORKDAY] == 2
    assert starter_plan([worker(1)]).shifts[0].name == "白班"
