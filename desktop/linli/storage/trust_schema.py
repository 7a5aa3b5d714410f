"""Mapped records of privacy, drafts and exchange between machines, private to storage.

Conventions as in `schema`. A module of its own, so that printing a card does not wait for them.
"""

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage import journal_schema  # noqa: F401 - an erasure refers to its entry
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


class AccountAccessRecord(Base):
    """How an account gets in. Not journaled: no undo may part it from the keyring."""

    __tablename__ = "account_access"
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    must_change: Mapped[bool]
    password_set_at: Mapped[str | None]
    signed_in_at: Mapped[str | None]
    sign_ins: Mapped[int]


class PastPasswordRecord(Numbered, Base):
    """By what a password that was used before is known again; `cost` is JSON."""

    __tablename__ = "past_password"
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    cost: Mapped[str]
    salt: Mapped[bytes]
    digest: Mapped[bytes]


class ExchangeLifeRecord(Numbered, Base):
    """Under which name this ledger exchanges with other machines, and since when.

    A ledger that was copied or restored goes on under a new name (see `sync_identity`). `last_ids`
    is JSON: the last id of each table when the life began. The keys are private.
    """

    __tablename__ = "exchange_life"
    machine: Mapped[str] = mapped_column(unique=True)
    since_entry: Mapped[int]
    last_ids: Mapped[str]
    name: Mapped[str]
    host: Mapped[str]
    sign_key: Mapped[bytes]
    seal_key: Mapped[bytes]


class TrustedMachineRecord(Numbered, Base):
    """Another machine whose files are believed, by its public keys."""

    __tablename__ = "trusted_machine"
    name: Mapped[str]
    sign_key: Mapped[bytes] = mapped_column(unique=True)
    seal_key: Mapped[bytes]
    added_at: Mapped[str]
    account: Mapped[str]
    revoked_at: Mapped[str | None]


class ExchangeContactRecord(Base):
    """What the newest file of another ledger said: how far it had read which ledger's files."""

    __tablename__ = "exchange_contact"
    machine: Mapped[str] = mapped_column(primary_key=True)
    trusted_id: Mapped[int] = mapped_column(ForeignKey("trusted_machine.id"), index=True)
    made: Mapped[int]
    read_machine: Mapped[str | None]
    read_entry: Mapped[int]


class ExchangeMeetingRecord(Base):
    """A journal entry that took a file in; `moment` is the latest that the file names, in ms."""

    __tablename__ = "exchange_meeting"
    entry_id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    machine: Mapped[str]
    name: Mapped[str]
    file: Mapped[str]
    moment: Mapped[int]


class ExchangeReadRecord(Numbered, Base):
    """Up to which of its journal entries another ledger's changes are all here."""

    __tablename__ = "exchange_read"
    machine: Mapped[str] = mapped_column(unique=True)
    entry: Mapped[int]


class ExchangeRowRecord(Numbered, Base):
    """What a record is called among all machines: where it was entered, under which number.

    A record that was entered here and never met another has none. One that was entered twice has
    several. `row_id` is NULL where the record never was here.
    """

    __tablename__ = "exchange_row"
    __table_args__ = (
        UniqueConstraint("table_name", "machine", "number"),
        Index("ix_exchange_row_row", "table_name", "row_id"),
        {"sqlite_autoincrement": True},
    )
    table_name: Mapped[str]
    row_id: Mapped[int | None]
    machine: Mapped[str]
    number: Mapped[int]
    version: Mapped[str]
    gone: Mapped[str]


class ExchangeFieldRecord(Numbered, Base):
    """The version of a field that differs from its record's, as of the last meeting."""

    __tablename__ = "exchange_field"
    __table_args__ = (
        UniqueConstraint("table_name", "row_id", "field"),
        {"sqlite_autoincrement": True},
    )
    table_name: Mapped[str]
    row_id: Mapped[int]
    field: Mapped[str]
    version: Mapped[str]
