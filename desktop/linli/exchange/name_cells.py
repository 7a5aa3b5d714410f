"""What a cell of names says beside the name: 张三（已故）, 李四-外出, 王五（户主）."""

import re
from dataclasses import dataclass
from functools import cache

from linli.domain.values.names import is_plain_name, normalise_name, split_note
from linli.domain.values.phones import Phone, parse_phone
from linli.domain.values.text import tidy
from linli.errors import UserError
from linli.exchange.cells import code_of
from linli.exchange.head_words import words

_FORMER = re.compile(r"(?:曾用名|原名|又名|别名)[:：]?\s*(?P<name>.{2,})")


@dataclass(kw_only=True, slots=True)
class NameCell:
    """A name in normal form and what stood behind it, each by its kind."""

    name: str
    relation: str | None = None
    former_name: str | None = None
    phone: Phone | None = None
    remark: str | None = None


def read_name(text: str) -> NameCell:
    """Return the name of a cell; a remark is in brackets, or a known word after a mark."""
    if is_plain_name(text):
        return NameCell(name=text)
    bare, remark = split_note(text)
    if remark is None:
        found = _remark_behind().fullmatch(tidy(text))
        if found is not None:
            bare, remark = found["name"], found["remark"]
    name = normalise_name(bare)
    if remark is None:
        return NameCell(name=name)
    relation = code_of("relation", remark)
    if relation is not None:
        return NameCell(name=name, relation=relation)
    former = _FORMER.fullmatch(remark)
    if former is not None:
        return NameCell(name=name, former_name=normalise_name(former["name"]))
    try:
        return NameCell(name=name, phone=parse_phone(remark))
    except UserError:
        return NameCell(name=name, remark=remark)


@cache
def _remark_behind() -> re.Pattern[str]:
    known = "|".join(words().name_remarks)
    return re.compile(rf"(?P<name>.{{2,}}?)[\s/／\\—–\-、,，:：;；]+(?P<remark>{known})")
