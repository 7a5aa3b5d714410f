"""Mapped records of privacy, drafts and exchange between machines, private to storage.

Conventions as in `schema`. A module of its own, so that printing a card does not wait for them.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class ConsentRecord(Numbered, Base):
    """A notice (告知书) that was handed to a person, and what they answered.

    `separate` is JSON: the sensitive kinds to which consent was given apart (PIPL art. 29).
    """

    __tablename__ = "consent"
    version: Mapped[int] = mapped_column(default=1)
    resident_id: Mapped[int] = mapped_column(
        ForeignKey("resident.id", ondelete="CASCADE"), index=True
    )
    day: Mapped[str] = mapped_column(index=True)
    answer: Mapped[str]
    guardian: Mapped[str | None]
    guardian_relation: Mapped[str | None]
    separate: Mapped[str]
    withdrawn_on: Mapped[str | None]
    withdrawn_reason: Mapped[str | None]
    note: Mapped[str | None]
    account: Mapped[str]


class PrivacyRequestRecord(Numbered, Base):
    """What a person asked about their own data (查阅、更正、删除…), and what became of it.

    Numbered within its year without gaps; an entry made by mistake is voided, never removed.
    """

    __tablename__ = "privacy_request"
    __table_args__ = (UniqueConstraint("year", "sequence"), {"sqlite_autoincrement": True})
    version: Mapped[int] = mapped_column(default=1)
    year: Mapped[int]
    sequence: Mapped[int]
    resident_id: Mapped[int | None] = mapped_column(
        ForeignKey("resident.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str]
    kind: Mapped[str]
    received_on: Mapped[str]
    agent: Mapped[str | None]
    proof: Mapped[str]
    contact: Mapped[str | None]
    content: Mapped[str]
    due_on: Mapped[str] = mapped_column(index=True)
    result: Mapped[str | None]
    answer: Mapped[str | None]
    refusal: Mapped[str | None]
    closed_on: Mapped[str | None]
    voided_reason: Mapped[str | None]
    account: Mapped[str]


class RetentionDecisionRecord(Numbered, Base):
    """Why somebody's data, due for removal by a rule (保存期限), are kept, and until when."""

    __tablename__ = "retention_decision"
    __table_args__ = (
        UniqueConstraint("rule", "table_name", "row_id"),
        {"sqlite_autoincrement": True},
    )
    resident_id: Mapped[int | None] = mapped_column(
        ForeignKey("resident.id", ondelete="CASCADE"), index=True
    )
    rule: Mapped[str]
    table_name: Mapped[str]
    row_id: Mapped[int]
    until: Mapped[str]
    reason: Mapped[str]
    decided_on: Mapped[str]
    account: Mapped[str]


class ErasureRecord(Numbered, Base):
    """Something that was erased for good (删除); names nobody.

    `subject` is the table and number of what was erased. `swept` says whether the free pages of
    the file were cleared after it.
    """

    __tablename__ = "erasure"
    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"))
    at: Mapped[str]
    account: Mapped[str]
    subject: Mapped[str]
    ground: Mapped[str]
    swept: Mapped[bool] = mapped_column(default=False)


class ErasureOpenRecord(Base):
    """The erasure that is under way: one row inside its transaction, else none."""

    __tablename__ = "erasure_open"
    id: Mapped[int] = mapped_column(primary_key=True)
    erasure_id: Mapped[int]


class ErasedMarkRecord(Base):
    """By what an erased person is known again: a keyed digest, never the number itself."""

    __tablename__ = "erased_mark"
    digest: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    at: Mapped[str]


class DraftRecord(Base):
    """What stands in a form that is not saved yet; its account is asked about it after a crash.

    Not journaled: it is written every few seconds and goes when the form is closed. `content` is
    JSON of the window (`gui/drafts`).
    """

    __tablename__ = "draft"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[str]
    content: Mapped[str]
