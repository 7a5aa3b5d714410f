"""Two sheets that show whether the stack was turned right (试两张): a number, a side, an arrow."""

from linli.domain.faces import FontStyle
from linli.domain.imposition import pages
from linli.domain.paper import CardSize, PaperSetup, Side
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary, Typeface, default_library
from linli.printing.text import ASCENT
from linli.printing.type0 import EmbeddedFonts

SHEETS = 2
_TITLE = "翻面试印"
_SIDES = {Side.FRONT: "正面", Side.BACK: "背面"}
_HINT = "箭头朝上"
_INK = "#000000"
_POINT = 25.4 / 72  # mm
_LARGE, _SMALL = 72.0, 24.0  # pt
_ARROW = (0.18, 0.42)  # of the paper's height: tip and foot
_BARB = 0.09  # of the paper's height
_LINES = (0.48, 0.66)  # of the paper's height: tops of the two lines of text


def turn_test(setup: PaperSetup, *, library: FontLibrary | None = None) -> bytes:
    """Make the PDF, in the order and turn in which cards would be printed.

    Args:
        setup: single-card paper; which sides now, and how the stack is turned.
        library: the fonts; None for those of this machine.
    """
    typeface = (library or default_library()).typeface(FontStyle.HEI)
    texts = [_HINT, *(_words(n, side) for n in range(SHEETS) for side in Side)]
    size = CardSize(width=setup.sheet.width, height=setup.sheet.height)
    page = Page(
        _TITLE,
        EmbeddedFonts((typeface, text) for text in texts),
        size.width,
        size.height,
        turned=setup.duplex,
    )
    for number, each in enumerate(pages(setup, SHEETS, tuple(Side))):
        if number:
            page.next_page(size.width, size.height)
        with page.mapped(setup.matrix(each.side)):
            _draw(page, typeface, size, _words(each.first, each.side))
    return page.finish()


def _words(number: int, side: Side) -> str:
    return f"第 {number + 1} 张 {_SIDES[side]}"


def _draw(page: Page, typeface: Typeface, size: CardSize, words: str) -> None:
    middle = size.width / 2
    tip, foot = (size.height * part for part in _ARROW)
    barb = size.height * _BARB
    page.rule(middle, foot, middle, tip, colour=_INK, line=8)
    for turn in (-barb, barb):
        page.rule(middle + turn, tip + barb, middle, tip, colour=_INK, line=8)
    for text, top, points in ((words, _LINES[0], _LARGE), (_HINT, _LINES[1], _SMALL)):
        page.text(
            middle - typeface.width(text) * points * _POINT / 2,
            size.height * top + ASCENT * points * _POINT,
            text,
            style=FontStyle.HEI,
            size=points,
            colour=_INK,
        )
