"""Lines of notices: filled to both edges, every character on the grid where it can be.

A closing mark that would begin a line is drawn in by pressing the marks of the line together
(标点挤压, CLREQ: a full-width mark may give up its empty half); where that is not enough the
character before it goes to the next line and the line is spread. What stays together is told by
`text.formal_tokens`.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from linli.domain.faces import FontStyle
from linli.printing.fonts import FontLibrary
from linli.printing.text import NOT_FIRST, formal_tokens

_CLOSING = frozenset("，。、；：！？）》」』】〕〉〗”’．）］｝")  # empty on the right
_OPENING = frozenset("（《「『【〔〈〖“‘［｛")  # empty on the left
_MARKS = _CLOSING | _OPENING
_HALF = 0.5  # em that a full-width mark can give up
_FULL = 0.95  # em: a mark narrower than this has no empty half
_EVEN = 0.05  # em by which all gaps of a line are spread first
_WORD_GAP = 0.2  # em more, between Chinese and Latin and at blanks
_WIDEST = 0.35  # em: a line that would have to be spread further stays short
_SLACK = 1e-6  # em


class Span(NamedTuple):
    """A part of a paragraph in one face."""

    text: str
    style: FontStyle


class Line(NamedTuple):
    """A line. `start` is how far it begins before its edge, `kerns` what follows each character.

    All in em. `spans` cover as many characters as there are kerns.
    """

    spans: tuple[Span, ...]
    kerns: tuple[float, ...]
    start: float = 0.0

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(span.text for span in self.spans)


class _Token(NamedTuple):
    """Characters `begin` to `end` of a paragraph; `solid` is where they end without blanks."""

    begin: int
    solid: int
    end: int


class Composer:
    """Breaks paragraphs into lines.

    Args:
        library: the fonts.
        keep: names and phrases that are not parted.
    """

    def __init__(self, library: FontLibrary, keep: Sequence[str] = ()) -> None:
        self._library = library
        self._keep = tuple(keep)

    def compose(
        self, spans: Sequence[Span], widths: Sequence[float], *, tracking: float = 0.0
    ) -> list[Line]:
        """Break a paragraph.

        Args:
            spans: its text, without line ends.
            widths: of the first line, the second and so on, em; the last of them goes on.
            tracking: em behind each character of a line that is not spread.
        """
        advances = [
            glyph.advance / 1000 if glyph else 1.0
            for span in spans
            for glyph in map(self._library.typeface(span.style).glyph, span.text)
        ]
        text = "".join(span.text for span in spans)
        if not text:
            return []
        paragraph = _Paragraph(text, advances, formal_tokens(text, self._keep))
        return [
            Line(tuple(_cut(spans, begin, end)), kerns, start)
            for begin, end, kerns, start in paragraph.lines(widths, tracking)
        ]


class _Paragraph:
    """One paragraph with the width of every character."""

    def __init__(self, text: str, advances: Sequence[float], tokens: Sequence[str]) -> None:
        self._text = text
        self._advances = advances
        self._before = (0.0, *accumulate(advances))
        ends = (0, *accumulate(map(len, tokens)))
        self._tokens = [
            _Token(begin, begin + len(token.rstrip()), end)
            for token, (begin, end) in zip(tokens, pairwise(ends), strict=True)
        ]

    def lines(
        self, widths: Sequence[float], tracking: float
    ) -> Iterator[tuple[int, int, tuple[float, ...], float]]:
        """Yield begin and end, the kerns and the start of each line."""
        broken = list(self._broken(widths))
        for number, (begin, end) in enumerate(broken):
            width = widths[min(number, len(widths) - 1)]
            last = number == len(broken) - 1
            yield begin, end, *self._spread(begin, end, width, tracking, last=last)

    def _width(self, begin: int, end: int) -> float:
        return self._before[end] - self._before[begin]

    def _broken(self, widths: Sequence[float]) -> Iterator[tuple[int, int]]:
        """Yield begin and end of each line, without the blanks at its end."""
        number, begin, solid = 0, 0, 0
        for token in self._tokens:
            if self._fits(begin, solid, token, widths[min(number, len(widths) - 1)]):
                solid = max(solid, token.solid)
                continue
            if solid > begin:
                yield begin, solid
                number += 1
            begin, solid = token.begin, token.solid
            while self._width(begin, solid) > widths[min(number, len(widths) - 1)] + _SLACK:
                cut = self._split(begin, solid, widths[min(number, len(widths) - 1)])
                yield begin, cut
                number, begin = number + 1, cut
        yield begin, solid

    def _fits(self, begin: int, solid: int, token: _Token, width: float) -> bool:
        """Whether `token` belongs on the line from `begin`, if need be pressed in."""
        over = self._width(begin, token.solid) - width
        if over <= _SLACK:
            return True
        if solid <= begin or over > sum(self._given(begin, token.solid)) + _SLACK:
            return False
        left = width - self._width(begin, solid)
        marked = self._text[token.solid - 1] in _CLOSING
        return over <= left + _SLACK if marked else over < left - _SLACK

    def _split(self, begin: int, end: int, width: float) -> int:
        """Return where a token that is wider than a line is split."""
        cut = begin + 1
        while cut < end and self._width(begin, cut + 1) <= width + _SLACK:
            cut += 1
        while cut - begin > 1 and self._text[cut] in NOT_FIRST:
            cut -= 1
        return cut

    def _given(self, begin: int, end: int) -> list[float]:
        """Return what each character of a line can give up, em."""
        return [
            _HALF if char in _MARKS and advance >= _FULL else 0.0
            for char, advance in zip(self._text[begin:end], self._advances[begin:end], strict=True)
        ]

    def _spread(
        self, begin: int, end: int, width: float, tracking: float, *, last: bool
    ) -> tuple[tuple[float, ...], float]:
        """Return what follows each character of a line, and how far the line begins earlier."""
        left = width - self._width(begin, end)
        if left < -_SLACK:
            return self._pressed(begin, end, -left)
        gaps = self._gaps(begin, end)
        if last:
            given = tracking if tracking * (end - begin) <= left else 0.0
            return (given,) * (end - begin), 0.0
        even = self._shares(gaps, left)
        return (*even, 0.0), 0.0

    def _gaps(self, begin: int, end: int) -> list[float]:
        """Return for each gap of a line 0 where it is fixed, 1 or, between scripts, 2."""
        text = self._text[begin:end]
        return [_gap(before, after) for before, after in pairwise(text)]

    def _shares(self, gaps: Sequence[float], left: float) -> list[float]:
        """Share `left` among the gaps: a little evenly, then to words, then evenly again."""
        free = sum(1 for gap in gaps if gap)
        if not free or left / free > _WIDEST:
            return [0.0] * len(gaps)
        words = sum(1 for gap in gaps if gap > 1)
        even = min(left / free, _EVEN)
        word = min((left - even * free) / words, _WORD_GAP) if words else 0.0
        even += (left - even * free - word * words) / free
        return [(even + word if gap > 1 else even) if gap else 0.0 for gap in gaps]

    def _pressed(self, begin: int, end: int, over: float) -> tuple[tuple[float, ...], float]:
        """Press the marks of a line: the last one first, then those side by side, then all."""
        given = self._given(begin, end)
        taken = [0.0] * len(given)
        for places in _presses(given):
            share = min(over / len(places), _HALF) if places else 0.0
            for place in places:
                taken[place] = share
            over -= share * len(places)
        kerns, start = [0.0] * len(given), 0.0
        for place, less in enumerate(taken):
            if self._text[begin + place] in _OPENING and place:
                kerns[place - 1] -= less
            elif self._text[begin + place] in _OPENING:
                start = less
            else:
                kerns[place] -= less
        return tuple(kerns), start


def _presses(given: Sequence[float]) -> tuple[list[int], list[int], list[int]]:
    """Return the places of marks in the order in which they are pressed."""
    marks = [place for place, less in enumerate(given) if less]
    last = [place for place in marks if place == len(given) - 1]
    beside = [
        place
        for place in marks
        if place not in last and place + 1 < len(given) and given[place + 1]
    ]
    others = [place for place in marks if place not in last and place not in beside]
    return last, beside, others


def _gap(before: str, after: str) -> int:
    """Return 0 where a line is not spread, 2 at blanks and between scripts, else 1."""
    if before.isspace() or after.isspace():
        return 2
    latin = (before.isascii(), after.isascii())
    if all(latin):
        return 0
    if any(latin) and not _MARKS.intersection((before, after)):
        return 2
    return 0 if before == after and before in "—…" else 1


def _cut(spans: Sequence[Span], begin: int, end: int) -> Iterator[Span]:
    """Yield the parts of `spans` between two characters of their text."""
    place = 0
    for span in spans:
        text = span.text[max(0, begin - place) : max(0, end - place)]
        if text:
            yield Span(text, span.style)
        place += len(span.text)
