"""What a clerk types to find a character: 王 宏, 左边王右边宏, 钅部7画, 12画, hong2, U+2CB4E."""

import re
import unicodedata
from dataclasses import dataclass

from linli.domain.characters.forms import SPOKEN, radical_numbers
from linli.domain.characters.readings import numbered_reading
from linli.domain.values.gb18030 import standard_for
from linli.domain.values.names import is_han


@dataclass(frozen=True, kw_only=True)
class CharacterQuery:
    """What is known about a character; all that is given must be true of it.

    Attributes:
        components: parts in any order and form (金 is 钅 too), repeated where they are (牛牛牛).
        radical: the radical (部首) in any of its forms.
        residual_strokes: strokes beside the radical.
        strokes: all strokes.
        reading: pinyin with or without the tone, as "hong", "hong2" or "hóng".
    """

    components: str = ""
    radical: str = ""
    residual_strokes: int | None = None
    strokes: int | None = None
    reading: str = ""


_CODE_POINT = re.compile(r"(?:u\+|\\u|0x|&#x)?\{?([0-9a-f]{4,8})\}?;?", re.IGNORECASE)
_DECIMAL = re.compile(r"&#(\d{4,7});?")
_NAMED = re.compile("|".join(sorted(SPOKEN, key=len, reverse=True)))
_HAN_SUFFIX = re.compile(r"(\w)字(?:旁|头|底|边|框|心)")
_PLACE = re.compile(r"[左右上下里外内中](?:半边|半部分|部分|边|面|侧|头|间)(?:是|为)?(?:一?个)?")
_TWO_PLACES = re.compile(r"(?:左(\w+)右|上(\w+)下|外(\w+)[里内])(\w+)")
_REPEATED = re.compile(r"([两二三四2-4])个(\w)")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4}
_RADICAL = re.compile(r"(\w)部(?:首|外)*\s*\+?\s*(?:(\d{1,2})\s*[画划笔]?)?")
_PART_AND_NUMBER = re.compile(r"(\w)\s*\+?\s*(\d{1,2})\s*[画划笔]?")
_STROKES = re.compile(r"[共总]?(\d{1,2})\s*[画划笔]?(?![0-9a-z])")
_READING = re.compile(r"[a-z\u00e0-\u00ff\u0101-\u01dc:]+[1-5]?")


def read_code_point(text: str) -> str | None:
    """Return the ideograph whose code point is typed: U+2CB4E, 2cb4e, &#x2CB4E; or &#183118;."""
    typed = text.strip()
    if found := _DECIMAL.fullmatch(typed):
        code = int(found[1])
    elif found := _CODE_POINT.fullmatch(typed):
        code = int(found[1], 16)
    else:
        return None
    char = chr(code) if code <= 0x10FFFF else ""
    return char if char and is_han(char) else None


def todays_text(text: str) -> str:
    """Return a text without private-use and compatibility codes that have standard characters."""
    return unicodedata.normalize("NFKC", "".join(standard_for(char) or char for char in text))


def read_query(text: str) -> CharacterQuery:
    """Return what typed words say; what they don't say stays open."""
    rest = todays_text(text).lower().strip()
    rest = _NAMED.sub(lambda found: SPOKEN[found[0]], rest)
    rest = _HAN_SUFFIX.sub(r"\1", rest)
    rest = _REPEATED.sub(lambda found: found[2] * int(_COUNTS.get(found[1], found[1])), rest)
    rest = _PLACE.sub(" ", rest)
    if found := _TWO_PLACES.fullmatch(rest):
        rest = "".join(part or "" for part in found.groups())
    radical, residual = "", None
    with_number = _PART_AND_NUMBER.fullmatch(rest)
    if with_number and radical_numbers(with_number[1]):
        radical, residual, rest = with_number[1], int(with_number[2]), ""
    elif (found := _RADICAL.search(rest)) and radical_numbers(found[1]):
        radical, residual = found[1], int(found[2]) if found[2] else None
        rest = rest[: found.start()] + " " + rest[found.end() :]
    reading = ""
    if found := _READING.search(rest):
        reading = numbered_reading(found[0])
        rest = rest[: found.start()] + " " + rest[found.end() :]
    strokes = None
    if found := _STROKES.search(rest):
        strokes = int(found[1])
        rest = rest[: found.start()] + " " + rest[found.end() :]
    return CharacterQuery(
        components="".join(filter(is_han, rest)),
        radical=radical,
        residual_strokes=residual,
        strokes=strokes,
        reading=reading,
    )
