from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.cards import page_texts
from support.window import settle

from linli.domain.agency import AgencyDraft, AgencyFilter, AgencyResult, AgencyStep
from linli.domain.clocks import Light
from linli.domain.guides import GuideDraft, GuideKind
from linli.domain.limits import Unit
from linli.errors import InvalidInput, NotFoundError, UserError


@pytest.fixture
def today(clock):
    return clock().date()


@pytest.fixture
def draft(today):
    return AgencyDraft(
        name="张桂兰",
        phone="13812345678",
        received_on=today,
        item="老年人优待证",
        materials="身份证复印件\n照片 2 张",
        promised_on=today + timedelta(days=5),
        first_asked="刘敏",
    )


def test_numbers_run_through_the_year_and_survive_undo(services, draft, today):
    first, _ = services.agency.add(draft)
    second, _ = services.agency.add(draft)
    assert services.agency.get(first).number == f"代办 {today.year}-001"
    assert services.agency.get(second).number == f"代办 {today.year}-002"
    services.agency.void(second, "重复登记", version=1)
    third, _ = services.agency.add(draft)
    assert services.agency.get(third).sequence == 3


def test_a_resident_is_named_by_the_ledger(services, draft):
    cast = settle(services)
    (person,) = services.residents.find("", 1) or services.residents.rows([1])
    case, _ = services.agency.add(replace(draft, name="别人", resident_id=person.id))
    assert services.agency.get(case).facts.name == person.name
    wanted = AgencyFilter(resident_id=person.id)
    assert [each.id for each in services.agency.list_all(wanted)] == [case]
    assert cast is not None
    with pytest.raises(NotFoundError):
        services.agency.add(replace(draft, resident_id=9999))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "who"),
        ({"item": " "}, "item"),
        ({"first_asked": ""}, "first_asked"),
        ({"phone": "12"}, "phone"),
        ({"promised_on": date(2000, 1, 1)}, "promised_on"),
        ({"received_on": date(2100, 1, 1), "promised_on": None}, "received_on"),
    ],
)
def test_what_is_wrong_is_said_by_field(services, draft, change, field):
    with pytest.raises(InvalidInput) as caught:
        services.agency.add(replace(draft, **change))
    assert [problem.field for problem in caught.value.problems] == [field]


def test_the_promise_follows_the_guide(services):
    guide = GuideDraft(kind=GuideKind.SERVICE, title="优待证", steps="办理", days=3, unit=Unit.DAYS)
    number, _ = services.guides.save(guide)
    assert services.agency.promised_on(number, date(2026, 9, 7)) == date(2026, 9, 10)
    working = replace(guide, unit=Unit.WORKING_DAYS)
    services.guides.save(working, number, version=1)
    assert services.agency.promised_on(number, date(2026, 9, 10)) == date(2026, 9, 15)
    services.guides.save(replace(working, days=None), number, version=2)
    assert services.agency.promised_on(number, date(2026, 9, 10)) is None


def test_each_hand_over_is_written_down_and_says_who_has_it(services, draft, today):
    case, _ = services.agency.add(draft)
    assert services.agency.get(case).holder == "刘敏"
    step = AgencyStep(day=today, giver="刘敏", taker="街道便民中心", words="材料 3 份")
    services.agency.hand_over(case, step, version=1)
    found = services.agency.get(case)
    assert (found.steps, found.holder, found.version) == ((step,), "街道便民中心", 2)
    services.history.undo()
    assert services.agency.get(case).steps == ()


def test_a_hand_over_before_the_last_one_is_refused(services, draft, today):
    before = today - timedelta(days=2)
    case, _ = services.agency.add(replace(draft, received_on=before))
    step = AgencyStep(day=today, giver="刘敏", taker="街道")
    services.agency.hand_over(case, step, version=1)
    with pytest.raises(InvalidInput, match="早于上一次交接"):
        services.agency.hand_over(case, replace(step, day=before), version=2)
    with pytest.raises(InvalidInput, match="没有填写交给谁"):
        services.agency.hand_over(case, replace(step, taker=""), version=2)


def test_what_is_over_changes_no_more(services, draft, today):
    case, _ = services.agency.add(draft)
    result = AgencyResult(closed_on=today, result="优待证已领回", taken_by="本人")
    services.agency.end(case, result, version=1)
    found = services.agency.get(case)
    assert (found.ended, found.is_open) == (result, False)
    with pytest.raises(UserError, match="已经办结或作废"):
        services.agency.update(case, draft, version=2)
    with pytest.raises(UserError, match="已经办结或作废"):
        services.agency.end(case, result, version=2)


def test_those_that_are_open_come_first_by_when_they_are_due(services, draft, today):
    ago = today - timedelta(days=10)
    late = services.agency.add(
        replace(draft, received_on=ago, promised_on=today - timedelta(days=1))
    )[0]
    later = services.agency.add(draft)[0]
    unsaid = services.agency.add(replace(draft, promised_on=None))[0]
    done = services.agency.add(draft)[0]
    services.agency.end(done, AgencyResult(closed_on=today, result="已办"), version=1)
    assert [case.id for case in services.agency.list_all()] == [late, later, unsaid, done]
    overdue = services.agency.list_all(AgencyFilter(overdue=True))
    assert [case.id for case in overdue] == [late]
    calendar = services.calendar.calendar()
    lights = [case.light(today, calendar) for case in services.agency.list_all()]
    assert (lights[0], lights[2], lights[3]) == (Light.RED, Light.GREEN, Light.DONE)


def test_stub_and_receipt_are_a_page_each(services, draft, today):
    case, _ = services.agency.add(draft)
    services.agency.hand_over(
        case, AgencyStep(day=today, giver="刘敏", taker="街道便民中心"), version=1
    )
    stub, receipt = page_texts(services.agency.receipt(case))
    assert "全程代办存根" in stub
    assert "刘敏 交给 街道便民中心" in stub
    assert "全程代办回执" in receipt
    assert "照片 2 张" in receipt
    assert "交接记录" not in receipt


def test_a_voided_matter_has_no_receipt(services, draft):
    case, _ = services.agency.add(draft)
    with pytest.raises(InvalidInput, match="没有写作废的原因"):
        services.agency.void(case, " ", version=1)
    services.agency.void(case, "登记错了", version=1)
    with pytest.raises(UserError, match="已经作废"):
        services.agency.receipt(case)


def test_a_removed_guide_leaves_the_matter(services, draft):
    guide = GuideDraft(kind=GuideKind.SERVICE, title="优待证", steps="办理")
    number, _ = services.guides.save(guide)
    case, _ = services.agency.add(replace(draft, guide_id=number))
    services.guides.remove(number)
    assert services.agency.get(case).facts.guide_id is None
