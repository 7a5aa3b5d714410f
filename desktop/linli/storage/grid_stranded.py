"""Places and dwellings that were left in a grid which is closed (已撤销的网格).

No change on one machine leaves them there. But where one machine closed a grid while another put
something into it, or joined it the other way round, both are so after they exchanged: then nobody
says where these belong, and the clerk decides.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from linli.domain.grid_places import grid_of, is_inside
from linli.domain.grid_tree import ConflictKind, GridConflict
from linli.domain.values.addresses import Address, address_key, address_text
from linli.storage.dwelling_facts import address_of

_PLACES = """
    SELECT b.estate, b.building, b.unit, b.room, b.place_key, b.grid_id, g.name FROM grid_building b
    JOIN grid g ON g.id = b.grid_id WHERE b.until IS NULL AND g.until IS NOT NULL
    ORDER BY length(b.place_key), b.place_key
"""
_HOMES = """
    SELECT d.estate, d.building, d.unit, d.room, d.address_key, d.building_key, d.grid_id, g.name
    FROM dwelling d JOIN grid g ON g.id = d.grid_id WHERE g.until IS NOT NULL ORDER BY d.sort_key
"""


def list_stranded(connection: Connection) -> list[GridConflict]:
    """Return what is in closed grids: the places that these list, then single dwellings."""
    places = connection.exec_driver_sql(_PLACES).all()
    inside: dict[str, list[Any]] = {row.place_key: [] for row in places}
    numbers = {key: number for number, key in enumerate(inside)}
    keys = list(inside)
    alone: dict[tuple[str, int], list[Any]] = {}
    for home in connection.exec_driver_sql(_HOMES):
        around = grid_of(numbers, home.address_key)
        if around is None:
            alone.setdefault((home.building_key, home.grid_id), []).append(home)
        else:
            inside[keys[around]].append(home)
    return [
        *(_found(row, [address_of(row)], len(inside[row.place_key])) for row in places),
        *_single(alone.values()),
    ]


def grids_listing(connection: Connection, places: Sequence[Address]) -> list[int]:
    """Return the closed grids that list some places, or parts of them."""
    keys = [address_key(place) for place in places]
    return list(
        dict.fromkeys(
            row.grid_id
            for row in connection.exec_driver_sql(_PLACES)
            if any(is_inside(row.place_key, key) for key in keys)
        )
    )


def _single(groups: Iterable[list[Any]]) -> Iterator[GridConflict]:
    for homes in groups:
        found = _found(homes[0], [address_of(home) for home in homes], len(homes))
        whole = Address(estate=homes[0].estate, building=homes[0].building)
        yield found if len(homes) == 1 else replace(found, place=address_text(whole))


def _found(row: Any, places: Sequence[Address], dwellings: int) -> GridConflict:
    return GridConflict(
        kind=ConflictKind.CLOSED,
        place=address_text(address_of(row)) or "没有写楼栋",
        places=tuple(places),
        grids=((row.grid_id, row.name),),
        dwellings=dwellings,
    )
