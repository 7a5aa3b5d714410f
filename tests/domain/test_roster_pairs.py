"""A and B posts: never one person, and the B post stands in while the A post is away."""

from datetime import date

import pytest
from support.rosters import month_days, problem, shift, worker

from linli.domain.roster_checks import conflicts
from linli.domain.roster_problem import Problem
from linli.domain.roster_reasons import why, why_not
from linli.domain.roster_remarks import remarks
from linli.domain.roster_standing import Clash, Standing
from linli.domain.rosters import Cell, ConflictKind, Post
from linli.domain.workers import Leave, LeaveKind

WEEK = month_days(2026, 12)[:3]
TUESDAY = WEEK[0]
FIRST = shift(1, "A岗", 9, 17, 1, post=Post.FIRST, station_id=7)
SECOND = shift(2, "B岗", 9, 17, 1, post=Post.SECOND, station_id=7)
AWAY = Leave(worker_id=1, first=TUESDAY, last=TUESDAY, kind=LeaveKind.SICK)


def hall(*leaves: Leave, people: int = 4, shifts=(FIRST, SECOND)) -> Problem:
    return problem([worker(n) for n in range(1, people + 1)], shifts, WEEK, leaves=leaves)


def cell(number: int, shift_id: int, day: date = TUESDAY) -> Cell:
    return Cell(worker_id=number, day=day, shift_id=shift_id)


def on_tuesday(found: Problem, *cells: Cell) -> list:
    return [each for each in conflicts(found, cells) if each.day == TUESDAY]


def test_posts_of_the_same_station_and_time_are_a_pair() -> None:
    found = hall()
    assert found.partner[TUESDAY, 1] is found.need[TUESDAY, 2]
    assert found.partner[TUESDAY, 2] is found.need[TUESDAY, 1]


@pytest.mark.parametrize(
    "other",
    [
        shift(2, "B岗", 9, 16, 1, post=Post.SECOND, station_id=7),
        shift(2, "B岗", 9, 17, 1, post=Post.SECOND, station_id=8),
        shift(2, "值班员", 9, 17, 1, post=Post.DUTY, station_id=7),
    ],
)
def test_other_hours_stations_or_posts_are_no_pair(other) -> None:
    assert hall(shifts=(FIRST, other)).partner == {}


def test_nobody_holds_both_posts() -> None:
    found = hall()
    cells = [cell(1, 1), cell(1, 2)]
    assert Standing(found, cells).clash(1, found.need[TUESDAY, 2]) is Clash.SAME_PERSON
    said = on_tuesday(found, *cells)
    assert [each.kind for each in said] == [ConflictKind.SAME_PERSON, ConflictKind.SAME_PERSON]
    assert said[0].words == "12月1日A岗：员工1，A岗、B岗不能是同一个人。"
    assert "同一个人" in why_not(found, [cell(1, 1)], 1, found.need[TUESDAY, 2])


def test_the_second_post_stands_in_while_the_first_is_away() -> None:
    found = hall(AWAY)
    cells = [cell(1, 1), cell(2, 2)]
    assert on_tuesday(found, *cells) == []
    (said,) = remarks(found, cells)
    assert said.kind is ConflictKind.STOOD_IN
    assert said.words == "12月1日A岗：员工1，12月1日至12月1日病假，由B岗员工2顶岗。"
    assert why(found, cells, cells[0]).endswith("由B岗员工2顶岗。")
    assert why(found, cells, cells[1]).endswith("这一班A岗员工1不在，由他顶岗。")


@pytest.mark.parametrize("second", [(), (cell(2, 2),)])
def test_who_is_away_without_a_second_post_is_a_conflict(second: tuple[Cell, ...]) -> None:
    also = Leave(worker_id=2, first=TUESDAY, last=TUESDAY)
    found = hall(AWAY, also)
    said = on_tuesday(found, cell(1, 1), *second)
    away = next(each for each in said if each.worker_id == 1)
    assert away.kind is ConflictKind.AWAY
    assert away.words == "12月1日A岗：员工1，12月1日至12月1日病假，B岗也没有人顶。"
    assert remarks(found, [cell(1, 1), *second]) == []


def test_one_second_post_stands_in_for_one() -> None:
    leaves = (AWAY, Leave(worker_id=2, first=TUESDAY, last=TUESDAY))
    two = shift(1, "A岗", 9, 17, 2, post=Post.FIRST, station_id=7)
    found = hall(*leaves, shifts=(two, SECOND))
    cells = [cell(1, 1), cell(2, 1), cell(3, 2)]
    (said,) = on_tuesday(found, *cells)
    assert (said.kind, said.worker_id) == (ConflictKind.AWAY, 2)
    assert len(remarks(found, cells)) == 1


def test_a_gap_says_who_holds_the_other_post_and_when_both_are_empty() -> None:
    found = hall(AWAY, people=2)
    (said,) = on_tuesday(found, cell(2, 2))
    assert said.words.endswith("，由B岗员工2顶岗。")
    first, second = on_tuesday(found)
    assert first.words.endswith("A岗、B岗都没有人。")
    assert second.words.endswith("A岗、B岗都没有人。")


def test_somebody_away_from_the_second_post_is_a_plain_conflict() -> None:
    found = hall(AWAY)
    (said,) = on_tuesday(found, cell(2, 1), cell(1, 2))
    assert (said.kind, said.words) == (
        ConflictKind.AWAY,
        "12月1日B岗：员工1，12月1日至12月1日病假。",
    )
