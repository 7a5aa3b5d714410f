"""The notice of an event for the door (活动通知): A4 upright, type to be read in passing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linli.domain.event_lists import EventSheet
from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.foot import FAINT
from linli.printing.lines import POINT, LineWriter
from linli.printing.text import FitRule, break_lines, fit
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable

_SIDE, _TOP, _BOTTOM = 18.0, 18.0, 12.0  # mm
_KIND, _TITLE, _LEAST_TITLE = 30.0, 64.0, 26.0  # pt
_LARGEST, _LEAST, _STEP = 34.0, 15.0, 0.5  # pt of facts and content
_HOTLINE, _ISSUER, _FOOT = 34.0, 18.0, 9.0  # pt
_TITLE_LINES = 3
_LEADING = 1.3
_BETWEEN = 0.35  # of the size, between facts
_LABEL = 4.0  # em: the names of facts
_SPACE = "　"
_WORDS = "活动通知"
_CALLS = "咨询电话："
_INK, _SOFT, _ACCENT = "#000000", "#3d4a58", "#a5281b"


class _Line(NamedTuple):
    """A line of facts or content: a name before it, where the text begins, what follows below."""

    label: str
    text: str
    indent: float
    gap: float


def render_event_door(
    sheet: EventSheet, *, printed: str, library: FontLibrary | None = None
) -> bytes:
    """Make the PDF: one page, more only where there is too much for type of 15 pt.

    Args:
        sheet: what is held.
        printed: who printed it when, faint at the foot.
        library: the fonts; None for those of this machine.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    fonts = library or default_library()
    said = (*sheet.texts(), printed)
    refuse_unprintable(fonts, ((0, _WORDS, text) for text in said))
    typeface = fonts.typeface(FontStyle.HEI)
    own = f"0123456789/{_WORDS}{_CALLS}{_SPACE}… "
    embedded = EmbeddedFonts((typeface, text) for text in (*said, own))
    page = Page(_WORDS, embedded, A4.width, A4.height)
    _Notice(page, typeface, sheet).draw(printed)
    return page.finish()


class _Notice:
    """Draws one notice."""

    def __init__(self, page: Page, typeface: Typeface, sheet: EventSheet) -> None:
        self._page = page
        self._typeface = typeface
        self._sheet = sheet
        self._say = LineWriter(page=page, typeface=typeface, ink=_INK, least=_FOOT).write
        self._width = A4.width - 2 * _SIDE
        rule = FitRule(
            width=self._width / POINT,
            height=_TITLE * _TITLE_LINES * _LEADING,
            size=_TITLE,
            min_size=_LEAST_TITLE,
            lines=_TITLE_LINES,
            leading=_LEADING,
        )
        self._title = fit(sheet.title, typeface, rule)
        head = _KIND * 1.5 + self._title.height(_LEADING) + _KIND * 1.4
        self._top = _TOP + head * POINT
        foot = _HOTLINE * 1.5 * (1 + bool(sheet.hotline)) + _ISSUER * 1.6
        self._foot = A4.height - _BOTTOM - foot * POINT

    def draw(self, printed: str) -> None:
        """Draw all pages."""
        size = _LARGEST
        while size > _LEAST and self._tall(size) > self._foot - self._top:
            size -= _STEP
        pages = self._pages(size)
        for number, lines in enumerate(pages):
            if number:
                self._page.next_page(A4.width, A4.height)
            self._frame(printed, f"{number + 1}/{len(pages)}" if len(pages) > 1 else "")
            high = sum(self._step(line, size) for line in lines)
            y = self._top + max(self._foot - self._top - high, 0.0) / 3
            for line in lines:
                self._say(_SIDE, y, line.label, size, colour=_SOFT)
                self._say(_SIDE + line.indent * size * POINT, y, line.text, size)
                y += self._step(line, size)

    def _frame(self, printed: str, number: str) -> None:
        """Draw what stands on each page above and below."""
        sheet = self._sheet
        self._middle(_TOP, _SPACE.join(filter(None, (_WORDS, number))), _KIND, colour=_ACCENT)
        y = _TOP + _KIND * 1.5 * POINT
        for line in self._title.lines:
            self._middle(y, line, self._title.size, bold=True)
            y += self._title.size * _LEADING * POINT
        y += _KIND * 0.3 * POINT
        self._page.box(_SIDE, y, self._width, 1.2, fill=_ACCENT)
        y = self._foot + _HOTLINE * 0.2 * POINT
        self._middle(y, sheet.invitation, _HOTLINE, bold=True, colour=_ACCENT)
        if sheet.hotline:
            y += _HOTLINE * 1.4 * POINT
            self._middle(y, f"{_CALLS}{sheet.hotline}", _HOTLINE, bold=True)
        y += _HOTLINE * 1.5 * POINT
        self._middle(y, _SPACE.join(filter(None, (sheet.issuer, sheet.day))), _ISSUER)
        self._middle(A4.height - _BOTTOM + 2.0, printed, _FOOT, colour=FAINT)

    def _lines(self, size: float) -> Iterator[_Line]:
        """Yield facts, then what happens, broken at a size."""
        whole = self._width / (size * POINT)
        for name, text in self._sheet.facts:
            room = whole - _LABEL
            texts = [each for part in text.split("\n") for each in self._broken(part, room)]
            for place, part in enumerate(texts):
                last = place == len(texts) - 1
                yield _Line("" if place else name, part, _LABEL, _BETWEEN if last else 0.0)
        for paragraph in filter(None, map(str.strip, self._sheet.content.splitlines())):
            texts = list(self._broken(2 * _SPACE + paragraph, whole))
            for place, part in enumerate(texts):
                yield _Line("", part, 0.0, _BETWEEN if place == len(texts) - 1 else 0.0)

    def _broken(self, text: str, room: float) -> Sequence[str]:
        return break_lines(text, self._typeface, room)

    def _tall(self, size: float) -> float:
        return sum(self._step(line, size) for line in self._lines(size))

    def _step(self, line: _Line, size: float) -> float:
        """Return from a line to the next, mm."""
        return (_LEADING + line.gap) * size * POINT

    def _pages(self, size: float) -> list[list[_Line]]:
        pages: list[list[_Line]] = [[]]
        left = self._foot - self._top
        for line in self._lines(size):
            if self._step(line, size) > left and pages[-1]:
                pages.append([])
                left = self._foot - self._top
            pages[-1].append(line)
            left -= self._step(line, size)
        return pages

    def _middle(
        self, y: float, text: str, size: float, *, bold: bool = False, colour: str = _INK
    ) -> None:
        """Write a line in the middle of the page, shrunk to its width."""
        wide = self._typeface.width(text) * POINT
        size = min(size, self._width / wide) if wide else size
        self._say((A4.width - wide * size) / 2, y, text, size, bold=bold, colour=colour)
