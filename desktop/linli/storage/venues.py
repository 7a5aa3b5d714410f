"""Venues (场地) as records, by name."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select
from sqlalchemy.orm import Session

from linli.domain.pinyin import sort_pinyin
from linli.domain.venues import Venue, VenueDraft, VenueKind
from linli.errors import NotFoundError
from linli.storage.free_times import times_of, times_text
from linli.storage.register_schema import OrganisationRecord
from linli.storage.schema import StationRecord
from linli.storage.venue_schema import VenueRecord
from linli.storage.versioned import record_for_change, save_record

_Venue = VenueRecord


def list_venues(connection: Connection, on: date | None = None) -> list[Venue]:
    """Return venues in the order of their names; `on` those that can be had on a day."""
    if on is None:
        return _load(connection)
    return _load(connection, or_(_Venue.until.is_(None), _Venue.until >= on.isoformat()))


def get_venue(connection: Connection, venue_id: int) -> Venue:
    """Return a venue.

    Raises:
        NotFoundError: there is no such venue.
    """
    found = _load(connection, _Venue.id == venue_id)
    if not found:
        raise _missing()
    return found[0]


def find_venue(connection: Connection, name: str) -> int | None:
    """Return the venue that bears a name, or None."""
    return connection.execute(select(_Venue.id).where(_Venue.name == name)).scalar_one_or_none()


def get_record(session: Session, venue_id: int, version: int | None = None) -> VenueRecord:
    """Return a venue's record for a change.

    Raises:
        NotFoundError: there is no such venue.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(session, _Venue, venue_id, version, missing=_missing)


def save_venue(session: Session, record: VenueRecord | None, draft: VenueDraft) -> int:
    """Add a venue, or bring its record to what the draft says; return its id."""
    values = {
        "name": draft.name,
        "kind": draft.kind.value,
        "organisation_id": draft.organisation_id,
        "station_id": draft.station_id,
        "place": draft.place,
        "capacity": draft.capacity,
        "equipment": draft.equipment,
        "keeper": draft.keeper,
        "phone": draft.phone,
        "open_times": times_text(draft.open_times),
        "terms": draft.terms,
        "until": draft.until.isoformat() if draft.until else None,
        "note": draft.note,
    }
    return save_record(session, _Venue, record, values)


def _load(connection: Connection, *conditions: ColumnElement[bool]) -> list[Venue]:
    rows = connection.execute(
        select(
            _Venue.__table__,
            OrganisationRecord.name.label("organisation"),
            StationRecord.name.label("station"),
        )
        .outerjoin(OrganisationRecord, OrganisationRecord.id == _Venue.organisation_id)
        .outerjoin(StationRecord, StationRecord.id == _Venue.station_id)
        .where(*conditions)
    )
    found = [_venue(row) for row in rows]
    return sorted(found, key=lambda each: (sort_pinyin(each.facts.name), each.facts.name))


def _venue(row: Any) -> Venue:
    facts = VenueDraft(
        name=row.name,
        kind=VenueKind(row.kind),
        organisation_id=row.organisation_id,
        station_id=row.station_id,
        place=row.place,
        capacity=row.capacity,
        equipment=row.equipment,
        keeper=row.keeper,
        phone=row.phone,
        open_times=times_of(row.open_times),
        terms=row.terms,
        until=date.fromisoformat(row.until) if row.until else None,
        note=row.note,
    )
    return Venue(
        id=row.id,
        version=row.version,
        facts=facts,
        organisation=row.organisation or "",
        station=row.station or "",
    )


def _missing() -> NotFoundError:
    return NotFoundError("这个场地已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
