"""What single cells say: codes, dates, lists, yes and no; what cannot be read is kept as a note."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from linli.domain.codes import code_table, suggestions
from linli.domain.residents import ManagementClass, Sex
from linli.domain.sensitive import sensitive_suggestions
from linli.domain.values.dates import PartialDate
from linli.domain.values.masking import is_masked
from linli.domain.values.phones import Phone, PhoneKind, parse_phone, split_phones
from linli.domain.values.text import as_text, tidy
from linli.domain.worksheets import Cell
from linli.errors import UserError

SELF_CODE = "01"
"""本人 in GB/T 4761: whose relation to the head is 本人 is the head."""

_LIST = re.compile(r"[、，,;；/\\|\s]+")
_PLAIN_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_YES = frozenset({"是", "√", "✓", "有", "Y", "YES", "对", "1", "TRUE", "已办", "已办理"})
_NO = frozenset({"否", "×", "X", "无", "没有", "N", "NO", "0", "FALSE", "未办", "未办理", "不是"})
_FLOATING = re.compile(r"流动|外来|暂住|流入|租住|人在户不在|非户籍|外地|外省")
_SETTLED = re.compile(r"户籍|常住|本地|人户一致|人户同在|固定|本社区")


_DAY = r"\d{4}(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)|\d{4})"
_PERIOD = re.compile(rf"自?(?P<first>{_DAY})\s*[-—–－~～至到起、]+\s*(?P<last>{_DAY})止?")


_OF_HEAD = re.compile(r"^(?:户主)?[之的]")
_REMARK = re.compile(r"(?P<number>.*\w)\s*[(（](?P<remark>[\u4e00-\u9fff]+)[)）]")


class Leftovers:
    """Collects what a row says that has no place of its own, for the note and for warnings.

    `masked` are the numbers that were let go since they have stars: what the ledger has stays.
    """

    __slots__ = ("masked", "notes", "warnings")

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.warnings: list[str] = []
        self.masked: list[str] = []

    def keep(self, label: str, text: str, warning: str = "") -> None:
        """Put a text into the note under its label."""
        self.notes.append(f"{label}：{text}")
        if warning:
            self.warnings.append(f"{warning}已写入备注。")


@lru_cache(8192)
def code_of(table: str, text: str) -> str | None:
    """Return a code table's code of a text, or None."""
    code = code_table(table).code_of(text)
    if code is None and table == "relation":  # 户主之妻, 之妻
        code = code_table(table).code_of(_OF_HEAD.sub("", text))
    return code


def read_code(table: str, label: str, text: str | None, left: Leftovers) -> str | None:
    """Return the code of a text; an unknown word is kept as a note."""
    if text is None:
        return None
    code = code_of(table, text)
    if code is None:
        left.keep(label, text, f"{label}「{text}」不在代码表里，")
    return code


def is_without_number(cell: Cell) -> bool:
    """Whether words stand where a number should: 未上户, 待补; there is no digit to be wrong."""
    if not isinstance(cell, str) or (cell.isascii() and cell.isalnum()):
        return False
    return not any(
        char.isalnum() and char.isascii() for char in unicodedata.normalize("NFKC", cell)
    )


def number_and_remark(cell: Cell) -> tuple[Cell, str | None]:
    """Take off words in brackets behind a number: 6523…（临时）."""
    found = _REMARK.fullmatch(cell.strip()) if isinstance(cell, str) and len(cell) > 18 else None
    return (cell, None) if found is None else (found["number"], found["remark"])


def read_sex(text: str | None) -> Sex:
    """Return the sex that 男, 女, 1, 2, M, F say."""
    code = None if text is None else code_of("sex", text)
    return Sex.UNKNOWN if code is None else Sex(code)


def read_partial_date(label: str, cell: Cell, left: Leftovers) -> PartialDate | None:
    """Return the date of a cell; what is no date is kept as a note."""
    try:
        return _partial_date(cell)
    except UserError as error:
        left.keep(label, as_text(cell), f"{label}读不出来（{error.message.rstrip('。')}），")
        return None


def read_birth(cell: Cell, by_number: PartialDate | None, left: Leftovers) -> PartialDate | None:
    """Return the birth date of a cell; what is no date is kept as a note.

    A year and month kept as a number (1961.1) tells October from January no more; it is let go
    where the identity number says the same year.
    """
    if by_number is not None and as_text(cell).strip().startswith(str(by_number.year)):
        try:
            return _partial_date(cell)
        except UserError:
            return None
    return read_partial_date("出生日期", cell, left)


@lru_cache(65_536, typed=True)
def _partial_date(cell: Cell) -> PartialDate:
    if isinstance(cell, str | int | float | date):
        return PartialDate.parse(cell)
    raise UserError(f"「{as_text(cell)}」不是日期")


def period_of(cell: Cell) -> tuple[Cell, Cell]:
    """Return the first and the last day of a cell; a single date is both: 2023.1.1-2024.1.1."""
    found = _PERIOD.fullmatch(tidy(cell)) if isinstance(cell, str) else None
    return (cell, cell) if found is None else (found["first"], found["last"])


def read_full_date(label: str, cell: Cell, left: Leftovers) -> date | None:
    """Return the full date of a cell; anything less is kept as a note."""
    found = read_partial_date(label, cell, left)
    if found is None:
        return None
    full = found.as_date()
    if full is None:
        left.keep(label, as_text(cell))
    return full


def read_phones(cells: tuple[Cell, ...], left: Leftovers) -> tuple[Phone, ...]:
    """Return the phones of the cells, each once; what is no number is kept as a note."""
    found: dict[str, Phone] = {}
    for cell in cells:
        if isinstance(cell, str) and _PLAIN_MOBILE.fullmatch(cell):
            found.setdefault(cell, Phone(number=cell, kind=PhoneKind.MOBILE))
            continue
        for text in split_phones(cell):
            try:
                phone = parse_phone(text)
            except UserError:
                if is_masked(text):
                    left.masked.append(text)
                else:
                    left.keep("电话", text, f"电话「{text}」不对，")
            else:
                found.setdefault(phone.number, phone)
    return tuple(found.values())


def read_number(text: str | None, left: Leftovers) -> str | None:
    """Return the text of a number, None of a masked one."""
    if text is None or not is_masked(text):
        return text
    left.masked.append(text)
    return None


def read_list(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """Return the words of a list, each once."""
    if not cells:
        return ()
    return tuple(dict.fromkeys(word for cell in cells for word in _words_of(as_text(cell))))


@lru_cache(8192)
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(word for word in _LIST.split(text) if word not in ("", "无", "-", "没有"))


@lru_cache(8192)
def care_tag_of(word: str) -> str | None:
    """Return the care tag that a word names: 残疾 is 残疾人."""
    tags = (*suggestions("care_tags"), *sensitive_suggestions())
    if word in tags:
        return word
    return next((tag for tag in tags if len(word) >= 2 and tag[:-1] == word), None)


@lru_cache(8192)
def split_note(text: str) -> tuple[tuple[str, ...], str | None]:
    """Take the care tags out of a note that lists them: (tags, what remains)."""
    words = [word for word in _LIST.split(text) if word]
    tags = tuple(tag for word in words if (tag := care_tag_of(word)) is not None)
    rest = [word for word in words if care_tag_of(word) is None]
    if not tags:
        return (), text
    return tuple(dict.fromkeys(tags)), "、".join(rest) or None


def read_yes(text: str) -> bool | None:
    """Return what a tick says; None if it is neither yes nor no."""
    plain = text.strip().upper()
    if plain in _YES:
        return True
    return False if plain in _NO else None


@lru_cache(1024)
def read_is_floating(text: str) -> bool | None:
    """Return whether a word says 流动人口; None if it does not tell."""
    answer = read_yes(text)
    if answer is not None:
        return answer
    if _FLOATING.search(text):
        return not text.startswith(("非流动", "非外来"))
    return False if _SETTLED.search(text) else None


def read_management(text: str | None, left: Leftovers) -> ManagementClass | None:
    """Return the management class (管理类别) that 正常, 临时, 重点 name."""
    if text is None:
        return None
    for word, kind in (
        ("正常", ManagementClass.NORMAL),
        ("临时", ManagementClass.TEMPORARY),
        ("重点", ManagementClass.KEY),
    ):
        if text.startswith(word):
            return kind
    left.keep("管理类别", text, f"管理类别「{text}」不认识，")
    return None


def read_count(label: str, text: str | None, left: Leftovers) -> int | None:
    """Return a number of rooms or people: 8, 8间, 8.0."""
    if text is None:
        return None
    found = re.fullmatch(r"(\d{1,4})(?:\.0+)?(?:间|人|个|户|名|套)?", text)
    if found is None:
        left.keep(label, text, f"{label}「{text}」不是数字，")
        return None
    return int(found[1])
