"""Rows of the journal in words, continued: figures of mediation (统计报表)."""

from typing import TYPE_CHECKING

from linli.domain.case_figures import BY_HAND
from linli.domain.case_reports import read_period
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words

_TITLES = {key: title for key, title, *_ in BY_HAND}


def _period(_: "Words", value: str) -> str:
    return read_period(value).title


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "case_report_entry": {
        "period": ("统计时段", _period),
        "key": ("填写的项目", lambda _, value: _TITLES.get(value, value)),
        "value": ("填写的数", says.text),
    },
    "case_report": {
        "period": ("统计时段", _period),
        "account": ("留存人", says.text),
        "note": ("说明", says.text),
    },
}
"""By table and column: the field's name and how its value is said."""
