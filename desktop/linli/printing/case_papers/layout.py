"""One document on its pages: what stands where, before anything is drawn."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from linli.domain.case_papers import (
    CasePaper,
    Form,
    Listing,
    Part,
    Passage,
    Signing,
    Slots,
    Space,
    Words,
    fields_of,
)
from linli.domain.faces import FontStyle
from linli.domain.registers import Align
from linli.printing.case_papers.forms import form_items, list_items
from linli.printing.case_papers.page import (
    AFTER_TITLE,
    BOTTOM,
    EM,
    FOOT,
    FOOT_TOP,
    LEFT,
    NOTE,
    PITCH,
    RIGHT,
    RULE,
    RULE_GAP,
    SQUEEZES,
    TABLE_PITCH,
    TOP,
)
from linli.printing.case_papers.setter import Setter
from linli.printing.case_papers.signing import signing_items
from linli.printing.case_papers.slots import slot_items
from linli.printing.fonts import FontLibrary
from linli.printing.notices.flow import Flow, Item, Mark, Sheet, Stroke
from linli.printing.notices.grid import FAINT, MM
from linli.printing.notices.setting import plain

_TAKEN = 2  # lines of text that go with a signature to its page
_HEAD = 26.0  # pt
_HEADING = re.compile(r"[一二三四五六七八九十]+、.{1,30}")
_NAMES = re.compile(r"(?:name|agent)$")


@dataclass(frozen=True, kw_only=True)
class LaidPaper:
    """A document on its pages: of each page the marks with what lowers them, pt."""

    pages: tuple[tuple[tuple[float, Mark], ...], ...]


def lay_paper(paper: CasePaper, library: FontLibrary) -> LaidPaper:
    """Lay a document out, blank room pressed together where that saves a page.

    No signature stands on a page without text.
    """
    names = [field.text for field in fields_of(paper) if _NAMES.search(field.key) and field.text]
    sheets = _best(paper, library, names)
    foot = Setter(library)
    pages = []
    for number, sheet in enumerate(sheets, 1):
        marks = [(top, mark) for top, item in sheet.placed for mark in item.marks]
        if len(sheets) > 1:
            marks.append((0.0, _foot(number, len(sheets), foot)))
        pages.append(tuple(marks))
    return LaidPaper(pages=tuple(pages))


def _best(paper: CasePaper, library: FontLibrary, names: list[str]) -> list[Sheet]:
    """Return the roomiest way that needs fewest pages."""
    best: list[Sheet] = []
    for squeeze, pitch in SQUEEZES:
        flow = Flow(pitch, TOP, BOTTOM)
        flow.add(_held_together(list(_items(paper, Setter(library, names, squeeze, pitch)))))
        if not best or len(flow.sheets) < len(best):
            best = flow.sheets
        if len(best) == 1:
            break
    return best


def _items(paper: CasePaper, setter: Setter) -> Iterator[Item]:
    yield from _title(paper, setter)
    before: Part | None = None
    for part in paper.parts:
        if isinstance(before, Form | Listing) != isinstance(part, Form | Listing) and before:
            yield Item(height=EM / 2, ink=0.0, blank=True, leads=isinstance(part, Signing))
        yield from _part(part, setter)
        before = part
    if paper.note:
        yield Item(height=EM / 2, ink=0.0, blank=True)
        yield from setter.row(paper.note, Align.LEFT, FontStyle.FANG, NOTE, pitch=TABLE_PITCH)


def _title(paper: CasePaper, setter: Setter) -> Iterator[Item]:
    """Set head, title and number, which lead to what follows."""
    rows: list[Item] = []
    if paper.head:
        rows.append(Item(height=30 * MM, ink=0.0))
        rows += setter.row(paper.head, Align.CENTER, FontStyle.TITLE, _HEAD, pitch=_HEAD * 1.5)
        rows.append(Item(height=20 * MM, ink=0.0))
    if paper.title:
        size = paper.title_size
        rows += setter.row(paper.title, Align.CENTER, FontStyle.TITLE, size, pitch=size * 1.35)
        rows.append(Item(height=AFTER_TITLE - size * 0.35, ink=0.0))
    if paper.number is not None:
        text = f"{paper.number.title}：{paper.number.text or '　' * 10}"
        rows += setter.row(text, Align.RIGHT, FontStyle.FANG, NOTE + 2, pitch=PITCH)
    yield from (replace(row, leads=True) for row in rows)


def _part(part: Part, setter: Setter) -> Iterable[Item]:
    match part:
        case Slots():
            return slot_items(part, setter)
        case Passage():
            return _passage(part, setter)
        case Words():
            return _words(part, setter)
        case Form():
            return form_items(part, setter)
        case Listing():
            return list_items(part, setter)
        case Signing():
            return signing_items(part, setter)
        case Space():
            return (Item(height=part.height * MM, ink=0.0, blank=True),)


def _passage(part: Passage, setter: Setter) -> Iterator[Item]:
    if part.headed:
        heading = plain(LEFT, f"{part.field.title}：", FontStyle.HEI, size=EM)
        yield setter.line([heading], leads=True)
    text = part.field.text
    if not text.strip():
        yield from _writing_lines(max(1, round(part.field.lines * setter.squeeze)), setter.pitch)
        return
    for paragraph in text.split("\n"):
        is_heading = not part.headed and _HEADING.fullmatch(paragraph) is not None
        style = FontStyle.HEI if is_heading else FontStyle.FANG
        for item in setter.prose(paragraph, style=style):
            yield replace(item, leads=is_heading)


def _writing_lines(count: int, pitch: float) -> Iterator[Item]:
    """Leave lines to write on."""
    y = EM + RULE_GAP
    for _ in range(count):
        marks = (Stroke(LEFT, y, RIGHT, y, width=RULE),)
        yield Item(height=pitch, marks=marks, ink=y, body=True)


def _words(part: Words, setter: Setter) -> Iterator[Item]:
    style = FontStyle.HEI if part.heading else FontStyle.FANG
    for item in setter.row(part.text, part.align, style, part.size, pitch=part.size * 1.75):
        yield replace(item, body=True, leads=part.heading)


def _held_together(items: list[Item]) -> list[Item]:
    """Let the last lines of the text before a signature lead to it."""
    for place, item in enumerate(items):
        if item.signs and place and not items[place - 1].signs:
            bodies = [at for at in range(place) if items[at].body and not items[at].signs]
            for at in range(min(bodies[-_TAKEN:], default=place), place):
                items[at] = replace(items[at], leads=True)
    return items


def _foot(number: int, count: int, setter: Setter) -> Mark:
    text = f"第 {number} 页，共 {count} 页"
    x = (LEFT + RIGHT - setter.width(text, FontStyle.SONG, FOOT)) / 2
    return plain(x, text, FontStyle.SONG, y=FOOT_TOP, size=FOOT)._replace(colour=FAINT)
