"""One notice on its pages: what stands where, before anything is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from linli.domain.faces import FontStyle
from linli.domain.notice_paper import Layout, Notice
from linli.printing.fonts import FontLibrary
from linli.printing.notices.blocks import block_items
from linli.printing.notices.closing import attachment_items, closing_items
from linli.printing.notices.flow import Flow, Item, Mark, Sheet, Words
from linli.printing.notices.grid import (
    BOTTOM,
    EPSILON,
    FAINT,
    HEAD_SIZE,
    LEFT,
    NUMBER_TOP,
    PITCH,
    PITCHES,
    PRINTED_BASE,
    PRINTED_SIZE,
    RIGHT,
    SMALL,
)
from linli.printing.notices.head import head_items, title_items
from linli.printing.notices.imprint import imprint_item
from linli.printing.notices.setting import Setter, plain
from linli.printing.text import ASCENT

_HEAD_SIZES = (HEAD_SIZE, 36.0, 30.0, 25.0)
_DASH = "—"
_LINES_TAKEN = 2  # of the text to the page of a signature that would stand alone


@dataclass(frozen=True, kw_only=True)
class LaidNotice:
    """A notice on its pages: of each page the marks with what lowers them, pt."""

    pages: tuple[tuple[tuple[float, Mark], ...], ...]


@dataclass(frozen=True, kw_only=True)
class _Way:
    """How a notice is laid out.

    `size` is the largest of the head, pt; `addressed` whether 主送 stands below the title; `pitch`
    of the lines, pt; `taken` how many lines go with the signature to its page.
    """

    size: float
    addressed: bool
    pitch: float = PITCH
    taken: int = 0


def lay_notice(notice: Notice, library: FontLibrary) -> LaidNotice:
    """Lay a notice out.

    The first page shows some of the text (7.3.3), if need be with a smaller head or 主送 in the
    imprint (7.3.2); no signature stands on a page without text, if need be with another pitch of
    the lines (7.3.5.5).
    """
    sheets, setter, addressed = _best(notice, library)
    imprint = imprint_item(notice, setter, addressed=not addressed)
    numbered = [notice.page_numbers] * len(sheets)
    if imprint:
        _put_imprint(notice, sheets, numbered, imprint)
    if notice.layout is Layout.LETTER:
        numbered[0] = False  # 10.1
    pages = []
    for number, (sheet, shown) in enumerate(zip(sheets, numbered, strict=True), 1):
        marks = [(top, mark) for top, item in sheet.placed for mark in item.marks]
        if shown:
            marks.append((0.0, _page_number(number, setter)))
        if notice.printed:
            base = PRINTED_BASE - ASCENT * PRINTED_SIZE
            foot = plain(LEFT, notice.printed, y=base, size=PRINTED_SIZE)
            marks.append((0.0, foot._replace(colour=FAINT)))
        pages.append(tuple(marks))
    return LaidNotice(pages=tuple(pages))


def _best(notice: Notice, library: FontLibrary) -> tuple[list[Sheet], Setter, bool]:
    """Lay out text and attachments; also return whether 主送 stands in the head.

    The first page comes before the signature, where the text is too short for both.
    """
    for addressed in (True, False):
        shown = None
        for way in _ways(addressed=addressed):
            sheets, setter = _laid(notice, library, way)
            if sheets[0].has_body:
                shown = shown or (sheets, setter, addressed)
                if _signed_with_text(sheets):
                    return sheets, setter, addressed
        if shown:
            return shown
    way = next(_ways(addressed=True))  # a draft without text
    return *_laid(notice, library, way), True


def _ways(*, addressed: bool) -> Iterator[_Way]:
    """Yield the ways in which a notice may be laid out, the best first."""
    for size in _HEAD_SIZES:
        for pitch in PITCHES:
            yield _Way(size=size, addressed=addressed, pitch=pitch)
        for taken in (_LINES_TAKEN, 1):
            yield _Way(size=size, addressed=addressed, taken=taken)


def _signed_with_text(sheets: list[Sheet]) -> bool:
    return all(sheet.has_body for sheet in sheets if sheet.signed)


def _laid(notice: Notice, library: FontLibrary, way: _Way) -> tuple[list[Sheet], Setter]:
    """Lay text and attachments on pages."""
    setter = Setter(library, way.pitch, notice.keep)
    flow = Flow(way.pitch)
    flow.add(_held_together(list(_items(notice, setter, way)), way.taken))
    flow.add(attachment_items(notice.attachments, setter))
    return flow.sheets, setter


def _items(notice: Notice, setter: Setter, way: _Way) -> Iterator[Item]:
    yield from head_items(notice, setter, way.size)
    yield from title_items(notice, setter, addressed=way.addressed)
    yield from block_items(notice.blocks, setter)
    yield from closing_items(notice, setter)


def _held_together(items: list[Item], taken: int) -> list[Item]:
    """Let the last `taken` lines of the text lead to the signature."""
    signed = next((place for place, item in enumerate(items) if item.signs), 0)
    bodies = [place for place in range(signed) if items[place].body]
    for place in range(min(bodies[-taken:], default=signed) if taken else signed, signed):
        items[place] = replace(items[place], leads=True)
    return items


def _put_imprint(notice: Notice, sheets: list[Sheet], numbered: list[bool], imprint: Item) -> None:
    """Put the imprint at the foot of the last page; that of an official notice is an even one.

    Where a blank page comes before it, neither has a number (7.5).
    """
    free = BOTTOM - imprint.height
    even = notice.layout is Layout.OFFICIAL
    if sheets[-1].end > free - EPSILON or (even and len(sheets) % 2):
        before = len(sheets)
        sheets.append(Sheet())
        if even and len(sheets) % 2:
            sheets.append(Sheet())
        blank = len(sheets) - before > 1
        numbered += [notice.page_numbers and not blank] * (len(sheets) - before)
    sheets[-1].placed.append((free, imprint))


def _page_number(number: int, setter: Setter) -> Words:
    """Set — 1 — a character from the outer edge, its dashes 7 mm below the type area."""
    text = f"{_DASH} {number} {_DASH}"
    wide = setter.width(text, FontStyle.SONG, SMALL)
    x = RIGHT - SMALL - wide if number % 2 else LEFT + SMALL
    glyph = setter.library.typeface(FontStyle.SONG).glyph(_DASH)
    top = glyph.face.ink(glyph.number)[0] / 1000 if glyph else 0.4
    y = NUMBER_TOP + top * SMALL - ASCENT * SMALL
    return plain(x, text, FontStyle.SONG, y=y, size=SMALL)
