"""Lists on paper (名册): a table over any number of pages, in type that old eyes can read."""

from collections.abc import Iterator
from contextlib import nullcontext
from itertools import groupby

from linli.domain.faces import FontStyle
from linli.domain.paper import A4, CardSize
from linli.domain.registers import (
    Align,
    PrintedRegister,
    Register,
    UnprintableCell,
    UnprintableTextError,
)
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.register_layout import (
    GOES_ON,
    LEADING,
    PAD_X,
    POINT,
    Cell,
    Layout,
    Placed,
    page_count,
)
from linli.printing.text import ASCENT
from linli.printing.type0 import EmbeddedFonts
from linli.progress import SILENT, Progress

A4_LANDSCAPE = CardSize(width=A4.height, height=A4.width)
_GRID, _TINT = "#7d8794", "#e8edf2"
_LINE = 0.5  # pt
_BUSY = "正在排版名册"
_INDENT = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}


def find_unprintable(register: Register, library: FontLibrary) -> tuple[UnprintableCell, ...]:
    """List every text of `register` that no font of `library` can draw whole."""
    found = []
    for row, column, text in register_texts(register):
        if missing := library.missing(text.replace("\n", "")):
            found.append(UnprintableCell(row=row, column=column, text=text, characters=missing))
    return tuple(found)


def render_register(
    register: Register,
    *,
    paper: CardSize = A4,
    progress: Progress = SILENT,
    library: FontLibrary | None = None,
    archival: str = "",
) -> PrintedRegister:
    """Make the PDF; the same list gives the same bytes.

    Args:
        register: what to print.
        paper: `A4`, `A4_LANDSCAPE` or other paper, mm.
        progress: told after each page.
        library: the fonts; None for those of this machine.
        archival: what a PDF that is kept says it is: it becomes a PDF/A-2b, as an official notice;
            it must not name a person.

    Raises:
        UnprintableTextError: some character would be missing.
        Cancelled: the clerk stopped it.
    """
    fonts = library or default_library()
    if cells := find_unprintable(register, fonts):
        raise UnprintableTextError(cells)
    typeface = fonts.typeface(FontStyle.HEI)
    layout = Layout(register, paper, typeface)
    pages = layout.pages()
    own = (page_count(0, 123456789), GOES_ON)
    texts = (*own, *(text for _, _, text in register_texts(register)))
    embedded = EmbeddedFonts((typeface, text) for text in texts)
    page = Page(register.title, embedded, paper.width, paper.height)
    if archival:
        page.declare_archival(archival)
    drawing = RegisterDrawing(page, layout, typeface)
    for number, blocks in enumerate(pages, 1):
        progress.report(number - 1, len(pages), _BUSY)
        if number > 1:
            page.next_page(paper.width, paper.height)
        drawing.draw(blocks, number, len(pages))
    progress.report(len(pages), len(pages), _BUSY)
    return PrintedRegister(content=page.finish(), pages=len(pages))


def register_texts(register: Register) -> Iterator[tuple[int, str, str]]:
    """Yield (row, column or part, text) of everything that the caller gave."""
    yield 0, "标题", register.title
    yield 0, "副标题", register.subtitle
    yield 0, "表末说明", register.foot_note
    yield 0, "页脚", register.printed
    for column in register.columns:
        yield 0, "表头", column.title
    row = 0
    for group in register.groups:
        yield 0, "分组标题", group.heading
        for cells in group.rows:
            row += 1
            for column, text in zip(register.columns, cells, strict=True):
                yield row, column.title, text


class RegisterDrawing:
    """Draws pages that are laid out."""

    def __init__(self, page: Page, layout: Layout, typeface: Typeface) -> None:
        self._page = page
        self._layout = layout
        self._typeface = typeface

    def draw(self, placed: Placed, number: int, total: int) -> None:
        """Draw one page."""
        for y, block in placed:
            if block.tinted:
                left, right = block.edges[0], block.edges[-1]
                self._page.box(left, y, right - left, block.height, fill=_TINT)
        self._grid(placed)
        for y, block in placed:
            for cell in block.cells:
                self._cell(cell, y, block.height if block.ruled else cell.height)
        foot, y = self._layout.foot, self._layout.foot_top
        self._cell(foot, y, foot.height)
        count = foot._replace(lines=(page_count(number, total),), align=Align.RIGHT, whole="")
        self._cell(count._replace(width=self._layout.width), y, count.height)

    def _grid(self, placed: Placed) -> None:
        """Draw the lines of the table; upright ones in one go over rows with the same columns."""
        for edges, run in groupby(placed, lambda item: item[1].edges):
            if not edges:
                continue
            rows = list(run)
            top, bottom = rows[0][0], rows[-1][0] + rows[-1][1].height
            for y in (*(y for y, _ in rows), bottom):
                self._page.rule(edges[0], y, edges[-1], y, colour=_GRID, line=_LINE)
            for x in edges:
                self._page.rule(x, top, x, bottom, colour=_GRID, line=_LINE)

    def _cell(self, cell: Cell, top: float, height: float) -> None:
        """Write the lines of a cell, half way down."""
        top += (height - cell.height) / 2
        with self._page.whole(cell.whole) if cell.whole else nullcontext():
            for number, line in enumerate(cell.lines):
                if not line:
                    continue
                wide = self._typeface.width(line) * cell.size * POINT
                slack = cell.width - 2 * PAD_X - wide
                self._page.text(
                    cell.x + PAD_X + _INDENT[cell.align] * slack,
                    top + (ASCENT + number * LEADING) * cell.size * POINT,
                    line,
                    style=FontStyle.HEI,
                    size=cell.size,
                    colour=cell.colour,
                    bold=cell.bold,
                )
