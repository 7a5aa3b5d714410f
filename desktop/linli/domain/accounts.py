"""Who works with the ledger (账号), in which role (角色), with which rights (权限).

Rights are data: `resources/codes/roles.json` says what each role may do. Managing, working and
auditing are separate (GB/T 22239-2019 7.1.4.2, GB/T 35273-2020 7.1).
"""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache

from linli.paths import resource


class Right(StrEnum):
    """Something that not everybody may do."""

    READ = "read"
    """See people, homes and registers, numbers masked."""
    EDIT = "edit"
    """Enter and change records."""
    REMOVE = "remove"
    """Put records into the recycle bin, merge people, undo what others did."""
    REVEAL = "reveal"
    """See full numbers, with a reason that is recorded."""
    SENSITIVE = "sensitive"
    """See people under special care (重点人员) and petitions (信访)."""
    PRINT = "print"
    """Print cards, lists and notices."""
    IMPORT = "import"
    """Take in whole ledgers."""
    EXPORT = "export"
    """Write workbooks of people."""
    POST = "post"
    """Print lists for posting (公示)."""
    DESIGN = "design"
    """Change templates of cards, sheets, printers, fonts."""
    SETTINGS = "settings"
    """Change the hall's facts and rules."""
    ACCOUNTS = "accounts"
    """Add and retire accounts, change roles, reset passwords, renew the recovery code."""
    BACKUP = "backup"
    """Make backups."""
    RESTORE = "restore"
    """Go back to a backup."""
    AUDIT = "audit"
    """Read the audit trail."""
    PRIVACY = "privacy"
    """Keep consents and the requests of the people concerned (查阅、更正、删除)."""
    ERASE = "erase"
    """Erase a person for good."""
    EXCHANGE = "exchange"
    """Carry changes between machines."""
    MEDIATE = "mediate"
    """See and work on mediation cases (矛盾纠纷)."""
    ROSTER = "roster"
    """Make rosters (排班), keep who can be on duty, and their hours."""


class Role(StrEnum):
    """What an account is for; see `rights_of`."""

    ADMINISTRATOR = "administrator"
    CLERK = "clerk"
    MEDIATOR = "mediator"
    ROSTER_KEEPER = "roster_keeper"
    READER = "reader"
    AUDITOR = "auditor"


LEAST = Role.READER
"""The role of a new account unless another is chosen."""


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Whoever is signed in; named in every journal entry and audit event."""

    account_id: int
    name: str
    role: Role = Role.ADMINISTRATOR

    def may(self, right: Right) -> bool:
        """Whether the role has the right."""
        return right in rights_of(self.role)


@dataclass(frozen=True, kw_only=True)
class Account:
    """An account as the administrator sees it.

    Attributes:
        active: False once it is retired (停用).
        has_password: whether it opens the ledger; False between an interruption and the next reset.
        must_change: the password was given by somebody else and holds for one sign-in.
        password_set_at: when the password was set last.
        signed_in_at: when it last signed in, None if never.
    """

    account_id: int
    name: str
    role: Role
    active: bool
    has_password: bool
    must_change: bool
    created_at: datetime
    password_set_at: datetime | None
    signed_in_at: datetime | None

    @property
    def may_sign_in(self) -> bool:
        """Whether it is in use and has a password."""
        return self.active and self.has_password


def rights_of(role: Role) -> frozenset[Right]:
    """Return what a role may do."""
    return _roles()[role][1]


def role_name(role: Role) -> str:
    """Return a role's Chinese name."""
    return _roles()[role][0]


def roles_with(right: Right) -> tuple[str, ...]:
    """Return the names of the roles that have a right, for 「请找…」."""
    return tuple(name for name, rights in _roles().values() if right in rights)


@cache
def _roles() -> dict[Role, tuple[str, frozenset[Right]]]:
    data = json.loads(resource("codes/roles.json").read_text(encoding="utf-8"))
    return {
        Role(row["code"]): (row["name"], frozenset(map(Right, row["rights"])))
        for row in data["codes"]
    }
