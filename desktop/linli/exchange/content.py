"""What a column without a head seems to hold, by its cells; only what is plain is guessed."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from linli.domain.imports import LedgerField
from linli.domain.values.addresses import parse_address
from linli.domain.values.dates import PartialDate
from linli.domain.values.names import is_han
from linli.domain.values.phones import split_phones
from linli.domain.values.text import is_scientific, squeeze
from linli.errors import UserError
from linli.exchange.cells import care_tag_of, code_of, read_list, read_sex

_F = LedgerField

GUESSED = 0.6
"""How sure a guess by content is: the clerk is asked to look at it."""

_SHARE = 0.7
"""So many of a column's cells at least have to fit."""

_DISTINCT = 0.5
"""So many of the names of a column at least differ; of occupations and villages fewer do."""

_NUMBER = re.compile(r"\d{17,18}|\d{16,17}X|\d{15}|\d{3,10}\*{4,}[\dX]{0,4}")
_LOST_DIGITS = re.compile(r".*E\+?1[4-8]")
_MOBILE = re.compile(r"(?:\+?86)?1[3-9]\d{9}|1[3-9]\d\*{4}\d{4}|0\d{2,3}-?[1-9]\d{6,7}")
_DATE = re.compile(r"(?:18|19|20)\d{2}(?:[-./年]\d{1,2}.*|[01]\d[0-3]\d)")
_GRID = re.compile(r"第?[零〇一二三四五六七八九十百\d]+号?网格")
_BUILDING = re.compile(r"[\dA-Z一二三四五六七八九十]{1,4}(?:号楼|#楼|号?栋|号?幢|号?座|#|楼)")
_UNIT = re.compile(r"[\dA-Z一二三四五六七八九十]{1,2}单元")
_ROOM = re.compile(r"[A-Z]?\d{3,4}(?:室|房|号房)?")
_FAR = re.compile(r".*(?:省|自治区|自治州|[市县]).+")
_SHORT_NAME, _LONG_NAME = 2, 4
_OLDEST = 120
_LONGEST_COUNT = 6


def guess_fields(columns: Mapping[int, Sequence[str]]) -> dict[int, LedgerField]:
    """Return the field of each column that is plain.

    Args:
        columns: the texts of each column that are not blank, tidy, from the first line on.
    """
    found: dict[int, LedgerField] = {}
    dates = {i: texts for i, texts in columns.items() if _share(texts, _is_date) >= _SHARE}
    birth = _birth_column(dates)
    for index, texts in columns.items():
        if index in dates:
            field = _F.BIRTH if index == birth else None
        elif index == min(columns) and _counts_up(texts):
            field = _F.SEQUENCE
        else:
            field = next((f for f, fits in _KINDS if _share(texts, fits) >= _SHARE), None)
        if field is not None and (field is _F.PHONE or field not in found.values()):
            found[index] = field
    name = _name_column({i: texts for i, texts in columns.items() if i not in found})
    if name is not None:
        found[name] = _F.NAME
    return _without_doubt(found)


def _share(texts: Sequence[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, texts)) / len(texts)


def _birth_column(dates: Mapping[int, Sequence[str]]) -> int | None:
    """Return the column of the earliest dates: people are born before they come or join."""
    years = {
        index: sorted(text[:4] for text in texts if _is_date(text))
        for index, texts in dates.items()
    }
    return min(years, key=lambda index: years[index][len(years[index]) // 2], default=None)


def _name_column(columns: Mapping[int, Sequence[str]]) -> int | None:
    """Return the column whose names differ most, the first of equals."""
    distinct = {
        index: len(set(texts)) / len(texts)
        for index, texts in columns.items()
        if _share(texts, _is_name) >= _SHARE
    }
    best = max(distinct, key=lambda index: (distinct[index], -index), default=None)
    return best if best is not None and distinct[best] >= _DISTINCT else None


def _without_doubt(found: dict[int, LedgerField]) -> dict[int, LedgerField]:
    """Drop what means something beside other columns only: a bare 501 beside a building."""
    fields = set(found.values())
    doubtful = set()
    if _F.BUILDING not in fields:
        doubtful |= {_F.UNIT, _F.ROOM}
    if _F.DOCUMENT not in fields and _F.BIRTH not in fields:
        doubtful.add(_F.AGE)
    return {index: field for index, field in found.items() if field not in doubtful}


def _counts_up(texts: Sequence[str]) -> bool:
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) <= _LONGEST_COUNT]
    return len(numbers) == len(texts) > 1 and all(
        after == before + 1 for before, after in pairwise(numbers)
    )


def _is_number(text: str) -> bool:
    plain = squeeze(text).upper()
    return _NUMBER.fullmatch(plain) is not None or (
        is_scientific(plain) and _LOST_DIGITS.fullmatch(plain) is not None
    )


def _is_phone(text: str) -> bool:
    parts = split_phones(text)
    return bool(parts) and all(
        _MOBILE.fullmatch(squeeze(part)) or is_scientific(part) for part in parts
    )


def _is_date(text: str) -> bool:
    if _DATE.fullmatch(squeeze(text)) is None:
        return False
    try:
        PartialDate.parse(text)
    except UserError:
        return False
    return True


def _is_sex(text: str) -> bool:
    return not text.isascii() and read_sex(text).value in "12"


def _is_coded(table: str) -> Callable[[str], bool]:
    return lambda text: not text.isascii() and code_of(table, text) is not None


def _are_tags(text: str) -> bool:
    words = read_list((text,))
    return bool(words) and all(care_tag_of(word) is not None for word in words)


def _is_place(text: str) -> bool:
    address = parse_address(text)
    return address is not None and None not in (address.building, address.room)


def _matches(form: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: form.fullmatch(squeeze(text).upper()) is not None


def _is_name(text: str) -> bool:
    plain = "".join(text.split())
    parts = plain.split("·")
    return all(part and all(map(is_han, part)) for part in parts) and (
        len(parts) > 1 or _SHORT_NAME <= len(plain) <= _LONG_NAME
    )


def _is_age(text: str) -> bool:
    return text.isdecimal() and int(text) <= _OLDEST


_KINDS: tuple[tuple[LedgerField, Callable[[str], bool]], ...] = (
    (_F.DOCUMENT, _is_number),
    (_F.PHONE, _is_phone),
    (_F.SEX, _is_sex),
    (_F.ETHNICITY, _is_coded("ethnicity")),
    (_F.RELATION, _is_coded("relation")),
    (_F.POLITICS, _is_coded("politics")),
    (_F.EDUCATION, _is_coded("education")),
    (_F.MARRIAGE, _is_coded("marriage")),
    (_F.CARE_TAGS, _are_tags),
    (_F.GRID, _matches(_GRID)),
    (_F.BUILDING, _matches(_BUILDING)),
    (_F.UNIT, _matches(_UNIT)),
    (_F.ROOM, _matches(_ROOM)),
    (_F.ADDRESS, _is_place),
    (_F.REGISTERED_ADDRESS, _matches(_FAR)),
    (_F.AGE, _is_age),
)
"""The first whose cells fit is a column's."""
