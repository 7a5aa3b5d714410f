"""Mapped records of the report of mediation (统计报表), private to storage. They name nobody."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from linli.storage.schema import Base, Numbered


class CaseReportEntryRecord(Numbered, Base):
    """A figure of a period that the hall entered by hand; `period` is such as 2026Q4."""

    __tablename__ = "case_report_entry"
    __table_args__ = (UniqueConstraint("period", "key"), {"sqlite_autoincrement": True})
    period: Mapped[str]
    key: Mapped[str]
    value: Mapped[int]


class CaseReportRecord(Numbered, Base):
    """A frozen copy: `content` is JSON of its figures, tables and the cases they counted."""

    __tablename__ = "case_report"
    period: Mapped[str] = mapped_column(index=True)
    made_at: Mapped[str]
    account: Mapped[str]
    note: Mapped[str | None]
    content: Mapped[str]
