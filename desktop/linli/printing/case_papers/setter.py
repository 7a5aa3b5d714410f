"""Lines of a document: filled to both edges, broken by the rules of Chinese setting."""

from collections.abc import Iterator, Sequence

from linli.domain.faces import FontStyle
from linli.domain.registers import Align
from linli.printing.case_papers.page import EM, INDENT, LEFT, PITCH, RIGHT
from linli.printing.fonts import FontLibrary
from linli.printing.justified import Composer, Line, Span
from linli.printing.notices.flow import Item, Words
from linli.printing.notices.setting import plain, words

PARTS = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}


class Setter:
    """Sets text of one document.

    Args:
        library: the fonts.
        keep: names that are not parted.
        squeeze: to what part blank room is pressed together, 1 for not at all.
        pitch: from one line of text to the next, pt.
    """

    def __init__(
        self,
        library: FontLibrary,
        keep: Sequence[str] = (),
        squeeze: float = 1.0,
        pitch: float = PITCH,
    ) -> None:
        self.library = library
        self.squeeze = squeeze
        self.pitch = pitch
        self._keep = tuple(keep)

    def width(self, text: str, style: FontStyle = FontStyle.FANG, size: float = EM) -> float:
        """Return how wide a text is, pt."""
        return self.library.typeface(style).width(text) * size

    def lines(
        self,
        text: str,
        width: float,
        *,
        style: FontStyle = FontStyle.FANG,
        size: float = EM,
        indent: float = 0.0,
    ) -> list[Line]:
        """Break a text of any number of paragraphs into lines of `width` pt.

        Each paragraph's first line is `indent` pt shorter.
        """
        widths = ((width - indent) / size, width / size)
        keep = tuple(phrase for phrase in self._keep if phrase in text)
        composer = Composer(self.library, keep)
        return [
            line
            for paragraph in text.split("\n")
            for line in composer.compose([Span(paragraph.strip(), style)], widths)
        ]

    def prose(self, text: str, *, style: FontStyle = FontStyle.FANG) -> Iterator[Item]:
        """Set paragraphs across the page, two characters in."""
        composer = Composer(self.library, tuple(each for each in self._keep if each in text))
        widths = ((RIGHT - LEFT - INDENT) / EM, (RIGHT - LEFT) / EM)
        for paragraph in text.split("\n"):
            composed = composer.compose([Span(paragraph.strip(), style)], widths)
            for number, line in enumerate(composed):
                x = LEFT if number else LEFT + INDENT
                yield self.line([words(x, line, size=EM)])

    def row(
        self, text: str, align: Align, style: FontStyle, size: float, *, pitch: float
    ) -> Iterator[Item]:
        """Set a text at one edge or in the middle, in as many lines as it needs."""
        for line in self.lines(text, RIGHT - LEFT, style=style, size=size):
            mark = self.placed(line, (LEFT, RIGHT), align, style=style, size=size)
            yield Item(height=pitch, marks=(mark,), ink=size)

    def placed(
        self,
        line: Line,
        span: tuple[float, float],
        align: Align,
        *,
        style: FontStyle,
        size: float,
        y: float = 0.0,
    ) -> Words:
        """Put a line between two edges as it is; pressed, where it is wider than they are apart."""
        left, right = span
        slack = right - left - self.width(line.text, style, size)
        if slack < 0:
            return words(left, line, y=y, size=size)
        return plain(left + PARTS[align] * slack, line.text, style, y=y, size=size)

    def line(self, marks: Sequence[Words], *, leads: bool = False) -> Item:
        """Return a line of text with what stands on it."""
        return Item(height=self.pitch, marks=tuple(marks), ink=EM, body=True, leads=leads)
