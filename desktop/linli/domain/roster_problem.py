"""What filling a roster (自动排班) has to solve: needs, who can meet them, turns taken before.

A need is a shift of a day; whoever can be there is a candidate, and whoever cannot is barred with
the reason. Nothing here knows how it is solved.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from linli.domain.rosters import (
    Cell,
    DayKind,
    PlanDraft,
    Post,
    RosterRules,
    ShiftKind,
    Wish,
)
from linli.domain.workers import Apart, Leave, Worker, away

_DAY = timedelta(days=1)


class Bar(StrEnum):
    """Why somebody cannot be on a shift at all."""

    NOT_SERVING = "not_serving"
    AWAY = "away"
    KIND = "kind"
    EMPLOYMENT = "employment"
    NIGHT = "night"
    SKILL = "skill"
    QUALIFICATION = "qualification"
    NOT_FREE = "not_free"
    BUSY = "busy"


BAR = {
    Bar.NOT_SERVING: "不在岗",
    Bar.AWAY: "请假",
    Bar.KIND: "不是这一类人员",
    Bar.EMPLOYMENT: "用工性质不合",
    Bar.NIGHT: "不值夜班",
    Bar.SKILL: "没有所需的技能",
    Bar.QUALIFICATION: "证书已到期",
    Bar.NOT_FREE: "这个时间来不了",
    Bar.BUSY: "已在别的值班表上",
}


@dataclass(frozen=True, kw_only=True)
class Busy:
    """A time at which somebody is elsewhere, such as on another roster."""

    worker_id: int
    begins: datetime
    ends: datetime


_OfWorker = TypeVar("_OfWorker", Leave, Busy)


@dataclass(frozen=True, kw_only=True)
class Attended:
    """A time at which somebody of another roster is at a station."""

    station_id: int
    begins: datetime
    ends: datetime


@dataclass(frozen=True, kw_only=True)
class OpenSpan:
    """A time at which a station is open; `shift_id` is a shift that the plan has for it."""

    station_id: int
    station: str
    shift_id: int
    begins: datetime
    ends: datetime


@dataclass(frozen=True, kw_only=True)
class Turns:
    """What somebody has done in the months that are balanced: minutes, and times."""

    minutes: int = 0
    nights: int = 0
    days_off: int = 0
    holidays: int = 0

    def plus(self, other: "Turns") -> "Turns":
        """Return the sum."""
        return Turns(
            minutes=self.minutes + other.minutes,
            nights=self.nights + other.nights,
            days_off=self.days_off + other.days_off,
            holidays=self.holidays + other.holidays,
        )


@dataclass(frozen=True, kw_only=True)
class Need:
    """So many people on a shift of a day."""

    day: date
    shift: ShiftKind
    count: int
    day_kind: DayKind

    @property
    def key(self) -> tuple[date, int]:
        """Day and number of the shift."""
        return self.day, self.shift.id or 0

    @cached_property
    def span(self) -> tuple[datetime, datetime]:
        """Beginning and end."""
        return self.shift.span(self.day)

    @property
    def turns(self) -> Turns:
        """What being there counts for."""
        return Turns(
            minutes=self.shift.minutes,
            nights=int(self.shift.is_night),
            days_off=int(self.day_kind is DayKind.OFF),
            holidays=int(self.day_kind is DayKind.HOLIDAY),
        )

    def too_close(self, other: "Need", rest: timedelta) -> bool:
        """Whether nobody can be on both: they overlap, or leave too little rest between them."""
        mine, theirs = self.span, other.span
        return mine[0] < theirs[1] + rest and theirs[0] < mine[1] + rest

    def meets(self, other: "Need") -> bool:
        """Whether people of both are on duty at the same time."""
        return self.span[0] < other.span[1] and other.span[0] < self.span[1]


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A span of days to fill.

    Attributes:
        needs: day by day.
        workers: who takes part.
        rules: of the plan.
        leaves, aparts, wishes: of those who take part.
        kept: cells of the days that stay as they are.
        before: cells of the days before the first, for rest and days in a row, with their needs.
        busy: times at which somebody is elsewhere.
        turns: what each has done in the months before, by worker.
        openings: when stations of the plan are open, day by day.
        attended: times at which somebody of another roster is at a station.
    """

    needs: tuple[Need, ...]
    workers: tuple[Worker, ...]
    rules: RosterRules = field(default_factory=RosterRules)
    leaves: tuple[Leave, ...] = ()
    aparts: tuple[Apart, ...] = ()
    wishes: tuple[Wish, ...] = ()
    kept: tuple[Cell, ...] = ()
    before: tuple[tuple[Cell, Need], ...] = ()
    busy: tuple[Busy, ...] = ()
    turns: Mapping[int, Turns] = field(default_factory=dict)
    openings: tuple[OpenSpan, ...] = ()
    attended: tuple[Attended, ...] = ()

    @property
    def rest(self) -> timedelta:
        """The least time between two shifts of a person."""
        return timedelta(hours=self.rules.rest_hours)

    @cached_property
    def need(self) -> Mapping[tuple[date, int], Need]:
        """Each need by day and shift."""
        return {need.key: need for need in self.needs}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days with needs, in order."""
        return tuple(sorted({need.day for need in self.needs}))

    @cached_property
    def worker(self) -> Mapping[int, Worker]:
        """Each worker by number."""
        return {worker.id: worker for worker in self.workers}

    @cached_property
    def partner(self) -> Mapping[tuple[date, int], Need]:
        """The B post of each A post and the other way round: the same day, station and time."""
        posts: dict[object, tuple[list[Need], list[Need]]] = {}
        for need in self.needs:
            if need.shift.post in (Post.FIRST, Post.SECOND):
                pair = posts.setdefault((need.shift.station_id, need.span), ([], []))
                pair[need.shift.post is Post.SECOND].append(need)
        both = [each for pair in posts.values() for each in zip(*pair, strict=False)]
        return {mine.key: other for pair in both for mine, other in (pair, pair[::-1])}

    @cached_property
    def kept_of(self) -> Mapping[tuple[date, int], frozenset[int]]:
        """Who stays on each shift."""
        found: dict[tuple[date, int], set[int]] = {}
        for cell in self.kept:
            found.setdefault((cell.day, cell.shift_id), set()).add(cell.worker_id)
        return {key: frozenset(ids) for key, ids in found.items()}

    @cached_property
    def candidates(self) -> Mapping[tuple[date, int], tuple[int, ...]]:
        """Who can be on each shift, whoever stays there included."""
        return {
            need.key: tuple(
                worker.id
                for worker in self.workers
                if worker.id in self.kept_of.get(need.key, ()) or self.bar(worker, need) is None
            )
            for need in self.needs
        }

    def bar(self, worker: Worker, need: Need) -> Bar | None:
        """Return why somebody cannot be on a shift whatever else is decided, None if possible."""
        facts, shift = worker.facts, need.shift
        if not worker.serves(need.day):
            return Bar.NOT_SERVING
        if away(self._leaves_of.get(worker.id, ()), worker.id, need.day):
            return Bar.AWAY
        if facts.kind not in shift.kinds:
            return Bar.KIND
        if shift.employments and facts.employment_code not in shift.employments:
            return Bar.EMPLOYMENT
        if shift.is_night and not facts.nights:
            return Bar.NIGHT
        if shift.skill and (why := _unskilled(worker, shift.skill, need.day)):
            return why
        if not _is_free(worker, need):
            return Bar.NOT_FREE
        if any(_clash(busy, need, self.rest) for busy in self._busy_of.get(worker.id, ())):
            return Bar.BUSY
        return None

    def share(self, worker: Worker) -> float:
        """Return on what part of the days somebody is there at all: 1 for all of them."""
        leaves = self._leaves_of.get(worker.id, ())
        there = [
            day for day in self.days if worker.serves(day) and not away(leaves, worker.id, day)
        ]
        return len(there) / len(self.days) if self.days else 0.0

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Those who can be on the same shifts: among them turns are to be fair."""
        able: dict[int, set[int]] = {worker.id: set() for worker in self.workers}
        for (_, shift_id), ids in self.candidates.items():
            for worker_id in ids:
                able[worker_id].add(shift_id)
        found: dict[frozenset[int], list[int]] = {}
        for worker_id, shifts in able.items():
            if shifts:
                found.setdefault(frozenset(shifts), []).append(worker_id)
        return tuple(tuple(ids) for ids in found.values())

    @cached_property
    def _leaves_of(self) -> Mapping[int, tuple[Leave, ...]]:
        return _by_worker(self.leaves)

    @cached_property
    def _busy_of(self) -> Mapping[int, tuple[Busy, ...]]:
        return _by_worker(self.busy)


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A filled roster.

    Attributes:
        cells: of all needs, those that were kept included.
        proven: nothing better is possible.
        distance: how far from the best at most, as a share of its cost; 0 when proven.
        stopped: the clerk stopped it, or time was up; it is the best that was found.
        seconds: how long it took.
    """

    cells: tuple[Cell, ...]
    proven: bool
    distance: float
    stopped: bool
    seconds: float


def needs_of(
    plan: PlanDraft,
    days: Iterable[date],
    kinds: Mapping[date, DayKind],
    received: frozenset[date] = frozenset(),
) -> list[Need]:
    """Return what a plan needs on some days, given what each is and on which is reception."""
    return [
        Need(day=day, shift=shift, count=count, day_kind=kinds[day])
        for day in days
        for shift in plan.shifts
        if (count := shift.need(day, kinds[day], received=day in received))
    ]


def turns_of(cells: Iterable[Cell], needs: Mapping[tuple[date, int], Need]) -> dict[int, Turns]:
    """Return what each worker did on these shifts."""
    found: dict[int, Turns] = {}
    for cell in cells:
        need = needs.get((cell.day, cell.shift_id))
        if need is not None:
            found[cell.worker_id] = found.get(cell.worker_id, Turns()).plus(need.turns)
    return found


def gaps_of(problem: Problem, cells: Iterable[Cell]) -> list[tuple[Need, int]]:
    """Return each need that is not met, and how many are short."""
    held: dict[tuple[date, int], int] = {}
    for cell in cells:
        key = (cell.day, cell.shift_id)
        held[key] = held.get(key, 0) + 1
    return [
        (need, need.count - held.get(need.key, 0))
        for need in problem.needs
        if held.get(need.key, 0) < need.count
    ]


def _unskilled(worker: Worker, skill: str, day: date) -> Bar | None:
    held = [each for each in worker.facts.qualifications if each.name == skill]
    if any(each.until is None or day <= each.until for each in held):
        return None
    if held:
        return Bar.QUALIFICATION
    return None if skill in worker.facts.skills else Bar.SKILL


def _is_free(worker: Worker, need: Need) -> bool:
    """Whether a whole shift lies in the times at which somebody can come."""
    times = worker.facts.free_times
    if not times:
        return True
    begin, end = need.span
    if end.date() > begin.date():  # a night counts by the evening on which it begins
        end = datetime.combine(begin.date(), datetime.max.time())
    return any(
        each.weekday == need.day.weekday()
        and each.begins <= begin.time()
        and (end.time() <= each.ends or each.ends <= each.begins)
        for each in times
    )


def _clash(busy: Busy, need: Need, rest: timedelta) -> bool:
    begin, end = need.span
    return begin < busy.ends + rest and busy.begins < end + rest


def _by_worker(items: Iterable[_OfWorker]) -> dict[int, tuple[_OfWorker, ...]]:
    found: dict[int, list[_OfWorker]] = {}
    for item in items:
        found.setdefault(item.worker_id, []).append(item)
    return {worker_id: tuple(some) for worker_id, some in found.items()}
