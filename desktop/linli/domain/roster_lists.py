"""Rosters as lists: a month on the wall, and who is on duty at a moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from linli.domain.reception_rules import WEEKDAYS
from linli.domain.register_texts import spoken_month
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.roster_problem import Problem, gaps_of
from linli.domain.rosters import Cell, Plan, Post, RosterMonth, ShiftKind
from linli.domain.working_days import Calendar


@dataclass(frozen=True, kw_only=True)
class OnDuty:
    """Somebody who is on duty: on which roster and shift, until when, reached how."""

    plan: str
    shift: str
    post: Post
    worker_id: int
    name: str
    phone: str
    ends: datetime


def hours_of(shift: ShiftKind) -> str:
    """Return the hours of a shift: 9:00—17:00, 21:00—次日9:00."""
    begin, end = shift.span(date(2000, 1, 1))
    next_day = "次日" if end.date() > begin.date() else ""
    return f"{begin:%H:%M}—{next_day}{end:%H:%M}"


def day_words(day: date, calendar: Calendar) -> str:
    """Return a day as a roster names it: 1日 周二, 1日 周五 元旦, 4日 周日 上班."""
    more = day_note(day, calendar)
    return f"{day.day}日 周{WEEKDAYS[day.weekday()]}" + (f" {more}" if more else "")


def day_note(day: date, calendar: Calendar) -> str:
    """Return what is special about a day: a holiday, a festival that some keep, 上班."""
    holiday, festival = calendar.holiday(day), calendar.festival(day)
    worked = "上班" if calendar.is_worked_weekend(day) else None
    return " ".join(dict.fromkeys(filter(None, (holiday, festival, worked))))


def month_register(
    plan: Plan,
    month: RosterMonth,
    problem: Problem,
    names: Mapping[int, str],
    calendar: Calendar,
) -> Register:
    """Return a month to print: a line a day, a column a shift; what is short is said."""
    short = {need.key: count for need, count in gaps_of(problem, month.cells)}
    on: dict[tuple[date, int], list[str]] = {}
    for cell in month.cells:
        on.setdefault((cell.day, cell.shift_id), []).append(names.get(cell.worker_id, ""))
    shifts = plan.facts.shifts

    def held(day: date, shift: ShiftKind) -> str:
        key = (day, shift.id or 0)
        missing = f"（缺{short[key]}人）" if key in short else ""
        return "、".join(on.get(key, ())) + missing

    rows = tuple(
        (day_words(day, calendar), *(held(day, shift) for shift in shifts))
        for day in sorted({need.day for need in problem.needs})
    )
    known = calendar.knows(month.month.year)
    state = (
        f"{month.published_on.year}年{month.published_on.month}月{month.published_on.day}日公布"
        if month.published_on
        else "草稿，还没有公布"
    )
    unknown = f"{month.month.year}年的放假安排还没有公布，节假日只按法律写明的日子排。"
    return Register(
        title=f"{plan.facts.name} {spoken_month(month.month)}",
        columns=(
            RegisterColumn(title="日期", width=34),
            *(
                RegisterColumn(
                    title=f"{shift.name} {hours_of(shift)}",
                    width=30,
                    share=1.0,
                    align=Align.LEFT,
                    holds=Holds.NAME,
                )
                for shift in shifts
            ),
        ),
        groups=(RegisterGroup(rows=rows),),
        subtitle=state,
        foot_note="" if known else unknown,
    )


def on_duty(
    plans: Sequence[Plan],
    cells: Sequence[tuple[int, Cell]],
    people: Mapping[int, tuple[str, str]],
    now: datetime,
) -> list[OnDuty]:
    """Return who is on duty at a moment, leaders first.

    Args:
        plans: all plans.
        cells: (plan, cell) of yesterday and today.
        people: name and phone of each worker.
        now: local time; its zone does not matter.
    """
    moment = now.replace(tzinfo=None)
    shifts = {
        (plan.id, shift.id): (plan.facts.name, shift)
        for plan in plans
        for shift in plan.facts.shifts
    }
    found = []
    for plan_id, cell in cells:
        known = shifts.get((plan_id, cell.shift_id))
        if known is None or cell.worker_id not in people:
            continue
        plan_name, shift = known
        begins, ends = shift.span(cell.day)
        if begins <= moment < ends:
            name, phone = people[cell.worker_id]
            found.append(
                OnDuty(
                    plan=plan_name,
                    shift=shift.name,
                    post=shift.post,
                    worker_id=cell.worker_id,
                    name=name,
                    phone=phone,
                    ends=ends,
                )
            )
    order = list(Post)
    return sorted(found, key=lambda each: order.index(each.post))
