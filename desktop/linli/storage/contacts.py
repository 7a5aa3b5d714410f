"""Residents as others name them (helpers, people on a board): name, phone and photo of today.

A record that names a resident keeps a phone or photo of its own only where it differs from the
resident's; what is absent follows the resident, so that a change reaches every card and board.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection

from linli.domain.contact_rules import same_phone
from linli.storage.ids import listed

_PHONES = """
    SELECT resident_id, number FROM phone
    WHERE resident_id IN (SELECT value FROM json_each(?)) ORDER BY position
"""
_PEOPLE = "SELECT id, name, photo FROM resident WHERE id IN (SELECT value FROM json_each(?))"


class Contact(NamedTuple):
    """What is known of a resident: the first phone, the photo's digest."""

    name: str
    phone: str | None
    photo: str | None


class _Person(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def phone(self) -> str | None: ...
    @property
    def photo(self) -> str | None: ...
    @property
    def resident_id(self) -> int | None: ...


def load_contacts(connection: Connection, resident_ids: Iterable[int | None]) -> dict[int, Contact]:
    """Return the residents of `resident_ids` that are in the ledger."""
    wanted = (listed(sorted({i for i in resident_ids if i is not None})),)
    phones: dict[int, str] = {}
    for row in connection.exec_driver_sql(_PHONES, wanted):
        phones.setdefault(row.resident_id, row.number)
    people = connection.exec_driver_sql(_PEOPLE, wanted)
    return {row.id: Contact(row.name, phones.get(row.id), row.photo) for row in people}


def said_of(row: Any, contacts: Mapping[int, Contact]) -> dict[str, Any]:
    """Return name, phone, photo and resident of a stored person, as they are today."""
    known = contacts.get(row.resident_id)
    return {
        "name": known.name if known else row.name,
        "phone": row.phone or (known.phone if known else None),
        "photo": row.photo or (known.photo if known else None),
        "resident_id": row.resident_id,
    }


def kept_of(person: _Person, contacts: Mapping[int, Contact]) -> dict[str, Any]:
    """Return the columns to keep of a person: of a resident, only what differs."""
    known = contacts.get(person.resident_id) if person.resident_id is not None else None
    phone, photo = person.phone, person.photo
    if known is not None:
        if phone and known.phone and same_phone(phone, known.phone):
            phone = None
        if photo == known.photo:
            photo = None
    return {
        "name": known.name if known else person.name,
        "phone": phone,
        "photo": photo,
        "resident_id": person.resident_id,
    }
