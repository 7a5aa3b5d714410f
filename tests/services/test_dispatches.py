"""Home services through the service: numbers, steps, vouchers, the slip, rights."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from support.cards import page_texts
from support.people import make_draft, make_phone
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.dispatches import (
    Dispatch,
    DispatchDraft,
    DispatchFilter,
    DispatchMove,
    DispatchState,
    Satisfaction,
)
from linli.domain.providers import Price, ProviderDraft, VoucherDraft
from linli.domain.workers import WorkerDraft, WorkerKind
from linli.errors import ConflictError, InvalidInput, NotAllowedError, UserError
from linli.services.container import Services

TODAY = date(2026, 11, 23)
DRAFT = DispatchDraft(
    received_on=TODAY, name="马兰", phone="13812345678", address="3号楼501", what="擦玻璃"
)
SHOP = ProviderDraft(name="幸福理发店", what="理发", prices=(Price(item="理发", amount=1000),))
VOUCHER = VoucherDraft(number="A001", value=5000, issued_on=date(2026, 1, 5), name="马兰")


def add(services: Services, **facts: Any) -> Dispatch:
    dispatch_id, _ = services.dispatches.add(replace(DRAFT, **facts))
    return services.dispatches.get(dispatch_id)


def move(services: Services, item: Dispatch, to: DispatchState, **said: Any) -> Dispatch:
    step = DispatchMove(to=to, day=TODAY, person="王芳", **said)
    services.dispatches.move(item.id, step, version=item.version)
    return services.dispatches.get(item.id)


def housekeeper(services: Services, **facts: Any) -> int:
    draft = WorkerDraft(kind=WorkerKind.HOUSEKEEPER, name="孙强", phone="13900001111", **facts)
    return services.workers.add(draft)[0]


def test_a_request_goes_from_the_asking_to_the_asking_back(services: Services) -> None:
    worker = housekeeper(services)
    shop, _ = services.providers.add(SHOP)
    item = add(services, price=8000)
    assert item.number == "2026-0001"
    sent = move(services, item, DispatchState.SENT, provider_id=shop)
    assert sent.doer == "幸福理发店"
    again = move(services, sent, DispatchState.SENT, worker_id=worker, words="网点没有空")
    assert (again.doer, again.provider_id, again.worker_phone) == ("孙强", None, "13900001111")
    done = move(services, again, DispatchState.DONE)
    closed = move(services, done, DispatchState.CLOSED, satisfaction=Satisfaction.GOOD)
    assert [each.whom for each in closed.steps] == [None, "幸福理发店", "孙强", None, None]
    sums = services.dispatches.sums(2026)
    assert (sums.worked, sums.amount, sums.said) == (1, 8000, {Satisfaction.GOOD: 1})
    assert services.dispatches.list_all(DispatchFilter(is_open=True)) == []
    with pytest.raises(UserError, match="已回访，不能再改"):
        services.dispatches.update(item.id, DRAFT, version=closed.version)


def test_a_number_is_never_given_twice(services: Services) -> None:
    first = add(services)
    move(services, first, DispatchState.CANCELLED, words="自己找了人")
    assert [add(services).number, add(services, received_on=date(2025, 3, 1)).number] == [
        *("2026-0002", "2025-0001")
    ]
    assert services.dispatches.find_number("派单 2026-1") == services.dispatches.get(first.id)
    assert services.dispatches.find_number("2026-0009") is None


def test_a_voucher_pays_one_request_and_is_used_up_when_the_work_is_done(
    services: Services,
) -> None:
    voucher, _ = services.providers.issue(VOUCHER)
    worker = housekeeper(services)
    item = add(services, price=8000, voucher_id=voucher)
    assert item.to_pay == 3000
    assert services.providers.usable() == []
    assert [each.id for each in services.providers.usable(item.number)] == [voucher]
    with pytest.raises(InvalidInput, match="已经用在派单 2026-0001"):
        add(services, voucher_id=voucher)
    with pytest.raises(UserError, match="不能删除"):
        services.providers.remove_voucher(voucher)
    sent = move(services, item, DispatchState.SENT, worker_id=worker)
    move(services, sent, DispatchState.DONE)
    assert services.providers.voucher(voucher).used_on == TODAY
    with pytest.raises(UserError, match="不能在这里取消"):
        services.providers.unuse(voucher)
    services.history.undo()
    assert services.providers.voucher(voucher).used_on is None
    assert services.dispatches.get(item.id).state is DispatchState.SENT


def test_a_cancelled_request_gives_its_voucher_back(services: Services) -> None:
    voucher, _ = services.providers.issue(VOUCHER)
    item = add(services, voucher_id=voucher)
    move(services, item, DispatchState.CANCELLED, words="不用了")
    assert [each.id for each in services.providers.usable()] == [voucher]


def test_a_voucher_is_used_at_a_provider_and_that_can_be_taken_back(services: Services) -> None:
    shop, _ = services.providers.add(SHOP)
    voucher, _ = services.providers.issue(VOUCHER)
    services.providers.use(voucher, TODAY, shop, version=1)
    assert services.providers.voucher(voucher).provider == "幸福理发店"
    assert services.providers.voucher_sums(2026).used.value == 5000
    with pytest.raises(UserError, match="已有派单或代金券的记录"):
        services.providers.remove(shop)
    with pytest.raises(UserError, match="已经用过"):
        services.providers.update_voucher(voucher, VOUCHER, version=2)
    services.providers.unuse(voucher)
    services.providers.remove(shop)
    services.providers.remove_voucher(voucher)
    assert services.providers.vouchers() == []


def test_a_voucher_s_number_is_given_once(services: Services) -> None:
    services.providers.issue(VOUCHER)
    with pytest.raises(InvalidInput, match="券号「A001」已经发给「马兰」"):
        services.providers.issue(replace(VOUCHER, name="赵静"))


def test_a_resident_s_own_number_is_called(services: Services) -> None:
    person, _ = services.residents.add(make_draft("欧阳建国", phones=(make_phone(),)))
    item = add(services, name="x", resident_id=person, phone=None)
    assert (item.facts.name, item.phone) == ("欧阳建国", make_phone().number)


def test_what_is_late_is_listed_the_latest_first(services: Services) -> None:
    newer = add(services, received_on=date(2026, 11, 18))
    older = add(services, received_on=date(2026, 11, 2))
    add(services, wished_on=date(2026, 12, 1))
    late = services.dispatches.list_all(DispatchFilter(late=True))
    assert [each.id for each in late] == [older.id, newer.id]


def test_nobody_is_sent_who_has_left(services: Services) -> None:
    gone = housekeeper(services, until=date(2026, 11, 1))
    assert services.dispatches.workers() == {}
    with pytest.raises(InvalidInput, match="不在岗"):
        move(services, add(services), DispatchState.SENT, worker_id=gone)


def test_who_was_sent_can_only_leave(services: Services) -> None:
    worker = housekeeper(services)
    move(services, add(services), DispatchState.SENT, worker_id=worker)
    with pytest.raises(UserError, match="家政派遣"):
        services.workers.remove(worker)


def test_the_slip_is_printed_with_numbers_for_who_may_see_them(services: Services) -> None:
    item = add(services)
    with pytest.raises(UserError, match="还没有派给谁"):
        services.dispatches.slips(item.id)
    move(services, item, DispatchState.SENT, worker_id=housekeeper(services))
    said = "".join(page_texts(services.dispatches.slips(item.id))).replace("\n", "")
    assert "13812345678" in said
    assert services.history.events()[0].action == "打印家政派单"


def test_lists_mask_numbers_unless_they_are_revealed(services: Services) -> None:
    add(services)
    for revealed in (False, True):
        made = services.dispatches.register(DispatchFilter(), "清单", revealed=revealed)
        assert ("13812345678" in made.groups[0].rows[0]) is revealed


def test_a_number_seen_masked_stays_as_it_was(services: Services) -> None:
    item = add(services)
    masked = services.masking.masks().show_numbers_in("13812345678")
    draft = replace(DRAFT, phone=masked, what="修水管")
    services.dispatches.update(item.id, draft, version=1)
    now = services.dispatches.get(item.id).facts
    assert (now.phone, now.what) == ("13812345678", "修水管")
    with pytest.raises(ConflictError):
        services.dispatches.update(item.id, draft, version=1)
    with pytest.raises(InvalidInput, match="要在同一年"):
        services.dispatches.update(item.id, replace(draft, received_on=date(2025, 1, 1)), version=2)


def test_a_reader_sees_but_changes_nothing(services: Services) -> None:
    add(services)
    reader = as_role(services, Role.READER)
    assert reader.dispatches.list_all()
    with pytest.raises(NotAllowedError):
        reader.dispatches.add(DRAFT)
    with pytest.raises(NotAllowedError):
        reader.providers.add(SHOP)


def test_prices_are_listed_with_public_numbers(services: Services) -> None:
    services.providers.add(replace(SHOP, phone="13700002222"))
    services.providers.add(replace(SHOP, name="关了的店", until=date(2026, 1, 1)))
    rows = services.providers.register("价目表").groups[0].rows
    assert [row[1] for row in rows] == ["幸福理发店"]
    assert "13700002222" in rows[0]
    assert "理发 10 元" in rows[0]


def test_the_sample_has_requests_in_every_state(services: Services) -> None:
    services.sample.create(60)
    found = services.dispatches.list_all()
    assert {each.state for each in found} == set(DispatchState) - {DispatchState.CANCELLED}
    assert all(each.doer for each in found if each.state is not DispatchState.ASKED)
    assert len(services.providers.list_all()) == 2
    assert services.providers.voucher_sums().left.count == 3
