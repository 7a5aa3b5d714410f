"""Writing down what grids were in days gone by, where nobody worked with the ledger yet."""

from datetime import date, timedelta

from sqlalchemy import Connection, insert, select, update

from linli.domain.grids import GridOfficer
from linli.storage.grids import officer_values
from linli.storage.schema import GridBuildingRecord, GridOfficerRecord, GridRecord

_PLACE, _OFFICER = GridBuildingRecord, GridOfficerRecord


def split_off(connection: Connection, grid_id: int, source: int, on: date) -> None:
    """Let a grid be one that was split off from another on a day: its places were there before.

    Args:
        connection: the transaction's.
        grid_id: the grid, with its places and people of today.
        source: the grid that had the places until the day before.
        on: its first day.
    """
    since = on.isoformat()
    parts = (_PLACE.estate, _PLACE.building, _PLACE.unit, _PLACE.room, _PLACE.place_key)
    places = connection.execute(
        select(*parts).where(_PLACE.grid_id == grid_id, _PLACE.until.is_(None)).order_by(_PLACE.id)
    ).mappings()
    past = {"grid_id": source, "until": (on - timedelta(days=1)).isoformat()}
    rows = [dict(place) | past for place in places]
    for table in (_PLACE, _OFFICER):
        mine = (table.grid_id == grid_id, table.since.is_(None))
        connection.execute(update(table).where(*mine).values(since=since))
    connection.execute(update(GridRecord).where(GridRecord.id == grid_id).values(since=since))
    if rows:
        connection.execute(insert(_PLACE), rows)


def took_over(connection: Connection, grid_id: int, former: GridOfficer, on: date) -> None:
    """Let whoever is on a post of a grid have taken it over on a day from a former one.

    Args:
        connection: the transaction's.
        grid_id: the grid.
        former: who had the post until the day before.
        on: the first day of who has it today.
    """
    role = former.role.value
    mine = (_OFFICER.grid_id == grid_id, _OFFICER.role == role, _OFFICER.since.is_(None))
    connection.execute(update(_OFFICER).where(*mine).values(since=on.isoformat()))
    (values,) = officer_values([former])
    past = {"grid_id": grid_id, "until": (on - timedelta(days=1)).isoformat()}
    connection.execute(insert(_OFFICER), [values | past])
