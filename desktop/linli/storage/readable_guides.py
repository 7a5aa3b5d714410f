"""Rows of the journal in words, continued: the seven points, guides, matters done for people."""

from typing import TYPE_CHECKING

from linli.domain.guides import GUIDE_KIND, GuideKind
from linli.domain.limits import UNIT, Unit
from linli.domain.station_points import POINT, Point
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "station_point": {
        "point": ("七个有", lambda _, value: POINT[Point(value)]),
        "present": ("有没有", lambda _, value: "有" if value == "1" else "没有"),
        "checked_on": ("检查日期", says.text),
        "note": ("检查说明", says.numbers),
    },
    "guide": {
        "kind": ("类别", lambda _, value: GUIDE_KIND[GuideKind(value)]),
        "title": ("名称", says.text),
        "station_id": ("用在哪个站点", says.station),
        "basis": ("依据", says.text),
        "conditions": ("条件", says.text),
        "materials": ("材料", says.text),
        "steps": ("程序或内容", says.text),
        "days": ("办理期限", says.text),
        "unit": ("期限按什么算", lambda _, value: UNIT[Unit(value)]),
        "fee": ("收费", says.text),
        "phone": ("咨询电话", says.text),
    },
    "agency_case": {
        "year": ("代办年份", says.text),
        "sequence": ("代办序号", says.text),
        "resident_id": ("给谁办", lambda words, value: words.resident(value)),
        "name": ("姓名", says.text),
        "phone": ("电话", says.phone),
        "received_on": ("接件日期", says.text),
        "item": ("代办什么", says.text),
        "station_id": ("接件站点", says.station),
        "materials": ("收到的材料", says.numbers),
        "promised_on": ("承诺日期", says.text),
        "first_asked": ("首问责任人", says.text),
        "closed_on": ("办结日期", says.text),
        "result": ("办理结果", says.numbers),
        "taken_by": ("领取人", says.text),
        "voided_reason": ("作废原因", says.text),
        "account": ("登记的账号", says.text),
    },
    "agency_step": {
        "day": ("交接日期", says.text),
        "giver": ("交出的人", says.text),
        "taker": ("交给谁", says.text),
        "words": ("交接说明", says.numbers),
    },
}
"""By table and column: the field's name and how its value is said."""
