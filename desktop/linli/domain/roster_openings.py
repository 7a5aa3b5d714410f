"""Opening hours that nobody covers (开放时间没人值班): each with day, from–to and station.

Norm of the hall: somebody is there at every opening hour. A station counts where the plan has a
shift for it; on public holidays it is taken to be closed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from linli.domain.register_texts import spoken_day
from linli.domain.roster_pairs import is_absent
from linli.domain.roster_problem import OpenSpan, Problem
from linli.domain.rosters import Cell, Conflict, ConflictKind, DayKind, PlanDraft
from linli.domain.staff import Station
from linli.domain.workers import FreeTime

_MONDAY_TO_FRIDAY = range(5)


@dataclass(frozen=True, kw_only=True)
class Uncovered:
    """A part of the opening hours of a station at which nobody is there."""

    span: OpenSpan
    begins: datetime
    ends: datetime


def open_spans(
    plan: PlanDraft, stations: Iterable[Station], kinds: Mapping[date, DayKind]
) -> list[OpenSpan]:
    """Return when the stations of a plan are open, day by day.

    Args:
        plan: with its shifts.
        stations: all stations.
        kinds: what each day is.
    """
    shift_of = {shift.station_id: shift.id or 0 for shift in reversed(plan.shifts)}
    return [
        OpenSpan(
            station_id=station.id,
            station=station.facts.name,
            shift_id=shift_of[station.id],
            begins=datetime.combine(day, each.begins),
            ends=datetime.combine(day, each.ends),
        )
        for day, kind in kinds.items()
        for station in stations
        if station.id in shift_of
        for each in _times(station.facts.open_times, day, kind)
    ]


def uncovered(problem: Problem, cells: Sequence[Cell]) -> Iterator[Uncovered]:
    """Yield the opening hours at which nobody is there, day by day."""
    held: dict[int, list[tuple[datetime, datetime]]] = {}
    for each in problem.attended:
        held.setdefault(each.station_id, []).append((each.begins, each.ends))
    for cell in cells:
        need = problem.need.get((cell.day, cell.shift_id))
        worker = problem.worker.get(cell.worker_id)
        if need is None or worker is None or need.shift.station_id is None:
            continue
        if not is_absent(problem, worker, need):
            held.setdefault(need.shift.station_id, []).append(need.span)
    for span in problem.openings:
        at = span.begins
        for begins, ends in sorted(held.get(span.station_id, ())):
            if begins > at and at < span.ends:
                yield Uncovered(span=span, begins=at, ends=min(begins, span.ends))
            at = max(at, ends)
        if at < span.ends:
            yield Uncovered(span=span, begins=at, ends=span.ends)


def uncovered_remarks(problem: Problem, cells: Sequence[Cell]) -> Iterator[Conflict]:
    """Yield a sentence for each opening hour that nobody covers."""
    for each in uncovered(problem, cells):
        day = each.begins.date()
        when = f"{each.begins:%H:%M}—{each.ends:%H:%M}"
        yield Conflict(
            kind=ConflictKind.UNCOVERED,
            day=day,
            shift_id=each.span.shift_id,
            words=f"{spoken_day(day)}{each.span.station}：{when}开放，没有人值班。",
        )


def _times(times: Sequence[FreeTime], day: date, kind: DayKind) -> list[FreeTime]:
    """Return when a station is open on a day; a worked weekend is like the first working day."""
    if kind is DayKind.HOLIDAY:
        return []
    own = [each for each in times if each.weekday == day.weekday()]
    if own or kind is not DayKind.WORKDAY or day.weekday() in _MONDAY_TO_FRIDAY:
        return own
    usual = min((each.weekday for each in times if each.weekday in _MONDAY_TO_FRIDAY), default=None)
    return [each for each in times if each.weekday == usual]
