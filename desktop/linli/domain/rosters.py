"""Rosters (值班表): shifts of a plan, who is on which day, what is short, what changed since.

A cell is person × day × shift. What a month may hold is checked by `roster_checks`; how it is
filled is a `roster_problem`. Norms: somebody at every opening hour, 带班领导 and 值班员 with phone,
A/B posts never the same person, weekends that are worked (调休上班) are working days.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from linli.domain.workers import WorkerKind
from linli.domain.working_days import Calendar


class DayKind(StrEnum):
    """What a day is to a roster."""

    WORKDAY = "workday"
    OFF = "off"
    HOLIDAY = "holiday"


DAY_KIND = {DayKind.WORKDAY: "工作日", DayKind.OFF: "休息日", DayKind.HOLIDAY: "节假日"}


class Post(StrEnum):
    """What somebody is on a shift."""

    LEADER = "leader"
    DUTY = "duty"
    FIRST = "first"
    SECOND = "second"


POST = {Post.LEADER: "带班领导", Post.DUTY: "值班员", Post.FIRST: "A岗", Post.SECOND: "B岗"}


@dataclass(frozen=True, kw_only=True)
class ShiftKind:
    """A shift (班次) of a plan.

    Attributes:
        id: of a saved one.
        name: such as 白班, no two of a plan share it.
        station_id: where; None for the plan as a whole.
        post: what somebody is there.
        begins, ends: one that does not end after it begins ends on the next day.
        needs: how many on each kind of day; a kind that is not named needs nobody.
        weekdays: on which it is held, 0 for Monday; all seven unless said otherwise.
        is_night: counts as night duty.
        skill: what whoever is there must be able to do.
        kinds: who may be there.
        employments: codes of `workers.EMPLOYMENT_TABLE` that may; none: all.
        on_reception: held on the reception days (接待日) of the plan's rule, whatever day that is,
            with as many as on working days.
    """

    id: int | None = None
    name: str
    station_id: int | None = None
    post: Post = Post.DUTY
    begins: time
    ends: time
    needs: Mapping[DayKind, int] = field(default_factory=dict)
    weekdays: frozenset[int] = frozenset(range(7))
    is_night: bool = False
    skill: str | None = None
    kinds: frozenset[WorkerKind] = frozenset({WorkerKind.STAFF})
    employments: frozenset[str] = frozenset()
    on_reception: bool = False

    @property
    def minutes(self) -> int:
        """How long it is."""
        begin, end = self.span(date(2000, 1, 1))
        return int((end - begin).total_seconds()) // 60

    def span(self, day: date) -> tuple[datetime, datetime]:
        """Return beginning and end on a day as moments of one calendar."""
        start, end = datetime.combine(day, self.begins), datetime.combine(day, self.ends)
        return start, end if end > start else end + timedelta(days=1)

    def need(self, day: date, kind: DayKind, *, received: bool = False) -> int:
        """Return how many are needed on a day; `received` tells a reception day."""
        if self.on_reception:
            return self.needs.get(DayKind.WORKDAY, 0) if received else 0
        return self.needs.get(kind, 0) if day.weekday() in self.weekdays else 0


@dataclass(frozen=True, kw_only=True)
class RosterRules:
    """What the roster of a plan must keep, and how much each fairness counts.

    Attributes:
        rest_hours: between two shifts of a person.
        most_days: in a row.
        most_hours: of a person in a calendar week; None without limit.
        fair_months: months before this one whose turns are balanced with it.
        hours, nights, days_off, holidays, wishes: weights, 0 to ignore.
    """

    rest_hours: int = 11
    most_days: int = 6
    most_hours: int | None = None
    fair_months: int = 2
    hours: int = 8
    nights: int = 4
    days_off: int = 3
    holidays: int = 3
    wishes: int = 5


@dataclass(frozen=True, kw_only=True)
class PlanDraft:
    """What a roster is made of: a name, its shifts, who takes part, its rules.

    `reception_rule_id` puts the reception days of the grids tab (接待日) into it.
    """

    name: str
    shifts: tuple[ShiftKind, ...] = ()
    worker_ids: tuple[int, ...] = ()
    rules: RosterRules = field(default_factory=RosterRules)
    reception_rule_id: int | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A saved plan."""

    id: int
    version: int
    facts: PlanDraft

    def shift(self, shift_id: int) -> ShiftKind:
        """Return one of its shifts."""
        return next(each for each in self.facts.shifts if each.id == shift_id)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Somebody on a shift of a day. A locked one is left alone when the rest is filled."""

    worker_id: int
    day: date
    shift_id: int
    locked: bool = False


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A day (and shift) on which somebody would like to be on duty, or would not."""

    worker_id: int
    day: date
    shift_id: int | None = None
    wants: bool = False


class ChangeKind(StrEnum):
    """How a published roster was changed."""

    SWAP = "swap"
    STAND_IN = "stand_in"


CHANGE_KIND = {ChangeKind.SWAP: "换班", ChangeKind.STAND_IN: "替班"}


@dataclass(frozen=True, kw_only=True)
class RosterChange:
    """A change after the roster was published: who left which shift, who came, who agreed.

    Of a swap, `other_day` and `other_shift_id` are what `leaves` took over from `comes`.
    """

    id: int | None = None
    kind: ChangeKind
    day: date
    shift_id: int
    leaves_id: int
    comes_id: int
    other_day: date | None = None
    other_shift_id: int | None = None
    agreed_by: str
    reason: str
    entered: datetime | None = None
    by: str = ""


class ConflictKind(StrEnum):
    """What is wrong with a cell or a day."""

    AWAY = "away"
    NOT_SERVING = "not_serving"
    NOT_FREE = "not_free"
    DOUBLE = "double"
    REST = "rest"
    DAYS_IN_ROW = "days_in_row"
    HOURS = "hours"
    SKILL = "skill"
    QUALIFICATION = "qualification"
    KIND = "kind"
    NIGHT = "night"
    APART = "apart"
    SAME_PERSON = "same_person"
    SHORT = "short"
    CROWDED = "crowded"
    STOOD_IN = "stood_in"
    UNCOVERED = "uncovered"


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """What is wrong, in a sentence that says who, when and why.

    `worker_id` is None where nobody is at fault, as with a gap. `missing` counts who is short.
    """

    kind: ConflictKind
    day: date
    shift_id: int
    worker_id: int | None = None
    words: str = ""
    missing: int = 0


def month_days(month: date) -> list[date]:
    """Return every day of the month of a day."""
    first = month.replace(day=1)
    count = monthrange(month.year, month.month)[1]
    return [first + timedelta(days=step) for step in range(count)]


def day_kinds(days: Iterable[date], calendar: Calendar) -> dict[date, DayKind]:
    """Return what each day is: worked weekends are working days (调休上班)."""

    def kind(day: date) -> DayKind:
        if calendar.is_working_day(day):
            return DayKind.WORKDAY
        return DayKind.HOLIDAY if calendar.holiday(day) else DayKind.OFF

    return {day: kind(day) for day in days}


@dataclass(frozen=True, kw_only=True)
class RosterMonth:
    """A month of a plan.

    Attributes:
        id: of one in which something was entered.
        month: its first day.
        cells: who is on which shift of which day.
        wishes: of those who take part.
        published_on: when it was frozen; None while it is made.
        published_by: the account.
        changes: made since then, in order.
        version: counts on with each change.
    """

    id: int | None = None
    plan_id: int
    month: date
    cells: tuple[Cell, ...] = ()
    wishes: tuple[Wish, ...] = ()
    published_on: date | None = None
    published_by: str = ""
    changes: tuple[RosterChange, ...] = ()
    version: int = 0
