"""How a list lies on paper: texts in lines, lines in rows, rows on pages.

Text that is wider than its column is wrapped, never cut; a row that is higher than a page goes on
on the next one. Heads are repeated on every page and the heading of a group never stands alone.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linli.domain.paper import ROUNDING, CardSize
from linli.domain.registers import MIN_SIZE, Align, Register, RegisterColumn, RegisterGroup
from linli.printing.fonts import Typeface
from linli.printing.foot import FAINT
from linli.printing.text import break_lines

POINT = 25.4 / 72
"""mm in a point."""
LEADING = 1.25
"""From one line to the next, of the size."""
PAD_X = 1.2
"""mm between an upright line of the table and the text."""
GOES_ON = "（续）"
"""What the heading of a group and the title say on further pages."""
_PAD_Y = 1.1  # mm
_TITLE, _SUBTITLE = 20.0, 13.0  # pt
_INK, _FAINT = "#000000", FAINT
_SIDE, _TOP, _BOTTOM = 15.0, 14.0, 12.0  # mm of margin
_GAP = 3.0  # mm


def page_count(number: int, total: int) -> str:
    """Return what stands at the foot of a page."""
    return f"第 {number} 页，共 {total} 页"


class Cell(NamedTuple):
    """Text in its lines. `x` and `width` in mm, `whole` is a text that had to be wrapped."""

    lines: tuple[str, ...]
    x: float
    width: float
    size: float
    align: Align
    bold: bool
    colour: str
    whole: str

    @property
    def height(self) -> float:
        """In mm, without padding."""
        return self.size * POINT * (1 + (len(self.lines) - 1) * LEADING)


class Block(NamedTuple):
    """A band of a page, as wide as the table. `height` in mm; only a ruled one has lines."""

    cells: tuple[Cell, ...]
    height: float
    ruled: bool = False
    tinted: bool = False

    @property
    def edges(self) -> tuple[float, ...]:
        """Where its upright lines stand, mm."""
        if not self.ruled:
            return ()
        return (*(cell.x for cell in self.cells), self.cells[-1].x + self.cells[-1].width)


Placed = list[tuple[float, Block]]
"""The blocks of a page with their upper ends, mm."""


class Layout:
    """Breaks texts into lines, and rows into pages."""

    def __init__(self, register: Register, paper: CardSize, typeface: Typeface) -> None:
        self._register = register
        self._typeface = typeface
        self._left, self.width = _SIDE, paper.width - 2 * _SIDE
        self._columns = tuple(self._places(register.columns))
        number = typeface.width(page_count(0, 9999)) * MIN_SIZE * POINT
        self.foot = self._text(register.printed, MIN_SIZE, width=self.width - number, colour=_FAINT)
        self.foot_top = paper.height - _BOTTOM - self.foot.height
        self._bottom = self.foot_top - _GAP
        titles = tuple(column.title for column in register.columns)
        self._head = self._row(titles, is_head=True)
        self._running = self._free(register.title + GOES_ON, MIN_SIZE, colour=_FAINT)
        self._pages: list[Placed] = []
        self._y = 0.0
        self._has_head = False

    def pages(self) -> list[Placed]:
        """Lay everything out."""
        register = self._register
        self._pages, self._y, self._has_head = [[]], _TOP, False
        self._put(self._free(register.title, _TITLE, bold=True))
        if register.subtitle:
            self._put(self._free(register.subtitle, _SUBTITLE))
        for number, group in enumerate(register.groups):
            if number and register.page_per_group:
                self._new_page()
            self._group(group)
        if not register.groups:
            self._table(self._head.height)
        if register.foot_note:
            note = self._free(register.foot_note, MIN_SIZE, align=Align.LEFT)
            if self._y + _GAP + note.height > self._bottom:
                self._new_page()
            self._y += _GAP
            self._put(note)
        return self._pages

    def _group(self, group: RegisterGroup) -> None:
        heading = self._heading(group.heading) if group.heading else None
        again = self._heading(group.heading + GOES_ON) if group.heading else None
        if heading and not group.rows:
            self._table(heading.height)
            self._put(heading)
        fresh = self._bottom - _TOP - self._running.height - self._head.height
        room = fresh - (again.height if again else 0)
        for cells in group.rows:
            for piece in self._pieces(self._row(cells), room):
                moved = self._table(piece.height + (heading.height if heading else 0))
                if heading or (moved and again):
                    self._put(heading or again)
                heading = None
                self._put(piece)

    def _table(self, height: float) -> bool:
        """Make room for `height` mm of the table; return whether that began a page."""
        head = 0.0 if self._has_head else self._head.height
        moved = self._y + head + height > self._bottom
        if moved:
            self._new_page()
        if not self._has_head:
            self._put(self._head)
            self._has_head = True
        return moved

    def _new_page(self) -> None:
        self._pages.append([])
        self._y, self._has_head = _TOP, False
        self._put(self._running)

    def _put(self, block: Block | None) -> None:
        if block:
            self._pages[-1].append((self._y, block))
            self._y += block.height

    def _places(self, columns: Sequence[RegisterColumn]) -> Iterator[tuple[float, float]]:
        """Yield left end and width of each column, mm."""
        rest = self.width - sum(column.width for column in columns)
        if rest < -ROUNDING:
            raise ValueError("columns wider than the paper")
        shares = sum(column.share for column in columns) or 1.0
        x = self._left
        for column in columns:
            width = column.width + rest * column.share / shares
            yield x, width
            x += width

    def _row(self, texts: Sequence[str], *, is_head: bool = False) -> Block:
        cells = tuple(
            self._text(
                text,
                column.size,
                x=x,
                width=width,
                align=Align.CENTER if is_head else column.align,
                bold=is_head,
            )
            for text, column, (x, width) in zip(
                texts, self._register.columns, self._columns, strict=True
            )
        )
        return Block(cells, self._high(cells), ruled=True, tinted=is_head)

    def _high(self, cells: Sequence[Cell]) -> float:
        """Return the height of a row, mm."""
        return max(self._register.row_height, *(cell.height + 2 * _PAD_Y for cell in cells))

    def _pieces(self, row: Block, room: float) -> Iterator[Block]:
        """Yield the row, or what of it fits on a page each if it is higher than `room` mm."""
        if row.height <= room:
            yield row
            return
        rest = row.cells
        while any(cell.lines for cell in rest):
            taken, left = [], []
            for cell in rest:
                pitch = cell.size * POINT
                count = 1 + max(0, int(((room - 2 * _PAD_Y) / pitch - 1) / LEADING))
                taken.append(cell._replace(lines=cell.lines[:count], whole=""))
                left.append(cell._replace(lines=cell.lines[count:]))
            yield Block(tuple(taken), self._high(taken), ruled=True)
            rest = tuple(left)

    def _heading(self, text: str) -> Block:
        cell = self._text(text, MIN_SIZE + 1, bold=True)
        return Block((cell,), cell.height + 4 * _PAD_Y, ruled=True, tinted=True)

    def _free(
        self,
        text: str,
        size: float,
        *,
        align: Align = Align.CENTER,
        bold: bool = False,
        colour: str = _INK,
    ) -> Block:
        cell = self._text(text, size, align=align, bold=bold, colour=colour)
        return Block((cell,), cell.height + _GAP)

    def _text(
        self,
        text: str,
        size: float,
        *,
        x: float | None = None,
        width: float | None = None,
        align: Align = Align.LEFT,
        bold: bool = False,
        colour: str = _INK,
    ) -> Cell:
        x = self._left if x is None else x
        width = self.width if width is None else width
        room = (width - 2 * PAD_X) / (size * POINT)
        if "\n" not in text and self._typeface.width(text) <= room:
            return Cell((text,), x, width, size, align, bold, colour, "")
        lines = break_lines(text, self._typeface, room)
        whole = "" if "\n" in text else text
        return Cell(lines, x, width, size, align, bold, colour, whole)
