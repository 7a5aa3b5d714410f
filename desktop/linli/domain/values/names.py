"""Personal names (姓名): the rules of 民委发〔2016〕33号 and of GB 18030.

A name holds up to 50 characters. The parts of a minority name are joined by U+00B7 and never
taken apart. Rare characters stay as they are: compatibility ideographs and variation selectors
tell apart what the card shows.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from linli.domain.values.text import drop_invisible
from linli.errors import UserError
from linli.paths import resource

LONGEST_NAME = 50
"""Characters, counted as code points."""
DOT = "·"

_HAN = (
    "\u3007\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff"
)
_HAN_CHAR = re.compile(f"[{_HAN}]")
_VARIANT = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]?"
_ANY_DOT = re.compile(r"\s*[·•‧∙⋅・･․●◦᛫⸱⸰ꞏᐧ‣⦁]+\s*")
_STOP_BETWEEN_HAN = re.compile(f"(?<=[{_HAN}])\\s*[.．。｡]+\\s*(?=[{_HAN}])")
_EDGES = " ·,，、;；'\"‘’“”"
_MARKS = _EDGES + "*"
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_PLAIN_HAN = re.compile("[\u4e00-\u9fff]+")
_KEEP_IDEOGRAPHS = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_NOTE = re.compile(r"(?P<name>.+?)\s*[(（\[【](?P<note>[^()（）\[\]【】]*)[)）\]】]?")
_UNREADABLE = re.compile("[\ufffd?？□■▯�]")


def is_han(char: str) -> bool:
    """Whether a character is an ideograph (private-use points count, being one in old data)."""
    return _HAN_CHAR.fullmatch(char) is not None


def is_plain_name(text: str) -> bool:
    """Whether a text is common ideographs alone: in normal form, and nothing but a name."""
    return _PLAIN_HAN.fullmatch(text) is not None


def normalise_name(text: str) -> str:
    """Return a name in normal form; it may still be wrong (see `check_name`).

    Spaces inside a Han name (张 三) go; a long name of two long parts is a minority name whose
    dot was typed as a space. Latin names keep single spaces. All kinds of dots become U+00B7.
    A star that marks a name goes; those of a masked name stay, so that `check_name` refuses it.
    """
    if not text or is_plain_name(text):
        return text
    name = " ".join(_half_width(drop_invisible(text)).split()).replace("＊", "*")
    name = _compose(name)
    name = _STOP_BETWEEN_HAN.sub(DOT, _ANY_DOT.sub(DOT, name))
    name = name.strip(_EDGES)
    return _join_han(name if is_masked_name(name) else name.strip(_MARKS))


def is_masked_name(name: str) -> bool:
    """Whether stars stand for characters: 张*, 欧阳**, 阿**·***, 张*丰; 张三* is only marked."""
    parts = re.split(f"[{DOT} ]", name) if "*" in name else ()
    return any(map(_is_masked_part, parts)) and not set(name) <= set(_MARKS)


def _is_masked_part(part: str) -> bool:
    bare = part.strip("*")
    if bare == part:
        return "*" in part
    if len(bare) < 2:
        return True
    return "*" in bare or (part.startswith(bare) and bare in surname_readings().compound)


def _half_width(text: str) -> str:
    return "".join(
        chr(ord(char) - 0xFEE0) if "！" <= char <= "～" and char.isalnum() else char
        for char in text
    )


def _compose(text: str) -> str:
    """Apply NFC except to compatibility ideographs, which it would replace."""
    return "".join(
        part if index % 2 else unicodedata.normalize("NFC", part)
        for index, part in enumerate(_KEEP_IDEOGRAPHS.split(text))
    )


def _join_han(name: str) -> str:
    words = name.split(" ")
    if len(words) == 1 or not all(is_han(char) or char == DOT for char in "".join(words)):
        return re.sub(f"(?<=[{_HAN}]) (?=[{_HAN}])", "", name)
    parts_are_long = all(len(word) >= 2 for word in words) and sum(map(len, words)) >= 5
    return (DOT if parts_are_long else "").join(words)


def split_note(text: str) -> tuple[str, str | None]:
    """Take off a note in brackets: 李明（已故） is 李明 and 已故."""
    found = _NOTE.fullmatch(text.strip())
    if found is None:
        return text, None
    return found["name"], found["note"].strip() or None


def check_name(name: str) -> None:
    """Check a name in normal form.

    Raises:
        UserError: if it is empty, too long, or holds what no name holds.
    """
    if not name:
        raise UserError("没有填写姓名，请填写。", field="name")
    if len(name) > LONGEST_NAME:
        raise UserError(
            f"姓名「{name[:12]}…」有 {len(name)} 个字，最多 {LONGEST_NAME} 个字，请核对。",
            field="name",
        )
    if is_plain_name(name):
        return
    if _UNREADABLE.search(name):
        raise UserError(f"姓名「{name}」里有没认出来的字，请按证件重新填写。", field="name")
    if any(char in "()（）[]【】" for char in name):
        raise UserError(f"姓名「{name}」里有括号，请只填姓名，其余写进备注。", field="name")
    strange = [c for c in name if not (_is_letter(c) or c in " ·.'’-")]
    if strange:
        raise UserError(
            f"姓名「{name}」里有不该有的字符「{strange[0]}」，请按证件核对。", field="name"
        )


def _is_letter(char: str) -> bool:
    if is_han(char):
        return True
    return unicodedata.category(char) in {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc"}


def private_use(name: str) -> tuple[str, ...]:
    """Return the private-use characters in a name: rare ones of an old system, unreadable here."""
    return tuple(dict.fromkeys(_PRIVATE_USE.findall(name)))


@dataclass(frozen=True, kw_only=True)
class SurnameReadings:
    """Compound surnames, and single ones that are read otherwise than the character usually is."""

    single: Mapping[str, str]
    compound: Mapping[str, tuple[str, ...]]


@cache
def surname_readings() -> SurnameReadings:
    """Load the surname table."""
    data = json.loads(resource("codes/surnames.json").read_text(encoding="utf-8"))
    compound = {name: tuple(reading.split()) for name, reading in data["compound"].items()}
    return SurnameReadings(single=data["single"], compound=compound)


def surname_of(name: str) -> str | None:
    """Return the surname of a Han name, or None where there is none to split off."""
    if not 2 <= len(name) <= 5 or not (is_plain_name(name) or all(map(is_han, name))):
        return None
    if len(name) >= 3 and name[:2] in surname_readings().compound:
        return name[:2]
    return name[0] if len(name) <= 4 else None


def mask_name(name: str) -> str:
    """Return 张*, 欧阳**, 阿**·***: surname or first character and dots stay; same length."""
    surname = surname_of(name)
    if surname is not None:
        return surname + "*" * (len(name) - len(surname))
    return name[:1] + "".join(c if c in " ·" else "*" for c in name[1:])
