"""The undo journal (后悔药) and the audit trail (审计), as views read them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from linli.domain.audit import AuditKind


@dataclass(frozen=True, kw_only=True)
class JournalEntry:
    """One undo step: a transaction with a name, such as 「登记居民 1 人」.

    Attributes:
        id: the entry that is to be taken back: of a step that was undone, its undo.
        at: when it was done, local time.
        account: who did it.
        action: its name.
        undone: whether it is taken back now.
        undoable: False for what stays done, such as founding the ledger.
    """

    id: int
    at: datetime
    account: str
    action: str
    undone: bool
    undoable: bool = True


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """One field before and after, in the words of the form. None where there was no value."""

    entry_id: int
    at: datetime
    account: str
    action: str
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True)
class RecordChange:
    """One field that a step changed, and of which record, such as 「居民 张三」 (`resident/12`)."""

    subject: str
    record: str
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True)
class UndoState:
    """What the undo and redo buttons would do; None when there is nothing to do."""

    undo: JournalEntry | None = None
    redo: JournalEntry | None = None


@dataclass(frozen=True, kw_only=True)
class AuditEvent:
    """One line of the append-only audit trail.

    `entry_id` is the journal entry it tells of. `record` is the table and number of what it is
    about (`resident/12`) where `subject` says so in words; "" where it is about no one record.
    """

    id: int
    at: datetime
    account: str
    action: str
    subject: str
    succeeded: bool
    detail: Mapping[str, str] = field(default_factory=dict)
    kind: AuditKind = AuditKind.OTHER
    entry_id: int | None = None
    digest: str = ""
    record: str = ""
