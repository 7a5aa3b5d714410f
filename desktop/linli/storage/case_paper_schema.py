"""Mapped records of the documents of cases (调解文书), private to storage.

Conventions as in `schema`.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class CasePaperRecord(Numbered, Base):
    """A version of a document: a draft, of which a document has at most one, or as issued.

    `texts` is JSON: of each field what it says and what the case said when that was taken over.
    `content` is JSON: the document as it was issued, None of a draft; an erasure empties both.
    `subject` names a meeting, party, step or visit of the case by its number.
    """

    __tablename__ = "case_paper"
    __table_args__ = (
        UniqueConstraint("case_id", "paper_kind", "subject", "revision"),
        {"sqlite_autoincrement": True},
    )
    version: Mapped[int] = mapped_column(default=1)
    case_id: Mapped[int] = mapped_column(
        ForeignKey("mediation_case.id", ondelete="CASCADE"), index=True
    )
    paper_kind: Mapped[str]
    subject: Mapped[str]
    revision: Mapped[int]
    state: Mapped[str]
    texts: Mapped[str]
    content: Mapped[str | None]
    issued_on: Mapped[str | None]
    reason: Mapped[str | None]
    account: Mapped[str]
