"""Doubles (重复人员): what makes two records perhaps one person, and how sure that is.

Nothing is ever joined by a rule: these rules only propose whom to compare. What speaks against it
(other identity numbers, the other sex, another birth) outweighs a name in common; a common name
alone is no reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache

from linli.domain.characters.table import character_table
from linli.domain.pinyin import sort_pinyin
from linli.domain.residents import ResidentRow, Sex
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument, check_character
from linli.domain.values.names import is_han
from linli.domain.values.text import squeeze
from linli.domain.values.variants import simplified

_SHORTEST_COMPARED = 7
"""Characters; of shorter numbers one digit says too little."""
_ONE_SEX = frozenset({Sex.MALE, Sex.FEMALE})
_EIGHTEEN = 18


class DoubleReason(StrEnum):
    """Why two records may be one person, the surest first."""

    NUMBER = "number"
    SIMILAR_NUMBER = "similar_number"
    NAME_BIRTH = "name_birth"
    NAME_PHONE = "name_phone"
    NAME_ADDRESS = "name_address"
    SIMILAR_NAME = "similar_name"
    NAME = "name"


DOUBLE_REASON = {
    DoubleReason.NUMBER: "证件号码相同",
    DoubleReason.SIMILAR_NUMBER: "证件号码只差一处",
    DoubleReason.NAME_BIRTH: "姓名和出生日期相同",
    DoubleReason.NAME_PHONE: "姓名和电话相同",
    DoubleReason.NAME_ADDRESS: "姓名和住址相同",
    DoubleReason.SIMILAR_NAME: "姓名相近",
    DoubleReason.NAME: "姓名相同",
}
"""The reasons in the clerk's words."""


class Likelihood(IntEnum):
    """How sure it is that two records are one person."""

    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


LIKELIHOOD = {
    Likelihood.CERTAIN: "几乎肯定",
    Likelihood.LIKELY: "很可能",
    Likelihood.POSSIBLE: "可能",
}


class NameMatch(StrEnum):
    """How two names are alike."""

    SAME = "same"
    FORM = "form"  # 劉 and 刘, with and without a dot
    FORMER = "former"  # one is the other's 曾用名
    SOUND = "sound"  # 王伟 and 王玮
    SHAPE = "shape"  # 王玮 and 王炜
    CHARACTER = "character"  # all but one character
    NONE = "none"


_SAME = frozenset({NameMatch.SAME, NameMatch.FORM, NameMatch.FORMER})
_SAID_OF_NAMES = {
    NameMatch.FORMER: "一个是另一个的曾用名",
    NameMatch.SOUND: "姓名同音",
    NameMatch.SHAPE: "姓名有一个字形近",
    NameMatch.CHARACTER: "姓名差一个字",
}


@dataclass(frozen=True, kw_only=True)
class DoubleFacts:
    """What is compared of a person. `home` is the dwelling's id, `phones` are in normal form."""

    id: int | None = None
    name: str
    former_name: str | None = None
    sex: Sex = Sex.UNKNOWN
    birth: PartialDate | None = None
    documents: tuple[IdentityDocument, ...] = ()
    phones: frozenset[str] = frozenset()
    home: int | None = None


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Why two records may be one person: the reasons, in words, and how sure it is."""

    reasons: frozenset[DoubleReason]
    words: tuple[str, ...]
    likelihood: Likelihood


@dataclass(frozen=True, kw_only=True)
class Double:
    """Two records that may be one person. `first` was entered first; numbers are masked."""

    first: ResidentRow
    second: ResidentRow
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class KnownPerson:
    """Somebody in the ledger who may be whom the clerk is entering, and why."""

    row: ResidentRow
    verdict: Verdict


def judge(one: DoubleFacts, other: DoubleFacts) -> Verdict | None:
    """Return why two records may be one person, None if they need not be compared."""
    words = list(_shared_numbers(one, other))
    reasons = {DoubleReason.NUMBER} if words else set()
    match = match_names(one, other)
    slip = match is not NameMatch.NONE and _numbers_slip(one, other)
    if not words and (match is NameMatch.NONE or against(one, other)):
        return None
    if slip and not words:
        reasons.add(DoubleReason.SIMILAR_NUMBER)
        words.append(DOUBLE_REASON[DoubleReason.SIMILAR_NUMBER])
    ties = list(_ties(one, other))
    if match in _SAME:
        reasons.update(reason for reason, _ in ties)
    elif _is_enough(match, ties, slip=slip):
        reasons.add(DoubleReason.SIMILAR_NAME)
    if not reasons:
        return None
    said = [*(word for _, word in ties), _births_slip_said(one, other)]
    names = _SAID_OF_NAMES.get(match) or ("姓名相同" if match in _SAME else "")
    if names:
        said.insert(0, f"{names}（{one.name}、{other.name}）" if match not in _SAME else names)
    return Verdict(
        reasons=frozenset(reasons),
        words=(*words, *filter(None, said)),
        likelihood=_likelihood(match, len(ties), reasons),
    )


def same_name_only() -> Verdict:
    """Return the verdict on somebody of whom only the name is known to be the same."""
    return Verdict(
        reasons=frozenset({DoubleReason.NAME}),
        words=(DOUBLE_REASON[DoubleReason.NAME],),
        likelihood=Likelihood.POSSIBLE,
    )


def against(one: DoubleFacts, other: DoubleFacts) -> list[str]:
    """Return in words what shows that two namesakes are two people, [] if nothing does.

    That is another identity number than by a slip, the other sex, or another birth.
    """
    if _numbers_slip(one, other):
        return []
    found = []
    mine, theirs = _identity_numbers(one), _identity_numbers(other)
    if mine and theirs and not mine & theirs:
        found.append("身份证号码不同")
    if {one.sex, other.sex} == _ONE_SEX:
        found.append("性别不同")
    births_differ = (
        one.birth is not None and other.birth is not None and not one.birth.agrees_with(other.birth)
    )
    if births_differ and not _births_slip(one, other):
        found.append("出生日期不同")
    return found


def match_names(one: DoubleFacts, other: DoubleFacts) -> NameMatch:
    """Return how the names of two people are alike."""
    if one.name == other.name:
        return NameMatch.SAME
    mine, theirs = _folded(one.name), _folded(other.name)
    if mine == theirs:
        return NameMatch.FORM
    if one.former_name == other.name or other.former_name == one.name:
        return NameMatch.FORMER
    if sort_pinyin(one.name) == sort_pinyin(other.name):
        return NameMatch.SOUND
    if len(mine) != len(theirs) or len(mine) < 2:
        return NameMatch.NONE
    different = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    if len(different) > 1:
        return NameMatch.NONE
    return NameMatch.SHAPE if look_alike(*different[0]) else NameMatch.CHARACTER


@cache
def look_alike(one: str, other: str) -> bool:
    """Whether two characters share all but one of their components: 玮 and 炜, 沐 and 休."""
    if not (is_han(one) and is_han(other)):
        return False
    table = character_table()
    places = [table.places.get(char) for char in (one, other)]
    if None in places:
        return False
    mine, theirs = (list(table.own_parts(place)) for place in places if place is not None)
    if not mine or not theirs or max(len(mine), len(theirs)) < 2:
        return False
    for part in tuple(mine):
        if part in theirs:
            mine.remove(part)
            theirs.remove(part)
    return max(len(mine), len(theirs)) <= 1


def as_eighteen(number: str) -> str:
    """Return the 18-digit form of a 15-digit number (GB 11643-1999): year in full, check digit."""
    body = f"{number[:6]}19{number[6:]}"
    return body + check_character(body)


def lookup_numbers(documents: tuple[IdentityDocument, ...]) -> set[str]:
    """Return the numbers under which somebody with these documents may be known.

    An 18-digit number of the last century may still stand in its 15-digit form.
    """
    found = {document.number for document in documents}
    for document in documents:
        number = document.number
        if document.kind is DocumentKind.LEGACY_15:
            found.add(as_eighteen(number))
        elif document.kind is DocumentKind.RESIDENT_ID and number[6:8] == "19":
            found.add(number[:6] + number[8:17])
    return found


def differ_by_slip(one: str, other: str) -> bool:
    """Whether two numbers differ in one place, or two neighbours have changed places.

    The check digit of an 18-digit number follows from the others and is not looked at.
    """
    if len(one) != len(other) or len(one) < _SHORTEST_COMPARED or one == other:
        return False
    end = len(one) - 1 if len(one) == _EIGHTEEN else len(one)
    places = [place for place in range(end) if one[place] != other[place]]
    if len(places) == 2:
        first, second = places
        turned = one[first] == other[second] and one[second] == other[first]
        return second == first + 1 and turned
    return len(places) == 1


def _shared_numbers(one: DoubleFacts, other: DoubleFacts) -> Iterator[str]:
    mine = {document.number for document in one.documents}
    theirs = {document.number for document in other.documents}
    if mine & theirs:
        yield DOUBLE_REASON[DoubleReason.NUMBER]
    elif _identity_numbers(one) & _identity_numbers(other):
        yield "证件号码相同（15 位和 18 位）"


def _identity_numbers(facts: DoubleFacts) -> set[str]:
    """Return a person's identity numbers, all in the 18-digit form."""
    return {
        as_eighteen(document.number) if document.kind is DocumentKind.LEGACY_15 else document.number
        for document in facts.documents
        if document.kind in (DocumentKind.RESIDENT_ID, DocumentKind.LEGACY_15)
    }


def _numbers_slip(one: DoubleFacts, other: DoubleFacts) -> bool:
    if any(differ_by_slip(a, b) for a in _identity_numbers(one) for b in _identity_numbers(other)):
        return True
    return any(
        mine.kind is theirs.kind and differ_by_slip(mine.number, theirs.number)
        for mine in one.documents
        for theirs in other.documents
    )


def _births_slip(one: DoubleFacts, other: DoubleFacts) -> bool:
    if one.birth is None or other.birth is None:
        return False
    mine, theirs = (birth.iso().replace("-", "") for birth in (one.birth, other.birth))
    return len(mine) == len(theirs) == 8 and differ_by_slip(mine, theirs)


def _births_slip_said(one: DoubleFacts, other: DoubleFacts) -> str:
    return "出生日期只差一处" if _births_slip(one, other) else ""


def _ties(one: DoubleFacts, other: DoubleFacts) -> Iterator[tuple[DoubleReason, str]]:
    """Yield what two people have in common beside the name, and the reason it makes with it."""
    if one.birth is not None and one.birth == other.birth and one.birth.day is not None:
        yield DoubleReason.NAME_BIRTH, "出生日期相同"
    if one.phones & other.phones:
        yield DoubleReason.NAME_PHONE, "电话相同"
    if one.home is not None and one.home == other.home:
        yield DoubleReason.NAME_ADDRESS, "住址相同"


def _is_enough(match: NameMatch, ties: list[tuple[DoubleReason, str]], *, slip: bool) -> bool:
    """Whether similar names with these ties are worth a look; a household shares its address."""
    if slip or match is NameMatch.SOUND:
        return slip or bool(ties)
    with_birth = any(reason is DoubleReason.NAME_BIRTH for reason, _ in ties)
    if match is NameMatch.SHAPE:
        return with_birth or len(ties) > 1
    return match is NameMatch.CHARACTER and with_birth and len(ties) > 1


def _likelihood(match: NameMatch, ties: int, reasons: set[DoubleReason]) -> Likelihood:
    if DoubleReason.NUMBER in reasons:
        return Likelihood.CERTAIN
    if match in _SAME and (
        ties > 1 or reasons & {DoubleReason.SIMILAR_NUMBER, DoubleReason.NAME_BIRTH}
    ):
        return Likelihood.LIKELY
    return Likelihood.POSSIBLE


def _folded(name: str) -> str:
    """Return a name without what writing changes: traditional forms, dots, spaces, capitals."""
    return simplified(squeeze(name)).replace("·", "").casefold()
