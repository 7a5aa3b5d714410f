"""What the ledger knows about what a workbook names: found in sets, never row by row."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import InstrumentedAttribute

from linli.domain.imported import ImportBatch, ImportedHousehold, ImportedPerson
from linli.domain.joining import qualified_number
from linli.domain.matching import Known, KnownDwelling, KnownHousehold, document_key
from linli.domain.residents import Dwelling, Resident
from linli.domain.values.addresses import Address, address_key
from linli.domain.values.identity import DocumentKind, IdentityDocument
from linli.storage.dwelling_facts import address_of
from linli.storage.dwellings import load_dwellings
from linli.storage.ids import among
from linli.storage.residents import load_residents
from linli.storage.schema import (
    DwellingRecord,
    GridRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PhoneRecord,
    RentalRecord,
    ResidentRecord,
)

_CHUNK = 20_000
"""Values looked up by one statement."""


def load_known(connection: Connection, batch: ImportBatch) -> Known:
    """Return the people, households, dwellings and let houses that a batch may mean."""
    is_new = connection.exec_driver_sql("SELECT 1 FROM resident LIMIT 1").first() is None
    people = [] if is_new else _people(connection, batch)
    return Known(
        people=tuple(people),
        households=tuple(_households(connection, batch, people)),
        rentals=tuple(_rentals(connection, batch)),
        dwellings=_dwellings(connection, batch),
    )


def _selected(
    connection: Connection, query: Any, column: InstrumentedAttribute[Any], values: Iterable[Any]
) -> Iterator[Any]:
    """Yield the rows of `query` whose `column` is one of `values`."""
    wanted = sorted(set(values))
    for start in range(0, len(wanted), _CHUNK):
        chunk = among(wanted[start : start + _CHUNK])
        yield from connection.execute(query.where(column.in_(chunk))).all()


def _people(connection: Connection, batch: ImportBatch) -> list[Resident]:
    owners = _owners(connection, batch.people)
    known = {number for number, _ in owners}
    found = {owner for _, owner in owners}
    found.update(_kin(connection, found, {person.draft.name for person in batch.people}))
    others = [
        person
        for person in batch.people
        if not any(document.number in known for document in person.draft.documents)
    ]
    found.update(_namesakes(connection, batch, others))
    return list(load_residents(connection, sorted(found)).values())


def _owners(connection: Connection, people: Sequence[ImportedPerson]) -> list[tuple[str, int]]:
    """Return the numbers of a batch with who has them, also where one side still has 15 digits."""
    numbers: dict[str, set[str]] = {}
    for person in people:
        for document in person.draft.documents:
            for form in _forms(document):
                numbers.setdefault(form, set()).add(document.number)
    record = IdentityDocumentRecord
    query = select(record.number, record.resident_id)
    rows = _selected(connection, query, record.number, numbers)
    return [(number, row.resident_id) for row in rows for number in numbers[row.number]]


def _kin(connection: Connection, people: Iterable[int], names: set[str]) -> Iterator[int]:
    """Yield those of the names who share a household with one of the people."""
    resident = ResidentRecord
    own = _selected(connection, select(resident.household_id), resident.id, people)
    households = {row.household_id for row in own if row.household_id is not None}
    members = select(resident.id, resident.name)
    for row in _selected(connection, members, resident.household_id, households):
        if row.name in names:
            yield row.id


def _forms(document: IdentityDocument) -> set[str]:
    """Return the numbers under which the ledger may have a document."""
    kind, number = document_key(document)
    forms = {document.number, number}
    if kind is DocumentKind.RESIDENT_ID and number[6:8] == "19":
        forms.add(number[:6] + number[8:17])
    return forms


def _namesakes(
    connection: Connection, batch: ImportBatch, people: Sequence[ImportedPerson]
) -> Iterator[int]:
    """Yield people of the same name who share a household, a home or a phone, or have none."""
    names = {person.draft.name for person in people}
    households = [
        batch.households[person.household] for person in people if person.household is not None
    ]
    resident = select(ResidentRecord.id, ResidentRecord.name)
    ways: tuple[tuple[Any, InstrumentedAttribute[Any], list[str]], ...] = (
        (
            resident.join(HouseholdRecord, HouseholdRecord.id == ResidentRecord.household_id),
            HouseholdRecord.number,
            [number for one in households for number in _numbers(one)],
        ),
        (
            resident.join(DwellingRecord, DwellingRecord.id == ResidentRecord.home_id),
            DwellingRecord.address_key,
            [address_key(home) for home in _homes(households, people)],
        ),
        (
            resident.join(PhoneRecord, PhoneRecord.resident_id == ResidentRecord.id),
            PhoneRecord.number,
            [phone.number for person in people for phone in person.draft.phones],
        ),
        (
            resident.where(ResidentRecord.home_id.is_(None)),
            ResidentRecord.birth,
            [person.draft.birth.iso() for person in people if person.draft.birth is not None],
        ),
        (
            resident.where(ResidentRecord.home_id.is_(None), ResidentRecord.birth.is_(None)),
            ResidentRecord.name,
            [person.draft.name for person in people if person.draft.birth is None],
        ),
    )
    for query, column, values in ways:
        for row in _selected(connection, query, column, values):
            if row.name in names:
                yield row.id


def _homes(
    households: Iterable[ImportedHousehold], people: Iterable[ImportedPerson]
) -> Iterator[Address]:
    yield from (one.address for one in households if one.address is not None)
    yield from (one.address for one in people if one.address is not None)


def _numbers(household: ImportedHousehold) -> set[str]:
    if household.number is None:
        return set()
    return {household.number, qualified_number(household)}


def _households(
    connection: Connection, batch: ImportBatch, people: Sequence[Resident]
) -> Iterator[KnownHousehold]:
    household = HouseholdRecord
    query = select(
        household.id,
        household.number,
        household.dwelling_id,
        DwellingRecord.estate,
        DwellingRecord.building,
        DwellingRecord.unit,
        DwellingRecord.room,
    ).outerjoin(DwellingRecord, DwellingRecord.id == household.dwelling_id)
    numbers = [number for one in batch.households for number in _numbers(one)]
    ids = [p.facts.household_id for p in people if p.facts.household_id is not None]
    rows = {row.id: row for row in _selected(connection, query, household.number, numbers)}
    rows |= {row.id: row for row in _selected(connection, query, household.id, ids)}
    for row in rows.values():
        yield KnownHousehold(
            id=row.id,
            number=row.number,
            address=None if row.dwelling_id is None else address_of(row),
        )


def _dwellings(connection: Connection, batch: ImportBatch) -> dict[str, KnownDwelling]:
    query = select(
        DwellingRecord.address_key, DwellingRecord.id, GridRecord.name.label("grid")
    ).outerjoin(GridRecord, GridRecord.id == DwellingRecord.grid_id)
    keys = {address_key(address) for _, address, _ in batch.places()}
    return {
        row.address_key: KnownDwelling(id=row.id, grid=row.grid)
        for row in _selected(connection, query, DwellingRecord.address_key, keys)
    }


def _rentals(connection: Connection, batch: ImportBatch) -> list[Dwelling]:
    query = select(RentalRecord.dwelling_id).join(
        DwellingRecord, DwellingRecord.id == RentalRecord.dwelling_id
    )
    keys = [address_key(rental.address) for rental in batch.rentals]
    numbers = [rental.facts.number for rental in batch.rentals if rental.facts.number]
    rows = (
        *_selected(connection, query, DwellingRecord.address_key, keys),
        *_selected(connection, query, RentalRecord.number, numbers),
    )
    return load_dwellings(connection, sorted({row.dwelling_id for row in rows}))
