"""Pairing (结对帮扶): a party member or official who looks after a household (党员联系户)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PairingState(StrEnum):
    """Which pairings a list shows."""

    CURRENT = "current"  # 帮扶中
    PAST = "past"  # 已结束
    ALL = "all"


@dataclass(frozen=True, kw_only=True)
class Helper:
    """Who helps. `resident_id` where it is a resident, `photo` a picture's digest.

    Of a resident the ledger's name, phone and photo of today are said, unless another phone or
    photo is given here.
    """

    name: str
    post: str | None = None
    phone: str | None = None
    photo: str | None = None
    resident_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class PairingDraft:
    """A helper and a household, from a day, until a day or, as long as it is None, still."""

    household_id: int
    helper: Helper
    since: date | None = None
    until: date | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Pairing:
    """A saved pairing, with whose household it is and where they live (as spoken).

    `household_head` is empty and `head_id` None where nobody is left in the household.
    """

    id: int
    version: int
    facts: PairingDraft
    household_head: str
    head_id: int | None
    place: str


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A party member who lives here and may become a helper; `place` is the address as spoken."""

    resident_id: int
    name: str
    politics: str
    place: str
