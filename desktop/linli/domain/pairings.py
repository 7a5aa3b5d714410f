"""Pairing (结对帮扶): a party member or official who looks after a household (党员联系户)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Helper:
    """Who helps. `resident_id` where it is a resident, `photo` a picture's digest."""

    name: str
    post: str | None = None
    phone: str | None = None
    photo: str | None = None
    resident_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class PairingDraft:
    """A helper and a household, from a day, until a day or still."""

    household_id: int
    helper: Helper
    since: date | None = None
    until: date | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Pairing:
    """A saved pairing, with whose household it is and where they live (as spoken)."""

    id: int
    version: int
    facts: PairingDraft
    household_head: str
    head_id: int | None
    place: str
