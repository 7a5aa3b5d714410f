"""Rows of the journal in words, continued: documents of cases (调解文书)."""

import json
from typing import TYPE_CHECKING

from linli.domain.case_paper_drafts import PAPER_STATE, PaperState
from linli.domain.case_papers import PAPER, PaperKind
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words

_SHOWN = 400  # characters of a document in the history


def _texts(words: "Words", value: str) -> str:
    """Return what a document says, its numbers as whoever reads may see them."""
    said = "；".join(text for text, _ in json.loads(value).values() if text).replace("\n", " ")
    return words.numbers(said[:_SHOWN] + ("…" if len(said) > _SHOWN else ""))


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "case_paper": {
        "paper_kind": ("文书", lambda _, value: PAPER[PaperKind(value)]),
        "revision": ("第几稿", says.text),
        "state": ("文书状态", lambda _, value: PAPER_STATE[PaperState(value)]),
        "texts": ("文书内容", _texts),
        "issued_on": ("出具日期", says.text),
        "reason": ("更正原因", says.text),
    },
}
"""By table and column: the field's name and how its value is said."""
