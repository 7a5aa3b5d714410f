"""Stations (援助站点) as records, in the clerk's order."""

from typing import Any

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import Session

from linli.domain.staff import Station, StationDraft
from linli.errors import NotFoundError
from linli.storage.children import has_changes
from linli.storage.free_times import times_of, times_text
from linli.storage.ordering import next_position
from linli.storage.schema import StaffRecord, StationRecord
from linli.storage.versioned import record_for_change

_TEXTS = ("name", "phone", "advice_phone", "place", "hours", "services")


def list_stations(connection: Connection) -> list[Station]:
    """Return all stations in their order, with how many people each has."""
    return [_station(row) for row in connection.execute(_query())]


def get_station(connection: Connection, station_id: int) -> Station:
    """Return a station.

    Raises:
        NotFoundError: if there is no such station.
    """
    row = connection.execute(_query().where(StationRecord.id == station_id)).one_or_none()
    if row is None:
        raise _missing()
    return _station(row)


def find_station(connection: Connection, name: str) -> int | None:
    """Return the station that bears a name, or None."""
    return connection.execute(
        select(StationRecord.id).where(StationRecord.name == name)
    ).scalar_one_or_none()


def get_record(session: Session, station_id: int, version: int | None = None) -> StationRecord:
    """Return a station's record for a change.

    Raises:
        NotFoundError: if there is no such station.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        StationRecord,
        station_id,
        version,
        missing=_missing,
        called=lambda record: f"「{record.name}」的资料",
    )


def add_station(session: Session, draft: StationDraft) -> int:
    """Add a station at the end and return its id."""
    position = next_position(session.connection(), StationRecord)
    record = StationRecord(**_values(draft), position=position)
    session.add(record)
    session.flush()
    return record.id


def update_station(session: Session, record: StationRecord, draft: StationDraft) -> None:
    """Bring a station to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()


def _query() -> Select[Any]:
    return (
        select(StationRecord.__table__, func.count(StaffRecord.id).label("people"))
        .outerjoin(StaffRecord, StaffRecord.station_id == StationRecord.id)
        .group_by(StationRecord.id)
        .order_by(StationRecord.position, StationRecord.id)
    )


def _station(row: Any) -> Station:
    texts = {column: getattr(row, column) for column in _TEXTS}
    facts = StationDraft(**texts, open_times=times_of(row.open_times))
    return Station(id=row.id, version=row.version, facts=facts, people=row.people)


def _values(draft: StationDraft) -> dict[str, str | None]:
    texts = {column: getattr(draft, column) for column in _TEXTS}
    return texts | {"open_times": times_text(draft.open_times) if draft.open_times else None}


def _missing() -> NotFoundError:
    return NotFoundError("这个站点已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
