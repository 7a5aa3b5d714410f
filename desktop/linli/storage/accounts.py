"""Who may sign in (账号)."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from linli.domain.accounts import Actor, Role
from linli.errors import UserError
from linli.storage.database import Database
from linli.storage.schema import AccountRecord
from linli.storage.times import stored


def add(session: Session, actor: Actor, at: datetime) -> None:
    """Enter an account under its own number."""
    session.add(
        AccountRecord(
            id=actor.account_id,
            name=actor.name,
            role=actor.role.value,
            active=True,
            created_at=stored(at),
        )
    )


def find(database: Database, name: str) -> Actor:
    """Return the account of that name.

    Raises:
        UserError: it may not sign in any more.
    """
    with database.reading() as connection:
        row = connection.execute(
            select(AccountRecord.id, AccountRecord.name, AccountRecord.role).where(
                AccountRecord.name == name, AccountRecord.active
            )
        ).one_or_none()
    if row is None:
        raise UserError(f"账号「{name}」已停用，请找管理员。", "account")
    return Actor(account_id=row.id, name=row.name, role=Role(row.role))
