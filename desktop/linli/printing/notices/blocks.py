"""The text of a notice in items: headings, paragraphs, forms; tables are in `tables`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linli.domain.faces import FontStyle
from linli.domain.notice_paper import (
    Block,
    CutLine,
    FormField,
    FormLine,
    Heading,
    Paragraph,
    Table,
    TickLine,
    heading_texts,
)
from linli.domain.registers import Align
from linli.printing.justified import Span
from linli.printing.notices.flow import Item, Mark, Stroke
from linli.printing.notices.grid import EM, INDENT, LEFT, MM, RIGHT, WIDTH
from linli.printing.notices.setting import Setter, plain, words
from linli.printing.notices.tables import table_items
from linli.printing.text import break_lines

FACES = {1: FontStyle.HEI, 2: FontStyle.KAI, 3: FontStyle.FANG, 4: FontStyle.FANG}
"""The faces of headings, 7.3.3."""
_BOX, _BOX_GAP = 4.2 * MM, 2.0 * MM
_FIELD_GAP = EM
_LEAST_FIELD = 3 * EM  # of the line behind a name
_UNDER = 2.5  # pt from the em of what is written to the line below it
_DASH = (4.0, 3.0)


def block_items(blocks: Sequence[Block], setter: Setter) -> Iterator[Item]:
    """Set the blocks of a notice or of what is attached to it."""
    for block, heading in zip(blocks, heading_texts(blocks), strict=True):
        match block:
            case Heading():
                yield from _heading(block, heading, setter)
            case Paragraph():
                yield from _paragraph(block, setter)
            case Table():
                yield from table_items(block, setter)
            case FormLine():
                yield from _form_line(block, setter)
            case TickLine():
                yield from _tick_line(block, setter)
            case CutLine():
                yield _cut_line(block, setter)


def _heading(heading: Heading, text: str, setter: Setter) -> Iterator[Item]:
    """Set a heading; one on its own stays with what follows."""
    spans = [Span(text, FACES[heading.level])]
    if heading.run_in:
        spans.append(Span(heading.run_in, FontStyle.FANG))
    yield from setter.paragraph(spans, leads=not heading.run_in)


def _paragraph(paragraph: Paragraph, setter: Setter) -> Iterator[Item]:
    for part in paragraph.text.split("\n"):
        if not part:
            yield setter.blank()
        elif paragraph.align is not Align.LEFT:
            yield from setter.row(part, paragraph.align, FontStyle.FANG)
        else:
            first = LEFT + INDENT if paragraph.indent else LEFT
            yield from setter.paragraph([Span(part, FontStyle.FANG)], first=first)


def _form_line(line: FormLine, setter: Setter) -> Iterator[Item]:
    """Set fields side by side, or below each other where a name leaves no room to write."""
    shares = sum(field.share for field in line.fields) or 1.0
    room = WIDTH - (len(line.fields) - 1) * _FIELD_GAP
    widths = [room * field.share / shares for field in line.fields]
    if any(
        setter.width(f"{field.label}：") + _LEAST_FIELD > width
        for field, width in zip(line.fields, widths, strict=True)
    ):
        for field in line.fields:
            yield _fields_item([(field, LEFT, WIDTH)], setter)
        return
    placed, x = [], LEFT
    for field, width in zip(line.fields, widths, strict=True):
        placed.append((field, x, width))
        x += width + _FIELD_GAP
    yield _fields_item(placed, setter)


def _fields_item(fields: Sequence[tuple[FormField, float, float]], setter: Setter) -> Item:
    typeface = setter.library.typeface(FontStyle.FANG)
    marks: list[Mark] = []
    rows = 1
    for field, x, width in fields:
        label = f"{field.label}："
        start = min(x + setter.width(label), x + width - _LEAST_FIELD)
        marks.append(plain(x, label))
        values = break_lines(field.value, typeface, (x + width - start) / EM) or ("",)
        rows = max(rows, len(values))
        for number, value in enumerate(values):
            y = number * setter.pitch
            if value:
                marks.append(plain(start, value, y=y))
            marks.append(Stroke(start, y + EM + _UNDER, x + width, y + EM + _UNDER))
    height = rows * setter.pitch
    return Item(
        height=height, marks=tuple(marks), ink=height - setter.pitch + EM + _UNDER, body=True
    )


def _tick_line(line: TickLine, setter: Setter) -> Iterator[Item]:
    left = LEFT + INDENT + _BOX + _BOX_GAP
    for number, part in enumerate(
        setter.lines([Span(line.text, FontStyle.FANG)], first=left, rest=left)
    ):
        marks: list[Mark] = [words(left, part)]
        if not number:
            marks += _box(LEFT + INDENT, (EM - _BOX) / 2, ticked=line.ticked)
        yield Item(height=setter.pitch, marks=tuple(marks), ink=EM, body=True)


def _box(x: float, y: float, *, ticked: bool) -> Iterator[Stroke]:
    corners = ((x, y), (x + _BOX, y), (x + _BOX, y + _BOX), (x, y + _BOX), (x, y))
    for (x1, y1), (x2, y2) in pairwise(corners):
        yield Stroke(x1, y1, x2, y2, width=0.9)
    if ticked:
        low = (x + 0.42 * _BOX, y + 0.8 * _BOX)
        yield Stroke(x + 0.15 * _BOX, y + 0.5 * _BOX, *low, width=1.4)
        yield Stroke(*low, x + 0.88 * _BOX, y + 0.15 * _BOX, width=1.4)


def _cut_line(line: CutLine, setter: Setter) -> Item:
    """Set a dashed line with its words in its middle."""
    wide = setter.width(line.text) + (EM if line.text else 0.0)
    middle, half = EM / 2, LEFT + WIDTH / 2
    marks: list[Mark] = [
        Stroke(LEFT, middle, half - wide / 2, middle, dash=_DASH),
        Stroke(half + wide / 2, middle, RIGHT, middle, dash=_DASH),
    ]
    if line.text:
        marks.append(plain(half - wide / 2 + EM / 2, line.text))
    return Item(height=setter.pitch, marks=tuple(marks), ink=EM, body=True)
