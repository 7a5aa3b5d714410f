"""Whom to put on a shift by hand: who is free first, then who cannot, each with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from linli.domain.roster_checks import barred_words, clash_words
from linli.domain.roster_problem import Need, Problem, Turns, turns_of
from linli.domain.roster_standing import Standing
from linli.domain.rosters import Cell

_HOUR = 60  # minutes


@dataclass(frozen=True, kw_only=True)
class Offer:
    """Somebody for a shift; `why_not` is "" of whoever can be there."""

    worker_id: int
    name: str
    words: str
    why_not: str = ""


@dataclass(frozen=True, kw_only=True)
class Spread:
    """What somebody has in a month, before and after something was done.

    `together` adds what the months before that are balanced with it.
    """

    worker_id: int
    name: str
    before: Turns
    after: Turns
    together: Turns


def offers(problem: Problem, cells: Sequence[Cell], need: Need) -> list[Offer]:
    """Return everybody who takes part and is not on the shift: free first, least used first."""
    standing = Standing(problem, cells)
    free: list[tuple[int, Offer]] = []
    barred: list[Offer] = []
    for worker in problem.workers:
        if worker.id in standing.on(need):
            continue
        turns = standing.turns(worker.id)
        bar = problem.bar(worker, need)
        clash = None if bar else standing.clash(worker.id, need)
        words = turn_words(turns)
        name = worker.facts.name
        if bar is not None:
            why = barred_words(problem, worker.id, need, bar)
        elif clash is not None:
            why = clash_words(problem, worker.id, clash)
        else:
            free.append((turns.minutes, Offer(worker_id=worker.id, name=name, words=words)))
            continue
        barred.append(Offer(worker_id=worker.id, name=name, words=words, why_not=why))
    return [offer for _, offer in sorted(free, key=lambda each: each[0])] + barred


def turn_words(turns: Turns) -> str:
    """Return what somebody has had in a few words: 40小时，夜班2次."""
    nights = f"，夜班{turns.nights}次" if turns.nights else ""
    return f"{hours_text(turns.minutes)}小时{nights}"


def hours_text(minutes: int) -> str:
    """Return minutes as hours: 40, 7.5."""
    return f"{minutes / _HOUR:.1f}".removesuffix(".0")


def spreads(problem: Problem, before: Sequence[Cell], after: Sequence[Cell]) -> list[Spread]:
    """Return what each has in the month, before and after; most hours after it first."""
    old, new = turns_of(before, problem.need), turns_of(after, problem.need)
    found = [
        Spread(
            worker_id=worker.id,
            name=worker.facts.name,
            before=old.get(worker.id, Turns()),
            after=new.get(worker.id, Turns()),
            together=problem.turns.get(worker.id, Turns()).plus(new.get(worker.id, Turns())),
        )
        for worker in problem.workers
    ]
    return sorted(found, key=lambda each: -each.after.minutes)


def range_words(turns: Sequence[Turns]) -> str:
    """Return between what the turns of several people lie."""
    if not turns:
        return "没有人参加"
    hours = [each.minutes for each in turns]
    nights = [each.nights for each in turns]
    most = f"{hours_text(min(hours))}—{hours_text(max(hours))}小时"
    return f"每人{most}，夜班{min(nights)}—{max(nights)}次"
