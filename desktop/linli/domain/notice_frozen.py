"""What an issued notice said (冻结的内容) as text, from which it can be set anew.

Beside the archived bytes: when a person is erased the bytes go, and what is left here is printed.
"""

import json
from collections.abc import Iterable
from typing import Any

from linli.domain.erasures import ERASED
from linli.domain.notice_paper import Notice
from linli.domain.notice_paper_json import notice_from_json, notice_to_json
from linli.domain.registers import Register, RegisterColumn, RegisterGroup

_SHORTEST = 2
"""Characters of a name that is looked for in the other texts."""


def freeze_notices(notices: Iterable[Notice], *, each: bool) -> str:
    """Return notices as text; `each` if there is one for each recipient, in their order."""
    copies = [json.loads(notice_to_json(notice)) for notice in notices]
    return _text({"form": "notices", "each": each, "copies": copies})


def freeze_sheet(sheet: Register) -> str:
    """Return a sheet to sign as text; its rows are the recipients in their order."""
    head = {
        "title": sheet.title,
        "subtitle": sheet.subtitle,
        "foot_note": sheet.foot_note,
        "row_height": sheet.row_height,
        "columns": [{"title": c.title, "width": c.width, "share": c.share} for c in sheet.columns],
    }
    rows = [[group.heading, *row] for group in sheet.groups for row in group.rows]
    return _text({"form": "sheet", "each": True, "head": head, "copies": rows})


def thaw(text: str) -> tuple[Notice, ...] | Register:
    """Return what was printed, without the copies that were erased."""
    raw = json.loads(text)
    copies = [copy for copy in raw["copies"] if copy is not None]
    if raw["form"] == "notices":
        return tuple(notice_from_json(json.dumps(copy, ensure_ascii=False)) for copy in copies)
    head = raw["head"]
    groups: dict[str, list[tuple[str, ...]]] = {}
    for heading, *row in copies:
        groups.setdefault(heading, []).append(tuple(row))
    return Register(
        title=head["title"],
        subtitle=head["subtitle"],
        foot_note=head["foot_note"],
        row_height=head["row_height"],
        columns=tuple(RegisterColumn(**column) for column in head["columns"]),
        groups=tuple(RegisterGroup(heading=name, rows=rows) for name, rows in groups.items()),
    )


def without_recipients(text: str, gone: Iterable[tuple[int, str]]) -> str:
    """Return what was printed without some recipients.

    Args:
        text: what `freeze_notices` or `freeze_sheet` returned.
        gone: the place of each among the recipients, and the name, which goes from all texts.
    """
    raw = json.loads(text)
    names = []
    for position, name in gone:
        if raw["each"] and position < len(raw["copies"]):
            raw["copies"][position] = None
        if len(name) >= _SHORTEST:
            names.append(name)
    left = _text(raw)
    for name in names:
        left = left.replace(json.dumps(name, ensure_ascii=False)[1:-1], ERASED)
    return left


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
