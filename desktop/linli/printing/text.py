"""Lines: where Chinese text may break, and how large it can stand in its box.

Rules of line ends after GB/T 15834 and CLREQ: no closing mark begins a line, no opening mark ends
one; Latin words, numbers, times and phone numbers stay whole. `formal_tokens` also keeps dates,
sums of money and numbers of documents whole; `justified` fills the lines of notices with them.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from linli.printing.fonts import Typeface

NOT_FIRST = "，。、；：！？）》」』】〕〉〗”’…—–～％%‰℃·・．,.;:!?)]}］｝"
"""Marks that begin no line."""
NOT_LAST = "（《「『【〔〈〖“‘￥¥$([{［｛"
"""Marks that end no line."""
_WORD = r"[A-Za-z0-9](?:[A-Za-z0-9.:/@_+#'’–~-]*[A-Za-z0-9])?"
_FACTS = (
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?",
    r"\d{1,2}月\d{1,2}日",
    r"\d[\d,.]*[余多]?[十百千万亿]*元",
    r"\d{4}〕\d+号",  # 〔 before it is an opening mark
)


def _token_pattern(*whole: str) -> re.Pattern[str]:
    """Return what matches a token: one character, a word or one of `whole`, with its marks."""
    kept = "|".join((*whole, _WORD))
    return re.compile(
        rf"[{re.escape(NOT_LAST)}]*(?:{kept}|.)[{re.escape(NOT_FIRST)}]*\s*", re.DOTALL
    )


_TOKEN = _token_pattern()
_NAME_PART = re.compile(r"[^·\s]*[·\s]*")
ELLIPSIS = "…"
_STEP = 0.5  # pt, by which text shrinks
ASCENT = 0.88  # of the size: the em box of Chinese characters above the baseline


@dataclass(frozen=True)
class Fitted:
    """Text as it stands in its box. `size` in pt; `cut` if the end is missing."""

    lines: tuple[str, ...]
    size: float
    cut: bool = False

    def height(self, leading: float) -> float:
        """Return the height in pt: the em of the first line, `leading` × size for the others."""
        return self.size * (1 + (len(self.lines) - 1) * leading)


@dataclass(frozen=True, kw_only=True)
class FitRule:
    """How text gives way. Sizes and extents in pt.

    `whole_parts` keeps the parts of a minority name together: it breaks after · or shrinks.
    """

    width: float
    height: float
    size: float
    min_size: float
    lines: int = 1
    leading: float = 1.25
    whole_parts: bool = False


@dataclass(frozen=True)
class _Token:
    """What stays on one line. `units` in 1/1000 em, `solid` without the blanks behind it."""

    text: str
    units: int
    solid: int


def fit(text: str, typeface: Typeface, rule: FitRule) -> Fitted:
    """Find the largest size at which `text` fits; at the smallest, cut it with an ellipsis.

    Words are split only where no size leaves them whole.
    """
    if "\n" not in text and typeface.width(text) * rule.size <= rule.width:
        return Fitted((text,), rule.size)
    paragraphs = _measured(text, typeface, whole_parts=rule.whole_parts)
    least = sum(token.solid for paragraph in paragraphs for token in paragraph)
    for splitting in (False, True):
        for size in _sizes(rule):
            limit = rule.width / size * 1000
            if least > limit * rule.lines:
                continue
            lines = _broken(paragraphs, typeface, limit, splitting=splitting)
            fitted = Fitted(lines, size)
            if 0 < len(lines) <= rule.lines and fitted.height(rule.leading) <= rule.height:
                return fitted
    return _cut(text, typeface, rule)


def break_lines(
    text: str,
    typeface: Typeface,
    width: float,
    *,
    whole_parts: bool = False,
    splitting: bool = True,
) -> tuple[str, ...]:
    """Break `text` into lines of at most `width` em.

    A word too wide for a line is split, or, where `splitting` is not allowed, nothing is returned.
    """
    paragraphs = _measured(text, typeface, whole_parts=whole_parts)
    return _broken(paragraphs, typeface, width * 1000, splitting=splitting)


def pack_lines(
    texts: Iterable[str],
    typeface: Typeface,
    width: float,
    *,
    between: str,
    first: float | None = None,
) -> Iterator[str]:
    """Yield lines of at most `width` em that hold whole texts, as many as there is room for.

    A text too wide for a line is broken, one with · behind the dot. The first line may be at most
    `first` em wide, where that is said.
    """
    held, left = "", width if first is None else first
    for text in texts:
        joined = f"{held}{between}{text}" if held else text
        if typeface.width(joined) <= left:
            held = joined
            continue
        if held:
            yield held
            left = width
        *full, held = break_lines(text, typeface, left, whole_parts=True) or (text,)
        if full:
            left = width
        yield from full
    if held:
        yield held


def formal_tokens(text: str, keep: Sequence[str] = ()) -> list[str]:
    """Part `text` into what stays on one line each; together they are `text`.

    Args:
        text: a paragraph without line ends.
        keep: names and phrases that stay whole; one with · may be parted behind the dot.
    """
    return _formal(tuple(keep)).findall(text)


@lru_cache(maxsize=16)
def _formal(keep: tuple[str, ...]) -> re.Pattern[str]:
    parts = {part for phrase in keep for part in _NAME_PART.findall(phrase) if part}
    names = sorted(parts, key=lambda part: (-len(part), part))
    return _token_pattern(*map(re.escape, names), *_FACTS)


def _measured(text: str, typeface: Typeface, *, whole_parts: bool) -> list[list[_Token]]:
    """Part each paragraph of `text` into tokens, measured once for all sizes."""
    pattern = _NAME_PART if whole_parts else _TOKEN
    return [
        [
            _Token(token, _units(token, typeface), _units(token.rstrip(), typeface))
            for token in pattern.findall(paragraph)
            if token
        ]
        for paragraph in text.split("\n")
    ]


def _units(text: str, typeface: Typeface) -> int:
    return round(typeface.width(text) * 1000)


def _broken(
    paragraphs: list[list[_Token]], typeface: Typeface, limit: float, *, splitting: bool
) -> tuple[str, ...]:
    """Fill lines of at most `limit` units with tokens."""
    lines: list[str] = []
    for paragraph in paragraphs:
        line, used = "", 0
        for token in paragraph:
            if used + token.solid <= limit:
                line, used = line + token.text, used + token.units
                continue
            if line:
                lines.append(line.rstrip())
            line, used = token.text, token.units
            if token.solid > limit:
                if not splitting:
                    return ()
                *full, line = _split(token.text, typeface, limit / 1000)
                lines += full
                used = _units(line, typeface)
        lines.append(line.rstrip())
    return tuple(lines)


def _split(token: str, typeface: Typeface, width: float) -> list[str]:
    """Split a token that is wider than a line."""
    parts = [""]
    for char in token:
        if parts[-1] and typeface.width((parts[-1] + char).rstrip()) > width:
            keep = -1 if char in NOT_FIRST and len(parts[-1]) > 1 else len(parts[-1])
            parts[-1:] = [parts[-1][:keep], parts[-1][keep:]]
        parts[-1] += char
    return parts


def _sizes(rule: FitRule) -> list[float]:
    steps = math.ceil((rule.size - rule.min_size) / _STEP)
    return [*(rule.size - i * _STEP for i in range(steps)), rule.min_size]


def _cut(text: str, typeface: Typeface, rule: FitRule) -> Fitted:
    """Keep what fits at the smallest size and mark the end."""
    size, width = rule.min_size, rule.width / rule.min_size
    room = 1 + int((rule.height / size - 1) / rule.leading + 1e-9)
    kept = break_lines(text, typeface, width, whole_parts=rule.whole_parts)
    *before, last = kept[: max(1, min(rule.lines, room))]
    while last and typeface.width(last + ELLIPSIS) > width:
        last = last[:-1]
    return Fitted((*before, last + ELLIPSIS), size, cut=True)
