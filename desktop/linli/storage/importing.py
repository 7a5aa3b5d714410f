"""Carry out an import: thousands of rows in one transaction, with Core and ids of our own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.orm import Session

from linli.domain.grid_places import grid_of
from linli.domain.grids import GridDraft, GridOfficer, GridRole, grid_key, grid_name, grid_number
from linli.domain.imported import ImportBatch, ImportedGrid
from linli.domain.matching import Joined, JoinedHousehold, JoinedPerson, Known
from linli.domain.residents import HouseholdKind
from linli.domain.values.addresses import Address, address_key, building_key
from linli.progress import Progress
from linli.storage import dwellings, grid_places, grids, settings
from linli.storage.importing_people import add_people, change_people
from linli.storage.many_rows import insert_rows
from linli.storage.schema import (
    Base,
    DwellingRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    ResidentRecord,
    TenancyRecord,
)
from linli.storage.times import stored

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
        self._moment, self._today = stored(at), at.date()
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
        self._write_people()
        self._write_rentals()
        _link_tenants(self._connection)
        for fingerprint, mapping in batch.mappings.items():
            key = settings.MAPPING_KEY + fingerprint
            if settings.find_value(self._connection, key) != mapping:
                settings.save_value(self._connection, key, mapping)

    # ---- grids and dwellings --------------------------------------------------------------

    def _write_grids(self, named: Iterable[ImportedGrid]) -> None:
        """Add the grids not known yet; fill in leaders and buildings where there are none."""
        existing = grids.list_grids(self._connection, self._today)
        by_key = {grid_key(grid.facts.name): grid for grid in existing}
        for grid in existing:
            by_key.setdefault(grid_key(grid.facts.number), grid)
        claimed = set(grid_places.open_places(self._connection))
        numbers = {grid.facts.number for grid in existing}
        for said in _merged_grids(named):
            key = grid_key(said.name)
            free = tuple(b for b in said.buildings if self._is_free(b, key, claimed))
            claimed.update(map(address_key, free))
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
                    grids.update_grid(self._session, record, wanted, self._today, self._today)
        self._session.flush()

    def _is_free(self, building: Address, grid: str, claimed: set[str]) -> bool:
        """Whether no grid claims a building and none of its dwellings lies in another grid."""
        own = self._building_grids.get(building_key(building), set())
        return address_key(building) not in claimed and own <= {grid}

    def _write_dwellings(self) -> None:
        listed = grid_places.open_places(self._connection)
        ids = self._free_ids(DwellingRecord)
        outside: dict[int, int] = {}
        self._progress.report(0, 0, "登记住所")
        rows = self._new_dwellings(listed, ids, outside)
        insert_rows(self._connection, DwellingRecord, rows)
        if outside:
            self._connection.execute(
                update(DwellingRecord)
                .where(DwellingRecord.id == bindparam("row_id"), DwellingRecord.grid_id.is_(None))
                .values(grid_id=bindparam("new_grid"), version=DwellingRecord.version + 1),
                [{"row_id": i, "new_grid": grid_id} for i, grid_id in outside.items()],
            )

    def _new_dwellings(
        self, listed: Mapping[str, int], ids: Iterator[int], outside: dict[int, int]
    ) -> Iterator[dict[str, Any]]:
        """Yield the rows of new dwellings; put the grids said of the others into `outside`."""
        for address, grid in self._joined.places():
            key = address_key(address)
            grid_id = self._grids.get(grid_key(grid)) if grid is not None else None
            if key in self._dwellings:
                if grid_id is not None:
                    outside[self._dwellings[key]] = grid_id
                continue
            if grid_id is None:
                grid_id = grid_of(listed, key)
            self._dwellings[key] = next(ids)
            values = dwellings.dwelling_values(address)
            yield values | {"id": self._dwellings[key], "version": 1, "grid_id": grid_id}

    # ---- households -----------------------------------------------------------------------

    def _write_households(self) -> None:
        ids = self._free_ids(HouseholdRecord)
        changes: _Rows = []
        self._progress.report(0, 0, "登记户")
        insert_rows(self._connection, HouseholdRecord, self._new_households(ids, changes))
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

    def _new_households(self, ids: Iterator[int], changes: _Rows) -> Iterator[dict[str, Any]]:
        """Yield the rows of new households; put what changes of the others into `changes`."""
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
            yield {
                "id": self._households[index],
                "version": 1,
                "number": household.number,
                "kind": HouseholdKind.FAMILY.value,
                "dwelling_id": home,
            }

    def _dwelling_id(self, address: Address | None) -> int | None:
        return None if address is None else self._dwellings.get(address_key(address))

    # ---- people ---------------------------------------------------------------------------

    def _write_people(self) -> None:
        new = [person for person in self._joined.people if person.known is None]
        ids = self._free_ids(ResidentRecord)
        add_people(self._connection, new, ids, self._place, self._moment, self._progress)
        known = (p for p in self._joined.people if p.known is not None and p.is_changed)
        change_people(self._connection, known, self._place, self._moment)

    def _place(self, person: JoinedPerson) -> dict[str, int | None]:
        """Return the household and the dwelling that a person gets, where joining moves them."""
        household, dwelling = person.household, self._dwelling_id(person.address)
        home = None if household is None else self._homes[household]
        place = {"home_id": home if dwelling is None else dwelling}
        if household is not None:
            place["household_id"] = self._households[household]
        if dwelling is not None and dwelling != home:
            place["dwelling_id"] = dwelling
        return place

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
