"""Where a document is signed: a column for each who signs, the seal, the day. One block."""

from collections.abc import Iterator

from linli.domain.case_papers import Signing
from linli.domain.faces import FontStyle
from linli.domain.registers import Align
from linli.printing.case_papers.page import (
    HEIGHT,
    LEAST_SIGN_ROOM,
    LEFT,
    RIGHT,
    SIGN,
    SIGN_GAP,
    SIGN_ROOM,
    WIDTH,
)
from linli.printing.case_papers.setter import Setter
from linli.printing.justified import Line
from linli.printing.notices.flow import Item, Mark
from linli.printing.notices.setting import plain

_PITCH = SIGN * 1.45
_BEFORE = SIGN
_BESIDE = 5 * SIGN  # lines of text that stand on the same page
_LAST = 3  # rows
_SEAL_ROOM = SIGN * 1.6
_BLANK_DAY = "　　　　年　　月　　日"
_INSET = 2 * SIGN  # from the right edge to the day


def signing_items(signing: Signing, setter: Setter) -> Iterator[Item]:
    """Set the block; every row leads to the next, so that it stays on one page.

    Of a block that is higher than a page the last rows stay together.
    """
    rows = list(_rows(signing, setter))
    is_whole = sum(row.height for row in rows) <= HEIGHT - _BESIDE
    yield Item(height=_BEFORE, ink=0.0, leads=True, signs=True)
    for number, row in enumerate(rows):
        leads = number < len(rows) - 1 and (is_whole or number >= len(rows) - _LAST)
        yield Item(height=row.height, marks=row.marks, ink=row.ink, leads=leads, signs=True)


def _rows(signing: Signing, setter: Setter) -> Iterator[Item]:
    columns = max(signing.columns, 1)
    width = (WIDTH - SIGN_GAP * (columns - 1)) / columns
    for start in range(0, len(signing.labels), columns):
        marks: list[Mark] = []
        tall = 1
        for place, label in enumerate(signing.labels[start : start + columns]):
            x = LEFT + place * (width + SIGN_GAP)
            lines = _label(f"{label}：", setter, width)
            tall = max(tall, len(lines))
            marks += [
                setter.placed(
                    *(line, (x, x + width), Align.LEFT),
                    style=FontStyle.FANG,
                    size=SIGN,
                    y=number * _PITCH,
                )
                for number, line in enumerate(lines)
            ]
        room = max(SIGN_ROOM * setter.squeeze, LEAST_SIGN_ROOM)
        yield Item(height=tall * _PITCH + room, marks=tuple(marks))
    yield from _closing(signing, setter)


def _label(text: str, setter: Setter, width: float) -> list[Line]:
    """Break a label; name and how it is signed go to lines of their own rather than be parted."""
    if setter.width(text, size=SIGN) > width:
        who, bracket, how = text.rpartition("（")
        if setter.width(who, size=SIGN) > width:
            who = who.replace(" ", "\n", 1)
        text = f"{who}\n{bracket}{how}" if who else text
    return setter.lines(text, width, size=SIGN)


def _closing(signing: Signing, setter: Setter) -> Iterator[Item]:
    """Set whose seal is put there, centred over the day, and the day at the right."""
    day = "" if signing.day is None else signing.day.text or _BLANK_DAY
    widths = [setter.width(text, FontStyle.FANG, SIGN) for text in (signing.seal, day)]
    middle = RIGHT - _INSET - max(widths) / 2
    for text, width in zip((signing.seal, day), widths, strict=True):
        if text:
            x = max(LEFT, middle - width / 2)
            height = _SEAL_ROOM if text is signing.seal else _PITCH
            yield Item(height=height, marks=(plain(x, text, size=SIGN),), ink=SIGN)
