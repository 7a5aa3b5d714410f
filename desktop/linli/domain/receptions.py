"""Reception days (网格接待日、接访日): the rule, the days that follow from it, and who came.

A visit of a kind that is a petition (信访) is for `Right.SENSITIVE` alone.
"""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from linli.paths import resource

MATTER_TABLE = "reception_matter"
DEFAULT_FOLLOW_UP = 7
"""Natural days until an open matter is followed up, unless the clerk writes another day."""


class OnHoliday(StrEnum):
    """What becomes of a reception day that falls on a holiday."""

    MOVE = "move"
    SKIP = "skip"
    KEEP = "keep"


ON_HOLIDAY = {
    OnHoliday.MOVE: "顺延到节后第一个工作日",
    OnHoliday.SKIP: "这一次不接待",
    OnHoliday.KEEP: "照常接待",
}


class Result(StrEnum):
    """How a visit was dealt with."""

    ANSWERED = "answered"
    FOLLOWED = "followed"
    HANDED_ON = "handed_on"


RESULT = {
    Result.ANSWERED: "当场答复",
    Result.FOLLOWED: "记下来办理",
    Result.HANDED_ON: "转给别的部门",
}


@dataclass(frozen=True, kw_only=True)
class RuleDraft:
    """When somebody is received, where, by whom.

    Attributes:
        name: what it is called, such as 网格接访日.
        weekdays: 0 for Monday to 6 for Sunday.
        hours: as it stands on the door, such as 9:30—11:30.
        place: where.
        grid_id: whose grid; None for the whole community.
        receivers: who receives, taking turns from one held day to the next.
        since: the first day.
        until: the last day; None while it goes on.
        on_holiday: what becomes of a day on a holiday.
    """

    name: str
    weekdays: tuple[int, ...]
    hours: str = ""
    place: str = ""
    grid_id: int | None = None
    receivers: tuple[str, ...] = ()
    since: date
    until: date | None = None
    on_holiday: OnHoliday = OnHoliday.MOVE


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A saved rule; `grid` is the grid's name."""

    id: int
    version: int
    facts: RuleDraft
    grid: str | None = None


@dataclass(frozen=True, kw_only=True)
class DayChange:
    """What the clerk decided about one planned day.

    `held_on` is None where nobody is received. `receiver` "" leaves the turn as it is.
    """

    planned: date
    held_on: date | None
    receiver: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ReceptionDay:
    """A planned day and what became of it.

    Attributes:
        planned: by the weekday.
        held_on: when somebody is received; None where nobody is.
        receiver: who receives; "" where nobody is named.
        why: why it is not as planned.
        changed: the clerk decided so.
        certain: the holidays of its year are known.
        visits: how many came.
    """

    planned: date
    held_on: date | None
    receiver: str = ""
    why: str = ""
    changed: bool = False
    certain: bool = True
    visits: int = 0


@dataclass(frozen=True, kw_only=True)
class VisitDraft:
    """A line of the visitors' register (来访登记).

    Attributes:
        day: when.
        rule_id: the reception it was at; None for a visit at another time.
        grid_id: the grid it is about.
        name: who came.
        resident_id: the resident, if it is one.
        phone: of the visitor; None for a resident's own.
        persons: how many came together.
        matter_code: of the table `reception_matter`.
        content: what it was about.
        receiver: who listened.
        result: how it was dealt with.
        answer: what was said, or to whom it went.
        follow_up: by when it is followed up; None once nothing is left to do.
        closed_on: when it was settled.
        outcome: how it was settled.
    """

    day: date
    rule_id: int | None = None
    grid_id: int | None = None
    name: str
    resident_id: int | None = None
    phone: str | None = None
    persons: int = 1
    matter_code: str
    content: str
    receiver: str | None = None
    result: Result = Result.ANSWERED
    answer: str | None = None
    follow_up: date | None = None
    closed_on: date | None = None
    outcome: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReceptionVisit:
    """A saved visit. `times` counts the visits of the same person on the same kind of matter."""

    id: int
    version: int
    facts: VisitDraft
    grid: str | None = None
    phone: str = ""
    times: int = 1

    @property
    def is_open(self) -> bool:
        """Whether something is left to do."""
        return self.facts.result is not Result.ANSWERED and self.facts.closed_on is None


@dataclass(frozen=True, kw_only=True)
class VisitFilter:
    """Which visits a list shows; `is_open` those that wait, `overdue` those past their day."""

    since: date | None = None
    until: date | None = None
    matter_code: str | None = None
    grid_id: int | None = None
    is_open: bool | None = None
    overdue: bool = False
    resident_id: int | None = None


@cache
def petition_matters() -> frozenset[str]:
    """Return the matters that only `Right.SENSITIVE` may see (信访)."""
    said = json.loads(resource(f"codes/{MATTER_TABLE}.json").read_text(encoding="utf-8"))
    return frozenset(each["code"] for each in said["codes"] if each.get("sensitive"))
