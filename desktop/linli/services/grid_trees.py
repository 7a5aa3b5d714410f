"""The tree of grids (网格树), read level by level, and what is in no grid or in two."""

from collections.abc import Sequence
from datetime import date

from linli.domain.accounts import Right
from linli.domain.grid_tree import GridConflict, NodeKind, TreeDwelling, TreeNode
from linli.domain.grids import Grid
from linli.services.context import Context
from linli.storage import communities, grid_trees, grids, settings


class GridTreeService:
    """Reads the tree: what stands at its top, and what lies below a node."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def top(self) -> list[TreeNode]:
        """Return the street or the community at the top, then what needs looking after.

        With the hall's community alone there is no street: the community is the top.
        """
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            hall = settings.get_hall(connection).community
            others = communities.list_communities(connection)
            figures = grids.count_people(connection)
            unassigned = grid_trees.count_unassigned(connection)
            twice = len(grid_trees.list_conflicts(connection, hall))
            closed = len(grids.list_grids(connection, self._today(), closed=True))
        counted = [figure for grid_id, figure in figures.items() if grid_id is not None]
        households, residents = _sums(counted)
        street = next((c.facts.street for c in others if c.facts.street), None)
        if others:
            top = TreeNode(
                kind=NodeKind.STREET,
                label=street or "全部社区",
                households=households,
                residents=residents,
            )
        else:
            top = TreeNode(
                kind=NodeKind.COMMUNITY, label=hall, households=households, residents=residents
            )
        nodes = [top]
        if unassigned:
            here, people = figures.get(None, (0, 0))
            nodes.append(
                TreeNode(
                    kind=NodeKind.UNASSIGNED,
                    label="未划入网格",
                    dwellings=unassigned,
                    households=here,
                    residents=people,
                )
            )
        if twice:
            nodes.append(
                TreeNode(kind=NodeKind.TWICE, label="两处都有", dwellings=twice, has_children=False)
            )
        if closed:
            nodes.append(TreeNode(kind=NodeKind.CLOSED, label="已撤销的网格", dwellings=closed))
        return nodes

    def below(self, node: TreeNode) -> list[TreeNode]:
        """Return what lies below a node, in the order of numbers or of the walk."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            match node.kind:
                case NodeKind.STREET:
                    hall = settings.get_hall(connection).community
                    own = [(None, hall, communities.get_prefix(connection, None))]
                    more = [
                        (c.id, c.facts.name, c.facts.number or "")
                        for c in communities.list_communities(connection)
                    ]
                    return _communities([*own, *more], grids.list_grids(connection, self._today()))
                case NodeKind.COMMUNITY:
                    found = grids.list_grids(connection, self._today())
                    mine = [g for g in found if g.facts.community_id == node.community_id]
                    return [_grid(grid) for grid in mine]
                case NodeKind.CLOSED:
                    return [
                        _grid(grid)
                        for grid in grids.list_grids(connection, self._today(), closed=True)
                    ]
                case NodeKind.GRID | NodeKind.UNASSIGNED:
                    return grid_trees.places_of(connection, node.grid_id)
                case _:
                    return grid_trees.below(connection, node)

    def dwellings(self, node: TreeNode) -> list[TreeDwelling]:
        """Return the dwellings of a building, a unit, or of what is in no grid."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            return grid_trees.dwellings_of(connection, node)

    def conflicts(self) -> list[GridConflict]:
        """Return the places that are in two grids."""
        self._context.require(Right.READ, "查看网格")
        with self._context.db.reading() as connection:
            hall = settings.get_hall(connection).community
            return grid_trees.list_conflicts(connection, hall)

    def _today(self) -> date:
        return self._context.clock().date()


def _communities(
    known: Sequence[tuple[int | None, str, str]], found: Sequence[Grid]
) -> list[TreeNode]:
    nodes = []
    for community_id, name, number in known:
        mine = [grid for grid in found if grid.facts.community_id == community_id]
        households, residents = _sums([(grid.households, grid.residents) for grid in mine])
        nodes.append(
            TreeNode(
                kind=NodeKind.COMMUNITY,
                label=name,
                community_id=community_id,
                number=number,
                households=households,
                residents=residents,
                has_children=bool(mine),
            )
        )
    return nodes


def _grid(grid: Grid) -> TreeNode:
    return TreeNode(
        kind=NodeKind.GRID,
        label=grid.label,
        grid_id=grid.id,
        community_id=grid.facts.community_id,
        number=grid.facts.number,
        households=grid.households,
        residents=grid.residents,
        has_children=grid.until is None,
    )


def _sums(figures: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(h for h, _ in figures), sum(r for _, r in figures)
