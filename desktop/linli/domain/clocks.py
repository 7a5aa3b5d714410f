"""Clocks (到期提醒): what falls due when, as a traffic light; due today is not overdue.

A matter tells the days of its events; each limit whose first event has a day makes a clock, and
the limit's last event stops it. Which version of a limit counts is decided by the day of the start.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from linli.domain.limits import BASIS, Area, Basis, LimitDraft, Limits, Unit, due_day, is_certain
from linli.domain.working_days import Calendar

UNCERTAIN = "放假安排还没有公布，先按周末和法定节日推算"
"""What is said of a day that may still move."""
_NO_DAYS: Mapping[str, date] = {}


class Light(StrEnum):
    """A traffic light."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    DONE = "done"


LIGHT = {
    Light.RED: "已超期",
    Light.AMBER: "快到期",
    Light.GREEN: "未到期",
    Light.DONE: "已办结",
}


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a clock is of: a case, a petition, a suggestion.

    Attributes:
        area: which register has it.
        id: its number there.
        number: as it is written; "" while it has none.
        title: what it is about.
        who: who handles it.
    """

    area: Area
    id: int
    number: str
    title: str
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class Clock:
    """Something that is due on a day.

    Attributes:
        subject: what it is of.
        key: the limit's.
        what: the limit's title, with what exactly is due where there are several.
        started: the day of the start, which is not counted.
        due: the last day on which it is in time.
        done: when it was done; None while it is open.
        light: on the day it was asked for.
        days_left: up to the last day, below 0 if past; in working days where `working`.
        working: whether the limit is in working days.
        certain: False if holidays that nobody knows yet may move the last day.
        extended: whether it was made longer.
        is_right: a right of the people concerned: nobody is late when it has run out.
        basis, source: what the limit rests on.
    """

    subject: Subject
    key: str
    what: str
    started: date
    due: date
    done: date | None = None
    light: Light
    days_left: int
    working: bool = False
    certain: bool = True
    extended: bool = False
    is_right: bool = False
    basis: Basis = Basis.OWN
    source: str = ""

    @property
    def days_late(self) -> int:
        """Days by which what is done was late, 0 if it was in time or is open."""
        return 0 if self.done is None else max(0, (self.done - self.due).days)

    @property
    def lapsed(self) -> bool:
        """Whether it is a right that has run out."""
        return self.is_right and self.done is None and self.days_left < 0

    @property
    def words(self) -> str:
        """How it stands: 还有 3 天, 今天到期, 已超 2 天, 按时办结."""
        if self.done is not None:
            return f"办结，超 {self.days_late} 天" if self.days_late else "按时办结"
        if self.lapsed:
            return "期限已过"
        if self.days_left < 0:
            return f"已超 {-self.days_left} 天"
        if self.days_left == 0:
            return "今天到期"
        return f"还有 {self.days_left} {'个工作日' if self.working else '天'}"

    @property
    def basis_short(self) -> str:
        """What it rests on in a word: 法定."""
        return BASIS[self.basis]

    @property
    def basis_words(self) -> str:
        """What it rests on, such as 法定：《人民调解法》第三十三条."""
        return f"{self.basis_short}：{self.source}"


@dataclass(frozen=True, kw_only=True)
class ClockFilter:
    """Which clocks a list shows; what is None or empty does not narrow it.

    Attributes:
        lights: those to show; without any those that are open.
        area: of which register.
        since, until: due on these days and between.
        text: found in number, title, what is due and who handles it.
    """

    lights: frozenset[Light] = frozenset()
    area: Area | None = None
    since: date | None = None
    until: date | None = None
    text: str = ""


OPEN_LIGHTS = frozenset({Light.RED, Light.AMBER, Light.GREEN})


@dataclass(frozen=True, kw_only=True)
class ClockSummary:
    """How many open clocks are overdue, due today, and amber (those of today among them)."""

    overdue: int = 0
    today: int = 0
    soon: int = 0

    @property
    def words(self) -> str:
        """Such as 2 项已超期，1 项今天到期; "" where there is neither."""
        parts = []
        if self.overdue:
            parts.append(f"{self.overdue} 项已超期")
        if self.today:
            parts.append(f"{self.today} 项今天到期")
        return "，".join(parts)


def light_of(days_left: int, warn_days: int) -> Light:
    """Return the light of something open that is due in so many days."""
    if days_left < 0:
        return Light.RED
    return Light.AMBER if days_left <= warn_days else Light.GREEN


def days_left(due: date, today: date, calendar: Calendar, *, working: bool) -> int:
    """Return the days up to the last one, below 0 if it is past.

    What is past is told in days of the calendar; what is to come in working days where `working`,
    at least one, even if the last day has become a day off since.
    """
    left = (due - today).days
    if not working or left <= 0:
        return left
    return max(1, calendar.working_days_until(today, due))


def clocks_from(
    subject: Subject,
    events: Mapping[str, date],
    limits: Limits,
    calendar: Calendar,
    today: date,
    *,
    extended: Mapping[str, date] = _NO_DAYS,
    detail: str = "",
) -> list[Clock]:
    """Return the clocks of a matter whose events happened on these days.

    Args:
        subject: the matter; limits of its area count.
        events: days by the keys of `limits.events`; what has not happened is not there.
        limits: all limits.
        calendar: the hall's working days.
        today: the day by which lights are told.
        extended: the last days that were agreed on, by the keys of limits.
        detail: what exactly is due, where a matter has several of a kind.
    """
    found = []
    for key in limits.keys:
        holding = _holding(key, subject.area, events, limits)
        if holding is None or holding.amount is None:
            continue
        clock = clock_of(
            subject,
            holding,
            events[holding.start],
            calendar,
            today,
            done=events.get(holding.end),
            extended=extended.get(key),
        )
        found.append(_named(clock, detail))
    return found


def clock_of(
    subject: Subject,
    limit: LimitDraft,
    start: date,
    calendar: Calendar,
    today: date,
    *,
    done: date | None = None,
    extended: date | None = None,
) -> Clock:
    """Return the clock of one limit that began on a day.

    Args:
        subject: the matter.
        limit: the version for what starts on `start`; it must have an amount.
        start: the day of the start.
        calendar: the hall's working days.
        today: the day by which the light is told.
        done: when it was done, None while it is open.
        extended: the last day that was agreed on.

    Raises:
        ValueError: the limit has no amount.
    """
    due = due_day(limit, start, calendar, extended)
    working = limit.unit is Unit.WORKING_DAYS
    left = days_left(due, today, calendar, working=working)
    over = done is not None or (limit.lapses and left < 0)
    return Clock(
        subject=subject,
        key=limit.key,
        what=limit.title,
        started=start,
        due=due,
        done=done,
        light=Light.DONE if over else light_of(left, limit.warn_days),
        days_left=left,
        working=working,
        certain=is_certain(limit, start, due, calendar),
        extended=extended is not None and due > due_day(limit, start, calendar),
        is_right=limit.lapses,
        basis=limit.basis,
        source=limit.source,
    )


def fits(clock: Clock, wanted: ClockFilter) -> bool:
    """Whether a list shows a clock."""
    subject = clock.subject
    texts = (subject.number, subject.title, clock.what, subject.who)
    return (
        clock.light in (wanted.lights or OPEN_LIGHTS)
        and wanted.area in (None, subject.area)
        and (wanted.since is None or wanted.since <= clock.due)
        and (wanted.until is None or clock.due <= wanted.until)
        and (not wanted.text or any(wanted.text in text for text in texts))
    )


def in_order(clock: Clock) -> tuple[bool, date, str, str]:
    """Return by what clocks are sorted: open ones first, what is due first."""
    return (clock.light is Light.DONE, clock.due, clock.subject.number, clock.what)


def summary_of(clocks: list[Clock]) -> ClockSummary:
    """Count what is overdue, due today, and soon due."""
    return ClockSummary(
        overdue=sum(clock.light is Light.RED for clock in clocks),
        today=sum(clock.light is not Light.DONE and clock.days_left == 0 for clock in clocks),
        soon=sum(clock.light is Light.AMBER for clock in clocks),
    )


def _holding(key: str, area: Area, events: Mapping[str, date], limits: Limits) -> LimitDraft | None:
    """Return the version whose own start happened while it held; versions may start differently."""
    for limit in limits.versions(key):
        start = events.get(limit.facts.start)
        if limit.facts.area is area and start is not None and limits.on(key, start) is limit:
            return limit.facts
    return None


def _named(clock: Clock, detail: str) -> Clock:
    return replace(clock, what=f"{clock.what}（{detail}）") if detail else clock
