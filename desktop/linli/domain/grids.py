"""Grids (网格): the community's parts, and who looks after each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from linli.domain.values.addresses import Address
from linli.domain.values.numerals import to_arabic
from linli.domain.values.text import squeeze

_NUMBERED = re.compile(r"(?:.*?)(第?([零〇一二两三四五六七八九十百]+|\d+)号?网格)")
_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百]+|\d+")


def grid_number(text: str) -> str | None:
    """Return the number that a grid's name holds: "1" for 第一网格, 西河社区1网格, 01."""
    plain = squeeze(text)
    found = _NUMBERED.fullmatch(plain)
    numeral = found[2] if found else plain if _NUMBER.fullmatch(plain) else None
    return None if numeral is None else to_arabic(numeral).lstrip("0") or "0"


def grid_name(text: str) -> str:
    """Return a grid's own name, without the community before it; 1 is 第1网格."""
    plain = squeeze(text)
    found = _NUMBERED.fullmatch(plain)
    if found is not None:
        return found[1]
    return f"第{grid_number(plain)}网格" if _NUMBER.fullmatch(plain) else text


def grid_key(text: str) -> str:
    """Return the key that the spellings of one grid share."""
    return grid_number(text) or squeeze(text).removesuffix("网格")


class GridRole(StrEnum):
    """The posts that a contact card names."""

    LEADER = "leader"  # 网格长
    LIAISON = "liaison"  # 网格联络员（包片干部）
    POLICE = "police"  # 社区民警

    @property
    def label(self) -> str:
        """The Chinese name of the post."""
        return _ROLE_NAMES[self]


_ROLE_NAMES = {
    GridRole.LEADER: "网格长",
    GridRole.LIAISON: "网格联络员",
    GridRole.POLICE: "社区民警",
}


@dataclass(frozen=True, kw_only=True)
class GridOfficer:
    """A person on a post, from the first to the last day if they are known.

    `photo` is the digest under which the picture is kept.
    """

    role: GridRole
    name: str
    phone: str | None = None
    photo: str | None = None
    since: date | None = None
    until: date | None = None


def officers_text(officers: Iterable[GridOfficer]) -> str:
    """Return who serves in one line: 网格长 王芳、网格联络员 刘敏."""
    return "、".join(f"{officer.role.label} {officer.name}" for officer in officers)


@dataclass(frozen=True, kw_only=True)
class GridDraft:
    """A grid: number, name, its places (an `Address` without its smaller parts).

    `community_id` is None for the hall's own community.
    """

    number: str
    name: str
    buildings: tuple[Address, ...] = ()
    officers: tuple[GridOfficer, ...] = ()
    note: str | None = None
    community_id: int | None = None

    def officer(self, role: GridRole) -> GridOfficer | None:
        """Return who holds `role`, if anybody."""
        return next((o for o in self.officers if o.role is role), None)


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A saved grid with its figures; `until` is the last day of one that is closed."""

    id: int
    version: int
    facts: GridDraft
    households: int = 0
    residents: int = 0
    since: date | None = None
    until: date | None = None

    @property
    def label(self) -> str:
        """How lists and cards name the grid."""
        return self.facts.name
