"""What the head of a column means, by the words people use (resource `ledger_columns.json`)."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from linli.domain.codes import code_table
from linli.domain.imports import LedgerField
from linli.domain.labels import LEDGER_FIELD
from linli.domain.values.variants import simplified
from linli.domain.worksheets import Cell
from linli.paths import resource

_LONGEST_HEAD = 24
"""Characters; longer texts are titles and notes."""

_BRACKETS = re.compile(r"[(\[【〔<].*?[)\]】〕>]")
_BRACKET = re.compile(r"[()\[\]【】]")
_COUNTED = re.compile(
    r"第\d+页|(?:本页|总)?共\d+[页人户条]|第页|\d+[人户]$|(?:男性?|女性?|总?户数|总?人数|人口数)\d+[人户名]?$"
)
_DECORATION = re.compile(r"[\s*★☆:：、,，.。;；_\-—\"「」“”'√]+")
_ADDED_NUMBER = re.compile(r"(?<=[^\d])[一二三12345]$")

_CODED = frozenset(
    {
        LedgerField.SEX,
        LedgerField.ETHNICITY,
        LedgerField.EDUCATION,
        LedgerField.POLITICS,
        LedgerField.MARRIAGE,
        LedgerField.REASON,
    }
)
_CODE_TABLES = {LedgerField.REASON: "floating_reason"}
_FAR_PLACES = frozenset({LedgerField.REGISTERED_ADDRESS, LedgerField.ORIGIN})
"""What may be spread over columns for province, city and county."""

_GROUP_ENDINGS = frozenset({"", "信息", "情况", "基本信息", "基本情况", "资料", "登记"})
_SURE, _CLEANED, _BY_KEYWORD, _BY_PARENT = 1.0, 0.9, 0.6, 0.5


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What a head means, and how sure that is (0 to 1). `claimed`: it belongs to someone else."""

    field: LedgerField | None
    confidence: float = 0.0


UNKNOWN = Meaning(field=None)


@dataclass(frozen=True, kw_only=True)
class _Words:
    heads: Mapping[str, LedgerField]
    roles: tuple[tuple[str, Mapping[str, LedgerField]], ...]
    relations: frozenset[str]
    attributes: Mapping[str, str]
    keywords: tuple[tuple[str, LedgerField], ...]
    ticks: Mapping[str, tuple[LedgerField, str]]
    name_remarks: tuple[str, ...]
    examples: frozenset[str]
    address_parts: frozenset[str]
    floating_titles: tuple[str, ...]
    rental_titles: tuple[str, ...]
    foot: tuple[str, ...]


@cache
def words() -> _Words:
    """Load the dictionary of heads."""
    data = json.loads(resource("codes/ledger_columns.json").read_text(encoding="utf-8"))
    roles = [
        (word, {what: LedgerField(name) for what, name in role["fields"].items()})
        for role in data["roles"]
        for word in role["words"]
    ]
    return _Words(
        heads={
            plain_head(head).upper(): LedgerField(name)
            for name, heads in data["heads"].items()
            for head in heads
        },
        roles=tuple(sorted(roles, key=lambda role: -len(role[0]))),
        relations=frozenset(
            word for role in data["roles"] if role.get("is_relation") for word in role["words"]
        ),
        attributes={text: what for what, texts in data["attributes"].items() for text in texts},
        keywords=tuple((word, LedgerField(name)) for word, name in data["keywords"]),
        ticks={
            word: (LedgerField(name), value)
            for name, values in data["ticks"].items()
            for word, value in values.items()
        },
        name_remarks=tuple(sorted(data["name_remarks"], key=len, reverse=True)),
        examples=frozenset(data["examples"]),
        address_parts=frozenset(data["address_parts"]),
        floating_titles=tuple(data["floating_titles"]),
        rental_titles=tuple(data["rental_titles"]),
        foot=tuple(sorted(data["foot"], key=len, reverse=True)),
    )


@lru_cache(4096)
def plain_head(cell: Cell) -> str:
    """Return a head without spaces, line ends, marks and full-width forms: "姓  名*" is 姓名."""
    if not isinstance(cell, str) or len(cell) > 4 * _LONGEST_HEAD:
        return ""
    text = unicodedata.normalize("NFKC", cell)
    if not text.isalnum():
        text = "".join(c for c in text if unicodedata.category(c) != "Cf")
        text = _DECORATION.sub("", text)
    return simplified(text[:_LONGEST_HEAD])


@lru_cache(4096)
def meaning_of(head: str, parent: str = "") -> Meaning:
    """Return what a column means whose head is `head` under the group head `parent`.

    Both are plain heads. A group such as 房主 claims the columns below it: 姓名 there is the
    landlord's name. A group such as 基本情况, or a title that begins with 承租人, does not.
    """
    if not head:
        return meaning_of(parent) if parent else UNKNOWN
    if not parent:
        return _of_one(head)
    own, group = _of_one(head), _of_one(parent)
    is_part = _BRACKET.sub("", head) in words().address_parts
    if is_part and group.field in _FAR_PLACES:
        return Meaning(field=group.field, confidence=_BY_PARENT)
    joined = _of_one(parent.replace("起止", "") + head)
    if joined.confidence >= _CLEANED:
        return joined
    role = _role_of(parent)
    if role is not None and parent.removeprefix(role[0]) in _GROUP_ENDINGS:
        return _of_one(role[0] + head)
    if is_part and own.field is None and group.field is LedgerField.ADDRESS:
        return Meaning(field=group.field, confidence=_BY_PARENT)
    if _is_choice_of(group.field, head):
        return Meaning(field=group.field, confidence=_CLEANED)
    return own


def head_for(field: LedgerField) -> str:
    """Return a head that is understood as the field: its name, or else a usual one."""
    name = LEDGER_FIELD[field]
    if meaning_of(plain_head(name)).field is field:
        return name
    return next(head for head, meant in words().heads.items() if meant is field)


def is_address_part(head: str) -> bool:
    """Whether a column holds one part of an address alone: 户籍地/省, 户籍地市."""
    parent, _, child = head.rpartition("/")
    return meaning_of(child, parent.rsplit("/", 1)[-1]).confidence == _BY_PARENT


def choice_of(head: str) -> tuple[LedgerField, str] | None:
    """Return what a tick in a column says: under 性别/男 it is 男, under 是否低保 it is 低保户.

    Args:
        head: the column's plain head, after that of its group and a stroke if it has one.
    """
    parent, _, child = head.rpartition("/")
    if parent:
        field = _of_one(parent.rsplit("/", 1)[-1]).field
        if field is not None and _is_choice_of(field, child):
            return field, child
    return _ticked(child)


def _ticked(head: str) -> tuple[LedgerField, str] | None:
    word = _BRACKETS.sub("", head)
    ticks = words().ticks
    return ticks.get(word) or ticks.get(word.removeprefix("是否").removeprefix("为"))


def is_label(cell: Cell) -> bool:
    """Whether a cell is surely a head or the label of a form."""
    return meaning_of(plain_head(cell)).confidence >= _CLEANED


def _is_choice_of(field: LedgerField | None, word: str) -> bool:
    """Whether a word is one of a coded field's values: 男 of 性别."""
    if field not in _CODED:
        return False
    table = _CODE_TABLES.get(field, field.value)
    return not word.isdecimal() and code_table(table).code_of(word) is not None


def _role_of(text: str) -> tuple[str, Mapping[str, LedgerField]] | None:
    return next((role for role in words().roles if text.startswith(role[0])), None)


def _of_one(text: str) -> Meaning:
    table = words()
    text = text.upper()
    if text in table.heads:
        return Meaning(field=table.heads[text], confidence=_SURE)
    far_place = _part_of_far_place(_BRACKET.sub("", text))
    if far_place is not None:
        return Meaning(field=far_place, confidence=_BY_PARENT)
    shorter = _ADDED_NUMBER.sub("", _BRACKETS.sub("", text)) or text
    if shorter in table.heads:
        return Meaning(field=table.heads[shorter], confidence=_CLEANED)
    ticked = _ticked(shorter)
    if ticked is not None:
        return Meaning(field=ticked[0], confidence=_CLEANED)
    role = _role_of(shorter)
    if role is not None:
        word, fields = role
        rest = shorter.removeprefix(word).removeprefix("的")
        if not rest and word in table.relations:  # 配偶 below 与户主关系 is no head
            return UNKNOWN
        field = fields.get(table.attributes.get(rest, "-"))
        return Meaning(field=field, confidence=_CLEANED if field else 0.0)
    for word, field in table.keywords:
        if word in shorter and len(shorter) <= len(word) + 6:
            return Meaning(field=field, confidence=_BY_KEYWORD)
    return UNKNOWN


def _part_of_far_place(text: str) -> LedgerField | None:
    """Return the field of 户籍省, 户籍地市, 户籍地(县): one of several columns of an address."""
    for length in range(len(text) - 1, 1, -1):
        field = words().heads.get(text[:length])
        if field in _FAR_PLACES and text[length:] in words().address_parts:
            return field
    return None


def is_foot_word(text: str) -> bool:
    """Whether a cell's text begins a total, a note or a signature line: 合计:326人, 填表人:."""
    plain = plain_head(text[:_LONGEST_HEAD]).lstrip("(【[※●◆■▲#")
    if _COUNTED.match(plain):
        return True
    for word in words().foot:
        if plain.startswith(word):
            rest = unicodedata.normalize("NFKC", text).strip()
            # 合计, 合计:326人, 注：本表…; but a family name such as 注 alone is no sign.
            return len(word) > 1 or ":" in rest[:3] or plain == word
    return False
