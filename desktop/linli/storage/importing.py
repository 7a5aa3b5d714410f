"""Carry out an import: thousands of rows in one transaction, with Core and ids of our own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from linli.domain.grids import GridDraft, GridOfficer, GridRole, grid_key, grid_name, grid_number
from linli.domain.imported import ImportBatch, ImportedGrid
from linli.domain.matching import Joined, JoinedHousehold, JoinedPerson, Known
from linli.domain.residents import HouseholdKind, ResidentDraft, ResidentStatus
from linli.domain.values.addresses import Address, address_key, building_key
from linli.progress import Progress
from linli.storage import dwellings, grids, settings
from linli.storage.residents import (
    document_values,
    phone_values,
    resident_values,
    stay_values,
    tag_values,
)
from linli.storage.schema import (
    Base,
    DwellingRecord,
    FloatingStayRecord,
    GridBuildingRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PhoneRecord,
    ResidentRecord,
    ResidentTagRecord,
    TenancyRecord,
)
from linli.storage.times import stored

MAPPING_KEY = "import.mapping."
_CHUNK = 5_000
_Rows = list[dict[str, Any]]


def write_import(
    session: Session,
    batch: ImportBatch,
    known: Known,
    joined: Joined,
    at: datetime,
    progress: Progress,
) -> None:
    """Bring the ledger to what an import comes to. Must run inside one `Database.writing`.

    Raises:
        Cancelled: if the clerk stops it; the transaction then leaves nothing.
    """
    _Import(session, known, joined, at, progress).write(batch)


class _Import:
    def __init__(
        self,
        session: Session,
        known: Known,
        joined: Joined,
        at: datetime,
        progress: Progress,
    ) -> None:
        self._session = session
        self._connection = session.connection()
        self._joined = joined
        self._known = known
        self._moment = stored(at)
        self._progress = progress
        self._grids: dict[str, int] = {}
        self._dwellings = {key: one.id for key, one in known.dwellings.items()}
        self._building_grids: dict[str, set[str]] = {}
        for key, one in known.dwellings.items():
            if one.grid is not None:
                building = "|".join(key.split("|")[:2])
                self._building_grids.setdefault(building, set()).add(grid_key(one.grid))
        self._households: dict[int, int] = {}
        self._homes: dict[int, int | None] = {}

    def write(self, batch: ImportBatch) -> None:
        self._write_grids(batch.grids)
        self._write_dwellings()
        self._write_households()
        self._write_new_people([p for p in self._joined.people if p.known is None])
        self._change_people(
            [p for p in self._joined.people if p.known is not None and p.is_changed]
        )
        self._write_rentals()
        _link_tenants(self._connection)
        for fingerprint, mapping in batch.mappings.items():
            key = MAPPING_KEY + fingerprint
            if settings.find_value(self._connection, key) != mapping:
                settings.save_value(self._connection, key, mapping)

    # ---- grids and dwellings --------------------------------------------------------------

    def _write_grids(self, named: Iterable[ImportedGrid]) -> None:
        """Add the grids not known yet; fill in leaders and buildings where there are none."""
        existing = grids.list_grids(self._connection)
        by_key = {grid_key(grid.facts.name): grid for grid in existing}
        for grid in existing:
            by_key.setdefault(grid_key(grid.facts.number), grid)
        claimed = set(self._connection.execute(select(GridBuildingRecord.building_key)).scalars())
        numbers = {grid.facts.number for grid in existing}
        for said in _merged_grids(named):
            key = grid_key(said.name)
            free = tuple(b for b in said.buildings if self._is_free(b, key, claimed))
            claimed.update(map(building_key, free))
            known = by_key.get(key)
            facts = known.facts if known else _new_grid(said, numbers)
            wanted = replace(
                facts,
                buildings=(*facts.buildings, *free),
                officers=_with_leader(facts.officers, said.leader),
            )
            if known is None:
                self._grids[key] = grids.add_grid(self._session, wanted)
            else:
                self._grids[key] = known.id
                if wanted != facts:
                    record = grids.get_record(self._session, known.id)
                    grids.update_grid(self._session, record, wanted)
        self._session.flush()

    def _is_free(self, building: Address, grid: str, claimed: set[str]) -> bool:
        """Whether no grid claims a building and none of its dwellings lies in another grid."""
        key = building_key(building)
        return key not in claimed and self._building_grids.get(key, set()) <= {grid}

    def _write_dwellings(self) -> None:
        by_building = {
            row.building_key: row.grid_id
            for row in self._connection.execute(
                select(GridBuildingRecord.building_key, GridBuildingRecord.grid_id)
            )
        }
        ids = self._free_ids(DwellingRecord)
        rows: _Rows = []
        outside: dict[int, int] = {}
        for address, grid in self._joined.places():
            values = dwellings.dwelling_values(address)
            key = values["address_key"]
            grid_id = self._grids.get(grid_key(grid)) if grid is not None else None
            if key in self._dwellings:
                if grid_id is not None:
                    outside[self._dwellings[key]] = grid_id
                continue
            if grid_id is None:
                estate = building_key(Address(estate=address.estate))
                grid_id = by_building.get(values["building_key"], by_building.get(estate))
            self._dwellings[key] = next(ids)
            rows.append(values | {"id": self._dwellings[key], "version": 1, "grid_id": grid_id})
        self._insert(DwellingRecord, rows, "登记住所")
        if outside:
            self._connection.execute(
                update(DwellingRecord)
                .where(DwellingRecord.id == bindparam("row_id"), DwellingRecord.grid_id.is_(None))
                .values(grid_id=bindparam("new_grid"), version=DwellingRecord.version + 1),
                [{"row_id": i, "new_grid": grid_id} for i, grid_id in outside.items()],
            )

    # ---- households -----------------------------------------------------------------------

    def _write_households(self) -> None:
        ids = self._free_ids(HouseholdRecord)
        rows: _Rows = []
        changes: _Rows = []
        for index, household in enumerate(self._joined.households):
            if not household.is_wanted:
                continue
            home = self._dwelling_id(household.address)
            self._homes[index] = home
            if household.known is not None:
                self._households[index] = household.known.id
                if household.fills_number or household.takes_address:
                    changes.append(_household_change(household, home))
                continue
            self._households[index] = next(ids)
            rows.append(
                {
                    "id": self._households[index],
                    "version": 1,
                    "number": household.number,
                    "kind": HouseholdKind.FAMILY.value,
                    "dwelling_id": home,
                }
            )
        self._insert(HouseholdRecord, rows, "登记户")
        if changes:
            self._connection.execute(
                update(HouseholdRecord)
                .where(HouseholdRecord.id == bindparam("row_id"))
                .values(
                    number=func.coalesce(bindparam("new_number"), HouseholdRecord.number),
                    dwelling_id=func.coalesce(bindparam("home"), HouseholdRecord.dwelling_id),
                    version=HouseholdRecord.version + 1,
                ),
                changes,
            )

    def _dwelling_id(self, address: Address | None) -> int | None:
        return None if address is None else self._dwellings.get(address_key(address))

    # ---- people ---------------------------------------------------------------------------

    def _write_new_people(self, people: Sequence[JoinedPerson]) -> None:
        ids = self._free_ids(ResidentRecord)
        numbered = [(next(ids), person) for person in people]
        self._insert(
            ResidentRecord,
            [self._new_resident(row_id, person) for row_id, person in numbered],
            "登记居民",
        )
        facts = [(row_id, person.facts) for row_id, person in numbered]
        self._insert(IdentityDocumentRecord, _owned(facts, lambda f: document_values(f.documents)))
        self._insert(PhoneRecord, _owned(facts, lambda f: phone_values(f.phones)), "登记电话")
        self._insert(ResidentTagRecord, _owned(facts, tag_values))
        self._insert(FloatingStayRecord, _owned(facts, _stays), "登记流动人口")

    def _new_resident(self, row_id: int, person: JoinedPerson) -> dict[str, Any]:
        values = resident_values(self._placed(person))
        home = values["dwelling_id"]
        if home is None and person.household is not None:
            home = self._homes[person.household]
        return values | {
            "id": row_id,
            "version": 1,
            "home_id": home,
            "status": ResidentStatus.PRESENT.value,
            "created_at": self._moment,
            "updated_at": self._moment,
        }

    def _placed(self, person: JoinedPerson) -> ResidentDraft:
        """Return the person's facts with the household and the dwelling they get."""
        facts = person.facts
        if person.household is not None:
            facts = replace(facts, household_id=self._households[person.household])
        dwelling = self._dwelling_id(person.address)
        home = None if person.household is None else self._homes[person.household]
        if dwelling is not None and dwelling != home:
            facts = replace(facts, dwelling_id=dwelling)
        return facts

    def _change_people(self, people: Sequence[JoinedPerson]) -> None:
        """Write what joining has added to people whom the ledger has; lists only grow."""
        if not people:
            return
        rows: _Rows = []
        grown: dict[type[Base], _Rows] = {}
        new_stays: _Rows = []
        for person in people:
            known = person.known
            if known is None:
                continue
            facts = self._placed(person)
            values = resident_values(facts)
            rows.append({f"new_{column}": value for column, value in values.items()})
            rows[-1] |= {"row_id": known.id, "moment": self._moment}
            for record, make in _LISTS:
                before = make(known.facts)
                new = [row for row in make(facts) if row not in before]
                grown.setdefault(record, []).extend(row | {"resident_id": known.id} for row in new)
            if facts.floating is not None and facts.floating != known.facts.floating:
                new_stays.append(stay_values(facts.floating) | {"resident_id": known.id})
        columns = [name.removeprefix("new_") for name in rows[0] if name.startswith("new_")]
        self._connection.execute(
            update(ResidentRecord)
            .where(ResidentRecord.id == bindparam("row_id"))
            .values(
                version=ResidentRecord.version + 1,
                updated_at=bindparam("moment"),
                recycled_at=None,
                **{column: bindparam(f"new_{column}") for column in columns},
            ),
            rows,
        )
        for record, additions in grown.items():
            self._insert(record, additions)
        for values in new_stays:
            statement = upsert(FloatingStayRecord).values(values)
            changed = {column: value for column, value in values.items() if column != "resident_id"}
            self._connection.execute(
                statement.on_conflict_do_update(
                    index_elements=[FloatingStayRecord.resident_id], set_=changed
                )
            )

    # ---- let houses -----------------------------------------------------------------------

    def _write_rentals(self) -> None:
        for rental in self._joined.rentals:
            if rental.known is not None and rental.known.rental == rental.facts:
                continue
            dwelling_id = self._dwellings[address_key(rental.address)]
            record = dwellings.get_record(self._session, dwelling_id)
            dwellings.set_rental(self._session, record, rental.facts)
        self._session.flush()

    # ---- rows -----------------------------------------------------------------------------

    def _free_ids(self, record: type[Base]) -> Iterator[int]:
        """Yield ids that no row of a table has or ever had."""
        last = self._connection.exec_driver_sql(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (record.__tablename__,)
        ).scalar_one_or_none()
        return count((last or 0) + 1)

    def _insert(self, record: type[Base], rows: _Rows, text: str = "") -> None:
        for start in range(0, len(rows), _CHUNK):
            self._progress.report(start, len(rows), text)
            self._connection.execute(insert(record), rows[start : start + _CHUNK])


_LISTS: tuple[tuple[type[Base], Callable[[ResidentDraft], _Rows]], ...] = (
    (IdentityDocumentRecord, lambda facts: document_values(facts.documents)),
    (PhoneRecord, lambda facts: phone_values(facts.phones)),
    (ResidentTagRecord, tag_values),
)


def _owned(
    people: Iterable[tuple[int, ResidentDraft]], make: Callable[[ResidentDraft], _Rows]
) -> _Rows:
    return [row | {"resident_id": row_id} for row_id, facts in people for row in make(facts)]


def _stays(facts: ResidentDraft) -> _Rows:
    return [] if facts.floating is None else [stay_values(facts.floating)]


def _household_change(household: JoinedHousehold, home: int | None) -> dict[str, Any]:
    return {
        "row_id": household.known.id if household.known else None,
        "new_number": household.number if household.fills_number else None,
        "home": home if household.takes_address else None,
    }


def _merged_grids(named: Iterable[ImportedGrid]) -> Iterator[ImportedGrid]:
    """Yield each grid once, however its name is spelt."""
    by_key: dict[str, ImportedGrid] = {}
    for said in named:
        key = grid_key(said.name)
        first = by_key.get(key)
        if first is None:
            by_key[key] = said
        else:
            buildings = (*first.buildings, *said.buildings)
            by_key[key] = replace(first, leader=first.leader or said.leader, buildings=buildings)
    yield from by_key.values()


def _new_grid(said: ImportedGrid, numbers: set[str]) -> GridDraft:
    """Return a grid under its own number, or the next free one."""
    own = grid_number(said.name)
    free = (str(n) for n in count(1) if str(n) not in numbers)
    number = own if own is not None and own not in numbers else next(free)
    numbers.add(number)
    return GridDraft(number=number, name=grid_name(said.name))


def _with_leader(officers: tuple[GridOfficer, ...], leader: str | None) -> tuple[GridOfficer, ...]:
    if leader is None or any(officer.role is GridRole.LEADER for officer in officers):
        return officers
    return (GridOfficer(role=GridRole.LEADER, name=leader), *officers)


def _link_tenants(connection: Connection) -> None:
    """Link tenants to the people of the ledger who have their number."""
    owner = (
        select(IdentityDocumentRecord.resident_id)
        .where(
            IdentityDocumentRecord.kind == TenancyRecord.document_kind,
            IdentityDocumentRecord.number == TenancyRecord.document,
        )
        .scalar_subquery()
    )
    connection.execute(
        update(TenancyRecord)
        .where(TenancyRecord.resident_id.is_(None), owner.is_not(None))
        .values(resident_id=owner)
    )
