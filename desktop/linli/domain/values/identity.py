"""Identity documents: read a number, say what is wrong with it, derive birth and sex.

Sources: GB 11643-1999 (18 digits, check by ISO 7064 MOD 11-2), GB 11643-1989 (15 digits), the
residence permits 810000/820000/830000, and the foreigner's permanent residence card of 2023-12-01
(18 digits, first digit 9). The first two digits must be a province; counties are not checked,
because abolished county codes stay on living people's cards.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from operator import mul

from linli.domain.codes import code_table
from linli.domain.values.dates import PartialDate
from linli.domain.values.text import as_text, is_blank, is_scientific, squeeze, tidy
from linli.errors import UserError

OLDEST_AGE = 130
"""Years; a number with an earlier birth is a mistake."""


class DocumentKind(StrEnum):
    """The kinds a community meets; names are in `resources/codes/document_kind.json`."""

    RESIDENT_ID = "resident_id"  # 居民身份证
    LEGACY_15 = "legacy_15"  # 第一代身份证的 15 位号码
    HK_MACAU_PERMIT = "hk_macau_permit"  # 港澳居民来往内地通行证
    TAIWAN_PERMIT = "taiwan_permit"  # 台湾居民来往大陆通行证
    HK_MACAU_RESIDENCE = "hk_macau_residence"  # 港澳居民居住证
    TAIWAN_RESIDENCE = "taiwan_residence"  # 台湾居民居住证
    FOREIGN_RESIDENCE = "foreign_residence"  # 外国人永久居留身份证
    PASSPORT = "passport"  # 护照
    OTHER = "other"  # 其他证件


class DocumentFault(StrEnum):
    """Why a number was refused."""

    EMPTY = "empty"
    LENGTH = "length"
    CHARACTER = "character"
    SCIENTIFIC = "scientific"
    REGION = "region"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    FUTURE = "future"
    CHECK_DIGIT = "check digit"
    KIND = "kind"


class DocumentError(UserError):
    """A document number that cannot be right; `reason` says why."""

    def __init__(self, reason: DocumentFault, message: str) -> None:
        super().__init__(message, field="documents")
        self.reason = reason


@dataclass(frozen=True, kw_only=True, slots=True)
class IdentityDocument:
    """A document in normal form: capitals, no spaces."""

    kind: DocumentKind
    number: str


# GB/T 2260, the first two digits.
_PROVINCES = frozenset(
    str(code)
    for codes in (
        range(11, 16),
        range(21, 24),
        range(31, 38),
        range(41, 47),
        range(50, 55),
        range(61, 66),
        (71,),
    )
    for code in codes
)
_RESIDENCE_REGIONS = {
    "810000": DocumentKind.HK_MACAU_RESIDENCE,
    "820000": DocumentKind.HK_MACAU_RESIDENCE,
    "830000": DocumentKind.TAIWAN_RESIDENCE,
}
_EIGHTEEN_DIGIT_KINDS = frozenset(
    {
        DocumentKind.RESIDENT_ID,
        DocumentKind.HK_MACAU_RESIDENCE,
        DocumentKind.TAIWAN_RESIDENCE,
        DocumentKind.FOREIGN_RESIDENCE,
    }
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_WEIGHT_OF_ZEROS = ord("0") * sum(_WEIGHTS)
"""A digit is taken for its code, which is quicker than to make a number of each."""
_CHECK_CHARACTERS = "10X98765432"
_PLAIN_RESIDENT = re.compile(r"[1-8]\d{16}[\dX]", re.ASCII)
_BIRTHS_KEPT = 65_536
"""Birth dates that are remembered: some 40,000 days lie in living memory."""

_DASHES = re.compile(r"[-‐‑‒–—―−_]")
_LOOKS_LIKE_X = str.maketrans("×ХΧ✕✖╳", "XXXXXX")
_LABEL = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,}(?:\([\u4e00-\u9fff]+\))?):?(?P<number>.*)")
_FOREIGN_OLD = re.compile(r"[A-Z]{3}\d{12}")
_HK_MACAU_PERMIT = re.compile(r"[HM]\d{8}(?:\d{2})?")
_TAIWAN_PERMIT = re.compile(r"\d{8}|\d{10}(?:\(?[A-Z]\)?)?")
_TAIWAN_PERMIT_SURE = re.compile(r"0\d{7}|\d{10}\(?[A-Z]\)?")
_PASSPORT = re.compile(r"[A-Z0-9]{5,17}")
_PASSPORT_SURE = re.compile(r"[A-Z]{1,3}\d{6,9}|(?=(?:[A-Z]*\d){4})[A-Z][A-Z0-9]{6,8}")
_MILITARY = re.compile(r"[\u4e00-\u9fff]{1,4}字?第?\d{4,10}号?")
_OTHER = re.compile(r"[\w()/\u4e00-\u9fff]{3,40}")


def check_character(first_seventeen: str) -> str:
    """Return the check character of an 18-digit number (GB 11643-1999, MOD 11-2)."""
    weighed = sum(map(mul, _WEIGHTS, first_seventeen.encode())) - _WEIGHT_OF_ZEROS
    return _CHECK_CHARACTERS[weighed % 11]


def normalise_number(text: object) -> str:
    """Return a number as documents print it.

    Full width, spaces, invisible characters, a leading apostrophe, dashes and small letters go;
    × and the Cyrillic and Greek letters that look like X become X.
    """
    plain = _DASHES.sub("", squeeze(as_text(text)))
    return plain.upper().translate(_LOOKS_LIKE_X)


def is_damaged_by_spreadsheet(value: object) -> bool:
    """Whether a spreadsheet cut the number to 15 digits: 6.52328E+17, or zeros at the end."""
    text = as_text(value)
    if is_scientific(text):
        return True
    number = normalise_number(text).removesuffix(".0")
    if re.fullmatch(r"\d{15}000", number) is None:
        return False
    return isinstance(value, float) or check_character(number[:17]) != number[17]


def document_kind_label(kind: DocumentKind) -> str:
    """Return the kind's Chinese name."""
    return code_table("document_kind").label(kind)


@lru_cache(1024)
def document_kind_of(text: str) -> DocumentKind | None:
    """Return the kind that a word such as 身份证 or 护照 means, or None."""
    code = code_table("document_kind").code_of(text)
    return None if code is None else DocumentKind(code)


def parse_document(
    value: object, kind: DocumentKind | None = None, *, today: date | None = None
) -> IdentityDocument:
    """Read a document number; without `kind` the number itself must tell what it is.

    Args:
        value: what was typed, or a cell's value (a number from 1e15 on has lost digits).
        kind: the kind if it is known, as from a form or a column of its own.
        today: the day against which births are checked; the local date if not given.

    Raises:
        DocumentError: if the number cannot be right; nothing is ever guessed.
    """
    today = today or datetime.now().astimezone().date()
    is_usual = isinstance(value, str) and kind in (None, DocumentKind.RESIDENT_ID)
    if isinstance(value, str) and is_usual and _is_faultless(value, today):
        return IdentityDocument(kind=DocumentKind.RESIDENT_ID, number=value)
    shown = tidy(as_text(value))
    if is_blank(shown):
        raise DocumentError(DocumentFault.EMPTY, "没有填写证件号码，请填写。")
    if is_damaged_by_spreadsheet(value):
        raise DocumentError(
            DocumentFault.SCIENTIFIC,
            f"证件号码「{shown}」已被表格软件改坏，末几位丢失，请按证件重新填写。",
        )
    kind, number = _split_label(normalise_number(value), kind)
    kind = kind or _kind_of_number(number)
    if kind in (DocumentKind.RESIDENT_ID, DocumentKind.LEGACY_15):
        kind = DocumentKind.LEGACY_15 if len(number) == 15 else DocumentKind.RESIDENT_ID
    document = IdentityDocument(kind=kind, number=number)
    _check(document, shown, today)
    return document


def _is_faultless(text: str, today: date) -> bool:
    """Whether a text is a resident's number without a fault or anything beside it, as most are."""
    return (
        _PLAIN_RESIDENT.fullmatch(text) is not None
        and text[:2] in _PROVINCES
        and check_character(text[:17]) == text[17]
        and _birth_fault(text[6:14], today) is None
    )


def _split_label(number: str, kind: DocumentKind | None) -> tuple[DocumentKind | None, str]:
    """Take off a word before the number, as in 护照:E12345678."""
    found = _LABEL.fullmatch(number)
    if found is None or not found["number"]:
        return kind, number
    named = document_kind_of(found["label"].removesuffix("号码").removesuffix("号"))
    if named is None:
        return kind, number
    if named is DocumentKind.RESIDENT_ID:
        named = None  # people say 身份证 for every card
    return kind or named, found["number"]


def _kind_of_number(number: str) -> DocumentKind:
    """Return the kind that a number shows by its form; a resident's card if it shows none."""
    if re.fullmatch(r"\d{17}[\dX]", number):
        if number[0] == "9":
            return DocumentKind.FOREIGN_RESIDENCE
        return _RESIDENCE_REGIONS.get(number[:6], DocumentKind.RESIDENT_ID)
    forms = (
        (_FOREIGN_OLD, DocumentKind.FOREIGN_RESIDENCE),
        (_HK_MACAU_PERMIT, DocumentKind.HK_MACAU_PERMIT),
        (_TAIWAN_PERMIT_SURE, DocumentKind.TAIWAN_PERMIT),
        (_PASSPORT_SURE, DocumentKind.PASSPORT),
        (_MILITARY, DocumentKind.OTHER),
    )
    return next((kind for form, kind in forms if form.fullmatch(number)), DocumentKind.RESIDENT_ID)


def _check(document: IdentityDocument, shown: str, today: date) -> None:
    number = document.number
    match document.kind:
        case DocumentKind.FOREIGN_RESIDENCE if _FOREIGN_OLD.fullmatch(number):
            return
        case DocumentKind.LEGACY_15:
            _check_legacy(number, shown, today)
        case kind if kind in _EIGHTEEN_DIGIT_KINDS:
            _check_eighteen(document, shown, today)
        case DocumentKind.HK_MACAU_PERMIT:
            _check_form(_HK_MACAU_PERMIT, document, shown, "字母 H 或 M 加 8 位数字")
        case DocumentKind.TAIWAN_PERMIT:
            _check_form(_TAIWAN_PERMIT, document, shown, "8 位数字")
        case DocumentKind.PASSPORT:
            _check_form(_PASSPORT, document, shown, "5 到 17 位字母和数字")
        case _:
            _check_form(_OTHER, document, shown, "3 到 40 位字母、数字或汉字")


def _check_form(form: re.Pattern[str], document: IdentityDocument, shown: str, wanted: str) -> None:
    if form.fullmatch(document.number) is None:
        label = document_kind_label(document.kind)
        raise DocumentError(
            DocumentFault.CHARACTER,
            f"{label}号码「{shown}」格式不对，应为{wanted}，请按证件核对。",
        )


def _check_eighteen(document: IdentityDocument, shown: str, today: date) -> None:
    number = document.number
    _check_characters(number, shown, 18)
    _check_region(document, shown)
    _check_birth(number[6:14], shown, today)
    expected = check_character(number[:17])
    if number[17] != expected:
        raise DocumentError(
            DocumentFault.CHECK_DIGIT,
            f"身份证号码「{shown}」的校验位不对，有一位或几位填错了，请按证件核对。",
        )


def _check_legacy(number: str, shown: str, today: date) -> None:
    _check_characters(number, shown, 15)
    if number[:2] not in _PROVINCES:
        raise _region_error(shown)
    _check_birth(f"19{number[6:12]}", shown, today)


def _check_characters(number: str, shown: str, length: int) -> None:
    strange = re.sub(r"[0-9X]", "", number)
    if strange:
        raise DocumentError(
            DocumentFault.CHARACTER,
            f"身份证号码「{shown}」里有不该有的字符「{strange}」，请按证件核对。",
        )
    if len(number) != length:
        raise DocumentError(
            DocumentFault.LENGTH,
            f"身份证号码「{shown}」是 {len(number)} 位，应为 18 位，请按证件核对。",
        )
    if "X" in number[: 17 if length == 18 else 15]:
        raise DocumentError(
            DocumentFault.CHARACTER,
            f"身份证号码「{shown}」里的 X 只能在最后一位，请按证件核对。",
        )


def _check_region(document: IdentityDocument, shown: str) -> None:
    number = document.number
    if number[0] == "9":
        actual = DocumentKind.FOREIGN_RESIDENCE
        known = number[1:3] in _PROVINCES
    else:
        actual = _RESIDENCE_REGIONS.get(number[:6], DocumentKind.RESIDENT_ID)
        known = actual is not DocumentKind.RESIDENT_ID or number[:2] in _PROVINCES
    if not known:
        raise _region_error(shown)
    if actual is not document.kind:
        raise DocumentError(
            DocumentFault.KIND,
            f"号码「{shown}」是{document_kind_label(actual)}的号码，"
            f"不是{document_kind_label(document.kind)}的，请改选证件种类。",
        )


def _region_error(shown: str) -> DocumentError:
    return DocumentError(
        DocumentFault.REGION,
        f"身份证号码「{shown}」开头的地区码不存在，请按证件核对。",
    )


def _check_birth(digits: str, shown: str, today: date) -> None:
    match _birth_fault(digits, today):
        case DocumentFault.MONTH as fault:
            text = f"身份证号码「{shown}」里的出生月份「{digits[4:6]}」不存在，请按证件核对。"
        case DocumentFault.YEAR as fault:
            text = f"身份证号码「{shown}」里的出生年份「{int(digits[:4])}」太早，请按证件核对。"
        case DocumentFault.DAY as fault:
            day = f"{digits[4:6]}月{digits[6:]}日"
            text = f"身份证号码「{shown}」里的出生日期「{day}」不存在，请按证件核对。"
        case DocumentFault.FUTURE as fault:
            text = f"身份证号码「{shown}」里的出生日期还没有到，请按证件核对。"
        case _:
            return
    raise DocumentError(fault, text)


@lru_cache(_BIRTHS_KEPT)
def _birth_fault(digits: str, today: date) -> DocumentFault | None:
    """Return what is wrong with the eight digits of a birth date, None if nothing is."""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if not 1 <= month <= 12:
        return DocumentFault.MONTH
    if year > today.year:
        return DocumentFault.FUTURE
    if year < today.year - OLDEST_AGE:
        return DocumentFault.YEAR
    try:
        birth = date(year, month, day)
    except ValueError:
        return DocumentFault.DAY
    return DocumentFault.FUTURE if birth > today else None


def birth_of(document: IdentityDocument) -> PartialDate | None:
    """Return the birth date that the number holds, if its kind holds one."""
    digits = _birth_digits(document)
    return None if digits is None else _birth(digits)


@lru_cache(_BIRTHS_KEPT)
def _birth(digits: str) -> PartialDate:
    return PartialDate(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _birth_digits(document: IdentityDocument) -> str | None:
    if document.kind is DocumentKind.LEGACY_15:
        return f"19{document.number[6:12]}"
    if document.kind in _EIGHTEEN_DIGIT_KINDS and len(document.number) == 18:
        return document.number[6:14]
    return None


def sex_of(document: IdentityDocument) -> str | None:
    """Return "1" (男) or "2" (女) from the sequence number, if the kind holds one."""
    if _birth_digits(document) is None:
        return None
    digit = document.number[14 if document.kind is DocumentKind.LEGACY_15 else 16]
    return "1" if int(digit) % 2 else "2"
