"""What is due, as a list to print, and the month with what falls due on each day (期限日历)."""

from calendar import Calendar as Weeks
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from linli.domain.clocks import LIGHT, UNCERTAIN, Clock, Light
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.working_days import Calendar

SHAPES = {Light.RED: "▲", Light.AMBER: "◆", Light.GREEN: "●", Light.DONE: "○"}
"""What tells lights apart without colour, on paper and in a calendar."""
_UNCERTAIN_MARK = "（推算）"
_SATURDAY = 5


class DayKind(Enum):
    """What a day of the calendar is."""

    WORKED = auto()
    WEEKEND = auto()
    HOLIDAY = auto()
    WORKED_WEEKEND = auto()


@dataclass(frozen=True, kw_only=True)
class CalendarDay:
    """A day of the month's sheet.

    Attributes:
        day: which.
        kind: whether offices are open, and why.
        holiday: the holiday's name, "" of other days.
        clocks: what falls due, overdue and open first.
        outside: whether it belongs to the month before or after.
    """

    day: date
    kind: DayKind
    holiday: str
    clocks: tuple[Clock, ...]
    outside: bool = False

    @property
    def note(self) -> str:
        """What is said of a day beside its number: 休 国庆节, 班, nothing."""
        if self.kind is DayKind.HOLIDAY:
            return f"休 {self.holiday}"
        return "班" if self.kind is DayKind.WORKED_WEEKEND else ""


def month_weeks(
    month: date, clocks: Sequence[Clock], calendar: Calendar
) -> list[tuple[CalendarDay, ...]]:
    """Return the weeks of a month from Monday, with what falls due on each day.

    Args:
        month: any day of it.
        clocks: what is due; others than of these weeks are left out.
        calendar: the hall's working days.
    """
    by_day: dict[date, list[Clock]] = {}
    for clock in sorted(clocks, key=_in_a_day):
        by_day.setdefault(clock.due, []).append(clock)
    return [
        tuple(_day(day, month, by_day, calendar) for day in week)
        for week in Weeks().monthdatescalendar(month.year, month.month)
    ]


def month_span(month: date) -> tuple[date, date]:
    """Return the first and last day on the sheet of a month, also those of its neighbours."""
    weeks = Weeks().monthdatescalendar(month.year, month.month)
    return weeks[0][0], weeks[-1][-1]


def next_month(month: date, steps: int) -> date:
    """Return the first day of the month so many later, earlier where negative."""
    years, index = divmod(month.year * 12 + month.month - 1 + steps, 12)
    return date(years, index + 1, 1)


def clock_register(clocks: Sequence[Clock], *, title: str) -> Register:
    """Return what is due as a list, one clock a line."""
    columns = (
        RegisterColumn(title="状态", width=36),
        RegisterColumn(title="到期日", width=28, align=Align.CENTER),
        RegisterColumn(title="事项", width=40, share=1),
        RegisterColumn(title="编号", width=44),
        RegisterColumn(title="名称", width=50, share=2, holds=Holds.PRIVATE),
        RegisterColumn(title="经办", width=26),
        RegisterColumn(title="依据", width=28),
    )
    rows = tuple(
        (
            f"{SHAPES[clock.light]} {clock.words}",
            clock.due.isoformat() + ("" if clock.certain else _UNCERTAIN_MARK),
            clock.what,
            clock.subject.number or "还没有编号",
            clock.subject.title,
            clock.subject.who,
            clock.basis_short,
        )
        for clock in clocks
    )
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=_foot_note(clocks),
    )


def _foot_note(clocks: Sequence[Clock]) -> str:
    signs = "　".join(f"{shape} {LIGHT[light]}" for light, shape in SHAPES.items())
    uncertain = f"　{_UNCERTAIN_MARK}：{UNCERTAIN}" if not all(c.certain for c in clocks) else ""
    return f"{signs}{uncertain}"


def _day(
    day: date, month: date, by_day: Mapping[date, Sequence[Clock]], calendar: Calendar
) -> CalendarDay:
    holiday = calendar.holiday(day)
    kind = DayKind.WORKED if day.weekday() < _SATURDAY else DayKind.WEEKEND
    if calendar.is_worked_weekend(day):
        kind = DayKind.WORKED_WEEKEND
    elif holiday is not None:
        kind = DayKind.HOLIDAY
    return CalendarDay(
        day=day,
        kind=kind,
        holiday=holiday or "",
        clocks=tuple(by_day.get(day, ())),
        outside=(day.year, day.month) != (month.year, month.month),
    )


def _in_a_day(clock: Clock) -> tuple[bool, str, str]:
    return (clock.light is Light.DONE, clock.subject.number, clock.what)
