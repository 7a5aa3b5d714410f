"""What the sheet of a roster shows: a month by days or by people, and what each place stands for.

Nothing here draws or asks; the model of the table and the tab both take it from here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from functools import cached_property

from linli.domain.roster_checks import broken
from linli.domain.roster_lists import day_words, hours_of
from linli.domain.roster_offers import hours_text
from linli.domain.roster_problem import Problem, turns_of
from linli.domain.roster_remarks import remarks
from linli.domain.rosters import (
    Cell,
    Conflict,
    DayKind,
    Plan,
    RosterMonth,
    ShiftKind,
    day_kinds,
    month_days,
)
from linli.domain.working_days import Calendar
from linli.gui.i18n import tr

_WEEK = 7
_DAY = timedelta(days=1)


class View(Enum):
    """How a month is laid out."""

    DAYS = auto()
    PEOPLE = auto()


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A place of the sheet.

    Attributes:
        day: of the roster.
        shift_id: the shift; None where a person is shown, on whatever shift.
        worker_id: who is there, or whose line it is; None in a gap.
        cells: the cells of the roster that are shown here.
        missing: how many are short here.
        needed: somebody is needed here at all.
    """

    day: date
    shift_id: int | None = None
    worker_id: int | None = None
    cells: tuple[Cell, ...] = ()
    missing: int = 0
    needed: bool = True

    @property
    def locked(self) -> bool:
        """Whether everybody here is locked."""
        return bool(self.cells) and all(cell.locked for cell in self.cells)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A month of a plan, ready to be shown.

    Attributes:
        plan, month, problem: what is shown.
        calendar: names the holidays.
        names: of everybody who can be on duty.
        days: those that are shown.
        today: the day of the clock.
        view: by days or by people.
    """

    plan: Plan
    month: RosterMonth
    problem: Problem
    calendar: Calendar
    names: Mapping[int, str]
    days: tuple[date, ...]
    today: date
    view: View = View.DAYS

    # ---- lines and columns ----

    @cached_property
    def slots(self) -> tuple[tuple[ShiftKind, int], ...]:
        """The columns by days: each shift as often as it needs people, or has them."""
        most = {shift.id: 1 for shift in self.plan.facts.shifts}
        for need in self.problem.needs:
            most[need.shift.id] = max(most.get(need.shift.id, 1), need.count)
        for (_, shift_id), cells in self.on.items():
            if shift_id in most:
                most[shift_id] = max(most[shift_id], len(cells))
        return tuple(
            (shift, slot) for shift in self.plan.facts.shifts for slot in range(most[shift.id])
        )

    @cached_property
    def people(self) -> tuple[int, ...]:
        """The lines by people: who takes part, then who is on the roster all the same."""
        taking = list(self.problem.worker)
        others = {cell.worker_id for cell in self.month.cells} - set(taking)
        return (*taking, *sorted(others))

    @property
    def rows(self) -> int:
        """How many lines there are; by people the first tells who is short."""
        return len(self.days) if self.view is View.DAYS else len(self.people) + 1

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.slots) if self.view is View.DAYS else len(self.days)

    def day_of(self, section: int, *, is_row: bool) -> date | None:
        """Return the day of a line or column, None of one that is no day."""
        return self.days[section] if is_row is (self.view is View.DAYS) else None

    def head(self, section: int, *, is_row: bool) -> str:
        """Return the words beside a line or over a column."""
        day = self.day_of(section, is_row=is_row)
        if day is not None:
            words = day_words(day, self.calendar)
            return words if is_row else words.replace(" ", "\n", 1).replace(" ", "\n")
        if not is_row:
            shift, slot = self.slots[section]
            number = f" {slot + 1}" if (shift, 1) in self.slots else ""
            return f"{shift.name}{number}\n{hours_of(shift)}"
        if section == 0:
            return tr("缺人")
        worker_id = self.people[section - 1]
        minutes = self.minutes.get(worker_id, 0)
        name = self.names.get(worker_id, "")
        return tr("{name}  {hours}小时").format(name=name, hours=hours_text(minutes))

    # ---- places ----

    def spot(self, row: int, column: int) -> Spot:
        """Return what a place of the sheet stands for."""
        if self.view is View.DAYS:
            return self._slot_spot(self.days[row], *self.slots[column])
        day = self.days[column]
        if row == 0:
            missing = sum(count for (at, _), count in self.short.items() if at == day)
            return Spot(day=day, missing=missing, needed=False)
        worker_id = self.people[row - 1]
        return Spot(day=day, worker_id=worker_id, cells=self.of.get((worker_id, day), ()))

    def find(self, day: date, shift_id: int, worker_id: int | None) -> tuple[int, int] | None:
        """Return line and column of somebody on a shift, or of the first gap there."""
        if day not in self.days:
            return None
        place = self.days.index(day)
        if self.view is View.PEOPLE:
            row = self.people.index(worker_id) + 1 if worker_id in self.people else 0
            return row, place
        for column, (shift, _) in enumerate(self.slots):
            spot = self._slot_spot(day, *self.slots[column]) if shift.id == shift_id else None
            if spot is not None and (spot.worker_id == worker_id or worker_id is None):
                if worker_id is None and spot.worker_id is not None:
                    continue
                return place, column
        return None

    def text(self, spot: Spot) -> str:
        """Return the words of a place."""
        if self.view is View.DAYS:
            if spot.worker_id is not None:
                return self.names.get(spot.worker_id, "")
            return tr("缺1人") if spot.missing else ""
        if spot.worker_id is None:
            return str(spot.missing) if spot.missing else ""
        return "、".join(self.short_name(cell.shift_id) for cell in spot.cells)

    def short_name(self, shift_id: int) -> str:
        """Return the first characters of a shift's name by which it is told from the others."""
        names = {shift.id: shift.name for shift in self.plan.facts.shifts}
        name = names.get(shift_id, "")
        for length in range(1, len(name)):
            others = [each[:length] for number, each in names.items() if number != shift_id]
            if name[:length] not in others:
                return name[:length]
        return name

    def wrong_at(self, spot: Spot) -> list[Conflict]:
        """Return the broken rules of a place."""
        found: list[Conflict] = []
        for cell in spot.cells:
            found += self.wrong.get((cell.day, cell.shift_id, cell.worker_id), [])
            found += self.wrong.get((cell.day, cell.shift_id, None), [])
        return found

    def wish_at(self, spot: Spot) -> bool | None:
        """Return what somebody would like on a day: True to be on duty, None for no wish."""
        wishes = [
            wish.wants
            for wish in self.month.wishes
            if wish.worker_id == spot.worker_id and wish.day == spot.day
        ]
        return wishes[0] if wishes else None

    # ---- figures ----

    @cached_property
    def kinds(self) -> Mapping[date, DayKind]:
        """What each day is."""
        return day_kinds(self.days, self.calendar)

    @cached_property
    def on(self) -> Mapping[tuple[date, int], tuple[Cell, ...]]:
        """Who is on each shift."""
        found: dict[tuple[date, int], tuple[Cell, ...]] = {}
        for cell in self.month.cells:
            place = (cell.day, cell.shift_id)
            found[place] = (*found.get(place, ()), cell)
        return found

    @cached_property
    def of(self) -> Mapping[tuple[int, date], tuple[Cell, ...]]:
        """What each person does on each day."""
        found: dict[tuple[int, date], tuple[Cell, ...]] = {}
        for cell in self.month.cells:
            place = (cell.worker_id, cell.day)
            found[place] = (*found.get(place, ()), cell)
        return found

    @cached_property
    def short(self) -> Mapping[tuple[date, int], int]:
        """How many are short on each shift."""
        return {
            need.key: need.count - len(self.on.get(need.key, ()))
            for need in self.problem.needs
            if len(self.on.get(need.key, ())) < need.count
        }

    @cached_property
    def minutes(self) -> Mapping[int, int]:
        """How long each is on duty in the month."""
        turns = turns_of(self.month.cells, self.problem.need)
        return {worker_id: each.minutes for worker_id, each in turns.items()}

    @cached_property
    def wrong(self) -> Mapping[tuple[date, int, int | None], Sequence[Conflict]]:
        """Broken rules by day, shift and who broke them."""
        found: dict[tuple[date, int, int | None], list[Conflict]] = {}
        for each in broken(self.problem, self.month.cells):
            found.setdefault((each.day, each.shift_id, each.worker_id), []).append(each)
        return found

    @property
    def broken_count(self) -> int:
        """How many rules are broken."""
        return sum(len(each) for each in self.wrong.values())

    @cached_property
    def noted_count(self) -> int:
        """How many remarks there are."""
        return len(remarks(self.problem, self.month.cells))

    def _slot_spot(self, day: date, shift: ShiftKind, slot: int) -> Spot:
        shift_id = shift.id or 0
        need = self.problem.need.get((day, shift_id))
        cells = self.on.get((day, shift_id), ())
        if slot < len(cells):
            cell = cells[slot]
            return Spot(day=day, shift_id=shift_id, worker_id=cell.worker_id, cells=(cell,))
        missing = int(need is not None and slot < need.count)
        return Spot(day=day, shift_id=shift_id, missing=missing, needed=need is not None)


def shown_days(anchor: date, *, is_week: bool) -> tuple[date, ...]:
    """Return the days of the month of a day, or of its week within the month."""
    days = month_days(anchor)
    if not is_week:
        return tuple(days)
    monday = anchor - anchor.weekday() * _DAY
    return tuple(day for day in days if monday <= day < monday + _WEEK * _DAY)


def leafed(days: Sequence[date], steps: int) -> date:
    """Return a day of the next or the last sheet beside the days that are shown."""
    return days[-1] + _DAY if steps > 0 else days[0] - _DAY
