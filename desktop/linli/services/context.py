"""What a use case works with; handed in, never global."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from linli.domain.accounts import Actor, Right, role_name, roles_with
from linli.errors import NotAllowedError
from linli.paths import DataDir

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    # The unlock window must not wait for SQLAlchemy.
    from linli.storage.database import Database, Writing

_SEEING = (Right.SENSITIVE, Right.MEDIATE)
"""Rights without which a part of the ledger is not there (`storage.sight`)."""

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the present moment in local time."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True)
class Context:
    """An unlocked ledger, who works with it, the clock, and where its files lie.

    Whoever has no right to sensitive tags or to cases reads through a database without them.
    `source` is the paper that changes are entered from, such as 核对单 0137; the journal names it.
    """

    db: "Database"
    actor: Actor
    clock: Clock
    data_dir: DataDir
    source: str = ""

    def __post_init__(self) -> None:
        """Limit what is read to what the role may see."""
        lacking = frozenset(each for each in _SEEING if not self.may(each))
        if lacking:
            object.__setattr__(self, "db", self.db.limited(lacking))

    def may(self, right: Right) -> bool:
        """Whether whoever is signed in has the right."""
        return self.actor.may(right)

    def require(self, right: Right, what: str) -> None:
        """Refuse what the role has no right to.

        Args:
            right: the right that is needed.
            what: what was to be done, for the sentence, such as 「导出名册」.

        Raises:
            NotAllowedError: saying who may.
        """
        if not self.may(right):
            role, able = role_name(self.actor.role), "或".join(roles_with(right))
            raise NotAllowedError(f"{role}不能{what}，请找{able}。")

    def revealed(self, subject: str, reason: str, what: str = "") -> None:
        """Record in the audit trail that numbers are shown in full.

        Args:
            subject: whose, as `worker/7`.
            reason: why.
            what: which numbers, where there are several; "" says nothing of it.
        """
        detail = {"事由": reason} | ({"内容": what} if what else {})
        self.db.record_event(self.actor, self.clock(), "查看完整号码", subject, detail=detail)

    def writing(self, action: str, *, undoable: bool = True) -> "AbstractContextManager[Writing]":
        """Begin a transaction in the actor's name, now. See `Database.writing`."""
        named = f"{self.source}：{action}" if self.source else action
        return self.db.writing(named, self.actor, self.clock(), undoable=undoable)

    def founding(self, action: str) -> "AbstractContextManager[Writing]":
        """Begin to fill a ledger without people, in the actor's name. See `Database.founding`."""
        return self.db.founding(action, self.actor, self.clock())
