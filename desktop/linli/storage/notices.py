"""Notices (通知) as records: the register, its numbers, to whom they go."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select
from sqlalchemy.orm import Session

from linli.domain.notice_json import draft_text, read_draft
from linli.domain.notices import (
    NoticeDraft,
    NoticeFilter,
    NoticeNumber,
    NoticeRecipient,
    NoticeRow,
    NoticeState,
    SavedNotice,
)
from linli.errors import ConflictError, NotFoundError
from linli.storage.children import has_changes, replace_children
from linli.storage.notice_files import list_files
from linli.storage.notice_schema import NoticeRecipientRecord, NoticeRecord
from linli.storage.versioned import record_for_change

_Record = NoticeRecord
_Recipient = NoticeRecipientRecord
_NUMBER = func.printf(
    "%s〔%d〕%d号", func.coalesce(_Record.prefix, ""), _Record.number_year, _Record.number_seq
)
_LISTED = (
    *(_Record.id, _Record.version, _Record.kind, _Record.title, _Record.state, _Record.revision),
    *(_Record.prefix, _Record.number_year, _Record.number_seq, _Record.day, _Record.issuer),
    func.json_extract(_Record.content, "$.template.title").label("kind_title"),
    select(func.count())
    .where(_Recipient.notice_id == _Record.id)
    .scalar_subquery()
    .label("recipients"),
)


# ---- reading ------------------------------------------------------------------------------


def list_notices(
    connection: Connection, wanted: NoticeFilter, limit: int | None = None
) -> list[NoticeRow]:
    """Return notices, the last day first."""
    query = select(*_LISTED).where(*_conditions(wanted))
    rows = connection.execute(query.order_by(_Record.day.desc(), _Record.id.desc()).limit(limit))
    return [_row(row) for row in rows]


def count_notices(connection: Connection, wanted: NoticeFilter) -> int:
    """Return how many notices a list has."""
    query = select(func.count()).select_from(_Record).where(*_conditions(wanted))
    return connection.execute(query).scalar_one()


def list_years(connection: Connection) -> list[int]:
    """Return the years that have notices, the last first."""
    years = select(func.substr(_Record.day, 1, 4)).distinct()
    return sorted(map(int, connection.execute(years).scalars()), reverse=True)


def count_of_kind(connection: Connection, kind: str) -> int:
    """Return how many notices are of a kind."""
    query = select(func.count()).select_from(_Record).where(_Record.kind == kind)
    return connection.execute(query).scalar_one()


def get_notice(connection: Connection, notice_id: int) -> SavedNotice:
    """Return a notice whole.

    Raises:
        NotFoundError: if there is no such notice.
    """
    row = connection.execute(
        select(
            *_LISTED,
            *(_Record.content, _Record.grid_id, _Record.withdrawn_on, _Record.withdrawn_reason),
        ).where(_Record.id == notice_id)
    ).one_or_none()
    if row is None:
        raise _missing()
    draft = read_draft(row.content, _recipients(connection, notice_id))
    return SavedNotice(
        row=_row(row),
        draft=replace(draft, grid_id=row.grid_id),
        files=tuple(list_files(connection, notice_id)),
        withdrawn_on=date.fromisoformat(row.withdrawn_on) if row.withdrawn_on else None,
        withdrawn_reason=row.withdrawn_reason,
    )


def next_number(connection: Connection, prefix: str, year: int) -> NoticeNumber:
    """Return the next number of a year under a prefix."""
    last = connection.execute(
        select(func.max(_Record.number_seq)).where(
            _Record.prefix == prefix, _Record.number_year == year
        )
    ).scalar_one()
    return NoticeNumber(prefix=prefix, year=year, sequence=int(last or 0) + 1)


def number_problems(connection: Connection) -> list[str]:
    """Return where numbers have a gap, for the check of the ledger."""
    rows = connection.execute(
        select(
            _Record.prefix,
            _Record.number_year,
            func.count().label("count"),
            func.max(_Record.number_seq).label("last"),
        )
        .where(_Record.number_seq.is_not(None))
        .group_by(_Record.prefix, _Record.number_year)
    )
    return [
        f"通知的文号 {row.prefix}〔{row.number_year}〕不连续："
        f"编到 {row.last} 号，只有 {row.count} 件。请从备份里找回缺的通知。"
        for row in rows
        if row.count != row.last
    ]


def _conditions(wanted: NoticeFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.year is not None:
        yield func.substr(_Record.day, 1, 4) == str(wanted.year)
    if wanted.kind is not None:
        yield _Record.kind == wanted.kind
    if wanted.state is not None:
        yield _Record.state == wanted.state.value
    for word in wanted.text.split():
        numbered = _Record.number_seq.is_not(None) & _NUMBER.contains(word, autoescape=True)
        yield or_(_Record.title.contains(word, autoescape=True), numbered)


def _row(row: Any) -> NoticeRow:
    number = None
    if row.number_seq is not None:
        number = NoticeNumber(
            prefix=row.prefix or "", year=row.number_year, sequence=row.number_seq
        )
    return NoticeRow(
        id=row.id,
        version=row.version,
        kind=row.kind,
        kind_title=row.kind_title,
        title=row.title,
        state=NoticeState(row.state),
        revision=row.revision,
        number=number,
        day=date.fromisoformat(row.day),
        issuer=row.issuer,
        recipients=row.recipients,
    )


def _recipients(connection: Connection, notice_id: int) -> list[NoticeRecipient]:
    rows = connection.execute(
        select(_Recipient.__table__)
        .where(_Recipient.notice_id == notice_id)
        .order_by(_Recipient.position)
    )
    return [
        NoticeRecipient(
            name=row.name,
            place=row.place,
            building=row.building,
            resident_id=row.resident_id,
            facts=json.loads(row.facts),
        )
        for row in rows
    ]


# ---- writing ------------------------------------------------------------------------------


def get_record(session: Session, notice_id: int, version: int | None = None) -> NoticeRecord:
    """Return a notice's record for a change.

    Raises:
        NotFoundError: if there is no such notice.
        ConflictError: if it is no longer the `version` that was read.
    """
    return record_for_change(
        session,
        _Record,
        notice_id,
        version,
        missing=_missing,
        called=lambda r: f"通知「{r.title}」",
    )


def add_notice(
    session: Session, draft: NoticeDraft, *, title: str, day: date, account: str
) -> NoticeRecord:
    """Add a draft to the register."""
    record = _Record(
        **_values(draft, title),
        state=NoticeState.DRAFT.value,
        revision=0,
        day=day.isoformat(),
        account=account,
    )
    session.add(record)
    session.flush()
    _save_recipients(session, record.id, draft.recipients)
    return record


def update_notice(session: Session, record: NoticeRecord, draft: NoticeDraft, title: str) -> None:
    """Bring a notice to what the draft says."""
    for column, value in _values(draft, title).items():
        setattr(record, column, value)
    _save_recipients(session, record.id, draft.recipients)
    if has_changes(session):
        record.version += 1
    session.flush()


def mark_issued(
    session: Session, record: NoticeRecord, *, number: NoticeNumber | None, day: date
) -> None:
    """Turn a draft into an issued notice, under its number if its kind has them."""
    if record.state != NoticeState.DRAFT.value:
        raise ConflictError(f"通知「{record.title}」已经发过文，请刷新后再看。")
    record.state = NoticeState.ISSUED.value
    record.day = day.isoformat()
    if number is not None:
        record.prefix = number.prefix
        record.number_year, record.number_seq = number.year, number.sequence
    record.version += 1
    session.flush()


def withdraw(session: Session, record: NoticeRecord, *, reason: str, day: date) -> None:
    """Write down why a notice no longer holds; its number and its paper stay."""
    record.state = NoticeState.WITHDRAWN.value
    record.withdrawn_on = day.isoformat()
    record.withdrawn_reason = reason
    record.version += 1
    session.flush()


def _save_recipients(
    session: Session, notice_id: int, recipients: Sequence[NoticeRecipient]
) -> None:
    replace_children(
        session, _Recipient, {"notice_id": notice_id}, list(_recipient_values(recipients))
    )


def _recipient_values(recipients: Iterable[NoticeRecipient]) -> Iterator[dict[str, Any]]:
    for position, one in enumerate(recipients):
        yield {
            "position": position,
            "resident_id": one.resident_id,
            "name": one.name,
            "place": one.place,
            "building": one.building,
            "facts": json.dumps(dict(one.facts), ensure_ascii=False, sort_keys=True),
        }


def _values(draft: NoticeDraft, title: str) -> dict[str, Any]:
    return {
        "kind": draft.template.id,
        "title": title,
        "issuer": draft.issuer,
        "grid_id": draft.grid_id,
        "content": draft_text(draft),
    }


def _missing() -> NotFoundError:
    return NotFoundError("这件通知已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
