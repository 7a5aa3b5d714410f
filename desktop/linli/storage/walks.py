"""Walk sheets (走访单、核对单) as records, and the doors that they list in walking order."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import Session

from linli.domain.residents import ResidentRow, ResidentStatus
from linli.domain.values.addresses import Address, building_text
from linli.domain.walks import (
    Door,
    SheetKind,
    WalkEntry,
    WalkFilter,
    WalkLine,
    WalkSheet,
    sheet_number,
)
from linli.errors import NotFoundError
from linli.storage.contacts import load_contacts
from linli.storage.households import list_members
from linli.storage.ids import among
from linli.storage.pairings import load_heads
from linli.storage.resident_lists import list_rows
from linli.storage.schema import DwellingRecord, GridRecord, HouseholdRecord, ResidentRecord
from linli.storage.versioned import record_for_change
from linli.storage.walk_schema import WalkLineRecord, WalkSheetRecord

_Sheet = WalkSheetRecord
_Line = WalkLineRecord
_Home = DwellingRecord


# ---- doors --------------------------------------------------------------------------------


def list_doors(connection: Connection, wanted: WalkFilter) -> list[Door]:
    """Return the doors to go to, in walking order."""
    query = _doors()
    if wanted.grid_id is not None:
        query = query.where(_Home.grid_id == wanted.grid_id)
    if wanted.building_key is not None:
        query = query.where(_Home.building_key == wanted.building_key)
    if wanted.unit is not None:
        query = query.where(_Home.unit == wanted.unit)
    if wanted.resident_ids:
        people = select(ResidentRecord.household_id).where(
            ResidentRecord.id.in_(among(wanted.resident_ids))
        )
        query = query.where(HouseholdRecord.id.in_(people))
    if not wanted.empty:
        query = query.where(HouseholdRecord.id.is_not(None))
    return _load(connection, query.order_by(_Home.sort_key, HouseholdRecord.id))


def list_buildings(connection: Connection, grid_id: int | None) -> list[tuple[str, str]]:
    """Return (key, name as spoken) of the buildings of a grid, or of all, in walking order."""
    query = select(_Home.building_key, _Home.estate, _Home.building)
    if grid_id is not None:
        query = query.where(_Home.grid_id == grid_id)
    rows = connection.execute(query.group_by(_Home.building_key).order_by(func.min(_Home.sort_key)))
    return [(row.building_key, building_text(_building(row))) for row in rows]


def list_units(connection: Connection, key: str) -> list[str]:
    """Return the units of a building, in walking order."""
    rows = connection.execute(
        select(_Home.unit)
        .where(_Home.building_key == key, _Home.unit.is_not(None))
        .group_by(_Home.unit)
        .order_by(func.min(_Home.sort_key))
    )
    return [unit for unit in rows.scalars() if unit]


def _doors() -> Select[Any]:
    columns: tuple[Any, ...] = (
        *(_Home.id, _Home.estate, _Home.building, _Home.unit, _Home.room),
        GridRecord.name.label("grid"),
        HouseholdRecord.id.label("household_id"),
    )
    return (
        select(*columns)
        .outerjoin(HouseholdRecord, HouseholdRecord.dwelling_id == _Home.id)
        .outerjoin(GridRecord, GridRecord.id == _Home.grid_id)
    )


def _load(connection: Connection, query: Select[Any]) -> list[Door]:
    rows = connection.execute(query).all()
    households = sorted({row.household_id for row in rows if row.household_id})
    heads = load_heads(connection, households)
    contacts = load_contacts(connection, [head.id for head in heads.values()])
    persons = _persons(connection, households)
    found = []
    for row in rows:
        head = heads.get(row.household_id)
        contact = contacts.get(head.id) if head else None
        found.append(
            Door(
                dwelling_id=row.id,
                household_id=row.household_id,
                building=building_text(_building(row)),
                unit=row.unit or "",
                room=row.room or "",
                head=head.name if head else "",
                persons=persons.get(row.household_id, 0),
                phone=(contact.phone if contact else None) or "",
                grid=row.grid or "",
            )
        )
    return found


def _persons(connection: Connection, households: Sequence[int]) -> dict[int, int]:
    rows = connection.execute(
        select(ResidentRecord.household_id, func.count().label("persons"))
        .where(
            ResidentRecord.household_id.in_(among(households)),
            ResidentRecord.status == ResidentStatus.PRESENT.value,
            ResidentRecord.recycled_at.is_(None),
        )
        .group_by(ResidentRecord.household_id)
    )
    return {row.household_id: row.persons for row in rows}


def _building(row: Any) -> Address:
    return Address(estate=row.estate, building=row.building)


# ---- sheets -------------------------------------------------------------------------------


def list_sheets(connection: Connection, *, out_only: bool = False) -> list[WalkSheet]:
    """Return sheets, the last first; on demand only those that are still out."""
    query = _sheets()
    if out_only:
        query = query.where(_Sheet.walked_on.is_(None), _Sheet.void_reason.is_(None))
    return [_sheet(row) for row in connection.execute(query)]


def find_sheet(connection: Connection, sheet_id: int) -> WalkSheet | None:
    """Return the sheet of a number, or None."""
    row = connection.execute(_sheets().where(_Sheet.id == sheet_id)).first()
    return None if row is None else _sheet(row)


def get_sheet(connection: Connection, sheet_id: int) -> WalkSheet:
    """Return a sheet.

    Raises:
        NotFoundError: no sheet has this number.
    """
    found = find_sheet(connection, sheet_id)
    if found is None:
        raise _missing(sheet_id)
    return found


def _sheets() -> Select[Any]:
    """Return the query of sheets, the last first, with how many lines they have."""
    of_sheet = select(func.count()).where(_Line.sheet_id == _Sheet.id)
    entered = select(func.count(_Line.result)).where(_Line.sheet_id == _Sheet.id)
    return select(
        _Sheet.__table__,
        of_sheet.scalar_subquery().label("doors"),
        entered.scalar_subquery().label("entered"),
    ).order_by(_Sheet.id.desc())


def list_lines(connection: Connection, sheet_id: int, today: date) -> list[WalkLine]:
    """Return the lines of a sheet, the doors as they are today."""
    lines = connection.execute(
        select(_Line.__table__).where(_Line.sheet_id == sheet_id).order_by(_Line.position)
    ).all()
    homes = {line.dwelling_id for line in lines if line.dwelling_id}
    doors = {
        (door.dwelling_id, door.household_id): door
        for door in _load(connection, _doors().where(_Home.id.in_(among(homes))))
    }
    gone = {line.household_id for line in lines if line.household_id}
    moved = {
        door.household_id: door
        for door in _load(connection, _doors().where(HouseholdRecord.id.in_(among(gone))))
    }
    people = _people(connection, [line.resident_id for line in lines], today)
    return [
        WalkLine(
            position=line.position,
            door=doors.get((line.dwelling_id, line.household_id)) or moved.get(line.household_id),
            person=people.get(line.resident_id),
            entry=WalkEntry(position=line.position, result=line.result, note=line.note),
            visit_id=line.visit_id,
        )
        for line in lines
    ]


def list_people(
    connection: Connection, household_ids: Sequence[int], today: date
) -> dict[int, list[ResidentRow]]:
    """Return who lives in each household, in the register's order."""
    members = {number: list_members(connection, number) for number in household_ids}
    present = {
        number: [m.resident_id for m in some if m.status is ResidentStatus.PRESENT]
        for number, some in members.items()
    }
    people = _people(connection, [i for some in present.values() for i in some], today)
    return {number: [people[i] for i in some] for number, some in present.items()}


def _people(
    connection: Connection, ids: Iterable[int | None], today: date
) -> dict[int | None, ResidentRow]:
    wanted = [number for number in ids if number is not None]
    return {person.id: person for person in list_rows(connection, wanted, today)}


def get_record(session: Session, sheet_id: int, version: int | None = None) -> WalkSheetRecord:
    """Return a sheet's record for a change.

    Raises:
        NotFoundError: no sheet has this number.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        _Sheet,
        sheet_id,
        version,
        missing=lambda: _missing(sheet_id),
        called=lambda record: f"{sheet_number(record.id)} 号单子",
    )


def add_sheet(
    session: Session,
    kind: SheetKind,
    title: str,
    lines: Iterable[tuple[Door, int | None]],
    *,
    walker: str | None,
    made_on: date,
) -> int:
    """Add a sheet; return its id, which is its number.

    Args:
        session: the transaction's session.
        kind: what is on it.
        title: the building, or the household's address.
        lines: the doors in their order, each with the person of a check sheet.
        walker: who goes.
        made_on: when it is printed.
    """
    sheet = WalkSheetRecord(
        kind=kind.value, title=title, walker=walker, made_on=made_on.isoformat()
    )
    session.add(sheet)
    session.flush()
    session.add_all(
        WalkLineRecord(
            sheet_id=sheet.id,
            position=position,
            dwelling_id=door.dwelling_id,
            household_id=door.household_id,
            resident_id=resident_id,
        )
        for position, (door, resident_id) in enumerate(lines, start=1)
    )
    session.flush()
    return sheet.id


def line_records(session: Session, sheet_id: int) -> dict[int, WalkLineRecord]:
    """Return the records of a sheet's lines by their number on the paper."""
    records = session.scalars(select(_Line).where(_Line.sheet_id == sheet_id))
    return {record.position: record for record in records}


def find_out_of(connection: Connection, doors: Sequence[Door], kind: SheetKind) -> dict[int, int]:
    """Return which households are on a sheet of this kind that is still out: its number."""
    wanted = [door.household_id for door in doors if door.household_id]
    rows = connection.execute(
        select(_Line.household_id, func.max(_Sheet.id).label("number"))
        .join(_Sheet, _Sheet.id == _Line.sheet_id)
        .where(
            _Sheet.kind == kind.value,
            _Line.household_id.in_(among(wanted)),
            _Sheet.walked_on.is_(None),
            _Sheet.void_reason.is_(None),
        )
        .group_by(_Line.household_id)
    )
    return {row.household_id: row.number for row in rows}


def _sheet(row: Any) -> WalkSheet:
    return WalkSheet(
        id=row.id,
        version=row.version,
        kind=SheetKind(row.kind),
        title=row.title,
        walker=row.walker,
        made_on=date.fromisoformat(row.made_on),
        walked_on=date.fromisoformat(row.walked_on) if row.walked_on else None,
        void_reason=row.void_reason,
        doors=row.doors or 0,
        entered=row.entered or 0,
    )


def _missing(sheet_id: int) -> NotFoundError:
    return NotFoundError(f"没有 {sheet_number(sheet_id)} 号单子，请核对单子上的编号。")
