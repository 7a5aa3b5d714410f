"""Tables in the text of a notice: as wide as the text, the head repeated on each page."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linli.domain.faces import FontStyle
from linli.domain.notice_paper import Table
from linli.domain.registers import Align
from linli.printing.notices.flow import Item, Mark, Stroke
from linli.printing.notices.grid import HEIGHT, LEFT, MM, RIGHT, WIDTH
from linli.printing.notices.setting import Setter, plain
from linli.printing.text import break_lines

_LEADING = 1.3  # from one line to the next, of the size
_PAD_X, _PAD_Y = 1.5 * MM, 1.5 * MM
_LINE = 0.5  # pt
_AFTER = 2 * MM  # below a table, before the next line of the grid
_NAME = re.compile(r"[^\W\d_]+(?:·[^\W\d_]+)+")  # 阿依古丽·买买提, broken behind the dot only
_PARTS = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}


def table_items(table: Table, setter: Setter) -> Iterator[Item]:
    """Set a table; a row that is higher than a page goes on on the next one."""
    edges = _edges(table)
    titles = tuple(column.title for column in table.columns)
    head = _Row(table, edges, setter, is_head=True).item(titles) if any(titles) else None
    if head:
        yield head
    row = _Row(table, edges, setter)
    room = HEIGHT - (head.height if head else 0.0)
    for cells in table.rows:
        yield from row.items(cells, room, head)
    yield Item(height=_AFTER, ink=0.0, blank=True)
    yield Item(height=0.0, aligned=True, blank=True)


def _edges(table: Table) -> list[float]:
    """Return where the upright lines stand, pt; columns that are too wide share the width."""
    fixed = [column.width * MM for column in table.columns]
    over = max(1.0, sum(fixed) / WIDTH)
    rest = WIDTH - sum(fixed) / over
    shares = sum(column.share for column in table.columns) or 1.0
    edges = [LEFT]
    for column, width in zip(table.columns, fixed, strict=True):
        edges.append(edges[-1] + width / over + rest * column.share / shares)
    edges[-1] = RIGHT
    return edges


class _Row:
    """Sets the rows of one table."""

    def __init__(
        self, table: Table, edges: Sequence[float], setter: Setter, *, is_head: bool = False
    ) -> None:
        self._table = table
        self._edges = edges
        self._style = FontStyle.HEI if is_head else FontStyle.FANG
        self._is_head = is_head
        self._setter = setter
        self._pitch = table.size * _LEADING

    def item(self, cells: Sequence[str]) -> Item:
        """Set a row whole."""
        return self._item(self._lines(cells), None)

    def items(self, cells: Sequence[str], room: float, head: Item | None) -> Iterator[Item]:
        """Set a row in pieces of at most `room` pt."""
        lines = self._lines(cells)
        count = 1 + int((room - 2 * _PAD_Y - self._table.size) / self._pitch)
        for start in range(0, max(map(len, lines)), count):
            yield self._item([cell[start : start + count] for cell in lines], head)

    def _lines(self, cells: Sequence[str]) -> list[tuple[str, ...]]:
        typeface = self._setter.library.typeface(self._style)
        return [
            break_lines(
                cell,
                typeface,
                (right - left - 2 * _PAD_X) / self._table.size,
                whole_parts=_NAME.fullmatch(cell) is not None,
            )
            for cell, (left, right) in zip(cells, pairwise(self._edges), strict=True)
        ]

    def _item(self, lines: Sequence[Sequence[str]], head: Item | None) -> Item:
        size = self._table.size
        tall = max(size + (len(cell) - 1) * self._pitch for cell in lines)
        height = max(self._table.row_height * MM, tall + 2 * _PAD_Y)
        marks: list[Mark] = [Stroke(LEFT, y, RIGHT, y, width=_LINE) for y in (0.0, height)]
        marks += [Stroke(x, 0.0, x, height, width=_LINE) for x in self._edges]
        for cell, column, (left, right) in zip(
            lines, self._table.columns, pairwise(self._edges), strict=True
        ):
            part = 0.5 if self._is_head else _PARTS[column.align]
            y = (height - size - (len(cell) - 1) * self._pitch) / 2
            for number, text in enumerate(cell):
                slack = right - left - 2 * _PAD_X - self._setter.width(text, self._style, size)
                x = left + _PAD_X + part * slack
                if text:
                    marks.append(plain(x, text, self._style, y=y + number * self._pitch, size=size))
        return Item(height=height, marks=tuple(marks), head=head, leads=self._is_head, body=True)
