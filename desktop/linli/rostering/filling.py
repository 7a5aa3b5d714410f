"""A roster as a mixed integer program.

A column for each candidate of each shift says whether he is on it. First as few as possible are
short, and of the ways to that, as few as possible leave both an A and a B post alone. Then turns
are as fair as possible: what somebody has had costs its square, by the part of the days on which he
can come at all, so that turns even out among all who can take them. Rules that only what is kept
breaks are widened for it, so that there is always a roster.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import gcd
from statistics import fmean
from time import monotonic

from linli.domain.roster_greedy import greedy
from linli.domain.roster_pairs import is_absent
from linli.domain.roster_problem import Filled, Need, Problem, Turns
from linli.domain.rosters import Cell, Post
from linli.progress import SILENT, Cancelled, Progress
from linli.rostering.program import HALF, Outcome, Program

_DAY = timedelta(days=1)
_WEEK = 7
_HOUR = 60  # minutes
_BUSY = "正在排班"
_CLOSE = 0.001
"""A share of the cost: fairer by less than this is as fair."""
_PARTS = 4
"""The shortest shift is reckoned in no more than so many parts."""
_MOSTLY = 0.6
"""Who can come on this part of the days takes as much as the others; who cannot, takes less."""
_GAPS_PART = 0.3
"""Of the time, at most, for finding how few can be short."""


def fill(problem: Problem, *, seconds: float = 30.0, progress: Progress = SILENT) -> Filled:
    """Fill a roster as fairly as can be found; hard rules are kept, gaps are left.

    What is kept stays, even where it breaks a rule. The same problem gives the same roster,
    unless time was up or it was stopped before the best was proven.

    Args:
        problem: what is to be filled.
        seconds: how long to look for something better.
        progress: if the clerk stops it, the best so far is returned; nothing is raised.
    """
    began = monotonic()
    start = greedy(problem)
    if not problem.needs:
        return Filled(cells=(), proven=True, distance=0.0, stopped=False, seconds=0.0)
    model = _Model(problem)

    def is_stopped() -> bool:
        try:
            progress.report(int(monotonic() - began), int(seconds), _BUSY)
        except Cancelled:
            return True
        return False

    values = model.values_of(start)
    fewest = model.fewest_gaps(values, seconds * _GAPS_PART, is_stopped)
    model.allow_gaps(fewest.values)
    left = seconds - (monotonic() - began)
    fairest = model.fairest(fewest.values, left, is_stopped)
    proven = fewest.proven and fairest.proven
    return Filled(
        cells=model.cells(fairest.values or fewest.values),
        proven=proven,
        distance=fairest.distance,
        stopped=not proven,
        seconds=monotonic() - began,
    )


@dataclass(frozen=True, kw_only=True)
class _Fairness:
    """What evens out: how much it costs, how much of it somebody has, and in which steps."""

    weight: float
    of: Callable[[Turns], int]
    step: int


class _Model:
    """The program of one problem."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._program = Program()
        self._on: dict[tuple[date, int], dict[int, int]] = {}
        self._of: dict[int, list[tuple[Need, int]]] = defaultdict(list)
        self._gaps: dict[tuple[date, int], int] = {}
        self._open: dict[int, list[int]] = {}
        self._cover()
        before = {each.id: self._before(each.id) for each in problem.workers}
        for worker in problem.workers:
            self._rest(worker.id, before[worker.id])
            self._row(worker.id, before[worker.id])
            self._weeks(worker.id, before[worker.id])
            if worker.facts.most_hours is not None:
                self._months(worker.id, worker.facts.most_hours)
        self._keep_apart()
        self._hold_posts()
        self._gap_costs = [0.0] * self._program.columns
        for gap in self._gaps.values():
            self._gap_costs[gap] = 1.0
        for post in self._open:  # all together less than one who is short
            self._gap_costs[post] = 1.0 / (len(self._open) + 1)
        self._wish()
        self._be_fair()

    # ---- solving ----------------------------------------------------------------------------

    def values_of(self, cells: Sequence[Cell]) -> list[float]:
        """Return the values of all columns but those of fairness for some cells."""
        values = [0.0] * self._program.columns
        held: dict[tuple[date, int], int] = defaultdict(int)
        for cell in cells:
            values[self._on[cell.day, cell.shift_id][cell.worker_id]] = 1.0
            held[cell.day, cell.shift_id] += 1
        for need in self._problem.needs:
            values[self._gaps[need.key]] = max(need.count - held[need.key], 0)
        for post, columns in self._open.items():
            values[post] = 1.0 - max((values[column] for column in columns), default=0.0)
        return values

    def fewest_gaps(
        self, start: Sequence[float], seconds: float, is_stopped: Callable[[], bool]
    ) -> Outcome:
        """Return a roster in which as few as possible are short; `start` if there is no better."""
        fair = self._program.costs
        self._gap_costs += [0.0] * (self._program.columns - len(self._gap_costs))
        self._program.set_costs(self._gap_costs)
        cost = sum(by * value for by, value in zip(self._gap_costs, start, strict=True))
        found = Outcome(values=tuple(start), cost=cost, distance=0.0, proven=True)
        if cost:
            better = self._program.solve(
                start=start, seconds=seconds, close=0.0, is_stopped=is_stopped
            )
            found = better if better.values else found
        self._program.set_costs(fair)
        return found

    def allow_gaps(self, values: Sequence[float]) -> None:
        """Let no more be short, and no more posts be left alone, than these values mean."""
        for columns in (tuple(self._gaps.values()), tuple(self._open)):
            count = round(sum(values[column] for column in columns))
            self._program.row([(column, 1.0) for column in columns], most=float(count))

    def fairest(
        self, start: Sequence[float], seconds: float, is_stopped: Callable[[], bool]
    ) -> Outcome:
        """Return the fairest roster that was found."""
        return self._program.solve(
            start=start, seconds=seconds, close=_CLOSE, is_stopped=is_stopped
        )

    def cells(self, values: Sequence[float]) -> tuple[Cell, ...]:
        """Return the cells that some values mean, those that were kept as they were."""
        kept = {(cell.worker_id, cell.day, cell.shift_id): cell for cell in self._problem.kept}
        found = []
        for need in self._problem.needs:
            day, shift_id = need.key
            for worker_id, column in self._on[need.key].items():
                if values[column] > HALF:
                    cell = Cell(worker_id=worker_id, day=day, shift_id=shift_id)
                    found.append(kept.get((worker_id, day, shift_id), cell))
        return tuple(found)

    # ---- what must be kept --------------------------------------------------------------------

    def _cover(self) -> None:
        """Let each shift have those it needs, or a gap; what is kept stays on it."""
        for need in self._problem.needs:
            kept = self._problem.kept_of.get(need.key, frozenset())
            columns = {}
            for worker_id in self._problem.candidates[need.key]:
                column = self._program.add(upper=1.0, whole=True)
                columns[worker_id] = column
                self._of[worker_id].append((need, column))
                if worker_id in kept:
                    self._program.row([(column, 1.0)], least=1.0)
            gap = self._program.add(upper=float(need.count), whole=True)
            self._on[need.key], self._gaps[need.key] = columns, gap
            terms = [(column, 1.0) for column in columns.values()]
            self._program.row(
                [*terms, (gap, 1.0)],
                least=float(need.count),
                most=float(max(need.count, len(kept))),
            )

    def _before(self, worker_id: int) -> list[Need]:
        return [need for cell, need in self._problem.before if cell.worker_id == worker_id]

    def _is_kept(self, worker_id: int, need: Need) -> bool:
        return worker_id in self._problem.kept_of.get(need.key, ())

    def _at_most(self, worker_id: int, held: Sequence[tuple[Need, int]], most: float) -> None:
        """Let somebody be on so many of some shifts, or on those that are kept if they are more."""
        if len(held) > most:
            kept = sum(self._is_kept(worker_id, need) for need, _ in held)
            self._program.row([(column, 1.0) for _, column in held], most=max(most, float(kept)))

    def _rest(self, worker_id: int, before: Sequence[Need]) -> None:
        """Keep the shifts of a person apart: one of those that are too close to each other."""
        rest = self._problem.rest
        held = sorted(self._of[worker_id], key=lambda each: (each[0].span, each[0].key[1]))
        for place, (need, column) in enumerate(held):
            if any(need.too_close(each, rest) for each in before):
                self._at_most(worker_id, [(need, column)], 0)
            close = [(need, column)]
            for other in held[place + 1 :]:
                if other[0].span[0] >= need.span[1] + rest:
                    break
                close.append(other)
            # those that begin while this one and its rest last are too close to one another
            # only as far as each is to each: the later ones have rows of their own
            self._one_of(worker_id, close)

    def _one_of(self, worker_id: int, close: Sequence[tuple[Need, int]]) -> None:
        """Let the first exclude each of the others, in as few rows as their closeness allows."""
        rest = self._problem.rest
        (first, *others) = close
        clique = [first]
        loose = []
        for other in others:
            if all(other[0].too_close(each[0], rest) for each in clique):
                clique.append(other)
            else:
                loose.append(other)
        self._at_most(worker_id, clique, 1)
        for other in loose:
            self._at_most(worker_id, [first, other], 1)

    def _row(self, worker_id: int, before: Sequence[Need]) -> None:
        """Keep somebody from being on duty too many days in a row."""
        most = self._problem.rules.most_days
        worked = {need.day for need in before}
        by_day: dict[date, list[tuple[Need, int]]] = defaultdict(list)
        for need, column in self._of[worker_id]:
            by_day[need.day].append((need, column))
        on = {day: self._day(held) for day, held in by_day.items()}
        starts = {day - back * _DAY for day in by_day for back in range(most + 1)}
        for start in sorted(starts):
            days = [start + step * _DAY for step in range(most + 1)]
            if not all(day in on or day in worked for day in days):
                continue
            done = sum(day in worked and day not in on for day in days)
            columns = [on[day] for day in days if day in on]
            kept = sum(
                any(self._is_kept(worker_id, need) for need, _ in by_day[day])
                for day in days
                if day in on
            )
            self._program.row(
                [(column, 1.0) for column in columns], most=float(max(most - done, kept))
            )

    def _day(self, held: Sequence[tuple[Need, int]]) -> int:
        """Return a column that says whether somebody is on duty on a day."""
        if len(held) == 1:
            return held[0][1]
        on = self._program.add(upper=1.0)
        for _, column in held:
            self._program.row([(on, 1.0), (column, -1.0)], least=0.0)
        return on

    def _weeks(self, worker_id: int, before: Sequence[Need]) -> None:
        """Keep the hours of a person within those of a calendar week."""
        most = self._problem.rules.most_hours
        if most is None:
            return
        weeks: dict[date, list[tuple[Need, int]]] = defaultdict(list)
        for need, column in self._of[worker_id]:
            weeks[need.day - need.day.weekday() * _DAY].append((need, column))
        for monday, held in weeks.items():
            week = [need for need in before if monday <= need.day < monday + _WEEK * _DAY]
            done = sum(need.shift.minutes for need in week)
            self._minutes(worker_id, held, most * _HOUR - done)

    def _months(self, worker_id: int, most: int) -> None:
        months: dict[tuple[int, int], list[tuple[Need, int]]] = defaultdict(list)
        for need, column in self._of[worker_id]:
            months[need.day.year, need.day.month].append((need, column))
        for held in months.values():
            self._minutes(worker_id, held, most * _HOUR)

    def _minutes(self, worker_id: int, held: Sequence[tuple[Need, int]], most: int) -> None:
        if sum(need.shift.minutes for need, _ in held) > most:
            kept = sum(need.shift.minutes for need, _ in held if self._is_kept(worker_id, need))
            self._program.row(
                [(column, float(need.shift.minutes)) for need, column in held],
                most=float(max(most, kept, 0)),
            )

    def _keep_apart(self) -> None:
        """Keep those who must not be together off shifts that meet."""
        for pair in self._problem.aparts:
            mine, theirs = self._of[pair.one_id], self._of[pair.other_id]
            by_day: dict[date, list[tuple[Need, int]]] = defaultdict(list)
            for need, column in theirs:
                by_day[need.day].append((need, column))
            for need, column in mine:
                near = (by_day.get(need.day + step * _DAY, []) for step in (-1, 0, 1))
                for other, beside in (each for some in near for each in some):
                    if need.meets(other):
                        kept = self._is_kept(pair.one_id, need) and self._is_kept(
                            pair.other_id, other
                        )
                        self._program.row([(column, 1.0), (beside, 1.0)], most=2.0 if kept else 1.0)

    def _hold_posts(self) -> None:
        """Let each pair of A and B posts have somebody who comes, or be left alone at a cost."""
        problem = self._problem
        for need in problem.needs:
            other = problem.partner.get(need.key)
            if other is None or need.shift.post is not Post.FIRST:
                continue
            columns = [
                column
                for post in (need, other)
                for worker_id, column in self._on[post.key].items()
                if not is_absent(problem, problem.worker[worker_id], post)
            ]
            alone = self._program.add(upper=1.0)
            self._program.row([(each, 1.0) for each in (alone, *columns)], least=1.0)
            self._open[alone] = columns

    # ---- what is better -----------------------------------------------------------------------

    def _wish(self) -> None:
        """Let an unmet wish cost something."""
        weight = float(self._problem.rules.wishes)
        costs = list(self._program.costs)
        for wish in self._problem.wishes:
            for need, column in self._of.get(wish.worker_id, ()):
                if need.day == wish.day and wish.shift_id in (None, need.key[1]):
                    costs[column] += -weight if wish.wants else weight
        self._program.set_costs(costs)

    def _be_fair(self) -> None:
        """Let turns cost their square, step by step."""
        rules = self._problem.rules
        minutes = {need.shift.minutes for need in self._problem.needs}
        step = max(gcd(*minutes), min(minutes) // _PARTS, 1)
        hours = rules.hours * (step / min(minutes)) ** 2
        for fairness in (
            _Fairness(weight=hours, of=lambda t: t.minutes, step=step),
            _Fairness(weight=rules.nights, of=lambda t: t.nights, step=1),
            _Fairness(weight=rules.days_off, of=lambda t: t.days_off, step=1),
            _Fairness(weight=rules.holidays, of=lambda t: t.holidays, step=1),
        ):
            if fairness.weight:
                self._even_out(fairness)

    def _even_out(self, fairness: _Fairness) -> None:
        days = {
            worker_id: len({need.day for need, _ in held if fairness.of(need.turns)})
            for worker_id, held in self._of.items()
        }
        most = max(days.values(), default=0)
        known = [fairness.of(turns) for turns in self._problem.turns.values()]
        usual = round(fmean(known)) if known else 0
        for worker_id, held in self._of.items():
            terms = [
                (column, fairness.of(need.turns) / fairness.step)
                for need, column in held
                if fairness.of(need.turns)
            ]
            if not terms:
                continue
            turns = self._problem.turns.get(worker_id)
            done = usual if turns is None else fairness.of(turns)
            lowest = min(known, default=0)
            share = days[worker_id] / most
            share = 1.0 if share >= _MOSTLY else share
            steps = self._steps(
                (done - lowest) / fairness.step, sum(by for _, by in terms), fairness.weight / share
            )
            self._program.row([*terms, *((each, -1.0) for each in steps)], least=0.0, most=0.0)

    def _steps(self, done: float, most: float, weight: float) -> Iterator[int]:
        """Yield columns of one step each, each dearer than the one before: a square in pieces."""
        taken = 0.0
        while taken < most:
            part = min(1.0, most - taken)
            yield self._program.add(upper=part, cost=weight * (2 * (done + taken) + 1))
            taken += part
