"""Sheets that are printed once, signed and locked away: title, what for, how to keep, who keeps."""

from collections.abc import Sequence

from linli.domain.faces import FontStyle
from linli.domain.paper import A4
from linli.printing.canvas import Page
from linli.printing.fonts import Typeface
from linli.printing.text import ASCENT, FitRule, fit
from linli.printing.type0 import EmbeddedFonts

INK, MUTED, ACCENT, TINT = "#1a2330", "#566273", "#14508c", "#eaf1f8"
MARGIN = 25.0  # mm
POINT = 25.4 / 72  # mm
_SIGNED, _RULE = 272.0, 278.0  # mm from the top
_PLACE = 85.0  # mm from the words before the signature to those before the place
_SIGNATURE = 50.0  # mm
_SMALL = 12.0  # pt


class KeptSheet:
    """Collects lines first: their characters must be known before the fonts are cut.

    Lengths are mm from the top left corner, type sizes pt.
    """

    def __init__(self, title: str, typeface: Typeface) -> None:
        self.typeface = typeface
        self._title = title
        self._lines: list[tuple[float, float, str, float, str, bool]] = []
        self._rules: list[float] = []

    def begin(self, made: str, use: Sequence[str]) -> float:
        """Write the title, who made it when, and what it is for; return where the rest begins."""
        self.write(MARGIN, 30, self._title, 26, ACCENT, bold=True)
        y = self.paragraph(47, made, _SMALL, MUTED)
        for text in use:
            y = self.paragraph(y + 2, text, 13, INK)
        return y + 8

    def end(self, y: float, title: str, rules: Sequence[str], place: str) -> None:
        """Write the rules of keeping from `y` on, and who signs; `place` is said beside."""
        self.write(MARGIN, y, title, 15, ACCENT, bold=True)
        y += 9
        for text in rules:
            y = self.paragraph(y + 1.5, text, _SMALL, INK)
        for x, words in ((MARGIN, "保管人签字："), (MARGIN + _PLACE, place)):
            self.write(x, _SIGNED, words, _SMALL, INK)
            self._rules.append(x + self.typeface.width(words) * _SMALL * POINT + 1)

    def write(
        self, x: float, y: float, text: str, size: float, colour: str, *, bold: bool = False
    ) -> None:
        """Write one line whose top left corner is given."""
        self._lines.append((x, y + ASCENT * size * POINT, text, size, colour, bold))

    def paragraph(self, y: float, text: str, size: float, colour: str) -> float:
        """Write a paragraph and return where the next may begin."""
        width = (A4.width - 2 * MARGIN) / POINT
        rule = FitRule(
            width=width, height=A4.height, size=size, min_size=size, lines=4, leading=1.4
        )
        for line in fit(text, self.typeface, rule).lines:
            self.write(MARGIN, y, line, size, colour)
            y += size * rule.leading * POINT
        return y

    def page(self) -> Page:
        """Return the page, still empty, for what lies below the lines."""
        fonts = EmbeddedFonts((self.typeface, line[2]) for line in self._lines)
        return Page(self._title, fonts, A4.width, A4.height)

    def finish(self, page: Page) -> bytes:
        """Draw the lines onto the page and return the PDF."""
        for x in self._rules:
            page.rule(x, _RULE, x + _SIGNATURE, _RULE, colour=MUTED, line=0.6)
        for x, baseline, text, size, colour, bold in self._lines:
            page.text(x, baseline, text, style=FontStyle.HEI, size=size, colour=colour, bold=bold)
        return page.finish()
