"""The grids of a community as a table: places, who looks after them, figures."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from linli.domain.grids import Grid, GridRole
from linli.domain.values.addresses import address_text
from linli.gui.i18n import mark
from linli.gui.table import Column

if TYPE_CHECKING:
    from linli.services.grids import GridService


def _buildings(grid: Grid) -> str:
    return "、".join(address_text(address) for address in grid.facts.buildings)


def _officer(grid: Grid, role: GridRole) -> str:
    officer = grid.facts.officer(role)
    return " ".join(filter(None, (officer.name, officer.phone))) if officer else ""


COLUMNS: tuple[Column[Grid], ...] = (
    Column(key="number", title=mark("编号"), text=lambda g: g.facts.number, chars=4),
    Column(key="name", title=mark("名称"), text=lambda g: g.facts.name, chars=7),
    Column(
        key="buildings", title=mark("楼栋"), text=_buildings, chars=14, priority=5, stretch=True
    ),
    Column(
        key="leader",
        title=mark("网格长"),
        text=lambda g: _officer(g, GridRole.LEADER),
        chars=11,
        priority=1,
    ),
    Column(
        key="liaison",
        title=mark("网格联络员"),
        text=lambda g: _officer(g, GridRole.LIAISON),
        chars=11,
        priority=2,
    ),
    Column(
        key="police",
        title=mark("社区民警"),
        text=lambda g: _officer(g, GridRole.POLICE),
        chars=11,
        priority=3,
    ),
    Column(
        key="households",
        title=mark("户数"),
        text=lambda g: f"{g.households:,}",
        chars=4,
        priority=4,
        align_right=True,
    ),
    Column(
        key="residents",
        title=mark("人数"),
        text=lambda g: f"{g.residents:,}",
        chars=4,
        priority=1,
        align_right=True,
    ),
)


class GridSource:
    """The grids of a community or of the street; there are few, so they are read at once.

    Attributes:
        everywhere: the grids of all communities are listed.
        community_id: else those of this one; None is the hall's own.
    """

    def __init__(self, service: "GridService") -> None:
        self._service = service
        self._grids: dict[int, Grid] = {}
        self.everywhere = True
        self.community_id: int | None = None

    def list_ids(self, sort: str, *, descending: bool) -> Sequence[int]:
        """Read the grids again, by number."""
        del sort, descending  # the service's order by number is the only one
        found = self._service.list_all()
        self._grids = {
            grid.id: grid
            for grid in found
            if self.everywhere or grid.facts.community_id == self.community_id
        }
        return list(self._grids)

    def rows(self, ids: Sequence[int]) -> Sequence[Grid]:
        """Return grids read before."""
        return [self._grids[number] for number in ids]

    def get(self, grid_id: int) -> Grid:
        """Return a grid read before."""
        return self._grids[grid_id]
