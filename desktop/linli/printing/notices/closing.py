"""What follows the text: the list of attachments, signature and date, the note (7.3.4 to 7.3.7)."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from linli.domain.faces import FontStyle
from linli.domain.notice_paper import Attachment, Notice, Seal, Signature
from linli.domain.register_texts import spoken
from linli.printing.justified import Span
from linli.printing.notices.blocks import block_items
from linli.printing.notices.flow import Item, Mark, Room
from linli.printing.notices.grid import (
    EM,
    HEIGHT,
    INDENT,
    LEFT,
    MM,
    RIGHT,
    SEAL_ABOVE,
    SEAL_GAP,
    SEALS_IN_ROW,
    STAMP_HEIGHT,
    STAMP_WIDTH,
)
from linli.printing.notices.setting import Setter, plain

_LIST = "附件："


def closing_items(notice: Notice, setter: Setter) -> Iterator[Item]:
    """Set what stands between the text and the attachments."""
    if notice.attachments:
        yield setter.blank()
        yield from _list(notice.attachments, setter)
    if notice.signature:
        yield from _signature(notice.signature, setter)
    if notice.note:
        text = notice.note.strip().removeprefix("（").removesuffix("）")
        spans = [Span(f"（{text}）", FontStyle.FANG)]
        yield from setter.paragraph(spans, body=False)


def attachment_items(attachments: Sequence[Attachment], setter: Setter) -> Iterator[Item]:
    """Set the attachments, each on a new page: its name, and on the third line its title."""
    for number, attachment in enumerate(attachments, 1):
        if not attachment.blocks:
            continue
        name = f"附件{number}" if len(attachments) > 1 else "附件"
        head = setter.line([plain(LEFT, name, FontStyle.HEI)], leads=True)
        yield replace(head, begins=True)
        yield setter.blank(leads=True)
        yield from setter.title(attachment.title)
        yield setter.blank(leads=True)
        yield from block_items(attachment.blocks, setter)


def _list(attachments: Sequence[Attachment], setter: Setter) -> Iterator[Item]:
    """Set the titles; one that needs a second line goes on below its first character."""
    left = LEFT + INDENT + setter.width(_LIST)
    for number, attachment in enumerate(attachments, 1):
        count = f"{number}." if len(attachments) > 1 else ""
        title = left + setter.width(count)
        start = LEFT + INDENT if number == 1 else left
        said = (_LIST if number == 1 else "") + count + attachment.title.replace("\n", "")
        spans = [Span(said, FontStyle.FANG)]
        yield from setter.paragraph(spans, first=start, rest=title, body=False)


def _signature(signature: Signature, setter: Setter) -> Iterator[Item]:
    if not signature.issuers:  # of a draft
        signature = replace(signature, issuers=("",))
    if signature.seal is Seal.PLAIN:
        yield _unsealed(signature, setter)
    elif signature.seal is Seal.NAME_STAMP:
        yield _stamped(signature, setter)
    else:
        yield from _sealed(signature, setter)


def _unsealed(signature: Signature, setter: Setter) -> Item:
    """Set issuers and date two characters from the right edge, 7.3.5.2."""
    date = spoken(signature.date)
    widest = max(map(setter.width, signature.issuers))
    dated = setter.width(date)
    if dated > widest:
        date_x = RIGHT - INDENT - dated
        right = date_x - INDENT + widest
    else:
        right = RIGHT - INDENT
        date_x = right - widest + INDENT
    marks = [
        plain(right - setter.width(issuer), issuer, y=(1 + row) * setter.pitch)
        for row, issuer in enumerate(signature.issuers)
    ]
    rows = len(signature.issuers)
    marks.append(plain(date_x, date, y=(1 + rows) * setter.pitch))
    return _signed(marks, 2 + rows, setter)


def _stamped(signature: Signature, setter: Setter) -> Item:
    """Leave room for a name stamp behind the post; the date a line below it, 7.3.5.3."""
    date = spoken(signature.date)
    rows = math.ceil(STAMP_HEIGHT / setter.pitch)
    right = RIGHT - 4 * EM
    middle = (2 + rows / 2) * setter.pitch - (setter.pitch - EM) / 2
    post_x = right - STAMP_WIDTH - INDENT - setter.width(signature.post)
    marks: list[Mark] = [
        plain(post_x, signature.post, y=middle - EM / 2),
        Room(right - STAMP_WIDTH / 2, middle, STAMP_WIDTH, STAMP_HEIGHT),
        plain(right - setter.width(date), date, y=(3 + rows) * setter.pitch),
    ]
    return _signed(marks, 4 + rows, setter)


def _sealed(signature: Signature, setter: Setter) -> Iterator[Item]:
    """Set issuers in the middle of their seals, the date below the last one, 7.3.5.1.

    The date ends four characters before the right edge, or earlier where a long name or the seal
    would pass the edge. The first row's seals begin within a line below the text. Only what is
    higher than a page is parted, between rows of seals.
    """
    date, issuers = spoken(signature.date), signature.issuers
    seal = signature.diameter * MM
    widest = max(seal + SEAL_GAP, *(setter.width(issuer) + EM for issuer in issuers))
    middle = RIGHT - 4 * EM - setter.width(date) / 2
    middle = min(middle, RIGHT - seal / 2, RIGHT - setter.width(issuers[-1]) / 2)
    columns = max(1, min(SEALS_IN_ROW, 1 + int((middle - seal / 2 - LEFT) / widest)))
    if columns > 1 and middle - (columns - 1) * widest - widest / 2 + EM / 2 < LEFT:
        columns -= 1
    top = _rows_before(seal, setter.pitch)
    step = math.ceil((seal + SEAL_GAP) / setter.pitch)
    rows = [issuers[start : start + columns] for start in range(0, len(issuers), columns)]
    whole = (top + (len(rows) - 1) * step + 2) * setter.pitch <= HEIGHT
    marks: list[Mark] = []
    line = top
    for row in rows:
        y = line * setter.pitch
        for place, issuer in enumerate(row, 1):
            x = middle - (len(row) - place) * widest
            marks.append(plain(x - setter.width(issuer) / 2, issuer, y=y))
            marks.append(Room(x, y + EM / 2 - SEAL_ABOVE, seal, seal))
        below = y + EM / 2 - SEAL_ABOVE + seal / 2
        if row is rows[-1]:
            date_y = y + setter.pitch
            marks.append(plain(middle - setter.width(date) / 2, date, y=date_y))
            yield _signed(marks, line + 2, setter, ink=below)
        elif whole:
            line += step
        else:
            yield _signed(marks, line - top + step, setter, ink=below)
            marks, line = [], top


def _rows_before(seal: float, pitch: float) -> int:
    """Return how many lines are left free above the first issuer: the seal clears the text.

    Its upper edge is then less than a line below the last one (上距正文一行之内).
    """
    return next(
        rows for rows in range(1, 9) if (rows + 1) * pitch - SEAL_ABOVE - seal / 2 - EM / 2 >= 0
    )


def _signed(marks: Sequence[Mark], rows: int, setter: Setter, *, ink: float | None = None) -> Item:
    """Return the signature as one item of `rows` lines."""
    height = rows * setter.pitch
    text = height - setter.pitch + EM
    return Item(height=height, marks=tuple(marks), ink=max(text, ink or 0.0), signs=True)
