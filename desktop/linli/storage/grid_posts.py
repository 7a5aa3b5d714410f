"""What a change of grids means for those who live there and those who serve there."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select

from linli.domain.grid_changes import PostEnding
from linli.domain.grid_places import is_inside
from linli.domain.posts import role_of
from linli.domain.residents import ResidentStatus
from linli.domain.values.addresses import Address, address_key
from linli.storage.dwelling_facts import address_of
from linli.storage.grids import end_officers
from linli.storage.ids import among
from linli.storage.schema import DwellingRecord, GridOfficerRecord, GridRecord, ResidentRecord

_OFFICER = GridOfficerRecord


def count_living(connection: Connection, dwelling_ids: Iterable[int]) -> tuple[int, int]:
    """Return how many households and people live in some dwellings."""
    row = connection.execute(
        select(
            func.count(ResidentRecord.household_id.distinct()), func.count(ResidentRecord.id)
        ).where(
            ResidentRecord.home_id.in_(among(dwelling_ids)),
            ResidentRecord.status == ResidentStatus.PRESENT.value,
            ResidentRecord.recycled_at.is_(None),
        )
    ).one()
    return row[0], row[1]


def dwellings_of(connection: Connection, grid_ids: Iterable[int]) -> list[int]:
    """Return the dwellings of some grids."""
    query = select(DwellingRecord.id).where(DwellingRecord.grid_id.in_(among(grid_ids)))
    return list(connection.execute(query).scalars())


def unlisted_places(connection: Connection, grid_id: int) -> list[Address]:
    """Return where a grid has dwellings: buildings that are all its, else single dwellings."""
    others = select(DwellingRecord.building_key).where(
        DwellingRecord.grid_id.is_distinct_from(grid_id)
    )
    rows = connection.execute(
        select(DwellingRecord, DwellingRecord.building_key.in_(others).label("shared"))
        .where(DwellingRecord.grid_id == grid_id)
        .order_by(DwellingRecord.sort_key)
    )
    places: dict[str, Address] = {}
    for row in rows:
        whole = address_of(row)
        place = whole if row.shared else Address(estate=whole.estate, building=whole.building)
        places.setdefault(address_key(place), place)
    return list(places.values())


def going_along(
    connection: Connection, source: int | None, places: Sequence[Address], on: date
) -> list[PostEnding]:
    """Return the posts of buildings that move as a whole: they go along."""
    rows = _of_buildings(connection, source, places, on)
    return [_ending(row, goes_along=True) for row in rows]


def of_closing(connection: Connection, grid_id: int, on: date) -> list[PostEnding]:
    """Return the posts of a grid that is closed; those of buildings go along with these."""
    rows = _open(connection, grid_id, on)
    return [_ending(row, goes_along=row.building_key is not None) for row in rows]


def take_along(
    connection: Connection,
    source: int | None,
    target: int,
    places: Sequence[Address],
    on: date,
) -> None:
    """Let the posts of buildings that move be posts of the new grid from a day on.

    Raises:
        UserError: one of them began only after the day.
    """
    rows = _of_buildings(connection, source, places, on)
    columns = [c.name for c in _OFFICER.__table__.columns if c.name not in ("id", "grid_id")]
    end_officers(connection, rows, on)
    values = [
        {column: getattr(row, column) for column in columns}
        | {"grid_id": target, "since": on.isoformat()}
        for row in rows
    ]
    if values:
        connection.execute(insert(_OFFICER), values)


def _of_buildings(
    connection: Connection, source: int | None, places: Sequence[Address], on: date
) -> list[Any]:
    if source is None:
        return []
    keys = [address_key(place) for place in places]
    return [
        row
        for row in _open(connection, source, on)
        if row.building_key is not None
        and any(is_inside(f"{row.building_key}||", key) for key in keys)
    ]


def _open(connection: Connection, grid_id: int, on: date) -> Sequence[Any]:
    """Return the posts of a grid that are not over by a day, those to come among them."""
    return connection.execute(
        select(_OFFICER, GridRecord.name.label("grid_name"))
        .join(GridRecord, GridRecord.id == _OFFICER.grid_id)
        .where(
            _OFFICER.grid_id == grid_id,
            _OFFICER.until.is_(None) | (_OFFICER.until >= on.isoformat()),
        )
        .order_by(_OFFICER.position, _OFFICER.id)
    ).all()


def _ending(row: Any, *, goes_along: bool) -> PostEnding:
    return PostEnding(
        grid=row.grid_name,
        post=role_of(row.role).name,
        name=row.name,
        goes_along=goes_along,
    )
