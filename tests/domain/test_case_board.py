from datetime import date, timedelta

import pytest

from linli.domain.case_board import (
    ON_BOARD,
    PILE,
    PILE_OF,
    Pile,
    age,
    in_order,
    no_way_into,
    piles,
    ways_into,
)
from linli.domain.case_flow import Stage, Step, next_stage, steps_from
from linli.domain.cases import CaseRow, Level

TODAY = date(2026, 11, 23)


def row(number, stage, days=0, **more):
    return CaseRow(
        **{
            "id": number,
            "number": "",
            "title": f"纠纷{number}",
            "parties": ("张三", "李四"),
            "kind_code": "02",
            "stage": stage,
            "level": Level.COMMUNITY,
            "grid": None,
            "mediator": "",
            "opened_on": TODAY,
            "since": TODAY - timedelta(days=days),
        }
        | more
    )


def test_every_stage_has_its_column_and_every_column_a_name():
    assert set(PILE_OF) == set(Stage)
    assert set(PILE_OF.values()) == set(Pile) == set(PILE)
    assert set(Stage) - ON_BOARD == {Stage.ARCHIVED, Stage.VOID}


def test_what_stands_longest_comes_first_in_its_column():
    found = piles([row(1, Stage.WRITTEN, 3), row(2, Stage.ORAL, 30), row(3, Stage.ACCEPTED)])
    assert [each.id for each in found[Pile.AGREED]] == [2, 1]
    assert [each.id for each in found[Pile.ACCEPTED]] == [3]
    assert not found[Pile.ENDED]


@pytest.mark.parametrize(
    ("stage", "pile", "steps"),
    [
        (Stage.REGISTERED, Pile.ACCEPTED, (Step.ACCEPT,)),
        (Stage.ACCEPTED, Pile.MEDIATION, (Step.MEET,)),
        (Stage.MEDIATION, Pile.AGREED, (Step.AGREE_WRITTEN, Step.AGREE_ORAL)),
        (Stage.WRITTEN, Pile.PERFORMING, (Step.PERFORM, Step.BREACH)),
        (Stage.WRITTEN, Pile.FOLLOW_UP, (Step.COMPLETE,)),
        (Stage.PERFORMED, Pile.TO_ARCHIVE, (Step.FOLLOW_UP,)),
        (Stage.FOLLOWED, Pile.ENDED, (Step.ARCHIVE,)),
        (Stage.REGISTERED, Pile.MEDIATION, ()),
        (Stage.MEDIATION, Pile.MEDIATION, ()),
    ],
)
def test_a_card_may_be_put_where_one_step_leads(stage, pile, steps):
    assert ways_into(pile, stage) == steps


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("pile", Pile)
@pytest.mark.parametrize("away", [False, True])
def test_a_card_goes_somewhere_or_is_refused_in_words(stage, pile, away):
    ways = ways_into(pile, stage, away=away)
    for step in ways:
        assert PILE_OF[next_stage(stage, step, away=away)] is pile
    if not ways:
        assert no_way_into(pile, stage, away=away).endswith("。")


def test_a_case_that_is_away_says_so_when_it_is_put_somewhere():
    assert "还没有交回" in no_way_into(Pile.AGREED, Stage.MEDIATION, away=True)


@pytest.mark.parametrize("stage", Stage)
def test_the_usual_step_comes_first_and_none_is_lost(stage):
    possible = steps_from(stage)
    assert sorted(in_order(stage, possible)) == sorted(possible)
    if stage is Stage.MEDIATION:
        assert in_order(stage, possible)[0] is Step.AGREE_WRITTEN


def test_a_case_that_is_away_is_first_of_all_handed_back():
    possible = steps_from(Stage.MEDIATION, away=True)
    assert in_order(Stage.MEDIATION, possible, away=True)[0] is Step.HAND_BACK


def test_age_is_none_on_the_first_day_and_never_below():
    assert [age(TODAY - timedelta(days=days), TODAY) for days in (0, 1, 30, -2)] == [0, 1, 30, 0]
