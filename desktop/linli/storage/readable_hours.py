"""Rows of the journal in words, continued: attendance and hours."""

import json
from typing import TYPE_CHECKING

from linli.domain.hours import NOTE_KIND, SOURCE, NoteKind, Source, hours_text
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _hours(_: "Words", value: str) -> str:
    return hours_text(int(value))


def _items(_: "Words", value: str) -> str:
    return "，".join(f"{item} {hours_text(count)} 小时" for item, _, count in json.loads(value))


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "service_record": {
        "worker_id": ("服务的人", says.worker),
        "day": ("日期", says.text),
        "begins": ("实际开始", says.text),
        "ends": ("实际结束", says.text),
        "quarters": ("时长（小时）", _hours),
        "item": ("服务项目", says.text),
        "content": ("服务内容", says.numbers),
        "station_id": ("服务站点", lambda words, value: words.station(value)),
        "place": ("服务地点", says.text),
        "event_id": ("服务的活动", lambda words, value: words.event(value)),
        "source": ("依据", lambda _, value: SOURCE[Source(value)]),
        "confirmed_by": ("确认人", says.text),
        "note": ("备注", says.numbers),
    },
    "volunteer_note": {
        "worker_id": ("志愿者", says.worker),
        "kind": ("种类", lambda _, value: NOTE_KIND[NoteKind(value)]),
        "day": ("日期", says.text),
        "content": ("内容", says.numbers),
        "giver": ("组织或授予单位", says.text),
        "quarters": ("时长（小时）", _hours),
    },
    "hand_over": {
        "day": ("交班日期", says.text),
        "at": ("交班时间", says.text),
        "shift": ("班次", says.text),
        "given_id": ("交班人", says.worker),
        "taken_id": ("接班人", says.worker),
        "happened": ("值班情况", says.numbers),
        "left_open": ("要接着办的事", says.numbers),
        "settled_on": ("办完日期", says.text),
    },
    "hours_certificate": {
        "year": ("证明年份", says.text),
        "sequence": ("证明序号", says.text),
        "name": ("姓名", says.text),
        "document_number": ("证件号码", lambda words, value: words.document(value)),
        "volunteer_number": ("志愿者编号", says.text),
        "first": ("证明第一天", says.text),
        "last": ("证明最后一天", says.text),
        "items": ("证明的服务", _items),
        "issuer": ("出具单位", says.text),
        "manager": ("负责人", says.text),
        "handler": ("经办人", says.text),
        "contact": ("联系方式", says.numbers),
        "issued_on": ("出具日期", says.text),
        "reissued_on": ("补发日期", says.text),
        "reissues": ("补发次数", says.text),
    },
}
"""By table and column: the field's name and how its value is said."""
