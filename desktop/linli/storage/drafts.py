"""What stands in forms that are not saved yet, for the time after a crash; not journaled."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from linli.domain.drafts import Draft
from linli.storage.times import shown, stored
from linli.storage.trust_schema import DraftRecord


def list_of(connection: Connection, account_id: int) -> list[Draft]:
    """Return the drafts of an account, newest first."""
    rows = connection.execute(
        select(DraftRecord.id, DraftRecord.at, DraftRecord.content)
        .where(DraftRecord.account_id == account_id)
        .order_by(DraftRecord.at.desc(), DraftRecord.id)
    )
    return [Draft(id=row.id, at=shown(row.at), content=row.content) for row in rows]


def keep(connection: Connection, account_id: int, draft: Draft) -> None:
    """Keep a draft in place of what was kept under its id."""
    fresh = {"at": stored(draft.at), "content": draft.content}
    connection.execute(
        insert(DraftRecord)
        .values(id=draft.id, account_id=account_id, **fresh)
        .on_conflict_do_update(index_elements=[DraftRecord.id], set_=fresh)
    )


def drop(connection: Connection, ids: Collection[str]) -> None:
    """Forget drafts; those that are not there are passed over."""
    connection.execute(delete(DraftRecord).where(DraftRecord.id.in_(ids)))


def drop_with(connection: Connection, texts: Collection[str]) -> int:
    """Forget the drafts of all accounts in which any of `texts` stands; return how many.

    For erasing a person: names and numbers as they are written.
    """
    rows = connection.execute(select(DraftRecord.id, DraftRecord.content)).all()
    ids = [row.id for row in rows if any(text and text in row.content for text in texts)]
    drop(connection, ids)
    return len(ids)
