"""What grids were (网格沿革): their titles, places and people, each with its days."""

from datetime import date

from sqlalchemy import Connection, select

from linli.domain.grid_history import GridHistory, GridOn, GridTitle
from linli.domain.grid_places import covers, grid_on, place_keys
from linli.domain.grids import GridOfficer, GridRole
from linli.domain.values.addresses import Address, address_key, building_key
from linli.errors import NotFoundError
from linli.storage.dwelling_facts import address_of
from linli.storage.grid_places import list_spans
from linli.storage.grid_schema import GridTitleRecord
from linli.storage.grids import day, title_since
from linli.storage.schema import DwellingRecord, GridOfficerRecord, GridRecord, ResidentRecord


def get_history(connection: Connection, grid_id: int) -> GridHistory:
    """Return all that a grid was.

    Raises:
        NotFoundError: if there is no such grid.
    """
    grid = connection.execute(select(GridRecord).where(GridRecord.id == grid_id)).one_or_none()
    if grid is None:
        raise NotFoundError("这个网格已经不在台账里，请刷新后再看。")
    former = connection.execute(
        select(GridTitleRecord)
        .where(GridTitleRecord.grid_id == grid_id)
        .order_by(GridTitleRecord.until)
    )
    titles = [
        GridTitle(number=t.number, name=t.name, since=day(t.since), until=day(t.until))
        for t in former
    ]
    last = GridTitle(
        number=grid.number,
        name=grid.name,
        since=title_since(connection, grid_id),
        until=day(grid.until),
    )
    successor = None
    if grid.successor_id is not None:
        query = select(GridRecord.name).where(GridRecord.id == grid.successor_id)
        successor = connection.execute(query).scalar_one()
    return GridHistory(
        titles=(*titles, last),
        places=tuple(list_spans(connection, grid_id=grid_id)),
        officers=_officers(connection, grid_id),
        since=day(grid.since),
        until=day(grid.until),
        successor=successor,
    )


def find_on(connection: Connection, address: Address, on: date) -> GridOn | None:
    """Return the grid of a place on a day, with its name and people of that day; None of none.

    A dwelling that was put into another grid than its building is in that one, as long as the
    building is where it is today.
    """
    spans = list_spans(connection, keys=place_keys(address_key(address)))
    found = grid_on(spans, address, on)
    own = connection.execute(
        select(DwellingRecord.grid_id).where(DwellingRecord.address_key == address_key(address))
    ).scalar_one_or_none()
    is_todays = found == grid_on((s for s in spans if s.until is None), address, date.max)
    listed = None if found is None else found.grid_id
    grid_id = own if is_todays and own is not None else listed
    if grid_id is None:
        return None
    history = get_history(connection, grid_id)
    if not covers(history.since, history.until, on):
        return None
    title = history.title_on(on)
    return GridOn(
        grid_id=grid_id,
        day=on,
        number=title.number,
        name=title.name,
        officers=_officers(connection, grid_id, building_key(address), on),
    )


def grid_of_resident(connection: Connection, resident_id: int, on: date) -> GridOn | None:
    """Return the grid that somebody's present home was in on a day, or None."""
    query = (
        select(DwellingRecord)
        .join(ResidentRecord, ResidentRecord.home_id == DwellingRecord.id)
        .where(ResidentRecord.id == resident_id)
    )
    home = connection.execute(query).one_or_none()
    return None if home is None else find_on(connection, address_of(home), on)


def address_of_dwelling(connection: Connection, dwelling_id: int) -> Address | None:
    """Return the address of a dwelling, or None if there is no such dwelling."""
    query = select(DwellingRecord).where(DwellingRecord.id == dwelling_id)
    row = connection.execute(query).one_or_none()
    return None if row is None else address_of(row)


def _officers(
    connection: Connection, grid_id: int, building: str | None = None, on: date | None = None
) -> tuple[GridOfficer, ...]:
    """Return who served on a grid: ever, or on a day for the whole grid or a building."""
    query = select(GridOfficerRecord).where(
        GridOfficerRecord.grid_id == grid_id,
        GridOfficerRecord.role.in_([role.value for role in GridRole]),
    )
    if building is not None:
        query = query.where(
            GridOfficerRecord.building_key.is_(None) | (GridOfficerRecord.building_key == building)
        )
    people = [
        GridOfficer(
            role=GridRole(row.role),
            name=row.name,
            phone=row.phone,
            photo=row.photo,
            since=day(row.since),
            until=day(row.until),
        )
        for row in connection.execute(
            query.order_by(
                GridOfficerRecord.position, GridOfficerRecord.since, GridOfficerRecord.id
            )
        )
    ]
    return tuple(p for p in people if on is None or covers(p.since, p.until, on))
