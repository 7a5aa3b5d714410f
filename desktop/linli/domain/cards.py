"""Contact cards (联系卡): what is printed, on what, and the record of each card issued.

A card carries what a household keeps beside the phone. Of the resident it shows only the name
and building, unit, room: never an identity number (PIPL art. 25).
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from linli.domain.grids import GridDraft
from linli.domain.settings import HallFacts


class CardLayout(StrEnum):
    """How cards lie on paper."""

    SINGLE = "single"  # one card per page, the page is the card
    A4_TEN = "a4x10"  # 2 x 5 on A4 with crop marks, fronts then mirrored backs


class CardUnit(StrEnum):
    """Who gets a card of a list: each household once, or each person."""

    HOUSEHOLD = "household"
    PERSON = "person"


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

    def fingerprint(self) -> str:
        """Return a digest of all facts, by which an outdated card is known (活卡)."""
        text = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


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
