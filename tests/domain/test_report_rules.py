"""Slips: states in order, nothing passed over in silence, days that run out; allowances."""

from dataclasses import replace
from datetime import date

import pytest

from linli.domain.allowance_rules import check_change, check_closing
from linli.domain.allowances import (
    AllowanceChange,
    AllowanceRules,
    AllowanceSheet,
    ChangeDraft,
    PartRule,
    base_of,
    days_served,
    lines_of,
)
from linli.domain.report_rules import check_report, check_step, clean_report, steps_for
from linli.domain.reports import (
    Report,
    ReportDraft,
    ReportRules,
    ReportState,
    ReportStep,
    StepDraft,
    Urgency,
    days_overdue,
    next_states,
)
from linli.domain.teams import Member, MemberDraft
from linli.errors import UserError

TODAY = date(2026, 11, 23)
SLIP = ReportDraft(day=date(2026, 11, 20), informant="张伟", kind_code="01", content="路灯不亮")
REPORT = Report(id=1, version=1, year=2026, sequence=12, facts=SLIP, state=ReportState.REGISTERED)
UP = StepDraft(to=ReportState.SUBMITTED, day=TODAY, person="王芳", whom="街道办")
NOVEMBER = date(2026, 11, 1)


def test_number_is_written_with_its_year():
    assert REPORT.number == "2026-0012"


def test_states_come_in_order():
    assert next_states(ReportState.HANDLING) == (ReportState.ANSWERED, ReportState.CLOSED)
    assert next_states(ReportState.CLOSED) == ()
    assert check_step(UP, REPORT, TODAY) == []
    assert [step.state for step in steps_for(UP, REPORT)] == [ReportState.SUBMITTED]


def test_state_is_passed_over_only_with_a_reason_that_is_written_down():
    done = StepDraft(to=ReportState.CLOSED, day=TODAY, person="王芳")
    (problem,) = check_step(done, REPORT, TODAY)
    assert problem.field == "why_skipped"
    assert "跳过了“已上报”、“处理中”、“已反馈”" in problem.message
    done = replace(done, why_skipped="就地解决")
    assert check_step(done, REPORT, TODAY) == []
    steps = steps_for(done, REPORT)
    assert [step.skipped for step in steps] == [True, True, True, False]
    assert {step.text for step in steps[:3]} == {"就地解决"}


@pytest.mark.parametrize(
    ("step", "field"),
    [
        (replace(UP, to=ReportState.REGISTERED), "to"),
        (replace(UP, whom=None), "whom"),
        (replace(UP, person=""), "person"),
        (replace(UP, day=date(2026, 11, 19)), "day"),
        (replace(UP, day=date(2026, 11, 24)), "day"),
    ],
)
def test_broken_rule_of_a_step_is_said_beside_its_field(step, field):
    assert [each.field for each in check_step(step, REPORT, TODAY)] == [field]


def test_feedback_needs_words_and_does_not_come_before_the_last_step():
    step = ReportStep(state=ReportState.HANDLING, day=date(2026, 11, 22), person="王芳")
    report = replace(REPORT, state=ReportState.HANDLING, steps=(step,))
    answer = StepDraft(to=ReportState.ANSWERED, day=date(2026, 11, 21), person="王芳")
    assert {each.field for each in check_step(answer, report, TODAY)} == {"text", "day"}


def test_settled_and_voided_slips_are_not_moved():
    for report in (
        replace(REPORT, state=ReportState.CLOSED),
        replace(REPORT, voided_reason="重复登记"),
    ):
        assert [each.field for each in check_step(UP, report, TODAY)] == ["to"]


@pytest.mark.parametrize(
    ("urgency", "days"), [(Urgency.NORMAL, 0), (Urgency.URGENT, 0), (Urgency.CRITICAL, 2)]
)
def test_slip_is_overdue_after_the_days_of_its_urgency(urgency, days):
    report = replace(REPORT, facts=replace(SLIP, urgency=urgency))
    assert days_overdue(report, ReportRules(), TODAY) == days
    closed = replace(report, state=ReportState.CLOSED)
    assert days_overdue(closed, ReportRules(), TODAY) == 0


def test_slip_needs_informant_kind_and_content():
    wrong = clean_report(
        replace(SLIP, informant="", kind_code="09", content=" ", day=date(2026, 12, 1))
    )
    fields = {each.field for each in check_report(wrong, TODAY)}
    assert fields == {"informant", "kind_code", "content", "day"}
    assert check_report(clean_report(SLIP), TODAY) == []


# ---- allowances ---------------------------------------------------------------------------


def member(number, **days):
    facts = MemberDraft(team_id=1, name=f"信息员{number}", source="居民", **days)
    return Member(id=number, version=1, facts=facts, grid="第一网格")


@pytest.mark.parametrize(
    ("days", "served", "fen"),
    [
        ({}, 30, 100_00),
        ({"since": date(2026, 11, 16)}, 15, 50_00),
        ({"until": date(2026, 11, 10)}, 10, 33_33),
        ({"since": date(2026, 11, 11), "until": date(2026, 11, 30)}, 20, 66_67),
        ({"since": date(2026, 12, 1)}, 0, 0),
        ({"until": date(2026, 10, 31)}, 0, 0),
        ({"since": date(2026, 11, 30)}, 1, 3_33),
    ],
)
def test_part_of_a_month_counts_by_days(days, served, fen):
    assert days_served(member(1, **days), NOVEMBER) == served
    assert base_of(served, NOVEMBER, AllowanceRules()) == fen


def test_half_a_fen_counts_as_one():
    assert base_of(1, NOVEMBER, AllowanceRules(amount=15)) == 1


def test_whole_month_for_any_day_if_the_hall_wants_it():
    rules = AllowanceRules(part_rule=PartRule.WHOLE)
    assert base_of(1, NOVEMBER, rules) == 100_00
    assert base_of(0, NOVEMBER, rules) == 0


def sheet(members, changes=()):
    rules = AllowanceRules()
    lines = lines_of(members, NOVEMBER, rules, {1: {"01": 2, "03": 1}}, changes)
    return AllowanceSheet(
        id=1,
        version=1,
        team_id=1,
        team="信息员队伍",
        month=NOVEMBER,
        rules=rules,
        lines=lines,
        changes=tuple(changes),
    )


def test_plus_and_minus_are_added_with_their_reasons():
    changes = [
        AllowanceChange(id=1, member_id=1, amount=20_00, reason="及时报告火情"),
        AllowanceChange(id=2, member_id=2, amount=-30_00, reason="全月无报送"),
    ]
    found = sheet([member(1), member(2)], changes)
    first, second = found.lines
    assert (first.total, first.slips, first.reasons) == (120_00, 3, "及时报告火情")
    assert (second.minus, second.total) == (30_00, 70_00)
    assert found.total == 190_00


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (ChangeDraft(member_id=9, amount=1, reason="好"), "member_id"),
        (ChangeDraft(member_id=1, amount=0, reason="好"), "amount"),
        (ChangeDraft(member_id=1, amount=-100_01, reason="差"), "amount"),
        (ChangeDraft(member_id=1, amount=1, reason=""), "reason"),
    ],
)
def test_broken_rule_of_a_plus_or_minus_is_said_beside_its_field(draft, field):
    assert [each.field for each in check_change(draft, sheet([member(1)]))] == [field]


def test_month_that_is_not_over_is_not_closed():
    with pytest.raises(UserError, match="还没有过完"):
        check_closing(sheet([member(1)]), TODAY)
    check_closing(sheet([member(1)]), date(2026, 11, 30))
    with pytest.raises(UserError, match="没有人在队里"):
        check_closing(sheet([]), date(2026, 12, 1))
    with pytest.raises(UserError, match="已于 2026-11-30 结算"):
        check_closing(replace(sheet([member(1)]), closed_on=date(2026, 11, 30)), TODAY)
