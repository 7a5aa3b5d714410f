"""Documents of cases as JSON, for what is frozen at issue."""

import json

from linli.domain.case_papers import CasePaper, Form, Listing, Passage, Signing, Slots, Space, Words
from linli.domain.json_records import JsonRecords
from linli.errors import UserError

_FORM = 1
_RECORDS = JsonRecords(
    {
        "slots": Slots,
        "passage": Passage,
        "words": Words,
        "form": Form,
        "listing": Listing,
        "signing": Signing,
        "space": Space,
    }
)


class DamagedPaperError(UserError):
    """The text is no document of this program, or of a newer one."""

    def __init__(self) -> None:
        super().__init__(
            "保存的调解文书读不出来，可能已经损坏，或者是新版本的程序写的。"
            "请更新程序再试，或从备份恢复。"
        )


def paper_to_json(paper: CasePaper) -> str:
    """Return a document as text; the same document gives the same text."""
    said = {"form": _FORM, "paper": _RECORDS.plain(paper)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def paper_from_json(text: str) -> CasePaper:
    """Read what `paper_to_json` wrote.

    Raises:
        DamagedPaperError: it is no such text.
    """
    try:
        said = json.loads(text)
        if said["form"] != _FORM:
            raise DamagedPaperError
        paper: CasePaper = _RECORDS.read(CasePaper, said["paper"])
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedPaperError from error
    return paper
