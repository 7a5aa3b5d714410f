"""The foot of the last page (版记, 7.4): to whom copies go, who printed it and when."""

from typing import NamedTuple

from linli.domain.faces import FontStyle
from linli.domain.notice_paper import Layout, Notice
from linli.domain.register_texts import spoken
from linli.printing.justified import Span
from linli.printing.notices.flow import Item, Mark, Stroke
from linli.printing.notices.grid import (
    IMPRINT_INNER,
    IMPRINT_OUTER,
    IMPRINT_ROW,
    LEFT,
    RIGHT,
    SMALL,
)
from linli.printing.notices.setting import Setter, plain, words

_HANG = (IMPRINT_ROW - SMALL) / 2  # from a row's upper end to its text


class _Part(NamedTuple):
    """Rows between two lines, and whether a line stands above them."""

    marks: list[Mark]
    rows: int
    ruled: bool


def imprint_item(notice: Notice, setter: Setter, *, addressed: bool) -> Item | None:
    """Set the imprint, whose lower end is the lower edge of the type area; None for none.

    Args:
        notice: what is printed.
        setter: sets its lines.
        addressed: whether 主送 stands here since there was no room for it on the first page.
    """
    imprint = notice.imprint
    lists = []
    if addressed and notice.addressees:
        lists.append(("主送：", notice.addressees))
    if imprint and imprint.copies_to:
        lists.append(("抄送：", imprint.copies_to))
    parts = [
        _list(label, text, setter, ruled=not number) for number, (label, text) in enumerate(lists)
    ]
    bare = notice.layout is Layout.LETTER  # 10.1: neither lines nor who printed it
    if imprint and imprint.printer and not bare:
        printed = f"{spoken(imprint.printed_on)}印发"
        x = RIGHT - SMALL - setter.width(printed, size=SMALL)
        marks: list[Mark] = [
            plain(LEFT + SMALL, imprint.printer, y=_HANG, size=SMALL),
            plain(x, printed, y=_HANG, size=SMALL),
        ]
        parts.append(_Part(marks, 1, ruled=True))
    return _stacked(parts, ruled=not bare) if parts else None


def _list(label: str, text: str, setter: Setter, *, ruled: bool) -> _Part:
    """Set a list a character from each edge; it goes on below its first character, ends in 。."""
    start = LEFT + SMALL
    rest = start + setter.width(label, size=SMALL)
    said = f"{label}{text.strip().rstrip('。：:')}。"
    lines = setter.lines(
        [Span(said, FontStyle.FANG)], first=start, rest=rest, right=RIGHT - SMALL, size=SMALL
    )
    marks: list[Mark] = [
        words(rest if row else start, line, y=row * IMPRINT_ROW + _HANG, size=SMALL)
        for row, line in enumerate(lines)
    ]
    return _Part(marks, len(lines), ruled)


def _stacked(parts: list[_Part], *, ruled: bool) -> Item:
    """Put the parts below each other, with the lines between them."""
    marks: list[Mark] = []
    height = sum(part.rows for part in parts) * IMPRINT_ROW
    y = 0.0
    for part in parts:
        if ruled and part.ruled:
            width = IMPRINT_INNER if y else IMPRINT_OUTER
            marks.append(Stroke(LEFT, y, RIGHT, y, width=width))
        marks += [_lower(mark, y) for mark in part.marks]
        y += part.rows * IMPRINT_ROW
    if ruled:
        marks.append(Stroke(LEFT, height, RIGHT, height, width=IMPRINT_OUTER))
    return Item(height=height, marks=tuple(marks))


def _lower(mark: Mark, by: float) -> Mark:
    return mark._replace(y=mark.y + by)
