"""Mediation cases through the service: a whole case, numbers, what is refused, rights."""

from dataclasses import replace
from datetime import date

import pytest
from support.cases import AGREEMENT, DRAFT, HALL, accepted, agreed, meet, register, take

from linli.domain.accounts import Actor, Role
from linli.domain.case_flow import Stage, Step
from linli.domain.case_steps import available_steps, play
from linli.domain.cases import (
    AgreementForm,
    CaseFilter,
    CourtRuling,
    FollowUp,
    Level,
    Satisfaction,
)
from linli.errors import ConflictError, InvalidInput, NotAllowedError, NotFoundError, UserError
from linli.services.container import Services


def test_a_case_goes_from_its_registration_to_the_archive(services: Services) -> None:
    case = register(services)
    assert (case.stage, case.number) == (Stage.REGISTERED, None)
    case = take(services, case, Step.ACCEPT, date(2026, 8, 5))
    assert str(case.number) == "〔2026〕西人调字第1号"
    case = meet(services, case, date(2026, 8, 10))
    case = take(
        services,
        case,
        Step.HAND_UP,
        date(2026, 8, 12),
        reason="调解不成",
        level=Level.STREET,
        unit="西河街道调解中心",
    )
    assert (case.level, case.unit, case.away_since) == (
        Level.STREET,
        "西河街道调解中心",
        date(2026, 8, 12),
    )
    case = take(services, case, Step.HAND_BACK, date(2026, 8, 20), reason="街道调解后交回")
    assert (case.level, case.unit, case.away_since) == (Level.COMMUNITY, "", None)
    case = meet(services, case, date(2026, 8, 31))
    services.cases.save_agreement(case.id, AGREEMENT, version=case.version)
    case = services.cases.get(case.id)
    assert case.stage is Stage.WRITTEN
    assert case.copies == 4
    case = take(services, case, Step.APPLY_COURT, date(2026, 9, 10), unit="西河区人民法院")
    case = take(services, case, Step.COURT_RULED, date(2026, 9, 28), ruling=CourtRuling.CONFIRMED)
    for duty in case.agreement.duties if case.agreement else ():
        services.cases.set_duty_done(case.id, duty.id or 0, date(2026, 9, 30), version=case.version)
        case = services.cases.get(case.id)
    assert case.stage is Stage.PERFORMED
    visit = FollowUp(day=date(2026, 10, 20), visitor="马力", satisfaction=Satisfaction.CONTENT)
    services.cases.add_follow_up(case.id, visit, version=case.version)
    case = take(services, services.cases.get(case.id), Step.ARCHIVE, date(2026, 11, 2))
    assert case.stage is Stage.ARCHIVED
    assert case.agreement is not None
    assert (case.agreement.court, case.agreement.ruled_on) == ("西河区人民法院", date(2026, 9, 28))
    assert [taken.facts.step for taken in case.steps] == [
        *(Step.REGISTER, Step.ACCEPT, Step.MEET, Step.HAND_UP, Step.HAND_BACK, Step.MEET),
        *(Step.AGREE_WRITTEN, Step.APPLY_COURT, Step.COURT_RULED, Step.PERFORM, Step.COMPLETE),
        *(Step.FOLLOW_UP, Step.ARCHIVE),
    ]
    played = play(case.facts, [taken.facts for taken in case.steps])
    assert (played.stage, played.level, played.since) == (case.stage, case.level, case.since)


def as_role(services: Services, role: Role) -> Services:
    context = services.context
    actor = Actor(account_id=context.actor.account_id, name="别人", role=role)
    return Services(replace(context, actor=actor))


# ---- numbers ------------------------------------------------------------------------------


def test_numbers_run_without_gaps_through_a_year_and_begin_anew_in_the_next(
    services: Services,
) -> None:
    numbers = []
    for day in (date(2025, 12, 30), date(2026, 1, 4), date(2026, 8, 5), date(2025, 12, 31)):
        case = register(
            services, replace(DRAFT, registered_on=date(2025, 12, 29), occurred_on=None)
        )
        case = take(services, case, Step.ACCEPT, day)
        numbers.append(case.number and (case.number.year, case.number.sequence))
    assert numbers == [(2025, 1), (2026, 1), (2026, 2), (2025, 2)]


def test_acceptance_cannot_be_undone_so_that_no_number_is_lost(services: Services) -> None:
    case = accepted(services)
    with pytest.raises(UserError):
        services.history.undo()  # the case's registration, which is numbered since
    assert services.cases.get(case.id).number == case.number
    assert str(services.cases.next_number(2026)) == "〔2026〕西人调字第2号"


def test_a_refused_acceptance_gives_no_number(services: Services) -> None:
    case = register(services, replace(DRAFT, parties=DRAFT.parties[:2]))
    with pytest.raises(InvalidInput, match="还没有被申请人"):
        take(services, case, Step.ACCEPT, date(2026, 8, 5))
    other = accepted(services)
    assert other.number is not None
    assert other.number.sequence == 1


def test_a_voided_case_has_no_number_and_stays(services: Services) -> None:
    case = register(services)
    case = take(services, case, Step.VOID, date(2026, 8, 4), reason="重复登记")
    assert (case.stage, case.number) == (Stage.VOID, None)
    assert available_steps(case) == ()
    with pytest.raises(UserError, match="已经作废"):
        services.cases.update(case.id, DRAFT, version=case.version)


def test_a_finding_that_is_gone_becomes_no_case(services: Services) -> None:
    with pytest.raises(NotFoundError):
        services.cases.register(DRAFT, finding_id=77)
    assert services.cases.count() == 0


def test_without_a_mark_nothing_is_accepted(services: Services) -> None:
    case_id, _ = services.cases.register(DRAFT)
    case = services.cases.get(case_id)
    with pytest.raises(UserError, match="代字"):
        take(services, case, Step.ACCEPT, date(2026, 8, 5))


@pytest.mark.parametrize(
    "said", ["〔2026〕西人调字第1号", "(2026)西人调字第1号", "2026-1", " 2026-0001 ", "2026西1"]
)
def test_a_case_is_found_by_its_number_however_it_is_written(services: Services, said: str) -> None:
    case = accepted(services)
    found = services.cases.find_number(said)
    assert found is not None
    assert found.id == case.id


@pytest.mark.parametrize(
    "said", ["", "2026-2", "〔2025〕西人调字第1号", "〔2026〕东人调字第1号", "西河"]
)
def test_no_other_number_finds_it(services: Services, said: str) -> None:
    accepted(services)
    assert services.cases.find_number(said) is None


# ---- what is refused ----------------------------------------------------------------------


def test_an_illegal_step_says_why_and_changes_nothing(services: Services) -> None:
    case = accepted(services)
    with pytest.raises(InvalidInput, match="现在是「已受理」，不能办理「归档」"):
        take(services, case, Step.ARCHIVE, date(2026, 8, 6))
    assert services.cases.get(case.id) == case


@pytest.mark.parametrize("step", [Step.MEET, Step.INQUIRE, Step.AGREE_ORAL, Step.FOLLOW_UP])
def test_what_a_record_stands_behind_is_not_taken_without_it(
    services: Services, step: Step
) -> None:
    case = accepted(services)
    with pytest.raises(UserError, match="填写"):
        take(services, case, step, date(2026, 8, 6))


def test_a_written_agreement_wants_a_meeting_before_it(services: Services) -> None:
    case = meet(services, accepted(services), date(2026, 8, 31))
    early = replace(AGREEMENT, agreed_on=date(2026, 8, 30))
    with pytest.raises(InvalidInput, match="没有调解记录"):
        services.cases.save_agreement(case.id, early, version=case.version)


def test_an_oral_agreement_needs_no_meeting_and_binds_at_once(services: Services) -> None:
    case = accepted(services)
    oral = replace(AGREEMENT, form=AgreementForm.ORAL)
    with pytest.raises(InvalidInput, match="自达成之日起生效"):
        services.cases.save_agreement(case.id, oral, version=case.version)
    oral = replace(oral, effective_on=oral.agreed_on)
    services.cases.save_agreement(case.id, oral, version=case.version)
    assert services.cases.get(case.id).stage is Stage.ORAL


def test_what_is_no_dispute_between_citizens_is_handed_on(services: Services) -> None:
    case = register(services, replace(DRAFT, event_code="14"))
    with pytest.raises(InvalidInput, match=r"不是民间纠纷.*移送其他部门"):
        take(services, case, Step.ACCEPT, date(2026, 8, 5))
    case = take(
        services, case, Step.TRANSFER, date(2026, 8, 5), unit="西河派出所", reason="涉法涉诉"
    )
    assert case.stage is Stage.TRANSFERRED


def test_a_refusal_of_one_party_ends_the_mediation(services: Services) -> None:
    case = meet(services, accepted(services), date(2026, 8, 10))
    case = take(services, case, Step.DECLINE, date(2026, 8, 11), reason="被申请人明确拒绝")
    with pytest.raises(InvalidInput, match="一方拒绝调解"):
        meet(services, case, date(2026, 8, 12))


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 8, 4), "早于上一步「受理」"), (date(2026, 11, 24), "还没有到")],
)
def test_a_step_is_neither_before_the_last_one_nor_in_the_future(
    services: Services, day: date, said: str
) -> None:
    case = accepted(services)
    with pytest.raises(InvalidInput, match=said):
        take(services, case, Step.RISK, day, reason="扬言报复", unit="西河派出所")


def test_while_a_case_is_away_only_what_comes_back_is_done(services: Services) -> None:
    case = meet(services, accepted(services), date(2026, 8, 10))
    up = {"level": Level.STREET, "unit": "西河街道", "reason": "调解不成"}
    case = take(services, case, Step.HAND_UP, date(2026, 8, 12), **up)
    with pytest.raises(InvalidInput, match="已经上交"):
        meet(services, case, date(2026, 8, 13))
    with pytest.raises(InvalidInput, match="只能上交到终级调处中心"):
        take(services, case, Step.HAND_UP, date(2026, 8, 13), **up)
    case = take(services, case, Step.HAND_UP, date(2026, 8, 14), **up | {"level": Level.FINAL})
    case = take(services, case, Step.HAND_BACK, date(2026, 8, 15), reason="交回街道")
    assert (case.level, case.away_since) == (Level.STREET, date(2026, 8, 12))


def test_a_grids_case_goes_up_to_the_hall_and_is_not_away(services: Services) -> None:
    case = register(services, replace(DRAFT, first_level=Level.GRID))
    up = {"level": Level.COMMUNITY, "reason": "超出网格权限"}
    case = take(services, case, Step.HAND_UP, date(2026, 8, 4), **up)
    assert (case.level, case.away_since) == (Level.COMMUNITY, None)
    assert Step.HAND_BACK in available_steps(case)
    case = take(services, case, Step.ACCEPT, date(2026, 8, 5))
    case = take(services, case, Step.HAND_BACK, date(2026, 8, 6), reason="网格就近调解")
    assert case.level is Level.GRID


def test_an_extension_wants_consent_and_a_later_day(services: Services) -> None:
    case = accepted(services)
    more = {"until": date(2026, 9, 20), "reason": "等待鉴定"}
    with pytest.raises(InvalidInput, match="同意"):
        take(services, case, Step.EXTEND, date(2026, 8, 20), **more)
    case = take(services, case, Step.EXTEND, date(2026, 8, 20), consented=True, **more)
    with pytest.raises(InvalidInput, match="应在「2026年9月20日」以后"):
        take(services, case, Step.EXTEND, date(2026, 8, 21), consented=True, **more)


def test_a_case_is_complete_only_when_every_duty_is(services: Services) -> None:
    case = agreed(services)
    with pytest.raises(InvalidInput, match="还有 2 项没有履行"):
        take(services, case, Step.COMPLETE, date(2026, 9, 30))
    first = case.agreement.duties[0] if case.agreement else None
    assert first is not None
    services.cases.set_duty_done(case.id, first.id or 0, date(2026, 9, 18), version=case.version)
    case = services.cases.get(case.id)
    assert case.stage is Stage.PERFORMING
    case = take(services, case, Step.BREACH, date(2026, 10, 1), reason="没有赔偿")
    second = case.agreement.duties[1] if case.agreement else None
    services.cases.set_duty_done(
        case.id, second.id or 0 if second else 0, date(2026, 10, 3), version=case.version
    )
    assert services.cases.get(case.id).stage is Stage.PERFORMED


def test_a_case_that_was_changed_meanwhile_is_not_overwritten(services: Services) -> None:
    case = accepted(services)
    services.cases.update(case.id, replace(case.facts, place="5栋"), version=case.version)
    with pytest.raises(ConflictError):
        meet(services, case, date(2026, 8, 10))


# ---- reopening, undo, later records -------------------------------------------------------


def test_reopening_leaves_a_trace_and_the_number(services: Services) -> None:
    case = take(services, accepted(services), Step.DECLINE, date(2026, 8, 9), reason="不愿调解")
    case = take(services, case, Step.ARCHIVE, date(2026, 8, 10))
    with pytest.raises(UserError, match="已经归档"):
        services.cases.update(case.id, case.facts, version=case.version)
    with pytest.raises(InvalidInput, match="原因"):
        take(services, case, Step.REOPEN, date(2026, 8, 20))
    case = take(services, case, Step.REOPEN, date(2026, 8, 20), reason="双方重新申请调解")
    assert case.stage is Stage.ACCEPTED
    assert str(case.number) == "〔2026〕西人调字第1号"
    trace = case.steps[-1]
    assert (trace.facts.step, trace.facts.reason, trace.by) == (
        *(Step.REOPEN, "双方重新申请调解"),
        services.context.actor.name,
    )


def test_what_never_was_accepted_is_reopened_as_registered(services: Services) -> None:
    case = take(services, register(services), Step.REFUSE, date(2026, 8, 4), reason="已经起诉")
    case = take(services, case, Step.ARCHIVE, date(2026, 8, 5))
    case = take(services, case, Step.REOPEN, date(2026, 8, 6), reason="已经撤诉")
    assert (case.stage, case.number) == (Stage.REGISTERED, None)
    case = take(services, case, Step.ACCEPT, date(2026, 8, 7))
    assert case.number is not None


def test_a_step_can_be_undone_with_the_record_it_came_from(services: Services) -> None:
    before = accepted(services)
    meet(services, before, date(2026, 8, 10))
    services.history.undo()
    after = services.cases.get(before.id)
    assert (after.stage, after.meetings, after.steps) == (before.stage, (), before.steps)


def test_the_record_of_a_meeting_can_be_written_down_later(services: Services) -> None:
    case = agreed(services)
    case = meet(services, case, date(2026, 8, 20))
    assert case.stage is Stage.WRITTEN
    assert [meeting.day for meeting in case.meetings] == [date(2026, 8, 10), date(2026, 8, 20)]
    with pytest.raises(InvalidInput, match="达成书面协议"):
        meet(services, case, date(2026, 9, 1))


def test_a_meeting_that_is_moved_takes_its_step_along(services: Services) -> None:
    case = agreed(services)
    (meeting,) = case.meetings
    moved = replace(meeting, day=date(2026, 8, 12))
    services.cases.update_meeting(case.id, moved, version=case.version)
    case = services.cases.get(case.id)
    assert case.day_of(Step.MEET) == date(2026, 8, 12)
    late = replace(moved, day=date(2026, 9, 3))
    with pytest.raises(InvalidInput):
        services.cases.update_meeting(case.id, late, version=case.version)


def test_the_meeting_an_agreement_rests_on_stays(services: Services) -> None:
    case = agreed(services)
    with pytest.raises(UserError, match="只有这一次"):
        services.cases.remove_meeting(case.id, case.meetings[0].id or 0, version=case.version)


def test_an_agreement_that_is_corrected_keeps_what_the_court_said(services: Services) -> None:
    case = agreed(services)
    case = take(services, case, Step.APPLY_COURT, date(2026, 9, 10), unit="西河区人民法院")
    assert case.agreement is not None
    better = replace(case.agreement, agreed_on=date(2026, 9, 1), court=None, applied_on=None)
    services.cases.save_agreement(case.id, better, version=case.version)
    case = services.cases.get(case.id)
    assert case.agreement is not None
    assert case.agreement.applied_on == date(2026, 9, 10)
    assert case.day_of(Step.AGREE_WRITTEN) == date(2026, 9, 1)
    oral = replace(case.agreement, form=AgreementForm.ORAL, effective_on=date(2026, 9, 1))
    with pytest.raises(UserError, match="形式不能再改"):
        services.cases.save_agreement(case.id, oral, version=case.version)


def test_confirmation_is_applied_for_once_and_then_ruled_on(services: Services) -> None:
    case = agreed(services)
    with pytest.raises(InvalidInput, match="还没有申请司法确认"):
        take(services, case, Step.COURT_RULED, date(2026, 9, 20), ruling=CourtRuling.REFUSED)
    case = take(services, case, Step.APPLY_COURT, date(2026, 9, 10), unit="西河区人民法院")
    with pytest.raises(InvalidInput, match="不用再申请"):
        take(services, case, Step.APPLY_COURT, date(2026, 9, 11), unit="西河区人民法院")
    with pytest.raises(InvalidInput, match="没有选择法院的裁定"):
        take(services, case, Step.COURT_RULED, date(2026, 9, 20))


# ---- lists and rights ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["阿依古丽", "赵𬱖", "钱大成", "漏水", "雨水渗入", "防水层 物业", "8000元", "人调字第1号"],
)
def test_a_case_is_found_by_words_of_all_its_texts(services: Services, words: str) -> None:
    case = agreed(services)
    register(services, replace(DRAFT, title="王某与李某停车纠纷", summary="", parties=()))
    assert [row.id for row in services.cases.list_rows(CaseFilter(words=words))] == [case.id]
    assert services.cases.count(CaseFilter(words=words)) == 1


def test_a_line_says_who_against_whom_and_since_when(services: Services) -> None:
    case = agreed(services)
    (row,) = services.cases.list_rows(CaseFilter(is_open=True))
    assert row.parties == ("阿依古丽·买买提", "赵𬱖", "西河安居物业服务有限公司")
    assert (row.mediator, row.opened_on, row.since) == (
        *("王芳", date(2026, 8, 5), date(2026, 8, 31)),
    )
    assert row.number == str(case.number)
    assert services.cases.list_rows(CaseFilter(is_open=False)) == []


def test_a_list_to_print_masks_no_name_but_says_all_cases(services: Services) -> None:
    agreed(services)
    register = services.cases.register_list(CaseFilter(), "矛盾纠纷登记册")
    (row,) = register.groups[0].rows
    assert row[1] == "〔2026〕西人调字第1号"


@pytest.mark.parametrize("role", [Role.READER, Role.ROSTER_KEEPER])
def test_who_may_not_mediate_reads_nothing_of_a_case(services: Services, role: Role) -> None:
    case = agreed(services)
    other = as_role(services, role)
    with pytest.raises(NotAllowedError):
        other.cases.get(case.id)
    with pytest.raises(NotAllowedError):
        other.history.of_record("mediation_case", str(case.id))
    told = str(other.history.entries())
    assert "漏水" not in told
    assert "阿依古丽" not in told
    assert "漏水" in str(services.history.of_record("mediation_case", str(case.id)))


def test_the_committee_is_checked_by_the_law_but_not_refused(services: Services) -> None:
    services.cases.save_hall(replace(HALL, members=HALL.members[:2], is_mixed=True))
    hints = services.cases.committee_hints()
    assert len(hints) == 2
    assert "应为 3 至 9 名" in hints[0]
    assert "人数较少民族" in hints[1]
    with pytest.raises(InvalidInput, match="代字"):
        services.cases.save_hall(replace(HALL, mark="西第1"))
