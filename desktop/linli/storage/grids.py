"""Grids (网格) as records, with their buildings and officers."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, update
from sqlalchemy.orm import Session

from linli.domain.grids import Grid, GridDraft, GridOfficer
from linli.domain.residents import ResidentStatus
from linli.domain.values.addresses import Address, building_key
from linli.errors import NotFoundError
from linli.storage.children import has_changes, replace_children
from linli.storage.grid_facts import facts_of
from linli.storage.schema import (
    DwellingRecord,
    GridBuildingRecord,
    GridOfficerRecord,
    GridRecord,
    ResidentRecord,
)
from linli.storage.versioned import record_for_change

# ---- reading ------------------------------------------------------------------------------


def list_grids(connection: Connection) -> list[Grid]:
    """Return all grids by number: 2 before 10."""
    rows = connection.execute(
        select(GridRecord.__table__).order_by(func.length(GridRecord.number), GridRecord.number)
    ).mappings()
    return [_grid(connection, row) for row in rows]


def list_names(connection: Connection) -> dict[int, str]:
    """Return the name of every grid by its id, in the order of their numbers."""
    rows = connection.execute(
        select(GridRecord.id, GridRecord.name).order_by(
            func.length(GridRecord.number), GridRecord.number
        )
    )
    return {row.id: row.name for row in rows}


def get_grid(connection: Connection, grid_id: int) -> Grid:
    """Return a grid.

    Raises:
        NotFoundError: if there is no such grid.
    """
    row = (
        connection.execute(select(GridRecord.__table__).where(GridRecord.id == grid_id))
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise _missing()
    return _grid(connection, row)


def _grid(connection: Connection, row: RowMapping) -> Grid:
    households, residents = connection.execute(
        select(func.count(ResidentRecord.household_id.distinct()), func.count(ResidentRecord.id))
        .join(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id)
        .where(
            DwellingRecord.grid_id == row["id"],
            ResidentRecord.status == ResidentStatus.PRESENT.value,
            ResidentRecord.recycled_at.is_(None),
        )
    ).one()
    return Grid(
        id=row["id"],
        version=row["version"],
        facts=facts_of(connection, row),
        households=households,
        residents=residents,
    )


def find_grid_of(connection: Connection, address: Address) -> int | None:
    """Return the grid that an address's building, or its whole estate or lane, belongs to."""
    building, estate = building_key(address), building_key(Address(estate=address.estate))
    found = {
        row.building_key: row.grid_id
        for row in connection.execute(
            select(GridBuildingRecord.building_key, GridBuildingRecord.grid_id).where(
                GridBuildingRecord.building_key.in_({building, estate})
            )
        )
    }
    return found.get(building, found.get(estate))


def find_by(connection: Connection, column: str, value: str) -> int | None:
    """Return the grid whose number or name this is, or None."""
    return connection.execute(
        select(GridRecord.id).where(getattr(GridRecord, column) == value)
    ).scalar_one_or_none()


def find_holder(connection: Connection, building: Address) -> tuple[int, str] | None:
    """Return (id, name) of the grid that lists a building, or None."""
    row = connection.execute(
        select(GridRecord.id, GridRecord.name)
        .join(GridBuildingRecord, GridBuildingRecord.grid_id == GridRecord.id)
        .where(GridBuildingRecord.building_key == building_key(building))
    ).one_or_none()
    return None if row is None else (row.id, row.name)


def count_dwellings(connection: Connection, grid_id: int) -> int:
    """Return how many dwellings belong to a grid."""
    return connection.execute(
        select(func.count()).where(DwellingRecord.grid_id == grid_id)
    ).scalar_one()


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, grid_id: int, version: int | None = None) -> GridRecord:
    """Return a grid's record for a change.

    Raises:
        NotFoundError: if there is no such grid.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        GridRecord,
        grid_id,
        version,
        missing=_missing,
        called=lambda record: f"「{record.name}」的资料",
    )


def add_grid(session: Session, draft: GridDraft) -> int:
    """Add a grid; the dwellings of its buildings join it."""
    record = GridRecord(number=draft.number, name=draft.name, note=draft.note)
    session.add(record)
    session.flush()
    _replace_lists(session, record.id, draft)
    session.flush()
    _claim(session, record.id, draft.buildings)
    return record.id


def update_grid(session: Session, record: GridRecord, draft: GridDraft) -> None:
    """Bring a grid to what the draft says; dwellings join and leave with their buildings."""
    connection = session.connection()
    before = set(
        connection.execute(
            select(GridBuildingRecord.building_key).where(GridBuildingRecord.grid_id == record.id)
        ).scalars()
    )
    record.number, record.name, record.note = draft.number, draft.name, draft.note
    _replace_lists(session, record.id, draft)
    if has_changes(session):
        record.version += 1
    session.flush()
    kept = {building_key(building) for building in draft.buildings}
    for key in before - kept:
        rest = find_grid_of(connection, Address(estate=key.split("|")[0] or None))
        _move(connection, key, from_grid=record.id, to_grid=rest)
    added = [building for building in draft.buildings if building_key(building) not in before]
    _claim(session, record.id, added)


def _replace_lists(session: Session, grid_id: int, draft: GridDraft) -> None:
    owner = {"grid_id": grid_id}
    replace_children(
        session,
        GridBuildingRecord,
        owner,
        building_values(draft.buildings),
        key=("building_key",),
    )
    replace_children(session, GridOfficerRecord, owner, officer_values(draft.officers))


def building_values(buildings: Iterable[Address]) -> list[dict[str, Any]]:
    """Return the rows of a grid's buildings, without the grid."""
    return [
        {"estate": b.estate, "building": b.building, "building_key": building_key(b)}
        for b in buildings
    ]


def officer_values(officers: Iterable[GridOfficer]) -> list[dict[str, Any]]:
    """Return the rows of a grid's officers, without the grid."""
    return [
        {
            "position": i,
            "role": officer.role.value,
            "name": officer.name,
            "phone": officer.phone,
            "photo": officer.photo,
        }
        for i, officer in enumerate(officers)
    ]


def _claim(session: Session, grid_id: int, buildings: Sequence[Address]) -> None:
    for building in buildings:
        _move(session.connection(), building_key(building), to_grid=grid_id)


def _move(
    connection: Connection, key: str, *, to_grid: int | None, from_grid: int | None = None
) -> None:
    """Move the dwellings of a building, or of an estate save the buildings listed by themselves."""
    statement = update(DwellingRecord).values(grid_id=to_grid, version=DwellingRecord.version + 1)
    if from_grid is not None:
        statement = statement.where(DwellingRecord.grid_id == from_grid)
    if key.endswith("|") and key != "|":
        listed = select(GridBuildingRecord.building_key)
        statement = statement.where(
            DwellingRecord.building_key.startswith(key, autoescape=True),
            DwellingRecord.building_key.not_in(listed) | (DwellingRecord.building_key == key),
        )
    else:
        statement = statement.where(DwellingRecord.building_key == key)
    connection.execute(statement)


def _missing() -> NotFoundError:
    return NotFoundError("这个网格已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
