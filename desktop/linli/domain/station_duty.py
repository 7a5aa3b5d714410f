"""Who is on duty at each station on a day (今天谁值班), from all rosters, for its door.

Who is on leave is left out; at an A post whoever holds the B post is there.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from linli.domain.reception_rules import WEEKDAYS
from linli.domain.register_texts import spoken
from linli.domain.roster_lists import day_note, hours_of
from linli.domain.roster_papers import DoorSheet
from linli.domain.roster_sheet import WallDay, WallLine
from linli.domain.rosters import Cell, Plan, ShiftKind, day_kinds
from linli.domain.settings import HallFacts
from linli.domain.staff import Station
from linli.domain.workers import Leave, away
from linli.domain.working_days import Calendar


def station_doors(
    stations: Sequence[Station],
    day: date,
    plans: Sequence[Plan],
    cells: Sequence[tuple[int, Cell]],
    names: Mapping[int, str],
    leaves: Sequence[Leave],
    calendar: Calendar,
    hall: HallFacts,
    drafts: frozenset[int] = frozenset(),
) -> list[DoorSheet]:
    """Return the notice of each station at which somebody is on duty.

    Args:
        stations: which, in order.
        day: the day.
        plans: all plans.
        cells: (plan, cell) of the day.
        names: of workers.
        leaves: that touch the day.
        calendar: names the day.
        hall: whose name stands on it; its number where the station has none.
        drafts: plans whose month is not published.
    """
    found = []
    for station in stations:
        there: dict[tuple[int, int], list[str]] = {}
        for plan_id, cell in cells:
            if cell.day == day and not away(leaves, cell.worker_id, day):
                key = (plan_id, cell.shift_id)
                there.setdefault(key, []).append(names.get(cell.worker_id, ""))
        held = [
            (plan, shift, there[plan.id, shift.id or 0])
            for plan in plans
            for shift in plan.facts.shifts
            if shift.station_id == station.id and (plan.id, shift.id or 0) in there
        ]
        if not held:
            continue
        lines = {_label(plan, shift, plans): people for plan, shift, people in held}
        is_draft = any(plan.id in drafts for plan, *_ in held)
        found.append(
            DoorSheet(
                title=f"{station.facts.name}　今天值班",
                span=f"{spoken(day)}　星期{WEEKDAYS[day.weekday()]}",
                days=(
                    WallDay(
                        day=day,
                        kind=day_kinds([day], calendar)[day],
                        words=day_note(day, calendar),
                        lines=tuple(
                            WallLine(shift=label, names=tuple(people))
                            for label, people in lines.items()
                        ),
                    ),
                ),
                hours={_label(plan, shift, plans): hours_of(shift) for plan, shift, _ in held},
                hotline=station.facts.phone or hall.hotline or "",
                issuer=hall.hall_name,
                state="草稿，还没有公布" if is_draft else "",
            )
        )
    return found


def _label(plan: Plan, shift: ShiftKind, plans: Sequence[Plan]) -> str:
    """Return a shift's name, with its plan's where another plan calls one so too."""
    same = [
        each
        for other in plans
        for each in other.facts.shifts
        if other.id != plan.id and each.name == shift.name
    ]
    return f"{plan.facts.name} {shift.name}" if same else shift.name
