"""What a use case works with; handed in, never global."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from linli.domain.accounts import Actor
from linli.paths import DataDir

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    # The unlock window must not wait for SQLAlchemy.
    from linli.storage.database import Database, Writing

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the present moment in local time."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True)
class Context:
    """An unlocked ledger, who works with it, the clock, and where its files lie."""

    db: "Database"
    actor: Actor
    clock: Clock
    data_dir: DataDir

    def writing(self, action: str, *, undoable: bool = True) -> "AbstractContextManager[Writing]":
        """Begin a transaction in the actor's name, now. See `Database.writing`."""
        return self.db.writing(action, self.actor, self.clock(), undoable=undoable)

    def founding(self, action: str) -> "AbstractContextManager[Writing]":
        """Begin to fill a ledger without people, in the actor's name. See `Database.founding`."""
        return self.db.founding(action, self.actor, self.clock())
