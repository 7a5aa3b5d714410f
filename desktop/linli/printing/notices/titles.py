"""Titles of notices in lines (GB/T 9704-2012, 7.3.1): 词意完整，排列对称，呈梯形或菱形.

Words are known from `resources/codes/title_words.json`; between them a title is broken where the
lines come out best: none of one character, no 的 at a beginning, no line shorter than both its
neighbours.
"""

import json
import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise

from linli.paths import resource
from linli.printing.text import formal_tokens

_NOT_FIRST = "的了和与及、等地得之"
_MOST_LINES = 6
_NEAR = 4  # places around an even share where a break is looked for
_SHORT = 4.0  # em: a shorter line looks lost
_COST_BEGIN, _COST_SHORT, _COST_WAIST, _COST_EVEN, _COST_LINE = 60.0, 40.0, 25.0, 3.0, 30.0


def title_lines(
    title: str, width: Callable[[str], float], room: float, keep: Sequence[str] = ()
) -> tuple[str, ...]:
    """Break a title; where line ends stand in it, each part by itself.

    Args:
        title: the text.
        width: of a text, em.
        room: of a line, em.
        keep: names and phrases that are not parted, not even behind a dot.
    """
    return tuple(
        line
        for part in title.split("\n")
        if part.strip()
        for line in _broken(part.strip(), width, room, keep)
    )


def _broken(
    text: str, width: Callable[[str], float], room: float, keep: Sequence[str]
) -> tuple[str, ...]:
    if width(text) <= room:
        return (text,)
    long = [name for name in keep if width(name) > room]
    words = formal_tokens(text, (*long, *_known_words(text)))
    words = _names_whole(words, [name for name in keep if name not in long])
    if any(width(word) > room for word in words):
        words = [part for word in words for part in _fitting(word, width, room)]
    ends = (0.0, *accumulate(map(width, words)))
    least = math.ceil(ends[-1] / room)
    best: tuple[float, tuple[str, ...]] | None = None
    for count in range(least, min(max(least + 2, _MOST_LINES), len(words)) + 1):
        for cuts in _cuts(ends, count):
            places = (0, *cuts, len(words))
            lines = tuple("".join(words[a:b]) for a, b in pairwise(places))
            widths = [ends[b] - ends[a] for a, b in pairwise(places)]
            if max(widths) > room:
                continue
            cost = _cost(lines, widths) + _COST_LINE * (count - least)
            if best is None or cost < best[0]:
                best = cost, lines
        if best:
            break
    return best[1] if best else tuple(_fitting(text, width, room))


def _names_whole(words: Sequence[str], keep: Sequence[str]) -> list[str]:
    """Join the words over which kept names reach, also those behind a dot."""
    text = "".join(words)
    cuts = list(accumulate(map(len, words), initial=0))
    for name in keep:
        place = text.find(name)
        while place >= 0:
            end = place + len(name)
            cuts = [cut for cut in cuts if not place < cut < end]
            place = text.find(name, place + 1)
    return [text[begin:end] for begin, end in pairwise(cuts)]


def _cuts(ends: Sequence[float], count: int) -> Iterator[tuple[int, ...]]:
    """Yield where `count` lines may be parted, near to even shares."""
    total, last = ends[-1], len(ends) - 1
    near: set[int] = set()
    for share in range(1, count):
        middle = min(range(last + 1), key=lambda place: abs(ends[place] - total * share / count))
        near.update(range(max(1, middle - _NEAR), min(last, middle + _NEAR + 1)))
    yield from combinations(sorted(near), count - 1)


def _cost(lines: Sequence[str], widths: Sequence[float]) -> float:
    """Return how ill the lines look."""
    mean = sum(widths) / len(widths)
    cost = sum((wide - mean) ** 2 for wide in widths)
    cost += sum(_COST_BEGIN for line in lines[1:] if line[0] in _NOT_FIRST)
    cost += sum(_COST_SHORT for wide in widths if wide < _SHORT)
    cost += sum(
        _COST_WAIST
        for before, wide, after in zip(widths, widths[1:], widths[2:], strict=False)
        if wide < min(before, after)
    )
    if len(widths) > 2 and max(widths) - min(widths) < 1:
        cost += _COST_EVEN  # neither 梯形 nor 菱形
    return cost


def _known_words(text: str) -> list[str]:
    """Return the known words of a text, at each place the longest."""
    known, longest = _known()
    found: list[str] = []
    place = 0
    while place < len(text):
        sizes = range(min(longest, len(text) - place), 1, -1)
        word = next(
            (text[place : place + n] for n in sizes if text[place : place + n] in known), ""
        )
        if word:
            found.append(word)
        place += max(1, len(word))
    return found


def _fitting(word: str, width: Callable[[str], float], room: float) -> Iterator[str]:
    """Yield the parts of a word that is wider than a line."""
    part = ""
    for char in word:
        if part and width(part + char) > room:
            yield part
            part = ""
        part += char
    yield part


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], int]:
    said = json.loads(resource("codes/title_words.json").read_text(encoding="utf-8"))
    words = frozenset(said["words"])
    return words, max(map(len, words))
