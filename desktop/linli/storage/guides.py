"""Guides, work rules and services (办事指南、工作制度、代办事项) as records."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, case, select
from sqlalchemy.orm import Session

from linli.domain.guides import Guide, GuideDraft, GuideFilter, GuideKind
from linli.domain.limits import Unit
from linli.errors import NotFoundError
from linli.storage.guide_schema import GuideRecord
from linli.storage.schema import StationRecord
from linli.storage.versioned import record_for_change, save_record

_Record = GuideRecord
_EVERY = GuideFilter()


def list_guides(connection: Connection, wanted: GuideFilter = _EVERY) -> list[Guide]:
    """Return guides by kind, then by station, those of the whole hall last."""
    conditions = []
    if wanted.kind is not None:
        conditions.append(_Record.kind == wanted.kind.value)
    if wanted.station_id is not None:
        at_station = _Record.station_id == wanted.station_id
        conditions.append(at_station | _Record.station_id.is_(None))
    kinds = case(*((_Record.kind == kind.value, n) for n, kind in enumerate(GuideKind)))
    query = (
        select(_Record.__table__, StationRecord.name.label("station"))
        .outerjoin(StationRecord, StationRecord.id == _Record.station_id)
        .where(*conditions)
        .order_by(kinds, StationRecord.position.is_(None), StationRecord.position, _Record.id)
    )
    return [_guide(row) for row in connection.execute(query)]


def get_guide(connection: Connection, guide_id: int) -> Guide:
    """Return a guide.

    Raises:
        NotFoundError: if there is no such guide.
    """
    query = (
        select(_Record.__table__, StationRecord.name.label("station"))
        .outerjoin(StationRecord, StationRecord.id == _Record.station_id)
        .where(_Record.id == guide_id)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        raise _missing()
    return _guide(row)


def find_title(connection: Connection, kind: GuideKind, title: str) -> int | None:
    """Return the guide of a kind that bears a title, or None."""
    query = select(_Record.id).where(_Record.kind == kind.value, _Record.title == title)
    return connection.execute(query).scalars().first()


def get_record(session: Session, guide_id: int, version: int | None = None) -> GuideRecord:
    """Return a guide's record for a change.

    Raises:
        NotFoundError: if there is no such guide.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        _Record,
        guide_id,
        version,
        missing=_missing,
        called=lambda record: f"《{record.title}》",
    )


def save_guide(session: Session, record: GuideRecord | None, draft: GuideDraft) -> int:
    """Add a guide, or bring one to what the draft says; return its id."""
    values = asdict(draft) | {"kind": draft.kind.value, "unit": draft.unit.value}
    return save_record(session, _Record, record, values)


def _guide(row: Any) -> Guide:
    facts = GuideDraft(
        kind=GuideKind(row.kind),
        title=row.title,
        station_id=row.station_id,
        basis=row.basis,
        conditions=row.conditions,
        materials=row.materials,
        steps=row.steps,
        days=row.days,
        unit=Unit(row.unit),
        fee=row.fee,
        phone=row.phone,
    )
    return Guide(id=row.id, version=row.version, facts=facts, station=row.station)


def _missing() -> NotFoundError:
    return NotFoundError("这份指南或制度已经不在台账里，请刷新后再看。")
