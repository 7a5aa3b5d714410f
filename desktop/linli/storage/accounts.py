"""Who may sign in (账号), when they did, and which passwords they have used.

Plain SQL: printing a card signs in too and does not wait for mapped records of trust.
"""

import hmac
import json
import secrets
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row

from linli.domain.accounts import Account, Actor, Role
from linli.domain.passwords import MOST_REMEMBERED
from linli.errors import NotFoundError, UserError
from linli.storage.times import shown, stored

if TYPE_CHECKING:
    from linli.storage.database import Database
    from linli.storage.keyring import KdfCost

_ACCOUNTS = (
    "SELECT a.id, a.name, a.role, a.active, a.created_at, "
    "coalesce(s.must_change, 0) AS must_change, s.password_set_at, s.signed_in_at "
    "FROM account a LEFT JOIN account_access s ON s.account_id = a.id"
)


def add(connection: Connection, name: str, role: Role, at: datetime, *, must_change: bool) -> int:
    """Enter an account and return its number.

    Raises:
        IntegrityError: the name is taken.
    """
    number = connection.exec_driver_sql(
        "INSERT INTO account (name, role, active, created_at) VALUES (?, ?, 1, ?) RETURNING id",
        (name, role.value, stored(at)),
    ).scalar_one()
    note_password(connection, number, at, must_change=must_change)
    return int(number)


def find(database: "Database", name: str) -> Actor:
    """Return the account of that name.

    Raises:
        UserError: it may not sign in any more.
    """
    with database.reading() as connection:
        row = connection.exec_driver_sql(
            "SELECT id, name, role FROM account WHERE name = ? AND active", (name,)
        ).one_or_none()
    if row is None:
        raise UserError(f"账号「{name}」已停用，请找管理员。", "account")
    return Actor(account_id=row.id, name=row.name, role=Role(row.role))


def list_all(connection: Connection, with_password: Collection[str]) -> list[Account]:
    """Return all accounts, those in use first; `with_password` are the names in the keyring."""
    rows = connection.exec_driver_sql(f"{_ACCOUNTS} ORDER BY a.active DESC, a.id")
    return [_account(row, with_password) for row in rows]


def get(connection: Connection, account_id: int, with_password: Collection[str]) -> Account:
    """Return an account.

    Raises:
        NotFoundError: there is none of that number.
    """
    row = connection.exec_driver_sql(f"{_ACCOUNTS} WHERE a.id = ?", (account_id,)).one_or_none()
    if row is None:
        raise NotFoundError("这个账号已经不在了，请刷新后再试。")
    return _account(row, with_password)


def active_names(connection: Connection) -> frozenset[str]:
    """Return the names of the accounts in use."""
    return frozenset(connection.exec_driver_sql("SELECT name FROM account WHERE active").scalars())


def set_role(connection: Connection, account_id: int, role: Role) -> None:
    """Give an account another role."""
    connection.exec_driver_sql("UPDATE account SET role = ? WHERE id = ?", (role.value, account_id))


def set_active(connection: Connection, account_id: int, *, active: bool) -> None:
    """Retire an account, or take it back into use."""
    connection.exec_driver_sql(
        "UPDATE account SET active = ? WHERE id = ?", (int(active), account_id)
    )


def note_password(
    connection: Connection, account_id: int, at: datetime, *, must_change: bool
) -> None:
    """Remember that an account got a password, and whether it holds for one sign-in only."""
    connection.exec_driver_sql(
        "INSERT INTO account_access (account_id, must_change, password_set_at, sign_ins) "
        "VALUES (?, ?, ?, 0) ON CONFLICT (account_id) DO UPDATE SET "
        "must_change = excluded.must_change, password_set_at = excluded.password_set_at",
        (account_id, int(must_change), stored(at)),
    )


def note_sign_in(connection: Connection, account_id: int, at: datetime) -> None:
    """Remember that an account signed in."""
    connection.exec_driver_sql(
        "INSERT INTO account_access (account_id, must_change, signed_in_at, sign_ins) "
        "VALUES (?, 0, ?, 1) ON CONFLICT (account_id) DO UPDATE SET "
        "signed_in_at = excluded.signed_in_at, sign_ins = account_access.sign_ins + 1",
        (account_id, stored(at)),
    )


def count_sign_ins(connection: Connection) -> int:
    """Return how often anybody signed in since the ledger keeps count."""
    counted = connection.exec_driver_sql("SELECT coalesce(sum(sign_ins), 0) FROM account_access")
    return int(counted.scalar_one())


def remember_password(
    connection: Connection, account_id: int, password: str, cost: "KdfCost"
) -> None:
    """Keep by what `password` is known again, and of older ones the last few."""
    from linli.storage.keyring import password_key

    salt = secrets.token_bytes(16)
    connection.exec_driver_sql(
        "INSERT INTO past_password (account_id, cost, salt, digest) VALUES (?, ?, ?, ?)",
        (account_id, json.dumps(asdict(cost)), salt, password_key(password, salt, cost)),
    )
    connection.exec_driver_sql(
        "DELETE FROM past_password WHERE account_id = ? AND id NOT IN (SELECT id FROM "
        "past_password WHERE account_id = ? ORDER BY id DESC LIMIT ?)",
        (account_id, account_id, MOST_REMEMBERED),
    )


def was_used(connection: Connection, account_id: int, password: str, last: int) -> bool:
    """Whether `password` is one of the account's last ones; each look costs a fifth of a second."""
    from linli.storage.keyring import KdfCost, password_key

    rows = connection.exec_driver_sql(
        "SELECT cost, salt, digest FROM past_password WHERE account_id = ? "
        "ORDER BY id DESC LIMIT ?",
        (account_id, last),
    ).all()
    return any(
        hmac.compare_digest(
            row.digest, password_key(password, row.salt, KdfCost(**json.loads(row.cost)))
        )
        for row in rows
    )


def _account(row: Row[Any], with_password: Collection[str]) -> Account:
    return Account(
        account_id=row.id,
        name=row.name,
        role=Role(row.role),
        active=bool(row.active),
        has_password=row.name in with_password,
        must_change=bool(row.must_change),
        created_at=shown(row.created_at),
        password_set_at=_moment(row.password_set_at),
        signed_in_at=_moment(row.signed_in_at),
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else shown(text)
