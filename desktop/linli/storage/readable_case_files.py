"""Rows of the journal in words, continued: attachments of cases (卷宗附件)."""

from typing import TYPE_CHECKING

from linli.domain.case_papers import PAPER, PaperKind
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _party(words: "Words", value: str) -> str:
    return words.case_party(value)


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "case_file": {
        "paper_kind": ("附件的文书种类", lambda _, value: PAPER[PaperKind(value)]),
        "name": ("附件名称", says.text),
        "note": ("附件备注", says.text),
        "party_id": ("附件是谁的", _party),
        "position": ("附件顺序", lambda _, value: str(int(value) + 1)),
        "replaces": ("代替程序生成的文书装订", says.yes_no),
        "digest": ("附件内容", lambda _, value: f"内容 {value[:8]}"),
        "added_on": ("附件添加日期", says.text),
    },
}
