"""Rows of the journal in words, continued: notices, to whom they go, the clerk's own kinds."""

from typing import TYPE_CHECKING

from linli.domain.notices import STATE_LABELS, NoticeState
from linli.storage import readable_says as says
from linli.storage.readable_settings import short_digest

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _content(_: "Words", value: str) -> str:
    return f"内容 {short_digest(value)}"


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "notice_template": {
        "key": ("通知模板标识", says.text),
        "title": ("通知模板名称", says.text),
        "content": ("通知模板", _content),
    },
    "notice": {
        "kind": ("通知种类", says.text),
        "title": ("通知标题", says.numbers),
        "state": ("通知状态", lambda _, value: STATE_LABELS[NoticeState(value)]),
        "revision": ("第几次修订", says.text),
        "prefix": ("机关代字", says.text),
        "number_year": ("文号年份", says.text),
        "number_seq": ("文号序号", says.text),
        "day": ("通知日期", says.text),
        "issuer": ("发文单位", says.text),
        "grid_id": ("通知的网格", lambda words, value: words.grid(value)),
        "content": ("通知内容", _content),
        "withdrawn_on": ("撤回日期", says.text),
        "withdrawn_reason": ("撤回原因", says.numbers),
        "account": ("经办的账号", says.text),
    },
    "notice_recipient": {
        "resident_id": ("发给谁", lambda words, value: words.resident(value)),
        "name": ("收件人", says.text),
        "place": ("收件地址", says.text),
        "building": ("收件楼栋", says.text),
        "facts": ("这一份的内容", _content),
    },
}
"""By table and column: the field's name and how its value is said."""
