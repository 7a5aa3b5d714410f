"""Rows of the journal in words, continued: the seven points, guides, matters done for people."""

from typing import TYPE_CHECKING

from linli.domain.guides import GUIDE_KIND, GuideKind
from linli.domain.limits import UNIT, Unit
from linli.domain.station_points import POINT, Point

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _text(_: "Words", value: str) -> str:
    return value


def _numbers(words: "Words", value: str) -> str:
    return words.numbers(value)


def _phone(words: "Words", value: str) -> str:
    return words.phone(value)


def _station(words: "Words", value: str) -> str:
    return words.station(value)


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "station_point": {
        "point": ("七个有", lambda _, value: POINT[Point(value)]),
        "present": ("有没有", lambda _, value: "有" if value == "1" else "没有"),
        "checked_on": ("检查日期", _text),
        "note": ("检查说明", _numbers),
    },
    "guide": {
        "kind": ("类别", lambda _, value: GUIDE_KIND[GuideKind(value)]),
        "title": ("名称", _text),
        "station_id": ("用在哪个站点", _station),
        "basis": ("依据", _text),
        "conditions": ("条件", _text),
        "materials": ("材料", _text),
        "steps": ("程序或内容", _text),
        "days": ("办理期限", _text),
        "unit": ("期限按什么算", lambda _, value: UNIT[Unit(value)]),
        "fee": ("收费", _text),
        "phone": ("咨询电话", _text),
    },
    "agency_case": {
        "year": ("代办年份", _text),
        "sequence": ("代办序号", _text),
        "resident_id": ("给谁办", lambda words, value: words.resident(value)),
        "name": ("姓名", _text),
        "phone": ("电话", _phone),
        "received_on": ("接件日期", _text),
        "item": ("代办什么", _text),
        "station_id": ("接件站点", _station),
        "materials": ("收到的材料", _numbers),
        "promised_on": ("承诺日期", _text),
        "first_asked": ("首问责任人", _text),
        "closed_on": ("办结日期", _text),
        "result": ("办理结果", _numbers),
        "taken_by": ("领取人", _text),
        "voided_reason": ("作废原因", _text),
        "account": ("登记的账号", _text),
    },
    "agency_step": {
        "day": ("交接日期", _text),
        "giver": ("交出的人", _text),
        "taker": ("交给谁", _text),
        "words": ("交接说明", _numbers),
    },
}
"""By table and column: the field's name and how its value is said."""
