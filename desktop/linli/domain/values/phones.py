"""Phone numbers: several to a cell, mobile and landline, written in many ways."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from linli.domain.values.text import as_text, is_blank, is_scientific, squeeze, tidy
from linli.errors import UserError


class PhoneKind(StrEnum):
    """Which network a number belongs to."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    OTHER = "other"  # short, service and foreign numbers


@dataclass(frozen=True, kw_only=True, slots=True)
class Phone:
    """A number in normal form: digits only, a foreign one with its leading +.

    `note` is what stood beside it: whose it is, or an extension (转801).
    """

    number: str
    kind: PhoneKind
    note: str | None = None


_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0(?:10|2\d)[1-9]\d{7}|0[3-9]\d{2}[1-9]\d{6,7}")
_LOCAL = re.compile(r"[2-8]\d{6,7}")
_SERVICE = re.compile(r"[48]00\d{7}|9[56]\d{3,6}|1[0-2]\d{1,3}|\d{6}")
_FOREIGN = re.compile(r"\+[1-9]\d{6,14}")
_CHINA_PREFIX = re.compile(r"^(?:\+|00)?86(?=1[3-9]\d{9}$|0)")
_CHINA_AREA = re.compile(r"^(?:\+|00)86([1-9]\d{9,10})$")
_SEPARATORS = re.compile(r"[、/／\\;；,，|｜\n\r]+|(?<=\d)[和或及与](?=\d)")
_NOTE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff·A-Za-z:]+")
_EXTENSION = re.compile(
    r"(?:转|分机|ext\.?)\s*(\d{1,6})$|(?:(?<=^\d{4}-\d{7})|(?<=^\d{4}-\d{8})|(?<=^\d{3}-\d{8}))-(\d{2,5})$",
    re.IGNORECASE,
)
_PUNCTUATION = re.compile(r"[-‐‑‒–—―−_().\[\]【】*#~:]")
_SURE = re.compile(r"(?:\+?86-?)?(?:1[3-9]\d{9}|0\d{2,3}-[1-9]\d{6,7}(?!\d))")
_WORDS_BEFORE = re.compile(r"^(?:联系)?(?:手机号?码?|电话|固话|座机|宅电|办公|家)[:：]?(?=[\d+(])")


def parse_phone(value: object) -> Phone:
    """Read one number.

    Raises:
        UserError: if it is not a phone number; the sentence names the value.
    """
    text = as_text(value)
    shown = tidy(text)
    if is_scientific(text):
        raise UserError(
            f"电话号码「{shown}」已被表格软件改坏，末几位丢失，请重新填写。", field="phones"
        )
    rest, note = _take_notes(squeeze(text))
    number = _PUNCTUATION.sub("", rest)
    kind, number = _classify(number)
    if kind is None:
        raise UserError(
            f"电话号码「{shown}」不对：手机号码应为 11 位，固定电话应为区号加 7 或 8 位，请核对。",
            field="phones",
        )
    return Phone(number=number, kind=kind, note=note)


def _take_notes(text: str) -> tuple[str, str | None]:
    text = _WORDS_BEFORE.sub("", text)
    extension = _EXTENSION.search(text)
    if extension:
        text = text[: extension.start()]
    words = "".join(_NOTE.findall(text)).strip(":")
    notes = [words] if words else []
    if extension:
        notes.append(f"转{extension[1] or extension[2]}")
    return _NOTE.sub("", text), " ".join(notes) or None


def _classify(number: str) -> tuple[PhoneKind | None, str]:
    number = _CHINA_AREA.sub(r"0\1", _CHINA_PREFIX.sub("", number))
    if re.fullmatch(r"00[1-9]\d{6,14}", number):
        number = "+" + number[2:]
    if re.fullmatch(r"01[3-9]\d{9}", number):  # long-distance mobile, as dialled of old
        number = number[1:]
    forms = (
        (_MOBILE, PhoneKind.MOBILE),
        (_LANDLINE, PhoneKind.LANDLINE),
        (_LOCAL, PhoneKind.LANDLINE),
        (_SERVICE, PhoneKind.OTHER),
        (_FOREIGN, PhoneKind.OTHER),
    )
    return next((kind for form, kind in forms if form.fullmatch(number)), None), number


def split_phones(value: object) -> list[str]:
    """Return the numbers of a cell as written, one text each; none for "/", "-" or 无.

    A space or dash inside a number does not split it; between two numbers it does.
    """
    text = as_text(value)
    if is_blank(text):
        return []
    parts: list[str] = []
    for chunk in _SEPARATORS.split(unicodedata.normalize("NFKC", text)):
        parts += _split_words(tidy(chunk).split())
    return [part for part in parts if not is_blank(part)]


def _split_words(words: list[str]) -> list[str]:
    """Join the words that make up one number, the longest first."""
    parts: list[str] = []
    while words:
        joined = [" ".join(words[:count]) for count in range(len(words), 0, -1)]
        number = next((text for text in joined if _is_phone(text)), None)
        if number is not None:
            parts.append(number)
            words = words[len(number.split()) :]
        else:
            part = words.pop(0)
            if parts and not any(map(str.isdecimal, part)):
                parts[-1] += f" {part}"
            else:
                parts += _split_joined(part)
    return parts


def _split_joined(text: str) -> list[str]:
    """Take apart numbers without a space between them, if nothing but whole numbers is there."""
    found = list(_SURE.finditer(text))
    if len(found) < 2 or re.search(r"\d", _SURE.sub("", text)):
        return [text]
    # A note stands before its number or after it, in one cell always the same.
    starts = found[0].start() > 0
    cuts = [match.end() if starts else match.start() for match in found]
    cuts = [0, *cuts[:-1], len(text)] if starts else [*cuts, len(text)]
    return [text[start:end].strip("-—–.~_ ") for start, end in pairwise(cuts)]


def _is_phone(text: str) -> bool:
    try:
        parse_phone(text)
    except UserError:
        return False
    return True


def parse_phones(value: object) -> tuple[Phone, ...]:
    """Read all numbers of a cell, each once.

    Raises:
        UserError: if one of them is not a phone number.
    """
    return distinct_phones(map(parse_phone, split_phones(value)))


def distinct_phones(phones: Iterable[Phone]) -> tuple[Phone, ...]:
    """Return each number once, the first of its kind."""
    first: dict[str, Phone] = {}
    for phone in phones:
        first.setdefault(phone.number, phone)
    return tuple(first.values())


def format_phone(phone: Phone) -> str:
    """Return the number as people write it: 0994-4839123; others unchanged."""
    number = phone.number
    if phone.kind is PhoneKind.LANDLINE and number.startswith("0"):
        area = 3 if number[1] in "12" else 4
        return f"{number[:area]}-{number[area:]}"
    return number
