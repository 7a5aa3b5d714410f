"""Draws lines of text and strokes that were laid out (`notices.flow`) on a page."""

from linli.domain.faces import FontStyle
from linli.printing.canvas import Page
from linli.printing.fonts import FontLibrary
from linli.printing.notices.flow import Stroke, Words
from linli.printing.notices.grid import MM
from linli.printing.text import ASCENT


class MarkDrawer:
    """Draws on one page after the other; what stands in for 小标宋 is emboldened.

    Args:
        page: the document.
        fonts: those it was laid out with.
    """

    def __init__(self, page: Page, fonts: FontLibrary) -> None:
        self._page = page
        self._bold = {FontStyle.TITLE} if fonts.serving[FontStyle.TITLE].stand_in else set()

    def draw(self, mark: Words | Stroke, top: float) -> None:
        """Draw a line of text or a stroke, `top` pt lower than it says."""
        if isinstance(mark, Stroke):
            self._page.rule(
                mark.x / MM,
                (top + mark.y) / MM,
                mark.x2 / MM,
                (top + mark.y2) / MM,
                colour=mark.colour,
                line=mark.width,
                dash=mark.dash,
            )
        else:
            self._words(mark, top)

    def _words(self, words: Words, top: float) -> None:
        kerns = words.kerns or (0.0,) * sum(len(span.text) for span in words.spans)
        parts, place = [], 0
        for text, style in words.spans:
            behind = kerns[place : place + len(text)]
            parts.append((style, text, behind, style in self._bold))
            place += len(text)
        baseline = (top + words.y + ASCENT * words.size) / MM
        self._page.spaced(words.x / MM, baseline, parts, size=words.size, colour=words.colour)
