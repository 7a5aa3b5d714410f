"""Time limits (办理期限) as data: how long a matter may take, from what on, by which source.

The program brings a set along (`resources/codes/limits.json`); the hall changes amounts, adds
matters of its own, and says from which day on a version holds, so that what began before keeps the
limit of its day. What no law names is never called 法定.

Counting follows 民法典 art. 200 to 204: the day from which a term runs is not counted (201), months
end on the corresponding day or else the last of the month (202), and a last day on which offices
are closed gives way to the next working day (203).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from linli.domain.retention import add_months
from linli.domain.working_days import Calendar
from linli.paths import resource

_DAY = timedelta(days=1)


class Area(StrEnum):
    """What a limit is for: 调解, 信访, 建议, or another matter that has no register here."""

    MEDIATION = "mediation"
    PETITION = "petition"
    SUGGESTION = "suggestion"
    OTHER = "other"


AREA = {
    Area.MEDIATION: "调解",
    Area.PETITION: "信访",
    Area.SUGGESTION: "建议",
    Area.OTHER: "其他事项",
}


class Unit(StrEnum):
    """By what a limit is counted."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    MONTHS = "months"


UNIT = {Unit.WORKING_DAYS: "个工作日", Unit.DAYS: "日", Unit.MONTHS: "个月"}
"""As it follows a figure."""


class Basis(StrEnum):
    """What a limit rests on."""

    LAW = "law"
    GUIDANCE = "guidance"
    OWN = "own"


BASIS = {Basis.LAW: "法定", Basis.GUIDANCE: "部门规定", Basis.OWN: "本单位约定"}


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that starts or ends a limit. `is_kept`: whether a register here knows its day."""

    key: str
    area: Area
    words: str
    is_kept: bool = True


@dataclass(frozen=True, kw_only=True)
class LimitDraft:
    """A version of a limit.

    Attributes:
        key: by which its versions belong together; "" of a new matter.
        title: the matter, such as 调解办结.
        area: what it is for.
        start, end: keys of the events from which it runs and that end it.
        amount: how long; None where the hall has set none, 0 for the day of the start itself.
        unit: by what it is counted.
        roll_forward: a last day on which offices are closed moves to the next working day.
        extension: by how much it can be made longer, None if not or without bounds.
        extension_unit: by what that is counted.
        extended_by: who agrees to that, such as 双方当事人同意; "" if it cannot be extended.
        warn_days: so many days before the end it turns amber; of a limit in working days these.
        lapses: a right of the people concerned, which ends with the term: nobody is late.
        basis: what it rests on.
        source: which law, article, or decision.
        valid_from, valid_until: for what starts on these days and between; None is open.
    """

    key: str = ""
    title: str
    area: Area
    start: str
    end: str
    amount: int | None
    unit: Unit = Unit.DAYS
    roll_forward: bool = True
    extension: int | None = None
    extension_unit: Unit = Unit.DAYS
    extended_by: str = ""
    warn_days: int = 3
    lapses: bool = False
    basis: Basis = Basis.OWN
    source: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def statutory(self) -> bool:
        """Whether it may be called 法定."""
        return self.basis is Basis.LAW

    @property
    def span_words(self) -> str:
        """How long it is, as spoken: 30 日, 1 个月, 未设."""
        if self.amount is None:
            return "未设"
        return f"{self.amount} {UNIT[self.unit]}" if self.amount else "当天"

    @property
    def extension_words(self) -> str:
        """How it can be made longer: 可延长 30 日（负责人批准）, nothing where it cannot."""
        if not self.extended_by:
            return ""
        most = "" if self.extension is None else f" {self.extension} {UNIT[self.extension_unit]}"
        return f"可延长{most}（{self.extended_by}）"


@dataclass(frozen=True, kw_only=True)
class Limit:
    """A version as it holds. `id` is None where the program brings it along."""

    facts: LimitDraft
    id: int | None = None
    version: int = 0

    @property
    def is_shipped(self) -> bool:
        """Whether the program brings it along."""
        return self.id is None

    def holds(self, day: date) -> bool:
        """Whether it is for what starts on a day."""
        since, until = self.facts.valid_from, self.facts.valid_until
        return (since is None or since <= day) and (until is None or day <= until)


class Limits:
    """All versions of all limits, and which of them is for what starts on a day.

    Args:
        versions: in any order; of one key and first day the hall's own comes before the shipped.
    """

    def __init__(self, versions: Iterable[Limit]) -> None:
        found: dict[str, list[Limit]] = {}
        for each in versions:
            found.setdefault(each.facts.key, []).append(each)
        self._versions = {
            key: tuple(sorted(of_key, key=_newest_last)[::-1]) for key, of_key in found.items()
        }

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of all limits, those that the program brings along first."""
        order = {key: place for place, key in enumerate(_data()["limits"])}
        return tuple(sorted(self._versions, key=lambda key: (order.get(key, len(order)), key)))

    def versions(self, key: str) -> tuple[Limit, ...]:
        """Return the versions of a limit, the newest first."""
        return self._versions.get(key, ())

    def on(self, key: str, day: date) -> Limit | None:
        """Return the version for what starts on a day, None if there is none."""
        return next((each for each in self.versions(key) if each.holds(day)), None)

    def current(self, today: date) -> tuple[Limit, ...]:
        """Return the version of today of each limit that holds today."""
        found = (self.on(key, today) for key in self.keys)
        return tuple(each for each in found if each is not None)

    def all_versions(self) -> tuple[Limit, ...]:
        """Return all versions, limit after limit, the newest first."""
        return tuple(each for key in self.keys for each in self.versions(key))


def _newest_last(limit: Limit) -> tuple[date, bool]:
    return (limit.facts.valid_from or date.min, not limit.is_shipped)


# ---- what the program brings along ---------------------------------------------------------


@cache
def shipped_limits() -> tuple[Limit, ...]:
    """Return the limits that the program brings along."""
    return tuple(
        Limit(facts=limit_from_json({"key": key, **said}))
        for key, said in _data()["limits"].items()
    )


@cache
def events() -> Mapping[tuple[Area, str], Event]:
    """Return the events that start and end limits, by area and key."""
    return {
        (Area(area), key): Event(
            key=key,
            area=Area(area),
            words=words.removeprefix("*"),
            is_kept=not words.startswith("*"),
        )
        for area, of_area in _data()["events"].items()
        for key, words in of_area.items()
    }


def events_of(area: Area) -> tuple[Event, ...]:
    """Return the events of an area, in the order of the work."""
    return tuple(event for event in events().values() if event.area is area)


def ticks(limit: LimitDraft) -> bool:
    """Whether the program can count a limit: it is set, and a register knows when it starts."""
    return limit.amount is not None and events()[limit.area, limit.start].is_kept


def limit_from_json(said: Mapping[str, Any]) -> LimitDraft:
    """Return a limit as the file of shipped ones says it."""
    enums = {"area": Area, "unit": Unit, "extension_unit": Unit, "basis": Basis}
    known: dict[str, Any] = {
        name: enums[name](value) if name in enums else value for name, value in said.items()
    }
    return LimitDraft(**known)


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resource("codes/limits.json").read_text(encoding="utf-8"))
    return found


# ---- counting ------------------------------------------------------------------------------


def due_day(
    limit: LimitDraft, start: date, calendar: Calendar, extended: date | None = None
) -> date:
    """Return the last day on which what started on `start` is in time.

    Args:
        limit: the limit; it must have an amount.
        start: the day of the start, which is not counted.
        calendar: the hall's working days.
        extended: the last day that was agreed on; it never makes the term shorter.

    Raises:
        ValueError: the limit has no amount, or the term ends beyond the years that dates have.
    """
    if limit.amount is None:
        raise ValueError("a limit without an amount never ends")
    due = _last_day(limit, _advance(start, limit.amount, limit.unit, calendar), calendar)
    return due if extended is None else max(due, extended)


def longest_day(limit: LimitDraft, start: date, calendar: Calendar) -> date | None:
    """Return the last day of a limit that is made as long as it may; None without a bound.

    The extension follows on the term itself, not on the day to which a closed office moved it.

    Raises:
        ValueError: the limit has no amount.
    """
    if not limit.extended_by:
        return due_day(limit, start, calendar)
    if limit.extension is None or limit.amount is None:
        return None
    term = _advance(start, limit.amount, limit.unit, calendar)
    end = _advance(term, limit.extension, limit.extension_unit, calendar)
    return _last_day(limit, end, calendar)


def is_certain(limit: LimitDraft, start: date, due: date, calendar: Calendar) -> bool:
    """Whether the holidays that decide a last day are known: else it may still move."""
    if limit.unit is Unit.WORKING_DAYS:
        years = range(start.year, due.year + 1)
    elif limit.roll_forward:
        years = range((due - _DAY).year, due.year + 1)
    else:
        return True
    return all(calendar.knows(year) for year in years)


def _advance(start: date, amount: int, unit: Unit, calendar: Calendar) -> date:
    if unit is Unit.MONTHS:
        return add_months(start, amount)
    if unit is Unit.WORKING_DAYS:
        return calendar.after_working_days(start, amount)
    return start + timedelta(days=amount)


def _last_day(limit: LimitDraft, day: date, calendar: Calendar) -> date:
    if limit.roll_forward and not calendar.is_working_day(day):
        return calendar.after_working_days(day, 1)
    return day
