"""Contact cards (联系卡): what is printed, on what, and the record of each card issued.

A card carries what a household keeps beside the phone. Of the resident it shows only the name
and building, unit, room: never an identity number (PIPL art. 25).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from linli.domain.boards import BoardEntry, MissingPhoto
from linli.domain.changes import Changes
from linli.domain.grids import GridDraft
from linli.domain.pairings import Helper
from linli.domain.paper import CardSize
from linli.domain.settings import HallFacts
from linli.domain.staff import StaffDraft, StationDraft
from linli.errors import UserError

LEFT_OUT = "姓名里有印不出的字，已按要求略过"
"""Why somebody gets no card whom the clerk left out because of a character."""
_RUNNING_DIGITS = 6
_NAMED = 8  # characters that a sentence names


class CardSource(StrEnum):
    """What a kind of card is made of: whose ids are asked for, and which facts it can print.

    Only cards of `HOME` are numbered and recorded, because a household keeps them.
    """

    HOME = "home"  # residents and their households
    STAFF = "staff"  # 工作人员: desk plates and badges (亮牌)
    STATION = "station"  # 援助站点: phone sheets
    GRID = "grid"  # 网格: boards (公示栏)


@dataclass(frozen=True, kw_only=True)
class CardKind:
    """A kind of card that can be chosen; the first size is the usual one.

    `by_household`: the card speaks of a household, so nobody gets one of their own.
    `needs`: fields and lists without which there is no card, such as the helpers of a pair.
    `own`: the clerk made its template; it can be edited and removed.
    """

    id: str
    title: str
    description: str
    sizes: tuple[CardSize, ...]
    two_sided: bool
    by_household: bool
    source: CardSource = CardSource.HOME
    needs: tuple[str, ...] = ()
    own: bool = False

    @property
    def numbered(self) -> bool:
        """Whether each card has a number for good and is recorded when it is issued."""
        return self.source is CardSource.HOME


@dataclass(frozen=True, kw_only=True)
class CardPerson:
    """A member line of the household card (户卡); no numbers."""

    name: str
    relation: str
    sex: str
    birth_year: str


@dataclass(frozen=True, kw_only=True)
class CardTenant:
    """A tenant's line of the household card; no numbers."""

    name: str
    room: str
    since: str


@dataclass(frozen=True, kw_only=True)
class CardRental:
    """What the household card says of a let dwelling (出租房屋); texts as they are printed."""

    number: str
    landlord: str
    landlord_phone: str
    rooms: str
    occupants: str
    management: str
    tenants: tuple[CardTenant, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CardFacts:
    """Everything one card may print, as it is on the day of printing.

    Photos are digests; their bytes travel beside the facts.
    `place` is building, unit, room as spoken; `estate` the 小区 or lane.
    `helpers` are the people paired with the household (结对帮扶); `board` is who stands on the
    page of a grid's board; `staff` is whose plate it is and `station` whose phone sheet.
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
    rental: CardRental | None = None
    helpers: tuple[Helper, ...] = ()
    staff: StaffDraft | None = None
    station: StationDraft | None = None
    colleagues: tuple[StaffDraft, ...] = ()
    board: tuple[BoardEntry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CardSubject:
    """Whose card it is: a household's, or a person's own; one of the two is None."""

    household_id: int | None = None
    resident_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlannedCard:
    """A card about to be printed.

    `holder_id` is whom it names, `issue` counts its printings; a card of a kind without numbers
    has the id of its source as `holder_id`, no subject and the issue 0.
    `walk` sorts cards as a clerk walks: grid, building, unit, room; `building` is spoken.
    """

    facts: CardFacts
    subject: CardSubject
    holder_id: int
    issue: int
    walk: str = ""
    building: str = ""


@dataclass(frozen=True, kw_only=True)
class SkippedPerson:
    """Somebody who was asked for and gets no card, and why (a short Chinese phrase).

    `resident_id` is None where of a household nobody is left.
    """

    resident_id: int | None
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
        codes = tuple(dict.fromkeys(m.code_point for m in self.missing))
        signs = "、".join(codes[:_NAMED])
        if len(codes) > _NAMED:
            signs += f" 等 {len(codes)} 个"
        people = len({m.resident_id for m in self.missing if m.resident_id is not None})
        whose = f"涉及 {people} 人" if people else "在大厅或网格的资料里"
        super().__init__(
            f"这台电脑的字体印不出这些字：{signs}（{whose}）。"
            "请更正这些字，或安装含有它们的字体，或先略过这些人。"
        )


@dataclass(frozen=True, kw_only=True)
class CardBatch:
    """Cards ready to be previewed and issued, who gets none, and what no font can draw.

    `missing_photos` are people whom the template shows with a picture and who have none.
    """

    kind: CardKind
    cards: tuple[PlannedCard, ...]
    missing: tuple[MissingCharacter, ...]
    skipped: tuple[SkippedPerson, ...]
    missing_photos: tuple[MissingPhoto, ...] = ()

    @property
    def unprintable(self) -> frozenset[int]:
        """The holders whose own facts hold a character that no font draws."""
        return frozenset(m.resident_id for m in self.missing if m.resident_id is not None)


@dataclass(frozen=True, kw_only=True)
class PrintedCards:
    """Cards as a PDF. `warnings` are Chinese sentences about text that was cut or a stand-in face.

    `sheets` counts the paper, `pages` its printed sides.
    """

    content: bytes
    pages: int
    cards: int
    sheets: int = 0
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class IssuedBatch:
    """What became of cards that were issued. Several of a numbered kind are a run (打印批次)."""

    printed: PrintedCards
    changes: Changes
    run_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class OutdatedKind:
    """How many cards of a kind say what is no longer so, in how many households.

    Of these cards, `to_take_back` name somebody who is gone, and nobody is left to get a new one.
    """

    kind: CardKind
    households: int
    cards: int
    to_take_back: int


@dataclass(frozen=True, kw_only=True)
class IssuedCard:
    """The record of one card handed out or printed (发卡记录).

    An `outdated` card is `to_take_back` where nobody is left to get a new one. `grid` and
    `officers` are the grid and its people of that day; None of cards that were printed before
    these were kept.
    """

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
    to_take_back: bool = False
    holder_id: int | None = None
    grid: str | None = None
    officers: str | None = None

    @property
    def subject(self) -> CardSubject:
        """Whose card it is."""
        return CardSubject(household_id=self.household_id, resident_id=self.resident_id)


def card_number(running: int) -> str:
    """Return the card number (卡号): the running number in six digits and a Luhn check digit."""
    digits = f"{running:0{_RUNNING_DIGITS}d}"
    return digits + _check_digit(digits)


def card_spans(numbers: Iterable[str]) -> list[str]:
    """Return card numbers in order, three or more that follow each other as 首号—末号."""
    spans: list[list[str]] = []
    for number in sorted(set(numbers), key=lambda each: (len(each), each)):
        if spans and int(number[:-1]) == int(spans[-1][-1][:-1]) + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return [
        text for span in spans for text in ([f"{span[0]}—{span[-1]}"] if len(span) > 2 else span)
    ]


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
