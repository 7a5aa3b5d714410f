"""Who is on the lists of events (签到名单) as records, in the order they were entered."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, select
from sqlalchemy.orm import Session

from linli.domain.events import Guest, GuestDraft, Role
from linli.domain.values.addresses import address_text
from linli.errors import NotFoundError
from linli.storage.dwelling_facts import address_of
from linli.storage.event_schema import EventGuestRecord
from linli.storage.hours_schema import ServiceRecordRecord
from linli.storage.ids import among
from linli.storage.schema import DwellingRecord, ResidentRecord
from linli.storage.versioned import record_for_change, save_record

_Guest, _Service = EventGuestRecord, ServiceRecordRecord


def list_guests(connection: Connection, event_id: int) -> list[Guest]:
    """Return who is on the list of an event, in the order they were entered."""
    return _load(connection, _Guest.event_id == event_id)


def load_guests(connection: Connection, guest_ids: Sequence[int]) -> list[Guest]:
    """Return lines of lists.

    Raises:
        NotFoundError: one of them is gone.
    """
    found = _load(connection, _Guest.id.in_(among(guest_ids)))
    if len(found) < len(set(guest_ids)):
        raise _missing()
    return found


def places(connection: Connection, event_id: int) -> dict[int, str]:
    """Return where those on the list live who are residents, by the number of their line."""
    home = DwellingRecord
    rows = connection.execute(
        select(_Guest.id.label("guest"), home.estate, home.building, home.unit, home.room)
        .join(ResidentRecord, ResidentRecord.id == _Guest.resident_id)
        .join(home, home.id == ResidentRecord.home_id)
        .where(_Guest.event_id == event_id)
    )
    return {row.guest: address_text(address_of(row)) for row in rows}


def get_record(session: Session, guest_id: int, version: int | None = None) -> EventGuestRecord:
    """Return the record of somebody on a list for a change.

    Raises:
        NotFoundError: there is no such line.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        _Guest,
        guest_id,
        version,
        missing=_missing,
        called=lambda record: f"名单上「{record.name}」的资料",
    )


def save_guest(
    session: Session, record: EventGuestRecord | None, event_id: int, draft: GuestDraft
) -> int:
    """Put somebody on a list, or bring a line to what the draft says; return its id."""
    values = {
        "event_id": event_id,
        "name": draft.name,
        "phone": draft.phone,
        "resident_id": draft.resident_id,
        "worker_id": draft.worker_id,
        "role": draft.role.value,
        "present": draft.present,
        "quarters": draft.quarters,
        "note": draft.note,
    }
    return save_record(session, _Guest, record, values)


# ---- inside -------------------------------------------------------------------------------


def _load(connection: Connection, condition: ColumnElement[bool]) -> list[Guest]:
    recorded = exists().where(
        _Service.event_id == _Guest.event_id, _Service.worker_id == _Guest.worker_id
    )
    query = select(_Guest.__table__, recorded.label("recorded"))
    rows = connection.execute(query.where(condition).order_by(_Guest.id))
    return [_guest(row) for row in rows]


def _guest(row: Any) -> Guest:
    facts = GuestDraft(
        name=row.name,
        phone=row.phone,
        resident_id=row.resident_id,
        worker_id=row.worker_id,
        role=Role(row.role),
        present=row.present,
        quarters=row.quarters,
        note=row.note,
    )
    return Guest(
        id=row.id,
        version=row.version,
        event_id=row.event_id,
        facts=facts,
        recorded=bool(row.recorded),
    )


def _missing() -> NotFoundError:
    return NotFoundError("名单上的这一位已经被删除，请刷新后再试。")
