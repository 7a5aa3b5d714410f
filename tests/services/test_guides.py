from dataclasses import replace

import pytest
from support.cards import page_texts

from linli.domain.guides import GuideDraft, GuideFilter, GuideKind
from linli.domain.limits import Unit
from linli.domain.staff import StationDraft
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError

CARD = GuideDraft(
    kind=GuideKind.SERVICE,
    title="老年人优待证代办",
    basis="《老年人权益保障法》",
    conditions="年满 60 周岁",
    materials="身份证复印件 1 份\n一寸照片 2 张",
    steps="窗口收件\n送街道办理\n通知领取",
    days=5,
    phone="0994-4820110",
)
RULES = GuideDraft(kind=GuideKind.RULES, title="首问责任制", steps="谁接待谁负责\n当场登记")


def test_a_guide_comes_back_as_it_was_given(services):
    guide, _ = services.guides.save(CARD)
    found = services.guides.get(guide)
    assert (found.facts, found.version, found.station) == (CARD, 1, None)


def test_a_guide_of_a_station_names_it_and_goes_with_it(services):
    station = services.stations.add(StationDraft(name="关爱援助站"))[0]
    guide, _ = services.guides.save(replace(CARD, station_id=station))
    assert services.guides.get(guide).station == "关爱援助站"
    services.stations.remove(station)
    with pytest.raises(NotFoundError):
        services.guides.get(guide)


def test_a_work_rule_promises_nothing_and_costs_nothing(services):
    draft = replace(RULES, days=5, materials="身份证", fee="10 元")
    found = services.guides.get(services.guides.save(draft)[0]).facts
    assert (found.days, found.materials, found.fee) == (None, None, None)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " "}, "title"),
        ({"steps": None}, "steps"),
        ({"days": 366}, "days"),
        ({"days": -1}, "days"),
        ({"phone": "12"}, "phone"),
    ],
)
def test_what_is_wrong_is_said_by_field(services, change, field):
    with pytest.raises(InvalidInput) as caught:
        services.guides.save(replace(CARD, **change))
    assert [problem.field for problem in caught.value.problems] == [field]


def test_a_title_is_taken_once_in_its_kind(services):
    services.guides.save(CARD)
    with pytest.raises(InvalidInput, match="已经有了"):
        services.guides.save(CARD)
    services.guides.save(replace(CARD, kind=GuideKind.GUIDE))


def test_a_change_made_meanwhile_is_not_overwritten(services):
    guide, _ = services.guides.save(CARD)
    services.guides.save(replace(CARD, days=3), guide, version=1)
    with pytest.raises(ConflictError, match="老年人优待证代办"):
        services.guides.save(replace(CARD, days=7), guide, version=1)


def test_a_station_lists_its_own_and_those_of_the_hall(services):
    station = services.stations.add(StationDraft(name="关爱援助站"))[0]
    other = services.stations.add(StationDraft(name="警务室"))[0]
    services.guides.save(CARD)
    services.guides.save(replace(RULES, station_id=other))
    services.guides.save(replace(RULES, title="援助站制度", station_id=station))
    wanted = GuideFilter(station_id=station)
    titles = [guide.facts.title for guide in services.guides.list_all(wanted)]
    assert titles == ["援助站制度", "老年人优待证代办"]
    kinds = GuideFilter(kind=GuideKind.RULES)
    assert len(services.guides.list_all(kinds)) == 2


def test_the_notice_tells_all_at_once(services):
    guide, _ = services.guides.save(CARD)
    (text,) = page_texts(services.guides.telling([guide]))
    for said in (
        "一次性告知单",
        "老年人权益保障法",
        "年满 60 周岁",
        "一寸照片 2 张",
        "5 个工作日内",
    ):
        assert said in text
    assert "不收费" in text


def test_a_rule_is_printed_but_is_no_notice(services):
    rule, _ = services.guides.save(RULES)
    (text,) = page_texts(services.guides.pdf([rule]))
    assert "1. 谁接待谁负责" in text
    with pytest.raises(UserError, match="没有一次性告知单"):
        services.guides.telling([rule])
    with pytest.raises(UserError, match="没有选中"):
        services.guides.pdf([])


def test_what_is_done_at_once_says_so(services):
    services.guides.save(replace(CARD, days=0, unit=Unit.DAYS))
    rows = services.guides.register(GuideFilter(), "办事指南").groups[0].rows
    assert "当场办结" in rows[0]


def test_a_removed_guide_comes_back(services):
    guide, _ = services.guides.save(CARD)
    services.guides.remove(guide)
    assert services.guides.list_all() == []
    services.history.undo()
    assert services.guides.get(guide).facts == CARD
