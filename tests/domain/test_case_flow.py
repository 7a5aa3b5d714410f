"""The machine of mediation cases: what may follow what, and that no case stands impossibly."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.domain.case_flow import (
    IN_HAND,
    REASONED,
    SETTLED,
    STAGE,
    STEP,
    TRANSITIONS,
    Stage,
    Step,
    next_stage,
    refusal,
    steps_from,
)
from linli.domain.case_steps import Standing, after, beginning, levels_above, play
from linli.domain.cases import CaseDraft, Level, StepDraft

BEGUN = date(2026, 1, 5)
_AGREED = frozenset({Step.AGREE_WRITTEN, Step.AGREE_ORAL})
_ASIDE = frozenset({Step.HAND_UP, Step.HAND_BACK, Step.RISK, Step.EXTEND})


def draft(level: Level = Level.COMMUNITY) -> CaseDraft:
    return CaseDraft(title="甲与乙邻里纠纷", registered_on=BEGUN, kind_code="02", first_level=level)


def step_at(standing: Standing, step: Step, day: date, choose: random.Random) -> StepDraft:
    """Return a step with what the machine needs of it."""
    level = choose.choice(levels_above(standing.level)) if step is Step.HAND_UP else None
    return StepDraft(step=step, day=day, level=level, unit="街道" if level else "", reason="因故")


def open_steps(standing: Standing) -> list[Step]:
    return [step for step in Step if standing.refusal(step) is None]


def walk(seed: int) -> tuple[CaseDraft, list[StepDraft], list[Standing]]:
    """Drive a case by chance until nothing can be done, or for forty steps."""
    choose = random.Random(seed)
    begun = draft(choose.choice([Level.GRID, Level.COMMUNITY]))
    standing, day = beginning(begun), BEGUN
    taken, stood = [], [standing]
    for _ in range(40):
        possible = open_steps(standing)
        if not possible:
            break
        day += timedelta(days=choose.randrange(5))
        step = step_at(standing, choose.choice(possible), day, choose)
        standing = after(standing, step)
        taken.append(step)
        stood.append(standing)
    return begun, taken, stood


def check_possible(before: Standing, step: StepDraft, now: Standing, taken: list[Step]) -> None:
    """Assert what holds of every case that was led by the machine alone."""
    if now.stage in IN_HAND - {Stage.REGISTERED}:
        assert now.accepted_on is not None, "worked on without having been accepted"
    if now.stage in SETTLED:
        assert _AGREED & set(taken), "performed without an agreement"
    if now.stage in (Stage.PERFORMED, Stage.FOLLOWED):
        assert Step.COMPLETE in taken
    if now.stage is Stage.FOLLOWED:
        assert Step.FOLLOW_UP in taken
    if now.stage is Stage.WRITTEN:
        assert Step.MEET in taken, "a written agreement without a meeting"
    if now.stage is Stage.VOID:
        assert now.accepted_on is None, "a numbered case was voided"
    check_levels(before, step, now)


def check_levels(before: Standing, step: StepDraft, now: Standing) -> None:
    """Assert what holds of who has a case in hand."""
    assert now.is_away == (now.level in (Level.STREET, Level.FINAL))
    if now.is_away:
        assert now.stage in {Stage.REGISTERED, Stage.ACCEPTED, Stage.INQUIRY, Stage.MEDIATION}
        assert step.step in _ASIDE, "worked on while it was away"
    if step.step in _ASIDE:
        assert now.stage is before.stage, "a step aside moved the case"
    if step.step is Step.HAND_UP:
        assert list(Level).index(now.level) > list(Level).index(before.level)
    if step.step is Step.HAND_BACK:
        assert now.levels == before.levels[:-1]
    assert now.since <= now.last_day


@pytest.mark.parametrize("seed", range(200))
def test_no_chance_leads_a_case_to_where_it_cannot_stand(seed: int) -> None:
    begun, steps, stood = walk(seed)
    assert steps, "nothing could be done with a registered case"
    for place, step in enumerate(steps):
        done = [each.step for each in steps[: place + 1]]
        check_possible(stood[place], step, stood[place + 1], done)
    assert play(begun, steps) == stood[-1]


@pytest.mark.parametrize("seed", range(200))
def test_a_step_that_is_not_open_is_refused_with_the_reason_and_never_taken(seed: int) -> None:
    _, _, stood = walk(seed)
    choose = random.Random(seed)
    for standing in stood:
        for step in set(Step) - set(open_steps(standing)):
            said = standing.refusal(step) or ""
            assert said.endswith("。")
            if not (step is Step.HAND_UP and not levels_above(standing.level)):
                with pytest.raises(ValueError, match="cannot be taken"):
                    after(standing, step_at(standing, step, standing.last_day, choose))


@given(st.lists(st.sampled_from(Step), max_size=30), st.sampled_from([Level.GRID, Level.COMMUNITY]))
def test_any_order_of_steps_either_is_refused_or_leaves_a_case_possible(
    wanted: list[Step], level: Level
) -> None:
    standing, done = beginning(draft(level)), []
    choose = random.Random(0)
    for place, step in enumerate(wanted):
        if standing.refusal(step) is not None:
            continue
        made = step_at(standing, step, BEGUN + timedelta(days=place), choose)
        before, standing = standing, after(standing, made)
        done.append(step)
        check_possible(before, made, standing, done)


def test_every_stage_can_be_reached_and_left_save_the_void_one() -> None:
    reached = {Stage.REGISTERED, Stage.SETTLED_ABOVE}
    reached |= {stage for led in TRANSITIONS.values() for stage in led.values()}
    assert reached == set(Stage)
    assert [stage for stage in Stage if not TRANSITIONS[stage]] == [Stage.VOID]


def test_every_stage_and_step_has_its_words() -> None:
    assert set(STAGE) == set(Stage)
    assert set(STEP) == set(Step)
    assert set(Step) >= REASONED


@pytest.mark.parametrize("stage", Stage)
def test_what_is_listed_as_open_is_what_is_not_refused(stage: Stage) -> None:
    for away in (False, True):
        listed = steps_from(stage, away=away)
        assert list(listed) == [step for step in Step if not refusal(stage, step, away=away)]
        for step in Step:
            assert (next_stage(stage, step, away=away) is not None) == (step in listed)


def test_the_last_centre_is_the_highest() -> None:
    standing = beginning(draft())
    up = StepDraft(step=Step.HAND_UP, day=BEGUN, level=Level.FINAL, unit="汇调中心")
    standing = after(standing, up)
    assert standing.refusal(Step.HAND_UP) == "这件案子已经在终级调处中心，没有再上一级可以上交。"


@pytest.mark.parametrize(
    ("stage", "accepted", "led"),
    [
        (Stage.ARCHIVED, True, Stage.ACCEPTED),
        (Stage.ARCHIVED, False, Stage.REGISTERED),
        (Stage.TRANSFERRED, False, Stage.REGISTERED),
        (Stage.FOLLOWED, True, Stage.PERFORMING),
    ],
)
def test_a_reopened_case_stands_where_it_was_before(
    stage: Stage, accepted: bool, led: Stage
) -> None:
    assert next_stage(stage, Step.REOPEN, accepted=accepted) is led
