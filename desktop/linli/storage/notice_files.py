"""What was printed of notices (存档件): kept as it was, checked by its digest, never changed."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from linli.domain.notices import NoticeFile
from linli.errors import NotFoundError
from linli.storage.notice_schema import NoticeFileRecord
from linli.storage.times import shown, stored

_File = NoticeFileRecord
_LISTED = (
    *(_File.notice_id, _File.revision, _File.made_at, _File.account, _File.reason, _File.pages),
    _File.digest,
    _File.content.is_not(None).label("whole"),
)


def list_files(connection: Connection, notice_id: int) -> list[NoticeFile]:
    """Return what was printed of a notice, the newest first."""
    rows = connection.execute(
        select(*_LISTED).where(_File.notice_id == notice_id).order_by(_File.revision.desc())
    )
    return [_file(row) for row in rows]


def read_file(connection: Connection, notice_id: int, revision: int) -> tuple[bytes | None, str]:
    """Return the bytes of what was printed, None once they were erased, and what they say.

    Raises:
        NotFoundError: there is no such file.
    """
    row = connection.execute(
        select(_File.content, _File.frozen).where(
            _File.notice_id == notice_id, _File.revision == revision
        )
    ).one_or_none()
    if row is None:
        raise NotFoundError("这件通知没有这一份存档件，请刷新后再看。")
    return row.content, row.frozen


def add_file(
    session: Session,
    notice_id: int,
    *,
    revision: int,
    content: bytes,
    frozen: str,
    pages: int,
    reason: str | None,
    at: datetime,
    account: str,
) -> None:
    """Keep what was printed."""
    session.add(
        _File(
            notice_id=notice_id,
            revision=revision,
            made_at=stored(at),
            account=account,
            reason=reason,
            pages=pages,
            digest=hashlib.sha256(content).hexdigest(),
            content=content,
            frozen=frozen,
        )
    )
    session.flush()


def file_problems(connection: Connection) -> Iterator[str]:
    """Yield files whose bytes are not what was kept, for the check of the ledger."""
    rows = connection.execute(
        select(_File.notice_id, _File.revision, _File.digest, _File.content).where(
            _File.content.is_not(None)
        )
    )
    for row in rows:
        if hashlib.sha256(row.content).hexdigest() != row.digest:
            yield (
                f"通知登记 {row.notice_id} 第 {row.revision} 份存档件和当时存的不一样，"
                "请从备份里找回。"
            )


def _file(row: Any) -> NoticeFile:
    return NoticeFile(
        revision=row.revision,
        made_at=shown(row.made_at),
        account=row.account,
        digest=row.digest,
        pages=row.pages,
        reason=row.reason,
        whole=bool(row.whole),
    )
