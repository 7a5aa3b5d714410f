"""The report of mediation through the service: what is counted, entered, frozen, and leaves."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from support.cases import agreed, register, take
from support.trail import last_events

from linli.domain.accounts import Actor, Role
from linli.domain.case_flow import Step
from linli.domain.case_reports import read_period
from linli.domain.cases import CaseFilter, Risk, Source
from linli.domain.sweeps import FindingDraft, SweepDraft
from linli.errors import InvalidInput, NotAllowedError, NotFoundError
from linli.services.container import Services, open_services
from linli.services.context import Context

Q3 = read_period("2026Q3")


def values(services: Services, text: str = "2026Q3") -> dict[str, int | None]:
    return {each.key: each.value for each in services.case_reports.count(read_period(text)).figures}


def test_an_empty_ledger_has_a_report_of_nothing(services: Services) -> None:
    found = values(services)
    assert found["accepted"] == 0
    assert found["rate"] is None


def test_a_case_is_counted_where_its_steps_were_taken(services: Services) -> None:
    case = agreed(services)
    found = values(services)
    assert (found["accepted"], found["settled"], found["rate"]) == (1, 1, 1000)
    assert (found["written"], found["oral"]) == (1, 0)
    assert found["parties"] == len(case.facts.parties)
    assert found["performed"] == 0
    assert case.agreement is not None
    duties = [duty.amount for duty in case.agreement.duties if duty.amount is not None]
    assert found["amount"] == (sum(duties) if duties else case.facts.amount)
    assert values(services, "2026Q2")["accepted"] == 0
    before = services.case_reports.count(read_period("2026Q4")).figure("accepted")
    assert (before.value, before.before) == (0, 1)


def test_each_figure_opens_the_cases_it_counted(services: Services) -> None:
    case = agreed(services)
    register(services)
    figure = services.case_reports.count(Q3).figure("settled")
    rows = services.cases.list_rows(CaseFilter(ids=frozenset(figure.ids)))
    assert [row.id for row in rows] == [case.id]
    assert len(rows) == figure.value


def test_a_reported_risk_is_counted_with_its_people(services: Services) -> None:
    case = take(services, register(services), Step.ACCEPT, date(2026, 8, 5))
    take(
        services,
        case,
        Step.RISK,
        date(2026, 8, 6),
        reason="扬言报复",
        unit="城关派出所",
        risk=Risk.CRIME,
        persons=3,
    )
    found = values(services)
    assert (found["risk_crime"], found["risk_crime_persons"]) == (1, 3)


def test_sweeps_are_summed_by_the_day_they_were_made(services: Services) -> None:
    findings = (
        FindingDraft(content="楼道堆物，两家不和", kind_code="02", prevented=True),
        FindingDraft(content="欠薪", kind_code="10"),
    )
    for day, found in ((date(2026, 7, 1), findings), (date(2026, 10, 1), ())):
        services.sweeps.add(SweepDraft(day=day, goers=("马力",), findings=found))
    found = values(services)
    assert (found["sweeps"], found["found"], found["prevented"]) == (1, 2, 1)


def test_what_is_entered_by_hand_stays_with_its_period(services: Services) -> None:
    services.case_reports.enter(Q3, {"mediators": 9, "sued": 0})
    assert values(services)["mediators"] == 9
    assert values(services)["sued"] == 0
    assert values(services, "2026Q2")["mediators"] is None
    services.case_reports.enter(Q3, {"mediators": 10})
    assert values(services)["mediators"] == 10
    assert values(services)["sued"] is None


@pytest.mark.parametrize("value", [-1, 1_000_001])
def test_a_number_beyond_belief_is_refused_by_name(services: Services, value: int) -> None:
    with pytest.raises(InvalidInput) as refused:
        services.case_reports.enter(Q3, {"mediators": value})
    assert refused.value.problems[0].field == "mediators"
    assert str(value) in refused.value.problems[0].message


def test_a_frozen_copy_stays_as_it_was(services: Services) -> None:
    case = agreed(services)
    services.case_reports.enter(Q3, {"mediators": 9})
    report_id, _ = services.case_reports.freeze(Q3, " 报街道司法所 ")
    live = services.case_reports.count(Q3)
    draft = replace(case.facts, kind_code="02", source=Source.ACTIVE)
    services.cases.update(case.id, draft, version=case.version)
    services.case_reports.enter(Q3, {})
    kept = services.case_reports.get_frozen(report_id)
    assert (kept.figures, kept.kinds, kept.months) == (live.figures, live.kinds, live.months)
    assert (kept.by, kept.note, kept.period) == ("王芳", "报街道司法所", Q3)
    assert services.case_reports.count(Q3).figures != live.figures
    listed = services.case_reports.list_frozen()
    assert [(each.id, each.period, each.by) for each in listed] == [(report_id, Q3, "王芳")]


def test_freezing_is_one_step_that_can_be_undone(services: Services) -> None:
    report_id, _ = services.case_reports.freeze(Q3)
    services.history.undo()
    assert services.case_reports.list_frozen() == []
    with pytest.raises(NotFoundError):
        services.case_reports.get_frozen(report_id)


def test_the_workbook_holds_numbers_to_reckon_with(services: Services, tmp_path: Path) -> None:
    agreed(services)
    path = tmp_path / "统计.xlsx"
    services.case_reports.workbook(services.case_reports.count(Q3), path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["统计报表", "纠纷类型", "逐月"]
    rows = {row[0].value: row for row in book["统计报表"].iter_rows(min_row=4)}
    assert rows["受理纠纷"][3].value == 1
    assert rows["成功率"][3].value == 100
    assert rows["成功率"][3].number_format == "0.0"
    assert sum(row[1].value for row in book["纠纷类型"].iter_rows(min_row=4)) == 1
    assert book["逐月"].max_row == 15
    assert list(tmp_path.glob("统计*")) == [path]


def test_what_leaves_is_recorded_without_names(services: Services) -> None:
    report = services.case_reports.count(Q3)
    assert services.case_reports.pdf(report).startswith(b"%PDF")
    (event,) = last_events(services, 1)
    assert (event.action, event.subject) == (
        "打印统计报表",
        "2026年第3季度人民调解统计报表",
    )


def test_who_may_not_mediate_sees_no_figures(context: Context) -> None:
    reader = Actor(account_id=1, name="张明", role=Role.READER)
    limited = open_services(Context(context.db, reader, context.clock, context.data_dir))
    with pytest.raises(NotAllowedError):
        limited.case_reports.count(Q3)
    with pytest.raises(NotAllowedError):
        limited.case_reports.list_frozen()
