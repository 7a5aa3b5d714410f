"""Rows of the journal in words, continued: reception days and who came, walk sheets.

Of a petition (信访) only whoever may see petitions reads more than that it was one.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from linli.domain.codes import code_table
from linli.domain.reception_rules import weekday_words
from linli.domain.receptions import (
    MATTER_TABLE,
    ON_HOLIDAY,
    RESULT,
    OnHoliday,
    Result,
    petition_matters,
)
from linli.domain.walks import RESULT_TABLE, SHEET_KIND, SheetKind
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from linli.storage.readable import Say

VISIT = "reception_visit"


def is_petition(connection: "Connection", values: Mapping[str, Any], row_id: str) -> bool:
    """Whether a row of visits, or a part of one, is of a petition; True where nothing tells."""
    code = values.get("matter_code")
    if code is None and row_id:
        sql = "SELECT matter_code FROM main.reception_visit WHERE id = ?"
        code = connection.exec_driver_sql(sql, (row_id,)).scalar_one_or_none()
    return code is None or code in petition_matters()


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "reception_rule": {
        "name": ("接待安排", says.text),
        "weekdays": ("接待的星期", lambda _, value: weekday_words(tuple(json.loads(value)))),
        "hours": ("接待时间", says.text),
        "place": ("接待地点", says.text),
        "grid_id": ("接待的网格", says.grid),
        "receivers": ("轮流接待的人", lambda _, value: "、".join(json.loads(value)) or "没有"),
        "since": ("接待开始日期", says.text),
        "until": ("接待结束日期", says.text),
        "on_holiday": ("遇到放假", lambda _, value: ON_HOLIDAY[OnHoliday(value)]),
    },
    "reception_day": {
        "planned": ("原定接待日", says.text),
        "held_on": ("改在哪天接待", says.text),
        "receiver": ("改由谁接待", says.text),
        "note": ("调整接待的原因", says.text),
    },
    "walk_sheet": {
        "kind": ("单子种类", lambda _, value: SHEET_KIND[SheetKind(value)]),
        "title": ("走访的楼栋或户", says.text),
        "walker": ("单子的走访人", says.text),
        "made_on": ("打单子的日期", says.text),
        "walked_on": ("单子收回的走访日期", says.text),
        "void_reason": ("单子作废的原因", says.text),
    },
    "walk_line": {
        "household_id": ("单子上的户", lambda words, value: words.household(value)),
        "resident_id": ("单子上的人", lambda words, value: words.resident(value)),
        "result": ("走访结果", lambda _, value: code_table(RESULT_TABLE).label(value)),
        "note": ("单子上写的情况", says.numbers),
    },
    VISIT: {
        "day": ("来访日期", says.text),
        "grid_id": ("来访涉及的网格", says.grid),
        "name": ("来访人", says.text),
        "resident_id": ("来访的居民", lambda words, value: words.resident(value)),
        "phone": ("来访人电话", lambda words, value: words.phone(value)),
        "persons": ("来访人数", says.text),
        "matter_code": ("来访事项", lambda _, value: code_table(MATTER_TABLE).label(value)),
        "content": ("反映的事情", says.numbers),
        "receiver": ("接待人", says.text),
        "result": ("来访办理", lambda _, value: RESULT[Result(value)]),
        "answer": ("来访答复", says.numbers),
        "follow_up": ("回访期限", says.text),
        "closed_on": ("来访办结日期", says.text),
        "outcome": ("来访办理结果", says.numbers),
    },
}
"""By table and column: the field's name and how its value is said."""
