"""Personal slips of a roster (个人值班条): four on a sheet of A4, to be cut apart."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.domain.roster_papers import Slip
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.foot import FAINT
from linli.printing.lines import POINT, LineWriter
from linli.printing.text import break_lines, pack_lines
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable
from linli.progress import SILENT, Progress

PER_SHEET = 4
_WIDTH, _HEIGHT = A4.width / 2, A4.height / 2  # mm
_MARGIN = 9.0  # mm inside a slip; no printer reaches the paper's edge
_TITLE, _NAME, _TOTAL, _SMALL, _FOOT = 14.0, 22.0, 13.0, 10.5, 7.5  # pt
_LARGEST, _LEAST = 16.0, 12.0  # pt of the lines
_STEP = 0.5  # pt
_LEADING = 1.3
_GAP = 4.0  # mm between columns
_MOST_COLUMNS = 2
_LEAST_LINE = 7.0  # pt
_INK, _SOFT, _CUT = "#000000", "#3d4a58", "#8c96a3"
_DASH = (3.0, 3.0)  # pt
_GOES_ON = "（续）"
_SPACE = "　"
_BUSY = "正在排版值班条"


class _Laid(NamedTuple):
    """Lines of a slip that stand on one piece of paper."""

    slip: Slip
    lines: tuple[tuple[str, str], ...]
    size: float
    columns: int
    goes_on: bool


def render_slips(
    slips: Sequence[Slip],
    *,
    printed: str,
    library: FontLibrary | None = None,
    progress: Progress = SILENT,
) -> bytes:
    """Make the PDF; who has more shifts than a slip holds gets a second one.

    Args:
        slips: at least one.
        printed: who printed it when, faint at the foot of each.
        library: the fonts; None for those of this machine.
        progress: told after each sheet.

    Raises:
        UnprintableTextError: some character would be missing.
        Cancelled: the clerk stopped it.
    """
    fonts = library or default_library()
    typeface = fonts.typeface(FontStyle.HEI)
    said = [*(text for slip in slips for text in slip.texts()), printed]
    refuse_unprintable(fonts, ((0, "值班条", text) for text in said))
    embedded = EmbeddedFonts((typeface, text) for text in (*said, f"{_GOES_ON}{_SPACE}…"))
    page = Page(slips[0].title, embedded, A4.width, A4.height)
    drawing = _Slips(page, typeface, printed)
    laid = [each for slip in slips for each in drawing.laid(slip)]
    sheets = [
        [each for _, each in some]
        for _, some in groupby(enumerate(laid), lambda item: item[0] // PER_SHEET)
    ]
    for number, sheet in enumerate(sheets):
        progress.report(number, len(sheets), _BUSY)
        if number:
            page.next_page(A4.width, A4.height)
        drawing.draw(sheet)
    progress.report(len(sheets), len(sheets), _BUSY)
    return page.finish()


class _Slips:
    """Lays slips out and draws sheets of them."""

    def __init__(self, page: Page, typeface: Typeface, printed: str) -> None:
        self._page = page
        self._typeface = typeface
        self._printed = printed
        self._width = _WIDTH - 2 * _MARGIN
        self._say = LineWriter(
            page=page, typeface=typeface, ink=_INK, least=_LEAST_LINE, room=self._width
        ).write

    def laid(self, slip: Slip) -> list[_Laid]:
        """Return a slip on as many pieces of paper as it takes, its lines as large as they can."""
        lines = list(slip.lines)
        found: list[_Laid] = []
        room = self._room(slip)
        while lines or not found:
            size, columns = self._fitting(slip, lines, room)
            count = columns * max(1, int(room / (size * _LEADING * POINT)))
            found.append(_Laid(slip, tuple(lines[:count]), size, columns, bool(found)))
            lines = lines[count:]
        return found

    def draw(self, sheet: Sequence[_Laid]) -> None:
        """Draw a sheet: up to four slips, and where it is cut."""
        for place, laid in enumerate(sheet):
            x, y = _WIDTH * (place % 2), _HEIGHT * (place // 2)
            self._slip(laid, x + _MARGIN, y + _MARGIN)
        for x, y, x2, y2 in ((_WIDTH, 0, _WIDTH, A4.height), (0, _HEIGHT, A4.width, _HEIGHT)):
            self._page.rule(x, y, x2, y2, colour=_CUT, line=0.5, dash=_DASH)

    def _slip(self, laid: _Laid, x: float, y: float) -> None:
        slip, bottom = laid.slip, y + _HEIGHT - 2 * _MARGIN
        self._say(x, y, slip.title, _TITLE)
        y += _TITLE * _LEADING * POINT
        name = slip.name + (_GOES_ON if laid.goes_on else "")
        self._say(x, y, name, _NAME, bold=True)
        y += _NAME * _LEADING * POINT
        for text in self._legend(slip):
            self._say(x, y, text, _SMALL, colour=_SOFT)
            y += _SMALL * _LEADING * POINT
        y += 1.0
        self._page.rule(x, y, x + self._width, y, colour=_SOFT, line=0.6)
        self._lines(laid, x, y + 1.5)
        y = bottom - self._foot_height(slip) + 1.0
        self._page.rule(x, y, x + self._width, y, colour=_SOFT, line=0.6)
        y += 1.0
        self._say(x, y, slip.total, _TOTAL, bold=True)
        y += _TOTAL * _LEADING * POINT
        for text in self._notes(slip):
            self._say(x, y, text, _SMALL, colour=_SOFT)
            y += _SMALL * _LEADING * POINT
        self._say(x, bottom - _FOOT * POINT, self._printed, _FOOT, colour=FAINT)

    def _lines(self, laid: _Laid, x: float, top: float) -> None:
        """Write days and shifts, column by column."""
        high = laid.size * _LEADING * POINT
        wide = (self._width - (laid.columns - 1) * _GAP) / laid.columns
        day_width = self._day_width(laid.lines) * laid.size * POINT
        per_column = -(-len(laid.lines) // laid.columns)
        for number, (day, shift) in enumerate(laid.lines):
            column, row = divmod(number, per_column)
            left, y = x + column * (wide + _GAP), top + row * high
            self._say(left, y, day, laid.size)
            room = wide - day_width
            self._say(left + day_width, y, shift, laid.size, bold=True, width=room)

    def _fitting(
        self, slip: Slip, lines: Sequence[tuple[str, str]], room: float
    ) -> tuple[float, int]:
        """Return the largest size, and the fewest columns, at which the lines stand on a slip."""
        size = _LARGEST
        while size >= _LEAST:
            high = size * _LEADING * POINT
            for columns in range(1, _MOST_COLUMNS + 1):
                wide = (self._width - (columns - 1) * _GAP) / columns
                if len(lines) * high <= room * columns - (columns - 1) * high and (
                    self._widest(lines) * size * POINT <= wide
                ):
                    return size, columns
            size -= _STEP
        return _LEAST, 1 if self._widest(
            slip.lines
        ) * _LEAST * POINT > self._width / 2 - _GAP else 2

    def _day_width(self, lines: Sequence[tuple[str, str]]) -> float:
        """Return what days take before shifts, em."""
        return max((self._typeface.width(day) for day, _ in lines), default=0.0) + 0.7

    def _widest(self, lines: Sequence[tuple[str, str]]) -> float:
        shifts = (self._typeface.width(shift) for _, shift in lines)
        return self._day_width(lines) + max(shifts, default=0.0)

    def _room(self, slip: Slip) -> float:
        """Return the height that is left for lines, mm."""
        head = (_TITLE + _NAME + _SMALL * len(self._legend(slip))) * _LEADING * POINT + 2.5
        return _HEIGHT - 2 * _MARGIN - head - self._foot_height(slip)

    def _foot_height(self, slip: Slip) -> float:
        notes = _SMALL * len(self._notes(slip))
        return (_TOTAL + notes + _FOOT) * _LEADING * POINT + 3.0

    def _legend(self, slip: Slip) -> tuple[str, ...]:
        room = self._width / (_SMALL * POINT)
        return tuple(pack_lines(slip.legend, self._typeface, room, between=_SPACE))

    def _notes(self, slip: Slip) -> tuple[str, ...]:
        return (*self._broken(slip.state), *self._broken(slip.note))

    def _broken(self, text: str) -> tuple[str, ...]:
        return break_lines(text, self._typeface, self._width / (_SMALL * POINT)) if text else ()
