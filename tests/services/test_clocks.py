"""What is due through the service: cases, suggestions, the month, rights, what leaves."""

from dataclasses import replace
from datetime import date

import pytest
from support.cards import page_texts
from support.cases import accepted, agreed, register, take
from support.ledgers import FixedClock
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.case_flow import Step
from linli.domain.clock_lists import DayKind
from linli.domain.clocks import Clock, ClockFilter, Light
from linli.domain.limits import Area, LimitDraft
from linli.domain.suggestions import SuggestionDraft
from linli.errors import NotAllowedError, NotFoundError
from linli.services.container import Services


@pytest.fixture(autouse=True)
def _september(clock: FixedClock) -> None:
    """The day is 2026-09-24, save where a test moves on."""
    clock.at = clock.at.replace(month=9, day=24)


def by_what(clocks: list[Clock]) -> dict[str, Clock]:
    """Return clocks by what is due."""
    return {clock.what: clock for clock in clocks}


def test_a_case_is_in_the_list_by_its_number_until_it_is_settled(services: Services) -> None:
    case = accepted(services)
    (clock,) = services.clocks.list_all()
    assert (clock.what, clock.words) == ("调解办结", "已超 17 天")  # 9/5 is a Saturday
    assert clock.due == date(2026, 9, 7)
    assert clock.subject.number == str(case.number)
    take(services, case, Step.DECLINE, date(2026, 9, 20), reason="不愿再谈")
    assert services.clocks.list_all() == []


def test_the_right_to_confirmation_ends_after_the_holidays(services: Services) -> None:
    case = agreed(services)
    found = by_what(services.clocks.of_case(case.id))
    assert found["共同申请司法确认"].due == date(2026, 10, 8)
    assert found["协议履行（修好楼顶防水层）"].words == "已超 4 天"
    assert found["协议履行（赔偿装修损失）"].words == "还有 6 天"
    assert found["调解办结"].light is Light.DONE


def test_what_is_filed_is_only_among_what_is_done(services: Services) -> None:
    case = take(
        services, register(services), Step.REFUSE, date(2026, 8, 4), reason="不属于民间纠纷"
    )
    take(services, case, Step.ARCHIVE, date(2026, 8, 5))
    assert services.clocks.list_all() == []
    with pytest.raises(NotFoundError):
        services.clocks.of_case(case.id + 1)


def test_a_hall_that_sets_a_limit_gets_its_clock(services: Services) -> None:
    register(services)
    shipped = services.limits.limits().versions("mediation.accept")[0].facts
    services.limits.save(replace(shipped, amount=3, valid_from=date(2026, 8, 1)))
    (clock,) = services.clocks.list_all()
    assert (clock.what, clock.due) == ("受理决定", date(2026, 8, 6))


def test_a_matter_of_the_hall_runs_between_its_events(services: Services) -> None:
    quick = LimitDraft(
        title="首次调解",
        area=Area.MEDIATION,
        start="accepted",
        end="ended",
        amount=10,
        valid_from=date(2026, 8, 1),
    )
    number, _ = services.limits.save(quick)
    case = accepted(services)
    found = by_what(services.clocks.of_case(case.id))
    assert found["首次调解"].due == date(2026, 8, 17)  # 8/15 is a Saturday
    later = replace(quick, key="own.1", start="agreed", end="visited", valid_from=date(2026, 9, 1))
    services.limits.save(later)
    assert by_what(services.clocks.of_case(case.id))["首次调解"].started == date(2026, 8, 5)
    services.limits.remove(number)
    assert "首次调解" not in by_what(services.clocks.of_case(case.id))


def test_a_suggestion_is_due_by_the_rule_of_the_hall(services: Services) -> None:
    services.suggestions.add(SuggestionDraft(day=date(2026, 9, 18), content="路口装一面镜子"))
    (clock,) = services.clocks.list_all(ClockFilter(area=Area.SUGGESTION))
    assert (clock.due, clock.words) == (date(2026, 10, 15), "还有 10 个工作日")
    assert clock.subject.title == "路口装一面镜子"


def test_the_summary_counts_what_is_late_and_due_today(
    services: Services, clock: FixedClock
) -> None:
    agreed(services)
    assert services.clocks.summary().words == "1 项已超期"
    clock.at = clock.at.replace(day=30)
    assert services.clocks.summary().words == "1 项已超期，2 项今天到期"


def test_who_may_not_see_cases_sees_none_of_their_clocks(services: Services) -> None:
    case = agreed(services)
    services.suggestions.add(SuggestionDraft(day=date(2026, 9, 18), content="路口装一面镜子"))
    reader = as_role(services, Role.READER)
    assert {each.subject.area for each in reader.clocks.list_all()} == {Area.SUGGESTION}
    with pytest.raises(NotAllowedError):
        reader.clocks.of_case(case.id)


def test_the_month_shows_holidays_worked_weekends_and_what_falls_due(services: Services) -> None:
    agreed(services)
    days = {day.day: day for week in services.clocks.month(date(2026, 9, 1)) for day in week}
    assert days[date(2026, 9, 20)].kind is DayKind.WORKED_WEEKEND
    assert [clock.what for clock in days[date(2026, 9, 20)].clocks] == [
        "协议履行（修好楼顶防水层）"
    ]
    assert days[date(2026, 9, 25)].note == "休 中秋节"
    assert days[date(2026, 10, 4)].outside
    october = [day for week in services.clocks.month(date(2026, 10, 5)) for day in week]
    eighth = next(day for day in october if day.day == date(2026, 10, 8))
    assert [clock.what for clock in eighth.clocks] == ["共同申请司法确认"]


def test_the_list_is_printed_with_shapes(services: Services) -> None:
    agreed(services)
    listed = services.clocks.register(ClockFilter(), "到期事项一览表")
    (text, *_) = page_texts(services.registers.pdf(listed, across=True))
    assert "▲ 已超 4 天" in text


def test_a_month_is_one_sheet_and_is_recorded(services: Services) -> None:
    agreed(services)
    (text,) = page_texts(services.clocks.month_pdf(date(2026, 9, 1)))
    assert "期限日历　2026年9月" in text
    assert "休 中秋节" in text
    assert "▲协议履行 第1号" in text
    event = services.history.events()[0]
    assert (event.action, event.subject) == ("打印期限日历", "2026-09")


def test_a_full_day_has_its_list_behind_the_sheet(services: Services) -> None:
    for number in range(9):
        services.suggestions.add(SuggestionDraft(day=date(2026, 9, 1), content=f"建议 {number}"))
    sheet, listed = page_texts(services.clocks.month_pdf(date(2026, 9, 1)))
    assert "共 9 项，见后页" in sheet
    assert "建议 8" in listed
    assert "第 2 页，共 2 页" in listed


def test_a_sheet_of_an_unannounced_year_says_so(services: Services) -> None:
    (text,) = page_texts(services.clocks.month_pdf(date(2027, 3, 1)))
    assert "2027 年的放假安排还没有公布" in text
