"""Rows of the journal in words, continued: home services, providers, vouchers."""

import json
from typing import TYPE_CHECKING

from linli.domain.dispatches import DISPATCH_STATE, SATISFACTION, DispatchState, Satisfaction
from linli.domain.providers import Price, prices_text
from linli.domain.values.money import yuan
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _amount(_: "Words", value: str) -> str:
    return f"{yuan(int(value))} 元"


def _state(_: "Words", value: str) -> str:
    return DISPATCH_STATE[DispatchState(value)]


def _prices(_: "Words", value: str) -> str:
    kept = json.loads(value)
    prices = [Price(item=item, amount=amount, unit=unit) for item, amount, unit in kept]
    return prices_text(prices, "，") or "没有"


def _provider(words: "Words", value: str) -> str:
    return words.provider(value)


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "provider": {
        "name": ("网点名称", says.text),
        "what": ("服务项目", says.text),
        "phone": ("电话", says.phone),
        "address": ("地址", says.text),
        "prices": ("价格", _prices),
        "until": ("最后一天", says.text),
        "note": ("备注", says.numbers),
    },
    "voucher": {
        "number": ("券号", says.text),
        "value": ("面值", _amount),
        "issued_on": ("发放日期", says.text),
        "name": ("发给", says.text),
        "resident_id": ("发给的居民", says.resident),
        "valid_until": ("有效期到", says.text),
        "used_on": ("使用日期", says.text),
        "provider_id": ("用在哪个网点", _provider),
    },
    "dispatch": {
        "year": ("派单年份", says.text),
        "sequence": ("派单序号", says.text),
        "received_on": ("登记日期", says.text),
        "name": ("居民", says.text),
        "resident_id": ("给谁服务", says.resident),
        "phone": ("电话", says.phone),
        "address": ("上门地址", says.text),
        "what": ("做什么", says.numbers),
        "wished_on": ("希望的日期", says.text),
        "wished_time": ("希望的时间", says.text),
        "price": ("约定价格", _amount),
        "voucher_id": ("用哪张代金券", lambda words, value: words.voucher(value)),
        "state": ("状态", _state),
        "worker_id": ("派给", lambda words, value: words.worker(value)),
        "provider_id": ("派给的网点", _provider),
        "satisfaction": ("满意度", lambda _, value: SATISFACTION[Satisfaction(value)]),
        "account": ("登记的账号", says.text),
    },
    "dispatch_step": {
        "state": ("办到", _state),
        "day": ("办理日期", says.text),
        "person": ("经办人", says.text),
        "whom": ("派给谁", says.text),
        "words": ("说明", says.numbers),
    },
}
"""By table and column: the field's name and how its value is said."""
