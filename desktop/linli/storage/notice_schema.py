"""Mapped records of notices (通知), private to storage.

Conventions as in `schema`. A module of its own, so that printing a card does not wait for them.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class NoticeTemplateRecord(Numbered, Base):
    """A kind of notice that the clerk made, as JSON."""

    __tablename__ = "notice_template"
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    content: Mapped[str]


class NoticeRecord(Numbered, Base):
    """A notice. Numbered at issue, within year and prefix without gaps; never removed then.

    `content` is JSON (`notice_json`), `title` as printed.
    """

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("prefix", "number_year", "number_seq"),
        {"sqlite_autoincrement": True},
    )
    version: Mapped[int] = mapped_column(default=1)
    kind: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    state: Mapped[str]
    revision: Mapped[int] = mapped_column(default=0)
    prefix: Mapped[str | None]
    number_year: Mapped[int | None]
    number_seq: Mapped[int | None]
    day: Mapped[str] = mapped_column(index=True)
    issuer: Mapped[str]
    grid_id: Mapped[int | None] = mapped_column(ForeignKey("grid.id", ondelete="SET NULL"))
    content: Mapped[str]
    withdrawn_on: Mapped[str | None]
    withdrawn_reason: Mapped[str | None]
    account: Mapped[str]


class NoticeRecipientRecord(Numbered, Base):
    """Who gets a notice, as of the day it was made; `facts` is JSON: what is printed for each."""

    __tablename__ = "notice_recipient"
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    resident_id: Mapped[int | None] = mapped_column(
        ForeignKey("resident.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str]
    place: Mapped[str]
    building: Mapped[str]
    facts: Mapped[str]


class NoticeFileRecord(Numbered, Base):
    """What was printed at issue or revision (存档件): the PDF's bytes and what they say.

    Only ever added, so it needs no journal: no undo may take an issued paper out of the archive.
    `frozen` is JSON: the notices as they were laid out. An erasure empties `content`.
    """

    __tablename__ = "notice_file"
    __table_args__ = (UniqueConstraint("notice_id", "revision"), {"sqlite_autoincrement": True})
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    revision: Mapped[int]
    made_at: Mapped[str]
    account: Mapped[str]
    reason: Mapped[str | None]
    pages: Mapped[int]
    digest: Mapped[str]
    content: Mapped[bytes | None]
    frozen: Mapped[str]
