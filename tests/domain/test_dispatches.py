"""Home services: states and what is late; rules; prices; sums of vouchers; the slips."""

from dataclasses import replace
from datetime import date

import pytest

from linli.domain.dispatch_lists import dispatch_letters, dispatch_sums_text
from linli.domain.dispatch_rules import (
    check_dispatch,
    check_move,
    check_provider,
    check_used,
    check_voucher,
    check_voucher_use,
    clean_dispatch,
    clean_move,
)
from linli.domain.dispatches import (
    Dispatch,
    DispatchDraft,
    DispatchMove,
    DispatchState,
    DispatchStep,
    Satisfaction,
    dispatch_sums,
    next_states,
)
from linli.domain.providers import (
    Price,
    ProviderDraft,
    Voucher,
    VoucherDraft,
    parse_prices,
    prices_text,
    voucher_sums,
    voucher_sums_text,
)
from linli.errors import UserError

TODAY = date(2026, 11, 23)
ASKED = date(2026, 11, 10)
DRAFT = DispatchDraft(
    received_on=ASKED, name="马兰", phone="13812345678", address="3号楼501", what="擦玻璃"
)
VOUCHER = VoucherDraft(number="A001", value=5000, issued_on=date(2026, 1, 5), name="马兰")


def item(state=DispatchState.ASKED, *days, **facts):
    """Return a request whose steps led to a state on some days."""
    way = [DispatchState.ASKED, DispatchState.SENT, DispatchState.DONE, DispatchState.CLOSED]
    made = [*zip(way, (ASKED, *days), strict=False)]
    return Dispatch(
        id=1,
        version=1,
        year=2026,
        sequence=7,
        facts=replace(DRAFT, **facts),
        state=state,
        phone="13812345678",
        steps=tuple(DispatchStep(state=at, day=day, person="王芳") for at, day in made),
    )


def voucher(**said):
    facts = replace(VOUCHER, **{k: said.pop(k) for k in ("value", "valid_until") if k in said})
    return Voucher(id=1, version=1, facts=facts, **said)


def fields(problems):
    return [each.field for each in problems]


def test_a_cancelled_or_closed_request_leads_nowhere():
    assert next_states(DispatchState.CANCELLED) == next_states(DispatchState.CLOSED) == ()
    assert next_states(DispatchState.DONE) == (DispatchState.CLOSED,)
    assert DispatchState.SENT in next_states(DispatchState.SENT)  # to somebody else


def test_what_is_late_goes_by_the_wish_then_by_three_days_then_by_the_asking_back():
    assert item().due_on == date(2026, 11, 13)
    assert item(wished_on=date(2026, 11, 20)).days_late(TODAY) == 3
    done = item(DispatchState.DONE, date(2026, 11, 11), date(2026, 11, 18))
    assert (done.due_on, done.days_late(TODAY)) == (date(2026, 11, 25), 0)
    closed = item(DispatchState.CLOSED, ASKED, ASKED, ASKED)
    assert (closed.due_on, closed.days_late(TODAY)) == (None, 0)


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({}, []),
        ({"phone": None}, ["phone"]),
        ({"phone": None, "resident_id": 5}, []),
        ({"phone": "12"}, ["phone"]),
        ({"address": " "}, ["address"]),
        ({"what": ""}, ["what"]),
        ({"received_on": date(2026, 11, 24)}, ["received_on"]),
        ({"wished_on": date(2026, 11, 9)}, ["wished_on"]),
        ({"price": 0}, []),
        ({"price": 100_000_01}, ["price"]),
    ],
)
def test_what_a_request_must_say(facts, wrong):
    assert fields(check_dispatch(clean_dispatch(replace(DRAFT, **facts)), TODAY)) == wrong


@pytest.mark.parametrize(
    ("now", "said", "wrong"),
    [
        (item(), {"to": DispatchState.SENT}, ["sent_to"]),
        (item(), {"to": DispatchState.SENT, "worker_id": 3}, []),
        (item(), {"to": DispatchState.DONE}, ["to"]),
        (item(), {"to": DispatchState.CANCELLED}, ["words"]),
        (item(DispatchState.SENT, ASKED), {"to": DispatchState.SENT, "worker_id": 3}, ["words"]),
        (item(DispatchState.SENT, ASKED), {"to": DispatchState.DONE, "person": ""}, ["person"]),
        (item(DispatchState.SENT, TODAY), {"to": DispatchState.DONE, "day": ASKED}, ["day"]),
        (item(DispatchState.DONE, ASKED, ASKED), {"to": DispatchState.CLOSED}, ["satisfaction"]),
        (
            item(DispatchState.DONE, ASKED, ASKED),
            {"to": DispatchState.CLOSED, "satisfaction": Satisfaction.BAD},
            ["words"],
        ),
    ],
)
def test_what_a_step_must_say(now, said, wrong):
    move = clean_move(DispatchMove(**({"day": TODAY, "person": "王芳"} | said)))
    assert fields(check_move(move, now, TODAY)) == wrong


def test_only_one_is_sent_and_only_the_asking_back_tells_of_satisfaction():
    move = DispatchMove(
        to=DispatchState.SENT,
        day=TODAY,
        person="王芳",
        worker_id=1,
        provider_id=2,
        satisfaction=Satisfaction.GOOD,
    )
    clean = clean_move(move)
    assert (clean.worker_id, clean.provider_id, clean.satisfaction) == (1, None, None)


def test_prices_are_read_as_people_write_them():
    text = "理发 10元/次\n洗衣：12.5 元每件；擦玻璃 5 元/平方米\n\n送菜 0"
    assert parse_prices(text) == (
        Price(item="理发", amount=1000, unit="次"),
        Price(item="洗衣", amount=1250, unit="件"),
        Price(item="擦玻璃", amount=500, unit="平方米"),
        Price(item="送菜", amount=0),
    )
    assert prices_text(parse_prices(text)).endswith("送菜 免费")
    assert parse_prices(prices_text(parse_prices(text))) == parse_prices(text)
    with pytest.raises(UserError, match="「理发」看不懂"):
        parse_prices("理发")


def test_a_voucher_is_used_once_in_time_and_for_one_request():
    assert check_voucher_use(voucher(), TODAY) == []
    assert check_voucher_use(voucher(reserved_by="2026-0007"), TODAY, "2026-0007") == []
    for each, said in (
        (voucher(used_on=ASKED), "已经用过"),
        (voucher(valid_until=ASKED), "已经过期"),
        (voucher(reserved_by="2026-0008"), "已经用在派单 2026-0008"),
    ):
        assert said in check_voucher_use(each, TODAY)[0].message
    assert check_voucher_use(voucher(valid_until=TODAY), TODAY) == []
    assert fields(check_used(voucher(), date(2026, 1, 4), TODAY)) == ["used_on"]


def test_what_a_voucher_and_a_provider_must_say():
    wrong = replace(VOUCHER, number="", value=0, valid_until=date(2025, 1, 1))
    assert fields(check_voucher(wrong, TODAY)) == ["number", "value", "valid_until"]
    assert fields(check_provider(ProviderDraft(name="", what="", phone="1"))) == [
        *("phone", "name", "what")
    ]


def test_vouchers_add_up():
    every = [voucher(used_on=ASKED), voucher(valid_until=ASKED, value=2000), voucher(), voucher()]
    sums = voucher_sums(every, TODAY)
    said = "发出 4 张 170 元，用了 1 张 50 元，过期 1 张 20 元，没用 2 张 100 元"
    assert voucher_sums_text(sums) == said


def test_requests_add_up():
    closed = replace(
        item(DispatchState.CLOSED, ASKED, ASKED, ASKED, price=8050), satisfaction=Satisfaction.GOOD
    )
    every = [closed, item(), replace(item(price=999), state=DispatchState.CANCELLED)]
    said = "登记 3 件，没有做完 1 件，做完 1 件 80.50 元（满意 1），取消 1 件"
    assert dispatch_sums_text(dispatch_sums(every)) == said


def test_the_slips_say_what_each_needs_to_know():
    sent = replace(
        item(DispatchState.SENT, TODAY, price=8000, wished_time="上午"),
        worker="孙强",
        worker_phone="13900001111",
        voucher="A001",
        voucher_value=5000,
    )
    worker, resident = dispatch_letters(
        sent, community="西河社区", contact="0991-1234567", printed="王芳"
    )
    assert {"马兰", "13812345678", "3号楼501"} <= set(worker.texts())
    assert "13900001111" not in worker.texts()
    assert {"孙强", "13900001111", "A001（50 元），另付 30 元"} <= set(resident.texts())
    assert any("0991-1234567" in text for text in resident.texts())
