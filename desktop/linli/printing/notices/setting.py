"""Lines of a notice: paragraphs, centred lines, titles and marks on lines of their own."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from linli.domain.faces import FontStyle
from linli.domain.registers import Align
from linli.printing.fonts import FontLibrary
from linli.printing.justified import Composer, Line, Span
from linli.printing.notices.flow import Item, Words
from linli.printing.notices.grid import EM, INDENT, LEFT, PITCH, TITLE_SIZE, TRACKING, WIDTH
from linli.printing.notices.titles import title_lines

_REMEMBERED = 4096  # paragraphs: those of a batch say mostly the same


class Setter:
    """Sets text in lines of `pitch` pt.

    Args:
        library: the fonts.
        pitch: from one line to the next, pt.
        keep: names and phrases that are not parted.
    """

    def __init__(
        self, library: FontLibrary, pitch: float = PITCH, keep: Sequence[str] = ()
    ) -> None:
        self.library = library
        self.pitch = pitch
        self._keep = tuple(keep)

    def width(self, text: str, style: FontStyle = FontStyle.FANG, size: float = EM) -> float:
        """Return how wide a text is, pt."""
        return self.library.typeface(style).width(text) * size

    def lines(
        self,
        spans: Sequence[Span],
        *,
        first: float = LEFT,
        rest: float = LEFT,
        right: float = LEFT + WIDTH,
        size: float = EM,
    ) -> tuple[Line, ...]:
        """Break a paragraph whose first line begins at `first` and the others at `rest`, pt."""
        widths = ((right - first) / size, (right - rest) / size)
        text = "".join(span.text for span in spans)
        keep = tuple(phrase for phrase in self._keep if phrase in text)
        return _composed(self.library, tuple(spans), widths, keep, TRACKING)

    def paragraph(
        self,
        spans: Sequence[Span],
        *,
        first: float = LEFT + INDENT,
        rest: float = LEFT,
        body: bool = True,
        leads: bool = False,
    ) -> Iterator[Item]:
        """Set a paragraph; `leads` keeps its last line with what follows."""
        lines = self.lines(spans, first=first, rest=rest)
        for number, line in enumerate(lines):
            x = rest if number else first
            last = number == len(lines) - 1
            yield self.line([words(x, line)], body=body, leads=leads and last)

    def row(self, text: str, align: Align, style: FontStyle, *, size: float = EM) -> Iterator[Item]:
        """Set a text at one edge or in the middle, in as many lines as it needs."""
        for line in self.lines([Span(text, style)], size=size):
            slack = WIDTH - self.width(line.text, style, size)
            part = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}[align]
            mark = Words(LEFT + part * slack, 0.0, line.spans, size=size)
            yield self.line([mark], size=size, body=True)

    def title(self, text: str) -> Iterator[Item]:
        """Set a title in the middle, broken between words (标题: 梯形或菱形)."""
        style = FontStyle.TITLE
        width = self.library.typeface(style).width
        for line in title_lines(text, width, WIDTH / TITLE_SIZE, self._keep):
            x = LEFT + (WIDTH - width(line) * TITLE_SIZE) / 2
            mark = Words(x, 0.0, (Span(line, style),), size=TITLE_SIZE)
            yield self.line([mark], size=TITLE_SIZE, leads=True)

    def line(
        self,
        marks: Sequence[Words],
        *,
        size: float = EM,
        body: bool = False,
        leads: bool = False,
    ) -> Item:
        """Return a line of the grid with what stands on it."""
        return Item(height=self.pitch, marks=tuple(marks), ink=size, body=body, leads=leads)

    def blank(self, *, leads: bool = False) -> Item:
        """Return an empty line (空一行)."""
        return Item(height=self.pitch, ink=0.0, blank=True, leads=leads)


def words(x: float, line: Line, *, y: float = 0.0, size: float = EM) -> Words:
    """Return a line of a paragraph that begins at `x` pt."""
    return Words(x - line.start * size, y, line.spans, line.kerns, size)


def plain(
    x: float, text: str, style: FontStyle = FontStyle.FANG, *, y: float = 0.0, size: float = EM
) -> Words:
    """Return a line of text in one face, not spread."""
    return Words(x, y, (Span(text, style),), size=size)


@lru_cache(maxsize=_REMEMBERED)
def _composed(
    library: FontLibrary,
    spans: tuple[Span, ...],
    widths: tuple[float, float],
    keep: tuple[str, ...],
    tracking: float,
) -> tuple[Line, ...]:
    return tuple(Composer(library, keep).compose(spans, widths, tracking=tracking))
