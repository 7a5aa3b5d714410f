"""Notices as JSON, for drafts and for the facts that are frozen when a notice is issued.

The same notice gives the same text. What a text does not say has its usual value; a text that says
something unknown is refused.
"""

import json

from linli.domain.json_records import JsonRecords
from linli.domain.notice_paper import (
    CutLine,
    FormLine,
    Heading,
    Notice,
    Paragraph,
    Table,
    TickLine,
)
from linli.errors import UserError

_FORM = 1
_RECORDS = JsonRecords(
    {
        "heading": Heading,
        "paragraph": Paragraph,
        "table": Table,
        "form": FormLine,
        "tick": TickLine,
        "cut": CutLine,
    }
)


class DamagedNoticeError(UserError):
    """The text is no notice of this program, or of a newer one."""

    def __init__(self) -> None:
        super().__init__(
            "保存的通知内容读不出来，可能已经损坏，或者是新版本的程序写的。"
            "请更新程序再试，或从备份恢复。"
        )


def notice_to_json(notice: Notice) -> str:
    """Return a notice as text."""
    said = {"form": _FORM, "notice": _RECORDS.plain(notice)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def notice_from_json(text: str) -> Notice:
    """Read what `notice_to_json` wrote.

    Raises:
        DamagedNoticeError: it is no such text.
    """
    try:
        said = json.loads(text)
        if said["form"] != _FORM:
            raise DamagedNoticeError
        notice: Notice = _RECORDS.read(Notice, said["notice"])
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedNoticeError from error
    return notice
