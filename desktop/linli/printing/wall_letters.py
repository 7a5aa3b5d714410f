"""Letters for the wall (工作制度上墙): one sheet upright, type as large as it can be."""

from collections.abc import Sequence
from typing import NamedTuple

from linli.domain.faces import FontStyle
from linli.domain.letters import Letter, LetterLine, Style
from linli.domain.paper import A3, CardSize
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.foot import FAINT
from linli.printing.lines import POINT, LineWriter
from linli.printing.text import break_lines
from linli.printing.type0 import EmbeddedFonts
from linli.printing.unprintable import refuse_unprintable

_SIDE, _TOP, _BOTTOM = 26.0, 24.0, 22.0  # mm, on A3
_TITLE, _SUB, _FOOT = 76.0, 28.0, 11.0  # pt, on A3
_LARGEST, _LEAST = 46.0, 17.0  # pt of the text, on A3
_LEAST_LINE = 7.0  # pt
_LEADING, _BETWEEN = 1.38, 0.35  # of the size: from line to line, more between paragraphs
_RULE = 2.0  # mm: the band below the title
_BAND, _INK = "#1f4e79", "#000000"
_INDENT = "　　"
_COLON = "："


class _Line(NamedTuple):
    """A line of text; `above` is added before it, of the size."""

    text: str
    bold: bool = False
    above: float = 0.0
    x: float = 0.0  # em


def render_wall_letters(
    letters: Sequence[Letter], *, paper: CardSize = A3, library: FontLibrary | None = None
) -> bytes:
    """Make the PDF: a sheet each, more only where there is too much for type of 17 pt on A3.

    Args:
        letters: at least one; of headings, paragraphs and facts.
        paper: mm, upright; everything keeps its proportion to A3.
        library: the fonts; None for those of this machine.

    Raises:
        UnprintableTextError: some character would be missing.
    """
    fonts = library or default_library()
    typeface = fonts.typeface(FontStyle.HEI)
    said = [text for letter in letters for text in letter.texts()]
    refuse_unprintable(fonts, ((0, letters[0].title, text) for text in said))
    embedded = EmbeddedFonts((typeface, text) for text in (*said, _INDENT, _COLON, "…"))
    page = Page(letters[0].title, embedded, paper.width, paper.height)
    for number, letter in enumerate(letters):
        if number:
            page.next_page(paper.width, paper.height)
        _Wall(page, typeface, paper).draw(letter)
    return page.finish()


class _Wall:
    """Draws one letter."""

    def __init__(self, page: Page, typeface: Typeface, paper: CardSize) -> None:
        self._page = page
        self._typeface = typeface
        self._paper = paper
        self._scale = paper.height / A3.height
        self._say = LineWriter(page=page, typeface=typeface, ink=_INK, least=_LEAST_LINE).write
        self._side = _SIDE * self._scale
        self._width = paper.width - 2 * self._side
        self._bottom = paper.height - _BOTTOM * self._scale

    def draw(self, letter: Letter) -> None:
        """Draw it, on more sheets where it must be."""
        top = self._head(letter)
        size = _LARGEST * self._scale
        least = _LEAST * self._scale
        lines = self._lines(letter.lines, size)
        while size > least and self._height(lines, size) > self._bottom - top:
            size -= self._scale
            lines = self._lines(letter.lines, size)
        y = top
        for place, line in enumerate(lines):
            step = (_LEADING + line.above * bool(place)) * size * POINT
            if y + step > self._bottom + size * POINT * (_LEADING - 1):
                self._page.next_page(self._paper.width, self._paper.height)
                y = self._head(letter)
                step = _LEADING * size * POINT
            y += step
            x = self._side + line.x * size * POINT
            room = self._width - line.x * size * POINT
            at = y - _LEADING * size * POINT
            self._say(x, at, line.text, size, bold=line.bold, width=room)

    def _head(self, letter: Letter) -> float:
        """Draw what stands above and below the text, and return where it begins, mm."""
        scale = self._scale
        y = _TOP * scale
        self._middle(y, letter.subtitle, _SUB * scale)
        y += _SUB * 1.6 * scale * POINT
        self._middle(y, letter.title, _TITLE * scale, bold=True)
        y += _TITLE * 1.35 * scale * POINT
        self._page.box(self._side, y, self._width, _RULE * scale, fill=_BAND)
        foot = self._paper.height - 14.0 * scale
        self._say(self._side, foot, letter.printed, _FOOT * scale, colour=FAINT, width=self._width)
        return y + (_RULE + 9.0) * scale

    def _lines(self, said: Sequence[LetterLine], size: float) -> list[_Line]:
        """Break the text at a size."""
        room = self._width / (size * POINT)
        found = []
        for line in said:
            is_heading = line.style is Style.HEADING
            text = f"{line.label}{_COLON}{line.text}" if line.style is Style.FACT else line.text
            number, dot, rest = text.partition(". ")
            hanging = bool(dot) and number.isdecimal()
            indent = self._typeface.width(f"{number}. ") if hanging else 0.0
            if hanging:
                parts = break_lines(rest, self._typeface, room - indent)
            elif line.style is Style.BODY:
                parts = break_lines(f"{_INDENT}{text}", self._typeface, room)
            else:
                parts = break_lines(text, self._typeface, room)
            for place, part in enumerate(parts):
                first = place == 0
                shown = f"{number}. {part}" if hanging and first else part
                found.append(
                    _Line(
                        text=shown,
                        bold=is_heading,
                        above=_BETWEEN if first else 0.0,
                        x=indent if hanging and not first else 0.0,
                    )
                )
        return found

    def _height(self, lines: Sequence[_Line], size: float) -> float:
        total = sum(_LEADING + line.above for line in lines)
        return total * size * POINT

    def _middle(self, y: float, text: str, size: float, *, bold: bool = False) -> None:
        wide = self._typeface.width(text) * POINT
        size = min(size, self._width / wide) if wide else size
        self._say((self._paper.width - wide * size) / 2, y, text, size, bold=bold)
