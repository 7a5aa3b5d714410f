"""The tree of grids: 街道 → 社区 → 网格 → 楼栋或巷道 → 单元 → 户, and what is in none or in two."""

from dataclasses import dataclass
from enum import StrEnum

from linli.domain.values.addresses import Address


class NodeKind(StrEnum):
    """What a node of the tree is."""

    STREET = "street"
    COMMUNITY = "community"
    GRID = "grid"
    LANE = "lane"
    BUILDING = "building"
    UNIT = "unit"
    DWELLING = "dwelling"
    UNASSIGNED = "unassigned"
    TWICE = "twice"
    CLOSED = "closed"


MOVABLE = frozenset({NodeKind.LANE, NodeKind.BUILDING, NodeKind.UNIT, NodeKind.DWELLING})
"""Nodes that can be moved to another grid."""

HOLDERS = frozenset({*MOVABLE, NodeKind.UNASSIGNED})
"""Nodes that are shown by the dwellings in them."""


@dataclass(frozen=True, kw_only=True)
class TreeNode:
    """A node of the tree with its figures.

    Attributes:
        kind: what it is.
        label: how it is called under its parent.
        grid_id: the grid that it is or lies in; None of what is in none.
        community_id: the community of a community or grid; None is the hall's own.
        places: what moves when it is moved.
        number: a grid's or community's number.
        dwellings: how many dwellings it has.
        households: how many households live there.
        residents: how many people live there.
        dwelling_id: the dwelling that it is.
        has_children: whether something lies below.
    """

    kind: NodeKind
    label: str
    grid_id: int | None = None
    community_id: int | None = None
    places: tuple[Address, ...] = ()
    number: str = ""
    dwellings: int = 0
    households: int = 0
    residents: int = 0
    dwelling_id: int | None = None
    has_children: bool = True

    @property
    def key(self) -> tuple[object, ...]:
        """By what the node is the same after the tree was read anew."""
        return self.kind, self.grid_id, self.community_id, self.places, self.dwelling_id

    @property
    def is_movable(self) -> bool:
        """Whether it can be moved to another grid."""
        return self.kind in MOVABLE


@dataclass(frozen=True, kw_only=True)
class TreeDwelling:
    """A dwelling in the list beside the tree: who lives there, and in which households."""

    id: int
    address: Address
    grid_id: int | None
    heads: tuple[str, ...] = ()
    household_ids: tuple[int, ...] = ()
    residents: int = 0


class ConflictKind(StrEnum):
    """Why a place is in two grids, or in one that is closed."""

    CLOSED = "closed"
    LISTED = "listed"
    SPLIT = "split"
    SPELT = "spelt"

    @property
    def words(self) -> str:
        """The reason in the clerk's words."""
        return _CONFLICTS[self]


_CONFLICTS = {
    ConflictKind.CLOSED: "所在的网格已经撤销（另一台电脑撤销的），没有划到别的网格",
    ConflictKind.LISTED: "住所登记的网格和楼栋所在的网格不一样",
    ConflictKind.SPLIT: "一栋楼的住所分在几个网格，没有写明哪个单元归哪个网格",
    ConflictKind.SPELT: "同一个地方有两种写法，分在两个网格",
}


@dataclass(frozen=True, kw_only=True)
class GridConflict:
    """A place that is in two grids.

    Attributes:
        kind: why.
        place: the place, as spoken.
        places: the dwellings or places concerned, which an assignment settles.
        grids: the grids by id and name.
        dwellings: how many dwellings are concerned.
    """

    kind: ConflictKind
    place: str
    places: tuple[Address, ...]
    grids: tuple[tuple[int, str], ...]
    dwellings: int
