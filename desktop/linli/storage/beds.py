"""Beds and who has them (养老床位) as records, in the order of the rooms."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, select
from sqlalchemy.orm import Session, aliased

from linli.domain.beds import Bed, BedDraft, BedFilter, FacilityCount, Stay, StayDraft
from linli.errors import NotFoundError
from linli.storage.children import has_changes
from linli.storage.register_schema import BedRecord, BedStayRecord
from linli.storage.resident_lists import list_rows
from linli.storage.versioned import record_for_change

_Bed, _Stay = BedRecord, BedStayRecord
_STAY_COLUMNS = (
    "id",
    "version",
    "bed_id",
    "resident_id",
    "name",
    "contact",
    "since",
    "until",
    "note",
)
_ORDER = (
    _Bed.facility,
    _Bed.room.is_(None),
    func.length(_Bed.room),  # 2 before 10
    _Bed.room,
    func.length(_Bed.number),
    _Bed.number,
)


# ---- reading ------------------------------------------------------------------------------


def list_beds(connection: Connection, wanted: BedFilter, today: date) -> list[Bed]:
    """Return beds in the order of homes and rooms."""
    query = _with_stays()
    if wanted.facility is not None:
        query = query.where(_Bed.facility == wanted.facility)
    if wanted.free is not None:
        query = query.where(_Stay.id.is_(None) if wanted.free else _Stay.id.is_not(None))
    return _load(connection, query, today)


def get_bed(connection: Connection, bed_id: int, today: date) -> Bed:
    """Return a bed.

    Raises:
        NotFoundError: if there is no such bed.
    """
    found = _load(connection, _with_stays().where(_Bed.id == bed_id), today)
    if not found:
        raise _missing()
    return found[0]


def beds_of(connection: Connection, resident_id: int, today: date) -> list[Bed]:
    """Return the beds that a person has now: one, or none."""
    return _load(connection, _with_stays().where(_Stay.resident_id == resident_id), today)


def list_current(connection: Connection, name: str, today: date) -> list[Bed]:
    """Return the beds of whoever from outside the ledger was written down under a name."""
    theirs = and_(_Stay.resident_id.is_(None), _Stay.name == name)
    return _load(connection, _with_stays().where(theirs), today)


def count_facilities(connection: Connection) -> list[FacilityCount]:
    """Return how many beds each home has, and how many of them are taken."""
    sums: list[Any] = [func.count().label("total"), func.count(_Stay.id).label("taken")]
    query = _joined(select(_Bed.facility, *sums))
    rows = connection.execute(query.group_by(_Bed.facility).order_by(_Bed.facility))
    return [FacilityCount(**row._asdict()) for row in rows]


def list_places(connection: Connection, facility: str) -> set[tuple[str | None, str]]:
    """Return room and number of every bed of a home."""
    query = select(_Bed.room, _Bed.number).where(_Bed.facility == facility)
    return {(room, number) for room, number in connection.execute(query)}


def find_bed(connection: Connection, draft: BedDraft) -> int | None:
    """Return the bed at a place, or None."""
    return connection.execute(
        select(_Bed.id).where(
            _Bed.facility == draft.facility,
            _Bed.room.is_not_distinct_from(draft.room),
            _Bed.number == draft.number,
        )
    ).scalar_one_or_none()


def list_stays(connection: Connection, bed_id: int, today: date) -> list[Stay]:
    """Return who has and had a bed, the last first."""
    rows = connection.execute(
        select(_Stay.__table__)
        .where(_Stay.bed_id == bed_id)
        .order_by(_Stay.until.is_not(None), _Stay.since.desc(), _Stay.id.desc())
    ).all()
    people = _people(connection, rows, today)
    return [_stay(row, people) for row in rows]


def _joined(query: Select[Any]) -> Select[Any]:
    return query.select_from(_Bed).outerjoin(
        _Stay, and_(_Stay.bed_id == _Bed.id, _Stay.until.is_(None))
    )


def _with_stays() -> Select[Any]:
    past = aliased(_Stay)
    earlier = select(func.count()).where(past.bed_id == _Bed.id, past.until.is_not(None))
    stay = (column.label(f"stay_{column.name}") for column in _Stay.__table__.columns)
    return _joined(
        select(_Bed.__table__, earlier.correlate(_Bed).scalar_subquery().label("earlier"), *stay)
    ).order_by(*_ORDER)


def _load(connection: Connection, query: Select[Any], today: date) -> list[Bed]:
    rows = connection.execute(query).all()
    people = _people(connection, rows, today, "stay_")
    return [
        Bed(
            id=row.id,
            version=row.version,
            facts=BedDraft(facility=row.facility, room=row.room, number=row.number, note=row.note),
            stay=_stay(row, people, "stay_") if row.stay_id else None,
            earlier=row.earlier,
        )
        for row in rows
    ]


def _people(
    connection: Connection, rows: Iterable[Row[Any]], today: date, prefix: str = ""
) -> dict[int, Any]:
    ids = [number for row in rows if (number := getattr(row, f"{prefix}resident_id"))]
    return {person.id: person for person in list_rows(connection, ids, today)}


def _stay(row: Any, people: dict[int, Any], prefix: str = "") -> Stay:
    value = {name: getattr(row, prefix + name) for name in _STAY_COLUMNS}
    return Stay(
        id=value["id"],
        version=value["version"],
        facts=StayDraft(
            bed_id=value["bed_id"],
            name=value["name"],
            since=date.fromisoformat(value["since"]),
            resident_id=value["resident_id"],
            contact=value["contact"],
            until=date.fromisoformat(value["until"]) if value["until"] else None,
            note=value["note"],
        ),
        person=people.get(value["resident_id"]),
    )


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, bed_id: int, version: int | None = None) -> BedRecord:
    """Return a bed's record for a change.

    Raises:
        NotFoundError: if there is no such bed.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Bed, bed_id, version, missing=_missing, called=lambda _: "这张床的资料"
    )


def get_stay_record(session: Session, stay_id: int, version: int | None = None) -> BedStayRecord:
    """Return a stay's record for a change.

    Raises:
        NotFoundError: if there is no such stay.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Stay, stay_id, version, missing=_missing, called=lambda _: "这次入住的记录"
    )


def add_beds(session: Session, drafts: Sequence[BedDraft]) -> list[int]:
    """Add beds and return their ids."""
    records = [BedRecord(**asdict(draft)) for draft in drafts]
    session.add_all(records)
    session.flush()
    return [record.id for record in records]


def update_bed(session: Session, record: BedRecord, draft: BedDraft) -> None:
    """Bring a bed to what the draft says."""
    _update(session, record, asdict(draft))


def add_stay(session: Session, draft: StayDraft) -> int:
    """Let somebody have a bed and return the stay's id."""
    record = BedStayRecord(**_values(draft))
    session.add(record)
    session.flush()
    return record.id


def update_stay(session: Session, record: BedStayRecord, draft: StayDraft) -> None:
    """Bring a stay to what the draft says."""
    _update(session, record, _values(draft))


def _update(session: Session, record: BedRecord | BedStayRecord, values: dict[str, Any]) -> None:
    for column, value in values.items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()


def _values(draft: StayDraft) -> dict[str, Any]:
    return asdict(draft) | {
        "since": draft.since.isoformat(),
        "until": draft.until.isoformat() if draft.until else None,
    }


def _missing() -> NotFoundError:
    return NotFoundError("这张床或这次入住已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
