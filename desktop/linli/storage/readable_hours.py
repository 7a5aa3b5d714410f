"""Rows of the journal in words, continued: attendance and hours."""

import json
from typing import TYPE_CHECKING

from linli.domain.hours import NOTE_KIND, SOURCE, NoteKind, Source, hours_text

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _text(_: "Words", value: str) -> str:
    return value


def _numbers(words: "Words", value: str) -> str:
    return words.numbers(value)


def _worker(words: "Words", value: str) -> str:
    return words.worker(value)


def _hours(_: "Words", value: str) -> str:
    return hours_text(int(value))


def _items(_: "Words", value: str) -> str:
    return "，".join(f"{item} {hours_text(count)} 小时" for item, _, count in json.loads(value))


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "service_record": {
        "worker_id": ("服务的人", _worker),
        "day": ("日期", _text),
        "begins": ("实际开始", _text),
        "ends": ("实际结束", _text),
        "quarters": ("时长（小时）", _hours),
        "item": ("服务项目", _text),
        "content": ("服务内容", _numbers),
        "station_id": ("服务站点", lambda words, value: words.station(value)),
        "place": ("服务地点", _text),
        "source": ("依据", lambda _, value: SOURCE[Source(value)]),
        "confirmed_by": ("确认人", _text),
        "note": ("备注", _numbers),
    },
    "volunteer_note": {
        "worker_id": ("志愿者", _worker),
        "kind": ("种类", lambda _, value: NOTE_KIND[NoteKind(value)]),
        "day": ("日期", _text),
        "content": ("内容", _numbers),
        "giver": ("组织或授予单位", _text),
        "quarters": ("时长（小时）", _hours),
    },
    "hand_over": {
        "day": ("交班日期", _text),
        "at": ("交班时间", _text),
        "shift": ("班次", _text),
        "given_id": ("交班人", _worker),
        "taken_id": ("接班人", _worker),
        "happened": ("值班情况", _numbers),
        "left_open": ("要接着办的事", _numbers),
        "settled_on": ("办完日期", _text),
    },
    "hours_certificate": {
        "year": ("证明年份", _text),
        "sequence": ("证明序号", _text),
        "name": ("姓名", _text),
        "document_number": ("证件号码", lambda words, value: words.document(value)),
        "volunteer_number": ("志愿者编号", _text),
        "first": ("证明第一天", _text),
        "last": ("证明最后一天", _text),
        "items": ("证明的服务", _items),
        "issuer": ("出具单位", _text),
        "manager": ("负责人", _text),
        "handler": ("经办人", _text),
        "contact": ("联系方式", _numbers),
        "issued_on": ("出具日期", _text),
        "reissued_on": ("补发日期", _text),
        "reissues": ("补发次数", _text),
    },
}
"""By table and column: the field's name and how its value is said."""
