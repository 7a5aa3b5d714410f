"""Entitlements through the service: rules across records, due lists, sums, print, undo."""

from dataclasses import replace
from datetime import date, timedelta

import openpyxl
import pytest
from support.cards import page_texts
from support.window import settle

from linli.domain.entitlements import (
    EntitlementDraft,
    EntitlementFilter,
    EntitlementState,
    EntitlementSum,
)
from linli.domain.values.dates import PartialDate
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError

TODAY = date(2026, 11, 23)
ALL = EntitlementFilter()


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def low(services, cast):
    """The head gets 低保 of 520 yuan, to be reviewed tomorrow."""
    draft = EntitlementDraft(
        resident_id=cast.head,
        kind_code="01",
        number="低保001",
        persons=2,
        amount=52000,
        since=PartialDate(2024, 3),
        review_date=TODAY + timedelta(days=1),
    )
    return services.entitlements.add(draft)[0]


def ids(services, **conditions):
    return [item.id for item in services.entitlements.list_all(EntitlementFilter(**conditions))]


def test_entitlement_is_kept_whole(services, cast, low):
    item = services.entitlements.get(low)
    assert item.facts.since == PartialDate(2024, 3)
    assert (item.facts.amount, item.facts.persons) == (52000, 2)
    assert (item.person.name, item.person.address) == ("张建国", "西河小区3号楼2单元501室")


def test_adding_is_one_step_that_history_names_and_undo_takes_back(services, cast, low):
    changed = {c.field: c.after for c in services.history.of_resident(cast.head)}
    assert changed["救助待遇"] == "最低生活保障"
    assert changed["待遇每月金额（元）"] == "520"
    services.history.undo()
    assert services.entitlements.list_all(ALL) == []


def test_due_list_moves_with_the_days(services, low, clock):
    assert ids(services, state=EntitlementState.REVIEW) == []
    assert ids(services, due_within=0) == []
    assert ids(services, due_within=1) == [low]
    clock.advance(days=1)
    assert ids(services, due_within=0) == ids(services, state=EntitlementState.REVIEW) == [low]


def test_due_list_begins_with_the_longest_overdue(services, cast, low):
    def added(person, days):
        draft = EntitlementDraft(
            resident_id=person, kind_code="09", review_date=TODAY + timedelta(days=days)
        )
        return services.entitlements.add(draft)[0]

    later, first = added(cast.head, 7), added(cast.wife, -7)
    assert ids(services, due_within=30) == [first, low, later]


def test_stopping_keeps_the_record_and_the_reason(services, low):
    with pytest.raises(InvalidInput):
        services.entitlements.end(low, TODAY, " ")
    services.entitlements.end(low, TODAY, "家庭收入提高")
    item = services.entitlements.get(low)
    assert item.state_on(TODAY) is EntitlementState.ENDED
    assert "家庭收入提高" in item.facts.note
    assert ids(services, running=True) == []
    assert ids(services, state=EntitlementState.ENDED) == [low]


def test_review_sets_the_next_day(services, low, clock):
    clock.advance(days=5)
    with pytest.raises(InvalidInput):
        services.entitlements.reviewed(low, TODAY)
    services.entitlements.reviewed(low, date(2027, 5, 1))
    assert services.entitlements.get(low).facts.review_date == date(2027, 5, 1)
    assert ids(services, state=EntitlementState.REVIEW) == []


def test_same_kind_is_not_given_twice_at_once(services, cast, low):
    again = EntitlementDraft(resident_id=cast.head, kind_code="01")
    with pytest.raises(InvalidInput, match="已经在享受最低生活保障"):
        services.entitlements.add(again)
    services.entitlements.end(low, TODAY, "重新申请")
    services.entitlements.add(again)
    other = replace(again, kind_code="99")
    services.entitlements.add(other)
    services.entitlements.add(other)


def test_old_form_does_not_overwrite(services, low):
    item = services.entitlements.get(low)
    services.entitlements.update(low, replace(item.facts, amount=60000), version=item.version)
    with pytest.raises(ConflictError):
        services.entitlements.update(low, item.facts, version=item.version)


def test_removed_entitlement_is_gone(services, low):
    services.entitlements.remove(low)
    with pytest.raises(NotFoundError):
        services.entitlements.get(low)


def test_sums_count_people_once_in_each_kind(services, cast, low):
    for amount in (10000, 20050):
        draft = EntitlementDraft(resident_id=cast.wife, kind_code="99", amount=amount)
        services.entitlements.add(draft)
    assert services.entitlements.sums(ALL) == [
        EntitlementSum(kind_code="01", count=1, people=1, amount=52000),
        EntitlementSum(kind_code="99", count=2, people=1, amount=30050),
    ]


def test_people_in_the_bin_are_left_out_and_the_dead_are_named(services, cast, low):
    services.residents.mark_deceased(cast.head, TODAY)
    (row,) = services.entitlements.register(ALL, "名册").groups[0].rows
    assert row[1] == "张建国（已去世）"
    services.residents.recycle([cast.head])
    assert ids(services) == []


def test_list_is_printed_with_sums_and_recorded(services, low):
    register = services.entitlements.register(ALL, "救助待遇名册")
    text = "".join(page_texts(services.registers.pdf(register, across=True)))
    for said in ("救助待遇名册", "西河社区", "最低生活保障", "张建国", "低保001", "每月 520 元"):
        assert said.replace(" ", "") in text.replace(" ", "")
    event = services.history.events(1)[0]
    assert (event.action, event.subject) == ("打印名册", "救助待遇名册")
    assert event.detail == {"行数": "1"}


def test_list_is_written_as_text_cells(services, low, tmp_path):
    register = services.entitlements.register(ALL, "救助待遇名册")
    path = tmp_path / "名册.xlsx"
    assert services.registers.workbook(register, path) == 1
    head, row = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    cells = dict(zip(head, row, strict=True))
    assert (cells["姓名"], cells["证号"], cells["元/月"]) == ("张建国", "低保001", "520")
    assert cells["分组"].startswith("最低生活保障")
    assert services.history.events(1)[0].action == "导出名册"


def test_empty_list_is_refused(services, cast):
    with pytest.raises(UserError, match="是空的"):
        services.registers.pdf(services.entitlements.register(ALL, "救助待遇名册"))
