"""The notice of who is on duty (值班公示) for the door: A4 upright, type to be read in passing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.domain.reception_rules import WEEKDAYS
from linli.domain.roster_papers import DoorSheet
from linli.domain.roster_sheet import WallDay
from linli.domain.rosters import DayKind
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.foot import FAINT
from linli.printing.lines import POINT, LineWriter
from linli.printing.text import ASCENT, pack_lines
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable

_SIDE, _TOP, _BOTTOM = 16.0, 16.0, 12.0  # mm
_TITLE, _SPAN, _HOURS, _NOTE = 46.0, 26.0, 14.0, 12.0  # pt
_HOTLINE, _ISSUER, _FOOT = 34.0, 18.0, 9.0  # pt
_LARGEST, _LARGEST_ALONE, _LEAST = 30.0, 60.0, 15.0  # pt of names; of one day alone
_STEP = 0.5  # pt
_LEADING = 1.22
_SHIFT = 0.58  # of the size of names: the shift
_DATE = 0.72  # of the size of names: the day
_DATE_WIDTH = 3.9  # em of names
_MOST_LABEL = 6.0  # em of names: a shift, shrunk where it takes more
_PAD = 1.6  # mm above and below a day
_LEAST_LINE = 8.0  # pt: what is too wide for its line shrinks so far, then it is cut
_SPACE = "　"
_OPEN = "待定"
_INK, _SOFT, _LINE, _RED = "#000000", "#3d4a58", "#5b6672", "#b3261e"


class _Row(NamedTuple):
    """A line of a day: what stands small before or above, and names."""

    label: str
    text: str
    scale: float = 1.0


class _Block(NamedTuple):
    """Lines of one day that stay together on a page; `goes_on` after the first of them."""

    day: WallDay
    rows: tuple[_Row, ...]
    goes_on: bool = False


def render_door(sheet: DoorSheet, *, printed: str, library: FontLibrary | None = None) -> bytes:
    """Make the PDF of one notice, as `render_doors` does."""
    return render_doors([sheet], printed=printed, library=library)


def render_doors(
    sheets: Sequence[DoorSheet], *, printed: str, library: FontLibrary | None = None
) -> bytes:
    """Make the PDF: a page each, more only where there is too much for type of 15 pt.

    Args:
        sheets: at least one, each with the day or days.
        printed: who printed it when, faint at the foot.
        library: the fonts; None for those of this machine.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    fonts = library or default_library()
    typeface = fonts.typeface(FontStyle.HEI)
    said = [printed, *(text for sheet in sheets for text in _texts(sheet))]
    refuse_unprintable(fonts, ((0, sheets[0].title, text) for text in said))
    own = f"0123456789月日周：/{WEEKDAYS}{_SPACE}{_OPEN}续（）… "
    embedded = EmbeddedFonts((typeface, text) for text in (*said, own))
    page = Page(sheets[0].title, embedded, A4.width, A4.height)
    for number, sheet in enumerate(sheets):
        if number:
            page.next_page(A4.width, A4.height)
        _Door(page, typeface, sheet).draw(printed)
    return page.finish()


def _texts(sheet: DoorSheet) -> Iterator[str]:
    """Yield every text of a notice."""
    yield from (sheet.title, sheet.span, sheet.hotline, sheet.issuer, sheet.state, sheet.note)
    yield from (sheet.nobody, sheet.calls)
    yield from (text for pair in sheet.hours.items() for text in pair)
    for day in sheet.days:
        yield day.words
        for line in day.lines:
            yield from (line.shift, *line.names)


class _Door:
    """Draws one notice."""

    def __init__(self, page: Page, typeface: Typeface, sheet: DoorSheet) -> None:
        self._page = page
        self._typeface = typeface
        self._say = LineWriter(page=page, typeface=typeface, ink=_INK, least=_LEAST_LINE).write
        self._sheet = sheet
        self._alone = len(sheet.days) == 1
        self._width = A4.width - 2 * _SIDE
        self._legend = self._hours()
        self._top = _TOP + (_TITLE * 1.35 + _SPAN * 1.7 + _HOURS * 1.4 * len(self._legend)) * POINT
        foot = _HOTLINE * 1.5 * bool(sheet.hotline) + _ISSUER * 1.5 + _NOTE * 1.4
        self._foot = A4.height - _BOTTOM - foot * POINT
        self._size = self._fitting()

    def draw(self, printed: str) -> None:
        """Draw all pages."""
        pages = self._pages()
        for number, blocks in enumerate(pages):
            if number:
                self._page.next_page(A4.width, A4.height)
            self._frame(printed, f"{number + 1}/{len(pages)}" if len(pages) > 1 else "")
            y = self._top
            if self._alone:  # what little there is hangs in the middle
                room = self._foot - self._top - sum(map(self._height, blocks))
                y += max(room, 0.0) / 3
            for block in blocks:
                y = self._block(block, y)
            if not self._alone:
                self._rule(y)

    def _frame(self, printed: str, number: str) -> None:
        """Draw what stands on each page above and below the days."""
        sheet = self._sheet
        self._middle(_TOP, sheet.title, _TITLE, bold=True)
        more = _SPACE.join(filter(None, (sheet.span, sheet.state, number)))
        y = _TOP + _TITLE * 1.35 * POINT
        self._middle(y, more, _SPAN)
        y += _SPAN * 1.5 * POINT
        for text in self._legend:
            self._middle(y, text, _HOURS, colour=_SOFT)
            y += _HOURS * 1.4 * POINT
        y = self._foot + _NOTE * 0.4 * POINT
        self._middle(y, sheet.note, _NOTE, colour=_SOFT)
        y += _NOTE * 1.3 * POINT
        if sheet.hotline:
            self._middle(y, f"{sheet.calls}：{sheet.hotline}", _HOTLINE, bold=True)
            y += _HOTLINE * 1.4 * POINT
        self._middle(y, sheet.issuer, _ISSUER)
        self._middle(A4.height - _BOTTOM + 2.0, printed, _FOOT, colour=FAINT)

    def _block(self, block: _Block, y: float) -> float:
        """Draw a day from `y` on and return where it ends."""
        day, size = block.day, self._size
        if not self._alone:
            fill = {DayKind.OFF: "#eef3f8", DayKind.HOLIDAY: "#fdeceb"}.get(day.kind)
            if fill:
                self._page.box(_SIDE, y, self._width, self._height(block), fill=fill)
            self._rule(y)
            words = f"{day.day.month}月{day.day.day}日"
            under = f"周{WEEKDAYS[day.day.weekday()]}{_SPACE}{day.words}".rstrip(_SPACE)
            date_size, room = size * _DATE, _DATE_WIDTH * size * POINT - 2.0
            at = y + _PAD
            colour = _RED if day.kind is DayKind.HOLIDAY else _INK
            self._say(_SIDE + 1.5, at, words, date_size, bold=True, colour=colour, width=room)
            at += date_size * _LEADING * POINT
            said = "（续）" if block.goes_on else under
            self._say(_SIDE + 1.5, at, said, date_size, colour=colour, width=room)
        below = y + _PAD
        for row in block.rows:
            self._row(row, below)
            below += size * row.scale * _LEADING * POINT
        return y + self._height(block)

    def _row(self, row: _Row, y: float) -> None:
        size, small = self._size, self._size * _SHIFT
        if self._alone:
            if row.label:
                self._middle(y, row.label, small, colour=_SOFT)
            else:
                self._middle(y, row.text, size, bold=True)
            return
        x = _SIDE + _DATE_WIDTH * size * POINT
        down = (size - small) * ASCENT * POINT
        wide = self._label_width() * size * POINT
        self._say(x, y + down, row.label, small, colour=_SOFT, width=wide - 1.0)
        room = self._width - _DATE_WIDTH * size * POINT - wide - 1.5
        self._say(x + wide, y, row.text, size, bold=True, width=room)

    def _rows(self, day: WallDay, size: float) -> Iterator[_Row]:
        """Yield the lines of a day at a size."""
        if not day.lines:
            yield _Row("", self._sheet.nobody)
        used = 0.0 if self._alone else _DATE_WIDTH + self._label_width()
        pad = 0.0 if self._alone else 1.5
        room = (self._width - pad) / (size * POINT) - used
        for line in day.lines:
            names = [*line.names, *([_OPEN] if line.missing else [])]
            texts = list(pack_lines(names, self._typeface, room, between=_SPACE))
            if self._alone:
                hours = self._sheet.hours.get(line.shift, "")
                yield _Row(f"{line.shift}{_SPACE}{hours}", "", _SHIFT * 1.25)
                yield from (_Row("", text) for text in texts)
            else:
                labels = [line.shift, *[""] * len(texts)]
                yield from (_Row(*both) for both in zip(labels, texts, strict=False))

    def _hours(self) -> list[str]:
        """Return the hours of the shifts above several days; a single day has them beside."""
        if self._alone:
            return []
        said = (" ".join(pair) for pair in self._sheet.hours.items())
        room = self._width / (_HOURS * POINT)
        return list(pack_lines(said, self._typeface, room, between=_SPACE))

    def _label_width(self) -> float:
        """Return what a shift takes before names, em of the names' size."""
        shifts = {line.shift for day in self._sheet.days for line in day.lines}
        widest = max(map(self._typeface.width, shifts), default=0.0)
        return min(widest * _SHIFT + 0.5, _MOST_LABEL)

    def _height(self, block: _Block) -> float:
        return self._tall(block.rows, self._size)

    def _tall(self, rows: Sequence[_Row], size: float) -> float:
        """Return the height of a day's lines, mm; the date beside them takes two."""
        own = sum(row.scale for row in rows) * size
        date = 0.0 if self._alone else 2 * size * _DATE
        return max(own, date) * _LEADING * POINT + 2 * _PAD

    def _fitting(self) -> float:
        """Return the largest size at which all days stand on one page, pt."""
        size = _LARGEST_ALONE if self._alone else _LARGEST
        while size > _LEAST and not self._fits(size):
            size -= _STEP
        return size

    def _fits(self, size: float) -> bool:
        heights, widest = 0.0, 0.0
        used = 0.0 if self._alone else _DATE_WIDTH + self._label_width()
        for day in self._sheet.days:
            rows = tuple(self._rows(day, size))
            heights += self._tall(rows, size)
            widest = max(widest, *(self._typeface.width(row.text) + used for row in rows))
        return heights <= self._foot - self._top and widest * size * POINT <= self._width

    def _pages(self) -> list[list[_Block]]:
        """Return the days page by page; a day too long for a page goes on upon the next."""
        pages: list[list[_Block]] = [[]]
        room = self._foot - self._top
        left = room
        for day in self._sheet.days:
            rows, goes_on = list(self._rows(day, self._size)), False
            while rows:
                whole = self._tall(rows, self._size)
                if pages[-1] and whole > left:
                    pages.append([])
                    left = room
                held = rows
                while len(held) > 1 and self._tall(held, self._size) > left:
                    held = held[:-1]
                pages[-1].append(_Block(day, tuple(held), goes_on))
                left -= self._tall(held, self._size)
                rows, goes_on = rows[len(held) :], True
        return pages

    def _rule(self, y: float) -> None:
        self._page.rule(_SIDE, y, A4.width - _SIDE, y, colour=_LINE, line=0.8)

    def _middle(
        self, y: float, text: str, size: float, *, bold: bool = False, colour: str = _INK
    ) -> None:
        """Write a line in the middle of the page, shrunk to its width."""
        wide = self._typeface.width(text) * POINT
        size = min(size, self._width / wide) if wide else size
        self._say((A4.width - wide * size) / 2, y, text, size, bold=bold, colour=colour)
