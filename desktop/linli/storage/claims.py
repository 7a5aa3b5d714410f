"""Claimed posts (岗位认领), pledges and texts of duties as records."""

from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import Session

from linli.domain.claims import (
    Claim,
    ClaimDraft,
    ClaimFilter,
    DutyPost,
    DutyPostDraft,
    PostKind,
)
from linli.domain.duty_texts import DutyText, DutyTextDraft
from linli.errors import NotFoundError
from linli.storage.contacts import load_contacts
from linli.storage.post_schema import DutyPostRecord, DutyTextRecord, PostClaimRecord
from linli.storage.schema import GridRecord
from linli.storage.versioned import record_for_change, save_record

_Post = DutyPostRecord
_Claim = PostClaimRecord
_Text = DutyTextRecord

# ---- the catalogue ------------------------------------------------------------------------


def list_posts(connection: Connection, today: date) -> list[DutyPost]:
    """Return the catalogue by kind and as entered, with how many hold each post today."""
    on = today.isoformat()
    counted = connection.execute(
        select(_Claim.post_id, func.count().label("claims"))
        .where(_Claim.since <= on, _Claim.until.is_(None) | (_Claim.until >= on))
        .group_by(_Claim.post_id)
    )
    holders = {row.post_id: row.claims for row in counted}
    found = [
        _duty_post(row, holders.get(row.id, 0))
        for row in connection.execute(select(_Post.__table__).order_by(_Post.id))
    ]
    kinds = list(PostKind)
    return sorted(found, key=lambda post: kinds.index(post.facts.kind))


def get_post(connection: Connection, post_id: int, today: date) -> DutyPost:
    """Return a post of the catalogue.

    Raises:
        NotFoundError: there is no such post.
    """
    found = [post for post in list_posts(connection, today) if post.id == post_id]
    if not found:
        raise _no_post()
    return found[0]


def find_post(connection: Connection, name: str) -> int | None:
    """Return the post of the catalogue that is called so, or None."""
    query = select(_Post.id).where(_Post.name == name)
    return connection.execute(query).scalar_one_or_none()


def get_post_record(session: Session, post_id: int, version: int | None = None) -> _Post:
    """Return a post's record for a change.

    Raises:
        NotFoundError: there is no such post.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(session, _Post, post_id, version, missing=_no_post)


def save_post(session: Session, record: _Post | None, draft: DutyPostDraft) -> int:
    """Add a post, or bring its record to what the draft says; return its id."""
    values = asdict(draft)
    values["kind_code"] = values.pop("kind").value
    return save_record(session, _Post, record, values)


def count_claims(connection: Connection, post_id: int) -> int:
    """Return how often a post was ever claimed."""
    query = select(func.count()).where(_Claim.post_id == post_id)
    return connection.execute(query).scalar_one()


# ---- claims -------------------------------------------------------------------------------


def list_claims(connection: Connection, wanted: ClaimFilter) -> list[Claim]:
    """Return claims by grid, then post; those of no grid come first."""
    return _load(connection, _claims(wanted))


def _claims(wanted: ClaimFilter) -> Select[Any]:
    query = (
        select(
            _Claim.__table__,
            _Post.name.label("post"),
            _Post.kind_code,
            GridRecord.name.label("grid"),
        )
        .join(_Post, _Post.id == _Claim.post_id)
        .outerjoin(GridRecord, GridRecord.id == _Claim.grid_id)
        .order_by(
            *(_Claim.grid_id.is_not(None), func.length(GridRecord.number), GridRecord.number),
            *(_Claim.post_id, _Claim.until.is_not(None), _Claim.since, _Claim.id),
        )
    )
    if wanted.post_id is not None:
        query = query.where(_Claim.post_id == wanted.post_id)
    if wanted.grid_id is not None:
        query = query.where(_Claim.grid_id == wanted.grid_id)
    if wanted.kind is not None:
        query = query.where(_Post.kind_code == wanted.kind.value)
    if wanted.on is not None:
        on = wanted.on.isoformat()
        query = query.where(_Claim.since <= on, _Claim.until.is_(None) | (_Claim.until >= on))
    return query


def _load(connection: Connection, query: Select[Any]) -> list[Claim]:
    rows = connection.execute(query).all()
    contacts = load_contacts(connection, (row.resident_id for row in rows))
    found = []
    for row in rows:
        known = contacts.get(row.resident_id)
        found.append(
            Claim(
                id=row.id,
                version=row.version,
                facts=_claim_facts(row),
                post=row.post,
                kind=PostKind(row.kind_code),
                grid=row.grid or "",
                phone=row.phone or (known.phone if known else None) or "",
            )
        )
    return found


def get_claim(connection: Connection, claim_id: int) -> Claim:
    """Return a claim.

    Raises:
        NotFoundError: there is no such claim.
    """
    found = _load(connection, _claims(ClaimFilter()).where(_Claim.id == claim_id))
    if not found:
        raise _no_claim()
    return found[0]


def get_claim_record(session: Session, claim_id: int, version: int | None = None) -> _Claim:
    """Return a claim's record for a change.

    Raises:
        NotFoundError: there is no such claim.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(
        session, _Claim, claim_id, version, missing=_no_claim, called=lambda _: "这条认领记录"
    )


def save_claim(session: Session, record: _Claim | None, draft: ClaimDraft) -> int:
    """Add a claim, or bring its record to what the draft says; return its id."""
    days = ("since", "until", "pledged_on", "kept_on")
    values = asdict(draft)
    values |= {day: values[day] and values[day].isoformat() for day in days}
    return save_record(session, _Claim, record, values)


# ---- texts of duties ----------------------------------------------------------------------


def list_texts(connection: Connection) -> list[DutyText]:
    """Return the texts of duties as they were entered."""
    rows = connection.execute(select(_Text.__table__).order_by(_Text.id))
    return [
        DutyText(
            id=row.id, version=row.version, facts=DutyTextDraft(title=row.title, text=row.text)
        )
        for row in rows
    ]


def get_text(connection: Connection, text_id: int) -> DutyText:
    """Return a text.

    Raises:
        NotFoundError: there is no such text.
    """
    found = [text for text in list_texts(connection) if text.id == text_id]
    if not found:
        raise _no_text()
    return found[0]


def get_text_record(session: Session, text_id: int, version: int | None = None) -> _Text:
    """Return a text's record for a change.

    Raises:
        NotFoundError: there is no such text.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(session, _Text, text_id, version, missing=_no_text)


def save_text(session: Session, record: _Text | None, draft: DutyTextDraft) -> int:
    """Add a text, or bring its record to what the draft says; return its id."""
    return save_record(session, _Text, record, asdict(draft))


# ---- inside -------------------------------------------------------------------------------


def _duty_post(row: Any, holders: int) -> DutyPost:
    return DutyPost(
        id=row.id,
        version=row.version,
        facts=DutyPostDraft(
            kind=PostKind(row.kind_code),
            name=row.name,
            duties=row.duties,
            pledge=row.pledge,
            wanted=row.wanted,
        ),
        holders=holders,
    )


def _claim_facts(row: Any) -> ClaimDraft:
    return ClaimDraft(
        post_id=row.post_id,
        name=row.name,
        since=date.fromisoformat(row.since),
        grid_id=row.grid_id,
        resident_id=row.resident_id,
        phone=row.phone,
        until=_date(row.until),
        pledge=row.pledge,
        pledged_on=_date(row.pledged_on),
        kept=row.kept,
        kept_on=_date(row.kept_on),
        kept_note=row.kept_note,
    )


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _no_post() -> NotFoundError:
    return NotFoundError("这个认领岗位已经不在台账里，可能刚被撤销或删除，请刷新后再看。")


def _no_claim() -> NotFoundError:
    return NotFoundError("这条认领记录已经不在台账里，可能刚被撤销或删除，请刷新后再看。")


def _no_text() -> NotFoundError:
    return NotFoundError("这份职责已经不在台账里，可能刚被撤销或删除，请刷新后再看。")
