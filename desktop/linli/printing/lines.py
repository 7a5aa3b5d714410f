"""A line of text in a picture on paper, shrunk and then cut to the room it has."""

from dataclasses import dataclass

from linli.printing.canvas import Page
from linli.printing.fonts import Typeface
from linli.printing.text import ASCENT, FitRule, fit

POINT = 25.4 / 72
"""A point in mm."""
_UNBOUND = 10_000.0  # pt: nothing is that wide


def write_line(
    page: Page,
    typeface: Typeface,
    corner: tuple[float, float],
    text: str,
    size: float,
    *,
    colour: str,
    bold: bool = False,
    width: float | None = None,
    least: float,
) -> float:
    """Write a line whose upper left corner is given; shrink, then cut it to its width.

    Args:
        page: where.
        typeface: the face in which it is measured and written.
        corner: mm from the left and the top.
        text: the line; nothing is written of an empty one.
        size: pt.
        colour: `#rrggbb`.
        bold: embolden it.
        width: mm; None for as wide as it is.
        least: pt, the smallest size before it is cut.

    Returns:
        Its width in mm.
    """
    if not text:
        return 0.0
    room = _UNBOUND if width is None else width / POINT
    fitted = fit(text, typeface, FitRule(width=room, height=size, size=size, min_size=least))
    (shown,), size = fitted.lines, fitted.size
    x, y = corner
    baseline = y + ASCENT * size * POINT
    style = typeface.style
    if shown == text:
        page.text(x, baseline, text, style=style, size=size, colour=colour, bold=bold)
    else:
        with page.whole(text):
            page.text(x, baseline, shown, style=style, size=size, colour=colour, bold=bold)
    return typeface.width(shown) * size * POINT


@dataclass(frozen=True, kw_only=True)
class LineWriter:
    """Writes the lines of one drawing.

    Attributes:
        page: where.
        typeface: the face in which they are measured and written.
        ink: `#rrggbb` of a line that has no colour of its own.
        least: pt, the smallest size before a line is cut; one that begins smaller never shrinks.
        room: mm that a line has for which no width is said; None for as wide as it is.
    """

    page: Page
    typeface: Typeface
    ink: str
    least: float
    room: float | None = None

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        colour: str | None = None,
        bold: bool = False,
        width: float | None = None,
    ) -> float:
        """Write a line whose upper left corner is at `x`, `y` mm, as `write_line` does.

        Returns:
            Its width in mm.
        """
        return write_line(
            self.page,
            self.typeface,
            (x, y),
            text,
            size,
            colour=colour or self.ink,
            bold=bold,
            width=self.room if width is None else width,
            least=min(size, self.least),
        )
