"""Mapped records of the journal and of the audit trail, private to storage."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class JournalEntryRecord(Numbered, Base):
    """One undo step. `undoes` is the entry it takes back, when it is an undo or a redo.

    What must stay done, such as founding the ledger, is not `undoable`.
    """

    __tablename__ = "journal_entry"
    at: Mapped[str]
    account_id: Mapped[int]
    account: Mapped[str]
    action: Mapped[str]
    undoable: Mapped[bool]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"), index=True)


class JournalChangeRecord(Numbered, Base):
    """One row before and after, as JSON; written by triggers only.

    Of an update only the fields that changed are kept. `subject` names the record the row is part
    of, such as `resident/12` for that person's phone.
    """

    __tablename__ = "journal_change"
    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"), index=True)
    table_name: Mapped[str]
    row_id: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    before: Mapped[str | None]
    after: Mapped[str | None]


class JournalOpenRecord(Base):
    """The entry under which changes are recorded now: one row inside `writing`, else none."""

    __tablename__ = "journal_open"
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int]


class JournalFoundingRecord(Base):
    """An entry that filled a ledger in which there was nobody (see `founding`)."""

    __tablename__ = "journal_founding"
    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"), primary_key=True)


class AuditEventRecord(Numbered, Base):
    """The append-only trail. `digest` chains to the line before (HMAC-SHA256).

    A list is narrowed by `ix_audit_event_list` alone, however many events there are.
    """

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_list", "at", "account", "kind", "succeeded"),
        {"sqlite_autoincrement": True},
    )
    at: Mapped[str]
    account: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    succeeded: Mapped[bool]
    detail: Mapped[str]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"), index=True)
    digest: Mapped[str]
    kind: Mapped[str | None]


class AuditSealRecord(Base):
    """The one row that is sealed anew with each event (see `audit`).

    Up to the event `since`, which is of version 3 or older, digests know no kind.
    """

    __tablename__ = "audit_seal"
    id: Mapped[int] = mapped_column(primary_key=True)
    since: Mapped[int]
    number: Mapped[int]
    seal: Mapped[str]
