"""Grids (网格) as records, with their places and officers.

Of a grid's places and officers those that are over stay, for its history (`grid_history`).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update
from sqlalchemy.orm import Session

from linli.domain.grids import Grid, GridDraft, GridOfficer, GridRole
from linli.domain.residents import ResidentStatus
from linli.errors import NotFoundError, UserError
from linli.storage import grid_places
from linli.storage.grid_facts import facts_of
from linli.storage.grid_schema import GridTitleRecord
from linli.storage.schema import DwellingRecord, GridOfficerRecord, GridRecord, ResidentRecord
from linli.storage.spans import end_rows
from linli.storage.versioned import record_for_change

_OFFICER = GridOfficerRecord
_NONE = (0, 0)

# ---- reading ------------------------------------------------------------------------------


def list_grids(connection: Connection, today: date, *, closed: bool = False) -> list[Grid]:
    """Return the grids that are open, or those that are closed, by number: 2 before 10."""
    wanted = GridRecord.until.is_not(None) if closed else GridRecord.until.is_(None)
    rows = connection.execute(
        select(GridRecord.__table__).where(wanted).order_by(*_by_number())
    ).mappings()
    figures = count_people(connection)
    return [_grid(connection, row, figures, today) for row in rows]


def list_names(connection: Connection) -> dict[int, str]:
    """Return the name of every open grid by its id, in the order of their numbers."""
    rows = connection.execute(
        select(GridRecord.id, GridRecord.name)
        .where(GridRecord.until.is_(None))
        .order_by(*_by_number())
    )
    return {row.id: row.name for row in rows}


def get_grid(connection: Connection, grid_id: int, today: date) -> Grid:
    """Return a grid, open or closed, with who serves there today.

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
    return _grid(connection, row, count_people(connection, grid_id), today)


def count_people(
    connection: Connection, grid_id: int | None = None
) -> dict[int | None, tuple[int, int]]:
    """Return how many households and people live in each grid, or in one; None is in no grid."""
    query = (
        select(
            DwellingRecord.grid_id,
            func.count(ResidentRecord.household_id.distinct()),
            func.count(ResidentRecord.id),
        )
        .join(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id)
        .where(
            ResidentRecord.status == ResidentStatus.PRESENT.value,
            ResidentRecord.recycled_at.is_(None),
        )
        .group_by(DwellingRecord.grid_id)
    )
    if grid_id is not None:
        query = query.where(DwellingRecord.grid_id == grid_id)
    rows = connection.execute(query)
    return {found: (households, people) for found, households, people in rows}


def _by_number() -> tuple[Any, ...]:
    return func.length(GridRecord.number), GridRecord.number, GridRecord.id


def _grid(
    connection: Connection,
    row: RowMapping,
    figures: Mapping[int | None, tuple[int, int]],
    today: date,
) -> Grid:
    households, residents = figures.get(row["id"], _NONE)
    return Grid(
        id=row["id"],
        version=row["version"],
        facts=facts_of(connection, row, today),
        households=households,
        residents=residents,
        since=day(row["since"]),
        until=day(row["until"]),
    )


def has_past(connection: Connection, grid_id: int, today: date) -> bool:
    """Whether something is to be kept of a grid: it had another title, or places that left it."""
    since = title_since(connection, grid_id)
    if since is not None and since >= today:
        return False
    titles = select(GridTitleRecord.id).where(GridTitleRecord.grid_id == grid_id)
    joined = select(GridRecord.id).where(GridRecord.successor_id == grid_id)
    return grid_places.has_past(connection, grid_id) or any(
        connection.execute(query.limit(1)).first() is not None for query in (titles, joined)
    )


def find_by(connection: Connection, column: str, value: str) -> int | None:
    """Return the open grid whose number or name this is, or None."""
    return connection.execute(
        select(GridRecord.id).where(
            getattr(GridRecord, column) == value, GridRecord.until.is_(None)
        )
    ).scalar_one_or_none()


def count_dwellings(connection: Connection, grid_id: int) -> int:
    """Return how many dwellings belong to a grid."""
    return connection.execute(
        select(func.count()).where(DwellingRecord.grid_id == grid_id)
    ).scalar_one()


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, grid_id: int, version: int | None = None) -> GridRecord:
    """Return an open grid's record for a change.

    Raises:
        NotFoundError: if there is no such grid.
        ConflictError: if it is no longer the `version` that was read.
        UserError: it is closed.
    """
    record = record_for_change(
        session,
        GridRecord,
        grid_id,
        version,
        missing=_missing,
        called=lambda record: f"「{record.name}」的资料",
    )
    if record.until is not None:
        raise UserError(f"「{record.name}」{record.until} 起已经不用了，不能再修改。")
    return record


def add_grid(session: Session, draft: GridDraft, on: date | None = None) -> int:
    """Add a grid, from a day on if one is named; the dwellings of its places join it."""
    record = GridRecord(
        number=draft.number,
        name=draft.name,
        note=draft.note,
        community_id=draft.community_id,
        since=None if on is None else on.isoformat(),
    )
    session.add(record)
    session.flush()
    connection = session.connection()
    _add_officers(connection, record.id, officer_values(draft.officers), on)
    grid_places.replace_places(connection, record.id, draft.buildings, on)
    return record.id


def update_grid(
    session: Session, record: GridRecord, draft: GridDraft, on: date | None, today: date
) -> None:
    """Bring a grid to what the draft says; dwellings join and leave with their places.

    Args:
        session: the transaction's session.
        record: the grid's record.
        draft: what it shall be.
        on: the day from which it holds, for the history; None for a correction without one.
        today: the day whose officers the draft names.

    Raises:
        UserError: what ends began only after the day.
    """
    connection = session.connection()
    changed = rename(connection, record.id, draft.number, draft.name, on)
    if (record.note, record.community_id) != (draft.note, draft.community_id):
        record.note, record.community_id, changed = draft.note, draft.community_id, True
    changed |= replace_officers(connection, record.id, draft.officers, on, today)
    changed |= grid_places.replace_places(connection, record.id, draft.buildings, on)
    if changed:
        count_on(session, record)


def count_on(session: Session, record: GridRecord) -> None:
    """Count the version of a grid on, and read anew what was written beside the session."""
    record.version += 1
    session.flush()
    session.expire(record)


def rename(connection: Connection, grid_id: int, number: str, name: str, on: date | None) -> bool:
    """Give a grid another number or name; keep the former ones for the history.

    Raises:
        UserError: today's title is younger than the day.
    """
    grid = connection.execute(select(GridRecord).where(GridRecord.id == grid_id)).one()
    if (grid.number, grid.name) == (number, name):
        return False
    if on is not None:
        keep_title(connection, grid_id, grid.number, grid.name, on)
    retitle(connection, grid_id, number, name)
    return True


def retitle(connection: Connection, grid_id: int, number: str, name: str) -> None:
    """Write another number and name, without keeping the former ones."""
    connection.execute(
        update(GridRecord).where(GridRecord.id == grid_id).values(number=number, name=name)
    )


def title_since(connection: Connection, grid_id: int) -> date | None:
    """Return since when a grid has today's number and name, if that is known."""
    last: str | None = connection.execute(
        select(func.max(GridTitleRecord.until)).where(GridTitleRecord.grid_id == grid_id)
    ).scalar_one()
    if last is not None:
        return date.fromisoformat(last) + timedelta(days=1)
    query = select(GridRecord.since).where(GridRecord.id == grid_id)
    return day(connection.execute(query).scalar_one())


def keep_title(connection: Connection, grid_id: int, number: str, name: str, on: date) -> None:
    """Keep for the history that a grid was called so until the day before `on`.

    Raises:
        UserError: it was not called so yet on that day.
    """
    since = title_since(connection, grid_id)
    if since is not None and since > on:
        raise UserError(
            f"「{name}」{since.isoformat()} 才用这个编号和名称，不能从 {on.isoformat()} 起改；"
            f"请选 {since.isoformat()} 或以后的日期。"
        )
    if since == on:
        return  # it was never called so for a whole day
    connection.execute(
        insert(GridTitleRecord).values(
            grid_id=grid_id,
            number=number,
            name=name,
            since=None if since is None else since.isoformat(),
            until=(on - timedelta(days=1)).isoformat(),
        )
    )


def replace_officers(
    connection: Connection,
    grid_id: int,
    wanted: Iterable[GridOfficer],
    on: date | None,
    today: date,
) -> bool:
    """Let these people hold the posts that cards name; others who do today hold them no more.

    Whoever is to come later still comes, or comes now if named here already.

    Raises:
        UserError: somebody who goes came only after the day.
    """
    rows = connection.execute(
        select(_OFFICER).where(
            _OFFICER.grid_id == grid_id,
            _OFFICER.until.is_(None) | (_OFFICER.until >= today.isoformat()),
            _OFFICER.building_key.is_(None),
            _OFFICER.role.in_([role.value for role in GridRole]),
        )
    ).all()
    planned = {(r.role, r.name): r for r in rows if r.since and r.since > today.isoformat()}
    before = {(r.role, r.name): r for r in rows if r not in planned.values()}
    new, corrected = [], []
    for values in officer_values(wanted):
        key = values["role"], values["name"]
        row = before.pop(key, None)
        if row is None and key in planned:
            corrected.append((planned[key].id, values | {"since": _iso(on)}))
        elif row is None:
            new.append(values)
        elif any(getattr(row, column) != value for column, value in values.items()):
            corrected.append((row.id, values))
    if on is None:
        corrected += _renamed(new, before)
    for row_id, values in corrected:
        connection.execute(update(_OFFICER).where(_OFFICER.id == row_id).values(**values))
    end_officers(connection, before.values(), on)
    _add_officers(connection, grid_id, new, on)
    return bool(new or before or corrected)


def _add_officers(
    connection: Connection, grid_id: int, new: Sequence[dict[str, Any]], on: date | None
) -> None:
    if new:
        since = {"grid_id": grid_id, "since": _iso(on)}
        connection.execute(insert(_OFFICER), [values | since for values in new])


def _iso(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


def _renamed(
    new: list[dict[str, Any]], before: dict[tuple[str, str], Any]
) -> list[tuple[int, dict[str, Any]]]:
    """Take out who only got another name: the one that goes and the one that comes on a post."""
    found = []
    for values in list(new):
        key = next((key for key in before if key[0] == values["role"]), None)
        if key is not None:
            found.append((before.pop(key).id, values))
            new.remove(values)
    return found


def end_officers(connection: Connection, rows: Iterable[Any], on: date | None) -> None:
    """Let people hold their posts no more from a day on; None takes them off without a trace.

    Raises:
        UserError: one of them came only after the day.
    """

    def too_early(row: Any, since: date, day: date) -> str:
        return (
            f"{row.name} {since.isoformat()} 才上岗，不能从 {day.isoformat()} 起离岗；"
            f"请选 {since.isoformat()} 或以后的日期，或先在岗位人员里改这条记录。"
        )

    end_rows(connection, _OFFICER, rows, on, too_early)


def close_grid(
    session: Session, record: GridRecord, on: date, *, successor_id: int | None = None
) -> None:
    """Close a grid, its places and posts: the day before `on` was its last.

    Raises:
        UserError: the grid or one of its people came only after the day.
    """
    connection = session.connection()
    since = title_since(connection, record.id)
    if since is not None and since >= on:
        raise UserError(
            f"「{record.name}」{since.isoformat()} 才设立或改名，不能从 {on.isoformat()} 起撤销；"
            "请选以后的日期。"
        )
    rows = connection.execute(
        select(_OFFICER).where(
            _OFFICER.grid_id == record.id,
            _OFFICER.until.is_(None) | (_OFFICER.until >= on.isoformat()),
        )
    ).all()
    end_officers(connection, rows, on)
    grid_places.replace_places(connection, record.id, (), on)
    record.until = (on - timedelta(days=1)).isoformat()
    record.successor_id = successor_id
    record.version += 1
    session.flush()


def officer_values(officers: Iterable[GridOfficer]) -> list[dict[str, Any]]:
    """Return the rows of a grid's officers, without the grid and their days."""
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


def day(text: str | None) -> date | None:
    """Return the day that a column holds."""
    return None if text is None else date.fromisoformat(text)


def _missing() -> NotFoundError:
    return NotFoundError("这个网格已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
