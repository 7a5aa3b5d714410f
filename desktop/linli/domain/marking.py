"""Which characters of a shown text were matched by what is typed, for painting them.

One function for each kind of text. Each returns spans (start, end) in order, none overlapping; a
text that was found by something else has none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from linli.domain.pinyin import readings, spellings
from linli.domain.typed import DASHED, address_parts, fold, is_letter, letters, split_words
from linli.domain.values.addresses import parse_address
from linli.domain.values.names import is_han

Span = tuple[int, int]

_PINYIN = re.compile(r"[a-zü']+")
_NUMBER = re.compile(r"[0-9a-z()-]*\d[0-9a-z()-]*")
_HIDDEN = "*"
_HOME = re.compile(
    r"(?P<building>[A-Za-z]?\d+[A-Za-z]?)(?P<building_word>号楼|号院|号|栋|幢|座|排|#)"
    r"|(?P<unit>[A-Za-z]?\d+|[东西南北中])单元"
    r"|(?P<room>[A-Za-z]?\d[\dA-Za-z-]*)(?:室|房|$)"
)


def marks_in_name(typed: str, name: str) -> list[Span]:
    """Return what of a name was typed: its characters, or the letters they are read by.

    `zs` marks 张三 in 张三丰, as do 张三 and zhangsan; any reading of a character counts.
    """
    found: list[Span] = []
    for word in split_words(typed):
        part = _part_of(word, name)
        if not part and _PINYIN.fullmatch(word):
            part = _spelt(word.replace("'", "").replace("ü", "v"), name)
        found += part
    return _joined(found)


def marks_in_text(typed: str, shown: str) -> list[Span]:
    """Return what of a plain text, such as a tag, was typed."""
    return _joined(span for word in split_words(typed) for span in _part_of(word, shown))


def marks_in_number(typed: str, shown: str) -> list[Span]:
    """Return which digits of a number, perhaps masked, were typed.

    Hidden digits are never marked. Beside them only what begins or ends the number counts: of the
    hidden ones nobody can see whether they fit.
    """
    found: list[Span] = []
    for word in split_words(typed):
        if _NUMBER.fullmatch(word):
            found += _of_number(letters(word), shown.lower())
    return _joined(found)


def marks_in_address(typed: str, shown: str, community: str | None = None) -> list[Span]:
    """Return which parts of an address were typed: 3-2-501 marks 3号楼, 2单元 and 501室.

    Args:
        typed: what stands in the find box.
        shown: an address as `address_text` or `place_text` gives it.
        community: the ledger's community, whose name in an address says nothing.
    """
    found: list[Span] = []
    for word in split_words(typed):
        whole = _part_of(word, shown)
        found += whole or _of_address(word, shown, community)
    return _joined(found)


# ---- names and texts ----------------------------------------------------------------------


def _part_of(word: str, shown: str) -> list[Span]:
    """Return where `word` stands, whatever dots and spaces are between."""
    wanted = letters(word)
    places = [index for index, char in enumerate(shown) if is_letter(char)]
    plain = "".join(fold(shown[index])[:1] for index in places)
    start = plain.find(wanted) if wanted else -1
    if start < 0:
        return []
    return _runs(places[start : start + len(wanted)])


def _runs(places: Sequence[int]) -> list[Span]:
    return _joined((place, place + 1) for place in places)


def _spelt(typed: str, name: str) -> list[Span]:
    sounds = list(zip(_sound_spans(name), readings(name), strict=True))
    for start in range(len(sounds)):
        spans = _follow(typed, sounds[start:])
        if spans is not None:
            return spans
    return []


def _follow(typed: str, sounds: Sequence[tuple[Span, tuple[str, ...]]]) -> list[Span] | None:
    """Return the spans of the syllables that `typed` spells; None if it does not."""
    if not typed:
        return []
    if not sounds:
        return None
    (span, places), later = sounds[0], sounds[1:]
    sizes = {
        size
        for reading in places
        for spelling in spellings(reading)
        for size in range(1, len(spelling) + 1)
        if typed.startswith(spelling[:size])
    }
    for size in sorted(sizes, reverse=True):
        rest = _follow(typed[size:], later)
        if rest is not None:
            return [span, *rest]
    return None


def _sound_spans(name: str) -> list[Span]:
    """Return where each of the name's syllables stands, as `readings` counts them."""
    spans: list[Span] = []
    word: int | None = None
    for index, char in enumerate(f"{name} "):
        if char.isalpha() and not is_han(char):
            word = index if word is None else word
            continue
        if word is not None:
            spans.append((word, index))
            word = None
        if is_han(char):
            spans.append((index, index + 1))
    return spans


# ---- numbers ------------------------------------------------------------------------------


def _of_number(typed: str, shown: str) -> list[Span]:
    places = [index for index, char in enumerate(shown) if char == _HIDDEN or char.isalnum()]
    digits = "".join(shown[index] for index in places)
    plain = digits.find(typed)
    if plain >= 0:
        return _runs(places[plain : plain + len(typed)])
    for start in (0, len(digits) - len(typed)):
        part = digits[start : start + len(typed)] if start >= 0 else ""
        seen = [char for char in part if char != _HIDDEN]
        fits = all(_HIDDEN in (one, other) or one == other for one, other in _pairs(part, typed))
        if len(part) == len(typed) and seen and fits:
            at = places[start : start + len(typed)]
            return _runs([place for place in at if shown[place] != _HIDDEN])
    return []


def _pairs(one: str, other: str) -> Iterator[tuple[str, str]]:
    return zip(one, other, strict=False)


# ---- addresses ----------------------------------------------------------------------------


def _of_address(word: str, shown: str, community: str | None) -> list[Span]:
    estate, homes = _asked(word, community)
    parts = {kind: found for found in _HOME.finditer(shown) for kind in _kinds(found)}
    for home in homes:
        spans = [parts[kind].span() for kind, text in home.items() if _is_part(parts, kind, text)]
        if home and len(spans) == len(home):
            return [*_part_of(estate, shown), *spans]
    return _part_of(estate, shown) if not any(homes) else []


def _asked(word: str, community: str | None) -> tuple[str, list[dict[str, str]]]:
    """Return the estate in a word, and the homes it can mean: kinds of parts with their numbers."""
    dashed = DASHED.fullmatch(word)
    if dashed:
        first, second, third = (part and (part.lstrip("0") or "0") for part in dashed.groups())
        if third:
            return "", [{"building": first, "unit": second, "room": third}]
        pairs = (("building", "unit"), ("building", "room"), ("unit", "room"))
        return "", [{one: first, other: second} for one, other in pairs]
    if word.isdecimal():
        number = word.lstrip("0")
        return "", [{"room": number}, {"building": number}] if number else []
    address = parse_address(word, community)
    if address is None:
        return "", []
    estate, *home = address_parts(address)
    named = zip(("building", "unit", "room"), home, strict=True)
    return estate, [{kind: number for kind, number in named if number}]


def _kinds(found: "re.Match[str]") -> Iterable[str]:
    return (kind for kind in ("building", "unit", "room") if found[kind] is not None)


def _is_part(parts: "dict[str, re.Match[str]]", kind: str, text: str) -> bool:
    if kind not in parts:
        return False
    number = letters(parts[kind][kind]).lstrip("0")
    return number.startswith(text) if kind == "room" else number == text


# ---- spans --------------------------------------------------------------------------------


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Put spans in order; those that touch become one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
