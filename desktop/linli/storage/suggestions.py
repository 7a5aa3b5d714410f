"""Suggestions (建议) as records, numbered within their year without gaps."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select
from sqlalchemy.orm import Session

from linli.domain.suggestions import (
    Adoption,
    ReplyDraft,
    Suggestion,
    SuggestionDraft,
    SuggestionFilter,
)
from linli.errors import NotFoundError
from linli.storage.contacts import load_contacts
from linli.storage.schema import GridRecord
from linli.storage.sweep_schema import SuggestionRecord
from linli.storage.versioned import record_for_change

_Record = SuggestionRecord


# ---- reading ------------------------------------------------------------------------------


def list_suggestions(
    connection: Connection, wanted: SuggestionFilter, limit: int | None = None
) -> list[Suggestion]:
    """Return suggestions, the last number first; their last days are not worked out here."""
    return _load(connection, *_conditions(wanted), limit=limit)


def get_suggestion(connection: Connection, suggestion_id: int) -> Suggestion:
    """Return a suggestion.

    Raises:
        NotFoundError: there is none.
    """
    found = _load(connection, _Record.id == suggestion_id)
    if not found:
        raise _missing()
    return found[0]


def next_sequence(connection: Connection, year: int) -> int:
    """Return the next number of a year."""
    last = connection.execute(
        select(func.max(_Record.sequence)).where(_Record.year == year)
    ).scalar_one()
    return int(last or 0) + 1


# ---- writing ------------------------------------------------------------------------------


def get_record(
    session: Session, suggestion_id: int, version: int | None = None
) -> SuggestionRecord:
    """Return a suggestion's record for a change.

    Raises:
        NotFoundError: there is none.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Record, suggestion_id, version, missing=_missing, called=lambda _: "这条建议"
    )


def add_suggestion(session: Session, draft: SuggestionDraft, *, sequence: int, account: str) -> int:
    """Add a suggestion under its number and return its id."""
    record = SuggestionRecord(
        **_values(draft), year=draft.day.year, sequence=sequence, account=account
    )
    session.add(record)
    session.flush()
    return record.id


def update_suggestion(session: Session, record: SuggestionRecord, draft: SuggestionDraft) -> None:
    """Bring a suggestion to what the draft says; its number stays."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    _count_on(session, record)


def reply_to(session: Session, record: SuggestionRecord, reply: ReplyDraft) -> None:
    """Write down what was replied."""
    record.replied_on = reply.day.isoformat()
    record.reply = reply.text
    record.replier = reply.replier
    record.adoption = reply.adoption.value
    _count_on(session, record)


def void_suggestion(session: Session, record: SuggestionRecord, reason: str) -> None:
    """Write down why a suggestion was entered by mistake; its number stays taken."""
    record.voided_reason = reason
    _count_on(session, record)


def _count_on(session: Session, record: SuggestionRecord) -> None:
    record.version += 1
    session.flush()


# ---- inside -------------------------------------------------------------------------------


def _conditions(wanted: SuggestionFilter) -> Iterator[ColumnElement[bool]]:
    if not wanted.voided:
        yield _Record.voided_reason.is_(None)
    if wanted.since is not None:
        yield _Record.day >= wanted.since.isoformat()
    if wanted.until is not None:
        yield _Record.day <= wanted.until.isoformat()
    if wanted.grid_id is not None:
        yield _Record.grid_id == wanted.grid_id
    if wanted.is_open is not None:
        waits = _Record.replied_on.is_(None) & _Record.voided_reason.is_(None)
        yield waits if wanted.is_open else ~waits
    if wanted.adoption is not None:
        yield _Record.adoption == wanted.adoption.value
    text = wanted.text.strip()
    if text:
        number = func.printf("〔%d〕建%d号", _Record.year, _Record.sequence)
        columns = (number, _Record.name, _Record.content, _Record.reply)
        yield or_(*(column.contains(text, autoescape=True) for column in columns))


def _load(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None
) -> list[Suggestion]:
    rows = connection.execute(
        select(_Record.__table__, GridRecord.name.label("grid"))
        .outerjoin(GridRecord, GridRecord.id == _Record.grid_id)
        .where(*conditions)
        .order_by(_Record.year.desc(), _Record.sequence.desc())
        .limit(limit)
    ).all()
    contacts = load_contacts(connection, {row.resident_id for row in rows})
    found = []
    for row in rows:
        known = contacts.get(row.resident_id)
        found.append(
            Suggestion(
                id=row.id,
                version=row.version,
                year=row.year,
                sequence=row.sequence,
                facts=SuggestionDraft(
                    day=date.fromisoformat(row.day),
                    name=row.name,
                    resident_id=row.resident_id,
                    phone=row.phone,
                    grid_id=row.grid_id,
                    content=row.content,
                ),
                reply=_reply(row),
                grid=row.grid,
                phone=row.phone or (known.phone if known else None) or "",
                voided_reason=row.voided_reason,
                account=row.account,
            )
        )
    return found


def _reply(row: Any) -> ReplyDraft | None:
    if row.replied_on is None:
        return None
    return ReplyDraft(
        day=date.fromisoformat(row.replied_on),
        text=row.reply or "",
        replier=row.replier or "",
        adoption=Adoption(row.adoption),
    )


def _values(draft: SuggestionDraft) -> dict[str, Any]:
    return {
        "day": draft.day.isoformat(),
        "name": draft.name,
        "resident_id": draft.resident_id,
        "phone": draft.phone,
        "grid_id": draft.grid_id,
        "content": draft.content,
    }


def _missing() -> NotFoundError:
    return NotFoundError("这条建议已经不在台账里，可能刚被撤销，请刷新后再看。")
