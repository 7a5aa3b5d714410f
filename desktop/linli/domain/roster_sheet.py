"""The sheet of a month for the wall (值班表): week by week, who is on which shift, who is short."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from linli.domain.register_texts import spoken, spoken_month
from linli.domain.roster_lists import day_note, hours_of
from linli.domain.roster_problem import Problem, gaps_of
from linli.domain.rosters import DayKind, Plan, RosterMonth, day_kinds, month_days
from linli.domain.working_days import Calendar

_DAY = timedelta(days=1)
_WEEK = 7


@dataclass(frozen=True, kw_only=True)
class WallLine:
    """A shift of a day: who is on it, and how many are short."""

    shift: str
    names: tuple[str, ...]
    missing: int = 0

    @property
    def gap(self) -> str:
        """What is said where somebody is short, else nothing."""
        return f"缺{self.missing}人" if self.missing else ""


@dataclass(frozen=True, kw_only=True)
class WallDay:
    """A day; `words` name a holiday, a festival or a worked weekend."""

    day: date
    kind: DayKind
    words: str = ""
    lines: tuple[WallLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WallSheet:
    """A month: `weeks` of seven days from Monday, None outside of the month.

    `shifts` are names with hours, `state` says whether it is published, `note` what is uncertain.
    """

    title: str
    state: str
    shifts: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[WallDay | None, ...], ...]
    note: str = ""

    def texts(self) -> tuple[str, ...]:
        """Return every text of it."""
        days = [each for week in self.weeks for each in week if each]
        lines = [line for each in days for line in each.lines]
        return (
            self.title,
            self.state,
            self.note,
            *(text for shift in self.shifts for text in shift),
            *(each.words for each in days),
            *(text for line in lines for text in (line.shift, *line.names, line.gap)),
        )


def wall_sheet(
    plan: Plan,
    month: RosterMonth,
    problem: Problem,
    names: Mapping[int, str],
    calendar: Calendar,
) -> WallSheet:
    """Return the sheet of a month.

    Args:
        plan: with its shifts.
        month: with its cells.
        problem: what the month needs.
        names: of workers.
        calendar: names holidays; a year that it does not know is said.
    """
    short = {need.key: count for need, count in gaps_of(problem, month.cells)}
    on: dict[tuple[date, int], list[str]] = {}
    for cell in month.cells:
        on.setdefault((cell.day, cell.shift_id), []).append(names.get(cell.worker_id, ""))
    days = month_days(month.month)
    kinds = day_kinds(days, calendar)

    def wall_day(day: date) -> WallDay:
        keys = [(shift.name, (day, shift.id or 0)) for shift in plan.facts.shifts]
        return WallDay(
            day=day,
            kind=kinds[day],
            words=day_note(day, calendar),
            lines=tuple(
                WallLine(shift=name, names=tuple(on.get(key, ())), missing=short.get(key, 0))
                for name, key in keys
                if key in on or key in short
            ),
        )

    first = days[0] - days[0].weekday() * _DAY
    count = (days[-1] - first).days // _WEEK + 1
    weeks = [
        [first + (week * _WEEK + place) * _DAY for place in range(_WEEK)] for week in range(count)
    ]
    unknown = f"{month.month.year}年放假安排还没有公布，节假日只按法律写明的日子。"
    return WallSheet(
        title=f"{plan.facts.name}　{spoken_month(month.month)}",
        state=(f"{spoken(month.published_on)}公布" if month.published_on else "草稿，还没有公布"),
        shifts=tuple((shift.name, hours_of(shift)) for shift in plan.facts.shifts),
        weeks=tuple(
            tuple(wall_day(day) if day in kinds else None for day in week) for week in weeks
        ),
        note="" if calendar.knows(month.month.year) else unknown,
    )
