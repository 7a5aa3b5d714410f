"""Rows of the journal in words, continued: home services, providers, vouchers."""

import json
from typing import TYPE_CHECKING

from linli.domain.dispatches import DISPATCH_STATE, SATISFACTION, DispatchState, Satisfaction
from linli.domain.providers import Price, prices_text
from linli.domain.values.money import yuan

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _text(_: "Words", value: str) -> str:
    return value


def _numbers(words: "Words", value: str) -> str:
    return words.numbers(value)


def _phone(words: "Words", value: str) -> str:
    return words.phone(value)


def _amount(_: "Words", value: str) -> str:
    return f"{yuan(int(value))} 元"


def _state(_: "Words", value: str) -> str:
    return DISPATCH_STATE[DispatchState(value)]


def _prices(_: "Words", value: str) -> str:
    kept = json.loads(value)
    prices = [Price(item=item, amount=amount, unit=unit) for item, amount, unit in kept]
    return prices_text(prices, "，") or "没有"


def _resident(words: "Words", value: str) -> str:
    return words.resident(value)


def _provider(words: "Words", value: str) -> str:
    return words.provider(value)


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "provider": {
        "name": ("网点名称", _text),
        "what": ("服务项目", _text),
        "phone": ("电话", _phone),
        "address": ("地址", _text),
        "prices": ("价格", _prices),
        "until": ("最后一天", _text),
        "note": ("备注", _numbers),
    },
    "voucher": {
        "number": ("券号", _text),
        "value": ("面值", _amount),
        "issued_on": ("发放日期", _text),
        "name": ("发给", _text),
        "resident_id": ("发给的居民", _resident),
        "valid_until": ("有效期到", _text),
        "used_on": ("使用日期", _text),
        "provider_id": ("用在哪个网点", _provider),
    },
    "dispatch": {
        "year": ("派单年份", _text),
        "sequence": ("派单序号", _text),
        "received_on": ("登记日期", _text),
        "name": ("居民", _text),
        "resident_id": ("给谁服务", _resident),
        "phone": ("电话", _phone),
        "address": ("上门地址", _text),
        "what": ("做什么", _numbers),
        "wished_on": ("希望的日期", _text),
        "wished_time": ("希望的时间", _text),
        "price": ("约定价格", _amount),
        "voucher_id": ("用哪张代金券", lambda words, value: words.voucher(value)),
        "state": ("状态", _state),
        "worker_id": ("派给", lambda words, value: words.worker(value)),
        "provider_id": ("派给的网点", _provider),
        "satisfaction": ("满意度", lambda _, value: SATISFACTION[Satisfaction(value)]),
        "account": ("登记的账号", _text),
    },
    "dispatch_step": {
        "state": ("办到", _state),
        "day": ("办理日期", _text),
        "person": ("经办人", _text),
        "whom": ("派给谁", _text),
        "words": ("说明", _numbers),
    },
}
"""By table and column: the field's name and how its value is said."""
