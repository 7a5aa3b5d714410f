"""The calendar of a month on paper (期限日历): one sheet laid across, a box for each day.

What does not fit into a day's box is counted there and listed on the pages behind.
"""

from collections.abc import Iterator, Sequence

from linli.domain.clock_lists import SHAPES, CalendarDay, DayKind
from linli.domain.clocks import LIGHT, Clock, Light
from linli.domain.faces import FontStyle
from linli.domain.reception_rules import WEEKDAYS
from linli.domain.registers import Register
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary
from linli.printing.foot import FAINT
from linli.printing.lines import POINT, LineWriter
from linli.printing.register_layout import GOES_ON, Layout, page_count
from linli.printing.registers import A4_LANDSCAPE, RegisterDrawing, register_texts
from linli.printing.text import ELLIPSIS
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable

_SIDE, _TOP, _GRID_TOP, _GRID_BOTTOM, _FOOT = 12.0, 9.0, 28.0, 193.0, 200.0  # mm
_HEAD = 7.0  # mm of the line with the days of the week
_TITLE, _DAY, _NOTE, _LINE, _LEAST = 20.0, 13.0, 10.0, 10.0, 8.0  # pt
_PITCH = 4.4  # mm from one line of a day to the next
_DAY_HEIGHT = 7.0  # mm of the line with the day's number
_PAD = 1.2  # mm
_INK, _EDGE = "#000000", "#7d8794"
_TINT = {
    DayKind.WORKED: None,
    DayKind.WEEKEND: "#f1f4f8",
    DayKind.HOLIDAY: "#f1f4f8",
    DayKind.WORKED_WEEKEND: "#fff3d9",
}
_COLOUR = {
    Light.RED: "#b02418",
    Light.AMBER: "#b25e00",
    Light.GREEN: "#17663a",
    Light.DONE: FAINT,
}
_LEGEND = "　".join(f"{shape} {LIGHT[light]}" for light, shape in SHAPES.items())
_WEEK = 7
_PART = "期限日历"


def render_month(
    title: str,
    weeks: Sequence[Sequence[CalendarDay]],
    behind: Register,
    *,
    subtitle: str,
    printed: str,
    library: FontLibrary,
) -> bytes:
    """Make the PDF; the same month gives the same bytes.

    Args:
        title: such as 期限日历　2026年9月.
        weeks: the days of the sheet, from Monday.
        behind: the list of what falls due, for the pages behind where a box is too small.
        subtitle: stands below the title.
        printed: who printed it when, faint at the foot of each page.
        library: the fonts.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    sheet = _Sheet(weeks)
    texts = [title, subtitle, printed, _LEGEND, ELLIPSIS, page_count(0, 123456789), GOES_ON]
    texts += sheet.texts()
    refuse_unprintable(library, ((0, _PART, text) for text in texts))
    typeface = library.typeface(FontStyle.HEI)
    layout = Layout(behind, A4_LANDSCAPE, typeface)
    pages = layout.pages() if sheet.is_cut else []
    if pages:
        texts += [text for _, _, text in register_texts(behind)]
    page = Page(
        title,
        EmbeddedFonts((typeface, text) for text in texts),
        A4_LANDSCAPE.width,
        A4_LANDSCAPE.height,
    )
    _Drawing(page, library).draw(sheet, (title, subtitle, printed))
    drawing = RegisterDrawing(page, layout, typeface)
    for number, blocks in enumerate(pages, 2):
        page.next_page(A4_LANDSCAPE.width, A4_LANDSCAPE.height)
        drawing.draw(blocks, number, len(pages) + 1)
    return page.finish()


class _Sheet:
    """Where days lie, and how many lines each has room for."""

    def __init__(self, weeks: Sequence[Sequence[CalendarDay]]) -> None:
        self.weeks = weeks
        self.width = (A4_LANDSCAPE.width - 2 * _SIDE) / _WEEK
        self.height = (_GRID_BOTTOM - _GRID_TOP - _HEAD) / len(weeks)
        self.lines = int((self.height - _DAY_HEIGHT - _PAD) / _PITCH)

    @property
    def is_cut(self) -> bool:
        """Whether some day has more than its box has room for."""
        return any(len(day.clocks) > self.lines for _, _, day in self.days())

    def days(self) -> Iterator[tuple[float, float, CalendarDay]]:
        """Yield each day with the upper left corner of its box, mm."""
        for row, week in enumerate(self.weeks):
            for column, day in enumerate(week):
                yield (
                    _SIDE + column * self.width,
                    _GRID_TOP + _HEAD + row * self.height,
                    day,
                )

    def shown(self, day: CalendarDay) -> tuple[Clock, ...]:
        """Return what a day shows; a line is left to say how much there is in all."""
        if day.outside:
            return ()
        return day.clocks if len(day.clocks) <= self.lines else day.clocks[: self.lines - 1]

    def texts(self) -> Iterator[str]:
        """Yield all that is written into boxes."""
        yield from (f"周{sign}" for sign in WEEKDAYS)
        yield "0123456789/（）"
        for _, _, day in self.days():
            yield day.note
            yield _more(len(day.clocks))
            yield from (clock_words(clock) for clock in self.shown(day))


class _Drawing:
    """Draws one sheet."""

    def __init__(self, page: Page, library: FontLibrary) -> None:
        self._page = page
        self._typeface = library.typeface(FontStyle.HEI)
        self._write = LineWriter(page=page, typeface=self._typeface, ink=_INK, least=_LEAST).write

    def draw(self, sheet: _Sheet, words: tuple[str, str, str]) -> None:
        """Draw title, days, legend and foot."""
        title, subtitle, printed = words
        self._write(_SIDE, _TOP, title, _TITLE, bold=True)
        self._write(_SIDE, _TOP + 10.0, subtitle, _DAY, colour=FAINT)
        right = A4_LANDSCAPE.width - _SIDE
        self._write(right - self._wide(_LEGEND, _NOTE), _TOP + 10.5, _LEGEND, _NOTE)
        for column, sign in enumerate(WEEKDAYS):
            x = _SIDE + column * sheet.width
            self._page.box(x, _GRID_TOP, sheet.width, _HEAD, fill="#e8edf2", stroke=_EDGE)
            head = f"周{sign}"
            x += (sheet.width - self._wide(head, _DAY)) / 2
            self._write(x, _GRID_TOP + 1.2, head, _DAY, bold=True)
        for x, y, day in sheet.days():
            self._draw_day(sheet, x, y, day)
        self._write(_SIDE, _FOOT, printed, _NOTE, colour=FAINT)

    def _draw_day(self, sheet: _Sheet, x: float, y: float, day: CalendarDay) -> None:
        tint = None if day.outside else _TINT[day.kind]
        self._page.box(x, y, sheet.width, sheet.height, fill=tint, stroke=_EDGE)
        left, room = x + _PAD, sheet.width - 2 * _PAD
        if day.outside:
            words = f"（{day.day.month}/{day.day.day}）"
            self._write(left, y + _PAD, words, _NOTE, colour=FAINT)
            return
        colour = _COLOUR[Light.RED] if day.kind is DayKind.HOLIDAY else _INK
        used = self._write(left, y + _PAD, str(day.day.day), _DAY, bold=True, colour=colour)
        free = room - used - _PAD
        wide = min(self._wide(day.note, _NOTE), free)
        corner = (x + sheet.width - _PAD - wide, y + _PAD + 0.6)
        self._write(*corner, day.note, _NOTE, colour=colour, width=free)
        shown = sheet.shown(day)
        for place, clock in enumerate(shown):
            top = y + _DAY_HEIGHT + place * _PITCH
            colour = _COLOUR[clock.light]
            self._write(left, top, clock_words(clock), _LINE, colour=colour, width=room)
        if len(shown) < len(day.clocks):
            top = y + _DAY_HEIGHT + len(shown) * _PITCH
            self._write(left, top, _more(len(day.clocks)), _LINE, colour=FAINT, width=room)

    def _wide(self, text: str, size: float) -> float:
        return self._typeface.width(text) * size * POINT


def clock_words(clock: Clock) -> str:
    """Return what a day's box says of a clock: ▲调解办结 第1号, ◆信访办结 信2号."""
    matter = clock.what.partition("（")[0]
    number = clock.subject.number.rpartition("〕")[2]
    _, of_case, rest = number.rpartition("字第")
    number = f"第{rest}" if of_case else number
    return f"{SHAPES[clock.light]}{matter} {number}".strip()


def _more(count: int) -> str:
    return f"共 {count} 项，见后页"
