"""Invented rosters: a hall of sixteen, two hundred volunteers, and what a filled one comes to."""

import random
from collections import Counter
from datetime import date, time, timedelta

from linli.domain.roster_problem import Problem, needs_of
from linli.domain.rosters import DayKind, PlanDraft, RosterRules, ShiftKind, Wish, day_kinds
from linli.domain.rosters import month_days as days_of
from linli.domain.workers import Leave, Worker, WorkerDraft, WorkerKind
from linli.domain.working_days import shipped_calendar

_KINDS = (DayKind.WORKDAY, DayKind.OFF, DayKind.HOLIDAY)


def worker(number: int, **facts: object) -> Worker:
    """Return a member of staff called 员工N."""
    draft = WorkerDraft(**({"name": f"员工{number}"} | facts))  # type: ignore[arg-type]
    return Worker(id=number, version=1, facts=draft)


def shift(
    number: int, name: str, begins: int, ends: int, *needs: int, **facts: object
) -> ShiftKind:
    """Return a shift of whole hours, with what it needs on working days, days off, holidays."""
    counts = dict(zip(_KINDS, needs, strict=False))
    return ShiftKind(  # type: ignore[arg-type]
        id=number, name=name, begins=time(begins), ends=time(ends % 24), needs=counts, **facts
    )


DAY = shift(1, "白班", 9, 17, 4, 2, 2)
EVENING = shift(2, "晚班", 15, 21, 2, 1, 1)
NIGHT = shift(3, "夜班", 21, 33, 1, 1, 1, is_night=True)


def month_days(year: int, month: int) -> list[date]:
    """Return the days of a month."""
    return days_of(date(year, month, 1))


def problem(
    workers: list[Worker], shifts: tuple[ShiftKind, ...], days: list[date], **more
) -> Problem:
    """Return the problem of some days."""
    plan = PlanDraft(name="值班", shifts=shifts)
    needs = needs_of(plan, days, day_kinds(days, shipped_calendar()))
    return Problem(needs=tuple(needs), workers=tuple(workers), **more)


def hall(seed: int = 1, *, year: int = 2026, month: int = 12) -> Problem:
    """Return sixteen people, a month, three shifts a day, with leaves and wishes."""
    chance, days = random.Random(seed), month_days(year, month)
    workers = [worker(n) for n in range(1, 17)]
    leaves = [
        Leave(worker_id=each.id, first=day, last=day + timedelta(days=chance.randrange(3)))
        for each in workers
        for day in chance.sample(days, chance.randrange(3))
    ]
    wishes = [
        Wish(worker_id=each.id, day=day) for each in workers for day in chance.sample(days, 2)
    ]
    return problem(workers, (DAY, EVENING, NIGHT), days, leaves=tuple(leaves), wishes=tuple(wishes))


def volunteers(seed: int = 2) -> Problem:
    """Return two hundred volunteers and eleven stations for a month."""
    chance, days = random.Random(seed), month_days(2026, 12)
    kinds = frozenset({WorkerKind.VOLUNTEER})
    shifts = tuple(
        shift(n, f"站点{n}", 9, 12, 1 + n % 2, 1, 1, kinds=kinds, skill=f"技能{n}")
        for n in range(1, 12)
    )
    workers = []
    leaves = []
    for number in range(1, 201):
        skills = tuple(f"技能{n}" for n in chance.sample(range(1, 12), 4))
        workers.append(worker(number, kind=WorkerKind.VOLUNTEER, skills=skills))
        free = set(chance.sample(days, 10))
        leaves += [Leave(worker_id=number, first=day, last=day) for day in days if day not in free]
    rules = RosterRules(rest_hours=0)
    return problem(workers, shifts, days, leaves=tuple(leaves), rules=rules)


def spread(problem: Problem, cells) -> int:
    """Return how many hours lie between who has most and who has least."""
    minutes = Counter({each.id: 0 for each in problem.workers})
    for cell in cells:
        minutes[cell.worker_id] += problem.need[cell.day, cell.shift_id].shift.minutes
    return (max(minutes.values()) - min(minutes.values())) // 60
