"""Attachments of cases (附件) and bound volumes (归档卷) as records."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from linli.domain.case_files import CaseFile, CaseFileDraft, MediaType, Volume
from linli.domain.case_papers import PaperKind
from linli.errors import NotFoundError, UserError
from linli.storage.case_file_schema import CaseFileRecord, CaseScanRecord, CaseVolumeRecord
from linli.storage.times import shown, stored
from linli.storage.versioned import record_for_change, save_record

_File = CaseFileRecord
_Scan = CaseScanRecord
_Volume = CaseVolumeRecord


# ---- attachments --------------------------------------------------------------------------


def list_files(connection: Connection, case_id: int) -> list[CaseFile]:
    """Return the attachments of a case in the clerk's order."""
    query = _files().where(_File.case_id == case_id).order_by(_File.position, _File.id)
    return [_file(row) for row in connection.execute(query)]


def get_file(connection: Connection, file_id: int) -> CaseFile:
    """Return an attachment.

    Raises:
        NotFoundError: it is gone.
    """
    row = connection.execute(_files().where(_File.id == file_id)).one_or_none()
    if row is None:
        raise _no_file()
    return _file(row)


def read_scan(connection: Connection, digest: str) -> bytes:
    """Return what stands in an attachment, proved to be what was taken in.

    Raises:
        UserError: it is not what was taken in.
    """
    content = connection.execute(
        select(_Scan.content).where(_Scan.digest == digest)
    ).scalar_one_or_none()
    if content is None or hashlib.sha256(content).hexdigest() != digest:
        raise UserError("这个附件和当时存的不一样，可能已经损坏，请从备份里找回。")
    return content


def add_scan(connection: Connection, content: bytes, media_type: MediaType, pages: int) -> str:
    """Keep the bytes of an attachment once and return their digest."""
    digest = hashlib.sha256(content).hexdigest()
    connection.execute(
        insert(_Scan)
        .values(
            digest=digest,
            media_type=media_type.value,
            size=len(content),
            pages=pages,
            content=content,
        )
        .on_conflict_do_nothing()
    )
    return digest


def add_file(session: Session, case_id: int, draft: CaseFileDraft, digest: str, today: date) -> int:
    """Put an attachment at the end of those of its case; return its id."""
    last = session.execute(
        select(func.max(_File.position)).where(_File.case_id == case_id)
    ).scalar()
    values = _values(draft) | {
        "case_id": case_id,
        "position": 0 if last is None else last + 1,
        "digest": digest,
        "added_on": today.isoformat(),
    }
    return save_record(session, _File, None, values)


def update_file(session: Session, file_id: int, draft: CaseFileDraft, version: int | None) -> None:
    """Bring an attachment to what the draft says.

    Raises:
        NotFoundError: it is gone.
        ConflictError: it is no longer the `version` that was read.
    """
    record = get_file_record(session, file_id, version)
    save_record(session, _File, record, _values(draft))


def get_file_record(session: Session, file_id: int, version: int | None = None) -> _File:
    """Return an attachment's record for a change.

    Raises:
        NotFoundError: it is gone.
        ConflictError: it is no longer the `version` that was read.
    """
    return record_for_change(session, _File, file_id, version, missing=_no_file)


def order_files(session: Session, case_id: int, file_ids: Sequence[int]) -> None:
    """Put attachments of a case into this order; those not named come after, as they were."""
    places: Mapping[int, int] = {number: place for place, number in enumerate(file_ids)}
    records = session.scalars(
        select(_File).where(_File.case_id == case_id).order_by(_File.position, _File.id)
    ).all()
    ordered = sorted(records, key=lambda record: places.get(record.id, len(places)))
    for place, record in enumerate(ordered):
        record.position = place


# ---- volumes ------------------------------------------------------------------------------


def list_volumes(connection: Connection, case_id: int) -> list[Volume]:
    """Return the volumes that were bound of a case, the newest first."""
    rows = connection.execute(
        select(
            *(_Volume.revision, _Volume.made_at, _Volume.account, _Volume.pages, _Volume.digest),
            _Volume.content.is_not(None).label("whole"),
        )
        .where(_Volume.case_id == case_id)
        .order_by(_Volume.revision.desc())
    )
    return [
        Volume(
            revision=row.revision,
            made_at=shown(row.made_at),
            account=row.account,
            pages=row.pages,
            digest=row.digest,
            whole=bool(row.whole),
        )
        for row in rows
    ]


def read_volume(connection: Connection, case_id: int, revision: int) -> bytes:
    """Return a volume byte for byte.

    Raises:
        NotFoundError: there is none.
        UserError: its bytes were erased, or are not what was kept.
    """
    row = connection.execute(
        select(_Volume.content, _Volume.digest).where(
            _Volume.case_id == case_id, _Volume.revision == revision
        )
    ).one_or_none()
    if row is None:
        raise NotFoundError("这件案子没有这一份归档卷，请刷新后再看。")
    if row.content is None:
        raise UserError(
            "这份归档卷里有按规定删除了的人，内容已经删除；需要卷宗的，请按现在的内容重新装订。"
        )
    content: bytes = row.content
    if hashlib.sha256(content).hexdigest() != row.digest:
        raise UserError("这份归档卷和当时存的不一样，可能已经损坏，请从备份里找回。")
    return content


def add_volume(
    session: Session, case_id: int, content: bytes, *, pages: int, at: datetime, account: str
) -> int:
    """Keep a volume for good; return its revision, from 1."""
    last = session.execute(
        select(func.max(_Volume.revision)).where(_Volume.case_id == case_id)
    ).scalar()
    revision = (last or 0) + 1
    session.add(
        _Volume(
            case_id=case_id,
            revision=revision,
            made_at=stored(at),
            account=account,
            pages=pages,
            digest=hashlib.sha256(content).hexdigest(),
            content=content,
        )
    )
    session.flush()
    return revision


def file_problems(connection: Connection) -> Iterator[str]:
    """Yield attachments and volumes whose bytes are not what was kept, for the ledger's check."""
    digests = connection.execute(select(_Scan.digest)).scalars().all()
    for digest in digests:
        try:
            read_scan(connection, digest)
        except UserError:
            names = connection.execute(select(_File.id).where(_File.digest == digest)).scalars()
            said = "、".join(str(number) for number in names)
            yield f"卷宗附件 {said or digest[:8]} 和当时存的不一样，请从备份里找回。"
    volumes = connection.execute(
        select(_Volume.case_id, _Volume.revision).where(_Volume.content.is_not(None))
    ).all()
    for row in volumes:
        try:
            read_volume(connection, row.case_id, row.revision)
        except UserError:
            yield (
                f"矛盾纠纷登记 {row.case_id} 第 {row.revision} 份归档卷和当时存的不一样，"
                "请从备份里找回。"
            )


def _files() -> Select[Any]:
    return select(_File.__table__, _Scan.media_type, _Scan.size, _Scan.pages).join(
        _Scan, _Scan.digest == _File.digest
    )


def _file(row: Any) -> CaseFile:
    return CaseFile(
        id=row.id,
        version=row.version,
        case_id=row.case_id,
        facts=CaseFileDraft(
            kind=PaperKind(row.paper_kind),
            subject=row.subject or "",
            name=row.name,
            note=row.note or "",
            party_id=row.party_id,
            replaces=row.replaces,
        ),
        media_type=MediaType(row.media_type),
        size=row.size,
        pages=row.pages,
        digest=row.digest,
        added_on=date.fromisoformat(row.added_on),
    )


def _values(draft: CaseFileDraft) -> dict[str, Any]:
    return {
        "paper_kind": draft.kind.value,
        "subject": draft.subject or None,
        "name": draft.name,
        "note": draft.note or None,
        "party_id": draft.party_id,
        "replaces": draft.replaces,
    }


def _no_file() -> NotFoundError:
    return NotFoundError("这个附件已经不在卷宗里，可能刚被取出或撤销，请刷新后再看。")
