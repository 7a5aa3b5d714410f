"""Reception days through the service: decisions, visits, petitions, what leaves."""

from dataclasses import replace
from datetime import date

import pytest
from support.cards import page_texts
from support.people import make_draft

from linli.domain.accounts import Actor, Role
from linli.domain.receptions import (
    DayChange,
    Result,
    RuleDraft,
    VisitDraft,
    VisitFilter,
)
from linli.errors import ConflictError, InvalidInput, NotAllowedError, NotFoundError
from linli.services.container import Services

RULE = RuleDraft(
    name="网格接访日",
    weekdays=(1, 3),
    hours="9:30—11:30",
    receivers=("王芳", "马力"),
    since=date(2026, 9, 1),
)
CAME = VisitDraft(day=date(2026, 11, 19), name="李秀英", matter_code="01", content="路灯不亮")


@pytest.fixture
def rule_id(services: Services) -> int:
    return services.receptions.save_rule(RULE)[0]


def as_role(services: Services, role: Role) -> Services:
    context = services.context
    actor = Actor(account_id=context.actor.account_id, name="别人", role=role)
    return Services(replace(context, actor=actor))


def test_a_rule_is_changed_only_by_who_has_read_it(services: Services, rule_id: int) -> None:
    services.receptions.save_rule(replace(RULE, place="警务室"), rule_id, version=1)
    with pytest.raises(ConflictError):
        services.receptions.save_rule(RULE, rule_id, version=1)
    (rule,) = services.receptions.rules()
    assert rule.facts.place == "警务室"


def test_a_decision_about_a_day_holds_until_it_is_taken_back(
    services: Services, rule_id: int
) -> None:
    day = date(2026, 11, 26)
    change = DayChange(planned=day, held_on=None, note="全员培训")
    services.receptions.decide(rule_id, change)
    services.receptions.decide(rule_id, replace(change, note="停电"))
    (found,) = services.receptions.days(rule_id, day, day)
    assert (found.held_on, found.why) == (None, "停电")
    services.receptions.as_planned(rule_id, day)
    (found,) = services.receptions.days(rule_id, day, day)
    assert found.held_on == day
    services.history.undo()
    assert services.receptions.days(rule_id, day, day)[0].why == "停电"


def test_a_day_that_is_none_of_the_rule_is_refused(services: Services, rule_id: int) -> None:
    monday = date(2026, 11, 23)
    with pytest.raises(InvalidInput, match="不是接待日"):
        services.receptions.decide(rule_id, DayChange(planned=monday, held_on=monday))


def test_an_own_holiday_moves_the_day(services: Services, rule_id: int) -> None:
    services.calendar.save_year(2027, "古尔邦节：5月16日至18日放假")
    tuesday = date(2027, 5, 18)
    (found,) = services.receptions.days(rule_id, tuesday, tuesday)
    assert (found.held_on, found.why) == (date(2027, 5, 19), "古尔邦节放假，顺延到5月19日")


def test_visitors_are_counted_on_their_day(services: Services, rule_id: int) -> None:
    services.receptions.save_visit(replace(CAME, rule_id=rule_id, persons=3))
    services.receptions.save_visit(replace(CAME, rule_id=rule_id, name="王强"))
    (found,) = services.receptions.days(rule_id, CAME.day, CAME.day)
    assert found.visits == 4


def test_a_rule_that_is_removed_leaves_its_visits(services: Services, rule_id: int) -> None:
    visit_id, _ = services.receptions.save_visit(replace(CAME, rule_id=rule_id))
    services.receptions.remove_rule(rule_id)
    assert services.receptions.visit(visit_id).facts.rule_id is None
    services.history.undo()
    assert services.receptions.visit(visit_id).facts.rule_id == rule_id


def test_a_resident_who_comes_is_called_as_the_ledger_does(services: Services) -> None:
    resident_id, _ = services.residents.add(make_draft("王小明", sequence=7))
    draft = replace(CAME, name="小王", resident_id=resident_id)
    visit_id, _ = services.receptions.save_visit(draft)
    assert services.receptions.visit(visit_id).facts.name == "王小明"


def test_what_waits_is_listed_by_when_it_is_due(services: Services) -> None:
    later = replace(CAME, result=Result.FOLLOWED, follow_up=date(2026, 12, 30))
    services.receptions.save_visit(later)
    services.receptions.save_visit(replace(later, name="王强", follow_up=CAME.day))
    services.receptions.save_visit(replace(CAME, name="赵燕"))
    waiting = services.receptions.visits(VisitFilter(is_open=True))
    assert [visit.facts.name for visit in waiting] == ["王强", "李秀英"]
    overdue = services.receptions.visits(VisitFilter(overdue=True))
    assert [visit.facts.name for visit in overdue] == ["王强"]


def test_whoever_comes_again_about_the_same_is_seen(services: Services) -> None:
    for content in ("路灯不亮", "路灯还是不亮"):
        services.receptions.save_visit(replace(CAME, content=content))
    services.receptions.save_visit(replace(CAME, matter_code="07"))
    times = {v.facts.content: v.times for v in services.receptions.visits(VisitFilter())}
    assert times["路灯还是不亮"] == 2
    assert sorted(v.times for v in services.receptions.visits(VisitFilter())) == [1, 2, 2]


def test_petitions_are_neither_seen_nor_written_without_the_right(services: Services) -> None:
    visit_id, _ = services.receptions.save_visit(
        replace(CAME, matter_code="09", content="反映征地补偿")
    )
    clerk = as_role(services, Role.CLERK)
    assert clerk.receptions.visits(VisitFilter()) == []
    with pytest.raises(NotFoundError):
        clerk.receptions.visit(visit_id)
    with pytest.raises(NotFoundError):
        clerk.receptions.remove_visit(visit_id)
    with pytest.raises(NotAllowedError):
        clerk.receptions.save_visit(replace(CAME, matter_code="09"))
    said = str([clerk.history.of_record("reception_visit", str(visit_id))])
    assert "征地" not in said
    assert "李秀英" not in said
    assert len(services.receptions.visits(VisitFilter())) == 1


def test_phones_are_masked_on_the_list_unless_they_are_asked_for(services: Services) -> None:
    services.receptions.save_visit(replace(CAME, phone="13812345678"))
    made = services.receptions.visit_register(VisitFilter(), "来访登记簿")
    assert "138****5678" in str(made.groups)
    full = services.receptions.visit_register(VisitFilter(), "来访登记簿", revealed=True)
    assert "13812345678" in str(full.groups)


def test_the_notice_on_the_door_is_a_page_and_is_recorded(services: Services, rule_id: int) -> None:
    content = services.receptions.door_pdf(rule_id, date(2026, 12, 1), date(2027, 1, 7))
    (text,) = page_texts(content)
    assert "网格接访日安排" in text
    assert "2026年12月31日" in text
    assert "2027年放假安排公布后如有变动" in text
    assert services.history.events()[0].action == "打印接待日通知"
