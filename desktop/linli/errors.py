"""What can go wrong in a way that a clerk can understand.

Messages are one plain Chinese sentence each: what happened, with the value, and what to do.
Anything else that is raised is a defect of the program and goes to the crash handler.
"""

from collections.abc import Iterable
from dataclasses import dataclass


class UserError(Exception):
    """Something the clerk can put right. `str(error)` is the Chinese sentence to show."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class NotFoundError(UserError):
    """The record is no longer there (deleted or merged meanwhile)."""


class ConflictError(UserError):
    """The record is not what it was when it was read, so the change would overwrite another."""


class NotAllowedError(UserError):
    """The role of whoever is signed in has no right to this; nothing was done."""


class WrongPasswordError(UserError):
    """The account or its password is wrong.

    Args:
        message: the Chinese sentence.
        wait_seconds: how long further tries are refused, 0 when a try is allowed at once.
    """

    def __init__(self, message: str, wait_seconds: int = 0) -> None:
        super().__init__(message, field="password")
        self.wait_seconds = wait_seconds


class PasswordDueError(UserError):
    """The password was right but must be changed before the ledger opens."""


class StorageProblem(UserError):  # noqa: N818 - it is the disk's problem, not an error of the input
    """The disk, the folder or the file fails: full, read-only, locked, damaged, too new.

    Args:
        message: what happened, with the value.
        advice: what to do.
        unwritable: whether all is well but that nothing can be written; reading goes on.
    """

    def __init__(self, message: str, advice: str, *, unwritable: bool = False) -> None:
        super().__init__(f"{message}{advice}")
        self.happened = message
        self.advice = advice
        self.unwritable = unwritable


@dataclass(frozen=True, kw_only=True)
class FieldProblem:
    """A broken rule beside its field. `field` is the attribute's name in the draft."""

    field: str
    message: str


class InvalidInput(UserError):  # noqa: N818 - reads as what it is
    """One or more fields of a draft break a rule; nothing was saved."""

    def __init__(self, problems: Iterable[FieldProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("；".join(p.message for p in self.problems), self.problems[0].field)
