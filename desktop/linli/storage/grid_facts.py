"""What is known of grids (网格), in plain SQL: printing a card waits for no mapped records."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection

from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.values.addresses import Address
from linli.storage.ids import listed

_GRIDS = """
    SELECT id, number, name, note, community_id FROM grid
    WHERE id IN (SELECT value FROM json_each(?))
"""
_PLACES = """
    SELECT estate, building, unit, room FROM grid_building
    WHERE grid_id = ? AND until IS NULL ORDER BY id
"""
_OFFICERS = """
    SELECT role, name, phone, photo FROM grid_officer
    WHERE grid_id = :grid AND building_key IS NULL
        AND coalesce(since, :today) <= :today AND coalesce(until, :today) >= :today
        AND role IN (SELECT value FROM json_each(:roles))
    ORDER BY position
"""
_ON_CARDS = json.dumps([role.value for role in GridRole])


def list_facts(
    connection: Connection, grid_ids: Iterable[int], today: date
) -> dict[int, GridDraft]:
    """Return what is known of some grids, without their figures: who serves there today."""
    rows = connection.exec_driver_sql(_GRIDS, (listed(set(grid_ids)),)).mappings().all()
    return {row["id"]: facts_of(connection, row, today) for row in rows}


def facts_of(connection: Connection, row: Mapping[Any, Any], today: date) -> GridDraft:
    """Return what is known of the grid in a row of its table: today's places and officers."""
    places = connection.exec_driver_sql(_PLACES, (row["id"],))
    wanted = {"grid": row["id"], "today": today.isoformat(), "roles": _ON_CARDS}
    officers = connection.exec_driver_sql(_OFFICERS, wanted)
    return GridDraft(
        number=row["number"],
        name=row["name"],
        buildings=tuple(Address(estate=e, building=b, unit=u, room=r) for e, b, u, r in places),
        officers=tuple(
            GridOfficer(role=GridRole(o.role), name=o.name, phone=o.phone, photo=o.photo)
            for o in officers
        ),
        note=row["note"],
        community_id=row["community_id"],
    )
