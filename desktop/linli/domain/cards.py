"""Contact cards (联系卡): what is printed, on what, and the record of each card issued.

A card carries what a household keeps beside the phone. Of the resident it shows only the name
and building, unit, room: never an identity number (PIPL art. 25).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from linli.domain.grids import GridDraft
from linli.domain.settings import HallFacts
from linli.errors import UserError

_RUNNING_DIGITS = 6


class CardLayout(StrEnum):
    """How cards lie on paper."""

    SINGLE = "single"  # one card per page, the page is the card
    A4_TEN = "a4x10"  # 2 x 5 on A4 with crop marks, fronts then mirrored backs


class CardUnit(StrEnum):
    """Who gets a card of a list: each household once, or each person."""

    HOUSEHOLD = "household"
    PERSON = "person"


class CardSize(StrEnum):
    """The sizes in which cards are made (standards.md 6)."""

    BUSINESS = "90x54"
    ID_1 = "id1"
    A5 = "a5"

    @property
    def width(self) -> float:
        """In mm."""
        return _SIZES[self][0]

    @property
    def height(self) -> float:
        """In mm."""
        return _SIZES[self][1]

    @property
    def label(self) -> str:
        """How menus call the size."""
        return _SIZES[self][2]


_SIZES = {
    CardSize.BUSINESS: (90.0, 54.0, "名片大小 90×54 毫米"),
    CardSize.ID_1: (85.6, 53.98, "身份证大小 85.6×54 毫米"),
    CardSize.A5: (148.0, 210.0, "A5 纸 148×210 毫米"),
}


@dataclass(frozen=True, kw_only=True)
class CardKind:
    """A kind of card that can be chosen; the first size is the usual one.

    `by_household`: the card speaks of a household, so nobody gets one of their own.
    """

    id: str
    title: str
    description: str
    sizes: tuple[CardSize, ...]
    two_sided: bool
    by_household: bool

    def layouts(self) -> tuple[CardLayout, ...]:
        """Return the layouts that this kind can have: A5 does not go ten on a sheet."""
        return (CardLayout.SINGLE,) if CardSize.A5 in self.sizes else tuple(CardLayout)


@dataclass(frozen=True, kw_only=True)
class CardPerson:
    """A member line of the household card (户卡); no numbers."""

    name: str
    relation: str
    sex: str
    birth_year: str


@dataclass(frozen=True, kw_only=True)
class CardFacts:
    """Everything one card may print, as it is on the day of printing.

    `photos` of officers are digests in `grid`; their bytes travel beside the facts.
    `place` is building, unit, room as spoken; `estate` the 小区 or lane.
    """

    number: str
    holder: str
    place: str
    estate: str
    household_number: str
    hall: HallFacts
    grid: GridDraft | None
    members: tuple[CardPerson, ...] = ()
    dwelling_note: str = ""


@dataclass(frozen=True, kw_only=True)
class CardSubject:
    """Whose card it is: a household's, or a person's own; one of the two is None."""

    household_id: int | None = None
    resident_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlannedCard:
    """A card about to be printed. `holder_id` is whom it names, `issue` counts its printings."""

    facts: CardFacts
    subject: CardSubject
    holder_id: int
    issue: int


@dataclass(frozen=True, kw_only=True)
class SkippedPerson:
    """Somebody who was asked for and gets no card, and why (a short Chinese phrase)."""

    resident_id: int
    name: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class MissingCharacter:
    """A character that no font here can draw.

    `resident_id` is None where it stands in the hall's or the grid's facts, which all cards share.
    """

    resident_id: int | None
    holder: str
    field: str
    text: str
    character: str

    @property
    def code_point(self) -> str:
        """Such as U+20164."""
        return f"U+{ord(self.character):04X}"


class MissingCharacterError(UserError):
    """Cards would leave with a wrong or an empty character, so none is printed."""

    def __init__(self, missing: Iterable[MissingCharacter]) -> None:
        self.missing = tuple(missing)
        signs = "、".join(dict.fromkeys(m.code_point for m in self.missing))
        people = len({m.resident_id for m in self.missing if m.resident_id is not None})
        whose = f"涉及 {people} 人" if people else "在大厅或网格的资料里"
        super().__init__(
            f"这台电脑的字体印不出这些字：{signs}（{whose}）。"
            "请更正这些字，或安装含有它们的字体，或先略过这些人。"
        )


@dataclass(frozen=True, kw_only=True)
class CardBatch:
    """Cards ready to be previewed and issued, who gets none, and what no font can draw."""

    kind: CardKind
    cards: tuple[PlannedCard, ...]
    missing: tuple[MissingCharacter, ...]
    skipped: tuple[SkippedPerson, ...]


@dataclass(frozen=True, kw_only=True)
class PrintedCards:
    """A run of cards as a PDF. `warnings` are Chinese sentences about text that was cut."""

    content: bytes
    pages: int
    cards: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class IssuedCard:
    """The record of one card handed out or printed (发卡记录)."""

    id: int
    number: str
    kind: str
    kind_title: str
    holder: str
    resident_id: int | None
    household_id: int | None
    fingerprint: str
    issue: int
    issued_at: datetime
    account: str
    withdrawn_at: datetime | None = None
    withdrawn_reason: str | None = None
    outdated: bool = False

    @property
    def subject(self) -> CardSubject:
        """Whose card it is."""
        return CardSubject(household_id=self.household_id, resident_id=self.resident_id)


def card_number(running: int) -> str:
    """Return the card number (卡号): the running number in six digits and a Luhn check digit."""
    digits = f"{running:0{_RUNNING_DIGITS}d}"
    return digits + _check_digit(digits)


def is_card_number(text: str) -> bool:
    """Whether `text` is a whole card number with the right check digit."""
    if not (text.isascii() and text.isdigit() and len(text) > _RUNNING_DIGITS):
        return False
    return _check_digit(text[:-1]) == text[-1]


def _check_digit(digits: str) -> str:
    """Return the Luhn digit (ISO/IEC 7812-1, annex B)."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if position % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)
