"""Trainings (培训和参观) as records, the last first."""

from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from linli.domain.trainings import Training, TrainingDraft, TrainingFilter
from linli.errors import NotFoundError
from linli.storage.children import has_changes
from linli.storage.register_schema import TrainingRecord
from linli.storage.versioned import record_for_change

_Record = TrainingRecord
_TEXTS = {"place": _Record.place, "teacher": _Record.teacher}


def list_trainings(connection: Connection, wanted: TrainingFilter) -> list[Training]:
    """Return trainings, the last first."""
    query = select(_Record.__table__)
    if wanted.since is not None:
        query = query.where(_Record.day >= wanted.since.isoformat())
    if wanted.until is not None:
        query = query.where(_Record.day <= wanted.until.isoformat())
    if wanted.kind_code is not None:
        query = query.where(_Record.kind_code == wanted.kind_code)
    query = query.order_by(_Record.day.desc(), _Record.id.desc())
    return [_training(row) for row in connection.execute(query)]


def get_training(connection: Connection, training_id: int) -> Training:
    """Return a training.

    Raises:
        NotFoundError: if there is no such training.
    """
    query = select(_Record.__table__).where(_Record.id == training_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise _missing()
    return _training(row)


def list_used(connection: Connection, field: str, part: str, limit: int) -> list[str]:
    """Return what is recorded as `place` or `teacher` and contains `part`, often used first."""
    column = _TEXTS[field]
    query = (
        select(column)
        .where(column.contains(part, autoescape=True))
        .group_by(column)
        .order_by(func.count().desc(), column)
    )
    return [text for text in connection.execute(query.limit(limit)).scalars() if text]


def get_record(session: Session, training_id: int, version: int | None = None) -> TrainingRecord:
    """Return a training's record for a change.

    Raises:
        NotFoundError: if there is no such training.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        _Record,
        training_id,
        version,
        missing=_missing,
        called=lambda record: f"「{record.topic}」的记录",
    )


def add_training(session: Session, draft: TrainingDraft) -> int:
    """Add a training and return its id."""
    record = TrainingRecord(**_values(draft))
    session.add(record)
    session.flush()
    return record.id


def update_training(session: Session, record: TrainingRecord, draft: TrainingDraft) -> None:
    """Bring a training to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    if has_changes(session):
        record.version += 1
    session.flush()


def _values(draft: TrainingDraft) -> dict[str, Any]:
    return asdict(draft) | {"day": draft.day.isoformat()}


def _training(row: Any) -> Training:
    return Training(
        id=row.id,
        version=row.version,
        facts=TrainingDraft(
            day=date.fromisoformat(row.day),
            kind_code=row.kind_code,
            topic=row.topic,
            headcount=row.headcount,
            place=row.place,
            teacher=row.teacher,
            note=row.note,
        ),
    )


def _missing() -> NotFoundError:
    return NotFoundError("这条培训记录已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
