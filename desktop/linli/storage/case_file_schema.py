"""Mapped records of the files of cases (卷宗): attachments and bound volumes, private to storage.

Conventions as in `schema`. What stands in an attachment is kept apart under its digest, so that
neither the journal nor a second mention doubles it.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class CaseScanRecord(Base):
    """The bytes of an attachment under their SHA-256 digest.

    Only added, so it needs no journal; an erasure removes what no attachment holds any more.
    """

    __tablename__ = "case_scan"
    digest: Mapped[str] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    size: Mapped[int]
    pages: Mapped[int]
    content: Mapped[bytes]


class CaseFileRecord(Numbered, Base):
    """An attachment of a case's file (附件); `paper_kind` is the document it is or stands for."""

    __tablename__ = "case_file"
    version: Mapped[int] = mapped_column(default=1)
    case_id: Mapped[int] = mapped_column(
        ForeignKey("mediation_case.id", ondelete="CASCADE"), index=True
    )
    party_id: Mapped[int | None] = mapped_column(
        ForeignKey("case_party.id", ondelete="SET NULL"), index=True
    )
    position: Mapped[int]
    paper_kind: Mapped[str]
    subject: Mapped[str | None]
    name: Mapped[str]
    note: Mapped[str | None]
    replaces: Mapped[bool]
    digest: Mapped[str] = mapped_column(ForeignKey("case_scan.digest"), index=True)
    added_on: Mapped[str]


class CaseVolumeRecord(Numbered, Base):
    """A volume as it was bound when its case was archived (归档卷): the PDF's bytes.

    Only ever added, so it needs no journal: no undo may take a volume out of the archive. An
    erasure empties `content`.
    """

    __tablename__ = "case_volume"
    __table_args__ = (UniqueConstraint("case_id", "revision"), {"sqlite_autoincrement": True})
    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"))
    revision: Mapped[int]
    made_at: Mapped[str]
    account: Mapped[str]
    pages: Mapped[int]
    digest: Mapped[str]
    content: Mapped[bytes | None]
