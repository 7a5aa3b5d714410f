"""A roster filled shift by shift by who has had least: quick, and where solving begins."""

from linli.domain.roster_problem import Need, Problem, Turns
from linli.domain.roster_standing import Standing
from linli.domain.rosters import Cell


def greedy(problem: Problem) -> tuple[Cell, ...]:
    """Fill what can be filled; no hard rule is broken but by what is kept.

    The shift with the fewest candidates comes first on each day. Gaps are left.
    """
    standing = Standing(problem, problem.kept)
    cells = [cell for cell in problem.kept if (cell.day, cell.shift_id) in problem.need]
    order = sorted(problem.needs, key=lambda need: (need.day, len(problem.candidates[need.key])))
    for need in order:
        free = [
            worker_id
            for worker_id in problem.candidates[need.key]
            if worker_id not in standing.on(need)
        ]
        ranked = sorted(free, key=lambda each: (_load(problem, standing.turns(each), need), each))
        for worker_id in ranked:
            if len(standing.on(need)) >= need.count:
                break
            if standing.clash(worker_id, need) is None:
                standing.give(worker_id, need)
                cells.append(Cell(worker_id=worker_id, day=need.day, shift_id=need.key[1]))
    return tuple(cells)


def _load(problem: Problem, turns: Turns, need: Need) -> float:
    """Return what somebody has had of what this shift is, by the weights of the rules."""
    rules = problem.rules
    load = rules.hours * turns.minutes / 60
    load += rules.nights * 10 * turns.nights if need.shift.is_night else 0
    load += rules.days_off * 10 * turns.days_off if need.turns.days_off else 0
    load += rules.holidays * 10 * turns.holidays if need.turns.holidays else 0
    return load
