"""Whether somebody can take one more shift, given those that are taken: rest, rows, hours, pairs.

The rules of a filled roster in one place: filling, checking and explaining all ask here.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from linli.domain.roster_problem import Need, Problem, Turns
from linli.domain.rosters import Cell

_DAY = timedelta(days=1)
_HOUR = 60  # minutes


class Clash(StrEnum):
    """Why somebody cannot take a shift beside the others."""

    SAME_PERSON = "same_person"
    DOUBLE = "double"
    REST = "rest"
    DAYS_IN_ROW = "days_in_row"
    WEEK_HOURS = "week_hours"
    MONTH_HOURS = "month_hours"
    APART = "apart"


CLASH = {
    Clash.SAME_PERSON: "A岗、B岗不能是同一个人",
    Clash.DOUBLE: "同一时间已经有班",
    Clash.REST: "前后的班之间休息不够",
    Clash.DAYS_IN_ROW: "连续值班天数到了上限",
    Clash.WEEK_HOURS: "一周的时数到了上限",
    Clash.MONTH_HOURS: "一个月的时数到了上限",
    Clash.APART: "与不能同班的人排在一起",
}


class Standing:
    """Who is on which shift; shifts can be given and taken away.

    Args:
        problem: what is filled.
        cells: of its days; cells of needs that it does not have are passed over.
    """

    def __init__(self, problem: Problem, cells: Iterable[Cell] = ()) -> None:
        self.problem = problem
        self._needs: dict[int, list[Need]] = defaultdict(list)
        self._on: dict[tuple[date, int], set[int]] = defaultdict(set)
        self._apart: dict[int, set[int]] = defaultdict(set)
        for pair in problem.aparts:
            self._apart[pair.one_id].add(pair.other_id)
            self._apart[pair.other_id].add(pair.one_id)
        for cell, need in problem.before:
            self._needs[cell.worker_id].append(need)
        for cell in cells:
            if (cell.day, cell.shift_id) in problem.need:
                self.give(cell.worker_id, problem.need[cell.day, cell.shift_id])

    def give(self, worker_id: int, need: Need) -> None:
        """Put somebody on a shift."""
        if worker_id not in self._on[need.key]:
            self._needs[worker_id].append(need)
            self._on[need.key].add(worker_id)

    def take(self, worker_id: int, need: Need) -> None:
        """Take somebody off a shift."""
        self._needs[worker_id].remove(need)
        self._on[need.key].discard(worker_id)

    def on(self, need: Need) -> frozenset[int]:
        """Return who is on a shift."""
        return frozenset(self._on.get(need.key, ()))

    def is_on(self, worker_id: int, day: date) -> bool:
        """Whether somebody is on duty on a day."""
        return any(need.day == day for need in self._needs.get(worker_id, ()))

    def turns(self, worker_id: int) -> Turns:
        """Return what somebody has on the days that are filled, and has done before."""
        done = self.problem.turns.get(worker_id, Turns())
        for need in self._needs.get(worker_id, ()):
            if need.key in self.problem.need:
                done = done.plus(need.turns)
        return done

    def clash(self, worker_id: int, need: Need) -> Clash | None:
        """Return why somebody cannot be on a shift beside the others, None if possible.

        Whether the person is on that very shift already does not matter.
        """
        others = [each for each in self._needs.get(worker_id, ()) if each.key != need.key]
        rest = self.problem.rest
        if self.problem.partner.get(need.key) in others:
            return Clash.SAME_PERSON
        for each in others:
            if each.meets(need):
                return Clash.DOUBLE
            if each.too_close(need, rest):
                return Clash.REST
        if self._row(others, need.day) > self.problem.rules.most_days:
            return Clash.DAYS_IN_ROW
        return self._too_long(worker_id, others, need) or self._beside(worker_id, need)

    def _row(self, others: list[Need], day: date) -> int:
        """Return of how many days in a row a day would be part."""
        days = {each.day for each in others}
        count = 1
        for step in (-_DAY, _DAY):
            at = day + step
            while at in days:
                count, at = count + 1, at + step
        return count

    def _too_long(self, worker_id: int, others: list[Need], need: Need) -> Clash | None:
        week = self.problem.rules.most_hours
        if week is not None:
            monday = need.day - need.day.weekday() * _DAY
            same = [each for each in others if monday <= each.day < monday + 7 * _DAY]
            if _minutes([*same, need]) > week * _HOUR:
                return Clash.WEEK_HOURS
        worker = self.problem.worker.get(worker_id)
        month = worker.facts.most_hours if worker else None
        if month is not None:
            same = [each for each in others if _month(each.day) == _month(need.day)]
            if _minutes([*same, need]) > month * _HOUR:
                return Clash.MONTH_HOURS
        return None

    def _beside(self, worker_id: int, need: Need) -> Clash | None:
        for other_id in self._apart.get(worker_id, ()):
            if any(each.meets(need) for each in self._needs.get(other_id, ())):
                return Clash.APART
        return None


def _minutes(needs: Iterable[Need]) -> int:
    return sum(need.shift.minutes for need in needs)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
