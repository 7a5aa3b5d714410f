"""Ruled forms and lists: rows grow with what they say and go on on the next page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from linli.domain.case_papers import Cell, Form, FormRow, Listing, table_rows
from linli.domain.faces import FontStyle
from linli.domain.registers import Align
from linli.printing.case_papers.page import (
    GROUP,
    HEIGHT,
    LEFT,
    PAD,
    RIGHT,
    RULE,
    TABLE,
    TABLE_PITCH,
)
from linli.printing.case_papers.setter import Setter
from linli.printing.justified import Line
from linli.printing.notices.flow import Item, Mark, Stroke, Words
from linli.printing.notices.grid import MM
from linli.printing.notices.setting import plain, words

_LIST_ROW = 9.5  # mm
_LOW_ROW = 8.5  # mm: rows up to this high are not pressed together
_PROSE_TOP = 2.0  # pt more above prose
_LABELS, _VALUES = FontStyle.SONG, FontStyle.FANG


@dataclass(frozen=True, kw_only=True)
class _Block:
    """A cell broken into lines. `indent` says of each how far it begins from the cell's edge."""

    lines: Sequence[Line]
    left: float
    right: float
    align: Align
    style: FontStyle
    prose: bool = False


def form_items(form: Form, setter: Setter) -> Iterator[Item]:
    """Set the rows of a form; with a label they stay together."""
    left = LEFT + (GROUP if form.label else 0.0)
    rows = [item for row in form.rows for item in _row_items(row, setter, left)]
    if form.label and sum(item.height for item in rows) <= HEIGHT:
        yield _grouped(form.label, rows, setter)
        return
    yield from rows


def list_items(listing: Listing, setter: Setter) -> Iterator[Item]:
    """Set a table with its head repeated on every page, and blank rows below."""
    edges = _edges(listing.shares, LEFT)
    aligns = [
        Align.CENTER if place in listing.centred else Align.LEFT
        for place in range(len(listing.heads))
    ]
    heads = [
        _block(setter, text, span, Align.CENTER, _LABELS)
        for text, span in zip(listing.heads, pairwise(edges), strict=True)
    ]
    head = _ruled(heads, edges, _LIST_ROW * MM, setter, leads=True)
    yield head
    rows = table_rows(listing.field.text, len(listing.heads))
    blank = round(listing.blank_rows * setter.squeeze)
    rows += [("",) * len(listing.heads)] * (blank - len(rows))
    for row in rows:
        blocks = [
            _block(setter, text, span, align, _VALUES)
            for text, span, align in zip(row, pairwise(edges), aligns, strict=True)
        ]
        for piece in _pieces(blocks, HEIGHT - head.height):
            yield _ruled(piece, edges, _LIST_ROW * MM, setter, head=head)


def _row_items(row: FormRow, setter: Setter, left: float) -> Iterator[Item]:
    """Set a row; where it is higher than a page, in pieces."""
    edges = _edges([cell.share for cell in row.cells], left)
    least = max(row.height * setter.squeeze, min(row.height, _LOW_ROW))
    blocks = [
        _cell(setter, cell, span) for cell, span in zip(row.cells, pairwise(edges), strict=True)
    ]
    for piece in _pieces(blocks, HEIGHT):
        yield _ruled(piece, edges, least * MM, setter)


def _edges(shares: Sequence[float], left: float) -> list[float]:
    """Return where the upright lines stand, pt."""
    edges = [left]
    for share in shares:
        edges.append(edges[-1] + (RIGHT - left) * share / sum(shares))
    edges[-1] = RIGHT
    return edges


def _cell(setter: Setter, cell: Cell, span: tuple[float, float]) -> _Block:
    if cell.field is None:
        return _block(setter, cell.text, span, cell.align, _LABELS)
    text = cell.field.text + (cell.field.unit if cell.field.text else "")
    prose = cell.field.lines > 1
    return _block(setter, text, span, cell.align, _VALUES, prose=prose)


def _block(
    setter: Setter,
    text: str,
    span: tuple[float, float],
    align: Align,
    style: FontStyle,
    *,
    prose: bool = False,
) -> _Block:
    left, right = span
    lines = setter.lines(text, right - left - 2 * PAD, style=style, size=TABLE) if text else []
    return _Block(lines=lines, left=left, right=right, align=align, style=style, prose=prose)


def _pieces(blocks: Sequence[_Block], room: float) -> Iterator[Sequence[_Block]]:
    """Part the lines of a row into what fits on a page each."""
    count = 1 + int((room - 2 * PAD - _PROSE_TOP - TABLE) / TABLE_PITCH)
    most = max(len(block.lines) for block in blocks)
    if most <= count:
        yield blocks
        return
    for start in range(0, most, count):
        yield [
            _Block(
                lines=block.lines[start : start + count],
                left=block.left,
                right=block.right,
                align=block.align,
                style=block.style,
                prose=block.prose,
            )
            for block in blocks
        ]


def _ruled(
    blocks: Sequence[_Block],
    edges: Sequence[float],
    least: float,
    setter: Setter,
    *,
    head: Item | None = None,
    leads: bool = False,
) -> Item:
    """Draw the lines of a row and what its cells say."""
    tall = max((_tall(block) for block in blocks), default=TABLE)
    height = max(least, tall + 2 * PAD + _PROSE_TOP)
    marks: list[Mark] = [Stroke(edges[0], y, edges[-1], y, width=RULE) for y in (0.0, height)]
    marks += [Stroke(x, 0.0, x, height, width=RULE) for x in edges]
    for block in blocks:
        marks += _said(block, height, setter)
    return Item(height=height, marks=tuple(marks), body=True, head=head, leads=leads)


def _tall(block: _Block) -> float:
    return TABLE + max(len(block.lines) - 1, 0) * TABLE_PITCH


def _said(block: _Block, height: float, setter: Setter) -> Iterator[Words]:
    """Write a cell: prose from its top, else half way down."""
    top = PAD + _PROSE_TOP if block.prose else (height - _tall(block)) / 2
    for number, line in enumerate(block.lines):
        y = top + number * TABLE_PITCH
        if block.align is Align.LEFT:
            yield words(block.left + PAD, line, y=y, size=TABLE)
            continue
        span = (block.left + PAD, block.right - PAD)
        yield setter.placed(line, span, block.align, style=block.style, size=TABLE, y=y)


def _grouped(label: str, rows: Sequence[Item], setter: Setter) -> Item:
    """Put rows into one block with their label at the left, one character below the other."""
    marks: list[Mark] = []
    y = 0.0
    for row in rows:
        marks += [_lowered(mark, y) for mark in row.marks]
        y += row.height
    pitch = min(TABLE_PITCH, (y - 2 * PAD) / max(len(label), 1))
    top = (y - pitch * (len(label) - 1) - TABLE) / 2
    for number, char in enumerate(_upright(label)):
        x = LEFT + (GROUP - setter.width(char, _LABELS, TABLE)) / 2
        marks.append(plain(x, char, _LABELS, y=top + number * pitch, size=TABLE))
    marks += [Stroke(LEFT, edge, LEFT + GROUP, edge, width=RULE) for edge in (0.0, y)]
    marks.append(Stroke(LEFT, 0.0, LEFT, y, width=RULE))
    return Item(height=y, marks=tuple(marks), body=True)


def _lowered(mark: Mark, by: float) -> Mark:
    if isinstance(mark, Stroke):
        return mark._replace(y=mark.y + by, y2=mark.y2 + by)
    return mark._replace(y=mark.y + by)


def _upright(label: str) -> str:
    """Return the label as it is written downwards."""
    return label.translate(str.maketrans("（）", "︵︶"))
