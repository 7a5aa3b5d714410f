"""Dwellings (住所) and their rentals (出租房屋): read, find by address, add, change."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from linli.domain.residents import Dwelling, RentalDraft, Tenancy
from linli.domain.values.addresses import (
    Address,
    address_key,
    building_key,
    parse_address,
    walk_key,
)
from linli.domain.values.identity import IdentityDocument
from linli.errors import NotFoundError
from linli.storage.children import has_changes, replace_children
from linli.storage.dwelling_facts import ADDRESS_PARTS, address_of, load_rentals
from linli.storage.grid_places import find_grid_of
from linli.storage.ids import among
from linli.storage.schema import (
    DwellingRecord,
    GridRecord,
    HouseholdRecord,
    RentalRecord,
    ResidentRecord,
    TenancyRecord,
)
from linli.storage.versioned import record_for_change


def dwelling_values(address: Address) -> dict[str, Any]:
    """Return the columns that an address decides."""
    return {part: getattr(address, part) for part in ADDRESS_PARTS} | {
        "address_key": address_key(address),
        "building_key": building_key(address),
        "sort_key": walk_key(address),
    }


# ---- reading ------------------------------------------------------------------------------


def get_dwelling(connection: Connection, dwelling_id: int) -> Dwelling:
    """Return a dwelling with its rental.

    Raises:
        NotFoundError: if there is no such dwelling.
    """
    found = load_dwellings(connection, [dwelling_id])
    if not found:
        raise _missing()
    return found[0]


def list_rentals(connection: Connection) -> list[Dwelling]:
    """Return all rented dwellings in walking order."""
    ids = connection.execute(select(RentalRecord.dwelling_id)).scalars().all()
    return load_dwellings(connection, ids)


def load_dwellings(connection: Connection, ids: Sequence[int]) -> list[Dwelling]:
    """Return dwellings with their rentals, in walking order."""
    rows = connection.execute(
        select(DwellingRecord.__table__, GridRecord.name.label("grid_label"))
        .outerjoin(GridRecord, GridRecord.id == DwellingRecord.grid_id)
        .where(DwellingRecord.id.in_(among(ids)))
        .order_by(DwellingRecord.sort_key)
    ).all()
    rentals = load_rentals(connection, ids)
    households: dict[int | None, list[int]] = {}
    for household_id, dwelling_id in connection.execute(
        select(HouseholdRecord.id, HouseholdRecord.dwelling_id)
        .where(HouseholdRecord.dwelling_id.in_(among(ids)))
        .order_by(HouseholdRecord.id)
    ):
        households.setdefault(dwelling_id, []).append(household_id)
    return [
        Dwelling(
            id=row.id,
            version=row.version,
            address=address_of(row),
            grid_id=row.grid_id,
            grid_label=row.grid_label,
            rental=rentals.get(row.id),
            note=row.note,
            household_ids=tuple(households.get(row.id, ())),
        )
        for row in rows
    ]


def find_dwelling(connection: Connection, address: Address) -> int | None:
    """Return the dwelling of an address, however it is spelt, or None."""
    return connection.execute(
        select(DwellingRecord.id).where(DwellingRecord.address_key == address_key(address))
    ).scalar_one_or_none()


def find_like(connection: Connection, typed: str, limit: int) -> list[tuple[int, Address]]:
    """Return ids and addresses that fit what is typed so far, in walking order."""
    key = address_key(parse_address(typed) or Address())
    estate, *rest = re.sub(r"([%_\\])", r"\\\1", key).split("|")
    pattern = "|".join([f"%{estate}%", *(f"{part}%" for part in rest)])
    columns = (getattr(DwellingRecord, part) for part in ADDRESS_PARTS)
    rows = connection.execute(
        select(DwellingRecord.id, *columns)
        .where(DwellingRecord.address_key.like(pattern, escape="\\"))
        .order_by(DwellingRecord.sort_key)
        .limit(limit)
    )
    return [(row.id, address_of(row)) for row in rows]


def find_rental(connection: Connection, number: str) -> int | None:
    """Return the dwelling whose rental bears a number, or None."""
    return connection.execute(
        select(RentalRecord.dwelling_id).where(RentalRecord.number == number)
    ).scalar_one_or_none()


def list_buildings(connection: Connection, *, without_grid: bool = False) -> list[Address]:
    """Return each building once, in walking order; on demand only those outside every grid."""
    query = select(DwellingRecord.estate, DwellingRecord.building)
    if without_grid:
        query = query.where(DwellingRecord.grid_id.is_(None))
    rows = connection.execute(
        query.group_by(DwellingRecord.building_key).order_by(func.min(DwellingRecord.sort_key))
    )
    return [Address(estate=estate, building=building) for estate, building in rows]


def is_used(connection: Connection, dwelling_id: int) -> bool:
    """Whether a household, a person or a rental belongs to a dwelling."""
    uses = (
        select(HouseholdRecord.id).where(HouseholdRecord.dwelling_id == dwelling_id),
        select(ResidentRecord.id).where(ResidentRecord.dwelling_id == dwelling_id),
        select(RentalRecord.id).where(RentalRecord.dwelling_id == dwelling_id),
    )
    return any(connection.execute(use.limit(1)).first() is not None for use in uses)


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, dwelling_id: int, version: int | None = None) -> DwellingRecord:
    """Return a dwelling's record for a change.

    Raises:
        NotFoundError: if there is no such dwelling.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        DwellingRecord,
        dwelling_id,
        version,
        missing=_missing,
        called=lambda _: "这处住所的资料",
    )


def find_or_add(session: Session, address: Address, grid_id: int | None = None) -> int:
    """Return the dwelling of an address; a new one joins `grid_id` or its building's grid."""
    found = find_dwelling(session.connection(), address)
    if found is not None:
        return found
    values = dwelling_values(address)
    if grid_id is None:
        grid_id = find_grid_of(session.connection(), address)
    record = DwellingRecord(**values, grid_id=grid_id)
    session.add(record)
    session.flush()
    return record.id


def save(session: Session, record: DwellingRecord) -> None:
    """Count the version on if anything changed, and write."""
    if has_changes(session):
        record.version += 1
    session.flush()


def set_rental(session: Session, record: DwellingRecord, draft: RentalDraft | None) -> None:
    """Bring a dwelling's rental to what the draft says; None ends the letting."""
    kept = session.scalars(
        select(RentalRecord).where(RentalRecord.dwelling_id == record.id)
    ).one_or_none()
    if draft is None:
        if kept is not None:
            session.delete(kept)
        return
    rental = kept or RentalRecord(dwelling_id=record.id)
    for column, value in rental_values(draft).items():
        setattr(rental, column, value)
    if kept is None:
        session.add(rental)
        session.flush()
        record.version += 1
    tenants = [tenancy_values(i, tenancy) for i, tenancy in enumerate(draft.tenancies)]
    replace_children(session, TenancyRecord, {"rental_id": rental.id}, tenants)


def rental_values(draft: RentalDraft) -> dict[str, Any]:
    """Return the columns of a rental's row, without its dwelling."""
    return {
        "number": draft.number,
        "landlord_name": draft.landlord_name,
        **_document_values("landlord_document", draft.landlord_document),
        "landlord_phone": draft.landlord_phone,
        "rooms": draft.rooms,
        "occupants": draft.occupants,
        "management": None if draft.management is None else draft.management.value,
        "review_date": None if draft.review_date is None else draft.review_date.isoformat(),
        "since": None if draft.since is None else draft.since.iso(),
        "note": draft.note,
    }


def tenancy_values(position: int, tenancy: Tenancy) -> dict[str, Any]:
    """Return the columns of a tenant's row, without its rental."""
    return {
        "position": position,
        "name": tenancy.name,
        "resident_id": tenancy.resident_id,
        **_document_values("document", tenancy.document),
        "phone": tenancy.phone,
        "room": tenancy.room,
        "since": None if tenancy.since is None else tenancy.since.iso(),
        "until": None if tenancy.until is None else tenancy.until.isoformat(),
    }


def _document_values(column: str, document: IdentityDocument | None) -> dict[str, str | None]:
    return {
        f"{column}_kind": None if document is None else document.kind.value,
        column: None if document is None else document.number,
    }


def _missing() -> NotFoundError:
    return NotFoundError("这处住所已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
