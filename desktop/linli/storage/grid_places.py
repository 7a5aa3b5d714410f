"""The places of grids (网格的楼栋、单元) as records, with their days, and who lives in them.

A place that leaves a grid keeps its row with a last day; one that never had a whole day there loses
it. `on` is the first day of what is new, None for a correction that leaves no trace.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, or_, select, update

from linli.domain.grid_places import (
    PARTS,
    GridPlace,
    grid_of,
    is_inside,
    place_keys,
    place_start,
)
from linli.domain.values.addresses import Address, address_key, address_text
from linli.storage.dwelling_facts import address_of
from linli.storage.ids import among
from linli.storage.schema import DwellingRecord, GridBuildingRecord, GridRecord
from linli.storage.spans import end_rows

_PLACE = GridBuildingRecord
_HOME = DwellingRecord


class Dwelt(NamedTuple):
    """A dwelling as grids see it."""

    id: int
    key: str
    address: Address
    grid_id: int | None


# ---- reading ------------------------------------------------------------------------------


def open_places(connection: Connection) -> dict[str, int]:
    """Return the grid of each place that is in one now, by the place's key."""
    rows = connection.execute(
        select(_PLACE.place_key, _PLACE.grid_id).where(_PLACE.until.is_(None))
    )
    return {row.place_key: row.grid_id for row in rows}


def find_grid_of(connection: Connection, address: Address) -> int | None:
    """Return the grid that the smallest listed place around an address belongs to."""
    keys = list(place_keys(address_key(address)))
    found = {
        row.place_key: row.grid_id
        for row in connection.execute(
            select(_PLACE.place_key, _PLACE.grid_id).where(
                _PLACE.place_key.in_(keys), _PLACE.until.is_(None)
            )
        )
    }
    return next((found[key] for key in keys if key in found), None)


def find_holder(connection: Connection, place: Address) -> tuple[int, str] | None:
    """Return (id, name) of the grid that lists a place now, or None."""
    row = connection.execute(
        select(GridRecord.id, GridRecord.name)
        .join(_PLACE, _PLACE.grid_id == GridRecord.id)
        .where(_PLACE.place_key == address_key(place), _PLACE.until.is_(None))
    ).one_or_none()
    return None if row is None else (row.id, row.name)


def list_spans(
    connection: Connection, *, grid_id: int | None = None, keys: Iterable[str] | None = None
) -> list[GridPlace]:
    """Return the places of a grid, or those with some keys, with their days, past ones too."""
    query = select(_PLACE).order_by(_PLACE.id)
    if grid_id is not None:
        query = query.where(_PLACE.grid_id == grid_id)
    if keys is not None:
        query = query.where(_PLACE.place_key.in_(among(keys)))
    return [
        GridPlace(
            grid_id=row.grid_id, place=address_of(row), since=_day(row.since), until=_day(row.until)
        )
        for row in connection.execute(query)
    ]


def grids_in(connection: Connection, places: Sequence[Address]) -> list[int | None]:
    """Return the grids that dwellings in some places are in; None if some are in none."""
    return list(dict.fromkeys(home.grid_id for home in dwellings_in(connection, places)))


def has_past(connection: Connection, grid_id: int) -> bool:
    """Whether places left a grid that had been in it."""
    query = select(_PLACE.id).where(_PLACE.grid_id == grid_id, _PLACE.until.is_not(None))
    return connection.execute(query.limit(1)).first() is not None


def dwellings_in(connection: Connection, places: Iterable[Address]) -> list[Dwelt]:
    """Return the dwellings in some places, each once."""
    keys = [address_key(place) for place in places]
    buildings = {"|".join(key.split("|")[:2]) for key in keys if key.split("|")[1]}
    estates = [key for key in keys if not key.split("|")[1]]
    condition = or_(
        _HOME.building_key.in_(among(buildings)),
        *(_HOME.address_key.startswith(place_start(key), autoescape=True) for key in estates),
    )
    wanted = set(keys)
    rows = connection.execute(
        select(_HOME.id, _HOME.address_key, _HOME.grid_id, *(getattr(_HOME, p) for p in PARTS))
        .where(condition)
        .order_by(_HOME.sort_key)
    )
    return [
        Dwelt(row.id, row.address_key, address_of(row), row.grid_id)
        for row in rows
        if not wanted.isdisjoint(place_keys(row.address_key))
    ]


# ---- writing ------------------------------------------------------------------------------


def place_values(places: Iterable[Address]) -> list[dict[str, Any]]:
    """Return the rows of a grid's places, without the grid and its days."""
    return [
        {part: getattr(place, part) for part in PARTS} | {"place_key": address_key(place)}
        for place in places
    ]


def replace_places(
    connection: Connection, grid_id: int, wanted: Iterable[Address], on: date | None
) -> bool:
    """Let exactly these places be a grid's, and their dwellings with them; tell if any changed.

    Raises:
        UserError: a place that leaves came only after the day.
    """
    by_key = {address_key(place): place for place in wanted}
    rows = connection.execute(
        select(_PLACE).where(_PLACE.grid_id == grid_id, _PLACE.until.is_(None))
    ).all()
    before = {row.place_key: row for row in rows}
    gone = [row for key, row in before.items() if key not in by_key]
    come = [place for key, place in by_key.items() if key not in before]
    respelt = [
        (row.id, by_key[key])
        for key, row in before.items()
        if key in by_key and by_key[key] != address_of(row)
    ]
    leave(connection, gone, on)
    enter(connection, grid_id, come, on)
    for row_id, place in respelt:
        parts = {part: getattr(place, part) for part in PARTS}
        connection.execute(update(_PLACE).where(_PLACE.id == row_id).values(**parts))
    settle(connection, grid_id, [*map(address_of, gone), *come])
    return bool(gone or come or respelt)


def enter(connection: Connection, grid_id: int, places: Sequence[Address], on: date | None) -> None:
    """Let places be a grid's from a day on; one that left it only the day before never left."""
    back = set()
    if on is not None:
        keys = among(address_key(place) for place in places)
        left = (
            _PLACE.grid_id == grid_id,
            _PLACE.until == (on - timedelta(days=1)).isoformat(),
            _PLACE.place_key.in_(keys),
        )
        back = set(connection.execute(select(_PLACE.place_key).where(*left)).scalars())
        if back:
            connection.execute(update(_PLACE).where(*left).values(until=None))
    since = None if on is None else on.isoformat()
    rows = [
        values | {"grid_id": grid_id, "since": since}
        for values in place_values(places)
        if values["place_key"] not in back
    ]
    if rows:
        connection.execute(insert(_PLACE), rows)


def leave(connection: Connection, rows: Sequence[Any], on: date | None) -> None:
    """Let places leave their grid, so that they are no longer in it on a day.

    Raises:
        UserError: one of them came only after the day.
    """

    def too_early(row: Any, since: date, day: date) -> str:
        return (
            f"「{address_text(address_of(row))}」{since.isoformat()} 才划入这个网格，"
            f"不能从 {day.isoformat()} 起划出；请选 {since.isoformat()} 或以后的日期。"
        )

    end_rows(connection, _PLACE, rows, on, too_early)


def settle(connection: Connection, grid_id: int, places: Sequence[Address]) -> None:
    """Let dwellings in places that came to a grid or left it follow; others stay where they are."""
    if not places:
        return
    listed = open_places(connection)
    goes: dict[int | None, list[int]] = {}
    for home in dwellings_in(connection, places):
        now = grid_of(listed, home.key)
        if now != home.grid_id and grid_id in (now, home.grid_id):
            goes.setdefault(now, []).append(home.id)
    for target, ids in goes.items():
        assign(connection, ids, target)


def assign(connection: Connection, dwelling_ids: Iterable[int], grid_id: int | None) -> None:
    """Put dwellings into a grid, or none."""
    connection.execute(
        update(_HOME)
        .where(_HOME.id.in_(among(dwelling_ids)))
        .values(grid_id=grid_id, version=_HOME.version + 1)
    )


def move_places(
    connection: Connection,
    places: Sequence[Address],
    *,
    source: int | None,
    target: int,
    on: date,
) -> None:
    """Move what a grid has of some places to another grid.

    A place that a third grid lists stays its; of it only the dwellings of `source` move, each for
    itself.

    Args:
        connection: the transaction's connection.
        places: what moves.
        source: the grid that it leaves; None for what is in none.
        target: the grid that it joins.
        on: the first day in the new grid.

    Raises:
        UserError: a place came to `source` only after the day.
    """
    listed = open_places(connection)
    movers = _movers(connection, places, listed, source, target)
    whole = [place for place, _ in movers]
    homes = [home for _, inside in movers for home in inside]
    rows = [] if source is None else _open_rows(connection, source, whole)
    _remember(connection, movers, listed, source, on)
    leave(connection, rows, on)
    for row in rows:
        del listed[row.place_key]
    come = [place for place in whole if grid_of(listed, address_key(place)) != target]
    enter(connection, target, come, on)
    assign(connection, {home.id for home in homes}, target)


def list_for_good(connection: Connection, grid_id: int, places: Sequence[Address]) -> bool:
    """Let a grid list those of its dwellings in some places that another one lists or none."""
    listed = open_places(connection)
    homes = [
        home.address
        for home in dwellings_in(connection, places)
        if home.grid_id == grid_id and grid_of(listed, home.key) != grid_id
    ]
    enter(connection, grid_id, homes, None)
    return bool(homes)


def moving(
    connection: Connection, places: Sequence[Address], source: int | None, target: int | None
) -> list[Dwelt]:
    """Return the dwellings that would move (see `move_places`), each once."""
    listed = open_places(connection)
    found = _movers(connection, places, listed, source, target)
    return list({home.id: home for _, inside in found for home in inside}.values())


def _movers(
    connection: Connection,
    places: Sequence[Address],
    listed: Mapping[str, int],
    source: int | None,
    target: int | None,
) -> list[tuple[Address, list[Dwelt]]]:
    """Return the places that move, largest first and none inside another, with their dwellings."""
    homes = dwellings_in(connection, places)
    found: list[tuple[Address, list[Dwelt]]] = []
    done: set[str] = set()
    for place in sorted(places, key=lambda p: sum(bool(getattr(p, part)) for part in PARTS)):
        key = address_key(place)
        if not done.isdisjoint(place_keys(key)):
            continue
        done.add(key)
        inside = [
            home for home in homes if is_inside(home.key, key) and _is_of(home, listed, source)
        ]
        if listed.get(key) in (None, source, target):
            found.append((place, inside))
        else:
            found += [(home.address, [home]) for home in inside]
    return found


def _is_of(home: Dwelt, listed: Mapping[str, int], source: int | None) -> bool:
    """Whether a dwelling is a grid's, or should be and is in none."""
    return home.grid_id == source or (home.grid_id is None and grid_of(listed, home.key) == source)


def _open_rows(connection: Connection, grid_id: int, places: Sequence[Address]) -> list[Any]:
    rows = connection.execute(
        select(_PLACE).where(_PLACE.grid_id == grid_id, _PLACE.until.is_(None))
    ).all()
    keys = {address_key(place) for place in places}
    return [row for row in rows if not keys.isdisjoint(place_keys(row.place_key))]


def _remember(
    connection: Connection,
    movers: Sequence[tuple[Address, Sequence[Dwelt]]],
    listed: Mapping[str, int],
    source: int | None,
    on: date,
) -> None:
    """Keep that dwellings were in a grid which did not list them: they were put there singly."""
    if source is None:
        return
    unlisted = [
        home.address
        for _, inside in movers
        for home in inside
        if home.grid_id == source and grid_of(listed, home.key) != source
    ]
    until = (on - timedelta(days=1)).isoformat()
    rows = [v | {"grid_id": source, "until": until} for v in place_values(unlisted)]
    if rows:
        connection.execute(insert(_PLACE), rows)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
