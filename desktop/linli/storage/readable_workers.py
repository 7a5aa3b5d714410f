"""Rows of the journal in words, continued: who can be on duty, rosters, hours."""

import json
from typing import TYPE_CHECKING

from linli.domain.codes import code_table
from linli.domain.reception_rules import weekday_words
from linli.domain.rosters import CHANGE_KIND, DAY_KIND, POST, ChangeKind, DayKind, Post
from linli.domain.workers import (
    EMPLOYMENT_TABLE,
    LEAVE_KIND,
    VOLUNTEER_SOURCE_TABLE,
    WORKER_KIND,
    LeaveKind,
    WorkerKind,
)
from linli.storage import readable_hours
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words

_RULES = {
    "rest_hours": "班间至少休息（小时）",
    "most_days": "最多连续（天）",
    "most_hours": "一周最多（小时）",
    "fair_months": "轮流算上以前（月）",
    "hours": "时数均匀",
    "nights": "夜班均匀",
    "days_off": "休息日均匀",
    "holidays": "节假日均匀",
    "wishes": "照顾意愿",
}


def _list(_: "Words", value: str) -> str:
    return "、".join(json.loads(value)) or "没有"


def _qualifications(_: "Words", value: str) -> str:
    said = (f"{name}（到{until}）" if until else name for name, _, until in json.loads(value))
    return "、".join(said) or "没有"


def free_times(_: "Words", value: str) -> str:
    """Return times of the week, such as 周一 09:00—12:00."""
    said = (f"{weekday_words((day,))} {begins}—{ends}" for day, begins, ends in json.loads(value))
    return "，".join(said) or "随时"


def _needs(_: "Words", value: str) -> str:
    said = (f"{DAY_KIND[DayKind(kind)]} {count} 人" for kind, count in json.loads(value).items())
    return "，".join(said) or "不排人"


def _rules(_: "Words", value: str) -> str:
    said = ((title, json.loads(value).get(key)) for key, title in _RULES.items())
    return "，".join(f"{title} {number}" for title, number in said if number is not None)


def _shift(words: "Words", value: str) -> str:
    return words.roster_shift(value)


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "worker": {
        "kind": ("人员类别", lambda _, value: WORKER_KIND[WorkerKind(value)]),
        "name": ("姓名", says.text),
        "phone": ("电话", says.phone),
        "employment_code": ("用工性质", lambda _, v: code_table(EMPLOYMENT_TABLE).label(v)),
        "station_id": ("所在站点", says.station),
        "skills": ("技能", _list),
        "qualifications": ("证书", _qualifications),
        "free_times": ("能来的时间", free_times),
        "nights": ("能值夜班", says.yes_no),
        "most_hours": ("一个月最多（小时）", says.text),
        "since": ("开始日期", says.text),
        "until": ("结束日期", says.text),
        "note": ("备注", says.numbers),
        "keeps_festivals": ("过民族节日", says.yes_no),
        "volunteer_number": ("志愿者编号", says.text),
        "registered_on": ("注册日期", says.text),
        "source_code": ("志愿者来源", lambda _, v: code_table(VOLUNTEER_SOURCE_TABLE).label(v)),
        "items": ("服务项目", _list),
        "team_id": ("志愿服务队", lambda words, value: words.team(value)),
        "document_number": ("证件号码", says.numbers),
    },
    "worker_leave": {
        "worker_id": ("请假的人", says.worker),
        "first": ("请假第一天", says.text),
        "last": ("请假最后一天", says.text),
        "kind": ("请假种类", lambda _, value: LEAVE_KIND[LeaveKind(value)]),
        "note": ("请假说明", says.numbers),
    },
    "worker_apart": {
        "one_id": ("不同班的人", says.worker),
        "other_id": ("不同班的另一人", says.worker),
        "reason": ("不同班的原因", says.numbers),
    },
    "roster_plan": {
        "name": ("值班表", says.text),
        "rules": ("排班规则", _rules),
        "note": ("备注", says.numbers),
    },
    "roster_shift": {
        "name": ("班次", says.text),
        "station_id": ("班次的站点", says.station),
        "post": ("班次的岗位", lambda _, value: POST[Post(value)]),
        "begins": ("上班时间", says.text),
        "ends": ("下班时间", says.text),
        "needs": ("要几个人", _needs),
        "weekdays": ("星期", lambda _, value: weekday_words(tuple(json.loads(value)))),
        "is_night": ("算夜班", says.yes_no),
        "skill": ("要会什么", says.text),
        "kinds": (
            "谁能值",
            lambda _, value: "、".join(WORKER_KIND[WorkerKind(kind)] for kind in json.loads(value)),
        ),
        "employments": (
            "用工性质",
            lambda _, value: (
                "、".join(code_table(EMPLOYMENT_TABLE).label(code) for code in json.loads(value))
                or "不限"
            ),
        ),
        "on_reception": ("接待日的班", says.yes_no),
        "retired": ("不再使用", says.yes_no),
    },
    "roster_person": {"worker_id": ("参加值班的人", says.worker)},
    "roster_month": {
        "month": ("月份", says.text),
        "published_on": ("公布日期", says.text),
        "published_by": ("公布的人", says.text),
    },
    "roster_cell": {
        "shift_id": ("班次", _shift),
        "day": ("日期", says.text),
        "worker_id": ("值班的人", says.worker),
        "locked": ("锁住", says.yes_no),
    },
    "roster_wish": {
        "day": ("日期", says.text),
        "shift_id": ("班次", _shift),
        "wants": ("愿意值班", says.yes_no),
    },
    "roster_change": {
        "kind": ("换班或替班", lambda _, value: CHANGE_KIND[ChangeKind(value)]),
        "day": ("日期", says.text),
        "shift_id": ("班次", _shift),
        "leaves_id": ("原来的人", says.worker),
        "comes_id": ("来的人", says.worker),
        "other_day": ("换来的日期", says.text),
        "other_shift_id": ("换来的班次", _shift),
        "agreed_by": ("谁同意", says.text),
        "reason": ("原因", says.numbers),
    },
    **readable_hours.FIELDS,
}
"""By table and column: the field's name and how its value is said."""
