"""Filling rosters: hard rules are kept, gaps are fewest, turns are fair, and it can be stopped."""

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from support.rosters import DAY, EVENING, NIGHT, hall, month_days, problem, shift, spread, worker

from linli.domain.roster_checks import conflicts
from linli.domain.roster_greedy import greedy
from linli.domain.roster_pairs import is_open
from linli.domain.roster_problem import Problem, Turns, gaps_of, turns_of
from linli.domain.roster_standing import Standing
from linli.domain.rosters import Cell, ConflictKind, Post, RosterRules, ShiftKind, Wish
from linli.domain.workers import Apart, Leave
from linli.progress import Cancelled, Progress
from linli.rostering.filling import fill

DAYS = month_days(2026, 12)
WEEK = DAYS[:7]


def broken(found: Problem, cells) -> list[str]:
    """Every broken rule, without those who are short."""
    return [c.words for c in conflicts(found, cells) if c.kind is not ConflictKind.SHORT]


def missing(found: Problem, cells) -> int:
    return sum(count for _, count in gaps_of(found, cells))


def test_a_month_of_sixteen_is_filled_without_gaps_and_fairer_than_the_quick_way() -> None:
    found = hall(1)
    filled = fill(found, seconds=60)
    assert filled.proven
    assert broken(found, filled.cells) == []
    assert missing(found, filled.cells) == 0
    assert spread(found, filled.cells) < spread(found, greedy(found))
    nights = [turns.nights for turns in turns_of(filled.cells, found.need).values()]
    assert max(nights) - min(nights) <= 1


def test_the_same_problem_gives_the_same_roster() -> None:
    found = problem([worker(n) for n in range(1, 9)], (DAY, NIGHT), WEEK)
    assert fill(found).cells == fill(found).cells


def test_no_needs_are_filled_by_nobody() -> None:
    assert fill(problem([worker(1)], (), WEEK)).cells == ()


def test_too_few_people_leave_the_fewest_gaps_and_nobody_is_overloaded() -> None:
    found = problem([worker(n) for n in range(1, 4)], (DAY, NIGHT), WEEK)
    filled = fill(found)
    assert broken(found, filled.cells) == []
    # three people give at most one shift a day each, and a night takes the next day
    assert missing(found, filled.cells) == sum(need.count for need in found.needs) - len(
        filled.cells
    )
    assert missing(found, filled.cells) <= missing(found, greedy(found))
    assert all("缺" in each.words for each in conflicts(found, filled.cells))


def test_what_is_kept_stays_even_where_it_breaks_a_rule() -> None:
    kept = (
        Cell(worker_id=1, day=WEEK[0], shift_id=3, locked=True),
        Cell(worker_id=1, day=WEEK[1], shift_id=1, locked=True),
        Cell(worker_id=2, day=WEEK[1], shift_id=1),
    )
    leaves = (Leave(worker_id=2, first=WEEK[1], last=WEEK[1]),)
    found = problem([worker(n) for n in range(1, 9)], (DAY, NIGHT), WEEK, kept=kept, leaves=leaves)
    filled = fill(found)
    assert set(kept) <= set(filled.cells)
    assert len(broken(found, filled.cells)) == 3
    assert missing(found, filled.cells) == 0


def test_more_kept_than_needed_is_no_reason_to_fail() -> None:
    kept = tuple(Cell(worker_id=n, day=WEEK[0], shift_id=3) for n in (1, 2))
    found = problem([worker(n) for n in range(1, 5)], (NIGHT,), WEEK, kept=kept)
    cells = fill(found).cells
    assert set(kept) <= set(cells)
    assert sum(cell.day == WEEK[0] for cell in cells) == 2


def test_days_in_a_row_hours_and_pairs_are_kept() -> None:
    workers = [worker(1, most_hours=40), *(worker(n) for n in range(2, 8))]
    early = problem(workers, (DAY,), month_days(2026, 11)[-4:])
    before = tuple((Cell(worker_id=2, day=need.day, shift_id=1), need) for need in early.needs)
    found = problem(
        workers,
        (replace(DAY, needs=dict.fromkeys(DAY.needs, 2)), EVENING),
        DAYS[:14],
        before=before,
        rules=RosterRules(most_days=4, most_hours=40),
        aparts=(Apart(one_id=3, other_id=4),),
    )
    filled = fill(found)
    assert broken(found, filled.cells) == []
    standing = Standing(found, filled.cells)
    assert not standing.is_on(2, DAYS[0]), "four days before are the most"
    assert turns_of(filled.cells, found.need)[1].minutes <= 40 * 60


def test_turns_before_are_made_up_for() -> None:
    turns = {n: Turns(nights=2, minutes=24 * 60) for n in (1, 2)}
    turns |= {n: Turns() for n in (3, 4)}
    found = problem([worker(n) for n in (1, 2, 3, 4)], (NIGHT,), WEEK[:4], turns=turns)
    cells = fill(found).cells
    assert {cell.worker_id for cell in cells} == {3, 4}


def test_who_is_new_is_not_made_to_catch_up() -> None:
    turns = {n: Turns(nights=4, minutes=48 * 60) for n in (1, 2, 3)}
    found = problem([worker(n) for n in (1, 2, 3, 4)], (NIGHT,), DAYS[:8], turns=turns)
    mine = turns_of(fill(found).cells, found.need)[4]
    assert mine.nights == 2


def test_long_absence_is_not_made_up_for_by_crowding() -> None:
    away = Leave(worker_id=1, first=DAYS[0], last=DAYS[23])
    found = problem([worker(n) for n in range(1, 5)], (NIGHT,), DAYS, leaves=(away,))
    nights = turns_of(fill(found).cells, found.need)
    assert nights[1].nights <= 3, "a quarter of the days, a quarter of the turns"


@pytest.mark.parametrize("number", [1, 2])
def test_wishes_are_met_where_it_costs_nobody(number: int) -> None:
    wishes = (
        Wish(worker_id=number, day=WEEK[0], wants=True),
        Wish(worker_id=number, day=WEEK[1]),
    )
    found = problem([worker(1), worker(2)], (NIGHT,), WEEK[:2], wishes=wishes)
    cells = {(cell.day, cell.worker_id) for cell in fill(found).cells}
    assert cells == {(WEEK[0], number), (WEEK[1], 3 - number)}


def test_stopping_returns_the_best_so_far() -> None:
    found = hall(3)
    stopped = fill(found, seconds=60, progress=Progress(is_cancelled=lambda: True))
    assert broken(found, stopped.cells) == []
    assert missing(found, stopped.cells) == 0
    assert stopped.stopped


def test_what_it_reports_is_how_long_it_looks() -> None:
    said: list[tuple[int, int, str]] = []

    def note(done: int, total: int, text: str) -> None:
        said.append((done, total, text))
        if len(said) > 3:
            raise Cancelled

    fill(hall(4), seconds=30, progress=Progress(note))
    assert said
    assert all(total == 30 and text == "正在排班" for _, total, text in said)


@pytest.mark.parametrize("seed", range(6))
def test_small_rosters_are_as_good_as_trying_everything(seed: int) -> None:
    chance = random.Random(seed)
    days = DAYS[:3]
    leaves = tuple(
        Leave(worker_id=n, first=day, last=day)
        for n in (1, 2, 3)
        for day in days
        if chance.random() < 0.3
    )
    shifts = (shift(1, "白班", 9, 17, 1, 1, 1), NIGHT)
    found = problem([worker(n) for n in (1, 2, 3)], shifts, days, leaves=leaves)
    filled = fill(found)
    assert broken(found, filled.cells) == []
    assert missing(found, filled.cells) == min(
        missing(found, cells) for cells in _everything(found)
    )


def _everything(found: Problem):
    """Every roster that breaks no rule."""
    choices = [(None, *found.candidates[need.key]) for need in found.needs]
    for chosen in product(*choices):
        cells = [
            Cell(worker_id=number, day=need.day, shift_id=need.key[1])
            for need, number in zip(found.needs, chosen, strict=True)
            if number is not None
        ]
        if not broken(found, cells):
            yield cells


def posts(station: int) -> tuple[ShiftKind, ShiftKind]:
    """The A and the B post of a station."""
    number = 10 * station
    return (
        shift(number, f"A岗{station}", 9, 17, 1, post=Post.FIRST, station_id=station),
        shift(number + 1, f"B岗{station}", 9, 17, 1, post=Post.SECOND, station_id=station),
    )


def alone(found: Problem, cells) -> int:
    """How many pairs of posts have nobody who comes."""
    standing = Standing(found, cells)
    firsts = [need for need in found.needs if need.shift.post is Post.FIRST]
    return sum(is_open(found, standing, need) for need in firsts)


def test_too_few_people_hold_one_post_of_each_pair() -> None:
    found = problem([worker(n) for n in (1, 2, 3)], (*posts(1), *posts(2), *posts(3)), WEEK[:4])
    cells = fill(found).cells
    assert alone(found, greedy(found)) > 0
    assert (missing(found, cells), alone(found, cells)) == (12, 0)


def test_who_is_away_but_kept_on_a_post_is_stood_in_for() -> None:
    kept = (Cell(worker_id=1, day=WEEK[0], shift_id=10, locked=True),)
    leaves = (Leave(worker_id=1, first=WEEK[0], last=WEEK[0]),)
    people = [worker(n) for n in (1, 2, 3)]
    found = problem(people, (*posts(1), *posts(2)), WEEK[:1], kept=kept, leaves=leaves)
    cells = fill(found).cells
    assert alone(found, cells) == 0
    assert broken(found, cells) == []


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_asked_no_hard_rule_is_broken(seed: int) -> None:
    chance = random.Random(seed)
    days = [date(2026, 9, 20) + timedelta(days=n) for n in range(16)]
    workers = [
        worker(
            n,
            nights=chance.random() < 0.7,
            skills=("调解",) if chance.random() < 0.5 else (),
            most_hours=chance.choice([None, 40, 80]),
        )
        for n in range(1, chance.randrange(4, 10))
    ]
    leaves = tuple(
        Leave(worker_id=each.id, first=day, last=day + timedelta(days=chance.randrange(4)))
        for each in workers
        for day in chance.sample(days, chance.randrange(3))
    )
    ids = [each.id for each in workers]
    found = problem(
        workers,
        (DAY, NIGHT, shift(5, "调解", 9, 12, 1, 1, skill="调解"), *posts(1), *posts(2)),
        days,
        leaves=leaves,
        aparts=tuple(
            Apart(one_id=a, other_id=b) for a, b in [chance.sample(ids, 2) for _ in range(2)]
        ),
        rules=RosterRules(
            rest_hours=chance.choice([0, 8, 11]),
            most_days=chance.choice([3, 5, 6]),
            most_hours=chance.choice([None, 32, 44]),
        ),
    )
    filled = fill(found, seconds=20)
    assert broken(found, filled.cells) == []
    assert missing(found, filled.cells) <= missing(found, greedy(found))
    if missing(found, filled.cells) == missing(found, greedy(found)):
        assert alone(found, filled.cells) <= alone(found, greedy(found))
