"""Grids (网格): the community's parts, and who looks after each."""

from dataclasses import dataclass
from enum import StrEnum

from linli.domain.values.addresses import Address


class GridRole(StrEnum):
    """The posts that a contact card names."""

    LEADER = "leader"  # 网格长
    LIAISON = "liaison"  # 网格联络员（包片干部）
    POLICE = "police"  # 社区民警


@dataclass(frozen=True, kw_only=True)
class GridOfficer:
    """A person on a post. `photo` is the digest under which the picture is kept."""

    role: GridRole
    name: str
    phone: str | None = None
    photo: str | None = None


@dataclass(frozen=True, kw_only=True)
class GridDraft:
    """A grid: number, name, its buildings (an `Address` with estate and building only)."""

    number: str
    name: str
    buildings: tuple[Address, ...] = ()
    officers: tuple[GridOfficer, ...] = ()
    note: str | None = None

    def officer(self, role: GridRole) -> GridOfficer | None:
        """Return who holds `role`, if anybody."""
        return next((o for o in self.officers if o.role is role), None)


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A saved grid with its figures."""

    id: int
    version: int
    facts: GridDraft
    households: int = 0
    residents: int = 0

    @property
    def label(self) -> str:
        """How lists and cards name the grid."""
        return self.facts.name
