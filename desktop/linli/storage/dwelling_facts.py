"""Addresses and lettings of dwellings (住所), in plain SQL.

Printing a card reads them and waits for no mapped records.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from linli.domain.residents import ManagementClass, RentalDraft, Tenancy
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument
from linli.storage.ids import listed

ADDRESS_PARTS = ("estate", "building", "unit", "room")
"""The columns of a dwelling that make its address."""

_TENANTS = """
    SELECT t.* FROM tenancy t JOIN rental r ON r.id = t.rental_id
    WHERE r.dwelling_id IN (SELECT value FROM json_each(?)) ORDER BY t.rental_id, t.position
"""
_RENTALS = "SELECT * FROM rental WHERE dwelling_id IN (SELECT value FROM json_each(?))"


def address_of(row: Any, prefix: str = "") -> Address:
    """Return the address in a row's columns, whose names may have a prefix."""
    return Address(**{part: getattr(row, prefix + part) for part in ADDRESS_PARTS})


def load_rentals(connection: Connection, dwelling_ids: Iterable[int]) -> dict[int, RentalDraft]:
    """Return the lettings of some dwellings by dwelling; one that is not let is left out."""
    wanted = (listed(dwelling_ids),)
    tenants: dict[int, list[Tenancy]] = {}
    for row in connection.exec_driver_sql(_TENANTS, wanted):
        tenants.setdefault(row.rental_id, []).append(_tenancy(row))
    rentals = connection.exec_driver_sql(_RENTALS, wanted)
    return {row.dwelling_id: _rental(row, tenants.get(row.id, [])) for row in rentals}


def _rental(row: Any, tenants: Sequence[Tenancy]) -> RentalDraft:
    return RentalDraft(
        number=row.number,
        landlord_name=row.landlord_name,
        landlord_document=_document(row.landlord_document_kind, row.landlord_document),
        landlord_phone=row.landlord_phone,
        rooms=row.rooms,
        occupants=row.occupants,
        management=None if row.management is None else ManagementClass(row.management),
        review_date=_day(row.review_date),
        since=_partial(row.since),
        note=row.note,
        tenancies=tuple(tenants),
    )


def _tenancy(row: Any) -> Tenancy:
    return Tenancy(
        name=row.name,
        resident_id=row.resident_id,
        document=_document(row.document_kind, row.document),
        phone=row.phone,
        room=row.room,
        since=_partial(row.since),
        until=_day(row.until),
    )


def _document(kind: str | None, number: str | None) -> IdentityDocument | None:
    if kind is None or number is None:
        return None
    return IdentityDocument(kind=DocumentKind(kind), number=number)


def _partial(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.from_iso(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
