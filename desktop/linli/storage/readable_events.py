"""Rows of the journal in words, continued: venues, bookings, events and who came."""

from typing import TYPE_CHECKING

from linli.domain.codes import code_table
from linli.domain.events import EVENT_STATE, EVENT_TABLE, ROLE, EventState, Role
from linli.domain.hours import hours_text
from linli.domain.venues import VENUE_KIND, VenueKind
from linli.storage import readable_says as says
from linli.storage.readable_workers import free_times

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _moment(_: "Words", value: str) -> str:
    return value.replace("T", " ")


def _venue(words: "Words", value: str) -> str:
    return words.named("venue", value)


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "venue": {
        "name": ("场地名称", says.text),
        "kind": ("场地类别", lambda _, value: VENUE_KIND[VenueKind(value)]),
        "organisation_id": ("出借单位", lambda words, value: words.named("organisation", value)),
        "station_id": ("所属站点", says.station),
        "place": ("场地位置", says.text),
        "capacity": ("可容纳人数", says.text),
        "equipment": ("设备", says.numbers),
        "keeper": ("管理人", says.text),
        "phone": ("管理人电话", says.phone),
        "open_times": ("开放时间", free_times),
        "terms": ("借用办法", says.numbers),
        "until": ("最后一天", says.text),
        "note": ("场地备注", says.numbers),
    },
    "booking": {
        "venue_id": ("预约的场地", _venue),
        "begins": ("预约开始", _moment),
        "ends": ("预约结束", _moment),
        "purpose": ("用途", says.numbers),
        "borrower": ("借用人", says.text),
        "phone": ("借用人电话", says.phone),
        "resident_id": ("借用的居民", says.resident),
        "headcount": ("预约人数", says.text),
        "event_id": ("预约的活动", lambda words, value: words.event(value)),
        "called_off_on": ("取消日期", says.text),
        "reason": ("取消原因", says.numbers),
        "note": ("预约备注", says.numbers),
    },
    "event": {
        "kind_code": ("活动类别", lambda _, value: code_table(EVENT_TABLE).label(value)),
        "title": ("活动名称", says.text),
        "begins": ("活动开始", _moment),
        "ends": ("活动结束", _moment),
        "venue_id": ("活动场地", _venue),
        "place": ("活动地点", says.text),
        "team_id": ("主办的队伍", lambda words, value: words.team(value)),
        "organiser": ("主办单位", says.text),
        "leader": ("活动负责人", says.text),
        "phone": ("活动负责人电话", says.phone),
        "speaker": ("主讲人", says.text),
        "content": ("活动内容", says.numbers),
        "expected": ("预计人数", says.text),
        "note": ("活动备注", says.numbers),
        "state": ("活动状态", lambda _, value: EVENT_STATE[EventState(value)]),
        "headcount": ("实到人次", says.text),
        "summary": ("活动小结", says.numbers),
        "materials": ("发放资料（份）", says.text),
        "reason": ("取消原因", says.numbers),
        "training_id": ("培训台账", lambda *_: "已列入"),
    },
    "event_guest": {
        "name": ("名单上的人", says.text),
        "phone": ("名单上的电话", says.phone),
        "resident_id": ("参加的居民", says.resident),
        "worker_id": ("参加的值班人员", says.worker),
        "role": ("参加方式", lambda _, value: ROLE[Role(value)]),
        "present": ("签到", says.yes_no),
        "quarters": ("志愿时长（小时）", lambda _, value: hours_text(int(value))),
        "note": ("名单备注", says.numbers),
    },
}
"""By table and column: the field's name and how its value is said."""
