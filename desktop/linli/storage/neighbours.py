"""Neighbours who look after each other (邻里守望) as records, in walking order."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, or_, select, update
from sqlalchemy.orm import Session

from linli.domain.neighbours import Neighbour, NeighbourDraft, NeighbourFilter
from linli.domain.values.addresses import building_text
from linli.domain.values.dates import PartialDate
from linli.errors import NotFoundError
from linli.storage.children import has_changes
from linli.storage.contacts import Contact, load_contacts
from linli.storage.dwelling_facts import address_of
from linli.storage.register_schema import NeighbourRecord
from linli.storage.resident_lists import list_rows
from linli.storage.schema import DwellingRecord, PhoneRecord, ResidentRecord
from linli.storage.versioned import record_for_change

_Record = NeighbourRecord


# ---- reading ------------------------------------------------------------------------------


def list_neighbours(
    connection: Connection, wanted: NeighbourFilter, today: date
) -> list[Neighbour]:
    """Return pairs as one walks, of a person who is called first before the others."""
    return _load(connection, _all().where(*_conditions(wanted)), today)


def get_neighbour(connection: Connection, pair_id: int, today: date) -> Neighbour:
    """Return a pair.

    Raises:
        NotFoundError: if there is no such pair.
    """
    found = _load(connection, _all().where(_Record.id == pair_id), today)
    if not found:
        raise _missing()
    return found[0]


def _all() -> Select[Any]:
    home = DwellingRecord
    return (
        select(_Record.__table__, home.estate, home.building, home.unit, home.room)
        .join(ResidentRecord, ResidentRecord.id == _Record.resident_id)
        .outerjoin(home, home.id == ResidentRecord.home_id)
        .where(ResidentRecord.recycled_at.is_(None))
        .order_by(
            home.sort_key.is_(None),
            home.sort_key,
            _Record.resident_id,
            _Record.call_first.desc(),
            _Record.id,
        )
    )


def _conditions(wanted: NeighbourFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.running is not None:
        yield _Record.until.is_(None) if wanted.running else _Record.until.is_not(None)
    if wanted.holds_key:
        yield _Record.holds_key.is_(True)
    if wanted.resident_id is not None:
        yield or_(
            _Record.resident_id == wanted.resident_id, _Record.neighbour_id == wanted.resident_id
        )
    if wanted.reachable is not None:
        known = exists().where(PhoneRecord.resident_id == _Record.neighbour_id)
        reachable = or_(_Record.phone.is_not(None), known.correlate(_Record))
        yield reachable if wanted.reachable else ~reachable


def _load(connection: Connection, query: Select[Any], today: date) -> list[Neighbour]:
    rows = connection.execute(query).all()
    ids = {row.resident_id for row in rows} | {row.neighbour_id for row in rows} - {None}
    people = {person.id: person for person in list_rows(connection, sorted(ids), today)}
    contacts = load_contacts(connection, sorted(ids))
    return [
        Neighbour(
            id=row.id,
            version=row.version,
            facts=_facts(row),
            person=people[row.resident_id],
            neighbour=people.get(row.neighbour_id),
            building=building_text(address_of(row)),
            phone=row.phone or _phone(contacts, row.neighbour_id),
            person_phone=_phone(contacts, row.resident_id),
        )
        for row in rows
    ]


def _phone(contacts: Mapping[int, Contact], resident_id: int | None) -> str:
    contact = None if resident_id is None else contacts.get(resident_id)
    return "" if contact is None else contact.phone or ""


def _facts(row: Any) -> NeighbourDraft:
    return NeighbourDraft(
        resident_id=row.resident_id,
        name=row.name,
        neighbour_id=row.neighbour_id,
        phone=row.phone,
        holds_key=row.holds_key,
        call_first=row.call_first,
        since=PartialDate.from_iso(row.since) if row.since else None,
        until=date.fromisoformat(row.until) if row.until else None,
        note=row.note,
    )


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, pair_id: int, version: int | None = None) -> NeighbourRecord:
    """Return a pair's record for a change.

    Raises:
        NotFoundError: if there is no such pair.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Record, pair_id, version, missing=_missing, called=lambda _: "这条守望记录"
    )


def add_neighbour(session: Session, draft: NeighbourDraft) -> int:
    """Add a pair and return its id."""
    record = NeighbourRecord(**_values(draft))
    session.add(record)
    session.flush()
    _call_first(session, record)
    return record.id


def update_neighbour(session: Session, record: NeighbourRecord, draft: NeighbourDraft) -> None:
    """Bring a pair to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()
    _call_first(session, record)


def _call_first(session: Session, record: NeighbourRecord) -> None:
    """Let nobody else be called first for the same person."""
    if record.call_first:
        session.execute(
            update(_Record)
            .where(
                _Record.resident_id == record.resident_id,
                _Record.id != record.id,
                _Record.call_first,
            )
            .values(call_first=False, version=_Record.version + 1)
        )


def _values(draft: NeighbourDraft) -> dict[str, Any]:
    return asdict(draft) | {
        "since": draft.since.iso() if draft.since else None,
        "until": draft.until.isoformat() if draft.until else None,
    }


def _missing() -> NotFoundError:
    return NotFoundError("这条守望记录已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
