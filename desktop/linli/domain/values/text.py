"""Cleaning what people type or paste into cells, before any value is read from it."""

import re
import unicodedata

_QUOTES = "'\"`´‘’‚‛“”′"
_BLANK_WORDS = frozenset(
    {
        "",
        "无",
        "無",
        "没有",
        "暂无",
        "不详",
        "未知",
        "不知道",
        "空",
        "无号码",
        "无电话",
        "无手机",
        "无证件",
        "n/a",
        "na",
        "nan",
        "null",
        "none",
        "#n/a",
    }
)
_DITTO_WORDS = frozenset({"同上", "同前", "同上行", "〃", "″", "''"})
_SPACES = frozenset(filter(str.isspace, map(chr, range(0x3001))))
DITTO_BEGINS = _SPACES.union(word[0] for word in _DITTO_WORDS)
"""With one of these begins a cell of spaces alone, or one that says 同上; hardly any other."""
_LONGEST_BLANK = max(map(len, _BLANK_WORDS))
_ONLY_MARKS = re.compile(r"[-‐‑‒–—―－/／\\＼|._。·、,，*＊~～…?？]*")
_SCIENTIFIC = re.compile(r"\d(?:\.\d*)?[eE]\+?\d{1,3}")

_FILLERS = frozenset("\u3164\u115f\u1160\uffa0")  # letters without a shape

EXACT_FLOAT_LIMIT = 1e15
"""From here on a spreadsheet's number has lost digits: it keeps 15."""


def as_text(value: object) -> str:
    """Return a cell's value as the person saw it: 15247829072.0 is "15247829072".

    A number with more digits than a spreadsheet keeps comes out in scientific notation.
    """
    if value is None:
        return ""
    if isinstance(value, float):
        if value.is_integer() and abs(value) < EXACT_FLOAT_LIMIT:
            return str(int(value))
        return f"{value:.15G}" if abs(value) >= EXACT_FLOAT_LIMIT else repr(value)
    return str(value)


def is_scientific(text: str) -> bool:
    """Whether a spreadsheet turned a long number into 6.52328E+17."""
    return _SCIENTIFIC.fullmatch(squeeze(text)) is not None


def drop_invisible(text: str) -> str:
    """Remove format and control characters; tabs and line ends become spaces."""
    if text.isprintable() and _FILLERS.isdisjoint(text):
        return text
    kept = []
    for char in text:
        category = unicodedata.category(char)
        if category == "Cc":
            kept.append(" " if char.isspace() else "")
        elif category != "Cf" and char not in _FILLERS:
            kept.append(char)
    return "".join(kept)


def tidy(text: str) -> str:
    """Return free text without invisible characters, with single spaces and none at the ends.

    A leading apostrophe, which spreadsheets use to mark text, goes too.
    """
    if is_plain(text):
        return text
    return " ".join(drop_invisible(text).split()).removeprefix("'").strip()


def squeeze(text: str) -> str:
    """Return a number-like text in half width without spaces, quotes or invisible characters."""
    if text.isascii() and text.isalnum():
        return text  # as most numbers come
    plain = unicodedata.normalize("NFKC", drop_invisible(text))
    return "".join(c for c in plain if not c.isspace() and c not in _QUOTES)


def is_plain(text: str) -> bool:
    """Whether a text is letters and digits alone, as most are: tidying leaves it as it is."""
    return text.isalnum() and (text.isascii() or _FILLERS.isdisjoint(text))


def is_blank(text: str) -> bool:
    """Whether a cell says that there is nothing: empty, "/", "-", 无, 不详."""
    if len(text) > _LONGEST_BLANK and text.isalnum():
        return False
    if is_plain(text):
        return is_blank_word(text)
    plain = "".join(drop_invisible(text).split()).strip(_QUOTES).strip("()（）").lower()
    return plain in _BLANK_WORDS or _ONLY_MARKS.fullmatch(plain) is not None


def is_blank_word(text: str) -> bool:
    """Whether a plain text (see `is_plain`) is a word that says that there is nothing: 无."""
    return text.lower() in _BLANK_WORDS


def is_ditto(text: str) -> bool:
    """Whether a cell says that it is as in the row above: 同上, 〃."""
    return text[:1] in DITTO_BEGINS and "".join(text.split()) in _DITTO_WORDS


def optional(text: str) -> str | None:
    """Return tidy text, or None where the cell says that there is nothing."""
    return None if is_blank(text) else tidy(text)
