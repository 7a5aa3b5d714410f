"""`linli grids`: the grids with their places, figures and who serves there."""

from argparse import Namespace
from typing import TYPE_CHECKING

from linli.cli.access import opened
from linli.cli.output import say, write_json, write_table

if TYPE_CHECKING:
    from linli.domain.grid_tree import TreeNode
    from linli.domain.grids import Grid
    from linli.domain.values.masking import Masks
    from linli.services.container import Services

_HEADS = ("社区", "编号", "网格", "户", "人", "楼栋", "网格人员")


def grids(options: Namespace) -> int:
    """List the grids by community; phones are masked."""
    with opened(options, "linli.services.grid_trees") as services:
        masks = services.masking.masks()
        names = services.communities.names()
        found = services.grids.list_all()
        if options.json:
            top = services.grid_trees.top()
            communities = [
                {
                    "name": name,
                    "grids": [
                        _facts(services, grid, masks)
                        for grid in found
                        if grid.facts.community_id == community_id
                    ],
                }
                for community_id, name in names.items()
            ]
            write_json({"communities": communities, **_apart(top)})
            return 0
        cells = [_cells(grid, names[grid.facts.community_id], masks) for grid in found]
        apart = _apart(services.grid_trees.top())
    if not cells:
        say("还没有网格，请先在窗口的“网格”页里新增。")
        return 0
    if len(names) == 1:
        write_table(_HEADS[1:], [line[1:] for line in cells])
    else:
        write_table(_HEADS, cells)
    say(_summary(len(cells), apart))
    return 0


def _apart(top: "list[TreeNode]") -> dict[str, int]:
    """Return how many dwellings are in no grid, and how many places in two."""
    counts = {node.kind.value: node.dwellings for node in top}
    return {"unassigned": counts.get("unassigned", 0), "twice": counts.get("twice", 0)}


def _summary(count: int, apart: dict[str, int]) -> str:
    words = f"共 {count} 个网格"
    if apart["unassigned"]:
        words += f"，还有 {apart['unassigned']} 处住所没有划入网格"
    if apart["twice"]:
        words += f"，{apart['twice']} 处分在两个网格"
    return words + "。"


def _cells(grid: "Grid", community: str, masks: "Masks") -> tuple[str, ...]:
    from linli.domain.values.addresses import address_text

    facts = grid.facts
    return (
        community,
        facts.number,
        facts.name,
        str(grid.households),
        str(grid.residents),
        "、".join(map(address_text, facts.buildings)),
        "、".join(
            " ".join((o.role.label, o.name, *([masks.show_phone(o.phone)] if o.phone else ())))
            for o in facts.officers
        ),
    )


def _facts(services: "Services", grid: "Grid", masks: "Masks") -> dict[str, object]:
    from linli.domain.grid_tree import NodeKind, TreeNode

    facts = grid.facts
    node = TreeNode(kind=NodeKind.GRID, label=facts.name, grid_id=grid.id)
    return {
        "number": facts.number,
        "name": facts.name,
        "since": None if grid.since is None else grid.since.isoformat(),
        "households": grid.households,
        "residents": grid.residents,
        "places": [
            {
                "name": place.label,
                "dwellings": place.dwellings,
                "households": place.households,
                "residents": place.residents,
            }
            for place in services.grid_trees.below(node)
        ],
        "officers": [
            {
                "post": officer.role.label,
                "name": officer.name,
                "phone": masks.show_phone(officer.phone) if officer.phone else None,
            }
            for officer in facts.officers
        ],
    }
