"""The hall's time limits (办理期限) as records, beside those that the program brings along."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from linli.domain.limits import Area, Basis, Limit, LimitDraft, Limits, Unit, shipped_limits
from linli.errors import NotFoundError
from linli.storage.limit_schema import LimitRecord
from linli.storage.versioned import record_for_change, save_record

_Record = LimitRecord


def get_limits(connection: Connection) -> Limits:
    """Return all limits: the hall's own and those that the program brings along."""
    rows = connection.execute(select(_Record.__table__).order_by(_Record.id))
    return Limits([*map(_limit, rows), *shipped_limits()])


def get_record(session: Session, limit_id: int, version: int | None = None) -> LimitRecord:
    """Return the record of a version for a change.

    Raises:
        NotFoundError: there is no such version.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(session, _Record, limit_id, version, missing=_missing, called=_called)


def save_limit(session: Session, record: LimitRecord | None, draft: LimitDraft) -> int:
    """Add a version, or bring its record to what the draft says; return its id.

    Raises:
        ValueError: the draft does not say from which day on it holds.
    """
    if draft.valid_from is None:
        raise ValueError("a version of the hall begins on a day")
    until = draft.valid_until
    values = {
        "key": draft.key,
        "title": draft.title,
        "area": draft.area.value,
        "starts": draft.start,
        "ends": draft.end,
        "amount": draft.amount,
        "unit": draft.unit.value,
        "roll_forward": draft.roll_forward,
        "extension": draft.extension,
        "extension_unit": draft.extension_unit.value,
        "extended_by": draft.extended_by or None,
        "warn_days": draft.warn_days,
        "lapses": draft.lapses,
        "basis": draft.basis.value,
        "source": draft.source or None,
        "valid_from": draft.valid_from.isoformat(),
        "valid_until": None if until is None else until.isoformat(),
    }
    return save_record(session, _Record, record, values)


def _limit(row: Any) -> Limit:
    until = row.valid_until
    facts = LimitDraft(
        key=row.key,
        title=row.title,
        area=Area(row.area),
        start=row.starts,
        end=row.ends,
        amount=row.amount,
        unit=Unit(row.unit),
        roll_forward=row.roll_forward,
        extension=row.extension,
        extension_unit=Unit(row.extension_unit),
        extended_by=row.extended_by or "",
        warn_days=row.warn_days,
        lapses=row.lapses,
        basis=Basis(row.basis),
        source=row.source or "",
        valid_from=date.fromisoformat(row.valid_from),
        valid_until=None if until is None else date.fromisoformat(until),
    )
    return Limit(facts=facts, id=row.id, version=row.version)


def _called(record: LimitRecord) -> str:
    return f"期限“{record.title}”"


def _missing() -> NotFoundError:
    return NotFoundError("这个期限已经不在台账里，可能刚被撤销，请刷新后再看。")
