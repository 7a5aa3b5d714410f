"""Requests of the people concerned (个人信息请求) as records, numbered without gaps."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.orm import Session

from linli.domain.privacy_requests import (
    PrivacyRequest,
    Proof,
    RequestAnswer,
    RequestDraft,
    RequestFilter,
    RequestKind,
    Result,
)
from linli.errors import NotFoundError
from linli.storage.resident_lists import list_rows
from linli.storage.trust_schema import PrivacyRequestRecord
from linli.storage.versioned import record_for_change

_Record = PrivacyRequestRecord


# ---- reading ------------------------------------------------------------------------------


def list_requests(
    connection: Connection, wanted: RequestFilter, today: date
) -> list[PrivacyRequest]:
    """Return requests: those that wait by when they are due, then the others, the last first."""
    is_closed = _Record.closed_on.is_not(None) | _Record.voided_reason.is_not(None)
    query = (
        select(_Record.__table__)
        .where(*_conditions(wanted, today))
        .order_by(
            is_closed,
            func.iif(is_closed, None, _Record.due_on),
            _Record.year.desc(),
            _Record.sequence.desc(),
        )
    )
    return _load(connection, connection.execute(query).all(), today)


def get_request(connection: Connection, request_id: int, today: date) -> PrivacyRequest:
    """Return a request.

    Raises:
        NotFoundError: if there is no such request.
    """
    query = select(_Record.__table__).where(_Record.id == request_id)
    found = _load(connection, connection.execute(query).all(), today)
    if not found:
        raise _missing()
    return found[0]


def next_sequence(connection: Connection, year: int) -> int:
    """Return the next number of a year."""
    last = connection.execute(
        select(func.max(_Record.sequence)).where(_Record.year == year)
    ).scalar_one()
    return int(last or 0) + 1


def _conditions(wanted: RequestFilter, today: date) -> Iterable[ColumnElement[bool]]:
    waits = _Record.closed_on.is_(None) & _Record.voided_reason.is_(None)
    if wanted.is_open is not None:
        yield waits if wanted.is_open else ~waits
    if wanted.overdue:
        yield waits & (_Record.due_on < today.isoformat())
    if wanted.year is not None:
        yield _Record.year == wanted.year
    if wanted.resident_id is not None:
        yield _Record.resident_id == wanted.resident_id


def _load(connection: Connection, rows: Iterable[Any], today: date) -> list[PrivacyRequest]:
    found = list(rows)
    ids = sorted({row.resident_id for row in found} - {None})
    people = {person.id: person for person in list_rows(connection, ids, today)}
    return [
        PrivacyRequest(
            id=row.id,
            version=row.version,
            year=row.year,
            sequence=row.sequence,
            facts=RequestDraft(
                name=row.name,
                resident_id=row.resident_id,
                kind=RequestKind(row.kind),
                received_on=date.fromisoformat(row.received_on),
                agent=row.agent,
                proof=Proof(row.proof),
                contact=row.contact,
                content=row.content,
            ),
            due_on=date.fromisoformat(row.due_on),
            answer=_answer(row),
            voided_reason=row.voided_reason,
            account=row.account,
            person=people.get(row.resident_id),
        )
        for row in found
    ]


def _answer(row: Any) -> RequestAnswer | None:
    if row.closed_on is None:
        return None
    return RequestAnswer(
        result=Result(row.result),
        answer=row.answer or "",
        refusal=row.refusal,
        closed_on=date.fromisoformat(row.closed_on),
    )


# ---- writing ------------------------------------------------------------------------------


def get_record(
    session: Session, request_id: int, version: int | None = None
) -> PrivacyRequestRecord:
    """Return a request's record for a change.

    Raises:
        NotFoundError: if there is no such request.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Record, request_id, version, missing=_missing, called=lambda _: "这条请求"
    )


def add_request(
    session: Session, draft: RequestDraft, *, year: int, sequence: int, due_on: date, account: str
) -> int:
    """Add a request under its number and return its id."""
    record = _Record(
        **_values(draft), year=year, sequence=sequence, due_on=due_on.isoformat(), account=account
    )
    session.add(record)
    session.flush()
    return record.id


def update_request(
    session: Session, record: PrivacyRequestRecord, draft: RequestDraft, due_on: date
) -> None:
    """Bring a request to what the draft says."""
    for column, value in _values(draft).items():
        setattr(record, column, value)
    record.due_on = due_on.isoformat()
    _count_on(session, record)


def answer_request(session: Session, record: PrivacyRequestRecord, answer: RequestAnswer) -> None:
    """Write down how a request was answered."""
    record.result = answer.result.value
    record.answer = answer.answer
    record.refusal = answer.refusal
    record.closed_on = answer.closed_on.isoformat()
    _count_on(session, record)


def void_request(session: Session, record: PrivacyRequestRecord, reason: str) -> None:
    """Write down why a request was entered by mistake; its number stays taken."""
    record.voided_reason = reason
    _count_on(session, record)


def _count_on(session: Session, record: PrivacyRequestRecord) -> None:
    record.version += 1
    session.flush()


def _values(draft: RequestDraft) -> dict[str, Any]:
    return {
        "resident_id": draft.resident_id,
        "name": draft.name,
        "kind": draft.kind.value,
        "received_on": draft.received_on.isoformat(),
        "agent": draft.agent,
        "proof": draft.proof.value,
        "contact": draft.contact,
        "content": draft.content,
    }


def _missing() -> NotFoundError:
    return NotFoundError("这条请求已经不在台账里，请刷新后再看。")
