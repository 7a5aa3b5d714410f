"""The picture of a building on paper (楼栋图): storeys and rooms as cells, with a legend.

Units stand side by side; a unit that is too wide or too high for the paper goes on beside or below
in further panels, each with its storeys' labels. Shades are pale and every state has a sign, so
that a copy in black and white says the same.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linli.domain.elevations import (
    UNPLACED,
    Block,
    Cell,
    Elevation,
    Fact,
    Shade,
    State,
    counts,
    state_of,
)
from linli.domain.faces import FontStyle
from linli.domain.paper import CardSize
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface
from linli.printing.lines import POINT, LineWriter
from linli.printing.register_layout import page_count
from linli.printing.text import ASCENT, ELLIPSIS, FitRule, fit
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable

_SIDE, _TOP, _BOTTOM, _GAP = 12.0, 10.0, 9.0, 5.0  # mm
_CELL_W, _CELL_H, _STOREY_W, _UNIT_H = 26.0, 12.3, 17.0, 7.0  # mm
_PAD, _NAME_TOP = 1.0, 4.5  # mm
_LEADING = 1.15
_DASH = (1.5, 1.5)  # pt
_TITLE, _NAME, _SMALL, _LEAST = 18.0, 12.0, 9.0, 7.0  # pt
_INK, _FAINT, _LINE = "#000000", "#566273", "#7d8794"
_FILL = {
    Shade.EMPTY: None,
    Shade.PLAIN: "#f3f5f8",
    Shade.GOOD: "#dcefe2",
    Shade.MARKED: "#d8e6f7",
    Shade.WARN: "#ffe3b3",
}


class _Panel(NamedTuple):
    """A part of a block that fits the paper. `rows` and `columns` are half-open ranges."""

    block: Block
    rows: tuple[int, int]
    columns: tuple[int, int]

    @property
    def width(self) -> float:
        """In mm."""
        return _STOREY_W + (self.columns[1] - self.columns[0]) * _CELL_W

    @property
    def height(self) -> float:
        """In mm."""
        return _UNIT_H + (self.rows[1] - self.rows[0]) * _CELL_H

    @property
    def cells(self) -> Iterator[Cell]:
        """The cells that lie in it."""
        for cell in self.block.cells:
            if _within(cell.row, self.rows) and _within(cell.column, self.columns):
                yield cell


_Placed = list[tuple[float, float, _Panel]]


def render_elevation(
    shown: Elevation,
    fact: Fact,
    *,
    community: str,
    printed: str,
    paper: CardSize,
    library: FontLibrary,
) -> bytes:
    """Make the PDF; the same building gives the same bytes.

    Args:
        shown: the building.
        fact: what the rooms are coloured by.
        community: stands before the title.
        printed: who printed it when, faint at the foot.
        paper: mm, usually across.
        library: the fonts.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    title = "　".join(filter(None, (community, shown.title)))
    legend = counts(shown, fact)
    _check(shown, title, library)
    typeface = library.typeface(FontStyle.HEI)
    pages = _paginate(shown.blocks, paper)
    texts = [title, printed, ELLIPSIS, "0123456789人室共第页，", *_words(shown, legend)]
    page = Page(title, EmbeddedFonts((typeface, text) for text in texts), paper.width, paper.height)
    drawing = _Drawing(page, typeface, paper, fact)
    for number, panels in enumerate(pages, 1):
        if number > 1:
            page.next_page(paper.width, paper.height)
        drawing.frame(title, legend, printed, number, len(pages))
        for x, y, panel in panels:
            drawing.panel(x, y, panel)
    return page.finish()


def _check(shown: Elevation, title: str, library: FontLibrary) -> None:
    texts = [(0, "标题", title)]
    texts += [
        (number, column, text)
        for number, room in enumerate(shown.rooms, 1)
        for column, text in (("户主", room.head), ("室", room.address.room or ""))
    ]
    refuse_unprintable(library, texts)


def _words(shown: Elevation, legend: Iterable[tuple[State, int]]) -> Iterator[str]:
    for state, _ in legend:
        yield state.words + state.sign
    for block in shown.blocks:
        yield block.title + "".join(block.storeys)
        for cell in block.cells:
            yield cell.label + cell.room.head


def _within(number: int, span: tuple[int, int]) -> bool:
    return span[0] <= number < span[1]


def _paginate(blocks: Iterable[Block], paper: CardSize) -> list[_Placed]:
    """Put the panels on pages: left to right, then below, then on the next page."""
    top, right = _TOP + 17.0, paper.width - _SIDE
    bottom = paper.height - _BOTTOM - 6.0
    pages: list[_Placed] = [[]]
    x, y, lowest = _SIDE, top, top
    for panel in _panels(blocks, right - _SIDE, bottom - top):
        if x > _SIDE and x + panel.width > right:
            x, y = _SIDE, lowest + _GAP
        if y + panel.height > bottom and pages[-1]:
            pages.append([])
            x, y, lowest = _SIDE, top, top
        pages[-1].append((x, y, panel))
        x += panel.width + _GAP
        lowest = max(lowest, y + panel.height)
    return pages


def _panels(blocks: Iterable[Block], width: float, height: float) -> Iterator[_Panel]:
    across = max(1, int((width - _STOREY_W) // _CELL_W))
    down = max(1, int((height - _UNIT_H) // _CELL_H))
    for block in blocks:
        for left in range(0, block.columns, across):
            for row in range(0, len(block.storeys), down):
                yield _Panel(
                    block,
                    (row, min(row + down, len(block.storeys))),
                    (left, min(left + across, block.columns)),
                )


class _Drawing:
    """Draws pages that are laid out."""

    def __init__(self, page: Page, typeface: Typeface, paper: CardSize, fact: Fact) -> None:
        self._page = page
        self._typeface = typeface
        self._write = LineWriter(page=page, typeface=typeface, ink=_INK, least=_LEAST).write
        self._paper = paper
        self._fact = fact

    def frame(
        self, title: str, legend: list[tuple[State, int]], printed: str, number: int, total: int
    ) -> None:
        """Draw the title, the legend with its figures, and the foot."""
        self._write(_SIDE, _TOP, title, _TITLE, bold=True)
        x, y = _SIDE, _TOP + 10.0
        for state, count in legend:
            self._page.box(x, y, 6.0, 4.2, fill=_FILL[state.shade], stroke=_LINE, line=0.4)
            self._write(x + 1.2, y + 0.6, state.sign, _SMALL)
            x += 7.5
            x += self._write(x, y + 0.4, f"{state.words} {count} 室", _SMALL + 1) + 6.0
        foot = self._paper.height - _BOTTOM
        self._write(_SIDE, foot, printed, _SMALL, colour=_FAINT)
        words = page_count(number, total)
        wide = self._typeface.width(words) * _SMALL * POINT
        self._write(self._paper.width - _SIDE - wide, foot, words, _SMALL, colour=_FAINT)

    def panel(self, x: float, y: float, panel: _Panel) -> None:
        """Draw a unit or a part of it with its upper left corner at (x, y) mm."""
        self._write(x + _STOREY_W, y + 1.0, panel.block.title, _NAME, bold=True)
        first_row, last_row = panel.rows
        left, top = x + _STOREY_W, y + _UNIT_H
        for row in range(first_row, last_row):
            words = panel.block.storeys[row]
            middle = top + (row - first_row) * _CELL_H + (_CELL_H - _SMALL * POINT) / 2
            self._write(x, middle, words, _SMALL, colour=_FAINT, width=_STOREY_W - 1)
        taken = {(cell.row, cell.column) for cell in panel.cells}
        for row in range(first_row, last_row):
            for column in range(*panel.columns):
                if (row, column) not in taken and panel.block.storeys[row] != UNPLACED:
                    self._gap(
                        left + (column - panel.columns[0]) * _CELL_W,
                        top + (row - first_row) * _CELL_H,
                    )
        for cell in panel.cells:
            self._cell(
                left + (cell.column - panel.columns[0]) * _CELL_W,
                top + (cell.row - first_row) * _CELL_H,
                cell,
            )

    def _gap(self, x: float, y: float) -> None:
        """Draw the place of a room that is not in the ledger."""
        for ends in (
            (x, y, x + _CELL_W, y),
            (x, y + _CELL_H, x + _CELL_W, y + _CELL_H),
            (x, y, x, y + _CELL_H),
            (x + _CELL_W, y, x + _CELL_W, y + _CELL_H),
        ):
            self._page.rule(*ends, colour=_LINE, line=0.3, dash=_DASH)

    def _cell(self, x: float, y: float, cell: Cell) -> None:
        state = state_of(cell.room, self._fact)
        fill = _FILL[state.shade]
        self._page.box(x, y, _CELL_W, _CELL_H, fill=fill, stroke=_LINE, line=0.5)
        sign = self._typeface.width(state.sign) * _SMALL * POINT
        room = _CELL_W - 2 * _PAD
        self._write(x + _PAD, y + 1.2, cell.label, _SMALL, width=room - sign - 1)
        self._write(x + _CELL_W - _PAD - sign, y + 1.2, state.sign, _SMALL)
        count = f"{cell.room.people}人" if cell.room.people else ""
        wide = self._typeface.width(count) * _SMALL * POINT
        self._name(x + _PAD, y + _NAME_TOP, cell.room.head, room - wide - 1)
        self._write(x + _CELL_W - _PAD - wide, y + 7.2, count, _SMALL, colour=_FAINT)

    def _name(self, x: float, y: float, name: str, width: float) -> None:
        """Write a name into `width` mm below `y` mm; a long one breaks after its dot or shrinks."""
        if not name:
            return
        high = _CELL_H - _NAME_TOP - _PAD
        rule = FitRule(
            width=width / POINT,
            height=high / POINT,
            size=_NAME,
            min_size=_LEAST,
            lines=2,
            leading=_LEADING,
            whole_parts=True,
        )
        fitted = fit(name, self._typeface, rule)
        top = y + (high - fitted.height(_LEADING) * POINT) / 2
        with self._page.whole(name):
            for number, line in enumerate(fitted.lines):
                self._page.text(
                    x,
                    top + (ASCENT + number * _LEADING) * fitted.size * POINT,
                    line,
                    style=FontStyle.HEI,
                    size=fitted.size,
                    colour=_INK,
                )
