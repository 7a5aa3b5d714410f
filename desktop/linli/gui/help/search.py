"""Finding in the help: a part of the text, the initials (拼音首字母) of its words, or their pinyin.

Titles come first, then the pages where it stands most often. Nothing leaves this machine and
nothing is kept of what was looked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from linli.domain.marking import Span
from linli.domain.pinyin import readings
from linli.gui.help.book import INDEX, HelpBook, HelpPage

_AROUND = 14
"""So many characters of a line stand before what was found in it."""
_EXCERPT = 64
_TITLE_WORTH = 1000
_FEWEST_LETTERS = 2
"""A single letter is an initial of half of all words."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """A page in which something stands.

    Attributes:
        name: the page.
        title: its title.
        excerpt: the first line that has it, cut.
        marks: which characters of the excerpt were found.
        words: what stands there, as it is written on the page, each once.
    """

    name: str
    title: str
    excerpt: str
    marks: tuple[Span, ...]
    words: tuple[str, ...]


def find(book: HelpBook, text: str) -> list[Found]:
    """Return the pages in which `text` stands, best first; none for an empty text."""
    wanted = "".join(text.split()).casefold()
    if not wanted:
        return []
    rated = [(_rate(page, wanted), page) for page in book.pages.values() if page.name != INDEX]
    best = sorted((pair for pair in rated if pair[0]), key=lambda pair: -pair[0])
    return [_found(page, wanted) for _, page in best]


def places(line: str, wanted: str) -> list[Span]:
    """Return where `wanted`, casefolded and without blanks, or its initials stand in a line."""
    found = _all(line.casefold(), wanted)
    if not found and wanted.isascii() and wanted.isalpha() and len(wanted) >= _FEWEST_LETTERS:
        found = _spoken(_initials(line), wanted)
        if not found:
            return _spelled(line, wanted)
    return [(start, start + len(wanted)) for start in found]


def _rate(page: HelpPage, wanted: str) -> int:
    inside = sum(len(places(line, wanted)) for line in page.lines)
    return inside + _TITLE_WORTH * len(places(page.title, wanted))


def _found(page: HelpPage, wanted: str) -> Found:
    words: dict[str, None] = {}
    excerpt = page.lines[0][:_EXCERPT] if page.lines else ""
    marks: tuple[Span, ...] = ()
    first = True
    for line in (page.title, *page.lines):
        spans = places(line, wanted)
        words.update(dict.fromkeys(line[start:end] for start, end in spans))
        if spans and first and line is not page.title:
            excerpt, marks = _cut(line, spans)
            first = False
    return Found(
        name=page.name,
        title=page.title,
        excerpt=excerpt,
        marks=marks,
        words=tuple(words),
    )


def _cut(line: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    start = max(0, spans[0][0] - _AROUND)
    head = "…" if start else ""
    shown = line[start : start + _EXCERPT]
    shift = len(head) - start
    inside = [span for span in spans if span[1] <= start + len(shown)]
    return head + shown, tuple((first + shift, last + shift) for first, last in inside)


def _spelled(line: str, wanted: str) -> list[Span]:
    """Return where the syllables of a line spell what is wanted, the last of them begun at least.

    Each character counts with its usual reading.
    """
    syllables = _syllables(line)
    found: list[Span] = []
    for start in range(len(line)):
        rest, end = wanted, start
        while rest and end < len(line) and syllables[end]:
            syllable = syllables[end]
            end += 1
            if syllable.startswith(rest):
                rest = ""
            elif rest.startswith(syllable):
                rest = rest.removeprefix(syllable)
            else:
                break
        else:
            if not rest and (not found or start >= found[-1][1]):
                found.append((start, end))
    return found


def _all(line: str, wanted: str) -> list[int]:
    found, start = [], line.find(wanted)
    while start >= 0:
        found.append(start)
        start = line.find(wanted, start + len(wanted))
    return found


def _spoken(initials: Sequence[str], wanted: str) -> list[int]:
    found: list[int] = []
    for start in range(len(initials) - len(wanted) + 1):
        free = not found or start >= found[-1] + len(wanted)
        if free and all(letter in initials[start + n] for n, letter in enumerate(wanted)):
            found.append(start)
    return found


@cache
def _initials(line: str) -> tuple[str, ...]:
    """Return for each character the initials of its readings: 重 is z and c."""
    return tuple(map(_initial, line))


@cache
def _syllables(line: str) -> tuple[str, ...]:
    """Return the usual reading of each Chinese character, "" for any other."""
    return tuple(map(_syllable, line))


@cache
def _syllable(char: str) -> str:
    known = [] if char.isascii() else readings(char)
    return known[0][0] if known and known[0][0].isascii() else ""


@cache
def _initial(char: str) -> str:
    if char.isascii():
        return char.lower()
    known = readings(char)
    return "".join(dict.fromkeys(each[0] for each in known[0])) if known else ""
