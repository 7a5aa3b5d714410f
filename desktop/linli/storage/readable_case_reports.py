"""Rows of the journal in words, continued: figures of mediation (统计报表)."""

from typing import TYPE_CHECKING

from linli.domain.case_figures import BY_HAND
from linli.domain.case_reports import read_period

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words

_TITLES = {key: title for key, title, *_ in BY_HAND}


def _text(_: "Words", value: str) -> str:
    return value


def _period(_: "Words", value: str) -> str:
    return read_period(value).title


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "case_report_entry": {
        "period": ("统计时段", _period),
        "key": ("填写的项目", lambda _, value: _TITLES.get(value, value)),
        "value": ("填写的数", _text),
    },
    "case_report": {
        "period": ("统计时段", _period),
        "account": ("留存人", _text),
        "note": ("说明", _text),
    },
}
"""By table and column: the field's name and how its value is said."""
