"""The tree of grids, read level by level, and the places that are in two grids."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from linli.domain.grid_places import grid_of
from linli.domain.grid_tree import ConflictKind, GridConflict, NodeKind, TreeDwelling, TreeNode
from linli.domain.residents import ResidentStatus
from linli.domain.values.addresses import (
    Address,
    address_key,
    address_text,
    building_key,
    parse_address,
    place_text,
    walk_key,
)
from linli.storage.dwelling_facts import address_of
from linli.storage.grid_places import list_spans, open_places
from linli.storage.grid_stranded import list_stranded
from linli.storage.grids import list_names
from linli.storage.ids import listed

_LIVING = f"r.status = '{ResidentStatus.PRESENT.value}' AND r.recycled_at IS NULL"
_FIGURES = """
    count(DISTINCT d.id) AS dwellings, count(DISTINCT r.household_id) AS households,
    count(r.id) AS residents
"""
_BUILDINGS = f"""
    SELECT min(d.estate) AS estate, min(d.building) AS building, d.building_key AS place, {_FIGURES}
    FROM dwelling d LEFT JOIN resident r ON r.home_id = d.id AND {_LIVING}
    WHERE d.grid_id IS ?1 GROUP BY d.building_key ORDER BY min(d.sort_key)
"""  # noqa: S608 - our own SQL
_HOMES = f"""
    SELECT d.id, d.estate, d.building, d.unit, d.room, d.grid_id, d.address_key, {_FIGURES}
    FROM dwelling d LEFT JOIN resident r ON r.home_id = d.id AND {_LIVING}
    WHERE d.grid_id IS ?1 AND d.building_key IN (SELECT value FROM json_each(?2))
    GROUP BY d.id ORDER BY d.sort_key
"""  # noqa: S608 - our own SQL
_HEADS = f"""
    SELECT r.home_id, r.household_id, r.name, r.relation_code FROM resident r
    WHERE {_LIVING} AND r.home_id IN (SELECT value FROM json_each(?))
    ORDER BY r.home_id, r.household_id, r.relation_code IS NOT '02', r.id
"""  # noqa: S608 - our own SQL
_SHARED = """
    SELECT building_key, min(estate) AS estate, min(building) AS building,
        min(grid_id) AS first, max(grid_id) AS last
    FROM dwelling WHERE grid_id IS NOT NULL GROUP BY building_key ORDER BY min(sort_key)
"""
_OF_BUILDINGS = """
    SELECT id, estate, building, unit, room, address_key, building_key, grid_id FROM dwelling
    WHERE grid_id IS NOT NULL AND building_key IN (SELECT value FROM json_each(?))
    ORDER BY sort_key
"""


def places_of(connection: Connection, grid_id: int | None) -> list[TreeNode]:
    """Return the buildings and lanes of a grid, or of no grid, in walking order.

    The doors of a lane stand under the lane. A place that a grid lists stands here also while no
    dwelling is there.
    """
    found = [
        (Address(estate=row.estate, building=row.building), row)
        for row in connection.exec_driver_sql(_BUILDINGS, (grid_id,))
    ]
    known = {row.place for _, row in found}
    spans = [] if grid_id is None else list_spans(connection, grid_id=grid_id)
    empty = [
        span.place
        for span in spans
        if span.until is None and not _has_dwellings(span.key, known) and span.place.unit is None
    ]
    nodes: dict[str, list[TreeNode]] = {}
    order: dict[str, str] = {}
    for place, row in [*found, *((place, None) for place in empty)]:
        is_door = bool(place.estate) and (place.building or "").endswith("号")
        top = Address(estate=place.estate) if is_door else place
        key = address_key(top)
        order.setdefault(key, walk_key(place))
        nodes.setdefault(key, []).append(_building(place, row, grid_id, is_door=is_door))
    return [_lane(nodes[key], grid_id) for key in sorted(nodes, key=order.__getitem__)]


def _has_dwellings(key: str, buildings: Iterable[str]) -> bool:
    estate, building, *_ = key.split("|")
    if building:
        return f"{estate}|{building}" in buildings
    return any(known.startswith(f"{estate}|") for known in buildings)


def _building(place: Address, row: Any, grid_id: int | None, *, is_door: bool) -> TreeNode:
    return TreeNode(
        kind=NodeKind.BUILDING if place.building else NodeKind.LANE,
        label=place_text(place) if is_door else address_text(place) or "没有写楼栋",
        grid_id=grid_id,
        places=(place,),
        dwellings=row.dwellings if row else 0,
        households=row.households if row else 0,
        residents=row.residents if row else 0,
        has_children=row is not None,
    )


def _lane(doors: Sequence[TreeNode], grid_id: int | None) -> TreeNode:
    """Return a building as it is, and the doors of a lane as one node."""
    (place, *_) = doors[0].places
    if len(doors) == 1:
        return doors[0] if address_text(place) == doors[0].label else _called(doors[0], place)
    return TreeNode(
        kind=NodeKind.LANE,
        label=place.estate or "",
        grid_id=grid_id,
        places=tuple(door for node in doors for door in node.places),
        dwellings=sum(node.dwellings for node in doors),
        households=sum(node.households for node in doors),
        residents=sum(node.residents for node in doors),
    )


def _called(node: TreeNode, place: Address) -> TreeNode:
    return replace(node, label=address_text(place))


def below(connection: Connection, node: TreeNode) -> list[TreeNode]:
    """Return what lies below a lane, a building or a unit: doors, units, dwellings."""
    if node.kind is NodeKind.LANE and len(node.places) > 1:
        keys = {building_key(place) for place in node.places}
        return [
            _building(
                Address(estate=row.estate, building=row.building), row, node.grid_id, is_door=True
            )
            for row in connection.exec_driver_sql(_BUILDINGS, (node.grid_id,))
            if row.place in keys
        ]
    homes = _homes(connection, node)
    if node.kind is NodeKind.UNIT or not any(home.unit for home in homes):
        return _dwellings(connection, node, homes)
    units: dict[str | None, list[Any]] = {}
    for home in homes:
        units.setdefault(home.unit, []).append(home)
    loose = units.pop(None, [])
    return [
        *(_unit(node, unit or "", inside) for unit, inside in units.items()),
        *_dwellings(connection, node, loose),
    ]


def _homes(connection: Connection, node: TreeNode) -> list[Any]:
    """Return the rows of the dwellings of a node's grid in its places."""
    keys = [building_key(place) for place in node.places]
    rows = connection.exec_driver_sql(_HOMES, (node.grid_id, listed(keys))).all()
    places = dict.fromkeys(map(address_key, node.places), 1)
    return [row for row in rows if grid_of(places, row.address_key) is not None]


def _unit(node: TreeNode, unit: str, homes: Sequence[Any]) -> TreeNode:
    place = node.places[0]
    return TreeNode(
        kind=NodeKind.UNIT,
        label=place_text(Address(unit=unit)),
        grid_id=node.grid_id,
        places=(Address(estate=place.estate, building=place.building, unit=unit),),
        dwellings=len(homes),
        households=sum(home.households for home in homes),
        residents=sum(home.residents for home in homes),
    )


def _dwellings(connection: Connection, node: TreeNode, homes: Sequence[Any]) -> list[TreeNode]:
    heads = _heads(connection, [home.id for home in homes])
    nodes = []
    for home in homes:
        place = address_of(home)
        room = place_text(Address(room=place.room)) or place_text(place) or address_text(place)
        names = "、".join(name for name, _ in heads.get(home.id, ()))
        nodes.append(
            TreeNode(
                kind=NodeKind.DWELLING,
                label=f"{room} {names}".strip(),
                grid_id=node.grid_id,
                places=(place,),
                dwellings=1,
                households=home.households,
                residents=home.residents,
                dwelling_id=home.id,
                has_children=False,
            )
        )
    return nodes


def dwellings_of(connection: Connection, node: TreeNode) -> list[TreeDwelling]:
    """Return the dwellings of a node in walking order, with who lives there."""
    if node.kind is NodeKind.UNASSIGNED:
        places = [place for top in places_of(connection, None) for place in top.places]
        node = TreeNode(kind=NodeKind.UNASSIGNED, label="", places=tuple(places))
    homes = _homes(connection, node)
    heads = _heads(connection, [home.id for home in homes])
    return [
        TreeDwelling(
            id=home.id,
            address=address_of(home),
            grid_id=home.grid_id,
            heads=tuple(name for name, _ in heads.get(home.id, ())),
            household_ids=tuple(h for _, h in heads.get(home.id, ()) if h is not None),
            residents=home.residents,
        )
        for home in homes
    ]


def _heads(
    connection: Connection, dwelling_ids: Sequence[int]
) -> Mapping[int, list[tuple[str, int | None]]]:
    """Return by dwelling the first person of each household there, and of nobody's household."""
    found: dict[int, list[tuple[str, int | None]]] = {}
    seen = set()
    for row in connection.exec_driver_sql(_HEADS, (listed(dwelling_ids),)):
        if row.household_id is None or row.household_id not in seen:
            seen.add(row.household_id)
            found.setdefault(row.home_id, []).append((row.name, row.household_id))
    return found


def count_unassigned(connection: Connection) -> int:
    """Return how many dwellings are in no grid."""
    query = "SELECT count(*) FROM dwelling WHERE grid_id IS NULL"
    return int(connection.exec_driver_sql(query).scalar_one())


# ---- in two -------------------------------------------------------------------------------


def list_conflicts(connection: Connection, community: str) -> list[GridConflict]:
    """Return the places that are in two grids or in a closed one, by reason, in walking order.

    Args:
        connection: a reading connection.
        community: the hall's community, for reading addresses.
    """
    names = list_names(connection)
    places = {key: i for key, i in open_places(connection).items() if i in names}
    rows = connection.exec_driver_sql(_SHARED).all()
    split = {key.rsplit("|", 2)[0] for key in places if key.split("|")[2] or key.split("|")[3]}
    doubtful = [
        row.building_key
        for row in rows
        if row.first != row.last
        or row.building_key in split
        or grid_of(places, f"{row.building_key}||") not in (None, row.first)
    ]
    homes = [
        home
        for home in connection.exec_driver_sql(_OF_BUILDINGS, (listed(doubtful),))
        if home.grid_id in names
    ]
    return [
        *list_stranded(connection),
        *_contradicting(homes, places, names),
        *_undivided(homes, places, names),
        *_spelt_twice(rows, names, community),
    ]


def _contradicting(
    homes: Sequence[Any], places: Mapping[str, int], names: Mapping[int, str]
) -> Iterator[GridConflict]:
    """Yield dwellings whose own grid is not that of their building, by building and grids."""
    groups: dict[tuple[str, int, int], list[Any]] = {}
    for home in homes:
        of_place = grid_of(places, home.address_key)
        if of_place is not None and of_place != home.grid_id:
            groups.setdefault((home.building_key, home.grid_id, of_place), []).append(home)
    for (_, own, of_place), inside in groups.items():
        yield _conflict(ConflictKind.LISTED, inside, (own, of_place), names)


def _undivided(
    homes: Sequence[Any], places: Mapping[str, int], names: Mapping[int, str]
) -> Iterator[GridConflict]:
    """Yield buildings that no grid lists and whose dwellings are in several."""
    groups: dict[str, list[Any]] = {}
    for home in homes:
        if grid_of(places, home.address_key) is None:
            groups.setdefault(home.building_key, []).append(home)
    parted = {key.rsplit("|", 2)[0] for key in places}
    for key, inside in groups.items():
        grids = tuple(dict.fromkeys(home.grid_id for home in inside))
        if len(grids) > 1:
            found = _conflict(ConflictKind.SPLIT, inside, grids, names)
            whole = Address(estate=inside[0].estate, building=inside[0].building)
            yield found if key in parted else replace(found, places=(whole,))


def _spelt_twice(
    rows: Sequence[Any], names: Mapping[int, str], community: str
) -> Iterator[GridConflict]:
    """Yield buildings that read alike and are in different grids."""
    groups: dict[str, list[tuple[Address, Any]]] = {}
    for row in rows:
        place = Address(estate=row.estate, building=row.building)
        read = parse_address(address_text(place), community) or place
        groups.setdefault(building_key(read), []).append((place, row))
    for same in groups.values():
        known = (i for _, row in same for i in (row.first, row.last) if i in names)
        grids = tuple(dict.fromkeys(known))
        if len(same) > 1 and len(grids) > 1:
            yield GridConflict(
                kind=ConflictKind.SPELT,
                place="、".join(f"“{_spelling(place)}”" for place, _ in same),
                places=tuple(place for place, _ in same),
                grids=tuple((i, names.get(i, "")) for i in grids),
                dwellings=0,
            )


def _spelling(place: Address) -> str:
    return " ".join(part for part in (place.estate, place.building) if part)


def _conflict(
    kind: ConflictKind, homes: Sequence[Any], grids: Sequence[int], names: Mapping[int, str]
) -> GridConflict:
    first = homes[0]
    place = address_text(Address(estate=first.estate, building=first.building))
    if len(homes) == 1:
        place = address_text(address_of(first))
    return GridConflict(
        kind=kind,
        place=place or "没有写楼栋",
        places=tuple(address_of(home) for home in homes),
        grids=tuple((i, names.get(i, "")) for i in grids),
        dwellings=len(homes),
    )
