"""Who works with the ledger."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account may do. Rights per role come with the trust issue; all roles can sign in."""

    ADMINISTRATOR = "administrator"
    CLERK = "clerk"


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Whoever is signed in; named in every journal entry and audit event."""

    account_id: int
    name: str
    role: Role = Role.ADMINISTRATOR
