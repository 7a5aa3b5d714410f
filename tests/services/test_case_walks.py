"""Cases led by chance through the service: what is kept is what playing the steps gives."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.cases import AGREEMENT, MEETING, register

from linli.domain.case_flow import Step
from linli.domain.case_steps import available_steps, levels_above, play
from linli.domain.cases import (
    AgreementForm,
    Case,
    CaseFilter,
    CourtRuling,
    FollowUp,
    StepDraft,
)
from linli.errors import InvalidInput
from linli.services.container import Services

LONGEST = 25


def do(services: Services, case: Case, step: Step, day: date, choose: random.Random) -> None:
    """Do what leads to a step as the window does: a record where one stands behind it."""
    cases, version = services.cases, case.version
    if step in (Step.MEET, Step.INQUIRE):
        meeting = replace(MEETING, day=day, is_inquiry=step is Step.INQUIRE)
        cases.add_meeting(case.id, meeting, version=version)
    elif step in (Step.AGREE_WRITTEN, Step.AGREE_ORAL):
        form = AgreementForm.WRITTEN if step is Step.AGREE_WRITTEN else AgreementForm.ORAL
        duties = tuple(replace(duty, due=None) for duty in AGREEMENT.duties)
        made = replace(AGREEMENT, form=form, agreed_on=day, effective_on=day, duties=duties)
        cases.save_agreement(case.id, made, version=version)
    elif step is Step.FOLLOW_UP:
        cases.add_follow_up(case.id, FollowUp(day=day, visitor="马力"), version=version)
    else:
        draft = StepDraft(
            step=step,
            day=day,
            reason="因故",
            unit="西河街道",
            level=choose.choice([*levels_above(case.level)]) if step is Step.HAND_UP else None,
            until=date(2030, 1, 1) + timedelta(days=len(case.steps)),
            consented=True,
            ruling=CourtRuling.CONFIRMED,
        )
        cases.take_step(case.id, draft, version=version)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_kept_of_a_case_is_what_its_steps_give(services: Services, seed: int) -> None:
    choose = random.Random(seed)
    case, day = register(services), date(2026, 8, 3)
    for _ in range(LONGEST):
        possible = [step for step in available_steps(case) if step is not Step.ARCHIVE]
        if not possible:
            break
        day += timedelta(days=choose.randrange(3))
        step = choose.choice(possible)
        try:
            do(services, case, step, day, choose)
        except InvalidInput:  # a rule beyond the machine: a ruling without an application …
            assert services.cases.get(case.id) == case
            continue
        case = services.cases.get(case.id)
        played = play(case.facts, [taken.facts for taken in case.steps])
        assert (played.stage, played.since, played.level, played.away_since) == (
            *(case.stage, case.since, case.level, case.away_since),
        )
        assert (case.number is None) == (case.accepted_on is None)
        (row,) = services.cases.list_rows(CaseFilter(ids=frozenset({case.id})))
        assert (row.stage, row.away, row.has_risk) == (
            *(case.stage, case.away_since is not None, played.has_risk),
        )
    assert len(case.steps) > 3
