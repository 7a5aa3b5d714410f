"""Staff (工作人员) as records, in the clerk's order."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Select, select
from sqlalchemy.orm import Session

from linli.domain.staff import Staff, StaffDraft
from linli.errors import NotFoundError
from linli.storage.children import has_changes
from linli.storage.ordering import next_position
from linli.storage.schema import StaffRecord, StationRecord
from linli.storage.versioned import record_for_change

_COLUMNS = (
    "name",
    "post",
    "number",
    "office",
    "phone",
    "photo",
    "promise",
    "party_member",
    "station_id",
)


def list_staff(connection: Connection) -> list[Staff]:
    """Return everybody in their order."""
    return [_staff(row) for row in connection.execute(_query())]


def get_staff(connection: Connection, staff_id: int) -> Staff:
    """Return a member of staff.

    Raises:
        NotFoundError: if there is no such person.
    """
    row = connection.execute(_query().where(StaffRecord.id == staff_id)).one_or_none()
    if row is None:
        raise _missing()
    return _staff(row)


def find_number(connection: Connection, number: str) -> Staff | None:
    """Return who has a staff number (工号), or None."""
    row = connection.execute(_query().where(StaffRecord.number == number)).one_or_none()
    return None if row is None else _staff(row)


def get_record(session: Session, staff_id: int, version: int | None = None) -> StaffRecord:
    """Return the record of a member of staff for a change.

    Raises:
        NotFoundError: if there is no such person.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        StaffRecord,
        staff_id,
        version,
        missing=_missing,
        called=lambda record: f"「{record.name}」的资料",
    )


def add_staff(session: Session, draft: StaffDraft) -> int:
    """Add a member of staff at the end and return the id."""
    position = next_position(session.connection(), StaffRecord)
    record = StaffRecord(**asdict(draft), position=position)
    session.add(record)
    session.flush()
    return record.id


def update_staff(session: Session, record: StaffRecord, draft: StaffDraft) -> None:
    """Bring a member of staff to what the draft says."""
    for column, value in asdict(draft).items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()


def _query() -> Select[Any]:
    return (
        select(StaffRecord.__table__, StationRecord.name.label("station"))
        .outerjoin(StationRecord, StationRecord.id == StaffRecord.station_id)
        .order_by(StaffRecord.position, StaffRecord.id)
    )


def _staff(row: Any) -> Staff:
    facts = StaffDraft(**{column: getattr(row, column) for column in _COLUMNS})
    return Staff(id=row.id, version=row.version, facts=facts, station=row.station)


def _missing() -> NotFoundError:
    return NotFoundError("这位工作人员已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
