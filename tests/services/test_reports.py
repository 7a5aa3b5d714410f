"""Slips and allowances through the services."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from support.cards import page_texts
from support.teams import add_grids, informants

from linli.domain.allowances import AllowanceRules, ChangeDraft, PartRule
from linli.domain.reports import (
    ReportDraft,
    ReportFilter,
    ReportRules,
    ReportState,
    StepDraft,
    Urgency,
)
from linli.domain.teams import MemberFilter
from linli.errors import ConflictError, InvalidInput, UserError

TODAY = date(2026, 11, 23)
OCTOBER = date(2026, 10, 1)
SLIP = ReportDraft(day=TODAY, informant="张伟", kind_code="01", content="3号楼路灯不亮")


@pytest.fixture
def team(services):
    return informants(services)


@pytest.fixture
def people(services, team):
    return services.team_members.list_all(MemberFilter(team_id=team))


def slip_of(member, **facts):
    draft = replace(SLIP, informant=member.facts.name, member_id=member.id)
    return replace(draft, **facts)


def step(to, **facts):
    return StepDraft(to=to, day=TODAY, person="王芳", **facts)


def test_numbers_of_a_year_have_no_gaps(services):
    ids = [services.reports.add(SLIP)[0] for _ in range(3)]
    services.reports.add(replace(SLIP, day=date(2025, 12, 31)))
    assert [services.reports.get(each).number for each in ids] == [
        "2026-0001",
        "2026-0002",
        "2026-0003",
    ]
    services.reports.void(ids[2], "重复登记", version=1)
    fourth, _ = services.reports.add(SLIP)
    assert services.reports.get(fourth).number == "2026-0004"
    assert services.reports.find_number("2025-1").number == "2025-0001"
    assert services.reports.find_number("2025-99") is None
    assert services.reports.count(ReportFilter()) == 4
    assert services.reports.count(ReportFilter(voided=True)) == 5


def test_slip_goes_through_its_states_and_is_printed(services, people):
    grids = add_grids(services, 1)
    report_id, _ = services.reports.add(slip_of(people[0], grid_id=grids[0], place="3号楼前"))
    with pytest.raises(UserError, match="还没有反馈"):
        services.reports.feedback(report_id)
    for draft in (
        step(ReportState.SUBMITTED, whom="街道办"),
        step(ReportState.HANDLING, text="已通知供电所"),
        step(ReportState.ANSWERED, text="路灯已修好"),
        step(ReportState.CLOSED),
    ):
        report = services.reports.get(report_id)
        services.reports.move(report_id, draft, version=report.version)
    report = services.reports.get(report_id)
    assert [each.state for each in report.steps] == list(ReportState)
    assert (report.grid, report.state) == ("第一网格", ReportState.CLOSED)
    said = "".join(page_texts(services.reports.slip(report_id))).replace("\n", "")
    assert all(words in said for words in ("信息报送单", "2026-0001", "报给 街道办", "供电所"))
    said = "".join(page_texts(services.reports.feedback(report_id))).replace("\n", "")
    assert all(words in said for words in ("信息反馈单", people[0].facts.name, "路灯已修好"))
    with pytest.raises(UserError, match="已经办结或作废"):
        services.reports.update(report_id, SLIP, version=report.version)
    assert services.reports.suggestions("whom", "街道") == ["街道办"]
    assert services.reports.suggestions("place") == ["3号楼前"]


def test_skipping_is_never_silent(services):
    report_id, _ = services.reports.add(SLIP)
    with pytest.raises(InvalidInput, match="跳过了"):
        services.reports.move(report_id, step(ReportState.CLOSED), version=1)
    draft = step(ReportState.CLOSED, why_skipped="就地解决")
    services.reports.move(report_id, draft, version=1)
    steps = services.reports.get(report_id).steps
    assert [each.skipped for each in steps] == [False, True, True, True, False]
    services.history.undo()
    assert services.reports.get(report_id).state is ReportState.REGISTERED


def test_old_form_does_not_overwrite_and_the_year_stays(services):
    report_id, _ = services.reports.add(SLIP)
    services.reports.update(report_id, replace(SLIP, place="桥头"), version=1)
    with pytest.raises(ConflictError):
        services.reports.update(report_id, SLIP, version=1)
    with pytest.raises(InvalidInput, match="在同一年"):
        services.reports.update(report_id, replace(SLIP, day=date(2025, 1, 1)), version=2)


def test_overdue_follows_the_halls_days(services):
    day = date(2026, 11, 21)
    services.reports.add(replace(SLIP, day=day))
    services.reports.add(replace(SLIP, day=day, urgency=Urgency.CRITICAL))
    late = ReportFilter(overdue=True)
    assert [each.sequence for each in services.reports.list_all(late)] == [2]
    services.reports.save_rules(ReportRules(days=dict.fromkeys(Urgency, 1)))
    assert services.reports.count(late) == 2
    with pytest.raises(InvalidInput):
        services.reports.save_rules(ReportRules(days=dict.fromkeys(Urgency, 0)))


def test_filters_narrow_the_list(services, people):
    services.reports.add(slip_of(people[0]))
    services.reports.add(replace(SLIP, kind_code="03", content="邻里争吵", day=OCTOBER))
    lists = services.reports.list_all
    assert [each.sequence for each in lists(ReportFilter(kind_code="03"))] == [2]
    assert [each.sequence for each in lists(ReportFilter(text="争吵"))] == [2]
    assert [each.sequence for each in lists(ReportFilter(text="0001"))] == [1]
    assert [each.sequence for each in lists(ReportFilter(member_id=people[0].id))] == [1]
    assert [each.sequence for each in lists(ReportFilter(until=OCTOBER))] == [2]
    closed = ReportFilter(states=frozenset({ReportState.CLOSED}))
    assert lists(closed) == []


def test_sums_of_a_month_have_a_line_for_every_informant(services, people):
    for kind in ("01", "01", "03"):
        services.reports.add(slip_of(people[0], kind_code=kind))
    services.reports.add(SLIP)
    services.reports.add(slip_of(people[0], day=OCTOBER))
    sums = services.reports.sums(date(2026, 11, 1))
    assert len(sums) == 41
    assert (dict(sums[0].counts), sums[0].total) == ({"01": 2, "03": 1}, 3)
    assert (sums[-1].name, sums[-1].total) == ("张伟", 1)
    rows = services.reports.sum_register(date(2026, 11, 1)).groups[0].rows
    assert rows[-1] == ("", "合计", "3", "0", "1", "0", "0", "4")


# ---- allowances -----------------------------------------------------------------------------


def test_forty_times_a_hundred_is_four_thousand(services, team, people, tmp_path):
    allowances = services.allowances
    sheet = allowances.sheet(team, OCTOBER)
    assert (len(sheet.lines), sheet.total) == (40, 4_000_00)
    first, second = people[0].id, people[1].id
    allowances.add_change(sheet, ChangeDraft(member_id=first, amount=20_00, reason="报告火情"))
    sheet = allowances.sheet(team, OCTOBER)
    allowances.add_change(sheet, ChangeDraft(member_id=second, amount=-20_00, reason="全月无报送"))
    sheet = allowances.sheet(team, OCTOBER)
    assert sheet.total == 4_000_00
    assert [line.total for line in sheet.lines[:3]] == [120_00, 80_00, 100_00]
    allowances.close(sheet)
    register = allowances.register(sheet)
    assert "合计：40 人，4,000 元（大写：肆仟元整）" in register.foot_note
    assert "补助 4,000 + 奖 20 - 罚 20 = 4,000 元" in register.foot_note
    assert "发放在程序外办理" in register.foot_note
    assert services.registers.pdf(register, across=True).startswith(b"%PDF")
    path = tmp_path / "sheet.xlsx"
    assert services.registers.workbook(register, path) == 41
    heads = [cell.value for cell in openpyxl.load_workbook(path).active[1]]
    assert heads[-1] == "签名"


def test_closed_sheet_does_not_change_any_more(services, team, people):
    allowances = services.allowances
    services.reports.add(slip_of(people[0], day=OCTOBER))
    allowances.close(allowances.sheet(team, OCTOBER))
    closed = allowances.sheet(team, OCTOBER)
    assert closed.closed_on == TODAY
    services.reports.add(slip_of(people[0], day=date(2026, 10, 9)))
    services.team_members.end([people[0].id], date(2026, 10, 9))
    allowances.save_rules(AllowanceRules(amount=1_00))
    assert allowances.sheet(team, OCTOBER) == closed
    draft = ChangeDraft(member_id=people[0].id, amount=1_00, reason="补")
    for work in (
        lambda: allowances.add_change(closed, draft),
        lambda: allowances.close(closed),
        lambda: allowances.set_amount(closed, AllowanceRules()),
    ):
        with pytest.raises(UserError, match="已于 2026-11-23 结算"):
            work()


def test_open_sheet_follows_members_and_slips(services, team, people):
    allowances = services.allowances
    services.team_members.end([people[0].id], date(2026, 10, 10))
    services.reports.add(slip_of(people[1], day=OCTOBER))
    sheet = allowances.sheet(team, date(2026, 10, 17))
    assert (sheet.lines[0].days, sheet.lines[0].base) == (10, 32_26)
    assert sheet.lines[1].slips == 1
    allowances.set_amount(sheet, AllowanceRules(amount=50_00, part_rule=PartRule.WHOLE))
    assert allowances.sheet(team, OCTOBER).lines[0].base == 50_00
    assert allowances.sheet(team, date(2026, 9, 1)).lines[0].base == 100_00


def test_change_is_taken_off_and_an_old_sheet_refused(services, team, people):
    allowances = services.allowances
    sheet = allowances.sheet(team, OCTOBER)
    draft = ChangeDraft(member_id=people[0].id, amount=5_00, reason="好")
    allowances.add_change(sheet, draft)
    with pytest.raises(ConflictError):
        allowances.add_change(sheet, draft)
    now = allowances.sheet(team, OCTOBER)
    allowances.remove_change(now, now.changes[0].id)
    assert allowances.sheet(team, OCTOBER).total == 4_000_00


def test_month_that_is_not_over_stays_open(services, team):
    with pytest.raises(UserError, match="还没有过完"):
        services.allowances.close(services.allowances.sheet(team, TODAY))
