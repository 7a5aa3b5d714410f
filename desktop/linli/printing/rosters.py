"""Rosters on the wall (值班表): a month on one sheet laid across, names as large as they can be."""

from collections.abc import Iterator
from typing import NamedTuple

from linli.domain.faces import FontStyle
from linli.domain.paper import A3, CardSize
from linli.domain.roster_sheet import WallDay, WallLine, WallSheet
from linli.domain.rosters import DayKind
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.foot import FAINT
from linli.printing.lines import POINT, LineWriter
from linli.printing.text import ASCENT, pack_lines
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable

_SIDE, _TOP, _BOTTOM = 10.0, 9.0, 12.0  # mm
_PAD, _GAP = 1.6, 0.6  # mm inside a day, between its shifts
_LEADING = 1.18
_LARGEST, _LEAST = 26.0, 11.0  # pt of names
_LEAST_LINE = 7.0  # pt: what is too wide for its line shrinks so far, then it is cut
_STEP = 0.5  # pt
_SHIFT = 0.62  # of the size of names: what a shift is called
_AFTER = 0.35  # em of names, behind the name of a shift
_DATE = 1.0  # of the size of names: the number of a day
_WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
_INK, _LINE, _RED, _AMBER = "#000000", "#5b6672", "#b3261e", "#8a4b00"
_TINT = {DayKind.WORKDAY: "#ffffff", DayKind.OFF: "#eef3f8", DayKind.HOLIDAY: "#fdeceb"}
_SPACE = "　"
LARGE = CardSize(width=A3.height, height=A3.width)
"""A3 across."""


class _Row(NamedTuple):
    """A line of a day: names, or who is short; the shift's name stands small before the first."""

    text: str
    label: str = ""
    colour: str = _INK
    above: float = 0.0


def render_wall(
    sheet: WallSheet,
    *,
    printed: str,
    paper: CardSize = LARGE,
    library: FontLibrary | None = None,
) -> bytes:
    """Make the PDF of one sheet; the same roster gives the same bytes.

    Args:
        sheet: the month.
        printed: who printed it when, faint at the foot.
        paper: mm, laid across.
        library: the fonts; None for those of this machine.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    fonts = library or default_library()
    typeface = fonts.typeface(FontStyle.HEI)
    said = [*sheet.texts(), printed, *_WEEKDAYS, f"0123456789（）：— {_SPACE}"]
    refuse_unprintable(fonts, ((0, "值班表", text) for text in said))
    embedded = EmbeddedFonts((typeface, text) for text in (*said, "…"))
    page = Page(sheet.title, embedded, paper.width, paper.height)
    _Wall(page, typeface, sheet, paper).draw(printed)
    return page.finish()


class _Wall:
    """Draws one sheet."""

    def __init__(self, page: Page, typeface: Typeface, sheet: WallSheet, paper: CardSize) -> None:
        self._page = page
        self._typeface = typeface
        self._say = LineWriter(page=page, typeface=typeface, ink=_INK, least=_LEAST_LINE).write
        self._sheet = sheet
        self._paper = paper
        scale = paper.height / LARGE.height
        self._title, self._small = 30.0 * scale, 12.0 * max(scale, 0.8)
        self._head = self._title * POINT + 3.0
        self._week = 8.0 * scale + 1.0
        self._width = (paper.width - 2 * _SIDE) / len(_WEEKDAYS)
        top = _TOP + self._head + self._week
        self._height = (paper.height - top - _BOTTOM) / len(sheet.weeks)
        self._size = self._fitting()

    def draw(self, printed: str) -> None:
        """Draw heading, days and foot."""
        right = self._paper.width - _SIDE
        self._say(_SIDE, _TOP, self._sheet.title, self._title, bold=True)
        hours = _SPACE.join(f"{name} {span}" for name, span in self._sheet.shifts)
        for place, text in enumerate((self._sheet.state, hours)):
            wide = self._typeface.width(text) * self._small * POINT
            y = _TOP + place * self._small * POINT * _LEADING
            room = right - _SIDE - self._typeface.width(self._sheet.title) * self._title * POINT - 6
            self._say(right - min(wide, room), y, text, self._small, width=room)
        y = _TOP + self._head
        for place, name in enumerate(_WEEKDAYS):
            self._weekday(_SIDE + place * self._width, y, name)
        y += self._week
        for week in self._sheet.weeks:
            for place, day in enumerate(week):
                self._day(_SIDE + place * self._width, y, day)
            y += self._height
        foot = _SPACE.join(filter(None, (printed, self._sheet.note)))
        self._say(_SIDE, self._paper.height - _BOTTOM + 2.5, foot, self._small * 0.8, colour=FAINT)

    def _weekday(self, x: float, y: float, name: str) -> None:
        size = self._week * 0.62 / POINT
        wide = self._typeface.width(name) * size * POINT
        self._page.box(x, y, self._width, self._week, fill="#dfe7ef", stroke=_LINE, line=0.6)
        top = y + (self._week - size * POINT) / 2
        self._say(x + (self._width - wide) / 2, top, name, size, bold=True)

    def _day(self, x: float, y: float, day: WallDay | None) -> None:
        fill = "#f6f6f6" if day is None else _TINT[day.kind]
        self._page.box(x, y, self._width, self._height, fill=fill, stroke=_LINE, line=0.6)
        if day is None:
            return
        top = y + _PAD
        number = str(day.day.day)
        size = self._size * _DATE
        colour = _RED if day.kind is DayKind.HOLIDAY else _INK
        self._say(x + _PAD, top, number, size, bold=True, colour=colour)
        after = x + _PAD + self._typeface.width(number) * size * POINT + 1.5
        room = x + self._width - _PAD - after
        self._say(after, top, day.words, size * _SHIFT, colour=colour, width=room)
        top += size * POINT * _LEADING
        for row in self._rows(day, self._size):
            top += row.above
            size = self._size
            small = size * _SHIFT
            down = (size - small) * ASCENT * POINT
            self._say(x + _PAD, top + down, row.label, small, colour=_LINE)
            after = self._label(row.label) * size * POINT
            self._say(x + _PAD + after, top, row.text, size, bold=True, colour=row.colour)
            top += size * POINT * _LEADING

    def _rows(self, day: WallDay, size: float) -> Iterator[_Row]:
        """Yield the lines of a day below its number."""
        for line in day.lines:
            yield from self._shift(line, size)

    def _shift(self, line: WallLine, size: float) -> Iterator[_Row]:
        """Yield the names of a shift, as many on a line as there is room for, and its gap."""
        label = line.shift if len(self._sheet.shifts) > 1 else ""
        room = (self._width - 2 * _PAD) / (size * POINT)
        beside = room - self._label(label)
        names = pack_lines(line.names, self._typeface, room, between=_SPACE, first=beside)
        texts = [(text, _INK) for text in names]
        if line.gap:
            texts.append((line.gap, _AMBER))
        for place, (text, colour) in enumerate(texts):
            first = place == 0
            yield _Row(text, label if first else "", colour, _GAP if first else 0.0)

    def _label(self, text: str) -> float:
        """Return what the name of a shift takes before the names, em of their size."""
        return self._typeface.width(text) * _SHIFT + _AFTER if text else 0.0

    def _fitting(self) -> float:
        """Return the largest size at which every day holds its names, pt."""
        size = _LARGEST
        while size > _LEAST and not self._fits(size):
            size -= _STEP
        return size

    def _fits(self, size: float) -> bool:
        days = [day for week in self._sheet.weeks for day in week if day]
        widest = self._width - 2 * _PAD
        for day in days:
            rows = list(self._rows(day, size))
            height = 2 * _PAD + size * _DATE * POINT * _LEADING
            height += sum(row.above + size * POINT * _LEADING for row in rows)
            wide = max((self._wide(row) for row in rows), default=0.0) * size * POINT
            if height > self._height or wide > widest:
                return False
        return True

    def _wide(self, row: _Row) -> float:
        return self._label(row.label) + self._typeface.width(row.text)
